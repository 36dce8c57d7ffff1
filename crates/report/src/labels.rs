//! The short words of the page: buttons, headings, column names, and the phrases with a number or a name.
//!
//! Sentences about a package are not here but with the answers.

use crate::Language;

macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident: $ja:literal, $en:literal;)*) => {
        /// A short text of the page.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Label { $($(#[$doc])* $name,)* }

        impl Label {
            /// Every label.
            pub const ALL: &'static [Label] = &[$(Label::$name,)*];

            /// The text in a language.
            pub fn text(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Label::$name, Language::Ja) => $ja, (Label::$name, Language::En) => $en,)*
                }
            }
        }
    };
}

labels! {
    /// The product's name.
    Title: "P2S 証明書チェック", "P2S certificate check";
    /// Navigation: the check.
    Check: "確認", "Check";
    /// Navigation: the maintenance.
    Maintenance: "メンテナンス", "Maintenance";
    /// Navigation: about.
    About: "このページについて", "About";
    /// The navigation itself, for those who don't see it.
    Pages: "ページ", "Pages";
    /// The control for the colours, when they are light.
    ToDark: "暗い配色に切り替え", "Switch to dark colours";
    /// The control for the colours, when they are dark.
    ToLight: "明るい配色に切り替え", "Switch to light colours";

    /// The intake, for those who don't see it.
    Intake: "パッケージの選択", "Choose a package";
    /// The file control.
    ChooseFiles: "ファイルを選択", "Choose files";
    /// The folder control.
    ChooseFolder: "フォルダーを選択", "Choose a folder";
    /// The other ways in.
    OrDrop: "ここにドラッグ アンド ドロップ、または貼り付けることもできます", "or drop or paste them here";
    /// While files are held over the page.
    DropNow: "ここで放すと確認を始めます", "Let go to check them";
    /// Link to the check by hand.
    HowToGet: "パッケージの入手方法と手動での確認", "How to get the package, or check by hand";
    /// Starts with a made-up file.
    TryExample: "例で試す", "Try an example";
    /// Link to the explanation.
    WhyPrivate: "外部に送信されない理由", "Why can nothing leave this page?";

    /// A folder without anything to check.
    NothingFound: "確認できるファイルが見つかりませんでした。", "Nothing was found to check.";

    /// Ends the reading.
    Cancel: "中止", "Cancel";
    /// Back to the start.
    NewCheck: "新しく確認する", "New check";
    /// Saves the report.
    SaveJson: "結果を保存 (JSON)", "Save the report (JSON)";
    /// Saves the report as a table.
    SaveCsv: "表として保存 (CSV)", "Save as a table (CSV)";
    /// Prints the page.
    Print: "印刷", "Print";
    /// Heading over the ways to pass the answer on.
    PassOn: "保存と共有", "Save and pass on";

    /// Over the answer of 2019.
    About2019: "2019 年の証明書更新", "The 2019 certificate change";
    /// Over today's answer.
    AboutToday: "現在のルート証明書", "The root certificate today";
    /// Over a refusal.
    AboutFile: "ファイルの読み取り", "Reading the file";
    /// Heading of the steps.
    Steps: "次に行うこと", "What to do next";
    /// Link under the steps: the check by hand.
    MoreHelp: "手動で確認する手順", "How to check by hand";
    /// Link under the steps: what the notice is about.
    MoreNotice: "2019 年のメンテナンスについて", "About the maintenance of 2019";
    /// Link under the steps: an affected gateway.
    MoreAffected: "影響のあるゲートウェイで必要な作業", "What to do about an affected gateway";
    /// Link under the steps: reinstalling.
    MoreReinstall: "クライアントの種類ごとの再インストール手順", "Reinstalling, client by client";
    /// Link under the steps: the right package.
    MorePackage: "パッケージの入手方法 (ポータル、PowerShell、Azure CLI)", "How to get the package (portal, PowerShell, Azure CLI)";
    /// Link under the steps: the rotation.
    MoreRotation: "ゲートウェイのルート証明書の切り替え", "The rotation of the gateways' roots";
    /// Heading of the evidence.
    Evidence: "判定の根拠", "Evidence";
    /// Where nothing was found.
    NoEvidence: "証明書の情報は見つかりませんでした。", "No certificate information was found.";
    /// Heading of the findings.
    Findings: "補足", "Also worth knowing";
    /// The rule that decided.
    Rule: "適用した規則", "The rule that decided";
    /// Column: place.
    Place: "パッケージ内の場所", "Where in the package";
    /// Column: what the item says.
    Says: "内容", "What it says";
    /// Column: the root.
    Root: "ルート証明書", "Which root it is";
    /// Column: counted or not.
    Counted: "判定に使用", "Counted";
    /// The item counts.
    Yes: "使用", "Yes";
    /// The item does not count.
    No: "不使用", "No";
    /// Copies a fingerprint.
    Copy: "コピー", "Copy";
    /// It was copied.
    Copied: "コピーしました", "Copied";

    /// Closed details: the fields of certificates.
    CertificateFields: "証明書の詳細", "Certificate details";
    /// Field: subject.
    Subject: "サブジェクト", "Subject";
    /// Field: issuer.
    Issuer: "発行者", "Issuer";
    /// Field: serial number.
    Serial: "シリアル番号", "Serial number";
    /// Field: SHA-1.
    Sha1: "拇印 (SHA-1)", "Thumbprint (SHA-1)";
    /// Field: SHA-256.
    Sha256: "フィンガープリント (SHA-256)", "Fingerprint (SHA-256)";
    /// Field: start of validity.
    NotBefore: "有効期間の開始", "Valid from";
    /// Field: end of validity.
    NotAfter: "有効期間の終了", "Valid to";

    /// The gateway's host name.
    Gateway: "ゲートウェイ", "Gateway";
    /// The virtual network.
    Network: "仮想ネットワーク", "Virtual network";
    /// When the package was made.
    Packaged: "パッケージの作成日時", "Package made";
    /// The deployment model.
    Model: "デプロイ モデル", "Deployment model";
    /// The strongest kind of evidence.
    Proof: "根拠の強さ", "Proof";
    /// The types of the notice.
    Types: "ゲートウェイのタイプ (2019 年のお知らせ)", "Type of gateway (2019 notice)";

    /// The control for the creation date.
    Created: "ゲートウェイの作成日 (任意)", "When the gateway was created (optional)";
    /// What the creation date is good for.
    CreatedHint: "入力すると、影響のないゲートウェイのタイプ (A または C) を絞り込みます。判定は変わりません。", "It narrows down which type of unaffected gateway (A or C) this is; the answer stays the same.";

    /// Link to where the creation date is found.
    CreatedWhere: "作成日の確認方法", "Where to find the date";

    /// Request: the gateway's name.
    RequestName: "ゲートウェイの名前", "Gateway name";
    /// Request: the subscription.
    RequestSubscription: "サブスクリプション ID", "Subscription ID";
    /// Request: the window.
    RequestWindow: "日程", "Window";
    /// Request: no window chosen yet.
    RequestChoose: "選択してください", "Choose one";
    /// Request: opened on the gateway.
    RequestOnGateway: "ゲートウェイの画面から作成する (名前と ID の記載は不要です)", "I open the request on the gateway itself (name and ID are not needed)";
    /// Request: one more gateway.
    RequestAdd: "ゲートウェイを追加", "Add a gateway";
    /// Request: one gateway less.
    RequestRemove: "最後のゲートウェイを削除", "Remove the last gateway";
    /// Request: what the package says.
    RequestKnown: "読み取ったパッケージの内容", "From the package that was read";
    /// Request: the language of the text.
    RequestLanguage: "文面の言語", "Language of the text";
    /// Request: the text.
    RequestText: "サポート リクエストの文面", "Text of the support request";
    /// Request: that nothing is kept.
    RequestPrivate: "入力した内容は、送信も保存もされません。", "What you put in is neither sent nor stored.";
    /// Request: save it.
    RequestSave: "テキスト ファイルに保存", "Save as a text file";

    /// The field that finds a code.
    CodeFind: "コードで検索 (0x800B0109、-2146762487、13801 など)", "Find a code (such as 0x800B0109, -2146762487 or 13801)";
    /// The code is not in the list.
    CodeUnknown: "このコードは一覧にありません。証明書の切り替えとは関係がない可能性があります。", "This code is not in the list; it may have nothing to do with the certificate change.";
    /// It is no code.
    CodeNone: "コードとして読み取れません。0x で始まる 16 進数か、10 進数を入力してください。", "That can't be read as a code. Put in a hexadecimal number that begins with 0x, or a decimal one.";

    /// Banner: `?now=` can't be read.
    NowUnreadable: "アドレスの now= の日時を読み取れないため、現在の日時で判定します。", "The time after now= in the address can't be read; the answers are for the present.";
    /// Link to the one file.
    KeepOffline: "オフライン用に保存", "Keep this page for offline use";
    /// Over a text that could not go to the clipboard.
    SelectToCopy: "ブラウザーがクリップボードの使用を許可していません。次のテキストを選択してコピーしてください。", "The browser doesn't allow the page to copy. Select the text below and copy it.";
    /// Closes that text.
    Close: "閉じる", "Close";
}

