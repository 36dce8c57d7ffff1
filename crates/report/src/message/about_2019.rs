//! The messages of the answer about 2019.

use super::codes::{
    about_place, error_sentences, finding_sentence, rule_words, short_verdict_words, verdict_words,
};
use super::{certainty, day, list, package, paragraph, portal_path, server_certificate, today};
use crate::answer::{Step, Tone};
use crate::facts::{Facts, is_weakly_proven};
use crate::{Language, Message, words};
use p2s_verdict::notices::Stage;
use p2s_verdict::{FindingCode, GatewayType, InputReport, Proof, Rule, Verdict};

/// Returns the answer in a few words.
pub(crate) fn word(input: &InputReport, language: Language) -> &'static str {
    match input.rule {
        Rule::Contradiction => Message::WordContradiction.text(language),
        _ if !input.is_read() => Message::WordNotRead.text(language),
        _ => verdict_words(input.verdict, language),
    }
}

/// Returns the tone of the answer. Only what is certain is well.
pub(crate) fn tone(input: &InputReport) -> Tone {
    match input.verdict {
        Verdict::Affected => Tone::Affected,
        Verdict::Undetermined if input.rule == Rule::Contradiction => Tone::Action,
        Verdict::NotAffected if !is_weakly_proven(input) => Tone::Well,
        Verdict::NotAffected | Verdict::Undetermined => Tone::Open,
    }
}

/// Returns the answer in a few words, in the middle of a line.
pub(crate) fn short_word(facts: &Facts<'_>, language: Language) -> &'static str {
    match facts.is_read {
        true => short_verdict_words(facts.verdict, language),
        false => Message::ShortNotRead.text(language),
    }
}

/// Returns the sentence that answers the question.
pub(crate) fn first(facts: &Facts<'_>, language: Language) -> String {
    let (package, server) = (
        &package(facts, language),
        &server_certificate(facts, language),
    );
    let file = &facts.file;
    match facts.rule {
        Rule::AllPublic if facts.is_lone_certificate() => {
            words::AnswerLoneCertificate { file }.text(language)
        }
        Rule::AllPublic if facts.proof == Proof::Name => {
            words::AnswerNamesOnly { package }.text(language)
        }
        Rule::AllPublic if facts.is_script_only() => {
            words::AnswerScriptOnly { server }.text(language)
        }
        Rule::AllPublic => words::AnswerAllPublic { server }.text(language),
        Rule::OwnCa => words::AnswerOwnCa { server }.text(language),
        Rule::TwoGateways => words::AnswerTwoGateways { file }.text(language),
        Rule::NoEvidence if facts.is_radius_root => words::AnswerRadiusRoot { file }.text(language),
        Rule::NoEvidence => words::AnswerNoEvidence { package }.text(language),
        Rule::Contradiction => words::AnswerContradiction { package }.text(language),
        Rule::Mixed => words::AnswerMixed { package }.text(language),
        Rule::UnknownRoot if facts.has(FindingCode::MaybeClientCertificate) => {
            words::AnswerMaybeYours { file }.text(language)
        }
        Rule::UnknownRoot => words::AnswerUnknownRoot { package }.text(language),
        Rule::Unreadable if !facts.is_read => what_happened(facts, language),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            let happened = &what_happened(facts, language);
            words::AnswerRefusal { happened, package }.text(language)
        }
    }
}

/// Returns why an input can't be read.
fn what_happened(facts: &Facts<'_>, language: Language) -> String {
    match &facts.error {
        Some(refusal) => {
            let [happened, _] = error_sentences(refusal.error, language);
            about_place(refusal.place.as_deref(), happened, language)
        }
        None => rule_words(facts.rule, language).to_owned(),
    }
}

/// Returns the sentences that explain the answer.
pub(crate) fn second(facts: &Facts<'_>, language: Language) -> String {
    let text = |message: Message| message.text(language).to_owned();
    let explanation = match facts.rule {
        Rule::AllPublic => all_public(facts, language),
        Rule::OwnCa => own_ca(facts, language),
        Rule::TwoGateways => text(Message::ExplainTwoGateways),
        Rule::NoEvidence if facts.is_radius_root => text(Message::ExplainNotTheGateway),
        Rule::NoEvidence => text(Message::ExplainNoEvidence),
        Rule::Contradiction => text(Message::ExplainContradiction),
        Rule::Mixed | Rule::UnknownRoot if facts.newer_root.is_some() => {
            let advice = &today::compare_advice(facts, language);
            words::ExplainNewerRoot { advice }.text(language)
        }
        Rule::UnknownRoot if facts.has(FindingCode::MaybeClientCertificate) => {
            text(Message::ExplainNotTheGateway)
        }
        Rule::Mixed => text(Message::ExplainMixed),
        Rule::UnknownRoot => text(Message::ExplainUnknownRoot),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            facts.error.as_ref().map_or_else(String::new, |refusal| {
                let [_, to_do] = error_sentences(refusal.error, language);
                to_do.to_owned()
            })
        }
    };
    let mut sentences = vec![explanation];
    if facts.has(FindingCode::IssuerPublic) {
        sentences.push(finding_sentence(FindingCode::IssuerPublic, language).to_owned());
    }
    paragraph(&sentences, language)
}

