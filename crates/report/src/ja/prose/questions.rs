//! Frequently asked questions, and the error codes that clients show, in Japanese.

use crate::prose::{Block, ErrorCode, ErrorWords, Generated, Section};

pub(super) const NARROWER_TIME: Section = Section {
    heading: "メンテナンスの時間帯をさらに細かく指定できますか",
    blocks: &[
        Block::Paragraph(
            "できません。切り替えの時刻を正確に管理する必要がある場合は、ゲートウェイを削除して作成し直します。新しいゲートウェイの証明書は、公的証明機関によるものになります。",
        ),
        Block::Paragraph(
            "ただし、ゲートウェイのパブリック IP アドレスが変わります。同じゲートウェイでサイト間 VPN を使用している場合は、接続先の機器の構成を変更する必要があります。また、新しいゲートウェイの作成が完了するまで、VPN はまったく使用できません。この場合も、新しいゲートウェイのパッケージをすべてのクライアントにインストールする必要があります。",
        ),
    ],
};

pub(super) const OWN_CERTIFICATES: Section = Section {
    heading: "ゲートウェイに登録しているルート証明書や失効した証明書に影響はありますか",
    blocks: &[Block::Paragraph(
        "ありません。お客様がゲートウェイに登録しているルート証明書と失効した証明書は、クライアントの認証に使用するものです。どちらもそのままお使いいただけます。クライアント証明書を発行し直す必要もありません。",
    )],
};

pub(super) const IN_USE: Section = Section {
    heading: "ポイント対サイトを使用しているかどうかは、どこで確認できますか",
    blocks: &[
        Block::Paragraph(
            "Resource Manager の場合の例: [ポータル](https://portal.azure.com/) > [仮想ネットワーク ゲートウェイ] > 対象のゲートウェイ > [ポイント対サイトの構成]。「ポイント対サイトが構成されていません」と表示される場合は、使用していません。",
        ),
        Block::Paragraph(
            "クラシックの場合: [仮想ネットワーク (クラシック)] > 対象のネットワーク > [ポイント対サイト] > [クライアント] > [証明書の管理]。「証明書がありません」と表示される場合は、使用していません。",
        ),
    ],
};

pub(super) const NO_GENERIC: Section = Section {
    heading: "パッケージに Generic フォルダーがありません",
    blocks: &[
        Block::Paragraph(
            "クラシック デプロイ モデルのパッケージと考えられます。「[手動で確認する方法](#by-hand)」のクラシック デプロイ モデルの手順で確認するか、`.exe` をこのページで選択してください。",
        ),
        Block::Paragraph(
            "Azure のページによると、トンネルの種類に IKEv2 を選択していない場合や、Basic SKU の場合も、このフォルダーはないとされています。ただし、これまでに調べた OpenVPN のみのパッケージにはありました。そのようなパッケージでも、`.exe`、`azurevpnconfig.xml`、`vpnconfig.ovpn` で確認できます。",
        ),
    ],
};

pub(super) const PRESENTS_NOW: Section = Section {
    heading: "ゲートウェイが現在提示している証明書を確認できますか",
    blocks: &[
        Block::Paragraph(
            "SSTP が有効なゲートウェイは Web サーバーと同じように応答するため、`openssl` で証明書チェーンを表示できます。ゲートウェイのアドレス (`<VpnServer>` の値) に置き換えて実行してください。",
        ),
        Block::Commands(
            "OpenSSL (bash)",
            "openssl s_client -connect '<ゲートウェイのアドレス>:443' -servername '<ゲートウェイのアドレス>' -showcerts </dev/null",
        ),
        Block::Paragraph(
            "実際のゲートウェイでは試していません。IKEv2 または OpenVPN だけが有効なゲートウェイは、この方法では応答しません。SSTP は{sstp-last}より後は新たに有効にできず、{sstp-ends}に終了します。なお、この方法で分かるのは現在の証明書です。クライアントが何を信頼しているかは、クライアントに設定したパッケージで確認してください。",
        ),
    ],
};

