//! The file: pages and fonts as PDF.

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Chunk, Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::face::{Face, Font, Fonts, compress};

/// The size of A4, in points.
pub(super) const WIDTH: f32 = 595.276;
pub(super) const HEIGHT: f32 = 841.89;

/// Glyphs are called by their number in the font.
const IDENTITY: SystemInfo<'_> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Writes pages with the fonts that they use.
pub(super) fn write(title: &str, fonts: &Fonts, pages: Vec<Content>) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let mut next = Ref::new(1);
    let (catalog, tree, info) = (next.bump(), next.bump(), next.bump());

    let mut written = pdf.catalog(catalog);
    written.pages(tree);
    // Bars keep their width when nothing is scaled.
    let mut preferences = written.viewer_preferences();
    preferences.display_doc_title(true).pair(Name(b"PrintScaling"), Name(b"None"));
    preferences.finish();
    written.finish();
    let title: String = title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    pdf.document_info(info).title(TextStr(&title)).producer(TextStr("OffCirc"));

    let used = Face::ALL.map(|face| fonts.get(face)).into_iter().filter(|f| !f.used.is_empty());
    let used: Vec<(&Font, Ref)> = used.map(|font| (font, next.bump())).collect();
    for (font, id) in &used {
        write_font(&mut pdf, font, *id, &mut next);
    }

    let pages: Vec<(Content, Ref)> = pages.into_iter().map(|page| (page, next.bump())).collect();
    let mut all = pdf.pages(tree);
    all.count(i32::try_from(pages.len()).unwrap_or(i32::MAX));
    all.kids(pages.iter().map(|(_, id)| *id));
    all.media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT));
    let mut resources = all.resources();
    let mut names = resources.fonts();
    for (font, id) in &used {
        names.pair(font.face.resource(), *id);
    }
    names.finish();
    resources.finish();
    all.finish();
    for (content, id) in pages {
        let drawn = next.bump();
        pdf.page(id).parent(tree).contents(drawn);
        let bytes = compress(&content.finish().into_vec());
        pdf.stream(drawn, &bytes).filter(Filter::FlateDecode);
    }
    pdf.finish()
}

/// Writes a whole font, with the widths and meanings of the glyphs that are used.
fn write_font(pdf: &mut Chunk, font: &Font, id: Ref, next: &mut Ref) {
    let (cid, descriptor, file) = (next.bump(), next.bump(), next.bump());
    let meanings = next.bump();
    let face = font.face;
    let name = Name(face.name().as_bytes());
    // A font whose glyphs have PostScript outlines is named together with its encoding.
    let composite = format!("{}-Identity-H", face.name());
    let base = if face.is_cff() { Name(composite.as_bytes()) } else { name };

    let mut written = pdf.type0_font(id);
    written.base_font(base).encoding_predefined(Name(b"Identity-H"));
    written.descendant_font(cid).to_unicode(meanings);
    written.finish();

    let mut written = pdf.cid_font(cid);
    written.base_font(name).system_info(IDENTITY).font_descriptor(descriptor).default_width(0.0);
    if face.is_cff() {
        written.subtype(CidFontType::Type0);
    } else {
        written.subtype(CidFontType::Type2).cid_to_gid_map_predefined(Name(b"Identity"));
    }
    let mut widths = written.widths();
    for &glyph in font.used.keys() {
        widths.same(glyph, glyph, font.advance(glyph));
    }
    widths.finish();
    written.finish();

    write_descriptor(pdf, font, descriptor, file);
    let mut written = pdf.stream(file, face.compressed());
    written.filter(Filter::FlateDecode);
    if face.is_cff() {
        written.pair(Name(b"Subtype"), Name(b"OpenType"));
    } else {
        let length = i32::try_from(face.bytes().len()).unwrap_or(i32::MAX);
        written.pair(Name(b"Length1"), length);
    }
    written.finish();

    let mut map = UnicodeCmap::new(Name(b"OffCirc"), IDENTITY);
    for (&glyph, &meaning) in &font.used {
        map.pair(glyph, meaning);
    }
    let bytes = compress(&map.finish().into_vec());
    pdf.stream(meanings, &bytes).filter(Filter::FlateDecode);
}

fn write_descriptor(pdf: &mut Chunk, font: &Font, id: Ref, file: Ref) {
    let metrics = &font.metrics;
    let fixed = if metrics.is_monospace { FontFlags::FIXED_PITCH } else { FontFlags::empty() };
    let bounds = metrics.bounds.unwrap_or_default();
    let mut written = pdf.font_descriptor(id);
    written.name(Name(font.face.name().as_bytes())).flags(FontFlags::SYMBOLIC | fixed);
    written.bbox(Rect::new(bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max));
    written.italic_angle(0.0).ascent(metrics.ascent).descent(metrics.descent);
    written.cap_height(metrics.cap_height.unwrap_or(metrics.ascent));
    written.stem_v(if font.face == Face::Strong { 120.0 } else { 80.0 });
    if font.face.is_cff() {
        written.font_file3(file);
    } else {
        written.font_file2(file);
    }
}
