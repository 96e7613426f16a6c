//! The data folder as a state machine over a disk in memory: sessions of two accounts, one after the
//! other, each of which may fail, be killed, lose its power or meet a stranger's hand at any
//! operation.
//!
//! The real keeper and the real folder work here, one step after the other and by a clock of the
//! model's own. After each session every account starts once more, with nothing going wrong; then
//!
//! - every line that was said to be on a disk stands exactly once in `OffCirc.dat` or a batch, the
//!   lines of a session in their order,
//! - what was said to be taken back stands nowhere, what was said to be nowhere stands nowhere,
//! - only what somebody was asked about is in `uploaded/`,
//! - lines of others are there, once.
//!
//! What nobody could know is left out: a line that others took away in their hands, what they did
//! between the last look at a file and its renaming, and what the desk was not told because the
//! program was killed first.

mod disk;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::{Config as Proptest, TestRng, TestRunner};
use stateright::{Checker as _, Model, Property};

use self::disk::{Fault, MemoryDisk, Others, Tree, lines};
use super::folder::{Folder, Reply, Request};
use super::keeper::{Input, Keeper, Output};
use super::mend::is_original;
use super::names::{DAT, UPLOADED, UPLOADS};
use super::notice::{Notice, Refusal};
use super::order::Order;
use super::read_back;
use super::recover::UNFINISHED;
use super::{Config, GiveUp};
use crate::dat;
use crate::transaction::{Occurrence, Ticket, Transaction};

const DATA: &str = "/data";
const OWN: &str = "/own";

/// What a desk does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Act {
    /// Scans once.
    Record,
    /// Scans twice before the disk has answered.
    RecordTwo,
    /// Scans the same as the time before, in the same minute.
    RecordAgain,
    /// Takes back the last line.
    TakeBack,
    /// Closes the file.
    Close,
    /// Says that Alma has the first batch.
    Uploaded,
    /// Says that Alma has what was there before the session.
    Archive,
}

const ACTS: [Act; 7] = [
    Act::Record,
    Act::RecordTwo,
    Act::RecordAgain,
    Act::TakeBack,
    Act::Close,
    Act::Uploaded,
    Act::Archive,
];

const FAULTS: [Fault; 13] = [
    Fault::Fails,
    Fault::FailsDone,
    Fault::FolderFails,
    Fault::SpoolFails,
    Fault::AllFails,
    Fault::Slow,
    Fault::Kill,
    Fault::PowerCut,
    Fault::PowerCutNames,
    Fault::Others(Others::Adds),
    Fault::Others(Others::Exchanges),
    Fault::Others(Others::Deletes),
    Fault::Others(Others::Restores),
];

/// How a session ends that nothing ended before. `None`: it is closed.
const ENDS: [Option<Fault>; 3] = [None, Some(Fault::Kill), Some(Fault::PowerCut)];

/// One run of the program.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Session {
    account: u8,
    acts: Vec<Act>,
    /// At which operation of the disk, counted from 1, what goes wrong.
    wrong: Vec<(usize, Fault)>,
    end: Option<Fault>,
}

/// How often a line has to stand somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Fate {
    least: usize,
    most: usize,
    /// The session that recorded it, and its number there; none if others wrote it.
    from: Option<(usize, usize)>,
}

/// The disk, and what was said of it.
#[derive(Debug, Clone, Default, PartialEq)]
struct World {
    tree: Tree,
    fates: BTreeMap<Vec<u8>, Fate>,
    /// Lines of which somebody said that Alma has them.
    uploaded: BTreeSet<Vec<u8>>,
    sessions: usize,
    items: usize,
    last: Option<Vec<u8>>,
    /// It is what a session of the search has left: none follows.
    is_end: bool,
    /// What does not hold.
    broken: Option<String>,
}

