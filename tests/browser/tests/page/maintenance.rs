//! The pages about 2026 and 2019: every fact, addresses old and new, and the windows on any date and in any time zone.

use p2s_browser_tests::browser::{Browser, Engine, print_to_pdf, set_time_zone};
use p2s_browser_tests::{Result, files, host, in_both, page, run};
use p2s_report::Language;
use p2s_report::prose::FACTS;
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// Hooks of the windows in the order of the page.
const WINDOWS: [&str; 5] = ["1", "2", "3", "4", "automatic"];

/// Times, each with the states of the windows and the summary of the whole maintenance.
const DAYS: [(&str, [&str; 5], &str); 7] = [
    ("2019-02-24T06:00:00Z", ["upcoming"; 5], "upcoming"),
    (
        "2019-02-25T05:59:59Z",
        ["upcoming", "upcoming", "upcoming", "upcoming", "upcoming"],
        "upcoming",
    ),
    (
        "2019-02-25T06:00:00Z",
        ["under-way", "upcoming", "upcoming", "upcoming", "upcoming"],
        "under-way",
    ),
    (
        "2019-02-25T12:00:00Z",
        ["past", "upcoming", "upcoming", "upcoming", "upcoming"],
        "under-way",
    ),
    (
        "2019-03-12T18:00:00Z",
        ["past", "past", "past", "past", "under-way"],
        "under-way",
    ),
    ("2019-05-12T00:00:00Z", ["past"; 5], "past"),
    ("2026-11-24T03:00:00Z", ["past"; 5], "past"),
];

/// Time zones, each with the local start of the first window: date, hours and minutes.
const ZONES: [(&str, &str, &str); 4] = [
    ("UTC", "25 February 2019", "06:00"),
    ("Asia/Tokyo", "25 February 2019", "15:00"),
    ("America/Los_Angeles", "24 February 2019", "22:00"),
    ("Asia/Kolkata", "25 February 2019", "11:30"),
];

in_both!(
    every_fact_of_the_notice_can_be_read_in_both_languages,
    every_fact
);

fn every_fact(engine: Engine) -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for language in Language::ALL {
                let tag = language.tag();
                let mut open_page = "";
                for fact in FACTS {
                    let path = fact.topic.page().path();
                    if path != open_page {
                        let address = host.address_at_now(&format!("&lang={tag}#/{path}"));
                        page::open(driver, &address).await?;
                        open_page = path;
                    }
                    let text = visible_section(driver, fact.topic.id(), tag).await?;
                    // Non-breaking spaces hold the dates together and are read as spaces.
                    let text = text.replace('\u{A0}', " ");
                    for word in fact.words(language) {
                        assert!(
                            text.contains(&word),
                            "F{} in {tag}: {word}: {text}",
                            fact.number
                        );
                    }
                }
            }
            Ok(())
        };
        Browser::for_engine(engine).run(steps).await?;
        Ok(())
    })
}

