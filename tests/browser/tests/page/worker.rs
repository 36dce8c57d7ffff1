//! The reading worker can be thrown away: whatever happens in it is a refusal, and the next file works.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, files, host, in_both, injected, page, run};
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// Goes into the worker: it comes to grief over files of these names, in the middle of reading.
const GRIEF: &str = "{ const read = Blob.prototype.slice; Blob.prototype.slice = function (...range) { \
    if (this.name === 'hang.zip') for (;;) {} \
    if (this.name === 'crash.zip') throw new WebAssembly.RuntimeError('unreachable'); \
    return read.apply(this, range); } }";

in_both!(after_a_crash_in_the_worker_the_next_file_works, crash);
in_both!(after_a_hang_in_the_worker_the_next_file_works, hang);

fn crash(engine: Engine) -> Result {
    after("crash.zip", engine)
}

fn hang(engine: Engine) -> Result {
    after("hang.zip", engine)
}

fn after(name: &str, engine: Engine) -> Result {
    run(async {
        let host = host::with_script(Policy::Site, &injected::into_workers(GRIEF)).await?;
        let sample = files::samples().join("packages/2022-04_openvpn-cert_g1.zip");
        let bad = files::made(name, &std::fs::read(&sample)?)?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address).await?;
            let shown = page::check(driver, &bad).await?;
            assert_eq!(shown.verdict, "undetermined");
            assert!(shown.error.is_some(), "{shown:?}");
            let shown = page::check(driver, &sample).await?;
            assert_eq!(shown.verdict, "not-affected");
            Ok(())
        };
        Browser::of(engine).run(steps).await?;
        Ok(())
    })
}
