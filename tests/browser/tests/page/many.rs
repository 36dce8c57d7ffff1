//! Several inputs: the overview, the table, its keyboard, and what of it is in the document. Also other ways in and out: pasted
//! text, examples, copied reports.

use crate::worker::{NUMBERED_WORKERS, WORKER_FAULTS};
use p2s_browser_tests::browser::Browser;
use p2s_browser_tests::page::DisplayedResult;
use p2s_browser_tests::{Result, command_line, files, host, injected, page, run};
use p2s_measure::{Large, Shape};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// Opens the page and checks these files.
async fn check(driver: &WebDriver, address: &str, files: &[PathBuf]) -> Result {
    page::open(driver, address).await?;
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    page::choose_files(driver, &files).await?;
    page::wait_for(
        driver,
        "return document.querySelector('.row') && 'there'",
        "rows",
    )
    .await?;
    Ok(())
}

/// Returns the texts of the elements that match a selector.
async fn texts(driver: &WebDriver, selector: &str) -> Result<Vec<String>> {
    let script = format!(
        "return JSON.stringify([...document.querySelectorAll({selector:?})].map((e) => e.textContent))"
    );
    Ok(serde_json::from_str(
        &page::wait_for_text(driver, &script).await?,
    )?)
}

#[test]
fn the_overview_counts_what_is_to_be_done_and_the_table_is_sorted_filtered_and_grouped() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            let files = files::packages("ten", 10)?;
            check(driver, &host.address_at_now("&lang=en"), &files).await?;
            let heading = texts(driver, "h1#answer").await?;
            assert_eq!(
                heading,
                ["6 need action, 2 are fine, 2 can't be determined"]
            );
            let overview = texts(driver, ".overview li > span").await?;
            let words = [
                "New package needed",
                "Can't tell",
                "Get ready",
                "Import all root certificates",
                "Nothing to do today",
            ];
            assert_eq!(overview.len(), words.len(), "{overview:?}");
            for (line, word) in overview.iter().zip(words) {
                assert!(line.starts_with(word), "{line}");
                assert_eq!(
                    line.len() > word.len(),
                    word != "Nothing to do today",
                    "{line}"
                );
            }
            let names = ".row > summary > :last-child";
            let all = texts(driver, names).await?;
            assert!(
                all[0].contains("singular") && all[9].contains("g2"),
                "{all:?}"
            );

            let sort = "document.querySelectorAll('.titles button')[5].click(); return ''";
            driver.execute(sort, Vec::new()).await?;
            let sorted = "return document.querySelector('.row > summary > :last-child').textContent.startsWith('0000') || null";
            page::wait_for(driver, sorted, "rows by name").await?;
            assert!(texts(driver, names).await?.is_sorted());

            let filter = "const field = document.querySelector('[data-filter=text]'); field.value = 'G1'; \
                field.dispatchEvent(new Event('input', { bubbles: true })); return ''";
            driver.execute(filter, Vec::new()).await?;
            let filtered = "return document.querySelectorAll('.row').length === 2 || null";
            page::wait_for(driver, filtered, "two rows").await?;
            assert!(
                texts(driver, "[role=status]")
                    .await?
                    .contains(&"Shown: 2 of 10".to_owned())
            );

            let group = "const text = document.querySelector('[data-filter=text]'); text.value = ''; \
                text.dispatchEvent(new Event('input', { bubbles: true })); \
                const field = document.querySelector('[data-filter=grouping]'); field.value = '1'; \
                field.dispatchEvent(new Event('input', { bubbles: true })); return ''";
            driver.execute(group, Vec::new()).await?;
            let grouped = "return document.querySelectorAll('.group').length > 1 || null";
            page::wait_for(driver, grouped, "groups").await?;
            let groups = texts(driver, ".group").await?;
            assert!(
                groups.contains(&"DigiCert Global Root CA (2)".to_owned()),
                "{groups:?}"
            );
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn of_many_results_only_those_that_are_seen_are_in_the_document() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            let files = files::packages("three hundred", 300)?;
            check(driver, &host.address_at_now("&lang=en"), &files).await?;
            let few = "const rows = document.querySelectorAll('.row').length; return rows <= 200 ? rows : null";
            page::wait_for(driver, few, "few rows").await?;
            let last = "0299-document.pdf";
            let is_there = |name: &str| {
                format!(
                    "return document.querySelector('[data-input-name=\"{name}\"]') ? 'there' : null"
                )
            };
            // A missing row can't be waited for, so it is asked for at once.
            let found = driver
                .execute(is_there("0002-singular.zip"), Vec::new())
                .await?;
            assert!(!found.json().is_null(), "the affected ones come first");
            let sort = "document.querySelectorAll('.titles button')[5].click(); return ''";
            driver.execute(sort, Vec::new()).await?;
            page::wait_for(driver, &is_there("0000-g1.zip"), "the first").await?;
            let found = driver.execute(is_there(last), Vec::new()).await?;
            assert!(found.json().is_null(), "the last row is in the document");
            let scroll = "scrollTo(0, document.documentElement.scrollHeight); return ''";
            driver.execute(scroll, Vec::new()).await?;
            page::wait_for(driver, &is_there(last), "the last").await?;
            let gone = "return document.querySelector('[data-input-name=\"0000-g1.zip\"]') ? null : 'gone'";
            page::wait_for(driver, gone, "the first to go").await?;

            // All of it is printed.
            driver
                .execute(
                    "dispatchEvent(new Event('beforeprint')); return ''",
                    Vec::new(),
                )
                .await?;
            let all = "return document.querySelectorAll('.row').length === 300 || null";
            page::wait_for(driver, all, "all rows").await?;
            driver
                .execute(
                    "dispatchEvent(new Event('afterprint')); return ''",
                    Vec::new(),
                )
                .await?;
            page::wait_for(driver, few, "few rows again").await?;
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

