//! Writes two tables of unicode-normalization as text, because the crate's own tables are five times as large.
//!
//! decompositions.txt has one line per character: the character and its canonical decomposition. marks.txt has the ranges
//! of the characters that combine with the one before them: first and last of each.

use std::path::PathBuf;
use std::{env, fs, io};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

/// Syllables of Hangul are decomposed by arithmetic.
const HANGUL: std::ops::RangeInclusive<char> = '\u{AC00}'..='\u{D7A3}';

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let (mut decompositions, mut marks) = (String::new(), Vec::<(char, char)>::new());
    for c in '\u{80}'..=char::MAX {
        let parts: String = c.nfd().collect();
        if !HANGUL.contains(&c) && !parts.chars().eq([c]) {
            decompositions.push(c);
            decompositions.push_str(&parts);
            decompositions.push('\n');
        }
        if canonical_combining_class(c) != 0 {
            match marks.last_mut() {
                Some((_, last)) if u32::from(*last).checked_add(1) == Some(c.into()) => *last = c,
                _ => marks.push((c, c)),
            }
        }
    }
    let marks: String = marks.into_iter().flat_map(<[char; 2]>::from).collect();
    let out = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .ok_or(io::ErrorKind::NotFound)?;
    fs::write(out.join("decompositions.txt"), decompositions)?;
    fs::write(out.join("marks.txt"), marks)
}
