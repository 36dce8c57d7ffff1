//! Smoke test: every fixture and the committed corpus run through the targets' bodies on stable Rust.

use p2s_fuzzing::{Target, mutate};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz")
}

/// Returns name and bytes of every file in a target's folder.
fn files(folder: &str, target: Target) -> Vec<(String, Vec<u8>)> {
    let folder = root().join(folder).join(target.name());
    let Ok(entries) = std::fs::read_dir(&folder) else {
        return Vec::new();
    };
    let mut files: Vec<(String, Vec<u8>)> = entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            (
                path.display().to_string(),
                std::fs::read(&path).expect("a file"),
            )
        })
        .collect();
    files.sort();
    files
}

fn replay(target: Target) {
    let fixtures = p2s_fixtures::cases()
        .into_iter()
        .filter(|case| target.accepts_seed(&case.path))
        .map(|case| (case.path, case.bytes));
    let mut count = 0;
    for (name, bytes) in fixtures
        .chain(files("corpus", target))
        .chain(files("regressions", target))
    {
        count += 1;
        println!("{name}");
        target.run(&bytes);
    }
    assert!(count > 0, "nothing was replayed");
}

#[test]
fn zip() {
    replay(Target::Zip);
}

#[test]
fn self_extractor() {
    replay(Target::SelfExtractor);
}

#[test]
fn cabinet() {
    replay(Target::Cabinet);
}

#[test]
fn xml() {
    replay(Target::Xml);
}

#[test]
fn certificate() {
    replay(Target::Certificate);
}

#[test]
fn text() {
    replay(Target::Text);
}

#[test]
fn report() {
    replay(Target::Report);
}

#[test]
fn every_renamed_part_and_profile_is_a_seed_of_a_target_of_its_format() {
    for case in p2s_fixtures::cases() {
        let folders = ["renamed/", "openvpn/"];
        if folders.iter().any(|folder| case.path.starts_with(folder)) {
            let mut targets = Target::ALL.into_iter();
            let wanted =
                |target: Target| target != Target::Report && target.accepts_seed(&case.path);
            assert!(targets.any(wanted), "{}", case.path);
        }
    }
}

#[test]
fn mutated_zips_pass() {
    replay_mutations("public/g2.zip", Target::Zip, mutate::zip);
    replay_mutations("zip/writer-macos.zip", Target::Zip, mutate::zip);
    replay_mutations("documents/whole.zip", Target::Zip, mutate::zip);
}

#[test]
fn mutated_certificates_pass() {
    replay_mutations("certificates/g2.cer_0", Target::Certificate, mutate::der);
    replay_mutations("certificates/own.cer", Target::Certificate, mutate::der);
}

#[test]
fn mutated_profiles_pass() {
    replay_mutations("documents/ovpn-g2.ovpn", Target::Text, mutate::openvpn);
    replay_mutations("openvpn/ordinary.ovpn", Target::Text, mutate::openvpn);
}

type Mutator =
    fn(&mut [u8], usize, usize, u32, &mut dyn FnMut(&mut [u8], usize, usize) -> usize) -> usize;

/// Applies a random sequence of mutations to a fixture, starting over at times. The fuzzer's own mutation does nothing
/// here.
fn replay_mutations(path: &str, target: Target, mutator: Mutator) {
    let cases = p2s_fixtures::cases();
    let seed = cases
        .into_iter()
        .find(|case| case.path == path)
        .expect("the fixture")
        .bytes;
    let mut buffer = vec![0; 64 * 1024];
    let (mut size, mut changed) = (0, 0);
    for step in 0..400_u32 {
        if step % 8 == 0 {
            buffer[..seed.len()].copy_from_slice(&seed);
            size = seed.len();
        }
        let max_size = buffer.len();
        size = mutator(
            &mut buffer,
            size,
            max_size,
            step * 7_919 + 1,
            &mut |_, size, _| size,
        );
        changed += usize::from(buffer[..size] != seed[..]);
        target.run(&buffer[..size]);
    }
    assert!(changed > 200, "the mutator changed only {changed} inputs");
}
