use super::*;

#[path = "../../build/tables.rs"]
mod tables;

#[test]
fn knows_every_word_of_its_files() {
    let lexicon = Lexicon::get();
    tables::each(|phrase, word| {
        let found =
            if phrase.starts_with('-') { lexicon.ending(&Folded::new(&format!("aaa{phrase}"))) } else { lexicon.word(phrase) };
        assert_eq!(found.and(word).flags, found.flags, "{phrase}");
        assert!(found.heading.is_some() || word.heading.is_none(), "{phrase}");
        assert!(word.month == 0 || found.month > 0, "{phrase}");
    });
}

#[test]
fn takes_few_unknown_words_for_known_ones() {
    let lexicon = Lexicon::get();
    // By the number of keys and their bits, 394 words of these, 193 pairs of words, and 287 phrases of three.
    for (before, limit) in [("", 460), ("qx ", 250), ("qx qy ", 350)] {
        let wrong = (0..200_000).filter(|n: &u32| lexicon.word(&format!("{before}{}", unknown(*n))) != Word::default()).count();
        assert!(wrong < limit, "{wrong} after {before:?}");
    }
}

/// A word that nobody uses.
fn unknown(mut number: u32) -> String {
    let mut word = "qx".to_owned();
    while number > 0 {
        word.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    word
}

#[test]
fn tells_abbreviations_and_ends() {
    let lexicon = Lexicon::get();
    assert!(lexicon.word("MA").flags.intersects(Flags::DEGREE));
    assert!(!lexicon.word("ma").flags.intersects(Flags::DEGREE));
    assert!(lexicon.ending(&Folded::new("Entwicklungsleiter")).flags.intersects(Flags::TITLE));
    assert_eq!(lexicon.ending(&Folded::new("Leiter")), Word::default());
    assert_eq!(lexicon.word(""), Word::default());
    assert_eq!(lexicon.word("Education").heading, Some(crate::resume::SectionKind::Education));
    assert_eq!(lexicon.word("März").month, 3);
}
