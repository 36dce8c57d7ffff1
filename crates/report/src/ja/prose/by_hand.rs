//! The check by hand and its limits, in Japanese.

use crate::prose::{Block, Section};

pub(super) const BY_HAND: Section = Section {
    heading: "手動で確認する方法",
    blocks: &[
        Block::Heading("Resource Manager デプロイ モデル"),
        Block::Steps(&[
            "[VPN クライアント パッケージをダウンロード](#get-package)します。ポータルの [仮想ネットワーク ゲートウェイ] > 対象のゲートウェイ > [ポイント対サイトの構成] > [VPN クライアントのダウンロード]、または PowerShell を使用します。",
            "zip を展開し、`Generic` フォルダーの `VpnSettings.xml` (お知らせの表記は `VPNSettings.xml`) をメモ帳などで開きます。",
            "名前を確認します。{singular-until} 年までのパッケージには `<ServerCertRootCn>` と `<ServerCertIssuerCn>` があります。新しいパッケージでは `<ServerCertsRootCn>` と `<ServerCertsIssuerCn>` で、それぞれの中に 1 つ以上の `<string>` があります。すべての値を確認してください。",
            "すべての値が「{retiring}」または「{current}」であれば、名前は公的証明機関を示しており、{notice-year} 年の変更の影響はないと考えられます。お知らせに記載されているのは前者だけです。",
            "名前だけでは根拠として弱いため、証明書も確認します。`VpnServerRoot.cer` (新しいパッケージでは `VpnServerRoot.cer_0`) をコピーし、コピーの名前が `VpnServerRoot.cer` でない場合は変更して、ダブルクリックで開きます。[詳細] タブの拇印を下の一覧と比べます。`.cer_1` などがある場合は、同様に確認します。",
        ]),
        Block::Heading("Generic フォルダーがない場合"),
        Block::Paragraph(
            "クラシック デプロイ モデルのパッケージにはありません。古いパッケージや Basic SKU のパッケージにもない場合があります。`.exe` がある場合は、次の「クラシック デプロイ モデル」の手順 4 から確認してください。`azurevpnconfig.xml` がある場合は、`<servervalidation>` の中の `<hash>` の値を拇印の一覧と比べます。`<clientauth>` の中の値はゲートウェイのものではありません。",
        ),
        Block::Heading("クラシック デプロイ モデル"),
        Block::Steps(&[
            "ポータルで [仮想ネットワーク (クラシック)] > 対象のネットワークを開きます。このモデルは提供が終了しているため、通常は以前に保存したパッケージだけが残っています。",
            "[ポイント対サイト] の [クライアント] を開きます。",
            "[VPN クライアント (64 ビット)] をダウンロードします。",
            "お知らせの手順では、`.exe` の拡張子を `.zip` に変更して展開します。中身が zip ではないため、7-Zip では展開できますが、エクスプローラーではほとんどの場合開けません。7-Zip であれば、拡張子を変更せずに `.exe` のまま開けます。",
            "中の `.cer` ファイルを Windows で開きます。",
            "[全般] タブの発行者が「{retiring}」(または「{current}」) であれば、公的証明機関を示しており、影響はないと考えられます。こちらも [詳細] タブの拇印を比べてください。",
        ]),
        Block::Heading("2 つのルート証明書の拇印 (SHA-1)"),
        Block::Points(&[
            "{retiring}: `{retiring-sha1}`",
            "{current}: `{current-sha1}`",
        ]),
    ],
};

pub(super) const LIMITS: Section = Section {
    heading: "手動の確認では分からないこと",
    blocks: &[Block::Points(&[
        "名前は根拠として弱いものです。「{retiring}」という名前の証明書は誰でも作れます。証明書全体、または拇印で確認する必要があります。",
        "ルート証明書の発行者は、公的なものでも常に自分自身です。発行者と発行先が同じでも、ゲートウェイ独自のものとは限りません。",
        "マイクロソフトのルート証明書など、ほかの公的なルート証明書の可能性もあります。拇印が一覧にないことだけでは、ゲートウェイ独自の証明機関とは言えません。",
        "`RadiusServerRoot.cer` はお客様の RADIUS サーバーのものです。ゲートウェイについては何も示しません。",
        "「影響なし」は {notice-year} 年の変更についての結果です。{retiring} 自体が廃止予定で、Chrome と Firefox は{retiring-since}に Web サイトでの信頼を終了しました。",
        "パッケージはダウンロードした日の状態を示すものです。ゲートウェイが現在使っている証明書は、新しいパッケージで確認してください。",
    ])],
};
