//! Weights and other units in words.

use super::money_words::{MONEY_WORDS, money_in};
use super::multipliers::factor_in;
use super::plain_words::{holds, parts, small};
use super::size_words::size_of;
use crate::import::ASKS;
use crate::trade::Unit;
use crate::util::{Lower as _, number_in};

/// Many megawatt-hours in one word.
const HOURS: [(&str, f64); 4] =
    [("gwh", 1e3), ("twh", 1e6), ("гвтч", 1e3), ("gigawattstunden", 1e3)];

/// What goods are mostly counted in that have units of their own: words for the goods, the units, and whether figures
/// of which nothing says that they are money are rather these.
const COUNTED_IN: [(&str, &[&str], bool); 7] = [
    (
        "electric|elektri|elektryc|strom|eléctric|elétric|électric|elettric|elektrik|prąd|električ|электроэнерг|электр|电力|電力|电能|전력|điện năng|listrik",
        &["GWh", "MWh"],
        true,
    ),
    (
        "cattle|livestock|live animals|ganado|bétail|rinder|schafe|sheep|goats|скот|牲畜|활동물",
        &["head"],
        true,
    ),
    (
        "natural gas|erdgas|gaz naturel|gas natural|gás natural|doğal gaz|природный газ|天然气|天然氣",
        &["thousand-m3", "TJ"],
        true,
    ),
    (
        "vehicle|passenger cars|automobiles|motorcycles|trucks|lorries|tractors|buses|fahrzeuge|pkw|lkw|véhicules|camions|vehículos|veículos|camiones|caminhões|motocicletas|автомобил|грузовик|汽车|汽車|自動車|卡车|자동차",
        &["piece"],
        true,
    ),
    ("crude oil|petroleum|petróleo|pétrole|erdöl|нефть|原油", &["bbl", "t"], false),
    ("coffee|kaffee|cafe|café|caffè|kopi|кофе|咖啡|커피", &["1000 60 kg bags", "t"], false),
    ("timber|lumber|logs|sawnwood|roundwood|holz|madera|bois|kayu|древесин|木材", &["m3"], false),
];

/// The units that goods of which a text speaks are mostly counted in, and whether figures are rather these than money.
pub fn counted_in(text: &str) -> Option<(&'static [&'static str], bool)> {
    let lower = small(text);
    // Food is more than animals: `Food & live animals`.
    let found = COUNTED_IN.iter().find(|(words, ..)| holds(&lower, words));
    let found = found.filter(|_| !lower.contains("food"));
    found.map(|(_, units, rather)| (*units, *rather))
}

/// What is packed: a bag of so many kilograms or pounds.
const PACKED: &str = "bag|sack|sacs|saco|bolsa|beutel|мешк|袋|包";

/// Weights: the words for each, how many tonnes one is.
const WEIGHTS: [(&str, f64); 9] = [
    (
        "kg kgs kgm kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm kilogramo kilogramos quilograma quilogramas 千克 公斤 キログラム 킬로그램 кг กก กิโลกรัม",
        1e-3,
    ),
    (
        "t ton tons tấn tonne tonnes tonnen tonelada toneladas tne tmn mt mts 吨 公吨 噸 公噸 トン 톤 тонна тонн",
        1.0,
    ),
    ("kt kton ktons ktonnes kilotonne kilotonnes kilotons", 1e3),
    ("carat carats ct ctm 克拉", 2e-7),
    ("g gram grams gramme grammes grm 克", 1e-6),
    ("quintal quintals quintaux dt", 0.1),
    ("lb lbs pound pounds", 0.000_453_592_37),
    ("milligram milligrams mg", 1e-9),
    ("stn", 0.907_184_74),
];

