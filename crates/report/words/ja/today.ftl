### The answer about the gateway's root certificate today.
###
### Variables of most messages: $server: the message server-of-gateway or server-in-file. $file: the name of the file.
### $roots: names of root certificates, as a list. $count: their number. $certainty: whether the gateway's certificate
### chains to these roots. certain; uncertain; lone: if the file is from the gateway's package; script: if the gateway
### doesn't use RADIUS.

## The answer in a few words

# The root is current, but the rest is undetermined.
today-word-uncertain = 確認できません
# All is well.
today-word-nothing = 現在、必要な作業はありません
# Several roots: a migration.
today-word-ready = すべてのルート証明書をインポートしてください
# A root is being retired, has expired or is the gateway's own.
today-word-act = 対応が必要です
# A public root that isn't on the list.
today-word-look-again = もう一度確認してください
# The root is unknown.
today-word-unknown = 判定できません

## First sentences

# The reader's own certificates, at the end of most explanations.
-not-your-certificates = お客様が作成したルート証明書とクライアント証明書は、この結果に関係ありません。
# Begins the first sentences. The names of the roots follow.
part-subject = { $certainty ->
    [uncertain] パッケージ内のルート証明書{" "}
   *[certain] ルート証明書{" "}
}
# Ends the first sentences: whether the gateway's certificate chains to the roots.
part-certainty = { $certainty ->
    [uncertain] ただし、{ $server }のものかどうかは確認できません。「2019 年のメンテナンス」の結果をご覧ください。
    [lone] { $file } がゲートウェイのパッケージに入っていた場合に、ゲートウェイのサーバー証明書に当てはまる結果です。
    [script] ゲートウェイが RADIUS 認証を使用していない場合の、{ $server }についての結果です。
   *[certain] { $server }についての結果です。
}
# All roots are current.
today-current = { part-subject }{ $roots } は有効です。{ part-certainty }
# Several roots: a migration. $package: the message package-of-gateway or package-of-file.
today-ready = { $package }には、ゲートウェイのサーバー証明書のルート証明書が複数含まれています ({ $roots })。ルート証明書の移行のためと考えられます。すべてのクライアントに、すべてインポートしてください。
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
today-outgoing = { part-subject }{ part-outgoing }。{ part-certainty }
# As today-outgoing, but an intermediate is among those that have expired.
today-outgoing-intermediate = { $certainty ->
    [uncertain] パッケージ内の証明機関{" "}
   *[certain] 証明機関{" "}
}{ part-outgoing }。{ part-certainty }
# A name in a list of expired roots. $root: the root that the intermediate chains to.
expired-intermediate = { $name } ({ $root } の中間証明書)
# The gateway's own CA. $parts: all or some parts of the package show it. $stage of the maintenance of 2019: past, under-way or upcoming.
today-own-ca = このパッケージ{ $parts ->
    [all] は
   *[some] の一部は
}{ $stage ->
    [past] 古く、接続に使用できないと考えられます。{ $server }に、ゲートウェイ独自の自己署名の証明機関が署名していたときのものです。
   *[other] 、2019 年のメンテナンスによる切り替え前のものです。{ $server }には、ゲートウェイ独自の自己署名の証明機関が署名しています。「2019 年のメンテナンス」の結果をご覧ください。
}
# A public root that isn't on the list.
today-unlisted = { part-subject }{ $roots } は公的証明機関のものですが、Azure VPN ゲートウェイでの使用を確認できていません。{ part-certainty }
# The root is unknown.
today-unknown = ルート証明書を確認できないため、現在の状態は分かりません。{ $server }についての結果です。

## Explanations

# Explains today-current if names in the package show another root.
explain-names-disagree = パッケージに記載された名前の一部が、このルート証明書の名前と異なります。ルート証明書の移行中に起こり得る状態です。もう一度ダウンロードして確認してください。{ -not-your-certificates }
# A sentence after the reasons if DigiCert Global Root CA is being retired and the gateway is in Azure Government or Azure in China.
explain-other-cloud = Azure Government と、21Vianet が運用する Azure (中国) では、2026 年にも Azure の IoT エンドポイントがこのルート証明書を使用しています。推測: このゲートウェイでは、対応するにはまだ早い可能性があります。
# Explains today-current.
explain-current = パッケージで分かるのは、作成日の状態です。ルート証明書の移行について Microsoft から通知が届いた場合は、もう一度ダウンロードして確認してください。{ -not-your-certificates }
# Explains today-ready.
explain-ready = すべてのルート証明書を信頼しているクライアントは、ゲートウェイのサーバー証明書が変わっても接続できます。お客様が作成したルート証明書とクライアント証明書は、この移行に関係ありません。
# Which roots are being retired or have expired, as a sentence of explain-ready.
explain-outgoing = { part-outgoing }。
# Roots that aren't on the list, as a sentence of explain-ready.
explain-ready-unlisted = { $roots } は公的証明機関のものですが、Azure VPN ゲートウェイでの使用を確認できていません。
# Explains today-outgoing if all roots have expired.
explain-expired = 有効期間を確認するクライアントは、期限切れの証明機関が署名したサーバー証明書を拒否します。ゲートウェイのルート証明書は、すでに変更されていると考えられます。
# Explains today-own-ca after the maintenance of 2019. $completed: a day.
explain-own-ca-past = Azure のページによると、{ $completed }までに、すべてのゲートウェイが公的証明機関の証明書へ切り替えられました。{ -not-your-certificates }
# Explains today-own-ca before and during the maintenance of 2019. $completed: a day.
explain-own-ca-before = 2019 年のメンテナンスで、このようなゲートウェイは、{ $completed }までに公的証明機関の証明書へ切り替えられます。{ -not-your-certificates }
# Explains today-unlisted.
explain-unlisted = このツールの公開後に使用が始まったか、Azure の一覧から外れた可能性があります。Azure のページと、お客様に届いた通知をご確認ください。{ -not-your-certificates }
# Explains today-unknown.
explain-unknown = 詳しくは「判定の根拠」をご覧ください。{ -not-your-certificates }
# What an unknown root may be.
newer-root = このツールの公開後に使用が始まったルート証明書への移行である可能性があります。
# What to do before trusting an unknown root.
compare-fingerprint = { $roots } をインポートする前に、パッケージをもう一度ダウンロードし、フィンガープリントが一致することを確認してください。
# What to do about a root of which only the name is known.
download-before-change = クライアントの設定を変更する前に、パッケージをもう一度ダウンロードしてください。

## Steps

# First step of most answers.
step-download-and-check = VPN クライアント パッケージをもう一度ダウンロードし、同じ方法で確認します。
# Step after a migration package or an expired root.
step-import-if-several = 新しいパッケージに複数のルート証明書が含まれている場合は、認証方法 (証明書、Microsoft Entra ID、RADIUS) にかかわらず、すべてのクライアントに、すべてのルート証明書をインポートします。お客様が作成したルート証明書とクライアント証明書はそのままお使いいただけます。
# Step of a migration.
step-deadline = お客様への通知に記載された期限までに、すべてのクライアントへの新しいパッケージのインストールを完了します。
# Step.
step-install-new = 新しいパッケージをすべてのクライアントにインストールします。
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
today-not-the-gateway = { $file } には、ゲートウェイのサーバー証明書のルート証明書が含まれていません。
