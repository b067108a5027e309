//! How long something takes, as little as other programs have to do with it.

use std::hint::black_box;
use std::time::{Duration, Instant};

use faircopy_soak::process::worked;

/// A measurement is repeated for so long, and the median counts.
const ENOUGH: Duration = Duration::from_secs(1);
/// What is quicker is done several times in a run, as a system may count what a thread works in ticks.
const BATCH: Duration = Duration::from_millis(100);

/// How long something takes, as the median of many runs.
pub fn median<T>(mut work: impl FnMut() -> T) -> Duration {
    let (started, once) = (Instant::now(), time(&mut work));
    let count = (BATCH.as_nanos() / started.elapsed().as_nanos().max(1)).clamp(1, 100_000) as u32;
    let mut times = vec![once];
    while started.elapsed() < ENOUGH {
        times.push(time(|| (0..count).for_each(|_| drop(black_box(work())))) / count);
    }
    times.sort();
    times[times.len() / 2]
}

/// How long this thread works at something; where the system does not tell, how long it takes by the clock.
pub fn time<T>(mut work: impl FnMut() -> T) -> Duration {
    let (before, wall) = (worked(), Instant::now());
    black_box(work());
    before.zip(worked()).map_or_else(|| wall.elapsed(), |(before, after)| after.saturating_sub(before))
}
