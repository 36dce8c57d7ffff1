//! The maintenance of 2019: its windows, the support request, and what to do about an affected gateway (in English).

use crate::prose::{Block, Generated, Section, WindowWords};
use p2s_verdict::notices::Stage;

pub(super) const SECTION: Section = Section {
    heading: "The maintenance and its windows",
    blocks: &[
        Block::Paragraph(
            "By the notice, the maintenance starts automatically on {automatic-jst} Japan time (JST, UTC+9), which is {automatic-utc} UTC. Every type B gateway then gets a certificate of a public CA, whatever its age. When, after that moment, a given gateway's turn comes can be neither known beforehand nor chosen.",
        ),
        Block::Paragraph(
            "To have it done earlier and at a known time, one may ask for one of four windows by [support request](#request). The gateways are worked through one after another from the window's time on, and this is planned to be finished within several hours.",
        ),
        Block::Generated(Generated::Windows),
        Block::Points(&[
            "How it starts: on the side of Azure, by itself. Nothing has to be clicked.",
            "How long it takes: several hours for all gateways of a window, as planned; up to {gateway-hours} hours for one gateway, by a later version of Azure's page. The state above reads \"several hours\" as {hours} hours after the start: that is our reading. The automatic maintenance was completed on {completed}.",
            "What can't be chosen: the order of the gateways, the minute of one gateway's turn, and leaving it out. See [Can a narrower time be chosen?](#q-narrower-time)",
            "Azure's page gave the same times in UTC, and asked for requests at least {ahead-hours} hours ahead.",
        ]),
        Block::Generated(Generated::Weeks),
    ],
};

pub(super) const WORDS: WindowWords = WindowWords {
    caption: "The five windows",
    head: [
        "Window",
        "Japan (JST)",
        "UTC",
        "Your time",
        "State",
        "Calendar",
    ],
    automatic: "Automatic",
    on_request: "Window {} (on request)",
    from: "from {}",
    states: ["upcoming", "under way", "past"],
    save: ".ics",
    save_all: "All five windows as one calendar file (.ics)",
    event: "Azure P2S VPN gateways: certificate change ({})",
    description: "From {} Japan time (JST, UTC+9) on, type B gateways get a certificate of a public CA, one after another. Afterwards their P2S clients cannot connect until the VPN client package has been downloaded again and reinstalled. The end is a reading of \"several hours\" ({hours}); the automatic maintenance was completed on {completed}. Not a Microsoft product.",
};

pub(super) const REQUEST: Section = Section {
    heading: "The support request",
    blocks: &[
        Block::Paragraph(
            "The request has to be opened on the gateway itself, or give the gateway's name and the ID of its subscription. Opened on the gateway, it needs neither: portal > Virtual network gateways > the gateway > Help > New support request.",
        ),
        Block::Paragraph(
            "A package holds the gateway's address and the name of its network, but neither the gateway's name nor the subscription. Both stand in the portal: Virtual network gateways lists the gateways by name, and the Overview of the gateway shows the Subscription ID. The column Virtual network, or the gateway's Overview, tells which of them belongs to the network named in the package.",
        ),
        Block::AtStage(
            Stage::Past,
            &[Block::Paragraph(
                "All windows have passed; none can be requested any more. One request still makes sense: to ask whether the root rotation of {rotation-year} has a date for your gateway.",
            )],
        ),
        Block::AtStage(
            Stage::UnderWay,
            &[Block::Paragraph(
                "Windows that have begun can't be requested any more. A gateway without a requested window has its turn from {automatic-jst} (JST) on.",
            )],
        ),
        Block::AtStage(
            Stage::Upcoming,
            &[Block::Paragraph(
                "The request has to be made and settled at least {ahead-hours} hours before the window, by Azure's page.",
            )],
        ),
        Block::Generated(Generated::Mount("request")),
    ],
};

pub(super) const AFFECTED: Section = Section {
    heading: "What to do about an affected (type B) gateway",
    blocks: &[
        Block::Heading("Before its turn"),
        Block::Steps(&[
            "Choose: [request one of the four windows](#request), or wait for the automatic maintenance.",
            "Tell your users when the connection will end, and that the package will have to be installed again.",
            "Prepare the [list of clients](#checklist): every one of them has to be set up again, those that are seldom used as well.",
        ]),
        Block::Heading("Afterwards"),
        Block::Steps(&[
            "P2S clients of the gateway cannot connect: this is expected. Site-to-site connections and the gateway's address stay as they are.",
            "[Download the VPN client package again](#get-package), in the portal or with PowerShell. Nothing in the old one can be repaired.",
            "Check the new package with this page: it should name a public CA.",
            "[Reinstall it on every client](#reinstall). Your root and client certificates stay as they are.",
        ]),
        Block::Paragraph(
            "Since {completed} every gateway has had its turn. An affected package that is found today is an old one, so the steps under \"Afterwards\" hold for it.",
        ),
    ],
};
