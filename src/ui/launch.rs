//! Opens the window on whatever graphics this computer has.
//!
//! Desk computers often have no usable graphics driver, or are used over Remote Desktop. So two
//! renderers are built in, and the window is tried with one after the other: on Windows wgpu on
//! Direct3D 12 (whose software adapter is on every Windows) and then glow (OpenGL); elsewhere the
//! other way round. What worked is remembered and comes first the next time.
//!
//! A renderer can fail in three ways, and each is survived:
//!
//! - it says so, before the application exists: the next one is tried in this process;
//! - it panics, fails once the application exists, or loses its device later: the application is
//!   dropped (so the data folder is closed and free), and the program starts itself again in its
//!   place, told in `FAILED_VAR` what failed;
//! - it takes the process with it, or hangs until somebody ends it: a mark in `MEMORY_FILE` was
//!   left before the attempt, so the next start tries the others first.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::fs;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::process::{self, Command};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use eframe::egui_wgpu::{WgpuSetup, WgpuSetupCreateNew};
use eframe::{AppCreator, CreationContext, NativeOptions, wgpu};
use thiserror::Error;

use super::crash;

/// Forces one renderer: `wgpu` or `glow`.
pub const RENDERER_VAR: &str = "OFFCIRC_RENDERER";
/// What failed before this process was started in place of another: a line each, as
/// [`Failure`] shows it.
const FAILED_VAR: &str = "OFFCIRC_RENDERERS_FAILED";
/// In the user's local data folder: `glow` (it worked) or `trying glow` (nobody knows yet).
const MEMORY_FILE: &str = "renderer.txt";
/// A device that is lost after this long, to a new driver or a remote session, gets another try.
const LONG_ENOUGH: Duration = Duration::from_mins(1);

/// What can draw the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renderer {
    /// Direct3D 12 on Windows, Vulkan on Linux, Metal on macOS.
    Wgpu,
    /// OpenGL.
    Glow,
}

impl Renderer {
    /// All of them, in the order in which to try them where nothing is known.
    #[cfg(any(windows, target_os = "macos"))]
    pub const ALL: [Self; 2] = [Self::Wgpu, Self::Glow];
    /// All of them, in the order in which to try them where nothing is known.
    #[cfg(not(any(windows, target_os = "macos")))]
    pub const ALL: [Self; 2] = [Self::Glow, Self::Wgpu];

    fn from_name(name: &str) -> Option<Self> {
        match name.trim() {
            "wgpu" => Some(Self::Wgpu),
            "glow" => Some(Self::Glow),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Wgpu => "wgpu",
            Self::Glow => "glow",
        }
    }
}

impl fmt::Display for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One renderer that did not work, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Which one.
    pub renderer: Renderer,
    /// What it said.
    pub cause: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One line a failure, whatever the driver had to say.
        let cause = self.cause.split_whitespace().collect::<Vec<_>>().join(" ");
        write!(f, "{}: {cause}", self.renderer)
    }
}

impl Failure {
    fn from_line(line: &str) -> Option<Self> {
        let (name, cause) = line.split_once(": ")?;
        let renderer = Renderer::from_name(name)?;
        Some(Self { renderer, cause: cause.to_owned() })
    }
}

/// Why there is no window.
#[derive(Debug, Error)]
pub enum LaunchError {
    /// [`RENDERER_VAR`] holds something else.
    #[error("{RENDERER_VAR} is \"{0}\"; it can be wgpu or glow")]
    UnknownRenderer(String),
    /// Nothing can draw a window here.
    #[error("no renderer works: {}", causes(.0))]
    NoRenderer(Vec<Failure>),
    /// The window could be drawn, but the application did not start.
    #[error(transparent)]
    App(Box<dyn std::error::Error + Send + Sync>),
    /// The program panicked; [`crash`] has reported it.
    #[error("the program failed; its report has been written")]
    Panicked,
}

impl LaunchError {
    /// What the process exits with.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::UnknownRenderer(_) => 2,
            Self::NoRenderer(_) => 3,
            Self::App(_) => 1,
            Self::Panicked => 101,
        }
    }
}

/// The causes for a person who will ask their IT about it, a line each.
#[must_use]
pub fn causes(failures: &[Failure]) -> String {
    failures.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// What the last start left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Memory {
    Worked(Renderer),
    /// The last start tried this one and came to an end before its second frame.
    Died(Renderer),
}

impl Memory {
    fn parse(text: &str) -> Option<Self> {
        match text.trim().split_once(' ') {
            Some(("trying", name)) => Renderer::from_name(name).map(Self::Died),
            _ => Renderer::from_name(text).map(Self::Worked),
        }
    }

