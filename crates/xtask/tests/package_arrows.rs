//! Dependencies between crates, and between the modules of the package crate, point in the allowed directions.

use xtask::architecture::{
    CRATES, PACKAGE_MODULES, crate_graph, is_up_to_date, package_graph, violations,
};

#[test]
fn crates_depend_on_each_other_as_the_table_allows() {
    let graph = crate_graph().expect("the manifests can be read");
    assert_eq!(violations(&graph, CRATES), Vec::<String>::new());
}

#[test]
fn every_crate_of_the_table_exists() {
    let graph = crate_graph().expect("the manifests can be read");
    for (name, _) in CRATES {
        assert!(graph.contains_key(*name), "{name}");
    }
}

#[test]
fn modules_of_the_package_crate_use_each_other_as_the_table_allows() {
    let graph = package_graph().expect("the sources can be read");
    assert_eq!(violations(&graph, PACKAGE_MODULES), Vec::<String>::new());
}

#[test]
fn every_module_of_the_table_exists() {
    let graph = package_graph().expect("the sources can be read");
    for (name, _) in PACKAGE_MODULES {
        assert!(graph.contains_key(*name), "{name}");
    }
}

#[test]
fn the_diagrams_of_the_architecture_page_match_the_sources() {
    assert_eq!(is_up_to_date(), Ok(true), "run `cargo xtask architecture`");
}
