//! Texts in English that the code of the page's prose places: tables, diagrams and labels. The sections are in
//! `words/en/pages`.

use crate::prose::{ChecklistWords, ErrorCode, ErrorWords, PictureWords, WindowWords};

/// The headings of the list of sections and of the questions in it.
pub(crate) const CONTENTS: &str = "On this page";
pub(crate) const QUESTIONS: &str = "Questions";

/// The label of an inference.
pub(crate) const INFERENCE: &str = "Our inference:";

/// The table of windows.
pub(crate) const WINDOWS: WindowWords = WindowWords {
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

/// The diagrams.
pub(crate) const PICTURE: PictureWords = PictureWords {
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

/// The printable list of clients.
pub(crate) const CHECKLIST: ChecklistWords = ChecklistWords {
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

/// The column headings of the error codes.
pub(crate) const ERROR_HEAD: [&str; 3] = ["Code", "What it says", "What to do"];

/// Returns the texts about an error code.
pub(crate) fn error(code: ErrorCode) -> ErrorWords {
    match code {
        ErrorCode::UntrustedRoot => ErrorWords {
            says: "The gateway's certificate chain ends in a root that this client does not trust.",
            to_do: "The client's package is probably old. [Download it again](get-package.md), [check it](by-hand.md) and [reinstall](reinstall.md) it.",
        },
        ErrorCode::Expired => ErrorWords {
            says: "The gateway's certificate has expired, or the client's clock is wrong.",
            to_do: "Check the date on the client. If it is right, ask Azure support about this gateway.",
        },
        ErrorCode::Credentials => ErrorWords {
            says: "IKEv2: the credentials are unacceptable. The client does not trust the gateway's certificate, or the gateway refuses the client's.",
            to_do: "[Reinstall](reinstall.md) the new package. If that does not help, check the client certificate.",
        },
        ErrorCode::MachineCertificate => ErrorWords {
            says: "IKEv2: no valid machine certificate was found.",
            to_do: "Check the client certificate. The gateway's certificate is not concerned.",
        },
        ErrorCode::Validator => ErrorWords {
            says: "The certificate that validates the gateway's is not in the client's store of root certificates.",
            to_do: "[Reinstall](reinstall.md) the new package, with all of its roots.",
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
