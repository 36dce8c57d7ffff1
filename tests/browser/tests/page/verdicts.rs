//! The page says what the command line says, and what is right.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::page::Shown;
use p2s_browser_tests::{Result, command_line, files, host, in_both, page, run};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thirtyfour::WebDriver;
use xtask::server::Policy;

in_both!(every_twin_of_a_real_file_gets_its_verdict, twins);

fn twins(engine: Engine) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let address = format!("{}?now={}", host.address, command_line::NOW);
        let steps = async |driver: &WebDriver| {
            page::open(driver, &address).await?;
            for case in twin_cases() {
                let file = files::fixtures().join(&case.path);
                let shown = page::check(driver, &file).await?;
                assert_eq!(shown.verdict, "not-affected", "{}", case.path);
                as_expected(&case, &[shown]);
            }
            Ok(())
        };
        Browser::of(engine).run(steps).await?;
        Ok(())
    })
}

fn twin_cases() -> Vec<p2s_fixtures::Case> {
    let mut cases = p2s_fixtures::cases();
    cases.retain(|case| case.path.starts_with("twins/"));
    assert!(cases.len() > 10, "{} twins", cases.len());
    cases
}

#[test]
#[ignore = "needs real packages (P2S_SAMPLES)"]
fn real_samples_are_not_affected_as_by_the_command_line() -> Result {
    for shown in same_as_command_line(&p2s_fixtures::samples())?
        .iter()
        .flatten()
    {
        assert_eq!(shown.verdict, "not-affected", "{}", shown.input_name);
    }
    Ok(())
}

#[test]
fn every_package_under_its_own_ca_is_answered_as_by_the_command_line() -> Result {
    let cases = p2s_fixtures::cases();
    let own = cases.iter().filter(|case| case.path.starts_with("own/"));
    let paths: Vec<_> = own.map(|case| files::fixtures().join(&case.path)).collect();
    for shown in same_as_command_line(&paths)?.iter().flatten() {
        assert_eq!(shown.verdict, "affected", "{}", shown.input_name);
        assert_eq!(shown.root_today, "self-signed", "{}", shown.input_name);
    }
    Ok(())
}

/// All of a folder at once: they are too many for a page each.
#[test]
fn every_fixture_gets_its_verdict_as_from_the_command_line() -> Result {
    let mut folders: BTreeMap<String, Vec<p2s_fixtures::Case>> = BTreeMap::new();
    for case in p2s_fixtures::cases() {
        let folder = case.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders.entry(folder.to_owned()).or_default().push(case);
    }
    run(async {
        let host = host::start(Policy::Site).await?;
        let address = format!("{}?now={}", host.address, command_line::NOW);
        let browser = Browser::new();
        let downloads = browser.downloads();
        let steps = async |driver: &WebDriver| {
            for (folder, cases) in &folders {
                page::open(driver, &address).await?;
                let path = |case: &p2s_fixtures::Case| files::fixtures().join(&case.path);
                let paths: Vec<PathBuf> = cases.iter().map(path).collect();
                let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
                let shown = together(driver, &paths, &downloads)
                    .await
                    .map_err(|error| format!("{folder}: {error}"))?;
                cases.iter().for_each(|case| as_expected(case, &shown));
            }
            Ok(())
        };
        browser.run(steps).await?;
        Ok(())
    })
}

/// Where a file is one input, it has the answer that its condition asks for.
fn as_expected(case: &p2s_fixtures::Case, shown: &[Shown]) {
    let name = case.path.rsplit('/').next().unwrap_or_default();
    for one in shown.iter().filter(|one| one.input_name == name) {
        let answer = (
            one.rule.as_str(),
            one.root_today.as_str(),
            one.error.as_deref(),
        );
        assert_eq!(answer, (case.rule, case.today, case.error), "{}", case.path);
    }
}

#[test]
fn several_files_at_once_are_answered_as_by_the_command_line() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let chosen = twin_cases().into_iter();
        let chosen: Vec<_> = chosen
            .map(|case| files::fixtures().join(case.path))
            .collect();
        let chosen: Vec<_> = chosen.iter().map(PathBuf::as_path).collect();
        let browser = Browser::new();
        let downloads = browser.downloads();
        let steps = async |driver: &WebDriver| {
            let address = format!("{}?now={}", host.address, command_line::NOW);
            page::open(driver, &address).await?;
            together(driver, &chosen, &downloads).await.map(drop)
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
                match together(driver, &[file], &downloads).await {
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
async fn together(driver: &WebDriver, files: &[&Path], downloads: &Path) -> Result<Vec<Shown>> {
    let report = command_line::json(files, command_line::NOW)?;
    let expected = command_line::expected(&report)?;
    let names: Vec<&str> = expected.iter().map(|one| one.input_name.as_str()).collect();
    page::choose(driver, files).await?;
    let shown = page::results(driver, &names).await?;
    for (shown, expected) in shown.iter().zip(&expected) {
        if shown != expected {
            let error = format!("the page shows {shown:?}, the command line {expected:?}");
            return Err(error.into());
        }
    }
    match page::save_json(driver, downloads).await? == report {
        true => Ok(shown),
        false => Err("the JSON differs".into()),
    }
}
