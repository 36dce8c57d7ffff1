//! The page under fault: whatever goes wrong is a sentence about that file, and the next one works.
//!
//! The faults are put in by the tests, from outside: the page has no switch for any of them.

use base64::Engine as _;
use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::page::Shown;
use p2s_browser_tests::{Result, command_line, files, host, in_both, injected, page, run};
use p2s_measure::{Large, SHAPES};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

/// Goes into the worker: it hangs over one file, and leaves no memory for another. It tells how much it has had.
const GRIEF: &str = "{ const Real = WebAssembly.Instance; let made; \
    WebAssembly.Instance = class { constructor(...with_) { return (made = new Real(...with_)); } }; \
    const read = Blob.prototype.slice; Blob.prototype.slice = function (...range) { \
    if (this.name === 'hang.zip') for (;;) {} \
    if (this.name === 'memory.zip') try { for (;;) made.exports.memory.grow(1); } catch {} \
    return read.apply(this, range); }; \
    const peak = new BroadcastChannel('peak'); \
    addEventListener('message', () => setTimeout(() => made && peak.postMessage(made.exports.memory.buffer.byteLength))); }";

/// Goes into the page: no worker can be made while this says so, and the most memory that any has had.
const BREAKS: &str = "{ const Real = Worker; globalThis.peak = 0; \
    globalThis.Worker = class extends Real { constructor(...with_) { \
    if (document.documentElement.dataset.broken) throw new Error('no workers here'); super(...with_); } }; \
    new BroadcastChannel('peak').onmessage = (event) => { globalThis.peak = Math.max(globalThis.peak, event.data); } }";

const FULL: Policy = Policy::Site;

/// Runs steps on the page with the faults built in.
fn under_fault(engine: Engine, steps: impl AsyncFn(&WebDriver) -> Result) -> Result {
    run(async {
        let script = format!("{BREAKS} {}", injected::into_workers(GRIEF));
        let host = host::with_script(FULL, &script).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.pinned("")).await?;
            steps(driver).await?;
            let shown = page::check(driver, &files::package()).await?;
            assert_eq!(shown.verdict, "not-affected", "the next file works");
            Ok(())
        };
        Browser::of(engine).run(steps).await?;
        Ok(())
    })
}

fn refused_with(shown: &Shown, code: &str) {
    assert_eq!(shown.verdict, "undetermined", "{shown:?}");
    assert_eq!(shown.error.as_deref(), Some(code), "{shown:?}");
}

in_both!(a_worker_without_memory_is_a_refusal, memory);
in_both!(a_worker_that_cant_be_made_is_a_refusal, no_worker);
in_both!(of_two_drops_at_once_the_later_is_answered, two_drops);
in_both!(
    a_file_that_comes_while_another_is_read_is_answered,
    meanwhile
);
in_both!(reading_can_be_cancelled, cancel);
in_both!(a_file_deleted_before_it_is_read_is_a_refusal, deleted);
in_both!(
    a_file_changed_before_it_is_read_is_never_answered_as_it_was,
    changed
);
in_both!(a_folder_of_ten_thousand_files_is_gone_through, many);
in_both!(bombs_and_limits_are_answered_in_bounded_memory, bombs);
in_both!(four_gibibytes_are_answered_as_three_megabytes, sizes);

fn memory(engine: Engine) -> Result {
    under_fault(engine, async |driver| {
        let giant = files::fixtures().join("bombs/giant-text.zip");
        let bad = files::made("memory.zip", &std::fs::read(giant)?)?;
        refused_with(&page::check(driver, &bad).await?, "reader-stopped");
        Ok(())
    })
}

fn no_worker(engine: Engine) -> Result {
    under_fault(engine, async |driver| {
        // The one that waits dies of it; then no other can be made.
        let hang = files::made("hang.zip", &std::fs::read(files::package())?)?;
        let broken = "document.documentElement.dataset.broken = 'yes'";
        driver.execute(broken, vec![]).await?;
        page::check(driver, &hang).await?;
        let other = files::made("other.zip", &std::fs::read(files::package())?)?;
        refused_with(&page::check(driver, &other).await?, "reader-stopped");
        let mended = "delete document.documentElement.dataset.broken";
        driver.execute(mended, vec![]).await?;
        Ok(())
    })
}

