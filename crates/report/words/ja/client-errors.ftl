### Errors that VPN clients show: client-error-<id>.
###
### The value says what the error means. .shown: the client's own message; if it has none in this language, as in English.
### .to-do: what to do. The value and .to-do are Markdown.

# Heading of the column of codes and messages.
codes-code = エラー
# Heading of the column that says what the error means.
codes-meaning = 意味
# Heading of the column that says what to do.
codes-to-do = 対処
# Precedes the meaning: whether the gateway's server certificate is the cause.
codes-cause-yes = サーバー証明書が原因です。
# Precedes the meaning: whether the gateway's server certificate is the cause.
codes-cause-maybe = サーバー証明書が原因の可能性があります。
# Precedes the meaning: whether the gateway's server certificate is the cause.
codes-cause-no = サーバー証明書は原因ではありません。

# Error code 0x800b0109.
client-error-0x800b0109 = ゲートウェイの証明書チェーンのルート証明書を、このクライアントが信頼していません。
    .shown = 証明書チェーンは処理されましたが、信頼プロバイダーが信頼していないルート証明書で終了しました。
    .to-do = クライアントのパッケージが古いと考えられます。パッケージを[もう一度ダウンロード](get-package.md)し、[確認](by-hand.md)してから[再インストール](reinstall.md)してください。
# Error code 0x800b0101.
client-error-0x800b0101 = ゲートウェイの証明書の有効期限が切れているか、クライアントの時計が正しくありません。
    .shown = 必要な証明書の有効期間が過ぎています。
    .to-do = クライアントの日付を確認してください。正しい場合は、Azure サポートにお問い合わせください。
# Error code 0x80092013.
client-error-0x80092013 = ゲートウェイの証明書が失効していないかどうかを、クライアントが確認できません。ルート証明書の問題ではありません。
    .shown = 失効サーバーがオフラインのため、失効の関数は失効を確認できませんでした。
    .to-do = クライアントから HTTP で `crl3.digicert.com` と `crl4.digicert.com` に接続できるように、プロキシとファイアウォールを確認してください。
# Error code 13801.
client-error-13801 = IKEv2: クライアントがゲートウェイの証明書を信頼していないか、ゲートウェイがクライアントの証明書を拒否しています。
    .shown = IKE 認証の資格情報は受け付けられません。
    .to-do = 新しいパッケージを[再インストール](reinstall.md)してください。改善しない場合は、クライアント証明書を確認してください。
# Error code 864.
client-error-864 = ゲートウェイの証明書チェーンのルート証明書が、クライアントの証明書ストアにありません。
    .shown = リモート アクセス接続は完了しましたが、サーバー証明書を検証する証明書が信頼されたルート証明機関の証明書ストアに見つからなかったため、認証に失敗しました。
    .to-do = 新しいパッケージを、すべてのルート証明書とともに[再インストール](reinstall.md)してください。
# A message of OpenVPN without a code.
client-error-openvpn-local-issuer = ゲートウェイの証明書が、プロファイルの `<ca>` に含まれるどのルート証明書にもつながりません。
    .shown = VERIFY ERROR: unable to get local issuer certificate
    .to-do = パッケージを[もう一度ダウンロード](get-package.md)し、その中の `vpnconfig.ovpn` を使用してください。
# A message of strongSwan without a code.
client-error-strongswan-issuer = ゲートウェイの証明書チェーンのルート証明書が、クライアントの CA 証明書に含まれていません。
    .shown = no issuer certificate found … no trusted RSA public key found
    .to-do = 新しいパッケージのすべてのルート証明書を、クライアントの CA 証明書のフォルダー (`/etc/ipsec.d/cacerts` または `/etc/swanctl/x509ca`) にコピーしてください。
# Error code 405.
client-error-405 = ルート証明書がクライアントにインストールされていません。
    .shown = VPN Gateway からルート証明書をダウンロードするときにエラー 405
    .to-do = パッケージを、すべてのルート証明書とともに[再インストール](reinstall.md)してください。
