//! The last line of a report: how many inputs ask for what today, and how many have which answer about 2019.

use crate::facts::{has_finding, is_weakly_proven, needs_action_today};
use crate::message::{comma_list, paragraph};
use crate::{Language, Message, words};
use p2s_package::Timestamp;
use p2s_verdict::{FindingCode, InputReport, Report, State, Summary, Verdict, notices};

/// What an input asks of the reader today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Import all root certificates of the package.
    ImportRoots,
    /// Download the package again.
    DownloadAgain,
    /// Nothing.
    Nothing,
    /// Nothing, but by weak evidence.
    ProbablyNothing,
    /// Something is missing or unknown.
    Unclear,
    /// The answer about 2019 says what to do.
    See2019,
    /// Another check: the user cancelled before the input was read.
    NotRead,
}

impl Need {
    /// Returns what an input asks for at the moment `now`.
    pub fn new(input: &InputReport, now: Timestamp) -> Self {
        if !input.is_read() {
            return Need::NotRead;
        }
        let state = input.root_today.state;
        if needs_action_today(input, notices::maintenance_2019(now.unix())) {
            return match state {
                State::Ready => Need::ImportRoots,
                State::Current
                | State::Retiring
                | State::Expired
                | State::SelfSigned
                | State::PublicUnlisted
                | State::Unknown => Need::DownloadAgain,
            };
        }
        let is_current = state == State::Current;
        match input.verdict {
            Verdict::NotAffected if is_current && is_weakly_proven(input) => Need::ProbablyNothing,
            Verdict::NotAffected
                if is_current && !has_finding(input, FindingCode::NamesDisagree) =>
            {
                Need::Nothing
            }
            Verdict::NotAffected | Verdict::Undetermined => Need::Unclear,
            Verdict::Affected => Need::See2019,
        }
    }

    /// Returns true if today's answer asks the reader to do something.
    pub fn is_action(self) -> bool {
        matches!(self, Need::ImportRoots | Need::DownloadAgain)
    }
}

/// The needs in the order of the summary, with their messages. [`Need::See2019`] and [`Need::NotRead`] aren't among
/// them: the summary counts those inputs by their answer about 2019, and what wasn't read separately.
const COUNTED: [(Need, Message); 5] = [
    (Need::ImportRoots, Message::SummaryImportRoots),
    (Need::DownloadAgain, Message::SummaryDownloadAgain),
    (Need::Nothing, Message::SummaryNothing),
    (Need::ProbablyNothing, Message::SummaryProbablyNothing),
    (Need::Unclear, Message::SummaryUnclear),
];

/// How many inputs have which need.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs([u64; COUNTED.len()]);

impl Needs {
    /// Counts an input.
    pub fn add(&mut self, need: Need) {
        let counts = COUNTED.iter().zip(&mut self.0);
        for (_, count) in counts.filter(|((counted, _), _)| *counted == need) {
            *count = count.saturating_add(1);
        }
    }

    /// Returns true if an input asks for something today.
    pub fn has_action(&self) -> bool {
        let mut counts = COUNTED.iter().zip(self.0);
        counts.any(|((need, _), count)| need.is_action() && count > 0)
    }
}

/// Returns the [`counts_words`] of a report.
pub fn summary_words(report: &Report, language: Language) -> String {
    let mut needs = Needs::default();
    for input in &report.inputs {
        needs.add(Need::new(input, report.generated));
    }
    counts_words(&report.summary, &needs, language)
}

/// Returns how many inputs ask for what today, how many have which answer about 2019, and how many files were skipped.
///
/// Counts of zero are left out; of a single input only the skipped files are counted, because its answers say the rest.
pub fn counts_words(summary: &Summary, needs: &Needs, language: Language) -> String {
    let text = |message: Message, count: &str| words::Summary { count }.text(message, language);
    let count = |(message, count): (Message, u64)| match count {
        0 => String::new(),
        count => text(message, &count.to_string()),
    };
    let sentence = |message: Message, counts: &[(Message, u64)]| {
        let counts = counts.iter().map(|one| count(*one));
        let counts: Vec<String> = counts.filter(|count| !count.is_empty()).collect();
        match counts.as_slice() {
            [] => String::new(),
            counts => text(message, &comma_list(counts, language)),
        }
    };
    let today = COUNTED.iter().zip(needs.0);
    let today: Vec<_> = today
        .map(|((_, message), count)| (*message, count))
        .collect();
    let about_2019 = [
        (Message::SummaryAffected, summary.affected),
        (Message::SummaryUndetermined, summary.undetermined),
        (Message::SummaryNotAffected, summary.not_affected),
    ];
    let skipped = count((Message::SummarySkipped, summary.skipped));
    let not_read = count((Message::SummaryNotRead, summary.not_read));
    let inputs: u64 = about_2019.iter().map(|(_, count)| count).sum();
    match inputs.saturating_add(summary.not_read) {
        0 | 1 => skipped,
        _ => {
            let today = sentence(Message::SummaryToday, &today);
            let about_2019 = sentence(Message::Summary2019, &about_2019);
            paragraph(&[today, about_2019, skipped, not_read], language)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(needs: &[Need], skipped: u64, language: Language) -> String {
        let mut all = Needs::default();
        needs.iter().for_each(|need| all.add(*need));
        let summary = Summary {
            not_affected: needs.len() as u64,
            skipped,
            ..Summary::default()
        };
        counts_words(&summary, &all, language)
    }

    #[test]
    fn the_summary_says_what_to_do_for_how_many() {
        let needs = [
            Need::Nothing,
            Need::ImportRoots,
            Need::DownloadAgain,
            Need::Unclear,
            Need::ProbablyNothing,
            Need::ImportRoots,
            Need::See2019,
        ];
        assert_eq!(
            words(&needs, 0, Language::En),
            "Today: 2 need action (import all root certificates), 1 needs action (download the package again), 1 is fine, \
             1 is probably fine, 1 can't be determined. 2019 maintenance: 7 not affected."
        );
        assert_eq!(
            words(&needs, 1, Language::Ja),
            "現在: 対応が必要 (すべてのルート証明書をインポート) 2 件、対応が必要 (パッケージをもう一度ダウンロード) 1 件、\
             作業不要 1 件、おそらく作業不要 1 件、判定不能 1 件。2019 年のメンテナンス: 影響なし 7 件。対象外のファイル: 1 件。"
        );
    }

    #[test]
    fn a_single_input_has_no_summary() {
        assert_eq!(words(&[Need::ImportRoots], 0, Language::En), "");
        assert_eq!(
            words(&[Need::ImportRoots], 2, Language::En),
            "2 files skipped."
        );
        assert_eq!(words(&[], 0, Language::En), "");
    }

    #[test]
    fn only_what_needs_action_is_an_action() {
        for (need, expected) in [
            (Need::ImportRoots, true),
            (Need::DownloadAgain, true),
            (Need::Nothing, false),
            (Need::ProbablyNothing, false),
            (Need::Unclear, false),
            (Need::See2019, false),
            (Need::NotRead, false),
        ] {
            let mut needs = Needs::default();
            needs.add(need);
            assert_eq!(needs.has_action(), expected, "{need:?}");
        }
    }
}