/// A session under way.
struct Live<'a> {
    world: &'a mut World,
    account: u8,
    disk: MemoryDisk,
    keeper: Keeper,
    folder: Folder,
    now: Duration,
    /// The lines of tickets.
    recorded: Vec<Vec<u8>>,
    /// What the file held before, as it is being told.
    earlier: Vec<Vec<u8>>,
    /// The part of it that somebody can say Alma has, and of which file.
    asked: Vec<Vec<u8>>,
    edition: u64,
    /// What waited in a spool when the session began: it is in no file that anybody has uploaded.
    waited: BTreeSet<Vec<u8>>,
    /// How many batches waited for their upload when the file was to be closed.
    batches: usize,
    /// Tickets that were said to be on a disk.
    confirmed: BTreeSet<u64>,
    /// The line that is being taken back, and whether it had to be there.
    taking_back: Option<(Vec<u8>, bool)>,
}

fn config(account: u8) -> Config {
    let give_up = if account == 0 { GiveUp::Never } else { GiveUp::AtOnce };
    let spool_root = Some(Path::new(OWN).join(account.to_string()));
    Config { data_folder: DATA.into(), spool_root, give_up }
}

/// The line of a return at the model's only minute.
fn line(item: usize) -> Vec<u8> {
    format!("202611231405R{item:<80}\r\n").into_bytes()
}

/// The transaction that a line says.
fn read(line: &[u8]) -> Option<Transaction> {
    match dat::read_line(line.strip_suffix(b"\r\n")?) {
        dat::Reading::Transaction { transaction, .. } => Some(transaction),
        _ => None,
    }
}

impl World {
    fn dat() -> PathBuf {
        Path::new(DATA).join(DAT)
    }

    /// All lines that stand in `OffCirc.dat` and the batches, and where, oldest file first.
    fn standing(&self) -> Vec<(Vec<u8>, PathBuf)> {
        let files = self.tree.files_in(Path::new(DATA)).into_iter();
        let is_file_of_lines = |path: &Path| {
            let is_dat = path.extension().is_some_and(|end| end == "dat");
            is_dat && !is_original(path)
        };
        files
            .filter(|(path, _)| is_file_of_lines(path))
            .flat_map(|(path, bytes)| lines(bytes).map(|line| (line, path.to_path_buf())))
            .collect()
    }

    /// Lines that were put aside and told.
    fn aside(&self) -> Vec<u8> {
        let files = self.tree.files_in(&Path::new(DATA).join(UNFINISHED));
        files.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect()
    }

    /// Runs a session; returns how many operations the disk had to do.
    fn run(&mut self, session: &Session) -> usize {
        self.sessions += 1;
        let spools = self.tree.files_in(Path::new(OWN));
        let waited = spools.iter().flat_map(|(_, bytes)| lines(bytes)).collect();
        let disk = MemoryDisk::new(std::mem::take(&mut self.tree), session.wrong.clone());
        let started = Keeper::start(config(session.account), Arc::new(disk.clone()));
        let (keeper, waiting) = started.unwrap_or_else(|holder| panic!("held by {holder:?}"));
        let config = config(session.account);
        let shared = Arc::new(disk.clone());
        let folder = Folder::new(shared, config.data_folder, config.spool_root, waiting.known);
        let mut live = Live {
            world: self,
            account: session.account,
            disk: disk.clone(),
            keeper,
            folder,
            now: Duration::ZERO,
            recorded: Vec::new(),
            asked: Vec::new(),
            earlier: Vec::new(),
            edition: 0,
            waited,
            batches: 0,
            confirmed: BTreeSet::new(),
            taking_back: None,
        };
        live.work(session);
        let operations = disk.operations();
        let was_cut = disk.has_ended() || session.end.is_some();
        let (tree, meanwhile) = disk.end(session.end);
        self.tree = tree;
        for line in meanwhile.added {
            let fate = Fate { least: 1, most: 1, from: None };
            self.fates.insert(line, fate);
        }
        for line in meanwhile.taken {
            if let Some(fate) = self.fates.get_mut(&line) {
                // They may be found again where nobody looked.
                fate.least = 0;
                fate.most = fate.most.max(2);
            }
        }
        for line in meanwhile.again {
            if let Some(fate) = self.fates.get_mut(&line) {
                fate.most += 1;
                fate.least = 0;
            }
        }
        if was_cut {
            // What others wrote was perhaps not synced.
            let there = self.tree.files_in(Path::new("/"));
            let there: BTreeSet<_> = there.iter().flat_map(|(_, bytes)| lines(bytes)).collect();
            for (line, fate) in &mut self.fates {
                if fate.from.is_none() && !there.contains(line) {
                    fate.least = 0;
                }
            }
        }
        operations
    }

