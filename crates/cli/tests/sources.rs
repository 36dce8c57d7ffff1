//! The same bytes get the same answer as a file, in a folder, in a zip and on standard input, under meaningless names.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up fails by panicking"
)]

mod support;

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use support::command;

/// Answers without what may depend on where the bytes come from; sorted, because the order depends on names.
type Answers = Vec<String>;

fn json(output: &Output) -> Vec<Value> {
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    report["inputs"].as_array().expect("inputs").clone()
}

fn answer(input: &Value) -> String {
    let evidence = input["evidence"].as_array().expect("evidence");
    let mut items: Vec<String> = evidence
        .iter()
        .map(|item| format!("{} {} {}", item["kind"], item["class"], item["value"]))
        .collect();
    items.sort();
    let error = &input["error"]["code"];
    format!(
        "{} {} {} {error} {} {items:?}",
        input["rule"], input["proof"], input["root_today"]["state"], input["gateway"]["id"]
    )
}

/// Returns true if an input clearly isn't a package: in a folder it is counted as skipped, in a zip it is ignored.
fn is_nothing(input: &Value) -> bool {
    input["rule"] == "not-a-package" || input["error"]["code"] == "program-broken"
}

fn sorted(inputs: impl Iterator<Item = Value>) -> Answers {
    let mut answers: Answers = inputs
        .filter(|input| !is_nothing(input))
        .map(|input| answer(&input))
        .collect();
    answers.sort();
    answers
}

/// Runs the program on many paths at once and returns the answers by the number in each input's name.
fn by_number(paths: &[PathBuf]) -> BTreeMap<usize, Answers> {
    let output = command()
        .args(["--json", "--now", p2s_fixtures::NOW])
        .args(paths)
        .output()
        .expect("the program runs");
    let mut inputs: BTreeMap<usize, Vec<Value>> = BTreeMap::new();
    for input in json(&output) {
        let name = input["name"].as_str().expect("a name");
        let own = name.split('/').next().unwrap_or_default();
        let number = own.trim_start_matches(|c: char| !c.is_ascii_digit());
        let number = number.parse().expect("a number in the name");
        inputs.entry(number).or_default().push(input);
    }
    inputs
        .into_iter()
        .map(|(number, inputs)| (number, sorted(inputs.into_iter())))
        .collect()
}

fn on_standard_input(bytes: &[u8]) -> Answers {
    let mut child = command()
        .args(["--json", "--now", p2s_fixtures::NOW, "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut pipe = child.stdin.take().expect("a pipe");
    // The program closes the pipe once it has read enough.
    let _ = pipe.write_all(bytes);
    drop(pipe);
    let output = child.wait_with_output().expect("the program ends");
    sorted(json(&output).into_iter())
}

/// Returns true if another zip around a file nests a package too deeply or makes it larger than a part may be; the answer
/// has that error then.
fn is_too_deep(answers: &Answers) -> bool {
    let limits = ["limit-nesting", "limit-part", "limit-unpacked"];
    answers
        .iter()
        .any(|answer| limits.iter().any(|limit| answer.contains(limit)))
}

/// Files that are a zip only by their end. Inside a zip these aren't recognized: every entry would have to be unpacked whole.
const ZIPS_BY_THEIR_END: [&str; 13] = [
    "hiding/archive-before-zip.tar",
    "hiding/cabinet-before-zip.zip",
    "hiding/letters-before-zip.zip",
    "hiding/nothing-before-zip.zip",
    "hiding/old-archive-before-zip.zip",
    "hiding/script-before-zip.zip",
    "hiding/seven-zip-before-zip.7z",
    "wrong/disc-with-a-zip.iso",
    "wrong/split.zip",
    "wrong/stored.7z",
    "wrong/stored.rar",
    "zip/writer-self-extractor-adjusted.zip",
    "zip/writer-self-extractor.zip",
];

fn write(path: &Path, bytes: &[u8]) -> PathBuf {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
    path.to_owned()
}

#[test]
fn the_same_bytes_get_the_same_answer_wherever_they_come_from() {
    let base = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sources");
    let cases = p2s_fixtures::cases();
    let mut files = Vec::new();
    let mut folders = Vec::new();
    let mut zips = Vec::new();
    for (number, case) in cases.iter().enumerate() {
        let name = format!("f{number}");
        files.push(write(&base.join("files").join(&name), &case.bytes));
        let folder = base.join("folders").join(format!("d{number}"));
        write(&folder.join(&name), &case.bytes);
        folders.push(folder);
        let zip = p2s_fixtures::zip_of(&name, &case.bytes);
        zips.push(write(&base.join("zips").join(format!("z{number}")), &zip));
    }
    let files = by_number(&files);
    let folders = by_number(&folders);
    let zips = by_number(&zips);
    let none = Answers::new();
    let mut wrong = Vec::new();
    for (number, case) in cases.iter().enumerate() {
        let file = files.get(&number).expect("an answer");
        let mut check = |source: &str, other: &Answers| {
            if file != other {
                wrong.push(format!("{}: {source}: {other:?}, not {file:?}", case.path));
            }
        };
        check("folder", folders.get(&number).unwrap_or(&none));
        check("standard input", &on_standard_input(&case.bytes));
        let zip = zips.get(&number).unwrap_or(&none);
        let several = !case.others.is_empty();
        if !several && !is_too_deep(zip) && !ZIPS_BY_THEIR_END.contains(&case.path.as_str()) {
            check("zip", zip);
        }
    }
    assert!(cases.len() > 600, "{}", cases.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Unpacks a zip as most tools do; `None` if an independent reader refuses it or a name can't be a file name here.
fn unpack(zip: &[u8], folder: &Path) -> Option<()> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).ok()?;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).ok()?;
        let path = String::from_utf8_lossy(file.name_raw()).replace('\\', "/");
        let odd = |part: &str| part == ".." || part.len() > 200;
        if path.starts_with('/') || path.split('/').any(odd) || path.contains(['\0', '\u{FFFD}']) {
            return None;
        }
        let mut content = Vec::new();
        file.read_to_end(&mut content).ok()?;
        if !path.ends_with('/') {
            write(&folder.join(path), &content);
        }
    }
    Some(())
}

