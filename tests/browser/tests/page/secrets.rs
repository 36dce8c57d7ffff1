//! The page neither displays secrets of a file nor puts them into its address or saved files.

use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::{Result, files, host, page, run};
use p2s_fixtures::{MARKER, MARKER_BASE64};
use thirtyfour::WebDriver;
use xtask::server::Policy;

#[test]
fn no_secret_is_shown_or_saved() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let browser = Browser::new();
        let downloads = browser.downloads();
        let cases: Vec<_> = p2s_fixtures::cases()
            .into_iter()
            .filter(|case| case.path.starts_with("secrets/"))
            .collect();
        assert!(cases.len() > 15, "{} cases", cases.len());
        let steps = async |driver: &WebDriver| {
            for language in ["ja", "en"] {
                page::open(driver, &host.address_at_now(&format!("&lang={language}"))).await?;
                for case in &cases {
                    page::check_file(driver, &files::fixtures().join(&case.path)).await?;
                    let html = "return document.documentElement.outerHTML + location.href + document.title";
                    let displayed = driver.execute(html, Vec::new()).await?.json().to_string();
                    let saved = page::save_json(driver, &downloads).await?;
                    for text in [displayed, String::from_utf8_lossy(&saved).into_owned()] {
                        assert!(text.contains("undetermined") || text.contains("not-affected"));
                        let leaks = text.contains(MARKER) || text.contains(MARKER_BASE64);
                        assert!(!leaks, "{} in {language}", case.path);
                    }
                }
            }
            Ok(())
        };
        browser.run(steps).await?;
        Ok(())
    })
}
