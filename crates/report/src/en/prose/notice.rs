//! The current stage, the background of the 2019 notice, and the three gateway types, in English.

use crate::prose::{Block, Generated, PictureWords, Section};
use p2s_verdict::notices::Stage;

pub(super) const NOW: Section = Section {
    heading: "Where things stand",
    blocks: &[
        Block::AtStage(
            Stage::Past,
            &[
                Block::Paragraph(
                    "The maintenance is over. Every window lies in the past: the first began on {window-1-jst} (Japan time, JST), the automatic maintenance on {automatic-jst} (JST), and all of it was completed on {completed}. Nothing of it can be chosen or moved any more.",
                ),
                Block::Paragraph(
                    "For a package that is found now this means: if it names a CA of the gateway's own, it was made before the change. The clients set up from it have most likely been unable to connect since. [Download a new package](#get-package) and [install it on every client](#reinstall). If it names a public CA, the maintenance of {notice-year} does not concern it.",
                ),
                Block::Paragraph(
                    "What there is to do in {rotation-year} is a question of its own: the public roots of the gateways are being replaced. See [The root rotation of {rotation-year}](#rotation).",
                ),
            ],
        ),
        Block::AtStage(
            Stage::UnderWay,
            &[Block::Paragraph(
                "The maintenance is under way. Gateways for which a window was requested are worked through from {window-1-jst} (JST) on, all others from {automatic-jst} (JST) on. Clients of a type B gateway that has had its turn cannot connect until the new package is installed on them: [download it](#get-package) and [install it on every client](#reinstall).",
            )],
        ),
        Block::AtStage(
            Stage::Upcoming,
            &[Block::Paragraph(
                "The maintenance has not begun. It starts automatically on {automatic-jst} (JST); for a type B gateway that is to have its turn earlier, at a known time, [one of four windows](#windows) can be [requested](#request). Clients of a type B gateway cannot connect afterwards until the new package is installed on them.",
            )],
        ),
    ],
};

pub(super) const BACKGROUND: Section = Section {
    heading: "What it is about: the gateway's server certificate",
    blocks: &[
        Block::Paragraph(
            "Through a point-to-site (P2S) VPN a single computer dials into a virtual network. As the notice describes it, this runs over SSTP, and SSTP runs over SSL/TLS; IKEv2 and OpenVPN exist as well and use the same certificate. So the virtual network gateway holds a server certificate, by which the clients know it.",
        ),
        Block::Paragraph(
            "The gateway's certificate is made automatically when the gateway is created. It is not the certificate that you make yourself for the authentication of your clients.",
        ),
        Block::Paragraph(
            "Formerly it was signed by a self-signed CA of the gateway's own. By the notice, the CA and the certificate were both valid for {ca-years} years. Installing the client package put the public certificate of that CA into the client's certificate store, so that the client could validate the gateway.",
        ),
        Block::Paragraph(
            "When the certificate was renewed, the CA was renewed with it. The CA on the clients then no longer matched, and P2S connections failed until the package was downloaded again and reinstalled on every client. The routine maintenance of a gateway renews the certificate when less than {left-months} months of its validity are left. In other words, it does so once the gateway is older than {age-years} years and a maintenance comes by. So about every {ca-years} years all clients had to be set up again.",
        ),
        Block::Paragraph(
            "Since about {public-since} a new gateway gets a server certificate signed by a public CA. That depends on the data centre of the region; there is no exact date. Such a certificate is still renewed every {ca-years} years, but the CA above it lives long, so its renewal breaks no client.",
        ),
        Block::Heading("Who says what about these periods"),
        Block::Table(
            &["Source", "What it says"],
            &[
                &[
                    "The support notice of {notice}",
                    "valid for {ca-years} years, renewed when less than {left-months} months are left",
                ],
                &[
                    "Azure's page on the change, {page-day}",
                    "had to be renewed every {page-months} months",
                ],
                &[
                    "Azure's troubleshooting page, {troubleshooting-day}",
                    "renewed once it is past {percent} percent of its life",
                ],
            ],
        ),
        Block::Inference(
            "All three can be right, each for its own time. This page does not decide between them: whatever the period, each renewal of a gateway's own CA cut off all its clients.",
        ),
    ],
};

pub(super) const TYPES: Section = Section {
    heading: "The three types of gateways",
    blocks: &[
        Block::Table(
            &[
                "Type",
                "Created",
                "Server certificate at the time of the notice",
                "Affected",
            ],
            &[
                &[
                    "A",
                    "before about {public-since}",
                    "of a public CA already: a routine maintenance has replaced it",
                    "no",
                ],
                &[
                    "B",
                    "before about {public-since}",
                    "still of the gateway's own self-signed CA",
                    "yes",
                ],
                &[
                    "C",
                    "after about {public-since}",
                    "of a public CA from the start",
                    "no",
                ],
            ],
        ),
        Block::Paragraph(
            "A package alone cannot tell A from C. Only the [creation date of the gateway](#creation-date) can; and around {public-since} not even that, for the day differed from region to region. A type B gateway that has been moved since can be told from type A by neither. The checker takes a gateway for type C from {sure-c} on, and for type A or B before {sure-old}.",
        ),
        Block::Generated(Generated::Lifetime),
    ],
};

pub(super) const PICTURE: PictureWords = PictureWords {
    lifetime: "The life of a gateway's own CA: made, renewal due, end; for an example of each of the types A, B and C, against about {public-since}, the windows and the maintenance. The same stands in words below.",
    weeks: "The weeks of the windows, day by day in Japan time. The same stands in words below.",
    legend: ["own CA", "public CA", "renewal due", "end"],
    marks: ["about {public-since}", "windows on request", "maintenance"],
    types: [
        "Type A: renewed by a routine maintenance",
        "Type B: own CA until the maintenance",
        "Type C: public CA from the start",
    ],
    descriptions: [
        "Type A, for example: created on {}. From {} on a routine maintenance renews the certificate, now under a public CA; the own CA would have ended on {}.",
        "Type B, for example: created on {}. Renewal was due on {} only, and the own CA would have ended on {}; the maintenance of {notice-year} came first.",
        "Type C, for example: created on {}, under a public CA from the start. (With an own CA, renewal would have been due on {} and the end would have come on {}.)",
    ],
    own: [
        "The CA of the package that was read",
        "made",
        ", renewal due",
        ", end",
        ".",
    ],
    days: ["notice", "windows 1 to 4", "automatic, to {completed}"],
    weeks_description: "In Japan time: the notice on {notice}; window 1 from {window-1-jst}, window 2 from {window-2-jst}, window 3 from {window-3-jst}, window 4 from {window-4-jst}, each drawn {hours} hours long (our reading of \"several hours\"); the automatic maintenance from {automatic-jst} until {completed}.",
};
