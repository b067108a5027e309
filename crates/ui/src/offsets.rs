//! Bytes, as the core counts, and UTF-16 code units, as the browser does.

/// The byte offset of a UTF-16 offset; the end for one past it.
pub fn bytes(text: &str, utf16: u32) -> u32 {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        if units >= utf16 {
            return at as u32;
        }
        units += c.len_utf16() as u32;
    }
    text.len() as u32
}

/// The UTF-16 offset of a byte offset that is on a character boundary.
pub fn utf16(text: &str, bytes: u32) -> u32 {
    text[..bytes as usize].encode_utf16().count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_there_and_back() {
        let text = "aé😀ü\nz";
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(bytes(text, utf16(text, at as u32)), at as u32);
        }
        assert_eq!(bytes(text, 99), text.len() as u32);
    }
}
