//! What comes in: bytes, as text.

use std::fs::{File, Metadata};
use std::io::{self, BufReader, Read};
use std::path::Path;

/// All bytes of a file, or of standard input; an error is in words.
pub fn read(file: Option<&Path>) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = match file {
        Some(path) => File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)),
        None => io::stdin().lock().read_to_end(&mut bytes),
    };
    read.map_err(|error| cannot_read(file, &error))?;
    Ok(bytes)
}

/// What is read by and by.
pub struct Input {
    pub reader: BufReader<Box<dyn Read + Send>>,
    /// How many bytes there are, where that is known: of a file, also where it is standard input.
    pub len: Option<u64>,
}

/// As many bytes are asked for at once.
const BUFFER: usize = 32 * 1024;

/// A file, or standard input, to read by and by; an error is in words.
pub fn open(file: Option<&Path>) -> Result<Input, String> {
    match file {
        Some(path) => {
            let file = File::open(path).map_err(|error| cannot_read(file, &error))?;
            Ok(input(len(&file), file))
        }
        None => Ok(input(stdin_len(), io::stdin())),
    }
}

fn input(len: Option<u64>, from: impl Read + Send + 'static) -> Input {
    Input { reader: BufReader::with_capacity(BUFFER, Box::new(from)), len }
}

fn len(file: &File) -> Option<u64> {
    file.metadata().ok().filter(Metadata::is_file).map(|metadata| metadata.len())
}

#[cfg(unix)]
fn stdin_len() -> Option<u64> {
    use std::os::fd::AsFd;
    len(&File::from(io::stdin().as_fd().try_clone_to_owned().ok()?))
}

#[cfg(not(unix))]
fn stdin_len() -> Option<u64> {
    None
}

fn cannot_read(file: Option<&Path>, error: &io::Error) -> String {
    let name = file.map_or("standard input".into(), |path| path.to_string_lossy().into_owned());
    format!("cannot read {name}: {error}")
}

/// How files start that are documents or pictures, and what they are.
const NOT_TEXT: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a DOCX or another zipped file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzipped file"),
    (b"\x7fELF", "a program"),
];

/// The text of `bytes`: UTF-16 by its mark, else UTF-8, where what is not UTF-8 is U+FFFD. A file of another kind is an error, in
/// words.
pub fn decode(bytes: &[u8], file: Option<&Path>) -> Result<String, String> {
    if let Some((_, what)) = NOT_TEXT.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        let name = file.map_or("the input".into(), |path| path.to_string_lossy().into_owned());
        return Err(format!(
            "{name} is {what}, and a text file was expected: open it, copy the text out of it, and save that as a .txt file"
        ));
    }
    let utf16 = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    Ok(match bytes {
        [0xff, 0xfe, ..] => utf16(u16::from_le_bytes),
        [0xfe, 0xff, ..] => utf16(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    })
}