/// How many tonnes one of what a text calls a unit is, if that is one of weight.
pub fn tonnes(text: &str) -> Option<f64> {
    let lower = text.lower();
    let base = || {
        if lower.contains("short ton") {
            return Some(0.907_184_74);
        }
        if lower.contains("long ton") {
            return Some(1.016_046_908_8);
        }
        let own = parts(text);
        let fits = |word: &str| own.iter().any(|own| own == word);
        // Without blanks, as East Asia writes: 万吨.
        let within = |word: &str| !word.is_ascii() && lower.contains(word);
        let mut found = WEIGHTS
            .iter()
            .filter(|(words, _)| words.split(' ').any(|word| fits(word) || within(word)))
            .map(|(_, tonnes)| *tonnes);
        // Short for tonnes in Spanish, in small letters: others are a country's or a state's.
        let short = ["tn", "tm"].into_iter().any(|own| {
            text.strip_suffix(own).is_some_and(|rest| rest.is_empty() || rest.ends_with(['_', '(']))
                || text.ends_with(&format!("({own})"))
        });
        // `metricKG`, `PesoKg`.
        let joined = ["KG", "Kg"].into_iter().filter_map(|own| text.strip_suffix(own));
        let mut joined = joined.filter(|rest| rest.ends_with(|own: char| own.is_lowercase()));
        let joined = joined.next().map(|_| 1e-3);
        let short = short || fits("т");
        let first = found.next().or(short.then_some(1.0)).or(joined)?;
        // `tonnes kilogram` says neither; `tonnes (1000 kg)` does.
        let clear = text.bytes().any(|byte| byte.is_ascii_digit());
        (clear || first != 1e-3 || found.next() != Some(1.0)).then_some(first)
    };
    // `kg U`, `kg of substance 90 % dry`: no weights of the goods themselves.
    let other = [
        "uranium", "wo3", "90%", "90 %", "sdt", "p2o5", "k2o", "liter", "litre", "alc", "per ", "/",
    ];
    // `t U`, `kg U`: of the metal that the goods hold; `kg N` of nitrogen, which no `in kg` is.
    let nitrogen = |pair: &[String]| matches!(pair, [one, other] if matches!((one.as_str(), other.as_str()), ("n", "kg") | ("kg", "n")));
    let contained =
        lower.ends_with(" u") || !lower.contains("net") && parts(text).windows(2).any(nitrogen);
    if contained || other.iter().any(|word| lower.contains(word)) && !lower.contains("net") {
        return None;
    }
    // `60 kg bags`, `bags of 132 lb`: what is in one of them.
    let packed = || {
        let own = parts(text);
        let each = own
            .windows(2)
            .filter(|pair| pair.last().is_some_and(|unit| unit == "kg" || unit == "lb"));
        let mut each = each.filter_map(|pair| number_in(pair.first()?));
        each.find(|own| (2.0..1000.0).contains(own) && *own != 10.0 && *own != 100.0)
    };
    let each = if holds(&lower, PACKED) { packed().unwrap_or(1.0) } else { 1.0 };
    Some(base()? * each * factor_in(text).unwrap_or(1.0))
}

/// Units of customs that are no weight: their code, and the words for them.
const COUNTS: [(&str, &str); 15] = [
    (
        "piece",
        "piece pieces pcs pc pce ea nmb item items no nos u un unit units number unidad unidades unidade stück stk p/st nar 个 件 台 只 辆 支 双个 条 架 艘 张 根 部 個 台数 개 대 number of items no. of items",
    ),
    ("pair", "pair pairs prs pr npr pa 2u 2un 双 对 足 켤레"),
    ("dozen", "dozen dozens doz dz dpc 打 docena dutzend"),
    ("thousand", "thousand-items thousandpieces 1000u mil 千个 千支 千只 千件"),
    ("m2", "m2 m² sqm mtk sme 平方米 ㎡ square"),
    ("m3", "m3 m³ cbm mtq 立方米 cubic"),
    ("m", "m metre metres meter meters mtr 米"),
    ("l", "l litre litres liter liters ltr 升 リットル"),
    ("l-alc", "lpa"),
    ("bbl", "bbl barrel barrels bll 桶"),
    ("head", "head heads hd an animals 头 頭 只(头)"),
    ("kWh", "kwh 千瓦时 kilowatthours"),
    ("MWh", "mwh megawatthours megawattstunden"),
    ("TJ", "tj terajoules"),
    ("set", "set sets 套"),
];

/// The unit that a text names, if it is one that customs count goods in other than by weight.
pub fn count(text: &str) -> Option<Unit> {
    let lower = text.trim().lower();
    if let Some(own) = Unit::parse(text.trim()).filter(|_| tonnes(text).is_none()) {
        return Some(own);
    }
    if lower.starts_with("thousand") && lower.contains("item") {
        return Unit::parse("thousand");
    }
    // `台/套`: whichever of two a good is counted in.
    if let Some((one, other)) = lower.split_once('/')
        && !lower.is_ascii()
        && count(other).is_some()
    {
        return count(one);
    }
    let own = parts(&lower);
    let bare = own.concat();
    let found = COUNTS.iter().find(|(_, words)| {
        words.split(' ').any(|word| {
            word == bare || word == lower || own.iter().any(|own| own == word && word.len() > 3)
        })
    });
    found.and_then(|(code, _)| Unit::parse(code))
}

