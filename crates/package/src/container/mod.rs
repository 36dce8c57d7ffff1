//! Containers: zip, cabinet, program and folder. Each returns its entries; none opens what is nested in it.

pub(crate) mod cabinet;
pub(crate) mod folder;
pub(crate) mod pe;
pub(crate) mod zip;

#[cfg(test)]
pub(crate) mod test_support;
