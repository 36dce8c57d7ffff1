### Findings: additional facts about a package. The identifiers end with the code.

# Finding: No evidence was read from a program or a renamed document.
finding-not-read = このファイルからは何も読み取っていません。結果はほかのファイルに基づきます。ほかのファイルがない場合は、パッケージ全体 (.zip) を選択してください。
# Finding: The zip was packed again, so its dates are uncertain.
finding-rezipped = Azure が作成したままの zip ではなく、再圧縮されています。そのため、パッケージの作成日時は正確でない可能性があります (再圧縮した人の現地時刻です)。
# Finding: The public roots of different parts, or of one part's certificates and thumbprints, differ.
finding-roots-differ = ファイルによってルート証明書が異なりますが、いずれも公的証明機関のものです。クライアントには、すべてのルート証明書をインポートしてください。
# Finding: In a migration, a part with certificates or thumbprints lacks the newest root of the package.
finding-part-lacks-root = このファイルには、パッケージ内で最も新しいルート証明書が含まれていません。このファイルだけで設定したクライアントは、ルート証明書の移行に対応できません。
# Finding: The names and certificates of one document, or its root and issuer names, show different public roots.
finding-names-disagree = このファイルの証明書、ルート名、発行者名は、いずれも公的証明機関のものですが、同じルート証明書の名前ではありません。ルート証明書の移行中に起こり得る状態です。
# Finding: Counted items have different classes.
finding-parts-disagree = 証明機関について、このファイルの内容がほかの内容と一致しません。
# Finding: The counted items are only names, which are weak proof.
finding-names-only = 名前だけがあり、照合できる証明書がありません。名前は誰でも書けるため、目安とお考えください。
# Finding: The answer holds only if the lone certificate is from the gateway's package.
finding-lone-certificate = この証明書がゲートウェイのパッケージに入っていた場合に限り、この結果が当てはまります。
# Finding: The answer is based on VpnProfileSetup.ps1 alone. With RADIUS, it names the RADIUS server's root.
finding-script-only = この結果は VpnProfileSetup.ps1 だけに基づきます。ゲートウェイが RADIUS 認証を使用する場合、記載されているのはお客様の RADIUS サーバーのルート証明書で、ゲートウェイについては何も分かりません。パッケージ全体 (.zip) を確認してください。
# Finding: VpnProfileSetup.ps1 names no root, so it isn't evidence. Those of autumn 2026 name none.
finding-script-without-root = この VpnProfileSetup.ps1 にはルート証明書の指定がないため、判定には使用できません。このファイルだけを選択した場合は、パッケージ全体 (.zip) を選択してください。
# Finding: A lone certificate from an unknown issuer. It may be the customer's client root or a client certificate.
finding-maybe-client-certificate = お客様が作成したクライアント用のルート証明書、またはクライアント証明書の可能性があります。その場合、2019 年のメンテナンスには関係ありません。ゲートウェイについて確認するには、VPN クライアント パッケージを選択してください。
# Finding: A certificate has a public root's name, or is marked as the gateway's own and names a public root as its issuer.
finding-lookalike = ご注意ください。公的証明機関の名前が付いていますが、その証明機関の証明書ではありません。
# Finding: A certificate that isn't public or self-issued names a public root as its issuer.
finding-issuer-public = 証明書の発行者は公的証明機関の名前です。お知らせの確認方法では発行者の名前だけを見ますが、名前は誰でも書くことができます。既知の証明書でもないため、判定には使用しません。確実に判定するには、パッケージをもう一度ダウンロードしてください。
# Finding: The given creation date contradicts the package.
finding-created-contradicts = 入力された作成日がパッケージの内容と合いません。作成日と、このゲートウェイのパッケージであることを確認してください。
# Finding: The given creation date is too near July 2017 to decide the gateway type.
finding-created-undecided = 作成日だけではタイプを判断できません。新しいゲートウェイの証明書が、リージョンごとに公的証明機関へ順次切り替わった時期に作成されています。
# Finding: A file in a program's place isn't a program, but for example a Git LFS pointer or a mail filter's notice.
finding-not-a-program = プログラムの名前が付いていますが、プログラムではありません (Git LFS やメール フィルターが置き換えたファイルなど)。判定から除きました。
# Finding: Names contain control characters or characters that change direction or have no width. They are shown escaped.
finding-hidden-characters = このファイルの名前に、制御文字または文字の向きを変える文字が含まれています。エスケープして表示しています。
# Finding: `usepinnedroot` is true: clients accept only the root in this document.
finding-pinned-root-on = usepinnedroot が true です。このプロファイルのクライアントは、記載されたルート証明書だけを受け入れます。
# Finding: `usepinnedroot` is false.
finding-pinned-root-off = usepinnedroot は false です。
# Finding: Two parts in different folders have the same file name, ignoring case.
finding-place-twice = 同じ名前のファイルがパッケージ内に複数あります。すべて読み取りました。
# Finding: A profile signs in to Azure Government.
finding-cloud-government = サインイン先から、 Azure Government のゲートウェイと分かります。
# Finding: A profile signs in to Azure in China, operated by 21Vianet.
finding-cloud-china = サインイン先から、 21Vianet が運用する Azure (中国) のゲートウェイと分かります。
# Finding: A profile signs in to Microsoft Cloud Germany.
finding-cloud-germany = サインイン先から、 Microsoft Cloud Germany のゲートウェイと分かります。
# Finding: Users sign in to RADIUS with passwords.
finding-radius-passwords = パスワードを使用する RADIUS 認証 (EAP-MSCHAPv2) のパッケージです。コマンドでダウンロードする場合も、この方法を指定します。
