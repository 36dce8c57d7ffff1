//! What the sentences of an answer say, independent of the language.

use crate::answer::{Step, steps};
use crate::clock::JST_OFFSET_HOURS;
use crate::{Language, commands, escape_invisible};
use p2s_package::{Date, ErrorKind, Limit, Timestamp};
use p2s_verdict::notices::{RetirementNotice, Stage};
use p2s_verdict::{
    Class, Evidence, FindingCode, GatewayType, InputReport, KNOWN_CAS, Kind, Model, Proof, Rule,
    State, Verdict, notices,
};
use std::collections::HashSet;

/// The facts of both answers about an input. All text from files is escaped already.
pub(crate) struct Facts<'r> {
    /// The gateway's host name or identifier; `None` if the input names no gateway.
    pub(crate) gateway: Option<String>,
    /// The input's name.
    pub(crate) file: String,
    pub(crate) verdict: Verdict,
    pub(crate) rule: Rule,
    pub(crate) proof: Proof,
    pub(crate) types: &'r [GatewayType],
    pub(crate) state: State,
    /// The public roots of the counted evidence, without duplicates.
    pub(crate) roots: Vec<String>,
    /// The roots of today's answer by state.
    pub(crate) today: RootsToday,
    /// True if the input contains the date on which the package was made.
    pub(crate) has_package_date: bool,
    /// True if the package is older than the notice of 2019.
    pub(crate) predates_notice: bool,
    /// True if the reader must do something because of today's answer.
    pub(crate) needs_action_today: bool,
    /// Set if an unknown CA may be a root that is newer than this tool.
    pub(crate) newer_root: Option<NewerRoot>,
    /// In a migration, the parts without the newest root.
    pub(crate) parts_lacking_root: Vec<String>,
    pub(crate) error: Option<Refusal>,
    /// The dates of the notices.
    pub(crate) dates: Dates,
    /// The stage of the maintenance of 2019 at the moment of the answers.
    pub(crate) stage: Stage,
    /// True for a Virtual WAN package, which the portal offers elsewhere.
    pub(crate) virtual_wan: bool,
    /// The command that downloads the package again.
    download: String,
    findings: Vec<FindingCode>,
}

/// The names of the roots in today's answer.
pub(crate) struct RootsToday {
    pub(crate) all: Vec<String>,
    pub(crate) retiring: Vec<String>,
    /// The retiring roots, grouped by their retirement notice.
    pub(crate) retirements: Vec<Retirement>,
    pub(crate) expired: Vec<ExpiredRoot>,
    pub(crate) unlisted: Vec<String>,
    pub(crate) unknown: Vec<String>,
}

/// The roots that one notice retires.
pub(crate) struct Retirement {
    pub(crate) notice: RetirementNotice,
    pub(crate) since: Date,
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
    pub(crate) happened: &'static str,
    pub(crate) to_do: &'static str,
    /// The part that can't be read; `None` for the input itself.
    pub(crate) place: Option<String>,
    /// True if another download can help: the file is at fault, not the way it was read.
    pub(crate) advises_download: bool,
}

/// The dates that the sentences name. Dates of the 2019 notice are in Japan Standard Time.
pub(crate) struct Dates {
    pub(crate) notice: Date,
    /// The first day of the first window on request.
    pub(crate) first_window: Option<Date>,
    /// The first day of the automatic maintenance.
    pub(crate) maintenance: Option<Date>,
    pub(crate) completed: Date,
    /// The first and the last creation date that don't show whether a gateway is of type A or C.
    pub(crate) undecided_creation: [Date; 2],
    /// The date of Azure's pages about the rotation of 2026.
    pub(crate) rotation: Date,
    /// The deadline that one of those pages gives: the last day of a month.
    pub(crate) deadline: Date,
    /// True until the end of that day.
    pub(crate) is_deadline_ahead: bool,
}

