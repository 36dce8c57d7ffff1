//! Bytes to [`Package`]: containers, documents, certificates, limits and errors.
//!
//! Nothing in here knows of notices, verdicts or languages, and nothing in here decides. What came out of a
//! file is only ever taken apart, counted against [`Limits`], and handed on with the place where it stood.

mod archive;
mod certificate;
mod container;
mod documents;
mod error;
mod folder;
mod gateway;
mod limits;
mod look;
mod open;
mod package;
mod place;
mod program;
mod sniff;
mod source;
mod text;
mod time;
mod zip;

pub use crate::time::{Timestamp, parse_date};
pub use ::time::Date;
pub use error::{Error, ErrorKind, Severity};
pub use folder::{FolderInput, needs_look, open_unpacked, sort_folder};
pub use gateway::{azuregateway_guid, is_virtual_wan_host};
pub use limits::{Limit, Limits, Unit};
pub use look::Look;
pub use open::{open, open_input};
pub use package::{
    Certificate, Form, GatewayNames, Item, Name, Package, Part, PartKind, Uncounted, Value,
};
pub use source::Input;
