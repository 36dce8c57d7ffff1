//! What the comparison needs to know about an input: small enough to keep for each of 10,000 inputs.

use crate::order::{Swaps, order_by_name};
use p2s_package::{Timestamp, guid};
use p2s_verdict::{
    Aspect, Class, ClientReason, Evidence, FindingCode, InputReport, Kind, NotCounted, Origin,
    RootState, Rule, State, Verdict,
};
use std::sync::Arc;

/// Most bytes that are kept of the values of one aspect. Real packages have under 150. What is longer isn't compared.
const MAX_BYTES: usize = 300;

/// What the comparison needs to know about a package, or a client's profile.
#[derive(Debug, Clone, PartialEq)]
pub struct GatewayFacts {
    pub(super) name: String,
    pub(super) is_client: bool,
    /// What identifies the gateway.
    pub(super) gateway: Option<String>,
    /// When the package was made. That of a zip that was packed again isn't certain, and can be later than it was.
    pub(super) packaged: Option<Timestamp>,
    /// False if the input can't be read, or contradicts itself.
    pub(super) is_usable: bool,
    /// State of the roots together.
    pub(super) root_today: State,
    /// The values of each aspect, sorted; `None` if the input doesn't show them, or not with certainty. Most inputs have
    /// many in common with others, and share them.
    pub(super) values: [Option<Arc<[String]>>; Aspect::ALL.len()],
    /// Each root with its state, if all are listed or the gateway's own, and certificates or thumbprints show them.
    /// Otherwise why the roots aren't certain.
    pub(super) roots: Result<Arc<[RootState]>, ClientReason>,
    /// False if the client may trust other roots than its profile names.
    pub(super) is_pinned: bool,
}

impl GatewayFacts {
    /// Returns the facts of an input; `None` if it is neither a package of a known gateway nor a client's profile.
    pub fn new(input: &InputReport) -> Option<Self> {
        let gateway = match input.rule {
            Rule::TwoGateways => None,
            _ => input.gateway.identity(),
        };
        let is_client = match input.origin {
            Origin::Package if gateway.is_some() => false,
            Origin::Client if !is_other_vpn(input) => true,
            Origin::Package | Origin::Client | Origin::Unknown => return None,
        };
        let has = |code| input.findings.iter().any(|finding| finding.code == code);
        let roots = match roots(input) {
            Ok(_) if is_client && parts_differ(input) => Err(ClientReason::ProfileUncertain),
            roots => roots,
        };
        Some(GatewayFacts {
            name: input.name.clone(),
            is_client,
            gateway,
            packaged: input.packaged.filter(|_| !has(FindingCode::Rezipped)),
            is_usable: input.error.is_none() && input.rule != Rule::Contradiction,
            root_today: input.root_today.state,
            values: std::array::from_fn(|index| {
                let aspect = Aspect::ALL.get(index)?;
                values(input, &roots, *aspect).map(Arc::from)
            }),
            roots: roots.map(Arc::from),
            is_pinned: !has(FindingCode::PinnedRootOff),
        })
    }

    /// Shares memory with the facts of another input, where they are equal.
    pub fn share(&mut self, other: &GatewayFacts) {
        for (own, others) in self.values.iter_mut().zip(&other.values) {
            if own == others {
                own.clone_from(others);
            }
        }
        if self.roots == other.roots {
            self.roots.clone_from(&other.roots);
        }
    }

    /// Returns the values of an aspect.
    pub(super) fn values(&self, aspect: Aspect) -> Option<&[String]> {
        self.values.get(aspect as usize)?.as_deref()
    }

    /// Returns true if the two packages don't differ in anything that is compared.
    pub(super) fn is_equal(&self, other: &GatewayFacts) -> bool {
        (self.is_usable, &self.values, &self.roots)
            == (other.is_usable, &other.values, &other.roots)
    }
}

/// Returns true for an OpenVPN profile that nothing connects with an Azure gateway.
fn is_other_vpn(input: &InputReport) -> bool {
    let is_other = |item: &Evidence| item.reason == Some(NotCounted::OtherVpn);
    input.evidence.iter().any(is_other)
}

