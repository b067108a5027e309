//! What holds for every text: every character is accounted for once, and every value is its source.

use std::collections::HashMap;

use faircopy::recognise::date;
use faircopy::{
    Decision, Decoration, Entry, Field, Id, Parsed, PartialDate, Place, Provenance, Repair, SectionKind, Span, Use, Value, What,
};

/// Checks every promise that a reading makes; says which one is broken, and where.
pub fn check(parsed: &Parsed) -> Result<(), String> {
    covers(parsed)?;
    comes_from_source(parsed)
}

const DATES: [Field; 4] = [Field::StartDate, Field::EndDate, Field::Date, Field::ReleaseDate];

/// Checks that a decision is obeyed, where there was no other: what it says of a stretch is what some of it became.
pub fn obeys(parsed: &Parsed, decision: Decision) -> Result<(), String> {
    let text = parsed.source.text();
    let edge = |at: u32| text.floor_char_boundary(at as usize);
    let (start, end) = (edge(decision.span.start), edge(decision.span.end));
    let said = text.get(start..end).unwrap_or_default();
    if !said.contains(char::is_alphanumeric) {
        return Ok(());
    }
    let span = Span::new(start, end);
    let rows: Vec<Use> = parsed.ledger.rows().iter().filter(|row| row.0.overlaps(span)).map(|row| row.1).collect();
    let entries = |kind: SectionKind| match kind {
        SectionKind::Basics => std::slice::from_ref(&parsed.resume.basics),
        kind => parsed.resume.entries(kind),
    };
    let holds = |kind: SectionKind, fields: &[Field]| {
        let owners: Vec<Id> = entries(kind)
            .iter()
            .flat_map(|e| {
                std::iter::once(e.id).chain(fields.iter().flat_map(|&f| e.list(f)).chain(e.all_highlights()).map(|i| i.id))
            })
            .collect();
        rows.iter().any(|row| matches!(row, Use::Field(place) if fields.contains(&place.field) && owners.contains(&place.owner)))
    };
    let obeyed = match decision.what {
        What::Field(_, Field::EndDate) if date::goes_on(said.trim_matches(|c: char| !c.is_alphanumeric())) => true,
        What::Field(kind, field) => holds(kind, &[field]),
        What::Dates(kind) => !kind.fields().iter().any(|f| DATES.contains(f)) || holds(kind, &DATES),
        What::Group(kind) => {
            let groups: Vec<Id> = entries(kind).iter().flat_map(|e| e.groups.iter().map(|g| g.id)).collect();
            !kind.has_groups() || rows.iter().any(|row| matches!(row, Use::Field(place) if groups.contains(&place.owner)))
        }
        What::Heading(_) => rows.contains(&Use::Decoration(Decoration::Heading)),
        What::Nothing => !rows.iter().any(|row| matches!(row, Use::Field(_))),
    };
    ensure(obeyed, || format!("what was said to be {:?} is not: {said:?}", decision.what))
}

/// The ledger's rows cover the source without gap or overlap, and what it calls unplaced is what is listed as unplaced.
fn covers(parsed: &Parsed) -> Result<(), String> {
    let text = parsed.source.text();
    let mut done = 0;
    for &(span, _) in parsed.ledger.rows() {
        ensure(span.start == done, || format!("the ledger has a gap or an overlap at {done}"))?;
        ensure(span.end > span.start, || format!("the ledger has an empty row at {done}"))?;
        ensure(text.is_char_boundary(span.end as usize), || {
            format!("a row of the ledger ends within a character at {}", span.end)
        })?;
        done = span.end;
    }
    ensure(done as usize == text.len(), || format!("the ledger ends at {done} of {}", text.len()))?;
    let rows = parsed.ledger.rows().iter().filter(|row| row.1 == Use::Unplaced).map(|row| row.0);
    ensure(rows.eq(parsed.unplaced.iter().map(|u| u.span)), || "the unplaced stretches are not those of the ledger".to_owned())
}

