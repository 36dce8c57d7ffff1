//! What must hold of every package, however it is changed (the rules' three properties): each of every fixture that it
//! speaks of.

mod support;

use p2s_fixtures::Case;
use p2s_verdict::{FindingCode, InputReport, Verdict};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed};
use support::oracle::Oracle;
use support::unzip::{Member, Packing, rezip, unzip};

/// The same random numbers at every run, so many for each fixture.
fn config(each: u32) -> Config {
    Config {
        cases: each,
        rng_seed: RngSeed::Fixed(2019),
        failure_persistence: None,
        ..Config::default()
    }
}

fn cases(wanted: fn(&Case) -> bool) -> Vec<Case> {
    let cases: Vec<Case> = p2s_fixtures::cases().into_iter().filter(wanted).collect();
    assert!(cases.len() > 20, "{} cases", cases.len());
    cases
}

/// Zips that are read, with their files.
fn zips(wanted: fn(&Case) -> bool) -> Vec<(Case, Vec<Member>)> {
    let zips: Vec<(Case, Vec<Member>)> = p2s_fixtures::cases()
        .into_iter()
        .filter(|case| case.path.ends_with(".zip") && wanted(case))
        .filter_map(|case| unzip(&case.bytes).map(|members| (case, members)))
        .collect();
    assert!(zips.len() > 10, "{} zips", zips.len());
    zips
}

fn is_own(case: &Case) -> bool {
    case.answers().iter().all(|(rule, _, _)| *rule == "own-ca")
}

/// Rules that speak of what is in a package rather than of the container.
fn speaks_of_content(case: &Case) -> bool {
    // In one case its two texts are one file, which no zip can hold.
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

fn never_not_affected(path: &str, answers: &[InputReport]) -> Result<(), TestCaseError> {
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
            never_not_affected(&case.path, &support::judge(&case.path, &bytes))?;
        });
    }
}

#[test]
fn no_cut_makes_an_own_package_not_affected() {
    for case in cases(is_own) {
        proptest!(config(20), |(from in any::<Index>(), to in any::<Index>())| {
            let (from, to) = (from.index(case.bytes.len()), to.index(case.bytes.len()));
            let kept = [&case.bytes[..from.min(to)], &case.bytes[from.max(to)..]].concat();
            never_not_affected(&case.path, &support::judge(&case.path, &kept))?;
        });
    }
}

#[test]
fn no_removal_reordering_and_packing_makes_an_own_package_not_affected() {
    for (case, members) in zips(is_own) {
        // Every choice of parts, in some order and packing; none of these packages has more than ten.
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
                // Torn from the RADIUS server's root beside it, a script's thumbprint is not known to be that root's:
                // its answer holds on a condition, and says so.
                answers.retain(|answer| !(case.path == RADIUS_SCRIPT && has(answer, FindingCode::ScriptOnly)));
                // A certificate that is nobody's place is answered by itself once nothing else is there, on a condition.
                answers.retain(|answer| !has(answer, FindingCode::LoneCertificate));
                never_not_affected(&case.path, &answers)?;
            });
        }
    }
}

const RADIUS_SCRIPT: &str = "documents/never-radius-script.zip";

fn has(answer: &InputReport, code: FindingCode) -> bool {
    answer.findings.iter().any(|finding| finding.code == code)
}

/// Some order, the same for the same number.
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
    for (case, members) in zips(speaks_of_content) {
        let before = answers(&support::judge(&case.path, &case.bytes));
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
            prop_assert_eq!(&before, &answers(&after), "{}", case.path);
        });
    }
}

/// What must not change; packages inside a zip come in the order of the zip.
fn answers(inputs: &[InputReport]) -> Vec<[&'static str; 3]> {
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
fn behind_each_not_affected_a_second_opinion_finds_public_roots_only() {
    let oracle = Oracle::new();
    let mut seen = 0;
    for case in p2s_fixtures::cases() {
        for package in support::open(&case.path, &case.bytes) {
            if support::answer(&package).verdict == Verdict::NotAffected {
                seen += 1;
                assert_eq!(oracle.objection(&package), None, "{}", case.path);
            }
        }
    }
    assert!(seen > 80, "{seen} seen");
}

#[test]
fn the_second_opinion_holds_for_changed_packages_too() {
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
fn the_second_opinion_objects_to_every_own_package() {
    let oracle = Oracle::new();
    for case in cases(is_own) {
        for package in support::open(&case.path, &case.bytes) {
            assert_ne!(oracle.objection(&package), None, "{}", case.path);
        }
    }
}
