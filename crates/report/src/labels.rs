//! The labels of the page: buttons, headings, column names, and short texts with a number or a name.
//!
//! Sentences about a package are in the modules of the answers.

use crate::Language;

macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident: $ja:literal, $en:literal;)*) => {
        /// A label of the page.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Label { $($(#[$doc])* $name,)* }

        impl Label {
            /// All labels.
            pub const ALL: &'static [Label] = &[$(Label::$name,)*];

            /// Returns the text in a language.
            pub fn text(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Label::$name, Language::Ja) => $ja, (Label::$name, Language::En) => $en,)*
                }
            }
        }
    };
}

labels! {
    /// The name of the product.
    Title: "P2S 証明書チェック", "P2S certificate check";
    /// Navigation: the check.
    Check: "確認", "Check";
    /// Navigation: the maintenance.
    Maintenance: "メンテナンス", "Maintenance";
    /// Navigation: about.
    About: "このページについて", "About";
    /// The accessible name of the navigation.
    Pages: "ページ", "Pages";
    /// Button: switch from light to dark colours.
    ToDark: "暗い配色に切り替え", "Switch to dark colours";
    /// Button: switch from dark to light colours.
    ToLight: "明るい配色に切り替え", "Switch to light colours";

    /// The accessible name of the area that takes files.
    Intake: "パッケージの選択", "Choose a package";
    /// Button: choose files.
    ChooseFiles: "ファイルを選択", "Choose files";
    /// Button: choose a folder.
    ChooseFolder: "フォルダーを選択", "Choose a folder";
    /// The other ways to choose files: drop and paste.
    OrDrop: "ここにドラッグ アンド ドロップ、または貼り付けることもできます", "or drop or paste them here";
    /// Shown while files are dragged over the page.
    DropNow: "ここで放すと確認を始めます", "Let go to check them";
    /// Link: how to get the package and the check by hand.
    HowToGet: "パッケージの入手方法と手動での確認", "How to get the package, or check by hand";
    /// Button: check an example.
    TryExample: "例で試す", "Try an example";
    /// Link: why the page sends nothing.
    WhyPrivate: "外部に送信されない理由", "Why can nothing leave this page?";

    /// Shown for a folder without files to check.
    NothingFound: "確認できるファイルが見つかりませんでした。", "Nothing was found to check.";

    /// Button: stop reading.
    Cancel: "中止", "Cancel";
    /// Button: start a new check.
    NewCheck: "新しく確認する", "New check";
    /// Button: save the report as JSON.
    SaveJson: "結果を保存 (JSON)", "Save the report (JSON)";
    /// Button: save the report as CSV.
    SaveCsv: "表として保存 (CSV)", "Save as a table (CSV)";
    /// Button: print the page.
    Print: "印刷", "Print";
    /// Heading: save, print and share.
    PassOn: "保存と共有", "Save and pass on";

    /// Heading: the answer about 2019.
    About2019: "2019 年の証明書更新", "The 2019 certificate change";
    /// Heading: the answer about today.
    AboutToday: "現在のルート証明書", "The root certificate today";
    /// Heading: the answer about a file that can't be read.
    AboutFile: "ファイルの読み取り", "Reading the file";
    /// Heading: next steps.
    Steps: "次に行うこと", "What to do next";
    /// Link below the steps: the check by hand.
    MoreHelp: "手動で確認する手順", "How to check by hand";
    /// Link below the steps: the background of the notice.
    MoreNotice: "2019 年のメンテナンスについて", "About the maintenance of 2019";
    /// Link below the steps: what to do about an affected gateway.
    MoreAffected: "影響のあるゲートウェイで必要な作業", "What to do about an affected gateway";
    /// Link below the steps: how to reinstall clients.
    MoreReinstall: "クライアントの種類ごとの再インストール手順", "Reinstalling, client by client";
    /// Link below the steps: how to get the package.
    MorePackage: "パッケージの入手方法 (ポータル、PowerShell、Azure CLI)", "How to get the package (portal, PowerShell, Azure CLI)";
    /// Link below the steps: the root rotation of 2026.
    MoreRotation: "ゲートウェイのルート証明書の切り替え", "The rotation of the gateways' roots";
    /// Heading: evidence.
    Evidence: "判定の根拠", "Evidence";
    /// Shown if there is no evidence.
    NoEvidence: "証明書の情報は見つかりませんでした。", "No certificate information was found.";
    /// Heading: findings.
    Findings: "補足", "Also worth knowing";
    /// Field: the rule that decided the verdict.
    Rule: "適用した規則", "The rule that decided";
    /// Column: place.
    Place: "パッケージ内の場所", "Where in the package";
    /// Column: the value of the item.
    Says: "内容", "What it says";
    /// Column: the root.
    Root: "ルート証明書", "Which root it is";
    /// Column: whether the item is counted.
    Counted: "判定に使用", "Counted";
    /// The item is counted.
    Yes: "使用", "Yes";
    /// The item isn't counted.
    No: "不使用", "No";
    /// Button: copy a fingerprint or a command.
    Copy: "コピー", "Copy";
    /// Shown after copying.
    Copied: "コピーしました", "Copied";

    /// Collapsed section: the fields of certificates.
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

    /// Field: the gateway's host name or identifier.
    Gateway: "ゲートウェイ", "Gateway";
    /// Field: the virtual network.
    Network: "仮想ネットワーク", "Virtual network";
    /// Field: when the package was made.
    Packaged: "パッケージの作成日時", "Package made";
    /// Field: the deployment model.
    Model: "デプロイ モデル", "Deployment model";
    /// Field: the strongest kind of counted evidence.
    Proof: "根拠の強さ", "Proof";
    /// Field: the gateway types of the 2019 notice.
    Types: "ゲートウェイのタイプ (2019 年のお知らせ)", "Type of gateway (2019 notice)";

    /// Input: the gateway's creation date.
    Created: "ゲートウェイの作成日 (任意)", "When the gateway was created (optional)";
    /// Hint: what the creation date is used for.
    CreatedHint: "入力すると、影響のないゲートウェイのタイプ (A または C) を絞り込みます。判定は変わりません。", "It narrows down which type of unaffected gateway (A or C) this is; the answer stays the same.";

    /// Link: where to find the creation date.
    CreatedWhere: "作成日の確認方法", "Where to find the date";

    /// Request input: the gateway's name.
    RequestName: "ゲートウェイの名前", "Gateway name";
    /// Request input: the subscription ID.
    RequestSubscription: "サブスクリプション ID", "Subscription ID";
    /// Request input: the window.
    RequestWindow: "日程", "Window";
    /// Request input: no window chosen yet.
    RequestChoose: "選択してください", "Choose one";
    /// Request checkbox: the request is opened on the gateway's page.
    RequestOnGateway: "ゲートウェイの画面から作成する (名前と ID の記載は不要です)", "I open the request on the gateway itself (name and ID are not needed)";
    /// Request button: add a gateway.
    RequestAdd: "ゲートウェイを追加", "Add a gateway";
    /// Request button: remove the last gateway.
    RequestRemove: "最後のゲートウェイを削除", "Remove the last gateway";
    /// Request heading: what the checked package contains.
    RequestKnown: "読み取ったパッケージの内容", "From the package that was read";
    /// Request input: the language of the text.
    RequestLanguage: "文面の言語", "Language of the text";
    /// Request heading: the text.
    RequestText: "サポート リクエストの文面", "Text of the support request";
    /// Request hint: the input is neither sent nor stored.
    RequestPrivate: "入力した内容は、送信も保存もされません。", "What you put in is neither sent nor stored.";
    /// Request button: save the text.
    RequestSave: "テキスト ファイルに保存", "Save as a text file";

    /// Input: find an error code.
    CodeFind: "コードで検索 (0x800B0109、-2146762487、13801 など)", "Find a code (such as 0x800B0109, -2146762487 or 13801)";
    /// Shown for a code that isn't in the list.
    CodeUnknown: "このコードは一覧にありません。証明書の切り替えとは関係がない可能性があります。", "This code is not in the list; it may have nothing to do with the certificate change.";
    /// Shown for text that isn't a code.
    CodeNone: "コードとして読み取れません。0x で始まる 16 進数か、10 進数を入力してください。", "That can't be read as a code. Put in a hexadecimal number that begins with 0x, or a decimal one.";

    /// Banner: the value of `now=` in the address can't be read.
    NowUnreadable: "アドレスの now= の日時を読み取れないため、現在の日時で判定します。", "The time after now= in the address can't be read; the answers are for the present.";
    /// Link: the page as a single file.
    KeepOffline: "オフライン用に保存", "Keep this page for offline use";
    /// Heading above a text that couldn't be copied to the clipboard.
    SelectToCopy: "ブラウザーがクリップボードの使用を許可していません。次のテキストを選択してコピーしてください。", "The browser doesn't allow the page to copy. Select the text below and copy it.";
    /// Button: close that text.
    Close: "閉じる", "Close";
}

impl Label {
    /// Returns the progress text: file `number` of `total` is being read.
    pub fn reading(language: Language, number: usize, total: usize) -> String {
        match language {
            Language::Ja => format!("読み取っています ({number} / {total})"),
            Language::En => format!("Reading {number} of {total}"),
        }
    }

    /// Returns the heading above a text that couldn't be saved as a file of this name.
    ///
    /// If `perhaps` is true, the page can't know whether the browser saved the file.
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

    /// Returns the text of the banner that the answers are for another moment than the present.
    pub fn for_moment(language: Language, moment: &str) -> String {
        match language {
            Language::Ja => format!("現在ではなく、{moment} の時点として判定しています。"),
            Language::En => format!("The answers are for {moment}, not for the present."),
        }
    }

    /// Joins the value of a column, such as "No", and its reason.
    pub fn with_reason(language: Language, word: &str, reason: &str) -> String {
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
    fn every_label_has_a_different_text_in_each_language() {
        for label in Label::ALL {
            let (ja, en) = (label.text(Language::Ja), label.text(Language::En));
            assert!(!ja.is_empty() && !en.is_empty() && ja != en, "{label:?}");
        }
    }
}