/// Drops made-up files, each in a drop of its own, without a pause.
const DROPS: &str = "for (const name of arguments) { const carried = new DataTransfer(); \
    carried.items.add(new File(['notes'], name)); \
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true })); }";

fn two_drops(engine: Engine) -> Result {
    under_fault(engine, async |driver| {
        driver
            .execute(DROPS, vec!["one.zip".into(), "two.zip".into()])
            .await?;
        let shown = page::results(driver, &["two.zip"]).await?;
        assert_eq!(shown.len(), 1, "{shown:?}");
        Ok(())
    })
}

fn meanwhile(engine: Engine) -> Result {
    under_fault(engine, async |driver| {
        let hang = files::made("hang.zip", &std::fs::read(files::package())?)?;
        page::choose(driver, &[&hang]).await?;
        let start = Instant::now();
        let shown = page::check(driver, &files::package()).await?;
        assert_eq!(shown.verdict, "not-affected");
        assert!(
            start.elapsed() < Duration::from_secs(8),
            "it did not wait for the one before it: {:?}",
            start.elapsed()
        );
        Ok(())
    })
}

fn cancel(engine: Engine) -> Result {
    under_fault(engine, async |driver| {
        let hang = files::made("hang.zip", &std::fs::read(files::package())?)?;
        page::choose(driver, &[&hang]).await?;
        let press = "const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Cancel'); \
            button?.click(); return button ? true : null";
        page::wait(driver, press, "the button that cancels").await?;
        for shown in page::results(driver, &["hang.zip"]).await? {
            refused_with(&shown, "cancelled");
        }
        Ok(())
    })
}

/// Chooses a file behind one that hangs, does something to it meanwhile, and gives what is said of it.
async fn meddled(
    driver: &WebDriver,
    name: &str,
    meddle: impl FnOnce(&Path) -> std::io::Result<()>,
) -> Result<Shown> {
    let bytes = std::fs::read(files::package())?;
    let (hang, file) = (files::made("hang.zip", &bytes)?, files::made(name, &bytes)?);
    page::choose(driver, &[&hang, &file]).await?;
    meddle(&file)?;
    let mut shown = page::results(driver, &["hang.zip", name])
        .await?
        .into_iter();
    let (hung, later) = shown.next().zip(shown.next()).ok_or("two are shown")?;
    refused_with(&hung, "reader-timeout");
    Ok(later)
}

fn deleted(engine: Engine) -> Result {
    under_fault(engine, async |driver| {
        let shown = meddled(driver, "later.zip", |file| std::fs::remove_file(file)).await?;
        refused_with(&shown, "read-failed");
        Ok(())
    })
}

fn changed(engine: Engine) -> Result {
    under_fault(engine, async |driver| {
        let own = std::fs::read(files::fixtures().join("own/plural.zip"))?;
        let shown = meddled(driver, "later.zip", |file| std::fs::write(file, own)).await?;
        // Chromium refuses to read it; Firefox may read what is there now.
        assert_ne!(shown.verdict, "not-affected", "{shown:?}");
        Ok(())
    })
}

/// Puts the files of a folder into the control for folders as the browser's own dialogue does: Firefox's driver takes
/// no folder.
const FOLDER: &str = "const carried = new DataTransfer(); \
    const put = (name, content) => { const file = new File([content], name); \
    Object.defineProperty(file, 'webkitRelativePath', { value: 'many/' + name }); carried.items.add(file); }; \
    for (let number = 0; number < 10000; number++) put(number + '.txt', 'notes'); \
    put('package.zip', Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0))); \
    const control = document.getElementById('intake-folder'); \
    Object.defineProperty(control, 'files', { value: carried.files }); \
    control.dispatchEvent(new Event('change', { bubbles: true }));";

