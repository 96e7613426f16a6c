//! Nothing that is shown is cut off, and no text stands on another: measured on what is drawn, for
//! every page, in every language, in the smallest window and a larger one.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by them")]

#[path = "pages/support.rs"]
mod support;

use eframe::egui::epaint::{ClippedShape, Shape};
use eframe::egui::{Key, Rect};
use offcirc::text::Texts;
use support::{Window, full_folder};

/// A text, and the part of it that is in sight.
struct Seen {
    text: String,
    rect: Rect,
    is_cut: bool,
}

fn seen(window: &Window) -> Vec<Seen> {
    fn visit(shape: &Shape, clip: Rect, seen: &mut Vec<Seen>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| visit(shape, clip, seen)),
            Shape::Text(text) => {
                let whole = text.galley.rect.translate(text.pos.to_vec2());
                let rect = whole.intersect(clip);
                if rect.is_positive() && !text.galley.text().trim().is_empty() {
                    // Half a point is a matter of rounding. What is below the edge is scrolled to.
                    let beside =
                        whole.left() < clip.left() - 0.5 || whole.right() > clip.right() + 0.5;
                    seen.push(Seen {
                        text: text.galley.text().to_owned(),
                        rect,
                        is_cut: text.galley.elided || beside,
                    });
                }
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &window.harness.output().shapes {
        visit(shape, *clip_rect, &mut all);
    }
    all
}

/// What may be cut: paths and names of files, which the mouse shows as a whole, and the count in
/// the status line.
fn may_be_cut(text: &str) -> bool {
    ["/", "\\", "OffCirc.dat", ".dat", "OffCirc"].iter().any(|part| text.contains(part))
}

/// What is wrong with what is shown.
fn faults(window: &Window, what: &str) -> Vec<String> {
    let all = seen(window);
    assert!(all.len() > 3, "{what}: nothing is shown");
    let cut = all.iter().filter(|one| one.is_cut && !may_be_cut(&one.text));
    let mut faults: Vec<_> = cut.map(|one| format!("{what}: cut off: {}", one.text)).collect();
    for (one, number) in all.iter().zip(1..) {
        for other in all.iter().skip(number) {
            let both = one.rect.intersect(other.rect);
            if both.is_positive() && both.width() > 1.0 && both.height() > 3.0 {
                faults.push(format!("{what}: {:?} stands on {:?}", one.text, other.text));
            }
        }
    }
    faults
}

const PAGES: [Key; 7] = [Key::F1, Key::F5, Key::F6, Key::F7, Key::F8, Key::F9, Key::F12];

#[test]
fn every_page_fits_in_every_language() {
    let mut found = Vec::new();
    for language in Texts::languages() {
        for size in [[480.0, 560.0], [720.0, 760.0]] {
            let mut window = Window::open_sized(full_folder(), language, size);
            found.extend(faults(&window, &format!("{language} {size:?} desk")));
            for page in PAGES {
                window.press(page);
                // What is read beside the window is there.
                for _ in 0..20 {
                    window.harness.step();
                }
                found.extend(faults(&window, &format!("{language} {size:?} {page:?}")));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

const RULES: &str = "[borrower]\nlengths = 14\npattern = '2.*'\ncheck_digit = 'luhn'\n\
    [item]\nlengths = 14\npattern = '3.*'\ncheck_digit = 'luhn'\n";
/// The band's height in points.
const BAND: f32 = 104.0;

/// What the band says is in the band as a whole.
fn faults_of_band(window: &Window, what: &str) -> Vec<String> {
    let of_band = seen(window).into_iter().filter(|one| one.rect.top() < BAND);
    let mut faults = faults(window, what);
    faults.extend(
        of_band.filter(|one| one.rect.bottom() > BAND - 4.0).map(|one| {
            format!("{what}: too long for the band, {}: {}", one.rect.bottom(), one.text)
        }),
    );
    faults
}

/// With the Tab key alone every control of a page is reached, and from the last one the way leads
/// on.
#[test]
fn the_keyboard_reaches_everything() {
    for language in Texts::languages() {
        for page in PAGES {
            let mut window = Window::open(full_folder(), language);
            window.press(page);
            for _ in 0..20 {
                window.harness.step();
            }
            let wanted = window.enabled_controls();
            let mut reached = Vec::new();
            // What has come into sight only now is reached as well.
            for _ in 0..wanted.len() + 10 {
                reached.extend(window.focused());
                window.press(Key::Tab);
            }
            for control in &wanted {
                assert!(reached.contains(control), "{language}, {page:?}: {control}\n{reached:#?}");
            }
        }
    }
}

#[test]
fn the_band_says_what_it_has_to_by_the_rules() {
    let mut found = Vec::new();
    for language in Texts::languages() {
        for size in [[480.0, 560.0], [720.0, 760.0]] {
            for scans in [
                &["30001234567891"][..],
                &["30001234567891", "30009876543211"],
                &["20001234567899"],
                &["3000123"],
                &["20001234567893", "30001234567892"],
                &["20001234567893", "30001234567891", "20009876543213"],
                &["20001234567893", "30001234567891", "20009876543213", "30001234567891"],
                &["OFFCIRC  RETURN", "20001234567893"],
                &["&&&&"],
                &["OFFCIRC  UNDO"],
            ] {
                let mut window = Window::with_settings_sized(RULES, "", language, size);
                for scan in scans {
                    window.scan(scan);
                }
                found.extend(faults_of_band(&window, &format!("{language} {size:?} {scans:?}")));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_desk_fits_whatever_it_says() {
    let mut found = Vec::new();
    for language in Texts::languages() {
        for size in [[480.0, 560.0], [720.0, 760.0]] {
            let what = |said: &str| format!("{language} {size:?} {said}");
            let mut window = Window::open_sized(tempfile::tempdir().unwrap(), language, size);
            found.extend(faults_of_band(&window, &what("empty")));
            window.scan("20001234567893");
            found.extend(faults_of_band(&window, &what("borrower")));
            window.scan("30001234567891");
            found.extend(faults_of_band(&window, &what("lent")));
            window.scan("30001234567891");
            found.extend(faults_of_band(&window, &what("twice")));
            window.scan("20001234567893");
            found.extend(faults_of_band(&window, &what("same as borrower")));
            window.press(Key::F4);
            found.extend(faults_of_band(&window, &what("next borrower")));
            window.press(Key::F3);
            window.scan("30001234567891");
            found.extend(faults_of_band(&window, &what("returned")));
            window.scan("é");
            found.extend(faults_of_band(&window, &what("refused")));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
