//! Colours by the part they play. The page's style sheet holds the same ones under the names in
//! [`TOKENS`]; a test compares the two.

use plotters::style::RGBColor;

use crate::charts::Tone;

/// The typefaces: the reader's own.
pub const FONT: &str = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/// One colour for each part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub paper: RGBColor,
    /// Words that must be read.
    pub ink: RGBColor,
    /// Words beside the point.
    pub muted: RGBColor,
    /// Grid lines.
    pub grid: RGBColor,
    /// What the chart is about; exports; an increase.
    pub main: RGBColor,
    /// What is held against it; imports; a decrease.
    pub counter: RGBColor,
    /// The year before.
    pub near: RGBColor,
    /// Other years.
    pub context: RGBColor,
    /// The usual range.
    pub band: RGBColor,
    /// The least value of a heat map.
    pub pale: RGBColor,
    /// The greatest.
    pub deep: RGBColor,
}

/// The names of a palette's colours in the style sheet, in the order of [`Palette::colours`].
pub const TOKENS: [&str; 11] = [
    "--paper",
    "--ink",
    "--muted",
    "--grid",
    "--main",
    "--counter",
    "--near",
    "--context",
    "--band",
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
        muted: rgb(0x59_63_70),
        grid: rgb(0xe2_e6_eb),
        main: rgb(0x0a_5c_9e),
        counter: rgb(0xa6_4c_00),
        near: rgb(0x4b_56_66),
        context: rgb(0x8a_94_a1),
        band: rgb(0xd6_e4_f1),
        pale: rgb(0xe9_f0_f7),
        deep: rgb(0x08_48_7e),
    };

    /// Light on near-black.
    pub const DARK: Self = Self {
        paper: rgb(0x13_17_1d),
        ink: rgb(0xe9_ec_f1),
        muted: rgb(0xa6_b0_bd),
        grid: rgb(0x2d_35_40),
        main: rgb(0x6d_b7_ff),
        counter: rgb(0xf2_a1_4d),
        near: rgb(0xc2_ca_d5),
        context: rgb(0x72_7d_8c),
        band: rgb(0x22_39_50),
        pale: rgb(0x1e_2a_38),
        deep: rgb(0x8f_ca_ff),
    };

    /// Stand-ins that are no one's colours, one for each token: a drawing made with them can have
    /// them replaced by the style sheet's names, and then follows the page from light to dark.
    pub const STAND_INS: Self = Self {
        paper: rgb(0xfe_dc_01),
        ink: rgb(0xfe_dc_02),
        muted: rgb(0xfe_dc_03),
        grid: rgb(0xfe_dc_04),
        main: rgb(0xfe_dc_05),
        counter: rgb(0xfe_dc_06),
        near: rgb(0xfe_dc_07),
        context: rgb(0xfe_dc_08),
        band: rgb(0xfe_dc_09),
        pale: rgb(0xfe_dc_0a),
        deep: rgb(0xfe_dc_0b),
    };

    /// The colours in the order of [`TOKENS`].
    pub const fn colours(&self) -> [RGBColor; 11] {
        [
            self.paper,
            self.ink,
            self.muted,
            self.grid,
            self.main,
            self.counter,
            self.near,
            self.context,
            self.band,
            self.pale,
            self.deep,
        ]
    }

    /// The colour of a part.
    pub const fn tone(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::Main | Tone::Export | Tone::Rise => self.main,
            Tone::Mean | Tone::Import | Tone::Fall => self.counter,
            Tone::Near => self.near,
            Tone::Context => self.context,
        }
    }

    /// The colour of a line's name: that of the line, but never too faint to read.
    pub const fn label(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::Context => self.muted,
            tone => self.tone(tone),
        }
    }

    /// Between pale (0) and deep (1), and the colour of words upon it.
    pub fn shade(&self, share: f64) -> (RGBColor, RGBColor) {
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
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
        (fill, if luminance < 0.2 { RGBColor(255, 255, 255) } else { RGBColor(0, 0, 0) })
    }
}

/// `#rrggbb`, in capitals as plotters writes it.
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

    #[test]
    fn words_and_marks_stand_out_enough() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            let on_paper = |colour| contrast(colour, palette.paper);
            for word in [palette.ink, palette.muted, palette.main, palette.counter, palette.near] {
                assert!(on_paper(word) >= 4.5, "{} has {:.2}", hex(word), on_paper(word));
            }
            assert!(on_paper(palette.context) >= 3.0, "{:.2}", on_paper(palette.context));
            for step in 0..=20 {
                let (fill, words) = palette.shade(f64::from(step) / 20.0);
                assert!(contrast(fill, words) >= 4.5, "{step}: {:.2}", contrast(fill, words));
            }
        }
    }
}
