//! The options of the command line: the parser, `--help` and the manual page have the same list.

use crate::output::Format;
use p2s_report::{Language, Message};

/// An option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    Format,
    Json,
    Output,
    Quiet,
    FailOn,
    Language,
    Now,
    Created,
    Deadline,
    Limits,
    Man,
    Help,
    Version,
}

/// How an option is written, and what it does.
#[derive(Debug)]
pub(crate) struct CommandOption {
    pub(crate) name: Name,
    pub(crate) short: Option<char>,
    pub(crate) long: &'static str,
    pub(crate) value: Value,
    pub(crate) about: Message,
}

/// The value of an option.
#[derive(Debug)]
pub(crate) enum Value {
    None,
    /// Any value, which the text calls by this name.
    Any(Message),
    /// One of these values.
    OneOf(fn() -> Vec<&'static str>),
}

/// All options, in the order of `--help`.
pub(crate) const OPTIONS: [CommandOption; 13] = [
    CommandOption {
        name: Name::Format,
        short: None,
        long: "format",
        value: Value::OneOf(|| Format::ALL.map(Format::name).to_vec()),
        about: Message::OptionFormat,
    },
    CommandOption {
        name: Name::Json,
        short: None,
        long: "json",
        value: Value::None,
        about: Message::OptionJson,
    },
    CommandOption {
        name: Name::Output,
        short: Some('o'),
        long: "output",
        value: Value::Any(Message::ValueFile),
        about: Message::OptionOutput,
    },
    CommandOption {
        name: Name::Quiet,
        short: Some('q'),
        long: "quiet",
        value: Value::None,
        about: Message::OptionQuiet,
    },
    CommandOption {
        name: Name::FailOn,
        short: None,
        long: "fail-on",
        value: Value::OneOf(|| vec!["today"]),
        about: Message::OptionFailOn,
    },
    CommandOption {
        name: Name::Language,
        short: None,
        long: "lang",
        value: Value::OneOf(|| Language::ALL.map(Language::tag).to_vec()),
        about: Message::OptionLang,
    },
    CommandOption {
        name: Name::Now,
        short: None,
        long: "now",
        value: Value::Any(Message::ValueTime),
        about: Message::OptionNow,
    },
    CommandOption {
        name: Name::Created,
        short: None,
        long: "created",
        value: Value::Any(Message::ValueDate),
        about: Message::OptionCreated,
    },
    CommandOption {
        name: Name::Deadline,
        short: None,
        long: "deadline",
        value: Value::Any(Message::ValueDate),
        about: Message::OptionDeadline,
    },
    CommandOption {
        name: Name::Limits,
        short: None,
        long: "limits",
        value: Value::None,
        about: Message::OptionLimits,
    },
    CommandOption {
        name: Name::Man,
        short: None,
        long: "man",
        value: Value::None,
        about: Message::OptionMan,
    },
    CommandOption {
        name: Name::Help,
        short: Some('h'),
        long: "help",
        value: Value::None,
        about: Message::OptionHelp,
    },
    CommandOption {
        name: Name::Version,
        short: Some('V'),
        long: "version",
        value: Value::None,
        about: Message::OptionVersion,
    },
];

impl CommandOption {
    /// Returns the option as it is written, with the name of its value: `-o, --output FILE`.
    pub(crate) fn usage(&self, language: Language) -> String {
        let short = self.short.map(|short| format!("-{short}, "));
        let value = match &self.value {
            Value::None => String::new(),
            Value::Any(name) => format!(" {}", name.text(language)),
            Value::OneOf(_) => format!(" {}", self.choices()),
        };
        format!("{}--{}{value}", short.unwrap_or_default(), self.long)
    }

    /// Returns the values that the option takes, as the usage shows them: `ja|en`.
    pub(crate) fn choices(&self) -> String {
        match self.value {
            Value::OneOf(choices) => choices().join("|"),
            Value::None | Value::Any(_) => String::new(),
        }
    }
}
