//! What this process takes of the machine, where Linux tells.

use std::fs;
use std::time::Duration;

/// How long this thread has been at work: it does not count what other programs take.
pub fn worked() -> Option<Duration> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// The most memory that this process has had, in bytes.
pub fn memory() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let kibibytes: f64 = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()?;
    Some(kibibytes * 1024.0)
}
