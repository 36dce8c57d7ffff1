//! What the sentences of an answer say, independent of the language.

use crate::clock::{JST_OFFSET_HOURS, local_time};
use crate::commands::{self, Command};
use crate::escape_invisible;
use crate::summary::Need;
use p2s_package::{Date, ErrorKind, Limit, Timestamp};
use p2s_verdict::notices::{Notice, Retirement, Stage, public_ca_2019, retirement_of};
use p2s_verdict::{
    Class, Evidence, FindingCode, Gateway, GatewayType, InputReport, KNOWN_CAS, Kind, Model,
    NotCounted, Proof, Rule, State, Verdict, notices,
};
use std::collections::HashSet;

/// The facts of both answers about an input. All text from files is escaped already.
pub(crate) struct Facts<'r> {
    pub(crate) input: &'r InputReport,
    /// The gateway's host name or identifier, shortened; `None` if the input names no gateway.
    pub(crate) gateway: Option<String>,
    /// The input's name, shortened.
    pub(crate) file: String,
    pub(crate) verdict: Verdict,
    pub(crate) rule: Rule,
    /// False if the input wasn't read because the user cancelled.
    pub(crate) is_read: bool,
    pub(crate) proof: Proof,
    pub(crate) types: &'r [GatewayType],
    pub(crate) state: State,
    /// The public roots of the counted evidence, without duplicates.
    pub(crate) roots: Vec<String>,
    /// The roots of today's answer by state.
    pub(crate) today: RootsToday,
    /// The day on which the package was made, in UTC.
    pub(crate) packaged: Option<Date>,
    /// True if the package is older than the notice of 2019.
    pub(crate) predates_notice: bool,
    /// What today's answer asks of the reader.
    pub(crate) need: Need,
    /// Set if an unknown CA may be a root that is newer than this tool.
    pub(crate) newer_root: Option<NewerRoot>,
    /// In a migration, the parts without the newest root.
    pub(crate) parts_lacking_root: Vec<String>,
    /// True if the input is the root certificate of the customer's RADIUS server.
    pub(crate) is_radius_root: bool,
    pub(crate) error: Option<Refusal>,
    /// The dates of the notices.
    pub(crate) dates: Dates,
    /// The stage of the maintenance of 2019 at the moment of the answers.
    pub(crate) stage: Stage,
    /// True for a Virtual WAN package, which the portal offers elsewhere.
    pub(crate) virtual_wan: bool,
    /// True if a step says where the portal offers the package.
    pub(crate) names_portal: bool,
    /// The command that downloads the package again.
    pub(crate) download: Command,
    /// The deadline in the reader's notification, if they entered it.
    pub(crate) deadline: Option<Date>,
}

/// The names of the roots in today's answer.
pub(crate) struct RootsToday {
    pub(crate) all: Vec<String>,
    pub(crate) retiring: Vec<String>,
    /// The retiring roots, grouped by their notice and its date for them.
    pub(crate) retirements: Vec<RetiringRoots>,
    pub(crate) expired: Vec<ExpiredRoot>,
    pub(crate) unlisted: Vec<String>,
    pub(crate) unknown: Vec<String>,
}

/// Roots that one notice retires from the same day on.
pub(crate) struct RetiringRoots {
    pub(crate) notice: &'static Notice,
    pub(crate) retirement: &'static Retirement,
    pub(crate) roots: Vec<String>,
}

/// The strongest evidence of an unknown root.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NewerRoot {
    /// A certificate or a thumbprint, which the reader can compare.
    Fingerprint,
    /// A name only.
    Name,
}

/// An expired root, or a root with an expired intermediate.
pub(crate) struct ExpiredRoot {
    pub(crate) root: String,
    pub(crate) intermediate: Option<&'static str>,
}

/// Why an input could not be read.
pub(crate) struct Refusal {
    pub(crate) error: ErrorKind,
    /// The part that can't be read; `None` for the input itself.
    pub(crate) place: Option<String>,
    /// True if another download can help: the file is at fault, not the way it was read, and no package can be inside it.
    pub(crate) advises_download: bool,
}

