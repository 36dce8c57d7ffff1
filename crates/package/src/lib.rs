//! Opens VPN client packages: bytes to [`Package`], with containers, documents, certificates, limits and errors.
//!
//! Nothing here knows notices, verdicts or languages, and nothing decides what counts. A file is only taken apart, within
//! [`Limits`].

mod assemble;
mod bytes;
mod container;
mod format;
mod model;
mod open;
mod path;
mod polyglot;
mod signature;

pub use ::time::Date;
pub use bytes::Input;
pub use container::folder::{FolderInput, folder_inputs};
pub use model::{
    Bound, Certificate, Error, ErrorClass, ErrorKind, Field, Form, GatewayNames, HeadKind, Item,
    Limit, Limits, Name, Package, Part, Role, Timestamp, Unit, Value, azuregateway_guid,
    is_virtual_wan_host, parse_date,
};
pub use open::{head_kind, open, open_unpacked};
pub use path::needs_head;
