//! The results before a change of them, for the browser's Back and for undo.
//!
//! Each change of results adds an entry with a number and the same address to the browser's history. Where the browser
//! doesn't allow that, undo works without it.

use p2s_batch::Batch;
use p2s_verdict::Report;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::File;

/// Results, and the files that they are about.
#[derive(Default, Clone)]
pub(crate) struct Results {
    /// The files that are being checked, or were.
    pub(crate) batch: Option<Batch<File>>,
    /// The report about the files.
    pub(crate) report: Option<Rc<Report>>,
}

/// The results of the entry beside the current one: that before it, or after going back, that after it. All others are
/// forgotten, because they keep their files.
#[derive(Default)]
pub(crate) struct History {
    /// By the number of the entry.
    entries: Vec<Option<Results>>,
    /// Number of the entry that is shown.
    current: usize,
}

impl History {
    /// Keeps results that are about to change. What changes them is a new entry.
    pub(crate) fn push(&mut self, before: Results) {
        self.entries.clear();
        self.entries.resize_with(self.current, || None);
        self.entries.push(Some(before));
        let next = self.current.saturating_add(1);
        if let Some(history) = history() {
            // In a sandboxed frame, this can be forbidden.
            let _ = history.replace_state(&number(self.current), "");
            let _ = history.push_state(&number(next), "");
        }
        self.current = next;
    }

    /// Returns true if the results of the entry with a number are kept.
    pub(crate) fn keeps(&self, number: usize) -> bool {
        self.entries.get(number).is_some_and(Option::is_some)
    }

    /// Returns the number of the entry before the current one if its results are kept.
    pub(crate) fn before(&self) -> Option<usize> {
        let before = self.current.checked_sub(1)?;
        self.keeps(before).then_some(before)
    }

    /// Moves to the entry with a number and returns its results. `now` are the results that are shown, which are kept
    /// instead.
    pub(crate) fn go(&mut self, number: usize, now: Results) -> Results {
        let results = self.entries.get_mut(number).and_then(Option::take);
        self.entries.clear();
        self.entries.resize_with(self.current, || None);
        self.entries.push(Some(now));
        self.current = number;
        results.unwrap_or_default()
    }

    /// Goes one entry back in the browser's history. Returns false if that isn't possible, or leads elsewhere.
    pub(crate) fn back(&self) -> bool {
        let is_current = |history: &web_sys::History| history.state() == Ok(number(self.current));
        history()
            .filter(is_current)
            .is_some_and(|history| history.back().is_ok())
    }
}

/// Returns the number of an entry of the browser's history, unless the page didn't add it.
pub(crate) fn number_of(state: &JsValue) -> Option<usize> {
    state.as_f64().map(|number| number as usize)
}

fn number(entry: usize) -> JsValue {
    JsValue::from_f64(entry as f64)
}

fn history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}
