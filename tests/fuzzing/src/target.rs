//! The fuzz targets: what they do with the fuzzer's bytes, and what must hold afterwards.

use crate::openvpn::Client;
use crate::{mutate, oracle, second_reader};
use p2s_batch::assemble;
use p2s_package::{Input, Limits, Package, Role, Timestamp, open, open_unpacked};
use p2s_report::{Language, answer, answer_today, json, text};
use p2s_verdict::{InputReport, Options, Report, Verdict, judge};
use std::io::Cursor;
use std::sync::LazyLock;

/// A target of the fuzzer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A zip package.
    Zip,
    /// A program: a self-extracting cabinet or zip.
    SelfExtractor,
    /// A bare cabinet. Also runs with the checksums of its blocks removed, so that the code after that check is
    /// reached.
    Cabinet,
    /// VpnSettings.xml and azurevpnconfig.xml, alone and at their usual paths.
    Xml,
    /// A certificate in DER or PEM, alone and at its usual paths.
    Certificate,
    /// vpnconfig.ovpn and VpnProfileSetup.ps1, alone, at their usual paths, and beside public parts.
    Text,
    /// Any file, through to every output format.
    Report,
}

static OPTIONS: LazyLock<Options> = LazyLock::new(|| Options {
    now: Timestamp::parse(p2s_fixtures::NOW).expect("a time"),
    created: None,
});

static PUBLIC_SETTINGS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut cases = p2s_fixtures::cases().into_iter();
    let public = cases.find(|case| case.path == "public/certificate-only.xml");
    public.expect("the fixture").bytes
});

impl Target {
    /// Every target.
    pub const ALL: [Target; 7] = [
        Target::Zip,
        Target::SelfExtractor,
        Target::Cabinet,
        Target::Xml,
        Target::Certificate,
        Target::Text,
        Target::Report,
    ];

    /// Returns the target's name, which is also the name of its program and of its folders under fuzz/.
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

