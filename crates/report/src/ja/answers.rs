//! The Japanese sentences of the two answers.

use crate::facts::Facts;
use p2s_verdict::{FindingCode, GatewayType, Proof, Rule, State};

/// Not the customer's certificates: every first sentence says so.
const NOT_YOURS: &str = "これはゲートウェイのサーバー証明書についての結果です。お客様のルート証明書やクライアント証明書は対象ではありません";
const DOWNLOAD: &str = "VPN クライアント パッケージをもう一度ダウンロードします (ポータル > [仮想ネットワーク ゲートウェイ] > 対象のゲートウェイ > [ポイント対サイトの構成] > [VPN クライアントのダウンロード])。";
const CHECK_NEW: &str = "新しいパッケージをこのページで確認します。";

pub(crate) fn first(facts: &Facts<'_>) -> String {
    let gateway = &facts.gateway;
    let roots = facts.roots.join(" および ");
    match facts.rule {
        Rule::AllPublic if facts.lone_certificate => format!(
            "対象のゲートウェイのパッケージに含まれていたファイルであれば、2019 年のメンテナンスの影響はありません。{gateway} の証明書は公的証明機関 {roots} のものです。{NOT_YOURS}。"
        ),
        Rule::AllPublic if facts.proof == Proof::Name => format!(
            "名前だけで判断すると、2019 年のメンテナンスの影響はありません。{gateway} には、サーバー証明書が公的証明機関 {roots} によるものと記載されています。{NOT_YOURS}。"
        ),
        Rule::AllPublic => format!(
            "2019 年のメンテナンスの影響はありません。{gateway} のサーバー証明書は、公的証明機関 {roots} によるものです。{NOT_YOURS}。"
        ),
        Rule::OwnCa => format!(
            "2019 年のメンテナンスの影響があります。このパッケージの作成時点で、{gateway} はサーバー証明書にゲートウェイ独自の自己署名の証明機関を使っていました。{NOT_YOURS}。"
        ),
        Rule::TwoGateways => format!(
            "判定できません。{gateway} の各部分が異なるゲートウェイを示しており、どのゲートウェイのサーバー証明書か分かりません。{NOT_YOURS}。"
        ),
        Rule::NoEvidence => format!(
            "判定できません。{gateway} には、ゲートウェイのサーバー証明書の証明機関を示す情報がありません。{NOT_YOURS}。"
        ),
        Rule::Contradiction => format!(
            "判定できません。ご注意ください。ゲートウェイのサーバー証明書の証明機関について、{gateway} の記載が互いに矛盾しています。{NOT_YOURS}。"
        ),
        Rule::Mixed => format!(
            "判定できません。ゲートウェイのサーバー証明書の証明機関について、{gateway} の部分ごとに内容が食い違っています。{NOT_YOURS}。"
        ),
        Rule::UnknownRoot => format!(
            "判定できません。{gateway} が示すゲートウェイのサーバー証明書の証明機関は、既知の公的証明機関でも、ゲートウェイ独自のものでもありません。{NOT_YOURS}。"
        ),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            format!(
                "判定できません。{} ({}) ゲートウェイのサーバー証明書の証明機関を確認するためのファイルが必要です。",
                facts.happened,
                facts.error_place.as_deref().unwrap_or(gateway)
            )
        }
    }
}

pub(crate) fn second(facts: &Facts<'_>) -> String {
    let mut text = match facts.rule {
        Rule::AllPublic => all_public(facts),
        Rule::OwnCa => format!(
            "{} 以降、独自の証明機関を使うゲートウェイは残っていないはずです。このパッケージで設定したクライアントは、そのころから接続できなくなっていると考えられます。{}",
            date(&facts.completed),
            if facts.before_notice {
                "パッケージの作成日はお知らせより前です。その後の定期メンテナンスで、すでにタイプ A になっている可能性もあります。"
            } else {
                "お知らせのタイプ B にあたります。"
            }
        ),
        Rule::TwoGateways => "2 つのパッケージのファイルが混ざっていると考えられます。ゲートウェイごとに、それぞれのパッケージで確認してください。".to_owned(),
        Rule::NoEvidence => "判定に必要な要素やファイルがないか、空になっています。情報がないことを安全とは判断しません。".to_owned(),
        Rule::Contradiction => "ご自身でもう一度ダウンロードするまで、このパッケージを信用せず、インストールもしないでください。".to_owned(),
        Rule::Mixed => "Azure が作成したままのパッケージでは、このような状態になりません。はっきりしないものを安全とは判断しません。".to_owned(),
        Rule::UnknownRoot => "分からないものを安全とは判断しません。".to_owned(),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => facts.to_do.to_owned(),
    };
    if facts.has(FindingCode::IssuerPublic) {
        text.push_str(super::codes::finding(FindingCode::IssuerPublic));
    }
    text
}