    fn text(self) -> String {
        match self {
            Self::Worked(renderer) => format!("{renderer}\n"),
            Self::Died(renderer) => format!("trying {renderer}\n"),
        }
    }
}

/// The renderers to try, in order.
fn order(
    all: &[Renderer],
    forced: Option<Renderer>,
    memory: Option<Memory>,
    failed: &[Failure],
) -> Vec<Renderer> {
    let mut order = match forced {
        Some(renderer) => vec![renderer],
        None => all.to_vec(),
    };
    // A stable sort: false comes first.
    match memory {
        Some(Memory::Worked(best)) => order.sort_by_key(|renderer| *renderer != best),
        Some(Memory::Died(worst)) => order.sort_by_key(|renderer| *renderer == worst),
        None => {}
    }
    order.retain(|renderer| failed.iter().all(|failure| failure.renderer != *renderer));
    order
}

/// How one attempt ended.
enum Outcome {
    /// The window was open and has been closed.
    Closed,
    /// Refused before the application was made: it can still be tried with another.
    Refused(String),
    /// Failed when the application was already there, or by a panic: nothing in this process can
    /// be used again.
    Broken(String),
    /// Worked, and lost its device later: it can be expected to work in a new process.
    Lost,
    App(Box<dyn std::error::Error + Send + Sync>),
    Panicked,
}

/// Runs the application in a window until it is closed.
///
/// `creator` is called once, when graphics are there. All that has to be closed at the end, the
/// data folder above all, must belong to it or to the application it returns. `local` is the
/// user's local data folder; it must exist. When the graphics break, this starts the program again,
/// waits for it and exits with its code.
///
/// # Errors
///
/// When no renderer works, when [`RENDERER_VAR`] names none, when `creator` fails, and when the
/// application panicked.
pub fn run(
    title: &str,
    local: &Path,
    options: &NativeOptions,
    creator: AppCreator<'static>,
) -> Result<(), LaunchError> {
    let forced = match std::env::var(RENDERER_VAR) {
        Ok(name) if name.trim().is_empty() => None,
        Ok(name) => match Renderer::from_name(&name) {
            Some(renderer) => Some(renderer),
            None => return Err(LaunchError::UnknownRenderer(name)),
        },
        Err(_) => None,
    };
    let mut failed: Vec<Failure> = std::env::var(FAILED_VAR)
        .map(|text| text.lines().filter_map(Failure::from_line).collect())
        .unwrap_or_default();
    for failure in &failed {
        log::warn!("before this start: renderer {failure}");
    }
    let memory_file = local.join(MEMORY_FILE);
    let memory = fs::read_to_string(&memory_file).ok().and_then(|text| Memory::parse(&text));
    // Forcing one is for trying things out: it leaves no trace.
    let remember = move |memory: Memory| {
        if forced.is_none()
            && let Err(err) = fs::write(&memory_file, memory.text())
        {
            log::warn!("{}: {err}", memory_file.display());
        }
    };

    let creator = Rc::new(RefCell::new(Some(creator)));
    for renderer in order(&Renderer::ALL, forced, memory, &failed) {
        log::info!("trying renderer {renderer}");
        if memory != Some(Memory::Worked(renderer)) {
            remember(Memory::Died(renderer));
        }
        let begun = Instant::now();
        let (cause, again) = match attempt(renderer, title, options, &creator, &remember) {
            Outcome::Closed => return Ok(()),
            Outcome::App(err) => return Err(LaunchError::App(err)),
            Outcome::Panicked => return Err(LaunchError::Panicked),
            Outcome::Refused(cause) => (cause, false),
            Outcome::Broken(cause) => (cause, true),
            Outcome::Lost if begun.elapsed() > LONG_ENOUGH => return start_again(&failed),
            Outcome::Lost => ("the graphics device was lost".to_owned(), true),
        };
        let failure = Failure { renderer, cause };
        log::warn!("renderer {failure}");
        failed.push(failure);
        if again {
            // It may hold the data folder, which the next process is about to open.
            drop(creator.take());
            return start_again(&failed);
        }
    }
    // All refused in good order: the next start, perhaps on a better day, knows what this one knew.
    match memory {
        Some(memory) => remember(memory),
        None => drop(fs::remove_file(local.join(MEMORY_FILE))),
    }
    Err(LaunchError::NoRenderer(failed))
}

