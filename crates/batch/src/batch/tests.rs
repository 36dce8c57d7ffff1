//! Batches of byte strings.

use super::*;
use p2s_package::{Input, Limits, Timestamp, head_kind, open, open_unpacked};
use p2s_verdict::Summary;
use std::io::Cursor;

type File = &'static str;

/// Begins like a zip and is broken: an input wherever it lies.
const ZIP: File = "PK\x03\x04";
const SETTINGS: File = "<VpnProfile><VpnServer>vpn.example.com</VpnServer></VpnProfile>";

fn options() -> Options {
    Options {
        now: Timestamp::from_unix(1_795_489_200).unwrap_or_else(|| unreachable!()),
        created: None,
    }
}

fn batch() -> Batch<File> {
    Batch::new(options(), |file| Some(file.len() as u64))
}

fn file(name: &str, file: File) -> Source<File> {
    let name = name.to_owned();
    Source::File { name, file }
}

fn folder(name: &str, files: &[(&str, File)]) -> Source<File> {
    let files = files.iter().map(|(path, file)| ((*path).to_owned(), *file));
    Source::Folder(Listing::from_files(
        name.to_owned(),
        files.collect(),
        &Limits::default(),
    ))
}

/// Does a job as the command line does.
fn done(job: &Job<'_, File>) -> Answer {
    let limits = Limits::default();
    let cursor = |file: &File| Cursor::new(file.as_bytes());
    match &job.work {
        Work::ReadHeads(files) => Answer::Heads(
            files
                .iter()
                .map(|(_, file)| head_kind(&mut file.as_bytes(), &Limits::default()))
                .collect(),
        ),
        Work::Open(file) => Answer::judge(&open(job.name, &mut cursor(file), &limits), &options()),
        Work::OpenUnpacked(files) => {
            let paths: Vec<String> = files.iter().map(|(path, _)| (*path).to_owned()).collect();
            let mut open = |index: usize| {
                let file = files.get(index).ok_or(std::io::ErrorKind::NotFound)?;
                Ok(Box::new(cursor(file.1)) as Box<dyn Input>)
            };
            let packages = open_unpacked(job.name, &paths, &mut open, &limits);
            Answer::judge(&packages, &options())
        }
    }
}

/// Does the next jobs, at most `jobs` of them.
fn run(batch: &mut Batch<File>, jobs: usize) {
    for _ in 0..jobs {
        let Some((id, answer)) = batch.start_job().map(|(id, job)| (id, done(&job))) else {
            return;
        };
        batch.answer(id, answer);
    }
}

/// Returns the job to do next, without starting it.
fn next_job(batch: &Batch<File>) -> Option<Job<'_, File>> {
    batch.job(batch.current_id()?)
}

/// Answers the next job.
fn answer(batch: &mut Batch<File>, answer: Answer) {
    if let Some((id, _)) = batch.start_job() {
        batch.answer(id, answer);
    }
}

fn names(report: &Report) -> Vec<&str> {
    let inputs = report.inputs.iter();
    inputs.map(|input| input.name.as_str()).collect()
}

/// Returns name, size and error of each input.
fn summaries(report: &Report) -> Vec<(&str, Option<u64>, &str)> {
    let inputs = report.inputs.iter();
    inputs
        .map(|input| {
            let error = input.error.as_ref();
            let error = error.map_or("", |error| error.code.code());
            (input.name.as_str(), input.size, error)
        })
        .collect()
}

#[test]
fn inputs_are_sorted_by_name_and_equal_names_keep_the_order_of_the_sources() {
    let mut batch = batch();
    batch.add(folder(
        "one",
        &[("b.txt", "b"), ("x.zip", "PK\x03\x04 the first")],
    ));
    batch.add(file("x.zip", "PK\x03\x04 second"));
    batch.add(Source::Unavailable {
        name: "x.zip".to_owned(),
        error: ErrorKind::NotFound,
    });
    batch.add(file("B.zip", ZIP));
    run(&mut batch, 99);
    let report = batch.finish();
    let sizes: Vec<_> = summaries(&report)
        .into_iter()
        .map(|(name, size, _)| (name, size))
        .collect();
    assert_eq!(
        sizes,
        [
            ("B.zip", Some(4)),
            ("x.zip", Some(14)),
            ("x.zip", Some(11)),
            ("x.zip", None)
        ]
    );
    assert_eq!(report.summary.skipped, 1, "b.txt");
}

