### The codes of the report in words. The identifiers end with the code.

# Verdict: The gateway used its own self-signed CA when the package was made.
verdict-affected = 影響あり
# Verdict: The package proves that the gateway's certificate chains to a public root.
verdict-not-affected = 影響なし
# Verdict: The package proves neither.
verdict-undetermined = 判定できません
# Verdict in the middle of a line, after a colon.
short-affected = 影響あり
# Verdict in the middle of a line, after a colon.
short-not-affected = 影響なし
# Verdict in the middle of a line, after a colon.
short-undetermined = 判定できません
# Rule: The input or its outer container can't be read, or a limit was reached.
rule-unreadable = ファイルを読み取れないか、読み取りの上限に達しました。
# Rule: Two readers could see different packages in the input.
rule-ambiguous-archive = 展開するソフトウェアによって、異なるパッケージが見える可能性があります。
# Rule: The input is readable, but contains no part of a client package.
rule-not-a-package = VPN クライアント パッケージの内容が見つかりません。
# Rule: A part that counts can't be read.
rule-part-unreadable = 判定に必要なファイルを読み取れません。
# Rule: The parts name different gateways.
rule-two-gateways = パッケージ内に、異なるゲートウェイのファイルが混在しています。
# Rule: There are parts, but no counted item in them.
rule-no-evidence = サーバー証明書の証明機関が分かる情報がありません。
# Rule: The evidence contradicts itself.
rule-contradiction = 証明機関についての内容に矛盾があります。
# Rule: Every counted item is public.
rule-all-public = 判定に使用した情報は、すべて既知の公的証明機関のものです。
# Rule: Every counted item is the gateway's own, except unknown names beside an own certificate.
rule-own-ca = 判定に使用した情報は、すべてゲートウェイ独自の自己署名の証明機関のものです。
# Rule: There are counted items of more than one class.
rule-mixed = 証明機関についての内容が、ファイルによって異なります。
# Rule: No other rule matches.
rule-unknown-root = 公的証明機関のものとも、ゲートウェイ独自のものとも確認できません。
# Proof: A whole certificate.
proof-certificate = 証明書全体
# Proof: A SHA-1 thumbprint.
proof-thumbprint = 拇印 (SHA-1)
# Proof: Only names, which are weak proof.
proof-name = 名前のみ
# Proof: No proof: the answer is undetermined.
proof-none = なし
# Deployment model: A virtual network gateway of the Resource Manager model.
model-resource-manager = Resource Manager デプロイ モデル
# Deployment model: A hub or a global profile of Virtual WAN.
model-virtual-wan = 仮想 WAN (Virtual WAN)
# Deployment model: The package doesn't identify the model.
model-unknown = このファイルからは分かりません (クラシック デプロイ モデルのプログラムは新しいものと見分けがつきません)
# Kind of evidence: A whole certificate.
kind-certificate = 証明書
# Kind of evidence: A SHA-1 thumbprint.
kind-thumbprint = 拇印 (SHA-1)
# Kind of evidence: The name of a root or an issuer.
kind-name = 名前
# Class of an item of evidence: A known public root or listed intermediate.
class-public = 公的証明機関
# Class of an item of evidence: The gateway's own self-signed CA, or a certificate that it issued.
class-own = ゲートウェイ独自の証明機関
# Class of an item of evidence: Neither.
class-unknown = 不明
# State of a root certificate: Valid, in use, and not being retired.
state-current = 有効
# State of a root certificate: A migration: certificates or thumbprints show several public roots, at least one of which is neither retiring nor expired. Every client needs all of them.
state-ready = 複数のルート証明書 (すべてインポート)
# State of a root certificate: Its retirement has begun.
state-retiring = 廃止予定
# State of a root certificate: Its validity has ended.
state-expired = 期限切れ
# State of a root certificate: The gateway's own self-signed CA.
state-self-signed = 自己署名
# State of a root certificate: A public root that isn't on Azure's list of CAs, or no longer is.
state-public-unlisted = 公的証明機関 (Azure での使用は未確認)
# State of a root certificate: Anything else.
state-unknown = 不明
# Why an item is not counted (follows "not counted"): The root of the customer's RADIUS server.
reason-radius-root = お客様の RADIUS サーバーのルート証明書で、ゲートウェイのものではありません
# Why an item is not counted (follows "not counted"): From `clientauth`: it identifies the client's certificate.
reason-client-auth = クライアント認証 (clientauth) の情報です
# Why an item is not counted (follows "not counted"): From `IssuerHash`: it identifies the customer's client root.
reason-client-issuer = お客様のクライアント用ルート証明書 (IssuerHash) です
# Why an item is not counted (follows "not counted"): A pin in .inf, .cms or .pbk. With RADIUS it identifies the RADIUS server's root.
reason-profile-pin = プロファイルに記録された拇印です。RADIUS 認証では RADIUS サーバーのものになります
# Why an item is not counted (follows "not counted"): From `<cert>` of an OpenVPN profile: the client's certificate.
reason-client-certificate = クライアント証明書です
# Why an item is not counted (follows "not counted"): From an EAP configuration in ProfileXML; it may be the RADIUS server's.
reason-eap-configuration = EAP 構成に含まれる値で、RADIUS サーバーのルート証明書の可能性があります
# Why an item is not counted (follows "not counted"): From an OpenVPN profile that nothing connects with an Azure gateway.
reason-other-vpn = Azure のゲートウェイについての記載がなく、別の VPN のプロファイルの可能性があります
# Why an item is not counted (follows "not counted"): A certificate that nothing connects with the gateway.
reason-no-place = ゲートウェイの証明書が置かれる場所ではありません
