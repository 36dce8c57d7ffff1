//! Checks three properties of the rules on all fixtures they apply to: changes never make an own package "not
//! affected", packing never changes an answer, and an independent oracle agrees with each "not affected".

mod support;

use p2s_fixtures::Case;
use p2s_verdict::{FindingCode, InputReport, Verdict};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed};
use support::oracle::Oracle;
use support::unzip::{Member, Packing, rezip, unzip};

/// Returns a configuration with a fixed seed and this number of random cases per fixture.
fn config(cases: u32) -> Config {
    Config {
        cases,
        rng_seed: RngSeed::Fixed(2019),
        failure_persistence: None,
        ..Config::default()
    }
}

/// Returns the selected fixtures.
fn cases(wanted: fn(&Case) -> bool) -> Vec<Case> {
    let cases: Vec<Case> = p2s_fixtures::cases().into_iter().filter(wanted).collect();
    assert!(cases.len() > 20, "{} cases", cases.len());
    cases
}

/// Returns the selected zips that an independent reader accepts, with their files.
fn zips(wanted: fn(&Case) -> bool) -> Vec<(Case, Vec<Member>)> {
    let zips: Vec<(Case, Vec<Member>)> = p2s_fixtures::cases()
        .into_iter()
        .filter(|case| case.path.ends_with(".zip") && wanted(case))
        .filter_map(|case| unzip(&case.bytes).map(|members| (case, members)))
        .collect();
    assert!(zips.len() > 10, "{} zips", zips.len());
    zips
}

/// Returns true if all answers about the fixture are `own-ca`.
fn is_own(case: &Case) -> bool {
    case.answers().iter().all(|(rule, _, _)| *rule == "own-ca")
}

/// Returns true if the fixture's rule depends on the content of the package, not on the container.
fn depends_on_content(case: &Case) -> bool {
    // The names of its two texts differ in case only, so a change of case would give two entries with one name.
    case.path != "renamed/beside-twins.zip"
        && !matches!(
            case.rule,
            "unreadable" | "ambiguous-archive" | "not-a-package"
        )
        && !case.error.is_some_and(|error| error.starts_with("zip-"))
}

fn packing() -> impl Strategy<Value = Packing> {
    any::<[bool; 3]>().prop_map(|[deflated, large, comment]| Packing {
        deflated,
        large,
        comment,
    })
}

fn assert_never_not_affected(path: &str, answers: &[InputReport]) -> Result<(), TestCaseError> {
    for answer in answers {
        prop_assert_ne!(answer.verdict, Verdict::NotAffected, "{}", path);
    }
    Ok(())
}

#[test]
fn no_flipped_byte_makes_an_own_package_not_affected() {
    for case in cases(is_own) {
        proptest!(config(60), |(at in any::<Index>(), flip in 1_u8..)| {
            let mut bytes = case.bytes.clone();
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
            assert_never_not_affected(&case.path, &support::judge(&case.path, &bytes))?;
        });
    }
}

#[test]
fn no_cut_makes_an_own_package_not_affected() {
    for case in cases(is_own) {
        proptest!(config(20), |(from in any::<Index>(), to in any::<Index>())| {
            let (from, to) = (from.index(case.bytes.len()), to.index(case.bytes.len()));
            let kept = [&case.bytes[..from.min(to)], &case.bytes[from.max(to)..]].concat();
            assert_never_not_affected(&case.path, &support::judge(&case.path, &kept))?;
        });
    }
}

#[test]
fn no_removal_reordering_or_packing_makes_an_own_package_not_affected() {
    for (case, members) in zips(is_own) {
        // The loop covers all subsets of the files, so their number must be small.
        assert!(members.len() <= 10, "{}", case.path);
        for kept in 0_u32..1 << members.len() {
            let kept: Vec<Member> = members
                .iter()
                .enumerate()
                .filter(|(index, _)| kept >> index & 1 == 1)
                .map(|(_, member)| member.clone())
                .collect();
            proptest!(config(1), |(order in any::<u64>(), packing in packing())| {
                let mut members = kept.clone();
                reorder(&mut members, order);
                let mut answers = support::judge(&case.path, &rezip(&members, packing));
                // Without the RADIUS server's root beside it, the script's thumbprint can't be recognized as that root's.
                // The answer then has a condition, which this finding states.
                answers.retain(|answer| !(case.path == RADIUS_SCRIPT && has(answer, FindingCode::ScriptOnly)));
                // A certificate without a place is a lone certificate once all parts are removed. Its answer has a
                // condition too.
                answers.retain(|answer| !has(answer, FindingCode::LoneCertificate));
                assert_never_not_affected(&case.path, &answers)?;
            });
        }
    }
}

