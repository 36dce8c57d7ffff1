//! The texts of the command line itself. All others are p2s-report's.

use crate::arguments::UsageError;
use p2s_package::ErrorKind;
use p2s_report::{Label, Language, error_words};
use p2s_verdict::ReportError;

/// Returns the text in the given language.
fn pick<T>(language: Language, ja: T, en: T) -> T {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

pub(crate) fn help(language: Language) -> &'static str {
    pick(language, JA, EN)
}

pub(crate) fn usage_hint(language: Language) -> &'static str {
    pick(
        language,
        "使い方は p2s-check --help で確認できます。",
        "p2s-check --help tells how it is used.",
    )
}

pub(crate) fn nothing_found(language: Language) -> &'static str {
    Label::NothingFound.text(language)
}

pub(crate) fn incomplete_output(language: Language) -> &'static str {
    pick(
        language,
        "結果を最後まで出力できませんでした。",
        "the report could not be written to its end.",
    )
}

/// Returns the sentence that says what is wrong with a path.
pub(crate) fn error_sentence(kind: ErrorKind, language: Language) -> String {
    let error = ReportError {
        code: kind,
        place: None,
    };
    error_words(&error, language).0
}

pub(crate) fn usage_error(error: &UsageError, language: Language) -> String {
    match language {
        Language::Ja => usage_error_ja(error),
        Language::En => usage_error_en(error),
    }
}

fn usage_error_en(error: &UsageError) -> String {
    match error {
        UsageError::NoPath => "a path is missing".to_owned(),
        UsageError::Language(text) => format!("--lang takes ja or en, not {text}"),
        UsageError::Now(text) => format!(
            "--now takes a time with its zone such as 2026-11-24T03:00:00Z (RFC 3339), not {text}"
        ),
        UsageError::Created(text) => {
            format!("--created takes a date such as 2017-05-31, not {text}")
        }
        UsageError::UnknownOption(option) => format!("there is no option {option}"),
        UsageError::MissingValue(option) => format!("{option} needs a value"),
        UsageError::UnexpectedValue(option) => format!("{option} takes no value"),
        UsageError::NotUnicode(text) => format!("this is not Unicode: {text}"),
        UsageError::NoClock => "the clock of this machine can't be read; give --now".to_owned(),
        UsageError::Other(text) => text.clone(),
    }
}

fn usage_error_ja(error: &UsageError) -> String {
    match error {
        UsageError::NoPath => "パスを指定してください。".to_owned(),
        UsageError::Language(text) => {
            format!("--lang には ja または en を指定してください ({text})。")
        }
        UsageError::Now(text) => format!(
            "--now にはタイム ゾーン付きの日時を RFC 3339 形式で指定してください (例: 2026-11-24T03:00:00Z)。指定された値: {text}"
        ),
        UsageError::Created(text) => {
            format!("--created には日付を指定してください (例: 2017-05-31)。指定された値: {text}")
        }
        UsageError::UnknownOption(option) => format!("{option} というオプションはありません。"),
        UsageError::MissingValue(option) => format!("{option} には値が必要です。"),
        UsageError::UnexpectedValue(option) => format!("{option} に値は指定できません。"),
        UsageError::NotUnicode(text) => format!("Unicode ではない文字が含まれています: {text}"),
        UsageError::NoClock => {
            "このコンピューターの時計を読み取れません。--now を指定してください。".to_owned()
        }
        UsageError::Other(text) => text.clone(),
    }
}

const EN: &str = "\
p2s-check: does the change of the gateway's server certificate cut off your VPN clients?

usage: p2s-check [--json] [--lang ja|en] [--now TIME] [--created DATE] PATH...

  PATH            a VPN client package (.zip, .exe), a part of one, or a folder; - is standard input
  --json          the report as JSON (docs/report.md)
  --lang ja|en    language; else that of LC_ALL, LC_MESSAGES or LANG
  --now TIME      answer as of this time, RFC 3339 with a zone, as 2026-11-24T03:00:00Z
  --created DATE  the gateway's creation date, as 2017-05-31
  --limits        what is read of an input at most, and the error of one that needs more
  -h, --help      this text
  -V, --version   the version

exit: 0 every input not affected; 1 one affected; 2 none affected, but one can't be told or read,
      or nothing found; 64 wrong usage

Files are read on this machine only. Not a Microsoft product.
";

const JA: &str = "\
p2s-check: ゲートウェイのサーバー証明書の変更で、VPN クライアントの接続に影響が出るかを確認します。

使い方: p2s-check [--json] [--lang ja|en] [--now 日時] [--created 日付] パス...

  パス            VPN クライアント パッケージ (.zip、.exe)、その一部、またはフォルダー。- は標準入力
  --json          結果を JSON で出力します (docs/report.md)
  --lang ja|en    言語。省略時は LC_ALL、LC_MESSAGES、LANG に従います
  --now 日時      この日時の時点で判定します。RFC 3339 形式、タイム ゾーン付き (例: 2026-11-24T03:00:00Z)
  --created 日付  ゲートウェイの作成日 (例: 2017-05-31)
  --limits        1 つの入力から読み取る量などの上限と、上限を超えたときのエラーを表示します
  -h, --help      この説明
  -V, --version   バージョン

終了コード: 0 すべて影響なし、1 影響ありが 1 つ以上、2 影響ありはないが判定できないものがある、
            または確認できるものがない、64 使い方の誤り

ファイルはこのコンピューターの中だけで読み取ります。マイクロソフトの製品ではありません。
";
