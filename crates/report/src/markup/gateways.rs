//! The packages of each gateway compared, and its clients.

use super::html_text::HtmlText;
use super::{Action, View, button};
use crate::{
    Message, client_table, client_titles, client_words, comparison_words, gateway_heading,
    insert_no_break_spaces, unordered_words,
};
use p2s_verdict::GatewayReport;

/// Writes the section about gateways with several packages or with clients; nothing if there are none.
pub fn gateways(view: View, gateways: &[GatewayReport]) -> String {
    let mut html = HtmlText::new();
    if gateways.is_empty() {
        return String::new();
    }
    html.tags("<section class=\"gateways\"><h2>")
        .text(view.words(Message::GatewaysTitle))
        .tags("</h2>");
    for gateway in gateways {
        html.tags("<details class=\"line\"");
        if gateways.len() == 1 {
            html.tags(" open");
        }
        html.tags("><summary><span><b>")
            .text(&gateway_heading(gateway, view.language))
            .tags("</b><small>")
            .text(&client_words(gateway, view.language))
            .tags("</small></span></summary>");
        packages(&mut html, view, gateway);
        clients(&mut html, view, gateway);
        html.tags("</details>");
    }
    if gateways.iter().any(|gateway| !gateway.clients.is_empty()) {
        html.tags("<p class=\"actions\">");
        button(&mut html, view, Action::SaveClients);
        html.tags("</p>");
    }
    html.tags("</section>").finish()
}

fn packages(html: &mut HtmlText, view: View, gateway: &GatewayReport) {
    for comparison in comparison_words(gateway, view.language) {
        html.tags("<h3>")
            .text(&insert_no_break_spaces(&comparison.packages))
            .tags("</h3><ul>");
        for line in &comparison.lines {
            html.tags("<li>").text(line).tags("</li>");
        }
        html.tags("</ul>");
    }
    paragraph(html, &unordered_words(gateway, view.language));
}

fn clients(html: &mut HtmlText, view: View, gateway: &GatewayReport) {
    if gateway.clients.is_empty() {
        return;
    }
    // The gateway is in the heading.
    let [computer, profile, _, trust, roots, reason] = client_titles(view.language);
    let titles = [computer, profile, trust, roots, reason];
    html.tags("<table><thead><tr>");
    for title in titles {
        html.tags("<th scope=\"col\">").text(title).tags("</th>");
    }
    html.tags("</tr></thead><tbody>");
    for row in client_table(std::slice::from_ref(gateway), view.language) {
        let [computer, profile, _, trust, roots, reason] = row;
        html.tags("<tr>");
        for (title, cell) in titles.iter().zip([computer, profile, trust, roots, reason]) {
            html.tags("<td data-head=\"")
                .text(title)
                .tags("\">")
                .text(&cell)
                .tags("</td>");
        }
        html.tags("</tr>");
    }
    html.tags("</tbody></table>");
}

fn paragraph(html: &mut HtmlText, text: &str) {
    if !text.is_empty() {
        html.tags("<p>").text(text).tags("</p>");
    }
}
