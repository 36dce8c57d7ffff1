//! What the notices say, as data: one file per notice.

mod public_ca_2019;
mod root_rotation_2026;

pub use public_ca_2019::{
    BORDER_FIRST_SURE_C, BORDER_LAST_SURE_OLD, COMPLETED, DATE as NOTICE_DATE_2019, FIRST_WINDOW,
    WINDOWS,
};
pub use root_rotation_2026::RETIRING;

use time::{Date, OffsetDateTime};

/// A notice: who said what, when, and when its facts were last looked up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Notice {
    /// Stable identifier.
    pub id: &'static str,
    /// The day it was given.
    pub date: Date,
    /// The day on which its facts were last checked.
    pub checked: Date,
    /// Where it and what supports it was published.
    pub sources: &'static [&'static str],
}

/// A time from which gateways were, or are, worked through.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// `automatic`, or the number of a window on request.
    pub id: &'static str,
    /// When it begins.
    pub start: OffsetDateTime,
    /// When it is over, by the sources or by our reading of them.
    pub end: OffsetDateTime,
}

/// A root on its way out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Retirement {
    /// Common name of the root.
    pub root: &'static str,
    /// Since when.
    pub since: OffsetDateTime,
}

/// All notices, oldest first. A further one is a further file and a line here.
pub static NOTICES: &[Notice] = &[public_ca_2019::NOTICE, root_rotation_2026::NOTICE];
