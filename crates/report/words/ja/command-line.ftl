### The command line itself. Its report has the words of the other files.

# The text of --help. Keep the columns aligned, and no line longer than 100 columns. $languages: the language tags, such as ja|en.
help =
    p2s-check: ゲートウェイの証明書の切り替えで、VPN クライアントの接続に影響が出るかを確認します。

    使い方: p2s-check [--json] [--lang { $languages }] [--now 日時] [--created 日付] パス...

      パス            VPN クライアント パッケージ (.zip、.exe)、その一部、またはフォルダー。- は標準入力
      --json          結果を JSON で出力します (docs/report.md)
      --lang { $languages }    言語。省略時は LC_ALL、LC_MESSAGES、LANG に従います
      --now 日時      この日時の時点で判定します。RFC 3339、タイム ゾーン付き (例: 2026-11-24T03:00:00Z)
      --created 日付  ゲートウェイの作成日 (例: 2017-05-31)
      --limits        1 つの入力から読み取る量などの上限と、上限を超えたときのエラーを表示します
      -h, --help      この説明
      -V, --version   バージョン

    終了コード: 0 すべて影響なし、1 影響ありが 1 つ以上、2 影響ありはないが、判定不能または読み取れない
                ものがある、または確認できるものがない、64 使い方の誤り

    ファイルはこのコンピューター内でのみ読み取られます。Microsoft の製品ではありません。

# Follows an error of usage.
usage-hint = 使い方は p2s-check --help で確認できます。
# The report couldn't be written.
incomplete-output = 結果を最後まで出力できませんでした。
# Error of usage.
usage-no-path = パスを指定してください。
# Error of usage. $languages: the language tags, such as ja|en. $value: what was given.
usage-language = --lang には { $languages } のいずれかを指定してください ({ $value })。
# Error of usage. $value: what was given.
usage-now = --now にはタイム ゾーン付きの日時を RFC 3339 形式で指定してください (例: 2026-11-24T03:00:00Z)。指定された値: { $value }
# Error of usage. $value: what was given.
usage-created = --created には日付を指定してください (例: 2017-05-31)。指定された値: { $value }
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
