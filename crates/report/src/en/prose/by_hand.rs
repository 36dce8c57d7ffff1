//! The check by hand and its limits, in English.

use crate::prose::{Block, Section};

pub(super) const BY_HAND: Section = Section {
    heading: "How to check by hand",
    blocks: &[
        Block::Heading("Resource Manager"),
        Block::Steps(&[
            "[Download the VPN client package](#get-package): in the portal under Virtual network gateways > the gateway > Point-to-site configuration > Download VPN client, or with PowerShell.",
            "Unzip it and open `VpnSettings.xml` (the notice writes `VPNSettings.xml`) in the folder `Generic`, in Notepad for instance.",
            "Find the names. Packages up to {singular-until} have `<ServerCertRootCn>` and `<ServerCertIssuerCn>`; newer ones have `<ServerCertsRootCn>` and `<ServerCertsIssuerCn>`, each with one `<string>` or more inside. Read all of them.",
            "If every one of them says \"{retiring}\" or \"{current}\", the names point to a public CA, and then the {notice-year} change does not concern you. The notice itself names the first one only.",
            "Check the certificate as well, for a name alone proves little. Make a copy of `VpnServerRoot.cer` (in newer packages of `VpnServerRoot.cer_0`, and rename the copy to `VpnServerRoot.cer`), open it by double click, and compare the thumbprint on the Details tab with the list below. Do the same with `.cer_1` and so on, if there are any.",
        ]),
        Block::Heading("No folder named Generic"),
        Block::Paragraph(
            "Packages of the classic deployment model have none, nor do some old ones and those of the Basic SKU. If there is an `.exe`, take the steps below from the fourth one on. If there is an `azurevpnconfig.xml`, compare the value of `<hash>` inside `<servervalidation>` with the list of thumbprints; the one inside `<clientauth>` is not the gateway's.",
        ),
        Block::Heading("Classic deployment model"),
        Block::Steps(&[
            "In the portal open Virtual networks (classic) > the network. Azure has retired this model: as a rule only packages kept from earlier are left.",
            "Open Point-to-site > Clients.",
            "Download VPN client (64-bit).",
            "The notice renames the `.exe` to `.zip` and extracts it. That works with 7-Zip, hardly with Windows Explorer, because it is not a zip inside; 7-Zip opens the `.exe` without renaming too.",
            "Open the `.cer` file in it on Windows.",
            "On the General tab, the issuer \"{retiring}\" (or \"{current}\") points to a public CA, so most likely not affected. Compare the thumbprint on the Details tab here as well.",
        ]),
        Block::Heading("Thumbprints (SHA-1) of the two roots"),
        Block::Points(&[
            "{retiring}: `{retiring-sha1}`",
            "{current}: `{current-sha1}`",
        ]),
    ],
};

pub(super) const LIMITS: Section = Section {
    heading: "What the check by hand can't tell",
    blocks: &[Block::Points(&[
        "Names are weak proof: anyone can make a certificate with the name \"{retiring}\". Only the whole certificate, or its thumbprint, tells.",
        "A root certificate is always issued by itself, a public one too. \"Issued by itself\" does not mean that it is the gateway's own.",
        "Other public roots are possible, Microsoft's for instance. A thumbprint that is not in the list does not prove a CA of the gateway's own.",
        "`RadiusServerRoot.cer` belongs to your RADIUS server. It tells nothing of the gateway.",
        "\"Not affected\" is about {notice-year}. {retiring} is itself being retired: Chrome and Firefox stopped trusting it for web sites on {retiring-since}.",
        "A package is a picture of the day it was downloaded. What the gateway uses now, only a new package tells.",
    ])],
};
