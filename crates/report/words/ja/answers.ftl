### The answer about the maintenance of 2019.
###
### The question is whether the change of the gateway's server certificate cuts off clients. Readers think of their own
### certificates first, so every first sentence says that these are not the question.
###
### Variables of most messages: $package: the message package-of-gateway or package-of-file. $server: the message
### server-of-gateway or server-in-file. $file: the name of the file. $roots: names of root certificates, as a list.
### $count: their number. $portal: the message portal-path or portal-path-hub.

## Phrases inside sentences

# A package by its gateway. $gateway: a host name or an identifier.
package-of-gateway = { $gateway } のパッケージ
# A package by its file, if it names no gateway.
package-of-file = { $file }{" "}
# The server certificate of a gateway. $gateway: a host name or an identifier.
server-of-gateway = { $gateway } のサーバー証明書
# The server certificate of a gateway whose package doesn't name it.
server-in-file = { $file } が示すゲートウェイのサーバー証明書
# Where the Azure portal offers the package. Use the portal's own words.
portal-path = ポータル > [仮想ネットワーク ゲートウェイ] > 対象のゲートウェイ > [ポイント対サイトの構成] > [VPN クライアントのダウンロード]
# Where the Azure portal offers the package of a Virtual WAN hub. Use the portal's own words.
portal-path-hub = ポータル > 対象のハブ > [ユーザー VPN (ポイント対サイト)] > [仮想ハブ ユーザー VPN プロファイルのダウンロード]

-not-yours = お客様のルート証明書やクライアント証明書は対象ではありません

## First sentences

# Not affected, proven by a certificate file alone.
answer-lone-certificate = { $file } が対象のゲートウェイのパッケージに含まれていたものであれば、そのゲートウェイのサーバー証明書は公的証明機関 ({ $roots }) によるもので、2019 年のメンテナンスの影響はありません ({ -not-yours })。
# Not affected, but proven by names only.
answer-names-only = { $package }に書かれた名前だけで判断すると、ゲートウェイのサーバー証明書は公的証明機関 ({ $roots }) によるもので、2019 年のメンテナンスの影響はありません ({ -not-yours })。
# Not affected, proven by the script VpnProfileSetup.ps1 alone.
answer-script-only = VpnProfileSetup.ps1 だけで判断すると、ゲートウェイが RADIUS 認証を使っていない場合、{ $server }は公的証明機関 ({ $roots }) によるもので、2019 年のメンテナンスの影響はありません ({ -not-yours })。
# Not affected.
answer-all-public = { $server }は公的証明機関 ({ $roots }) によるもので、2019 年のメンテナンスの影響はありません ({ -not-yours })。
# Affected.
answer-own-ca = このパッケージの作成時点で、{ $server }はゲートウェイ独自の自己署名の証明機関によるもので、2019 年のメンテナンスの影響があります ({ -not-yours })。
# Undetermined: the parts name different gateways.
answer-two-gateways = { $file } の各部分が異なるゲートウェイを示しており、どのゲートウェイのサーバー証明書か特定できないため、判定できません ({ -not-yours })。
# Undetermined: the package has no evidence.
answer-no-evidence = { $package }に、ゲートウェイのサーバー証明書の証明機関を示す情報がないため、判定できません ({ -not-yours })。
# Undetermined: the package contradicts itself, which may be a forgery.
answer-contradiction = ゲートウェイのサーバー証明書の証明機関について、{ $package }の内容に矛盾があります。インストールしないでください ({ -not-yours })。
# Undetermined: the parts show different kinds of CAs.
answer-mixed = ゲートウェイのサーバー証明書の証明機関について、{ $package }の各部分の内容が食い違っているため、判定できません ({ -not-yours })。
# Undetermined: the CA is unknown.
answer-unknown-root = { $package }が示すゲートウェイのサーバー証明書の証明機関は、公的証明機関であることも、ゲートウェイ独自のものであることも確認できないため、判定できません ({ -not-yours })。
# The file can't be read. $happened: the message of the error.
answer-refusal = { $package }からは、ゲートウェイのサーバー証明書について判定できません ({ -not-yours })。{ $happened }

## Explanations

