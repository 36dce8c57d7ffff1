//! The English column titles of the CSV table.

/// The titles in the order of the columns.
pub(crate) const COLUMNS: [&str; crate::csv::COLUMNS] = [
    "File",
    "The 2019 certificate change",
    "What it means",
    "Rule",
    "Proof",
    "Type of gateway (2019 notice)",
    "Deployment model",
    "Gateway",
    "Gateway ID",
    "Virtual network",
    "Package made (UTC)",
    "Today",
    "What it means today",
    "Root certificates",
    "Error",
    "Also worth knowing",
];