impl Label {
    /// Reading file `number` of `total`.
    pub fn reading(language: Language, number: usize, total: usize) -> String {
        match language {
            Language::Ja => format!("読み取っています ({number} / {total})"),
            Language::En => format!("Reading {number} of {total}"),
        }
    }

    /// Over a text that could not be saved as a file of this name, or perhaps could.
    pub fn select_to_save(language: Language, name: &str, perhaps: bool) -> String {
        match language {
            Language::Ja if perhaps => format!(
                "このページは枠 (フレーム) の中に表示されているため、{name} を保存できていない可能性があります。保存されていない場合は、次のテキストをすべて選択してコピーし、{name} という名前で保存してください。"
            ),
            Language::En if perhaps => format!(
                "This page stands in a frame, which may not allow saving. If {name} was not saved, select the whole text below, copy it, and save it under that name."
            ),
            Language::Ja => format!(
                "このページは、保存を許可しない枠 (フレーム) の中に表示されています。次のテキストをすべて選択してコピーし、{name} という名前で保存してください。"
            ),
            Language::En => format!(
                "The frame that shows this page doesn't allow saving. Select the whole text below, copy it, and save it as {name}."
            ),
        }
    }

    /// Banner: the answers are for another moment, given as text.
    pub fn for_moment(language: Language, moment: &str) -> String {
        match language {
            Language::Ja => format!("現在ではなく、{moment} の時点として判定しています。"),
            Language::En => format!("The answers are for {moment}, not for the present."),
        }
    }

    /// A column that is a yes or no with a reason.
    pub fn because(language: Language, word: &str, reason: &str) -> String {
        match language {
            Language::Ja => format!("{word} ({reason})"),
            Language::En => format!("{word}: {reason}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_is_empty_or_the_same_in_both_languages() {
        for label in Label::ALL {
            let (ja, en) = (label.text(Language::Ja), label.text(Language::En));
            assert!(!ja.is_empty() && !en.is_empty() && ja != en, "{label:?}");
        }
    }
}
