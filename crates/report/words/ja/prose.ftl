### Tables, diagrams and calendar files in the sections of the prose. Facts of the notices, such as $completed or
### $window-1-jst, are variables as in the sections.

## The list of sections

# Heading of the list of sections.
contents = このページの内容
# Heading of the questions in that list.
contents-questions = よくある質問
# The last item of that list: the sources, which are on another page.
sources = 情報源
# Precedes a conclusion of ours.
inference = 推測:

## The table of windows

# Caption.
windows-caption = 申し込みによる 4 つの日程と自動のメンテナンス
# Column: the name of the window.
windows-window = 日程
# Column: the start in Japan.
windows-jst = 日本時間 (JST)
# Column: the start in UTC.
windows-utc = UTC
# Column: the start in the reader's time zone.
windows-local = お使いの場所の時刻
# Column: upcoming, under way or past.
windows-state = 状態
# Column: the calendar file.
windows-calendar = 予定表
# The name of the automatic maintenance.
window-automatic = 自動
# The name of a window that customers could request. $number: 1 to 4.
window-on-request = 日程 { $number } (申し込み)
# The start of a window. $time: a moment.
window-from = { $time } 以降
# State of a window.
stage-upcoming = 開始前
# State of a window.
stage-under-way = 実施中
# State of a window.
stage-past = 終了
# Link to the calendar file of one window.
calendar-save = .ics
# Link to the calendar file of all windows.
calendar-save-all = すべての日程をまとめた予定表ファイル (.ics)
# Title of a calendar entry. $window: window-automatic or window-on-request.
calendar-event = Azure P2S VPN ゲートウェイの証明書の切り替え ({ $window })
# Text of a calendar entry. $start: a moment in Japan.
calendar-description = { $start } 日本時間 (JST、UTC+9) から、タイプ B のゲートウェイの証明書が公的証明機関の証明書に順番に切り替えられます。その後は、VPN クライアント パッケージをもう一度ダウンロードして再インストールするまで、P2S クライアントから接続できません。終了時刻は「数時間」を { $hours } 時間と解釈したものです (自動のメンテナンスは { $completed }に完了)。Microsoft の製品ではありません。

## The diagrams

# Spoken text of the first diagram.
life-title = ゲートウェイ独自の証明機関の有効期間 (作成、更新時期、有効期限) を、タイプ A、B、C の例で、{ $public-since }ごろ、申し込みによる日程、メンテナンスと並べて示した図です。同じ内容を下に文章で記載しています。
# Spoken text of the second diagram.
weeks-title = 日程の前後の数週間を、日本時間の 1 日ごとに示した図です。同じ内容を下に文章で記載しています。
# Legend: the gateway's own CA. Very short.
legend-own = 独自の証明機関
# Legend: a public CA. Very short.
legend-public = 公的証明機関
# Legend: when renewal is due. Very short.
legend-due = 更新時期
# Legend: the end of the CA. Very short.
legend-end = 有効期限
# Label of a period: when new gateways began to use public CAs. Very short.
mark-about = { $public-since }ごろ
# Label of a period. Very short.
mark-windows = 申し込みによる日程
# Label of a period. Very short.
mark-maintenance = メンテナンス
# Label of an example.
life-type-a = タイプ A: 定期メンテナンスで更新済み
# Label of an example.
life-type-b = タイプ B: メンテナンスまで独自の証明機関
# Label of an example.
life-type-c = タイプ C: 最初から公的証明機関
# The example as a sentence. $created, $due, $end: days.
life-example-a = タイプ A の例: { $created }に作成。{ $due }以降の定期メンテナンスで、公的証明機関の証明書に更新されています (独自の証明機関の有効期限は { $end }でした)。
# The example as a sentence. $created, $due, $end: days.
life-example-b = タイプ B の例: { $created }に作成。更新時期は { $due }、独自の証明機関の有効期限は { $end }でしたが、その前に { $notice-year } 年のメンテナンスで切り替えられました。
# The example as a sentence. $created, $due, $end: days.
life-example-c = タイプ C の例: { $created }に作成。最初から公的証明機関です (独自の証明機関であれば、更新時期は { $due }、有効期限は { $end }でした)。
# Label of the package that was read.
life-read = 読み取ったパッケージの証明機関
# The package that was read, after its label. $from, $due, $to: days.
life-read-days = 作成 { $from }、更新時期 { $due }、有効期限 { $to }。
# Label in the second diagram. Very short.
weeks-notice = お知らせ
# Label in the second diagram. Very short.
weeks-windows = 日程 1 ~ 4
# Label in the second diagram. Very short.
weeks-automatic = 自動 ({ $completed }まで)
# The second diagram in words.
weeks-in-words = 日本時間で、お知らせは { $notice }、日程 1 は { $window-1-jst }、日程 2 は { $window-2-jst }、日程 3 は { $window-3-jst }、日程 4 は { $window-4-jst } からで、図ではそれぞれ { $hours } 時間としています (「数時間」を { $hours } 時間と解釈したものです)。自動のメンテナンスは { $automatic-jst } から { $completed }までです。

## The list of clients, to print

# Caption.
checklist-caption = クライアント
# Line to fill in.
checklist-gateway = ゲートウェイ:
# Line to fill in.
checklist-downloaded = パッケージのダウンロード日:
# Line to fill in.
checklist-deadline = 作業の期限:
# Column.
checklist-device = デバイス、利用者
# Column: the kind of client.
checklist-client = クライアントの種類
# Column with a checkbox.
checklist-package = 新しいパッケージ
# Column with a checkbox.
checklist-roots = すべてのルート証明書
# Column with a checkbox.
checklist-connected = 接続確認
# Column.
checklist-initials = 日付、担当者
# Button.
checklist-print = この一覧を印刷
