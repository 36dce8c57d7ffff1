//! The clouds of Azure besides the public one.

/// A cloud of Azure that a profile's sign-in with Microsoft Entra ID shows (docs/package-formats.md, "Clouds").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cloud {
    /// Azure Government.
    Government,
    /// Azure in China, operated by 21Vianet.
    China,
    /// Microsoft Cloud Germany.
    Germany,
}

impl Cloud {
    /// Each cloud with the application that only its gateways have for an audience, and its sign-in host. The audience
    /// `c632b3df-fb67-4d84-bdcf-b95ad541b5c8` is used in all clouds.
    const SIGN_INS: [(Cloud, &str, &str); 3] = [
        (
            Cloud::Government,
            "51bb15d4-3a4f-4ebf-9dca-40096fe32426",
            "login.microsoftonline.us",
        ),
        (
            Cloud::China,
            "49f817b6-84ae-4cc0-928c-73f27289b3aa",
            "login.chinacloudapi.cn",
        ),
        (
            Cloud::Germany,
            "538ee9e6-310a-468d-afef-ea97365856a9",
            "login-us.microsoftonline.de",
        ),
    ];

    /// Returns the cloud of an audience.
    pub(crate) fn of_audience(audience: &str) -> Option<Cloud> {
        let mut sign_ins = Cloud::SIGN_INS.into_iter();
        let (cloud, _, _) = sign_ins.find(|(_, known, _)| known.eq_ignore_ascii_case(audience))?;
        Some(cloud)
    }

    /// Returns the cloud of a tenant's address.
    pub(crate) fn of_tenant(address: &str) -> Option<Cloud> {
        let (scheme, rest) = address.split_once("://")?;
        let host = rest
            .split('/')
            .next()
            .filter(|_| scheme.eq_ignore_ascii_case("https"))?;
        let mut sign_ins = Cloud::SIGN_INS.into_iter();
        let (cloud, _, _) = sign_ins.find(|(_, _, known)| known.eq_ignore_ascii_case(host))?;
        Some(cloud)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn audiences_and_tenants_show_the_cloud() {
        for (audience, cloud) in [
            (
                "51BB15D4-3a4f-4ebf-9dca-40096fe32426",
                Some(Cloud::Government),
            ),
            ("49f817b6-84ae-4cc0-928c-73f27289b3aa", Some(Cloud::China)),
            ("538ee9e6-310a-468d-afef-ea97365856a9", Some(Cloud::Germany)),
            ("c632b3df-fb67-4d84-bdcf-b95ad541b5c8", None),
            ("41b23e61-6c1e-4545-b367-cd054e0ed4b4", None),
            ("", None),
        ] {
            assert_eq!(Cloud::of_audience(audience), cloud, "{audience}");
        }
        for (tenant, cloud) in [
            (
                "https://login.microsoftonline.us/x/",
                Some(Cloud::Government),
            ),
            ("HTTPS://Login.ChinaCloudApi.cn", Some(Cloud::China)),
            (
                "https://login-us.microsoftonline.de/x",
                Some(Cloud::Germany),
            ),
            ("https://login.microsoftonline.com/x/", None),
            ("https://login.microsoftonline.us.example.com/", None),
            (
                "https://example.com/https://login.microsoftonline.us/",
                None,
            ),
            ("login.microsoftonline.us", None),
            ("x://login.microsoftonline.us/", None),
        ] {
            assert_eq!(Cloud::of_tenant(tenant), cloud, "{tenant}");
        }
    }
}
