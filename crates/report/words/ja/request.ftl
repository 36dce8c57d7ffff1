### The text of a support request, and its input fields.

# Subject of a request for a maintenance window of 2019.
request-window-subject = 件名: Azure VPN Gateway ポイント対サイトのサーバー証明書の切り替え日程の申し込み
# A request for a maintenance window of 2019. The window follows.
request-window-text = 次の仮想ネットワーク ゲートウェイのサーバー証明書を、以下の日程で公的証明機関の証明書に切り替えてください。
# Stands for a window that isn't chosen yet.
request-window-missing = (日程を選択してください)
# Subject of a request during the maintenance of 2019.
request-status-subject = 件名: Azure VPN Gateway ポイント対サイトのサーバー証明書の切り替え状況の確認
# A request during the maintenance of 2019.
request-status-text = 次の仮想ネットワーク ゲートウェイのサーバー証明書が、すでに公的証明機関の証明書に切り替えられているかどうかをご教示ください。
# Subject of a request about the migration of 2026.
request-rotation-subject = 件名: Azure VPN Gateway ポイント対サイトのルート証明書の移行日程の確認
# A request about the migration of 2026.
request-rotation-text = 次の仮想ネットワーク ゲートウェイについて、ポイント対サイトのルート証明書の移行 (root certificate migration) の日程が決まっているかどうかをご教示ください。決まっている場合は、新しいルート証明書を含む VPN クライアント パッケージをダウンロードできるようになる時期と、古い証明書が削除される日もあわせてお知らせください。
# The request is opened on the gateway's page in the portal, so it needs neither name nor subscription.
request-opened-on-gateway = このリクエストは、対象のゲートウェイの画面から作成しています。
# Field in the text of the request.
request-gateway-name = ゲートウェイの名前
# Field in the text of the request.
request-subscription-id = サブスクリプション ID
# Stands for a value that the reader has to fill in.
request-missing = (記入してください)
# Heading of the facts from the package.
request-from-package = VPN クライアント パッケージの内容:
# Field about the package.
request-server = ゲートウェイのアドレス
# Field about the package.
request-network = 仮想ネットワーク
# Field about the package.
request-root = ルート証明書
# A maintenance window of 2019. $number: 1 to 4. $japan, $utc: moments.
request-window-of = 日程 { $number }: 日本時間 { $japan } 以降 (UTC { $utc })
# The value of the field isn't a subscription ID.
field-not-a-guid = サブスクリプション ID の形式ではありません。12345678-90ab-cdef-1234-567890abcdef のように、0 ~ 9 と a ~ f の 32 文字を 5 つに区切ったもので、サブスクリプションの名前とは異なります。ポータルの [サブスクリプション] で確認できます。正しい形式になるまで、文面には記載しません。
# The gateway's name is too long.
field-too-long = ゲートウェイの名前の上限 (80 文字) を超えているため、文面には記載しません。名前は、ポータルの [仮想ネットワーク ゲートウェイ] で確認できます。
# The gateway's name contains a character that names can't have.
field-invalid-character = ゲートウェイの名前に使用できる文字は、半角の英数字、ハイフン、アンダースコア、ピリオドだけです。この名前は文面に記載しません。ゲートウェイのアドレスは名前ではありません。名前は、ポータルの [仮想ネットワーク ゲートウェイ] で確認できます。
