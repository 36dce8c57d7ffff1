//! Bytes to [`Package`]: containers, documents, certificates, limits and errors.
//!
//! Nothing in here knows of notices, verdicts or languages, and nothing in here decides. What came out of a
//! file is only ever taken apart, counted against [`Limits`], and handed on with the place where it stood.

mod error;
mod limits;
mod package;
mod time;

pub use crate::time::{Timestamp, parse_date};
pub use ::time::Date;
pub use error::{Error, ErrorKind, Severity};
pub use limits::Limits;
pub use package::{
    Certificate, Form, GatewayNames, Item, Name, Package, Part, PartKind, Uncounted, Value,
};

use std::io::{Read, Seek};

/// Takes one file apart. Several packages come back where a zip holds packages.
pub fn open<R: Read + Seek>(name: &str, _reader: R, _limits: &Limits) -> Vec<Package> {
    let error = Error::whole(ErrorKind::UnknownContent);
    vec![Package::refused(name, None, error)]
}
