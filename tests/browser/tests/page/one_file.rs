//! dist/p2s-check.html opened from a disk.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, command_line, files, in_both, page, run};
use thirtyfour::WebDriver;

in_both!(
    the_one_file_gives_a_verdict_from_the_disk_and_requests_nothing,
    from_disk
);

fn from_disk(engine: Engine) -> Result {
    run(async {
        let address = format!(
            "file://{}?now={}",
            xtask::paths::one_file().display(),
            command_line::NOW
        );
        let sample = files::package();
        let report = command_line::json_report(&[&sample], command_line::NOW)?;
        let browser = Browser::for_engine(engine);
        let downloads = browser.downloads();
        let steps = async |driver: &WebDriver| {
            page::open(driver, &address).await?;
            let displayed = page::check_file(driver, &sample).await?;
            assert_eq!(vec![displayed], command_line::expected_results(&report)?);
            assert!(
                page::save_json(driver, &downloads).await? == report,
                "the JSON differs"
            );
            Ok(())
        };
        let ((), network) = browser.run(steps).await?;
        assert_eq!(network.requests, []);
        assert_eq!(network.connections, []);
        Ok(())
    })
}
