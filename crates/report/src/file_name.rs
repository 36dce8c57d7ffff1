//! The name of a file with a report.

use p2s_verdict::Report;

/// Longest part of a network's name that the file's name contains. All its characters are ASCII.
const MAX_NETWORK: usize = 40;

/// Returns a name for the file that a report is saved in: `p2s-check_2026-11-27_hypervnet.csv`.
///
/// The date is that of the report, in UTC. The name of the virtual network is left out unless all inputs name the same
/// one; characters that aren't safe in file names of every system are removed from it.
pub fn file_name(report: &Report, extension: &str) -> String {
    let date = report.generated.date_at(0);
    let date = date.map(|date| date.to_string());
    let parts = [Some("p2s-check".to_owned()), date, network(report)];
    let stem: Vec<String> = parts.into_iter().flatten().collect();
    format!("{}.{extension}", stem.join("_"))
}

/// Returns the safe characters of the network that all inputs name.
fn network(report: &Report) -> Option<String> {
    let mut networks = report
        .inputs
        .iter()
        .map(|input| input.gateway.vnet.as_ref());
    let first = networks.next()??;
    let is_only_one = networks.all(|network| network == Some(first));
    let is_safe = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let safe: String = first.chars().filter(is_safe).take(MAX_NETWORK).collect();
    (is_only_one && !safe.is_empty()).then_some(safe)
}
