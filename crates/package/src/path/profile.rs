//! File names of a Connection Manager profile: `<g>.inf`, `.cmp`, `.cms`, `.pbk` and `<g>.cer`.

use super::unicode::lowercase;
use super::{certificate_stem, without_certificate_ending};

/// Endings of the names of a profile's text files.
pub(crate) const ENDINGS: [&str; 4] = [".inf", ".cmp", ".cms", ".pbk"];

/// Returns true for a file that only a profile has.
pub(crate) fn is_profile_only(name: &str) -> bool {
    ending(name).is_some_and(|ending| ending != ".inf")
}

/// Returns true for the name of a certificate: `x.cer`, `x.cer_0`, `x.crt` and the like.
pub(crate) fn is_certificate(name: &str) -> bool {
    certificate_stem(&lowercase(name)).is_some()
}

/// Returns true for the name of the RADIUS server's root in a cabinet.
pub(crate) fn is_radius_certificate(name: &str) -> bool {
    without_certificate_ending(&lowercase(name)) == Some("radiusserverroot")
}

/// Returns true for the name of one of a profile's texts.
pub(crate) fn is_text(path: &str) -> bool {
    ending(path).is_some()
}

/// Returns true for the name of a text that can have pins.
pub(crate) fn has_pins(name: &str) -> bool {
    ending(name).is_some_and(|ending| ending != ".cmp")
}

/// Returns a profile's own name, which its texts and its certificate share. The name is in lower case.
pub(crate) fn stem(name: &str) -> &str {
    let text = || Some(name.rsplit_once('.')?.0);
    certificate_stem(name).or_else(text).unwrap_or(name)
}

/// Returns the ending of a profile's text file.
fn ending(name: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    ENDINGS.into_iter().find(|ending| lower.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_of_a_profile_is_recognized_by_its_name() {
        for (name, text, only, pins, certificate) in [
            ("g.inf", true, false, true, false),
            ("g.CMP", true, true, false, false),
            ("g.cms", true, true, true, false),
            ("g.pbk", true, true, true, false),
            ("g.CER", false, false, false, true),
            ("g.txt", false, false, false, false),
        ] {
            let found = (
                is_text(name),
                is_profile_only(name),
                has_pins(name),
                is_certificate(name),
            );
            assert_eq!(found, (text, only, pins, certificate), "{name}");
        }
        assert!(is_radius_certificate("RadiusServerRoot.cer") && !is_radius_certificate("g.cer"));
    }

    #[test]
    fn the_files_of_a_profile_share_their_stem() {
        for name in ["g.cms", "g.cer", "g.cer_0", "g (1).cer", "g"] {
            assert_eq!(stem(name), "g", "{name}");
        }
        assert_eq!(stem("a.b.inf"), "a.b");
    }
}