#[test]
fn a_schedule_has_the_jobs_of_all_sources_in_the_order_of_the_report() {
    let mut batch = batch();
    batch.add(folder("one", &[("b.txt", "b"), ("x.zip", ZIP)]));
    batch.add(file("x.zip", "PK\x03\x04 second"));
    batch.add(Source::Unavailable {
        name: "a.zip".to_owned(),
        error: ErrorKind::NotFound,
    });
    while let Some(Work::ReadHeads(_)) = next_job(&batch).map(|job| job.work) {
        run(&mut batch, 1);
    }
    let schedule = batch.into_schedule();
    let positions: Vec<_> = (0..schedule.len())
        .filter_map(|number| schedule.position(number))
        .collect();
    let expected = [
        ("a.zip", (2, 0)),
        ("b.txt", (0, 0)),
        ("x.zip", (0, 1)),
        ("x.zip", (1, 0)),
    ];
    assert_eq!(positions, expected);
    assert_eq!(schedule.job(0), None, "nothing is there to open");
    assert_eq!(schedule.job(schedule.len()), None);
    let outcomes = (0..schedule.len()).map(|number| {
        let answer = schedule.job(number).as_ref().map(done);
        match schedule.outcome(number, answer) {
            Outcome::Inputs(inputs) => inputs.into_iter().map(|input| input.size).collect(),
            Outcome::Skipped(files) => vec![Some(files)],
        }
    });
    let outcomes: Vec<Vec<Option<u64>>> = outcomes.collect();
    assert_eq!(outcomes, [[None], [Some(1)], [Some(4)], [Some(11)]]);
}

#[test]
fn a_file_given_on_its_own_is_always_an_input_and_one_in_a_folder_is_skipped() {
    let mut batch = batch();
    batch.add(file("notes.txt", "notes"));
    batch.add(folder(
        "all",
        &[("notes.txt", "notes"), ("VpnSettings.xml", "")],
    ));
    run(&mut batch, 99);
    let report = batch.finish();
    let expected = [
        ("VpnSettings.xml", Some(0), "empty"),
        ("notes.txt", Some(5), "text"),
    ];
    assert_eq!(summaries(&report), expected);
    assert_eq!(report.summary.skipped, 1);
    assert_eq!(report.summary.undetermined, 2);
}

#[test]
fn an_unpacked_package_is_one_job_and_a_loose_file_another() {
    let mut batch = batch();
    batch.add(folder(
        "all",
        &[
            ("vpn/Generic/VpnSettings.xml", SETTINGS),
            ("loose.zip", ZIP),
            ("vpn/OpenVPN/vpnconfig.ovpn", "client\n"),
        ],
    ));
    run(&mut batch, 1);
    assert_eq!(
        next_job(&batch),
        Some(Job {
            name: "loose.zip",
            work: Work::Open(&ZIP)
        })
    );
    run(&mut batch, 1);
    let files = vec![
        ("vpn/Generic/VpnSettings.xml", &SETTINGS),
        ("vpn/OpenVPN/vpnconfig.ovpn", &"client\n"),
    ];
    assert_eq!(
        next_job(&batch),
        Some(Job {
            name: "vpn",
            work: Work::OpenUnpacked(files)
        })
    );
    run(&mut batch, 1);
    assert_eq!(next_job(&batch), None);
    let report = batch.finish();
    assert_eq!(names(&report), ["loose.zip", "vpn"]);
}

#[test]
fn all_files_of_an_unpacked_package_that_is_nothing_are_skipped() {
    let mut batch = batch();
    batch.add(folder(
        "all",
        &[
            ("Generic/a.bin", "<VpnProfile>"),
            ("Generic/b.bin", "<VpnProfile>"),
        ],
    ));
    run(&mut batch, 1);
    let Some(Work::OpenUnpacked(files)) = next_job(&batch).map(|job| job.work) else {
        panic!("the two may be documents of one package");
    };
    assert_eq!(files.len(), 2);
    answer(&mut batch, Answer::Inputs(Vec::new()));
    assert_eq!(batch.finish().summary.skipped, 2);
}

#[test]
fn heads_are_read_in_batches_and_before_any_file_is_opened() {
    let names: Vec<String> = (0..2_500)
        .map(|number| format!("{number:04}.bin"))
        .collect();
    let files: Vec<(&str, File)> = names.iter().map(|name| (name.as_str(), "?")).collect();
    let mut batch = batch();
    batch.add(file("first.zip", ZIP));
    batch.add(folder("all", &files));
    for (heads, looked_at) in [(1_000, 0), (1_000, 1_000), (500, 2_000)] {
        let job = next_job(&batch);
        let Some(Job {
            name: "all",
            work: Work::ReadHeads(files),
        }) = &job
        else {
            panic!("{looked_at}: {:?}", job.map(|job| job.name));
        };
        assert_eq!(files.len(), heads);
        run(&mut batch, 1);
    }
    assert_eq!(batch.current_name(), Some("first.zip"));
}

