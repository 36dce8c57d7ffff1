### The packages of one gateway compared, and its clients. $id: what identifies the gateway.

# Heading: the packages of each gateway compared, and its clients.
gateways-title = ゲートウェイごとのパッケージとクライアント
# Button: save the table of clients.
save-clients = クライアントの一覧を保存 (CSV)
# Heading: the packages and clients of a gateway.
gateway-heading = ゲートウェイ { $id }
# Heading: the clients of which the gateway isn't known.
gateway-unknown = ゲートウェイを特定できないクライアント

## Packages

# What two packages can differ in: the root certificates.
aspect-roots = ルート証明書
# What two packages can differ in: the gateway's host and the clients' addresses.
aspect-addresses = アドレス
# What two packages can differ in: how users sign in.
aspect-authentication = 認証の種類
# What two packages can differ in: the tunnel types.
aspect-tunnel-types = トンネルの種類
# A way to sign in: users have passwords in RADIUS.
sign-in-eap-mschapv2 = RADIUS のパスワード認証 (EAP-MSCHAPv2)
# A way to sign in: Microsoft Entra ID.
sign-in-entra-id = Microsoft Entra ID
# A way to sign in: client certificates.
sign-in-certificate = Azure 証明書
# A tunnel type, as the portal calls it.
tunnel-sstp = SSTP (SSL)
# A tunnel type, as the portal calls it.
tunnel-ikev2 = IKEv2
# A tunnel type, as the portal calls it.
tunnel-openvpn = OpenVPN (SSL)
# Line above the differences of two packages. $old, $new: their names. $old-day, $new-day: when they were created.
compare-packages = { $old } ({ $old-day }作成) から { $new } ({ $new-day }作成) への変更点
# A difference. $aspect: what differs. $old, $new: all values in the older and in the newer package.
compare-difference = { $aspect }: 旧: { $old } · 新: { $new }
# The two packages don't differ in anything.
compare-same = ルート証明書、アドレス、認証の種類、トンネルの種類に違いはありません。
# What isn't compared. $aspects: a list.
compare-unknown = パッケージから確認できないため、比較していない項目: { $aspects }。
# What to do about the roots of the newer package. $count: their number.
compare-import = すべてのクライアントに、{ $count ->
    [1] このルート証明書
    [2] 両方のルート証明書
   *[other] すべてのルート証明書
}をインポートしてください。
# What to do about clients with the older package.
compare-clients = 古いパッケージで設定したクライアントには、通知に記載された期限までに新しいパッケージが必要です。
# Packages that aren't compared. $packages: a list.
compare-unordered = 作成日または内容を確認できないため、比較していないパッケージ: { $packages }。

## Clients

# State of a client.
client-state-old-root-only = 古いルート証明書だけを信頼しています
# State of a client.
client-state-lacks-root = 最新のパッケージにあるルート証明書が不足しています
# State of a client.
client-state-unknown = 判定できません
# State of a client.
client-state-trusts-all = 最新のパッケージにあるルート証明書をすべて信頼しています
# Why the state of a client is unknown.
client-reason-profile-unreadable = プロファイルを読み取れません。
# Why the state of a client is unknown.
client-reason-no-gateway = プロファイルからゲートウェイを特定できません。
# Why the state of a client is unknown.
client-reason-profile-uncertain = 信頼しているルート証明書を、プロファイルから確認できません。
# Why the state of a client is unknown.
client-reason-not-pinned = usepinnedroot が false のため、ほかのルート証明書も信頼している可能性があります。
# Why the state of a client is unknown.
client-reason-no-package = このゲートウェイのパッケージで、作成日を確認できるものがありません。
# Why the state of a client is unknown.
client-reason-package-uncertain = このゲートウェイの最新のパッケージから、ルート証明書を確認できません。
# Numbers of clients. $total: all of the gateway. Each other variable: those in the state of its name.
clients-counted = クライアントのプロファイル { $total } 件のうち、古いルート証明書だけを信頼しているものは { $old-root-only } 件です。
# What to do about clients that trust only the old root.
clients-to-do = 該当するコンピューターに、通知に記載された期限までに最新のパッケージをインストールしてください。
# Clients that lack a root. $count: their number.
clients-lacking = 最新のパッケージにあるルート証明書が不足しているもの: { $count } 件。
# Clients in an unknown state. $count: their number.
clients-unknown = 判定できないもの: { $count } 件。
# The newest package doesn't help.
clients-newest-old = 最新のパッケージに、廃止予定または期限切れのルート証明書しか含まれていません。もう一度ダウンロードしてください。

## Column titles of the table of clients

# The computer: the folder that the profile was collected in.
column-computer = コンピューター
# The profile: a path.
column-profile = プロファイル
# What the profile trusts.
column-trust = 最新のパッケージとの比較
# Why the state is unknown.
column-reason = 理由
