//! Without JavaScript, the page still explains what to do.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, host, in_both, run};
use p2s_report::Language;
use p2s_report::prose::FACTS;
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

in_both!(
    without_javascript_the_check_by_hand_is_readable_in_both_languages,
    readable
);

fn readable(engine: Engine) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            driver.goto(&host.address).await?;
            let html = driver.find(By::Css("html")).await?;
            assert_eq!(html.attr("data-ready").await?, None, "JavaScript ran");
            let text = driver.find(By::Css("body")).await?.text().await?;
            for word in [
                "VpnSettings.xml",
                "DigiCert Global Root G2",
                "7-Zip",
                "check by hand",
                "手動で確認",
                "Microsoft",
            ] {
                assert!(
                    text.contains(word),
                    "{word} can't be read without JavaScript"
                );
            }
            for fact in FACTS {
                for word in Language::ALL.into_iter().flat_map(|of| fact.words(of)) {
                    assert!(text.contains(&word), "F{}: {word}", fact.number);
                }
            }
            for word in [
                "root certificate migration is separate",
                "これとは別のものです",
            ] {
                assert!(text.contains(word), "{word}");
            }
            Ok(())
        };
        Browser::for_engine(engine)
            .without_script()
            .run(steps)
            .await?;
        Ok(())
    })
}