#[test]
fn a_zip_is_answered_like_the_folder_that_it_unpacks_to() {
    let base = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("unpacked");
    let _ = fs::remove_dir_all(&base);
    // An unpacked folder no longer has what makes a container unreadable or ambiguous.
    let speaks_of_content = |rule: &str| !matches!(rule, "unreadable" | "ambiguous-archive");
    let cases = p2s_fixtures::cases();
    let (mut zips, mut folders, mut paths) = (Vec::new(), Vec::new(), Vec::new());
    for (number, case) in cases.iter().enumerate() {
        let content = case.answers().iter().all(|(rule, _, error)| {
            speaks_of_content(rule) && !error.is_some_and(|error| error.starts_with("zip-"))
        });
        let folder = base.join("folders").join(format!("d{number}"));
        // Unpacking removes one level of nesting, so one more level is opened.
        let deep = case.path == "several/deep-beside-a-package.zip";
        let unpacked = case.path.ends_with(".zip") && content && !deep;
        if unpacked && unpack(&case.bytes, &folder).is_some() && folder.exists() {
            zips.push(write(
                &base.join("zips").join(format!("z{number}")),
                &case.bytes,
            ));
            folders.push(folder);
            paths.push((number, case.path.clone()));
        }
    }
    // The names of inputs don't contain the folder's name, so each folder is checked in a run of its own.
    let zips = by_number(&zips);
    let mut wrong = Vec::new();
    for ((number, path), folder) in paths.iter().zip(&folders) {
        let output = command()
            .args(["--json", "--now", p2s_fixtures::NOW])
            .arg(folder)
            .output()
            .expect("the program runs");
        let (zip, folder) = (&zips[number], sorted(json(&output).into_iter()));
        if *zip != folder && !is_too_deep(&folder) {
            wrong.push(format!("{path}: {folder:?}, not {zip:?}"));
        }
    }
    assert!(paths.len() > 150, "{}", paths.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_page_s_example_contains_the_file_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/example");
    let answer_of = |name: &str| {
        let output = command()
            .args(["--json", "--now", p2s_fixtures::NOW])
            .arg(folder.join(name))
            .output();
        answer(&json(&output.expect("p2s-check runs"))[0])
    };
    assert_eq!(answer_of("package.zip"), answer_of("VpnSettings.xml"));
}