fn many(engine: Engine) -> Result {
    under_fault(engine, async |driver| {
        let package = std::fs::read(files::package())?;
        match engine {
            Engine::Chromium => {
                let folder = files::made_in("many", "package.zip", &package)?;
                for number in 0..10_000 {
                    std::fs::write(folder.join(format!("{number}.txt")), "notes")?;
                }
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
        let start = Instant::now();
        loop {
            match page::wait(driver, skipped, "the package among ten thousand files").await {
                Ok(said) => {
                    println!("{:?}: {said}", start.elapsed());
                    assert_eq!(said.get("verdict"), Some(&"not-affected".into()));
                    return Ok(());
                }
                Err(error) if start.elapsed() > Duration::from_secs(180) => return Err(error),
                Err(_) => {}
            }
        }
    })
}

fn bombs(engine: Engine) -> Result {
    under_fault(engine, async |driver| {
        let mut costly: Vec<PathBuf> = files::under(&files::fixtures().join("bombs"))?;
        costly.extend(files::under(&files::fixtures().join("limits"))?);
        costly.retain(|path| path.extension().is_some_and(|extension| extension != "txt"));
        for made in p2s_fixtures::costly() {
            costly.push(files::made(made.name, &made.bytes)?);
        }
        for path in costly.iter().map(PathBuf::as_path) {
            let start = Instant::now();
            let report = command_line::json(&[path], command_line::NOW)?;
            let expected = command_line::expected(&report)?;
            let names: Vec<&str> = expected.iter().map(|one| one.input_name.as_str()).collect();
            page::choose(driver, &[path]).await?;
            let shown = page::results(driver, &names).await?;
            println!("{}: {:?}", path.display(), start.elapsed());
            assert_eq!(shown, expected, "{}", path.display());
        }
        println!("at most {:.1} MiB of wasm memory", peak(driver).await?);
        Ok(())
    })
}

/// The most wasm memory that any worker of the page has had, in MiB; within its limit.
async fn peak(driver: &WebDriver) -> Result<f64> {
    let peak = page::wait(driver, "return globalThis.peak || null", "the memory").await?;
    let peak = peak.as_f64().ok_or("a number")? / 1_048_576.0;
    assert!(peak <= 128.0, "{peak} MiB");
    Ok(peak)
}

/// Answers as the command line does, at every size; what they took is printed as the table of docs/hostile-input.md.
fn sizes(engine: Engine) -> Result {
    under_fault(engine, async |driver| {
        let folder = files::made_in(&format!("large-{engine:?}"), "nothing", b"")?;
        for (shape, name, what) in SHAPES {
            let mut row = String::new();
            for size in [3_000_000, 300_000_000, 4 << 30] {
                let large = Large::make(&folder, shape, name, size, false)?;
                let report = command_line::json(&[&large.path], command_line::NOW)?;
                let start = Instant::now();
                let shown = page::check(driver, &large.path).await?;
                row += &format!(" {} ms |", start.elapsed().as_millis());
                assert_eq!(vec![shown], command_line::expected(&report)?, "{what}");
            }
            println!("| {what} |{row} {:.1} MiB |", peak(driver).await?);
        }
        Ok(())
    })
}

#[test]
fn the_table_is_saved_in_both_languages() -> Result {
    run(async {
        let host = host::start(FULL).await?;
        let browser = Browser::new();
        let downloads = browser.downloads();
        let file = files::fixtures().join("misleading/formula-folder.zip");
        let steps = async |driver: &WebDriver| {
            for (language, title) in [("en", "File"), ("ja", "ファイル")] {
                page::open(driver, &host.pinned(&format!("&lang={language}"))).await?;
                page::check(driver, &file).await?;
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
fn the_page_has_no_switch_for_faults() -> Result {
    let manifest = std::fs::read_to_string(xtask::paths::root().join("web/Cargo.toml"))?;
    assert!(!manifest.contains("[features]"), "a feature could be one");
    Ok(())
}
