//! The facts of the 2019 notice and of the migration of 2026: the section that states each fact, and the words by which a
//! test finds it there.

use super::{Topic, fill};
use crate::Language;

/// A fact of the 2019 notice or of the migration of 2026.
#[derive(Debug, Clone, Copy)]
pub struct Fact {
    /// The number of the fact: up to 27 for the 2019 notice, then those of 2026.
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
    // The facts of 2026: the migration, the roots, packages, clients and errors.
    fact(
        28,
        Topic::Rotation,
        &["対象のゲートウェイと期限は、Microsoft からの通知に記載されます"],
        &[
            "A notification from Microsoft identifies your gateway as affected and gives the deadline",
        ],
    ),
    fact(
        29,
        Topic::Rotation,
        &[
            "古い証明書と新しい証明書の両方が設定",
            "期限の日に、古い証明書が削除",
        ],
        &[
            "both the old and the new certificate are attached",
            "At the deadline, the old one is removed",
        ],
    ),
    fact(
        30,
        Topic::Rotation,
        &[
            "認証方法にかかわらず",
            "すべてのクライアントで新しいプロファイルが必要",
            "すべてのルート証明書をインポート",
        ],
        &[
            "every client of an affected gateway needs a new profile",
            "regardless of authentication method",
            "import all root certificates",
        ],
    ),
    fact(
        31,
        Topic::Rotation,
        &["2 つの版", "{rotation-deadline}末"],
        &["two versions", "the end of {rotation-deadline}"],
    ),
    fact(
        32,
        Topic::Rotation,
        &["利用者に表示されるエラー", "いずれにも記載されていません"],
        &["No Azure page that we know names the old root, the new root, or the error"],
    ),
    fact(
        33,
        Topic::Rotation,
        &[
            "新しいプロファイルを入手できるという案内を待って",
            "古いルート証明書しか含まれていない可能性",
        ],
        &[
            "wait for the notice that the updated profile is available",
            "an earlier package may contain only the old root",
        ],
    ),
    fact(
        34,
        Topic::Rotation,
        &["期限の後は、古いプロファイルで接続しようとしているクライアント"],
        &["After the deadline, look for connection attempts with old profiles"],
    ),
    fact(
        35,
        Topic::Rotation,
        &[
            "OS から古いルート証明書が削除された可能性",
            "もう一度インストール",
        ],
        &[
            "may have dropped the old root",
            "Installing that root again bridges the time",
        ],
    ),
    fact(
        36,
        Topic::Rotation,
        &[
            "Microsoft から通知が届いていなければ",
            "移行の対象は {retiring} です",
        ],
        &[
            "unless Microsoft has notified you about this gateway",
            "The migration is about {retiring}",
        ],
    ),
    fact(
        37,
        Topic::Rotation,
        &[
            "ルート証明書が 2 つ含まれるパッケージは",
            "{current} の 1 つだけ",
        ],
        &[
            "no public package with two roots",
            "contain one root: {current}",
        ],
    ),
    fact(
        38,
        Topic::Roots,
        &[
            "Mozilla と Chrome は、{retiring-since}",
            "webpki-roots 1.0.7 ({webpki-day})",
            "ca-certificates 20260601",
            "certifi {certifi}",
            "切り替わる前に接続できなくなる場合",
        ],
        &[
            "Mozilla and Chrome ended website trust on {retiring-since}",
            "webpki-roots 1.0.7 of {webpki-day}",
            "ca-certificates 20260601",
            "certifi {certifi}",
            "can fail before the gateway changes",
        ],
    ),
    fact(
        39,
        Topic::Roots,
        &["Windows と Apple の OS では、削除された例は見つかっていません"],
        &["no removal from Windows or Apple systems"],
    ),
    fact(
        40,
        Topic::Sovereign,
        &[
            "Azure Government と中国の IoT エンドポイント",
            "まだ早い可能性",
        ],
        &[
            "IoT endpoints in Azure Government and China still chain to {retiring}",
            "may be early there",
        ],
    ),
    fact(
        41,
        Topic::Roots,
        &[
            "{web-trust-to}",
            "{web-trust}に終了",
            "Chrome の日付は公開されていません",
        ],
        &[
            "Valid to {web-trust-to}",
            "Mozilla's schedule ends website trust on {web-trust}",
            "Chrome has given none",
        ],
    ),
    fact(
        42,
        Topic::Roots,
        &["{cas-day}", "{g5-rsa-sha1}", "{g5-ecc-sha1}", "{g5-to}"],
        &[
            "list of CAs of {cas-day}",
            "{g5-rsa-sha1}",
            "{g5-ecc-sha1}",
            "{g5-to}",
        ],
    ),
    fact(
        43,
        Topic::Roots,
        &[
            "{next-sha1}",
            "Azure Database for PostgreSQL",
            "次に使われるルート証明書は、{next} と考えられます",
        ],
        &[
            "{next-sha1}",
            "Azure Database for PostgreSQL",
            "{next} is the root to expect next",
        ],
    ),
    fact(
        44,
        Topic::Roots,
        &[
            "{current} が発行した同じ名前のクロス証明書",
            "{cross-to}",
            "b5ee89e77326ab2bf1775bd99c19a28947ff8184",
        ],
        &[
            "cross-certificate with the same name, issued by {current}",
            "{cross-to}",
            "b5ee89e77326ab2bf1775bd99c19a28947ff8184",
        ],
    ),
    fact(
        45,
        Topic::Roots,
        &["Baltimore CyberTrust Root、{d-trust}", "一覧から削除"],
        &[
            "Baltimore CyberTrust Root, {d-trust}",
            "Have left Azure's list",
        ],
    ),
    fact(
        46,
        Topic::Packages,
        &[
            "通知より前にダウンロードしたパッケージ",
            "もう一度ダウンロード",
        ],
        &[
            "downloaded before your notification may lack the new root",
            "download it again",
        ],
    ),
    fact(
        47,
        Topic::Packages,
        &[
            "{script-first}から {script-last}まで",
            "PerformServerValidation",
            "ルート証明書は分かりません",
        ],
        &[
            "from {script-first} to {script-last}",
            "PerformServerValidation",
            "shows nothing about the gateway's root",
        ],
    ),
    fact(
        48,
        Topic::Packages,
        &["usepinnedroot", "{pinned-first}以降", "OS の証明書ストア"],
        &[
            "usepinnedroot",
            "{pinned-first} and later",
            "the system's trust store",
        ],
    ),
    fact(
        49,
        Topic::Packages,
        &["<dnssuffixes>", "i:nil", "azurevpnconfig 5.xml"],
        &["<dnssuffixes>", "i:nil", "azurevpnconfig 5.xml"],
    ),
    fact(
        50,
        Topic::Packages,
        &["{singular-last}まで", "{plural-first}以降", "issue 99723"],
        &[
            "Up to {singular-last}",
            "From {plural-first}",
            "issue 99723",
        ],
    ),
    fact(
        51,
        Topic::NoGeneric,
        &[
            "{client-day}",
            "SSTP だけ",
            "Basic SKU",
            "OpenVPN のみのパッケージにもありました",
        ],
        &[
            "{client-day}",
            "SSTP is the only tunnel type",
            "Basic SKU",
            "OpenVPN-only packages that we've examined had it",
        ],
    ),
    fact(
        52,
        Topic::Packages,
        &["<guid>.ln.vpn.azure.com", "同じ場合もあります"],
        &[
            "<guid>.ln.vpn.azure.com",
            "It often differs",
            "can be the same",
        ],
    ),
    fact(
        53,
        Topic::Sovereign,
        &[
            "Azure Government、中国、ドイツ",
            "すべてのクラウドで使われています",
        ],
        &[
            "Azure Government, China or Germany",
            "is used in all clouds",
        ],
    ),
    fact(
        54,
        Topic::Packages,
        &["<ServerRootCertificate>", "Azure の形式ではなく"],
        &["<ServerRootCertificate>", "is in circulation"],
    ),
    fact(
        55,
        Topic::Reinstall,
        &[
            "{linux-retired}に提供が終了",
            "OpenVPN クライアント (証明書認証)",
            "strongSwan (証明書認証、RADIUS 認証)",
        ],
        &[
            "retired on {linux-retired}",
            "the OpenVPN client (certificates)",
            "strongSwan (certificates or RADIUS)",
        ],
    ),
    fact(
        56,
        Topic::Reinstall,
        &["反映されない場合", "もう一度割り当て"],
        &["often doesn't reach the device", "assign it again"],
    ),
    fact(
        57,
        Topic::Reinstall,
        &["管理者権限が必要"],
        &["administrator rights"],
    ),
    fact(
        58,
        Topic::ErrorCodes,
        &[
            "0x80092013",
            "809",
            "812",
            "853",
            "1460",
            "800",
            "405",
            "GatewaySubnet",
            "OpenVPN 2.6",
            "Client Certificate Hash Cannot be Empty",
        ],
        &[
            "0x80092013",
            "809",
            "812",
            "853",
            "1460",
            "800",
            "405",
            "GatewaySubnet",
            "OpenVPN 2.6",
            "Client Certificate Hash Cannot be Empty",
        ],
    ),
    fact(
        59,
        Topic::AppService,
        &["ありません", "issue 25039"],
        &["No.", "issue 25039"],
    ),
    fact(
        60,
        Topic::Sources,
        &[
            "{checked-again}に確認",
            "{client-day}",
            "{troubleshooting-moved}",
            "{p2s-day}",
            "{rotation-wan}",
            "issue 78059",
        ],
        &[
            "Checked on {checked-again}",
            "{client-day}",
            "{troubleshooting-moved}",
            "{p2s-day}",
            "{rotation-wan}",
            "issue 78059",
        ],
    ),
    fact(
        61,
        Topic::Packages,
        &[
            "ProfileXML",
            "rasphone.pbk",
            ".mobileconfig",
            "実物は確認していません",
        ],
        &[
            "ProfileXML",
            "rasphone.pbk",
            ".mobileconfig",
            "We've never seen one",
        ],
    ),
];
