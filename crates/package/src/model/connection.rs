//! How clients connect to the gateway, according to a part of a package.

use serde::{Deserialize, Serialize};

/// What a part says about the connections of its clients. Secrets aren't part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Connection {
    /// The tunnel types, each once, in the order of the list.
    pub tunnel_types: Vec<TunnelType>,
    /// The ways in which users or devices sign in, each once.
    pub authentication: Vec<Authentication>,
    /// The addresses that clients get in the tunnel, as written: a CIDR range, or several.
    pub address_pool: Option<String>,
}

/// Declares an enumeration with the names that packages have for its values, ignoring case, and codes for the report.
macro_rules! named_values {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal, $written:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant,)* }

        impl $name {
            /// All values, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// Returns the stable code of the report, in kebab case.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }

            /// Returns the value that a package writes like this; `None` for any other text.
            pub(crate) fn of_text(text: &str) -> Option<Self> {
                match text.trim() {
                    $(text if text.eq_ignore_ascii_case($written) => Some($name::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

named_values! {
    /// A tunnel type: the protocol between clients and gateway.
    TunnelType {
        /// Secure Socket Tunneling Protocol.
        Sstp = "sstp", "SSTP";
        /// IKEv2 with IPsec.
        IkeV2 = "ikev2", "IkeV2";
        /// OpenVPN.
        OpenVpn = "openvpn", "OpenVPN";
    }
}

named_values! {
    /// A way to sign in. EAP-TLS in VpnSettings.xml shows none: it stands for client certificates and for Microsoft Entra ID.
    Authentication {
        /// EAP-MSCHAPv2: users sign in to RADIUS with passwords.
        EapMschapV2 = "eap-mschapv2", "EAPMSCHAPV2";
        /// Microsoft Entra ID.
        EntraId = "entra-id", "AAD";
        /// Client certificates.
        Certificate = "certificate", "cert";
    }
}

impl Connection {
    /// Adds tunnel types separated by commas. Unknown ones are left out.
    pub(crate) fn add_tunnel_types(&mut self, text: &str) {
        let types = text.split(',').filter_map(TunnelType::of_text);
        for found in types {
            insert(&mut self.tunnel_types, found);
        }
    }

    /// Adds a way to sign in.
    pub(crate) fn add_authentication(&mut self, found: Option<Authentication>) {
        if let Some(found) = found {
            insert(&mut self.authentication, found);
        }
    }
}

/// Adds a value at its place in the order unless it is there.
fn insert<T: Ord>(sorted: &mut Vec<T>, value: T) {
    if let Err(position) = sorted.binary_search(&value) {
        sorted.insert(position, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_in_any_case_and_kept_once_in_the_order_of_the_list() {
        let mut connection = Connection::default();
        connection.add_tunnel_types("OPENVPN, ikev2,other,,IkeV2");
        let expected = [TunnelType::IkeV2, TunnelType::OpenVpn];
        assert_eq!(connection.tunnel_types, expected);
        for text in ["cert", "eapmschapv2", "EapMSChapv2", "radius", ""] {
            connection.add_authentication(Authentication::of_text(text));
        }
        let expected = [Authentication::EapMschapV2, Authentication::Certificate];
        assert_eq!(connection.authentication, expected);
    }
}