    /// Lets each account start once more with nothing going wrong, and looks whether all holds.
    fn check(&mut self) {
        if self.broken.is_some() {
            return;
        }
        let mut after = self.clone();
        for account in [0, 1] {
            after.run(&Session { account, acts: Vec::new(), wrong: Vec::new(), end: None });
        }
        self.broken = after.broken.take().or_else(|| after.find_broken());
    }

    fn find_broken(&self) -> Option<String> {
        let standing = self.standing();
        let aside = self.aside();
        let mut counts: BTreeMap<&[u8], usize> = BTreeMap::new();
        for (line, path) in &standing {
            *counts.entry(line).or_default() += 1;
            if path.starts_with(Path::new(DATA).join(UPLOADED)) && !self.uploaded.contains(line) {
                return Some(format!("{} is in uploaded/, unasked", text(line)));
            }
            if !self.fates.contains_key(line) {
                return Some(format!("{} stands in {}", text(line), path.display()));
            }
        }
        for (line, fate) in &self.fates {
            let count = counts.get(line.as_slice()).copied().unwrap_or(0);
            let is_aside = count == 0
                && fate.from.is_none()
                && aside.windows(line.len()).any(|there| there == line);
            if count > fate.most || (count < fate.least && !is_aside) {
                let Fate { least, most, .. } = fate;
                return Some(format!("{} stands {count} times, not {least}..={most}", text(line)));
            }
        }
        let certain = standing.iter().filter_map(|(line, _)| {
            let fate = self.fates.get(line)?;
            (fate.least == 1 && fate.most == 1).then_some((fate.from?, line))
        });
        let mut last: BTreeMap<usize, usize> = BTreeMap::new();
        for ((session, number), line) in certain {
            let before = last.insert(session, number);
            if before.is_some_and(|before| before > number) {
                return Some(format!("{} is out of order", text(line)));
            }
        }
        None
    }
}

fn text(line: &[u8]) -> String {
    String::from_utf8_lossy(line).split_whitespace().collect()
}