    /// Returns true if the fixture at this path is a seed of the target.
    pub fn accepts_seed(self, path: &str) -> bool {
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

    /// Initializes the fixtures that the bodies and mutators use. That takes seconds, which would count against the
    /// first input.
    pub fn prepare() {
        LazyLock::force(&OPTIONS);
        LazyLock::force(&PUBLIC_SETTINGS);
        second_reader::prepare();
        mutate::prepare();
    }

    /// Runs the target.
    ///
    /// # Panics
    ///
    /// Panics if a property doesn't hold.
    pub fn run(self, data: &[u8]) {
        match self {
            Target::Zip => {
                check_file("vpn.zip", data);
            }
            Target::SelfExtractor => {
                check_file("VpnClientSetupAmd64.exe", data);
                check_unpacked(&["WindowsAmd64/VpnClientSetupAmd64.exe"], data);
            }
            Target::Cabinet => {
                check_file("profile.cab", data);
                check_file("profile.cab", &without_checksums(data));
            }
            Target::Xml => {
                check_file("VpnSettings.xml", data);
                check_unpacked(&["Generic/VpnSettings.xml"], data);
                check_unpacked(&["AzureVPN/azurevpnconfig.xml"], data);
                check_beside_public("Generic/VpnSettings (1).xml", data);
            }
            Target::Certificate => {
                check_file("VpnServerRoot.cer", data);
                check_unpacked(&["Generic/VpnServerRoot.cer"], data);
                check_unpacked(&["Cm/g.cer", "Cm/g.pbk"], data);
                check_beside_public("Generic/VpnServerRoot (1).crt", data);
            }
            Target::Text => {
                check_file("vpnconfig.ovpn", data);
                check_unpacked(&["OpenVPN/vpnconfig.ovpn"], data);
                check_unpacked(&["WindowsPowershell/VpnProfileSetup.ps1"], data);
                check_beside_public("OpenVPN/vpnconfig.ovpn", data);
                check_beside_public("OpenVPN/tokyo.ovpn", data);
            }
            Target::Report => check_every_output(data),
        }
    }
}

/// Checks a single file.
fn check_file(name: &str, data: &[u8]) -> Vec<InputReport> {
    let answers = open_twice_and_check(|| open(name, &mut Cursor::new(data), &Limits::default()));
    let certain = |answer: &InputReport| answer.verdict == Verdict::NotAffected;
    if !answers.is_empty() && answers.iter().all(certain) {
        if let Some(place) = second_reader::finds_own_ca(data, is_refused) {
            panic!(
                "not affected, but another reader finds the own CA in {}",
                place.escape_debug()
            );
        }
        oracle::lone_certificate(data);
        // The second reader checks the contents of a zip.
        let utf16 = data.starts_with(&[0xFF, 0xFE]) || data.starts_with(&[0xFE, 0xFF]);
        let zip = data.windows(4).any(|four| four == b"PK\x03\x04");
        if !zip && (utf16 || std::str::from_utf8(data).is_ok()) {
            every_client_trusts_public_roots(data);
        }
    }
    answers
}

/// Returns true if the checker refuses these bytes as a profile.
fn is_refused(profile: &[u8]) -> bool {
    let packages = open(
        "profile.ovpn",
        &mut Cursor::new(profile),
        &Limits::default(),
    );
    let is_profile = |package: &Package| {
        let mut parts = package.parts.iter();
        package.errors.is_empty()
            && parts.any(|part| part.role == Role::OpenVpnProfile && part.error.is_none())
    };
    !packages.iter().all(is_profile)
}

/// Panics if a client that reads these bytes as an OpenVPN profile trusts anything but public roots.
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

/// Checks the bytes as each of these files of an unpacked package.
fn check_unpacked(paths: &[&str], data: &[u8]) {
    let files: Vec<(&str, &[u8])> = paths.iter().map(|path| (*path, data)).collect();
    check_folder(&files);
}

/// Checks the bytes as a file of an otherwise public unpacked package.
fn check_beside_public(path: &str, data: &[u8]) {
    check_folder(&[("Generic/VpnSettings.xml", &PUBLIC_SETTINGS), (path, data)]);
}

/// Checks an unpacked package with these files.
fn check_folder(files: &[(&str, &[u8])]) {
    let paths: Vec<String> = files.iter().map(|(path, _)| (*path).to_owned()).collect();
    let answers = open_twice_and_check(|| {
        let mut open = |index: usize| {
            let data = files.get(index).map_or(&[][..], |file| file.1);
            Ok(Box::new(Cursor::new(data)) as Box<dyn Input>)
        };
        open_unpacked("vpn", &paths, &mut open, &Limits::default())
    });
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
            // Under another name, a profile of another company may trust that company's roots.
            let own = Client::ALL
                .into_iter()
                .find(|client| second_reader::trusts_own_ca(*client, data));
            assert!(own.is_none(), "not affected, but {own:?} trusts the own CA");
        }
    }
}

/// Opens an input twice: both reports must be equal, and the oracle checks every "not affected".
fn open_twice_and_check(open: impl Fn() -> Vec<Package>) -> Vec<InputReport> {
    let packages = open();
    let answers: Vec<InputReport> = packages
        .iter()
        .map(|package| judge(package, &OPTIONS))
        .collect();
    for (package, answer) in packages.iter().zip(&answers) {
        match answer.verdict {
            Verdict::NotAffected => oracle::check(package),
            Verdict::Affected => oracle::check_affected(package),
            Verdict::Undetermined => {}
        }
    }
    let second_answers: Vec<InputReport> = open()
        .iter()
        .map(|package| judge(package, &OPTIONS))
        .collect();
    assert!(answers == second_answers, "the same input gave two answers");
    answers
}

/// Runs an input through to every output format. The first byte selects a name; some names are hostile.
fn check_every_output(data: &[u8]) {
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
    let mut inputs = check_file(name, rest);
    inputs.extend(check_file("vpn.zip", data));
    let report = assemble(inputs, &OPTIONS, 1);
    check_outputs(&report);
}

/// Checks every output format of a report: none contains control characters, and the JSON parses back to the report.
fn check_outputs(report: &Report) {
    let report_json = json(report);
    let read: Report = serde_json::from_str(&report_json).expect("the JSON is the report's own");
    assert!(read == *report, "the JSON gives another report");
    for language in Language::ALL {
        let plain = text(report, &[], language);
        let is_control = |c: char| c != '\n' && c.is_control();
        assert!(!plain.contains(is_control), "{}", plain.escape_debug());
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

/// Returns the cabinet with the checksum of each block set to "none", for the blocks that its own tables lead to.
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
