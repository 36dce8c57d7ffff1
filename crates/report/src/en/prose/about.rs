//! What the page answers, and why it sends nothing, in English.

use crate::prose::{Block, Section};

pub(super) const WHAT: Section = Section {
    heading: "What this page answers",
    blocks: &[
        Block::Paragraph(
            "An Azure VPN gateway shows its clients a server certificate. On gateways created before about {public-since} that certificate was signed by a CA of the gateway's own, and every change of that CA cut off all point-to-site clients. By {completed} these CAs had been replaced by public ones.",
        ),
        Block::Paragraph(
            "From the VPN client package, this page tells two things apart: whether that change concerns the clients set up with the package, and whether the root that they trust is still a good one today. Both are about the gateway's server certificate, not about your own root or client certificates.",
        ),
        Block::Paragraph("This is not a Microsoft product."),
    ],
};

pub(super) const PRIVATE: Section = Section {
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
};
