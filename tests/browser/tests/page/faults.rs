//! Fault injection: each fault leads to a sentence about its file, and the next file works.
//!
//! The tests inject the faults from outside. The page has no switch for any of them.

use base64::Engine as _;
use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::page::DisplayedResult;
use p2s_browser_tests::{Result, command_line, files, host, in_both, injected, page, run};
use p2s_measure::{Large, SHAPES};
use std::path::{Path, PathBuf};
use std::time::Instant;
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

/// Injected into the worker: never finishes reading one file and exhausts the memory on another. Reports the memory in use.
const WORKER_FAULTS: &str = "{ const Real = WebAssembly.Instance; let made; \
    WebAssembly.Instance = class { constructor(...with_) { return (made = new Real(...with_)); } }; \
    const read = Blob.prototype.slice; Blob.prototype.slice = function (...range) { \
    if (this.name === 'hang.zip') for (;;) {} \
    if (this.name === 'memory.zip') try { for (;;) made.exports.memory.grow(1); } catch {} \
    return read.apply(this, range); }; \
    const peak = new BroadcastChannel('peak'); \
    addEventListener('message', () => setTimeout(() => made && peak.postMessage(made.exports.memory.buffer.byteLength))); }";

/// Injected into the page: can prevent new workers, and records the peak memory of all workers. There is one worker at a time,
/// so that a file waits for the one before it.
const PAGE_FAULTS: &str = "{ Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { value: 1 }); const Real = Worker; globalThis.peak = 0; \
    globalThis.Worker = class extends Real { constructor(...with_) { \
    if (document.documentElement.dataset.broken) throw new Error('no workers here'); super(...with_); } }; \
    new BroadcastChannel('peak').onmessage = (event) => { globalThis.peak = Math.max(globalThis.peak, event.data); } }";

const POLICY: Policy = Policy::Site;

