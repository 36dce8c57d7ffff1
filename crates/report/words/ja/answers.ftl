### The answer about the maintenance of 2019.
###
### The question is whether the change of the gateway's server certificate cuts off clients. Readers think of their own
### certificates first, so every explanation says in a sentence of its own, -not-yours, that these are not affected.
###
### Variables of most messages: $package: the message package-of-gateway or package-of-file. $server: the message
### server-of-gateway or server-in-file. $file: the name of the file. $roots: names of root certificates, as a list.
### $count: their number. $portal: the message portal-path or portal-path-hub, or nothing.

## Phrases inside sentences

# A package by its gateway. $gateway: a host name or an identifier.
package-of-gateway = { $gateway } のパッケージ
# A package by its file, if it names no gateway.
package-of-file = { $file }{" "}
# The server certificate of a gateway. $gateway: a host name or an identifier.
server-of-gateway = { $gateway } のサーバー証明書
# The server certificate of a gateway whose package doesn't name it.
server-in-file = { $file } のサーバー証明書
# Where the Azure portal offers the package, inside a step. Left out where there is no room. Use the portal's own words.
portal-path = {" "}(ポータル > [仮想ネットワーク ゲートウェイ] > 対象のゲートウェイ > [ポイント対サイトの構成] > [VPN クライアントのダウンロード])
# Where the Azure portal offers the package of a Virtual WAN hub. Use the portal's own words.
portal-path-hub = {" "}(ポータル > 対象のハブ > [ユーザー VPN (ポイント対サイト)] > [仮想ハブ ユーザー VPN プロファイルのダウンロード])

# The reader's own certificates: a sentence of every explanation.
-not-yours = お客様が作成したルート証明書とクライアント証明書は、2019 年のメンテナンスに関係ありません。

## First sentences

# Not affected, proven by a certificate file alone.
answer-lone-certificate = { $file } がゲートウェイのパッケージのものであれば、サーバー証明書は公的証明機関の証明書です。
# Not affected, but proven by names only.
answer-names-only = { $package }に記載された名前では、ゲートウェイのサーバー証明書は公的証明機関の証明書です。
# Not affected, proven by the script VpnProfileSetup.ps1 alone.
answer-script-only = RADIUS 認証を使用していなければ、{ $server }は公的証明機関の証明書です。
# Not affected.
answer-all-public = { $server }は、公的証明機関の証明書です。
# Affected.
answer-own-ca = 作成時点で、{ $server }には独自の自己署名の証明機関が署名していました。
# Undetermined: the parts name different gateways.
answer-two-gateways = { $file } に複数のゲートウェイのファイルがあり、どのサーバー証明書か特定できません。
# Undetermined: the package has no evidence.
answer-no-evidence = { $package }から、ゲートウェイのサーバー証明書の証明機関は分かりません。
# Undetermined: the package contradicts itself, which may be a forgery.
answer-contradiction = { $package }には、サーバー証明書の証明機関について矛盾する内容が含まれています。
# Undetermined: the parts show different kinds of CAs.
answer-mixed = { $package }では、サーバー証明書の証明機関がファイルによって異なります。
# Undetermined: the CA is unknown.
answer-unknown-root = { $package }から、サーバー証明書が公的証明機関のものか確認できません。
# The file can't be read. $happened: the message of the error.
answer-refusal = { $happened }そのため、{ $package }からはゲートウェイのサーバー証明書を確認できません。

# The answer in a few words if the package contradicts itself.
word-contradiction = インストールしないでください
# The answer in a few words if the file wasn't read because the user cancelled.
word-not-read = 読み取っていません
# The same in the middle of a line, after a colon.
short-not-read = 読み取っていません

## Explanations