#[test]
fn a_part_by_its_name_needs_no_head() {
    let mut batch = batch();
    batch.add(folder("all", &[("VpnSettings.xml", SETTINGS)]));
    assert_eq!(batch.current_name(), Some("VpnSettings.xml"));
}

#[test]
fn a_folder_beyond_the_limits_is_refused_once_and_not_read() {
    let mut deep: Listing<File> = Listing::new("deep".to_owned(), &Limits::default());
    deep.add_unreadable("locked".to_owned());
    assert!(deep.enter_folder(33).is_err());
    let mut batch = batch();
    batch.add(Source::Folder(deep));
    assert_eq!(next_job(&batch), None);
    assert_eq!(summaries(&batch.finish()), [("deep", None, "limit-folder")]);
}

#[test]
fn what_cannot_be_read_in_a_folder_is_an_input_and_the_folder_itself_has_its_name() {
    let mut listing: Listing<File> = Listing::new("all".to_owned(), &Limits::default());
    listing.add_unreadable("gone.zip".to_owned());
    listing.add_unreadable("".to_owned());
    let mut batch = batch();
    batch.add(Source::Folder(listing));
    let report = batch.finish();
    let expected = [
        ("all", None, "read-failed"),
        ("gone.zip", None, "read-failed"),
    ];
    assert_eq!(summaries(&report), expected);
    assert_eq!(batch.progress(), Progress::default());
}

#[test]
fn a_folder_whose_heads_cannot_be_read_is_refused_once() {
    let names: Vec<String> = (0..1_500)
        .map(|number| format!("{number:04}.bin"))
        .collect();
    let files: Vec<(&str, File)> = names.iter().map(|name| (name.as_str(), "?")).collect();
    for answer in [
        Answer::Refused(ErrorKind::ReaderTimeout),
        // Not one for each file, and not what was asked for.
        Answer::Heads(vec![None; 999]),
        Answer::Inputs(Vec::new()),
    ] {
        let expected = match answer {
            Answer::Refused(_) => "reader-timeout",
            _ => "reader-stopped",
        };
        let mut batch = batch();
        batch.add(folder("all", &files));
        batch.add(file("later.zip", ZIP));
        super::tests::answer(&mut batch, answer);
        assert_eq!(batch.progress(), Progress { done: 0, total: 1 });
        assert_eq!(batch.current_name(), Some("later.zip"));
        run(&mut batch, 99);
        let report = batch.finish();
        assert_eq!(summaries(&report).first(), Some(&("all", None, expected)));
        assert_eq!(report.inputs.len(), 2);
    }
}

#[test]
fn a_refused_file_has_its_size_and_a_refused_folder_has_none() {
    let mut batch = batch();
    batch.add(file("one.zip", ZIP));
    batch.add(folder("vpn", &[("Generic/VpnSettings.xml", SETTINGS)]));
    answer(&mut batch, Answer::Refused(ErrorKind::ReaderTimeout));
    answer(&mut batch, Answer::Heads(Vec::new()));
    let expected = [
        ("one.zip", Some(4), "reader-timeout"),
        ("vpn", None, "reader-stopped"),
    ];
    assert_eq!(summaries(&batch.finish()), expected);
}

#[test]
fn cancelling_refuses_what_is_left() {
    let mut batch = batch();
    for (name, first) in [("a.zip", ZIP), ("b.zip", ZIP)] {
        batch.add(file(name, first));
    }
    batch.add(folder("late", &[("photo.bin", "?"), ("x.bin", "?")]));
    // The heads, and the first file.
    run(&mut batch, 2);
    batch.cancel();
    assert_eq!(next_job(&batch), None);
    let report = batch.finish();
    let errors: Vec<_> = summaries(&report)
        .into_iter()
        .map(|(name, _, error)| (name, error == "cancelled"))
        .collect();
    let expected = [
        ("a.zip", false),
        ("b.zip", true),
        ("photo.bin", true),
        ("x.bin", true),
    ];
    assert_eq!(errors, expected);
    let expected = Summary {
        undetermined: 1,
        not_read: 3,
        ..Summary::default()
    };
    assert_eq!(report.summary, expected);
}

#[test]
fn cancelling_while_heads_are_read_refuses_the_folder_once() {
    let mut batch = batch();
    batch.add(folder("all", &[("photo.bin", "?"), ("x.bin", "?")]));
    batch.cancel();
    assert_eq!(summaries(&batch.finish()), [("all", None, "cancelled")]);
    answer(&mut batch, Answer::Inputs(Vec::new()));
    assert_eq!(batch.finish().inputs, [], "an answer to no job is ignored");
}

