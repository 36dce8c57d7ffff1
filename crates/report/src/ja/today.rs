//! The Japanese sentences of today's answer.

use super::{date, month, package, server_certificate};
use crate::answer::{Step, steps};
use crate::facts::{Expired, Facts};
use p2s_verdict::notices::Stage;
use p2s_verdict::{State, Verdict};

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
            "{}には、ゲートウェイのサーバー証明書のルート証明書が複数 ({}) 含まれており、廃止予定または期限切れのものがあります{NOT_YOURS}。",
            package(facts),
            today.all.join("、")
        ),
        State::Retiring | State::Expired => format!(
            "{}{}{NOT_YOURS}。{}",
            subject(facts, &server, ca_or_root(facts)),
            out_of_use(facts),
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
            "{}{} は公的証明機関のものですが、Azure の VPN ゲートウェイでの使用が確認されていません{NOT_YOURS}。{}",
            subject(facts, &server, "ルート証明書"),
            today.unlisted.join("、"),
            certainty(facts)
        ),
        State::Unknown => format!(
            "{}からは、ゲートウェイのサーバー証明書がどのルート証明書によるものか確認できないため、現在の状態をお答えできません{NOT_YOURS}。",
            package(facts)
        ),
    }
}

/// Whose certificate it is about.
const NOT_YOURS: &str = " (お客様の証明書は対象ではありません)";

/// Whose roots the sentence is about, before their names.
fn subject(facts: &Facts<'_>, server: &str, what: &str) -> String {
    if facts.lone_certificate() {
        format!("{} が示す{what} ", facts.file)
    } else {
        format!("{server}の{what} ")
    }
}

