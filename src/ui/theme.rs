//! The look: every colour, size and distance of the window, in one place.

use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow,
    Stroke, TextStyle, Vec2,
};

use crate::desk::Mode;

/// Distances are multiples of this, in points.
pub const GRID: f32 = 8.0;
/// Space between the edge of the window and what it shows.
pub const MARGIN: f32 = 2.0 * GRID;
/// The same, as frames take it.
pub const INSIDE: Margin = Margin::same(16);
/// Height of a field.
pub const FIELD_HEIGHT: f32 = 5.0 * GRID;
/// Height of buttons.
pub const BUTTON_HEIGHT: f32 = 4.5 * GRID;
/// Height of a row of the list.
pub const ROW_HEIGHT: f32 = 3.5 * GRID;
/// Height of the band, whatever it says: nothing below it moves.
pub const BAND_HEIGHT: f32 = 13.0 * GRID;
/// How round corners are.
pub const ROUND: u8 = 6;

/// Text of the band's result.
pub const RESULT_SIZE: f32 = 24.0;
/// Text of the fields.
pub const FIELD_SIZE: f32 = 20.0;
/// All other text.
pub const TEXT_SIZE: f32 = 14.0;

/// The colours of a theme.
#[derive(Debug, Clone, Copy)]
pub struct Colors {
    /// Behind everything.
    pub page: Color32,
    /// Behind fields and the list.
    pub paper: Color32,
    /// Text.
    pub ink: Color32,
    /// Text of less weight; still read without effort.
    pub quiet: Color32,
    /// Lines around fields and between rows.
    pub line: Color32,
    /// Outlines that have to be seen: fields, buttons.
    pub outline: Color32,
    /// Loan.
    pub loan: Color32,
    /// Return.
    pub give_back: Color32,
    /// Behind rows that were chosen.
    pub chosen: Color32,
    /// A question or a warning, behind dark text.
    pub question: Color32,
    /// Refused or not saved.
    pub refused: Color32,
    /// Text on the mode's colour or on red.
    pub on_color: Color32,
}

/// The light theme.
pub const LIGHT: Colors = Colors {
    page: Color32::from_rgb(0xF4, 0xF5, 0xF7),
    paper: Color32::WHITE,
    ink: Color32::from_rgb(0x1A, 0x1F, 0x29),
    quiet: Color32::from_rgb(0x51, 0x5B, 0x6B),
    line: Color32::from_rgb(0xE3, 0xE6, 0xEB),
    outline: Color32::from_rgb(0x7A, 0x85, 0x96),
    loan: Color32::from_rgb(0x1B, 0x4F, 0x9C),
    give_back: Color32::from_rgb(0x17, 0x66, 0x3F),
    chosen: Color32::from_rgb(0xDC, 0xE7, 0xF6),
    question: Color32::from_rgb(0xFB, 0xE7, 0xB2),
    refused: Color32::from_rgb(0xB0, 0x1E, 0x2C),
    on_color: Color32::WHITE,
};

impl Colors {
    /// The colour of a mode.
    #[must_use]
    pub fn mode(&self, mode: Mode) -> Color32 {
        match mode {
            Mode::Loan => self.loan,
            Mode::Return => self.give_back,
        }
    }
}

/// The semi-bold face.
#[must_use]
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// Plain text.
#[must_use]
pub fn text_font() -> FontId {
    FontId::proportional(TEXT_SIZE)
}

/// Text of headings and of what counts.
#[must_use]
pub fn strong_font() -> FontId {
    FontId::new(TEXT_SIZE, strong())
}

/// Numbers that are read at arm's length.
#[must_use]
pub fn number_font() -> FontId {
    FontId::new(FIELD_SIZE, strong())
}

/// Barcodes in rows.
#[must_use]
pub fn barcode_font() -> FontId {
    FontId::new(TEXT_SIZE, FontFamily::Monospace)
}

/// Gives the window its fonts and its style.
pub fn apply(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    ctx.set_theme(egui::Theme::Light);
    ctx.all_styles_mut(|style| dress(style, &LIGHT));
    ctx.options_mut(|options| {
        // Ctrl + and - are commands of this program, with their names in its table.
        options.zoom_with_keyboard = false;
        options.reduce_texture_memory = true;
    });
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let faces: [(&str, &'static [u8]); 3] = [
        ("text", include_bytes!("../../assets/fonts/Inter-Regular.otf")),
        ("strong", include_bytes!("../../assets/fonts/Inter-SemiBold.otf")),
        ("mono", include_bytes!("../../assets/fonts/JetBrainsMono-Regular.ttf")),
    ];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.into(), FontData::from_static(bytes).into());
    }
    // Whatever the first face of a family lacks comes from the others.
    for (family, order) in [
        (FontFamily::Proportional, ["text", "mono", "strong"]),
        (FontFamily::Monospace, ["mono", "text", "strong"]),
        (strong(), ["strong", "text", "mono"]),
    ] {
        fonts.families.insert(family, order.map(String::from).to_vec());
    }
    fonts
}

