//! The Japanese sentences of the 2019 answer.

use super::{date, package, server_certificate};
use crate::answer::{Step, steps};
use crate::facts::{Facts, Refusal};
use p2s_verdict::notices::Stage;
use p2s_verdict::{FindingCode, GatewayType, Proof, Rule, State};

// Every first sentence says whose certificate it is about, because readers think of their own certificates.
const NOT_YOURS: &str = "お客様のルート証明書やクライアント証明書は対象ではありません";

/// Returns the way to the package in the Azure portal.
fn portal_path(facts: &Facts<'_>) -> &'static str {
    if facts.virtual_wan {
        "ポータル > 対象のハブ > [ユーザー VPN (ポイント対サイト)] > [仮想ハブ ユーザー VPN プロファイルのダウンロード]"
    } else {
        "ポータル > [仮想ネットワーク ゲートウェイ] > 対象のゲートウェイ > [ポイント対サイトの構成] > [VPN クライアントのダウンロード]"
    }
}

/// Returns the sentence that answers the question.
pub(crate) fn first(facts: &Facts<'_>) -> String {
    let (package, file) = (package(facts), &facts.file);
    let server = server_certificate(facts);
    let roots = facts.roots.join("、");
    match facts.rule {
        Rule::AllPublic if facts.is_lone_certificate() => format!(
            "{file} が対象のゲートウェイのパッケージに含まれていたものであれば、そのゲートウェイのサーバー証明書は公的証明機関 ({roots}) によるもので、2019 年のメンテナンスの影響はありません ({NOT_YOURS})。"
        ),
        Rule::AllPublic if facts.proof == Proof::Name => format!(
            "{package}に書かれた名前だけで判断すると、ゲートウェイのサーバー証明書は公的証明機関 ({roots}) によるもので、2019 年のメンテナンスの影響はありません ({NOT_YOURS})。"
        ),
        Rule::AllPublic if facts.is_script_only() => format!(
            "VpnProfileSetup.ps1 だけで判断すると、ゲートウェイが RADIUS 認証を使っていない場合、{server}は公的証明機関 ({roots}) によるもので、2019 年のメンテナンスの影響はありません ({NOT_YOURS})。"
        ),
        Rule::AllPublic => format!(
            "{server}は公的証明機関 ({roots}) によるもので、2019 年のメンテナンスの影響はありません ({NOT_YOURS})。"
        ),
        Rule::OwnCa => format!(
            "このパッケージの作成時点で、{server}はゲートウェイ独自の自己署名の証明機関によるもので、2019 年のメンテナンスの影響があります ({NOT_YOURS})。"
        ),
        Rule::TwoGateways => format!(
            "{file} の各部分が異なるゲートウェイを示しており、どのゲートウェイのサーバー証明書か特定できないため、判定できません ({NOT_YOURS})。"
        ),
        Rule::NoEvidence => format!(
            "{package}に、ゲートウェイのサーバー証明書の証明機関を示す情報がないため、判定できません ({NOT_YOURS})。"
        ),
        Rule::Contradiction => format!(
            "ゲートウェイのサーバー証明書の証明機関について、{package}の内容に矛盾があります。インストールしないでください ({NOT_YOURS})。"
        ),
        Rule::Mixed => format!(
            "ゲートウェイのサーバー証明書の証明機関について、{package}の各部分の内容が食い違っているため、判定できません ({NOT_YOURS})。"
        ),
        Rule::UnknownRoot => format!(
            "{package}が示すゲートウェイのサーバー証明書の証明機関は、公的証明機関であることも、ゲートウェイ独自のものであることも確認できないため、判定できません ({NOT_YOURS})。"
        ),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            refusal(facts)
        }
    }
}

/// Returns the first sentence for an input that can't be read.
fn refusal(facts: &Facts<'_>) -> String {
    let happened = match &facts.error {
        Some(Refusal {
            happened,
            place: Some(place),
            ..
        }) => format!("{place}: {happened}"),
        Some(error) => error.happened.to_owned(),
        None => super::codes::rule(facts.rule).to_owned(),
    };
    format!(
        "{}からは、ゲートウェイのサーバー証明書について判定できません ({NOT_YOURS})。{happened}",
        package(facts)
    )
}

