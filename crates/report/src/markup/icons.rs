//! The icons. Each tone of an answer has its own shape, so that it can be recognized without color.

use crate::Tone;

/// Returns the shape of a tone: an octagon with an exclamation mark, a triangle, a disc with a check mark, or a square
/// with a question mark. In a diamond, it would look like the character for text that can't be decoded.
pub(super) fn shape(tone: Tone) -> &'static str {
    match tone {
        Tone::Affected => {
            "<svg class=\"shape\" aria-hidden=\"true\" viewBox=\"0 0 48 48\"><path d=\"M15.3 3h17.4L45 15.3v17.4L32.7 \
             45H15.3L3 32.7V15.3z\"/><path class=\"mark\" d=\"M24 13v14M24 33.6v.4\"/></svg>"
        }
        Tone::Action => {
            "<svg class=\"shape\" aria-hidden=\"true\" viewBox=\"0 0 48 48\"><path d=\"M24 3 46 43H2z\"/><path \
             class=\"mark\" d=\"M24 17v12M24 35.6v.4\"/></svg>"
        }
        Tone::Well => {
            "<svg class=\"shape\" aria-hidden=\"true\" viewBox=\"0 0 48 48\"><circle cx=\"24\" cy=\"24\" r=\"21.5\"/>\
             <path class=\"mark\" d=\"m14.5 24.5 6.5 6.5 12.5-13.5\"/></svg>"
        }
        Tone::Open => {
            "<svg class=\"shape\" aria-hidden=\"true\" viewBox=\"0 0 48 48\"><rect x=\"4\" y=\"4\" width=\"40\" height=\"40\" rx=\"7\"/><path \
             class=\"mark\" d=\"M18.5 19.5a5.5 5.5 0 1 1 8.2 4.8c-1.8 1-2.7 2-2.7 4.2M24 33.6v.4\"/></svg>"
        }
    }
}
