### The answer about the gateway's root certificate today.
###
### Variables of most messages: $server: the message server-of-gateway or server-in-file. $file: the name of the file.
### $roots: names of root certificates, as a list. $count: their number. $certainty: whether the gateway's certificate
### chains to these roots. certain; uncertain; lone: if the file is from the gateway's package; script: if the gateway
### doesn't use RADIUS.

## The answer in a few words

# The root is current, but the rest is undetermined.
today-word-uncertain = 確認できません
# All is well, but by weak evidence: a lone certificate, a script or names.
today-word-weak = おそらく作業は不要です
# A root is being retired.
today-word-get-ready = 準備が必要です
# All is well.
today-word-nothing = 現在、必要な作業はありません
# Several roots: a migration.
today-word-ready = すべてのルート証明書をインポートしてください
# A root has expired.
today-word-act = 対応が必要です
# The gateway's own CA, after the maintenance of 2019.
today-word-new-package = 新しいパッケージが必要です
# A public root that isn't on the list.
today-word-look-again = もう一度確認してください
# The root is unknown.
today-word-unknown = 判定できません

# Today's answer in the middle of a line, after a colon: there is something to do.
today-short-action = 対応が必要です
# Today's answer in the middle of a line, after a colon: all is well.
today-short-nothing = 作業は不要です
# Today's answer in the middle of a line, after a colon: all is well, but by weak evidence.
today-short-weak = おそらく作業は不要です
# Today's answer in the middle of a line, after a colon.
today-short-open = 判定できません

## First sentences

# The reader's own certificates, at the end of most explanations.
-not-your-certificates = お客様が作成したルート証明書とクライアント証明書は、この結果に関係ありません。
# Begins the first sentences: whose root it is, and on which condition. A predicate follows. $kind: root, or intermediate
# if it is an intermediate that has expired.
part-subject = { $certainty ->
    [uncertain] このファイルが正しければ、{ $server }
    [lone] { $file } がゲートウェイのものであれば、サーバー証明書
    [script] RADIUS 認証を使用していなければ、{ $server }
    [names] 記載された名前では、{ $server }
   *[certain] { $server }
}の{ $kind ->
    [intermediate] 証明機関
   *[root] ルート証明書
}は、
# All roots are current.
today-current = { part-subject }有効です。
# All roots are current, but the answer about 2019 is undetermined. $package: the message package-of-gateway or package-of-file.
today-unconfirmed = { $package }の公的なルート証明書は有効ですが、サーバー証明書のルート証明書とは限りません。
# Several roots: a migration. $package: the message package-of-gateway or package-of-file.
today-ready = { $package }に、ゲートウェイのサーバー証明書のルート証明書が複数含まれています。
# Which roots are being retired and which have expired. $retiring, $expired: lists. $retiring-count, $expired-count.
part-outgoing = { $retiring-count ->
    [0] { part-expired }
   *[other] { $retiring } は廃止予定です{ $expired-count ->
        [0] {""}
       *[other] 。また、{ part-expired }
    }
}
# Which roots have expired. $expired: a list. $expired-count.
part-expired = { $expired } は有効期限が切れています
# Roots are being retired or have expired. $retiring, $expired: lists. $retiring-count, $expired-count.
today-outgoing = { part-subject }{ $retiring-count ->
    [0] 有効期限が切れています
   *[other] 廃止予定{ $expired-count ->
        [0] {""}
       *[other] または期限切れ
    }です
}。
# A name in a list of expired roots. $root: the root that the intermediate chains to.
expired-intermediate = { $name } ({ $root } の中間証明書)
# The gateway's own CA, after the maintenance of 2019. $parts: all or some files of the package show it.
today-own-ca = { $parts ->
    [all] このファイルは
   *[some] 一部のファイルは
}古く、{ $server }にゲートウェイ独自の自己署名の証明機関が署名しています。
# The gateway's own CA, before and during the maintenance of 2019. $parts: all or some files of the package show it.
today-own-ca-before = このパッケージ{ $parts ->
    [all] では
   *[some] の一部では
}、{ $server }に独自の自己署名の証明機関が署名しています。
# A public root that isn't on the list.
today-unlisted = { part-subject }Azure の一覧にありません。
# The root is unknown.
today-unknown = { $server }のルート証明書が不明なため、現在の状態は分かりません。

## Explanations

