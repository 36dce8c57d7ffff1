//! Japanese texts of the plain-text report that the page doesn't use.

pub(crate) const COUNTED: &str = "判定に使用";
pub(crate) const NOT_COUNTED: &str = "判定に不使用";
pub(crate) const CREATED: &str = "ゲートウェイの作成日";

/// Returns a sentence with the counts of a run.
pub(crate) fn summary(affected: u64, not_affected: u64, undetermined: u64, skipped: u64) -> String {
    format!(
        "影響あり {affected} 件、判定できません {undetermined} 件、影響なし {not_affected} 件、対象外のファイル {skipped} 件。"
    )
}