fn all_public(facts: &Facts<'_>) -> String {
    let mut text = String::from(
        "自己署名から公的証明機関への切り替えによって、このパッケージで設定したクライアントの接続が切れることはありません。",
    );
    if facts.proof == Proof::Name {
        text.push_str("ただし、名前を裏付ける証明書がありません。名前は誰でも書けるため、目安としてお考えください。確実に確認するには、パッケージ全体を選択してください。");
    }
    text.push_str(match facts.types {
        [GatewayType::A, GatewayType::C] => "お知らせのタイプ A または C です。どちらであるかは、ゲートウェイの作成日でしか分かりません。",
        [GatewayType::A] => "作成日から、お知らせのタイプ A と考えられます。",
        [GatewayType::C] => "作成日から、お知らせのタイプ C と考えられます。",
        _ if facts.packaged.is_none() => "ファイルに日付がないため、タイプは分かりません。タイプ B だったゲートウェイも、切り替え後は同じ内容になるためです。",
        _ => "パッケージが最初の日程より後に作成されているため、タイプは分かりません。タイプ B だったゲートウェイも、切り替え後は同じ内容になるためです。",
    });
    if facts.has(FindingCode::Rezipped) {
        text.push_str("zip が圧縮し直されているため、日付は不確かです。");
    }
    text
}

pub(crate) fn steps(facts: &Facts<'_>) -> Vec<&'static str> {
    match facts.rule {
        Rule::AllPublic if facts.act_today => vec![
            "2019 年のメンテナンスについて、必要な作業はありません。現在必要な作業は「現在」の欄に示しています。",
        ],
        Rule::AllPublic => vec![
            "2019 年のメンテナンスについて、必要な作業はありません。",
            "パッケージは作成された日の状態を示すものです。ゲートウェイごと、仮想 WAN のハブごとに、それぞれのパッケージで確認してください。",
        ],
        Rule::OwnCa => vec![
            DOWNLOAD,
            CHECK_NEW,
            "1 台のクライアントで古い VPN 接続を削除し、新しいパッケージをインストールして接続を確認します。",
            "すべてのクライアントで同じ作業を行います。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。",
        ],
        Rule::UnknownRoot if facts.has(FindingCode::MaybeClientCertificate) => vec![
            "お客様のクライアント用ルート証明書またはクライアント証明書であれば、対象ではありません。そのままお使いください。",
            "VPN クライアント パッケージをダウンロードします (ポータル > [仮想ネットワーク ゲートウェイ] > 対象のゲートウェイ > [ポイント対サイトの構成] > [VPN クライアントのダウンロード])。",
            "そのパッケージをこのページで確認します。",
        ],
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            vec![
                facts.to_do,
                "ダウンロードの場所: ポータル > [仮想ネットワーク ゲートウェイ] > 対象のゲートウェイ > [ポイント対サイトの構成] > [VPN クライアントのダウンロード]",
                "手動でも確認できます。方法はこのページで説明しています。",
            ]
        }
        Rule::TwoGateways
        | Rule::NoEvidence
        | Rule::Contradiction
        | Rule::Mixed
        | Rule::UnknownRoot => vec![
            DOWNLOAD,
            "ダウンロードしたままの新しいパッケージを、このページで確認します。",
            "結果が変わらない場合は、ゲートウェイのサーバー証明書の証明機関を Azure サポートにお問い合わせください。",
        ],
    }
}

pub(crate) fn today_word(state: State) -> &'static str {
    match state {
        State::Current => "現在必要な作業はありません",
        State::Ready => "準備済み",
        State::Retiring | State::Expired | State::SelfSigned => "対応が必要です",
        State::PublicUnlisted => "再確認してください",
        State::Unknown => "判定できません",
    }
}