/// Every value has its provenance, and is what its spans say after the repairs; no other provenance is there.
fn comes_from_source(parsed: &Parsed) -> Result<(), String> {
    let mut proofs: HashMap<Place, &Provenance> = HashMap::new();
    for proof in &parsed.provenance {
        let place = proof.place;
        ensure(proofs.insert(place, proof).is_none(), || format!("{place:?} has two sources"))?;
        ensure((0.0..=1.0).contains(&proof.confidence), || format!("{place:?} is {} sure", proof.confidence))?;
        ensure(!proof.spans.is_empty(), || format!("the source of {place:?} is nowhere"))?;
        for &span in &proof.spans {
            ensure(is_of_fields(parsed, span), || {
                format!("a span of {place:?} is not of a field: {:?}", parsed.source.slice(span))
            })?;
        }
    }
    let resume = &parsed.resume;
    let mut check = Checker { parsed, proofs };
    for entry in std::iter::once(&resume.basics).chain(resume.sections.iter().flat_map(|s| &s.entries)) {
        check.entry(entry)?;
    }
    let left = check.proofs.into_keys().min();
    ensure(left.is_none(), || format!("{left:?} has a source, but is not in the résumé"))
}

/// Whether the ledger says of all of a span that it is in a field.
fn is_of_fields(parsed: &Parsed, span: Span) -> bool {
    let rows = parsed.ledger.rows();
    let first = rows.partition_point(|row| row.0.end <= span.start);
    let mut rows = rows[first..].iter().take_while(|row| row.0.start < span.end).peekable();
    rows.peek().is_some() && rows.all(|row| matches!(row.1, Use::Field(_)))
}

struct Checker<'a> {
    parsed: &'a Parsed,
    /// Those that no value was found for yet.
    proofs: HashMap<Place, &'a Provenance>,
}

impl<'a> Checker<'a> {
    fn entry(&mut self, entry: &Entry) -> Result<(), String> {
        for (field, value) in entry.values() {
            match value {
                Value::Text(text) => self.text(entry.id, *field, text)?,
                Value::Date(date) => self.date(entry.id, *field, *date)?,
                Value::List(items) => items.iter().try_for_each(|item| self.text(item.id, *field, &item.text))?,
            }
        }
        for group in &entry.groups {
            self.text(group.id, Field::Name, &group.name)?;
            group.highlights.iter().try_for_each(|item| self.text(item.id, Field::Highlights, &item.text))?;
        }
        Ok(())
    }

    fn proof(&mut self, owner: Id, field: Field) -> Result<&'a Provenance, String> {
        let place = Place { owner, field };
        self.proofs.remove(&place).ok_or_else(|| format!("{place:?} has no source, or stands twice"))
    }

    fn text(&mut self, owner: Id, field: Field, value: &str) -> Result<(), String> {
        let proof = self.proof(owner, field)?;
        let source = |span: &Span| self.parsed.source.slice(*span);
        if proof.repairs.contains(Repair::NetworkNamed) {
            let host = source(&proof.spans[0]);
            return ensure(!value.is_empty() && host.contains('.'), || format!("{value:?} is not named by {host:?}"));
        }
        let pieces = proof.spans.iter().map(|span| proof.repairs.apply(source(span)));
        let pieces: Vec<String> = pieces.filter(|piece| !piece.is_empty()).collect();
        let same = pieces.join(" ") == value || pieces.join("\n") == value;
        ensure(same && !value.is_empty(), || format!("the {field:?} {value:?} is not {pieces:?}"))
    }

    fn date(&mut self, owner: Id, field: Field, value: PartialDate) -> Result<(), String> {
        let proof = self.proof(owner, field)?;
        let source = self.parsed.source.slice(proof.spans[0]);
        let found = date::find_all(source);
        let said = found.iter().flat_map(|e| [e.from, e.to]).flatten().any(|d| d.0 == value)
            // The end of "2018–19" says two digits of its year.
            || source.contains(&value.year().to_string()[2..]);
        ensure(said, || format!("the {field:?} {value} is not in {source:?}"))
    }
}

fn ensure(holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}

#[cfg(test)]
mod tests {
    use super::check;
    use faircopy::{Field, Value, read};

    #[test]
    fn a_value_that_is_not_in_the_source_is_found() {
        let mut parsed = read("Ada Example\nada@example.org\n");
        assert_eq!(check(&parsed), Ok(()));
        parsed.resume.basics.set(Field::Email, Value::Text("eve@example.org".to_owned()));
        assert!(check(&parsed).is_err_and(|message| message.contains("eve@example.org")));
    }

    #[test]
    fn a_character_that_nobody_accounts_for_is_found() {
        let mut parsed = read("Ada Example\nada@example.org\n");
        parsed.ledger = faircopy::Ledger::default();
        assert_eq!(check(&parsed), Err("the ledger ends at 0 of 28".to_owned()));
    }
}
