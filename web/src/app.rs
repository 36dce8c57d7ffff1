//! The one component: the files, the report, and the user's choices.

use crate::hashes::Hashes;
use crate::history::{History, Results};
use crate::incoming::Incoming;
use crate::page::{self, Route, Theme};
use crate::pool::{Pool, Reply};
use crate::save::SaveOutcome;
use crate::table_state::{ChunkObserver, ChunkVisibility, TableState};
use crate::view::manual_copy::{self, ManualCopy};
use crate::{document, example, hashes, host, intake, request, save, view};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use p2s_batch::{Answer as WorkerAnswer, Batch, Job, Source, Work, assemble};
use p2s_package::{Date, Timestamp};
use p2s_report::markup::{self, Action, DateField, Filter};
use p2s_report::table::Column;
use p2s_report::{Answer, Language, Message as Label, Supplement, deadline_calendar};
use p2s_verdict::{InputReport, Options, Report};
use std::mem;
use std::rc::{Rc, Weak};
use web_sys::File;
use yew::html::Scope;
use yew::{Component, Context, Html, Renderer};

/// Milliseconds between two renderings of the progress.
const PROGRESS_INTERVAL: u32 = 100;

/// Every event of the page.
pub(crate) enum Message {
    /// The user gave files or folders.
    FilesReceived(Vec<Source<File>>),
    /// The user chose the example with this index.
    CheckExample(usize),
    /// The user pasted or entered text.
    TextReceived(String),
    /// More of the files are to be added.
    AddMore,
    /// The page is ready; prepare for the first file.
    WarmUp,
    /// A worker replied to a job.
    WorkerReplied(Reply),
    /// The table of several results is made.
    TableMade,
    /// Reading may have taken long enough to show the progress.
    ProgressDue,
    /// Stop reading.
    Cancel,
    /// Return to the results before the last change.
    Undo,
    /// The browser went to the entry of its history with this number.
    HistoryMoved(usize),
    /// The row of the input with this index was opened (true) or closed.
    RowToggled(usize, bool),
    /// Sort the table by this column.
    ColumnChosen(Column),
    /// The user entered this value for a filter of the table.
    Filtered(Filter, String),
    /// Chunks of the table came near the window, or went away.
    ChunksMoved(Vec<ChunkVisibility>),
    /// The focus moves to the last row (true) or the first row of the chunk with this number.
    ChunkEntered(usize, bool),
    /// The page is being printed, or no longer.
    Printing(bool),
    /// Files are dragged over the page, or no longer.
    Dragging(bool),
    /// The fragment of the URL changed.
    RouteChanged,
    /// The user chose a language.
    LanguageChosen(Language),
    /// Switch between light and dark.
    ToggleTheme,
    /// The user entered or cleared a date.
    DateChanged(DateField, Option<Date>),
    /// The user pressed a button of the results, in those of the input with this index.
    ActionChosen(Action, usize),
    /// Copy a text to the clipboard.
    Copy(String),
    /// An edit of the support request.
    Request(request::Edit),
    /// The files of this run are hashed.
    FilesHashed(Weak<()>, Hashes),
    /// Find an error code in the prose.
    FindCode(String),
    /// A text was copied to the clipboard, or couldn't be.
    Copied(String, bool),
    /// Close the text that is to be copied by hand.
    CloseManualCopy,
}

