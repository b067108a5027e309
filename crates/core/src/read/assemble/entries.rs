//! Values put into entries, entries into sections.

mod told;

use std::sync::Arc;

use super::value::Maker;
use super::{Run, announced, dates, degree, levels, profile, terms};
use crate::order::by_number;
use crate::parsed::{Decoration, Ledger, Parsed, Use};
use crate::read::Reason;
use crate::read::hash::ByHash;
use crate::read::label::{Part, Step};
use crate::recognise::{email, phone, profile as account, url};
use crate::resume::{Entry, Field, FieldKind, Group, Resume, SectionKind, Value};
use crate::source::{SourceText, Span};

/// The résumé as it is put together.
pub struct Entries {
    maker: Maker,
    resume: Resume,
    /// The entries at hand, at most one a section: columns that were read across give values of several by turns.
    open: Vec<(SectionKind, Entry)>,
    /// The employer of the entry before, if it stood above the position: the next role may be there too.
    employer: Option<Vec<Span>>,
}

/// What an address is of.
enum Address {
    /// A person's page on a network.
    Account,
    /// A website, at this address.
    Website(Span),
}

impl Entries {
    /// Nothing yet.
    pub fn new(source: Arc<SourceText>) -> Self {
        let maker = Maker { source, provenance: Vec::new(), prose: ByHash::default(), claims: Vec::new(), told: Vec::new() };
        Self { maker, resume: Resume::default(), open: Vec::new(), employer: None }
    }

    /// Claims a stretch.
    pub fn claim(&mut self, span: Span, used: Use) {
        self.maker.claim(span, used);
    }

    /// The text that is read.
    pub fn source(&self) -> &SourceText {
        &self.maker.source
    }

    /// A run that is not content.
    pub fn decorate(&mut self, run: &Run<'_>, decoration: Decoration) {
        for segment in &run.segments {
            self.maker.claim(segment.span, Use::Decoration(decoration));
        }
    }

    /// A section's heading. One of the writer's own making is shown as unplaced: it may be content after all.
    pub fn heading(&mut self, run: &Run<'_>) {
        self.close(run.label.section);
        self.employer = None;
        if run.known {
            self.decorate(run, Decoration::Heading);
        }
    }

    /// A run that is content.
    pub fn add(&mut self, run: &Run<'_>) {
        if let Some(told) = run.told {
            return self.add_told(run, told);
        }
        let kind = run.label.section;
        let spans = run.spans(&self.maker.source);
        match self.address(run, &spans) {
            Some(Address::Website(span)) => return self.maker.url(&mut self.resume.basics, Field::Url, span, run),
            Some(Address::Account) if kind == SectionKind::Basics => return self.add_account(&spans, run),
            _ if kind == SectionKind::Basics => return self.add_basics(run),
            _ => {}
        }
        match (kind, run.label.part) {
            (SectionKind::Languages, Part::Field(Field::Language)) => return self.add_languages(&spans, run),
            (SectionKind::Languages, Part::Field(Field::Fluency))
                if spans.iter().any(|&s| levels::is_language_with_level(self.maker.source.slice(s))) =>
            {
                return self.add_languages(&spans, run);
            }
            (SectionKind::Interests, Part::Field(_)) => return self.add_each(kind, Field::Name, &spans, run),
            _ => {}
        }
        if self.begins(run) {
            self.close(kind);
            self.begin(kind);
        }
        let Some(mut entry) = self.take(kind) else { return };
        self.set(&mut entry, kind, &spans, run);
        self.open.push((kind, entry));
    }

    /// What an address among the contact data is of, where its host tells: one of a network is an account, a bare one a website.
    fn address(&self, run: &Run<'_>, spans: &[Span]) -> Option<Address> {
        let website = run.label.part == Part::Field(Field::Url) && run.label.section == SectionKind::Basics;
        let &[span] = spans else { return None };
        if !website && run.label.part != Part::Profile {
            return None;
        }
        let text = self.maker.source.slice(span);
        let found = url::find(text)?;
        let address = &text[found.range()];
        if account::is_on_network(address) {
            return website.then_some(Address::Account);
        }
        let bare = address.split_once("://").map_or(address, |(_, bare)| bare).trim_end_matches('/');
        let named = self.at_hand(SectionKind::Profiles).is_some_and(|entry| entry.get(Field::Url).is_none());
        let fits = !website && !bare.contains('/') && found.len() == text.len() && !named;
        (fits && self.resume.basics.get(Field::Url).is_none()).then(|| Address::Website(found.shifted(span.start as usize)))
    }

