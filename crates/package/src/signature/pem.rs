//! Encapsulation boundaries of PEM (RFC 7468 section 3).

/// Returns the label of a line that begins or ends a PEM block; `start` is `-----BEGIN ` or `-----END `.
pub(crate) fn label<'a>(line: &'a str, start: &str) -> Option<&'a str> {
    line.strip_prefix(start)?.strip_suffix("-----")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_boundary_is_a_whole_line() {
        let begin = "-----BEGIN ";
        assert_eq!(
            label("-----BEGIN CERTIFICATE-----", begin),
            Some("CERTIFICATE")
        );
        for other in [
            "-----BEGIN CERTIFICATE----",
            "x-----BEGIN CERTIFICATE-----",
            "-----END CERTIFICATE-----",
        ] {
            assert_eq!(label(other, begin), None, "{other}");
        }
    }
}
