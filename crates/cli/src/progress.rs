//! How far a long run is, for whoever watches it on a terminal.

use std::time::{Duration, Instant};

/// How often what is shown changes.
const EVERY: Duration = Duration::from_millis(200);
/// How many characters the bar has.
const WIDTH: u64 = 24;

/// What was done so far.
pub struct Progress {
    started: Instant,
    shown: Duration,
    done: Done,
    /// How many bytes there are in all, where that is known.
    of: Option<u64>,
}

/// How much was done.
#[derive(Default)]
pub struct Done {
    /// Lines that were answered.
    pub lines: u64,
    /// Those of them whose answer is an error.
    pub failed: u64,
    /// The bytes of all that was read.
    pub bytes: u64,
}

impl Progress {
    /// A run that starts now; `of` is how many bytes it will read, where that is known.
    pub fn new(of: Option<u64>) -> Self {
        Self { started: Instant::now(), shown: Duration::ZERO, done: Done::default(), of }
    }

    /// More is done.
    pub fn add(&mut self, more: &Done) {
        self.done.lines += more.lines;
        self.done.failed += more.failed;
        self.done.bytes += more.bytes;
        let elapsed = self.started.elapsed();
        if elapsed.saturating_sub(self.shown) >= EVERY {
            self.shown = elapsed;
            eprint!("\r{}\x1b[K", self.done.so_far(elapsed, self.of));
        }
    }

    /// All is done.
    pub fn end(self) {
        eprintln!("\r{}\x1b[K", self.done.in_all(self.started.elapsed()));
    }
}

impl Done {
    fn so_far(&self, elapsed: Duration, of: Option<u64>) -> String {
        let bar = of.filter(|&of| of > 0).map(|of| {
            let bytes = self.bytes.min(of);
            let full = (bytes * WIDTH / of) as usize;
            let left = elapsed.mul_f64((of - bytes) as f64 / bytes.max(1) as f64);
            let bar = format!("{}{}", "█".repeat(full), "░".repeat(WIDTH as usize - full));
            (format!("{bar} {} %  ", bytes * 100 / of), format!(", {} left", clock(left)))
        });
        let (bar, left) = bar.unwrap_or_default();
        format!("{bar}{}{left}", self.counts(elapsed))
    }

    fn in_all(&self, elapsed: Duration) -> String {
        format!("{}, in {}", self.counts(elapsed), clock(elapsed))
    }

    fn counts(&self, elapsed: Duration) -> String {
        let rate = self.lines as f64 / elapsed.as_secs_f64().max(0.001);
        let failed = if self.failed == 0 { String::new() } else { format!(", {} with errors", grouped(self.failed)) };
        format!("{} lines{failed}, {} a second", grouped(self.lines), grouped(rate as u64))
    }
}

/// A number with its thousands apart: "12,345".
fn grouped(number: u64) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1000), number % 1000) }
}

/// Hours, minutes and seconds: "1:05", "2:00:09".
fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_much_is_done_how_fast_and_what_is_left() {
        let done = Done { lines: 12_345, failed: 2, bytes: 250 };
        let elapsed = Duration::from_secs(10);
        let expected = "██████░░░░░░░░░░░░░░░░░░ 25 %  12,345 lines, 2 with errors, 1,234 a second, 0:30 left";
        assert_eq!(done.so_far(elapsed, Some(1_000)), expected);
        assert_eq!(done.in_all(elapsed), "12,345 lines, 2 with errors, 1,234 a second, in 0:10");
    }

    #[test]
    fn says_what_is_known_of_a_pipe() {
        let done = Done { lines: 7, ..Done::default() };
        assert_eq!(done.so_far(Duration::from_secs(1), None), "7 lines, 7 a second");
        assert_eq!(Done::default().so_far(Duration::ZERO, Some(0)), "0 lines, 0 a second");
    }

    #[test]
    fn tells_hours_and_thousands() {
        assert_eq!(clock(Duration::from_secs(7_209)), "2:00:09");
        assert_eq!(grouped(1_000_001), "1,000,001");
    }
}
