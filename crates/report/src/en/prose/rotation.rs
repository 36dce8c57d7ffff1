//! The root rotation of 2026, and the sources, in English.

use crate::prose::{Block, Section};

pub(super) const ROTATION: Section = Section {
    heading: "The root rotation of {rotation-year}",
    blocks: &[
        Block::Paragraph(
            "Since {rotation} there is something to do that the notice of {notice-year} knows nothing of: Azure replaces the public root certificates of its P2S gateways. \"Not affected\" for {notice-year} does not answer this.",
        ),
        Block::Heading("What is known, by whom and since when"),
        Block::Points(&[
            "Azure, {rotation}: Azure rotates the root certificates of P2S gateways from time to time. For a while a gateway has the old and the new certificate; on the deadline in the customer's own notification the old one is removed ([Azure's page]({rotation-about})).",
            "Azure, the same day: every client needs a new profile before that deadline, whatever the authentication, not only clients with certificates. One that has only the old root cannot connect afterwards. All root certificates of the package have to be imported ([how profiles are renewed]({rotation-update})).",
            "Azure, the same day: tunnel type, authentication, address pool and routes stay as they are, and it costs nothing. For the Azure VPN Client for Linux there is no supported way of renewing the profile.",
            "Azure, in one version of its questions and answers: after the deadline, the end of {rotation-deadline}, only the new certificate is valid. Another version names no date. What your own notification says comes first.",
            "DigiCert (ALERT86): Chrome and Firefox stopped trusting {retiring} for web sites on {retiring-since}.",
            "Microsoft (MC1193408): Microsoft Entra left {retiring} on {entra-left}.",
            "We, from the packages that we have seen: {current} appears from {current-seen} on, {retiring} for the last time in {retiring-seen}.",
        ]),
        Block::Heading("What is our inference"),
        Block::Inference(
            "That the rotation is about {retiring}. Azure's pages name neither the old root nor the new one; but they say that an operating system might distrust the old one, and this is the root which lost trust in {rotation-year}.",
        ),
        Block::Heading("What to do"),
        Block::Steps(&[
            "[Download the package](#get-package) of every gateway and check it here. \"{current}\" alone: nothing to do today.",
            "If it has only {retiring}: wait for the notification; it says from when on the new package is there, and the deadline. Download and check again then, and in any case in good time before the end of {rotation-deadline}. To ask for your gateway's date there is a [support request](#request).",
            "If it has both: import all root certificates on [every client](#reinstall), well before the deadline. Try a few clients first.",
            "Keep a [list of clients](#checklist).",
        ]),
        Block::Paragraph(
            "If a client stops connecting before the notification has come: by Azure's page its system may distrust the old root already. Install the previous root certificate on it again, and wait for the notification.",
        ),
    ],
};

pub(super) const SOURCES: Section = Section {
    heading: "Sources",
    blocks: &[
        Block::Paragraph(
            "All facts on this page were last looked up on {checked}. Pages may have changed since.",
        ),
        Block::Points(&[
            "The support notice of {notice} (Japanese): \"An important notice about point-to-site VPN\". It carries a banner that it is archived and may be out of date. This page tells it in words of its own.",
            "Named by the notice: \"Transition from self-signed to public CA certificates for P2S gateways\", [{page}]({page}). It was to be removed on {page-removed}, and it is gone.",
            "Named by the notice: \"Create and install VPN client configuration files for native Azure certificate authentication\", [{client-files}]({client-files}).",
            "The rotation: [{rotation-about}]({rotation-about}) and [{rotation-update}]({rotation-update}), {rotation}.",
            "Commands: the reference pages of `New-AzVpnClientConfiguration` (Az.Network) and of `az network vnet-gateway vpn-client generate`.",
            "Clients: Azure's pages on native clients, the Azure VPN Client, strongSwan and Intune, {client-pages}.",
            "Error codes: Azure's troubleshooting page of {troubleshooting-day}, Microsoft's knowledge base 2980667, and Richard Hicks' pages on Always On VPN.",
        ]),
    ],
};
