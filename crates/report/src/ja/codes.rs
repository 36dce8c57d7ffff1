//! Japanese texts for the codes of the report.

use p2s_verdict::{Class, FindingCode, Kind, Model, NotCounted, Proof, Rule, State, Verdict};

pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Affected => "影響あり",
        Verdict::NotAffected => "影響なし",
        Verdict::Undetermined => "判定できません",
    }
}

pub(crate) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Unreadable => "ファイルを読み取れないか、読み取りの上限に達しました。",
        Rule::AmbiguousArchive => {
            "展開するソフトウェアによって、異なるパッケージが見える可能性があります。"
        }
        Rule::NotAPackage => "VPN クライアント パッケージの内容が見つかりません。",
        Rule::PartUnreadable => "判定に必要な部分を読み取れません。",
        Rule::TwoGateways => "パッケージ内の各部分が、異なるゲートウェイを示しています。",
        Rule::NoEvidence => "サーバー証明書の証明機関を示す情報がありません。",
        Rule::Contradiction => "証明機関についての記載が互いに矛盾しています。",
        Rule::AllPublic => "判定に使うすべての根拠が、既知の公的証明機関を示しています。",
        Rule::OwnCa => {
            "判定に使うすべての根拠が、ゲートウェイ独自の自己署名の証明機関を示しています。"
        }
        Rule::Mixed => "証明機関についての根拠が、部分ごとに食い違っています。",
        Rule::UnknownRoot => "公的証明機関のものとも、ゲートウェイ独自のものとも確認できません。",
    }
}

pub(crate) fn proof(proof: Proof) -> &'static str {
    match proof {
        Proof::Certificate => "証明書全体",
        Proof::Thumbprint => "拇印 (SHA-1)",
        Proof::Name => "名前のみ",
        Proof::None => "なし",
    }
}

pub(crate) fn model(model: Model) -> &'static str {
    match model {
        Model::ResourceManager => "Resource Manager デプロイ モデル",
        Model::VirtualWan => "仮想 WAN (Virtual WAN)",
        Model::Unknown => {
            "このファイルからは分かりません (クラシック デプロイ モデルのプログラムは新しいものと見分けがつきません)"
        }
    }
}

pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Certificate => "証明書",
        Kind::Thumbprint => "拇印 (SHA-1)",
        Kind::Name => "名前",
    }
}

pub(crate) fn class(class: Class) -> &'static str {
    match class {
        Class::Public => "公的証明機関",
        Class::Own => "ゲートウェイ独自の証明機関",
        Class::Unknown => "不明",
    }
}

pub(crate) fn state(state: State) -> &'static str {
    match state {
        State::Current => "有効",
        State::Ready => "複数のルート証明書 (すべてインポート)",
        State::Retiring => "廃止予定",
        State::Expired => "期限切れ",
        State::SelfSigned => "自己署名",
        State::PublicUnlisted => "公的証明機関 (Azure での使用は未確認)",
        State::Unknown => "不明",
    }
}

pub(crate) fn reason(reason: NotCounted) -> &'static str {
    match reason {
        NotCounted::RadiusRoot => {
            "お客様の RADIUS サーバーのルート証明書で、ゲートウェイのものではありません"
        }
        NotCounted::ClientAuth => "クライアント認証 (clientauth) の情報です",
        NotCounted::ClientIssuer => "お客様のクライアント用ルート証明書 (IssuerHash) です",
        NotCounted::ProfilePin => {
            "プロファイルに記録された拇印です。RADIUS 認証では RADIUS サーバーのものになります"
        }
        NotCounted::ClientCertificate => "クライアント証明書です",
        NotCounted::EapConfiguration => {
            "EAP 構成に含まれる値で、RADIUS サーバーのルート証明書の可能性があります"
        }
        NotCounted::OtherVpn => {
            "Azure のゲートウェイを示す記載がなく、別の VPN のプロファイルの可能性があります"
        }
        NotCounted::NoPlace => "ゲートウェイの証明書が置かれる場所ではありません",
    }
}

