//! Where the report comes from: it is pasted, dropped as a file, or opened.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use eframe::egui::{Frame, Id, Margin, Role, ScrollArea, Stroke, TextEdit, Ui, WidgetInfo};

use crate::review::report::{NotText, decode};
use crate::store::{Operation, PathError, Trouble};
use crate::text::Texts;
use crate::ui::files::{self, Wanted};
use crate::ui::marks::Mark;
use crate::ui::pages::{View, parts};
use crate::ui::theme;
use crate::ui::work::Work;

/// A longer text is not shown: nobody reads it, and laying it out takes time.
const LONGEST_SHOWN: usize = 64 * 1024;
/// No report is longer, in bytes.
const LONGEST: u64 = 64 * 1024 * 1024;

/// The text of the report.
#[derive(Default)]
pub struct Input {
    text: String,
    version: u64,
    /// The file it was read from, while it is as it was there.
    file: Option<PathBuf>,
    asking: Option<Work<Option<PathBuf>>>,
    reading: Option<Work<Result<String, Unread>>>,
    failed: Option<Unread>,
}

/// Why a file is no report.
#[derive(Debug)]
enum Unread {
    NotText,
    TooLong,
    Trouble(Trouble),
}

impl Input {
    /// The text, and a number that is another one whenever the text is.
    pub fn text(&self) -> (&str, u64) {
        (&self.text, self.version)
    }

    /// Reads a report from a file.
    pub fn open(&mut self, path: PathBuf, view: &View) {
        self.clear();
        self.file = Some(path.clone());
        match Work::start("offcirc-report", view.model.wake(), move |_| read(&path)) {
            Ok(work) => self.reading = Some(work),
            Err(error) => {
                let trouble = Trouble::no_thread(view.model.data_folder(), &error);
                self.failed = Some(Unread::Trouble(trouble));
            }
        }
    }

    fn set(&mut self, text: String) {
        self.text = text;
        self.version += 1;
    }

    fn clear(&mut self) {
        self.set(String::new());
        self.file = None;
        self.reading = None;
        self.failed = None;
    }

    /// Takes what was chosen and read. Call it before drawing.
    pub fn refresh(&mut self, view: &View) {
        if let Some(answer) = self.asking.as_mut().and_then(Work::poll) {
            self.asking = None;
            if let Some(path) = answer {
                self.open(path, view);
            }
        }
        if let Some(read) = self.reading.as_mut().and_then(Work::poll) {
            self.reading = None;
            match read {
                Ok(text) => self.set(text),
                Err(unread) => self.failed = Some(unread),
            }
        }
    }

    /// Draws the field and its buttons.
    pub fn show(&mut self, ui: &mut Ui, view: &View) {
        let (texts, colors) = (view.texts, view.colors);
        parts::text(ui, texts.say("report-how"));
        if self.text.len() <= LONGEST_SHOWN {
            self.show_field(ui, view);
        } else {
            let lines = self.text.lines().count();
            parts::text(ui, texts.fill("report-long", &[("count", crate::text::count(lines))]));
        }
        theme::row(ui, |ui| {
            let open = texts.say("report-open");
            if parts::named_button(ui, &open, &open, self.asking.is_none()) {
                let wanted = Wanted::Report { title: texts.say("page-report") };
                self.asking = files::start(view.ask, wanted, view.model.wake()).ok();
            }
            let clear = texts.say("report-clear");
            let is_empty = self.text.is_empty() && self.file.is_none();
            if parts::named_button(ui, &clear, &clear, !is_empty) {
                self.clear();
            }
        });
        if let Some(path) = &self.file {
            parts::path(ui, path);
        }
        if self.reading.as_ref().is_some_and(|work| work.show(ui, texts, colors)) {
            self.clear();
        }
        if let Some(unread) = &self.failed {
            parts::remark(ui, Mark::Refused, colors.refused, &unread.in_words(texts));
        }
    }

    fn show_field(&mut self, ui: &mut Ui, view: &View) {
        let (texts, colors) = (view.texts, view.colors);
        let rows: u8 = if self.text.is_empty() { 6 } else { 4 };
        let height = f32::from(rows) * ui.fonts_mut(|fonts| fonts.row_height(&theme::text_font()));
        let id = Id::unique("report field");
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        // The frame is drawn around what scrolls, not within it.
        let outline = if has_focus {
            ui.visuals().selection.stroke
        } else {
            Stroke::new(1.0, colors.outline)
        };
        let frame = Frame::new()
            .fill(colors.paper)
            .stroke(outline)
            .corner_radius(theme::ROUND)
            .inner_margin(Margin::same(8));
        let area = ScrollArea::vertical().id_salt(id).max_height(height).auto_shrink([false, true]);
        let field = frame.show(ui, |ui| {
            let field = TextEdit::multiline(&mut self.text)
                .id(id)
                .font(theme::text_font())
                .frame(Frame::NONE)
                .hint_text(texts.say("report-hint"))
                .desired_rows(usize::from(rows))
                .desired_width(f32::INFINITY);
            area.show(ui, |ui| ui.add(field)).inner
        });
        let response = field.inner;
        let name = texts.say("report-field");
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &self.text, &self.text, "");
            info.role = Role::MultilineTextInput;
            info.label = Some(name.clone());
            info
        });
        if response.changed() {
            self.version += 1;
            self.file = None;
            self.failed = None;
        }
    }
}

impl Unread {
    fn in_words(&self, texts: &Texts) -> String {
        match self {
            Self::NotText => texts.say("report-not-text"),
            Self::TooLong => texts.say("report-too-long"),
            Self::Trouble(trouble) => texts.trouble(trouble),
        }
    }
}

fn read(path: &Path) -> Result<String, Unread> {
    let trouble = |source| {
        let path = path.to_path_buf();
        Unread::Trouble(Trouble::from(&PathError { path, operation: Operation::Read, source }))
    };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(trouble)?;
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(trouble)?;
    if bytes.len() as u64 > LONGEST {
        return Err(Unread::TooLong);
    }
    decode(&bytes).map_err(|NotText| Unread::NotText)
}