/// Tries one renderer, and runs the application if it works.
fn attempt(
    renderer: Renderer,
    title: &str,
    options: &NativeOptions,
    creator: &Rc<RefCell<Option<AppCreator<'static>>>>,
    remember: &(impl Fn(Memory) + Clone + Send + Sync + 'static),
) -> Outcome {
    let created = Rc::new(Cell::new(false));
    let proven = Arc::new(AtomicBool::new(false));
    let lost = Arc::new(AtomicBool::new(false));

    let create: AppCreator<'static> = {
        let (creator, created, proven, lost, remember) = (
            Rc::clone(creator),
            Rc::clone(&created),
            Arc::clone(&proven),
            Arc::clone(&lost),
            remember.clone(),
        );
        Box::new(move |cc| {
            created.set(true);
            watch(cc, renderer, &proven, &lost, remember);
            match creator.borrow_mut().take() {
                Some(creator) => creator(cc),
                None => Err("the application was already made".into()),
            }
        })
    };

    let options = tuned(options, renderer);
    let quiet = crash::Quiet::until({
        let (proven, lost) = (Arc::clone(&proven), Arc::clone(&lost));
        move || proven.load(Ordering::Acquire) && !lost.load(Ordering::Acquire)
    });
    // The application is owned by what happens in here, and is dropped on the way out of a panic.
    let result =
        panic::catch_unwind(AssertUnwindSafe(|| eframe::run_native(title, options, create)));
    let excused = quiet.is_quiet();
    drop(quiet);

    match result {
        _ if lost.load(Ordering::Acquire) && proven.load(Ordering::Acquire) => Outcome::Lost,
        Ok(Ok(())) if lost.load(Ordering::Acquire) => {
            Outcome::Broken("the graphics device was lost".to_owned())
        }
        Ok(Ok(())) => Outcome::Closed,
        Ok(Err(eframe::Error::AppCreation(err))) => Outcome::App(err),
        Ok(Err(err)) if created.get() => Outcome::Broken(words(&err)),
        Ok(Err(err)) => Outcome::Refused(words(&err)),
        Err(payload) if excused => Outcome::Broken(crash::words_of(payload.as_ref()).to_owned()),
        Err(_) => Outcome::Panicked,
    }
}

/// What an attempt died of, without the half page of settings that one of the errors brings along.
fn words(err: &eframe::Error) -> String {
    match err {
        eframe::Error::NoGlutinConfigs(_, cause) => format!("no OpenGL here ({cause})"),
        eframe::Error::WinitEventLoop(_) => "no display to open a window on".to_owned(),
        err => err.to_string(),
    }
}

/// Notices the moment from which the renderer is known to work, and the moment its device is lost.
fn watch(
    cc: &CreationContext<'_>,
    renderer: Renderer,
    proven: &Arc<AtomicBool>,
    lost: &Arc<AtomicBool>,
    remember: impl Fn(Memory) + Send + Sync + 'static,
) {
    if let Some(state) = &cc.wgpu_render_state {
        let info = state.adapter.get_info();
        log::info!("wgpu: {} ({:?}, {:?})", info.name, info.backend, info.device_type);
        let (lost, ctx) = (Arc::clone(lost), cc.egui_ctx.clone());
        state.device.set_device_lost_callback(move |reason, message| {
            // Destroyed is what we do ourselves at the end.
            if reason == wgpu::DeviceLostReason::Unknown {
                log::error!("graphics device lost: {message}");
                lost.store(true, Ordering::Release);
                ctx.request_repaint();
            }
        });
    }
    let (proven, lost) = (Arc::clone(proven), Arc::clone(lost));
    cc.egui_ctx.on_begin_pass(
        "launch",
        Arc::new(move |ui| {
            let ctx = ui.ctx();
            // Several passes can make one frame; the second frame begins when the first is on the
            // screen. It is asked for, since an idle window draws only one.
            if ctx.cumulative_frame_nr() == 0 {
                ctx.request_repaint();
            } else if !proven.swap(true, Ordering::AcqRel) {
                log::info!("renderer {renderer} works");
                remember(Memory::Worked(renderer));
            }
            if lost.load(Ordering::Acquire) {
                ctx.send_viewport_cmd(eframe::egui::ViewportCommand::Close);
            }
        }),
    );
}

