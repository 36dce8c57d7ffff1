//! The targets: what is done with the fuzzer's bytes, and what must hold afterwards.

use crate::openvpn::Client;
use crate::{mutate, oracle, second_reader};
use p2s_batch::assemble;
use p2s_package::{Limits, Package, PartKind, Timestamp, open, open_unpacked};
use p2s_report::{Language, answer, answer_today, json, text};
use p2s_verdict::{InputReport, Question, Report, Verdict, judge};
use std::io::Cursor;
use std::sync::LazyLock;

/// A target of the fuzzer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A zip package.
    Zip,
    /// A program: a self-extracting cabinet or zip.
    SelfExtractor,
    /// A cabinet by itself; its blocks' check sums are taken away as well, so that what is behind them is reached.
    Cabinet,
    /// VpnSettings.xml and azurevpnconfig.xml, lone and at their places.
    Xml,
    /// A certificate, DER or PEM, lone and at its places.
    Certificate,
    /// vpnconfig.ovpn and VpnProfileSetup.ps1, lone, at their places, and beside public parts.
    Text,
    /// Any file through to every output there is.
    Report,
}

static QUESTION: LazyLock<Question> = LazyLock::new(|| Question {
    now: Timestamp::parse(p2s_fixtures::NOW).expect("a time"),
    created: None,
});

static PUBLIC_SETTINGS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut cases = p2s_fixtures::cases().into_iter();
    let public = cases.find(|case| case.path == "public/certificate-only.xml");
    public.expect("the fixture").bytes
});

impl Target {
    /// All of them.
    pub const ALL: [Target; 7] = [
        Target::Zip,
        Target::SelfExtractor,
        Target::Cabinet,
        Target::Xml,
        Target::Certificate,
        Target::Text,
        Target::Report,
    ];

    /// Its name, which is also that of its program and of its folders under fuzz/.
    pub fn name(self) -> &'static str {
        match self {
            Target::Zip => "zip",
            Target::SelfExtractor => "self_extractor",
            Target::Cabinet => "cabinet",
            Target::Xml => "xml",
            Target::Certificate => "certificate",
            Target::Text => "text",
            Target::Report => "report",
        }
    }

    /// Whether a fixture is a seed for it, by its path.
    pub fn wants(self, path: &str) -> bool {
        let ends = |endings: &[&str]| endings.iter().any(|ending| path.ends_with(ending));
        match self {
            Target::Zip => ends(&[".zip"]) && !path.starts_with("wrong/empty"),
            Target::SelfExtractor => ends(&[".exe"]) || path.contains("self-extractor"),
            Target::Cabinet => ends(&[".cab"]),
            Target::Xml => ends(&[".xml"]),
            Target::Certificate => ends(&[".cer", ".cer_0", ".pem", ".der"]),
            Target::Text => {
                let renamed = path.starts_with("renamed/") && ends(&[".pem", ".txt"]);
                renamed || ends(&[".ovpn", ".ps1"])
            }
            Target::Report => true,
        }
    }

    /// Makes the fixtures that the bodies and mutators compare with and draw from. It takes seconds, which would count
    /// against the first input.
    pub fn prepare() {
        LazyLock::force(&QUESTION);
        LazyLock::force(&PUBLIC_SETTINGS);
        second_reader::prepare();
        mutate::prepare();
    }

    /// Runs it; panics where something does not hold.
    pub fn run(self, data: &[u8]) {
        match self {
            Target::Zip => {
                file("vpn.zip", data);
            }
            Target::SelfExtractor => {
                file("VpnClientSetupAmd64.exe", data);
                unpacked(&["WindowsAmd64/VpnClientSetupAmd64.exe"], data);
            }
            Target::Cabinet => {
                file("profile.cab", data);
                file("profile.cab", &without_checksums(data));
            }
            Target::Xml => {
                file("VpnSettings.xml", data);
                unpacked(&["Generic/VpnSettings.xml"], data);
                unpacked(&["AzureVPN/azurevpnconfig.xml"], data);
                beside_public("Generic/VpnSettings (1).xml", data);
            }
            Target::Certificate => {
                file("VpnServerRoot.cer", data);
                unpacked(&["Generic/VpnServerRoot.cer"], data);
                unpacked(&["Cm/g.cer", "Cm/g.pbk"], data);
                beside_public("Generic/VpnServerRoot (1).crt", data);
            }
            Target::Text => {
                file("vpnconfig.ovpn", data);
                unpacked(&["OpenVPN/vpnconfig.ovpn"], data);
                unpacked(&["WindowsPowershell/VpnProfileSetup.ps1"], data);
                beside_public("OpenVPN/vpnconfig.ovpn", data);
                beside_public("OpenVPN/tokyo.ovpn", data);
            }
            Target::Report => whole(data),
        }
    }
}

/// A file by itself.
fn file(name: &str, data: &[u8]) -> Vec<InputReport> {
    let answers = examined(|| open(name, Cursor::new(data), &Limits::default()));
    let certain = |answer: &InputReport| answer.verdict == Verdict::NotAffected;
    if !answers.is_empty() && answers.iter().all(certain) {
        if let Some(place) = second_reader::finds_own_ca(data, is_refused) {
            panic!(
                "not affected, but another reader finds the own CA in {}",
                place.escape_debug()
            );
        }
        oracle::lone_certificate(data);
        // What a zip contains is the second reader's.
        let utf16 = data.starts_with(&[0xFF, 0xFE]) || data.starts_with(&[0xFE, 0xFF]);
        let zip = data.windows(4).any(|four| four == b"PK\x03\x04");
        if !zip && (utf16 || std::str::from_utf8(data).is_ok()) {
            every_client_trusts_public_roots(data);
        }
    }
    answers
}