/// The dates that the sentences name. Dates of the 2019 notice are in Japan Standard Time.
pub(crate) struct Dates {
    pub(crate) notice: Date,
    /// The first day of the first window on request.
    pub(crate) first_window: Date,
    /// The first day of the automatic maintenance.
    pub(crate) maintenance: Date,
    pub(crate) completed: Date,
    /// The first and the last creation date that don't show whether a gateway is of type A or C.
    pub(crate) undecided_creation: [Date; 2],
    /// The day of the answers, in UTC.
    pub(crate) today: Option<Date>,
}

impl<'r> Facts<'r> {
    pub(crate) fn new(input: &'r InputReport, now: Timestamp) -> Self {
        let gateway = &input.gateway;
        let counted = || input.evidence.iter().filter(|item| item.counted);
        let state = input.root_today.state;
        let stage = notices::maintenance_2019(now.unix());
        let dates = Dates::new(now);
        Facts {
            input,
            gateway: gateway_name(gateway),
            file: short_name(&input.name, End::Kept),
            verdict: input.verdict,
            rule: input.rule,
            is_read: input.is_read(),
            proof: input.proof,
            types: &input.gateway_types,
            state,
            roots: unique(
                counted()
                    .filter_map(|item| item.root.as_deref())
                    .map(escape_invisible),
            ),
            today: RootsToday::new(input, now),
            packaged: input.packaged.and_then(|moment| moment.date_at(0)),
            predates_notice: input
                .packaged
                .and_then(|moment| moment.date_at(JST_OFFSET_HOURS))
                .is_some_and(|day| day < dates.notice),
            need: Need::new(input, now),
            newer_root: newer_root(input),
            parts_lacking_root: input
                .findings
                .iter()
                .filter(|finding| finding.code == FindingCode::PartLacksRoot)
                .filter_map(|finding| finding.place.as_deref())
                .map(escape_invisible)
                .collect(),
            is_radius_root: is_radius_root(input),
            error: Refusal::new(input),
            dates,
            stage,
            virtual_wan: input.model == Model::VirtualWan,
            names_portal: true,
            download: commands::download_command(
                gateway,
                input.model,
                has_finding(input, FindingCode::RadiusPasswords),
            ),
            deadline: None,
        }
    }

    /// Returns true if the answer is valid only if the file comes from the gateway's package.
    pub(crate) fn is_lone_certificate(&self) -> bool {
        self.has(FindingCode::LoneCertificate)
    }

    /// Returns true if the answer is valid only if the gateway doesn't use RADIUS authentication.
    pub(crate) fn is_script_only(&self) -> bool {
        self.has(FindingCode::ScriptOnly)
    }

    /// Returns true for a "not affected" that has a condition or depends on names alone. The whole package would be
    /// better evidence.
    pub(crate) fn is_weakly_proven(&self) -> bool {
        is_weakly_proven(self.input)
    }

    /// Returns true if today's answer is the one on top.
    pub(crate) fn is_today_first(&self) -> bool {
        is_today_first(self.input, self.need, self.stage)
    }

    /// Returns true if the input is a certificate of the customer's: it says nothing about the gateway.
    pub(crate) fn is_of_customer(&self) -> bool {
        self.is_radius_root || self.has(FindingCode::MaybeClientCertificate)
    }

    /// Returns true if the input has this finding.
    pub(crate) fn has(&self, code: FindingCode) -> bool {
        has_finding(self.input, code)
    }
}

impl RootsToday {
    fn new(input: &InputReport, now: Timestamp) -> Self {
        let roots = &input.root_today.roots;
        let of = |state: State| {
            unique(
                roots
                    .iter()
                    .filter(move |root| root.state == state)
                    .map(|root| escape_invisible(&root.name)),
            )
        };
        RootsToday {
            all: unique(roots.iter().map(|root| escape_invisible(&root.name))),
            retiring: of(State::Retiring),
            expired: of(State::Expired)
                .into_iter()
                .map(|root| ExpiredRoot {
                    intermediate: intermediate(&input.evidence, &root),
                    root,
                })
                .collect(),
            unlisted: of(State::PublicUnlisted),
            unknown: of(State::Unknown),
            retirements: retirements(&of(State::Retiring), now),
        }
    }

