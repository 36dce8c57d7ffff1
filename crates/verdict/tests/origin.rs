//! Where an input comes from, what its package shows of connections, and what identifies its gateway.

mod support;

use p2s_package::{Authentication, Role, TunnelType};
use p2s_verdict::{Gateway, Origin};
use support::{ask, of, part};

#[test]
fn a_part_that_only_packages_have_makes_a_package() {
    for (roles, expected) in [
        (&[Role::AzureVpnConfig] as &[Role], Origin::Client),
        (&[Role::OpenVpnProfile], Origin::Client),
        (&[Role::ProfileXml], Origin::Client),
        (
            &[Role::ProfileCertificate, Role::ProfileText],
            Origin::Client,
        ),
        (
            &[Role::ProfileCertificate, Role::RadiusRoot],
            Origin::Client,
        ),
        (&[Role::AzureVpnConfig, Role::VpnSettings], Origin::Package),
        (&[Role::SetupProgram], Origin::Package),
        (&[Role::UnplacedCertificate], Origin::Unknown),
        (&[], Origin::Unknown),
    ] {
        let parts = roles.iter().map(|role| part(*role, Vec::new()));
        assert_eq!(ask(&of(parts.collect())).origin, expected, "{roles:?}");
    }
}

#[test]
fn what_the_parts_show_of_connections_is_collected_once_in_order() {
    let mut settings = part(Role::VpnSettings, Vec::new());
    settings.connection.tunnel_types = vec![TunnelType::IkeV2, TunnelType::OpenVpn];
    settings.connection.authentication = vec![Authentication::Certificate];
    settings.connection.address_pool = Some("172.16.0.0/24".to_owned());
    let mut profile = part(Role::AzureVpnConfig, Vec::new());
    profile.connection.authentication = vec![Authentication::EntraId, Authentication::Certificate];
    let gateway = ask(&of(vec![settings, profile])).gateway;
    let types = [TunnelType::IkeV2, TunnelType::OpenVpn];
    assert_eq!(gateway.tunnel_types, types);
    let sign_ins = [Authentication::EntraId, Authentication::Certificate];
    assert_eq!(gateway.authentication, sign_ins);
    assert_eq!(gateway.address_pool.as_deref(), Some("172.16.0.0/24"));
}

#[test]
fn a_gateway_is_identified_by_its_guid_or_host_and_never_by_its_network() {
    const GUID: &str = "4d6a3efa-f651-444a-8783-dad9d8e4e96e";
    for (id, server, expected) in [
        (Some(GUID), Some("vpn.example.com"), Some(GUID)),
        (None, Some("VPN.example.com"), Some("vpn.example.com")),
        (
            Some(GUID),
            Some("hub0.5x6w19hufewneqh47on36x0q.vpn.azure.com"),
            Some("5x6w19hufewneqh47on36x0q"),
        ),
        (
            None,
            Some("wan.custom.vpn.azure.com"),
            Some("wan.custom.vpn.azure.com"),
        ),
        (None, Some("52.1.2.3"), None),
        (None, Some("2001:db8::1"), None),
        (None, Some("localhost"), None),
        (None, Some("a b.example.com"), None),
        (None, None, None),
    ] {
        let gateway = Gateway {
            id: id.map(str::to_owned),
            server: server.map(str::to_owned),
            vnet: Some("HQ".to_owned()),
            ..Gateway::default()
        };
        assert_eq!(gateway.identity().as_deref(), expected, "{server:?}");
    }
}