/// Whether the checker refuses these bytes as a profile.
fn is_refused(profile: &[u8]) -> bool {
    let packages = open("profile.ovpn", Cursor::new(profile), &Limits::default());
    let is_profile = |package: &Package| {
        let mut parts = package.parts.iter();
        package.errors.is_empty() && parts.any(|part| part.kind == PartKind::Ovpn)
    };
    !packages.iter().all(is_profile)
}

/// Panics where a client that reads these bytes as an OpenVPN profile trusts anything but public roots.
fn every_client_trusts_public_roots(data: &[u8]) {
    for client in Client::ALL {
        let Some(trust) = client.read(data) else {
            continue;
        };
        let public = |der: &Vec<u8>| oracle::is_public_der(der);
        assert!(
            trust.elsewhere.is_empty() && trust.certificates.iter().all(public),
            "not affected, but {client:?} trusts something else: {:?}",
            trust.elsewhere
        );
    }
}

/// The same bytes as each of these files of an unpacked package.
fn unpacked(paths: &[&str], data: &[u8]) {
    let files: Vec<(&str, &[u8])> = paths.iter().map(|path| (*path, data)).collect();
    folder(&files);
}

/// These bytes as a file of an unpacked package that is public otherwise.
fn beside_public(path: &str, data: &[u8]) {
    folder(&[("Generic/VpnSettings.xml", &PUBLIC_SETTINGS), (path, data)]);
}

/// The files of an unpacked package.
fn folder(files: &[(&str, &[u8])]) {
    let paths: Vec<String> = files.iter().map(|(path, _)| (*path).to_owned()).collect();
    let open = |index: usize| Ok(Cursor::new(files.get(index).map_or(&[][..], |file| file.1)));
    let answers = examined(|| open_unpacked("vpn", &paths, open, &Limits::default()));
    if answers
        .iter()
        .any(|answer| answer.verdict != Verdict::NotAffected)
    {
        return;
    }
    for (path, data) in files {
        if path.ends_with("vpnconfig.ovpn") {
            every_client_trusts_public_roots(data);
        } else if !is_refused(data) {
            // Under another name a profile of another company may trust that company's roots.
            let own = Client::ALL
                .into_iter()
                .find(|client| second_reader::trusts_own_ca(*client, data));
            assert!(own.is_none(), "not affected, but {own:?} trusts the own CA");
        }
    }
}

/// Opens twice: the same input gives the same report, and every "not affected" stands before the oracle.
fn examined(open: impl Fn() -> Vec<Package>) -> Vec<InputReport> {
    let packages = open();
    let answers: Vec<InputReport> = packages
        .iter()
        .map(|package| judge(package, &QUESTION))
        .collect();
    for (package, answer) in packages.iter().zip(&answers) {
        match answer.verdict {
            Verdict::NotAffected => oracle::check(package),
            Verdict::Affected => oracle::check_affected(package),
            Verdict::Undetermined => {}
        }
    }
    let again: Vec<InputReport> = open()
        .iter()
        .map(|package| judge(package, &QUESTION))
        .collect();
    assert!(answers == again, "the same input gave two answers");
    answers
}

/// From the bytes to every output there is. The first byte chooses a name, among them hostile ones.
fn whole(data: &[u8]) {
    const NAMES: [&str; 6] = [
        "vpn.zip",
        "VpnClientSetupAmd64.exe",
        "=cmd|'/C calc'!A0.zip",
        "\u{202E}piz.\u{1b}[31m<script>`$(x)`\".zip",
        "",
        "a\r\n,b\tc;d.xml",
    ];
    let (first, rest) = data.split_first().unwrap_or((&0, &[]));
    let name = NAMES
        .get(usize::from(*first).saturating_sub(usize::from(b'0')))
        .unwrap_or(&NAMES[0]);
    let mut inputs = file(name, rest);
    inputs.extend(file("vpn.zip", data));
    let report = assemble(inputs, &QUESTION, 1);
    outputs(&report);
}

/// Every output of a report: none steers a terminal, and the JSON is the report again.
fn outputs(report: &Report) {
    let written = json(report);
    let read: Report = serde_json::from_str(&written).expect("the JSON is the report's own");
    assert!(read == *report, "the JSON gives another report");
    for language in Language::ALL {
        let plain = text(report, language);
        let steers = |c: char| c != '\n' && c.is_control();
        assert!(!plain.contains(steers), "{}", plain.escape_debug());
        for input in &report.inputs {
            let (then, today) = (
                answer(input, report.generated, language),
                answer_today(input, report.generated, language),
            );
            for answer in [then, today] {
                assert!(
                    !answer.word.is_empty() && !answer.first.is_empty(),
                    "an answer without words: {answer:?}"
                );
            }
        }
    }
}

/// The cabinet with the check sum of each block set to "none", as far as its own tables lead to the blocks.
fn without_checksums(data: &[u8]) -> Vec<u8> {
    let mut bytes = data.to_vec();
    let short = |bytes: &[u8], at: usize| -> Option<usize> {
        let pair = bytes.get(at..)?.first_chunk()?;
        Some(usize::from(u16::from_le_bytes(*pair)))
    };
    let Some(folders) = short(&bytes, 26).map(|count| count.min(16)) else {
        return bytes;
    };
    for folder in 0..folders {
        let entry = 36 + folder * 8;
        let Some(mut at) = short(&bytes, entry)
            .zip(short(&bytes, entry + 2))
            .map(|(low, high)| low | high << 16)
        else {
            continue;
        };
        for _ in 0..short(&bytes, entry + 4).unwrap_or(0) {
            let Some(packed) = short(&bytes, at + 4) else {
                break;
            };
            if let Some(sum) = bytes.get_mut(at..at + 4) {
                sum.fill(0);
            }
            at += 8 + packed;
        }
    }
    bytes
}
