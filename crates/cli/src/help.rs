//! The words of the command line itself.

use crate::pick;
use p2s_report::Language;

pub(crate) fn help(language: Language) -> &'static str {
    pick(language, JA, EN)
}

pub(crate) fn hint(language: Language) -> &'static str {
    pick(
        language,
        "使い方は p2s-check --help で確認できます。",
        "p2s-check --help tells how it is used.",
    )
}

pub(crate) fn nothing(language: Language) -> &'static str {
    pick(
        language,
        "確認できるファイルが見つかりませんでした。",
        "nothing was found to check.",
    )
}

pub(crate) fn cut_short(language: Language) -> &'static str {
    pick(
        language,
        "結果をすべて出力できませんでした。",
        "the report could not be written to its end.",
    )
}

const EN: &str = "\
p2s-check: does the change of the gateway's server certificate cut off your VPN clients?

usage: p2s-check [--json] [--lang ja|en] [--now TIME] [--created DATE] PATH...

  PATH            a VPN client package (.zip, .exe), a part of one, or a folder; - is standard input
  --json          the report as JSON (docs/report.md)
  --lang ja|en    language; else that of LC_ALL, LC_MESSAGES or LANG
  --now TIME      answer as of this time, RFC 3339 with a zone, as 2026-11-24T03:00:00Z
  --created DATE  the gateway's creation date, as 2017-05-31
  --help, --version

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
  --help, --version

終了コード: 0 すべて影響なし、1 影響ありが 1 つ以上、2 影響ありはないが判定できないものがある、
            または確認できるものがない、64 使い方の誤り

ファイルはこのコンピューターの中だけで読み取ります。マイクロソフトの製品ではありません。
";
