//! Colours by role. The page's style sheet has the same colours under the names in [`TOKENS`]; a test
//! compares them.

use plotters::style::RGBColor;

use crate::charts::Tone;
use crate::util::within;

/// The typefaces: those of the reader's system.
pub const FONT: &str = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/// The opacity of bars that are not the chosen one.
pub const STEPPED_BACK: f64 = 0.75;

/// The colours, one for each role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The background.
    pub paper: RGBColor,
    /// Primary text, and the highlighted point.
    pub ink: RGBColor,
    /// Secondary text, and the line at zero.
    pub muted: RGBColor,
    /// Grid lines.
    pub grid: RGBColor,
    /// The subject of the chart; of two flows, exports.
    pub main: RGBColor,
    /// What is computed from it: a mean, a trend, a level, a median.
    pub mean: RGBColor,
    /// The second series; of two flows, imports.
    pub second: RGBColor,
    /// The third series.
    pub third: RGBColor,
    /// A decrease, where increases are drawn too.
    pub fall: RGBColor,
    /// The year before, or another named line.
    pub near: RGBColor,
    /// Other lines for context.
    pub context: RGBColor,
    /// Events.
    pub event: RGBColor,
    /// The fill of a range.
    pub band: RGBColor,
    /// The edges of a range, and the outlines of a heat map's cells.
    pub edge: RGBColor,
    /// The lowest value of a heat map.
    pub pale: RGBColor,
    /// The highest value of a heat map.
    pub deep: RGBColor,
}

/// The names of a palette's colours in the style sheet, in the order of [`Palette::colours`].
pub const TOKENS: [&str; 16] = [
    "--paper",
    "--ink",
    "--muted",
    "--grid",
    "--main",
    "--mean",
    "--second",
    "--third",
    "--fall",
    "--near",
    "--context",
    "--event",
    "--band",
    "--edge",
    "--pale",
    "--deep",
];

