//! How many allocations a whole report takes, from the bytes of an input to its JSON, and a row of the page's table, against
//! the numbers in tests/measure/allocations.txt.
//!
//! More than 1 % above a number is a failure; so is more than 10 % below, which would leave room for a later increase. With
//! `P2S_RENEW_BUDGETS=1` the file is written instead.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up fails by panicking"
)]

use p2s_batch::{Answer, Batch, Listing, Source, Work};
use p2s_package::{Input, Limits, Timestamp, head_kind, open, open_unpacked};
use p2s_report::Language;
use p2s_report::table::{Arrangement, Table};
use p2s_verdict::{Options, Report};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::fmt::Write as _;
use std::fs;
use std::io::Cursor;
use std::thread;

/// The system's allocator, which counts what each thread asks of it.
struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<u64> = const { Cell::new(0) };
}

fn count() {
    // While a thread ends, its counter is gone.
    let _ = ALLOCATIONS.try_with(|count| count.set(count.get().wrapping_add(1)));
}

// SAFETY: every call is passed on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count();
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        unsafe { System.realloc(pointer, layout, size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

type Bytes = Vec<u8>;

/// The typical inputs: a name, and a fixture.
const INPUTS: [(&str, &str); 6] = [
    ("zip", ZIP),
    ("program", "programs/like-a-real-one.exe"),
    ("folder", ZIP),
    ("document", "documents/azurevpn-g2.xml"),
    ("certificate", "certificates/g2.cer_0"),
    ("profile", "documents/ovpn-g2.ovpn"),
];

const ZIP: &str = "public/g2.zip";

#[test]
fn a_report_takes_no_more_allocations_than_its_budget() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/allocations.txt");
    let mut counted = INPUTS
        .map(|(name, fixture)| (name, allocations(name, fixture)))
        .to_vec();
    counted.push(("row", allocations_of_a_row()));
    if std::env::var_os("P2S_RENEW_BUDGETS").is_some() {
        let mut lines = String::new();
        for (name, count) in counted {
            let _ = writeln!(lines, "{name} {count}");
        }
        fs::write(path, lines).expect("the budgets are written");
        return;
    }
    let budgets = fs::read_to_string(path).expect("the budgets");
    let mut lines = budgets.lines();
    for (name, count) in counted {
        let line = lines.next().unwrap_or_default();
        let budget = line
            .strip_prefix(name)
            .and_then(|number| number.trim().parse::<u64>().ok())
            .unwrap_or_else(|| panic!("allocations.txt has no number for {name}: {line:?}"));
        assert!(
            count * 100 <= budget * 101,
            "{name}: {count} allocations, {budget} allowed"
        );
        assert!(
            count * 100 >= budget * 90,
            "{name}: only {count} allocations; renew the budget of {budget} with P2S_RENEW_BUDGETS=1"
        );
    }
    assert_eq!(lines.next(), None, "budgets without an input");
}

fn fixture_bytes(path: &str) -> Bytes {
    let cases = p2s_fixtures::cases();
    let case = cases.into_iter().find(|case| case.path == path);
    case.expect("the fixture exists").bytes
}

/// Counts the allocations of a further row of the page's table.
fn allocations_of_a_row() -> u64 {
    const ROWS: u64 = 100;
    let bytes = fixture_bytes(ZIP);
    let of_rows = |rows: u64| {
        let sources = (0..rows).map(|number| Source::File {
            name: format!("{number:03}.zip"),
            file: bytes.clone(),
        });
        let report = report(sources);
        let before = ALLOCATIONS.get();
        let table = Table::new(&report, Language::En);
        let lines = table.arrange(&Arrangement::default());
        let count = ALLOCATIONS.get() - before;
        assert_eq!(lines.len() as u64, rows);
        count
    };
    (of_rows(ROWS + 1) - of_rows(1)) / ROWS
}

/// Counts the allocations of the report of an input.
fn allocations(name: &str, fixture: &str) -> u64 {
    let bytes = fixture_bytes(fixture);
    let source = match name {
        "folder" => {
            let mut files = p2s_fixtures::entries(&bytes);
            for (path, _) in &mut files {
                *path = path.replace('\\', "/");
            }
            let name = "vpn".to_owned();
            Source::Folder(Listing::from_files(name, files, &Limits::default()))
        }
        _ => Source::File {
            name: fixture.rsplit('/').next().expect("a name").to_owned(),
            file: bytes,
        },
    };
    // What a thread remembers of one input doesn't help another.
    let counting = thread::spawn(move || {
        let before = ALLOCATIONS.get();
        let json = p2s_report::json(&report([source]));
        let count = ALLOCATIONS.get() - before;
        assert!(json.contains("\"verdict\": \"not-affected\""), "{json}");
        count
    });
    counting.join().expect("the report is made")
}

fn report(sources: impl IntoIterator<Item = Source<Bytes>>) -> Report {
    let limits = Limits::default();
    let now = Timestamp::parse(p2s_fixtures::NOW).expect("a time");
    let options = Options { now, created: None };
    let mut batch = Batch::new(options, |_| None);
    for source in sources {
        batch.add(source);
    }
    while let Some((id, job)) = batch.start_job() {
        let packages = match job.work {
            Work::ReadHeads(files) => {
                let kinds = files
                    .iter()
                    .map(|(_, bytes)| head_kind(&mut bytes.as_slice(), &limits));
                let answer = Answer::Heads(kinds.collect());
                batch.answer(id, answer);
                continue;
            }
            Work::Open(bytes) => open(job.name, &mut Cursor::new(bytes), &limits),
            Work::OpenUnpacked(files) => {
                let paths: Vec<String> = files.iter().map(|(path, _)| (*path).to_owned()).collect();
                let mut reader = |index: usize| {
                    let (_, bytes) = files.get(index).ok_or(std::io::ErrorKind::NotFound)?;
                    Ok(Box::new(Cursor::new((*bytes).clone())) as Box<dyn Input>)
                };
                open_unpacked(job.name, &paths, &mut reader, &limits)
            }
        };
        let answer = Answer::judge(&packages, &options);
        batch.answer(id, answer);
    }
    batch.finish()
}