/// The unit that a text names and how many of it one is: `1000 An`, `000 DOZ`, `亿个`.
pub fn counted(text: &str) -> Option<(Unit, f64)> {
    let large = |(word, each): &(&str, f64)| {
        let has = parts(text).iter().any(|own| own == word);
        has.then(|| Unit::parse("MWh").map(|unit| (unit, *each)))?
    };
    if let Some((unit, each)) = HOURS.iter().find_map(large) {
        return Some((unit, each * factor_in(text).unwrap_or(1.0)));
    }
    const DOZENS_OF_PAIRS: [&str; 6] =
        ["dpr", "dozpr", "dozpair", "dozpairs", "dozenpair", "dozenpairs"];
    if DOZENS_OF_PAIRS.contains(&parts(text).concat().as_str()) {
        return Unit::parse("pair").map(|unit| (unit, 12.0));
    }
    let plain = count(text).map(|unit| (unit, 1.0));
    // Thousands of pieces are a unit of their own.
    let factor =
        factor_in(text).filter(|_| plain.is_none_or(|(unit, _)| unit.code() != "thousand"));
    let Some(factor) = factor else { return plain };
    let sized =
        |word: &String| size_of(word).is_some() || word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<String> = parts(text).into_iter().filter(|word| !sized(word)).collect();
    let rest = words.join(" ").replace(['万', '亿', '萬', '億', '千', '百'], "");
    count(&rest).map(|unit| (unit, factor)).or(plain)
}

/// What files of known layouts say in more than one word, mostly those of Comtrade: the unit and how many of it one
/// is; without a unit, how many tonnes.
const PHRASES: [(&str, &str, f64); 11] = [
    ("1000 kWh", "kWh", 1000.0),
    ("DPR", "pair", 12.0),
    ("Number of items", "piece", 1.0),
    ("Number of packages", "piece", 1.0),
    ("Thousands of items", "thousand", 1.0),
    ("Area in square metres", "m2", 1.0),
    ("Volume in litres", "l", 1.0),
    ("Volume in cubic meters", "m3", 1.0),
    ("Length in metres", "m", 1.0),
    ("Weight in kilograms", "", 1e-3),
    ("Weight in carats", "", 2e-7),
];

/// The same of which nothing is known that could be added up.
const UNKNOWN: &str = "12u|hL|l alc 100%|kg U|u (jeu/pack)|Electrical energy in thousands of kilowatt-hours|GM|CAR|CGM|PFL|THS|HUN|GRS|NUM|CKG";

/// What a quantity is in: how many tonnes one of it is, or else what is counted and how many one is.
pub type Measured = (Option<f64>, Option<(Unit, f64)>);

/// What a single plain word says that a quantity is in, as [`tonnes`] and [`counted`] do; nothing where it may take
/// more to read.
pub fn plain_unit(text: &str) -> Option<Measured> {
    // Where there is none.
    const NONE: &str = "n/a|na|x|-|none|no quantity|not applicable";
    let lower = text.to_ascii_lowercase();
    let among = |words: &str, text: &str| words.split('|').any(|own| own == text);
    // An office's own number of a unit says nothing.
    let number = text.len() < 3 && text.bytes().all(|own| own.is_ascii_digit());
    if number || among(NONE, &lower) || among(UNKNOWN, text) {
        return Some((None, None));
    }
    let is = |words: &str| words.split(' ').any(|own| own == lower);
    if let Some((_, tonnes)) = WEIGHTS.iter().find(|(words, _)| is(words)) {
        return Some((Some(*tonnes), None));
    }
    if let Some((_, code, each)) = PHRASES.iter().find(|(own, ..)| *own == text) {
        let unit = Unit::parse(code);
        return Some((unit.is_none().then_some(*each), unit.map(|unit| (unit, *each))));
    }
    let (code, _) = COUNTS.iter().find(|(_, words)| is(words))?;
    // The code of a money stands before words.
    let unit = Unit::parse(text).or_else(|| Unit::parse(code))?;
    (!unit.is_money()).then_some((None, Some((unit, 1.0))))
}

