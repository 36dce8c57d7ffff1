//! Compares docs/report.schema.json and docs/report.md with the reports and the code.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't be set up fails by panicking"
)]

mod support;

use p2s_package::{Authentication, ErrorClass, ErrorKind, TunnelType};
use p2s_verdict::{
    Aspect, Class, ClientReason, ClientState, FindingCode, GatewayType, Kind, Model, NotCounted,
    Origin, Proof, Rule, State, Verdict,
};
use serde_json::Value;
use std::fs;

fn schema() -> Value {
    let path = support::root().join("docs/report.schema.json");
    let text = fs::read_to_string(path).expect("the schema");
    serde_json::from_str(&text).expect("the schema is JSON")
}

fn docs() -> String {
    fs::read_to_string(support::root().join("docs/report.md")).expect("the document")
}

fn json(options: &p2s_verdict::Options) -> Value {
    let text = p2s_report::json(&support::report(options));
    serde_json::from_str(&text).expect("a report is JSON")
}

#[test]
fn every_report_matches_the_schema() {
    let schema = schema();
    assert!(jsonschema::meta::is_valid(&schema), "not a JSON schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for options in [
        support::default_options(),
        support::options("2019-02-20T00:00:00Z", Some("2016-05-01")),
        support::options("2026-11-24T03:00:00Z", Some("2017-07-01")),
        support::options("2040-01-01T00:00:00Z", Some("2020-01-01")),
    ] {
        let report = json(&options);
        let errors: Vec<String> = validator
            .iter_errors(&report)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn the_schema_rejects_reports_that_break_the_contract() {
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    let good = json(&support::default_options());
    let position = |wanted: &str| {
        let rule = |input: &Value| input.pointer("/rule") == Some(&Value::from(wanted));
        let inputs = good.pointer("/inputs").and_then(Value::as_array);
        inputs
            .and_then(|inputs| inputs.iter().position(rule))
            .unwrap_or_else(|| panic!("no input ended in {wanted}"))
    };
    let (public, refused) = (position("all-public"), position("part-unreadable"));
    let changes = [
        ("/schema".to_owned(), Value::from(2)),
        ("/generated".to_owned(), Value::from("2026-11-24")),
        (
            format!("/inputs/{public}/verdict"),
            Value::from("undetermined"),
        ),
        (format!("/inputs/{public}/proof"), Value::from("none")),
        (format!("/inputs/{public}/rule"), Value::from("fine")),
        (
            format!("/inputs/{public}/error"),
            serde_json::json!({ "code": "empty", "place": null }),
        ),
        (
            format!("/inputs/{public}/evidence/0/value"),
            Value::from("AB"),
        ),
        (format!("/inputs/{refused}/error"), Value::Null),
        (
            format!("/inputs/{refused}/error/code"),
            Value::from("other"),
        ),
        (format!("/inputs/{refused}/size"), Value::from(-1)),
    ];
    for (path, value) in changes {
        let mut report = good.clone();
        let field = report.pointer_mut(&path);
        *field.unwrap_or_else(|| panic!("{path} is missing")) = value;
        assert!(!validator.is_valid(&report), "{path}");
    }
}

/// Returns the codes of each closed list with the name of its definition in the schema.
fn code_lists() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("verdict", codes(Verdict::ALL, |code| code.code())),
        ("rule", codes(Rule::ALL, |code| code.code())),
        ("proof", codes(Proof::ALL, |code| code.code())),
        ("gateway-type", codes(GatewayType::ALL, |code| code.code())),
        ("model", codes(Model::ALL, |code| code.code())),
        ("origin", codes(Origin::ALL, |code| code.code())),
        ("tunnel-type", codes(TunnelType::ALL, |code| code.code())),
        (
            "authentication",
            codes(Authentication::ALL, |code| code.code()),
        ),
        ("aspect", codes(Aspect::ALL, |code| code.code())),
        ("client-state", codes(ClientState::ALL, |code| code.code())),
        (
            "client-reason",
            codes(ClientReason::ALL, |code| code.code()),
        ),
        ("state", codes(State::ALL, |code| code.code())),
        ("kind", codes(Kind::ALL, |code| code.code())),
        ("class", codes(Class::ALL, |code| code.code())),
        ("reason", codes(NotCounted::ALL, |code| code.code())),
        ("finding-code", codes(FindingCode::ALL, |code| code.code())),
        ("error-code", codes(ErrorKind::ALL, |code| code.code())),
    ]
}

fn codes<Code: Copy>(all: &[Code], code: impl Fn(Code) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| code(*one)).collect()
}

#[test]
fn the_schema_lists_exactly_the_codes_of_the_crates() {
    let schema = schema();
    let listed = |name: &str| -> Vec<String> {
        schema
            .pointer(&format!("/$defs/{name}/enum"))
            .and_then(Value::as_array)
            .unwrap_or_else(|| panic!("no list {name}"))
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    };
    for (name, codes) in code_lists() {
        assert_eq!(listed(name), codes, "{name}");
    }
    let root_states: Vec<&str> = State::ALL
        .iter()
        .filter(|state| **state != State::Ready)
        .map(|state| state.code())
        .collect();
    assert_eq!(listed("root-state"), root_states);
}

