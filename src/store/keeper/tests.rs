use std::fs;
use std::io;
use std::path::PathBuf;

use tempfile::TempDir;

use super::*;
use crate::store::RealDisk;
use crate::store::place::RunningPlace;
use crate::store::trouble::Operation;

/// A keeper whose folder answers what a test lets it answer.
struct Desk {
    folder: TempDir,
    keeper: Keeper,
    seconds: u64,
}

fn record(number: u64) -> Vec<u8> {
    format!("202611231405R{number:<80}\r\n").into_bytes()
}

fn displaced(records: Vec<u8>) -> Displaced {
    Displaced { place: Place::start(), records, others: Vec::new(), is_exchanged: false }
}

fn records(numbers: &[u64]) -> Vec<u8> {
    numbers.iter().flat_map(|number| record(*number)).collect()
}

fn place(numbers: &[u64]) -> Place {
    let mut running = RunningPlace::default();
    running.add(&records(numbers));
    running.place()
}

fn failure() -> PathError {
    let (path, source) = (PathBuf::from("data"), io::Error::other("test"));
    PathError { path, operation: Operation::Write, source }
}

impl Desk {
    fn new(prepare: impl FnOnce(&Path), give_up: GiveUp) -> Self {
        let folder = tempfile::tempdir().unwrap();
        prepare(folder.path());
        let config = Config {
            data_folder: folder.path().join("data"),
            spool_root: Some(folder.path().join("spool")),
            give_up,
        };
        let Ok((keeper, _)) = Keeper::start(config, Arc::new(RealDisk)) else {
            panic!("nobody else has it")
        };
        Self { folder, keeper, seconds: 0 }
    }

    fn handle(&mut self, input: Input) {
        self.keeper.handle(Some(input), Duration::from_secs(self.seconds));
    }

    fn append(&mut self, number: u64) {
        self.handle(Input::Append(Ticket(number), record(number)));
    }

    /// Time passes, and nothing else.
    fn wait(&mut self, seconds: u64) {
        self.seconds += seconds;
        self.keeper.handle(None, Duration::from_secs(self.seconds));
    }

    /// The folder is open and ends at this place.
    fn open(&mut self, end: Place, stands: Vec<bool>, told: Vec<Notice>) {
        let content = Content::Same;
        let opened = Opened { end, content, stands, perhaps_elsewhere: false, told, known: None };
        self.handle(Input::Reply(Reply::Opened(Ok(opened))));
    }

    fn fail_to_append(&mut self) {
        let why = WhyNot::Failed(Trouble::from(&failure()));
        let not = NotAppended { why, is_tried: false, displaced: None };
        self.handle(Input::Reply(Reply::Appended(Err(not))));
    }

    /// What was asked of the folder since, and what was told.
    fn outcome(&mut self) -> (Vec<Request>, Vec<Notice>) {
        let (mut asked, mut told) = (Vec::new(), Vec::new());
        for output in self.keeper.take_output() {
            match output {
                Output::Ask(request) => asked.push(request),
                Output::Tell(notice) => told.push(notice),
                Output::ReadEarlier(_) => {}
            }
        }
        (asked, told)
    }

    /// The records that the folder was asked to append last.
    fn appending(&mut self) -> Vec<u8> {
        let (mut asked, _) = self.outcome();
        match asked.pop() {
            Some(Request::Append(records)) => records,
            other => panic!("{other:?}"),
        }
    }

    /// What the spool's file holds, with its name.
    fn spool(&self) -> (String, Vec<u8>) {
        let root = self.folder.path().join("spool");
        let own = fs::read_dir(root).unwrap().next().unwrap().unwrap().path();
        let files = fs::read_dir(own).unwrap().map(|entry| entry.unwrap().path());
        let mut files = files.filter(|path| path.extension().is_some_and(|end| end == "dat"));
        let Some(file) = files.next() else { return Default::default() };
        (file.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(file).unwrap())
    }
}

/// Opened while the folder works, what waits there would be taken for what the folder confirms.
#[test]
fn a_spool_that_can_be_opened_again_is_not_while_the_folder_works() {
    let spool = |root: &Path| root.join("spool");
    let mut desk = Desk::new(|root| fs::write(spool(root), "in the way").unwrap(), GiveUp::Never);
    let (_, told) = desk.outcome();
    assert!(matches!(told[..], [Notice::SpoolFailed(_)]), "{told:?}");
    desk.open(Place::start(), Vec::new(), Vec::new());
    desk.append(7);
    assert_eq!(desk.appending(), record(7));
    // What an earlier session left is there again.
    let root = spool(desk.folder.path());
    fs::remove_file(&root).unwrap();
    drop(Spool::open(&RealDisk, &root, &desk.folder.path().join("data")).unwrap());
    let own = fs::read_dir(&root).unwrap().next().unwrap().unwrap().path();
    fs::write(own.join("waiting-000001.dat"), records(&[1, 2])).unwrap();
    desk.wait(1);
    assert!(desk.outcome().1.is_empty());
    desk.handle(Input::Reply(Reply::Appended(Ok(place(&[7])))));
    let (asked, told) = desk.outcome();
    assert_eq!(told, [Notice::Saved(Ticket(7))], "it is what the folder confirmed");
    let [Request::Append(then)] = &asked[..] else { panic!("{asked:?}") };
    assert_eq!(*then, records(&[1, 2]), "now those that wait");
    desk.handle(Input::Reply(Reply::Appended(Ok(place(&[7, 1, 2])))));
    assert_eq!(desk.outcome().1, [Notice::MovedOver(2)]);
    assert_eq!(desk.spool().1, b"");
}

