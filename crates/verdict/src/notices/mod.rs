//! The facts of the notices, as data: one file per notice with its dates, windows, retirements and sources.
//!
//! A new notice is a file with a [`Notice`] and its facts, its line in the list below, and its words in the report crate.

macro_rules! notices {
    ($($module:ident;)*) => {
        $(pub mod $module;)*

        /// All notices, in the order in which they take effect.
        pub static NOTICES: &[Notice] = &[$($module::NOTICE,)*];

        /// The other facts of the notices, by the names that the page's prose has for them.
        pub static FACTS: &[&[(&str, Fact)]] = &[$($module::FACTS,)*];
    };
}

notices! {
    public_ca_2019;
    root_rotation_2026;
    web_trust_2029;
}

use p2s_package::Timestamp;
pub use public_ca_2019::{
    BORDER_FIRST_SURE_C, BORDER_LAST_SURE_OLD, COMPLETED, DATE as NOTICE_DATE_2019, FIRST_WINDOW,
    WINDOWS,
};
use time::{Date, Duration, OffsetDateTime};

/// A notice about the gateways' certificates, or about the roots that they chain to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Notice {
    /// Stable identifier. The words about the notice have it in their names.
    pub id: &'static str,
    /// The day of the notice.
    pub date: Date,
    /// The day on which its facts were last checked.
    pub checked: Date,
    /// Addresses of the pages on which it and its details were published.
    pub sources: &'static [&'static str],
    /// The periods in which Azure moves gateways.
    pub windows: &'static [Window],
    /// The roots that it retires.
    pub retirements: &'static [Retirement],
    /// The section of the page that explains it, or `None` if there is none.
    pub section: Option<&'static str>,
}

/// A fact that the page's prose names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fact {
    /// A day.
    Day(Date),
    /// The month of a day.
    Month(Date),
    /// The year of a day.
    Year(Date),
    /// The first and the last year of a period.
    Years(i32, i32),
    /// A number.
    Number(i64),
    /// A name or an address.
    Text(&'static str),
    /// The SHA-1 thumbprint of the listed root with this name.
    ThumbprintOf(&'static str),
}

/// A period in which Azure moves gateways to a public CA.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// `automatic`, or the number of a window that customers could request.
    pub id: &'static str,
    /// Start.
    pub start: OffsetDateTime,
    /// End. It isn't part of the period. For windows on request it is our inference ([`public_ca_2019::SEVERAL_HOURS`]).
    pub end: OffsetDateTime,
}

/// The stage of a window, or of the whole maintenance, at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Not started.
    Upcoming,
    /// Started, but not ended.
    UnderWay,
    /// Ended.
    Past,
}

impl Stage {
    /// Returns the code that the page uses in its attributes.
    pub fn code(self) -> &'static str {
        match self {
            Stage::Upcoming => "upcoming",
            Stage::UnderWay => "under-way",
            Stage::Past => "past",
        }
    }

    fn of(start: OffsetDateTime, end: OffsetDateTime, now: i64) -> Self {
        if now < start.unix_timestamp() {
            Stage::Upcoming
        } else if now < end.unix_timestamp() {
            Stage::UnderWay
        } else {
            Stage::Past
        }
    }
}

impl Window {
    /// Returns the window's stage at a moment, in seconds since 1970-01-01 UTC.
    pub fn stage(&self, now: i64) -> Stage {
        Stage::of(self.start, self.end, now)
    }
}

/// Returns when routine maintenance begins to renew a gateway's own self-signed CA that is valid until `end`:
/// [`RENEWAL_MONTHS_LEFT`](public_ca_2019::RENEWAL_MONTHS_LEFT) calendar months before, according to the notice of
/// 2019.
pub fn renewal_due(end: Timestamp) -> Timestamp {
    let month = u8::from(end.utc().month());
    let left = public_ca_2019::RENEWAL_MONTHS_LEFT;
    let (year, month) = match month.checked_sub(left) {
        Some(month @ 1..) => (end.utc().year(), month),
        _ => (
            end.utc().year().saturating_sub(1),
            month.saturating_add(12).saturating_sub(left),
        ),
    };
    let month = time::Month::try_from(month).unwrap_or(end.utc().month());
    let day = end.utc().day().min(month.length(year));
    let date = Date::from_calendar_date(year, month, day);
    let moment = date.map(|date| end.utc().replace_date(date).unix_timestamp());
    moment.ok().and_then(Timestamp::from_unix).unwrap_or(end)
}

