//! dist/p2s-check.html, opened from the disk.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, command_line, files, in_both, page, run};
use thirtyfour::WebDriver;

in_both!(
    the_one_file_gives_a_verdict_from_the_disk_and_asks_for_nothing,
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
        let report = command_line::json(&[&sample], command_line::NOW)?;
        let browser = Browser::of(engine);
        let downloads = browser.downloads();
        let steps = async |driver: &WebDriver| {
            page::open(driver, &address).await?;
            let shown = page::check(driver, &sample).await?;
            assert_eq!(vec![shown], command_line::expected(&report)?);
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