/// The page's state.
pub(crate) struct App {
    /// The current language.
    pub(crate) language: Language,
    /// The current theme.
    pub(crate) theme: Theme,
    /// The current page.
    pub(crate) route: Route,
    /// `?now=`, see [`page::now_parameter`].
    pub(crate) now_parameter: Option<Option<Timestamp>>,
    /// The creation date of the gateway, if the user entered it.
    pub(crate) created: Option<Date>,
    /// The deadline in the user's notification, if they entered it. It isn't stored.
    pub(crate) deadline: Option<Date>,
    /// Whether files are dragged over the page.
    pub(crate) dragging: bool,
    /// The files that are being checked, or were.
    pub(crate) batch: Option<Batch<File>>,
    /// The report about the files.
    pub(crate) report: Option<Rc<Report>>,
    /// The SHA-256 of the files in the report.
    pub(crate) hashes: Hashes,
    /// The run that the report is about: its files are hashed as long as this exists.
    run: Rc<()>,
    /// Whether to hash the files after rendering: the answer comes first.
    hash_pending: bool,
    /// When reading began, in milliseconds since 1970; `None` if nothing is read.
    pub(crate) reading_since: Option<f64>,
    /// Whether all files that were given last are in the results already.
    pub(crate) was_repeated: bool,
    /// The results before.
    pub(crate) history: History,
    /// The answers about the only input.
    pub(crate) answers: Vec<Answer>,
    /// The heading of the results, and the sentence below it.
    pub(crate) headline: Option<(String, String)>,
    /// The table of several inputs.
    pub(crate) table: Option<TableState>,
    /// True while the page is printed.
    pub(crate) is_printing: bool,
    chunk_observer: Option<ChunkObserver>,
    /// Whether to watch the chunks of the table again after rendering.
    watch_pending: bool,
    /// When the progress was last rendered, in milliseconds since 1970.
    progress_rendered: f64,
    /// Whether to scroll to the section in the URL after rendering.
    scroll_pending: bool,
    /// Whether to focus the results after rendering.
    focus_pending: bool,
    /// A text that couldn't be saved or copied.
    pub(crate) manual_copy: Option<ManualCopy>,
    /// Whether to select that text after rendering.
    select_pending: bool,
    /// The last text that was copied to the clipboard.
    pub(crate) copied: Option<String>,
    /// The action that copied it, unless a button beside the text did.
    pub(crate) copied_by: Option<Action>,
    /// The support request.
    pub(crate) request: request::Draft,
    /// The message about the error code that the user entered.
    pub(crate) code_status: Option<Label>,
    incoming: Incoming,
    pool: Pool,
    _listeners: Vec<EventListener>,
}

