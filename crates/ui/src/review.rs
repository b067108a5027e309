//! Reviewing: what a person should look at, one after the other.

use faircopy::{Document, Edit, Field, Place, Span};

use crate::desk::Desk;
use crate::element::{Element, el};
use crate::index::Index;
use crate::live;
use crate::spot::Spot;
use crate::texts::{self, Text};

/// A confidence below this is shown as uncertain.
pub const CERTAIN: f32 = 0.5;
/// As many are in the queue at most; nobody goes through more, and a text of megabytes may have any number.
const MOST: usize = 200;

/// Something to look at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Query {
    /// A value that may be wrong.
    Value(Spot, Place),
    /// A line that is in no field.
    Line(Span),
}

/// Why a value may be wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// The value.
    pub place: Place,
    /// Why it may be.
    pub why: String,
    /// What else it may be.
    pub runner_up: Option<Field>,
    /// What the source says there since the person changed it.
    pub said: Option<String>,
}

/// What may be wrong of what a spot shows: what the source has changed since the person did, and what is as it was read and not settled.
pub fn doubts(spot: Spot, document: &Document, index: &Index) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for &place in &document.remarks.differing {
        if let Some((_, said)) = differing(document, place).filter(|(of, _)| *of == spot) {
            doubts.push(Doubt { place, why: texts::SAYS_NOW.with(&[&said]), runner_up: None, said: Some(said) });
        }
    }
    for p in spot.unedited_places(document).into_iter().filter_map(|place| index.source_of(place)) {
        if p.confidence < CERTAIN && !document.remarks.settle(&p.spans) {
            let reason = texts::translated(&p.reason.to_string());
            let why = match spot.item(&document.resume, p.place) {
                Some((_, item)) => texts::UNCERTAIN_ITEM.with(&[item, &reason]),
                None => texts::UNCERTAIN.with(&[&reason]),
            };
            doubts.push(Doubt { place: p.place, why, runner_up: p.runner_up, said: None });
        }
    }
    doubts
}

/// What shows a place that the source has changed since the person did, and what the source says there, unless both say the same by now.
fn differing(document: &Document, place: Place) -> Option<(Spot, String)> {
    let spot = Spot::of(&document.resume, place)?;
    let said = spot.said(&document.parsed.resume, place)?;
    (spot.said(&document.resume, place)? != said).then_some((spot, said))
}

/// All there is to look at: what the source has changed since the person did, values in the order of the source, then lines.
pub fn queue(document: &Document, index: &Index) -> Vec<Query> {
    let parsed = index.parsed();
    let open = |spans: &[Span]| !document.remarks.settle(spans);
    let mut queue = Vec::new();
    for &place in &document.remarks.differing {
        if let Some((spot, _)) = differing(document, place) {
            queue.push(Query::Value(spot, place));
        }
    }
    for p in parsed.provenance.iter().filter(|p| p.confidence < CERTAIN && open(&p.spans)) {
        if queue.len() < MOST
            && let Some(spot) = Spot::of(&document.resume, p.place)
            && spot.unedited_places(document).contains(&p.place)
        {
            queue.push(Query::Value(spot, p.place));
        }
    }
    for line in parsed.unplaced.iter().filter(|u| open(&[u.span])) {
        queue.push(Query::Line(line.span));
    }
    queue.truncate(MOST);
    queue
}

impl Desk {
    /// Goes to the next thing to look at, or to the one before.
    pub fn check(self, back: bool) {
        self.read_now();
        let queue = self.queue.get_untracked();
        let (at, last) = self.visited.get_untracked();
        if queue.is_empty() {
            return self.say(texts::NOTHING_TO_CHECK);
        }
        // Where the last one is settled, the next has taken its place.
        let ahead = if back { queue.len() - 1 } else { usize::from(last.is_some() && queue.get(at).copied() == last) };
        let at = (at + ahead) % queue.len();
        self.visited.set((at, Some(queue[at])));
        self.wanted.set(Some(queue[at]));
        self.say(texts::CHECKING.with(&[&(at + 1).to_string(), &queue.len().to_string()]));
    }

    /// Goes on from here, where this is something to look at.
    pub fn visit(self, is_it: impl Fn(&Query) -> bool) {
        let here = self.queue.with_untracked(|queue| Some((queue.iter().position(&is_it)?, queue.iter().copied().find(&is_it))));
        if let Some(here) = here {
            self.visited.set(here);
        }
    }

    /// Takes something from the queue, as it is right, and goes to the next.
    pub fn settle(self, query: Query) {
        let spans = match query {
            Query::Value(_, place) => self.peek_index().source_of(place).map(|p| p.spans.clone()),
            Query::Line(span) => Some(vec![span]),
        };
        self.settle_by(query, Edit::Settle(spans.unwrap_or_default()));
    }

    /// Puts what the source says in a place in place of what the person wrote, and goes to the next thing to look at.
    pub fn take_said(self, spot: Spot, place: Place, said: &str) {
        self.settle_by(Query::Value(spot, place), self.peek(|d| spot.edit_place(&d.resume, place, said)));
    }

    fn settle_by(self, query: Query, edit: Edit) {
        self.visit(|q| *q == query);
        self.close_step();
        self.edit(edit);
        self.close_step();
        self.check(false);
        if self.queue.with_untracked(Vec::is_empty) {
            // There is nowhere to go, and the button that was pressed is gone.
            self.wanted.set(Some(query));
        }
    }
}

/// How much there is to look at, and the way through it.
pub fn review_bar(desk: Desk) -> Element {
    let left = move || desk.queue.with(Vec::len);
    let step = move |mark, name: Text, back| live::tool("tool", mark, name.get(), move |_| desk.check(back)).into();
    el("li")
        .class("review")
        .child(live::shown(move || left() > 0, move || step("‹", texts::CHECK_BACK, true)))
        .child(el("span").live_text(move || match left() {
            0 => texts::ALL_CHECKED.into(),
            left => texts::TO_CHECK.count(left),
        }))
        .child(live::shown(move || left() > 0, move || step("›", texts::CHECK_NEXT, false)))
}
