//! How to reinstall each kind of client, and the printable list of clients, in English.

use crate::prose::{Block, ChecklistWords, Generated, Section};

pub(super) const REINSTALL: Section = Section {
    heading: "Reinstalling, client by client",
    blocks: &[
        Block::Paragraph(
            "Every client needs the new package, whatever the authentication: certificates, Microsoft Entra ID or RADIUS. Try one client first. Your own client certificates stay where they are. If the package holds several root certificates (`VpnServerRoot.cer_0`, `.cer_1` and so on), every client needs all of them.",
        ),
        Block::Heading("Windows, built-in client"),
        Block::Steps(&[
            "Remove the old connection: Settings > Network & internet > VPN > the connection > Remove.",
            "From the new package run `WindowsAmd64\\VpnClientSetupAmd64.exe` (on 32-bit Windows `WindowsX86\\VpnClientSetupX86.exe`), or the script `WindowsPowershell\\VpnProfileSetup.ps1` where there is one. SmartScreen may warn, for the program is not signed.",
            "If the connection does not appear afterwards: delete its old files under `%APPDATA%\\Microsoft\\Network\\Connections` and run the program again.",
            "Connect.",
        ]),
        Block::Heading("Azure VPN Client (Windows, macOS)"),
        Block::Steps(&[
            "Import `AzureVPN\\azurevpnconfig.xml` of the new package with the plus sign at the bottom left > Import. The new profile does not overwrite the old one by itself.",
            "With certificates: choose the client certificate again. With Microsoft Entra ID: sign in once.",
            "Connect. When that works, remove the old profile.",
        ]),
        Block::Heading("OpenVPN client (Windows, macOS, iOS, Linux)"),
        Block::Steps(&[
            "Take the new `OpenVPN\\vpnconfig.ovpn` and put your client certificate and its private key into it, as you did with the old one (`$CLIENTCERTIFICATE`, `$PRIVATEKEY`). That file is a secret from then on.",
            "Replace the old profile in the client by the new one. Do not copy the new root into the old file: other lines may have changed too.",
            "Connect.",
        ]),
        Block::Heading("macOS and iOS, built-in client (IKEv2)"),
        Block::Steps(&[
            "Install the new `Generic/VpnServerRoot.cer` in the keychain; rename a copy of `.cer_0` to `.cer` first. On iOS send the certificate to the device, install it under Settings > General > VPN & Device Management, and switch it on under Settings > General > About > Certificate Trust Settings.",
            "Server address and remote ID are the value of `<VpnServer>` in `Generic/VpnSettings.xml`. Correct them if they have changed.",
            "Connect. A profile that your device management distributes has to be made anew with the new root.",
        ]),
        Block::Heading("strongSwan (Linux)"),
        Block::Steps(&[
            "Put the new root certificate (every one of them) into `/etc/ipsec.d/cacerts`, or in NetworkManager choose it as the gateway's certificate.",
            "Compare the server's address (`right`, `rightid`) with `<VpnServer>` in `Generic/VpnSettings.xml`.",
            "`sudo ipsec restart`, then `sudo ipsec up azure`, with the name of your own connection.",
        ]),
        Block::Paragraph(
            "The Azure VPN Client for Linux is another program: Azure's pages of {rotation-year} name no supported way of renewing its profile, and it was to be retired on {linux-retired}.",
        ),
        Block::Heading("Distributed with Microsoft Intune"),
        Block::Steps(&[
            "Azure VPN Client: put the content of the new `azurevpnconfig.xml` (what stands inside `<AzVpnProfile>`) into `<CustomConfiguration>` of your profile's XML, and the new address into `<ServerUrlList>`.",
            "Replace the XML in the custom profile (OMA-URI `./User/Vendor/MSFT/VPNv2/<name>/ProfileXML`), and save it: assigned devices fetch it at their next sync.",
            "Built-in clients: distribute the new root certificate as a trusted certificate profile before the VPN profile that needs it.",
            "Look at the status by device: one that has not been seen has not got it.",
        ]),
        Block::Paragraph(
            "We have not tried these steps on devices: they follow Azure's own pages ([sources](#sources)).",
        ),
    ],
};

pub(super) const CHECKLIST: Section = Section {
    heading: "A list of clients, to print",
    blocks: &[
        Block::Paragraph(
            "One line for each client, seldom used ones too. In the portal, Point-to-site sessions of the gateway shows who is connected now; it does not show who is not.",
        ),
        Block::Generated(Generated::Checklist),
    ],
};

pub(super) const CHECKLIST_WORDS: ChecklistWords = ChecklistWords {
    caption: "Clients",
    top: ["Gateway:", "Package downloaded on:", "To be done by:"],
    head: [
        "Device, user",
        "Client",
        "New package",
        "All roots",
        "Connected",
        "Date, initials",
    ],
    print: "Print this list",
};
