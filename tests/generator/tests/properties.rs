//! What must hold of every package, however it is changed (the rules' three properties).

mod support;

use p2s_fixtures::Case;
use p2s_verdict::{InputReport, Verdict};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed};
use support::oracle::Oracle;
use support::unzip::{Member, Packing, rezip, unzip};

/// The same random numbers at every run, and few enough of them.
fn config(cases: u32) -> Config {
    Config {
        cases,
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
    case.rule == "own-ca" && case.bytes.len() < 100_000
}

/// Rules that speak of what is in a package rather than of the container.
fn speaks_of_content(case: &Case) -> bool {
    !matches!(
        case.rule,
        "unreadable" | "ambiguous-archive" | "not-a-package"
    ) && !case.error.is_some_and(|error| error.starts_with("zip-"))
}

fn packing() -> impl Strategy<Value = Packing> {
    any::<[bool; 3]>().prop_map(|[deflated, large, comment]| Packing {
        deflated,
        large,
        comment,
    })
}

fn never_not_affected(answers: &[InputReport]) -> Result<(), TestCaseError> {
    for answer in answers {
        prop_assert_ne!(answer.verdict, Verdict::NotAffected);
    }
    Ok(())
}

#[test]
fn no_flipped_byte_makes_an_own_package_not_affected() {
    let own = cases(is_own);
    proptest!(config(1_500), |(case in select(own), at in any::<Index>(), flip in 1_u8..)| {
        let mut bytes = case.bytes.clone();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        never_not_affected(&support::judge(&case.path, &bytes))?;
    });
}

#[test]
fn no_cut_makes_an_own_package_not_affected() {
    let own = cases(is_own);
    proptest!(config(500), |(case in select(own), from in any::<Index>(), to in any::<Index>())| {
        let (from, to) = (from.index(case.bytes.len()), to.index(case.bytes.len()));
        let kept = [&case.bytes[..from.min(to)], &case.bytes[from.max(to)..]].concat();
        never_not_affected(&support::judge(&case.path, &kept))?;
    });
}

#[test]
fn no_removal_reordering_and_packing_makes_an_own_package_not_affected() {
    let own = zips(is_own);
    proptest!(config(400), |((case, members) in select(own), kept in any::<u16>(), order in any::<u64>(), packing in packing())| {
        let mut members: Vec<Member> = members
            .iter()
            .enumerate()
            .filter(|(index, _)| kept >> (index % 16) & 1 == 1)
            .map(|(_, member)| member.clone())
            .collect();
        reorder(&mut members, order);
        never_not_affected(&support::judge(&case.path, &rezip(&members, packing)))?;
    });
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
    let zips = zips(speaks_of_content);
    let top = select(vec!["", "vpn/", "A b/c.d/", "会社 VPN/", "Generic2/"]);
    proptest!(config(800), |((case, members) in select(zips), order in any::<u64>(), packing in packing(),
                             top in top, slash in any::<bool>(), upper in any::<Option<bool>>())| {
        let before = support::judge(&case.path, &case.bytes);
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
        let answers = |inputs: &[InputReport]| -> Vec<_> {
            inputs.iter().map(|input| (input.verdict, input.rule, input.root_today.state)).collect()
        };
        prop_assert_eq!(answers(&before), answers(&after), "{}", case.path);
    });
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
    let all = cases(|case| case.bytes.len() < 100_000 && !case.bytes.is_empty());
    proptest!(config(1_500), |(case in select(all), at in any::<Index>(), flip in 1_u8..)| {
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

#[test]
fn the_second_opinion_objects_to_every_own_package() {
    let oracle = Oracle::new();
    for case in cases(|case| case.rule == "own-ca") {
        for package in support::open(&case.path, &case.bytes) {
            assert_ne!(oracle.objection(&package), None, "{}", case.path);
        }
    }
}
