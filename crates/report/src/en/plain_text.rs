//! English texts of the plain-text report that the page doesn't use.

pub(crate) const COUNTED: &str = "counted";
pub(crate) const NOT_COUNTED: &str = "not counted";
pub(crate) const CREATED: &str = "Gateway created";

/// Returns a sentence with the counts of a run.
pub(crate) fn summary(affected: u64, not_affected: u64, undetermined: u64, skipped: u64) -> String {
    let files = if skipped == 1 { "file" } else { "files" };
    format!(
        "{affected} affected, {undetermined} cannot tell, {not_affected} not affected, {skipped} {files} skipped."
    )
}
