//! Nothing that is shown is cut off, and no text stands on another: measured on what is drawn, for
//! every page, in every language, in the smallest window and a larger one, also with large text.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by them")]

#[path = "pages/support.rs"]
mod support;

use eframe::egui::epaint::{ClippedShape, Shape};
use eframe::egui::{Key, Pos2, Rect};
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
                for row in &text.galley.rows {
                    // Not the row's own: that has room for what stands in front of it.
                    let Some((first, last)) = row.glyphs.first().zip(row.glyphs.last()) else {
                        continue;
                    };
                    let (left, right) = (first.pos.x, last.max_x());
                    let mut whole = row.rect().translate(text.pos.to_vec2());
                    let start = text.pos.x + row.pos.x;
                    whole.set_left(start + left);
                    whole.set_right(start + right);
                    let rect = whole.intersect(clip);
                    if !rect.is_positive() || row.text().trim().is_empty() {
                        continue;
                    }
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

/// Windows in points. The smallest one is 480 x 560, the usual one 720 x 760, and between them is
/// the smallest in which things stand side by side. In narrower ones, which large text makes, all
/// stands in one column that scrolls: they are as high as the column, so that all of it is seen.
/// 160 points are the smallest window with text of 300 %.
const SIZES: [[f32; 2]; 6] = [
    [160.0, 12_000.0],
    [240.0, 12_000.0],
    [360.0, 12_000.0],
    [480.0, 420.0],
    [480.0, 560.0],
    [720.0, 760.0],
];

const PAGES: [Key; 7] = [Key::F1, Key::F5, Key::F6, Key::F7, Key::F8, Key::F9, Key::F12];

#[test]
fn every_page_fits_in_every_language() {
    let mut found = Vec::new();
    for language in Texts::languages() {
        for size in SIZES {
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
    if window.harness.ctx.content_rect().width() < 480.0 {
        // In a column the band is as high as it has to be.
        return faults(window, what);
    }
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

/// In the smallest window, with text of 300 %: what the band says stays in sight whatever gets the
/// focus, and what the keyboard reaches comes into sight.
#[test]
fn in_a_column_what_counts_comes_into_sight() {
    let size = [160.0, 187.0];
    let mut window = Window::open_sized(full_folder(), "en", size);
    for (scan, said) in [("20001234567893", "Borrower"), ("30001234567891", "Lent")] {
        window.scan(scan);
        window.wait_for(said);
        let top = seen(&window).into_iter().find(|one| one.text.starts_with(said));
        let top = top.expect("it is in sight").rect;
        assert!(top.top() > 0.0 && top.bottom() < size[1] / 2.0, "{said}: {top}");
    }
    let room = Rect::from_min_size(Pos2::ZERO, size.into());
    for page in [None].into_iter().chain(PAGES.map(Some)) {
        if let Some(page) = page {
            window.press(page);
            for _ in 0..20 {
                window.harness.step();
            }
        }
        for _ in 0..12 {
            window.press(Key::Tab);
            let Some((name, place)) = window.focused_place() else { continue };
            let seen = place.intersect(room);
            assert!(
                seen.height() >= place.height().min(0.5 * room.height()),
                "{page:?}, {name}: {place}"
            );
        }
    }
}

#[test]
fn the_band_says_what_it_has_to_by_the_rules() {
    let mut found = Vec::new();
    for language in Texts::languages() {
        for size in SIZES {
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
        for size in SIZES {
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