    /// Returns the retiring roots, then the expired ones.
    pub(crate) fn outgoing(&self) -> Vec<String> {
        let expired = self.expired.iter().map(|expired| expired.root.clone());
        self.retiring.iter().cloned().chain(expired).collect()
    }
}

/// Returns true if the input is the root certificate of the customer's RADIUS server, not a package that contains it.
fn is_radius_root(input: &InputReport) -> bool {
    let is_radius_root =
        |item: &Evidence| item.reason == Some(NotCounted::RadiusRoot) && item.place == input.name;
    !input.evidence.is_empty() && input.evidence.iter().all(is_radius_root)
}

/// Groups retiring roots by their notice and the day from which it retires them.
fn retirements(retiring: &[String], now: Timestamp) -> Vec<RetiringRoots> {
    let mut all: Vec<RetiringRoots> = Vec::new();
    for root in retiring {
        let Some((notice, retirement)) = retirement_of(root, now.unix()) else {
            continue;
        };
        let is_same = |other: &&mut RetiringRoots| {
            other.notice.id == notice.id && other.retirement.since == retirement.since
        };
        match all.iter_mut().find(is_same) {
            Some(other) => other.roots.push(root.clone()),
            None => all.push(RetiringRoots {
                notice,
                retirement,
                roots: vec![root.clone()],
            }),
        }
    }
    all
}

/// Returns the evidence of an unknown root that may be newer than this tool.
///
/// Returns `None` if the package contradicts itself, contains the gateway's own self-signed CA, or if the certificate may
/// be the customer's own: then a newer root isn't the likely explanation.
fn newer_root(input: &InputReport) -> Option<NewerRoot> {
    let is_undecided = matches!(input.rule, Rule::Mixed | Rule::UnknownRoot);
    let is_own_ca = |item: &Evidence| item.counted && item.class == Class::Own;
    let is_client_certificate =
        |finding: &p2s_verdict::Finding| finding.code == FindingCode::MaybeClientCertificate;
    if !is_undecided
        || input.evidence.iter().any(is_own_ca)
        || input.findings.iter().any(is_client_certificate)
    {
        return None;
    }
    let unknown = input
        .evidence
        .iter()
        .filter(|item| item.counted && item.class == Class::Unknown);
    unknown
        .map(|item| match item.kind {
            Kind::Certificate | Kind::Thumbprint => NewerRoot::Fingerprint,
            Kind::Name => NewerRoot::Name,
        })
        .min_by_key(|kind| *kind == NewerRoot::Name)
}

/// Returns the name of the listed intermediate through which the counted evidence chains to a root.
fn intermediate(evidence: &[Evidence], root: &str) -> Option<&'static str> {
    let is_in_evidence = |listed: &p2s_verdict::KnownCa| {
        let is_same = |item: &Evidence| item.value == listed.sha256 || item.value == listed.sha1;
        evidence.iter().any(|item| item.counted && is_same(item))
    };
    KNOWN_CAS
        .iter()
        .find(|listed| !listed.is_root() && listed.root == root && is_in_evidence(listed))
        .map(|listed| listed.name)
}

impl Refusal {
    fn new(input: &InputReport) -> Option<Self> {
        let error = input.error.as_ref()?;
        // These errors come from the device or the reader, or the package may be inside the file: the error itself says what
        // to do, and another download doesn't help.
        let is_elsewhere = matches!(
            error.code,
            ErrorKind::ReadFailed
                | ErrorKind::NotFound
                | ErrorKind::ReaderStopped
                | ErrorKind::ReaderTimeout
                | ErrorKind::Cancelled
                | ErrorKind::Limit(Limit::Folder | Limit::Inner | Limit::Nesting)
                | ErrorKind::ZipAndArchive
                | ErrorKind::ZipInZip
                | ErrorKind::SevenZip
                | ErrorKind::Rar
                | ErrorKind::OtherArchive
                | ErrorKind::Mail
                | ErrorKind::DiskImage
        );
        Some(Refusal {
            error: error.code,
            place: error
                .place
                .as_deref()
                .filter(|place| *place != input.name)
                .map(escape_invisible),
            advises_download: !is_elsewhere,
        })
    }
}

