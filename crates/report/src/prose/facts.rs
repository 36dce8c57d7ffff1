//! The facts of the 2019 notice: the section that states each fact, and the words by which a test finds it there.

use super::{Topic, fill};
use crate::Language;

/// A fact of the 2019 notice.
#[derive(Debug, Clone, Copy)]
pub struct Fact {
    /// The number of the fact, from 1 to 27.
    pub number: u8,
    /// The section that states the fact.
    pub topic: Topic,
    /// The words, with placeholders, by language tag.
    words: [(&'static str, &'static [&'static str]); 2],
}

impl Fact {
    /// Returns the words by which a test finds the fact. Languages other than Japanese and English have none.
    pub fn words(&self, language: Language) -> Vec<String> {
        let mut words = self.words.iter();
        let words = words.find(|(tag, _)| *tag == language.tag());
        let words = words.map_or(&[][..], |(_, words)| words);
        words
            .iter()
            .map(|word| fill::fill(word, language))
            .collect()
    }
}

const fn fact(
    number: u8,
    topic: Topic,
    ja: &'static [&'static str],
    en: &'static [&'static str],
) -> Fact {
    Fact {
        number,
        topic,
        words: [("ja", ja), ("en", en)],
    }
}

/// All facts in the order of their numbers.
pub const FACTS: &[Fact] = &[
    fact(
        1,
        Topic::Background,
        &[
            "お知らせの説明では、接続に SSTP を使用",
            "SSL/TLS",
            "IKEv2 と OpenVPN",
            "同じ証明書",
            "仮想ネットワーク ゲートウェイはサーバー証明書を持って",
        ],
        &[
            "As the notice describes it, this runs over SSTP",
            "SSL/TLS",
            "IKEv2 and OpenVPN",
            "the same certificate",
            "the virtual network gateway has a server certificate",
        ],
    ),
    fact(
        2,
        Topic::Background,
        &[
            "ゲートウェイの作成時に自動的に作成",
            "お客様が作成する証明書とは別",
        ],
        &[
            "created automatically when the gateway is created",
            "the certificate that you create yourself",
        ],
    ),
    fact(
        3,
        Topic::Background,
        &[
            "以前は、ゲートウェイ独自の自己署名の証明機関",
            "証明機関と証明書の有効期間はいずれも {ca-years} 年",
        ],
        &[
            "Previously, it was signed by the gateway's own self-signed CA",
            "the CA and the certificate were both valid for {ca-years} years",
        ],
    ),
    fact(
        4,
        Topic::Background,
        &["クライアントの証明書ストアに登録", "ゲートウェイを検証"],
        &[
            "into the client's certificate store",
            "could validate the gateway",
        ],
    ),
    fact(
        5,
        Topic::Background,
        &[
            "証明機関も更新",
            "一致しなくなり",
            "すべてのクライアントに再インストールするまで",
            "失敗",
        ],
        &[
            "the CA was renewed with it",
            "no longer matched",
            "reinstalled on every client",
            "failed",
        ],
    ),
    fact(
        6,
        Topic::Background,
        &[
            "有効期限切れを防ぐため",
            "残りが {left-months} か月を切った",
            "{age-years} 年を過ぎ",
            "およそ {ca-years} 年ごと",
        ],
        &[
            "less than {left-months} months",
            "older than {age-years} years",
            "about every {ca-years} years",
        ],
    ),
    fact(
        7,
        Topic::Background,
        &[
            "{public-since}ごろから",
            "リージョンのデータセンター",
            "正確な日付は案内されていません",
        ],
        &[
            "Since about {public-since}",
            "data centre of the region",
            "no exact date",
        ],
    ),
    fact(
        8,
        Topic::Background,
        &[
            "この証明書も {ca-years} 年ごとに更新",
            "上位の証明機関の有効期間は長い",
            "影響しません",
        ],
        &[
            "still renewed every {ca-years} years",
            "The CA that signs it is long-lived",
            "doesn't disconnect clients",
        ],
    ),
    fact(
        9,
        Topic::Types,
        &[
            "A",
            "{public-since}ごろより前",
            "定期メンテナンスですでに置き換え済み",
            "なし",
        ],
        &[
            "A",
            "before about {public-since}",
            "already from a public CA (replaced by routine maintenance)",
            "no",
        ],
    ),
    fact(
        10,
        Topic::Types,
        &[
            "B",
            "{public-since}ごろより前",
            "自己署名の証明機関のまま",
            "あり",
        ],
        &[
            "B",
            "before about {public-since}",
            "still from the gateway's own self-signed CA",
            "yes",
        ],
    ),
    fact(
        11,
        Topic::Types,
        &["C", "{public-since}ごろより後", "最初から公的証明機関"],
        &[
            "C",
            "after about {public-since}",
            "from a public CA from the start",
        ],
    ),
    fact(
        12,
        Topic::Windows,
        &[
            "{automatic-jst} (日本時間、UTC+9)",
            "自動的に開始",
            "作成からの年数にかかわらず",
            "タイプ B のすべてのゲートウェイ",
        ],
        &[
            "automatically on {automatic-jst} Japan time (JST, UTC+9)",
            "Every type B gateway",
            "whatever its age",
        ],
    ),
    fact(
        13,
        Topic::Windows,
        &["順番がいつになるかは、事前には分からず、指定することもできない"],
        &["could be neither known beforehand nor chosen"],
    ),
    fact(
        14,
        Topic::Windows,
        &[
            "4 つの日程",
            "サポート リクエスト",
            "{window-1-jst}",
            "{window-2-jst}",
            "{window-3-jst}",
            "{window-4-jst}",
        ],
        &[
            "four windows",
            "support request",
            "{window-1-jst}",
            "{window-2-jst}",
            "{window-3-jst}",
            "{window-4-jst}",
        ],
    ),
    fact(
        15,
        Topic::Windows,
        &["順番に処理", "数時間で完了する予定"],
        &[
            "one after another",
            "planned to be finished within several hours",
        ],
    ),
    fact(
        16,
        Topic::Request,
        &[
            "対象のゲートウェイの画面から作成",
            "ゲートウェイの名前とサブスクリプション ID",
        ],
        &[
            "opened on the gateway itself",
            "the gateway's name and the ID of its subscription",
        ],
    ),
    fact(
        17,
        Topic::Affected,
        &[
            "P2S クライアントから接続できなくなります",
            "ポータルまたは PowerShell",
            "すべてのクライアントに再インストール",
        ],
        &[
            "P2S clients of the gateway can't connect",
            "in the portal or with PowerShell",
            "on every client",
        ],
    ),
    fact(
        18,
        Topic::ByHand,
        &[
            "Generic",
            "VPNSettings.xml",
            "メモ帳",
            "<ServerCertRootCn>",
            "<ServerCertIssuerCn>",
            "{retiring}",
        ],
        &[
            "Generic",
            "VPNSettings.xml",
            "Notepad",
            "<ServerCertRootCn>",
            "<ServerCertIssuerCn>",
            "{retiring}",
        ],
    ),
    fact(
        19,
        Topic::ByHand,
        &[
            "[仮想ネットワーク (クラシック)]",
            "[ポイント対サイト] の [クライアント]",
            "[VPN クライアント (64 ビット)]",
            ".zip",
            ".cer",
            "[全般] タブの発行者",
        ],
        &[
            "Virtual networks (classic)",
            "Point-to-site > Clients",
            "VPN client (64-bit)",
            ".zip",
            ".cer",
            "On the General tab, check \"Issued by\"",
        ],
    ),
    fact(
        20,
        Topic::NarrowerTime,
        &[
            "できません",
            "ゲートウェイを削除して作成し直す",
            "公的証明機関",
        ],
        &[
            "No.",
            "delete the gateway and create it again",
            "a public CA",
        ],
    ),
    fact(
        21,
        Topic::NarrowerTime,
        &[
            "パブリック IP アドレスが変わります",
            "サイト間 VPN",
            "構成を変更",
        ],
        &[
            "public IP address changes",
            "site-to-site VPN",
            "configuration changed",
        ],
    ),
    fact(
        22,
        Topic::InUse,
        &[
            "の例",
            "[仮想ネットワーク ゲートウェイ]",
            "[ポイント対サイトの構成]",
            "ポイント対サイトが構成されていません",
            "そのゲートウェイでは使用していません",
        ],
        &[
            "for example",
            "Virtual network gateways",
            "Point-to-site configuration",
            "not configured",
        ],
    ),
    fact(
        23,
        Topic::InUse,
        &[
            "[仮想ネットワーク (クラシック)]",
            "[証明書の管理]",
            "証明書がありません",
            "そのゲートウェイでは使用していません",
        ],
        &[
            "Virtual networks (classic)",
            "Manage certificates",
            "No certificates",
        ],
    ),
    fact(
        24,
        Topic::OwnCertificates,
        &["失効した証明書", "ありません"],
        &["revoked certificates", "No."],
    ),
    fact(
        25,
        Topic::NoGeneric,
        &[
            "Generic フォルダーがありません",
            "クラシック デプロイ モデル",
        ],
        &["no Generic folder", "classic deployment model"],
    ),
    fact(
        26,
        Topic::Sources,
        &["{page}", "現在は公開されていません"],
        &["{page}", "is no longer available"],
    ),
    fact(
        27,
        Topic::Sources,
        &["{client-files}", "ネイティブ Azure 証明書認証"],
        &["{client-files}", "native Azure certificate authentication"],
    ),
];