impl<'r> Facts<'r> {
    pub(crate) fn new(input: &'r InputReport, now: Timestamp, language: Language) -> Self {
        let gateway = &input.gateway;
        let named = gateway.server.as_deref().or(gateway.id.as_deref());
        let counted = || input.evidence.iter().filter(|item| item.counted);
        let state = input.root_today.state;
        let dates = Dates::new(now);
        Facts {
            gateway: named.map(escape_invisible),
            file: escape_invisible(&input.name),
            verdict: input.verdict,
            rule: input.rule,
            proof: input.proof,
            types: &input.gateway_types,
            state,
            roots: unique(
                counted()
                    .filter_map(|item| item.root.as_deref())
                    .map(escape_invisible),
            ),
            today: RootsToday::new(input),
            has_package_date: input.packaged.is_some(),
            predates_notice: input
                .packaged
                .and_then(|moment| moment.date_at(JST_OFFSET_HOURS))
                .is_some_and(|day| day < dates.notice),
            needs_action_today: needs_action(state),
            newer_root: newer_root(input),
            parts_lacking_root: input
                .findings
                .iter()
                .filter(|finding| finding.code == FindingCode::PartLacksRoot)
                .filter_map(|finding| finding.place.as_deref())
                .map(escape_invisible)
                .collect(),
            error: Refusal::new(input, language),
            dates,
            stage: notices::maintenance_2019(now.unix()),
            virtual_wan: input.model == Model::VirtualWan,
            download: commands::download_command(gateway, input.model),
            findings: input.findings.iter().map(|finding| finding.code).collect(),
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
        let weak = self.is_lone_certificate() || self.is_script_only() || self.proof == Proof::Name;
        self.rule == Rule::AllPublic && weak
    }

    /// Makes steps, of which the first has the command that downloads the package.
    pub(crate) fn download_first(&self, sentences: &[&str]) -> Vec<Step> {
        let mut steps = steps(sentences);
        if let Some(first) = steps.first_mut() {
            first.command = Some(self.download.clone());
        }
        steps
    }

    /// Makes a step with the command that downloads the package.
    pub(crate) fn download_step(&self, text: String) -> Step {
        let command = Some(self.download.clone());
        Step { text, command }
    }

    /// Returns true if the input has this finding.
    pub(crate) fn has(&self, code: FindingCode) -> bool {
        self.findings.contains(&code)
    }
}

impl RootsToday {
    fn new(input: &InputReport) -> Self {
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
            retirements: retirements(&of(State::Retiring)),
        }
    }

    /// Returns the retiring roots, then the expired ones.
    pub(crate) fn outgoing(&self) -> Vec<String> {
        let expired = self.expired.iter().map(|expired| expired.root.clone());
        self.retiring.iter().cloned().chain(expired).collect()
    }

    /// Returns true if the notice retires one of the roots.
    pub(crate) fn any_retired_by(&self, notice: RetirementNotice) -> bool {
        self.retirements
            .iter()
            .any(|retired| retired.notice == notice)
    }
}

/// Groups retiring roots by their retirement notice.
fn retirements(retiring: &[String]) -> Vec<Retirement> {
    let mut all: Vec<Retirement> = Vec::new();
    for root in retiring {
        let Some(found) = notices::RETIRING.iter().find(|one| one.root == root) else {
            continue;
        };
        match all.iter_mut().find(|other| other.notice == found.notice) {
            Some(other) => other.roots.push(root.clone()),
            None => all.push(Retirement {
                notice: found.notice,
                since: found.since.date(),
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
    fn new(input: &InputReport, language: Language) -> Option<Self> {
        let error = input.error.as_ref()?;
        let (happened, to_do) = crate::words::error_pair(error.code, language);
        // These errors come from the device or the reader, so another download doesn't help.
        let is_outside = matches!(
            error.code,
            ErrorKind::ReadFailed
                | ErrorKind::NotFound
                | ErrorKind::ReaderStopped
                | ErrorKind::ReaderTimeout
                | ErrorKind::Cancelled
                | ErrorKind::Limit(Limit::Folder)
        );
        Some(Refusal {
            happened,
            to_do,
            place: error
                .place
                .as_deref()
                .filter(|place| *place != input.name)
                .map(escape_invisible),
            advises_download: !is_outside,
        })
    }
}

impl Dates {
    fn new(now: Timestamp) -> Self {
        let in_japan = |seconds: i64| {
            Timestamp::from_unix(seconds).and_then(|moment| moment.date_at(JST_OFFSET_HOURS))
        };
        let automatic = notices::WINDOWS
            .iter()
            .find(|window| window.id == "automatic");
        Dates {
            notice: notices::NOTICE_DATE_2019,
            first_window: in_japan(notices::FIRST_WINDOW.unix_timestamp()),
            maintenance: automatic.and_then(|window| in_japan(window.start.unix_timestamp())),
            completed: notices::COMPLETED.date(),
            undecided_creation: [
                notices::public_ca_2019::BORDER_LAST_SURE_OLD,
                day_before(notices::public_ca_2019::BORDER_FIRST_SURE_C),
            ],
            rotation: notices::root_rotation_2026::DATE,
            deadline: notices::root_rotation_2026::DEADLINE,
            is_deadline_ahead: now
                .date_at(0)
                .is_none_or(|day| day <= notices::root_rotation_2026::DEADLINE),
        }
    }
}

/// Returns the day before.
fn day_before(day: Date) -> Date {
    day.previous_day().unwrap_or(day)
}

/// Returns true if a state of the root certificate requires an action.
pub(crate) fn needs_action(state: State) -> bool {
    matches!(
        state,
        State::Ready | State::Retiring | State::Expired | State::SelfSigned
    )
}

/// Removes duplicates and keeps the order.
fn unique(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    texts.filter(|text| seen.insert(text.clone())).collect()
}
