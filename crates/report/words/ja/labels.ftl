### Labels of the page: buttons, headings, column names, and short texts with a number or a name.

# The name of the product.
title = P2S 証明書チェック
# Navigation: the check.
check = 確認
# Navigation: the migration of 2026.
migration = 2026 年の移行
# Navigation: the maintenance of 2019.
maintenance = 2019 年のメンテナンス
# Navigation: about.
about = 概要
# The accessible name of the navigation.
pages = ページ
# Button: switch from light to dark colours.
to-dark = 暗い配色に切り替え
# Button: switch from dark to light colours.
to-light = 明るい配色に切り替え
# The accessible name of the area that takes files.
intake = パッケージの選択
# Button: choose files.
choose-files = ファイルを選択
# Button: choose a folder.
choose-folder = フォルダーを選択
# The other ways to choose files: drop and paste.
or-drop = ここにドラッグ アンド ドロップするか、貼り付けることもできます
# Shown while files are dragged over the page.
drop-now = ここで放すと確認を始めます
# Link: how to get the package.
how-to-get = パッケージの入手方法
# Link: the list of error codes and messages.
find-error = 接続エラーの原因を調べる
# Opens the choices of examples.
try-example = 例を試す
# Choice of an example: affected by the maintenance of 2019.
example-affected = 2019 年の影響あり
# Choice of an example: its root certificate is being retired.
example-retiring = 廃止予定のルート証明書
# Choice of an example: the root certificates before and after the migration.
example-both-roots = 新旧両方のルート証明書
# Choice of an example: its root certificate is current.
example-current = 現行のルート証明書
# Choice of an example: a file that can't be checked.
example-refusal = パッケージではないファイル
# The name of an example as a file. $name: the choice.
example-name = 例 (架空): { $name }
# Opens the field for pasted text.
paste-text = テキストを貼り付ける
# Input: pasted text.
paste-hint = VpnSettings.xml、azurevpnconfig.xml、.ovpn ファイルの内容、または PEM か Base64 の証明書
# The name of pasted text as a file.
pasted-name = 貼り付けたテキスト
# Link: why the page sends nothing.
why-private = ファイルが外部に送信されない理由
# Shown for a folder without files to check.
nothing-found = 確認できるファイルが見つかりませんでした。
# Button: stop reading.
cancel = 中止
# Button: start a new check.
new-check = 別のパッケージを確認する
# Button: copy the report as text.
copy-text = テキストでコピー
# Button: copy the report as Markdown.
copy-markdown = Markdown でコピー
# Button: give the report to another app.
share = 共有
# Button: return to the results before the last change.
undo = 元に戻す (前の結果を表示)
# Shown if every file that was given is in the results already.
all-repeated = 選択したファイルは、すでに結果に含まれています。
# Button: save the report as JSON.
save-json = 結果を保存 (JSON)
# Button: save the report as CSV.
save-csv = 表として保存 (CSV)
# Button: print the page.
print = 印刷
# Heading: save, print and share.
pass-on = 保存と共有
# Heading: the answer about 2019.
about-2019 = 2019 年のメンテナンス
# Heading: the answer about today.
about-today = 現在のルート証明書
# Heading: the answer about a package that contradicts itself.
about-package = パッケージの内容
# Heading: the answer about a file that can't be read.
about-file = ファイルの読み取り
# One line about an answer below another. $about: about-2019 or about-today. $answer: the answer in a word.
answer-line = { $about }: { $answer }
# Heading: next steps.
steps = 次に行うこと
# Below the name of the file, and at the end of the text. $moment: when it was checked.
checked-on = 確認日時: { $moment }
# Link below the steps: the check by hand.
more-by-hand = 手動で確認する手順
# Link below the steps: the background of the notice.
more-background = 2019 年のメンテナンスについて
# Link below the steps: what to do about an affected gateway.
more-affected = 影響のあるゲートウェイで必要な作業
# Link below the steps: how to reinstall clients.
more-reinstall = 再インストールの手順 (クライアントの種類別)
# Link below the steps: how to get the package.
more-get-package = パッケージの入手方法 (ポータル、PowerShell、Azure CLI)
# Link below the steps: the root rotation of 2026.
more-rotation = 2026 年のルート証明書の移行
# Heading: evidence.
evidence = 判定の根拠
# Shown if there is no evidence.
no-evidence = 証明書の情報は見つかりませんでした。
# Heading: findings.
findings = 補足
# Field: the rule that decided the verdict.
rule = 判定の規則
# Button: copy a fingerprint or a command.
copy = コピー
# The shell of a command.
command-shell = PowerShell (Az.Network モジュール)
# Below a command: what it does. $placeholders: yes if it contains some. $method: the authentication method in it.
command-use = 表示される URL をブラウザーで開くと、パッケージを保存できます。{ $placeholders ->
    [yes] 先に、山かっこ (< >) の部分を実際の名前に置き換えてください。
   *[no] {""}
}{ $method ->
    [EapTls] パスワードを使用する RADIUS 認証では、EapMSChapv2 を指定してください。
   *[other] {""}
}
# Input: the deadline in the reader's notification.
deadline = Microsoft の通知に記載された期限 (省略可)
# Hint below this input.
deadline-hint = 手順に反映されます。送信も保存もされません。
# Button: save the deadline for a calendar.
deadline-save = 期限をカレンダー用に保存 (.ics)
# The entry in the calendar. $gateway: a host name or a file.
deadline-entry = 期限: すべてのクライアントに新しい VPN パッケージ ({ $gateway })
# Shown after copying.
copied = コピーしました
# Collapsed section: items that aren't counted. $count: a number.
not-counted-items = 判定に使用しない項目 ({ $count } 件)
# Collapsed section: the fields of certificates.
certificate-fields = 証明書の詳細
# Field: subject.
subject = サブジェクト
# Field: issuer.
issuer = 発行者
# Field: serial number.
serial = シリアル番号
# Field: SHA-1.
sha1 = 拇印 (SHA-1)
# Field: SHA-256.
sha256 = フィンガープリント (SHA-256)
# Field: start of validity.
not-before = 有効期間の開始
# Field: end of validity.
not-after = 有効期間の終了
# Field: the gateway's host name or identifier.
gateway = ゲートウェイ
# Field: the virtual network.
network = 仮想ネットワーク
# Field: when the package was made.
packaged = パッケージの作成日時
# Field: the deployment model.
model = デプロイ モデル
# Field: the strongest kind of counted evidence.
proof = 根拠の強さ
# Field: the gateway types of the 2019 notice.
types = ゲートウェイのタイプ (2019 年のお知らせ)
# Input: the gateway's creation date.
created = ゲートウェイの作成日 (任意)
# Hint: what the creation date is used for.
created-hint = 「影響なし」のゲートウェイがタイプ A と C のどちらかを絞り込みます。判定は変わりません。
# Link: where to find the creation date.
created-where = 作成日の確認方法
# Request input: the gateway's name.
request-name = ゲートウェイの名前
# Request input: the subscription ID.
request-subscription = サブスクリプション ID
# Request input: the window.
request-window = 日程
# Request input: no window chosen yet.
request-choose = 選択してください
# Request checkbox: the request is opened on the gateway's page.
request-on-gateway = ゲートウェイの画面からリクエストを作成する (名前と ID の記載は不要)
# Request button: add a gateway.
request-add = ゲートウェイを追加
# Request button: remove the last gateway.
request-remove = 最後のゲートウェイを削除
# Request heading: what the checked package contains.
request-known = 読み取ったパッケージの内容
# Request input: the language of the text.
request-language = 文面の言語
# Request heading: the text.
request-text = サポート リクエストの文面
# Request hint: the input is neither sent nor stored.
request-private = 入力した内容は、送信も保存もされません。
# Request button: save the text.
request-save = テキスト ファイルに保存
# Input: find an error code.
code-find = エラーを検索 (0x800B0109、-2146762487、13801 などのコード、またはメッセージの一部)
# Shown for a code that isn't in the list.
code-unknown = このコードは一覧にありません。サーバー証明書とは関係がない可能性があります。
# Shown for text that isn't a code.
code-none = このコードまたは語句を含むエラーは、一覧にありません。
# Banner: the value of `now=` in the address can't be read.
now-unreadable = URL の now= に指定された日時を読み取れないため、現在の日時で判定します。
# Link: the page as a single file.
keep-offline = オフライン用に保存
# Heading above a text that couldn't be copied to the clipboard.
select-to-copy = ブラウザーがクリップボードの使用を許可していません。次のテキストを選択してコピーしてください。
# Button: close that text.
close = 閉じる
# Progress: a file is being read. $number of $total.
reading = 読み取っています ({ $number } / { $total })
# Progress, above results that are already shown. $count: the number of files and packages being read.
not-included = 追加したファイル ({ $count } 件) を読み取り中です。次の結果にはまだ含まれていません。
# Progress: the time left, under a minute. $count: a number.
seconds-left = 残り約 { $count } 秒
# Progress: the time left. $count: a number.
minutes-left = 残り約 { $count } 分
# Heading above a text that couldn't be saved as a file. $name: the name of the file.
select-to-save = このページは、保存を許可しないフレーム (iframe) 内に表示されています。次のテキストをすべて選択してコピーし、{ $name } という名前で保存してください。
# Heading above a text that perhaps couldn't be saved as a file. $name: the name of the file.
select-if-not-saved = このページは別のページのフレーム (iframe) 内に表示されているため、{ $name } を保存できていない可能性があります。保存されていない場合は、次のテキストをすべて選択してコピーし、{ $name } という名前で保存してください。
# Banner: the answers are for another moment than the present. $moment: a time.
for-moment = 現在ではなく、{ $moment } 時点での結果を表示しています。
# The value of a column with its reason: "No: it belongs to your RADIUS server".
with-reason = { $value } ({ $reason })
# Column of the table of several inputs: the answer on top in a word.
table-action = 必要な対応
# Column of the table of several inputs, and what its rows are grouped by.
table-gateway = ネットワーク / ゲートウェイ
# Column of the table of several inputs: the answer about 2019.
table-2019 = 2019 年
# Column of the table of several inputs: the day on which the package was made.
table-packaged = 作成日
# What the rows of the table are grouped by: the folder or zip that contains the input.
table-folder = フォルダー
# Input: rows must contain these words.
table-filter = 文字列で絞り込む
# Input: rows with this answer.
table-show = 表示する結果
# Choice: rows with any answer.
table-all = すべて
# Input: what rows are grouped by.
table-group-by = グループ化
# Choice: rows aren't grouped.
table-not-grouped = なし
# The accessible name of the titles of columns, which sort the rows.
table-sort = 並べ替え
# A choice or a heading with the number of its rows. $count: a number. $name: an answer in a word, or the name of a group.
table-count = { $name }（{ $count } 件）
# Heading of rows that lack what they are grouped by.
table-none = 不明
# Below the filters. $count: the number of rows that are shown. $total: the number of all rows.
table-shown = { $total } 件中 { $count } 件を表示