fn dress(style: &mut egui::Style, colors: &Colors) {
    style.text_styles = [
        (TextStyle::Small, FontId::proportional(TEXT_SIZE)),
        (TextStyle::Body, FontId::proportional(TEXT_SIZE)),
        (TextStyle::Button, FontId::new(TEXT_SIZE, strong())),
        (TextStyle::Heading, FontId::new(FIELD_SIZE, strong())),
        (TextStyle::Monospace, FontId::monospace(FIELD_SIZE)),
    ]
    .into();
    // Nothing moves or flickers.
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.spacing.item_spacing = Vec2::splat(GRID);
    style.spacing.button_padding = Vec2::new(2.0 * GRID, GRID);
    style.spacing.interact_size.y = BUTTON_HEIGHT;
    style.spacing.scroll = egui::style::ScrollStyle {
        // The thumb in the text's colour: it has to be seen on paper and on the page.
        foreground_color: true,
        ..egui::style::ScrollStyle::solid()
    };
    style.interaction.selectable_labels = false;

    let visuals = &mut style.visuals;
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(2.0, colors.ink);
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(colors.quiet);
    visuals.panel_fill = colors.page;
    visuals.window_fill = colors.paper;
    visuals.window_stroke = Stroke::new(1.0, colors.outline);
    visuals.window_shadow =
        Shadow { offset: [0, 4], blur: 24, spread: 0, color: Color32::from_black_alpha(60) };
    visuals.extreme_bg_color = colors.paper;
    visuals.text_edit_bg_color = Some(colors.paper);
    visuals.selection.bg_fill = colors.loan.gamma_multiply(0.25);
    visuals.selection.stroke = Stroke::new(2.0, colors.loan);
    visuals.error_fg_color = colors.refused;
    let widgets = &mut visuals.widgets;
    for (widget, fill, outline, width) in [
        (&mut widgets.noninteractive, colors.page, colors.line, 1.0),
        (&mut widgets.inactive, colors.paper, colors.outline, 1.0),
        (&mut widgets.hovered, colors.page, colors.ink, 1.0),
        (&mut widgets.active, colors.line, colors.ink, 2.0),
        (&mut widgets.open, colors.paper, colors.ink, 1.0),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(width, outline);
        widget.fg_stroke = Stroke::new(1.5, colors.ink);
        widget.corner_radius = CornerRadius::same(ROUND);
        widget.expansion = 0.0;
    }
    visuals.window_corner_radius = CornerRadius::same(2 * ROUND);
    style.spacing.window_margin = Margin::same(24);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(color: Color32) -> f32 {
        let [r, g, b, _] = color.to_array().map(|channel| {
            let channel = f32::from(channel) / 255.0;
            if channel <= 0.040_45 {
                channel / 12.92
            } else {
                ((channel + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Every text colour with what stands behind it.
    fn pairs(colors: &Colors) -> [(&'static str, Color32, Color32); 14] {
        [
            ("text on page", colors.ink, colors.page),
            ("text on paper", colors.ink, colors.paper),
            ("quiet text on page", colors.quiet, colors.page),
            ("quiet text on paper", colors.quiet, colors.paper),
            ("text on a chosen row", colors.ink, colors.chosen),
            ("quiet text on a chosen row", colors.quiet, colors.chosen),
            ("return on a chosen row", colors.give_back, colors.chosen),
            ("text on a question", colors.ink, colors.question),
            ("text on loan", colors.on_color, colors.loan),
            ("text on return", colors.on_color, colors.give_back),
            ("text on refused", colors.on_color, colors.refused),
            ("loan on paper", colors.loan, colors.paper),
            ("return on page", colors.give_back, colors.page),
            ("refused on page", colors.refused, colors.page),
        ]
    }

    #[test]
    fn every_text_has_a_contrast_of_four_and_a_half() {
        for (what, text, behind) in pairs(&LIGHT) {
            let (a, b) = (luminance(text), luminance(behind));
            let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
            assert!(contrast >= 4.5, "{what}: {contrast:.2}");
        }
    }
}
