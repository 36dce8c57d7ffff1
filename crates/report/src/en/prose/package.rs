//! How to get the package, and where to find a gateway's creation date, in English.

use crate::prose::{Block, Section};

pub(super) const GET_PACKAGE: Section = Section {
    heading: "How to get the right package",
    blocks: &[
        Block::Paragraph(
            "Every gateway, every Virtual WAN hub and every Virtual WAN profile has a package of its own. Choose it on this page as it was downloaded, without unpacking it. Do not mail or paste `azurevpnconfig.xml` and `vpnconfig.ovpn`: they hold a key.",
        ),
        Block::Heading("Resource Manager, in the portal"),
        Block::Steps(&[
            "Open Virtual network gateways > the gateway > Point-to-site configuration.",
            "Choose Download VPN client at the top. Making the file takes some minutes.",
        ]),
        Block::Heading("Resource Manager, with commands"),
        Block::Paragraph(
            "Put your own names between the quotes. `EapTls` is right for certificates and for Microsoft Entra ID; for RADIUS with passwords it is `EapMSChapv2`.",
        ),
        Block::Commands(
            "PowerShell (Az.Network)",
            "$config = New-AzVpnClientConfiguration -ResourceGroupName '<resource group>' -Name '<gateway>' -AuthenticationMethod EapTls\nInvoke-WebRequest -Uri $config.VpnProfileSASUrl -OutFile vpnclient.zip",
        ),
        Block::Commands(
            "Azure CLI (bash)",
            "url=$(az network vnet-gateway vpn-client generate --resource-group '<resource group>' --name '<gateway>' --authentication-method EAPTLS --output tsv)\ncurl --fail --output vpnclient.zip \"$url\"",
        ),
        Block::Heading("All gateways of a subscription"),
        Block::Paragraph(
            "Each loop downloads the package of every gateway of the subscription that is selected. Gateways without point-to-site, and those of ExpressRoute, are reported and passed over. Then choose the whole folder on this page.",
        ),
        Block::Commands(
            "PowerShell (Az.Resources, Az.Network)",
            "foreach ($gateway in Get-AzResource -ResourceType Microsoft.Network/virtualNetworkGateways) {\n    try {\n        $config = New-AzVpnClientConfiguration -ResourceGroupName $gateway.ResourceGroupName -Name $gateway.Name -AuthenticationMethod EapTls -ErrorAction Stop\n        Invoke-WebRequest -Uri $config.VpnProfileSASUrl -OutFile \"$($gateway.ResourceGroupName)-$($gateway.Name).zip\"\n    } catch {\n        Write-Warning \"$($gateway.ResourceGroupName)/$($gateway.Name): $_\"\n    }\n}",
        ),
        Block::Commands(
            "Azure CLI (bash)",
            "az resource list --resource-type Microsoft.Network/virtualNetworkGateways --query '[].[resourceGroup, name]' --output tsv |\nwhile IFS=$'\\t' read -r group name; do\n    url=$(az network vnet-gateway vpn-client generate --resource-group \"$group\" --name \"$name\" --authentication-method EAPTLS --output tsv </dev/null) &&\n        curl --fail --silent --show-error --output \"$group-$name.zip\" \"$url\" ||\n        echo \"$group/$name: no package\" >&2\ndone",
        ),
        Block::Paragraph(
            "We have not run these commands against Azure: they follow its own reference pages ([sources](#sources)).",
        ),
        Block::Heading("Virtual WAN"),
        Block::Paragraph(
            "The global profile: the Virtual WAN > User VPN configurations > the configuration > Download virtual WAN user VPN profile. The profile of one hub: the hub > User VPN (Point to site) > Download virtual Hub User VPN profile.",
        ),
        Block::Heading("Classic deployment model"),
        Block::Paragraph(
            "Portal > Virtual networks (classic) > the network > Point-to-site > Clients > VPN client (64-bit). These gateways were retired on {classic-retired}; as a rule only packages kept from earlier are left. We found no command for them, neither in the PowerShell module of the classic model nor in the Azure CLI. The model's programming interface had an operation that made the same program, [Generate VPN Client Package]({classic-operation}).",
        ),
        Block::Paragraph(
            "On a client that was set up, the profile lies under `%APPDATA%\\Microsoft\\Network\\Connections\\Cm`: that folder can be chosen on this page too.",
        ),
    ],
};

pub(super) const CREATION_DATE: Section = Section {
    heading: "Where to find a gateway's creation date",
    blocks: &[
        Block::Paragraph(
            "The date tells type A from type C, and only where the package names a public CA. It changes neither \"affected\" nor \"not affected\".",
        ),
        Block::Points(&[
            "Portal > the resource group of the gateway > Settings > Deployments: the deployment that made the gateway has a date, as long as the list goes back that far.",
            "Portal > Cloud Shell (bash), for all gateways of the subscription, with the command below: the column Created.",
        ]),
        Block::Commands(
            "Azure CLI (bash, PowerShell)",
            "az resource list --resource-type Microsoft.Network/virtualNetworkGateways --query '[].{Name:name, Group:resourceGroup, Created:createdTime}' --output table",
        ),
        Block::Paragraph(
            "The activity log keeps only 90 days. A gateway that was deleted and made anew counts from the new day. A day more or less, as time zones have it, does not matter: from {sure-old} to the day before {sure-c}, where the border lies, the type stays open whatever the date.",
        ),
    ],
};
