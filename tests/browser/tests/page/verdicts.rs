//! The page gives the same answers as the command line, and the right ones.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::page::DisplayedResult;
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
                let displayed = page::check_file(driver, &file).await?;
                assert_eq!(displayed.verdict, "not-affected", "{}", case.path);
                assert_expected(&case, &[displayed]);
            }
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
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
    for displayed in compare_each(&p2s_fixtures::samples())?.iter().flatten() {
        assert_eq!(
            displayed.verdict, "not-affected",
            "{}",
            displayed.input_name
        );
    }
    Ok(())
}

#[test]
fn every_package_under_its_own_ca_is_answered_as_by_the_command_line() -> Result {
    let cases = p2s_fixtures::cases();
    let own = cases.iter().filter(|case| case.path.starts_with("own/"));
    let paths: Vec<_> = own.map(|case| files::fixtures().join(&case.path)).collect();
    for displayed in compare_each(&paths)?.iter().flatten() {
        assert_eq!(displayed.verdict, "affected", "{}", displayed.input_name);
        assert_eq!(
            displayed.root_today, "self-signed",
            "{}",
            displayed.input_name
        );
    }
    Ok(())
}

/// Checks all files of a folder at once. A page load for each would take too long.
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
                let displayed = compare(driver, &paths, &downloads)
                    .await
                    .map_err(|error| format!("{folder}: {error}"))?;
                cases
                    .iter()
                    .for_each(|case| assert_expected(case, &displayed));
            }
            Ok(())
        };
        browser.run(steps).await?;
        Ok(())
    })
}

/// Checks that a file with one input has the answer that its condition requires.
fn assert_expected(case: &p2s_fixtures::Case, displayed: &[DisplayedResult]) {
    let name = case.path.rsplit('/').next().unwrap_or_default();
    for result in displayed.iter().filter(|result| result.input_name == name) {
        let answer = (
            result.rule.as_str(),
            result.root_today.as_str(),
            result.error.as_deref(),
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
            compare(driver, &chosen, &downloads).await.map(drop)
        };
        browser.run(steps).await?;
        Ok(())
    })
}

/// Compares verdict, rule, state, refusal and saved JSON for each file separately. Reports all differences, not only
/// the first. Returns the displayed results of each file.
fn compare_each(chosen: &[PathBuf]) -> Result<Vec<Vec<DisplayedResult>>> {
    let (mut answers, mut differences) = (Vec::new(), Vec::new());
    run(async {
        let host = host::start(Policy::Site).await?;
        let address = format!("{}?now={}", host.address, command_line::NOW);
        let browser = Browser::new();
        let downloads = browser.downloads();
        let steps = async |driver: &WebDriver| {
            for file in chosen {
                // Each file gets a new page, so that no answer can be that of the file before.
                page::open(driver, &address).await?;
                match compare(driver, &[file], &downloads).await {
                    Ok(displayed) => answers.push(displayed),
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

/// Asks the command line and the page. Returns an error if they differ.
async fn compare(
    driver: &WebDriver,
    files: &[&Path],
    downloads: &Path,
) -> Result<Vec<DisplayedResult>> {
    let report = command_line::json_report(files, command_line::NOW)?;
    let expected = command_line::expected_results(&report)?;
    let names: Vec<&str> = expected
        .iter()
        .map(|result| result.input_name.as_str())
        .collect();
    page::choose_files(driver, files).await?;
    let displayed = page::wait_for_results(driver, &names).await?;
    for (displayed, expected) in displayed.iter().zip(&expected) {
        if displayed != expected {
            let error = format!("the page shows {displayed:?}, the command line {expected:?}");
            return Err(error.into());
        }
    }
    match page::save_json(driver, downloads).await? == report {
        true => Ok(displayed),
        false => Err("the JSON differs".into()),
    }
}
