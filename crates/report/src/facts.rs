//! What the sentences of an answer are made of: the same for both languages.

use crate::answer::{Step, steps};
use crate::clock::JAPAN;
use crate::{Language, commands, visible};
use p2s_package::{Date, ErrorKind, Limit, Timestamp};
use p2s_verdict::notices::{RetirementNotice, Stage};
use p2s_verdict::{
    Class, Evidence, FindingCode, GatewayType, InputReport, KNOWN_CAS, Kind, Model, Proof, Rule,
    State, Verdict, notices,
};
use std::collections::HashSet;

/// An answer's facts, ready for words. Every text out of a file in here is safe to show.
pub(crate) struct Facts<'r> {
    /// The gateway's host or identifier; `None` where the input names no gateway.
    pub(crate) gateway: Option<String>,
    /// The input's name.
    pub(crate) file: String,
    pub(crate) verdict: Verdict,
    pub(crate) rule: Rule,
    pub(crate) proof: Proof,
    pub(crate) types: &'r [GatewayType],
    pub(crate) state: State,
    /// Public roots of the counted evidence, each once.
    pub(crate) roots: Vec<String>,
    /// The roots of the second answer, by their state.
    pub(crate) today: Roots,
    /// Whether the input carries the date on which it was made.
    pub(crate) dated: bool,
    /// It was made before the notice of 2019.
    pub(crate) before_notice: bool,
    /// There is something to do about today's answer.
    pub(crate) act_today: bool,
    /// What is unknown may be a root newer than this tool.
    pub(crate) newer_root: Option<NewerRoot>,
    /// In a migration, the files that lack the newest root.
    pub(crate) lacking: Vec<String>,
    pub(crate) error: Option<Refusal>,
    /// The dates of the notices.
    pub(crate) dates: Dates,
    /// Where the moment of the answers lies, seen from the maintenance of 2019.
    pub(crate) stage: Stage,
    /// The package is one of Virtual WAN, which has another place in the portal.
    pub(crate) virtual_wan: bool,
    /// A command that downloads the package again.
    download: String,
    findings: Vec<FindingCode>,
}

/// The roots of the second answer.
pub(crate) struct Roots {
    pub(crate) all: Vec<String>,
    pub(crate) retiring: Vec<String>,
    /// The retiring ones by the notice of their retirement.
    pub(crate) retirements: Vec<Retired>,
    pub(crate) expired: Vec<Expired>,
    pub(crate) unlisted: Vec<String>,
    pub(crate) unknown: Vec<String>,
}

/// Roots that one notice retires.
pub(crate) struct Retired {
    pub(crate) notice: RetirementNotice,
    pub(crate) since: Date,
    pub(crate) roots: Vec<String>,
}

/// By what an unknown root is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NewerRoot {
    /// A certificate or a thumbprint, which can be compared.
    Fingerprint,
    /// Only a name.
    Name,
}

/// A root whose end has passed, or under which an intermediate's has.
pub(crate) struct Expired {
    pub(crate) root: String,
    pub(crate) intermediate: Option<&'static str>,
}

/// Why an input could not be read.
pub(crate) struct Refusal {
    pub(crate) happened: &'static str,
    pub(crate) to_do: &'static str,
    /// The part it is about, unless that is the whole input.
    pub(crate) place: Option<String>,
    /// A fresh download would help: not so where the reading, not the file, went wrong.
    pub(crate) download: bool,
}

/// The dates that sentences name; those of the 2019 notice in Japan's time.
pub(crate) struct Dates {
    pub(crate) notice: Date,
    /// The first window on request.
    pub(crate) first_window: Option<Date>,
    /// The automatic maintenance.
    pub(crate) maintenance: Option<Date>,
    pub(crate) completed: Date,
    /// From the first to the last of these two a gateway's creation date does not tell its type.
    pub(crate) border: [Date; 2],
    /// The vendor's pages about the rotation.
    pub(crate) rotation: Date,
    /// The end of the month that one of those pages gives as the deadline, and whether it is still to come.
    pub(crate) deadline: Date,
    pub(crate) deadline_ahead: bool,
}

impl<'r> Facts<'r> {
    pub(crate) fn of(input: &'r InputReport, now: Timestamp, language: Language) -> Self {
        let gateway = &input.gateway;
        let named = gateway.server.as_deref().or(gateway.id.as_deref());
        let counted = || input.evidence.iter().filter(|item| item.counted);
        let state = input.root_today.state;
        let dates = Dates::of_notices(now);
        Facts {
            gateway: named.map(visible),
            file: visible(&input.name),
            verdict: input.verdict,
            rule: input.rule,
            proof: input.proof,
            types: &input.gateway_types,
            state,
            roots: once(
                counted()
                    .filter_map(|item| item.root.as_deref())
                    .map(visible),
            ),
            today: Roots::of(input),
            dated: input.packaged.is_some(),
            before_notice: input
                .packaged
                .and_then(|moment| moment.date_at(JAPAN))
                .is_some_and(|day| day < dates.notice),
            act_today: acts(state),
            newer_root: newer_root(input),
            lacking: input
                .findings
                .iter()
                .filter(|finding| finding.code == FindingCode::PartLacksRoot)
                .filter_map(|finding| finding.place.as_deref())
                .map(visible)
                .collect(),
            error: Refusal::of(input, language),
            dates,
            stage: notices::maintenance_2019(now.unix()),
            virtual_wan: input.model == Model::VirtualWan,
            download: commands::download(gateway, input.model),
            findings: input.findings.iter().map(|finding| finding.code).collect(),
        }
    }

    /// The answer holds only if the file came out of the gateway's package.
    pub(crate) fn lone_certificate(&self) -> bool {
        self.has(FindingCode::LoneCertificate)
    }