#[test]
fn windows_have_the_state_of_the_date_in_every_time_zone() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for (name, day, time) in ZONES {
                set_time_zone(driver, name).await?;
                for (now, states, phase) in DAYS {
                    let address = format!("{}?lang=en&now={now}#/maintenance", host.address);
                    page::open(driver, &address).await?;
                    let displayed = visible_windows(driver).await?;
                    let expected: Vec<(String, String)> = WINDOWS
                        .iter()
                        .zip(states)
                        .map(|(id, state)| ((*id).to_owned(), state.to_owned()))
                        .collect();
                    assert_eq!(displayed, expected, "{now} in {name}");
                    let texts = visible_texts(driver, ".when").await?;
                    assert_eq!(texts.len(), 2, "{now}: {texts:?}");
                    assert_eq!(
                        page::wait_for_text(
                            driver,
                            "return document.documentElement.dataset.phase"
                        )
                        .await?,
                        phase
                    );
                    let banner = page::wait_for_text(
                        driver,
                        "return document.querySelector('#banner').innerText",
                    )
                    .await?;
                    assert!(banner.contains("not now"), "{banner}");
                }
                let script =
                    "return document.querySelector('[data-window=\"1\"] [data-local]').innerText";
                let local = page::wait_for_text(driver, script).await?;
                assert!(
                    local.contains(day) && local.contains(time),
                    "{name}: {local}"
                );
                let head = page::wait_for_text(driver, "return [...document.querySelectorAll('[data-zone]')].find((e) => e.offsetParent).innerText").await?;
                assert!(
                    head.contains(name) || name == "Asia/Kolkata" && head.contains("Calcutta"),
                    "{head}"
                );
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn the_address_of_a_section_scrolls_to_it() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for (tag, address, route) in [
                ("ja", "#/maintenance/q-narrower-time", "maintenance"),
                ("en", "#/maintenance/q-narrower-time", "maintenance"),
                ("en", "#/migration/en/error-0x800b0109", "migration"),
                ("ja", "#/maintenance/windows", "maintenance"),
                ("ja", "#/migration/rotation", "migration"),
                // Addresses from before the migration had a page of its own, and the other way round.
                ("en", "#/maintenance/rotation", "migration"),
                ("ja", "#/maintenance/ja/get-package", "migration"),
                ("en", "#/maintenance/error-13801", "migration"),
                ("en", "#/maintenance/sources", "about"),
                ("en", "#/migration/by-hand", "maintenance"),
            ] {
                page::open(
                    driver,
                    &host.address_at_now(&format!("&lang={tag}{address}")),
                )
                .await?;
                let id = address.rsplit('/').next().unwrap_or_default();
                let script = format!(
                    "const box = document.querySelector('[data-section=\"{id}\"][lang=\"{tag}\"]').getBoundingClientRect(); \
                     return box.height > 0 && box.top > 8 && box.top < innerHeight / 2 || null"
                );
                page::wait_for(driver, &script, address).await?;
                let shown = "const root = document.documentElement.dataset.route; \
                    const current = document.querySelector('#bar [aria-current]').hash; \
                    return current === '#/' + root ? root : root + ' but ' + current";
                assert_eq!(
                    page::wait_for_text(driver, shown).await?,
                    route,
                    "{address}"
                );
                // The same without loading the page again.
                driver
                    .execute("location.hash = '#/'; return null", Vec::new())
                    .await?;
                let start = "return document.documentElement.dataset.route === 'check' || null";
                page::wait_for(driver, start, "the first screen").await?;
                driver
                    .execute(
                        &format!("location.hash = '{address}'; return null"),
                        Vec::new(),
                    )
                    .await?;
                page::wait_for(driver, &script, address).await?;
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn the_list_of_sections_is_directly_below_the_heading_of_its_page() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for (width, height) in [(1280, 800), (390, 844)] {
                driver.set_window_rect(0, 0, width, height).await?;
                for (tag, page) in [
                    ("ja", "migration"),
                    ("en", "migration"),
                    ("en", "maintenance"),
                ] {
                    page::open(
                        driver,
                        &host.address_at_now(&format!("&lang={tag}#/{page}")),
                    )
                    .await?;
                    // Nothing is visible between the two, and the list comes before the first section.
                    let script = format!(
                        "const find = (selector) => document.querySelector('[data-page={page}][lang={tag}] ' + selector).getBoundingClientRect(); \
                         const [heading, list, section] = ['h1', '.contents', 'article'].map(find); \
                         return [heading.height, list.top - heading.bottom, section.top - list.bottom]"
                    );
                    let [heading, above, below]: [f64; 3] =
                        driver.execute(&script, Vec::new()).await?.convert()?;
                    let place = format!("{page} in {tag} at {width} px");
                    assert!(heading > 20.0, "{place}: no heading");
                    assert!(
                        (0.0..40.0).contains(&above),
                        "{place}: {above} px to the list"
                    );
                    assert!(below > 0.0, "{place}: the list is below the first section");
                }
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn calendar_files_are_offered_for_windows_that_are_not_past() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            // One for each window, and one for all.
            for (now, offered) in [
                ("2019-02-24T06:00:00Z", 6),
                ("2019-02-25T12:00:00Z", 4),
                ("2026-11-24T03:00:00Z", 0),
            ] {
                let address = format!("{}?lang=en&now={now}#/maintenance", host.address);
                page::open(driver, &address).await?;
                let script = "return [...document.querySelectorAll('a[download$=\".ics\"]')].filter((link) => link.checkVisibility()).length";
                let found: usize = driver.execute(script, Vec::new()).await?.convert()?;
                assert_eq!(found, offered, "{now}");
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn an_invalid_now_is_reported_and_breaks_nothing() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for now in [
                "tomorrow",
                "2019-02-30T00:00:00Z",
                "2019-02-20",
                "%00",
                "1e999",
            ] {
                page::open(
                    driver,
                    &format!("{}?lang=en&now={now}#/maintenance", host.address),
                )
                .await?;
                let banner = page::wait_for_text(
                    driver,
                    "return document.querySelector('#banner').innerText",
                )
                .await?;
                assert!(banner.contains("isn't valid"), "{now}: {banner}");
                assert_eq!(visible_windows(driver).await?.len(), WINDOWS.len(), "{now}");
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

#[test]
fn an_answer_is_printed_on_one_page_and_the_list_of_clients_on_another() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for tag in ["ja", "en"] {
                let now = p2s_fixtures::NOW;
                page::open(driver, &format!("{}?lang={tag}&now={now}", host.address)).await?;
                for chosen in [
                    "own/singular.zip",
                    "migration/both-roots-everywhere.zip",
                    "twins/openvpn-cert-g1.zip",
                ] {
                    page::check_file(driver, &files::fixtures().join(chosen)).await?;
                    assert_eq!(printed_pages(driver).await?, 1, "{chosen} in {tag}");
                }
                // Does what the print control of the list does while it prints.
                let print_list = "location.hash = '#/migration'; document.documentElement.dataset.alone = 'checklist'; return null";
                driver.execute(print_list, Vec::new()).await?;
                let there = "return document.documentElement.dataset.route === 'migration' || null";
                page::wait_for(driver, there, "the migration").await?;
                assert_eq!(printed_pages(driver).await?, 1, "the list in {tag}");
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

/// Returns the number of A4 pages that the page prints to.
async fn printed_pages(driver: &WebDriver) -> Result<usize> {
    let file = files::create_file("printed.pdf", b"")?;
    print_to_pdf(driver, &file).await?;
    let bytes = std::fs::read(&file)?;
    // An empty sheet has about 900 bytes.
    assert!(bytes.len() > 10_000, "{} bytes printed", bytes.len());
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(text.matches("/Type /Page\n").count())
}

/// Returns the visible text of a section.
async fn visible_section(driver: &WebDriver, id: &str, tag: &str) -> Result<String> {
    page::wait_for_text(
        driver,
        &format!(
            "const section = document.querySelector('[data-section=\"{id}\"][lang=\"{tag}\"]'); \
             return section.checkVisibility() ? section.innerText : null"
        ),
    )
    .await
}

/// Returns the hooks and states of the visible windows. Each window must also state its state in words.
async fn visible_windows(driver: &WebDriver) -> Result<Vec<(String, String)>> {
    let script = "return [...document.querySelectorAll('[data-window]')].map((row) => \
        [row.dataset.window, row.dataset.state, row.querySelector('.state').innerText, row.offsetParent !== null])";
    let rows: Vec<(String, String, String, bool)> =
        driver.execute(script, Vec::new()).await?.convert()?;
    for (id, state, words, seen) in &rows {
        assert!(*seen, "window {id} is not seen");
        assert_eq!(&state.replace('-', " "), words, "window {id}");
    }
    Ok(rows
        .into_iter()
        .map(|(id, state, _, _)| (id, state))
        .collect())
}

async fn visible_texts(driver: &WebDriver, selector: &str) -> Result<Vec<String>> {
    let script = format!(
        "return [...document.querySelectorAll('{selector}')].filter((e) => e.offsetParent).map((e) => e.innerText)"
    );
    Ok(driver.execute(&script, Vec::new()).await?.convert()?)
}
