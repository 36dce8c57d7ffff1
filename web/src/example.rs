//! The examples: their names are invented, and they are checked as if the user had chosen them.

use crate::intake;
use p2s_batch::Source;
use p2s_report::{Language, Message as Label, words};
use web_sys::File;

/// A package whose root certificate is being retired. It contains `VpnSettings.xml` beside it.
pub(crate) const RETIRING: &[u8] = include_bytes!("../example/package.zip");

/// An example.
pub(crate) struct Example {
    /// The choice.
    pub(crate) label: Label,
    bytes: &'static [u8],
}

/// All examples.
pub(crate) const EXAMPLES: [Example; 5] = [
    Example {
        label: Label::ExampleRetiring,
        bytes: RETIRING,
    },
    Example {
        label: Label::ExampleBothRoots,
        bytes: include_bytes!("../example/both-roots.xml"),
    },
    Example {
        label: Label::ExampleCurrent,
        bytes: include_bytes!("../example/current.xml"),
    },
    Example {
        label: Label::ExampleAffected,
        bytes: include_bytes!("../example/affected.xml"),
    },
    Example {
        label: Label::ExampleRefusal,
        bytes: include_bytes!("../example/refusal.txt"),
    },
];

/// Makes the file of an example.
pub(crate) fn source(index: usize, language: Language) -> Option<Source<File>> {
    let example = EXAMPLES.get(index)?;
    let name = example.label.text(language);
    let name = words::ExampleName { name }.text(language);
    intake::from_bytes(&name, example.bytes)
}
