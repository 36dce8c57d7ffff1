//! The one component: what has come in, what was answered, and what the person chose.

use crate::intake::Found;
use crate::page::{self, Route, Theme};
use crate::reader::{Outcome, Reader};
use crate::run::Run;
use crate::save::Saved;
use crate::view::offer::Offer;
use crate::{document, host, request, save, view};
use gloo_events::EventListener;
use p2s_package::{Date, ErrorKind, Timestamp};
use p2s_report::{Label, Language};
use p2s_verdict::{Options, Report};
use yew::{Component, Context, Html, Renderer};

/// Everything that can happen to the page.
pub(crate) enum Message {
    /// Files came in.
    Came(Vec<Found>),
    /// The example was asked for.
    Example,
    /// The reader is done with a file of this number.
    Ended(usize, Outcome),
    /// No more reading.
    Cancel,
    /// Back to the start.
    Clear,
    /// Files are held over the page, or no longer.
    Dragging(bool),
    /// The address behind `#` changed.
    Moved,
    /// The other language.
    Language(Language),
    /// The other colours.
    Theme,
    /// When the gateway was created.
    Created(Option<Date>),
    /// The report as a file.
    Save,
    /// The report as a table.
    SaveTable,
    /// The page to paper.
    Print,
    /// A text to the clipboard.
    Copy(String),
    /// Something about the support request.
    Request(request::Act),
    /// A code to be found.
    Code(String),
    /// Whether it got there.
    Copied(String, bool),
    /// The text on offer is not needed any more.
    CloseOffer,
}

/// The page's state.
pub(crate) struct App {
    /// The language shown.
    pub(crate) language: Language,
    /// The colours shown.
    pub(crate) theme: Theme,
    /// The page shown.
    pub(crate) route: Route,
    /// `?now=`, see [`page::asked_now`].
    pub(crate) asked_now: Option<Option<Timestamp>>,
    /// When the gateway was created, if the person said so.
    pub(crate) created: Option<Date>,
    /// Files are held over the page.
    pub(crate) dragging: bool,
    /// What is being read.
    pub(crate) run: Option<Run>,
    /// What was answered.
    pub(crate) report: Option<Report>,
    /// The address changed, and what it names has not been brought into view yet.
    moved: bool,
    /// The report is new, and has not had the focus yet.
    answered: bool,
    /// A text that could not be saved or copied.
    pub(crate) offer: Option<Offer>,
    /// It has not been brought into view yet.
    offered: bool,
    /// The last text that went to the clipboard.
    pub(crate) copied: Option<String>,
    /// The support request.
    pub(crate) request: request::Draft,
    /// What is to be said of the code that was put in.
    pub(crate) code: Option<Label>,
    reader: Reader,
    _listeners: Vec<EventListener>,
}

