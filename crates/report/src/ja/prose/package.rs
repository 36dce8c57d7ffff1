//! How to get the package, and where to find a gateway's creation date, in Japanese.

use crate::prose::{Block, Section};

pub(super) const GET_PACKAGE: Section = Section {
    heading: "パッケージの入手方法",
    blocks: &[
        Block::Paragraph(
            "パッケージは、ゲートウェイごと、仮想 WAN のハブごと、仮想 WAN のプロファイルごとに異なります。ダウンロードしたファイルは、展開せずにそのままこのページで選択してください。`azurevpnconfig.xml` と `vpnconfig.ovpn` にはキーが含まれているため、メールで送ったり、ほかの場所に貼り付けたりしないでください。",
        ),
        Block::Heading("Resource Manager (ポータル)"),
        Block::Steps(&[
            "[仮想ネットワーク ゲートウェイ] > 対象のゲートウェイ > [ポイント対サイトの構成] を開きます。",
            "上部の [VPN クライアントのダウンロード] を選択します。ファイルの生成には数分かかります。",
        ]),
        Block::Heading("Resource Manager (コマンド)"),
        Block::Paragraph(
            "引用符の中を、お使いの環境の名前に置き換えてください。証明書認証と Microsoft Entra ID 認証では `EapTls`、パスワードを使う RADIUS 認証では `EapMSChapv2` を指定します。",
        ),
        Block::Commands(
            "PowerShell (Az.Network)",
            "$config = New-AzVpnClientConfiguration -ResourceGroupName '<リソース グループ>' -Name '<ゲートウェイ>' -AuthenticationMethod EapTls\nInvoke-WebRequest -Uri $config.VpnProfileSASUrl -OutFile vpnclient.zip",
        ),
        Block::Commands(
            "Azure CLI (bash)",
            "url=$(az network vnet-gateway vpn-client generate --resource-group '<リソース グループ>' --name '<ゲートウェイ>' --authentication-method EAPTLS --output tsv)\ncurl --fail --output vpnclient.zip \"$url\"",
        ),
        Block::Heading("サブスクリプション内のすべてのゲートウェイ"),
        Block::Paragraph(
            "選択中のサブスクリプションにあるすべてのゲートウェイのパッケージをダウンロードします。ポイント対サイトを使用していないゲートウェイと ExpressRoute のゲートウェイは、警告を表示してスキップします。ダウンロードが終わったら、フォルダーごとこのページで選択してください。",
        ),
        Block::Commands(
            "PowerShell (Az.Resources、Az.Network)",
            "foreach ($gateway in Get-AzResource -ResourceType Microsoft.Network/virtualNetworkGateways) {\n    try {\n        $config = New-AzVpnClientConfiguration -ResourceGroupName $gateway.ResourceGroupName -Name $gateway.Name -AuthenticationMethod EapTls -ErrorAction Stop\n        Invoke-WebRequest -Uri $config.VpnProfileSASUrl -OutFile \"$($gateway.ResourceGroupName)-$($gateway.Name).zip\"\n    } catch {\n        Write-Warning \"$($gateway.ResourceGroupName)/$($gateway.Name): $_\"\n    }\n}",
        ),
        Block::Commands(
            "Azure CLI (bash)",
            "az resource list --resource-type Microsoft.Network/virtualNetworkGateways --query '[].[resourceGroup, name]' --output tsv |\nwhile IFS=$'\\t' read -r group name; do\n    url=$(az network vnet-gateway vpn-client generate --resource-group \"$group\" --name \"$name\" --authentication-method EAPTLS --output tsv </dev/null) &&\n        curl --fail --silent --show-error --output \"$group-$name.zip\" \"$url\" ||\n        echo \"$group/$name: パッケージなし\" >&2\ndone",
        ),
        Block::Paragraph(
            "これらのコマンドは、Azure のリファレンスに基づくもので、Azure では実行していません ([情報源](#sources))。",
        ),
        Block::Heading("仮想 WAN"),
        Block::Paragraph(
            "グローバル プロファイルは、対象の仮想 WAN > [ユーザー VPN 構成] > 対象の構成 > [仮想 WAN ユーザー VPN プロファイルのダウンロード] から、ハブのプロファイルは、対象のハブ > [ユーザー VPN (ポイント対サイト)] > [仮想ハブ ユーザー VPN プロファイルのダウンロード] からダウンロードします。",
        ),
        Block::Heading("クラシック デプロイ モデル"),
        Block::Paragraph(
            "ポータル > [仮想ネットワーク (クラシック)] > 対象のネットワーク > [ポイント対サイト] > [クライアント] > [VPN クライアント (64 ビット)]。このモデルのゲートウェイは{classic-retired}に提供が終了しており、通常は以前に保存したパッケージだけが残っています。このパッケージを取得するコマンドは、クラシック用の PowerShell モジュールにも Azure CLI にも見つかりませんでした。クラシックの API には、同じプログラムを作成する操作 ([Generate VPN Client Package]({classic-operation})) がありました。",
        ),
        Block::Paragraph(
            "設定済みのクライアントでは、`%APPDATA%\\Microsoft\\Network\\Connections\\Cm` にプロファイルがあります。このフォルダーを選択して確認することもできます。",
        ),
    ],
};

pub(super) const CREATION_DATE: Section = Section {
    heading: "ゲートウェイの作成日の確認方法",
    blocks: &[
        Block::Paragraph(
            "作成日で区別できるのはタイプ A とタイプ C で、パッケージが公的証明機関を示している場合に限ります。「影響あり」「影響なし」の判定は変わりません。",
        ),
        Block::Points(&[
            "ポータル > ゲートウェイのリソース グループ > [設定] > [デプロイ]: 履歴が残っていれば、ゲートウェイを作成したデプロイの日付を確認できます。",
            "ポータル > [Cloud Shell] (Bash): 次のコマンドで、サブスクリプション内のすべてのゲートウェイについて確認できます (Created 列)。",
        ]),
        Block::Commands(
            "Azure CLI (bash、PowerShell)",
            "az resource list --resource-type Microsoft.Network/virtualNetworkGateways --query '[].{Name:name, Group:resourceGroup, Created:createdTime}' --output table",
        ),
        Block::Paragraph(
            "アクティビティ ログが保存されるのは 90 日間だけです。ゲートウェイを削除して作成し直した場合は、作成し直した日になります。タイム ゾーンによる 1 日程度の違いは問題になりません。境目にあたる {sure-old}から{sure-c}の前日までは、作成日にかかわらずタイプを特定しないためです。",
        ),
    ],
};
