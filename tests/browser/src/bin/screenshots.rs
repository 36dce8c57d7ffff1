//! Takes screenshots of the released page: `screenshots FOLDER [NAME…]`. With names, only the pictures of answers, and
//! `readme.png`, whose names contain all of them, such as `ready en phone`.
//!
//! Covers every scene in both languages, light and dark, on a wide screen and on a phone. The start page is cut off at
//! the window; every other page is captured in full, and the maintenance page section by section. The PDFs show the
//! printed pages, one for each answer and page. `readme.png` is docs/screenshot.png.

use p2s_browser_tests::browser::{
    Browser, element_screenshot, print_to_pdf, screenshot, set_viewport,
};
use p2s_browser_tests::{Result, files, host, page, run};
use p2s_report::prose::Topic;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// A name and the files to choose. Without files, the scene is the start page.
type Scene = (&'static str, Vec<PathBuf>);

fn main() -> ExitCode {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("screenshots"), PathBuf::from);
    let only: Vec<String> = std::env::args().skip(2).collect();
    match run(take_screenshots(&folder, &only)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn take_screenshots(folder: &Path, only: &[String]) -> Result {
    std::fs::create_dir_all(folder)?;
    let host = host::start(Policy::Site).await?;
    let scenes = scenes()?;
    let steps = async |driver: &WebDriver| {
        for (size, width, height) in [("wide", 1280, 800), ("phone", 390, 844)] {
            for (colours, dark) in [("light", false), ("dark", true)] {
                set_viewport(driver, width, height, dark).await?;
                for language in ["ja", "en"] {
                    for (scene, chosen) in &scenes {
                        let name = format!("{scene}-{language}-{size}-{colours}.png");
                        if !only.iter().all(|part| name.contains(part.as_str())) {
                            continue;
                        }
                        // The start page shows today's date; the answers use a fixed time.
                        let now = if chosen.is_empty() {
                            ""
                        } else {
                            "&now=2026-11-24T03:00:00Z"
                        };
                        let address = format!("{}?lang={language}{now}", host.address);
                        open_with_files(driver, &address, chosen).await?;
                        screenshot(driver, !chosen.is_empty(), &folder.join(name)).await?;
                        if size == "wide" && !dark && !chosen.is_empty() {
                            let printed = format!("{scene}-{language}.pdf");
                            print_to_pdf(driver, &folder.join(printed)).await?;
                        }
                    }
                    if !only.is_empty() {
                        continue;
                    }
                    let name = format!("{language}-{size}-{colours}");
                    capture_maintenance(driver, &host.address, language, &folder.join(name))
                        .await?;
                }
            }
        }
        if !only.iter().all(|part| "readme.png".contains(part.as_str())) {
            return Ok(());
        }
        set_viewport(driver, 1280, 1120, false).await?;
        let chosen = [files::fixtures().join("public/g1.zip")];
        open_with_files(driver, &format!("{}?lang=en", host.address), &chosen).await?;
        screenshot(driver, false, &folder.join("readme.png")).await
    };
    Browser::new().run(steps).await?;
    println!("{}", folder.display());
    Ok(())
}

/// Captures every section of the maintenance page for a package with its own CA, and prints the page.
async fn capture_maintenance(
    driver: &WebDriver,
    address: &str,
    language: &str,
    folder: &Path,
) -> Result {
    std::fs::create_dir_all(folder)?;
    let address = format!("{address}?lang={language}&now=2026-11-24T03:00:00Z");
    open_with_files(
        driver,
        &address,
        &[files::fixtures().join("own/singular.zip")],
    )
    .await?;
    for path in ["migration", "maintenance"] {
        let navigate = format!("location.hash = '#/{path}'; return null");
        driver.execute(&navigate, Vec::new()).await?;
        let is_shown =
            format!("return document.documentElement.dataset.route === '{path}' || null");
        page::wait_for(driver, &is_shown, path).await?;
        for topic in Topic::ALL
            .iter()
            .filter(|topic| topic.page().path() == path)
        {
            let id = topic.id();
            let selector = format!("#prose [data-section=\"{id}\"][lang=\"{language}\"]");
            element_screenshot(driver, &selector, &folder.join(format!("{id}.png"))).await?;
        }
        print_to_pdf(driver, &folder.join(format!("{path}.pdf"))).await?;
    }
    Ok(())
}

/// Opens the page and chooses the files.
async fn open_with_files(driver: &WebDriver, address: &str, chosen: &[PathBuf]) -> Result {
    page::open(driver, address).await?;
    if chosen.is_empty() {
        return Ok(());
    }
    let files: Vec<&Path> = chosen.iter().map(PathBuf::as_path).collect();
    // No file contains further packages, so each gives one result under its own name.
    let names = files.iter().filter_map(|file| file.file_name()?.to_str());
    let names: Vec<&str> = names.collect();
    page::choose_files(driver, &files).await?;
    page::wait_for_results(driver, &names).await?;
    Ok(())
}

/// Settings of several gateways.
const SETTINGS: [&str; 5] = [
    "settings-ikev2-openvpn-g2.xml",
    "settings-openvpn-aad-g1.xml",
    "settings-radius-eapmschapv2-g1.xml",
    "settings-sstp-ikev2-g1.xml",
    "settings-virtual-wan-g2.xml",
];

/// Returns the scenes: the start page, each verdict, each state of today's root, a refusal, many files.
fn scenes() -> Result<Vec<Scene>> {
    let mut scenes = vec![
        ("first", Vec::new()),
        (
            "not-affected-current",
            vec![files::twin("settings-ikev2-openvpn-g2.xml")],
        ),
        ("not-affected-retiring", vec![files::package()]),
    ];
    let cases = p2s_fixtures::cases();
    for (scene, rule, today) in [
        ("affected", "own-ca", "self-signed"),
        ("undetermined", "unknown-root", "unknown"),
        ("unlisted", "all-public", "public-unlisted"),
        ("two-gateways", "two-gateways", ""),
        ("names-only", "all-public", "current"),
        ("contradiction", "contradiction", ""),
        ("ready", "all-public", "ready"),
        ("expired", "all-public", "expired"),
        ("refusal", "unreadable", ""),
    ] {
        let matches = |case: &&p2s_fixtures::Case| {
            case.rule == rule && (today.is_empty() || case.today == today)
        };
        // A whole package shows more than a single part.
        let zip = cases
            .iter()
            .filter(matches)
            .find(|case| case.path.ends_with(".zip"));
        if let Some(case) = zip.or_else(|| cases.iter().find(matches)) {
            scenes.push((scene, vec![files::fixtures().join(&case.path)]));
        }
    }
    let mut many = SETTINGS.map(files::twin).to_vec();
    many.extend(
        scenes
            .iter()
            .filter(|(scene, _)| *scene == "affected")
            .flat_map(|(_, chosen)| chosen.clone()),
    );
    scenes.push(("many", many));
    Ok(scenes)
}
