//! What is measured, and the values for one page.

use std::collections::{BTreeMap, BTreeSet};

/// A row of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Row {
    Transfer,
    Fetched,
    Unpacked,
    Compiled,
    Instantiated,
    Painted,
    Ready,
    FirstVerdict,
    LaterVerdict,
    Program,
    Packages,
    Certificates,
    LargeFile,
    TaskAtStart,
    TaskForPackage,
    TaskForPackages,
    TaskForCertificates,
    EmptyPageMemory,
    IdleMemory,
    PackageMemory,
    ManyMemory,
    LargeFileMemory,
}

impl Row {
    /// Rows of the comparison, in their order.
    pub(crate) const COMPARED: [Row; 17] = [
        Row::Transfer,
        Row::Painted,
        Row::Ready,
        Row::FirstVerdict,
        Row::LaterVerdict,
        Row::Program,
        Row::Packages,
        Row::Certificates,
        Row::LargeFile,
        Row::TaskAtStart,
        Row::TaskForPackage,
        Row::TaskForPackages,
        Row::TaskForCertificates,
        Row::IdleMemory,
        Row::PackageMemory,
        Row::ManyMemory,
        Row::LargeFileMemory,
    ];

    /// Parts of the start, in their order.
    pub(crate) const START: [Row; 6] = [
        Row::Fetched,
        Row::Unpacked,
        Row::Compiled,
        Row::Instantiated,
        Row::Painted,
        Row::Ready,
    ];

    /// Returns what the row shows, with its unit.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Row::Transfer => "transfer, bytes",
            Row::Fetched => "fetched, ms",
            Row::Unpacked => "unpacked, ms",
            Row::Compiled => "compiled, ms",
            Row::Instantiated => "instantiated, ms",
            Row::Painted => "first paint, ms",
            Row::Ready => "ready, ms",
            Row::FirstVerdict => "first verdict, ms",
            Row::LaterVerdict => "later verdicts, ms",
            Row::Program => "self-extracting .exe, ms",
            Row::Packages => "100 packages, ms",
            Row::Certificates => "1,000 certificates, ms",
            Row::LargeFile => "zip of 4 GiB, ms",
            Row::TaskAtStart => "longest task, start, ms",
            Row::TaskForPackage => "longest task, one package, ms",
            Row::TaskForPackages => "longest task, 100 packages, ms",
            Row::TaskForCertificates => "longest task, 1,000 certificates, ms",
            Row::EmptyPageMemory => "peak memory, empty page, MiB",
            Row::IdleMemory => "peak memory, start, MiB",
            Row::PackageMemory => "peak memory, one package at a time, MiB",
            Row::ManyMemory => "peak memory, 1,000 certificates, MiB",
            Row::LargeFileMemory => "peak memory, zip of 4 GiB, MiB",
        }
    }

    /// Returns true if browsers report only tasks of at least 50 ms, so that 0 means a shorter one.
    pub(crate) fn is_task(self) -> bool {
        self.label().starts_with("longest task")
    }
}

/// Measured values of one page.
#[derive(Debug, Default)]
pub(crate) struct Samples {
    values: BTreeMap<Row, Vec<f64>>,
    refused: BTreeSet<Row>,
}

impl Samples {
    /// Adds a value.
    pub(crate) fn add(&mut self, row: Row, value: f64) {
        self.values.entry(row).or_default().push(value);
    }

    /// Records that the page answered the row's files with an error, so that the time of its answer doesn't count.
    pub(crate) fn refuse(&mut self, row: Row) {
        self.refused.insert(row);
    }

    /// Adds all of the other page's values and refusals.
    pub(crate) fn append(&mut self, more: Samples) {
        for (row, values) in more.values {
            self.values.entry(row).or_default().extend(values);
        }
        self.refused.extend(more.refused);
    }

    /// Returns the row's values. None if the page can't answer it.
    pub(crate) fn of(&self, row: Row) -> &[f64] {
        match self.values.get(&row) {
            Some(values) if !self.refused.contains(&row) => values,
            _ => &[],
        }
    }
}
