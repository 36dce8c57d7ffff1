//! State outside the components: language, theme, route, URL, storage.
//!
//! web/boot.js sets language and theme on `<html>` before the first paint; the style sheet reads them too. Where storage
//! throws (a sandboxed frame), a choice lasts until the page is closed.

use gloo_timers::callback::Timeout;
use p2s_package::Timestamp;
use p2s_report::{Language, Message as Label};
use wasm_bindgen::JsCast as _;
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, HtmlTextAreaElement, Storage, UrlSearchParams,
};

/// The pages. Hash routes also work from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    /// `#/`: choose a package and see the result.
    Check,
    /// `#/migration`: the root certificate migration of 2026.
    Migration,
    /// `#/maintenance`: the maintenance of 2019, and the check by hand.
    Maintenance,
    /// `#/about`: about this checker.
    About,
}

impl Route {
    /// Every page, in the order of the navigation.
    pub(crate) const ALL: [Route; 4] = [
        Route::Check,
        Route::Migration,
        Route::Maintenance,
        Route::About,
    ];

    /// Returns the link to the page.
    pub(crate) fn href(self) -> &'static str {
        match self {
            Route::Check => "#/",
            Route::Migration => "#/migration",
            Route::Maintenance => "#/maintenance",
            Route::About => "#/about",
        }
    }

    /// Returns the name in the navigation.
    pub(crate) fn label(self) -> Label {
        match self {
            Route::Check => Label::Check,
            Route::Migration => Label::Migration,
            Route::Maintenance => Label::Maintenance,
            Route::About => Label::About,
        }
    }

    /// Returns the page in the URL; the first one if it is unknown.
    ///
    /// A section's identifier decides before the page in its address: sections have moved between pages, and their old
    /// addresses still work.
    pub(crate) fn current() -> Self {
        let hash = hash();
        let section = section_in_url().and_then(|section| find_section(&section, None));
        let page = section.and_then(|section| section.closest("[data-page]").ok().flatten());
        if let Some(page) = page.and_then(|page| page.get_attribute("data-page")) {
            let mut routes = Route::ALL.into_iter();
            let is_named = |route: &Route| route.href().strip_prefix("#/") == Some(page.as_str());
            return routes.find(is_named).unwrap_or(Route::Check);
        }
        let matches = |route: &Route| {
            hash.strip_prefix(route.href())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        Route::ALL
            .into_iter()
            .filter(|route| *route != Route::Check)
            .find(matches)
            .unwrap_or(Route::Check)
    }
}

/// The color theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Returns the theme that is shown: the user's choice, or the system's.
    pub(crate) fn current() -> Self {
        let dark = match root().and_then(|root| root.get_attribute("data-theme")) {
            Some(theme) => theme == "dark",
            None => web_sys::window()
                .and_then(|window| {
                    window
                        .match_media("(prefers-color-scheme: dark)")
                        .ok()
                        .flatten()
                })
                .is_some_and(|query| query.matches()),
        };
        if dark { Theme::Dark } else { Theme::Light }
    }

    /// Returns the other theme.
    pub(crate) fn other(self) -> Self {
        match self {
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Light,
        }
    }

    /// Shows and stores the theme.
    pub(crate) fn apply(self) {
        let word = match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        set_root_attribute("data-theme", word);
        store("theme", word);
    }
}

/// Returns the language on `<html>`, which web/boot.js sets.
pub(crate) fn language() -> Language {
    root()
        .and_then(|root| root.get_attribute("lang"))
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or(Language::SOURCE)
}

/// Shows and stores a language.
pub(crate) fn apply_language(language: Language) {
    set_root_attribute("lang", language.tag());
    store("language", language.tag());
}

/// Returns the time in `?now=`: `None` without the parameter, `Some(None)` if it can't be parsed.
pub(crate) fn now_parameter() -> Option<Option<Timestamp>> {
    let search = web_sys::window()?.location().search().ok()?;
    let text = UrlSearchParams::new_with_str(&search).ok()?.get("now")?;
    // An unescaped `+` in a URL is decoded as a space.
    Some(Timestamp::parse(&text.replace(' ', "+")))
}

/// Returns the time of the browser's clock.
pub(crate) fn current_time() -> Option<Timestamp> {
    Timestamp::from_unix((js_sys::Date::now() / 1000.0) as i64)
}

