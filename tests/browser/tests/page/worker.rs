//! The reading worker can be thrown away: whatever happens in it is a refusal, and the next file works.

use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::{Result, files, host, injected, page, run};
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// Goes into the worker: it comes to grief over files of these names, in the middle of reading.
const GRIEF: &str = "{ const read = Blob.prototype.slice; Blob.prototype.slice = function (...range) { \
    if (this.name === 'hang.zip') for (;;) {} \
    if (this.name === 'crash.zip') throw new WebAssembly.RuntimeError('unreachable'); \
    return read.apply(this, range); } }";

#[test]
fn after_a_crash_in_the_worker_the_next_file_works() -> Result {
    after("crash.zip")
}

#[test]
fn after_a_hang_in_the_worker_the_next_file_works() -> Result {
    after("hang.zip")
}

fn after(name: &str) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let sample = files::samples().join("packages/2022-04_openvpn-cert_g1.zip");
        let bad = files::made(name, &std::fs::read(&sample)?)?;
        let steps = async |driver: &WebDriver| {
            injected::before_page(driver, &injected::into_workers(GRIEF)).await?;
            page::open(driver, &host.address).await?;
            let shown = page::check(driver, &bad).await?;
            assert_eq!(shown.verdict, "undetermined");
            assert!(shown.error.is_some(), "{shown:?}");
            let shown = page::check(driver, &sample).await?;
            assert_eq!(shown.verdict, "not-affected");
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}
