### The report as text and as a table for spreadsheets (CSV).

## Text

# An item of evidence that is counted.
item-counted = 判定に使用
# An item of evidence that isn't counted.
item-not-counted = 判定に使用しない
# Field: the creation date of the gateway, which the reader gave.
gateway-created = ゲートウェイの作成日
# Field: the SHA-256 of the file that was checked.
file-sha256 = ファイルの SHA-256
# What the inputs ask for today. $count: a list of the following counts. Counts of zero are left out.
summary-today = 現在: { $count }。
# Inputs that ask for something, in the heading of several results. $count: a number.
summary-action = 対応が必要 { $count } 件
# Inputs that weren't read because the user cancelled, in the heading of several results. $count: a number.
summary-unread = 未読み込み { $count } 件
# Inputs with several root certificates, in the list of summary-today. $count: a number.
summary-import-roots = 対応が必要 (すべてのルート証明書をインポート) { $count } 件
# Inputs with another thing to do, in the list of summary-today. $count: a number.
summary-download-again = 対応が必要 (パッケージをもう一度ダウンロード) { $count } 件
# Inputs with nothing to do, in the list of summary-today. $count: a number.
summary-nothing = 作業不要 { $count } 件
# Inputs with nothing to do according to weak evidence, in the list of summary-today. $count: a number.
summary-probably-nothing = おそらく作業不要 { $count } 件
# Inputs without an answer for today, in the list of summary-today. $count: a number.
summary-unclear = 判定不能 { $count } 件
# The counts about 2019. $count: a list of them.
summary-2019 = 2019 年のメンテナンス: { $count }。
# Inputs that the 2019 maintenance affects, in the list of summary-2019.
summary-affected = 影響あり { $count } 件
# Inputs without an answer about 2019, and files that can't be read, in the list of summary-2019.
summary-undetermined = 判定不能 { $count } 件
# Inputs that the 2019 maintenance doesn't affect, in the list of summary-2019.
summary-not-affected = 影響なし { $count } 件
# Files in a folder that are no part of a package.
summary-skipped = 対象外のファイル: { $count } 件。
# Files that weren't read because the user cancelled. $count: a number.
summary-not-read = 中止したため読み取っていないファイル: { $count } 件。
# Stands in the list of limits for a limit without an error.
limit-without-error = これより先は調べません。判定には影響しません。

## Column titles of the table

# The name of the file.
column-file = ファイル
# The answer about 2019 in a word.
column-answer-2019 = 2019 年のメンテナンス
# The answer about 2019 as a sentence.
column-meaning-2019 = 説明
# The rule that decided, as a code.
column-rule = 判定の規則
# The strongest kind of evidence.
column-proof = 根拠の強さ
# The type of the gateway, A to C.
column-types = ゲートウェイのタイプ (2019 年のお知らせ)
# The deployment model.
column-model = デプロイ モデル
# The gateway's host name.
column-gateway = ゲートウェイ
# The gateway's identifier.
column-gateway-id = ゲートウェイ ID
# The name of the virtual network.
column-network = 仮想ネットワーク
# When the package was made.
column-packaged = パッケージの作成日時 (UTC)
# Today's answer in a word.
column-today = 現在の状態
# Today's answer as a sentence.
column-meaning-today = 現在の状態の説明
# The root certificates with their states.
column-roots = ルート証明書
# The error, as a code.
column-error = エラー
# The findings.
column-findings = 補足

## First line about a file

# Both answers in a word. $name: the file. $answer: the answer about 2019. $today: today's answer.
input-answered = { $name }: 2019 年: { $answer } · 現在: { $today }
# A file that can't be read. $name: the file.
input-refused = { $name }: { $answer }