pub(crate) fn today_first(facts: &Facts<'_>) -> String {
    let roots = facts.roots_today.join("、");
    let troubled = facts.troubled.join("、");
    match facts.state {
        State::Current => format!("現在: {roots} は信頼されており、問題は知られていません。"),
        State::Ready => format!("現在: パッケージに複数のルート証明書 ({roots}) が含まれ、有効なものがあります。すべてのクライアントに、すべてインポートしてください。"),
        State::Retiring => format!("対応が必要です: {troubled} は廃止予定です。"),
        State::Expired => format!("対応が必要です: {troubled} は有効期限が切れています。"),
        State::SelfSigned => "対応が必要です: ゲートウェイ独自の自己署名の証明機関に基づくパッケージです。現在このようなゲートウェイは残っていないはずです。".to_owned(),
        State::PublicUnlisted => format!("現在: {roots} には、Azure の VPN ゲートウェイでの使用が確認されていない公的証明機関が含まれています。"),
        State::Unknown => "現在: ゲートウェイのルート証明書がパッケージからは確定できないため、判断できません。".to_owned(),
    }
}

pub(crate) fn today_second(facts: &Facts<'_>) -> String {
    match facts.state {
        State::Current => "パッケージは作成された日の状態を示すものです。ルート証明書について Azure から通知が届いた場合は、もう一度ダウンロードして確認してください。".to_owned(),
        State::Ready => "すべてのルート証明書を信頼しているクライアントは、ゲートウェイが新しいルートに切り替わっても接続が切れません。".to_owned(),
        State::Retiring => format!(
            "Chrome と Firefox は、{} に Web サイトでのこのルート証明書の信頼を終了しました。Azure は 2026 年 6 月に、ポイント対サイトのゲートウェイのルート証明書を順次切り替えること、お客様への通知に書かれた期限までにすべてのクライアントで新しいプロファイルが必要になることを発表しています。切り替えの対象がこのルート証明書であるという点は、私たちの推測です。Azure のページにルート証明書の名前は書かれていません。",
            date(&facts.retiring_since)
        ),
        State::Expired => "有効期限を確認するクライアントは、このルート証明書によるサーバー証明書を受け入れません。ゲートウェイのルート証明書は、すでに切り替わっていると考えられます。".to_owned(),
        State::SelfSigned => format!("ゲートウェイは {} までに公的証明機関へ切り替えられました。", date(&facts.completed)),
        State::PublicUnlisted => "このページより新しい変更の可能性があります。Azure のページとお客様への通知を確認してください。".to_owned(),
        State::Unknown => "不足している情報や不明な点は、下の根拠で確認できます。".to_owned(),
    }
}

pub(crate) fn today_steps(facts: &Facts<'_>) -> Vec<&'static str> {
    match facts.state {
        State::Retiring | State::Expired => vec![
            "VPN クライアント パッケージをもう一度ダウンロードし、このページで確認します。",
            "古いルート証明書しか含まれていない場合は、Azure からの通知を待ち、そのときにもう一度確認します。",
            "新旧両方が含まれている場合は、認証方法 (証明書、Microsoft Entra ID、RADIUS) にかかわらず、すべてのクライアントに両方をインポートします。",
            "お客様への通知に書かれた期限を確認します。通知はサブスクリプションの所有者に届きます。",
        ],
        State::SelfSigned => vec![
            "VPN クライアント パッケージをもう一度ダウンロードし、このページで確認します。",
            "新しいパッケージをすべてのクライアントにインストールします。",
        ],
        State::Ready => vec![
            "認証方法にかかわらず、パッケージに含まれるすべてのルート証明書を、すべてのクライアントにインポートします。",
        ],
        State::PublicUnlisted | State::Unknown => {
            vec!["VPN クライアント パッケージをもう一度ダウンロードし、このページで確認します。"]
        }
        State::Current => Vec::new(),
    }
}

/// 2019-05-12 as 2019 年 5 月 12 日.
fn date(text: &str) -> String {
    let parts: Vec<&str> = text
        .split('-')
        .map(|part| part.trim_start_matches('0'))
        .collect();
    match parts.as_slice() {
        [year, month, day] => format!("{year} 年 {month} 月 {day} 日"),
        _ => text.to_owned(),
    }
}
