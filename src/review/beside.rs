//! Two threads for one work: one makes what the other takes, or each does its part.

use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;
use std::thread;

use super::progress::Stopped;

/// How much is made at most before it is taken.
const WAITING: usize = 8;

/// Runs `make` on a thread of its own and gives what it hands over to `take`, on this thread.
///
/// When `take` fails, `make` is told [`Stopped`] at the next thing it hands over.
pub(super) fn make_and_take<T: Send, E: From<Stopped>>(
    make: impl Fn(&mut dyn FnMut(T) -> Result<(), Stopped>) -> Result<(), Stopped> + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let (sender, receiver) = sync_channel(WAITING);
    let make = &make;
    thread::scope(|scope| {
        let maker = thread::Builder::new()
            .spawn_scoped(scope, move || make(&mut |made| sender.send(made).map_err(|_| Stopped)));
        if let Ok(maker) = maker {
            let taken = receiver.into_iter().try_for_each(take);
            let end = maker.join().unwrap_or_else(|panic| resume_unwind(panic));
            return taken.and(end.map_err(E::from));
        }
        // The system has no thread left: it only takes longer.
        let mut taken = Ok(());
        let end = make(&mut |made| {
            taken = take(made);
            if taken.is_ok() { Ok(()) } else { Err(Stopped) }
        });
        taken.and(end.map_err(E::from))
    })
}

/// Does both, the one on a thread of its own.
pub(super) fn both<A: Send, B>(one: impl Fn() -> A + Sync, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| match thread::Builder::new().spawn_scoped(scope, &one) {
        Ok(thread) => {
            let other = other();
            (thread.join().unwrap_or_else(|panic| resume_unwind(panic)), other)
        }
        // The system has no thread left: it only takes longer.
        Err(_) => (one(), other()),
    })
}
