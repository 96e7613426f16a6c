//! Windows announces the end of the session to windows, and that of a console to its programs.

use std::future::poll_fn;
use std::io;
use std::task::Poll;
use std::thread;

use tokio::runtime;
use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close};
use winsafe::{co, gui, prelude::*};

use super::come_and_exit;

/// What Windows itself says of a program that Ctrl+C has ended (`STATUS_CONTROL_C_EXIT`).
const ENDED_BY_CONSOLE: i32 = 0xC000_013A_u32.cast_signed();

pub(super) fn watch() -> io::Result<()> {
    thread::Builder::new().name("offcirc-session".into()).spawn(watch_session)?;
    watch_console()
}

/// Waits for the end of the session in a window that is never shown. Windows tells it only to
/// windows, also for a program of the command line that uses any; and it waits for the answer.
fn watch_session() {
    let window = gui::WindowMain::new(gui::WindowMainOpts {
        class_name: "OffCirc.Session",
        // What a shortcut says of the first window that is shown is not for a pop-up.
        style: co::WS::POPUP,
        ex_style: co::WS_EX::TOOLWINDOW,
        ..gui::WindowMainOpts::default()
    });
    window.on().wm_end_session(|message| {
        if message.is_session_being_ended {
            come_and_exit(0);
        }
        Ok(())
    });
    if let Err(error) = window.run_main(Some(co::SW::HIDE)) {
        log::warn!("the end of the session is not watched: {error}");
    }
}

/// Waits for Ctrl+C, Ctrl+Break and the end of the console. Windows ends the process as soon as
/// it is told that the last is taken note of; it is not told.
fn watch_console() -> io::Result<()> {
    let runtime = runtime::Builder::new_current_thread().build()?;
    let (mut c, mut pause, mut close) = {
        let _inside = runtime.enter();
        (ctrl_c()?, ctrl_break()?, ctrl_close()?)
    };
    thread::Builder::new().name("offcirc-console".into()).spawn(move || {
        runtime.block_on(poll_fn(|context| {
            let is_over = c.poll_recv(context).is_ready()
                || pause.poll_recv(context).is_ready()
                || close.poll_recv(context).is_ready();
            if is_over { Poll::Ready(()) } else { Poll::Pending }
        }));
        come_and_exit(ENDED_BY_CONSOLE);
    })?;
    Ok(())
}
