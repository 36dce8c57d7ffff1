//! Texts in Japanese that the code of the page's prose places: tables, diagrams and labels. The sections are in
//! `words/ja/pages`.

use crate::prose::{ChecklistWords, ErrorCode, ErrorWords, PictureWords, WindowWords};

/// The headings of the list of sections and of the questions in it.
pub(crate) const CONTENTS: &str = "このページの内容";
pub(crate) const QUESTIONS: &str = "よくある質問";

/// The label of an inference.
pub(crate) const INFERENCE: &str = "推測:";

/// The table of windows.
pub(crate) const WINDOWS: WindowWords = WindowWords {
    caption: "5 つの日程",
    head: [
        "日程",
        "日本時間 (JST)",
        "UTC",
        "お使いの場所の時刻",
        "状態",
        "予定表",
    ],
    automatic: "自動",
    on_request: "日程 {} (申し込み)",
    from: "{} ~",
    states: ["開始前", "実施中", "終了"],
    save: ".ics",
    save_all: "5 つの日程をまとめた予定表ファイル (.ics)",
    event: "Azure P2S VPN ゲートウェイの証明書の切り替え ({})",
    description: "{} 日本時間 (JST、UTC+9) から、タイプ B のゲートウェイの証明書が公的証明機関によるものに順番に置き換えられます。その後は、VPN クライアント パッケージをもう一度ダウンロードして再インストールするまで、P2S クライアントから接続できません。終了時刻は「数時間」を {hours} 時間と解釈したものです (自動のメンテナンスは{completed}に完了)。マイクロソフトの製品ではありません。",
};

/// The diagrams.
pub(crate) const PICTURE: PictureWords = PictureWords {
    lifetime: "ゲートウェイ独自の証明機関の有効期間 (作成、更新時期、有効期限) を、タイプ A、B、C の例で、{public-since}ごろ、申し込みによる日程、メンテナンスと並べて示した図です。同じ内容を下に文章で記載しています。",
    weeks: "日程の前後の数週間を、日本時間の 1 日ごとに示した図です。同じ内容を下に文章で記載しています。",
    legend: ["独自の証明機関", "公的証明機関", "更新時期", "有効期限"],
    marks: ["{public-since}ごろ", "申し込みによる日程", "メンテナンス"],
    types: [
        "タイプ A: 定期メンテナンスで更新済み",
        "タイプ B: メンテナンスまで独自の証明機関",
        "タイプ C: 最初から公的証明機関",
    ],
    descriptions: [
        "タイプ A の例: {}に作成。{}以降の定期メンテナンスで、公的証明機関による証明書に更新されています (独自の証明機関の有効期限は{}でした)。",
        "タイプ B の例: {}に作成。更新時期は{}、独自の証明機関の有効期限は{}でしたが、その前に {notice-year} 年のメンテナンスで切り替えられました。",
        "タイプ C の例: {}に作成。最初から公的証明機関です (独自の証明機関であれば、更新時期は{}、有効期限は{}でした)。",
    ],
    own: [
        "読み取ったパッケージの証明機関",
        "作成",
        "、更新時期",
        "、有効期限",
        "。",
    ],
    days: ["お知らせ", "日程 1 ~ 4", "自動 ({completed}まで)"],
    weeks_description: "日本時間で、お知らせは{notice}、日程 1 は {window-1-jst}、日程 2 は {window-2-jst}、日程 3 は {window-3-jst}、日程 4 は {window-4-jst} からで、図ではそれぞれ {hours} 時間としています (「数時間」を {hours} 時間と解釈したものです)。自動のメンテナンスは {automatic-jst} から{completed}までです。",
};

/// The printable list of clients.
pub(crate) const CHECKLIST: ChecklistWords = ChecklistWords {
    caption: "クライアント",
    top: [
        "ゲートウェイ:",
        "パッケージのダウンロード日:",
        "作業の期限:",
    ],
    head: [
        "デバイス、利用者",
        "クライアントの種類",
        "新しいパッケージ",
        "すべてのルート証明書",
        "接続確認",
        "日付、担当者",
    ],
    print: "この一覧を印刷",
};

/// The column headings of the error codes.
pub(crate) const ERROR_HEAD: [&str; 3] = ["コード", "意味", "対処"];

/// Returns the texts about an error code.
pub(crate) fn error(code: ErrorCode) -> ErrorWords {
    match code {
        ErrorCode::UntrustedRoot => ErrorWords {
            says: "ゲートウェイの証明書チェーンのルート証明書を、このクライアントが信頼していません。",
            to_do: "クライアントのパッケージが古いと考えられます。[もう一度ダウンロード](get-package.md)し、[確認](by-hand.md)してから[再インストール](reinstall.md)してください。",
        },
        ErrorCode::Expired => ErrorWords {
            says: "ゲートウェイの証明書の有効期限が切れているか、クライアントの時計が正しくありません。",
            to_do: "クライアントの日付を確認してください。正しい場合は、Azure サポートにお問い合わせください。",
        },
        ErrorCode::Credentials => ErrorWords {
            says: "IKEv2 の認証資格情報を受け入れられません。クライアントがゲートウェイの証明書を信頼していないか、ゲートウェイがクライアントの証明書を拒否しています。",
            to_do: "新しいパッケージを[再インストール](reinstall.md)してください。改善しない場合は、クライアント証明書を確認してください。",
        },
        ErrorCode::MachineCertificate => ErrorWords {
            says: "IKEv2 で使用できる有効なコンピューター証明書が見つかりません。",
            to_do: "クライアント証明書を確認してください。ゲートウェイの証明書とは関係ありません。",
        },
        ErrorCode::Validator => ErrorWords {
            says: "ゲートウェイの証明書を検証するための証明書が、クライアントのルート証明書ストアにありません。",
            to_do: "新しいパッケージを、すべてのルート証明書とともに[再インストール](reinstall.md)してください。",
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