/// The options with what each renderer needs to start on as many computers as possible.
fn tuned(options: &NativeOptions, renderer: Renderer) -> NativeOptions {
    let mut options = options.clone();
    // Come back with an error instead of exiting the process.
    options.run_and_return = true;
    options.renderer = match renderer {
        Renderer::Wgpu => eframe::Renderer::Wgpu,
        Renderer::Glow => eframe::Renderer::Glow,
    };
    let mut setup = WgpuSetupCreateNew::without_display_handle();
    // Only what is built in; never OpenGL, which is glow's.
    setup.instance_descriptor.backends =
        wgpu::Backends::DX12 | wgpu::Backends::METAL | wgpu::Backends::VULKAN;
    // Text and rectangles: don't wake a graphics card for them.
    setup.power_preference = wgpu::PowerPreference::LowPower;
    // Checks of indirect calls, which egui makes none of, cost a compiled shader at every start.
    setup.instance_descriptor.flags = wgpu::InstanceFlags::empty();
    // Ask for no more than the oldest hardware has.
    setup.device_descriptor = Arc::new(|adapter| wgpu::DeviceDescriptor {
        label: Some("offcirc"),
        required_limits: wgpu::Limits::downlevel_webgl2_defaults()
            .using_resolution(adapter.limits()),
        ..Default::default()
    });
    options.wgpu_options.wgpu_setup = WgpuSetup::CreateNew(setup);
    options
}

/// This program with the arguments with which it was started.
fn this_program() -> io::Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(std::env::args_os().skip(1));
    Ok(command)
}

/// Starts the program once more; this one ends.
///
/// # Errors
///
/// The system does not start it.
pub fn start_anew() -> io::Result<()> {
    this_program()?.spawn().map(drop)
}

/// Starts the program again in place of this one.
fn start_again(failed: &[Failure]) -> Result<(), LaunchError> {
    let give_up = || LaunchError::NoRenderer(failed.to_vec());
    let mut command = this_program().map_err(|_| give_up())?;
    command.env(FAILED_VAR, causes(failed));
    log::info!("starting again");
    // exec would be neater on Unix, but threads of a graphics driver may still hold files open.
    let status = command.status().map_err(|_| give_up())?;
    process::exit(status.code().unwrap_or(1));
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOWS: [Renderer; 2] = [Renderer::Wgpu, Renderer::Glow];

    fn failure(renderer: Renderer) -> Failure {
        Failure { renderer, cause: "no driver".to_owned() }
    }

    #[test]
    fn without_knowledge_the_platform_decides() {
        assert_eq!(order(&WINDOWS, None, None, &[]), WINDOWS);
        let linux = [Renderer::Glow, Renderer::Wgpu];
        assert_eq!(order(&linux, None, None, &[]), linux);
    }

    #[test]
    fn what_worked_comes_first_and_the_others_stay() {
        let memory = Some(Memory::Worked(Renderer::Glow));
        assert_eq!(order(&WINDOWS, None, memory, &[]), [Renderer::Glow, Renderer::Wgpu]);
    }

    #[test]
    fn what_took_the_process_with_it_comes_last() {
        let memory = Some(Memory::Died(Renderer::Wgpu));
        assert_eq!(order(&WINDOWS, None, memory, &[]), [Renderer::Glow, Renderer::Wgpu]);
    }

    #[test]
    fn forced_means_no_other() {
        let memory = Some(Memory::Worked(Renderer::Glow));
        assert_eq!(order(&WINDOWS, Some(Renderer::Wgpu), memory, &[]), [Renderer::Wgpu]);
        let failed = [failure(Renderer::Wgpu)];
        assert!(order(&WINDOWS, Some(Renderer::Wgpu), None, &failed).is_empty());
    }

    #[test]
    fn what_failed_is_not_tried_again() {
        let failed = [failure(Renderer::Wgpu)];
        assert_eq!(order(&WINDOWS, None, None, &failed), [Renderer::Glow]);
        let both = [failure(Renderer::Wgpu), failure(Renderer::Glow)];
        assert!(order(&WINDOWS, None, None, &both).is_empty());
    }

    #[test]
    fn memory_survives_its_file() {
        for memory in [Memory::Worked(Renderer::Glow), Memory::Died(Renderer::Wgpu)] {
            assert_eq!(Memory::parse(&memory.text()), Some(memory));
        }
        for nonsense in ["", "opengl", "trying", "trying harder", "\0\0"] {
            assert_eq!(Memory::parse(nonsense), None);
        }
    }

    #[test]
    fn failures_survive_the_environment() {
        let failure =
            Failure { renderer: Renderer::Wgpu, cause: "no\r\n  adapter: none".to_owned() };
        let back = Failure::from_line(&failure.to_string()).expect("a line");
        assert_eq!(back.cause, "no adapter: none");
        assert_eq!(Failure::from_line("something else"), None);
    }
}
