//! What can't be read is refused in words, in both languages, and the page goes on.

use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::{Result, files, host, page, run};
use std::path::Path;
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

/// What people choose by mistake: name and bytes.
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
        let good = files::samples().join("vpnsettings/2024-01_ikev2-openvpn_g2.xml");
        let mut bad = Vec::new();
        for (name, bytes) in MISTAKES {
            bad.push(files::made(name, bytes)?);
        }
        let cases = p2s_fixtures::cases()
            .into_iter()
            .filter(|case| case.error.is_some());
        bad.extend(cases.map(|case| files::fixtures().join(case.path)));
        let steps = async |driver: &WebDriver| {
            page::open(driver, &format!("{}?lang={language}", host.address)).await?;
            for file in &bad {
                refused(driver, language, file)
                    .await
                    .map_err(|error| format!("{}: {error}", file.display()))?;
                let shown = page::check(driver, &good).await?;
                assert_eq!(shown.verdict, "not-affected", "after {}", file.display());
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

/// Undetermined, with an error's code, the file's name, and sentences in the language.
async fn refused(driver: &WebDriver, language: &str, file: &Path) -> Result {
    let shown = page::check(driver, file).await?;
    assert_eq!(shown.verdict, "undetermined", "{}", file.display());
    assert!(shown.error.is_some(), "{}: {shown:?}", file.display());
    let text = driver
        .find(By::Css("[data-input-name]"))
        .await?
        .text()
        .await?;
    assert!(
        text.contains(&shown.input_name),
        "{} is not named: {text}",
        file.display()
    );
    let japanese = text.contains(['。', 'を', 'は']);
    assert_eq!(japanese, language == "ja", "{}: {text}", file.display());
    Ok(())
}