/// Returns the sentences that explain the answer.
pub(crate) fn second(facts: &Facts<'_>) -> String {
    let mut text = match facts.rule {
        Rule::AllPublic => all_public(facts),
        Rule::OwnCa => own_ca(facts),
        Rule::TwoGateways => "2 つのパッケージのファイルが混ざっていると考えられます。ゲートウェイごとに、それぞれのパッケージで確認してください。".to_owned(),
        Rule::NoEvidence => "判定に必要な要素やファイルがないか、空になっています。情報がないことを安全とは判断しません。".to_owned(),
        Rule::Contradiction => "ほかの内容と合わない証明書または名前が含まれています。ご自身でポータルからもう一度ダウンロードし、新しいパッケージを確認してください。".to_owned(),
        Rule::Mixed | Rule::UnknownRoot if facts.newer_root.is_some() => format!(
            "{}{}確認できるまでは、安全とは判断しません。",
            super::today::NEWER_ROOT,
            super::today::compare_advice(facts)
        ),
        Rule::Mixed => "別のパッケージのファイルが混ざっていると考えられます。確認できるまでは、安全とは判断しません。".to_owned(),
        Rule::UnknownRoot => "公的証明機関のものと確認できる情報がありません。確認できるまでは、安全とは判断しません。もう一度ダウンロードして確認してください。".to_owned(),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            facts.error.as_ref().map(|error| error.to_do.to_owned()).unwrap_or_default()
        }
    };
    if facts.has(FindingCode::IssuerPublic) {
        text.push_str(super::codes::finding(FindingCode::IssuerPublic));
    }
    text
}

fn all_public(facts: &Facts<'_>) -> String {
    let mut text = String::from(if facts.is_script_only() {
        "その場合、自己署名から公的証明機関への切り替えによって、このスクリプトで設定したクライアントの接続が切れることはありません。"
    } else {
        "自己署名から公的証明機関への切り替えによって、このパッケージで設定したクライアントの接続が切れることはありません。"
    });
    if facts.proof == Proof::Name {
        text.push_str("ただし、名前を裏付ける証明書がありません。名前は誰でも書けるため、目安としてお考えください。確実に確認するには、パッケージ全体を選択してください。");
    }
    let undecided = facts.has(FindingCode::CreatedUndecided);
    match facts.types {
        [GatewayType::A, GatewayType::C] if undecided => {
            let [from, to] = facts.dates.undecided_creation.map(date);
            text.push_str(&format!("お知らせのタイプ A または C です。{from}から {to}までの間に作成されたゲートウェイでは、作成日からはどちらか分かりません。"));
        }
        [GatewayType::A, GatewayType::C] => text.push_str("お知らせのタイプ A または C です。どちらであるかは、ゲートウェイの作成日でしか分かりません。"),
        [GatewayType::A] => text.push_str("作成日から、お知らせのタイプ A と考えられます。"),
        [GatewayType::C] => text.push_str("作成日から、お知らせのタイプ C と考えられます。"),
        _ => text.push_str(&undecided_type(facts)),
    }
    if facts.has(FindingCode::Rezipped) {
        text.push_str("zip が圧縮し直されているため、日付は不確かです。");
    }
    if facts.state != State::Current {
        text.push_str("以上は 2019 年のメンテナンスについての結果です。現在の状況は、別の結果として示しています。");
    }
    text
}

/// Returns why the type can't be determined: a gateway that was type B has had a public CA since the maintenance and looks like
/// the other types.
fn undecided_type(facts: &Facts<'_>) -> String {
    let why = match facts.dates.first_window.filter(|_| facts.has_package_date) {
        Some(day) => format!(
            "パッケージの作成日がメンテナンスの最初の日程 (日本時間 {}) より後である",
            date(day)
        ),
        None => "ファイルに有効な日付がない".to_owned(),
    };
    format!(
        "{why}ため、タイプは特定できません (タイプ B だったゲートウェイも、切り替え後は同じ内容になります)。"
    )
}

fn own_ca(facts: &Facts<'_>) -> String {
    let dates = &facts.dates;
    let from = dates
        .maintenance
        .map(|day| format!("{} (日本時間) から自動的に", date(day)))
        .unwrap_or_default();
    let types = if facts.predates_notice {
        format!(
            "作成時点ではお知らせのタイプ B です。パッケージはお知らせ ({}) より前に作成されているため、その後の定期メンテナンスでタイプ A になっている可能性もあります。",
            date(dates.notice)
        )
    } else {
        "お知らせのタイプ B にあたります。".to_owned()
    };
    match facts.stage {
        Stage::Past => format!(
            "このようなゲートウェイは、{from}公的証明機関へ切り替えられました。切り替えは {}に完了しています。このパッケージで設定したクライアントは、切り替え以降は接続できなくなっていると考えられます。{types}",
            date(dates.completed)
        ),
        Stage::UnderWay => format!(
            "このようなゲートウェイは、{from}公的証明機関へ切り替えられます (申し込みがあった場合は、それより前の日程)。切り替えが済むと、新しいパッケージをインストールするまで、このパッケージで設定したクライアントからは接続できません。{types}"
        ),
        Stage::Upcoming => format!(
            "このようなゲートウェイは、{from}公的証明機関へ切り替えられる予定です (申し込みがあった場合は、それより前の日程)。切り替え後は、新しいパッケージをインストールするまで、このパッケージで設定したクライアントからは接続できません。{types}"
        ),
    }
}

