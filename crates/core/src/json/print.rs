//! Writing JSON.

use std::fmt::{self, Display, Formatter};

use super::Json;

impl Display for Json {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        value(self, f, 0)
    }
}

fn value(json: &Json, f: &mut Formatter<'_>, depth: usize) -> fmt::Result {
    match json {
        Json::Null => f.write_str("null"),
        Json::Bool(truth) => f.write_str(if *truth { "true" } else { "false" }),
        Json::Number(number) => f.write_str(number),
        Json::Text(text) => string(text, f),
        Json::List(list) => parts("[", list.len(), "]", f, depth, &|at, f| value(&list[at], f, depth + 1)),
        Json::Object(object) => {
            let pairs = object.iter().as_slice();
            parts("{", pairs.len(), "}", f, depth, &|at, f| {
                string(&pairs[at].0, f)?;
                f.write_str(if f.alternate() { ": " } else { ":" })?;
                value(&pairs[at].1, f, depth + 1)
            })
        }
    }
}

/// What stands between brackets, with commas, and on lines of its own where that is asked for.
fn parts(
    open: &str,
    count: usize,
    close: &str,
    f: &mut Formatter<'_>,
    depth: usize,
    part: &dyn Fn(usize, &mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    f.write_str(open)?;
    for at in 0..count {
        if at > 0 {
            f.write_str(",")?;
        }
        new_line(f, depth + 1)?;
        part(at, f)?;
    }
    if count > 0 {
        new_line(f, depth)?;
    }
    f.write_str(close)
}

fn new_line(f: &mut Formatter<'_>, depth: usize) -> fmt::Result {
    if f.alternate() {
        f.write_str("\n")?;
        for _ in 0..depth {
            f.write_str("  ")?;
        }
    }
    Ok(())
}

/// A text in quotation marks. Only what must be escaped is.
fn string(text: &str, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_str("\"")?;
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let name = match byte {
            b'"' | b'\\' => char::from(byte),
            b'\n' => 'n',
            b'\r' => 'r',
            b'\t' => 't',
            0x8 => 'b',
            0xc => 'f',
            0..b' ' => 'u',
            _ => continue,
        };
        f.write_str(&text[done..at])?;
        done = at + 1;
        f.write_str("\\")?;
        f.write_str(name.encode_utf8(&mut [0; 4]))?;
        if name == 'u' {
            write!(f, "{byte:04x}")?;
        }
    }
    f.write_str(&text[done..])?;
    f.write_str("\"")
}
