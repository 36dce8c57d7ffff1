//! Points in time, in UTC with a resolution of one second.

use std::fmt;
use time::format_description::well_known::Rfc3339;
use time::{Date, OffsetDateTime, UtcOffset};

/// A point in time in UTC, in whole seconds, in the years 0 to 9999 (the range of RFC 3339).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(OffsetDateTime);

impl Timestamp {
    /// Creates a timestamp from seconds since 1970-01-01T00:00:00Z. Returns `None` outside the years 0 to 9999.
    pub fn from_unix(seconds: i64) -> Option<Self> {
        let moment = OffsetDateTime::from_unix_timestamp(seconds).ok()?;
        (0..=9999)
            .contains(&moment.year())
            .then_some(Timestamp(moment))
    }

    /// Returns the seconds since 1970-01-01T00:00:00Z.
    pub fn unix(self) -> i64 {
        self.0.unix_timestamp()
    }

    /// Parses RFC 3339 with a zone; drops fractions of a second. Returns `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let moment = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        Self::from_unix(moment.unix_timestamp())
    }

    /// Returns the calendar day in a time zone that is `hours` ahead of UTC, or `None` outside the range of dates.
    pub fn date_at(self, hours: i8) -> Option<Date> {
        let offset = UtcOffset::from_hms(hours, 0, 0).ok()?;
        Some(self.0.checked_to_offset(offset)?.date())
    }

    /// Returns the same point in time as a value of the `time` crate.
    pub fn utc(self) -> OffsetDateTime {
        self.0
    }
}

impl fmt::Display for Timestamp {
    /// Writes RFC 3339 in UTC with seconds: `2019-03-12T18:00:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (date, time) = (self.0.date(), self.0.time());
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
            date.year(),
            u8::from(date.month()),
            date.day(),
            time.hour(),
            time.minute(),
            time.second()
        )
    }
}

impl serde::Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        Timestamp::parse(text).ok_or_else(|| serde::de::Error::custom("not an RFC 3339 time"))
    }
}

/// Parses a calendar date written YYYY-MM-DD (RFC 3339 `full-date`). Returns `None` for any other text.
pub fn parse_date(text: &str) -> Option<Date> {
    let [year, month, day] = <[&str; 3]>::try_from(text.split('-').collect::<Vec<_>>()).ok()?;
    let digits =
        |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return None;
    }
    let month = time::Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_in_another_zone_is_written_in_utc() {
        let moment = Timestamp::parse("2019-03-13T03:00:00+09:00").map(|t| t.to_string());
        assert_eq!(moment.as_deref(), Some("2019-03-12T18:00:00Z"));
    }

    #[test]
    fn a_time_without_a_zone_is_rejected() {
        assert_eq!(Timestamp::parse("2019-03-13T03:00:00"), None);
    }

    #[test]
    fn a_date_has_exactly_ten_characters() {
        assert!(parse_date("2019-02-14").is_some());
        for wrong in ["2019-2-14", "2019-02-30", "+019-02-14", "2019-02-14T", ""] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }
}
