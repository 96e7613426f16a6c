//! The help: Markdown files in `assets/help`, which are read in the window and on the web alike.
//!
//! A file has a title, headings, paragraphs, lists, numbered steps, pictures and, between fences,
//! lines as they stand; within a line bold text, code and links to other pages.

use super::Texts;
use super::languages::PAGES;

/// The pages, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Topic {
    /// Lending.
    #[default]
    Lending,
    /// Returns.
    Returning,
    /// What to do about slips.
    Mistakes,
    /// From the file to Alma, and what Alma says.
    AfterTheOutage,
    /// Scanners, rules, control barcodes.
    Scanners,
    /// Installing, settings, folders.
    ForIt,
}

impl Topic {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Lending,
        Self::Returning,
        Self::Mistakes,
        Self::AfterTheOutage,
        Self::Scanners,
        Self::ForIt,
    ];

    /// The name of its file, without the end.
    fn file(self) -> &'static str {
        match self {
            Self::Lending => "lending",
            Self::Returning => "returning",
            Self::Mistakes => "mistakes",
            Self::AfterTheOutage => "after-the-outage",
            Self::Scanners => "scanners",
            Self::ForIt => "for-it",
        }
    }
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title of the page.
    Title(String),
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A line of a list.
    Item(Vec<Span>),
    /// A step, with its number.
    Step(String, Vec<Span>),
    /// A picture, by the name of its file, and what it shows.
    Picture {
        /// The name, without the end.
        name: String,
        /// What it shows.
        shows: String,
    },
    /// A line as it stands.
    Code(String),
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it says.
    pub text: String,
    /// How it is said.
    pub style: Style,
}

/// How a part of a line is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As text.
    Plain,
    /// What stands in the window.
    Strong,
    /// Names of files and settings.
    Code,
    /// Leads to another page.
    Link(Topic),
}

impl Texts {
    /// A page of the help.
    #[must_use]
    pub fn help(&self, topic: Topic) -> Vec<Block> {
        blocks(self.help_source(topic))
    }

    /// The title of a page.
    #[must_use]
    pub fn help_title(&self, topic: Topic) -> &'static str {
        let first = self.help_source(topic).lines().next().unwrap_or_default();
        first.trim_start_matches("# ")
    }

    fn help_source(&self, topic: Topic) -> &'static str {
        // A language may still lack a page.
        let page = |language| {
            let name = format!("{language}/{}", topic.file());
            PAGES.iter().find(|(known, _)| *known == name)
        };
        page(self.language()).or_else(|| page("en")).map_or("", |(_, text)| text)
    }
}

