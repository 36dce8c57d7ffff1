//! What an input contains, what can be wrong with it, and what it may cost. Imports nothing else of this crate.

mod cloud;
mod connection;
mod error;
mod gateway;
mod limits;
mod package;
mod timestamp;

pub use cloud::Cloud;
pub use connection::{Authentication, Connection, TunnelType};
pub use error::{Error, ErrorClass, ErrorKind, Limit};
pub use gateway::{GatewayNames, azuregateway_guid, guid, is_virtual_wan_host, virtual_wan_id};
pub(crate) use gateway::{certificate_guids, hosts_in};
pub use limits::{Bound, Limits, Unit};
pub use package::{Certificate, Field, Form, HeadKind, Item, Name, Package, Part, Role, Value};
pub use timestamp::{Timestamp, parse_date};
