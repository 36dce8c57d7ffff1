//! Checks that inputs designed to cost time end quickly with a specific error, and that large inputs cost few calls.

mod support;

use p2s_package::{Input, Limits, open};
use std::io::{Cursor, Read, Seek, SeekFrom};

use p2s_verdict::Verdict;
use std::time::{Duration, Instant};

/// The time limit of a debug build under load. A release build takes less than a second.
const TIME_LIMIT: Duration = Duration::from_secs(10);

#[test]
fn costly_inputs_get_their_answer_quickly() {
    for costly in p2s_fixtures::costly() {
        let start = Instant::now();
        let answers = support::judge(costly.name, &costly.bytes);
        let took = start.elapsed();
        println!(
            "{}: {} bytes, {took:?}",
            costly.condition,
            costly.bytes.len()
        );
        assert!(took < TIME_LIMIT, "{}: {took:?}", costly.condition);
        let [answer] = answers.as_slice() else {
            panic!("{}: {} answers", costly.condition, answers.len());
        };
        let verdict = match costly.error {
            Some(_) => Verdict::Undetermined,
            None => Verdict::Affected,
        };
        assert_eq!(answer.verdict, verdict, "{}", costly.condition);
        let error = answer.error.as_ref().map(|error| error.code.code());
        assert_eq!(error, costly.error, "{}", costly.condition);
    }
}

/// An input that counts the calls of the reader.
struct CountingInput {
    bytes: Cursor<Vec<u8>>,
    reads: usize,
    bytes_read: usize,
    gathers: usize,
    /// `None` if the input doesn't support `gather`; `Some(true)` if the gathered bytes lack the last one.
    gathering: Option<bool>,
}

impl Read for CountingInput {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.reads += 1;
        let count = self.bytes.read(buffer)?;
        self.bytes_read += count;
        Ok(count)
    }
}

impl Seek for CountingInput {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.bytes.seek(to)
    }
}

impl Input for CountingInput {
    fn gather(&mut self, ranges: &[(u64, usize)]) -> Option<Vec<u8>> {
        let is_truncated = self.gathering?;
        self.gathers += 1;
        let mut gathered = Vec::new();
        for (start, length) in ranges {
            let start = *start as usize;
            gathered.extend_from_slice(&self.bytes.get_ref()[start..start + length]);
        }
        gathered.truncate(gathered.len() - usize::from(is_truncated));
        Some(gathered)
    }
}

#[test]
fn distant_headers_cost_one_call_if_the_input_supports_gather() {
    let bytes = p2s_fixtures::wide();
    let limits = Limits::default();
    let expected = open("wide.zip", &mut Cursor::new(bytes.clone()), &limits);
    let verdict = &support::judge("wide.zip", &bytes)[0].verdict;
    assert_eq!(*verdict, Verdict::NotAffected);
    for (gathering, gathers, max_reads) in [
        (None, 0, 300),
        (Some(false), 1, 30),
        // Truncated bytes can't be used, so the headers are read one by one.
        (Some(true), 1, 300),
    ] {
        let mut input = CountingInput {
            bytes: Cursor::new(bytes.clone()),
            reads: 0,
            bytes_read: 0,
            gathers: 0,
            gathering,
        };
        assert_eq!(open("wide.zip", &mut input, &limits), expected);
        assert_eq!(input.gathers, gathers, "{gathering:?}");
        assert!(
            input.reads < max_reads,
            "{gathering:?}: {} reads",
            input.reads
        );
        assert!(
            input.reads > max_reads / 30,
            "{gathering:?}: {} reads",
            input.reads
        );
    }
}

#[test]
fn each_entry_is_read_and_so_inflated_once() {
    // Bytes that don't compress.
    let mut state = 1_u32;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .take(2 << 20)
    .collect();
    let bytes = p2s_fixtures::zip_of("WindowsAmd64\\VpnClientSetupAmd64.exe", &noise);
    let length = bytes.len();
    let mut input = CountingInput {
        bytes: Cursor::new(bytes),
        reads: 0,
        bytes_read: 0,
        gathers: 0,
        gathering: None,
    };
    let packages = open("vpn.zip", &mut input, &Limits::default());
    assert_eq!(packages.len(), 1);
    // Besides the entry: the end of the file, the headers, and blocks that are read in part.
    let most = length + (128 << 10);
    assert!(
        input.bytes_read < most,
        "{} of {length} bytes",
        input.bytes_read
    );
}
