//! Paths inside packages: their normal form, and the role of a file according to its name.

mod assign;
pub(crate) mod profile;
mod role;
pub(crate) mod unicode;

pub use assign::needs_head;
pub(crate) use assign::{is_plain, roles};
pub(crate) use role::{
    certificate_stem, is_radius_root, is_server_root, role, without_certificate_ending,
};
pub use unicode::lowercase;

/// Returns the components of a path with slashes or backslashes, without empty ones and `.`.
pub(crate) fn components(path: &str) -> Vec<&str> {
    path.split(['/', '\\'])
        .filter(|part| !part.is_empty() && *part != ".")
        .collect()
}

/// Returns true for metadata of macOS (`__MACOSX/`, `._*`) and for the stream in which Windows marks a download
/// (`:Zone.Identifier`).
pub(crate) fn is_metadata(components: &[&str]) -> bool {
    let metadata = |name: &&str| name.starts_with("._") || marked_file(name).is_some();
    components.last().is_some_and(metadata)
        || components
            .iter()
            .any(|part| part.eq_ignore_ascii_case("__MACOSX"))
}

/// Returns the file name before `:Zone.Identifier`, the stream in which Windows marks a download.
pub(crate) fn marked_file(name: &str) -> Option<&str> {
    const MARK: &str = ":Zone.Identifier";
    let (file, stream) = name.split_at_checked(name.len().checked_sub(MARK.len())?)?;
    stream.eq_ignore_ascii_case(MARK).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_divided_at_both_slashes_without_empty_components() {
        assert_eq!(components("./a\\b//c/"), ["a", "b", "c"]);
        assert_eq!(components("../a"), ["..", "a"]);
        assert!(components("/./").is_empty());
    }

    #[test]
    fn metadata_is_recognized_in_any_folder_and_case() {
        for (path, expected) in [
            ("a/__macosx/b", true),
            ("a/._b", true),
            ("a/b:zone.identifier", true),
            ("._a/b", false),
            ("a/b:other", false),
            ("", false),
        ] {
            assert_eq!(is_metadata(&components(path)), expected, "{path}");
        }
        assert_eq!(marked_file("a.cer:Zone.Identifier"), Some("a.cer"));
        assert_eq!(marked_file("é.Identifier"), None);
    }
}