/// Runs steps on the page with the injected faults.
fn with_faults(engine: Engine, steps: impl AsyncFn(&WebDriver) -> Result) -> Result {
    run(async {
        let script = format!("{PAGE_FAULTS} {}", injected::in_workers(WORKER_FAULTS));
        let host = host::start_with_script(POLICY, &script).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("")).await?;
            steps(driver).await?;
            let displayed = page::check_file(driver, &files::package()).await?;
            assert_eq!(displayed.verdict, "not-affected", "the next file works");
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

fn assert_refused_with(displayed: &DisplayedResult, code: &str) {
    assert_eq!(displayed.verdict, "undetermined", "{displayed:?}");
    assert_eq!(displayed.error.as_deref(), Some(code), "{displayed:?}");
}

in_both!(a_worker_without_memory_is_a_refusal, memory);
in_both!(a_worker_that_cannot_be_created_is_a_refusal, no_worker);
in_both!(of_two_simultaneous_drops_both_are_answered, two_drops);
in_both!(
    a_file_chosen_while_another_is_read_is_answered_too,
    meanwhile
);
in_both!(reading_can_be_cancelled, cancel);
in_both!(a_file_deleted_before_it_is_read_is_a_refusal, deleted);
in_both!(
    a_file_changed_before_it_is_read_is_never_answered_as_it_was,
    changed
);
in_both!(a_folder_of_ten_thousand_files_is_searched, many);
in_both!(bombs_and_limits_are_answered_in_bounded_memory, bombs);
in_both!(four_gibibytes_are_answered_as_three_megabytes, sizes);

fn memory(engine: Engine) -> Result {
    with_faults(engine, async |driver| {
        let giant = files::fixtures().join("bombs/giant-text.zip");
        let bad = files::create_file("memory.zip", &std::fs::read(giant)?)?;
        assert_refused_with(&page::check_file(driver, &bad).await?, "reader-stopped");
        Ok(())
    })
}

fn no_worker(engine: Engine) -> Result {
    with_faults(engine, async |driver| {
        // The waiting file ends the worker, and no other worker can be created.
        let hang = files::create_file("hang.zip", &std::fs::read(files::package())?)?;
        let broken = "document.documentElement.dataset.broken = 'yes'";
        driver.execute(broken, vec![]).await?;
        page::check_file(driver, &hang).await?;
        let other = files::create_file("other.zip", &std::fs::read(files::package())?)?;
        assert_refused_with(&page::check_file(driver, &other).await?, "reader-stopped");
        let restored = "delete document.documentElement.dataset.broken";
        driver.execute(restored, vec![]).await?;
        Ok(())
    })
}

/// Drops generated files, each in a separate drop event, without a pause.
const DROPS: &str = "for (const name of arguments) { const carried = new DataTransfer(); \
    carried.items.add(new File(['notes'], name)); \
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true })); }";

fn two_drops(engine: Engine) -> Result {
    with_faults(engine, async |driver| {
        driver
            .execute(DROPS, vec!["one.zip".into(), "two.zip".into()])
            .await?;
        page::wait_for_results(driver, &["one.zip", "two.zip"]).await?;
        Ok(())
    })
}

fn meanwhile(engine: Engine) -> Result {
    with_faults(engine, async |driver| {
        let hang = files::create_file("hang.zip", &std::fs::read(files::package())?)?;
        page::choose_files(driver, &[&hang]).await?;
        let package = files::package();
        page::add_files(driver, &[&package]).await?;
        let name = package.file_name().and_then(|name| name.to_str());
        let names = ["hang.zip", name.unwrap_or_default()];
        for displayed in page::wait_for_results(driver, &names).await? {
            match displayed.input_name.as_str() {
                "hang.zip" => assert_refused_with(&displayed, "reader-timeout"),
                _ => assert_eq!(displayed.verdict, "not-affected"),
            }
        }
        Ok(())
    })
}

fn cancel(engine: Engine) -> Result {
    with_faults(engine, async |driver| {
        let hang = files::create_file("hang.zip", &std::fs::read(files::package())?)?;
        page::choose_files(driver, &[&hang]).await?;
        let press = "const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Cancel'); \
            button?.click(); return button ? true : null";
        page::wait_for(driver, press, "the button that cancels").await?;
        for displayed in page::wait_for_results(driver, &["hang.zip"]).await? {
            assert_refused_with(&displayed, "cancelled");
        }
        Ok(())
    })
}

/// Queues a file after one that hangs, changes it in the meantime, and returns its result.
async fn result_after_change(
    driver: &WebDriver,
    name: &str,
    change: impl FnOnce(&Path) -> std::io::Result<()>,
) -> Result<DisplayedResult> {
    let bytes = std::fs::read(files::package())?;
    let (hang, file) = (
        files::create_file("hang.zip", &bytes)?,
        files::create_file(name, &bytes)?,
    );
    page::choose_files(driver, &[&hang, &file]).await?;
    change(&file)?;
    let mut displayed = page::wait_for_results(driver, &["hang.zip", name])
        .await?
        .into_iter();
    let (hanging, later) = displayed
        .next()
        .zip(displayed.next())
        .ok_or("two results are displayed")?;
    assert_refused_with(&hanging, "reader-timeout");
    Ok(later)
}

fn deleted(engine: Engine) -> Result {
    with_faults(engine, async |driver| {
        let displayed =
            result_after_change(driver, "later.zip", |file| std::fs::remove_file(file)).await?;
        assert_refused_with(&displayed, "read-failed");
        Ok(())
    })
}

fn changed(engine: Engine) -> Result {
    with_faults(engine, async |driver| {
        let own = std::fs::read(files::fixtures().join("own/plural.zip"))?;
        let displayed =
            result_after_change(driver, "later.zip", |file| std::fs::write(file, own)).await?;
        // Chromium refuses to read a changed file; Firefox may read the new content.
        assert_ne!(displayed.verdict, "not-affected", "{displayed:?}");
        Ok(())
    })
}

/// Puts the files of a folder into the folder control, as the browser's dialog does. Firefox's driver accepts no
/// folder.
const FOLDER: &str = "const carried = new DataTransfer(); \
    const put = (name, content) => { const file = new File([content], name); \
    Object.defineProperty(file, 'webkitRelativePath', { value: 'many/' + name }); carried.items.add(file); }; \
    for (let number = 0; number < 10000; number++) put(number + '.txt', 'notes'); \
    put('package.zip', Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0))); \
    const control = document.getElementById('intake-folder'); \
    Object.defineProperty(control, 'files', { value: carried.files }); \
    control.dispatchEvent(new Event('change', { bubbles: true }));";

fn many(engine: Engine) -> Result {
    with_faults(engine, async |driver| {
        let package = std::fs::read(files::package())?;
        match engine {
            Engine::Chromium => {
                let folder = files::create_file_in("many", "package.zip", &package)?;
                for number in 0..10_000 {
                    std::fs::write(folder.join(format!("{number}.txt")), "notes")?;
                }
                page::start_over(driver).await?;
                let control = driver.find(By::Id("intake-folder")).await?;
                control.send_keys(folder.display().to_string()).await?;
            }
            Engine::Firefox | Engine::WebKit => {
                let package = base64::engine::general_purpose::STANDARD.encode(package);
                driver.execute(FOLDER, vec![package.into()]).await?;
            }
        }
        let skipped =
            "return document.querySelector('[data-input-name=\"package.zip\"]')?.dataset ?? null";
        let mut progress = String::new();
        loop {
            match page::wait_for(driver, skipped, "the package among ten thousand files").await {
                Ok(dataset) => {
                    assert_eq!(dataset.get("verdict"), Some(&"not-affected".into()));
                    return Ok(());
                }
                Err(error) => {
                    // A busy machine takes minutes. The page isn't stuck as long as its progress changes.
                    let text = driver.find(By::Id("app")).await?.text().await?;
                    if text == progress {
                        return Err(error);
                    }
                    progress = text;
                }
            }
        }
    })
}

fn bombs(engine: Engine) -> Result {
    with_faults(engine, async |driver| {
        let mut costly: Vec<PathBuf> = files::files_under(&files::fixtures().join("bombs"))?;
        costly.extend(files::files_under(&files::fixtures().join("limits"))?);
        costly.retain(|path| path.extension().is_some_and(|extension| extension != "txt"));
        for made in p2s_fixtures::costly() {
            costly.push(files::create_file(made.name, &made.bytes)?);
        }
        for path in costly.iter().map(PathBuf::as_path) {
            let start = Instant::now();
            let report = command_line::json_report(&[path], command_line::NOW)?;
            let expected = command_line::expected_results(&report)?;
            let names: Vec<&str> = expected.iter().map(|one| one.input_name.as_str()).collect();
            page::choose_files(driver, &[path]).await?;
            let displayed = page::wait_for_results(driver, &names).await?;
            println!("{}: {:?}", path.display(), start.elapsed());
            assert_eq!(displayed, expected, "{}", path.display());
        }
        println!(
            "at most {:.1} MiB of wasm memory",
            peak_memory(driver).await?
        );
        Ok(())
    })
}

/// Returns the peak wasm memory of all workers in MiB, which must be within the limit.
async fn peak_memory(driver: &WebDriver) -> Result<f64> {
    let peak_memory =
        page::wait_for(driver, "return globalThis.peak || null", "the memory").await?;
    let peak_memory = peak_memory.as_f64().ok_or("a number")? / 1_048_576.0;
    assert!(peak_memory <= 128.0, "{peak_memory} MiB");
    Ok(peak_memory)
}

/// Compares the answers with the command line's at every size, and prints the costs as the table of
/// docs/hostile-input.md.
fn sizes(engine: Engine) -> Result {
    with_faults(engine, async |driver| {
        let folder = files::create_file_in(&format!("large-{engine:?}"), "nothing", b"")?;
        for (shape, name, what) in SHAPES {
            let mut row = String::new();
            for size in [3_000_000, 300_000_000, 4 << 30] {
                let large = Large::make(&folder, shape, name, size, false)?;
                let report = command_line::json_report(&[&large.path], command_line::NOW)?;
                let start = Instant::now();
                let displayed = page::check_file(driver, &large.path).await?;
                row += &format!(" {} ms |", start.elapsed().as_millis());
                assert_eq!(
                    vec![displayed],
                    command_line::expected_results(&report)?,
                    "{what}"
                );
            }
            println!("| {what} |{row} {:.1} MiB |", peak_memory(driver).await?);
        }
        Ok(())
    })
}

#[test]
fn the_table_is_saved_in_both_languages() -> Result {
    run(async {
        let host = host::start(POLICY).await?;
        let browser = Browser::new();
        let downloads = browser.downloads();
        let file = files::fixtures().join("misleading/formula-folder.zip");
        let steps = async |driver: &WebDriver| {
            for (language, title) in [("en", "File"), ("ja", "ファイル")] {
                page::open(driver, &host.address_at_now(&format!("&lang={language}"))).await?;
                page::check_file(driver, &file).await?;
                let table = page::save_csv(driver, &downloads).await?;
                let table = String::from_utf8(table)?;
                assert!(
                    table.starts_with(&format!("\u{FEFF}\"{title}\"")),
                    "{table}"
                );
                assert_eq!(table.lines().count(), 2, "{table}");
            }
            Ok(())
        };
        browser.run(steps).await?;
        Ok(())
    })
}

#[test]
fn fluent_syntax_in_names_is_shown_as_it_is() -> Result {
    run(async {
        let host = host::start(POLICY).await?;
        let name = "{ $server }{-not-yours}{ $count -> [1] a *[other] b }.cer";
        let root = std::fs::read(files::fixtures().join("certificates/g2.cer_0"))?;
        let certificate = files::create_file(name, &root)?;
        let package = files::fixtures().join("misleading/fluent-and-placeholders.xml");
        let steps = async |driver: &WebDriver| {
            for language in ["en", "ja"] {
                page::open(driver, &host.address_at_now(&format!("&lang={language}"))).await?;
                for (file, shown) in [
                    (&certificate, name),
                    (&package, "{ $gateway }{-term}{draw: windows}"),
                ] {
                    page::check_file(driver, file).await?;
                    let script = "return document.getElementById('app').textContent.replaceAll('\\u00a0', ' ')";
                    let text = page::wait_for_text(driver, script).await?;
                    assert!(text.contains(shown), "{shown}: {text}");
                }
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn the_page_has_no_switch_for_faults() -> Result {
    let manifest = std::fs::read_to_string(xtask::paths::root().join("web/Cargo.toml"))?;
    assert!(!manifest.contains("[features]"), "a feature could be one");
    Ok(())
}