/// Returns the document; `None` in a worker.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Records the current time under this name, for the browser's performance tools and `cargo xtask bench`. web/boot.js
/// records the other parts of the start.
pub(crate) fn mark_time(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}

/// Sets an attribute on `<html>`.
pub(crate) fn set_root_attribute(attribute: &str, value: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute(attribute, value);
    }
}

/// Sets the page on `<html>` for the style sheet. `is_checking` is true once the user gave files.
pub(crate) fn mark_route(route: Route, is_checking: bool) {
    let word = match route {
        Route::Check if is_checking => "answer",
        Route::Check => "check",
        Route::Migration => "migration",
        Route::Maintenance => "maintenance",
        Route::About => "about",
    };
    set_root_attribute("data-route", word);
}

/// Sets the title of the window; `answer` is what the user's files are answered with.
pub(crate) fn set_title(route: Route, answer: Option<&str>, language: Language) {
    let name = Label::Title.text(language);
    let part = match route {
        Route::Check => answer,
        route => Some(route.label().text(language)),
    };
    let title = part.map_or_else(|| name.to_owned(), |part| format!("{part} – {name}"));
    if let Some(document) = document().filter(|document| document.title() != title) {
        document.set_title(&title);
    }
}

/// Returns every element of the document that matches a selector.
pub(crate) fn all(selector: &str) -> Vec<Element> {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect()
}

/// Returns the text that a copy button belongs to.
pub(crate) fn text_to_copy(control: &Element) -> Option<String> {
    let figure = control.closest("figure, .command, .fingerprint").ok()??;
    figure.query_selector("code").ok()??.text_content()
}

/// Prints one section of the prose. The style sheet hides the others meanwhile.
pub(crate) fn print_section(section: &str) {
    set_root_attribute("data-alone", section);
    let _ = web_sys::window().map(|window| window.print());
    if let Some(root) = root() {
        let _ = root.remove_attribute("data-alone");
    }
}

/// Returns true if the page is the single file, which contains the module.
pub(crate) fn is_one_file() -> bool {
    document().is_some_and(|document| document.get_element_by_id("wasm").is_some())
}

/// Returns true with `?embed`, which web/boot.js reads: only the checker is shown.
pub(crate) fn is_embedded() -> bool {
    root().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Scrolls to a text field and selects all of its text.
pub(crate) fn select_text(id: &str) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
        field.select();
        let _ = field.focus();
        field.scroll_into_view();
    }
}

/// Focuses a heading, so that keyboard users continue below it. Focusing lays the page out, so it waits for the next task.
pub(crate) fn focus_heading(id: &'static str) {
    let focus = move || {
        let place = document().and_then(|document| document.get_element_by_id(id));
        if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = place.focus_with_options(&options);
        }
    };
    Timeout::new(0, focus).forget();
}

/// Shows the top of the page with the check, to which files were given.
pub(crate) fn show_check() {
    if Route::current() != Route::Check {
        let _ = web_sys::window().map(|window| window.location().set_hash("#/"));
    }
    scroll_to_top();
}

/// Scrolls to the top.
pub(crate) fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls to the section of the prose in the URL (`#/maintenance/by-hand`), or to the top.
pub(crate) fn scroll_to_section(language: Language) {
    let place = section_in_url().and_then(|section| find_section(&section, Some(language)));
    match place {
        Some(place) => {
            place.scroll_into_view();
            // The next press of Tab reaches the section's first control.
            let _ = place.dyn_into::<HtmlElement>().map(|place| place.focus());
        }
        None => scroll_to_top(),
    }
}

/// Returns the last part of the URL's fragment if it can be the name of a section.
fn section_in_url() -> Option<String> {
    let hash = hash();
    let (_, section) = hash.rsplit_once('/')?;
    is_section_name(section).then(|| section.to_owned())
}

/// Returns the section of the prose with this name, in any language if `language` is `None`.
fn find_section(section: &str, language: Option<Language>) -> Option<Element> {
    let tag = language.map(|language| format!("[lang=\"{}\"]", language.tag()));
    let tag = tag.unwrap_or_default();
    let selector = format!("#prose [data-section=\"{section}\"]{tag}");
    document()?.query_selector(&selector).ok().flatten()
}

/// Returns true for the name of a section. Anything else in the URL must not get into a selector.
fn is_section_name(section: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !section.is_empty() && section.chars().all(is_allowed)
}

/// Returns the fragment of the URL, with `#`.
fn hash() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

fn store(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
