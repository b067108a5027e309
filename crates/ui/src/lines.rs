//! Moving lines of a text up and down, as a text editor does.

/// The text in which the lines that `start..end` touches have changed places with the one before or after, and by how many bytes they
/// moved; `None` where there is none to change with.
pub fn moved(text: &str, start: usize, end: usize, up: bool) -> Option<(String, isize)> {
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |before| before + 1);
    let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |len| at + len);
    let (first, last) = (line_start(start), line_end(end));
    let (other, from, to) = if up {
        let end = first.checked_sub(1)?;
        let start = line_start(end);
        (start..end, start, last)
    } else {
        let start = Some(last + 1).filter(|start| *start <= text.len())?;
        (start..line_end(start), first, line_end(start))
    };
    let (lines, other) = (&text[first..last], &text[other]);
    let turned = if up { [lines, "\n", other] } else { [other, "\n", lines] };
    let by = other.len().cast_signed() + 1;
    Some(([&text[..from], &turned.concat(), &text[to..]].concat(), if up { -by } else { by }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In the texts `|` stands where the selection starts and ends.
    #[track_caller]
    fn check(text: &str, up: bool, expected: Option<&str>) {
        let at: Vec<usize> = text.match_indices('|').map(|(at, _)| at).collect();
        let (start, end) = (at[0], at[1] - 1);
        let moved = moved(&text.replace('|', ""), start, end, up).map(|(mut text, by)| {
            text.insert(end.checked_add_signed(by).unwrap(), '|');
            text.insert(start.checked_add_signed(by).unwrap(), '|');
            text
        });
        assert_eq!(moved.as_deref(), expected);
    }

    #[test]
    fn moves_the_lines_that_are_touched() {
        check("one\nt|w|o\nthree", true, Some("t|w|o\none\nthree"));
        check("one\nt|w|o\nthree", false, Some("one\nthree\nt|w|o"));
        check("|o|ne\ntwo", true, None);
        check("one\ntw||o", false, None);
        check("o|ne\ntw|o\nthree", false, Some("three\no|ne\ntw|o"));
        check("é\n||", true, Some("||\né"));
        check("||", false, None);
    }
}
