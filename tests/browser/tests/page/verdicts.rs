//! The page says what the command line says, and what is right.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::page::Shown;
use p2s_browser_tests::{Result, command_line, files, host, in_both, page, run};
use std::path::{Path, PathBuf};
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// The real samples: file, rule, today on 24 November 2026. All of them are not affected.
const SAMPLES: [(&str, &str, &str); 9] = [
    (
        "packages/2022-04_openvpn-aad-only_g1.zip",
        "all-public",
        "retiring",
    ),
    (
        "packages/2022-04_openvpn-cert_g1.zip",
        "all-public",
        "retiring",
    ),
    (
        "vpnsettings/2019-04_sstp-ikev2_g1.xml",
        "all-public",
        "retiring",
    ),
    (
        "vpnsettings/2022-04_openvpn-aad_g1.xml",
        "all-public",
        "retiring",
    ),
    (
        "vpnsettings/2022-04_radius-eapmschapv2_g1.xml",
        "all-public",
        "retiring",
    ),
    (
        "vpnsettings/2024-01_ikev2-openvpn_g2.xml",
        "all-public",
        "current",
    ),
    (
        "vpnsettings/2024-03_virtualwan-hub_g2.xml",
        "all-public",
        "current",
    ),
    ("certificates/VpnServerRoot.cer", "all-public", "retiring"),
    ("certificates/VpnServerRoot.cer_0", "all-public", "current"),
];

in_both!(every_sample_gets_its_verdict, samples);

fn samples(engine: Engine) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let address = format!("{}?now={}", host.address, command_line::NOW);
        let steps = async |driver: &WebDriver| {
            page::open(driver, &address).await?;
            for (file, rule, today) in SAMPLES {
                let shown = page::check(driver, &files::samples().join(file)).await?;
                let answer = (
                    shown.verdict.as_str(),
                    shown.rule.as_str(),
                    shown.root_today.as_str(),
                );
                assert_eq!(answer, ("not-affected", rule, today), "{file}");
                assert_eq!(shown.error, None, "{file}");
            }
            Ok(())
        };
        Browser::of(engine).run(steps).await?;
        Ok(())
    })
}

#[test]
fn every_sample_is_answered_as_by_the_command_line() -> Result {
    same_as_command_line(&files::under(&files::samples())?).map(drop)
}

#[test]
fn every_fixture_gets_its_verdict_as_from_the_command_line() -> Result {
    let cases = p2s_fixtures::cases();
    let paths: Vec<_> = cases
        .iter()
        .map(|case| files::fixtures().join(&case.path))
        .collect();
    let answers = same_as_command_line(&paths)?;
    for (case, shown) in cases.iter().zip(&answers) {
        let [shown] = shown.as_slice() else { continue };
        let answer = (
            shown.rule.as_str(),
            shown.root_today.as_str(),
            shown.error.as_deref(),
        );
        assert_eq!(answer, (case.rule, case.today, case.error), "{}", case.path);
    }
    Ok(())
}

#[test]
fn several_files_at_once_are_answered_as_by_the_command_line() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let chosen = files::under(&files::samples().join("vpnsettings"))?;
        let chosen: Vec<_> = chosen.iter().map(PathBuf::as_path).collect();
        let report = command_line::json(&chosen, command_line::NOW)?;
        let expected = command_line::expected(&report)?;
        let names: Vec<&str> = expected.iter().map(|one| one.input_name.as_str()).collect();
        let browser = Browser::new();
        let downloads = browser.downloads();
        let steps = async |driver: &WebDriver| {
            page::open(
                driver,
                &format!("{}?now={}", host.address, command_line::NOW),
            )
            .await?;
            page::choose(driver, &chosen).await?;
            assert_eq!(page::results(driver, &names).await?, expected);
            assert!(
                page::save_json(driver, &downloads).await? == report,
                "the JSON differs"
            );
            Ok(())
        };
        browser.run(steps).await?;
        Ok(())
    })
}

/// Each file by itself: verdict, rule, today, refusal, and the saved JSON byte for byte. All differences are told,
/// not the first alone. Gives what the page shows of each.
fn same_as_command_line(chosen: &[PathBuf]) -> Result<Vec<Vec<Shown>>> {
    let (mut answers, mut differences) = (Vec::new(), Vec::new());
    run(async {
        let host = host::start(Policy::Site).await?;
        let address = format!("{}?now={}", host.address, command_line::NOW);
        let browser = Browser::new();
        let downloads = browser.downloads();
        let steps = async |driver: &WebDriver| {
            for file in chosen {
                // A page of its own for each, so that no answer can be the one before.
                page::open(driver, &address).await?;
                match both(driver, file, &downloads).await {
                    Ok(shown) => answers.push(shown),
                    Err(error) => differences.push(format!("{}: {error}", file.display())),
                }
            }
            Ok(())
        };
        browser.run(steps).await?;
        Ok(())
    })?;
    match differences.is_empty() {
        true => Ok(answers),
        false => Err(differences.join("\n").into()),
    }
}

/// Asks the command line and the page; an error where they differ.
async fn both(driver: &WebDriver, file: &Path, downloads: &Path) -> Result<Vec<Shown>> {
    let report = command_line::json(&[file], command_line::NOW)?;
    let expected = command_line::expected(&report)?;
    let names: Vec<&str> = expected.iter().map(|one| one.input_name.as_str()).collect();
    page::choose(driver, &[file]).await?;
    let shown = page::results(driver, &names).await?;
    if shown != expected {
        return Err(format!("the page shows {shown:?}, the command line {expected:?}").into());
    }
    match page::save_json(driver, downloads).await? == report {
        true => Ok(shown),
        false => Err("the JSON differs".into()),
    }
}