/// Puts the page into the document.
pub(crate) fn show() {
    if let Some(place) = page::document().and_then(|document| document.get_element_by_id("app")) {
        Renderer::<App>::with_root(place).render();
    }
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let link = context.link();
        let app = App {
            language: page::language(),
            theme: Theme::current(),
            route: Route::current(),
            asked_now: page::asked_now(),
            created: None,
            dragging: false,
            run: None,
            report: None,
            moved: true,
            answered: false,
            offer: None,
            offered: false,
            copied: None,
            request: request::Draft::new(),
            code: None,
            reader: Reader::new(link.callback(|(number, outcome)| Message::Ended(number, outcome))),
            _listeners: document::listen(link),
        };
        app.mark();
        app
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Came(found) if found.is_empty() => return false,
            Message::Came(found) => {
                page::to_the_top();
                self.report = None;
                self.offer = None;
                return self.start(found);
            }
            Message::Example => {
                self.report = None;
                return self.start(view::example().into_iter().collect());
            }
            Message::Ended(number, outcome) => return self.ended(number, outcome),
            Message::Cancel => {
                self.reader.restart();
                if let Some(run) = &mut self.run {
                    run.cancelled();
                }
                self.go_on();
            }
            Message::Clear => {
                self.reader.restart();
                self.run = None;
                self.report = None;
                self.offer = None;
            }
            Message::Dragging(dragging) => {
                if self.dragging == dragging {
                    return false;
                }
                self.dragging = dragging;
            }
            Message::Moved => {
                self.route = Route::current();
                self.moved = true;
            }
            Message::Language(language) => {
                self.language = language;
                page::choose_language(language);
            }
            Message::Theme => {
                self.theme = self.theme.other();
                self.theme.choose();
            }
            Message::Created(created) => {
                self.created = created;
                if let Some(run) = self.run.take() {
                    return self.start(run.into_found());
                }
            }
            Message::Save => {
                let text = self.report.as_ref().map(p2s_report::json);
                return self.hand_over("p2s-check.json", "application/json", text);
            }
            Message::SaveTable => {
                let report = self.report.as_ref();
                let text = report.map(|report| p2s_report::csv(report, self.language));
                return self.hand_over("p2s-check.csv", "text/csv", text);
            }
            Message::Print => {
                let _ = web_sys::window().map(|window| window.print());
                return false;
            }
            Message::Request(request::Act::Save) => {
                let text = self.now().map(|now| self.request_text(now));
                return self.hand_over(request::FILE, "text/plain;charset=utf-8", text);
            }
            Message::Request(act) => self.request.take(act),
            Message::Code(text) => self.code = view::find_code(text.trim(), self.language),
            Message::Copy(text) => {
                context.link().send_future(async move {
                    let done = save::copy(text.clone()).await.is_some();
                    Message::Copied(text, done)
                });
                return false;
            }
            Message::Copied(text, true) => self.copied = Some(text),
            Message::Copied(text, false) => self.offer(None, text),
            Message::CloseOffer => self.offer = None,
        }
        self.mark();
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::page(self, context.link())
    }

    fn rendered(&mut self, _context: &Context<Self>, first: bool) {
        if let Some(now) = self.now() {
            view::annotate(self, now);
        }
        if first {
            page::mark("data-ready", "");
        }
        if std::mem::take(&mut self.moved) {
            page::to_the_section(self.language);
        }
        if std::mem::take(&mut self.answered) {
            page::focus_if_lost(view::results::RESULTS);
        }
        if std::mem::take(&mut self.offered) {
            page::select(view::offer::FIELD);
        }
    }
}

impl App {
    /// The moment of the answers.
    pub(crate) fn now(&self) -> Option<Timestamp> {
        self.asked_now.flatten().or_else(page::present)
    }

    fn start(&mut self, found: Vec<Found>) -> bool {
        let (false, Some(now)) = (found.is_empty(), self.now()) else {
            return false;
        };
        if self.run.as_ref().is_some_and(|run| run.reading().is_some()) {
            self.reader.restart();
        }
        self.run = Some(Run::new(
            found,
            Options {
                now,
                created: self.created,
            },
        ));
        self.go_on();
        self.mark();
        true
    }

    fn ended(&mut self, number: usize, outcome: Outcome) -> bool {
        let Some(run) = &mut self.run else {
            return false;
        };
        if run.current() != Some(number) {
            return false;
        }
        match outcome {
            Outcome::Read(inputs) => {
                run.answered(inputs);
                self.reader.rest();
            }
            Outcome::Looked(looks) => {
                run.looked(looks);
                self.reader.rest();
            }
            Outcome::Stopped => {
                run.refused(ErrorKind::ReaderStopped);
                self.reader.restart();
            }
            Outcome::TimedOut => {
                run.refused(ErrorKind::ReaderTimeout);
                self.reader.restart();
            }
        }
        self.go_on();
        self.mark();
        true
    }

    /// A text as a file; to select where the browser does not let us. Whether there is something new to see.
    fn hand_over(&mut self, name: &'static str, kind: &str, text: Option<String>) -> bool {
        let Some(text) = text else {
            return false;
        };
        let saved = save::file(name, kind, &text);
        if saved == Saved::Yes {
            return false;
        }
        self.offer(Some((name, saved)), text);
        true
    }

    fn offer(&mut self, file: Option<(&'static str, Saved)>, text: String) {
        self.offer = Some(Offer { file, text });
        self.offered = true;
    }

    /// The next file to the reader, or the report where none is left.
    fn go_on(&mut self) {
        let Some(run) = &self.run else { return };
        match run.next() {
            Some((number, job)) => self.reader.read(number, &job),
            None => {
                let report = run.report();
                host::tell(&report);
                self.report = Some(report);
                self.answered = true;
            }
        }
    }

    fn mark(&self) {
        page::mark_route(self.route, self.run.is_some(), self.language);
    }
}