const RADIUS_SCRIPT: &str = "documents/never-radius-script.zip";

fn has(answer: &InputReport, code: FindingCode) -> bool {
    answer.findings.iter().any(|finding| finding.code == code)
}

/// Sorts the files in a pseudorandom order that depends on `order` only.
fn reorder(members: &mut [Member], order: u64) {
    let key = |name: &str| {
        name.bytes().fold(order, |sum, byte| {
            sum.rotate_left(5).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from(byte)
        })
    };
    members.sort_by_key(|(name, _)| key(name));
}

#[test]
fn packing_order_top_folder_slash_and_case_never_change_an_answer() {
    let tops = vec![
        "",
        "vpn/",
        "A b/c.d/",
        "会社 VPN/",
        "Generic2/",
        "Windows VPN/",
    ];
    for (case, members) in zips(depends_on_content) {
        let before = sorted_answers(&support::judge(&case.path, &case.bytes));
        proptest!(config(6), |(order in any::<u64>(), packing in packing(), top in select(tops.clone()),
                               slash in any::<bool>(), upper in any::<Option<bool>>())| {
            let mut members: Vec<Member> = members
                .iter()
                .map(|(name, content)| {
                    let name = match upper {
                        Some(true) => name.to_ascii_uppercase(),
                        Some(false) => name.to_ascii_lowercase(),
                        None => name.clone(),
                    };
                    let name = format!("{top}{name}");
                    let name = if slash { name.replace('\\', "/") } else { name.replace('/', "\\") };
                    (name, content.clone())
                })
                .collect();
            reorder(&mut members, order);
            let after = support::judge(&case.path, &rezip(&members, packing));
            prop_assert_eq!(&before, &sorted_answers(&after), "{}", case.path);
        });
    }
}

/// Returns what must not change, sorted because packages inside a zip have the order of its entries.
fn sorted_answers(inputs: &[InputReport]) -> Vec<[&'static str; 3]> {
    let mut answers: Vec<_> = inputs
        .iter()
        .map(|input| {
            [
                input.verdict.code(),
                input.rule.code(),
                input.root_today.state.code(),
            ]
        })
        .collect();
    answers.sort_unstable();
    answers
}

#[test]
fn the_oracle_finds_only_public_roots_in_each_not_affected_package() {
    let oracle = Oracle::new();
    let mut count = 0;
    for case in p2s_fixtures::cases() {
        for package in support::open(&case.path, &case.bytes) {
            if support::answer(&package).verdict == Verdict::NotAffected {
                count += 1;
                assert_eq!(oracle.objection(&package), None, "{}", case.path);
            }
        }
    }
    assert!(count > 80, "{count} packages");
}

#[test]
fn the_oracle_agrees_for_changed_packages_too() {
    let oracle = Oracle::new();
    for case in cases(|case| !case.bytes.is_empty()) {
        proptest!(config(4), |(at in any::<Index>(), flip in 1_u8..)| {
            let mut bytes = case.bytes.clone();
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
            for package in support::open(&case.path, &bytes) {
                if support::answer(&package).verdict == Verdict::NotAffected {
                    prop_assert_eq!(oracle.objection(&package), None, "{}", case.path);
                }
            }
        });
    }
}

#[test]
fn the_oracle_objects_to_every_own_package() {
    let oracle = Oracle::new();
    for case in cases(is_own) {
        for package in support::open(&case.path, &case.bytes) {
            assert_ne!(oracle.objection(&package), None, "{}", case.path);
        }
    }
}
