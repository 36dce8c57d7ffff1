//! The reading worker is disposable: a failure in it becomes a refusal, and the next file works.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, files, host, in_both, injected, page, run};
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// Injected into the worker: fails in the middle of reading files with these names.
const WORKER_FAULTS: &str = "{ const read = Blob.prototype.slice; Blob.prototype.slice = function (...range) { \
    if (this.name === 'hang.zip') for (;;) {} \
    if (this.name === 'crash.zip') throw new WebAssembly.RuntimeError('unreachable'); \
    return read.apply(this, range); } }";

in_both!(after_a_crash_in_the_worker_the_next_file_works, crash);
in_both!(after_a_hang_in_the_worker_the_next_file_works, hang);

in_both!(
    if_a_worker_cannot_read_files_the_page_sends_it_the_bytes,
    unreadable_files
);

/// Simulates WebKit on a disk and in a sandboxed frame. [`environments`](crate::environments) tests the real ones.
const UNREADABLE_FILES: &str =
    "FileReaderSync.prototype.readAsArrayBuffer = () => { throw new Error('not here'); };";

fn unreadable_files(engine: Engine) -> Result {
    run(async {
        let host =
            host::start_with_script(Policy::Site, &injected::in_workers(UNREADABLE_FILES)).await?;
        let sample = files::package();
        let own = files::fixtures().join("own/plural.zip");
        let empty = files::create_file("empty.zip", b"")?;
        // Only this test uses the file, so it removes it.
        let large = files::create_file(&format!("large-{engine:?}.zip"), b"")?;
        let file = std::fs::File::options().write(true).open(&large)?;
        file.set_len((64 << 20) + 1)?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("")).await?;
            for (file, verdict, error) in [
                (&sample, "not-affected", None),
                (&own, "affected", None),
                (&empty, "undetermined", Some("empty")),
                (&large, "undetermined", Some("read-failed")),
                (&sample, "not-affected", None),
            ] {
                let displayed = page::check_file(driver, file).await?;
                assert_eq!(displayed.verdict, verdict, "{displayed:?}");
                assert_eq!(displayed.error.as_deref(), error, "{displayed:?}");
            }
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        std::fs::remove_file(&large)?;
        Ok(())
    })
}

fn crash(engine: Engine) -> Result {
    after("crash.zip", engine)
}

fn hang(engine: Engine) -> Result {
    after("hang.zip", engine)
}

fn after(name: &str, engine: Engine) -> Result {
    run(async {
        let host =
            host::start_with_script(Policy::Site, &injected::in_workers(WORKER_FAULTS)).await?;
        let sample = files::package();
        let bad = files::create_file(name, &std::fs::read(&sample)?)?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("")).await?;
            let displayed = page::check_file(driver, &bad).await?;
            assert_eq!(displayed.verdict, "undetermined");
            assert!(displayed.error.is_some(), "{displayed:?}");
            let displayed = page::check_file(driver, &sample).await?;
            assert_eq!(displayed.verdict, "not-affected");
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}