    /// An account that was taken for a website.
    fn add_account(&mut self, spans: &[Span], run: &Run<'_>) {
        self.close(SectionKind::Profiles);
        self.begin(SectionKind::Profiles);
        let Some(mut entry) = self.take(SectionKind::Profiles) else { return };
        profile::of_spans(&mut self.maker, &mut entry, spans, run);
        self.open.push((SectionKind::Profiles, entry));
    }

    /// Whether a run begins an entry: it says so, or there is none of its section, or the one at hand is full.
    fn begins(&self, run: &Run<'_>) -> bool {
        let kind = run.label.section;
        let Some(entry) = self.at_hand(kind) else { return true };
        let taken = match run.label.part {
            Part::Field(field) => {
                let key = kind.fields().iter().take(2).any(|&f| f == field);
                // A second place below what was done at the first one is another job's.
                let elsewhere =
                    field == Field::Location && (entry.get(Field::Highlights).is_some() || entry.get(Field::Summary).is_some());
                (key && matches!(field.kind(), FieldKind::Line) || elsewhere)
                    && entry.get(field).is_some()
                    && !self.maker.is_told(entry, field)
            }
            _ => false,
        };
        (run.label.step == Step::Entry && !entry.is_empty()) || taken
    }

    fn set(&mut self, entry: &mut Entry, kind: SectionKind, spans: &[Span], run: &Run<'_>) {
        match run.label.part {
            Part::Dates => dates::set(&mut self.maker, entry, kind, run),
            Part::Profile => profile::set(&mut self.maker, entry, run),
            Part::Group => {
                let id = self.resume.fresh_id();
                if let Some(name) = self.maker.item(id, Field::Name, spans, run) {
                    entry.groups.push(Group { id, name: name.text, highlights: Vec::new() });
                }
            }
            Part::Field(field) => self.set_field(entry, kind, field, spans, run),
            Part::Heading | Part::Tag | Part::Junk | Part::Unplaced => {}
        }
    }

    fn set_field(&mut self, entry: &mut Entry, kind: SectionKind, field: Field, spans: &[Span], run: &Run<'_>) {
        match field {
            Field::Highlights => {
                let id = self.resume.fresh_id();
                let Some(item) = self.maker.item(id, field, spans, run) else { return };
                match entry.groups.last_mut() {
                    Some(group) => group.highlights.push(item),
                    None => entry.push(field, item),
                }
            }
            Field::Keywords | Field::Courses | Field::Roles => {
                let terms: Vec<Span> = spans.iter().flat_map(|&s| terms::split(&self.maker.source, s)).collect();
                for term in terms {
                    let term = if kind == SectionKind::Skills { levels::without_level(&self.maker.source, term) } else { term };
                    let id = self.resume.fresh_id();
                    if let Some(item) = self.maker.item(id, field, &[term], run) {
                        entry.push(field, item);
                    }
                }
            }
            Field::Summary | Field::Description | Field::Reference => self.maker.append(entry, field, spans, run),
            Field::Url => self.set_url(entry, spans, run),
            Field::StudyType if entry.get(field).is_none() => {
                let (first, rest) = degree::split(&self.maker.source, spans[0]);
                match rest.filter(|_| spans.len() == 1 && entry.get(Field::Area).is_none()) {
                    Some(area) => {
                        self.maker.text(entry, field, &[first], run);
                        self.maker.text(entry, Field::Area, &[area], run);
                    }
                    None => self.maker.text(entry, field, spans, run),
                }
            }
            field if entry.get(field).is_some() => {}
            field => {
                let spans: Vec<Span> = spans.iter().map(|&s| terms::unwrap(&self.maker.source, s)).collect();
                let spans = self.without_announcement(field, spans);
                self.maker.text(entry, field, &spans, run);
                self.remember_employer(entry, kind, field, spans);
            }
        }
    }

    /// Keeps an employer that stands above its position for the next role.
    fn remember_employer(&mut self, entry: &Entry, kind: SectionKind, field: Field, spans: Vec<Span>) {
        if kind == SectionKind::Work && field == Field::Name {
            self.employer = entry.get(Field::Position).is_none().then_some(spans);
        }
    }

