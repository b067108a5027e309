//! Lower case for comparing texts.

/// A letter in lower case: Latin, Greek and Cyrillic letters, narrow and wide. Any other character is its own.
///
/// The standard library knows every script's letters, by a table that weighs 3 KB in the download; what is compared here has
/// no more than these.
pub fn lower(c: char) -> char {
    let to = match c as u32 {
        code @ (0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f | 0xff21..=0xff3a) => {
            code + 32
        }
        code @ 0x400..=0x40f => code + 80,
        0x178 => 0xff,
        // In these blocks a capital stands before each small letter, at even or at odd places.
        code @ (0x100..=0x12f
        | 0x132..=0x137
        | 0x14a..=0x177
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff) => code | 1,
        code @ (0x139..=0x148 | 0x179..=0x17e) => code + code % 2,
        code => code,
    };
    char::from_u32(to).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::lower;

    #[test]
    fn agrees_with_the_standard_library_on_letters_of_europe() {
        let blocks = ['\0'..='\u{17f}', '\u{391}'..='\u{3c9}', '\u{400}'..='\u{481}', '\u{1e00}'..='\u{1e95}'];
        // A dotted capital I becomes two characters.
        for c in blocks.into_iter().flatten().filter(|&c| c != 'İ') {
            assert_eq!(c.to_lowercase().collect::<String>(), lower(c).to_string());
        }
        assert_eq!(lower('漢'), '漢');
    }
}
