//! The bottom of every page: version and the notices whose facts are used. What else stands there, index.html
//! has.

use super::Look;
use p2s_package::Timestamp;
use p2s_report::Label;
use p2s_verdict::{Question, assemble};
use yew::{Html, html};

/// Version and notices, as every report names them.
pub(super) fn facts(look: Look) -> Html {
    let Some(now) = Timestamp::from_unix(0) else {
        return Html::default();
    };
    let report = assemble(Vec::new(), &Question { now, created: None }, 0);
    let notices: Vec<String> = report
        .notices
        .iter()
        .map(|notice| format!("{} ({})", notice.date, notice.id))
        .collect();
    html! {
        <p>
            { look.text(Label::Version) }{ " " }{ env!("CARGO_PKG_VERSION") }
            if !notices.is_empty() {
                <br/>{ look.text(Label::Notices) }{ " " }{ notices.join(" · ") }
            }
        </p>
    }
}
