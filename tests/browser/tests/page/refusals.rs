//! What can't be read is refused in words, and the page goes on.

use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::{Result, files, host, page, run};
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

/// Name, bytes: none of it is a package.
const BAD: [(&str, &[u8]); 6] = [
    ("empty.zip", b""),
    ("notes.txt", b"Remember to renew the certificates.\n"),
    ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0"),
    ("truncated.zip", b"PK\x03\x04\x14\0\0\0\x08\0"),
    ("doctype.xml", b"<?xml version=\"1.0\"?><!DOCTYPE VpnProfile><VpnProfile><VpnType>IkeV2</VpnType></VpnProfile>"),
    ("VpnServerRoot.cer", b"-----BEGIN CERTIFICATE-----\n????\n-----END CERTIFICATE-----\n"),
];

#[test]
fn bad_files_are_refused_in_both_languages_and_the_next_file_works() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let good = files::samples().join("vpnsettings/2024-01_ikev2-openvpn_g2.xml");
        let steps = async |driver: &WebDriver| {
            for language in ["en", "ja"] {
                page::open(driver, &format!("{}?lang={language}", host.address)).await?;
                for (name, bytes) in BAD {
                    let shown = page::check(driver, &files::made(name, bytes)?).await?;
                    assert_eq!(shown.verdict, "undetermined", "{name}");
                    assert!(shown.error.is_some(), "{name}: {shown:?}");
                    let result = driver.find(By::Css("[data-input-name]")).await?;
                    assert!(
                        result.text().await?.contains(name),
                        "{name} is not named ({language})"
                    );
                    let shown = page::check(driver, &good).await?;
                    assert_eq!(shown.verdict, "not-affected", "after {name}");
                }
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}
