//! Compares the packages of one gateway with each other, oldest to newest, and its clients with the newest package.
//!
//! A gateway is what [`Gateway::identity`](p2s_verdict::Gateway::identity) identifies. Only what is certain decides: a
//! package without a certain date isn't ordered, and a client's state is unknown unless its roots and those of the newest
//! package are known by certificates or thumbprints.

mod facts;

pub use facts::GatewayFacts;

use crate::order::order_by_name;
use facts::computer;
use p2s_verdict::{
    Aspect, Client, ClientReason, ClientState, Comparison, Difference, GatewayReport, PackageRef,
    RootState, State,
};

/// An input with its position in the report.
type Member<'f> = (u64, &'f GatewayFacts);

/// Compares the inputs of a run by their gateways. `facts` has the position in the report with each input's facts, in the
/// order of the report. The gateways are in the order of their identifiers, clients of an unknown gateway last.
///
/// A gateway is listed if it has two packages or a client. A single input isn't compared with anything.
pub fn compare_gateways(facts: &[(u64, GatewayFacts)]) -> Vec<GatewayReport> {
    if facts.len() < 2 {
        return Vec::new();
    }
    // Inputs of one gateway stand together, packages by their dates.
    let key = |(_, facts): &(u64, GatewayFacts)| {
        let packaged = facts.packaged.filter(|_| !facts.is_client);
        let packaged = packaged
            .map(|moment| moment.to_string())
            .unwrap_or_default();
        match &facts.gateway {
            Some(gateway) => format!("0{gateway} {packaged}"),
            None => "1".to_owned(),
        }
    };
    let keys: Vec<String> = facts.iter().map(key).collect();
    let order = order_by_name(keys.iter().map(String::as_str));
    let sorted = order.into_iter().filter_map(|position| facts.get(position));
    let members: Vec<Member<'_>> = sorted.map(|(input, facts)| (*input, facts)).collect();
    let gateways = members.chunk_by(|(_, one), (_, other)| one.gateway == other.gateway);
    gateways.filter_map(gateway_report).collect()
}

