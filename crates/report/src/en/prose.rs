//! The prose of the page in English.

use crate::prose::{Block, Section};

pub(crate) const SECTIONS: &[Section] = &[
    Section {
        id: "what",
        heading: "What this page answers",
        blocks: &[
            Block::Paragraph(
                "An Azure VPN gateway shows its clients a server certificate. Until about July 2017 that certificate was signed by a CA of the gateway's own, and every change of that CA cut off all point-to-site clients. In spring 2019 these CAs were replaced by public ones.",
            ),
            Block::Paragraph(
                "From the VPN client package, this page tells two things apart: whether that change concerns the clients set up with the package, and whether the root that they trust is still a good one today. Both are about the gateway's server certificate, not about your own root or client certificates.",
            ),
            Block::Paragraph("This is not a Microsoft product."),
        ],
    },
    Section {
        id: "private",
        heading: "Why nothing can leave this page",
        blocks: &[
            Block::Paragraph(
                "The package is read inside this browser. Nothing is uploaded, and nothing is stored but your choice of language and colours.",
            ),
            Block::Paragraph("You need not take our word for it:"),
            Block::Points(&[
                "The page is delivered with a policy (Content-Security-Policy) by which the browser itself refuses connections to other places.",
                "Switch off the network once the page has loaded: it works all the same.",
                "Open the browser's developer tools (F12) and their Network tab before you choose a file: no request is made.",
            ]),
        ],
    },
    Section {
        id: "by-hand",
        heading: "How to check by hand",
        blocks: &[
            Block::Heading("Resource Manager"),
            Block::Steps(&[
                "Download the VPN client package: in the portal under Virtual network gateways > the gateway > Point-to-site configuration > Download VPN client, or with PowerShell.",
                "Unzip it and open `VpnSettings.xml` in the folder `Generic`, in Notepad for instance.",
                "Find the names. Packages up to 2022 have `<ServerCertRootCn>` and `<ServerCertIssuerCn>`; newer ones have `<ServerCertsRootCn>` and `<ServerCertsIssuerCn>`, each with one `<string>` or more inside. Read all of them.",
                "If every one of them says \"DigiCert Global Root CA\" or \"DigiCert Global Root G2\", the names speak for a public CA, and then the 2019 change does not concern you.",
                "Check the certificate as well, for a name alone proves little. Make a copy of `VpnServerRoot.cer` (in newer packages of `VpnServerRoot.cer_0`, and rename the copy to `VpnServerRoot.cer`), open it by double click, and compare the thumbprint on the Details tab with the list below. Do the same with `.cer_1` and so on, if there are any.",
            ]),
            Block::Heading("No folder named Generic"),
            Block::Paragraph(
                "Packages of the classic deployment model have none, nor do some old ones and those of the Basic SKU. If there is an `.exe`, take the steps below from the second one on. If there is an `azurevpnconfig.xml`, compare the value of `<hash>` inside `<servervalidation>` with the list of thumbprints; the one inside `<clientauth>` is not the gateway's.",
            ),
            Block::Heading("Classic deployment model"),
            Block::Steps(&[
                "In the portal open Virtual networks (classic) > the network > Point-to-site > Clients and download VPN client (64-bit). Azure has retired this model: as a rule only packages kept from earlier are left.",
                "Open the `.exe` with 7-Zip and extract it. Renaming it to `.zip` does not make Windows Explorer open it, because it is not a zip inside.",
                "Open the `.cer` file in it. On the General tab, the issuer \"DigiCert Global Root CA\" or \"DigiCert Global Root G2\" speaks for a public CA; compare the thumbprint on the Details tab here as well.",
            ]),
            Block::Heading("Thumbprints (SHA-1) of the two roots"),
            Block::Points(&[
                "DigiCert Global Root CA: `a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436`",
                "DigiCert Global Root G2: `df3c24f9bfd666761b268073fe06d1cc8d4f82a4`",
            ]),
        ],
    },
    Section {
        id: "by-hand-limits",
        heading: "What the check by hand can't tell",
        blocks: &[Block::Points(&[
            "Names are weak proof: anyone can make a certificate with the name \"DigiCert Global Root CA\". Only the whole certificate, or its thumbprint, tells.",
            "A root certificate is always issued by itself, a public one too. \"Issued by itself\" does not mean that it is the gateway's own.",
            "Other public roots are possible, Microsoft's for instance. A thumbprint that is not in the list does not prove a CA of the gateway's own.",
            "`RadiusServerRoot.cer` belongs to your RADIUS server. It tells nothing of the gateway.",
            "\"Not affected\" is about 2019. DigiCert Global Root CA is itself being retired: Chrome and Firefox stopped trusting it for web sites on 15 April 2026.",
            "A package is a picture of the day it was downloaded. What the gateway uses now, only a new package tells.",
        ])],
    },
];
