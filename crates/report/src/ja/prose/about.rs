//! What the page answers, and why nothing can leave it, in Japanese.

use crate::prose::{Block, Section};

pub(super) const WHAT: Section = Section {
    heading: "このページで分かること",
    blocks: &[
        Block::Paragraph(
            "Azure の VPN ゲートウェイは、クライアントに対してサーバー証明書を提示します。{public-since}ごろまでは、この証明書がゲートウェイ独自の自己署名の証明機関によって署名されており、証明機関が更新されるたびに、ポイント対サイトのすべてのクライアントが接続できなくなっていました。これらは、{completed}までに公的証明機関に置き換えられました。",
        ),
        Block::Paragraph(
            "このページは VPN クライアント パッケージを読み取り、2 つの点を分けてお答えします。1 つは、そのパッケージで設定したクライアントに {notice-year} 年の変更の影響があるかどうか、もう 1 つは、クライアントが信頼しているルート証明書が現在も有効かどうかです。いずれも対象はゲートウェイのサーバー証明書で、お客様のルート証明書やクライアント証明書は対象ではありません。",
        ),
        Block::Paragraph("マイクロソフトの製品ではありません。"),
    ],
};

pub(super) const PRIVATE: Section = Section {
    heading: "ファイルが外部に送信されない理由",
    blocks: &[
        Block::Paragraph(
            "パッケージは、お使いのブラウザーの中だけで読み取られます。アップロードは行わず、保存するのは言語と配色の設定だけです。",
        ),
        Block::Paragraph("このことは、ご自身で確かめることができます。"),
        Block::Points(&[
            "このページには、ほかの場所への接続をブラウザー自身が拒否するポリシー (Content-Security-Policy) が設定されています。",
            "ページを読み込んだ後にネットワークを切断しても、同じように動作します。",
            "ファイルを選択する前にブラウザーの開発者ツール (F12) の [ネットワーク] タブを開いておくと、通信が発生しないことを確認できます。",
        ]),
    ],
};
