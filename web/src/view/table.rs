//! The table of several inputs. Only the chunks of its lines that are seen are in the document.

use super::results::body;
use super::{ViewContext, raw};
use crate::app::Message;
use crate::page;
use p2s_report::markup;
use p2s_report::table::{Column, Line};
use p2s_report::{Message as Label, answers, words};
use p2s_verdict::GatewayReport;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};
use yew::{Html, TargetCast, html};

/// Lines that are put into the document together, and taken out of it.
const CHUNK: usize = 25;

/// The most lines that are all in the document.
const MAX_LINES: usize = 100;

/// The most rows for which filters would only be in the way.
const UNFILTERED: usize = 8;

/// Height of a line in CSS pixels, until a chunk was in the document.
const LINE_HEIGHT: f64 = 37.0;

/// Renders what is to be done for how many, the gateways' packages and clients compared, the filters, and the table.
pub(super) fn table(context: ViewContext, gateways: &[GatewayReport]) -> Html {
    let Some(state) = &context.app.table else {
        return Html::default();
    };
    let is_long = is_long(state.lines.len());
    let chunk = |(number, lines): (usize, &[Line])| {
        let is_shown = !is_long || context.app.is_printing || state.visible.contains(&number);
        html! {
            <div class="chunk" key={number} data-chunk={number.to_string()} data-lines={lines.len().to_string()}>
                if is_shown {
                    { for lines.iter().map(|line| self::line(context, line)) }
                }
            </div>
        }
    };
    let shown = state.lines.iter();
    let shown = shown.filter(|line| matches!(line, Line::Row(_))).count();
    let shown = words::TableShown {
        count: &shown.to_string(),
        total: &state.table.rows.len().to_string(),
    };
    html! {
        <>
            { raw(markup::overview(&state.table)) }
            { raw(markup::gateways(context.html(), gateways)) }
            if state.table.rows.len() > UNFILTERED {
                { raw(markup::filters(context.html(), &state.table)) }
                <p class="faint" role="status">{ shown.text(context.language) }</p>
            }
            <div class="table">
                <p class="titles" role="group" aria-label={context.text(Label::TableSort)}>
                    { for Column::ALL.map(|column| title(context, column)) }
                </p>
                { for state.lines.chunks(CHUNK).enumerate().map(chunk) }
            </div>
        </>
    }
}

/// Returns true if only the lines that are seen are in the document.
pub(crate) fn is_long(lines: usize) -> bool {
    lines > MAX_LINES
}

/// Renders the title of a column, which sorts the rows. It is one stop of the arrow keys, like the rows.
fn title(context: ViewContext, column: Column) -> Html {
    let arrangement = context.app.table.as_ref().map(|state| &state.arrangement);
    let sorted = arrangement.filter(|arrangement| arrangement.column == column);
    let mark = match sorted {
        Some(sorted) if sorted.is_descending => " \u{25BC}",
        Some(_) => " \u{25B2}",
        None => "",
    };
    let onclick = context
        .link
        .callback(move |_: MouseEvent| Message::ColumnChosen(column));
    html! {
        <button type="button" tabindex="-1" aria-pressed={sorted.is_some().to_string()} {onclick}>
            { context.text(column.title()) }<span aria-hidden="true">{ mark }</span>
        </button>
    }
}

fn line(context: ViewContext, line: &Line) -> Html {
    match line {
        Line::Group(name, count) => raw(markup::group(context.html(), name, *count)),
        Line::Row(index) => row(context, *index),
    }
}

/// Renders one input. What it contains is rendered while it is open.
fn row(context: ViewContext, index: usize) -> Html {
    let state = context.app.table.as_ref();
    let row = state.and_then(|state| state.table.rows.get(index));
    let report = context.app.report.as_ref();
    let input = report.and_then(|report| report.inputs.get(index));
    let (Some(row), Some(input)) = (row, input) else {
        return Html::default();
    };
    let toggled = context.link.callback(move |event: Event| {
        let row: Option<Element> = event.target_dyn_into();
        Message::RowToggled(index, row.is_some_and(|row| row.has_attribute("open")))
    });
    let error = input.error.as_ref().map(|error| error.code.code());
    let is_open = state.is_some_and(|state| state.opened.contains(&index));
    html! {
        <details class="result row" key={index} data-input-name={input.name.clone()} data-verdict={input.verdict.code()}
            data-rule={input.rule.code()} data-root-today={input.root_today.state.code()} data-error={error}
            data-index={index.to_string()} open={is_open} ontoggle={toggled}>
            { raw(markup::row(row)) }
            if is_open {
                { raw(markup::row_heading(row)) }
                { body(context, input, &answers(input, context.now, context.app.deadline, context.language), false) }
            }
        </details>
    }
}

/// Gives the chunks that aren't in the document their height.
pub(crate) fn set_heights(heights: &[(usize, f64)]) {
    for chunk in page::all(".chunk") {
        let number = |name| chunk.get_attribute(name)?.parse::<usize>().ok();
        let (Some(index), Some(lines)) = (number("data-chunk"), number("data-lines")) else {
            continue;
        };
        let is_empty = chunk.child_element_count() == 0;
        let known = heights.iter().find(|(known, _)| *known == index);
        let height = known.map_or(lines as f64 * LINE_HEIGHT, |(_, height)| *height);
        let Ok(chunk) = chunk.dyn_into::<HtmlElement>() else {
            continue;
        };
        let height = match is_empty {
            true => format!("{}px", height as i32),
            false => String::new(),
        };
        let _ = chunk.style().set_property("height", &height);
    }
}