pub(crate) fn finding(code: FindingCode) -> &'static str {
    match code {
        FindingCode::NotRead => {
            "この部分からは何も読み取っていません。結果はほかの部分に基づきます。ほかの部分がない場合は、パッケージ全体 (.zip) を選択してください。"
        }
        FindingCode::Rezipped => {
            "Azure が作成したままの zip ではなく、圧縮し直されています。そのため、パッケージの日時は不確かです (圧縮した人の現地時刻です)。"
        }
        FindingCode::RootsDiffer => {
            "ファイルによってルート証明書が異なりますが、いずれも公的証明機関のものです。クライアントには、すべてのルート証明書をインポートしてください。"
        }
        FindingCode::PartLacksRoot => {
            "このファイルには、パッケージ内で最も新しいルート証明書が含まれていません。このファイルだけで設定したクライアントは、ルート証明書の移行に対応できません。"
        }
        FindingCode::NamesDisagree => {
            "この文書の証明書、ルート名、発行者名は、いずれも公的証明機関のものですが、同じルート証明書の名前ではありません。ルート証明書の移行中に起こり得る状態です。"
        }
        FindingCode::PartsDisagree => {
            "証明機関について、この部分の内容がほかの内容と一致しません。"
        }
        FindingCode::NamesOnly => {
            "名前だけがあり、照合できる証明書がありません。名前は誰でも書けるため、根拠としては弱いものです。"
        }
        FindingCode::LoneCertificate => {
            "この証明書が対象のゲートウェイのパッケージに含まれていた場合に限り、この結果が当てはまります。"
        }
        FindingCode::ScriptOnly => {
            "この結果は VpnProfileSetup.ps1 だけに基づきます。ゲートウェイが RADIUS 認証を使う場合、記載されているのはお客様の RADIUS サーバーのルート証明書で、ゲートウェイについては何も分かりません。パッケージ全体 (.zip) を確認してください。"
        }
        FindingCode::ScriptWithoutRoot => {
            "この VpnProfileSetup.ps1 にはルート証明書の指定がないため、判定には使えません。パッケージの他のファイルで確認してください。"
        }
        FindingCode::MaybeClientCertificate => {
            "お客様ご自身のクライアント用ルート証明書、またはクライアント証明書の可能性があります。これらは対象ではありません。VPN クライアント パッケージを選択してください。"
        }
        FindingCode::Lookalike => {
            "ご注意ください。公的証明機関の名前が付いていますが、その証明機関の証明書ではありません。"
        }
        FindingCode::IssuerPublic => {
            "証明書の発行者は公的証明機関の名前です。お知らせの確認方法 (発行者を見る) では影響なしとなりますが、名前は誰でも書くことができ、既知の証明書でもないため、ここでは根拠としません。確実に確認するには、パッケージをもう一度ダウンロードしてください。"
        }
        FindingCode::CreatedContradicts => {
            "入力された作成日がパッケージの内容と合いません。作成日と、このゲートウェイのパッケージであることを確認してください。"
        }
        FindingCode::CreatedUndecided => {
            "新しいゲートウェイが地域ごとに順次、公的証明機関へ切り替わった時期に作成されたため、作成日からはタイプを判断できません。"
        }
        FindingCode::NotAProgram => {
            "プログラムの名前が付いていますが、プログラムではありません (Git LFS やメール フィルターが置き換えたファイルなど)。判定から除きました。"
        }
        FindingCode::HiddenCharacters => {
            "この部分の名前に、制御文字または文字の向きを変える文字が含まれています。エスケープして表示しています。"
        }
        FindingCode::PinnedRootOn => {
            "usepinnedroot が true です。このプロファイルのクライアントは、記載されたルート証明書だけを受け入れます。"
        }
        FindingCode::PinnedRootOff => "usepinnedroot は false です。",
        FindingCode::PlaceTwice => "この部分はパッケージ内に複数あります。すべて読み取りました。",
    }
}