/// Renders the page into the document.
pub(crate) fn start() {
    page::mark_time("instantiated");
    let root = page::document().and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        Renderer::<App>::with_root(root).render();
    }
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let link = context.link();
        let mut app = App {
            language: page::language(),
            theme: Theme::current(),
            route: Route::current(),
            now_parameter: page::now_parameter(),
            created: None,
            deadline: None,
            dragging: false,
            batch: None,
            report: None,
            reading_since: None,
            was_repeated: false,
            history: History::default(),
            answers: Vec::new(),
            headline: None,
            hashes: Hashes::default(),
            run: Rc::default(),
            hash_pending: false,
            table: None,
            is_printing: false,
            chunk_observer: None,
            watch_pending: false,
            progress_rendered: 0.0,
            scroll_pending: true,
            focus_pending: false,
            manual_copy: None,
            select_pending: false,
            copied: None,
            copied_by: None,
            request: request::Draft::new(),
            code_status: None,
            incoming: Incoming::default(),
            pool: Pool::new(link.callback(Message::WorkerReplied)),
            _listeners: document::listen(link),
        };
        app.mark();
        app
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::FilesReceived(sources) if sources.is_empty() => return false,
            Message::FilesReceived(sources) => {
                page::show_check();
                self.manual_copy = None;
                return self.receive(sources, context.link());
            }
            Message::CheckExample(index) => {
                let example = example::source(index, self.language);
                return self.receive(example.into_iter().collect(), context.link());
            }
            Message::TextReceived(text) => {
                let source = intake::from_text(&text, self.language);
                return source.is_some_and(|source| {
                    page::show_check();
                    self.receive(vec![source], context.link())
                });
            }
            Message::WarmUp => {
                self.warm_up();
                return false;
            }
            // Reading can be cancelled in between.
            Message::AddMore if self.incoming.is_empty() => return false,
            Message::AddMore => return self.add_more(context.link()),
            Message::ProgressDue if !self.is_reading() => return false,
            Message::ProgressDue => {}
            Message::WorkerReplied(reply) => return self.worker_replied(reply, context.link()),
            Message::TableMade => {}
            Message::Cancel => {
                // A second click can arrive after the report is made.
                if !self.is_reading() {
                    return false;
                }
                self.cancel();
            }
            Message::Undo => {
                // If the browser goes back, a message follows.
                let before = self.history.before().filter(|_| !self.history.back());
                return before.is_some_and(|before| self.restore(before));
            }
            Message::HistoryMoved(number) => return self.restore(number),
            Message::RowToggled(index, is_open) => {
                return self
                    .table
                    .as_mut()
                    .is_some_and(|table| table.toggle(index, is_open));
            }
            Message::ChunksMoved(changes) => {
                return self
                    .table
                    .as_mut()
                    .is_some_and(|table| table.update_visible(changes));
            }
            Message::ChunkEntered(chunk, is_last) => {
                if let Some(table) = &mut self.table {
                    table.go_to(chunk, is_last);
                }
                return true;
            }
            Message::ColumnChosen(column) => {
                if let Some(table) = &mut self.table {
                    table.sort_by(column);
                }
            }
            Message::Filtered(filter, value) => {
                if let Some(table) = &mut self.table {
                    table.filter(filter, value);
                }
            }
            Message::Printing(is_printing) => {
                self.is_printing = is_printing;
                return self.table.is_some();
            }
            Message::Dragging(dragging) => {
                if self.dragging == dragging {
                    return false;
                }
                self.dragging = dragging;
            }
            Message::RouteChanged => {
                self.route = Route::current();
                self.scroll_pending = true;
            }
            Message::LanguageChosen(language) => {
                self.language = language;
                page::apply_language(language);
                if let (Some(table), Some(report)) = (&mut self.table, &self.report) {
                    table.renew(report, language);
                }
            }
            Message::ToggleTheme => {
                self.theme = self.theme.other();
                self.theme.apply();
            }
            Message::DateChanged(DateField::Creation, created) => {
                self.created = created;
                if let (Some(now), Some(batch)) = (self.now(), &mut self.batch) {
                    self.pool.restart();
                    batch.restart(Options { now, created });
                    self.reading_since = Some(js_sys::Date::now());
                    self.start_jobs();
                }
            }
            Message::DateChanged(DateField::Deadline, deadline) => self.deadline = deadline,
            Message::ActionChosen(Action::NewCheck, _) => {
                self.cancel();
                let before = self.take_results();
                if before.report.is_some() {
                    self.history.push(before);
                }
            }
            Message::ActionChosen(action, index) => {
                return self.pass_on(action, index, context.link());
            }
            Message::Request(request::Edit::Save) => {
                let text = self.now().map(|now| self.request_text(now));
                return self.save(
                    request::FILE_NAME.to_owned(),
                    "text/plain;charset=utf-8",
                    text,
                );
            }
            Message::Request(edit) => self.request.apply(edit),
            Message::FindCode(text) => {
                self.code_status = view::find_code(text.trim(), self.language)
            }
            Message::Copy(text) => {
                self.copied_by = None;
                copy(text, context.link());
                return false;
            }
            Message::FilesHashed(run, hashes) => {
                if run.strong_count() == 0 {
                    return false;
                }
                self.hashes = hashes;
                // Only the answer about one input shows them.
                return self.table.is_none();
            }
            Message::Copied(text, true) => self.copied = Some(text),
            Message::Copied(text, false) => self.show_for_copying(None, text),
            Message::CloseManualCopy => self.manual_copy = None,
        }
        self.mark();
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::page(self, context.link())
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if let Some(now) = self.now().filter(|_| first || self.route != Route::Check) {
            view::annotate(self, now);
        }
        view::complete(self);
        let heading = self.headline.as_ref().map(|(heading, _)| heading.as_str());
        page::set_title(self.route, heading, self.language);
        if first {
            page::set_root_attribute("data-ready", "");
            let link = context.link().clone();
            Timeout::new(0, move || link.send_message(Message::WarmUp)).forget();
        }
        if let Some(table) = self
            .table
            .as_ref()
            .filter(|_| mem::take(&mut self.watch_pending))
        {
            let link = context.link();
            let observer = self.chunk_observer.take().or_else(|| {
                let moved = link.callback(Message::ChunksMoved);
                ChunkObserver::new(move |changes| moved.emit(changes))
            });
            if let Some(observer) = &observer {
                observer.watch(table.lines.len());
            }
            self.chunk_observer = observer;
        }
        if let Some(table) = &mut self.table {
            table.focus_row();
        }
        if mem::take(&mut self.hash_pending)
            && let (Some(batch), Some(report)) = (&self.batch, &self.report)
        {
            let (run, files) = (
                Rc::downgrade(&self.run),
                hashes::files_of(report, batch.files()),
            );
            context.link().send_future(async move {
                let hashes = hashes::hash(files, &run).await;
                Message::FilesHashed(run, hashes)
            });
        }
        if mem::take(&mut self.scroll_pending) {
            page::scroll_to_section(self.language);
        }
        let is_answered = self.report.is_some() && !self.is_reading();
        if is_answered && mem::take(&mut self.focus_pending) {
            page::focus_heading(markup::HEADING_ID);
        }
        if mem::take(&mut self.select_pending) {
            page::select_text(manual_copy::FIELD_ID);
        }
    }
}