fn blocks(source: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut in_code = false;
    for line in source.lines() {
        if line.starts_with("```") {
            in_code = !in_code;
            continue;
        }
        if in_code {
            blocks.push(Block::Code(line.to_owned()));
            continue;
        }
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let step = line.split_once(". ").filter(|(number, _)| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        blocks.push(if let Some(text) = line.strip_prefix("## ") {
            Block::Heading(text.to_owned())
        } else if let Some(text) = line.strip_prefix("# ") {
            Block::Title(text.to_owned())
        } else if let Some(text) = line.strip_prefix("- ") {
            Block::Item(spans(text))
        } else if let Some(picture) = picture(line) {
            picture
        } else if let Some((number, text)) = step {
            Block::Step(number.to_owned(), spans(text))
        } else {
            Block::Paragraph(spans(line))
        });
    }
    blocks
}

fn picture(line: &str) -> Option<Block> {
    let (shows, path) = line.strip_prefix("![")?.strip_suffix(')')?.split_once("](")?;
    let name = path.rsplit('/').next()?.strip_suffix(".png")?;
    Some(Block::Picture { name: name.to_owned(), shows: shows.to_owned() })
}

/// Parts a line at its marks. A mark that is never closed is text.
fn spans(line: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut plain = String::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        if let Some((text, style, behind)) = marked(rest) {
            if !plain.is_empty() {
                let text = std::mem::take(&mut plain);
                spans.push(Span { text, style: Style::Plain });
            }
            spans.push(Span { text: text.to_owned(), style });
            rest = behind;
        } else {
            plain.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    if !plain.is_empty() {
        spans.push(Span { text: plain, style: Style::Plain });
    }
    spans
}

/// What is marked at the start of a text, and what stands behind it.
fn marked(text: &str) -> Option<(&str, Style, &str)> {
    if let Some(rest) = text.strip_prefix("**") {
        let (inside, behind) = rest.split_once("**")?;
        return Some((inside, Style::Strong, behind));
    }
    if let Some(rest) = text.strip_prefix('`') {
        let (inside, behind) = rest.split_once('`')?;
        return Some((inside, Style::Code, behind));
    }
    let (inside, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (target, behind) = rest.split_once(')')?;
    let file = target.strip_suffix(".md")?;
    let topic = Topic::ALL.into_iter().find(|topic| topic.file() == file)?;
    Some((inside, Style::Link(topic), behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(block: &Block) -> String {
        match block {
            Block::Picture { name, .. } => {
                format!("picture {}", name.split_once('-').unwrap().1)
            }
            Block::Step(number, _) => format!("step {number}"),
            Block::Title(_) => "title".to_owned(),
            Block::Heading(_) => "heading".to_owned(),
            Block::Paragraph(_) => "paragraph".to_owned(),
            Block::Item(_) => "item".to_owned(),
            Block::Code(_) => "code".to_owned(),
        }
    }

    #[test]
    fn every_language_has_the_same_pages_with_the_same_parts() {
        assert_eq!(PAGES.len(), Topic::ALL.len() * Texts::languages().count());
        for topic in Topic::ALL {
            let shapes = |code| {
                let page = Texts::new(code).help(topic);
                page.iter().map(shape).collect::<Vec<_>>()
            };
            for code in Texts::languages() {
                assert_eq!(shapes(code), shapes("en"), "{code}: {topic:?}");
                assert_eq!(shapes(code)[0], "title");
            }
        }
    }

    /// What the help calls by a name in the window stands in the texts of the window.
    #[test]
    fn what_is_bold_is_said_in_the_window() {
        for (code, file) in super::super::FILES {
            let texts = Texts::new(code);
            let keys = |text: &str| {
                let key = text.strip_prefix("Ctrl+").unwrap_or(text);
                let one = key.chars().count() == 1;
                one || key.split('+').all(|key| {
                    ["Esc", "Enter", "Entrée", "Tab"].contains(&key)
                        || key.strip_prefix('F').is_some_and(|rest| rest.parse::<u8>().is_ok())
                })
            };
            for topic in Topic::ALL {
                for block in texts.help(topic) {
                    let (Block::Paragraph(spans) | Block::Item(spans) | Block::Step(_, spans)) =
                        block
                    else {
                        continue;
                    };
                    for span in spans.iter().filter(|span| span.style == Style::Strong) {
                        let is_said = file.contains(&span.text) || keys(&span.text);
                        assert!(is_said, "{code}, {topic:?}: {}", span.text);
                    }
                }
            }
        }
    }

    #[test]
    fn marks_are_read_and_unclosed_ones_are_text() {
        let texts: Vec<_> = spans("Press **F2**, see [Returns](returning.md) or `a.dat` **now");
        let styles: Vec<_> = texts.iter().map(|span| (span.text.as_str(), span.style)).collect();
        assert_eq!(
            styles,
            [
                ("Press ", Style::Plain),
                ("F2", Style::Strong),
                (", see ", Style::Plain),
                ("Returns", Style::Link(Topic::Returning)),
                (" or ", Style::Plain),
                ("a.dat", Style::Code),
                (" **now", Style::Plain),
            ]
        );
    }
}
