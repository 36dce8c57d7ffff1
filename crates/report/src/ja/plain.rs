//! The few words of the plain text report, in Japanese.

pub(crate) const TODAY: &str = "現在";
pub(crate) const NEXT: &str = "次の手順";
pub(crate) const EVIDENCE: &str = "根拠";
pub(crate) const FINDINGS: &str = "補足";
pub(crate) const NOT_COUNTED: &str = "判定に使わない";
pub(crate) const RULE: &str = "判定規則";
pub(crate) const MODEL: &str = "デプロイ モデル";
pub(crate) const PACKAGED: &str = "パッケージの作成日時";

pub(crate) fn summary(affected: u64, not_affected: u64, undetermined: u64, skipped: u64) -> String {
    format!(
        "影響あり {affected} 件、判定できません {undetermined} 件、影響なし {not_affected} 件、対象外のファイル {skipped} 件。"
    )
}
