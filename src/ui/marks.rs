//! Small drawn signs: shape says the same as colour.

use std::f32::consts::TAU;

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use crate::desk::{Mode, Saving};

/// What a sign stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// An arrow out of the library for loans, into it for returns.
    Mode(Mode),
    /// How far a transaction is.
    Saving(Saving),
    /// It was in the file before.
    Earlier,
    /// It waits for its upload.
    ToUpload,
    /// Something to look at.
    Warning,
    /// Something was refused.
    Refused,
    /// A keyboard: somebody typed it.
    Typed,
    /// What can be set up.
    SetUp,
}

impl Mark {
    /// All is well with it.
    pub const SAVED: Self = Self::Saving(Saving::Saved);

    /// Draws the sign as large as `rect` allows.
    pub fn paint(self, painter: &Painter, rect: Rect, color: Color32) {
        let size = rect.width().min(rect.height());
        let square = Rect::from_center_size(rect.center(), Vec2::splat(size));
        let stroke = Stroke::new((size / 8.0).max(1.5), color);
        let at = |x: f32, y: f32| pos2(square.left() + x * size, square.top() + y * size);
        match self {
            Self::Mode(mode) => arrow(painter, mode, at, stroke),
            Self::Saving(Saving::Saved) => {
                line(painter, [at(0.1, 0.55), at(0.4, 0.85), at(0.9, 0.2)], stroke);
            }
            Self::Saving(Saving::Pending) => {
                for x in [0.15, 0.5, 0.85] {
                    painter.circle_filled(at(x, 0.5), size / 10.0, color);
                }
            }
            Self::Saving(Saving::SetAside) | Self::Warning => {
                let corners = vec![at(0.5, 0.08), at(0.96, 0.9), at(0.04, 0.9)];
                painter.add(Shape::closed_line(corners, Stroke::new(size / 10.0, color)));
                painter
                    .line_segment([at(0.5, 0.38), at(0.5, 0.62)], Stroke::new(size / 9.0, color));
                painter.circle_filled(at(0.5, 0.75), size / 14.0, color);
            }
            Self::Saving(Saving::TakenBack) => {
                let ends = [at(0.9, 0.85), at(0.9, 0.35), at(0.1, 0.35)];
                line(painter, ends, stroke);
                line(painter, [at(0.35, 0.1), at(0.1, 0.35), at(0.35, 0.6)], stroke);
            }
            Self::Saving(Saving::Closed) => {
                let corners = vec![at(0.1, 0.2), at(0.9, 0.2), at(0.9, 0.85), at(0.1, 0.85)];
                painter.add(Shape::closed_line(corners, Stroke::new(size / 10.0, color)));
                painter.line_segment([at(0.1, 0.45), at(0.9, 0.45)], stroke);
            }
            Self::Saving(Saving::NotSaved) | Self::Refused => {
                painter.line_segment([at(0.15, 0.15), at(0.85, 0.85)], stroke);
                painter.line_segment([at(0.85, 0.15), at(0.15, 0.85)], stroke);
            }
            Self::ToUpload => {
                line(painter, [at(0.22, 0.42), at(0.5, 0.12), at(0.78, 0.42)], stroke);
                painter.line_segment([at(0.5, 0.14), at(0.5, 0.66)], stroke);
                painter.line_segment([at(0.1, 0.88), at(0.9, 0.88)], stroke);
            }
            Self::SetUp => {
                // Three sliders.
                for (y, knob) in [(0.2, 0.7), (0.5, 0.3), (0.8, 0.6)] {
                    painter.line_segment([at(0.05, y), at(0.95, y)], stroke);
                    painter.circle_filled(at(knob, y), size / 7.0, color);
                }
            }
            Self::Typed => {
                let corners = vec![at(0.0, 0.2), at(1.0, 0.2), at(1.0, 0.8), at(0.0, 0.8)];
                let thin = Stroke::new(size / 12.0, color);
                painter.add(Shape::closed_line(corners, thin));
                for x in [0.2, 0.4, 0.6, 0.8] {
                    painter.circle_filled(at(x, 0.4), size / 16.0, color);
                }
                painter.line_segment([at(0.28, 0.62), at(0.72, 0.62)], thin);
            }
            Self::Earlier => {
                let ring: Vec<Pos2> = (0..24_u8)
                    .map(|step| {
                        let angle = TAU * f32::from(step) / 24.0;
                        square.center() + 0.4 * size * vec2(angle.cos(), angle.sin())
                    })
                    .collect();
                let thin = Stroke::new(size / 10.0, color);
                painter.add(Shape::closed_line(ring, thin));
                line(painter, [at(0.5, 0.28), at(0.5, 0.52), at(0.66, 0.62)], thin);
            }
        }
    }
}

/// A bracket that stands for the library, and an arrow out of it or into it.
fn arrow(painter: &Painter, mode: Mode, at: impl Fn(f32, f32) -> Pos2, stroke: Stroke) {
    line(painter, [at(0.38, 0.12), at(0.08, 0.12), at(0.08, 0.88)], stroke);
    painter.line_segment([at(0.08, 0.88), at(0.38, 0.88)], stroke);
    painter.line_segment([at(0.32, 0.5), at(0.92, 0.5)], stroke);
    match mode {
        Mode::Loan => line(painter, [at(0.7, 0.28), at(0.94, 0.5), at(0.7, 0.72)], stroke),
        Mode::Return => line(painter, [at(0.54, 0.28), at(0.3, 0.5), at(0.54, 0.72)], stroke),
    }
}

fn line(painter: &Painter, points: [Pos2; 3], stroke: Stroke) {
    painter.add(Shape::line(points.to_vec(), stroke));
}
