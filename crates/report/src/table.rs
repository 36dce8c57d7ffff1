//! Several inputs as a table: what its cells say, which rows are in it, and in which order.

use crate::answer::{Standing, first_step, standing};
use crate::message::codes::short_verdict_words;
use crate::message::comma_list;
use crate::{Language, Message, Tone, escape_invisible, words};
use p2s_package::lowercase;
use p2s_verdict::{InputReport, Origin, Report, Rule, State, Verdict};
use std::cell::OnceCell;

/// The columns, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Column {
    /// What to do: the answer on top in a word.
    #[default]
    Action,
    /// The virtual network, the gateway's host, or its identifier.
    Gateway,
    /// The root certificates.
    Root,
    /// The answer about 2019.
    About2019,
    /// The day on which the package was made, in UTC.
    Packaged,
    /// The name of the input.
    Name,
}

impl Column {
    /// All columns.
    pub const ALL: [Column; 6] = [
        Column::Action,
        Column::Gateway,
        Column::Root,
        Column::About2019,
        Column::Packaged,
        Column::Name,
    ];

    /// Returns the title.
    pub fn title(self) -> Message {
        match self {
            Column::Action => Message::TableAction,
            Column::Gateway => Message::TableGateway,
            Column::Root => Message::ColumnRoots,
            Column::About2019 => Message::Table2019,
            Column::Packaged => Message::TablePackaged,
            Column::Name => Message::ColumnFile,
        }
    }
}

/// What the rows are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// The gateway, not only its name: several virtual networks can have the same one.
    Gateway,
    /// The root certificates.
    Root,
    /// The folder or the zip that contains the input.
    Folder,
}

impl Grouping {
    /// All groupings.
    pub const ALL: [Grouping; 3] = [Grouping::Gateway, Grouping::Root, Grouping::Folder];

    /// Returns the name.
    pub fn title(self) -> Message {
        match self {
            Grouping::Gateway => Message::TableGateway,
            Grouping::Root => Message::ColumnRoots,
            Grouping::Folder => Message::TableFolder,
        }
    }
}

/// The user's choices: which rows are shown, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// The rows are sorted by this column.
    pub column: Column,
    /// True for the last value first.
    pub is_descending: bool,
    /// Words that a row must contain.
    pub text: String,
    /// Index of the [answer](Table::answer_counts) whose rows are shown; `None` for all rows.
    pub answer: Option<usize>,
    /// What the rows are grouped by.
    pub grouping: Option<Grouping>,
}

/// A line of the arranged table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The heading of a group and the number of its rows.
    Group(String, usize),
    /// The row with this index.
    Row(usize),
}

/// One input in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it sorts: a smaller number is worse.
    rank: usize,
    /// What the answer on top means.
    pub tone: Tone,
    /// The cells in the order of [`Column::ALL`].
    pub cells: [String; Column::ALL.len()],
    /// What identifies the gateway, if anything does.
    gateway: Option<String>,
    /// All cells in lower case, once the user looked for something.
    searched: OnceCell<String>,
}

/// All inputs that have the same answer on top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerCount {
    /// How many there are.
    pub count: usize,
    /// What the answer means.
    pub tone: Tone,
    /// The answer in a word.
    pub word: String,
    /// The first step; empty if there is nothing to do.
    pub next_step: String,
    rank: usize,
}

/// The table of a report in one language. The index of a row is that of its input.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows in the order of the report.
    pub rows: Vec<Row>,
    /// The answers, the worst first.
    pub answer_counts: Vec<AnswerCount>,
}

