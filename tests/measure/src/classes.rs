//! The classes of hostile input and their fixtures.

/// A class of hostile input.
#[derive(Debug)]
pub struct Class {
    /// Number of the class in docs/hostile-input.md.
    pub number: u8,
    /// Description of the class.
    pub what: &'static str,
    /// Prefixes of the paths of its fixtures.
    pub fixtures: &'static [&'static str],
}

const fn class(number: u8, what: &'static str, fixtures: &'static [&'static str]) -> Class {
    Class {
        number,
        what,
        fixtures,
    }
}

/// Every class with fixtures. Class 18 concerns outputs.
pub const CLASSES: [Class; 20] = [
    class(
        1,
        "Compression bombs: one entry, overlapping, nested",
        &[
            "bombs/one-gigabyte",
            "bombs/overlapping",
            "bombs/nested",
            "bombs/packages-inside",
            "limits/unpacked",
        ],
    ),
    class(
        2,
        "Declared sizes that lie",
        &[
            "zip/declares-",
            "zip/a2-",
            "programs/absurd-file-size",
            "programs/longer-",
        ],
    ),
    class(
        3,
        "Duplicate names, also by case, slash and Unicode form",
        &["zip/b1-", "zip/b4-", "zip/b3-do", "programs/same-name"],
    ),
    class(
        4,
        "Directory against local header",
        &["zip/a1-", "zip/a3-", "zip/a5-"],
    ),
    class(
        5,
        "Which end record",
        &["zip/c2-", "zip/c3-", "zip/c4-", "zip/c5-"],
    ),
    class(
        6,
        "Data before and after, two kinds of file at once",
        &[
            "zip/c1-",
            "zip/writer-self-extractor",
            "programs/self-extractor",
            "programs/behind",
            "hiding/",
        ],
    ),
    class(
        7,
        "Very many entries, very long names",
        &[
            "zip/many-entries",
            "zip/long-names",
            "bombs/claims-",
            "limits/inner",
            "limits/items",
        ],
    ),
    class(
        8,
        "Names that are read differently",
        &["zip/b2-", "zip/b3-", "zip/writer-explorer-code-page"],
    ),
    class(
        9,
        "Encrypted, unknown method, split, links",
        &[
            "zip/encrypted",
            "zip/method",
            "zip/split",
            "zip/link",
            "limits/encrypted",
        ],
    ),
    class(
        10,
        "Self-extractors: several or false cabinets, resources outside, other installers",
        &[
            "programs/two-cabinets",
            "programs/fake-letters",
            "programs/cabinet-",
            "programs/resource-",
            "programs/looping-tree",
            "programs/deep-tree",
            "programs/absurd-count",
            "programs/nsis",
            "programs/seven-zip",
            "programs/rar",
            "programs/msi",
            "programs/truncated",
            "programs/no-program",
        ],
    ),
    class(
        11,
        "Cabinets: broken streams, indices outside, several parts",
        &[
            "programs/garbage-lzx",
            "programs/no-such-folder",
            "programs/first-of",
            "programs/last-of",
            "programs/continued-",
            "programs/blocks-",
            "programs/files-outside",
            "programs/too-few",
            "programs/window-",
            "programs/wrong-sum",
            "programs/absurd-file",
            "programs/quantum",
            "programs/truncated.cab",
        ],
    ),
    class(
        12,
        "XML: entities, DOCTYPE, floods, depth, encodings, giant text",
        &["xml/", "bombs/giant-text"],
    ),
    class(
        13,
        "Base64: white space, padding, PEM labels, megabytes",
        &[
            "xml/base64-",
            "xml/bad-base64",
            "certificates/bad-base64",
            "certificates/open",
            "certificates/g1-and-g2",
            "bombs/base64-",
            "limits/items.pem",
        ],
    ),
    class(
        14,
        "DER: depth, lengths, serials, dates, extensions",
        &[
            "certificates/deep",
            "certificates/endless",
            "certificates/indefinite",
            "certificates/trailing",
            "certificates/negative",
            "certificates/huge",
            "certificates/absurd",
            "certificates/many-extensions",
            "certificates/truncated",
            "limits/certificate",
        ],
    ),
    class(
        15,
        "Names built to mislead",
        &[
            "certificates/lookalike",
            "certificates/bidi",
            "disagree/lookalike",
            "disagree/bidi-",
            "disagree/name-in-another-case",
            "misleading/",
            "programs/lookalike",
        ],
    ),
    class(
        16,
        "Evidence that disagrees, two gateways, no root",
        &[
            "disagree/",
            "pairs/",
            "documents/ovpn-of-another",
            "programs/zip-disagrees",
        ],
    ),
    class(
        17,
        "Wrong files",
        &["wrong/", "secrets/", "certificates/client-root"],
    ),
    class(
        19,
        "OpenVPN profiles that two clients read differently",
        &["openvpn/", "hiding/ovpn-"],
    ),
    class(
        20,
        "Names that another system gives to a part",
        &[
            "renamed/short-",
            "renamed/another-stream",
            "renamed/mark-of-the-web",
            "renamed/wide-letter",
            "renamed/letter-with-a-mark",
            "renamed/yen",
            "renamed/hidden-by-letters",
        ],
    ),
    class(
        21,
        "Very many files beside a package (in folders: crates/cli/tests/hostile.rs)",
        &[
            "renamed/many-copies",
            "renamed/large-copies",
            "renamed/beside-other-profiles",
            "limits/stray-certificates",
        ],
    ),
];

/// Returns the fixtures of a class.
pub fn fixtures(class: &Class) -> Vec<p2s_fixtures::Case> {
    let of_class = |path: &str| class.fixtures.iter().any(|start| path.starts_with(start));
    let cases = p2s_fixtures::cases().into_iter();
    cases.filter(|case| of_class(&case.path)).collect()
}
