//! axe-core finds no accessibility fault in any state of the page: every state in one language, theme and width, and
//! three of them in all. `cargo xtask test` runs this module in a step of its own, because it needs npm's axe-core.

use p2s_browser_tests::axe::{Finding, findings};
use p2s_browser_tests::browser::{Browser, set_viewport};
use p2s_browser_tests::command_line::NOW;
use p2s_browser_tests::host::{self, Host};
use p2s_browser_tests::{Result, files, page, run};
use p2s_fixtures::Case;
use p2s_report::Language;
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use thirtyfour::WebDriver;
use xtask::server::Policy;

/// Before and during the maintenance of 2019, and after the end of website trust.
const BEFORE: &str = "2019-02-20T00:00:00Z";
const DURING: &str = "2019-03-05T00:00:00Z";
const OUTDATED: &str = "2029-04-16T00:00:00Z";

/// Widths of a desktop and of a phone, with their heights.
const SIZES: [(u32, u32); 2] = [(1280, 800), (390, 844)];

/// A state of the page.
#[derive(Debug, Clone, Default)]
struct State {
    name: String,
    /// The rest of the query and the route.
    address: String,
    files: Vec<PathBuf>,
    /// Script that changes the page, and one that returns null until it has changed.
    change: Option<(&'static str, &'static str)>,
}

impl State {
    /// Returns the page at this time, and at this rest of the query and the route.
    fn at(now: &str, rest: &str) -> Self {
        let address = format!("now={now}{rest}");
        State {
            name: address.clone(),
            address,
            ..State::default()
        }
    }

    /// Returns the first page as users open it, without a note on the time.
    fn without_time() -> Self {
        State {
            name: "the first page".to_owned(),
            ..State::default()
        }
    }

    /// Returns the answers about these files.
    fn answers(name: impl Into<String>, files: Vec<PathBuf>) -> Self {
        State {
            name: name.into(),
            files,
            ..State::at(NOW, "")
        }
    }

    /// Returns the maintenance page after a change.
    fn changed(name: &str, script: &'static str, until: &'static str) -> Self {
        State {
            name: name.to_owned(),
            change: Some((script, until)),
            ..State::at(NOW, "#/maintenance")
        }
    }
}

/// Language, theme and size.
#[derive(Debug, Clone, Copy)]
struct Look {
    language: Language,
    is_dark: bool,
    size: (u32, u32),
}

impl fmt::Display for Look {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let theme = if self.is_dark { "dark" } else { "light" };
        write!(out, "{}, {theme}, {}", self.language.tag(), self.size.0)
    }
}

/// Returns all looks. Consecutive ones differ in the language.
fn looks() -> Vec<Look> {
    let mut looks = Vec::new();
    for size in SIZES {
        for is_dark in [false, true] {
            looks.extend(Language::ALL.map(|language| Look {
                language,
                is_dark,
                size,
            }));
        }
    }
    looks
}

/// Returns each state in one look.
fn in_one_look(states: Vec<State>) -> Vec<(State, Look)> {
    states
        .into_iter()
        .zip(looks().into_iter().cycle())
        .collect()
}

#[test]
fn nothing_is_found_in_any_answer() -> Result {
    let (refused, answered): (Vec<Case>, Vec<Case>) = files::one_of_each_answer()
        .into_iter()
        .partition(|case| case.error.is_some());
    // A single refusal has the same elements for every error of a rule. The texts are checked in one page.
    let single = answered.iter().chain(one_of_each_rule(&refused));
    let mut states: Vec<State> = single
        .map(|case| State::answers(&case.path, vec![files::of_case(case)]))
        .collect();
    let refused = refused.iter().map(files::of_case).collect();
    states.push(State::answers("every refusal", refused));
    states.push(State {
        address: format!("now={NOW}&embed"),
        ..State::answers("an embedded answer", vec![files::package()])
    });
    assert_clean(&in_one_look(states))
}

/// Returns the first case of each rule and state of today's root.
fn one_of_each_rule(cases: &[Case]) -> impl Iterator<Item = &Case> {
    let mut seen = BTreeSet::new();
    cases
        .iter()
        .filter(move |case| seen.insert((case.rule, case.today)))
}

