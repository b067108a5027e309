//! Facts that only a space keeps apart: "Head of Physics Llanfair High School".
//!
//! Where a text names both a role (or a degree) and an organisation, the one ends somewhere between the words that tell. Each word
//! with a capital there may begin the other, so the text is cut before all of them: pieces can be read as one value again.

use crate::lexicon::{Flags, Lexicon};

/// Where each piece but the last ends and the next begins, in bytes and in order; a word between them joins the two ("en").
pub type Seams = Vec<(usize, usize)>;

/// More words than this are no list of facts.
const MOST_WORDS: usize = 14;
/// More pieces than this help nobody.
const MOST: usize = 6;

/// What a word tells of the fact that it belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    Nothing,
    Role,
    Organisation,
    /// The end of a firm's name ("Ltd").
    Firm,
}

/// The seams of a text that is not prose.
pub fn find(text: &str) -> Seams {
    let mut words: Vec<(usize, &str)> = Vec::new();
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        if words.len() == MOST_WORDS {
            return Seams::new();
        }
        words.push((word.as_ptr() as usize - text.as_ptr() as usize, word));
    }
    if words.len() < 3 || !words[0].1.starts_with(char::is_uppercase) {
        return Seams::new();
    }
    let told: Vec<Told> = (0..words.len()).map(|at| told(&words[at..])).collect();
    let Some(last_role) = told.iter().rposition(|&t| t == Told::Role) else { return Seams::new() };
    let first_role = told.iter().position(|&t| t == Told::Role).unwrap_or(last_role);
    let behind = told[last_role..].iter().rposition(|&t| matches!(t, Told::Organisation | Told::Firm)).map(|at| last_role + at);
    // "School principal", "Software engineer": only a firm's name is known to end before a role.
    let before = told[..first_role].iter().rposition(|&t| t == Told::Firm);
    let (from, to) = match (behind, before) {
        // No organisation has a name of that one word.
        (Some(behind), _) if behind + 1 == words.len() && behind > last_role + 1 => (last_role + 1, behind - 1),
        (Some(behind), _) => (last_role + 1, behind),
        (None, Some(before)) => (before + 1, first_role),
        (None, None) => return within(&words, last_role),
    };
    let begins = |at: &usize| {
        let joined = *at > 0 && !words[at - 1].1.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        words[*at].1.starts_with(char::is_uppercase) && !joined
    };
    let seams: Seams = (from..=to).filter(begins).map(|at| (end(words[at - 1]), words[at].0)).collect();
    match seams.len() {
        0 => within(&words, last_role),
        1..=MOST => seams,
        _ => Seams::new(),
    }
}

/// The seam at a word that says where a role is held: "Desarrollador web en Municipalidad de Trébol".
fn within(words: &[(usize, &str)], role: usize) -> Seams {
    let is_in = |word: &str| Lexicon::get().word(word).flags.intersects(Flags::IN) && word.starts_with(char::is_lowercase);
    let at = (role + 1..words.len() - 1).find(|&at| is_in(words[at].1) && words[at + 1].1.starts_with(char::is_uppercase));
    at.map_or(Seams::new(), |at| vec![(end(words[at - 1]), words[at + 1].0)])
}

fn end((at, word): (usize, &str)) -> usize {
    at + word.len()
}

/// What the first of these words tells, by itself or by the next ("Head of").
fn told(words: &[(usize, &str)]) -> Told {
    let &[(_, word), ..] = words else { return Told::Nothing };
    let lexicon = Lexicon::get();
    let flags = lexicon.word(word.trim_matches(|c: char| !c.is_alphanumeric())).flags;
    let of = || words.get(1).is_some_and(|(_, word)| lexicon.word(word).flags.intersects(Flags::OF));
    // "High School" is a degree as well.
    if flags.intersects(Flags::INSTITUTION) {
        Told::Organisation
    } else if flags.intersects(Flags::TITLE.with(Flags::DEGREE)) || flags.intersects(Flags::SENIORITY) && of() {
        Told::Role
    } else if flags.intersects(Flags::FIRM) {
        Told::Firm
    } else if flags.intersects(Flags::ORGANISATION) {
        Told::Organisation
    } else {
        Told::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let seams = find(text);
        let starts = std::iter::once(0).chain(seams.iter().map(|s| s.1));
        let ends = seams.iter().map(|s| s.0).chain([text.len()]);
        let pieces: Vec<&str> = starts.zip(ends).map(|(start, end)| &text[start..end]).collect();
        assert_eq!(pieces.join("|"), expected);
    }

    #[test]
    fn finds_seams() {
        check("Teacher of Physics Llanfair High School", "Teacher of Physics|Llanfair|High School");
        check("Sales Representative Southern Orthopaedics Pty Ltd", "Sales Representative|Southern|Orthopaedics|Pty Ltd");
        check("PhD Solar Physics University of Severnside", "PhD|Solar|Physics|University of Severnside");
        check("Head of Physics Llanfair High School", "Head of Physics|Llanfair|High School");
        check("Acme Ltd Senior Engineer", "Acme Ltd|Senior|Engineer");
        check("Desarrolladora web en Municipalidad de Trébol", "Desarrolladora web|Municipalidad de Trébol");
        check("Senior Software Engineer", "Senior Software Engineer");
        check("managed the school's teachers", "managed the school's teachers");
    }
}