    fn set_url(&mut self, entry: &mut Entry, spans: &[Span], run: &Run<'_>) {
        if entry.get(Field::Url).is_some() {
            return;
        }
        for &span in spans {
            if let Some(found) = url::find(self.maker.source.slice(span)) {
                let at = span.start as usize;
                let address = Span::new(at + found.start as usize, at + found.end as usize);
                return self.maker.url(entry, Field::Url, address, run);
            }
        }
    }

    /// The spans of a value without the words that announce it ("Issued by").
    fn without_announcement(&mut self, field: Field, mut spans: Vec<Span>) -> Vec<Span> {
        if let Some(first) = spans.first_mut()
            && let Some(len) = announced::by(self.maker.source.slice(*first), field)
        {
            let value = Span { start: first.start + len as u32, ..*first };
            self.maker.claim(Span { end: value.start, ..*first }, Use::Decoration(Decoration::Label));
            *first = value;
        }
        spans
    }

    fn add_basics(&mut self, run: &Run<'_>) {
        self.close(SectionKind::Profiles);
        let spans = run.spans(&self.maker.source);
        let Part::Field(field) = run.label.part else { return };
        let mut basics = std::mem::take(&mut self.resume.basics);
        let found = |find: fn(&str) -> Option<Span>, source: &SourceText| {
            spans.iter().find_map(|&span| {
                let found = find(source.slice(span))?;
                Some(Span::new((span.start + found.start) as usize, (span.start + found.end) as usize))
            })
        };
        match field {
            _ if basics.get(field).is_some() && field != Field::Summary => {}
            Field::Email => {
                if let Some(span) = found(email::find, &self.maker.source) {
                    self.maker.email(&mut basics, span, run);
                }
            }
            Field::Phone => {
                if let Some(span) = found(phone::find, &self.maker.source) {
                    self.maker.text(&mut basics, field, &[span], run);
                }
            }
            Field::Url => self.set_url(&mut basics, &spans, run),
            Field::Summary => self.maker.append(&mut basics, field, &spans, run),
            field => {
                let mut spans: Vec<Span> = spans.iter().map(|&s| terms::unwrap(&self.maker.source, s)).collect();
                if let ([span], Field::Name) = (&mut spans[..], field) {
                    let name = announced::name(self.maker.source.slice(*span));
                    for part in [0..name.start, name.end..span.len()] {
                        let part = Span::new(part.start, part.end).shifted(span.start as usize);
                        self.maker.claim(part, Use::Decoration(Decoration::Label));
                    }
                    *span = Span::new(name.start, name.end).shifted(span.start as usize);
                }
                self.maker.text(&mut basics, field, &spans, run);
            }
        }
        self.resume.basics = basics;
    }

    /// An entry for each term of a list, with its note as the fluency. A level on its own is of the language before it.
    fn add_languages(&mut self, spans: &[Span], run: &Run<'_>) {
        let source = self.maker.source.clone();
        let terms = spans.iter().flat_map(|&s| terms::split(&source, s)).flat_map(|t| levels::languages(&source, t));
        for (at, term) in terms.collect::<Vec<_>>().into_iter().enumerate() {
            if at > 0
                && levels::is_level(source.slice(term))
                && self.at_hand(SectionKind::Languages).is_some_and(|entry| entry.get(Field::Fluency).is_none())
                && let Some(mut entry) = self.take(SectionKind::Languages)
            {
                self.maker.text(&mut entry, Field::Fluency, &[term], run);
                self.open.push((SectionKind::Languages, entry));
                continue;
            }
            let (language, fluency) = levels::of_language(&source, term);
            self.close(SectionKind::Languages);
            self.begin(SectionKind::Languages);
            let Some(mut entry) = self.take(SectionKind::Languages) else { return };
            self.maker.text(&mut entry, Field::Language, &[language], run);
            if let Some(fluency) = fluency {
                self.maker.text(&mut entry, Field::Fluency, &[fluency], run);
            }
            self.open.push((SectionKind::Languages, entry));
        }
    }

