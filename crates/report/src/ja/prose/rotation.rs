//! The root rotation of 2026, and the sources, in Japanese.

use crate::prose::{Block, Section};

pub(super) const ROTATION: Section = Section {
    heading: "{rotation-year} 年のルート証明書の切り替え",
    blocks: &[
        Block::Paragraph(
            "{rotation}以降、{notice-year} 年のお知らせにはない作業が必要になっています。Azure が、P2S ゲートウェイの公的なルート証明書を切り替えるためです。{notice-year} 年の「影響なし」は、この切り替えについての結果ではありません。",
        ),
        Block::Heading("分かっていること (情報源と時期)"),
        Block::Points(&[
            "Azure ({rotation}): Azure は P2S ゲートウェイのルート証明書を定期的に切り替えます。一定の期間、ゲートウェイには古い証明書と新しい証明書の両方が設定され、お客様への通知に記載された期限の日に、古い証明書が削除されます ([Azure のページ]({rotation-about}))。",
            "Azure (同日): 期限までに、すべてのクライアントで新しいプロファイルが必要です。証明書認証だけでなく、認証方法にかかわらず必要です。古いルート証明書しかないクライアントは、期限の後は接続できません。パッケージに含まれるすべてのルート証明書をインポートする必要があります ([プロファイルの更新方法]({rotation-update}))。",
            "Azure (同日): トンネルの種類、認証方法、アドレス プール、ルーティングの構成は変わりません。費用もかかりません。Linux 用の Azure VPN Client には、プロファイルを更新するサポート対象の方法がありません。",
            "Azure (よくある質問の 1 つの版): 期限は {rotation-deadline}末で、その後は新しい証明書だけが有効です。日付のない版もあります。お客様への通知に別の日が記載されている場合は、通知に従ってください。",
            "DigiCert (ALERT86): Chrome と Firefox は、{retiring-since}に {retiring} を Web サイトの証明書として信頼しなくなりました。",
            "マイクロソフト (MC1193408): Microsoft Entra は、{entra-left}に {retiring} の使用を終了しました。",
            "これまでに調べたパッケージ: {current} は {current-seen}のものから見られ、{retiring} が最後に見られたのは {retiring-seen}のものでした。",
        ]),
        Block::Heading("推測していること"),
        Block::Inference(
            "切り替えの対象が {retiring} であるという点です。Azure のページには、古いルート証明書の名前も新しいルート証明書の名前も記載されていません。ただし、OS が古いルート証明書を信頼しなくなる場合があると記載されており、{rotation-year} 年に信頼されなくなったのはこのルート証明書です。",
        ),
        Block::Heading("必要な作業"),
        Block::Steps(&[
            "すべてのゲートウェイの[パッケージをダウンロード](#get-package)し、このページで確認します。{current} だけの場合、現在必要な作業はありません。",
            "{retiring} だけの場合は、通知を待ちます。新しいパッケージを入手できる時期と期限は、通知に記載されます。通知が届いたとき、また届かない場合も {rotation-deadline}末より前に余裕を持って、もう一度ダウンロードして確認します。お使いのゲートウェイの日程は、[サポート リクエスト](#request)で問い合わせることができます。",
            "両方が含まれている場合は、期限に余裕を持って、[すべてのクライアント](#reinstall)にすべてのルート証明書をインポートします。まず数台で試してください。",
            "[クライアントの一覧](#checklist)で進み具合を管理します。",
        ]),
        Block::Paragraph(
            "通知が届く前にクライアントが接続できなくなった場合は、Azure のページによると、OS が古いルート証明書を信頼しなくなった可能性があります。そのクライアントに以前のルート証明書をもう一度インストールし、通知を待ってください。",
        ),
    ],
};

pub(super) const SOURCES: Section = Section {
    heading: "情報源",
    blocks: &[
        Block::Paragraph(
            "このページの内容は、{checked}に確認したものです。その後、情報源が変更されている可能性があります。",
        ),
        Block::Points(&[
            "{notice}のサポートのお知らせ「ポイント対サイト VPN に関する重要な通知について」。アーカイブされており、内容が古い可能性があると表示されています。このページでは、独自の文章で説明しています。",
            "お知らせの参照先: 「P2S ゲートウェイの自己署名から公的証明機関の証明書への切り替え」[{page}]({page})。{page-removed}に削除される予定と記載されており、現在はありません。",
            "お知らせの参照先: 「ネイティブ Azure 証明書認証の P2S 構成のための VPN クライアント構成ファイルを作成およびインストールする」[{client-files}]({client-files})",
            "ルート証明書の切り替え ({rotation}): [{rotation-about}]({rotation-about})、[{rotation-update}]({rotation-update})",
            "コマンド: `New-AzVpnClientConfiguration` (Az.Network) と `az network vnet-gateway vpn-client generate` のリファレンス。",
            "クライアント: 標準の VPN クライアント、Azure VPN Client、strongSwan、Intune についての Azure のページ ({client-pages})。",
            "エラー コード: Azure のトラブルシューティングのページ ({troubleshooting-day})、マイクロソフト サポート技術情報 2980667、Richard Hicks 氏の Always On VPN のページ。",
        ]),
    ],
};