impl Live<'_> {
    fn work(&mut self, session: &Session) {
        self.go_on(Vec::new());
        for act in &session.acts {
            if self.disk.has_ended() {
                return;
            }
            let inputs = self.inputs(*act);
            if self.disk.has_ended() {
                return;
            }
            self.go_on(inputs);
            self.pause();
        }
        if session.end.is_none() {
            self.go_on(vec![Input::Close]);
            for _ in 0..40 {
                if self.disk.has_ended() || self.keeper.is_done() {
                    return;
                }
                self.wait();
            }
            self.fail("it does not end");
        }
    }

    fn fail(&mut self, what: &str) {
        self.world.broken.get_or_insert_with(|| what.to_owned());
    }

    /// The desk does nothing for a while, and what failed works again.
    fn pause(&mut self) {
        // Long enough to fail once more.
        self.wait();
        self.disk.heal();
        for _ in 0..4 {
            self.wait();
        }
    }

    fn wait(&mut self) {
        if self.disk.has_ended() {
            return;
        }
        if let Some(at) = self.keeper.wakes_at() {
            self.now = self.now.max(at);
            self.go_on(Vec::new());
        }
    }

    /// Does all that follows from these inputs until nothing is left to do but wait.
    fn go_on(&mut self, inputs: Vec<Input>) {
        self.keeper.handle(inputs, self.now);
        loop {
            let outputs = self.keeper.take_output();
            // Of what a killed program did last nobody hears.
            if self.disk.has_ended() || outputs.is_empty() {
                return;
            }
            for output in outputs {
                match output {
                    Output::Tell(notice) => self.hear(notice),
                    Output::Ask(request) => self.ask(request),
                    Output::ReadEarlier(earlier) => {
                        let told = std::cell::RefCell::new(Vec::new());
                        let disk = &self.disk;
                        read_back::tell_earlier(disk, &World::dat(), earlier, &|notice| {
                            told.borrow_mut().push(notice);
                        });
                        told.into_inner().into_iter().for_each(|notice| self.hear(notice));
                    }
                }
            }
        }
    }

    fn ask(&mut self, request: Request) {
        let reply: Reply = self.folder.perform(request);
        if self.disk.has_ended() {
            return;
        }
        if self.disk.is_slow() {
            self.now += Duration::from_secs(3);
            self.keeper.handle([], self.now);
        }
        self.keeper.handle([Input::Reply(reply)], self.now);
    }

    fn record(&mut self, line: Vec<u8>) -> Input {
        let ticket = Ticket(self.recorded.len() as u64);
        let from = Some((self.world.sessions, self.recorded.len()));
        let fate = self.world.fates.entry(line.clone());
        fate.or_insert(Fate { least: 0, most: 0, from }).most += 1;
        self.recorded.push(line.clone());
        self.world.last = Some(line.clone());
        Input::Append(ticket, line)
    }

    fn record_new(&mut self) -> Input {
        self.world.items += 1;
        self.record(line(1000 + self.world.items))
    }

    fn inputs(&mut self, act: Act) -> Vec<Input> {
        let tree = self.disk.tree();
        let there: Vec<_> = lines(tree_bytes(&tree, &World::dat())).collect();
        match act {
            Act::Record => vec![self.record_new()],
            Act::RecordTwo => vec![self.record_new(), self.record_new()],
            Act::RecordAgain => {
                let last = self.world.last.clone();
                match last.filter(|line| there.contains(line)) {
                    Some(line) => vec![self.record(line)],
                    None => Vec::new(),
                }
            }
            Act::TakeBack => self.take_back(&tree, &there).into_iter().collect(),
            Act::Close => {
                self.batches = batches(&tree);
                vec![Input::Order(Order::CloseFile { desk: "desk".into() })]
            }
            Act::Uploaded => {
                let files = tree.files_in(&Path::new(DATA).join(UPLOADS));
                let first =
                    files.iter().find(|(path, _)| path.extension().is_some_and(|e| e == "dat"));
                let Some((path, bytes)) = first else { return Vec::new() };
                self.world.uploaded.extend(lines(bytes));
                vec![Input::Order(Order::Uploaded(path.to_path_buf()))]
            }
            Act::Archive => {
                let day = NaiveDate::MAX;
                let asked = self.asked.iter().filter(|line| !self.waited.contains(*line));
                self.world.uploaded.extend(asked.cloned());
                let edition = self.edition;
                vec![Input::Order(Order::Archive { day, desk: "desk".into(), edition })]
            }
        }
    }

    /// Takes the last line back that no other account holds in its spool: that one would move over
    /// again.
    fn take_back(&mut self, tree: &Tree, there: &[Vec<u8>]) -> Option<Input> {
        let others = tree.files_in(Path::new(OWN));
        let own = Path::new(OWN).join(self.account.to_string());
        let waits = |line: &Vec<u8>| {
            let mut others = others.iter().filter(|(path, _)| !path.starts_with(&own));
            others.any(|(_, bytes)| lines(bytes).any(|one| one == *line))
        };
        let line = there.iter().rev().find(|line| !waits(line))?;
        let transaction = read(line)?;
        let earlier = there.iter().filter(|one| *one == line).count() - 1;
        let fate = self.world.fates.get_mut(line)?;
        self.taking_back = Some((line.clone(), fate.least > 0));
        fate.least = fate.least.saturating_sub(1);
        let chosen = vec![Occurrence { transaction, earlier }];
        Some(Input::Order(Order::TakeBack(chosen, String::new())))
    }

    fn hear(&mut self, notice: Notice) {
        match notice {
            Notice::Saved(ticket) | Notice::SetAside(ticket, _) => {
                if self.confirmed.insert(ticket.0)
                    && let Some(fate) = self.fate_of(ticket)
                {
                    fate.least += 1;
                }
            }
            // The desk gives it again.
            Notice::NotSaved(ticket, _) if self.account == 1 => {
                if let Some(fate) = self.fate_of(ticket) {
                    fate.most -= 1;
                }
            }
            Notice::TakenBack(answer) => {
                let Some((line, had_to_be)) = self.taking_back.take() else { return };
                let Some(fate) = self.world.fates.get_mut(&line) else { return };
                match answer {
                    Ok(_) => fate.most = fate.most.saturating_sub(1),
                    Err(Refusal::NotKnown(_)) => {}
                    // It was said to be there still.
                    Err(_) => fate.least += usize::from(had_to_be),
                }
            }
            Notice::FileClosed(Ok(batch)) => {
                let tree = self.disk.tree();
                if !tree.files_in(&batch).iter().any(|(path, _)| *path == batch) {
                    self.fail("the file was said to be closed, and is no batch");
                }
            }
            Notice::FileClosed(Err(refusal))
                if !matches!(refusal, Refusal::NotKnown(_))
                    && batches(&self.disk.tree()) != self.batches =>
            {
                self.fail(&format!("the file was closed, and said not to be: {refusal:?}"));
            }
            Notice::FileChanged => self.earlier.clear(),
            Notice::Earlier(transactions) => {
                self.earlier.extend(transactions.iter().map(dat::encode));
            }
            Notice::EarlierRead(read) => {
                self.edition = read.edition;
                self.asked = std::mem::take(&mut self.earlier);
                self.asked.truncate(usize::try_from(read.asked).unwrap_or(usize::MAX));
            }
            Notice::PerhapsTwice(_) => {
                // Which ones is not known; they are of this account.
                for fate in self.world.fates.values_mut().filter(|fate| fate.from.is_some()) {
                    fate.most = fate.most.max(2);
                }
            }
            Notice::InUse(holder) => self.fail(&format!("in use by {holder:?}")),
            _ => {}
        }
    }

    fn fate_of(&mut self, ticket: Ticket) -> Option<&mut Fate> {
        let line = self.recorded.get(usize::try_from(ticket.0).ok()?)?;
        self.world.fates.get_mut(line)
    }
}