impl App {
    /// Returns the time that answers are for: `?now=`, or the browser's clock.
    pub(crate) fn now(&self) -> Option<Timestamp> {
        self.now_parameter.flatten().or_else(page::current_time)
    }

    fn is_reading(&self) -> bool {
        self.reading_since.is_some()
    }

    /// Checks files and folders, in addition to those before. Returns whether there is something new to show: most answers
    /// come so soon that they are the next thing to show.
    fn receive(&mut self, sources: Vec<Source<File>>, link: &Scope<Self>) -> bool {
        self.incoming.add(sources, self.batch.as_ref());
        let was_reading = self.is_reading();
        let was_repeated = mem::take(&mut self.was_repeated);
        let has_changed = self.add_more(link);
        if self.is_reading() && !was_reading {
            let link = link.clone();
            let due = move || link.send_message(Message::ProgressDue);
            Timeout::new(PROGRESS_INTERVAL, due).forget();
        }
        has_changed || was_repeated
    }

    /// Adds the next of the files that were given. The results stay until the new answers are there. Returns whether there
    /// is something new to show.
    fn add_more(&mut self, link: &Scope<Self>) -> bool {
        let sources = self.incoming.next();
        if !sources.is_empty() {
            if !self.begin_reading() {
                return false;
            }
            let again = self.incoming.take_cancelled();
            if let Some(batch) = &mut self.batch {
                batch.give_again(&again);
                for source in sources {
                    batch.add(source);
                }
            }
        }
        if !self.incoming.is_empty() {
            let link = link.clone();
            Timeout::new(0, move || link.send_message(Message::AddMore)).forget();
        }
        if self.is_reading() {
            self.start_jobs();
        } else {
            self.was_repeated = self.incoming.is_empty();
        }
        if self.is_reading() || !self.incoming.is_empty() {
            return false;
        }
        self.show(link)
    }

    /// Shows the progress or the results. A table, which can have thousands of rows, has just taken a task to make: it is
    /// shown in the next one, so that neither is long. Returns whether to render now.
    fn show(&mut self, link: &Scope<Self>) -> bool {
        if !self.is_reading() && self.table.is_some() {
            let link = link.clone();
            Timeout::new(0, move || link.send_message(Message::TableMade)).forget();
            return false;
        }
        self.mark();
        true
    }