impl Table {
    /// Makes the table of a report.
    pub fn new(report: &Report, language: Language) -> Self {
        let mut table = Table::default();
        for input in &report.inputs {
            let standing = standing(input, report.generated, language);
            let row = Row::new(input, &standing, language);
            let is_same = |other: &&mut AnswerCount| {
                other.rank == row.rank && other.tone == row.tone && other.word == standing.word
            };
            match table.answer_counts.iter_mut().find(is_same) {
                Some(same) => same.count = same.count.saturating_add(1),
                None => {
                    let first = AnswerCount::new(input, &row, report, language);
                    let ranks = table.answer_counts.iter().map(|other| other.rank);
                    let position = ranks.take_while(|rank| *rank <= row.rank).count();
                    table.answer_counts.insert(position, first);
                }
            }
            table.rows.push(row);
        }
        table
    }

    /// Returns how many inputs ask for something, are fine, aren't certain, and weren't read, without zeros.
    pub fn heading(&self, language: Language) -> String {
        let count = |message: Message, is_counted: fn(&AnswerCount) -> bool| {
            let counted = self.answer_counts.iter().filter(|one| is_counted(one));
            let count: usize = counted.map(|one| one.count).sum();
            let text = words::Summary {
                count: &count.to_string(),
            };
            (count > 0).then(|| text.text(message, language))
        };
        let counts = [
            count(Message::SummaryAction, |one| {
                matches!(one.tone, Tone::Affected | Tone::Action)
            }),
            count(Message::SummaryNothing, |one| one.tone == Tone::Well),
            count(Message::SummaryUnclear, |one| {
                one.tone == Tone::Open && one.rank != NOT_READ
            }),
            count(Message::SummaryUnread, |one| one.rank == NOT_READ),
        ];
        comma_list(&counts.into_iter().flatten().collect::<Vec<_>>(), language)
    }

    /// Returns the lines that are shown, in their order.
    pub fn arrange(&self, arrangement: &Arrangement) -> Vec<Line> {
        let words = lowercase(&arrangement.text);
        let words: Vec<&str> = words.split_whitespace().collect();
        let answer = arrangement
            .answer
            .and_then(|index| self.answer_counts.get(index));
        let is_shown = |row: &Row| {
            answer.is_none_or(|answer| {
                answer.rank == row.rank && row.cell(Column::Action) == answer.word
            }) && words.iter().all(|word| row.contains(word))
        };
        let rows = self.rows.iter().enumerate();
        let keys: Vec<(String, usize)> = rows
            .filter(|(_, row)| is_shown(row))
            .map(|(index, row)| (row.sort_key(arrangement.column), index))
            .collect();
        // Equal keys are in the order of the report.
        let mut order: Vec<(&str, usize)> = keys
            .iter()
            .map(|(key, index)| (key.as_str(), *index))
            .collect();
        order.sort_unstable();
        if arrangement.is_descending {
            order.reverse();
        }
        let shown = order.into_iter().map(|(_, index)| index);
        match arrangement.grouping {
            None => shown.map(Line::Row).collect(),
            Some(grouping) => self.group(shown, grouping),
        }
    }

    /// Groups rows. The groups are in the order of their first rows.
    fn group(&self, rows: impl Iterator<Item = usize>, grouping: Grouping) -> Vec<Line> {
        let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
        let mut positions = std::collections::HashMap::new();
        for index in rows {
            let Some(row) = self.rows.get(index) else {
                continue;
            };
            let key = row.group_key(grouping);
            let position = *positions.entry(key.clone()).or_insert(groups.len());
            match groups.get_mut(position) {
                Some((_, rows)) => rows.push(index),
                None => groups.push((row.group_heading(grouping), vec![index])),
            }
        }
        let lines = groups.into_iter().flat_map(|(heading, rows)| {
            let heading = Line::Group(heading, rows.len());
            std::iter::once(heading).chain(rows.into_iter().map(Line::Row))
        });
        lines.collect()
    }
}

