//! Everything that is said in English.

pub(crate) mod answers;
pub(crate) mod codes;
pub(crate) mod csv;
pub(crate) mod errors;
pub(crate) mod plain;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod prose;
pub(crate) mod request;
pub(crate) mod today;

use crate::facts::Facts;
use p2s_package::Date;

/// 12 May 2019.
pub(crate) fn date(day: Date) -> String {
    format!("{} {}", day.day(), month(day))
}

/// May 2019.
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

/// 26 February 2019, 03:00
pub(crate) fn moment(seconds: i64, hours: i8) -> Option<String> {
    let (day, hour, minute) = crate::clock::at(seconds, hours)?;
    Some(format!("{}, {hour:02}:{minute:02}", date(day)))
}

/// One, two and three.
fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The package of the gateway it names, or the file.
fn package(facts: &Facts<'_>) -> String {
    match &facts.gateway {
        Some(gateway) => format!("the package of {gateway}"),
        None => facts.file.clone(),
    }
}

fn server_certificate(facts: &Facts<'_>) -> String {
    match &facts.gateway {
        Some(gateway) => format!("the server certificate of {gateway}"),
        None => format!("the server certificate of the gateway in {}", facts.file),
    }
}