/// Roots, or, where an intermediate has expired, CAs.
fn ca_or_root(facts: &Facts<'_>) -> &'static str {
    let of_intermediate = |expired: &Expired| expired.intermediate.is_some();
    if facts.today.expired.iter().any(of_intermediate) {
        "証明機関"
    } else {
        "ルート証明書"
    }
}

/// How far it is certain that the gateway's certificate stands under the roots named.
fn certainty(facts: &Facts<'_>) -> &'static str {
    if facts.verdict == Verdict::Undetermined {
        "ただし、ゲートウェイのサーバー証明書がこのルート証明書によるものとは確定できません。もう一方の結果をご確認ください。"
    } else if facts.lone_certificate() {
        "このファイルが対象のゲートウェイのパッケージに含まれていた場合の結果です。"
    } else if facts.script_only() {
        "ゲートウェイが RADIUS 認証を使っていない場合の結果です。"
    } else {
        ""
    }
}

pub(crate) fn second(facts: &Facts<'_>) -> String {
    match facts.state {
        State::Current => "廃止の予定は知られていません。パッケージは作成された日の状態を示すものです。ルート証明書の切り替えについて Azure から通知が届いた場合は、もう一度ダウンロードして確認してください。".to_owned(),
        State::Ready if facts.today.retiring.is_empty() => format!(
            "すべてのルート証明書を信頼しているクライアントは、ゲートウェイのルート証明書が切り替わっても接続できます。{}。",
            out_of_use(facts)
        ),
        State::Ready => format!(
            "すべてのルート証明書を信頼しているクライアントは、ゲートウェイのルート証明書が切り替わっても接続できます。{}。{}",
            out_of_use(facts),
            rotation(facts)
        ),
        State::Retiring => rotation(facts),
        State::Expired => "有効期間を確認するクライアントは、期限切れの証明書によるサーバー証明書を受け入れません。ゲートウェイのルート証明書は、すでに切り替わっていると考えられます。".to_owned(),
        State::SelfSigned if facts.stage == Stage::Past => format!("すべてのゲートウェイは、{}までに公的証明機関へ切り替えられました。", date(facts.dates.completed)),
        State::SelfSigned => format!("2019 年のメンテナンスで、対象のゲートウェイは、{}までに公的証明機関へ切り替えられます。", date(facts.dates.completed)),
        State::PublicUnlisted => "このツールより新しい変更の可能性があります。Azure のページと、お客様に届いた通知をご確認ください。".to_owned(),
        State::Unknown => "不足している情報や不明な点は、判定の根拠で確認できます。".to_owned(),
    }
}

/// What is known of the rotation, and what is only inferred.
fn rotation(facts: &Facts<'_>) -> String {
    let names = facts.today.retiring.join("、");
    let since = facts
        .dates
        .retiring_since
        .map(|day| format!("{}に", date(day)))
        .unwrap_or_default();
    let month = month(facts.dates.deadline);
    let deadline = if facts.dates.deadline_ahead {
        format!(
            "Azure のページの 1 つの版では、期限は {month}末とされています。お客様への通知に別の日が記載されている場合は、通知に従ってください。"
        )
    } else {
        format!(
            "Azure のページの 1 つの版では、期限は {month}末とされていました。切り替えが済んだゲートウェイには、このルート証明書しかないクライアントからは接続できません。"
        )
    };
    format!(
        "Chrome と Firefox は、{since} {names} を Web サイトの証明書として信頼しなくなりました。また Azure は {}に、ポイント対サイト ゲートウェイのルート証明書を切り替えると発表しました。お客様への通知に記載された期限までに、すべてのクライアントで新しいプロファイルが必要です。{deadline}切り替えの対象がこのルート証明書であるという点は、このツールの推測です。Azure のページにルート証明書の名前は記載されていません。",
        date(facts.dates.rotation)
    )
}

pub(crate) fn steps_of(facts: &Facts<'_>) -> Vec<Step> {
    const AGAIN: &str =
        "VPN クライアント パッケージをもう一度ダウンロードし、同じ方法で確認します。";
    const INSTALL: &str = "新しいパッケージをすべてのクライアントにインストールします。";
    const ALL: &str = "新しいパッケージに複数のルート証明書が含まれている場合は、認証方法 (証明書、Microsoft Entra ID、RADIUS) にかかわらず、すべてのクライアントにすべてインポートします。";
    const DEADLINE: &str =
        "お客様への通知に記載された期限までに、すべてのクライアントの準備を完了します。";
    let wait = if facts.dates.deadline_ahead {
        format!(
            "古いルート証明書しか含まれていない場合は、Azure からの通知を待ちます。通知が届いたとき、また届かない場合も {}末より前に余裕を持って、もう一度ダウンロードして確認します。",
            month(facts.dates.deadline)
        )
    } else {
        "古いルート証明書しか含まれていない場合は、お使いのゲートウェイの日程を Azure サポートに問い合わせ、その後もう一度ダウンロードして確認します。".to_owned()
    };
    match facts.state {
        State::Retiring => facts.download_first(&[
            AGAIN,
            &wait,
            ALL,
            DEADLINE,
        ]),
        State::Expired => facts.download_first(&[
            AGAIN,
            INSTALL,
            ALL,
            "新しいパッケージにも期限切れの証明書しか含まれていない場合は、Azure サポートにお問い合わせください。",
        ]),
        State::SelfSigned => facts.download_first(&[
            AGAIN,
            INSTALL,
            "新しいパッケージもゲートウェイ独自の証明機関を示している場合は、Azure サポートにお問い合わせください。",
        ]),
        State::Ready => steps(&[
            "認証方法 (証明書、Microsoft Entra ID、RADIUS) にかかわらず、パッケージに含まれるすべてのルート証明書を、すべてのクライアントにインポートします。",
            DEADLINE,
        ]),
        State::PublicUnlisted | State::Unknown => facts.download_first(&[AGAIN]),
        State::Current => Vec::new(),
    }
}

/// Which roots are on their way out, and which are out already.
fn out_of_use(facts: &Facts<'_>) -> String {
    let retiring = &facts.today.retiring;
    let expired: Vec<String> = facts.today.expired.iter().map(expired).collect();
    let retiring_part = format!("{} は廃止予定です", retiring.join("、"));
    let expired_part = format!("{} は有効期限が切れています", expired.join("、"));
    match (retiring.is_empty(), expired.is_empty()) {
        (false, false) => format!("{retiring_part}。また、{expired_part}"),
        (true, _) => expired_part,
        (_, true) => retiring_part,
    }
}

fn expired(expired: &Expired) -> String {
    match expired.intermediate {
        Some(name) => format!("{name} ({} の中間証明書)", expired.root),
        None => expired.root.clone(),
    }
}