    /// Begins to read, or goes on. Results that are shown are kept, and will be extended. Returns false without a clock.
    fn begin_reading(&mut self) -> bool {
        if self.is_reading() {
            return true;
        }
        let Some(now) = self.now() else { return false };
        let created = self.created;
        self.focus_pending = true;
        self.progress_rendered = js_sys::Date::now();
        self.reading_since = Some(self.progress_rendered);
        match (&mut self.batch, &self.report) {
            (Some(batch), Some(report)) => {
                self.history.push(Results {
                    batch: Some(batch.clone()),
                    report: Some(report.clone()),
                });
                batch.extend(report);
            }
            _ => {
                let size_of = |file: &File| Some(file.size() as u64);
                self.batch = Some(Batch::new(Options { now, created }, size_of));
            }
        }
        true
    }

    /// Stops reading. What isn't read yet is refused.
    fn cancel(&mut self) {
        self.incoming.clear();
        if let (true, Some(batch)) = (self.is_reading(), &mut self.batch) {
            self.pool.restart();
            batch.cancel();
            self.start_jobs();
        }
    }

    /// Takes the results away.
    fn take_results(&mut self) -> Results {
        self.table = None;
        self.manual_copy = None;
        self.was_repeated = false;
        self.run = Rc::default();
        Results {
            batch: self.batch.take(),
            report: self.report.take(),
        }
    }

    /// Shows the results of another entry of the browser's history, if they are kept. Returns whether they are.
    fn restore(&mut self, number: usize) -> bool {
        if !self.history.keeps(number) {
            return false;
        }
        self.cancel();
        let now = self.take_results();
        let Results { batch, report } = self.history.go(number, now);
        if let Some(batch) = &batch {
            self.created = batch.options().created;
        }
        self.batch = batch;
        if let Some(report) = report {
            self.show_report(report);
        }
        self.focus_pending = true;
        self.mark();
        true
    }

    /// Has a worker read an example, and makes the view of its answer without showing it: the browser compiles what the first
    /// file needs before that file arrives.
    fn warm_up(&mut self) {
        let source = intake::from_bytes("", example::RETIRING);
        if let (Some(now), Some(Source::File { name, file }), None) =
            (self.now(), source, &self.batch)
        {
            let (name, work) = (&name, Work::Open(&file));
            let options = Options { now, created: None };
            self.pool.start(None, &Job { name, work }, &options);
        }
    }

    /// Makes the view of the example's answer. The state contains that answer only until this function returns.
    fn warm_up_view(&mut self, answer: WorkerAnswer, link: &Scope<Self>) {
        let (WorkerAnswer::Inputs(inputs), Some(now), None) = (answer, self.now(), &self.report)
        else {
            return;
        };
        let options = Options { now, created: None };
        let route = mem::replace(&mut self.route, Route::Check);
        self.report = Some(Rc::new(assemble(inputs, &options, 0)));
        self.update_words();
        view::warm_up(self, link);
        self.route = route;
        self.report = None;
        self.update_words();
    }

    fn worker_replied(&mut self, reply: Reply, link: &Scope<Self>) -> bool {
        match (self.pool.take(reply), &mut self.batch) {
            (Some((Some(id), answer)), Some(batch)) => batch.answer(id, answer),
            (Some((None, answer)), None) => self.warm_up_view(answer, link),
            _ => {}
        }
        if !self.is_reading() {
            return false;
        }
        self.start_jobs();
        if self.is_reading() && !self.is_progress_due() {
            return false;
        }
        self.show(link)
    }

    /// Returns whether the progress is to be rendered again. Rendering it after each of many files would take longer than
    /// reading them.
    fn is_progress_due(&mut self) -> bool {
        let now = js_sys::Date::now();
        // The clock can be set back.
        let is_due = (now - self.progress_rendered).abs() >= f64::from(PROGRESS_INTERVAL);
        if is_due {
            self.progress_rendered = now;
        }
        is_due
    }

