//! Making a text that shows a fault as short as it can be.

/// A text that `fails` as `text` does, from which no stretch of lines or of characters that is tried can be left out.
pub fn shrink(text: &str, fails: impl Fn(&str) -> bool) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    shorten(&mut lines, &fails);
    let mut chars: Vec<String> = lines.concat().chars().map(String::from).collect();
    shorten(&mut chars, &fails);
    chars.concat()
}

/// Leaves out halves, quarters and so on, down to single pieces, while the rest fails still.
fn shorten(pieces: &mut Vec<String>, fails: &impl Fn(&str) -> bool) {
    let mut size = pieces.len().div_ceil(2);
    while size > 0 {
        let (mut at, before) = (0, pieces.len());
        while at < pieces.len() {
            let end = (at + size).min(pieces.len());
            let rest = [&pieces[..at], &pieces[end..]].concat();
            if fails(&rest.concat()) {
                *pieces = rest;
            } else {
                at = end;
            }
        }
        // Single pieces are tried until none can go any more.
        if size > 1 || pieces.len() == before {
            size /= 2;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shrink;

    #[test]
    fn what_the_fault_needs_is_left() {
        let text = "one\ntwo (three\nfour\nfive) six\nseven\n";
        assert_eq!(shrink(text, |t| t.find('(').is_some_and(|at| t[at..].contains(')'))), "()");
    }
}