pub(super) const SOVEREIGN: Section = Section {
    heading: "ソブリン クラウド (中国、米国政府) にも当てはまりますか",
    blocks: &[Block::Paragraph(
        "確認していません。これらのクラウドのパッケージを入手したことがなく、ホスト名、ルート証明書、日程が異なる可能性があります。お知らせにも Azure のページにも記載がありません。同じように見える結果が正しくない場合もあり得るため、ここに明記しています。このページは、これらのクラウドのパッケージも同じ規則で判定します。既知のルート証明書でないものを「影響なし」とは判定しません。",
    )],
};

pub(super) const ERROR_CODES: Section = Section {
    heading: "クライアントに表示されるエラー コード",
    blocks: &[
        Block::Paragraph(
            "Windows では、同じコードが 0x800B0109 や -2146762487 のように、異なる形で表示されることがあります。下の表には両方を記載しています。",
        ),
        Block::Generated(Generated::Mount("error-code")),
        Block::Generated(Generated::ErrorCodes),
        Block::Points(&[
            "macOS のログに `eaptls_verify_server … status 6 0` (サーバー証明書を信頼できない) と記録される場合は、新しいパッケージのルート証明書を登録してください ([手順](#reinstall))。",
            "macOS で、ゲートウェイの証明書の名前 (`<guid>.vpn.azure.com`) が接続先のアドレス (`azuregateway-…`) と異なるのは、正常な状態です。",
        ]),
        Block::Inference(
            "切り替え後に、古いパッケージのクライアントから SSTP で接続すると 0x800B0109、IKEv2 で接続すると 13801 が表示されると考えられます。",
        ),
    ],
};

pub(super) fn error(code: ErrorCode) -> ErrorWords {
    match code {
        ErrorCode::UntrustedRoot => ErrorWords {
            says: "ゲートウェイの証明書チェーンのルート証明書を、このクライアントが信頼していません。",
            to_do: "クライアントのパッケージが古いと考えられます。[もう一度ダウンロード](#get-package)し、[確認](#by-hand)してから[再インストール](#reinstall)してください。",
        },
        ErrorCode::Expired => ErrorWords {
            says: "ゲートウェイの証明書の有効期限が切れているか、クライアントの時計が正しくありません。",
            to_do: "クライアントの日付を確認してください。正しい場合は、Azure サポートにお問い合わせください。",
        },
        ErrorCode::Credentials => ErrorWords {
            says: "IKEv2 の認証資格情報を受け入れられません。クライアントがゲートウェイの証明書を信頼していないか、ゲートウェイがクライアントの証明書を拒否しています。",
            to_do: "新しいパッケージを[再インストール](#reinstall)してください。改善しない場合は、クライアント証明書を確認してください。",
        },
        ErrorCode::MachineCertificate => ErrorWords {
            says: "IKEv2 で使用できる有効なコンピューター証明書が見つかりません。",
            to_do: "クライアント証明書を確認してください。ゲートウェイの証明書とは関係ありません。",
        },
        ErrorCode::Validator => ErrorWords {
            says: "ゲートウェイの証明書を検証するための証明書が、クライアントのルート証明書ストアにありません。",
            to_do: "新しいパッケージを、すべてのルート証明書とともに[再インストール](#reinstall)してください。",
        },
        ErrorCode::ClientCertificate => ErrorWords {
            says: "EAP で使用できるクライアント証明書が見つかりません。",
            to_do: "クライアント証明書を、利用者の個人用ストアにインストールしてください。ゲートウェイの証明書とは関係ありません。",
        },
        ErrorCode::Message => ErrorWords {
            says: "受信したメッセージが予期しないものか、形式が正しくありません。お客様のルート証明書がゲートウェイに登録されていないか、壊れているか、有効期限が切れています。",
            to_do: "ゲートウェイの [ポイント対サイトの構成] でルート証明書を確認し、登録し直してください。",
        },
        ErrorCode::Routes => ErrorWords {
            says: "ルート (経路) を設定するスクリプトが失敗しました。",
            to_do: "ショートカットではなく、Windows の VPN 接続の一覧から接続してください。証明書とは関係ありません。",
        },
    }
}
