//! What the sentences of an answer are made of: the same for both languages.

use crate::{Language, visible};
use p2s_verdict::{FindingCode, GatewayType, InputReport, Proof, Rule, State, notices};

/// An answer's facts, ready for words.
pub(crate) struct Facts<'r> {
    /// The gateway's host, identifier or, failing both, the file's name; safe to show.
    pub(crate) gateway: String,
    pub(crate) rule: Rule,
    pub(crate) proof: Proof,
    pub(crate) types: &'r [GatewayType],
    pub(crate) state: State,
    /// Public roots of the counted evidence, each once.
    pub(crate) roots: Vec<String>,
    /// All roots of the second answer.
    pub(crate) roots_today: Vec<String>,
    /// Those of them that are not current.
    pub(crate) troubled: Vec<String>,
    pub(crate) packaged: Option<String>,
    pub(crate) before_notice: bool,
    pub(crate) lone_certificate: bool,
    /// There is something to do about today's answer.
    pub(crate) act_today: bool,
    /// Of an error: what happened, what to do, where.
    pub(crate) happened: &'static str,
    pub(crate) to_do: &'static str,
    pub(crate) error_place: Option<String>,
    /// The day on which the 2019 maintenance was completed, YYYY-MM-DD.
    pub(crate) completed: String,
    /// The day since which a root is being retired.
    pub(crate) retiring_since: String,
    findings: Vec<FindingCode>,
}

impl<'r> Facts<'r> {
    pub(crate) fn of(input: &'r InputReport, language: Language) -> Self {
        let gateway = &input.gateway;
        let named = gateway
            .server
            .as_ref()
            .or(gateway.id.as_ref())
            .unwrap_or(&input.name);
        let mut roots: Vec<String> = Vec::new();
        for root in input
            .evidence
            .iter()
            .filter(|item| item.counted)
            .filter_map(|item| item.root.as_deref())
        {
            let shown = visible(root);
            if !roots.contains(&shown) {
                roots.push(shown);
            }
        }
        let today = &input.root_today;
        let error = input.error.as_ref();
        let (happened, to_do) = error.map_or(("", ""), |error| {
            crate::words::error_pair(&error.code, language)
        });
        let findings: Vec<FindingCode> =
            input.findings.iter().map(|finding| finding.code).collect();
        let notice = notices::NOTICE_DATE_2019;
        Facts {
            gateway: visible(named),
            rule: input.rule,
            proof: input.proof,
            types: &input.gateway_types,
            state: today.state,
            roots,
            roots_today: today.roots.iter().map(|root| visible(&root.name)).collect(),
            troubled: today
                .roots
                .iter()
                .filter(|root| root.state != State::Current)
                .map(|root| visible(&root.name))
                .collect(),
            packaged: input.packaged.map(|moment| moment.to_string()),
            before_notice: input
                .packaged
                .is_some_and(|moment| moment.utc().date() < notice),
            lone_certificate: findings.contains(&FindingCode::LoneCertificate),
            act_today: acts(today.state),
            happened,
            to_do,
            error_place: error.and_then(|error| error.place.as_deref()).map(visible),
            completed: notices::COMPLETED.date().to_string(),
            retiring_since: notices::RETIRING
                .first()
                .map(|root| root.since.date().to_string())
                .unwrap_or_default(),
            findings,
        }
    }

    pub(crate) fn has(&self, code: FindingCode) -> bool {
        self.findings.contains(&code)
    }
}

/// Whether there is something to do about a state.
pub(crate) fn acts(state: State) -> bool {
    matches!(state, State::Retiring | State::Expired | State::SelfSigned)
}