# Explains answer-two-gateways.
explain-two-gateways = 2 つのパッケージのファイルが混ざっていると考えられます。ゲートウェイごとに、それぞれのパッケージで確認してください。
# Explains answer-no-evidence.
explain-no-evidence = 判定に必要な要素やファイルがないか、空になっています。情報がないことを安全とは判断しません。
# Explains answer-contradiction.
explain-contradiction = ほかの内容と合わない証明書または名前が含まれています。ご自身でポータルからもう一度ダウンロードし、新しいパッケージを確認してください。
# Explains answer-mixed and answer-unknown-root if the root may be newer than this tool. $advice: compare-fingerprint or download-before-change.
explain-newer-root = { newer-root }{ $advice }確認できるまでは、安全とは判断しません。
# Explains answer-mixed.
explain-mixed = 別のパッケージのファイルが混ざっていると考えられます。確認できるまでは、安全とは判断しません。
# Explains answer-unknown-root.
explain-unknown-root = 公的証明機関のものと確認できる情報がありません。確認できるまでは、安全とは判断しません。もう一度ダウンロードして確認してください。
# Explains answer-all-public.
explain-all-public = 自己署名から公的証明機関への切り替えによって、このパッケージで設定したクライアントの接続が切れることはありません。
# Explains answer-script-only: "on that condition" is that the gateway doesn't use RADIUS.
explain-script-only = その場合、自己署名から公的証明機関への切り替えによって、このスクリプトで設定したクライアントの接続が切れることはありません。
# Follows explain-all-public if there are only names.
explain-names-only = ただし、名前を裏付ける証明書がありません。名前は誰でも書けるため、目安としてお考えください。確実に確認するには、パッケージ全体を選択してください。
# The gateway's type according to the notice of 2019. $from, $to: days.
type-undecided-by-date = お知らせのタイプ A または C です。{ $from }から { $to }までの間に作成されたゲートウェイでは、作成日からはどちらか分かりません。
# The gateway's type according to the notice of 2019.
type-undecided = お知らせのタイプ A または C です。どちらであるかは、ゲートウェイの作成日でしか分かりません。
# The gateway's type according to the notice of 2019.
type-a = 作成日から、お知らせのタイプ A と考えられます。
# The gateway's type according to the notice of 2019.
type-c = 作成日から、お知らせのタイプ C と考えられます。
# Why the type can't be determined: a type B gateway has had a public CA since the maintenance.
part-type-open = ため、タイプは特定できません (タイプ B だったゲートウェイも、切り替え後は同じ内容になります)。
# The gateway's type can't be determined. $day: the first day of the windows, in Japan.
type-open-after-windows = パッケージの作成日がメンテナンスの最初の日程 (日本時間 { $day }) より後である{ part-type-open }
# The gateway's type can't be determined.
type-open-without-date = ファイルに有効な日付がない{ part-type-open }
# The zip was packed again.
explain-rezipped = zip が圧縮し直されているため、日付は不確かです。
# Ends the explanation unless today's answer is also good.
explain-only-2019 = 以上は 2019 年のメンテナンスについての結果です。現在の状況は、別の結果として示しています。
# The type of an affected gateway.
own-ca-type = お知らせのタイプ B にあたります。
# The type of an affected gateway. $notice: the day of the notice.
own-ca-type-before-notice = 作成時点ではお知らせのタイプ B です。パッケージはお知らせ ({ $notice }) より前に作成されているため、その後の定期メンテナンスでタイプ A になっている可能性もあります。
# Explains answer-own-ca after the maintenance. $maintenance, $completed: days.
own-ca-past = このようなゲートウェイは、{ $maintenance } (日本時間) から自動的に公的証明機関へ切り替えられました。切り替えは { $completed }に完了しています。このパッケージで設定したクライアントは、切り替え以降は接続できなくなっていると考えられます。
# Explains answer-own-ca during the maintenance. $maintenance: a day.
own-ca-under-way = このようなゲートウェイは、{ $maintenance } (日本時間) から自動的に公的証明機関へ切り替えられます (申し込みがあった場合は、それより前の日程)。切り替えが済むと、新しいパッケージをインストールするまで、このパッケージで設定したクライアントからは接続できません。
# Explains answer-own-ca before the maintenance. $maintenance: a day.
own-ca-upcoming = このようなゲートウェイは、{ $maintenance } (日本時間) から自動的に公的証明機関へ切り替えられる予定です (申し込みがあった場合は、それより前の日程)。切り替え後は、新しいパッケージをインストールするまで、このパッケージで設定したクライアントからは接続できません。

## Steps

