//! The store from outside: what it must survive, on real files.

mod faulty;
mod injection;
mod kill;
mod lock;
mod record;
mod recovery;
mod support;