/// How many files are in `uploads/`, but for those on their way to a name.
fn batches(tree: &Tree) -> usize {
    let files = tree.files_in(&Path::new(DATA).join(UPLOADS));
    files.iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "dat")).count()
}

fn tree_bytes<'t>(tree: &'t Tree, path: &Path) -> &'t [u8] {
    tree.files_in(path).first().map_or(&[], |(_, bytes)| bytes)
}

/// Two worlds are the same if the same may follow in both: names by time or chance do not count, nor
/// how they came about.
impl Hash for World {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tree.hash_files(state);
        (&self.fates, &self.uploaded, &self.last, self.is_end, &self.broken).hash(state);
    }
}

/// All sessions of some acts, on some disks.
struct Sessions {
    worlds: Vec<World>,
    /// What a session may do.
    acts: Vec<Vec<Act>>,
    faults: AtomicUsize,
}

impl Model for Sessions {
    type State = World;
    type Action = Session;

    fn init_states(&self) -> Vec<World> {
        self.worlds.clone()
    }

    fn actions(&self, world: &World, actions: &mut Vec<Session>) {
        if world.is_end {
            return;
        }
        for (account, acts) in [0, 1]
            .into_iter()
            .flat_map(|account| self.acts.iter().map(move |acts| (account, acts.clone())))
        {
            for end in ENDS {
                let session = Session { account, acts: acts.clone(), wrong: Vec::new(), end };
                let operations = world.clone().run(&session);
                let wrong = (1..=operations).filter(|_| end.is_none());
                let wrong = wrong.flat_map(|at| FAULTS.map(|fault| vec![(at, fault)]));
                actions.extend(wrong.map(|wrong| Session { wrong, ..session.clone() }));
                actions.push(session);
            }
        }
    }

