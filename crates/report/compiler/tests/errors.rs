//! Each fault in the files of words is an error that names the file and the message.

#![allow(
    clippy::expect_used,
    reason = "a test that can't be set up fails by panicking"
)]

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of words that is removed at the end of a test.
struct Words(PathBuf);

impl Words {
    /// Creates English and Japanese words of three messages and one page.
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("p2s-words-{}-{number}", std::process::id());
        let words = Words(std::env::temp_dir().join(name));
        let _ = fs::remove_dir_all(&words.0);
        words.write("languages", "# In order.\nja\nen\n");
        for tag in ["ja", "en"] {
            words.write(
                &format!("{tag}/a.ftl"),
                "# A.\nplain = x\n# B.\nshown = { $name } y\n",
            );
            words.write(
                &format!("{tag}/b.ftl"),
                "# C. $count: how many.\nplural = { $count ->\n    [1] one\n   *[other] { $count }\n}\n",
            );
            words.write(&format!("{tag}/pages/by-hand.md"), "# First\n");
        }
        words
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }

    /// Returns the error after writing a file, or an empty text.
    fn error_with(path: &str, text: &str) -> String {
        let words = Words::new();
        words.write(path, text);
        words.error()
    }

    fn error(&self) -> String {
        let compiled = p2s_words::read(&self.0, true)
            .and_then(|catalogues| p2s_words::compile(&catalogues, false));
        compiled
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    }
}

impl Drop for Words {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn correct_words_compile() {
    assert_eq!(Words::new().error(), "");
}

#[test]
fn the_error_names_the_file_and_the_message() {
    const PLAIN: &str = "# A.\nplain = x\n";
    for (path, text, expected) in [
        (
            "ja/a.ftl",
            PLAIN.to_owned(),
            "words/ja/a.ftl: The message shown is missing.",
        ),
        (
            "ja/a.ftl",
            format!("{PLAIN}# B.\nshown = {{ $name }}\n# C.\nmore = z\n"),
            "words/ja/a.ftl: The message more doesn't exist in en.",
        ),
        (
            "en/a.ftl",
            format!("{PLAIN}# B.\nshown = {{ $name }}\n# C.\nmore = z\n"),
            "words/ja/a.ftl: The message more is missing.",
        ),
        (
            "ja/a.ftl",
            format!("{PLAIN}# B.\nshown = y\n"),
            "words/ja/a.ftl: shown: The variable $name is missing.",
        ),
        (
            "ja/a.ftl",
            format!("{PLAIN}# B.\nshown = {{ $name }} {{ $nmae }}\n"),
            "words/ja/a.ftl: shown: The variable $nmae is unknown.",
        ),
        (
            "ja/b.ftl",
            "# C.\nplural = { $number ->\n   *[other] x\n}\n".to_owned(),
            "words/ja/b.ftl: plural: The variable $number is unknown.",
        ),
        (
            "ja/a.ftl",
            format!("{PLAIN}# B.\nshown = {{ $name }}\n\nplural = {{ $count }}\n"),
            "words/ja/a.ftl:6: The message plural has no comment for the translator.",
        ),
        (
            "ja/a.ftl",
            format!("{PLAIN}# B.\nshown = {{ $name }}\n# A.\nplain = z\n"),
            "words/ja/a.ftl:6: plain is already defined in ja/a.ftl:2.",
        ),
        (
            "ja/b.ftl",
            "# A.\nplain = x\n".to_owned(),
            "words/ja/b.ftl:2: plain is already defined in ja/a.ftl:2.",
        ),
        (
            "ja/a.ftl",
            format!("{PLAIN}# B.\nshown = {{ $name }} {{ nothing }}\n"),
            "words/ja/a.ftl:4: shown refers to nothing, which doesn't exist.",
        ),
        (
            "ja/a.ftl",
            format!("{PLAIN}# B.\nshown = {{ $name }} {{ shown }}\n"),
            "words/ja/a.ftl:4: shown refers to itself.",
        ),
        (
            "ja/a.ftl",
            format!("{PLAIN}# B.\nshown = {{ UPPER($name) }}\n"),
            "words/ja/a.ftl:4: A function isn't supported.",
        ),
        (
            "ja/a.ftl",
            format!("{PLAIN}# B.\nshown = {{ $name }} \u{1}\n"),
            "words/ja/a.ftl: shown: The text contains a control character.",
        ),
        (
            "fr/a.ftl",
            PLAIN.to_owned(),
            "words/languages: The folder fr isn't in the list of languages.",
        ),
        (
            "languages",
            "ja\n".to_owned(),
            "words/languages: The folder en isn't in the list of languages.",
        ),
        (
            "ja/pages/windows.md",
            String::new(),
            "words/ja/pages/windows.md: There is no such page in en.",
        ),
        (
            "en/pages/windows.md",
            String::new(),
            "words/ja/pages/windows.md: The page is missing.",
        ),
        (
            "ja/pages/by-hand.txt",
            String::new(),
            "words/ja/pages/by-hand.txt: This isn't a Markdown file (.md).",
        ),
    ] {
        assert_eq!(Words::error_with(path, &text), expected);
    }
}

#[test]
fn a_message_that_does_not_parse_is_named_by_its_line() {
    for text in [
        "# A.\nplain = x\n\n???\n",
        "# A.\nplain = x\n\nplain = { $ }\n",
    ] {
        let error = Words::error_with("ja/a.ftl", text);
        assert!(error.starts_with("words/ja/a.ftl:4: "), "{error}");
    }
}

#[test]
fn a_message_belongs_in_the_file_of_the_same_name() {
    let words = Words::new();
    words.write("ja/a.ftl", "# A.\nplain = x\n");
    let both = "# B.\nshown = { $name }\n# C.\nplural = { $count }\n";
    words.write("ja/b.ftl", both);
    assert_eq!(
        words.error(),
        "words/ja/b.ftl: shown: The message belongs in a.ftl."
    );
}

#[test]
fn a_variable_that_only_selects_can_be_left_out() {
    let words = Words::new();
    let only_selects = "# C.\nplural = { $count ->\n    [1] one\n   *[other] many\n}\n";
    words.write("en/b.ftl", only_selects);
    words.write("ja/b.ftl", "# C.\nplural = viele\n");
    assert_eq!(words.error(), "");
}

#[test]
fn parts_and_terms_belong_to_one_language() {
    let words = Words::new();
    let text = "-term = T\n# Part.\npart-x = { $name }\n# A.\nplain = { -term }\n# B.\nshown = { part-x }\n";
    words.write("ja/a.ftl", text);
    assert_eq!(words.error(), "");
}