# Explains today-current if names in the package show another root.
explain-names-disagree = { part-roots }パッケージに記載された名前の一部が、このルート証明書の名前と異なります。ルート証明書の移行中に起こり得る状態です。{ -not-your-certificates }
# A sentence after the reasons if DigiCert Global Root CA is being retired and the gateway is in Azure Government or Azure in China.
explain-other-cloud = Azure Government と、21Vianet が運用する Azure (中国) では、2026 年にも Azure の IoT エンドポイントがこのルート証明書を使用しています。推測: このゲートウェイでは、対応するにはまだ早い可能性があります。
# Explains today-current.
explain-current = { part-roots }パッケージで分かるのは、作成日の状態です。{ -not-your-certificates }
# Explains today-ready.
explain-ready = { part-roots }ルート証明書の移行のためと考えられます。すべてのルート証明書を信頼しているクライアントは、ゲートウェイのサーバー証明書が変わっても接続できます。
# Which roots are being retired or have expired, as a sentence of explain-ready.
explain-outgoing = { part-outgoing }。
# Which root is being retired or has expired, as a sentence.
explain-root = ルート証明書は { $root } です。
# The reader's own certificates, at the end of an explanation.
explain-not-yours = { -not-your-certificates }
# Roots that aren't on the list, as a sentence of explain-ready.
explain-ready-unlisted = { $roots } は公的証明機関のものですが、Azure VPN ゲートウェイでの使用を確認できていません。
# Explains today-outgoing if all roots have expired.
explain-expired = 有効期間を確認するクライアントは、期限切れの証明機関が署名したサーバー証明書を拒否します。ゲートウェイのルート証明書は、すでに変更されていると考えられます。
# Explains today-own-ca after the maintenance of 2019. $completed: a day. $dated: later if the package was created after that day; $day: when it was created.
explain-own-ca-past = Azure のページによると、{ $completed }までに、すべてのゲートウェイが公的証明機関の証明書へ切り替えられました。{ $dated ->
    [later] このパッケージの作成日 ({ $day }) はその後で、この情報と一致しません。このパッケージで設定したクライアントから現在も接続できる場合は、サーバー証明書がどの証明機関によるものかを Azure サポートにお問い合わせください。
   *[earlier] このパッケージで設定したクライアントからは、切り替え以降、接続できなくなっていると考えられます。
}{ -not-your-certificates }
# Explains today-own-ca before and during the maintenance of 2019. $completed: a day.
explain-own-ca-before = 2019 年のメンテナンスで、このようなゲートウェイは、{ $completed }までに公的証明機関の証明書へ切り替えられます。それまでは、新しいパッケージにもこの証明機関が含まれている場合があります。「2019 年のメンテナンス」の結果をご覧ください。
# Explains today-unlisted.
explain-unlisted = { part-roots }公的証明機関のものですが、Azure VPN ゲートウェイでの使用を確認できていません。このツールの公開後に使用が始まったか、Azure が公開する証明機関の一覧から外れた可能性があります。Azure のページと、お客様に届いた通知をご確認ください。{ -not-your-certificates }
# Explains today-unknown.
explain-unknown = 詳しくは「判定の根拠」をご覧ください。{ -not-your-certificates }
# What an unknown root may be.
newer-root = 未確認のルート証明書があります。このツールの公開後に使用が始まった新しいルート証明書への移行中である可能性があります。
# What to do before trusting an unknown root.
compare-fingerprint = { $roots } をインポートする前に、パッケージをもう一度ダウンロードして確認し、新旧の「判定の根拠」でフィンガープリントが一致することを確かめてください。一致しない場合は、インポートしないでください。
# What to do about a root of which only the name is known.
download-before-change = クライアントの設定を変更する前に、パッケージをもう一度ダウンロードしてください。

## Steps

# Steps of most answers. $portal: the message portal-path or portal-path-hub, or nothing. $dated: yes if the date of the package is known. $day: that day.
step-download-and-check = VPN クライアント パッケージをもう一度ダウンロードし{ $portal }、このツールで確認します。{ $dated ->
    [yes] 今回確認したパッケージの作成日は { $day }です。
   *[no] {""}
}
# Step after a good answer. $dated: yes if the date of the package is known. $day: that day.
step-if-notified = { $dated ->
    [yes] パッケージの作成日 ({ $day })
   *[no] パッケージのダウンロード
}より後に、ルート証明書の移行について Microsoft から通知が届いている場合は、もう一度ダウンロードして確認します。
# Step after a migration package or an expired root.
step-import-if-several = 新しいパッケージに別のルート証明書が (単独または現在のものと一緒に) 含まれている場合は、認証方法 (証明書、Microsoft Entra ID、RADIUS) にかかわらず、すべてのクライアントに、すべてのルート証明書をインポートします。お客様が作成したルート証明書とクライアント証明書はそのままお使いいただけます。
# Step of a migration. $known: yes if the reader entered the deadline. $day: that day.
step-deadline = 通知に記載された期限{ $known ->
    [yes] {" "}({ $day })
   *[no] {""}
}までに、すべてのクライアントの作業を終えます。
# Step after an expired root.
step-install-every-client = すべてのクライアントに新しいパッケージをインストールします。お客様のルート証明書とクライアント証明書はそのままお使いいただけます。
# Step after an expired root.
step-ask-if-expired = 新しいパッケージにも期限切れの証明書しか含まれていない場合は、Azure サポートにお問い合わせください。
# Step after the gateway's own CA.
step-ask-if-own-ca = 新しいパッケージでもゲートウェイ独自の自己署名の証明機関が見つかる場合は、Azure サポートにお問い合わせください。
# Step of a migration to a root that isn't on the list.
step-compare-fingerprint = パッケージをもう一度ダウンロードし、{ $roots } のフィンガープリントが一致することを確認します。
# Step of a migration.
step-import-all = 認証方法 (証明書、Microsoft Entra ID、RADIUS) にかかわらず、パッケージに含まれるすべてのルート証明書を、すべてのクライアントにインポートします。
# Step of a migration. $parts: files of the package.
step-complete-parts = { $parts } には、最も新しいルート証明書が含まれていません。これだけで設定したクライアントは移行後に接続できなくなるため、パッケージをもう一度ダウンロードします。それでも含まれていない場合は、ルート証明書を追加します。

## Other answers

# In a few words, for the gateway's own CA before and during the maintenance of 2019.
today-word-see-2019 = 「2019 年のメンテナンス」の結果をご覧ください
# The file is a certificate of the reader's own.
today-not-the-gateway = { $file } に、ゲートウェイのサーバー証明書のルート証明書は含まれていません。
