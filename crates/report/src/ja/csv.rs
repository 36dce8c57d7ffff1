//! The Japanese column titles of the CSV table.

/// The titles in the order of the columns.
pub(crate) const COLUMNS: [&str; crate::csv::COLUMNS] = [
    "ファイル",
    "2019 年の証明書更新",
    "説明",
    "適用した規則",
    "根拠の強さ",
    "ゲートウェイのタイプ (2019 年のお知らせ)",
    "デプロイ モデル",
    "ゲートウェイ",
    "ゲートウェイ ID",
    "仮想ネットワーク",
    "パッケージの作成日時 (UTC)",
    "現在の状態",
    "現在の状態の説明",
    "ルート証明書",
    "エラー",
    "補足",
];