#[test]
fn what_is_not_confirmed_in_time_is_in_the_spool_and_counts_once() {
    let mut desk = Desk::new(|_| {}, GiveUp::Never);
    desk.open(Place::start(), Vec::new(), Vec::new());
    desk.append(1);
    desk.append(2);
    assert_eq!(desk.appending(), record(1));
    assert_eq!(desk.keeper.wakes_at(), Some(CONFIRMED_WITHIN));
    desk.wait(2);
    let (_, told) = desk.outcome();
    assert!(matches!(told[..], [Notice::SetAside(Ticket(1), _), Notice::SetAside(Ticket(2), _)]));
    let (name, held) = desk.spool();
    assert_eq!(name, format!("trying-000001-{}.dat", Place::start()));
    assert_eq!(held, records(&[1, 2]));
    desk.handle(Input::Reply(Reply::Appended(Ok(place(&[1])))));
    let (asked, told) = desk.outcome();
    assert_eq!(told, [Notice::Saved(Ticket(1))]);
    assert!(matches!(&asked[..], [Request::Append(records)] if *records == record(2)));
    assert_eq!(desk.spool(), (format!("trying-000002-{}.dat", place(&[1])), record(2)));
    desk.handle(Input::Reply(Reply::Appended(Ok(place(&[1, 2])))));
    assert_eq!(desk.outcome().1, [Notice::Saved(Ticket(2))]);
    assert_eq!(desk.spool().1, b"");
}

/// What was confirmed and is written over by somebody else must not be in memory alone.
#[test]
fn what_was_displaced_is_on_a_disk_until_it_is_confirmed_again() {
    let mut desk = Desk::new(|_| {}, GiveUp::Never);
    desk.open(Place::start(), Vec::new(), Vec::new());
    desk.append(1);
    desk.handle(Input::Reply(Reply::Appended(Ok(place(&[1])))));
    desk.append(2);
    desk.outcome();
    let displaced = Some(Box::new(displaced(record(1))));
    let not = NotAppended { why: WhyNot::Changed, is_tried: true, displaced };
    desk.handle(Input::Reply(Reply::Appended(Err(not))));
    let (name, held) = desk.spool();
    assert!(name.starts_with("trying-"), "{name}");
    assert_eq!(held, records(&[1, 2]));
    // The first is not there, the second is.
    desk.open(place(&[2]), vec![false, true], Vec::new());
    let (asked, told) = desk.outcome();
    assert!(told.contains(&Notice::Saved(Ticket(2))), "{told:?}");
    assert!(matches!(&asked[..], [.., Request::Append(records)] if *records == record(1)));
    desk.handle(Input::Reply(Reply::Appended(Ok(place(&[2, 1])))));
    assert_eq!(desk.outcome().1, [], "it was told as saved before");
}

/// A share that told an old length may still have something on its way that belongs elsewhere.
#[test]
fn what_was_confirmed_last_is_looked_after_until_nobody_else_writes() {
    let mut desk = Desk::new(|_| {}, GiveUp::Never);
    desk.open(Place::start(), Vec::new(), Vec::new());
    desk.append(1);
    desk.handle(Input::Reply(Reply::Appended(Ok(place(&[1])))));
    desk.outcome();
    let looked = |desk: &mut Desk| matches!(desk.outcome().0[..], [Request::LookBack]);
    let seen = || Input::Reply(Reply::Appended(Ok(place(&[1]))));
    // Alone: one look.
    desk.handle(Input::Close);
    assert!(looked(&mut desk) && !desk.keeper.is_done());
    let displaced = Some(Box::new(displaced(record(1))));
    let not = NotAppended { why: WhyNot::Changed, is_tried: true, displaced };
    desk.handle(Input::Reply(Reply::Appended(Err(not))));
    desk.open(place(&[9]), vec![false], Vec::new());
    assert!(
        matches!(&desk.outcome().0[..], [.., Request::Append(records)] if *records == record(1))
    );
    desk.handle(Input::Reply(Reply::Appended(Ok(place(&[9, 1])))));
    for _ in 0..2 {
        assert!(looked(&mut desk) && !desk.keeper.is_done());
        desk.handle(seen());
        assert!(desk.keeper.wakes_at().is_some() && !desk.keeper.is_done());
        desk.wait(1);
    }
    assert!(looked(&mut desk));
    desk.handle(seen());
    assert!(desk.keeper.is_done());
}