# Explains answer-two-gateways.
explain-two-gateways = ゲートウェイごとに、ダウンロードしたままのパッケージを確認してください。{ -not-yours }
# Explains answer-no-evidence.
explain-no-evidence = 証明書の要素またはファイルがないか、空です。情報がないまま、影響の有無を判定することはありません。{ -not-yours }
# Explains answer-contradiction.
explain-contradiction = ほかの内容と合わない証明書または名前があり、改変されている可能性があります。必ずご自身でポータルからもう一度ダウンロードしてください。{ -not-yours }
# Explains answer-mixed and answer-unknown-root if the root may be newer than this tool. $advice: compare-fingerprint or download-before-change.
explain-newer-root = { newer-root }{ $advice }確認できるまで、クライアントの設定には使用しないでください。{ -not-yours }
# Explains answer-mixed.
explain-mixed = 別のパッケージのファイルが混ざっていると考えられます。確認できるまで、クライアントの設定には使用しないでください。{ -not-yours }
# Explains answer-unknown-root.
explain-unknown-root = ゲートウェイ独自の証明機関のものかどうかも確認できないため、影響の有無は判定できません。もう一度ダウンロードし、新しいパッケージを確認してください。{ -not-yours }
# Explains answer-all-public.
explain-all-public = { part-roots }{ $certainty ->
    [lone] その場合、
    [script] RADIUS 認証を使用していなければ、
    [names] 名前が正しければ、
   *[certain] {""}
}2019 年の公的証明機関への切り替えによって、このファイルで設定したクライアントが接続できなくなることはありません。{ -not-yours }
# The names of the roots, as a sentence.
part-roots = { $count ->
    [0] {""}
   *[other] ルート証明書は { $roots } です。
}
# Follows explain-all-public if there are only names.
explain-names-only = 名前を裏付ける証明書がなく、名前は誰でも書けるため、この結果は目安とお考えください。
# The gateway's type according to the notice of 2019. $from, $to: days.
type-undecided-by-date = A または C です。{ $from }から { $to }までに作成されたゲートウェイは、作成日だけではどちらか判断できません。
# The gateway's type according to the notice of 2019.
type-undecided = A または C です。どちらかは、ゲートウェイの作成日で判断します。
# The gateway's type according to the notice of 2019.
type-a = 作成日から、A と考えられます。
# The gateway's type according to the notice of 2019.
type-c = 作成日から、C と考えられます。
# Why the type can't be determined: a type B gateway has had a public CA since the maintenance.
part-type-open = 切り替え済みのタイプ B も、同じ内容になります。
# The gateway's type can't be determined. $day: the first day of the windows, in Japan.
type-open-after-windows = パッケージの作成日がメンテナンスの最初の日程 (日本時間 { $day }) より後であるため、特定できません。{ part-type-open }
# The gateway's type can't be determined.
type-open-without-date = ファイルに有効な日付がないため、特定できません。{ part-type-open }
# The type of an affected gateway.
own-ca-type = B です。
# The type of an affected gateway. $notice: the day of the notice.
own-ca-type-before-notice = 作成時点では B です。お知らせ ({ $notice }) より前のパッケージのため、その後の定期メンテナンスで A に変わっている可能性があります。
# Explains answer-own-ca after the maintenance. $maintenance, $completed: days.
own-ca-past = このパッケージで設定したクライアントからは、切り替え以降、接続できなくなっていると考えられます。自己署名の証明機関を使用するゲートウェイは、{ $maintenance } (日本時間) から自動的に公的証明機関の証明書へ切り替えられました。Azure のページによると、切り替えは { $completed }に完了しています。{ -not-yours }
# Explains answer-own-ca during the maintenance. $maintenance: a day.
own-ca-under-way = 自己署名の証明機関を使用するゲートウェイは、{ $maintenance } (日本時間) から自動的に公的証明機関の証明書へ切り替えられます (日程を申し込んだ場合は、その日程)。切り替え後は、新しいパッケージをインストールするまで、このパッケージで設定したクライアントからは接続できません。{ -not-yours }
# Explains answer-own-ca before the maintenance. $maintenance: a day.
own-ca-upcoming = 自己署名の証明機関を使用するゲートウェイは、{ $maintenance } (日本時間) から自動的に公的証明機関の証明書へ切り替えられる予定です (日程を申し込んだ場合は、その日程)。切り替え後は、新しいパッケージをインストールするまで、このパッケージで設定したクライアントからは接続できません。{ -not-yours }