/// Compares the inputs of one gateway; packages are in the order of their dates.
fn gateway_report(members: &[Member<'_>]) -> Option<GatewayReport> {
    let (clients, packages): (Vec<Member<'_>>, Vec<Member<'_>>) =
        members.iter().partition(|(_, facts)| facts.is_client);
    if clients.is_empty() && packages.len() < 2 {
        return None;
    }
    let (_, first) = members.first()?;
    let mut report = GatewayReport {
        id: first.gateway.clone(),
        packages: Vec::new(),
        unordered: Vec::new(),
        comparisons: Vec::new(),
        clients: Vec::new(),
    };
    let mut history = History::default();
    for same_date in packages.chunk_by(|(_, one), (_, other)| one.packaged == other.packaged) {
        history.add(same_date, &mut report);
    }
    let superseded = history.superseded();
    let client = |client| history.client(client, &superseded);
    report.clients = clients.iter().map(client).collect();
    Some(report)
}

/// What the packages of a gateway show, as far as they are added, oldest first.
#[derive(Default)]
struct History<'f> {
    /// The newest ordered package, with its position among the ordered ones.
    last: Option<(u64, &'f GatewayFacts)>,
    /// The roots of the newest package if they are certain.
    newest: Option<&'f [RootState]>,
    /// True if a package has a date.
    is_dated: bool,
    /// The certain roots of each ordered package.
    roots: Vec<&'f [RootState]>,
}

impl<'f> History<'f> {
    /// Adds packages with the same date, or those without one.
    fn add(&mut self, packages: &[Member<'f>], report: &mut GatewayReport) {
        let references = packages.iter().map(package_ref);
        let Some((_, first)) = packages.first() else {
            return;
        };
        let are_equal = packages.iter().all(|(_, other)| other.is_equal(first));
        self.is_dated |= first.packaged.is_some();
        self.newest = None;
        if first.packaged.is_none() || !first.is_usable || !are_equal {
            report.unordered.extend(references);
            return;
        }
        let position = report.packages.len() as u64;
        report.packages.extend(references);
        if let Some((old, last)) = self.last {
            report
                .comparisons
                .push(comparison((old, last), (position, first)));
        }
        self.last = Some((position, first));
        if let Ok(roots) = &first.roots {
            let is_public = |root: &RootState| root.state != State::SelfSigned;
            self.newest = Some(&**roots).filter(|roots| roots.iter().all(is_public));
            self.roots.push(roots);
        }
    }

    /// Returns the roots in use that an older package has which lacks a root of the newest one.
    fn superseded(&self) -> Vec<&'f RootState> {
        let newest = self.newest.unwrap_or_default();
        let lacks_some = |older: &&&[RootState]| newest.iter().any(|root| !has(older, root));
        let older = self.roots.iter().filter(lacks_some).copied();
        let mut superseded: Vec<&RootState> = Vec::new();
        for root in older.flatten().filter(|root| root.state == State::Current) {
            if !superseded.iter().any(|other| other.name == root.name) {
                superseded.push(root);
            }
        }
        superseded
    }

    fn client(&self, (input, facts): &Member<'_>, superseded: &[&RootState]) -> Client {
        let state = self.state(facts, superseded);
        Client {
            input: *input,
            name: facts.name.clone(),
            computer: computer(&facts.name).to_owned(),
            state: state.unwrap_or(ClientState::Unknown),
            reason: state.err(),
            roots: facts.values(Aspect::Roots).unwrap_or_default().to_vec(),
        }
    }

    /// Returns what a client trusts, compared with the newest package.
    fn state(
        &self,
        client: &GatewayFacts,
        superseded: &[&RootState],
    ) -> Result<ClientState, ClientReason> {
        let trusted = client.roots.as_ref().map_err(|reason| *reason)?;
        if client.gateway.is_none() {
            return Err(ClientReason::NoGateway);
        }
        let newest = match self.newest {
            Some(newest) => newest,
            None if self.is_dated => return Err(ClientReason::PackageUncertain),
            None => return Err(ClientReason::NoPackage),
        };
        let mut missing = newest.iter().filter(|root| !has(trusted, root)).peekable();
        if missing.peek().is_none() {
            return Ok(ClientState::TrustsAll);
        }
        if !client.is_pinned {
            return Err(ClientReason::NotPinned);
        }
        let lacks_staying_root = missing.any(|root| root.state == State::Current);
        let is_old = |root: &RootState| match root.state {
            State::Retiring | State::Expired | State::SelfSigned => true,
            State::Current | State::Ready | State::PublicUnlisted | State::Unknown => {
                superseded.iter().any(|other| other.name == root.name)
            }
        };
        match lacks_staying_root && trusted.iter().all(is_old) {
            true => Ok(ClientState::OldRootOnly),
            false => Ok(ClientState::LacksRoot),
        }
    }
}

fn has(roots: &[RootState], root: &RootState) -> bool {
    roots.iter().any(|other| other.name == root.name)
}

fn package_ref((input, facts): &Member<'_>) -> PackageRef {
    PackageRef {
        input: *input,
        name: facts.name.clone(),
        packaged: facts.packaged,
        root_today: facts.root_today,
    }
}

/// Compares two packages, given with their positions among the ordered ones.
fn comparison((old, before): Member<'_>, (new, after): Member<'_>) -> Comparison {
    let mut comparison = Comparison {
        old,
        new,
        differences: Vec::new(),
        unknown: Vec::new(),
    };
    for aspect in Aspect::ALL.iter().copied() {
        match (before.values(aspect), after.values(aspect)) {
            (Some(old), Some(new)) if old == new => {}
            (Some(old), Some(new)) => comparison.differences.push(Difference {
                aspect,
                old: old.to_vec(),
                new: new.to_vec(),
            }),
            (None, _) | (_, None) => comparison.unknown.push(aspect),
        }
    }
    comparison
}

#[cfg(test)]
mod tests;
