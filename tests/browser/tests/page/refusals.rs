//! Unreadable files are refused with an explanation in both languages, and the page continues to work.

use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::{Result, files, host, page, run};
use std::path::{Path, PathBuf};
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// Files that people choose by mistake: name and bytes.
const MISTAKES: [(&str, &[u8]); 4] = [
    ("empty.zip", b""),
    ("notes.txt", b"Remember to renew the certificates.\n"),
    (
        "picture.png",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0",
    ),
    ("truncated.zip", b"PK\x03\x04\x14\0\0\0\x08\0"),
];

#[test]
fn bad_files_are_refused_in_english_and_the_next_file_works() -> Result {
    refused_in("en")
}

#[test]
fn bad_files_are_refused_in_japanese_and_the_next_file_works() -> Result {
    refused_in("ja")
}

fn refused_in(language: &str) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let good = files::twin("settings-ikev2-openvpn-g2.xml");
        let mut mistakes = Vec::new();
        for (name, bytes) in MISTAKES {
            mistakes.push(files::create_file(name, bytes)?);
        }
        let refused = p2s_fixtures::cases()
            .into_iter()
            // The package inside another zip has another name.
            .filter(|case| {
                !case.path.starts_with("renamed/cloud-") && case.path != "wrong/encrypted-outer.zip"
            })
            .filter(|case| case.error.is_some() && case.others.is_empty());
        let refused: Vec<PathBuf> = refused
            .map(|case| files::fixtures().join(case.path))
            .collect();
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now(&format!("&lang={language}"))).await?;
            for file in &mistakes {
                page::check_file(driver, file).await?;
                assert_all_refused(driver, language, 1).await?;
                let displayed = page::check_file(driver, &good).await?;
                assert_eq!(
                    displayed.verdict,
                    "not-affected",
                    "after {}",
                    file.display()
                );
            }
            let chosen: Vec<&Path> = refused.iter().map(PathBuf::as_path).collect();
            let names = chosen.iter().filter_map(|file| file.file_name()?.to_str());
            let names: Vec<&str> = names.collect();
            page::choose_files(driver, &chosen).await?;
            page::wait_for_results(driver, &names).await?;
            assert_all_refused(driver, language, chosen.len()).await?;
            let displayed = page::check_file(driver, &good).await?;
            assert_eq!(displayed.verdict, "not-affected", "after all of them");
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

/// Opens each result and checks that it is undetermined, has an error code and names its file, and is explained in sentences
/// of the language.
async fn assert_all_refused(driver: &WebDriver, language: &str, count: usize) -> Result {
    let opened = "for (const row of document.querySelectorAll('details.row')) row.open = true; \
        return [...document.querySelectorAll('[data-input-name]')].every((e) => e.querySelector('.card')) || null";
    page::wait_for(driver, opened, "the answers in all rows").await?;
    let script = "return [...document.querySelectorAll('[data-input-name]')].map((e) => [e.dataset.inputName, \
        e.dataset.verdict, e.dataset.error ?? '', e.querySelector('.card').textContent, e.textContent])";
    let results: Vec<[String; 5]> = driver.execute(script, Vec::new()).await?.convert()?;
    assert_eq!(results.len(), count);
    for [name, verdict, error, sentences, all] in &results {
        assert_eq!(verdict, "undetermined", "{name}");
        assert!(!error.is_empty(), "{name} has no code");
        assert!(all.contains(name.as_str()), "{name} is not named: {all}");
        let japanese = sentences.contains(['。', 'を', 'は']);
        assert_eq!(japanese, language == "ja", "{name}: {sentences}");
    }
    Ok(())
}