    fn next_state(&self, world: &World, session: Session) -> Option<World> {
        self.faults.fetch_add(session.wrong.len(), Ordering::Relaxed);
        let mut next = world.clone();
        next.is_end = true;
        next.run(&session);
        next.check();
        Some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![Property::always("every line is where it was said to be", |_, world: &World| {
            world.broken.is_none()
        })]
    }
}

/// A world after these sessions.
fn after(sessions: impl IntoIterator<Item = (u8, Vec<Act>, Option<(usize, Fault)>)>) -> World {
    let mut world = World::default();
    for (account, acts, wrong) in sessions {
        let wrong = wrong.into_iter().collect();
        world.run(&Session { account, acts, wrong, end: None });
    }
    world
}

/// Nothing, a file of an earlier day, and what waits beside a batch and a file.
fn worlds() -> Vec<World> {
    let waiting = after([
        (0, vec![Act::Record, Act::Close, Act::Record], None),
        // What the folder does not take waits; the power is cut before it moves over.
        (0, vec![Act::Record], Some((1, Fault::FolderFails))),
    ]);
    vec![World::default(), after([(1, vec![Act::RecordTwo], None)]), waiting]
}

fn is_long() -> bool {
    std::env::var("OFFCIRC_MODEL").is_ok_and(|form| form == "long")
}

/// Whatever goes wrong at whatever operation of a session that does one thing; in the long form, of
/// one that does any two.
#[test]
fn every_fault_at_every_operation_loses_nothing() {
    let pairs = ACTS.into_iter().flat_map(|first| ACTS.map(|second| vec![first, second]));
    let sessions = Sessions {
        worlds: worlds(),
        acts: if is_long() { pairs.collect() } else { ACTS.map(|act| vec![act]).to_vec() },
        faults: AtomicUsize::new(0),
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let checker = sessions.checker().threads(threads).spawn_bfs().join();
    let faults = checker.model().faults.load(Ordering::Relaxed);
    println!("{faults} faults, {} different ends", checker.unique_state_count());
    if let Some(path) = checker.discoveries().into_values().next() {
        let broken = path.last_state().broken.clone();
        panic!("{}\nafter {:#?}", broken.unwrap_or_default(), path.into_actions());
    }
}

fn a_session() -> impl Strategy<Value = Session> {
    let fault = prop::sample::select(FAULTS.to_vec());
    let wrong = prop::collection::vec((1..250_usize, fault), 0..3);
    let acts = prop::collection::vec(prop::sample::select(ACTS.to_vec()), 1..4);
    let end = prop::sample::select(ENDS.to_vec());
    (0..2_u8, acts, wrong, end).prop_map(|(account, acts, wrong, end)| Session {
        account,
        acts,
        wrong,
        end,
    })
}

/// Rows of sessions, each with what goes wrong in it.
#[test]
fn random_rows_of_sessions_lose_nothing() {
    let cases = if is_long() { 40_000 } else { 1_000 };
    let config = Proptest { cases, failure_persistence: None, ..Proptest::default() };
    // The short form tries the same every time.
    let rng = TestRng::deterministic_rng(config.rng_algorithm);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let rows = prop::collection::vec(a_session(), 1..6);
    let outcome = runner.run(&rows, |sessions| {
        let mut world = World::default();
        for session in &sessions {
            world.run(session);
            world.check();
        }
        prop_assert!(world.broken.is_none(), "{}", world.broken.unwrap_or_default());
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
