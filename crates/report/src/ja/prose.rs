//! The prose of the page in Japanese.

use crate::prose::{Block, Section};

pub(crate) const SECTIONS: &[Section] = &[
    Section {
        id: "what",
        heading: "このページで分かること",
        blocks: &[
            Block::Paragraph(
                "Azure の VPN ゲートウェイは、クライアントに対してサーバー証明書を提示します。2017 年 7 月ごろまでは、この証明書がゲートウェイ独自の自己署名の証明機関によって署名されており、証明機関が更新されるたびに、ポイント対サイトのすべてのクライアントが接続できなくなっていました。2019 年春に、これらは公的証明機関に置き換えられました。",
            ),
            Block::Paragraph(
                "このページは VPN クライアント パッケージを読み取り、そのパッケージで設定したクライアントに 2019 年の変更の影響があるかどうか、また、信頼しているルート証明書が現在も問題ないかどうかをお答えします。対象はゲートウェイのサーバー証明書です。お客様のルート証明書やクライアント証明書は対象ではありません。",
            ),
            Block::Paragraph("マイクロソフトの製品ではありません。"),
        ],
    },
    Section {
        id: "private",
        heading: "ファイルが外部に送信されない理由",
        blocks: &[
            Block::Paragraph(
                "パッケージは、お使いのブラウザーの中だけで読み取られます。アップロードは行わず、保存するのは言語と配色の設定だけです。",
            ),
            Block::Paragraph(
                "このことは、ご自身で確かめることができます。このページには、ほかの場所への接続をブラウザー自身が拒否するポリシーが設定されています。ページを読み込んだ後にネットワークを切断しても、同じように動作します。",
            ),
        ],
    },
    Section {
        id: "by-hand",
        heading: "手動で確認する方法",
        blocks: &[
            Block::Heading("Resource Manager デプロイ モデル"),
            Block::Steps(&[
                "VPN クライアント パッケージをダウンロードします。ポータルの [仮想ネットワーク ゲートウェイ] > 対象のゲートウェイ > [ポイント対サイトの構成] > [VPN クライアントのダウンロード]、または PowerShell を使用します。",
                "zip を展開し、`Generic` フォルダーの `VpnSettings.xml` をメモ帳などで開きます。",
                "2022 年までのパッケージには `<ServerCertRootCn>` と `<ServerCertIssuerCn>` があります。新しいパッケージでは `<ServerCertsRootCn>` と `<ServerCertsIssuerCn>` で、その中に 1 つ以上の `<string>` があります。両方の値を確認します。",
                "どちらも「DigiCert Global Root CA」または「DigiCert Global Root G2」であれば公的証明機関で、2019 年の変更の影響はありません。それ以外の場合は、次の手順で証明書を確認します。",
                "名前だけでは根拠として弱いため、証明書も確認します。`VpnServerRoot.cer` (新しいパッケージでは `VpnServerRoot.cer_0` をコピーして `VpnServerRoot.cer` に名前を変更します) をダブルクリックで開き、[詳細] タブの拇印を下の一覧と比べます。",
            ]),
            Block::Heading("クラシック デプロイ モデル"),
            Block::Steps(&[
                "ポータルで [仮想ネットワーク (クラシック)] > 対象のネットワーク > [ポイント対サイト] > [クライアント] を開き、[VPN クライアント (64 ビット)] をダウンロードします。",
                "`.exe` を 7-Zip で展開します。拡張子を `.zip` に変更する方法は 7-Zip では使えますが、エクスプローラーでは開けません。中身が zip ではないためです。",
                "中の `.cer` ファイルを開きます。[全般] タブの発行者が「DigiCert Global Root CA」であれば公的証明機関です。こちらも拇印を比べてください。",
            ]),
            Block::Heading("2 つのルート証明書の拇印 (SHA-1)"),
            Block::Points(&[
                "DigiCert Global Root CA: `a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436`",
                "DigiCert Global Root G2: `df3c24f9bfd666761b268073fe06d1cc8d4f82a4`",
            ]),
        ],
    },
    Section {
        id: "by-hand-limits",
        heading: "手動の確認では分からないこと",
        blocks: &[Block::Points(&[
            "名前は根拠として弱いものです。「DigiCert Global Root CA」という名前の証明書は誰でも作れます。証明書全体、または拇印で確認する必要があります。",
            "ルート証明書の発行者は、公的なものでも常に自分自身です。発行者と発行先が同じでも、ゲートウェイ独自のものとは限りません。",
            "「影響なし」は 2019 年の変更についての結果です。DigiCert Global Root CA 自体が廃止予定で、Chrome と Firefox は 2026 年 4 月 15 日に Web サイトでの信頼を終了しました。",
            "パッケージはダウンロードした日の状態を示すものです。ゲートウェイが現在使っている証明書は、新しいパッケージで確認してください。",
        ])],
    },
];
