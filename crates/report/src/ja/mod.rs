//! All Japanese texts.

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

/// Formats a day: 「2019 年 5 月 12 日」.
pub(crate) fn date(day: Date) -> String {
    format!("{} {} 日", month(day), day.day())
}

/// Formats a month: 「2019 年 5 月」.
pub(crate) fn month(day: Date) -> String {
    format!("{} 年 {} 月", day.year(), u8::from(day.month()))
}

/// Formats a moment at an offset from UTC in hours: 「2019 年 2 月 26 日 3:00」.
pub(crate) fn moment(seconds: i64, offset_hours: i8) -> Option<String> {
    let (day, hour, minute) = crate::clock::local_time(seconds, offset_hours)?;
    Some(format!("{} {hour}:{minute:02}", date(day)))
}

/// Returns the package of the gateway, or the name of the file if it names no gateway. A particle can follow.
fn package(facts: &Facts<'_>) -> String {
    match &facts.gateway {
        Some(gateway) => format!("{gateway} のパッケージ"),
        None => format!("{} ", facts.file),
    }
}

/// Returns the words for the gateway's server certificate.
fn server_certificate(facts: &Facts<'_>) -> String {
    match &facts.gateway {
        Some(gateway) => format!("{gateway} のサーバー証明書"),
        None => format!("{} が示すゲートウェイのサーバー証明書", facts.file),
    }
}
