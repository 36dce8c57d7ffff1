//! The reading worker is disposable: a failure in it becomes a refusal, and the next file works.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, files, host, in_both, injected, page, run};
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// Injected into the worker: fails in the middle of reading files with these names. What the getter throws isn't caught, as
/// little as a panic.
pub(crate) const WORKER_FAULTS: &str = "{ const read = Blob.prototype.slice; Blob.prototype.slice = function (...range) { \
    if (this.name === 'hang.zip') for (;;) {} \
    return read.apply(this, range); }; \
    const size = Object.getOwnPropertyDescriptor(Blob.prototype, 'size').get; \
    Object.defineProperty(Blob.prototype, 'size', { get() { \
    if (this.name === 'crash.zip' || this.name === 'crash-once.zip' && name === '0') \
    throw new WebAssembly.RuntimeError('unreachable'); \
    return size.call(this); } }); }";

/// Injected into the page: names the workers by their numbers, on a device with three cores.
pub(crate) const NUMBERED_WORKERS: &str = "{ Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { value: 3 }); \
    const Real = Worker; globalThis.workers = 0; globalThis.Worker = class extends Real { \
    constructor(url) { super(url, { name: String(globalThis.workers++) }); } } }";

in_both!(
    a_file_on_which_a_worker_crashes_is_tried_once_more,
    crash_once
);
in_both!(
    several_files_start_as_many_workers_as_there_are_cores,
    cores
);
in_both!(after_a_crash_in_the_worker_the_next_file_works, crash);
in_both!(after_a_hang_in_the_worker_the_next_file_works, hang);

in_both!(
    if_a_worker_cannot_read_files_the_page_sends_it_the_bytes,
    unreadable_files
);
in_both!(a_file_given_during_the_warm_up_gets_its_own_answer, early);
in_both!(
    a_file_after_a_warm_up_that_crashes_is_answered,
    crash_at_start
);

/// Injected into the worker: fails while it reads the example of the warm-up, which has no name: after two seconds, or at
/// once.
const LATE: &str =
    "if (this.name === '') { const start = Date.now(); while (Date.now() - start < 2000); }";
const CRASH: &str = "if (this.name === '') throw new WebAssembly.RuntimeError('unreachable');";

fn early(engine: Engine) -> Result {
    during_warm_up(engine, LATE)
}

fn crash_at_start(engine: Engine) -> Result {
    during_warm_up(engine, CRASH)
}

/// Gives a file as soon as the page is ready. The first answer of the worker isn't about it.
fn during_warm_up(engine: Engine, fault: &str) -> Result {
    run(async {
        let in_worker = format!(
            "{{ const size = Object.getOwnPropertyDescriptor(Blob.prototype, 'size').get; \
             Object.defineProperty(Blob.prototype, 'size', {{ get() {{ {fault} return size.call(this); }} }}); }}"
        );
        let script = format!("{NUMBERED_WORKERS} {}", injected::in_workers(&in_worker));
        let host = host::start_with_script(Policy::Site, &script).await?;
        let own = files::fixtures().join("own/plural.zip");
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("")).await?;
            let displayed = page::check_file(driver, &own).await?;
            assert_eq!(displayed.verdict, "affected", "{displayed:?}");
            assert_eq!(displayed.input_name, "plural.zip");
            let expected = if fault == LATE { 1 } else { 3 };
            assert_eq!(started_workers(driver).await?, expected);
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

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

/// Runs steps on a page with numbered workers that fail.
fn with_numbers(engine: Engine, steps: impl AsyncFn(&WebDriver) -> Result) -> Result {
    run(async {
        let script = format!("{NUMBERED_WORKERS} {}", injected::in_workers(WORKER_FAULTS));
        let host = host::start_with_script(Policy::Site, &script).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("")).await?;
            steps(driver).await
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

async fn started_workers(driver: &WebDriver) -> Result<serde_json::Value> {
    page::wait_for(driver, "return globalThis.workers", "the workers").await
}

fn crash_once(engine: Engine) -> Result {
    with_numbers(engine, async |driver| {
        let sample = std::fs::read(files::package())?;
        let once = files::create_file("crash-once.zip", &sample)?;
        let always = files::create_file("crash.zip", &sample)?;
        let displayed = page::check_file(driver, &once).await?;
        assert_eq!(displayed.verdict, "not-affected", "{displayed:?}");
        assert_eq!(started_workers(driver).await?, 2);
        page::choose_files(driver, &[&always, &files::package()]).await?;
        let displayed =
            page::wait_for_results(driver, &["crash.zip", "openvpn-cert-g1.zip"]).await?;
        let errors: Vec<_> = displayed
            .iter()
            .map(|result| result.error.as_deref())
            .collect();
        assert_eq!(errors, [Some("reader-stopped"), None]);
        Ok(())
    })
}

fn cores(engine: Engine) -> Result {
    with_numbers(engine, async |driver| {
        page::check_file(driver, &files::package()).await?;
        assert_eq!(
            started_workers(driver).await?,
            1,
            "one file needs one worker"
        );
        let sample = std::fs::read(files::package())?;
        let names: Vec<String> = (0..20).map(|number| format!("{number:02}.zip")).collect();
        let created = names.iter().map(|name| files::create_file(name, &sample));
        let created = created.collect::<Result<Vec<_>>>()?;
        let chosen: Vec<&std::path::Path> = created.iter().map(|file| file.as_path()).collect();
        page::choose_files(driver, &chosen).await?;
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        for displayed in page::wait_for_results(driver, &names).await? {
            assert_eq!(displayed.verdict, "not-affected", "{displayed:?}");
        }
        assert_eq!(started_workers(driver).await?, 3);
        Ok(())
    })
}
