//! The state of the table of several inputs: how it is arranged, and which of its lines are near the window.

use crate::page;
use crate::view::table_is_long;
use p2s_report::Language;
use p2s_report::markup::Filter;
use p2s_report::table::{Arrangement, Column, Grouping, Line, Table};
use p2s_verdict::Report;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

/// The table of a report, arranged.
pub(crate) struct TableState {
    pub(crate) table: Table,
    pub(crate) arrangement: Arrangement,
    pub(crate) lines: Vec<Line>,
    /// The rows that are open.
    pub(crate) opened: Vec<usize>,
    /// The chunks of lines that are in the window or near it.
    pub(crate) visible: Vec<usize>,
    /// The heights of the chunks that were in the document and no longer are.
    pub(crate) heights: Vec<(usize, f64)>,
    /// The chunk in which a row is to be focused after rendering, and whether that is its last row or its first.
    focus_pending: Option<(usize, bool)>,
}

/// The number of a chunk, whether it is near the window, and its height.
pub(crate) type ChunkVisibility = (usize, bool, f64);

impl TableState {
    /// Makes the table of a report with several inputs, or with none.
    pub(crate) fn new(report: &Report, language: Language) -> Option<Self> {
        if report.inputs.len() == 1 {
            return None;
        }
        let mut state = TableState {
            table: Table::new(report, language),
            arrangement: Arrangement::default(),
            lines: Vec::new(),
            opened: Vec::new(),
            visible: vec![0],
            heights: Vec::new(),
            focus_pending: None,
        };
        state.arrange();
        Some(state)
    }

    /// Makes the table again, in another language or of a report with other answers.
    pub(crate) fn renew(&mut self, report: &Report, language: Language) {
        self.table = Table::new(report, language);
        self.arrange();
    }

    /// Sorts by a column; if the rows are sorted by it already, the other way round.
    pub(crate) fn sort_by(&mut self, column: Column) {
        let arrangement = &mut self.arrangement;
        arrangement.is_descending = arrangement.column == column && !arrangement.is_descending;
        arrangement.column = column;
        self.arrange();
    }

    /// Applies what the user entered for a filter.
    pub(crate) fn filter(&mut self, filter: Filter, value: String) {
        let index = value.parse::<usize>().ok();
        match filter {
            Filter::Text => self.arrangement.text = value,
            Filter::Answer => self.arrangement.answer = index,
            Filter::Grouping => {
                self.arrangement.grouping =
                    index.and_then(|index| Grouping::ALL.get(index).copied());
            }
        }
        self.arrange();
    }

    /// Returns the value of a filter's control.
    pub(crate) fn filter_value(&self, filter: Filter) -> String {
        let index = |index: Option<usize>| index.map(|index| index.to_string()).unwrap_or_default();
        match filter {
            Filter::Text => self.arrangement.text.clone(),
            Filter::Answer => index(self.arrangement.answer),
            Filter::Grouping => {
                let chosen = self.arrangement.grouping;
                let mut all = Grouping::ALL.iter();
                index(all.position(|grouping| Some(*grouping) == chosen))
            }
        }
    }

    /// Opens or closes a row. Returns false if it is already so.
    pub(crate) fn toggle(&mut self, index: usize, is_open: bool) -> bool {
        let was_open = self.opened.contains(&index);
        match (was_open, is_open) {
            (false, true) => self.opened.push(index),
            (true, false) => self.opened.retain(|opened| *opened != index),
            _ => return false,
        }
        true
    }

    /// Applies which chunks came near the window or went away. Returns whether something changed.
    pub(crate) fn update_visible(&mut self, changes: Vec<ChunkVisibility>) -> bool {
        let mut has_changed = false;
        for (chunk, is_near, height) in changes {
            let was_near = self.visible.contains(&chunk);
            if is_near && !was_near {
                self.visible.push(chunk);
            } else if !is_near && was_near && !has_focus(chunk) {
                self.visible.retain(|visible| *visible != chunk);
                self.heights.retain(|(known, _)| *known != chunk);
                self.heights.push((chunk, height));
            } else {
                continue;
            }
            has_changed = true;
        }
        has_changed
    }

    /// Puts a chunk into the document to focus its last row, or its first.
    pub(crate) fn go_to(&mut self, chunk: usize, is_last: bool) {
        if !self.visible.contains(&chunk) {
            self.visible.push(chunk);
        }
        self.focus_pending = Some((chunk, is_last));
    }

    /// Focuses the row that is to be focused.
    pub(crate) fn focus_row(&mut self) {
        let Some((chunk, is_last)) = self.focus_pending.take() else {
            return;
        };
        let rows = page::all(&format!("[data-chunk=\"{chunk}\"] > .row > summary"));
        let row = if is_last { rows.last() } else { rows.first() };
        if let Some(row) = row {
            focus(&page::all(STOPS), row);
        }
    }