## Steps

# Step after a weakly proven "not affected".
step-check-whole-package = 確実に判定するには、対象のゲートウェイのパッケージ全体 (.zip) を選択してください。
# Step after "not affected".
step-each-gateway = ほかのゲートウェイや仮想 WAN のハブは、それぞれのパッケージで確認します。
# Step for a file that may be the reader's own certificate.
step-own-certificate = お客様が作成したクライアント用のルート証明書またはクライアント証明書であれば、2019 年のメンテナンスには関係ありません。そのままお使いください。
# Step for a file that may be the reader's own certificate.
step-download = VPN クライアント パッケージをダウンロードします{ $portal }。
# Step for a file that may be the reader's own certificate.
step-check-that = ダウンロードしたパッケージを、このファイルの代わりに選択します。
# Step for a file that can't be read.
step-where-to-download = VPN クライアント パッケージをダウンロードします{ $portal }。
# Step for a file that can't be read.
step-by-hand = パッケージをダウンロードできない場合は、お手元のファイルを手動で確認します。
# Step.
step-download-again = VPN クライアント パッケージをもう一度ダウンロードします{ $portal }。
# Step for an undetermined answer.
step-check-unchanged = 新しいパッケージを、展開や変更をせずに、ダウンロードしたままの状態で確認します。
# Step for a package that contradicts itself.
step-replace-installed = すでにこのパッケージを使用しているクライアントには、新しいパッケージをインストールします。
# Step for an undetermined answer.
step-ask-about-ca = 結果が変わらない場合は、ゲートウェイのサーバー証明書がどの証明機関によるものかを、Azure サポートにお問い合わせください。
# Step for an affected package.
step-try-one = 1 台のクライアントで古い VPN 接続を削除し、新しいパッケージをインストールして、接続できることを確認します。
# Step for an affected package.
step-every-client = すべてのクライアントで同じ作業を行います。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。
# Step for an affected package during the maintenance of 2019.
step-if-cut-off = クライアントから接続できなくなっている場合は、切り替えが済んだと考えられます。ポータルまたは次のコマンドで、VPN クライアント パッケージをもう一度ダウンロードします。
# Step for an affected package during the maintenance of 2019.
step-check-and-install = 新しいパッケージを同じ方法で確認し、すべてのクライアントにインストールします。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。
# Step for an affected package during the maintenance of 2019.
step-if-connected = まだ接続できる場合は、これから自動的に切り替えられます。クライアントの一覧を準備し、利用者に周知します。
# Step for an affected package before the maintenance of 2019.
step-choose-window = サポート リクエストで 4 つの日程のいずれかを申し込むか、自動のメンテナンスを待つかを決めます。
# Step for an affected package before the maintenance of 2019.
step-tell-users = 接続できなくなる見込みの時期を利用者に周知し、クライアントの一覧を準備します。自動のメンテナンスの場合、ゲートウェイの順番は事前には分かりません。
# Step for an affected package before the maintenance of 2019.
step-afterwards = 切り替え後に、VPN クライアント パッケージをもう一度ダウンロードして、このツールで確認します。
# Step for an affected package before the maintenance of 2019.
step-install-afterwards = すべてのクライアントに新しいパッケージをインストールします。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。

## Files that say nothing about the gateway

# The file may be the reader's own root or client certificate. It follows the heading "Cannot tell".
answer-maybe-yours = { $file } はお客様が作成した証明書と思われ、ゲートウェイのサーバー証明書については分かりません。
# The file is the root certificate of the reader's RADIUS server. It follows the heading "Cannot tell".
answer-radius-root = { $file } は RADIUS サーバーの証明書で、ゲートウェイのサーバー証明書については分かりません。
# Explains answer-maybe-yours and answer-radius-root.
explain-not-the-gateway = { -not-yours }ゲートウェイを確認するには、VPN クライアント パッケージを選択してください。
