//! The Japanese sentences of today's answer.

use super::{date, month, package, server_certificate};
use crate::answer::{Step, steps};
use crate::facts::{ExpiredRoot, Facts, NewerRoot};
use p2s_verdict::notices::{RetirementNotice, Stage};
use p2s_verdict::{FindingCode, State, Verdict};

/// Returns the answer in a few words.
pub(crate) fn word(facts: &Facts<'_>) -> &'static str {
    match facts.state {
        State::Current if facts.verdict == Verdict::Undetermined => "確定できません",
        State::Current => "現在必要な作業はありません",
        State::Ready => "すべてのルート証明書をインポートしてください",
        State::Retiring | State::Expired | State::SelfSigned => "対応が必要です",
        State::PublicUnlisted => "再確認してください",
        State::Unknown => "判定できません",
    }
}

/// Returns the sentence that answers the question.
pub(crate) fn first(facts: &Facts<'_>) -> String {
    let today = &facts.today;
    let server = server_certificate(facts);
    match facts.state {
        State::Current => format!(
            "{}{} は現在有効です{NOT_YOURS}。{}",
            subject(facts, &server, "ルート証明書"),
            today.all.join("、"),
            certainty(facts)
        ),
        State::Ready => format!(
            "{}には、ゲートウェイのサーバー証明書のルート証明書が複数 ({}) 含まれています。ルート証明書の移行のためと考えられます。すべてのクライアントに、すべてのルート証明書をインポートしてください。",
            package(facts),
            today.all.join("、")
        ),
        State::Retiring | State::Expired => format!(
            "{}{}{NOT_YOURS}。{}",
            subject(facts, &server, ca_or_root(facts)),
            retiring_or_expired(facts),
            certainty(facts)
        ),
        State::SelfSigned => format!(
            "{server}について、対応が必要です。{}ゲートウェイ独自の自己署名の証明機関を示していますが、{}{NOT_YOURS}。",
            if facts.verdict == Verdict::Affected {
                "このパッケージは"
            } else {
                "このパッケージの一部は"
            },
            if facts.stage == Stage::Past {
                "現在、このようなゲートウェイは残っていないはずです"
            } else {
                "2019 年のメンテナンスで公的証明機関へ切り替えられます"
            }
        ),
        State::PublicUnlisted => format!(
            "{}{} は公的証明機関のものですが、Azure VPN ゲートウェイでの使用を確認できていません{NOT_YOURS}。{}",
            subject(facts, &server, "ルート証明書"),
            today.unlisted.join("、"),
            certainty(facts)
        ),
        State::Unknown => format!(
            "{server}のルート証明書を確認できないため、現在の状態は分かりません{NOT_YOURS}。"
        ),
    }
}

// Readers think of their own certificates, so the sentence excludes them.
const NOT_YOURS: &str = " (お客様の証明書は対象ではありません)";

/// Returns the words before the names of the roots: whose roots they are.
fn subject(facts: &Facts<'_>, server: &str, what: &str) -> String {
    if facts.is_lone_certificate() {
        format!("{} が示す{what} ", facts.file)
    } else {
        format!("{server}の{what} ")
    }
}

/// Returns the word for roots, or for CAs if an intermediate has expired.
fn ca_or_root(facts: &Facts<'_>) -> &'static str {
    let of_intermediate = |expired: &ExpiredRoot| expired.intermediate.is_some();
    if facts.today.expired.iter().any(of_intermediate) {
        "証明機関"
    } else {
        "ルート証明書"
    }
}

/// Returns a sentence about how certain it is that the gateway's certificate chains to the named roots.
fn certainty(facts: &Facts<'_>) -> &'static str {
    if facts.verdict == Verdict::Undetermined {
        "ただし、ゲートウェイのサーバー証明書がこのルート証明書によるものとは確定できません。もう一方の結果をご確認ください。"
    } else if facts.is_lone_certificate() {
        "このファイルが対象のゲートウェイのパッケージに含まれていた場合の結果です。"
    } else if facts.is_script_only() {
        "ゲートウェイが RADIUS 認証を使っていない場合の結果です。"
    } else {
        ""
    }
}

/// Returns the sentences that explain the answer.
pub(crate) fn second(facts: &Facts<'_>) -> String {
    match facts.state {
        State::Current if facts.has(FindingCode::NamesDisagree) => "ただし、パッケージに記載された名前の一部は、このルート証明書を示していません。ルート証明書の移行中に起こり得る状態です。もう一度ダウンロードして確認してください。".to_owned(),
        State::Current => "現時点で、廃止の予定は確認されていません。パッケージは作成された日の状態を示すものです。ルート証明書の移行について Microsoft から通知が届いた場合は、もう一度ダウンロードして確認してください。".to_owned(),
        State::Ready => ready(facts),
        State::Retiring if facts.today.retirements.is_empty() => EXPIRED.to_owned(),
        State::Retiring => retirements(facts),
        State::Expired => EXPIRED.to_owned(),
        State::SelfSigned if facts.stage == Stage::Past => format!("すべてのゲートウェイは、{}までに公的証明機関へ切り替えられました。", date(facts.dates.completed)),
        State::SelfSigned => format!("2019 年のメンテナンスで、対象のゲートウェイは、{}までに公的証明機関へ切り替えられます。", date(facts.dates.completed)),
        State::PublicUnlisted => "このツールの公開後に使用が始まったか、Azure の一覧から外れた可能性があります。Azure のページと、お客様に届いた通知をご確認ください。".to_owned(),
        State::Unknown => match facts.newer_root {
            Some(_) => format!("{NEWER_ROOT}{}", compare_advice(facts)),
            None => "詳しくは「判定の根拠」をご覧ください。".to_owned(),
        },
    }
}

const EXPIRED: &str = "有効期間を確認するクライアントは、期限切れのルート証明書につながるサーバー証明書を拒否します。ゲートウェイのルート証明書は、すでに変更されていると考えられます。";

/// The sentence about what an unknown root may be.
pub(crate) const NEWER_ROOT: &str =
    "このツールの公開後に使用が始まったルート証明書への移行である可能性があります。";

/// Returns what to do before trusting an unknown root.
pub(crate) fn compare_advice(facts: &Facts<'_>) -> String {
    match facts.newer_root {
        Some(NewerRoot::Fingerprint) => format!(
            "{} をインポートする前に、パッケージをもう一度ダウンロードし、フィンガープリントが一致することを確認してください。",
            facts.today.unknown.join("、")
        ),
        Some(NewerRoot::Name) | None => {
            "クライアントの設定を変更する前に、パッケージをもう一度ダウンロードしてください。"
                .to_owned()
        }
    }
}

fn ready(facts: &Facts<'_>) -> String {
    let mut text = String::from(
        "すべてのルート証明書を信頼しているクライアントは、ゲートウェイのサーバー証明書が変わっても接続できます。お客様が作成したルート証明書とクライアント証明書は、この移行に関係ありません。",
    );
    for condition in [FindingCode::LoneCertificate, FindingCode::ScriptOnly] {
        if facts.has(condition) {
            text.push_str(super::codes::finding(condition));
        }
    }
    if !facts.today.outgoing().is_empty() {
        text.push_str(&format!("{}。", retiring_or_expired(facts)));
    }
    text.push_str(&retirements(facts));
    let unlisted = &facts.today.unlisted;
    if !unlisted.is_empty() {
        text.push_str(&format!(
            "{} は公的証明機関のものですが、Azure VPN ゲートウェイでの使用を確認できていません。",
            unlisted.join("、")
        ));
    }
    text
}

/// Returns why the roots are being retired according to each notice, with inferences marked as such.
fn retirements(facts: &Facts<'_>) -> String {
    let texts = facts.today.retirements.iter().map(|retired| {
        let (names, since) = (retired.roots.join("、"), date(retired.since));
        match retired.notice {
            RetirementNotice::RootRotation2026 => migration_2026(facts, &names, &since),
            RetirementNotice::WebTrustEnds2029 => format!(
                "Mozilla が公開した予定によると、{names} は {since}に Web サイトのルート証明書として信頼されなくなります。このゲートウェイについてのお知らせは、このツールでは確認できていません。Microsoft から通知が届いた場合は、通知に従ってください。"
            ),
        }
    });
    texts.collect()
}

fn migration_2026(facts: &Facts<'_>, names: &str, since: &str) -> String {
    let month = month(facts.dates.deadline);
    let deadline = if facts.dates.is_deadline_ahead {
        format!(
            "Azure のページの 1 つの版では、期限は {month}末とされています。お客様への通知に別の日が記載されている場合は、通知に従ってください。"
        )
    } else {
        format!(
            "Azure のページの 1 つの版では、期限は {month}末とされていました。移行が済んだゲートウェイには、このルート証明書しかないクライアントからは接続できません。"
        )
    };
    format!(
        "Azure のページ ({}付) によると、対象のゲートウェイには Microsoft から通知が届き、期限は通知に記載されます。その後は、すべてのクライアントで新しいプロファイルが必要です。{deadline}移行の対象が {names} であるという点は、このツールの推測です。Azure のページに名前の記載はありませんが、{since}に Chrome と Firefox が、Web サイトのルート証明書としての信頼を終了しています。",
        date(facts.dates.rotation)
    )
}

/// Returns what to do next.
pub(crate) fn next_steps(facts: &Facts<'_>) -> Vec<Step> {
    const DOWNLOAD_AGAIN: &str =
        "VPN クライアント パッケージをもう一度ダウンロードし、同じ方法で確認します。";
    const INSTALL: &str = "新しいパッケージをすべてのクライアントにインストールします。";
    const ALL: &str = "新しいパッケージに複数のルート証明書が含まれている場合は、認証方法 (証明書、Microsoft Entra ID、RADIUS) にかかわらず、すべてのクライアントに、すべてのルート証明書をインポートします。";
    const DEADLINE: &str = "お客様への通知に記載された期限までに、すべてのクライアントへの新しいパッケージのインストールを完了します。";
    let outgoing = facts.today.outgoing().join("、");
    let is_rotation_2026 = facts
        .today
        .any_retired_by(RetirementNotice::RootRotation2026);
    let wait = if !is_rotation_2026 {
        format!(
            "{outgoing} しか含まれていない場合は、Microsoft からの通知を待ちます。通知が届いたら、もう一度ダウンロードして確認します。"
        )
    } else if facts.dates.is_deadline_ahead {
        format!(
            "{outgoing} しか含まれていない場合は、Microsoft からの通知を待ちます。通知が届いたら (届かない場合も、{}末より前に余裕を持って)、もう一度ダウンロードして確認します。",
            month(facts.dates.deadline)
        )
    } else {
        format!(
            "{outgoing} しか含まれていない場合は、お使いのゲートウェイの日程を Azure サポートに問い合わせ、その後もう一度ダウンロードして確認します。"
        )
    };
    match facts.state {
        State::Retiring => facts.download_first(&[
            DOWNLOAD_AGAIN,
            &wait,
            ALL,
            DEADLINE,
        ]),
        State::Expired => facts.download_first(&[
            DOWNLOAD_AGAIN,
            INSTALL,
            ALL,
            "新しいパッケージにも期限切れの証明書しか含まれていない場合は、Azure サポートにお問い合わせください。",
        ]),
        State::SelfSigned => facts.download_first(&[
            DOWNLOAD_AGAIN,
            INSTALL,
            "新しいパッケージもゲートウェイ独自の証明機関を示している場合は、Azure サポートにお問い合わせください。",
        ]),
        State::Ready => ready_steps(facts, DEADLINE),
        State::Unknown if facts.newer_root == Some(NewerRoot::Fingerprint) => {
            facts.download_first(&[DOWNLOAD_AGAIN, &compare_advice(facts)])
        }
        State::PublicUnlisted | State::Unknown => facts.download_first(&[DOWNLOAD_AGAIN]),
        State::Current => Vec::new(),
    }
}

fn ready_steps(facts: &Facts<'_>, deadline: &str) -> Vec<Step> {
    let unlisted = &facts.today.unlisted;
    let mut all = Vec::new();
    if !unlisted.is_empty() {
        all.push(facts.download_step(format!(
            "パッケージをもう一度ダウンロードし、{} のフィンガープリントが一致することを確認します。",
            unlisted.join("、")
        )));
    }
    all.extend(steps(&["認証方法 (証明書、Microsoft Entra ID、RADIUS) にかかわらず、パッケージに含まれるすべてのルート証明書を、すべてのクライアントにインポートします。"]));
    if !facts.parts_lacking_root.is_empty() {
        all.push(facts.download_step(format!(
            "{} には、最も新しいルート証明書が含まれていません。これだけで設定したクライアントは移行に対応できないため、パッケージをもう一度ダウンロードします。それでも含まれていない場合は、ルート証明書を追加します。",
            list_some(&facts.parts_lacking_root)
        )));
    }
    all.extend(steps(&[deadline]));
    all
}

/// Lists at most three names: 「a、b、c ほか 4 件」.
fn list_some(names: &[String]) -> String {
    const MAX_LISTED: usize = 3;
    let some: Vec<&str> = names.iter().take(MAX_LISTED).map(String::as_str).collect();
    match names.len().saturating_sub(MAX_LISTED) {
        0 => some.join("、"),
        more => format!("{} ほか {more} 件", some.join("、")),
    }
}

/// Returns a clause about the retiring and the expired roots.
fn retiring_or_expired(facts: &Facts<'_>) -> String {
    let retiring = &facts.today.retiring;
    let expired: Vec<String> = facts.today.expired.iter().map(expired_root).collect();
    let retiring_part = format!("{} は廃止予定です", retiring.join("、"));
    let expired_part = format!("{} は有効期限が切れています", expired.join("、"));
    match (retiring.is_empty(), expired.is_empty()) {
        (false, false) => format!("{retiring_part}。また、{expired_part}"),
        (true, _) => expired_part,
        (_, true) => retiring_part,
    }
}

fn expired_root(expired: &ExpiredRoot) -> String {
    match expired.intermediate {
        Some(name) => format!("{name} ({} の中間証明書)", expired.root),
        None => expired.root.clone(),
    }
}
