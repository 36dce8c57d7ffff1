### The command line itself. Its report has the words of the other files.

## --help and the manual page

# After the name of the program: what it does, in a clause.
help-summary = ゲートウェイの証明書の切り替えで、VPN クライアントの接続に影響が出るかを確認します
# Heading of the usage line.
help-usage = 使い方
# After the name of the program, in the usage line.
help-arguments = [オプション]... パス...
# What PATH of help-arguments is. No line longer than 100 columns.
help-paths =
    パスには、VPN クライアント パッケージ (.zip、.exe)、その中のファイル、またはフォルダーを指定します。
    フォルダーは中まで調べます。- は標準入力です。
# Heading of the options.
help-options = オプション
# Heading of the exit codes.
help-exit-codes = 終了コード
# Heading of the examples.
help-examples = 例
# The end of the text. No line longer than 100 columns.
help-notes =
    ファイルはこのコンピューター内でのみ読み取られます。色はターミナルでのみ使います。
    NO_COLOR を設定すると、色は使いません。Microsoft の製品ではありません。
# The name of an option's value in the list of options: a file.
value-file = ファイル
# The name of an option's value in the list of options: a time.
value-time = 日時
# The name of an option's value in the list of options: a date.
value-date = 日付
# The option --format. All texts of options: at most 94 columns.
option-format = 結果の形式 (省略時は text)
# The option --json.
option-json = --format json と同じです。形式の説明は docs/report.md にあります
# The option --output.
option-output = 結果をこのファイルに書き込みます。確認の対象でなければ、既存のファイルは上書きします
# The option --quiet.
option-quiet = エラー以外は何も表示しません。終了コードだけを使うスクリプト向けです
# The option --fail-on.
option-fail-on = 現在対応が必要なものがあれば、終了コードを 0 ではなく 3 にします
# The option --lang.
option-lang = 言語 (省略時は LC_ALL、LC_MESSAGES、LANG に従います)
# The option --now.
option-now = この日時の時点で判定します。RFC 3339、タイム ゾーン付き (例: 2026-11-24T03:00:00Z)
# The option --created.
option-created = ゲートウェイの作成日 (例: 2017-05-31)
# The option --deadline.
option-deadline = Microsoft からの通知にある期限。手順に表示します
# The option --limits.
option-limits = 読み取る量などの上限と、上限を超えたときのエラーを表示します
# The option --man.
option-man = マニュアル ページを出力します (roff)
# The option --help.
option-help = この説明を表示します
# The option --version.
option-version = バージョンを表示します
# Exit code. All texts of exit codes: at most 94 columns.
exit-not-affected = すべて影響なし
# Exit code.
exit-affected = 影響ありが 1 つ以上
# Exit code.
exit-undetermined = 影響ありはなく、判定不能または読み取れないものがある、対象がない、または結果を書き込めない
# Exit code.
exit-action-today = --fail-on today の指定時: すべて影響なしだが、現在対応が必要なものがある
# Exit code.
exit-usage = 使い方の誤り
# Example: check one file.
example-file = パッケージを 1 つ確認します。
# Example: write a table about all packages in a folder.
example-table = フォルダー内のすべてのパッケージを確認し、表計算ソフト用の表を作成します。
# Example: print the result for a ticket.
example-markdown = チケットや Wiki に貼り付ける形式で結果を表示します。
# Example: only the exit code.
example-script = スクリプトで、対応が必要なパッケージの有無を終了コードで判断します。
# Example: read from standard input.
example-input = パッケージを標準入力から読み取り、ほかのプログラム用に JSON を出力します。

## Errors

# Follows an error of usage.
usage-hint = 使い方は p2s-check --help で確認できます。
# The report couldn't be written.
incomplete-output = 結果を最後まで出力できませんでした。
# The file for the report can't be written. $path: that file.
output-failed = 結果を { $path } に書き込めません。フォルダーの有無とアクセス許可を確認してください。フォルダー自体は指定できません。
# Error of usage.
usage-no-path = パスを指定してください。
# An option got a value that it doesn't take. $choices: the values that it takes, such as ja|en. $value: what was given.
usage-choice = { $option } に指定できるのは { $choices } です。指定された値: { $value }
# Error of usage. $value: what was given.
usage-now = --now にはタイム ゾーン付きの日時を RFC 3339 形式で指定してください (例: 2026-11-24T03:00:00Z)。指定された値: { $value }
# An option needs a date. $value: what was given.
usage-date = { $option } には日付を指定してください (例: 2017-05-31)。指定された値: { $value }
# The report would replace a file that is to be checked. $path: that file.
usage-output-is-input = { $path } は確認の対象なので、結果の保存先にはできません。
# Error of usage.
usage-unknown-option = { $option } というオプションはありません。
# Error of usage.
usage-missing-value = { $option } には値が必要です。
# Error of usage.
usage-unexpected-value = { $option } に値は指定できません。
# Error of usage. $value: what was given.
usage-not-unicode = Unicode ではない文字が含まれています: { $value }
# Error of usage.
usage-no-clock = このコンピューターの時計を読み取れません。--now を指定してください。
