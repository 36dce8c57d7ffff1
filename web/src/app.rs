//! The one component: the files, the report, and the user's choices.

use crate::hashes::Hashes;
use crate::many::{ChunkObserver, Many, Sight};
use crate::page::{self, Route, Theme};
use crate::reader::Reader;
use crate::save::SaveOutcome;
use crate::view::local_time;
use crate::view::manual_copy::{self, ManualCopy};
use crate::{document, example, hashes, host, intake, request, save, view};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use p2s_batch::{Answer, Batch, Source};
use p2s_package::{Date, Timestamp};
use p2s_report::markup::{self, Action, DateField, Filter};
use p2s_report::table::Column;
use p2s_report::{Language, Message as Label, Supplement, deadline_calendar};
use p2s_verdict::{InputReport, Options, Report};
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
    /// The reader answered the job with this number.
    JobAnswered(usize, Answer),
    /// Reading may have taken long enough to show the progress.
    ProgressDue,
    /// Stop reading.
    Cancel,
    /// The row of the input with this index was opened (true) or closed.
    RowToggled(usize, bool),
    /// Sort the table by this column.
    ColumnChosen(Column),
    /// The user entered this value for a filter of the table.
    Filtered(Filter, String),
    /// Chunks of the table came near the window, or went away.
    ChunksSeen(Vec<Sight>),
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
    /// The files of the run with this number are hashed.
    FilesHashed(usize, Hashes),
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
    pub(crate) report: Option<Report>,
    /// The SHA-256 of the files in the report.
    pub(crate) hashes: Hashes,
    /// The number of the run that the report is about.
    run: usize,
    /// Whether to hash the files after rendering: the answer comes first.
    hash_pending: bool,
    /// The heading of the results, and the sentence below it.
    pub(crate) headline: Option<(String, String)>,
    /// The table of several inputs.
    pub(crate) many: Option<Many>,
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
    reader: Reader,
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
            headline: None,
            hashes: Hashes::default(),
            run: 0,
            hash_pending: false,
            many: None,
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
            reader: Reader::new(
                link.callback(|(number, answer)| Message::JobAnswered(number, answer)),
            ),
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
                return self.start(sources, context.link());
            }
            Message::CheckExample(index) => {
                let example = example::source(index, self.language);
                return self.start(example.into_iter().collect(), context.link());
            }
            Message::TextReceived(text) => {
                let source = intake::from_text(&text, self.language);
                return source.is_some_and(|source| {
                    page::show_check();
                    self.start(vec![source], context.link())
                });
            }
            Message::ProgressDue if !self.is_reading() => return false,
            Message::ProgressDue => {}
            Message::JobAnswered(number, answer) => return self.job_answered(number, answer),
            Message::Cancel => {
                // A second click can arrive after the report is made.
                if !self.is_reading() {
                    return false;
                }
                self.reader.restart();
                if let Some(batch) = &mut self.batch {
                    batch.cancel();
                }
                self.start_next();
            }
            Message::RowToggled(index, is_open) => {
                return self
                    .many
                    .as_mut()
                    .is_some_and(|many| many.toggle(index, is_open));
            }
            Message::ChunksSeen(sights) => {
                return self.many.as_mut().is_some_and(|many| many.see(sights));
            }
            Message::ColumnChosen(column) => {
                if let Some(many) = &mut self.many {
                    many.sort_by(column);
                }
            }
            Message::Filtered(filter, value) => {
                if let Some(many) = &mut self.many {
                    many.filter(filter, value);
                }
            }
            Message::Printing(is_printing) => {
                self.is_printing = is_printing;
                return self.many.is_some();
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
                if let (Some(many), Some(report)) = (&mut self.many, &self.report) {
                    many.renew(report, language);
                }
            }
            Message::ToggleTheme => {
                self.theme = self.theme.other();
                self.theme.apply();
            }
            Message::DateChanged(DateField::Creation, created) => {
                self.created = created;
                self.stop_reading();
                if let (Some(now), Some(batch)) = (self.now(), &mut self.batch) {
                    batch.restart(Options { now, created });
                    self.start_next();
                }
            }
            Message::DateChanged(DateField::Deadline, deadline) => self.deadline = deadline,
            Message::ActionChosen(Action::NewCheck, _) => {
                self.stop_reading();
                self.batch = None;
                self.report = None;
                self.many = None;
                self.manual_copy = None;
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
                if self.run != run {
                    return false;
                }
                self.hashes = hashes;
                // Only the answer about one input shows them.
                return self.many.is_none();
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
            // What the first answer needs is ready when the first file arrives, and took no time from the page before.
            self.reader.restart();
            let language = self.language;
            Timeout::new(0, move || local_time::prepare(language)).forget();
        }
        if let Some(many) = self
            .many
            .as_ref()
            .filter(|_| std::mem::take(&mut self.watch_pending))
        {
            let link = context.link();
            let observer = self.chunk_observer.take().or_else(|| {
                let seen = link.callback(Message::ChunksSeen);
                ChunkObserver::new(move |sights| seen.emit(sights))
            });
            if let Some(observer) = &observer {
                observer.watch(many.lines.len());
            }
            self.chunk_observer = observer;
        }
        if let Some(batch) = self
            .batch
            .as_ref()
            .filter(|_| std::mem::take(&mut self.hash_pending))
        {
            let own = |(name, file): (&str, &File)| (name.to_owned(), file.clone());
            let (run, files) = (self.run, batch.files().map(own).collect());
            let hashed = async move { Message::FilesHashed(run, hashes::hash(files).await) };
            context.link().send_future(hashed);
        }
        if std::mem::take(&mut self.scroll_pending) {
            page::scroll_to_section(self.language);
        }
        if self.report.is_some() && std::mem::take(&mut self.focus_pending) {
            page::focus_heading(markup::HEADING_ID);
        }
        if std::mem::take(&mut self.select_pending) {
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
        let batch = self.batch.as_ref();
        batch.is_some_and(|batch| batch.next_name().is_some())
    }

    fn stop_reading(&mut self) {
        if self.is_reading() {
            self.reader.restart();
        }
    }

    /// Checks files and folders instead of those before, whose answers disappear at once. Returns whether there is something
    /// new to show: most answers come so soon that they are the next thing to show.
    fn start(&mut self, sources: Vec<Source<File>>, link: &Scope<Self>) -> bool {
        let (false, Some(now)) = (sources.is_empty(), self.now()) else {
            return false;
        };
        self.stop_reading();
        let created = self.created;
        let mut batch = Batch::new(Options { now, created }, |file: &File| {
            Some(file.size() as u64)
        });
        for source in sources {
            batch.add(source);
        }
        self.batch = Some(batch);
        self.many = None;
        let had_answers = self.report.take().is_some();
        self.focus_pending = true;
        self.progress_rendered = js_sys::Date::now();
        self.start_next();
        if self.is_reading() {
            let link = link.clone();
            let due = move || link.send_message(Message::ProgressDue);
            Timeout::new(PROGRESS_INTERVAL, due).forget();
            if !had_answers {
                return false;
            }
        }
        self.mark();
        true
    }

    fn job_answered(&mut self, number: usize, answer: Answer) -> bool {
        let Some(batch) = self.batch.as_mut() else {
            return false;
        };
        if !self.reader.is_running(number) {
            return false;
        }
        self.reader.job_done(matches!(answer, Answer::Refused(_)));
        batch.answer(answer);
        self.start_next();
        if self.is_reading() && !self.is_progress_due() {
            return false;
        }
        self.mark();
        true
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

    /// Starts the next job, or makes the report if no job is left.
    fn start_next(&mut self) {
        let Some(batch) = &mut self.batch else { return };
        if let Some(job) = batch.next_job() {
            self.reader.read(&job, batch.options());
            return;
        }
        let report = batch.finish();
        host::post_result(&report);
        self.many = Many::new(&report, self.language);
        self.run = self.run.wrapping_add(1);
        self.hashes = Hashes::default();
        self.hash_pending = true;
        self.report = Some(report);
    }

    /// Updates what depends on the whole state.
    fn mark(&mut self) {
        self.headline = view::headline(self);
        self.watch_pending = self.many.is_some();
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