#[test]
fn progress_counts_inputs() {
    let mut batch = batch();
    batch.add(file("a.zip", ZIP));
    batch.add(folder(
        "all",
        &[("x.bin", "?"), ("y.bin", "?"), ("z.zip", ZIP)],
    ));
    let mut seen = vec![batch.progress()];
    while next_job(&batch).is_some() {
        run(&mut batch, 1);
        seen.push(batch.progress());
    }
    let steps = [(0, 2), (0, 4), (1, 4), (2, 4), (3, 4), (4, 4)];
    let steps = steps.map(|(done, total)| Progress { done, total });
    assert_eq!(seen, steps);
}

#[test]
fn a_restarted_batch_gives_the_same_answers() {
    let mut batch = batch();
    batch.add(file("a.zip", ZIP));
    batch.add(folder("all", &[("x.bin", "?"), ("z.zip", ZIP)]));
    run(&mut batch, 99);
    let first = batch.finish();
    run(&mut batch, 99);
    batch.restart(options());
    run(&mut batch, 2);
    batch.restart(options());
    run(&mut batch, 99);
    assert_eq!(batch.finish(), first);
}

#[test]
fn sources_can_be_added_while_others_are_done() {
    let mut batch = batch();
    batch.add(file("a.zip", ZIP));
    run(&mut batch, 99);
    batch.add(folder("all", &[("z.zip", ZIP)]));
    batch.add(file("b.zip", ZIP));
    run(&mut batch, 99);
    let report = batch.finish();
    assert_eq!(names(&report), ["a.zip", "b.zip", "z.zip"]);
}

#[test]
fn several_jobs_at_once_are_answered_in_any_order() {
    let mut batch = batch();
    for (name, bytes) in [
        ("x.zip", ZIP),
        ("a.zip", ZIP),
        ("x.zip", "PK\x03\x04 second"),
    ] {
        batch.add(file(name, bytes));
    }
    let jobs: Vec<(JobId, Answer)> =
        std::iter::from_fn(|| batch.start_job().map(|(id, job)| (id, done(&job)))).collect();
    assert_eq!(jobs.len(), 3);
    assert_eq!(batch.current_name(), Some("x.zip"), "the oldest");
    for (id, answer) in jobs.into_iter().rev() {
        assert!(!batch.is_done());
        batch.answer(id, answer.clone());
        batch.answer(id, answer);
    }
    assert!(batch.is_done());
    assert_eq!(batch.progress(), Progress { done: 3, total: 3 });
    let report = batch.finish();
    let inputs: Vec<_> = summaries(&report);
    let sizes: Vec<_> = inputs
        .iter()
        .map(|(name, size, _)| (*name, *size))
        .collect();
    let expected = [("a.zip", Some(4)), ("x.zip", Some(4)), ("x.zip", Some(11))];
    assert_eq!(sizes, expected, "each once, equal names as they were given");
}

#[test]
fn no_other_job_starts_while_heads_are_read() {
    let mut batch = batch();
    batch.add(file("a.zip", ZIP));
    batch.add(folder("all", &[("x.bin", "?")]));
    let heads = batch.start_job().map(|(id, job)| (id, done(&job)));
    assert_eq!(batch.start_job(), None);
    if let Some((id, answer)) = heads {
        batch.answer(id, answer);
    }
    assert_eq!(batch.start_job().map(|(_, job)| job.name), Some("a.zip"));
    assert_eq!(batch.start_job().map(|(_, job)| job.name), Some("x.bin"));
    assert_eq!(batch.start_job(), None);
}

#[test]
fn cancelling_refuses_running_jobs_too() {
    let mut batch = batch();
    for name in ["a.zip", "b.zip", "c.zip"] {
        batch.add(file(name, ZIP));
    }
    let first = batch.start_job().map(|(id, job)| (id, done(&job)));
    assert!(batch.start_job().is_some());
    batch.cancel();
    assert!(batch.is_done());
    if let Some((id, answer)) = first {
        batch.answer(id, answer);
    }
    let report = batch.finish();
    let errors = report.inputs.iter().map(|input| input.error.as_ref());
    let errors: Vec<_> = errors
        .map(|error| error.map(|error| error.code.code()))
        .collect();
    assert_eq!(errors, [Some("cancelled"); 3], "once each");
}

