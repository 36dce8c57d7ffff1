//! How to reinstall each kind of client, and the printable list of clients, in Japanese.

use crate::prose::{Block, ChecklistWords, Generated, Section};

pub(super) const REINSTALL: Section = Section {
    heading: "クライアントの種類ごとの再インストール手順",
    blocks: &[
        Block::Paragraph(
            "証明書、Microsoft Entra ID、RADIUS のどの認証方法でも、すべてのクライアントに新しいパッケージが必要です。まず 1 台で試してください。お客様のクライアント証明書はそのままお使いいただけます。パッケージに複数のルート証明書 (`VpnServerRoot.cer_0`、`.cer_1` など) が含まれている場合は、すべてのクライアントにすべてのルート証明書が必要です。",
        ),
        Block::Heading("Windows (標準の VPN クライアント)"),
        Block::Steps(&[
            "古い接続を削除します ([設定] > [ネットワークとインターネット] > [VPN] > 対象の接続 > [削除])。",
            "新しいパッケージの `WindowsAmd64\\VpnClientSetupAmd64.exe` (32 ビット版 Windows では `WindowsX86\\VpnClientSetupX86.exe`) を実行します。`WindowsPowershell\\VpnProfileSetup.ps1` が含まれている場合は、このスクリプトも使用できます。プログラムに署名がないため、SmartScreen の警告が表示されることがあります。",
            "接続が表示されない場合は、`%APPDATA%\\Microsoft\\Network\\Connections` にある古いファイルを削除してから、もう一度プログラムを実行します。",
            "接続を確認します。",
        ]),
        Block::Heading("Azure VPN Client (Windows、macOS)"),
        Block::Steps(&[
            "左下の [+] > [インポート] で、新しいパッケージの `AzureVPN\\azurevpnconfig.xml` をインポートします。古いプロファイルは自動的には上書きされません。",
            "証明書認証の場合は、クライアント証明書を選択し直します。Microsoft Entra ID 認証の場合は、一度サインインします。",
            "接続を確認します。接続できたら、古いプロファイルを削除します。",
        ]),
        Block::Heading("OpenVPN クライアント (Windows、macOS、iOS、Linux)"),
        Block::Steps(&[
            "新しい `OpenVPN\\vpnconfig.ovpn` に、以前と同じようにクライアント証明書と秘密キーを記入します (`$CLIENTCERTIFICATE`、`$PRIVATEKEY`)。記入後のファイルは、他人に渡さないでください。",
            "クライアントの古いプロファイルを、新しいものに置き換えます。ほかの行も変わっている可能性があるため、新しいルート証明書だけを古いファイルに書き写さないでください。",
            "接続を確認します。",
        ]),
        Block::Heading("macOS、iOS (標準の VPN クライアント、IKEv2)"),
        Block::Steps(&[
            "新しい `Generic/VpnServerRoot.cer` をキーチェーンに登録します。`.cer_0` の場合は、コピーの拡張子を `.cer` に変更してから登録してください。iOS では、証明書をデバイスに送り、[設定] > [一般] > [VPN とデバイス管理] でインストールした後、[設定] > [一般] > [情報] > [証明書信頼設定] で有効にします。",
            "サーバー アドレスとリモート ID は、`Generic/VpnSettings.xml` の `<VpnServer>` の値です。変わっている場合は修正します。",
            "接続を確認します。デバイス管理で構成プロファイルを配布している場合は、新しいルート証明書を含めて作成し直してください。",
        ]),
        Block::Heading("strongSwan (Linux)"),
        Block::Steps(&[
            "新しいルート証明書をすべて `/etc/ipsec.d/cacerts` に置きます。NetworkManager を使用している場合は、ゲートウェイの証明書として選択します。",
            "サーバーのアドレス (`right`、`rightid`) が `Generic/VpnSettings.xml` の `<VpnServer>` と一致していることを確認します。",
            "`sudo ipsec restart` を実行し、続けて `sudo ipsec up azure` を実行します (接続名はお使いのものに置き換えてください)。",
        ]),
        Block::Paragraph(
            "Linux 用の Azure VPN Client は別のプログラムです。{rotation-year} 年の Azure のページには、プロファイルを更新するサポート対象の方法がないと記載されています。提供終了の予定日は{linux-retired}でした。",
        ),
        Block::Heading("Microsoft Intune での配布"),
        Block::Steps(&[
            "Azure VPN Client の場合は、新しい `azurevpnconfig.xml` の `<AzVpnProfile>` の内側を、プロファイル XML の `<CustomConfiguration>` に貼り付け、`<ServerUrlList>` を新しいアドレスにします。",
            "カスタム プロファイル (OMA-URI `./User/Vendor/MSFT/VPNv2/<名前>/ProfileXML`) の XML を置き換えて保存します。割り当て先のデバイスには、次回の同期で反映されます。",
            "標準の VPN クライアントの場合は、先に新しいルート証明書を [信頼された証明書] プロファイルで配布し、その後で VPN プロファイルを配布します。",
            "デバイスごとの状態を確認します。同期していないデバイスには、まだ反映されていません。",
        ]),
        Block::Paragraph(
            "以上の手順は Azure のページに基づくもので、実際のデバイスでは試していません ([情報源](#sources))。",
        ),
    ],
};

pub(super) const CHECKLIST: Section = Section {
    heading: "印刷用のクライアント一覧",
    blocks: &[
        Block::Paragraph(
            "めったに使わないものも含めて、クライアント 1 台につき 1 行を使います。ポータルのゲートウェイの [ポイント対サイト セッション] で確認できるのは現在接続中のクライアントだけで、接続していないクライアントは表示されません。",
        ),
        Block::Generated(Generated::Checklist),
    ],
};

pub(super) const CHECKLIST_WORDS: ChecklistWords = ChecklistWords {
    caption: "クライアント",
    top: [
        "ゲートウェイ:",
        "パッケージのダウンロード日:",
        "作業の期限:",
    ],
    head: [
        "デバイス、利用者",
        "クライアントの種類",
        "新しいパッケージ",
        "すべてのルート証明書",
        "接続確認",
        "日付、担当者",
    ],
    print: "この一覧を印刷",
};