    /// An entry for each term of a list.
    fn add_each(&mut self, kind: SectionKind, field: Field, spans: &[Span], run: &Run<'_>) {
        self.close(kind);
        let terms: Vec<Span> = spans.iter().flat_map(|&s| terms::split(&self.maker.source, s)).collect();
        for term in terms {
            let mut entry = Entry::new(self.resume.fresh_id());
            self.maker.text(&mut entry, field, &[term], run);
            self.resume.section_mut(kind).entries.push(entry);
        }
    }

    /// Begins an entry. Its section stands where its first entry begins.
    fn begin(&mut self, kind: SectionKind) {
        self.resume.section_mut(kind);
        let id = self.resume.fresh_id();
        self.open.push((kind, Entry::new(id)));
    }

    /// The entry of a section that is at hand.
    fn at_hand(&self, kind: SectionKind) -> Option<&Entry> {
        self.open.iter().find(|o| o.0 == kind).map(|o| &o.1)
    }

    /// As [`Self::at_hand`], to be put back.
    fn take(&mut self, kind: SectionKind) -> Option<Entry> {
        let at = self.open.iter().position(|o| o.0 == kind)?;
        Some(self.open.swap_remove(at).1)
    }

    /// Puts the entry at hand into its section.
    fn close(&mut self, kind: SectionKind) {
        let Some(mut entry) = self.take(kind) else { return };
        self.without_repeated_dates(kind, &mut entry);
        if entry.is_empty() {
            return;
        }
        if kind == SectionKind::Work {
            self.inherit(&mut entry);
        }
        if kind == SectionKind::Publications {
            dates::of_publisher(&mut self.maker, &mut entry);
        }
        self.resume.section_mut(kind).entries.push(entry);
    }

    /// Takes away the dates of an entry that says nothing else, and the same as the one before: a page says them twice.
    fn without_repeated_dates(&mut self, kind: SectionKind, entry: &mut Entry) {
        let fields = [Field::StartDate, Field::EndDate];
        let bare = entry.groups.is_empty() && entry.values().iter().all(|(field, _)| fields.contains(field));
        let said = fields.iter().any(|&field| self.maker.is_told(entry, field));
        let Some(before) = self.resume.section_mut(kind).entries.last().filter(|_| bare && !said && !entry.is_empty()) else {
            return;
        };
        if fields.iter().any(|&field| before.get(field) != entry.get(field)) {
            return;
        }
        for field in fields {
            let place = crate::parsed::Place { owner: entry.id, field };
            let spans = self.maker.provenance.iter().rev().find(|p| p.place == place).map(|p| p.spans.clone());
            self.maker.forget(entry, field);
            for span in spans.into_iter().flatten() {
                self.maker.claim(span, Use::Decoration(Decoration::Repeated));
            }
        }
    }

    /// A role without an employer is at the one that the role before was put under.
    fn inherit(&mut self, entry: &mut Entry) {
        let Some(spans) = &self.employer else { return };
        if entry.get(Field::Name).is_some() || entry.get(Field::Position).is_none() {
            return;
        }
        let Some(known) = self.maker.provenance.iter().rev().find(|p| p.place.field == Field::Name && p.spans == *spans).cloned()
        else {
            return;
        };
        let text =
            spans.iter().map(|&s| crate::repair::Repairs::LINE.apply(self.maker.source.slice(s))).collect::<Vec<_>>().join(" ");
        entry.set(Field::Name, Value::Text(text));
        let place = crate::parsed::Place { owner: entry.id, field: Field::Name };
        self.maker.provenance.push(crate::parsed::Provenance { place, reason: Reason::ROLE_ABOVE, ..known });
    }

    /// The finished reading.
    pub fn finish(mut self) -> Parsed {
        for kind in SectionKind::ALL {
            self.close(kind);
        }
        self.resume.sections.retain(|section| !section.entries.is_empty());
        self.maker.claim_repeated();
        let Maker { source, mut provenance, claims, .. } = self.maker;
        by_number(&mut provenance, |p| u64::from(p.place.owner.0) << 8 | p.place.field as u64);
        by_number(&mut provenance, |p| p.spans.first().map_or(0, |s| (u64::from(s.start) << 32 | u64::from(s.end)) + 1));
        let ledger = Ledger::new(&source, &claims);
        let unplaced = ledger.unplaced();
        let source = Arc::unwrap_or_clone(source);
        Parsed { source, resume: self.resume, provenance, unplaced, ledger, findings: Vec::new() }
    }
}
