//! The look: every colour, size and distance of the window, in one place.

use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Key, Margin,
    Shadow, Stroke, TextStyle, Ui, Vec2,
};

use crate::desk::Mode;
use crate::settings::ThemeChoice;

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

/// In a window of fewer points than this, with large text or on a small screen, nothing stands
/// beside anything else, and all of it scrolls.
const USUAL: Vec2 = Vec2::new(480.0, 420.0);

/// Text of the band's result.
pub const RESULT_SIZE: f32 = 24.0;
/// Text of the fields.
pub const FIELD_SIZE: f32 = 20.0;
/// All other text.
pub const TEXT_SIZE: f32 = 14.0;

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colors {
    /// Light text on dark.
    pub is_dark: bool,
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
    /// Behind rows that were chosen, and controls that have the focus.
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
    is_dark: false,
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

/// The dark theme.
pub const DARK: Colors = Colors {
    is_dark: true,
    page: Color32::from_rgb(0x14, 0x18, 0x1F),
    paper: Color32::from_rgb(0x1D, 0x23, 0x2C),
    ink: Color32::from_rgb(0xE8, 0xEB, 0xF0),
    quiet: Color32::from_rgb(0xA9, 0xB3, 0xC1),
    line: Color32::from_rgb(0x31, 0x39, 0x45),
    outline: Color32::from_rgb(0x7E, 0x8A, 0x9C),
    loan: Color32::from_rgb(0x8A, 0xB8, 0xF5),
    give_back: Color32::from_rgb(0x7F, 0xD1, 0xA4),
    chosen: Color32::from_rgb(0x26, 0x36, 0x4E),
    question: Color32::from_rgb(0x5A, 0x44, 0x0C),
    refused: Color32::from_rgb(0xFF, 0x9C, 0x9C),
    on_color: Color32::from_rgb(0x0E, 0x14, 0x1C),
};

/// The theme of the strongest contrast.
pub const HIGH_CONTRAST: Colors = Colors {
    is_dark: true,
    page: Color32::BLACK,
    paper: Color32::BLACK,
    ink: Color32::WHITE,
    quiet: Color32::WHITE,
    line: Color32::from_rgb(0xB0, 0xB0, 0xB0),
    outline: Color32::WHITE,
    loan: Color32::from_rgb(0x7F, 0xD4, 0xFF),
    give_back: Color32::from_rgb(0x86, 0xFF, 0xA4),
    chosen: Color32::from_rgb(0x00, 0x2F, 0x6E),
    question: Color32::from_rgb(0x4A, 0x38, 0x00),
    refused: Color32::from_rgb(0xFF, 0xA8, 0xA8),
    on_color: Color32::BLACK,
};

impl Colors {
    /// The colours of a choice; `system` is what the system has, if that is known.
    #[must_use]
    pub fn of(choice: ThemeChoice, system: Option<egui::Theme>) -> Self {
        match choice {
            ThemeChoice::System if system == Some(egui::Theme::Dark) => DARK,
            ThemeChoice::System | ThemeChoice::Light => LIGHT,
            ThemeChoice::Dark => DARK,
            ThemeChoice::HighContrast => HIGH_CONTRAST,
        }
    }

    /// Behind the block that tells the mode: darker than the rest of the band, a place of its own;
    /// where the band is light, lighter.
    #[must_use]
    pub fn mode_block(&self, mode: Mode) -> Color32 {
        let shade = if self.is_dark {
            Color32::from_white_alpha(56)
        } else {
            Color32::from_black_alpha(56)
        };
        self.mode(mode).blend(shade)
    }

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

/// Whether the window has no room for things side by side.
#[must_use]
pub fn is_small(ctx: &egui::Context) -> bool {
    let room = ctx.content_rect().size();
    room.x < USUAL.x || room.y < USUAL.y
}

/// The space between the edge of the window or of a card and what it shows.
#[must_use]
pub fn inside(ctx: &egui::Context) -> Margin {
    if is_small(ctx) { Margin::same(8) } else { INSIDE }
}

/// From here on words break into lines wherever they stand, on buttons too.
pub fn in_column(ui: &mut Ui) {
    let style = ui.style_mut();
    style.wrap_mode = Some(egui::TextWrapMode::Wrap);
    style.spacing.button_padding.x = GRID;
}

/// Things in a row; one below the other where there is no room for that.
pub fn row<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    if is_small(ui.ctx()) {
        ui.vertical(content).inner
    } else {
        ui.horizontal_wrapped(content).inner
    }
}

/// What a person has just reached by the keyboard is scrolled to, with a margin. What the program
/// gives the focus to stays where it is: words above it are to be read first.
pub fn focus_into_sight(ui: &Ui) {
    const WAYS: [Key; 5] =
        [Key::Tab, Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];
    let (id, pass) = (egui::Id::unique("a key led on"), ui.ctx().cumulative_pass_nr());
    if ui.input(|input| WAYS.into_iter().any(|key| input.key_pressed(key))) {
        ui.data_mut(|data| data.insert_temp(id, pass));
    }
    // From the last control the way to the first one takes one pass more.
    let led_on = ui.data(|data| data.get_temp::<u64>(id)).is_some_and(|at| pass - at <= 1);
    if !led_on {
        return;
    }
    let focused = ui.memory(egui::Memory::focused);
    let reached = focused.and_then(|id| ui.ctx().read_response(id));
    if let Some(reached) = reached.filter(egui::Response::gained_focus) {
        ui.scroll_to_rect(reached.rect.expand(3.0 * GRID), None);
    }
}

/// Gives the window its fonts and its style.
pub fn start(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    apply(ctx, &LIGHT);
    ctx.options_mut(|options| {
        // Ctrl + and - are commands of this program, with their names in its table.
        options.zoom_with_keyboard = false;
        options.reduce_texture_memory = true;
    });
}

/// From now on the window has these colours.
pub fn apply(ctx: &egui::Context, colors: &Colors) {
    ctx.set_theme(if colors.is_dark { egui::Theme::Dark } else { egui::Theme::Light });
    ctx.all_styles_mut(|style| dress(style, colors));
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
        (&mut widgets.active, colors.chosen, colors.ink, 2.0),
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
    fn pairs(colors: &Colors) -> [(&'static str, Color32, Color32); 18] {
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
            ("refused on paper", colors.refused, colors.paper),
            ("loan on a chosen row", colors.loan, colors.chosen),
            ("text on the block of loans", colors.on_color, colors.mode_block(Mode::Loan)),
            ("text on the block of returns", colors.on_color, colors.mode_block(Mode::Return)),
        ]
    }

    fn contrast(one: Color32, other: Color32) -> f32 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_has_a_contrast_of_four_and_a_half() {
        for (theme, colors, least) in
            [("light", LIGHT, 4.5), ("dark", DARK, 4.5), ("high contrast", HIGH_CONTRAST, 7.0)]
        {
            for (what, text, behind) in pairs(&colors) {
                let contrast = contrast(text, behind);
                assert!(contrast >= least, "{theme}, {what}: {contrast:.2}");
            }
        }
    }

    /// What egui draws by itself: a control at rest, under the mouse, with the focus; text that is
    /// selected.
    #[test]
    fn controls_have_that_contrast_in_every_state() {
        for (colors, least) in [(LIGHT, 4.5), (DARK, 4.5), (HIGH_CONTRAST, 7.0)] {
            let mut style = egui::Style::default();
            dress(&mut style, &colors);
            let egui::style::Widgets { noninteractive, inactive, hovered, active, open } =
                style.visuals.widgets;
            for state in [noninteractive, inactive, hovered, active, open] {
                for behind in [state.bg_fill, state.weak_bg_fill] {
                    let contrast = contrast(state.fg_stroke.color, behind);
                    assert!(contrast >= least, "{state:?}: {contrast:.2}");
                }
            }
            let selected = colors.paper.blend(style.visuals.selection.bg_fill);
            assert!(contrast(colors.ink, selected) >= 4.5, "{colors:?}");
        }
    }

    /// Lines that have to be seen: WCAG 2 asks for 3 to 1.
    #[test]
    fn outlines_are_seen() {
        for colors in [LIGHT, DARK, HIGH_CONTRAST] {
            for behind in [colors.page, colors.paper] {
                assert!(contrast(colors.outline, behind) >= 3.0);
            }
        }
    }
}
