//! Summaries of measured values, and the tables that show them.

/// Median and quartiles of measured values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// Number of values.
    pub count: usize,
    /// First quartile.
    pub lower: f64,
    /// Median.
    pub median: f64,
    /// Third quartile.
    pub upper: f64,
}

impl Summary {
    /// Returns the summary, or `None` without values.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        Some(Summary {
            count: sorted.len(),
            lower: quantile(&sorted, 0.25)?,
            median: quantile(&sorted, 0.5)?,
            upper: quantile(&sorted, 0.75)?,
        })
    }

    /// Formats median and quartiles: `12.3 (11.8–13.0)`. Only the median if all three look the same.
    pub fn render(&self) -> String {
        let [lower, median, upper] = [self.lower, self.median, self.upper].map(rounded);
        match lower == upper {
            true => median,
            false => format!("{median} ({lower}–{upper})"),
        }
    }
}

/// Returns the value below which this part of the sorted values lies, interpolated between its two neighbours.
fn quantile(sorted: &[f64], part: f64) -> Option<f64> {
    let position = part * sorted.len().checked_sub(1)? as f64;
    let below = sorted.get(position.floor() as usize)?;
    let above = sorted.get(position.ceil() as usize)?;
    Some(below + (above - below) * position.fract())
}

/// Formats a value with three significant digits, or as a whole number with groups of thousands.
fn rounded(value: f64) -> String {
    match value.abs() {
        size if size >= 99.95 => grouped(value.round() as i64),
        size if size >= 9.995 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

fn grouped(value: i64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        let is_group = index > 0 && (digits.len() - index).is_multiple_of(3);
        if is_group && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Formats the ratio of two medians: `0.53`. A dash if one is missing or the second is zero.
pub fn ratio(ours: Option<Summary>, other: Option<Summary>) -> String {
    match (ours, other) {
        (Some(ours), Some(other)) if other.median > 0.0 => {
            format!("{:.2}", ours.median / other.median)
        }
        _ => "—".to_owned(),
    }
}

/// Returns a Markdown table. All columns but the first are aligned to the right.
pub fn markdown_table(columns: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let heading: Vec<String> = columns.iter().map(|name| (*name).to_owned()).collect();
    let rule = (0..columns.len()).map(|index| if index == 0 { "---" } else { "---:" });
    let rule: Vec<String> = rule.map(str::to_owned).collect();
    let rows: String = rows.iter().map(|row| line(row)).collect();
    [line(&heading), line(&rule), rows].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(values: &[f64]) -> Option<Summary> {
        Summary::of(values)
    }

    #[test]
    fn median_and_quartiles_are_interpolated() {
        let of_four = Summary {
            count: 4,
            lower: 1.75,
            median: 2.5,
            upper: 3.25,
        };
        assert_eq!(summary(&[4.0, 1.0, 3.0, 2.0]), Some(of_four));
        let of_five = summary(&[50.0, 10.0, 40.0, 20.0, 30.0]);
        assert_eq!(of_five.map(|found| found.median), Some(30.0));
        assert_eq!(of_five.map(|found| found.lower), Some(20.0));
        assert_eq!(summary(&[7.0]).map(|found| found.upper), Some(7.0));
        assert_eq!(summary(&[]), None);
    }

    #[test]
    fn a_summary_has_three_digits_and_thousands_in_groups() {
        let rendered = |values: &[f64]| summary(values).map(|found| found.render());
        assert_eq!(
            rendered(&[4.0, 1.0, 3.0, 2.0]).as_deref(),
            Some("2.50 (1.75–3.25)")
        );
        assert_eq!(
            rendered(&[331_204.0, 331_204.0]).as_deref(),
            Some("331,204")
        );
        assert_eq!(rendered(&[99.96]).as_deref(), Some("100"));
        assert_eq!(rendered(&[-1234.4]).as_deref(), Some("-1,234"));
        assert_eq!(rendered(&[12.34, 12.34]).as_deref(), Some("12.3"));
    }

    #[test]
    fn a_ratio_needs_two_medians() {
        let (two, four) = (summary(&[2.0]), summary(&[4.0]));
        assert_eq!(ratio(two, four), "0.50");
        for (ours, other) in [(None, four), (two, None), (two, summary(&[0.0]))] {
            assert_eq!(ratio(ours, other), "—");
        }
    }

    #[test]
    fn a_table_has_a_heading_and_a_line_for_each_row() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        assert_eq!(
            markdown_table(&["What", "ms"], &[row(["a", "1"]), row(["b", "2"])]),
            "| What | ms |\n| --- | ---: |\n| a | 1 |\n| b | 2 |\n"
        );
    }
}
