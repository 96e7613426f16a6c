//! The store's threads: one keeps what waits and answers at once, one works in the data folder for
//! as long as its disk takes, one reads what was there before.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use super::Config;
use super::disk::Disk;
use super::folder::{Folder, Request};
use super::keeper::{Earlier, Input, Keeper, Output};
use super::names::DAT;
use super::notice::Notice;
use super::read_back;
use super::trouble::Trouble;

pub(super) type Notify = Arc<dyn Fn(Notice) + Send + Sync>;

/// Runs until the store is closed or dropped. `inputs` is the other end of `incoming`.
pub(super) fn run(
    config: Config,
    disk: Arc<dyn Disk>,
    inputs: Sender<Input>,
    incoming: &Receiver<Input>,
    notify: &Notify,
) {
    let started = Instant::now();
    match Keeper::start(config.clone(), disk.clone()) {
        Ok((mut keeper, waiting)) => {
            let path = config.data_folder.clone();
            let folder = Folder::new(disk.clone(), path, config.spool_root.clone(), waiting.known);
            match work_in(folder, inputs) {
                Ok((requests, working)) => {
                    let shell = Shell { config, disk, requests, notify: notify.clone() };
                    shell.serve(&mut keeper, incoming, started);
                    drop(shell);
                    if !keeper.is_waiting_for_folder() {
                        // The folder is given back before the store is said to be closed.
                        let _ = working.join();
                    }
                }
                Err(error) => {
                    notify(Notice::Failed(Trouble::no_thread(&config.data_folder, &error)));
                }
            }
        }
        Err(holder) => notify(Notice::InUse(holder)),
    }
    notify(Notice::Closed);
}

/// Starts the thread that works in the data folder.
fn work_in(
    mut folder: Folder,
    inputs: Sender<Input>,
) -> std::io::Result<(Sender<Request>, JoinHandle<()>)> {
    let (requests, incoming) = mpsc::channel();
    let working = thread::Builder::new().name("offcirc-folder".into()).spawn(move || {
        for request in &incoming {
            if inputs.send(Input::Reply(folder.perform(request))).is_err() {
                return;
            }
        }
    })?;
    Ok((requests, working))
}

/// How much of what came meanwhile is handled before anything is told.
const MOST_TOGETHER: usize = 4096;

struct Shell {
    config: Config,
    disk: Arc<dyn Disk>,
    requests: Sender<Request>,
    notify: Notify,
}

impl Shell {
    fn serve(&self, keeper: &mut Keeper, incoming: &Receiver<Input>, started: Instant) {
        loop {
            for output in keeper.take_output() {
                match output {
                    Output::Tell(notice) => (self.notify)(notice),
                    // The thread ends after this one.
                    Output::Ask(request) => drop(self.requests.send(request)),
                    Output::ReadEarlier(earlier) => self.read_earlier(earlier),
                }
            }
            if keeper.is_done() {
                return;
            }
            let first = match keeper.wakes_at() {
                Some(at) => {
                    let wait = at.saturating_sub(started.elapsed());
                    match incoming.recv_timeout(wait) {
                        Ok(input) => Some(input),
                        Err(RecvTimeoutError::Timeout) => None,
                        Err(RecvTimeoutError::Disconnected) => Some(Input::Close),
                    }
                }
                None => Some(incoming.recv().unwrap_or(Input::Close)),
            };
            // What came meanwhile is done together with it: one sync for all of it.
            let more = incoming.try_iter().take(MOST_TOGETHER);
            keeper.handle(first.into_iter().chain(more), started.elapsed());
        }
    }

    /// Reads beside the work what the file held before this session.
    fn read_earlier(&self, earlier: Earlier) {
        let (disk, notify) = (self.disk.clone(), self.notify.clone());
        let path = self.config.data_folder.join(DAT);
        let trouble = Trouble::not_open(&path);
        let reading = thread::Builder::new().name("offcirc-earlier".into());
        let spawned = reading.spawn(move || {
            read_back::tell_earlier(&*disk, &path, earlier, &*notify);
        });
        if let Err(error) = spawned {
            let detail = error.to_string();
            (self.notify)(Notice::EarlierUnread(Trouble { detail, ..trouble }));
        }
    }
}
