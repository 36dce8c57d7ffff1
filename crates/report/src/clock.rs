//! The day and the time of a moment, some hours from UTC.

use p2s_package::{Date, Timestamp};

/// Hours by which Japan is ahead of UTC.
pub(crate) const JAPAN: i8 = 9;

/// Day, hour and minute; `None` outside the calendar.
pub(crate) fn at(seconds: i64, hours: i8) -> Option<(Date, i64, i64)> {
    let shifted = seconds.checked_add(i64::from(hours).checked_mul(3600)?)?;
    let day = Timestamp::from_unix(shifted)?.date_at(0)?;
    let minutes = shifted.rem_euclid(86_400) / 60;
    Some((day, minutes / 60, minutes % 60))
}
