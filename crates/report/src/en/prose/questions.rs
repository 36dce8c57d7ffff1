//! Frequently asked questions, and the error codes that clients show, in English.

use crate::prose::{Block, ErrorCode, ErrorWords, Generated, Section};

pub(super) const NARROWER_TIME: Section = Section {
    heading: "Can a narrower time be chosen inside the maintenance?",
    blocks: &[
        Block::Paragraph(
            "No. To control the moment exactly, one deletes the gateway and creates it again: the new one has a certificate of a public CA.",
        ),
        Block::Paragraph(
            "That has its price: the gateway's public IP address changes. A site-to-site VPN on the same gateway needs its configuration changed on the other side, and until the new gateway stands no VPN works at all. The packages of the new gateway have to be installed on every client in this case too.",
        ),
    ],
};

pub(super) const OWN_CERTIFICATES: Section = Section {
    heading: "Are our root certificates and revoked certificates on the gateway affected?",
    blocks: &[Block::Paragraph(
        "No. The root certificates and the revoked certificates that you configured on the gateway are for the authentication of your clients. They stay as they are, and no client certificate has to be issued again.",
    )],
};

pub(super) const IN_USE: Section = Section {
    heading: "How do I see whether point-to-site is in use?",
    blocks: &[
        Block::Paragraph(
            "Resource Manager, for example: [portal](https://portal.azure.com/) > Virtual network gateways > the gateway > Point-to-site configuration. \"Point-to-site is not configured\" means: not in use.",
        ),
        Block::Paragraph(
            "Classic: Virtual networks (classic) > the network > Point-to-site > Clients > Manage certificates. \"No certificates\" means: not in use.",
        ),
    ],
};

pub(super) const NO_GENERIC: Section = Section {
    heading: "There is no Generic folder in my package",
    blocks: &[
        Block::Paragraph(
            "Then it is probably a package of the classic deployment model: check it as described there ([check by hand](#by-hand)), or choose its `.exe` on this page.",
        ),
        Block::Paragraph(
            "By Azure's pages the folder is also missing where IKEv2 was not chosen as a tunnel type, and on the Basic SKU; yet the OpenVPN-only packages that we have seen had it. The `.exe`, `azurevpnconfig.xml` or `vpnconfig.ovpn` of such a package can answer as well.",
        ),
    ],
};

pub(super) const PRESENTS_NOW: Section = Section {
    heading: "What certificate does the gateway present now?",
    blocks: &[
        Block::Paragraph(
            "Where SSTP is switched on, the gateway answers like a web server, and `openssl` shows its chain. Put the gateway's address (`<VpnServer>`) in the place of the name:",
        ),
        Block::Commands(
            "OpenSSL (bash)",
            "openssl s_client -connect '<gateway address>:443' -servername '<gateway address>' -showcerts </dev/null",
        ),
        Block::Paragraph(
            "We have not tested this against a gateway. With IKEv2 or OpenVPN alone nothing answers in this way. No new SSTP can be switched on after {sstp-last}, and it ends on {sstp-ends}. The chain tells the present; what the clients trust is told by their package.",
        ),
    ],
};

pub(super) const SOVEREIGN: Section = Section {
    heading: "Does this hold for the sovereign clouds (China, US Government)?",
    blocks: &[Block::Paragraph(
        "Not tested. We have never seen a package of one of them: their host names, roots and dates may differ, and neither the notice nor Azure's pages say. We say so because an answer that looks the same could be wrong there. The checker treats such a package like any other: what is not a root that it knows, it does not call safe.",
    )],
};

pub(super) const ERROR_CODES: Section = Section {
    heading: "Error codes that clients show",
    blocks: &[
        Block::Paragraph(
            "Windows shows the same code in different ways, 0x800B0109 as -2146762487 for instance. Both are listed.",
        ),
        Block::Generated(Generated::Mount("error-code")),
        Block::Generated(Generated::ErrorCodes),
        Block::Points(&[
            "macOS, in the log: `eaptls_verify_server … status 6 0` (server certificate not trusted): install the root of the new package ([how](#reinstall)).",
            "macOS: the name in the gateway's certificate (`<guid>.vpn.azure.com`) differs from the address dialled (`azuregateway-…`). That is normal.",
        ]),
        Block::Inference(
            "0x800B0109 is probably what a client with an old package shows over SSTP after the change; over IKEv2 it is 13801.",
        ),
    ],
};

pub(super) fn error(code: ErrorCode) -> ErrorWords {
    match code {
        ErrorCode::UntrustedRoot => ErrorWords {
            says: "The gateway's certificate chain ends in a root that this client does not trust.",
            to_do: "The client's package is probably old. [Download it again](#get-package), [check it](#by-hand) and [reinstall](#reinstall) it.",
        },
        ErrorCode::Expired => ErrorWords {
            says: "The gateway's certificate has expired, or the client's clock is wrong.",
            to_do: "Check the date on the client. If it is right, ask Azure support about this gateway.",
        },
        ErrorCode::Credentials => ErrorWords {
            says: "IKEv2: the credentials are unacceptable. The client does not trust the gateway's certificate, or the gateway refuses the client's.",
            to_do: "[Reinstall](#reinstall) the new package. If that does not help, check the client certificate.",
        },
        ErrorCode::MachineCertificate => ErrorWords {
            says: "IKEv2: no valid machine certificate was found.",
            to_do: "Check the client certificate. The gateway's certificate is not concerned.",
        },
        ErrorCode::Validator => ErrorWords {
            says: "The certificate that validates the gateway's is not in the client's store of root certificates.",
            to_do: "[Reinstall](#reinstall) the new package, with all of its roots.",
        },
        ErrorCode::ClientCertificate => ErrorWords {
            says: "No client certificate was found that can be used (EAP).",
            to_do: "Install the client certificate in the user's personal store. The gateway's certificate is not concerned.",
        },
        ErrorCode::Message => ErrorWords {
            says: "The message was unexpected or badly formatted: your client root is missing on the gateway, damaged or expired.",
            to_do: "Check the root certificates in the gateway's point-to-site configuration; upload yours again.",
        },
        ErrorCode::Routes => ErrorWords {
            says: "The script that sets the routes failed.",
            to_do: "Connect from Windows' list of connections, not by a shortcut. Certificates are not concerned.",
        },
    }
}