fn all_public(facts: &Facts<'_>, language: Language) -> String {
    let explanation = words::ExplainAllPublic {
        certainty: certainty(facts),
        count: &facts.roots.len().to_string(),
        roots: &list(&facts.roots, language),
    };
    let mut sentences = vec![explanation.text(language)];
    if facts.proof == Proof::Name {
        sentences.push(Message::ExplainNamesOnly.text(language).to_owned());
    }
    paragraph(&sentences, language)
}

fn own_ca(facts: &Facts<'_>, language: Language) -> String {
    let dates = &facts.dates;
    let maintenance = &day(dates.maintenance, language);
    match facts.stage {
        Stage::Past => words::OwnCaPast {
            completed: &day(dates.completed, language),
            maintenance,
        }
        .text(language),
        Stage::UnderWay => words::OwnCaUnderWay { maintenance }.text(language),
        Stage::Upcoming => words::OwnCaUpcoming { maintenance }.text(language),
    }
}

/// Returns the gateway's type according to the notice of 2019, or why it can't be determined. Returns nothing if the
/// answer is undetermined.
pub(crate) fn gateway_type(facts: &Facts<'_>, language: Language) -> String {
    let text = |message: Message| message.text(language).to_owned();
    match (facts.rule, facts.types) {
        (Rule::OwnCa, _) if facts.predates_notice => {
            let notice = &day(facts.dates.notice, language);
            words::OwnCaTypeBeforeNotice { notice }.text(language)
        }
        (Rule::OwnCa, _) => text(Message::OwnCaType),
        (Rule::AllPublic, [GatewayType::A, GatewayType::C])
            if facts.has(FindingCode::CreatedUndecided) =>
        {
            let [from, to] = &facts.dates.undecided_creation.map(|one| day(one, language));
            words::TypeUndecidedByDate { from, to }.text(language)
        }
        (Rule::AllPublic, [GatewayType::A, GatewayType::C]) => text(Message::TypeUndecided),
        (Rule::AllPublic, [GatewayType::A]) => text(Message::TypeA),
        (Rule::AllPublic, [GatewayType::C]) => text(Message::TypeC),
        // A gateway that was type B has had a public CA since the maintenance and looks like the other types.
        (Rule::AllPublic, _) if facts.packaged.is_some() => {
            let day = &day(facts.dates.first_window, language);
            words::TypeOpenAfterWindows { day }.text(language)
        }
        (Rule::AllPublic, _) => text(Message::TypeOpenWithoutDate),
        _ => String::new(),
    }
}

/// Returns what to do next.
pub(crate) fn next_steps(facts: &Facts<'_>, language: Language) -> Vec<Step> {
    let plain = |message: Message| Step::plain(message.text(language));
    let download = |message: Message| facts.download_step(message.text(language));
    let portal = portal_path(facts, language);
    let download_again = || facts.download_step(words::StepDownloadAgain { portal }.text(language));
    match facts.rule {
        Rule::AllPublic if facts.is_today_first() => Vec::new(),
        Rule::AllPublic if facts.is_weakly_proven() => {
            vec![plain(Message::StepCheckWholePackage)]
        }
        Rule::AllPublic => vec![plain(Message::StepEachGateway)],
        Rule::OwnCa => match facts.stage {
            // Today's answer has the steps.
            Stage::Past => Vec::new(),
            Stage::UnderWay => vec![
                download(Message::StepIfCutOff),
                plain(Message::StepCheckAndInstall),
                plain(Message::StepIfConnected),
            ],
            Stage::Upcoming => vec![
                plain(Message::StepChooseWindow),
                plain(Message::StepTellUsers),
                plain(Message::StepAfterwards),
                plain(Message::StepInstallAfterwards),
            ],
        },
        Rule::UnknownRoot | Rule::NoEvidence if facts.is_of_customer() => vec![
            plain(Message::StepOwnCertificate),
            Step::plain(words::StepDownload { portal }.text(language)),
            plain(Message::StepCheckThat),
        ],
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            match &facts.error {
                Some(refusal) if refusal.advises_download => vec![
                    Step::plain(words::StepWhereToDownload { portal }.text(language)),
                    plain(Message::StepByHand),
                ],
                _ => Vec::new(),
            }
        }
        Rule::Contradiction => vec![
            download_again(),
            plain(Message::StepCheckUnchanged),
            plain(Message::StepReplaceInstalled),
            plain(Message::StepAskAboutCa),
        ],
        Rule::TwoGateways | Rule::NoEvidence | Rule::Mixed | Rule::UnknownRoot => vec![
            download_again(),
            plain(Message::StepCheckUnchanged),
            plain(Message::StepAskAboutCa),
        ],
    }
}
