//! The few words of the plain text report.

pub(crate) const TODAY: &str = "Today";
pub(crate) const NEXT: &str = "Next";
pub(crate) const EVIDENCE: &str = "Evidence";
pub(crate) const FINDINGS: &str = "Also";
pub(crate) const NOT_COUNTED: &str = "not counted";
pub(crate) const RULE: &str = "Rule";
pub(crate) const MODEL: &str = "Deployment model";
pub(crate) const PACKAGED: &str = "Package made";

pub(crate) fn summary(affected: u64, not_affected: u64, undetermined: u64, skipped: u64) -> String {
    format!(
        "{affected} affected, {undetermined} cannot tell, {not_affected} not affected, {skipped} files skipped."
    )
}
