//! Opens VPN client packages of Azure gateways: from a file's bytes to a [`Package`] with its parts and items.
//!
//! ```
//! use p2s_package::{Limits, open};
//!
//! let file = b"<VpnProfile><ServerCertRootCn>DigiCert Global Root G2</ServerCertRootCn></VpnProfile>";
//! let packages = open("VpnSettings.xml", &mut std::io::Cursor::new(file), &Limits::default());
//! assert_eq!(packages.len(), 1);
//! for part in &packages[0].parts {
//!     for item in &part.items {
//!         println!("{}: {} is {:?}", part.path, item.field.name(), item.value);
//!     }
//! }
//! # let fields: Vec<_> = packages.iter().flat_map(|p| &p.parts).flat_map(|p| &p.items).map(|i| i.field).collect();
//! # assert_eq!(fields, [p2s_package::Field::ServerCertRootCn]);
//! ```
//!
//! [`open()`] accepts a zip, a setup program, a cabinet, a document or a certificate. It returns several packages for a zip
//! that contains several. The files of a folder are divided with [`folder_inputs`], which takes the kinds ([`head_kind`]) of
//! files whose names don't show what they are ([`needs_head`]). [`open_unpacked`] reads an unpacked package.
//!
//! Faults aren't returned as `Err`: they are in [`Package::errors`] and [`Part::error`]. [`Limits`] bounds what an input
//! can cost. The crate doesn't verify signatures, doesn't know notices or verdicts, and doesn't decide which items count.

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
pub use bytes::text::hex;
pub use container::folder::{FolderInput, folder_inputs};
pub use model::{
    Authentication, Bound, Certificate, Cloud, Connection, Error, ErrorClass, ErrorKind, Field,
    Form, GatewayNames, HeadKind, Item, Limit, Limits, Name, Package, Part, Role, Timestamp,
    TunnelType, Unit, Value, azuregateway_guid, guid, is_virtual_wan_host, parse_date,
    virtual_wan_id,
};
pub use open::{head_kind, open, open_unpacked};
pub use path::{lowercase, needs_head};
