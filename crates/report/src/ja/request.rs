//! Japanese texts of the support request.

use crate::clock::JST_OFFSET_HOURS;
use crate::request::{FieldError, Words};
use p2s_verdict::notices::Window;

pub(crate) const WORDS: Words = Words {
    window_subject: "件名: Azure VPN Gateway ポイント対サイトの証明書の切り替え日程の申し込み",
    window: "次の仮想ネットワーク ゲートウェイのサーバー証明書を、以下の日程で公的証明機関によるものに切り替えてください。",
    window_missing: "(日程を選択してください)",
    status_subject: "件名: Azure VPN Gateway ポイント対サイトの証明書の切り替え状況の確認",
    status: "次の仮想ネットワーク ゲートウェイのサーバー証明書が、すでに公的証明機関によるものに切り替えられているかどうかをご教示ください。",
    rotation_subject: "件名: Azure VPN Gateway ポイント対サイトのルート証明書の切り替え日程の確認",
    rotation: "次の仮想ネットワーク ゲートウェイについて、ポイント対サイトのルート証明書の切り替え (移行) の日程が決まっているかどうかをご教示ください。決まっている場合は、新しいルート証明書を含む VPN クライアント パッケージをダウンロードできるようになる時期と、古い証明書が削除される日もあわせてお知らせください。",
    on_gateway: "このリクエストは、対象のゲートウェイの画面から作成しています。",
    name: "ゲートウェイの名前",
    subscription: "サブスクリプション ID",
    missing: "(記入してください)",
    known: "VPN クライアント パッケージの内容:",
    server: "ゲートウェイのアドレス",
    network: "仮想ネットワーク",
    root: "ルート証明書",
};

/// Returns what is wrong with a field and what to do.
pub(crate) fn field_error(error: FieldError) -> &'static str {
    match error {
        FieldError::NotAGuid => {
            "サブスクリプション ID の形式ではありません。12345678-90ab-cdef-1234-567890abcdef のように、0 ~ 9 と a ~ f の 32 文字を 5 つに区切ったもので、サブスクリプションの名前とは異なります。ポータルの [サブスクリプション] で確認できます。正しい形式になるまで、文面には記載しません。"
        }
        FieldError::TooLong => {
            "ゲートウェイの名前の上限 (80 文字) を超えているため、文面には記載しません。名前は、ポータルの [仮想ネットワーク ゲートウェイ] で確認できます。"
        }
        FieldError::InvalidCharacter => {
            "ゲートウェイの名前に使用できる文字は、半角の英数字、ハイフン、アンダースコア、ピリオドだけです。この名前は文面に記載しません。ゲートウェイのアドレスは名前ではありません。名前は、ポータルの [仮想ネットワーク ゲートウェイ] で確認できます。"
        }
    }
}

/// Returns the name of a window with its start in JST and UTC.
pub(crate) fn window(window: &Window) -> String {
    let start = window.start.unix_timestamp();
    let at = |hours| super::moment(start, hours).unwrap_or_default();
    format!(
        "日程 {}: 日本時間 {} 以降 (UTC {})",
        window.id,
        at(JST_OFFSET_HOURS),
        at(0)
    )
}