/// Returns what to do next.
pub(crate) fn next_steps(facts: &Facts<'_>) -> Vec<Step> {
    let portal = portal_path(facts);
    match facts.rule {
        Rule::AllPublic if facts.is_weakly_proven() => steps(&[
            "確実に確認するには、対象のゲートウェイのパッケージ全体 (.zip) を確認してください。",
            if facts.needs_action_today {
                "2019 年のメンテナンスについて、ほかに必要な作業はありません。ただし、現在必要な作業があります。現在についての結果をご確認ください。"
            } else {
                "2019 年のメンテナンスについて、ほかに必要な作業はありません。現在の状況は、現在についての結果をご確認ください。"
            },
        ]),
        Rule::AllPublic if facts.needs_action_today => steps(&[
            "2019 年のメンテナンスについて、必要な作業はありません。ただし、現在必要な作業があります。現在についての結果をご確認ください。",
        ]),
        Rule::AllPublic => steps(&[
            if facts.state == State::Current {
                "2019 年のメンテナンスについて、必要な作業はありません。"
            } else {
                "2019 年のメンテナンスについて、必要な作業はありません。現在の状況は、現在についての結果をご確認ください。"
            },
            "パッケージは作成された日の状態を示すものです。ゲートウェイごと、仮想 WAN のハブごとに、それぞれのパッケージで確認してください。",
        ]),
        Rule::OwnCa => own_ca_steps(facts, portal),
        Rule::UnknownRoot if facts.has(FindingCode::MaybeClientCertificate) => steps(&[
            "お客様のクライアント用ルート証明書またはクライアント証明書であれば、対象ではありません。そのままお使いください。",
            &format!("VPN クライアント パッケージをダウンロードします ({portal})。"),
            "代わりに、そのパッケージを確認します。",
        ]),
        Rule::Unreadable | Rule::AmbiguousArchive | Rule::NotAPackage | Rule::PartUnreadable => {
            match &facts.error {
                Some(error) if error.advises_download => facts.download_first(&[
                    &format!("ダウンロードの場所: {portal}"),
                    "もう一度ダウンロードできない場合は、お手元のファイルを手動で確認します。",
                ]),
                _ => Vec::new(),
            }
        }
        Rule::TwoGateways
        | Rule::NoEvidence
        | Rule::Contradiction
        | Rule::Mixed
        | Rule::UnknownRoot => facts.download_first(&[
            &format!("VPN クライアント パッケージをもう一度ダウンロードします ({portal})。"),
            "新しいパッケージを、展開や変更をせずに、ダウンロードしたままの状態で確認します。",
            "結果が変わらない場合は、ゲートウェイのサーバー証明書の証明機関を Azure サポートにお問い合わせください。",
        ]),
    }
}

fn own_ca_steps(facts: &Facts<'_>, portal: &str) -> Vec<Step> {
    match facts.stage {
        Stage::Past => facts.download_first(&[
            &format!("VPN クライアント パッケージをもう一度ダウンロードします ({portal})。"),
            "新しいパッケージを同じ方法で確認します。",
            "1 台のクライアントで古い VPN 接続を削除し、新しいパッケージをインストールして接続を確認します。",
            "すべてのクライアントで同じ作業を行います。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。",
        ]),
        Stage::UnderWay => facts.download_first(&[
            "クライアントから接続できなくなっている場合は、切り替えが済んだと考えられます。ポータルまたは次のコマンドで、VPN クライアント パッケージをもう一度ダウンロードします。",
            "新しいパッケージを同じ方法で確認し、すべてのクライアントにインストールします。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。",
            "まだ接続できる場合は、これから自動的に切り替えられます。クライアントの一覧を準備し、利用者に知らせます。",
        ]),
        Stage::Upcoming => steps(&[
            "4 つの日程のいずれかを申し込むか、自動のメンテナンスを待つかを決めます。",
            "接続できなくなる時期を利用者に知らせ、クライアントの一覧を準備します。",
            "切り替え後に、VPN クライアント パッケージをもう一度ダウンロードし、このツールで確認します。",
            "すべてのクライアントに新しいパッケージをインストールします。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。",
        ]),
    }
}