impl Row {
    fn new(input: &InputReport, standing: &Standing, language: Language) -> Self {
        let gateway = &input.gateway;
        let named = gateway.vnet.as_ref().or(gateway.server.as_ref());
        let named = named.or(gateway.id.as_ref());
        let mut roots: Vec<&str> = Vec::new();
        for root in &input.root_today.roots {
            if !roots.contains(&root.name.as_str()) {
                roots.push(&root.name);
            }
        }
        // The files of a client have the date on which they were collected.
        let packaged = input.packaged.filter(|_| input.origin != Origin::Client);
        let packaged = packaged.and_then(|moment| moment.date_at(0));
        let identity = gateway.identity();
        let identity = identity.filter(|_| input.rule != Rule::TwoGateways);
        let cells = [
            standing.word.to_owned(),
            escape_invisible(named.map_or("", String::as_str)),
            escape_invisible(&roots.join(", ")),
            match input.error {
                Some(_) => String::new(),
                None => short_verdict_words(input.verdict, language).to_owned(),
            },
            packaged.map(|day| day.to_string()).unwrap_or_default(),
            escape_invisible(&input.name),
        ];
        Row {
            rank: rank_of(input, standing),
            tone: standing.tone,
            gateway: identity.map(|id| escape_invisible(&id)),
            searched: OnceCell::new(),
            cells,
        }
    }

    /// Returns the text of a cell.
    pub fn cell(&self, column: Column) -> &str {
        self.cells.get(column as usize).map_or("", String::as_str)
    }

    /// Returns true if a cell contains a word, which is in lower case.
    fn contains(&self, word: &str) -> bool {
        let searched = || lowercase(&self.cells.join("\n"));
        self.searched.get_or_init(searched).contains(word)
    }

    /// Returns a text that sorts as the cell does. What is missing comes last.
    fn sort_key(&self, column: Column) -> String {
        match (column, self.cell(column)) {
            (Column::Action, word) => format!("{}{word}", self.rank),
            (_, "") => char::MAX.to_string(),
            (_, text) => lowercase(text),
        }
    }

    fn group_key(&self, grouping: Grouping) -> String {
        let key = match grouping {
            Grouping::Gateway => {
                let name = || self.cell(Column::Gateway);
                self.gateway.as_deref().unwrap_or_else(name)
            }
            Grouping::Root => self.cell(Column::Root),
            Grouping::Folder => {
                let name = self.cell(Column::Name);
                name.rsplit_once('/').map_or("", |(folder, _)| folder)
            }
        };
        key.to_owned()
    }

    /// Returns the heading of a group that begins with this row: the key, and the gateway's name if it is another.
    fn group_heading(&self, grouping: Grouping) -> String {
        let name = self.cell(Column::Gateway);
        match (grouping, &self.gateway) {
            (Grouping::Gateway, Some(id)) if !lowercase(name).contains(id) => {
                format!("{name} · {id}")
            }
            _ => self.group_key(grouping),
        }
    }
}

impl AnswerCount {
    fn new(input: &InputReport, row: &Row, report: &Report, language: Language) -> Self {
        AnswerCount {
            count: 1,
            tone: row.tone,
            word: row.cell(Column::Action).to_owned(),
            next_step: first_step(input, report.generated, language).unwrap_or_default(),
            rank: row.rank,
        }
    }
}

/// The rank of what wasn't read, because the user cancelled.
const NOT_READ: usize = 8;

/// Ranks inputs, the worst first: of those that aren't affected, first those with something to do today, by how urgent it is.
/// What wasn't read is last.
fn rank_of(input: &InputReport, standing: &Standing) -> usize {
    match (input.verdict, input.root_today.state) {
        _ if !input.is_read() => NOT_READ,
        (Verdict::Affected, _) => 0,
        (Verdict::Undetermined, _) => 1,
        _ if !standing.needs_action => 7,
        (_, State::Expired | State::SelfSigned) => 2,
        (_, State::PublicUnlisted | State::Unknown) => 3,
        (_, State::Retiring) => 4,
        (_, State::Ready) => 5,
        (_, State::Current) => 6,
    }
}
