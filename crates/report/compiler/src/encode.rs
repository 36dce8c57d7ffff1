//! The text of a message: parsed from Fluent's syntax tree, and encoded for the tables.
//!
//! An encoded text is a string with control characters:
//!
//! - [`VARIABLE`] and a letter: the value of a variable; `a` is the first variable in alphabetical order.
//! - [`SELECT`] and a letter: variants by the value of a variable. Each is a key, [`KEY_END`], a text and [`VARIANT_END`].
//!   The last one is the default and has an empty key.

use crate::Error;
use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::BTreeSet;

/// Ends a text in a table.
pub const TEXT_END: char = '\u{5}';
/// Precedes the letter of a variable.
pub const VARIABLE: char = '\u{1}';
/// Precedes the letter of the variable that selects a variant.
pub const SELECT: char = '\u{2}';
/// Ends the key of a variant.
pub const KEY_END: char = '\u{3}';
/// Ends the text of a variant.
pub const VARIANT_END: char = '\u{4}';

/// The most variables of a message: one letter each.
const MAX_VARIABLES: usize = 26;

/// The text of a message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern(pub Vec<Piece>);

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text as it is.
    Text(String),
    /// The value of a variable.
    Variable(String),
    /// The text of the first variant whose key is the value of the variable, otherwise the default.
    Select {
        /// The variable.
        variable: String,
        /// The keys and their texts.
        variants: Vec<(String, Pattern)>,
        /// The text if no key is the value.
        default: Pattern,
    },
}

/// The variables of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variables {
    /// Those whose value is shown.
    pub shown: BTreeSet<String>,
    /// Those that select a variant.
    pub selecting: BTreeSet<String>,
}

impl Variables {
    /// Returns all names in alphabetical order.
    pub fn all(&self) -> BTreeSet<String> {
        self.shown.union(&self.selecting).cloned().collect()
    }
}

impl Pattern {
    /// Returns the variables of the text.
    pub fn variables(&self) -> Variables {
        let mut variables = Variables::default();
        self.collect_variables(&mut variables);
        variables
    }

    fn collect_variables(&self, variables: &mut Variables) {
        for piece in &self.0 {
            match piece {
                Piece::Text(_) => {}
                Piece::Variable(name) => {
                    variables.shown.insert(name.clone());
                }
                Piece::Select {
                    variable,
                    variants,
                    default,
                } => {
                    variables.selecting.insert(variable.clone());
                    for (_, text) in variants {
                        text.collect_variables(variables);
                    }
                    default.collect_variables(variables);
                }
            }
        }
    }

    /// Returns the text if it has no variables.
    pub fn plain(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Returns the encoded text. `variables` are all names in alphabetical order.
    ///
    /// # Errors
    ///
    /// Returns a sentence if the text has too many variables or contains a control character.
    pub(crate) fn encode(&self, variables: &BTreeSet<String>) -> Result<String, String> {
        if variables.len() > MAX_VARIABLES {
            return Err(format!("A message has at most {MAX_VARIABLES} variables."));
        }
        let mut encoded = String::new();
        self.encode_into(&mut encoded, variables)?;
        Ok(encoded)
    }

    fn encode_into(&self, out: &mut String, variables: &BTreeSet<String>) -> Result<(), String> {
        let letter = |name: &String| {
            let position = variables.iter().position(|one| one == name);
            let letter = position.and_then(|position| ('a'..='z').nth(position));
            letter.ok_or_else(|| format!("The variable ${name} is unknown."))
        };
        for piece in &self.0 {
            match piece {
                Piece::Text(text) if text.contains(|c: char| c.is_control() && c != '\n') => {
                    return Err("The text contains a control character.".to_owned());
                }
                Piece::Text(text) => out.push_str(text),
                Piece::Variable(name) => out.extend([VARIABLE, letter(name)?]),
                Piece::Select {
                    variable,
                    variants,
                    default,
                } => {
                    out.extend([SELECT, letter(variable)?]);
                    for (key, text) in variants {
                        out.push_str(key);
                        out.push(KEY_END);
                        text.encode_into(out, variables)?;
                        out.push(VARIANT_END);
                    }
                    out.push(KEY_END);
                    default.encode_into(out, variables)?;
                    out.push(VARIANT_END);
                }
            }
        }
        Ok(())
    }

    fn push_text(&mut self, text: &str) {
        if let Some(Piece::Text(last)) = self.0.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            self.0.push(Piece::Text(text.to_owned()));
        }
    }

    fn append(&mut self, other: Pattern) {
        for piece in other.0 {
            match piece {
                Piece::Text(text) => self.push_text(&text),
                other @ (Piece::Variable(_) | Piece::Select { .. }) => self.0.push(other),
            }
        }
    }
}

/// Converts a pattern of Fluent's syntax tree. `refer` returns the text of the message or term that is referred to.
///
/// # Errors
///
/// Returns an error at `place` for what isn't supported: functions, arguments of terms, and selectors that aren't
/// variables.
pub(crate) fn pattern(
    fluent: &fluent_syntax::ast::Pattern<&str>,
    place: &str,
    refer: &mut dyn FnMut(&str) -> Result<Pattern, Error>,
) -> Result<Pattern, Error> {
    let mut pattern = Pattern::default();
    for element in &fluent.elements {
        match element {
            PatternElement::TextElement { value } => pattern.push_text(value),
            PatternElement::Placeable { expression } => {
                pattern.append(expression_pattern(expression, place, refer)?);
            }
        }
    }
    Ok(pattern)
}

fn expression_pattern(
    expression: &Expression<&str>,
    place: &str,
    refer: &mut dyn FnMut(&str) -> Result<Pattern, Error>,
) -> Result<Pattern, Error> {
    let unsupported = |what: &str| Err(Error::new(place, format!("{what} isn't supported.")));
    match expression {
        Expression::Inline(inline) => match inline {
            InlineExpression::StringLiteral { value } => {
                let text = unescape_unicode_to_string(value).into_owned();
                Ok(Pattern(vec![Piece::Text(text)]))
            }
            InlineExpression::NumberLiteral { value } => {
                Ok(Pattern(vec![Piece::Text((*value).to_owned())]))
            }
            InlineExpression::VariableReference { id } => {
                Ok(Pattern(vec![Piece::Variable(id.name.to_owned())]))
            }
            InlineExpression::MessageReference { id, attribute } => match attribute {
                Some(attribute) => refer(&format!("{}.{}", id.name, attribute.name)),
                None => refer(id.name),
            },
            InlineExpression::TermReference {
                id,
                attribute: None,
                arguments: None,
            } => refer(&format!("-{}", id.name)),
            InlineExpression::TermReference { .. } => unsupported("An argument of a term"),
            InlineExpression::FunctionReference { .. } => unsupported("A function"),
            InlineExpression::Placeable { expression } => {
                expression_pattern(expression, place, refer)
            }
        },
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return unsupported("A selector that isn't a variable");
            };
            let (mut keyed, mut default) = (Vec::new(), Pattern::default());
            for variant in variants {
                let text = self::pattern(&variant.value, place, refer)?;
                let (VariantKey::Identifier { name: key }
                | VariantKey::NumberLiteral { value: key }) = variant.key;
                if variant.default {
                    default = text;
                } else {
                    keyed.push((key.to_owned(), text));
                }
            }
            Ok(Pattern(vec![Piece::Select {
                variable: id.name.to_owned(),
                variants: keyed,
                default,
            }]))
        }
    }
}