#[test]
fn a_report_is_extended_without_reading_its_inputs_again() {
    let (one, two) = (
        folder("all", &[("b.txt", "b"), ("x.zip", "PK\x03\x04 the first")]),
        folder("more", &[("c.txt", "c"), ("x.zip", ZIP)]),
    );
    let mut batch = batch();
    batch.add(one.clone());
    run(&mut batch, 99);
    let report = batch.finish();
    batch.extend(&report);
    batch.add(two.clone());
    assert!(batch.is_extending());
    run(&mut batch, 1);
    assert_eq!(batch.progress(), Progress { done: 0, total: 2 });
    run(&mut batch, 99);
    let extended = batch.finish();
    let mut at_once = super::tests::batch();
    at_once.add(one);
    at_once.add(two);
    run(&mut at_once, 99);
    assert_eq!(extended, at_once.finish());
    batch.restart(options());
    assert!(!batch.is_extending());
    run(&mut batch, 99);
    assert_eq!(batch.finish(), extended, "both are read again");
}

#[test]
fn only_inputs_with_a_new_file_are_read_in_a_folder_that_is_given_again() {
    let files = [
        ("vpn/Generic/VpnSettings.xml", SETTINGS),
        ("notes.txt", "notes"),
        ("old.zip", ZIP),
        ("vpn/OpenVPN/vpnconfig.ovpn", "client\n"),
        ("new.zip", ZIP),
    ];
    let Source::Folder(mut listing) = folder("all", &files) else {
        unreachable!()
    };
    let new = ["vpn/OpenVPN/vpnconfig.ovpn", "new.zip"];
    listing.set_repeated(files.iter().map(|(path, _)| !new.contains(path)).collect());
    let mut batch = batch();
    batch.add(Source::Folder(listing));
    run(&mut batch, 99);
    let report = batch.finish();
    assert_eq!(names(&report), ["new.zip", "vpn"]);
    assert_eq!(report.summary.skipped, 0, "notes.txt is counted already");
}

#[test]
fn files_have_the_path_from_the_folder_on() {
    let mut batch = batch();
    batch.add(file("a.zip", ZIP));
    batch.add(folder("all", &[("sub/x.bin", "?")]));
    let files: Vec<_> = batch.files().collect();
    assert_eq!(
        files,
        [
            ("a.zip".to_owned(), &ZIP),
            ("all/sub/x.bin".to_owned(), &"?")
        ]
    );
}

#[test]
fn a_cancelled_file_that_is_given_again_replaces_what_was_not_read() {
    let mut batch = batch();
    let sources = [
        file("same.zip", ZIP),
        file("same.zip", "PK\x03\x04 another"),
        folder(
            "all",
            &[
                ("vpn/Generic/VpnSettings.xml", SETTINGS),
                ("vpn/OpenVPN/vpnconfig.ovpn", "client\n"),
            ],
        ),
        folder("heads", &[("x.bin", "?")]),
    ];
    for source in &sources {
        batch.add(source.clone());
    }
    batch.cancel();
    let report = batch.finish();
    let cancelled: Vec<_> = batch.cancelled_files().collect();
    let paths: Vec<&str> = cancelled.iter().map(|(_, path, _)| path.as_str()).collect();
    let expected = [
        "heads/x.bin",
        "same.zip",
        "same.zip",
        "all/vpn/Generic/VpnSettings.xml",
        "all/vpn/OpenVPN/vpnconfig.ovpn",
    ];
    assert_eq!(paths, expected);
    let files: Vec<CancelledFile> = cancelled.into_iter().map(|(file, ..)| file).collect();

    batch.extend(&report);
    let [heads, _, same, vpn, ovpn] = files[..] else {
        panic!("{} files", files.len());
    };
    // The second file with this name, and one of the two files of the unpacked package.
    batch.give_again(&[heads, same, vpn]);
    assert_eq!(batch.cancelled_files().count(), 3);
    batch.give_again(&[ovpn]);
    let left: Vec<_> = batch.cancelled_files().map(|(_, path, _)| path).collect();
    assert_eq!(left, ["same.zip"]);
    let [_, same, vpn, _] = sources;
    batch.add(same);
    batch.add(vpn);
    run(&mut batch, 99);
    let expected = [
        ("same.zip", Some(4), "cancelled"),
        ("same.zip", Some(12), "zip-truncated"),
    ];
    let report = batch.finish();
    let answered = summaries(&report);
    assert_eq!(answered.get(..2), Some(&expected[..]), "{answered:?}");
    assert_eq!(answered.len(), 3, "{answered:?}");

    // Nothing is read twice from the beginning either.
    let options = *batch.options();
    batch.restart(options);
    run(&mut batch, 99);
    let report = batch.finish();
    assert_eq!(names(&report), ["same.zip", "same.zip", "vpn"]);
}
