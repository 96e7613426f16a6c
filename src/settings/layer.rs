//! What one settings file says.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml_edit::{Document, Item, Key as Name, TableLike};

use super::Rule;
use super::fault::{Fault, FaultKind, Found, Place};
use super::key::Key;
use super::mend::mend;
use super::value::Value;
use super::{near, source};

/// The version of the file that this program writes; a file without one has it too.
pub(super) const VERSION: i64 = 1;
/// No more faults of one file are told.
const MOST_FAULTS: usize = 50;

/// Whose file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// The computer's: it may lock settings.
    Computer,
    /// The user's, or that of a portable program.
    User,
}

/// What a file says.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    /// The file.
    pub path: PathBuf,
    /// Whether there is a file.
    pub is_there: bool,
    /// What it sets, and where.
    pub values: BTreeMap<Key, (Value, Option<Place>)>,
    /// What it locks.
    pub locks: BTreeSet<Key>,
    /// What in it is passed over.
    pub faults: Vec<Fault>,
}

impl Layer {
    /// Reads a file; a missing one says nothing.
    pub fn read(path: &Path, owner: Owner, rule: Rule) -> Self {
        let bytes = source::bytes(path);
        let is_there = !matches!(bytes, Ok(None));
        let mut walk = Walk::new(owner, rule);
        match bytes {
            Ok(Some(bytes)) => walk.content(Content::of(&bytes)),
            Ok(None) => {}
            Err(kind) => walk.fault(None, kind),
        }
        walk.layer(path, is_there)
    }
}

/// What can be read of the bytes of a file.
pub(super) struct Content {
    /// The document; nothing when nothing could be read.
    pub doc: Option<Document<String>>,
    /// What could not.
    pub faults: Vec<(Option<Place>, FaultKind)>,
}

impl Content {
    pub fn of(bytes: &[u8]) -> Self {
        let decoded = source::decode(bytes);
        let mended = mend(&decoded.text);
        let not_text = decoded.fault.map(|(place, kind)| (Some(place), kind));
        Self { doc: mended.doc, faults: not_text.into_iter().chain(mended.faults).collect() }
    }

    /// Whether something of the file is lost when the document is written.
    pub fn is_broken(&self) -> bool {
        !self.faults.is_empty()
    }

    /// The version of the file, if this program is older.
    pub fn newer_version(&self) -> Option<i64> {
        let version = self.doc.as_ref()?.get("version")?.as_integer()?;
        (version > VERSION).then_some(version)
    }
}

/// Bytes of the text.
type Span = Option<Range<usize>>;

/// Goes through a document.
struct Walk {
    owner: Owner,
    rule: Rule,
    text: String,
    is_newer: bool,
    values: BTreeMap<Key, (Value, Option<Place>)>,
    locks: BTreeSet<Key>,
    faults: Vec<(Option<Place>, FaultKind)>,
    /// Faults that are not told.
    more: usize,
}

impl Walk {
    fn new(owner: Owner, rule: Rule) -> Self {
        Self {
            owner,
            rule,
            text: String::new(),
            is_newer: false,
            values: BTreeMap::new(),
            locks: BTreeSet::new(),
            faults: Vec::new(),
            more: 0,
        }
    }

    fn content(&mut self, content: Content) {
        self.is_newer = content.newer_version().is_some();
        self.more = content.faults.len().saturating_sub(MOST_FAULTS);
        self.faults.extend(content.faults.into_iter().take(MOST_FAULTS));
        if let Some(doc) = content.doc {
            doc.raw().clone_into(&mut self.text);
            self.root(doc.as_table());
        }
    }

    fn root(&mut self, root: &dyn TableLike) {
        for (name, item) in entries(root) {
            match name.get() {
                "version" => self.version(item),
                "locked" => self.locked(name, item),
                table => match Key::TABLES.into_iter().find(|known| *known == table) {
                    Some(table) => self.table(table, name, item),
                    None => self.key(table, name, item),
                },
            }
        }
    }

