//! Opening files: chosen, or dropped anywhere on the page.

use faircopy_ui::Pane;
use faircopy_ui::live::State;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::documents::Documents;
use faircopy_ui::texts;

/// Larger files are not opened.
const MOST_BYTES: f64 = 8_388_608.0;
/// Nor larger backups: of some dozens of documents with all that can be taken back.
const MOST_IN_BACKUP: f64 = 134_217_728.0;
/// How a backup begins.
const BACKUP: &str = "{\"faircopy\":";

/// Opens a file in place of the draft, as one step that can be undone; a backup beside what is there. A file that is not text changes
/// nothing.
pub fn open(documents: Documents, pane: State<Pane>, file: web_sys::File) {
    let desk = documents.desk;
    if file.size() > MOST_IN_BACKUP {
        desk.say(texts::TOO_LARGE);
        return;
    }
    spawn_local(async move {
        let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
            desk.say(texts::NOT_READABLE);
            return;
        };
        match text_of(&js_sys::Uint8Array::new(&buffer).to_vec()) {
            Some(text) if text.starts_with(BACKUP) => documents.restore(text),
            Some(_) if file.size() > MOST_BYTES => desk.say(texts::TOO_LARGE),
            Some(text) => {
                desk.open(&text);
                pane.set(Pane::Fields);
                desk.say(texts::OPENED.with(&[&file.name()]));
            }
            None => desk.say(texts::NOT_TEXT),
        }
    });
}

/// The first of some files.
pub fn first(files: Option<web_sys::FileList>) -> Option<web_sys::File> {
    files?.get(0)
}

/// The text of a file: UTF-8, or UTF-16 with its byte order mark. Line ends are line feeds, as in a text area.
fn text_of(bytes: &[u8]) -> Option<String> {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => str::from_utf8(rest).ok()?.to_owned(),
        _ => str::from_utf8(bytes).ok()?.to_owned(),
    };
    if text.contains('\0') {
        return None;
    }
    Some(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(text_of(bytes).as_deref(), expected);
    }

    #[test]
    fn takes_text_and_nothing_else() {
        check(b"", Some(""));
        check(b"\xef\xbb\xbfAda\r\nExample\r", Some("Ada\nExample\n"));
        check(b"\xff\xfeA\0d\0", Some("Ad"));
        check(b"\xfe\xff\0A\0d", Some("Ad"));
        check(b"%PDF-1.7\n\xe2\xe3\xcf\xd3", None);
        check(b"PK\x03\x04\0\0", None);
    }
}
