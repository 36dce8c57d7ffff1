//! Local time at a fixed offset from UTC.

use p2s_package::{Date, Timestamp};

/// The offset of Japan Standard Time from UTC, in hours.
pub(crate) const JST_OFFSET_HOURS: i8 = 9;

/// Converts seconds since 1970 to a local day, hour and minute. Returns `None` outside the supported years.
pub(crate) fn local_time(seconds: i64, offset_hours: i8) -> Option<(Date, i64, i64)> {
    let shifted = seconds.checked_add(i64::from(offset_hours).checked_mul(3600)?)?;
    let day = Timestamp::from_unix(shifted)?.date_at(0)?;
    let minutes = shifted.rem_euclid(86_400) / 60;
    Some((day, minutes / 60, minutes % 60))
}