    fn version(&mut self, item: &Item) {
        match item.as_integer() {
            Some(version) if version > VERSION => {
                self.fault(item.span(), FaultKind::NewerVersion { version });
            }
            Some(1..) => {}
            _ => self.fault(item.span(), FaultKind::NotAVersion),
        }
    }

    fn table(&mut self, table: &'static str, name: &Name, item: &Item) {
        let Some(inner) = item.as_table_like() else {
            let kind = FaultKind::NotATable { table, found: Found::of(item) };
            return self.fault(item.span().or(name.span()), kind);
        };
        for (name, item) in entries(inner) {
            self.key(&format!("{table}.{}", name.get()), name, item);
        }
    }

    fn key(&mut self, whole: &str, name: &Name, item: &Item) {
        let Some(key) = Key::of_name(whole) else {
            return self
                .unknown(name.span(), whole, |key, near| FaultKind::UnknownKey { key, near });
        };
        match Value::read(key, item, self.rule) {
            Ok(value) => {
                self.values.insert(key, (value, self.place(name.span())));
            }
            Err((span, kind)) => self.fault(span.or(name.span()), kind),
        }
    }

    fn locked(&mut self, name: &Name, item: &Item) {
        if self.owner == Owner::User {
            return self.fault(name.span(), FaultKind::LocksInUserFile);
        }
        if let Some(text) = item.as_str() {
            return self.lock(text, item.span());
        }
        let Some(names) = item.as_array() else {
            let kind = FaultKind::NotLocks { found: Found::of(item) };
            return self.fault(item.span().or(name.span()), kind);
        };
        for name in names {
            match name.as_str() {
                Some(text) => self.lock(text, name.span()),
                None => {
                    self.fault(name.span(), FaultKind::NotLocks { found: Found::of_value(name) });
                }
            }
        }
    }

    fn lock(&mut self, name: &str, span: Span) {
        let is_meant = |key: &&Key| key.name() == name || key.table() == Some(name);
        let keys: Vec<Key> = Key::ALL.iter().filter(is_meant).copied().collect();
        if keys.is_empty() {
            self.unknown(span, name, |name, near| FaultKind::UnknownLock { name, near });
        }
        self.locks.extend(keys);
    }

    fn unknown(
        &mut self,
        span: Span,
        name: &str,
        kind: fn(String, Option<&'static str>) -> FaultKind,
    ) {
        // A newer program knows names that this one does not.
        if self.is_newer {
            return;
        }
        // To look for names takes time, and a file may have thousands.
        let near = if self.is_full() { None } else { near::name(name) };
        self.fault(span, kind(name.to_owned(), near));
    }

    fn fault(&mut self, span: Span, kind: FaultKind) {
        if self.is_full() {
            self.more += 1;
        } else {
            self.faults.push((self.place(span), kind));
        }
    }

    fn is_full(&self) -> bool {
        self.faults.len() >= MOST_FAULTS
    }

    fn place(&self, span: Span) -> Option<Place> {
        span.map(|span| Place::of(&self.text, span.start))
    }

    fn layer(mut self, path: &Path, is_there: bool) -> Layer {
        if self.more > 0 {
            self.faults.push((None, FaultKind::More { faults: self.more }));
        }
        let fault = |(place, kind)| Fault { path: path.to_path_buf(), place, kind };
        let mut faults: Vec<_> = self.faults.into_iter().map(fault).collect();
        faults.sort_by_key(Fault::order);
        let path = path.to_path_buf();
        Layer { path, is_there, values: self.values, locks: self.locks, faults }
    }
}

/// The names of a table with what stands there, in their order.
fn entries(table: &dyn TableLike) -> impl Iterator<Item = (&Name, &Item)> {
    table.iter().filter_map(|(name, _)| table.get_key_value(name))
}