# Error code 800.
client-error-800 = トンネルを確立できませんでした。Azure のページでは、ネットワーク アダプターのドライバーが古い場合が挙げられています。
    .shown = VPN トンネルの試行に失敗したため、リモート接続を確立できませんでした。
    .to-do = ネットワーク アダプターのドライバーを更新してください。ネットワークで VPN 接続が許可されているかどうかも確認してください。
# Error code 809.
client-error-809 = ゲートウェイの応答が届いていません。IKEv2 では、ファイアウォールで UDP 500 と 4500 がブロックされているか、断片化したパケットが失われている可能性があります。
    .shown = リモート サーバーが応答していないため、お使いのコンピューターと VPN サーバーの間のネットワーク接続を確立できませんでした。
    .to-do = これらのポートを許可するか、SSTP または OpenVPN のパッケージを使用してください。
# Error code 812.
client-error-812 = RADIUS サーバーが利用者を拒否しているか、ゲートウェイから RADIUS サーバーに到達できません。
    .shown = RAS/VPN サーバーに構成されたポリシーにより、接続できませんでした。
    .to-do = RADIUS サーバーの設定と共有シークレットを確認してください。
# Error code 853.
client-error-853 = サーバーがクライアント証明書を拒否しています。
    .shown = リモート アクセス接続は完了しましたが、クライアントをサーバーに対して認証する証明書が有効でないため、認証に失敗しました。
    .to-do = クライアント証明書の有効期間、ゲートウェイに登録したルート証明書、失効の有無を確認してください。
# Error code 13806.
client-error-13806 = IKEv2: 使用できるクライアント証明書がありません。
    .shown = IKE は有効なコンピューター証明書を検出できませんでした。
    .to-do = クライアント証明書を確認してください。
# Error code 798.
client-error-798 = 使用できるクライアント証明書がクライアントにありません。
    .shown = この拡張認証プロトコルで使用できる証明書が見つかりませんでした。
    .to-do = クライアント証明書を、利用者の個人用ストアにインストールしてください。
# Error code 0x80090326.
client-error-0x80090326 = お客様のルート証明書がゲートウェイに登録されていないか、壊れているか、有効期限が切れている可能性があります。GatewaySubnet のルート テーブルが原因の場合もあります。
    .shown = 予期されない、または形式が間違ったメッセージを受信しました。
    .to-do = ゲートウェイの [ポイント対サイトの構成] でルート証明書を確認し、登録し直してください。GatewaySubnet からルート テーブルを外してください。
# Error code 0x8007026f.
client-error-0x8007026f = 経路を設定するスクリプトが失敗しました。
    .shown = カスタム スクリプト (ルーティング テーブルを更新するため) の実行に失敗しました。
    .to-do = ショートカットではなく、Windows の VPN 接続の一覧から接続してください。
# Error code 1460.
client-error-1460 = Windows の設定で、Azure VPN Client のバックグラウンド実行が許可されていません。
    .shown = VPN Platform did not trigger connection
    .to-do = Windows のプライバシー設定でバックグラウンド アプリの実行を許可し、再起動してください。
# A message of Azure VPN Client without a code.
client-error-key-material-sent = ゲートウェイが Microsoft Entra ID のサインインを受け入れていません。テナント、対象ユーザー、アカウントのいずれかが異なります。
    .shown = Server did not respond properly to VPN Control Packets. Session State: Key Material sent
    .to-do = ゲートウェイに設定されたテナントのアカウントでサインインしてください。プロファイルのテナント、対象ユーザー、発行者も確認してください。
# Error code 0x87d101f4.
client-error-0x87d101f4 = Intune の VPN プロファイルの XML が正しい形式ではありません。
    .shown = Unable to parse XML
    .to-do = `azurevpnconfig.xml` の内容全体を、変更せずにコピーし直してください。