# Step after a weakly proven "not affected".
step-check-whole-package = 確実に確認するには、対象のゲートウェイのパッケージ全体 (.zip) を確認してください。
# Step after a weakly proven "not affected". $today: action if today's answer asks for something.
step-nothing-else = 2019 年のメンテナンスについて、ほかに必要な作業はありません。{ $today ->
    [action] ただし、現在必要な作業があります。現在についての結果をご確認ください。
   *[other] 現在の状況は、現在についての結果をご確認ください。
}
# Step after "not affected". $today: action if today's answer asks for something, nothing if all is well.
step-nothing = 2019 年のメンテナンスについて、必要な作業はありません。{ $today ->
    [nothing] {""}
    [action] ただし、現在必要な作業があります。現在についての結果をご確認ください。
   *[other] 現在の状況は、現在についての結果をご確認ください。
}
# Step after "not affected".
step-each-gateway = パッケージは作成された日の状態を示すものです。ゲートウェイごと、仮想 WAN のハブごとに、それぞれのパッケージで確認してください。
# Step for a file that may be the reader's own certificate.
step-own-certificate = お客様のクライアント用ルート証明書またはクライアント証明書であれば、対象ではありません。そのままお使いください。
# Step for a file that may be the reader's own certificate.
step-download = VPN クライアント パッケージをダウンロードします ({ $portal })。
# Step for a file that may be the reader's own certificate.
step-check-that = 代わりに、そのパッケージを確認します。
# Step for a file that can't be read.
step-where-to-download = ダウンロードの場所: { $portal }
# Step for a file that can't be read.
step-by-hand = もう一度ダウンロードできない場合は、お手元のファイルを手動で確認します。
# Step.
step-download-again = VPN クライアント パッケージをもう一度ダウンロードします ({ $portal })。
# Step for an undetermined answer.
step-check-unchanged = 新しいパッケージを、展開や変更をせずに、ダウンロードしたままの状態で確認します。
# Step for an undetermined answer.
step-ask-about-ca = 結果が変わらない場合は、ゲートウェイのサーバー証明書の証明機関を Azure サポートにお問い合わせください。
# Step for an affected package.
step-check-new = 新しいパッケージを同じ方法で確認します。
# Step for an affected package.
step-try-one = 1 台のクライアントで古い VPN 接続を削除し、新しいパッケージをインストールして接続を確認します。
# Step for an affected package.
step-every-client = すべてのクライアントで同じ作業を行います。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。
# Step for an affected package during the maintenance of 2019.
step-if-cut-off = クライアントから接続できなくなっている場合は、切り替えが済んだと考えられます。ポータルまたは次のコマンドで、VPN クライアント パッケージをもう一度ダウンロードします。
# Step for an affected package during the maintenance of 2019.
step-check-and-install = 新しいパッケージを同じ方法で確認し、すべてのクライアントにインストールします。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。
# Step for an affected package during the maintenance of 2019.
step-if-connected = まだ接続できる場合は、これから自動的に切り替えられます。クライアントの一覧を準備し、利用者に知らせます。
# Step for an affected package before the maintenance of 2019.
step-choose-window = 4 つの日程のいずれかを申し込むか、自動のメンテナンスを待つかを決めます。
# Step for an affected package before the maintenance of 2019.
step-tell-users = 接続できなくなる時期を利用者に知らせ、クライアントの一覧を準備します。
# Step for an affected package before the maintenance of 2019.
step-afterwards = 切り替え後に、VPN クライアント パッケージをもう一度ダウンロードし、このツールで確認します。
# Step for an affected package before the maintenance of 2019.
step-install-afterwards = すべてのクライアントに新しいパッケージをインストールします。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。

## Files that say nothing about the gateway

# The file may be the reader's own root or client certificate. It follows the heading "Cannot tell".
answer-maybe-yours = { $file } は、お客様が作成したルート証明書またはクライアント証明書と思われます。ゲートウェイのサーバー証明書については分かりません。
# The file is the root certificate of the reader's RADIUS server. It follows the heading "Cannot tell".
answer-radius-root = { $file } は、お客様の RADIUS サーバーのルート証明書です。ゲートウェイのサーバー証明書については分かりません。
# Explains answer-maybe-yours and answer-radius-root.
explain-not-the-gateway = 2019 年のメンテナンスは、お客様が作成した証明書には関係ありません。ゲートウェイを確認するには、VPN クライアント パッケージを選択してください。