/// Returns the first cells of the tables between a heading and the next heading of the same level.
fn rows<'d>(docs: &'d str, heading: &str) -> Vec<&'d str> {
    let start = format!("\n{heading}\n");
    let (_, below) = docs
        .split_once(&start)
        .unwrap_or_else(|| panic!("no heading {heading}"));
    let level = heading.split(' ').next().unwrap_or_default();
    below
        .lines()
        .take_while(|line| !line.starts_with(&format!("{level} ")) && !line.starts_with("## "))
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(code, _)| code)
        .collect()
}

#[test]
fn the_document_lists_exactly_the_codes_of_the_crates() {
    let docs = docs();
    for (name, codes) in code_lists() {
        assert_eq!(rows(&docs, &format!("### {name}")), codes, "{name}");
    }
}

#[test]
fn the_document_lists_each_error_below_its_rule() {
    let docs = docs();
    for kind in ErrorKind::ALL {
        let rule = match kind.class() {
            ErrorClass::Unreadable => Rule::Unreadable,
            ErrorClass::Ambiguous => Rule::AmbiguousArchive,
            ErrorClass::NotAPackage => Rule::NotAPackage,
            ErrorClass::Part => Rule::PartUnreadable,
        };
        let section = docs
            .split_once("\n### error-code\n")
            .and_then(|(_, errors)| errors.split_once(&format!("(rule `{}`)", rule.code())))
            .map(|(_, errors)| errors.split("(rule `").next().unwrap_or_default())
            .unwrap_or_default();
        let row = format!("| `{}` |", kind.code());
        assert!(
            section.contains(&row),
            "{} under {}",
            kind.code(),
            rule.code()
        );
    }
}

/// Collects the fields of the schema as paths, such as `inputs[].name`, in the order of `required`.
fn schema_fields(schema: &Value, node: &Value, path: &str, found: &mut Vec<String>) {
    let node = match node.get("$ref").and_then(Value::as_str) {
        Some(reference) => schema
            .pointer(reference.trim_start_matches('#'))
            .unwrap_or_else(|| panic!("{reference} leads nowhere")),
        None => node,
    };
    if let Some(choices) = node.get("anyOf").and_then(Value::as_array) {
        for choice in choices {
            schema_fields(schema, choice, path, found);
        }
    }
    for name in node
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let name = name.as_str().expect("a name");
        let below = node
            .pointer(&format!("/properties/{name}"))
            .unwrap_or_else(|| panic!("{name} has no schema"));
        let mut path = if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}.{name}")
        };
        if below.get("items").is_some() {
            path.push_str("[]");
        }
        found.push(path.clone());
        schema_fields(schema, below.get("items").unwrap_or(below), &path, found);
    }
}

/// Collects the fields of a report as paths in their order, without duplicates.
fn report_fields(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => items
            .iter()
            .for_each(|item| report_fields(item, path, found)),
        Value::Object(object) => {
            for (name, value) in object {
                let mut path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                if value.is_array() {
                    path.push_str("[]");
                }
                if !found.contains(&path) {
                    found.push(path.clone());
                }
                report_fields(value, &path, found);
            }
        }
        _ => {}
    }
}

#[test]
fn the_schema_the_document_and_the_reports_have_the_same_fields() {
    let schema = schema();
    let mut in_schema = Vec::new();
    schema_fields(&schema, &schema, "", &mut in_schema);
    assert_eq!(rows(&docs(), "## Fields"), in_schema);
    let mut in_reports = Vec::new();
    report_fields(&json(&support::default_options()), "", &mut in_reports);
    in_reports.sort();
    in_schema.sort();
    assert_eq!(in_reports, in_schema);
}

#[test]
fn the_json_has_ordered_fields_two_spaces_of_indent_and_one_newline_at_the_end() {
    let text = p2s_report::json(&support::report(&support::default_options()));
    assert!(text.starts_with("{\n  \"schema\": 1,\n  \"tool\": \"p2s-check "));
    assert!(text.ends_with("\n}\n") && !text.contains('\r') && !text.contains('\t'));
    let schema = schema();
    let mut paths = Vec::new();
    schema_fields(&schema, &schema, "", &mut paths);
    let input_fields: Vec<&str> = paths
        .iter()
        .filter_map(|path| path.strip_prefix("inputs[]."))
        .map(|path| path.split(['.', '[']).next().unwrap_or_default())
        .collect();
    let (_, first) = text.split_once("\"inputs\": [").expect("inputs");
    let mut rest = first;
    let mut last = "";
    for name in input_fields {
        if name == last {
            continue;
        }
        last = name;
        let (_, after) = rest
            .split_once(&format!("\n      \"{name}\": "))
            .unwrap_or_else(|| panic!("{name} is not in its place"));
        rest = after;
    }
}