    fn arrange(&mut self) {
        self.lines = self.table.arrange(&self.arrangement);
        self.heights.clear();
    }
}

/// Returns true if the focused element is in a chunk: taking it out of the document would lose the user's place.
fn has_focus(chunk: usize) -> bool {
    let focused = page::document().and_then(|document| document.active_element());
    let within = focused.and_then(|focused| focused.closest(".chunk").ok().flatten());
    within.and_then(|within| number_of(&within)) == Some(chunk)
}

fn number_of(chunk: &Element) -> Option<usize> {
    chunk.get_attribute("data-chunk")?.parse().ok()
}

/// Watches which chunks of the table are near the window.
pub(crate) struct ChunkObserver {
    observer: IntersectionObserver,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl ChunkObserver {
    /// Makes an observer; `on_change` is called with the chunks that came near or went away.
    pub(crate) fn new(on_change: impl Fn(Vec<ChunkVisibility>) + 'static) -> Option<Self> {
        let callback = Closure::new(move |entries: js_sys::Array| {
            let changes = entries.iter().filter_map(|entry| {
                let entry = entry.dyn_into::<IntersectionObserverEntry>().ok()?;
                let height = entry.bounding_client_rect().height();
                Some((number_of(&entry.target())?, entry.is_intersecting(), height))
            });
            on_change(changes.collect());
        });
        let options = IntersectionObserverInit::new();
        // One window above and below, so that the arrow keys find the next rows.
        options.set_root_margin("100% 0%");
        let function = callback.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(function, &options).ok()?;
        Some(ChunkObserver {
            observer,
            _callback: callback,
        })
    }

    /// Watches the chunks that are in the document now, if there are so many lines that not all are shown.
    pub(crate) fn watch(&self, lines: usize) {
        self.observer.disconnect();
        if table_is_long(lines) {
            for chunk in page::all(".chunk") {
                self.observer.observe(&chunk);
            }
        }
    }
}

/// What a key did to the focus.
pub(crate) enum FocusMove {
    /// The key doesn't move it.
    None,
    /// It is where the key leads.
    Done,
    /// The key leads to the last row (true) or the first row of this chunk, which isn't in the document.
    ToChunk(usize, bool),
}

/// Moves the focus among the titles and rows of the table, which are one stop of the Tab key.
pub(crate) fn move_focus(from: &Element, key: &str) -> FocusMove {
    let stops = page::all(STOPS);
    let Some(position) = stops.iter().position(|stop| stop == from) else {
        return FocusMove::None;
    };
    let chunks = page::all(".chunk");
    let chunk_of = |stop: &Element| number_of(&stop.closest(".chunk").ok()??);
    let chunk = chunk_of(from);
    let (to, other_chunk, is_last) = match key {
        "ArrowDown" | "ArrowRight" => {
            let next = chunk.map_or(0, |chunk| chunk.saturating_add(1));
            (position.checked_add(1), Some(next), false)
        }
        "ArrowUp" | "ArrowLeft" => {
            let previous = chunk.and_then(|chunk| chunk.checked_sub(1));
            (position.checked_sub(1), previous, true)
        }
        "Home" => (Some(0), None, false),
        "End" => (
            stops.len().checked_sub(1),
            chunks.len().checked_sub(1),
            true,
        ),
        _ => return FocusMove::None,
    };
    let to = to.and_then(|to| stops.get(to));
    let stays = key != "End" && to.is_some_and(|to| chunk_of(to) == chunk);
    if let Some(number) = other_chunk.filter(|_| !stays)
        && let Some(other) = chunks.get(number)
        && other.child_element_count() == 0
    {
        return FocusMove::ToChunk(number, is_last);
    }
    if let Some(to) = to {
        focus(&stops, to);
    }
    FocusMove::Done
}

fn focus(stops: &[Element], stop: &Element) {
    set_tab_stop(stops, stop);
    let _ = stop.dyn_ref::<HtmlElement>().map(HtmlElement::focus);
}

/// The titles and the rows of the table.
const STOPS: &str = ".titles button, .row > summary";

/// Makes the first row the one that the Tab key reaches, unless one is already.
pub(crate) fn ensure_tab_stop() {
    let is_stop = |stop: &Element| stop.get_attribute("tabindex").as_deref() == Some("0");
    let stops = page::all(STOPS);
    if !stops.iter().any(is_stop) {
        let first_row = stops.iter().find(|stop| stop.local_name() == "summary");
        if let Some(first) = first_row.or(stops.first()) {
            set_tab_stop(&stops, first);
        }
    }
}

fn set_tab_stop(stops: &[Element], stop: &Element) {
    for other in stops {
        let index = if other == stop { "0" } else { "-1" };
        let _ = other.set_attribute("tabindex", index);
    }
}
