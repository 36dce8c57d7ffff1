//! Results that change: files are added, a new check starts, and the way back from both.

use p2s_browser_tests::browser::{Browser, Engine};
use p2s_browser_tests::{Result, files, host, in_both, injected, page, run};
use std::path::PathBuf;
use thirtyfour::{By, WebDriver};
use xtask::server::Policy;

/// Injected into the workers: reports the name of each file that is read, and never finishes one of them.
const REPORT_READS: &str = "{ const read = Blob.prototype.slice; const reads = new BroadcastChannel('reads'); \
    Blob.prototype.slice = function (...range) { if (this.name) reads.postMessage(this.name); \
    if (this.name === 'hang.zip') for (;;) {} return read.apply(this, range); } }";

/// Injected into the page: collects these names.
const COLLECT_READS: &str = "globalThis.reads = []; \
    new BroadcastChannel('reads').onmessage = (event) => globalThis.reads.push(event.data);";

/// Injected into the page: the history of a host that forbids changes of it.
const NO_HISTORY: &str = "History.prototype.pushState = History.prototype.replaceState = \
    () => { throw new DOMException('not here', 'SecurityError'); };";

in_both!(further_files_add_to_the_results, add);
in_both!(a_file_given_again_is_not_counted_twice, again);
in_both!(results_stay_while_further_files_are_read, meanwhile);
in_both!(a_cancelled_file_given_again_is_read_again, cancelled);
in_both!(undo_and_back_return_to_the_results_before, back);
in_both!(undo_works_where_the_history_cannot_be_changed, no_history);