    /// The answer holds only if the gateway does not check its users by RADIUS.
    pub(crate) fn script_only(&self) -> bool {
        self.has(FindingCode::ScriptOnly)
    }

    /// "Not affected" on a condition, or by a weak proof: the whole package would tell more.
    pub(crate) fn rests_on_little(&self) -> bool {
        let little = self.lone_certificate() || self.script_only() || self.proof == Proof::Name;
        self.rule == Rule::AllPublic && little
    }

    /// Steps, the first of which downloads the package.
    pub(crate) fn download_first(&self, sentences: &[&str]) -> Vec<Step> {
        let mut steps = steps(sentences);
        if let Some(first) = steps.first_mut() {
            first.command = Some(self.download.clone());
        }
        steps
    }

    /// A step in which the package is downloaded again.
    pub(crate) fn download_step(&self, text: String) -> Step {
        let command = Some(self.download.clone());
        Step { text, command }
    }

    pub(crate) fn has(&self, code: FindingCode) -> bool {
        self.findings.contains(&code)
    }
}

impl Roots {
    fn of(input: &InputReport) -> Self {
        let roots = &input.root_today.roots;
        let of = |state: State| {
            once(
                roots
                    .iter()
                    .filter(move |root| root.state == state)
                    .map(|root| visible(&root.name)),
            )
        };
        Roots {
            all: once(roots.iter().map(|root| visible(&root.name))),
            retiring: of(State::Retiring),
            expired: of(State::Expired)
                .into_iter()
                .map(|root| Expired {
                    intermediate: intermediate(&input.evidence, &root),
                    root,
                })
                .collect(),
            unlisted: of(State::PublicUnlisted),
            unknown: of(State::Unknown),
            retirements: retirements(&of(State::Retiring)),
        }
    }

    /// Retiring and expired ones.
    pub(crate) fn outgoing(&self) -> Vec<String> {
        let expired = self.expired.iter().map(|expired| expired.root.clone());
        self.retiring.iter().cloned().chain(expired).collect()
    }

    /// Whether any is retired by this notice.
    pub(crate) fn retired_by(&self, notice: RetirementNotice) -> bool {
        self.retirements
            .iter()
            .any(|retired| retired.notice == notice)
    }
}

fn retirements(retiring: &[String]) -> Vec<Retired> {
    let mut all: Vec<Retired> = Vec::new();
    for root in retiring {
        let Some(found) = notices::RETIRING.iter().find(|one| one.root == root) else {
            continue;
        };
        match all.iter_mut().find(|other| other.notice == found.notice) {
            Some(other) => other.roots.push(root.clone()),
            None => all.push(Retired {
                notice: found.notice,
                since: found.since.date(),
                roots: vec![root.clone()],
            }),
        }
    }
    all
}

/// Whether what is unknown may be a root newer than this tool: not in a package that contradicts itself, not beside a
/// gateway's own CA, and not the customer's own certificate.
fn newer_root(input: &InputReport) -> Option<NewerRoot> {
    let open = matches!(input.rule, Rule::Mixed | Rule::UnknownRoot);
    let own = |item: &Evidence| item.counted && item.class == Class::Own;
    let of_client =
        |finding: &p2s_verdict::Finding| finding.code == FindingCode::MaybeClientCertificate;
    if !open || input.evidence.iter().any(own) || input.findings.iter().any(of_client) {
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
        .min_by_key(|shown| *shown == NewerRoot::Name)
}

/// The listed intermediate by which the evidence stands under a root.
fn intermediate(evidence: &[Evidence], root: &str) -> Option<&'static str> {
    let found = |listed: &p2s_verdict::KnownCa| {
        let is_it = |item: &Evidence| item.value == listed.sha256 || item.value == listed.sha1;
        evidence.iter().any(|item| item.counted && is_it(item))
    };
    KNOWN_CAS
        .iter()
        .find(|listed| !listed.is_root() && listed.root == root && found(listed))
        .map(|listed| listed.name)
}

impl Refusal {
    fn of(input: &InputReport, language: Language) -> Option<Self> {
        let error = input.error.as_ref()?;
        let (happened, to_do) = crate::words::error_pair(error.code, language);
        // Another download of the package doesn't help.
        let outside = matches!(
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
                .map(visible),
            download: !outside,
        })
    }
}

impl Dates {
    fn of_notices(now: Timestamp) -> Self {
        let in_japan =
            |seconds: i64| Timestamp::from_unix(seconds).and_then(|moment| moment.date_at(JAPAN));
        let automatic = notices::WINDOWS
            .iter()
            .find(|window| window.id == "automatic");
        Dates {
            notice: notices::NOTICE_DATE_2019,
            first_window: in_japan(notices::FIRST_WINDOW.unix_timestamp()),
            maintenance: automatic.and_then(|window| in_japan(window.start.unix_timestamp())),
            completed: notices::COMPLETED.date(),
            border: [
                notices::public_ca_2019::BORDER_LAST_SURE_OLD,
                last_before(notices::public_ca_2019::BORDER_FIRST_SURE_C),
            ],
            rotation: notices::root_rotation_2026::DATE,
            deadline: notices::root_rotation_2026::DEADLINE,
            deadline_ahead: now
                .date_at(0)
                .is_none_or(|day| day <= notices::root_rotation_2026::DEADLINE),
        }
    }
}

/// The day before.
fn last_before(day: Date) -> Date {
    day.previous_day().unwrap_or(day)
}

/// Whether there is something to do about a state.
pub(crate) fn acts(state: State) -> bool {
    matches!(
        state,
        State::Ready | State::Retiring | State::Expired | State::SelfSigned
    )
}

/// Each text once, first seen first.
fn once(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    texts.filter(|text| seen.insert(text.clone())).collect()
}