/// Returns what an input shows of an aspect; `None` if that is nothing, uncertain, or too long to keep.
fn values(
    input: &InputReport,
    roots: &Result<Vec<RootState>, ClientReason>,
    aspect: Aspect,
) -> Option<Vec<String>> {
    let gateway = &input.gateway;
    let mut values: Vec<String> = match aspect {
        Aspect::Roots => {
            let roots = roots.as_ref().ok()?.iter();
            roots.map(|root| root.name.clone()).collect()
        }
        // Older packages have no pool: they can't be compared by the host alone.
        Aspect::Addresses => {
            let host = gateway.server.as_ref()?.to_ascii_lowercase();
            vec![host, gateway.address_pool.clone()?]
        }
        Aspect::Authentication => {
            let codes = gateway.authentication.iter().map(|way| way.code());
            codes.map(str::to_owned).collect()
        }
        Aspect::TunnelTypes => {
            let codes = gateway.tunnel_types.iter().map(|kind| kind.code());
            codes.map(str::to_owned).collect()
        }
    };
    let order = order_by_name(values.iter().map(String::as_str));
    Swaps::to(&order).apply(&mut values);
    let bytes: usize = values.iter().map(String::len).sum();
    (1..=MAX_BYTES).contains(&bytes).then_some(values)
}

/// Returns the roots of an input if all of them are certain: known, and shown by a certificate or a thumbprint.
fn roots(input: &InputReport) -> Result<Vec<RootState>, ClientReason> {
    if input.error.is_some() {
        return Err(ClientReason::ProfileUnreadable);
    }
    let roots = &input.root_today.roots;
    let is_certain = |root: &RootState| {
        let mut items = input.evidence.iter();
        let is_listed = matches!(
            root.state,
            State::Current | State::Retiring | State::Expired
        );
        items.any(|item| {
            let is_root = match root.state {
                State::SelfSigned => item.class == Class::Own,
                _ => is_listed && item.root.as_ref() == Some(&root.name),
            };
            is_root && item.counted && item.kind != Kind::Name
        })
    };
    let bytes: usize = roots.iter().map(|root| root.name.len()).sum();
    let is_kept = (1..=MAX_BYTES).contains(&bytes);
    if is_kept && input.verdict != Verdict::Undetermined && roots.iter().all(is_certain) {
        Ok(roots.clone())
    } else {
        Err(ClientReason::ProfileUncertain)
    }
}

/// Returns true if the parts of a profile don't have the same roots: then one of its clients may lack some of them.
fn parts_differ(input: &InputReport) -> bool {
    let is_difference = |code| {
        matches!(
            code,
            FindingCode::RootsDiffer
                | FindingCode::PartLacksRoot
                | FindingCode::NamesDisagree
                | FindingCode::PartsDisagree
        )
    };
    let mut findings = input.findings.iter();
    findings.any(|finding| is_difference(finding.code))
}

/// Returns the name of the computer from the name of an input: the first folder, or the zip, that isn't part of how
/// profiles are stored: `PC1` of `PC1/Cm/<guid>`, `fleet.zip/PC1/azurevpnconfig.xml` and `PC1/vpn.zip`.
pub(super) fn computer(name: &str) -> &str {
    const FOLDERS: [&str; 3] = ["Cm", "AzureVPN", "OpenVPN"];
    const FILES: [&str; 5] = [".zip", ".xml", ".ovpn", ".pbk", ".txt"];
    let is_storage = |part: &&str| {
        let lower = part.to_ascii_lowercase();
        guid(part).is_some()
            || FOLDERS.iter().any(|known| part.eq_ignore_ascii_case(known))
            || FILES.iter().any(|ending| lower.ends_with(ending))
    };
    let first = name.split('/').next().unwrap_or(name);
    name.split('/')
        .find(|part| !is_storage(part))
        .unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_computer_is_the_folder_around_what_a_profile_is_stored_in() {
        const GUID: &str = "4d6a3efa-f651-444a-8783-dad9d8e4e96e";
        for (name, expected) in [
            ("PC1/azurevpnconfig.xml", "PC1"),
            (&format!("PC1/Cm/{GUID}"), "PC1"),
            (&format!("PC1/{GUID}"), "PC1"),
            ("PC1/alice/azurevpnconfig.xml", "PC1"),
            ("PC1/vpn.zip/AzureVPN/azurevpnconfig.xml", "PC1"),
            ("fleet.zip/PC1/azurevpnconfig.xml", "PC1"),
            (&format!("PC1.zip/cm/{GUID}"), "PC1.zip"),
            ("PC1.zip", "PC1.zip"),
            ("azurevpnconfig.xml", "azurevpnconfig.xml"),
            ("", ""),
        ] {
            assert_eq!(computer(name), expected, "{name}");
        }
    }
}
