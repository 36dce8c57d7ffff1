//! All English texts.

pub(crate) mod answers;
pub(crate) mod codes;
pub(crate) mod csv;
pub(crate) mod errors;
pub(crate) mod plain_text;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod prose;
pub(crate) mod request;
pub(crate) mod today;

use crate::facts::Facts;
use p2s_package::Date;

/// Formats a day: "12 May 2019".
pub(crate) fn date(day: Date) -> String {
    format!("{} {}", day.day(), month(day))
}

/// Formats a month: "May 2019".
pub(crate) fn month(day: Date) -> String {
    let month = match u8::from(day.month()) {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    };
    format!("{month} {}", day.year())
}

/// Formats a moment at an offset from UTC in hours: "26 February 2019, 03:00".
pub(crate) fn moment(seconds: i64, offset_hours: i8) -> Option<String> {
    let (day, hour, minute) = crate::clock::local_time(seconds, offset_hours)?;
    Some(format!("{}, {hour:02}:{minute:02}", date(day)))
}

/// Joins names: "one, two and three".
fn join_and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// Returns "the package of" the gateway, or the name of the file if it names no gateway.
fn package(facts: &Facts<'_>) -> String {
    match &facts.gateway {
        Some(gateway) => format!("the package of {gateway}"),
        None => facts.file.clone(),
    }
}

/// Returns the words for the gateway's server certificate.
fn server_certificate(facts: &Facts<'_>) -> String {
    match &facts.gateway {
        Some(gateway) => format!("the server certificate of {gateway}"),
        None => format!("the server certificate of the gateway in {}", facts.file),
    }
}
