//! Everything that is said in English.

pub(crate) mod answers;
pub(crate) mod codes;
pub(crate) mod errors;
pub(crate) mod plain;
pub(crate) mod prose;