/// Drops this many files, which aren't packages, on the page.
fn drop_files(count: usize) -> String {
    format!(
        "const data = new DataTransfer(); \
         for (let i = 0; i < {count}; i += 1) data.items.add(new File(['not a package'], `${{i}}.zip`)); \
         document.body.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }})); \
         return ''"
    )
}

#[test]
fn a_table_is_shown_in_another_task_than_the_one_that_makes_it() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            // True from a worker's reply, the last of which makes the table, until the next task.
            let watch = "window.isReply = false; window.replies = 0; \
                const add = Worker.prototype.addEventListener; \
                Worker.prototype.addEventListener = function (type, ...others) { \
                  if (type === 'message') add.call(this, type, () => { \
                    window.replies += 1; window.isReply = true; setTimeout(() => { window.isReply = false; }, 0); }); \
                  return add.call(this, type, ...others); }; \
                new MutationObserver((_, observer) => { if (document.querySelector('.row')) { \
                    observer.disconnect(); window.shownByReply = `${window.isReply} ${window.replies > 0}`; } }) \
                  .observe(document.body, { childList: true, subtree: true }); return ''";
            driver.execute(watch, Vec::new()).await?;
            driver.execute(drop_files(200), Vec::new()).await?;
            let shown = page::wait_for_text(driver, "return window.shownByReply").await?;
            assert_eq!(shown, "false true");
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn a_new_check_stops_the_hashing_of_the_files_before() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            // Each hash waits until the test releases it.
            let hold = "const digest = crypto.subtle.digest.bind(crypto.subtle); window.digests = 0; \
                crypto.subtle.digest = (...given) => { window.digests += 1; \
                  return new Promise((release) => { window.release = release; }).then(() => digest(...given)); }; \
                return ''";
            driver.execute(hold, Vec::new()).await?;
            driver.execute(drop_files(20), Vec::new()).await?;
            let count = |count: usize| format!("return window.digests === {count} || null");
            page::wait_for(driver, &count(1), "the first hash").await?;
            driver
                .execute("window.release(); return ''", Vec::new())
                .await?;
            page::wait_for(driver, &count(2), "the second hash").await?;
            page::start_over(driver).await?;
            // Longer than a hash takes to begin.
            let release = "const done = arguments[0]; window.release(); \
                const read = async () => { for (let i = 0; i < 50; i += 1) await new File(['again'], 'again').arrayBuffer(); }; \
                read().then(() => done(window.digests))";
            let digests = driver.execute_async(release, Vec::new()).await?;
            assert_eq!(digests.json().as_u64(), Some(2));
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn the_table_is_one_tab_stop_and_rows_open_with_a_heading() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            let files = files::packages("keys", 12)?;
            check(driver, &host.address_at_now("&lang=en"), &files).await?;
            let stops = "return String([...document.querySelectorAll('.table :is(button, summary)')] \
                .filter((e) => e.tabIndex === 0).length)";
            assert_eq!(page::wait_for_text(driver, stops).await?, "1");
            let press = |key: &str| {
                format!(
                    "const from = document.activeElement; \
                    from.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, cancelable: true }})); \
                    const at = [...document.querySelectorAll('.row > summary')].indexOf(document.activeElement); \
                    return String(at)"
                )
            };
            driver
                .execute(
                    "document.querySelector('.row > summary').focus(); return ''",
                    Vec::new(),
                )
                .await?;
            for (key, row) in [
                ("ArrowDown", "1"),
                ("ArrowDown", "2"),
                ("ArrowUp", "1"),
                ("End", "11"),
                ("ArrowDown", "11"),
            ] {
                assert_eq!(
                    page::wait_for_text(driver, &press(key)).await?,
                    row,
                    "{key}"
                );
            }
            assert_eq!(page::wait_for_text(driver, stops).await?, "1");
            driver
                .execute("document.activeElement.click(); return ''", Vec::new())
                .await?;
            let opened = "return document.querySelector('.row[open] > h2')?.textContent ?? null";
            let name = page::wait_for_text(driver, opened).await?;
            assert!(name.contains("g2"), "{name}");
            let parts = "const row = document.querySelector('.row[open]'); \
                return row.querySelector('.card') && row.querySelector('.evidence') ? 'both' : null";
            page::wait_for(driver, parts, "the answer and its evidence").await?;
            driver
                .execute(
                    "document.querySelector('.row[open] > summary').click(); return ''",
                    Vec::new(),
                )
                .await?;
            page::wait_for(
                driver,
                "return document.querySelector('.row .card') ? null : 'gone'",
                "an empty row",
            )
            .await?;
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