/// Returns the stage of the whole maintenance of 2019, from the first window to the completion, at a moment in seconds
/// since 1970-01-01 UTC.
pub fn maintenance_2019(now: i64) -> Stage {
    Stage::of(FIRST_WINDOW, COMPLETED, now)
}

/// The retirement of a root.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Retirement {
    /// Common name of the root.
    pub root: &'static str,
    /// When it begins.
    pub since: OffsetDateTime,
    /// Who announced it.
    pub announced_by: &'static [&'static str],
    /// The last day on which clients with this root alone can connect, if a source gives one.
    pub deadline: Option<Date>,
    /// True if it is our inference that the notice is about this root.
    pub is_inference: bool,
}

impl Retirement {
    /// Returns true if the retirement has begun at a moment in seconds since 1970-01-01 UTC.
    pub fn has_begun(&self, now: i64) -> bool {
        self.since.unix_timestamp() <= now
    }
}

/// Returns the retirement of a root that has begun at a moment in seconds since 1970-01-01 UTC, with its notice.
///
/// If several have begun, it is that of the notice that took effect first.
pub fn retirement_of(root: &str, now: i64) -> Option<(&'static Notice, &'static Retirement)> {
    NOTICES.iter().find_map(|notice| {
        let mut retirements = notice.retirements.iter();
        let found = retirements.find(|one| one.root == root && one.has_begun(now));
        found.map(|retirement| (notice, retirement))
    })
}

/// Returns the day on which the facts of a notice were last checked if that is more than a year before `now`; otherwise
/// `None`. Of several notices, the one whose check is the oldest decides.
///
/// An old copy of the program doesn't know newer notices.
pub fn outdated(now: OffsetDateTime) -> Option<Date> {
    let oldest = NOTICES.iter().map(|notice| notice.checked).min()?;
    let next_year = oldest.replace_year(oldest.year().checked_add(1)?);
    // 29 February doesn't exist in the next year.
    let last_day = next_year
        .ok()
        .or_else(|| oldest.checked_add(Duration::days(365)))?;
    (now.date() > last_day).then_some(oldest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use time::macros::datetime;

    #[test]
    fn renewal_is_due_six_months_before_the_end() {
        for (end, due) in [
            ("2019-11-30T01:02:03Z", "2019-05-30T01:02:03Z"),
            ("2019-03-05T00:00:00Z", "2018-09-05T00:00:00Z"),
            ("2019-06-30T00:00:00Z", "2018-12-30T00:00:00Z"),
            ("2019-08-31T00:00:00Z", "2019-02-28T00:00:00Z"),
        ] {
            let end = Timestamp::parse(end).unwrap();
            assert_eq!(renewal_due(end).to_string(), due);
        }
    }

    #[test]
    fn each_retirement_is_found_from_its_first_second_and_has_its_own_dates() {
        for notice in NOTICES {
            for retirement in notice.retirements {
                let begin = retirement.since.unix_timestamp();
                assert_eq!(retirement_of(retirement.root, begin - 1), None);
                let found = retirement_of(retirement.root, begin);
                assert_eq!(found, Some((notice, retirement)));
                assert!(!retirement.announced_by.is_empty());
                let end = retirement.deadline.map(|day| day.midnight().assume_utc());
                assert!(end.is_none_or(|end| end > retirement.since));
            }
        }
    }

    #[test]
    fn notices_and_facts_have_names_of_their_own() {
        let ids: HashSet<&str> = NOTICES.iter().map(|notice| notice.id).collect();
        assert_eq!(ids.len(), NOTICES.len());
        let facts = FACTS.iter().copied().flatten();
        let mut names = HashSet::new();
        for (name, fact) in facts {
            assert!(names.insert(name), "{name}");
            if let Fact::ThumbprintOf(root) = fact {
                assert!(crate::KNOWN_CAS.iter().any(|listed| listed.name == *root));
            }
        }
    }

    #[test]
    fn facts_are_outdated_a_year_after_they_were_last_checked_and_not_before() {
        let oldest = NOTICES.iter().map(|notice| notice.checked).min();
        assert_eq!(outdated(datetime!(2026-11-24 03:00 UTC)), None);
        let year_after = oldest.and_then(|day| day.replace_year(day.year() + 1).ok());
        let last = year_after
            .unwrap()
            .with_hms(23, 59, 59)
            .unwrap()
            .assume_utc();
        assert_eq!(outdated(last), None);
        assert_eq!(outdated(last + Duration::SECOND), oldest);
        assert_eq!(outdated(datetime!(2019-02-14 00:00 UTC)), None);
    }
}
