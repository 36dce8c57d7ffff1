//! Measures and prints the time from choosing a package to its verdict. There is no limit, because a busy machine would
//! break it.

use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::{Result, files, host, page, run};
use std::io::Write as _;
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// Script that measures from the event with the file to the next frame with the verdict.
const WATCH: &str = "globalThis.took = null; let start; \
    document.addEventListener('change', () => { start = performance.now(); }, { capture: true, once: true }); \
    for (const old of document.querySelectorAll('[data-input-name]')) old.dataset.seen = ''; \
    const seen = new MutationObserver(() => { \
      if (start && document.querySelector('[data-verdict]:not([data-seen])')) { \
        seen.disconnect(); requestAnimationFrame(() => { globalThis.took = performance.now() - start; }); } }); \
    seen.observe(document, { subtree: true, childList: true, attributes: true });";

#[test]
fn time_to_a_verdict_is_printed() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let packages = vec![files::twin("openvpn-aad-only-g1.zip"), files::package()];
        let program = files::fixtures().join("programs/like-a-real-one.exe");
        let measured = [
            ("a package", packages),
            ("a program of 230 KB", vec![program]),
        ];
        let steps = async |driver: &WebDriver| {
            for (what, files) in &measured {
                page::open(driver, &host.address_at_now("")).await?;
                let mut times = Vec::new();
                for file in files.iter().cycle().take(7) {
                    driver.execute(WATCH, Vec::new()).await?;
                    page::choose_files(driver, &[file]).await?;
                    let took =
                        page::wait_for(driver, "return globalThis.took", "a verdict").await?;
                    times.push(took.as_f64().ok_or("no time")?);
                }
                // The first answer takes longer than those after it.
                let warm = times.split_off(1);
                let displayed = |times: &[f64]| {
                    times
                        .iter()
                        .map(|time| format!("{time:.0}"))
                        .collect::<Vec<_>>()
                        .join(", ")
                };
                let line = format!(
                    "verdict on {what}: first {} ms, then {} ms",
                    displayed(&times),
                    displayed(&warm)
                );
                // println! is captured when a test passes.
                writeln!(std::io::stderr(), "{line}")?;
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}