#[test]
fn that_nothing_is_saved_is_told_once_of_each() {
    let in_the_way = |root: &Path| fs::write(root.join("spool"), "x").unwrap();
    let mut desk = Desk::new(in_the_way, GiveUp::Never);
    desk.open(Place::start(), Vec::new(), Vec::new());
    desk.append(1);
    desk.outcome();
    desk.fail_to_append();
    let not_saved = |desk: &mut Desk| {
        let (_, told) = desk.outcome();
        let tickets = told.into_iter().filter_map(|notice| match notice {
            Notice::NotSaved(ticket, _) => Some(ticket.0),
            _ => None,
        });
        tickets.collect::<Vec<_>>()
    };
    assert_eq!(not_saved(&mut desk), [1]);
    desk.append(2);
    assert_eq!(not_saved(&mut desk), [2]);
    desk.wait(1);
    assert_eq!(not_saved(&mut desk), [0; 0]);
}

/// After the step that counts there are three answers; the third waits.
#[test]
fn an_order_of_which_nobody_knows_is_answered_when_somebody_does() {
    let answered = Notice::Uploaded(Ok(PathBuf::from("batch")));
    let trouble = Trouble::from(&failure());
    let not_known = Notice::Uploaded(Err(Refusal::NotKnown(trouble.clone())));
    for opens_again in [true, false] {
        let mut desk = Desk::new(|_| {}, GiveUp::AtOnce);
        desk.open(Place::start(), Vec::new(), Vec::new());
        desk.handle(Input::Order(Order::Uploaded("batch".into())));
        desk.handle(Input::Close);
        desk.outcome();
        let owed = Some(not_known.clone());
        let carried = Carried { told: Vec::new(), owed, end: Err(WhyNot::Failed(trouble.clone())) };
        desk.handle(Input::Reply(Reply::Carried(carried)));
        assert!(!desk.keeper.is_done(), "an answer is owed");
        let (asked, _) = desk.outcome();
        assert!(matches!(asked[..], [Request::Open(_)]), "{asked:?}");
        if opens_again {
            desk.open(Place::start(), Vec::new(), vec![answered.clone()]);
            assert!(desk.outcome().1.contains(&answered));
        } else {
            let failed = Reply::Opened(Err(LockError::Failed(failure())));
            desk.handle(Input::Reply(failed));
            assert!(desk.outcome().1.contains(&not_known));
        }
        assert!(desk.keeper.is_done());
    }
}

#[test]
fn a_folder_that_hangs_keeps_the_end_waiting_only_until_all_is_aside() {
    let mut desk = Desk::new(|_| {}, GiveUp::Never);
    desk.open(Place::start(), Vec::new(), Vec::new());
    desk.append(1);
    desk.handle(Input::Close);
    desk.wait(9);
    assert!(!desk.keeper.is_done(), "it may still answer");
    desk.wait(1);
    assert!(desk.keeper.is_done());
    assert_eq!(desk.spool().1, record(1));
}

#[test]
fn the_end_of_the_session_puts_aside_what_is_queued_at_once() {
    let mut desk = Desk::new(|_| {}, GiveUp::Never);
    desk.open(Place::start(), Vec::new(), Vec::new());
    (1..=20).for_each(|number| desk.append(number));
    let (answer, answers) = std::sync::mpsc::channel();
    desk.handle(Input::PutAside(answer));
    assert_eq!(answers.try_recv(), Ok(true));
    assert_eq!(desk.spool().1, records(&(1..=20).collect::<Vec<_>>()));
}

/// Whoever gave an order wants to know what became of it, however long that takes.
#[test]
fn an_order_that_is_under_way_is_waited_for() {
    let mut desk = Desk::new(|_| {}, GiveUp::AtOnce);
    desk.open(Place::start(), Vec::new(), Vec::new());
    desk.handle(Input::Order(Order::Uploaded("batch".into())));
    desk.handle(Input::Close);
    desk.wait(60);
    assert!(!desk.keeper.is_done());
    let answer = Notice::Uploaded(Ok(PathBuf::from("batch")));
    let told = vec![answer.clone()];
    let carried = Carried { told, owed: None, end: Ok(Place::start()) };
    desk.handle(Input::Reply(Reply::Carried(carried)));
    assert!(desk.outcome().1.contains(&answer));
    assert!(desk.keeper.is_done());
}
