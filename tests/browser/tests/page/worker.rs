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

in_both!(
    where_a_worker_can_read_no_file_the_page_gives_it_the_bytes,
    blind
);

/// As in WebKit from a disk and in a sandboxed frame, where [`homes`](crate::homes) has the real thing.
const BLIND: &str =
    "FileReaderSync.prototype.readAsArrayBuffer = () => { throw new Error('not here'); };";

fn blind(engine: Engine) -> Result {
    run(async {
        let host = host::with_script(Policy::Site, &injected::into_workers(BLIND)).await?;
        let sample = files::package();
        let own = files::fixtures().join("own/plural.zip");
        let empty = files::made("empty.zip", b"")?;
        // Of this test alone: it is removed.
        let large = files::made(&format!("large-{engine:?}.zip"), b"")?;
        let file = std::fs::File::options().write(true).open(&large)?;
        file.set_len((64 << 20) + 1)?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.pinned("")).await?;
            for (file, verdict, error) in [
                (&sample, "not-affected", None),
                (&own, "affected", None),
                (&empty, "undetermined", Some("empty")),
                (&large, "undetermined", Some("read-failed")),
                (&sample, "not-affected", None),
            ] {
                let shown = page::check(driver, file).await?;
                assert_eq!(shown.verdict, verdict, "{shown:?}");
                assert_eq!(shown.error.as_deref(), error, "{shown:?}");
            }
            Ok(())
        };
        Browser::of(engine).run(steps).await?;
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
        let host = host::with_script(Policy::Site, &injected::into_workers(GRIEF)).await?;
        let sample = files::package();
        let bad = files::made(name, &std::fs::read(&sample)?)?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.pinned("")).await?;
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
