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
in_both!(the_warm_up_leaves_no_trace, no_trace);

/// Injected into the page: the times when the worker began and ended to read the example of the warm-up, and when a file was
/// given.
const WARM_UPS: &str = "globalThis.warmUps = []; \
    new BroadcastChannel('warm-up').onmessage = (event) => globalThis.warmUps.push(event.data); \
    addEventListener('change', () => globalThis.given = performance.timeOrigin + performance.now(), { capture: true });";

/// Injected into the worker: reports on reading the example, which has no name, and executes `fault` during it.
fn report_warm_up(fault: &str) -> String {
    injected::in_workers(&format!(
        "{{ const channel = new BroadcastChannel('warm-up'); \
         const size = Object.getOwnPropertyDescriptor(Blob.prototype, 'size').get; \
         Object.defineProperty(Blob.prototype, 'size', {{ get() {{ if (this.name === '') {{ \
         channel.postMessage(performance.timeOrigin + performance.now()); {fault} \
         channel.postMessage(performance.timeOrigin + performance.now()); }} return size.call(this); }} }}); }}"
    ))
}

/// Runs steps on a page with numbered workers, which execute `fault` during the warm-up.
fn with_warm_up(fault: &str, engine: Engine, steps: impl AsyncFn(&WebDriver) -> Result) -> Result {
    let script = format!("{WARM_UPS} {}", report_warm_up(fault));
    with_script(&script, engine, steps)
}

async fn check_own(driver: &WebDriver) -> Result {
    let own = files::fixtures().join("own/plural.zip");
    let displayed = page::check_file(driver, &own).await?;
    assert_eq!(displayed.verdict, "affected", "{displayed:?}");
    assert_eq!(displayed.input_name, "plural.zip");
    Ok(())
}

fn early(engine: Engine) -> Result {
    let late = "const start = Date.now(); while (Date.now() - start < 1500);";
    with_warm_up(late, engine, async |driver| {
        let given = "addEventListener('change', () => \
            globalThis.given = performance.timeOrigin + performance.now(), { capture: true })";
        driver.execute(given, vec![]).await?;
        check_own(driver).await?;
        let times =
            "const [start, end] = globalThis.warmUps; return [start, globalThis.given, end]";
        let times: Vec<f64> = driver.execute(times, vec![]).await?.convert()?;
        assert!(times.is_sorted() && times.len() == 3, "{times:?}");
        assert_eq!(started_workers(driver).await?, 1);
        Ok(())
    })
}

fn crash_at_start(engine: Engine) -> Result {
    let crash = "throw new WebAssembly.RuntimeError('unreachable');";
    with_warm_up(crash, engine, async |driver| {
        check_own(driver).await?;
        assert_eq!(started_workers(driver).await?, 2);
        Ok(())
    })
}

/// What the page shows and where the focus is.
const STATE: &str = "return JSON.stringify([document.title, document.activeElement.localName, \
    document.documentElement.dataset.route, document.querySelectorAll('.result, input[type=date]').length, \
    [...document.querySelectorAll('[role=status]')].map((e) => e.textContent)])";

fn no_trace(engine: Engine) -> Result {
    with_warm_up("", engine, async |driver| {
        let ended = "return globalThis.warmUps.length >= 2 || null";
        page::wait_for(driver, ended, "the end of the warm-up").await?;
        // The reply, and the view that isn't shown.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let state = page::wait_for_text(driver, STATE).await?;
        let expected = r#"["P2S certificate check","body","check",0,["",""]]"#;
        assert_eq!(state, expected);
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
    with_script(&injected::in_workers(WORKER_FAULTS), engine, steps)
}

/// Runs steps on a page with numbered workers and an injected script.
fn with_script(script: &str, engine: Engine, steps: impl AsyncFn(&WebDriver) -> Result) -> Result {
    run(async {
        let script = format!("{NUMBERED_WORKERS} {script}");
        let host = host::start_with_script(Policy::Site, &script).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
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