/// Dispatches a paste of text on an element.
fn paste(selector: &str, text: &str) -> String {
    format!(
        "const data = new DataTransfer(); data.setData('text/plain', {text:?}); \
         document.querySelector({selector:?}).dispatchEvent(new ClipboardEvent('paste', \
         {{ clipboardData: data, bubbles: true, cancelable: true }})); return ''"
    )
}

#[test]
fn pasted_text_is_checked_like_its_file() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let read = |path: &str| std::fs::read_to_string(files::fixtures().join(path));
        let settings = read("public/baltimore.xml")?;
        let base64 = settings
            .split_once("<CaCert>")
            .and_then(|(_, rest)| rest.split_once('<'));
        let base64 = base64.ok_or("no certificate")?.0.to_owned();
        let lines: Vec<String> = base64
            .as_bytes()
            .chunks(64)
            .map(|line| String::from_utf8_lossy(line).into_owned())
            .collect();
        let pem = format!(
            "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
            lines.join("\n")
        );
        let steps = async |driver: &WebDriver| {
            for (text, root) in [
                (settings.as_str(), "Baltimore CyberTrust Root"),
                (pem.as_str(), "Baltimore CyberTrust Root"),
                (base64.as_str(), "Baltimore CyberTrust Root"),
                (&read("documents/ovpn-g2.ovpn")?, "DigiCert Global Root G2"),
            ] {
                page::open(driver, &host.address_at_now("&lang=en")).await?;
                driver.execute(paste("body", text), Vec::new()).await?;
                let result = page::wait_for_results(driver, &["Pasted text"]).await?;
                assert_eq!(result.len(), 1);
                let names = texts(driver, ".item h3").await?;
                assert!(names.iter().any(|name| name == root), "{names:?}");
            }
            // Text for another field stays there; a phone pastes into the field for it.
            page::open(driver, &host.address_at_now("&lang=en#/migration")).await?;
            page::wait_for(
                driver,
                "return document.querySelector('#error-code') && 'there'",
                "a field",
            )
            .await?;
            driver
                .execute(paste("#error-code", &settings), Vec::new())
                .await?;
            let route = "return document.documentElement.dataset.route";
            assert_eq!(page::wait_for_text(driver, route).await?, "migration");
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            driver
                .execute(paste("#paste", &settings), Vec::new())
                .await?;
            page::wait_for_results(driver, &["Pasted text"]).await?;
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn each_example_shows_its_answer_and_says_that_it_is_invented() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for (example, answer) in [
                ("Affected in 2019", "New package needed"),
                ("Retiring root", "Get ready"),
                ("Both roots", "Import all root certificates"),
                ("Current root", "Nothing to do today"),
                ("Not a package", "Can't tell"),
            ] {
                page::open(driver, &host.address_at_now("&lang=en")).await?;
                let choose = format!(
                    "const button = [...document.querySelectorAll('.way button')] \
                    .find((button) => button.textContent === '{example}'); button?.click(); return String(Boolean(button))"
                );
                assert_eq!(
                    page::wait_for_text(driver, &choose).await?,
                    "true",
                    "{example}"
                );
                page::wait_for_results(driver, &[&format!("Example (invented): {example}")])
                    .await?;
                assert_eq!(
                    texts(driver, ".card h2").await?.first().map(String::as_str),
                    Some(answer)
                );
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn the_report_is_copied_as_text_and_as_markdown_with_the_fingerprint_of_the_file() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            page::check_file(driver, &files::fixtures().join("public/g1.zip")).await?;
            let hashed = "return [...document.querySelectorAll('.facts dt')] \
                .some((name) => name.textContent === 'SHA-256 of the file') || null";
            page::wait_for(driver, hashed, "the fingerprint of the file").await?;
            for (action, start) in [("copy-text", "g1.zip"), ("copy-markdown", "## g1.zip")] {
                let script = format!(
                    "window.copiedText = null; \
                    navigator.clipboard.writeText = (text) => {{ window.copiedText = text; return Promise.resolve(); }}; \
                    document.querySelector('.pass-on [data-action={action}]').click(); return ''"
                );
                driver.execute(script, Vec::new()).await?;
                let text = page::wait_for_text(driver, "return window.copiedText").await?;
                assert!(text.starts_with(start), "{text}");
                for part in [
                    "Get ready",
                    "DigiCert Global Root CA",
                    "SHA-256",
                    "p2s-check",
                ] {
                    assert!(text.contains(part), "{part}: {text}");
                }
                let label = format!(
                    "return document.querySelector('.pass-on [data-action={action}]').textContent === 'Copied' || null"
                );
                page::wait_for(driver, &label, "the button to say so").await?;
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Returns a name without the number that makes it the only one.
fn kind_of(name: &str) -> String {
    let name = name.trim_start_matches("hostile-");
    let kind = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    kind.to_owned()
}

fn without_number(mut result: DisplayedResult) -> DisplayedResult {
    result.input_name = kind_of(&result.input_name);
    result
}

#[test]
fn a_hundred_hostile_ones_of_a_thousand_inputs_stop_none_of_the_others() -> Result {
    const HOSTILE: [&str; 7] = [
        "bombs/one-gigabyte.zip",
        "bombs/claims-65535-entries.zip",
        "bombs/overlapping.zip",
        "bombs/giant-text.zip",
        "bombs/nested.zip",
        "xml/attribute-flood.xml",
        "limits/names-of-all.zip",
    ];
    /// A worker crashes on the first at most once, on the second always; the third never ends.
    const FAULTS: [&str; 3] = ["crash-once.zip", "crash.zip", "hang.zip"];
    const FOLDER: &str = "a thousand";
    run(async {
        let script = format!("{NUMBERED_WORKERS} {}", injected::in_workers(WORKER_FAULTS));
        let host = host::start_with_script(Policy::Site, &script).await?;
        let mut files = files::packages(FOLDER, 900)?;
        let create = |path: &str, bytes: &[u8]| -> Result<PathBuf> {
            Ok(files::create_file_in(FOLDER, path, bytes)?.join(path))
        };
        for (number, kind) in HOSTILE.iter().cycle().take(95).enumerate() {
            let bytes = std::fs::read(files::fixtures().join(kind))?;
            let name = Path::new(kind).file_name().ok_or("no name")?;
            files.push(create(
                &format!("hostile-{number:02}-{}", name.display()),
                &bytes,
            )?);
        }
        let folder = xtask::paths::target().join("browser/large");
        let large = |shape, name| Large::make(&folder, shape, name, 4 << 30, false);
        let large = [
            large(Shape::LargeEntry, "4-gib.zip")?,
            large(Shape::Nothing, "4-gib.bin")?,
        ];
        files.extend(large.iter().map(|large| large.path.clone()));
        // The command line, which none of these can stop, says what is right about one of each kind.
        let kinds: BTreeMap<String, &Path> = files
            .iter()
            .map(|file| (kind_of(&name_of(file)), file.as_path()))
            .collect();
        let one_of_each: Vec<&Path> = kinds.values().copied().collect();
        let report = command_line::json_report(&one_of_each, command_line::NOW)?;
        let expected = command_line::expected_results(&report)?;
        let expected: BTreeSet<_> = expected.into_iter().map(without_number).collect();
        let package = std::fs::read(files::package())?;
        for (position, name) in [0, 100, 500].into_iter().zip(FAULTS) {
            files.insert(position, create(name, &package)?);
        }
        assert_eq!(files.len(), 1000);
        let steps = async |driver: &WebDriver| {
            check(driver, &host.address_at_now("&lang=en"), &files).await?;
            let all = "dispatchEvent(new Event('beforeprint')); \
                return document.querySelector('.chunk:empty') ? null : true";
            page::wait_for(driver, all, "all rows").await?;
            let displayed = page::displayed_results(driver).await?;
            for file in &files {
                let name = name_of(file);
                let is_about = |row: &DisplayedResult| row.input_name.starts_with(&name);
                assert!(displayed.iter().any(is_about), "no row about {name}");
            }
            let names: BTreeSet<&str> = displayed
                .iter()
                .map(|row| row.input_name.as_str())
                .collect();
            assert_eq!(names.len(), displayed.len(), "rows with the same name");
            let is_fault = |row: &DisplayedResult| FAULTS.contains(&row.input_name.as_str());
            let (faults, rest): (Vec<_>, Vec<_>) = displayed.into_iter().partition(is_fault);
            let errors: Vec<_> = faults.iter().map(|one| one.error.as_deref()).collect();
            assert_eq!(
                errors,
                [None, Some("reader-stopped"), Some("reader-timeout")]
            );
            let rest: BTreeSet<_> = rest.into_iter().map(without_number).collect();
            assert_eq!(rest, expected);
            // Three workers, and one for each that crashed or hung: a dead one is replaced, and its job tried once more.
            let workers = page::wait_for(driver, "return globalThis.workers", "workers").await?;
            assert!(
                workers.as_u64().is_some_and(|workers| workers <= 7),
                "{workers}"
            );
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn gateways_whose_networks_have_the_same_name_are_two() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let one = std::fs::read_to_string(files::fixtures().join("public/baltimore.xml"))?;
        let other = one.replace("0badcafe-", "0badcaff-");
        assert_ne!(one, other);
        let create = |path: &str, text: &str| -> Result<PathBuf> {
            Ok(files::create_file_in("same name", path, text.as_bytes())?.join(path))
        };
        let files = [create("one.xml", &one)?, create("other.xml", &other)?];
        let steps = async |driver: &WebDriver| {
            check(driver, &host.address_at_now("&lang=en"), &files).await?;
            let networks = texts(driver, ".row > summary > :nth-child(2)").await?;
            assert_eq!(networks, ["invented-vnet"; 2]);
            assert_eq!(texts(driver, ".gateways").await?, Vec::<String>::new());
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn names_are_text_and_long_ones_break_nothing() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("&lang=en")).await?;
            let drop = "const data = new DataTransfer(); \
                const names = ['=HYPERLINK(1)', 'a\\u202eb.zip', '<img src=x onerror=alert(1)>', 'x'.repeat(10000)]; \
                for (const name of names) data.items.add(new File(['not a package'], name)); \
                document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); \
                return ''";
            driver.execute(drop, Vec::new()).await?;
            page::wait_for(
                driver,
                "return document.querySelectorAll('.row').length === 4 || null",
                "four rows",
            )
            .await?;
            let names = texts(driver, ".row > summary > :last-child").await?;
            for name in [
                "=HYPERLINK(1)",
                "a\\u{202e}b.zip",
                "<img src=x onerror=alert(1)>",
            ] {
                assert!(names.iter().any(|shown| shown == name), "{name}: {names:?}");
            }
            let fits = "const root = document.documentElement; \
                const highest = Math.max(...[...document.querySelectorAll('.row')].map((row) => row.offsetHeight)); \
                return JSON.stringify([document.querySelectorAll('.row img').length, root.scrollWidth <= root.clientWidth, highest])";
            let fits = page::wait_for_text(driver, fits).await?;
            let (images, fits, highest): (usize, bool, u32) = serde_json::from_str(&fits)?;
            assert!(
                images == 0 && fits && highest <= 48,
                "{images} {fits} {highest}"
            );
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn packages_of_one_gateway_are_compared_on_the_page() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let pair = ["own/old.zip", "migration/both-roots-everywhere.zip"];
        let pair = pair.map(|path| files::fixtures().join(path));
        let steps = async |driver: &WebDriver| {
            check(driver, &host.address_at_now("&lang=en"), &pair).await?;
            let lines = texts(driver, ".gateways details[open] li").await?;
            assert!(!lines.is_empty(), "nothing is compared");
            let titles = texts(driver, ".gateways h3").await?;
            assert_eq!(titles.len(), 1);
            assert!(
                titles[0].contains("old.zip") && titles[0].contains("2018"),
                "{titles:?}"
            );
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}