fn with_page(
    engine: Engine,
    script: &str,
    steps: impl AsyncFn(&WebDriver, &[PathBuf; 3]) -> Result,
) -> Result {
    run(async {
        let reads = injected::in_workers(REPORT_READS);
        let script = format!("{COLLECT_READS} {reads} {script}");
        let host = host::start_with_script(Policy::Site, &script).await?;
        let sample = std::fs::read(files::package())?;
        let file = |name| files::create_file(name, &sample);
        let three = [file("one.zip")?, file("two.zip")?, file("three.zip")?];
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            steps(driver, &three).await
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

async fn press(driver: &WebDriver, label: &str) -> Result {
    let press = format!(
        "const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith('{label}')); \
         button?.click(); return button ? true : null"
    );
    page::wait_for(driver, &press, label).await?;
    Ok(())
}

fn add(engine: Engine) -> Result {
    with_page(engine, "", async |driver, [one, two, _]| {
        page::check_file(driver, one).await?;
        page::add_files(driver, &[two]).await?;
        page::wait_for_results(driver, &["one.zip", "two.zip"]).await?;
        let reads = "return globalThis.reads.filter((name) => name === 'one.zip').length";
        let reads = page::wait_for(driver, reads, "the files that were read").await?;
        assert_eq!(reads, 1, "it is answered already");
        Ok(())
    })
}

fn again(engine: Engine) -> Result {
    with_page(engine, "", async |driver, [one, two, _]| {
        page::check_file(driver, one).await?;
        page::add_files(driver, &[one]).await?;
        let said = "return document.querySelector('.status [role=status]')?.textContent ?? null";
        let said = page::wait_for_text(driver, said).await?;
        assert_eq!(said, "These files are already in the results.");
        page::wait_for_results(driver, &["one.zip"]).await?;
        page::add_files(driver, &[one, two]).await?;
        page::wait_for_results(driver, &["one.zip", "two.zip"]).await?;
        // It has another name, or the same name and another size.
        let other = files::create_file_in("other", "one.zip", b"not a package")?.join("one.zip");
        page::add_files(driver, &[&other]).await?;
        page::wait_for_results(driver, &["one.zip", "one.zip", "two.zip"]).await?;
        Ok(())
    })
}

fn meanwhile(engine: Engine) -> Result {
    with_page(engine, "", async |driver, [one, two, _]| {
        let hang = files::create_file("hang.zip", &std::fs::read(one)?)?;
        page::check_file(driver, one).await?;
        page::add_files(driver, &[&hang]).await?;
        let says = "const text = document.querySelector('.status .progress')?.innerText ?? ''; \
            return text.includes('the new files yet (1 being read)') || null";
        page::wait_for(driver, says, "the results to be told from the new files").await?;
        page::wait_for_results(driver, &["one.zip"]).await?;
        press(driver, "Cancel").await?;
        page::wait_for_results(driver, &["hang.zip", "one.zip"]).await?;
        press(driver, "Undo").await?;
        page::wait_for_results(driver, &["one.zip"]).await?;
        page::add_files(driver, &[&hang]).await?;
        page::wait_for(driver, says, "the progress again").await?;
        press(driver, "Undo").await?;
        let reading = "return document.querySelector('.progress') ? null : true";
        page::wait_for(driver, reading, "reading to end").await?;
        page::wait_for_results(driver, &["one.zip"]).await?;
        page::add_files(driver, &[two]).await?;
        page::wait_for_results(driver, &["one.zip", "two.zip"]).await?;
        Ok(())
    })
}

fn cancelled(engine: Engine) -> Result {
    with_page(engine, "", async |driver, [one, two, _]| {
        let hang = files::create_file("hang.zip", &std::fs::read(one)?)?;
        let reading = "const text = document.querySelector('.progress')?.innerText ?? ''; \
            return text.includes('hang.zip') || null";
        // The second time, nothing of the first is left but the results that were read.
        for _ in 0..2 {
            page::add_files(driver, &[&hang]).await?;
            page::wait_for(driver, reading, "the file to be read").await?;
            press(driver, "Cancel").await?;
            let results = page::wait_for_results(driver, &["hang.zip"]).await?;
            let error = results.first().and_then(|one| one.error.as_deref());
            assert_eq!(error, Some("cancelled"));
        }
        // It isn't given again, so it stays.
        page::add_files(driver, &[two]).await?;
        page::wait_for_results(driver, &["hang.zip", "two.zip"]).await?;
        Ok(())
    })
}

/// Injected into the page and its workers: one worker, which takes half a second for each file.
const SLOW: &str =
    "Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { value: 1 });";
const SLOW_READS: &str = "{ const read = Blob.prototype.slice; Blob.prototype.slice = function (...range) { \
    if (this.name) for (const end = Date.now() + 500; Date.now() < end;); return read.apply(this, range); } }";

#[test]
fn the_progress_says_how_much_time_is_left() -> Result {
    let script = format!("{SLOW} {}", injected::in_workers(SLOW_READS));
    with_page(Engine::Chromium, &script, async |driver, [one, ..]| {
        let package = std::fs::read(one)?;
        let names: Vec<String> = (0..12)
            .map(|number| format!("slow-{number:02}.zip"))
            .collect();
        let files = names.iter().map(|name| files::create_file(name, &package));
        let files = files.collect::<Result<Vec<_>>>()?;
        let files: Vec<_> = files.iter().map(PathBuf::as_path).collect();
        driver
            .execute("window.begun = Date.now(); return ''", Vec::new())
            .await?;
        page::add_files(driver, &files).await?;
        // The text, and the seconds that are left if reading goes on as before.
        let left = "const text = document.querySelector('.progress > span')?.textContent; \
            const { value, max } = document.querySelector('progress') ?? {}; \
            return text ? `${text} ${Math.round((Date.now() - begun) / value * (max - value) / 1000)}` : null";
        let left = page::wait_for_text(driver, left).await?;
        let numbers = left.split(|c: char| !c.is_ascii_digit());
        let numbers: Vec<u64> = numbers.filter_map(|part| part.parse().ok()).collect();
        let [shown, expected] = numbers[..] else {
            return Err(left.into());
        };
        // The text is a second old at most.
        assert!(shown.abs_diff(expected) <= 2 + expected / 4, "{left}");
        press(driver, "Cancel").await?;
        Ok(())
    })
}

fn back(engine: Engine) -> Result {
    with_page(engine, "", async |driver, [one, two, three]| {
        page::check_file(driver, one).await?;
        page::add_files(driver, &[two]).await?;
        page::wait_for_results(driver, &["one.zip", "two.zip"]).await?;
        driver.back().await?;
        page::wait_for_results(driver, &["one.zip"]).await?;
        driver.forward().await?;
        page::wait_for_results(driver, &["one.zip", "two.zip"]).await?;
        press(driver, "New check").await?;
        page::wait_for_results(driver, &[]).await?;
        press(driver, "Undo").await?;
        page::wait_for_results(driver, &["one.zip", "two.zip"]).await?;
        press(driver, "New check").await?;
        page::wait_for_results(driver, &[]).await?;
        page::check_file(driver, three).await?;
        // Pages of the prose are entries as well.
        driver
            .find(By::Css("nav a[href='#/about']"))
            .await?
            .click()
            .await?;
        let route = "return document.documentElement.dataset.route === 'about' || null";
        page::wait_for(driver, route, "the other page").await?;
        driver.back().await?;
        page::wait_for_results(driver, &["three.zip"]).await?;
        driver.back().await?;
        page::wait_for_results(driver, &["one.zip", "two.zip"]).await?;
        Ok(())
    })
}

fn no_history(engine: Engine) -> Result {
    with_page(engine, NO_HISTORY, async |driver, [one, two, _]| {
        page::check_file(driver, one).await?;
        page::add_files(driver, &[two]).await?;
        page::wait_for_results(driver, &["one.zip", "two.zip"]).await?;
        press(driver, "Undo").await?;
        page::wait_for_results(driver, &["one.zip"]).await?;
        press(driver, "New check").await?;
        page::wait_for_results(driver, &[]).await?;
        press(driver, "Undo").await?;
        page::wait_for_results(driver, &["one.zip"]).await?;
        Ok(())
    })
}