/// Whether brackets at the end of a name may say what its figures are in, as [`counting_label`] finds out.
pub fn may_count(text: &str) -> bool {
    let inner = text.trim_end().strip_suffix(')').and_then(|own| own.rsplit_once('('));
    let word = |own: &str| {
        let counts = matches!(own, "m" | "k" | "mm" | "cr" | "th" | "ten");
        counts
            || !own.is_ascii()
            || own.len() == 4 && own.starts_with(['m', 'k'])
            || size_of(own).is_some()
    };
    inner.is_some_and(|(_, inner)| {
        let inner = inner.to_ascii_lowercase();
        let digits = inner.bytes().filter(u8::is_ascii_digit).count() > 1;
        digits || inner.split(|own: char| !own.is_alphanumeric()).any(word)
    })
}

/// Whether a unit is that of shares and rates, which are no amounts.
pub fn is_share(unit: &str) -> bool {
    holds(&small(unit), "%|percent|per cent|pct")
}

/// Whether a text is made of units and factors alone: `1000 EUR`, `t`, `Mio. US$`.
pub fn is_unit(text: &str) -> bool {
    let unit = |word: &String| {
        matches!(word.as_str(), "of" | "in" | "metric" | "de" | "des" | "métricas")
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || size_of(word).is_some()
            || money_in(word).is_some()
            || tonnes(word).is_some()
            || count(word).is_some()
    };
    let words = parts(text);
    !words.is_empty() && words.iter().all(unit)
}

/// A row's label and how many its figures count in one, where brackets at its end say so: `Asia (Million Dollars)`.
pub fn counting_label(text: &str) -> Option<(&str, f64)> {
    const MORE: &str = "pula|euro|yen|won|baht|ringgit|national currency|local currency";
    // What may be one is left to the reader that asks.
    if !ASKS {
        return None;
    }
    let (label, inner) = text.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let factor = factor_in(inner)?;
    let words = small(inner);
    let of_money = money_in(inner).is_some() || holds(&words, MONEY_WORDS) || holds(&words, MORE);
    (of_money && !label.trim().is_empty()).then(|| (label.trim_end(), factor))
}

/// A name without what brackets at its end say that its figures are in.
pub fn without_unit(text: &str) -> &str {
    counting_label(text).map_or(text, |(label, _)| label)
}

/// Whether a column is called the weight of goods with what they are packed in.
pub fn is_gross(name: &str) -> bool {
    const GROSS: &str = "gross|brutto|bruto|poids brut|peso brut|peso lordo|kotor|brüt|毛重|брутто|総重量|總重|총중량";
    holds(&small(name), GROSS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_word_says_what_all_words_say() {
        let lists = WEIGHTS.iter().map(|(words, _)| *words);
        let lists = lists.chain(COUNTS.iter().map(|(_, words)| *words));
        let mut read = 0;
        for word in lists.flat_map(|words| words.split(' ')) {
            for word in [word.to_owned(), word.to_uppercase()] {
                if let Some(found) = plain_unit(&word) {
                    read += 1;
                    assert_eq!(found, (tonnes(&word), counted(&word)), "{word}");
                }
            }
        }
        assert!(read > 250, "{read}");
        for word in
            ["8", "10", "12", "", "N/A", "X", "-", "None", "No Quantity", "Not applicable", "NA"]
        {
            assert_eq!(plain_unit(word), Some((None, None)), "{word}");
            assert_eq!((tonnes(word), counted(word)), (None, None), "{word}");
        }
        let phrases = PHRASES.iter().map(|(own, ..)| *own).chain(UNKNOWN.split('|'));
        for word in Unit::all().map(Unit::code).chain(phrases) {
            let plain = plain_unit(word);
            assert!(plain.is_none_or(|own| own == (tonnes(word), counted(word))), "{word}");
        }
    }

    #[test]
    fn brackets_that_count_are_met_and_names_of_countries_are_not() {
        for text in [
            "Asia (Million Dollars)",
            "Total (1000 euro)",
            "World (US$ mn)",
            "Asia (MTND)",
            "合计（亿元）",
            "Total (亿元)",
            "World (Mio. EUR)",
            "World (thousand yen)",
            "All (bn euro)",
        ] {
            assert!(counting_label(text).is_none() || may_count(text), "{text}");
        }
        for name in [
            "Korea (Republic of)",
            "Falkland Islands (Malvinas)",
            "Micronesia (Federated States of)",
        ] {
            assert!(!may_count(name), "{name}");
        }
    }
}
