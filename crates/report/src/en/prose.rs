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
                "From the VPN client package, this page tells whether that change concerns the clients set up with it, and whether the root they trust today is still a good one. It is about the gateway's server certificate, not about your own root or client certificates.",
            ),
            Block::Paragraph("This is not a Microsoft product."),
        ],
    },
    Section {
        id: "private",
        heading: "Why nothing can leave this page",
        blocks: &[
            Block::Paragraph(
                "The package is read inside this browser. Nothing is uploaded, and nothing is stored but your choice of language and theme.",
            ),
            Block::Paragraph(
                "You need not take our word for it: the page is delivered with a policy by which the browser itself refuses connections to other places. Switch off the network after the page has loaded, and it works all the same.",
            ),
        ],
    },
    Section {
        id: "by-hand",
        heading: "How to check by hand",
        blocks: &[
            Block::Heading("Resource Manager"),
            Block::Steps(&[
                "Download the VPN client package, in the portal under Virtual network gateways > the gateway > Point-to-site configuration > Download VPN client, or with PowerShell.",
                "Unzip it and open `VpnSettings.xml` in the folder `Generic`, in Notepad for instance.",
                "Packages up to 2022 have the elements `<ServerCertRootCn>` and `<ServerCertIssuerCn>`. Newer ones have `<ServerCertsRootCn>` and `<ServerCertsIssuerCn>`, each with one `<string>` or more inside. Read both.",
                "Both say \"DigiCert Global Root CA\" or \"DigiCert Global Root G2\": that is a public CA, and the 2019 change does not concern you. Anything else: go on to the certificate.",
                "Check the certificate, for a name alone proves little. Copy `VpnServerRoot.cer` (in newer packages rename `VpnServerRoot.cer_0` to `VpnServerRoot.cer`), open it by double click, and compare the thumbprint on the Details tab with the list below.",
            ]),
            Block::Heading("Classic deployment model"),
            Block::Steps(&[
                "In the portal open Virtual networks (classic) > the network > Point-to-site > Clients and download VPN client (64-bit).",
                "Unpack the `.exe` with 7-Zip. Renaming it to `.zip` helps in 7-Zip only: Windows Explorer cannot open it, because it is not a zip inside.",
                "Open the `.cer` file in it. On the General tab, the issuer \"DigiCert Global Root CA\" means public CA; compare the thumbprint here as well.",
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
            "\"Not affected\" is about 2019. DigiCert Global Root CA is itself being retired: Chrome and Firefox stopped trusting it for web sites on 15 April 2026.",
            "A package is a picture of the day it was downloaded. What the gateway uses now, only a new package tells.",
        ])],
    },
];
