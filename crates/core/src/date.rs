//! Dates at the precision they were given.

use std::fmt;
use std::str::FromStr;

/// A calendar date known to the year, the month or the day. `2018` stays `2018`; it never becomes `2018-01`.
///
/// Invariant: the year is 1000–2999, a month 1–12, a day one that its month has; a day is known only with its month.
/// These are the dates of JSON Resume 1.0.0 (`iso8601` in its schema) that a calendar has.
///
/// ```
/// use faircopy::PartialDate;
/// let date: PartialDate = "2018-08".parse().unwrap();
/// assert_eq!(date, PartialDate::new(2018, Some(8), None).unwrap());
/// assert_eq!(date.to_string(), "2018-08");
/// assert!("2020-13".parse::<PartialDate>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// A date, or `None` where no calendar has it.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let fits = (1000..3000).contains(&year)
            && month.is_none_or(|m| (1..=12).contains(&m))
            && day.is_none_or(|d| month.is_some_and(|m| (1..=days_in(year, m)).contains(&d)));
        fits.then_some(Self { year, month, day })
    }

    /// The year, 1000–2999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1–12, where known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where known.
    pub fn day(self) -> Option<u8> {
        self.day
    }
}

impl fmt::Display for PartialDate {
    /// Writes `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = ();

    /// Reads what [`fmt::Display`] writes, and nothing else.
    fn from_str(text: &str) -> Result<Self, ()> {
        let number = |range: std::ops::Range<usize>| -> Result<u16, ()> {
            let digits = text.get(range).ok_or(())?;
            if !digits.bytes().all(|b| b.is_ascii_digit()) {
                return Err(());
            }
            digits.parse().map_err(|_| ())
        };
        let dash = |at: usize| if text.as_bytes().get(at) == Some(&b'-') { Ok(()) } else { Err(()) };
        let year = number(0..4)?;
        let mut month = None;
        let mut day = None;
        if text.len() > 4 {
            dash(4)?;
            month = Some(number(5..7)? as u8);
        }
        if text.len() > 7 {
            dash(7)?;
            day = Some(number(8..10)? as u8);
        }
        if text.len() > 10 {
            return Err(());
        }
        Self::new(year, month, day).ok_or(())
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_its_precision() {
        for text in ["2018", "2018-08", "2020-02-29"] {
            assert_eq!(text.parse::<PartialDate>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn refuses_what_no_calendar_has() {
        for text in ["", "18", "2018-", "2018-8", "2018-13", "2018-00", "2019-02-29", "2018-04-31", "2018-08-01T00", "+201", "0999"]
        {
            assert_eq!(text.parse::<PartialDate>(), Err(()), "{text}");
        }
    }
}