    /// Prints, copies, shares or saves what an action is about. Returns whether there is something new to show.
    fn pass_on(&mut self, action: Action, index: usize, link: &Scope<Self>) -> bool {
        let Some(report) = &self.report else {
            return false;
        };
        let language = self.language;
        let supplements = || -> Vec<Supplement<'_>> {
            let supplement = |input: &InputReport| Supplement {
                sha256: self.hashes.of(&input.name),
                deadline: self.deadline,
            };
            report.inputs.iter().map(supplement).collect()
        };
        let (name, kind, text) = match action {
            Action::NewCheck => return false,
            Action::Print => {
                let _ = web_sys::window().map(|window| window.print());
                return false;
            }
            Action::CopyText => {
                let text = p2s_report::text(report, &supplements(), language);
                copy(text, link);
                self.copied_by = Some(action);
                return false;
            }
            Action::CopyMarkdown => {
                let text = p2s_report::markdown(report, &supplements(), language);
                copy(text, link);
                self.copied_by = Some(action);
                return false;
            }
            Action::Share => {
                let text = p2s_report::text(report, &supplements(), language);
                save::share(Label::Title.text(language), &text);
                return false;
            }
            Action::SaveJson => {
                let name = p2s_report::file_name(report, "json");
                (name, "application/json", Some(p2s_report::json(report)))
            }
            Action::SaveCsv => {
                let name = p2s_report::file_name(report, "csv");
                (name, "text/csv", Some(p2s_report::csv(report, language)))
            }
            Action::SaveClients => {
                let name = p2s_report::file_name(report, "clients.csv");
                let text = p2s_report::clients_csv(&report.gateways, language);
                (name, "text/csv", Some(text))
            }
            Action::SaveCalendar => {
                let input = report.inputs.get(index);
                let text = input.zip(self.deadline).map(|(input, deadline)| {
                    deadline_calendar(input, deadline, report.generated, language)
                });
                ("p2s-deadline.ics".to_owned(), "text/calendar", text)
            }
        };
        self.save(name, kind, text)
    }

    /// Saves a text as a file; if that can fail, shows it for copying by hand. Returns whether there is something new to
    /// show.
    fn save(&mut self, name: String, kind: &str, text: Option<String>) -> bool {
        let Some(text) = text else {
            return false;
        };
        let outcome = save::file(&name, kind, &text);
        if outcome == SaveOutcome::Saved {
            return false;
        }
        self.show_for_copying(Some((name, outcome)), text);
        true
    }

    fn show_for_copying(&mut self, file: Option<(String, SaveOutcome)>, text: String) {
        self.manual_copy = Some(ManualCopy { file, text });
        self.select_pending = true;
    }

    /// Starts as many jobs as workers can do at once, or makes the report if every job is answered.
    fn start_jobs(&mut self) {
        let Some(batch) = &mut self.batch else { return };
        let options = *batch.options();
        while self.pool.has_room()
            && let Some((id, job)) = batch.start_job()
        {
            self.pool.start(Some(id), &job, &options);
        }
        if !batch.is_done() || !self.incoming.is_empty() {
            return;
        }
        let report = batch.finish();
        self.pool.rest();
        self.reading_since = None;
        self.show_report(Rc::new(report));
    }

    fn show_report(&mut self, report: Rc<Report>) {
        host::post_result(&report);
        self.table = TableState::new(&report, self.language);
        self.run = Rc::default();
        self.hashes = Hashes::default();
        self.hash_pending = true;
        self.report = Some(report);
    }

    /// Updates the words about the report.
    fn update_words(&mut self) {
        self.answers = view::answers_about(self);
        self.headline = view::headline(self);
    }

    /// Updates what depends on the whole state.
    fn mark(&mut self) {
        self.update_words();
        self.watch_pending = self.table.is_some();
        page::mark_route(self.route, self.batch.is_some());
    }
}

/// Copies a text. Whether the browser did it is known later.
fn copy(text: String, link: &Scope<App>) {
    link.send_future(async move {
        let done = save::copy(text.clone()).await.is_some();
        Message::Copied(text, done)
    });
}