const fn rgb(hex: u32) -> RGBColor {
    RGBColor((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

impl Palette {
    /// Dark on white.
    pub const LIGHT: Self = Self {
        paper: rgb(0xff_ff_ff),
        ink: rgb(0x1b_22_2d),
        muted: rgb(0x59_63_6f),
        grid: rgb(0xe2_e6_eb),
        main: rgb(0x08_4a_84),
        mean: rgb(0xb2_5e_00),
        second: rgb(0x0a_82_61),
        third: rgb(0x7a_4f_a3),
        fall: rgb(0xb5_30_6f),
        near: rgb(0x5c_68_77),
        context: rgb(0x7d_87_93),
        event: rgb(0x72_7c_88),
        band: rgb(0xe9_f0_f8),
        edge: rgb(0x6b_89_a7),
        pale: rgb(0xe4_ed_f6),
        deep: rgb(0x08_40_7a),
    };

    /// Light on near-black.
    pub const DARK: Self = Self {
        paper: rgb(0x13_17_1d),
        ink: rgb(0xe9_ec_f1),
        muted: rgb(0xa6_b0_bd),
        grid: rgb(0x2d_35_40),
        main: rgb(0x8c_c6_ff),
        mean: rgb(0xd9_89_2f),
        second: rgb(0x3f_ae_88),
        third: rgb(0xc3_a3_f0),
        fall: rgb(0xdd_6f_a3),
        near: rgb(0x92_9d_ab),
        context: rgb(0x6f_7a_88),
        event: rgb(0x85_90_a0),
        band: rgb(0x1d_2c_3e),
        edge: rgb(0x5f_7f_9f),
        pale: rgb(0x1e_2a_38),
        deep: rgb(0x9f_d2_ff),
    };

    /// Placeholders, one for each token: a drawing made with them has them replaced by the style sheet's
    /// names, and so follows the page's theme.
    pub const STAND_INS: Self = Self {
        paper: rgb(0xfe_dc_01),
        ink: rgb(0xfe_dc_02),
        muted: rgb(0xfe_dc_03),
        grid: rgb(0xfe_dc_04),
        main: rgb(0xfe_dc_05),
        mean: rgb(0xfe_dc_06),
        second: rgb(0xfe_dc_07),
        fall: rgb(0xfe_dc_08),
        near: rgb(0xfe_dc_09),
        context: rgb(0xfe_dc_0a),
        event: rgb(0xfe_dc_0b),
        band: rgb(0xfe_dc_0c),
        edge: rgb(0xfe_dc_0d),
        pale: rgb(0xfe_dc_0e),
        deep: rgb(0xfe_dc_0f),
        third: rgb(0xfe_dc_10),
    };

    /// The colours in the order of [`TOKENS`].
    pub const fn colours(&self) -> [RGBColor; 16] {
        [
            self.paper,
            self.ink,
            self.muted,
            self.grid,
            self.main,
            self.mean,
            self.second,
            self.third,
            self.fall,
            self.near,
            self.context,
            self.event,
            self.band,
            self.edge,
            self.pale,
            self.deep,
        ]
    }

    /// The colour of a role.
    pub const fn tone(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::Main | Tone::Export | Tone::Rise => self.main,
            Tone::Mean => self.mean,
            Tone::Import => self.second,
            Tone::Fall => self.fall,
            Tone::Near => self.near,
            Tone::Context => self.context,
            // Never that of a mean, which is computed of a line; the last is a decrease's, of which
            // charts of lines draw none.
            Tone::Line(place) => match place % 6 {
                0 => self.main,
                1 => self.second,
                2 => self.third,
                3 => self.near,
                4 => self.ink,
                _ => self.fall,
            },
        }
    }

    /// The colour of a line's name: the line's, darkened if needed to be readable.
    pub const fn label(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::Context => self.muted,
            tone => self.tone(tone),
        }
    }

    /// The shade between pale (0) and deep (1), and the colour of text on it.
    pub fn shade(&self, share: f64) -> (RGBColor, RGBColor) {
        let share = if share.is_finite() { within(share, 0.0, 1.0) } else { 0.0 };
        let mix = |from: u8, to: u8| {
            (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8
        };
        let fill = RGBColor(
            mix(self.pale.0, self.deep.0),
            mix(self.pale.1, self.deep.1),
            mix(self.pale.2, self.deep.2),
        );
        // Midway neither ink nor paper stands out enough; one of black and white always does.
        let light = |part: u8| f64::from(part) * f64::from(part) / 65025.0;
        let luminance = 0.21 * light(fill.0) + 0.72 * light(fill.1) + 0.07 * light(fill.2);
        (fill, if luminance < 0.21 { RGBColor(255, 255, 255) } else { RGBColor(0, 0, 0) })
    }
}

/// `#RRGGBB` in capitals, as plotters writes it.
pub fn hex(colour: RGBColor) -> String {
    format!("#{:02X}{:02X}{:02X}", colour.0, colour.1, colour.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio).
    fn contrast(one: RGBColor, other: RGBColor) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(RGBColor(red, green, blue): RGBColor) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// Marks need 3 to 1 (WCAG 2.2, 1.4.11), words 4.5 to 1 (1.4.3).
    const MARK: f64 = 3.0;
    const WORD: f64 = 4.5;
    /// How far the lightness of two lines on one chart lies apart, for a print in grey.
    const GREY: f64 = 1.5;

    const TONES: [Tone; 11] = [
        Tone::Line(1),
        Tone::Line(2),
        Tone::Line(4),
        Tone::Main,
        Tone::Mean,
        Tone::Near,
        Tone::Context,
        Tone::Export,
        Tone::Import,
        Tone::Rise,
        Tone::Fall,
    ];

    #[track_caller]
    fn apart(one: RGBColor, other: RGBColor, least: f64) {
        let found = contrast(one, other);
        assert!(found >= least, "{} on {}: {found:.2}, not {least}", hex(one), hex(other));
    }

    #[test]
    fn words_stand_out_from_what_they_are_written_on() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for word in [palette.ink, palette.muted] {
                apart(word, palette.paper, WORD);
                apart(word, palette.band, WORD);
                apart(word, palette.pale, WORD);
            }
            for tone in TONES {
                apart(palette.label(tone), palette.paper, WORD);
            }
            // Rises and falls are written on the chosen row, too.
            for tone in [Tone::Rise, Tone::Fall] {
                apart(palette.label(tone), palette.pale, WORD);
            }
            for step in 0..=20 {
                let (fill, words) = palette.shade(f64::from(step) / 20.0);
                apart(words, fill, WORD);
            }
        }
    }

    #[test]
    fn every_mark_stands_out_from_paper_and_from_ranges() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for tone in TONES {
                apart(palette.tone(tone), palette.paper, MARK);
                apart(palette.tone(tone), palette.band, MARK);
            }
            // Fillings are too pale to be seen by all: their outlines must be.
            for outline in [palette.edge, palette.event, palette.ink, palette.muted] {
                apart(outline, palette.paper, MARK);
            }
            apart(palette.edge, palette.band, MARK);
            apart(palette.edge, palette.pale, MARK);
            let stepped_back = faded(palette.main, palette.paper);
            apart(stepped_back, palette.paper, MARK);
            apart(faded(palette.fall, palette.paper), palette.paper, MARK);
        }
    }

    /// A bar that is not the chosen one.
    fn faded(bar: RGBColor, paper: RGBColor) -> RGBColor {
        let mix = |bar: u8, paper: u8| {
            (f64::from(bar) * STEPPED_BACK + f64::from(paper) * (1.0 - STEPPED_BACK)).round() as u8
        };
        RGBColor(mix(bar.0, paper.0), mix(bar.1, paper.1), mix(bar.2, paper.2))
    }

    /// One meaning for a colour: a line of trade never looks like a mean, two lines never like each other,
    /// and exports and imports are everywhere the first and the second.
    #[test]
    fn a_colour_has_one_meaning() {
        for palette in [Palette::LIGHT, Palette::DARK, Palette::STAND_INS] {
            let lines: [RGBColor; 6] =
                [0, 1, 2, 3, 4, 5].map(|place| palette.tone(Tone::Line(place)));
            for (place, line) in lines.iter().enumerate() {
                assert_ne!(*line, palette.tone(Tone::Mean), "line {place}");
                assert!(!lines.iter().skip(place + 1).any(|other| other == line), "line {place}");
            }
            assert_eq!(lines.first(), Some(&palette.tone(Tone::Export)));
            assert_eq!(lines.get(1), Some(&palette.tone(Tone::Import)));
        }
    }

    #[test]
    fn lines_on_one_chart_differ_in_a_print_in_grey() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for tone in [Tone::Mean, Tone::Import, Tone::Fall, Tone::Near, Tone::Context] {
                apart(palette.main, palette.tone(tone), GREY);
            }
            apart(palette.near, palette.context, GREY);
        }
    }
}
