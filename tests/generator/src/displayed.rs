//! The strings of a report that the product displays as they are, for the tests of the words around them.

use serde_json::Value;
use std::collections::BTreeSet;

/// Fields whose strings are displayed even if they look like codes.
const DATA: [&str; 5] = ["computer", "gateway", "id", "item", "place"];

/// Returns the strings of a report in JSON that are displayed as they are: names, paths, hosts, fingerprints and the common
/// names in subjects. A code is displayed in parentheses beside its words.
pub fn displayed_strings(report: &Value) -> Vec<String> {
    let mut strings = BTreeSet::new();
    collect(report, false, &mut strings);
    // A page names this root, also if no report does.
    strings.insert("Microsoft TLS RSA Root G2".to_owned());
    strings.into_iter().collect()
}

/// Returns the forms of a long name in a sentence: its beginning, or its beginning and its end.
fn shortened(name: &str) -> Vec<String> {
    const MAX_CHARS: usize = 22;
    let chars: Vec<char> = name.chars().collect();
    if chars.len() <= MAX_CHARS {
        return Vec::new();
    }
    let text = |chars: &[char]| chars.iter().collect::<String>();
    let end = text(&chars[chars.len() - 6..]);
    vec![
        format!("{}…", text(&chars[..21])),
        format!("{}…{end}", text(&chars[..15])),
    ]
}

fn collect(value: &Value, is_data: bool, strings: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            let is_code = text.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            if !is_data && is_code {
                strings.insert(format!("({text})"));
            } else if text.len() > 1 {
                strings.insert(text.clone());
                strings.extend(shortened(text));
                let common_names = text.split(',').filter_map(|part| part.strip_prefix("CN="));
                strings.extend(common_names.map(str::to_owned));
            }
        }
        Value::Array(values) => {
            for value in values {
                collect(value, is_data, strings);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                collect(value, is_data || DATA.contains(&key.as_str()), strings);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
