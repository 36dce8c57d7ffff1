//! 日本語で言うことのすべて。 Everything that is said in Japanese.

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

/// 2019 年 5 月 12 日
pub(crate) fn date(day: Date) -> String {
    format!("{} {} 日", month(day), day.day())
}

/// 2019 年 5 月
pub(crate) fn month(day: Date) -> String {
    format!("{} 年 {} 月", day.year(), u8::from(day.month()))
}

/// 2019 年 2 月 26 日 3:00
pub(crate) fn moment(seconds: i64, hours: i8) -> Option<String> {
    let (day, hour, minute) = crate::clock::at(seconds, hours)?;
    Some(format!("{} {hour}:{minute:02}", date(day)))
}

/// The package of the gateway it names, or the file; a particle can follow.
fn package(facts: &Facts<'_>) -> String {
    match &facts.gateway {
        Some(gateway) => format!("{gateway} のパッケージ"),
        None => format!("{} ", facts.file),
    }
}

fn server_certificate(facts: &Facts<'_>) -> String {
    match &facts.gateway {
        Some(gateway) => format!("{gateway} のサーバー証明書"),
        None => format!("{} が示すゲートウェイのサーバー証明書", facts.file),
    }
}
