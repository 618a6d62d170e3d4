//! What a story could say instead, in its own language, whichever one the findings are told in.

use super::language;
use super::token::is_han;
use crate::trade::Unit;
use crate::wording::numbers::exact;

/// The language that a figure's line is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    English,
    Chinese,
}

impl Tongue {
    /// The language of the line that holds the byte at `place`.
    pub fn at(text: &str, place: usize) -> Self {
        let (before, after) = text.split_at_checked(place).unwrap_or((text, ""));
        let line = before.rsplit('\n').next().into_iter().chain(after.split('\n').next());
        let han = line.flat_map(str::chars).any(is_han);
        if han { Self::Chinese } else { Self::English }
    }

    /// `rose 5.0%`, `增长5.0%`.
    pub fn change(self, percent: f64, decimals: u8) -> String {
        let digits = exact(percent.abs(), decimals);
        match (self, percent < 0.0) {
            (Self::English, false) => format!("rose {digits}%"),
            (Self::English, true) => format!("fell {digits}%"),
            (Self::Chinese, false) => format!("增长{digits}%"),
            (Self::Chinese, true) => format!("下降{digits}%"),
        }
    }

    /// `4,416 t`, `4,416吨`; `step` is the place value of the last digit printed. Nothing where the
    /// language's word for the unit is not known.
    pub fn amount(self, value: f64, (decimals, step): (u8, f64), unit: Unit) -> Option<String> {
        match self {
            Self::English => Some(in_english(value, decimals, unit)),
            Self::Chinese => in_chinese(value, (decimals, step), unit),
        }
    }
}

/// The weight that a figure is written in, `48,300 kilograms`, where it is another than `unit`; and how many
/// of it one of `unit` is.
pub fn written_in(text: &str, unit: Unit) -> Option<(Unit, f64)> {
    let own = language::unit_behind(text)?;
    Some((own, unit.in_other_weight(own)?))
}

fn in_english(value: f64, decimals: u8, unit: Unit) -> String {
    let digits = exact(value, decimals);
    match unit.mark() {
        Some(sign) if unit.is_money() => format!("{sign}{digits}"),
        None if unit.is_money() => format!("{} {digits}", unit.code()),
        Some(symbol) => format!("{digits} {symbol}"),
        None if digits == "1" => format!("1 {}", unit.english()),
        None => {
            let many = unit.english_many();
            many.map_or_else(
                || format!("{digits} {}s", unit.english()),
                |many| format!("{digits} {many}"),
            )
        }
    }
}

fn in_chinese(value: f64, (decimals, step): (u8, f64), unit: Unit) -> Option<String> {
    let word = language::in_chinese(unit)?;
    let (scale, named) = match value.abs() {
        1e8.. => (1e8, "亿"),
        1e5.. => (1e4, "万"),
        _ => return Some(format!("{}{word}", exact(value, decimals))),
    };
    let shown = (scale / step).log10().round().clamp(0.0, 4.0) as u8;
    Some(format!("{}{named}{word}", exact(value / scale, shown)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_answered_in_its_own_language() {
        let story = "Exports fell 7.1%.\n稀土出口下降7.1%。";
        let english = Tongue::at(story, 13);
        let chinese = Tongue::at(story, story.rfind("7.1").unwrap_or_default());
        assert_eq!([english, chinese].map(|one| one.change(-5.04, 1)), ["fell 5.0%", "下降5.0%"]);
        let amount = |value, step, unit| chinese.amount(value, (0, step), unit);
        assert_eq!(amount(4416.0, 1.0, Unit::TONNE).as_deref(), Some("4,416吨"));
        assert_eq!(amount(18_712_345.0, 1e5, Unit::US_DOLLAR).as_deref(), Some("1,871万美元"));
        assert_eq!(amount(3.2149e8, 1e6, Unit::YUAN).as_deref(), Some("3.21亿元"));
        assert_eq!(amount(3.0, 1.0, Unit::PIECE), None);
        let of = |unit| english.amount(1500.0, (0, 1.0), unit);
        assert_eq!(of(Unit::US_DOLLAR).as_deref(), Some("US$1,500"));
        assert_eq!(of(Unit::PIECE).as_deref(), Some("1,500 pieces"));
    }
}
