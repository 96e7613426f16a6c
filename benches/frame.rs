//! What one frame of the window costs with 100,000 rows in its list, against ten: layout, drawing
//! and tessellation, what a screen reader is told included. The painting itself, on the graphics
//! card, is not: it sees the same triangles.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops where it can't measure"
)]

mod support;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use criterion::Criterion;
use eframe::egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use offcirc::desk::{ClockReading, Event as DeskEvent, Field, Mode};
use offcirc::scan::{By, Scan};
use offcirc::store::{Config, DAT, GiveUp, RealDisk};
use offcirc::text::Texts;
use offcirc::transaction::Ticket;
use offcirc::ui::{App, Model};
use support::Turns;

const FEW: u64 = 10;
const MANY: u64 = 100_000;

/// A model on a folder whose `OffCirc.dat` holds so many transactions, all of them read.
fn with_earlier(folder: &Path, count: u64) -> Model {
    let data_folder = folder.join(format!("earlier-{count}"));
    fs::create_dir_all(&data_folder).expect("a folder");
    fs::write(data_folder.join(DAT), support::file(count)).expect("room for a file");
    let config = Config { data_folder, spool_root: None, give_up: GiveUp::Never };
    let mut model = Model::new(config, Arc::new(RealDisk), || ());
    while model.desk.session().rows() as u64 != count {
        std::thread::sleep(Duration::from_millis(1));
        model.refresh();
    }
    model
}

/// A model of a session of so many transactions, all but the last of them saved.
fn with_session(folder: &Path, count: u64) -> Model {
    let data_folder = folder.join(format!("session-{count}"));
    let config = Config { data_folder, spool_root: None, give_up: GiveUp::Never };
    let mut model = Model::new(config, Arc::new(RealDisk), || ());
    let now = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|date| date.and_hms_opt(8, 0, 0));
    let local = now.expect("there was such a day");
    let now = ClockReading { local, utc: local, steady: Duration::ZERO };
    let _ = model.desk.handle(DeskEvent::Choose(Mode::Return));
    for number in 1..=count {
        let text = format!("3{number:013}");
        let _ = model.desk.handle(DeskEvent::Entered {
            field: Field::Item,
            scan: Scan::of_text(&text, By::Hand),
            now,
        });
        if number < count {
            let _ = model.desk.handle(DeskEvent::Saved(Ticket(number)));
        }
    }
    model
}

fn window(model: Model) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(vec2(720.0, 760.0))
        .build_eframe(|context| App::new(&context.egui_ctx, model, Texts::new("en")));
    harness.event(Event::PointerMoved(pos2(360.0, 600.0)));
    for _ in 0..20 {
        harness.step();
    }
    let rows = harness.query_all_by_label_contains("30000000").count();
    assert!(rows > 5, "{rows} rows are in sight");
    harness
}

fn frame(window: &mut Harness<'_, App>) -> Duration {
    let start = Instant::now();
    window.step();
    let output = window.output();
    black_box(window.ctx.tessellate(output.shapes.clone(), output.pixels_per_point));
    start.elapsed()
}

/// A frame in which the wheel turns over the list.
fn scrolled_frame(window: &mut Harness<'_, App>) -> Duration {
    window.event(Event::MouseWheel {
        source: MouseWheelSource::Wheel,
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, -3.0),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    frame(window)
}

fn compare(
    criterion: &mut Criterion,
    name: &str,
    [few, many]: [Model; 2],
    frame: fn(&mut Harness<'_, App>) -> Duration,
) {
    let (mut few, mut many) = (window(few), window(many));
    let mut turns = Turns::default();
    criterion.bench_function(&format!("frame/{name}"), |bencher| {
        bencher.iter_custom(|rounds| {
            (0..rounds)
                .map(|_| {
                    turns.add("few", frame(&mut few));
                    turns.add("many", frame(&mut many))
                })
                .sum()
        });
    });
    if let (Some(few), Some(many)) = (turns.median("few"), turns.median("many")) {
        let (few, many) = (few.as_secs_f64() * 1e3, many.as_secs_f64() * 1e3);
        println!(
            "{name}: {FEW} rows {few:.2} ms, {MANY} rows {many:.2} ms, difference {:.2} ms",
            many - few
        );
    }
}

fn main() {
    let mut criterion = support::criterion();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let folder = folder.path();
    compare(&mut criterion, "earlier", [FEW, MANY].map(|n| with_earlier(folder, n)), frame);
    compare(&mut criterion, "session", [FEW, MANY].map(|n| with_session(folder, n)), frame);
    let scrolling = [FEW, MANY].map(|n| with_earlier(folder, n));
    compare(&mut criterion, "scrolling", scrolling, scrolled_frame);
}