impl Dates {
    pub(crate) fn new(now: Timestamp) -> Self {
        let in_japan = |seconds: i64| {
            let moment = local_time(seconds, JST_OFFSET_HOURS);
            moment.map_or(public_ca_2019::DATE, |(day, _, _)| day)
        };
        Dates {
            notice: public_ca_2019::DATE,
            first_window: in_japan(public_ca_2019::FIRST_WINDOW.unix_timestamp()),
            maintenance: in_japan(public_ca_2019::AUTOMATIC.start.unix_timestamp()),
            completed: public_ca_2019::COMPLETED.date(),
            undecided_creation: [
                public_ca_2019::BORDER_LAST_SURE_OLD,
                day_before(public_ca_2019::BORDER_FIRST_SURE_C),
            ],
            today: now.date_at(0),
        }
    }
}

/// Returns the day before.
fn day_before(day: Date) -> Date {
    day.previous_day().unwrap_or(day)
}

/// Returns true if today's answer is the one on top. A file that can't be read has none.
///
/// What isn't determined comes first, then what asks for something, then today.
pub(crate) fn is_today_first(input: &InputReport, need: Need, stage: Stage) -> bool {
    let is_settled = need.is_action() || stage == Stage::Past;
    input.error.is_none() && input.verdict != Verdict::Undetermined && is_settled
}

/// Returns true if the reader must do something because of today's state of the root certificate.
///
/// Until the maintenance of 2019 is over, the answer about 2019 says what to do about the gateway's own CA. If it is
/// undetermined, it asks for the same as today's answer about a root that is unknown or not on the list.
pub(crate) fn needs_action_today(input: &InputReport, stage: Stage) -> bool {
    if input.error.is_some() {
        return false;
    }
    match input.root_today.state {
        State::Ready | State::Retiring | State::Expired => true,
        State::SelfSigned => stage == Stage::Past,
        State::PublicUnlisted | State::Unknown => input.verdict == Verdict::NotAffected,
        State::Current => false,
    }
}

/// Returns true for a "not affected" that has a condition or depends on names alone.
pub(crate) fn is_weakly_proven(input: &InputReport) -> bool {
    let has_condition = has_finding(input, FindingCode::LoneCertificate)
        || has_finding(input, FindingCode::ScriptOnly);
    input.rule == Rule::AllPublic && (has_condition || input.proof == Proof::Name)
}

/// Returns true if an input has this finding.
pub(crate) fn has_finding(input: &InputReport, code: FindingCode) -> bool {
    input.findings.iter().any(|finding| finding.code == code)
}

/// Returns what an input is about, as short names: the virtual network, the gateway, and the public roots.
pub fn subject(input: &InputReport) -> Vec<String> {
    let network = input.gateway.vnet.as_deref();
    let network = network.map(|name| short_name(name, End::Cut));
    let roots = input.root_today.roots.iter();
    let roots = unique(roots.map(|root| escape_invisible(&root.name)));
    let names = network.into_iter().chain(gateway_name(&input.gateway));
    names.chain(roots).collect()
}

/// Returns the short name of a gateway: of its host, or its identifier.
fn gateway_name(gateway: &Gateway) -> Option<String> {
    let name = gateway.server.as_deref().or(gateway.id.as_deref())?;
    Some(short_name(name, End::Cut))
}

/// What is left of the end of a name that is too long.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// Nothing, as for a host: its beginning identifies it.
    Cut,
    /// The file name extension.
    Kept,
}

/// Escapes a name, and shortens it to at most 22 characters: `azuregateway-0badcafe…`.
fn short_name(name: &str, end: End) -> String {
    const MAX_CHARS: usize = 22;
    const END_CHARS: usize = 6;
    let name = escape_invisible(name);
    let count = name.chars().count();
    if count <= MAX_CHARS {
        return name;
    }
    let end_chars = if end == End::Kept { END_CHARS } else { 0 };
    let start_chars = MAX_CHARS.saturating_sub(end_chars).saturating_sub(1);
    let start: String = name.chars().take(start_chars).collect();
    let end = name.chars().skip(count.saturating_sub(end_chars));
    format!("{start}…{}", end.collect::<String>())
}

/// Removes duplicates and keeps the order.
fn unique(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    texts.filter(|text| seen.insert(text.clone())).collect()
}
