//! What belongs to the document, not to the components: language, theme, route, address, storage.
//!
//! `web/boot.js` chose language and theme before the first paint and left them on `<html>`, where the style
//! sheet reads them too. Storage may throw (a sandboxed frame): then a choice holds until the page is left.

use p2s_package::Timestamp;
use p2s_report::{Label, Language};
use wasm_bindgen::JsCast as _;
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, HtmlTextAreaElement, Storage, UrlSearchParams,
};

/// The pages; hash routes, so that they work from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    /// `#/`: choose a package, see the answer.
    Check,
    /// `#/maintenance`: the maintenance, and how to check by hand.
    Maintenance,
    /// `#/about`: what this is.
    About,
}

impl Route {
    /// Every page, in the order of the navigation.
    pub(crate) const ALL: [Route; 3] = [Route::Check, Route::Maintenance, Route::About];

    /// The address behind `#`.
    pub(crate) fn address(self) -> &'static str {
        match self {
            Route::Check => "#/",
            Route::Maintenance => "#/maintenance",
            Route::About => "#/about",
        }
    }

    /// Its name in the navigation.
    pub(crate) fn label(self) -> Label {
        match self {
            Route::Check => Label::Check,
            Route::Maintenance => Label::Maintenance,
            Route::About => Label::About,
        }
    }

    /// The page that the address asks for; an unknown one is the first.
    pub(crate) fn current() -> Self {
        let hash = hash();
        let under = |route: &Route| {
            hash.strip_prefix(route.address())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        Route::ALL
            .into_iter()
            .filter(|route| *route != Route::Check)
            .find(under)
            .unwrap_or(Route::Check)
    }
}

/// The colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// What is shown now: the choice, else what the system prefers.
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

    /// The other one.
    pub(crate) fn other(self) -> Self {
        match self {
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Light,
        }
    }

    /// Shows and keeps the choice.
    pub(crate) fn choose(self) {
        let word = match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        mark("data-theme", word);
        keep("theme", word);
    }
}

/// The language that `web/boot.js` chose.
pub(crate) fn language() -> Language {
    root()
        .and_then(|root| root.get_attribute("lang"))
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or(Language::En)
}

/// Shows and keeps a choice of language.
pub(crate) fn choose_language(language: Language) {
    mark("lang", language.tag());
    keep("language", language.tag());
}

/// The moment that `?now=` asks for: `None` where it is not asked, `Some(None)` where it can't be read.
pub(crate) fn asked_now() -> Option<Option<Timestamp>> {
    let search = web_sys::window()?.location().search().ok()?;
    let asked = UrlSearchParams::new_with_str(&search).ok()?.get("now")?;
    // A plus sign of a zone, written plainly into an address, arrives as a blank.
    Some(Timestamp::parse(&asked.replace(' ', "+")))
}

/// The present, from the browser's clock.
pub(crate) fn present() -> Option<Timestamp> {
    Timestamp::from_unix((js_sys::Date::now() / 1000.0) as i64)
}

/// The document, where there is one.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Sets an attribute on `<html>`.
pub(crate) fn mark(attribute: &str, value: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute(attribute, value);
    }
}

/// Tells the style sheet which page is shown, and whether it has an answer; names the window after it.
pub(crate) fn mark_route(route: Route, answering: bool, language: Language) {
    let word = match route {
        Route::Check if answering => "answer",
        Route::Check => "check",
        Route::Maintenance => "maintenance",
        Route::About => "about",
    };
    mark("data-route", word);
    let name = Label::Title.text(language);
    let title = match route {
        Route::Check => name.to_owned(),
        route => format!("{} – {name}", route.label().text(language)),
    };
    if let Some(document) = document() {
        document.set_title(&title);
    }
}

/// The commands that a control of the prose copies.
pub(crate) fn commands(control: &Element) -> Option<String> {
    let figure = control.closest("figure").ok()??;
    figure.query_selector("code").ok()??.text_content()
}

/// Prints one section of the prose alone; the style sheet leaves the others out meanwhile.
pub(crate) fn print_only(section: &str) {
    mark("data-alone", section);
    let _ = web_sys::window().map(|window| window.print());
    if let Some(root) = root() {
        let _ = root.remove_attribute("data-alone");
    }
}

/// Whether the page is the one file: the module stands in it.
pub(crate) fn is_one_file() -> bool {
    document().is_some_and(|document| document.get_element_by_id("wasm").is_some())
}

/// Whether the address asks for the checker without the page around it; `web/boot.js` read it.
pub(crate) fn embedded() -> bool {
    root().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Brings a field into view with all its text selected.
pub(crate) fn select(id: &str) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
        field.select();
        let _ = field.focus();
        field.scroll_into_view();
    }
}

/// Gives an element the focus where the control that had it is gone: the keyboard goes on from there.
pub(crate) fn focus_if_lost(id: &str) {
    let Some(document) = document() else { return };
    let lost = document
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY");
    let place = document.get_element_by_id(id).filter(|_| lost);
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = place.focus_with_options(&options);
    }
}

/// Where what is new stands.
pub(crate) fn to_the_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// To the section of the prose that the address names (`#/maintenance/by-hand`), else to the top.
pub(crate) fn to_the_section(language: Language) {
    let section = hash()
        .rsplit_once('/')
        .map(|(_, section)| section.to_owned());
    let place = section
        .filter(|section| is_a_name(section))
        .and_then(|section| {
            let tag = language.tag();
            let selector = format!("#prose [data-section=\"{section}\"][lang=\"{tag}\"]");
            document()?.query_selector(&selector).ok().flatten()
        });
    match place {
        Some(place) => {
            place.scroll_into_view();
            // The next stop of the keyboard is in it.
            let _ = place.dyn_into::<HtmlElement>().map(|place| place.focus());
        }
        None => to_the_top(),
    }
}

/// What a section may be called; anything else in the address is no selector of ours.
fn is_a_name(section: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !section.is_empty() && section.chars().all(fits)
}

/// The address behind and with `#`.
fn hash() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

fn keep(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
