//! Finds accessibility faults with axe-core in the page that the driver is in.

use crate::Result;
use serde::Deserialize;
use std::fmt;
use thirtyfour::WebDriver;

/// Script that opens everything that can be opened, except the rows of a long table, and runs axe-core.
///
/// It removes the prose of other pages and languages first: axe-core doesn't check what is hidden, but takes most of its
/// time to go through it.
///
/// It runs the rules that are on by default, those of WCAG 2 levels A and AA and best practices, and of those that are
/// off the only one of level AA: target-size.
const RUN: &str = r#"
    for (const part of document.querySelectorAll('#prose article')) if (!part.checkVisibility()) part.remove();
    const closed = document.querySelector(".chunk:empty") ? "details:not(.row)" : "details";
    for (const details of document.querySelectorAll(closed)) details.open = true;
    const options = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
    return axe.run(options).then(({ violations }) => violations.map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: impact ?? "none",
      help,
      nodes: nodes.map(({ target, html }) => ({ target: target.flat().join(" "), html })),
    })));
"#;

/// A rule that elements of the page break.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Finding {
    /// Identifier of the rule.
    pub rule: String,
    /// How much it hinders people: `minor`, `moderate`, `serious` or `critical`.
    pub impact: String,
    /// The rule in a sentence.
    pub help: String,
    /// The elements.
    pub nodes: Vec<Node>,
}

/// An element that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Node {
    /// Selector of the element.
    pub target: String,
    /// The element's HTML, shortened by axe-core.
    pub html: String,
}

/// Number of elements that a finding prints.
const PRINTED_NODES: usize = 3;

impl Finding {
    /// Returns true if the same elements break the same rule in another state of the page.
    pub fn is_like(&self, other: &Finding) -> bool {
        let targets = |finding: &Finding| -> Vec<String> {
            let nodes = finding.nodes.iter().take(PRINTED_NODES);
            nodes.map(|node| node.target.clone()).collect()
        };
        self.rule == other.rule && targets(self) == targets(other)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding {
            rule,
            impact,
            help,
            nodes,
        } = self;
        write!(out, "{rule} ({impact}): {help}")?;
        for Node { target, html } in nodes.iter().take(PRINTED_NODES) {
            write!(out, "\n    {target}\n        {html}")?;
        }
        match nodes.len().saturating_sub(PRINTED_NODES) {
            0 => Ok(()),
            more => write!(out, "\n    and {more} more"),
        }
    }
}

/// Returns the faults of the page as it is. Afterwards the page is changed and can't be used again.
///
/// The page's policy forbids foreign scripts, but not those that the driver runs.
pub async fn findings(driver: &WebDriver) -> Result<Vec<Finding>> {
    let axe = std::fs::read_to_string(xtask::browsers::axe()?)?;
    driver.execute(axe, Vec::new()).await?;
    Ok(driver.execute(RUN, Vec::new()).await?.convert()?)
}