#[test]
fn nothing_is_found_on_the_pages_without_an_answer() -> Result {
    assert_clean(&in_one_look(vec![
        State::at(NOW, ""),
        State::without_time(),
        State::at(NOW, "&embed"),
        State::at(OUTDATED, ""),
        State::at("tomorrow", ""),
        State::at(NOW, "#/about"),
        State::at(NOW, "#/migration"),
        State::at(NOW, "&embed#/about"),
        State::at(BEFORE, "#/maintenance"),
        State::at(DURING, "#/maintenance"),
        State::at(NOW, "&embed#/maintenance"),
        State::changed(
            "an error in the support request",
            "const field = document.getElementById('request-subscription'); field.value = 'Production'; \
             field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
            "return document.querySelector('#request-subscription[aria-invalid]') && true",
        ),
        State::changed(
            "an error code that is found",
            "const field = document.getElementById('error-code'); field.value = '0x800B0109'; \
             field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
            "return document.querySelector('[data-found]') && true",
        ),
        State::changed(
            "an error code that is not found",
            "const field = document.getElementById('error-code'); field.value = '99999'; \
             field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
            "return document.querySelector('#error-code ~ small').textContent || null",
        ),
        State::changed(
            "a text to copy by hand",
            "navigator.clipboard.writeText = () => Promise.reject(); document.getElementById('request-copy').click();",
            "return document.getElementById('offered') && true",
        ),
    ]))
}

#[test]
fn nothing_is_found_in_the_middle_of_a_thousand_results_with_an_open_row() -> Result {
    let state = State {
        change: Some((
            "",
            "const isSeen = (row) => row.getBoundingClientRect().top > 0 && row.closest('.chunk').dataset.chunk > 5; \
             if (!document.querySelector('.row[open]')) { scrollTo(0, document.documentElement.scrollHeight / 2); \
             const row = [...document.querySelectorAll('.row')].find(isSeen); if (row) row.open = true; } \
             return document.querySelector('.row[open] .card') && true",
        )),
        ..State::answers("a thousand results", files::packages("axe", 1000)?)
    };
    let looks = looks();
    let looks = looks.first().into_iter().chain(looks.last());
    assert_clean(&looks.map(|look| (state.clone(), *look)).collect::<Vec<_>>())
}

#[test]
fn nothing_is_found_in_three_states_in_any_language_theme_and_width() -> Result {
    let several = ["public/g1.zip", "own/singular.zip", "wrong/picture.bmp"];
    let several = several.map(|path| files::fixtures().join(path)).to_vec();
    let states = [
        State::answers("a retiring root", vec![files::package()]),
        State::answers("several results", several),
        State::at(NOW, "#/maintenance"),
    ];
    let in_all = states
        .iter()
        .flat_map(|state| looks().into_iter().map(|look| (state.clone(), look)));
    assert_clean(&in_all.collect::<Vec<_>>())
}

/// The control: the tests above can fail.
#[test]
fn an_image_without_a_text_is_found() -> Result {
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            page::open(driver, &host.address_at_now("")).await?;
            let insert = "document.querySelector('#zone p').append(new Image(9, 9))";
            driver.execute(insert, Vec::new()).await?;
            let found = findings(driver).await?;
            let found = found.iter().find(|finding| finding.rule == "image-alt");
            let printed = found.ok_or("the image isn't found")?.to_string();
            assert!(printed.starts_with("image-alt (critical): "), "{printed}");
            assert!(printed.contains("\n    img\n        <img "), "{printed}");
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })
}

/// Checks all of these states, then prints what was found in any of them.
fn assert_clean(states: &[(State, Look)]) -> Result {
    let mut found: Vec<(Finding, Vec<String>)> = Vec::new();
    run(async {
        let host = host::start(Policy::Site).await?;
        let steps = async |driver: &WebDriver| {
            for (state, look) in states {
                show(driver, &host, state, *look).await?;
                for finding in findings(driver).await? {
                    let place = format!("{} ({look})", state.name);
                    match found.iter_mut().find(|(known, _)| known.is_like(&finding)) {
                        Some((_, places)) => places.push(place),
                        None => found.push((finding, vec![place])),
                    }
                }
            }
            Ok(())
        };
        Browser::new().run(steps).await?;
        Ok(())
    })?;
    let found: Vec<String> = found
        .iter()
        .map(|(finding, places)| format!("\n{finding}\n    in: {}", places.join("; ")))
        .collect();
    assert!(found.is_empty(), "{}", found.concat());
    Ok(())
}

/// Opens the page and brings it into a state.
async fn show(driver: &WebDriver, host: &Host, state: &State, look: Look) -> Result {
    let (width, height) = look.size;
    set_viewport(driver, width, height, look.is_dark).await?;
    let language = look.language.tag();
    let address = format!("{}?lang={language}&{}", host.address, state.address);
    page::open(driver, &address).await?;
    if !state.files.is_empty() {
        let files: Vec<&Path> = state.files.iter().map(PathBuf::as_path).collect();
        page::choose_files(driver, &files).await?;
        match files.len() {
            // All of so many aren't in the document.
            1000 => {
                let row = "return document.querySelector('.row') && true";
                page::wait_for(driver, row, "a row").await?;
            }
            count => page::wait_for_count(driver, count).await?,
        }
    }
    if let Some((script, until)) = state.change {
        driver.execute(script, Vec::new()).await?;
        page::wait_for(driver, until, &state.name).await?;
    }
    Ok(())
}
