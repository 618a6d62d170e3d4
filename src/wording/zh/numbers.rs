//! 数字。

pub use crate::wording::numbers::{
    exact, exact_amount, gave, percent, percent_size, rounded, signed, t_value, with_plus,
};

use crate::statistics::Rank;

/// An amount in a column whose largest is `most`: thousands are whole, so that all have as many decimals.
pub fn in_a_column(value: f64, decimals: u8, most: f64) -> String {
    let decimals = if most >= 1e3 && value.abs() >= 1.0 { 0 } else { decimals };
    crate::wording::numbers::in_a_column(value, decimals, most)
}

/// What figures are counted by.
pub const fn step(months: u16) -> &'static str {
    match months {
        12 => "年",
        3 => "季",
        6 => "半年",
        1 => "月",
        _ => "数月",
    }
}

/// A place in an order, from the end that is nearer: `最高`, `第二低`; of two `较低`.
pub fn placed(rank: Rank) -> String {
    let (place, from_the_top) = rank.from_the_nearer_end();
    let end = if from_the_top { "高" } else { "低" };
    match place {
        1 if rank.of == 2 => format!("较{end}"),
        1 => format!("最{end}"),
        _ => format!("第{}{end}", in_words(place)),
    }
}

/// 二至十以汉字书写。
pub fn in_words(number: usize) -> String {
    const WORDS: [&str; 9] = ["二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let word = number.checked_sub(2).and_then(|at| WORDS.get(at));
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// A label as it stands within a sentence.
pub fn within(label: &str) -> String {
    label.to_owned()
}

/// Chinese has no capitals.
pub fn capital(word: &str) -> String {
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_thousands_has_no_decimals() {
        let column = [13_885.92, 58_142.0, 1_238.47, 3.5];
        let said = column.map(|value| in_a_column(value, 2, 58_142.0));
        assert_eq!(said, ["13,886", "58,142", "1,238", "4"]);
        assert_eq!(in_a_column(0.24, 2, 58_142.0), "0.2");
        assert_eq!(in_a_column(866.49, 2, 866.49), "866.5");
    }

    #[test]
    fn places_are_named() {
        let named = |place| placed(Rank { place, of: 13 });
        assert_eq!([1, 2, 11, 13].map(named), ["最高", "第二高", "第三低", "最低"]);
        assert_eq!(placed(Rank { place: 2, of: 2 }), "较低");
    }
}
