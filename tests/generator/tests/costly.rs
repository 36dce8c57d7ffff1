//! Inputs that are made to cost time end in an error of their own, soon; and those that are only large cost few calls.

mod support;

use p2s_package::{Input, Limits, open};
use std::io::{Cursor, Read, Seek, SeekFrom};

use p2s_verdict::Verdict;
use std::time::{Duration, Instant};

/// What a debug build under load may take where a release build takes less than a second.
const MOST: Duration = Duration::from_secs(10);

#[test]
fn costly_inputs_end_soon_in_their_answer() {
    for costly in p2s_fixtures::costly() {
        let start = Instant::now();
        let answers = support::judge(costly.name, &costly.bytes);
        let took = start.elapsed();
        println!(
            "{}: {} bytes, {took:?}",
            costly.condition,
            costly.bytes.len()
        );
        assert!(took < MOST, "{}: {took:?}", costly.condition);
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

/// What a wide zip asks of its input.
struct Counted {
    bytes: Cursor<Vec<u8>>,
    reads: usize,
    bytes_read: usize,
    gathers: usize,
    /// Whether it gathers, and whether what it gives then is short of a byte.
    gathering: Option<bool>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.reads += 1;
        let count = self.bytes.read(buffer)?;
        self.bytes_read += count;
        Ok(count)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.bytes.seek(to)
    }
}

impl Input for Counted {
    fn gather(&mut self, ranges: &[(u64, usize)]) -> Option<Vec<u8>> {
        let short = self.gathering?;
        self.gathers += 1;
        let mut gathered = Vec::new();
        for (start, length) in ranges {
            let start = *start as usize;
            gathered.extend_from_slice(&self.bytes.get_ref()[start..start + length]);
        }
        gathered.truncate(gathered.len() - usize::from(short));
        Some(gathered)
    }
}

#[test]
fn headers_far_apart_are_one_call_where_the_input_can_gather() {
    let bytes = p2s_fixtures::wide();
    let limits = Limits::default();
    let plain = open("wide.zip", &mut Cursor::new(bytes.clone()), &limits);
    let verdict = &support::judge("wide.zip", &bytes)[0].verdict;
    assert_eq!(*verdict, Verdict::NotAffected);
    for (gathering, gathers, most) in [
        (None, 0, 300),
        (Some(false), 1, 30),
        // What came is not what was asked for: one by one.
        (Some(true), 1, 300),
    ] {
        let mut input = Counted {
            bytes: Cursor::new(bytes.clone()),
            reads: 0,
            bytes_read: 0,
            gathers: 0,
            gathering,
        };
        assert_eq!(open("wide.zip", &mut input, &limits), plain);
        assert_eq!(input.gathers, gathers, "{gathering:?}");
        assert!(input.reads < most, "{gathering:?}: {} reads", input.reads);
        assert!(
            input.reads > most / 30,
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
    let mut input = Counted {
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
