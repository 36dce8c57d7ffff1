//! Pictures of the released page, for looking at it: `screenshots FOLDER`.
//!
//! Every scene in both languages, light and dark, on a wide screen and on a phone. The first screen is taken as it is
//! seen without scrolling, everything else as long as it is; of the maintenance each section by itself. The PDFs are
//! what is printed. `readme.png` is docs/screenshot.png.

use p2s_browser_tests::browser::{Browser, look, part, picture, print};
use p2s_browser_tests::{Result, files, host, page, run};
use p2s_report::prose::Topic;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// A name, and the file that makes it; none: the first screen.
type Scene = (&'static str, Vec<PathBuf>);

fn main() -> ExitCode {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("screenshots"), PathBuf::from);
    match run(take(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn take(folder: &Path) -> Result {
    std::fs::create_dir_all(folder)?;
    let host = host::start(Policy::Site).await?;
    let scenes = scenes()?;
    let steps = async |driver: &WebDriver| {
        for (size, width, height) in [("wide", 1280, 800), ("phone", 390, 844)] {
            for (colours, dark) in [("light", false), ("dark", true)] {
                look(driver, width, height, dark).await?;
                for language in ["ja", "en"] {
                    for (scene, chosen) in &scenes {
                        // The first screen as it is met; the answers as of a fixed moment.
                        let now = if chosen.is_empty() {
                            ""
                        } else {
                            "&now=2026-11-24T03:00:00Z"
                        };
                        let address = format!("{}?lang={language}{now}", host.address);
                        show(driver, &address, chosen).await?;
                        let name = format!("{scene}-{language}-{size}-{colours}.png");
                        picture(driver, !chosen.is_empty(), &folder.join(name)).await?;
                    }
                    let name = format!("{language}-{size}-{colours}");
                    maintenance(driver, &host.address, language, &folder.join(name)).await?;
                }
            }
        }
        look(driver, 1280, 1120, false).await?;
        let chosen = [files::fixtures().join("public/g1.zip")];
        show(driver, &format!("{}?lang=en", host.address), &chosen).await?;
        picture(driver, false, &folder.join("readme.png")).await
    };
    Browser::new().run(steps).await?;
    println!("{}", folder.display());
    Ok(())
}

/// Every section of the maintenance, for a package with a CA of its own, in a folder; and the page on paper.
async fn maintenance(driver: &WebDriver, address: &str, language: &str, folder: &Path) -> Result {
    std::fs::create_dir_all(folder)?;
    let address = format!("{address}?lang={language}&now=2026-11-24T03:00:00Z");
    show(
        driver,
        &address,
        &[files::fixtures().join("own/singular.zip")],
    )
    .await?;
    print(driver, &folder.join("answer.pdf")).await?;
    let there = "location.hash = '#/maintenance'; return null";
    driver.execute(there, Vec::new()).await?;
    let seen = "return document.documentElement.dataset.route === 'maintenance' || null";
    page::wait(driver, seen, "the maintenance").await?;
    // The first two stand on another page.
    for topic in Topic::ALL.iter().skip(2) {
        let id = topic.id();
        let selector = format!("#prose [data-section=\"{id}\"][lang=\"{language}\"]");
        part(driver, &selector, &folder.join(format!("{id}.png"))).await?;
    }
    print(driver, &folder.join("maintenance.pdf")).await
}

/// Opens the page afresh and gives it the files.
async fn show(driver: &WebDriver, address: &str, chosen: &[PathBuf]) -> Result {
    page::open(driver, address).await?;
    if chosen.is_empty() {
        return Ok(());
    }
    let files: Vec<&Path> = chosen.iter().map(PathBuf::as_path).collect();
    // None of them is a package of packages: one result each, by its own name.
    let names = files.iter().filter_map(|file| file.file_name()?.to_str());
    let names: Vec<&str> = names.collect();
    page::choose(driver, &files).await?;
    page::results(driver, &names).await?;
    Ok(())
}

/// The settings of several gateways.
const SETTINGS: [&str; 5] = [
    "settings-ikev2-openvpn-g2.xml",
    "settings-openvpn-aad-g1.xml",
    "settings-radius-eapmschapv2-g1.xml",
    "settings-sstp-ikev2-g1.xml",
    "settings-virtual-wan-g2.xml",
];

/// The first screen, each verdict, each card of today, a refusal, many files.
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
        ("contradiction", "contradiction", ""),
        ("ready", "all-public", "ready"),
        ("expired", "all-public", "expired"),
        ("refusal", "unreadable", ""),
    ] {
        let fits = |case: &&p2s_fixtures::Case| {
            case.rule == rule && (today.is_empty() || case.today == today)
        };
        // A package shows more than a lone part of one.
        let zip = cases
            .iter()
            .filter(fits)
            .find(|case| case.path.ends_with(".zip"));
        if let Some(case) = zip.or_else(|| cases.iter().find(fits)) {
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
