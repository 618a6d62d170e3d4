//! The meaning of words in cells, headings and titles: flows, currencies, weights, multipliers, totals, and
//! classifications.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::trade::{Flow, Unit};
use crate::wording::facts::Column;

/// A direction of trade, or one that is a part of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Flow(Flow),
    /// Re-exports and re-imports, which exports and imports hold already, and balances, which are
    /// made of them.
    Part,
}

/// Words of exports and imports in the languages of customs offices; a name that holds one says it.
const EXPORTS: &str = "export|ausfuhr|esporta|exporta|exportación|dispatch|uitvoer|ihracat|ihraç|вывоз|экспорт|експорт|eksport|utførsel|udførsel|utförsel|wywóz|vývoz|vienti|kivitel|ekspor|xuất khẩu|xuat khau|ส่งออก|صادرات|निर्यात|εξαγωγ|izvoz|输出|出口|輸出|수출";
const IMPORTS: &str = "import|einfuhr|arrival|invoer|ithalat|ввоз|импорт|імпорт|innførsel|indførsel|införsel|przywóz|dovoz|tuonti|behozatal|impor|nhập khẩu|nhap khau|นำเข้า|واردات|आयात|εισαγωγ|uvoz|输入|進口|进口|輸入|수입";

/// A text in small letters; Turkey's İ becomes a plain i.
pub fn small(text: &str) -> String {
    text.to_lowercase().replace('\u{307}', "")
}

/// Whether a text holds one of the words that strokes part.
pub fn holds(text: &str, words: &str) -> bool {
    words.split('|').any(|word| text.contains(word))
}

/// What a cell says of the direction: `X`, `M`, `Export`, `Imports`, `出口`. Bare numbers say nothing:
/// every office counts in its own way.
pub fn way(text: &[u8]) -> Option<Way> {
    // As nearly every row has it.
    match text {
        b"X" => return Some(Way::Flow(Flow::Export)),
        b"M" => return Some(Way::Flow(Flow::Import)),
        _ => {}
    }
    let lower = small(&super::records::words(text));
    Some(match lower.as_str() {
        "x" | "exp" | "e" | "out" | "outbound" | "outgoing" | "dom. exp" | "э" | "эк" => {
            Way::Flow(Flow::Export)
        }
        "m" | "imp" | "i" | "in" | "inbound" | "incoming" | "и" | "им" => {
            Way::Flow(Flow::Import)
        }
        "rx" | "rm" | "dx" | "fm" | "mip" | "xip" | "mop" | "xop" => Way::Part,
        _ => return direction_of(&lower, false),
    })
}

/// What a heading or a title says of the direction, if one only.
pub fn flow_in(text: &str) -> Option<Way> {
    direction_of(&small(text), true)
}

/// The same of small letters; headings shorten the words for it, too: `Exp 2024`.
fn direction_of(lower: &str, heading: bool) -> Option<Way> {
    if is_reexport(lower) || is_balance(lower) || holds(lower, BOTH) {
        return Some(Way::Part);
    }
    // What the other side reports is no second report of one's own.
    if lower.contains("mirror") {
        return None;
    }
    let short = |word: &str| {
        heading
            && lower.len() > word.len()
            && lower.split(|letter: char| !letter.is_alphabetic()).any(|own| own == word)
    };
    // Who exports is the other side of imports, and says of neither which it is.
    // And what matters, or an amount in Italian or Spanish, is neither.
    const NO_WAY: &str = "exporter|importer|exportador|importador|exportateur|importateur|important|importan|importo|importe en |importe de |importe total|importe neto";
    let plain = NO_WAY.split('|').fold(lower.to_owned(), |text, word| text.replace(word, ""));
    // `Expo (USD)`, `impo`: with a year the one is a fair.
    let mut letters = lower.split(|letter: char| !letter.is_alphabetic());
    let head = letters.next().filter(|_| !lower.bytes().any(|byte| byte.is_ascii_digit()));
    let spanish = |word: &str| head.is_some_and(|own| own.strip_suffix('s').unwrap_or(own) == word);
    let says = |words: &str, [short_form, spanish_form]: [&str; 2]| {
        holds(&plain, words) || short(short_form) || spanish(spanish_form)
    };
    match (says(EXPORTS, ["exp", "expo"]), says(IMPORTS, ["imp", "impo"])) {
        (true, false) => Some(Way::Flow(Flow::Export)),
        (false, true) => Some(Way::Flow(Flow::Import)),
        _ => None,
    }
}

/// Exports and imports together, in words that hold the one and not the other.
const BOTH: &str = "进出口|進出口|输出入|輸出入|수출입";

/// Whether a text in small letters speaks of what exports and imports leave when one is taken from the other;
/// the balance of payments is a way to count either.
pub fn is_balance(lower: &str) -> bool {
    const PAYMENTS: [&str; 7] = [
        "balanced",
        "balance of payment",
        "balance-of-payment",
        "balance des paiements",
        "balanza de pagos",
        "balança de pagamentos",
        "zahlungsbilanz",
    ];
    let rest = PAYMENTS.iter().fold(lower.to_owned(), |text, own| text.replace(own, ""));
    holds(&rest, BALANCES)
}

const BALANCES: &str = "balance|balanza|balança|bilanz|saldo|solde|dengesi|сальдо|баланс|surplus|deficit|差额|差額|差引|顺差|順差|逆差|수지|net export|net import|净出口|淨出口";

/// Whether a text in small letters speaks of re-exports or re-imports, and not of what includes them.
pub fn is_reexport(lower: &str) -> bool {
    const WITH: &str = "含復|含复|含转口|含轉口|再輸出を含|再輸入を含|including re|incl. re|incl re|inkl. wieder|einschließlich wieder|y compris réex|y compris ré-ex|incluye reexp|incluindo reexp|включая реэксп|включая реимп|재수출 포함|재수입 포함";
    !holds(lower, WITH)
        && holds(
            lower,
            "re-export|re-import|reexport|reimport|re export|re import|réexport|réimport|wiederausfuhr|wiedereinfuhr|wederuitvoer|återexport|reeksport|реэкспорт|реимпорт|riesporta|復出口|復進口|复出口|复进口|转口|轉口|再輸出|再輸入|재수출|재수입",
        )
}

/// Whether a text calls exports or imports a part of them, by the system they are counted in: domestic
/// exports, special trade, imports for consumption.
pub fn is_partial(text: &str) -> bool {
    holds(
        &small(text),
        "domestic|special|consumption|entrepôt|entrepot|general|spezial|inländ|本地|国产|國產|adjusted|bereinigt|désaisonnalis|desestacionaliz|dessazonaliz|destagionalizz",
    )
}

/// Whether a heading's words hold one for a total.
pub fn has_total(text: &str) -> bool {
    let text = bare(text);
    text.split(' ').any(|word| ALL.split(' ').any(|own| own == word && own != "all"))
        || ALL_JOINED.split(' ').any(|own| text.contains(own))
}

/// How well a heading stands for all exports or imports: domestic ones are a part, a total is a total.
pub fn rank(name: &str) -> u8 {
    match (has_total(name), is_partial(name)) {
        (true, _) => 2,
        (false, false) => 1,
        (false, true) => 0,
    }
}

/// A heading's words, in small letters: `Value (US$ billion)` is value, us$, billion.
pub fn parts(text: &str) -> Vec<String> {
    // The letter of a column without a name is no unit: `column G` holds no grams.
    if Column::named(text).is_lettered() {
        return Vec::new();
    }
    let lower = text.to_lowercase();
    let apart = |letter: char| !letter.is_alphanumeric() && !"$€£¥₩₹'’²³".contains(letter);
    let mut found: Vec<String> = Vec::new();
    for word in lower.split(apart).filter(|word| !word.is_empty()) {
        // Digits and letters run together: `100KG`.
        let end = word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(word.len());
        let (number, unit) = word.split_at(end);
        // And so do a money's code and digits: `USD1,000,000`.
        let (unit, behind) = unit.split_at(money_before(unit));
        let all = [number, unit, behind].into_iter();
        found.extend(all.filter(|part| !part.is_empty()).map(str::to_owned));
    }
    found
}

/// Where the digits begin that stand right behind the code of a money; else the word's end.
fn money_before(word: &str) -> usize {
    let digits = |(code, behind): (&str, &str)| {
        !behind.is_empty()
            && behind.bytes().all(|byte| byte.is_ascii_digit())
            && Unit::parse(&code.to_uppercase())
                .is_some_and(|unit| unit.measure() == crate::trade::Measure::Value)
    };
    word.split_at_checked(3).filter(|parts| digits(*parts)).map_or(word.len(), |_| 3)
}

/// Whether a heading is that of a running sum: since January, until now.
pub fn is_running(name: &str) -> bool {
    const SINCE: &str =
        "累計|累计|누계|cumul|acumul|kumul|cộng dồn|lũy kế|ytd|year to date|to date";
    const UNTIL: [&str; 7] = ["hasta", "until", "through", "thru", "até", "bis", "jusqu’en"];
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    let month = |word: &&str| {
        word.chars().all(char::is_alphabetic)
            && super::dates::year_and_month("2000", Some(word)).is_some_and(|own| own.months == 1)
    };
    // `Acomulado hasta diciembre`, however the rest is spelt.
    let until = |pair: &[&str]| matches!(pair, [own, last] if UNTIL.contains(own) && month(last));
    holds(&lower, SINCE) || words.windows(2).any(until)
}

/// How many of what is counted a word of size stands for.
static SIZES: [(&str, f64); 9] = [
    ("hundred hundreds", 1e2),
    (
        "thousand thousands thsd ths thous '000 ’000 000 000s '000s tausend tsd millier milliers miles mil k$ kusd keur teur k€ tusinde tuhat tuhatta duizend ribu mille migliaia milhares tusen tysiące tys tis bin тыс тысяч тысяча тысячи тысячах tausenden t€ tkr nghìn ngàn χιλ χιλιάδες mii ezer tisíc mila тис keuro keuros हजार ألف آلاف بالألف",
        1e3,
    ),
    ("wan", 1e4),
    ("lakh lac lacs lakhs लाख", 1e5),
    (
        "meur miljoonaa miljoen juta миллион миллионов миллионах млн milyon milioni miljoner millioner mill mkr million millions mn mln mio millionen millones milhões musd triệu εκατ εκατομμύρια milioane millió milione meuro meuros مليون ملايين",
        1e6,
    ),
    ("crore crores करोड़", 1e7),
    ("yi", 1e8),
    (
        "миллиард миллиардов миллиардах md€ млрд milyar billion billions bn bln mrd milliarden milliards tỷ tỉ miliarde milliárd miliardi mld mlrd bilhões miliar mia δισ अरब مليار",
        1e9,
    ),
    ("trillion trillions", 1e12),
];

/// How words of size begin that their languages inflect, and how many each stands for.
const STEMS: [(&str, f64); 6] = [
    (
        "тысяч|тисяч|tausend|duizend|tusen|tusind|tuhan|tysi|tisíc|millar|migliai|χιλιάδ|tūkst|tuhat",
        1e3,
    ),
    ("миллион|мільйон|miljo|milion|millon|millón|milhã|milhõ|εκατομ", 1e6),
    ("миллиард|мільярд|milliard|miljard|miliard|bilhã|bilhõ|δισεκ", 1e9),
    ("триллион|трильйон|triliun|trillion|biljon|bilion", 1e12),
    ("million", 1e6),
    ("billion", 1e9),
];

/// How many one of the words of size itself stands for.
fn sized_as(word: &str) -> Option<f64> {
    let own = SIZES.iter().find(|(words, _)| words.split(' ').any(|own| own == word));
    own.map(|(_, size)| *size)
}

/// How many a word of size stands for.
pub fn size_of(word: &str) -> Option<f64> {
    let own = sized_as(word);
    let begins = |stems: &str| stems.split('|').any(|stem| word.starts_with(stem));
    own.or_else(|| STEMS.iter().find(|(stems, _)| begins(stems)).map(|(_, size)| *size))
}

/// What a heading or title multiplies its figures by, if it says so.
pub fn factor_in(text: &str) -> Option<f64> {
    let words = parts(text);
    let mut found = 1.0;
    // Said twice it is meant once: `천 달러 (USD 1,000)`, `thousands / milliers`.
    let mut count = |size: f64, again: bool| {
        if found != size || again {
            found *= size;
        }
    };
    // `1,000,000`.
    let grouped = |at: usize| {
        at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word == "000")
    };
    for (at, word) in words.iter().enumerate() {
        match size_of(word) {
            Some(size) => count(size, grouped(at)),
            // `ten thousand`; ten by itself is how many partners are listed.
            None if word == "ten"
                && words.get(at + 1).is_some_and(|own| size_of(own).is_some()) =>
            {
                count(10.0, false);
            }
            // `1000 USD`, `100 kg`, and `mn$` run together.
            // `Rs. Cr.`: elsewhere short for other things.
            None if word == "cr" => {
                let rupees = words.iter().any(|own| ["rs", "inr", "₹"].contains(&own.as_str()));
                count(if rupees { 1e7 } else { 1.0 }, false);
            }
            // `th. EUR`; behind a number it is a rank.
            None if word == "th" => {
                let money = words.get(at + 1).is_some_and(|own| money_in(own).is_some());
                count(if money { 1e3 } else { 1.0 }, false);
            }
            None if is_power_of_ten(word) => {
                count(word.parse().unwrap_or(1.0), false);
            }
            None => {
                const MONEY: [&str; 6] = ["us$", "usd", "eur", "$", "€", "£"];
                let cut = MONEY
                    .iter()
                    .find_map(|own| word.strip_suffix(own).or_else(|| word.strip_prefix(own)));
                // A letter alone counts money where it stands beside it: `£m`, `M€`, `EUR m`, `usd_100m`.
                let beside = at.checked_sub(1).and_then(|at| words.get(at));
                let alone = beside.is_some_and(|own| {
                    money_in(own).is_some() || is_power_of_ten(own) && money_in(text).is_some()
                });
                let before = words.get(at + 1).is_some_and(|own| money_in(own).is_some());
                let tonnes = word == "k" && words.get(at + 1).is_some_and(|own| own == "t");
                let alone = alone || before && matches!(word.as_str(), "m" | "k" | "mm") || tonnes;
                let size =
                    cut.or(Some(word.as_str()).filter(|_| alone)).and_then(|own| match own {
                        "m" => Some(1e6),
                        "k" => Some(1e3),
                        "mm" => Some(1e6),
                        // `US$1,000`.
                        own if is_power_of_ten(own) => own.parse().ok(),
                        own => size_of(own),
                    });
                count(size.unwrap_or(1.0), false);
            }
        }
    }
    if let Some((size, _)) = sized(text) {
        count(size, false);
    }
    // `10^6 EUR`, `10⁶`.
    if let Some((_, power)) = text.split_once("10^").or_else(|| text.split_once("10**")) {
        let size = match power.bytes().next() {
            Some(b'3') => 1e3,
            Some(b'6') => 1e6,
            Some(b'9') => 1e9,
            _ => 1.0,
        };
        count(size, false);
    }
    // East Asia counts by ten thousands, and writes no blanks between.
    let plain = text
        .replace("千克", "")
        .replace("千公斤", "千")
        .replace("千瓦", "")
        .replace('萬', "万")
        .replace('億', "亿")
        .replace('천', "千")
        .replace("백만", "百万")
        .replace("百萬", "百万")
        .replace('만', "万")
        .replace('억', "亿")
        .replace('십', "十")
        .replace("조원", "兆元")
        .replace("조 원", "兆元");
    for (word, size) in [
        ("十万亿", 1e13),
        ("十亿", 1e9),
        ("百亿", 1e10),
        ("千亿", 1e11),
        ("兆円", 1e12),
        ("兆元", 1e12),
        ("百万", 1e6),
        ("千万", 1e7),
        ("万亿", 1e12),
        ("亿", 1e8),
        ("万", 1e4),
        ("千", 1e3),
        ("พันล้าน", 1e9),
        ("ล้าน", 1e6),
        ("พัน", 1e3),
    ] {
        if plain.contains(word) {
            count(size, false);
            break;
        }
    }
    (found != 1.0).then_some(found)
}

/// Whether digits are a hundred, a thousand, and so on up to a million millions.
pub fn is_power_of_ten(word: &str) -> bool {
    let noughts = word.strip_prefix('1').unwrap_or_default();
    (2..=12).contains(&noughts.len()) && noughts.bytes().all(|byte| byte == b'0')
}

/// Whether a text counts in `mil`, which is a thousand in Spanish and Portuguese and short for a million
/// in English.
pub fn is_mil(text: &str) -> bool {
    let words = parts(text);
    // A thousand million is one in either.
    let alone = |(at, word): (usize, &String)| {
        word == "mil" && words.get(at + 1).and_then(|own| size_of(own)) != Some(1e6)
    };
    words.iter().enumerate().any(alone)
}

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
    let lower = text.to_lowercase();
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
        let mut each = each.filter_map(|pair| pair.first()?.parse::<f64>().ok());
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
    let lower = text.trim().to_lowercase();
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

/// What money is called, without its country.
pub const MONEY_WORDS: &str = "dollar|dólar|peso|rupee|kron|franc|pound|crown";

/// A row's label and how many its figures count in one, where brackets at its end say so: `Asia (Million Dollars)`.
pub fn counting_label(text: &str) -> Option<(&str, f64)> {
    const MORE: &str = "pula|euro|yen|won|baht|ringgit|national currency|local currency";
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

/// What a text says that its figures of money are in, and how many of it one is. Signs that many
/// countries have (`$`, `¥`) say nothing.
pub fn money_in(text: &str) -> Option<Unit> {
    let lower = text.to_lowercase().replace("us $", "us$").replace("u.s. $", "us$");
    // The continent is no money.
    let lower = lower.replace("europ", "");
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    // Signs with their countries first: `R$` is no dollar.
    const SIGNS: [(&[&str], &str); 33] = [
        (
            &[
                "us$",
                "u.s. dollar",
                "us dollar",
                "u.s.$",
                "u$s",
                "美元",
                "美金",
                "us-dollar",
                "united states dollar",
                "dolar",
                "долл",
                "米ドル",
                "달러",
                "천불",
                "백만불",
                "dólares estadounidenses",
                "dollars des états-unis",
                "dollar américain",
                "dollars américains",
                "dollars us",
                "($us",
                "u$d",
            ],
            "USD",
        ),
        (&["r$", "reais"], "BRL"),
        (&["c$", "cad$", "can$", "canadian dollar", "加元", "加拿大元"], "CAD"),
        (&["a$", "aud$", "au$", "australian dollar", "澳元", "澳大利亚元"], "AUD"),
        (&["nz$", "new zealand dollar", "新西兰元"], "NZD"),
        (&["hk$", "港元", "港币", "hong kong dollar"], "HKD"),
        (&["nt$", "新台币", "新臺幣", "臺幣"], "TWD"),
        (&["tkr", "mkr", "svenska kronor", "swedish kron", "瑞典克朗"], "SEK"),
        (&["danske kroner", "danish krone", "丹麦克朗"], "DKK"),
        (&["norske kroner", "norwegian krone", "挪威克朗"], "NOK"),
        (&["s$", "singapore dollar", "新加坡元"], "SGD"),
        (&["€", "euro", "欧元", "歐元", "ユーロ", "유로", "евро", "ευρώ"], "EUR"),
        (&["人民币", "人民幣", "rmb", "renminbi", "yuan", "cn¥", "元人民币"], "CNY"),
        (&["sterling", "british pound", "£", "英镑", "英鎊", "ポンド"], "GBP"),
        (&["円", "yen", "jp¥", "日元", "日圆", "日圓"], "JPY"),
        (&["₩", "원", "won", "韩元", "韓元", "ウォン"], "KRW"),
        (&["₹", "indian rupee", "印度卢比"], "INR"),
        (&["franken", "swiss franc", "瑞士法郎", "瑞郎"], "CHF"),
        (&["белорусск", "белор. руб", "belarusian rub", "白俄罗斯卢布"], "BYN"),
        (&["rubel", "rouble", "ruble", "руб", "卢布", "盧布"], "RUB"),
        (&["บาท", "baht", "฿", "泰铢", "泰銖"], "THB"),
        (&["₦", "naira"], "NGN"),
        (&["₽"], "RUB"),
        (&["₺", "turkish lira", "türk lirası", "土耳其里拉"], "TRY"),
        (
            &["₫", "越南盾", "nghìn đồng", "triệu đồng", "tỷ đồng", "tỉ đồng", "việt nam đồng"],
            "VND",
        ),
        (&["₱"], "PHP"),
        (&["rupiah", "印尼盾"], "IDR"),
        (&["ringgit", "林吉特"], "MYR"),
        (&["雷亚尔"], "BRL"),
        (&["złot", "(zł", "tys. zł", "mln zł", "mld zł", "polish zlot", "兹罗提"], "PLN"),
        (&["mexican peso", "pesos mexicanos", "墨西哥比索"], "MXN"),
        (&["兰特"], "ZAR"),
        (&["澳门元", "澳門元"], "MOP"),
    ];
    let words = parts(text);
    // `FOB US`, `CIF (US)`: no country buys, or sells, free on board.
    let of_us = |pair: &[String]| matches!(pair, [terms, us] if matches!(terms.as_str(), "fob" | "cif" | "fas") && us == "us");
    if words.windows(2).any(of_us) {
        return Some(Unit::US_DOLLAR);
    }
    // Codes stand as words of their own, or run together with others: `value_usd`, `primaryvalueUSD`.
    // A dollar may stand beside its code: `$NZD`.
    let code = words.iter().find_map(|word| {
        let word = word.trim_matches('$').to_uppercase();
        (word.len() == 3 || word.ends_with("USD") || is_euro(&word))
            .then(|| word.get(word.len().saturating_sub(3)..).and_then(Unit::parse))
            .flatten()
            .filter(|unit| {
                unit.measure() == crate::trade::Measure::Value && !NO_MONEY.contains(&word.as_str())
            })
    });
    let signed = SIGNS.iter().find(|(signs, _)| {
        signs.iter().any(|sign| {
            let short = sign.ends_with('$') && sign.len() <= 3;
            if short {
                starts_word(&lower, sign)
            } else if *sign == "won" {
                words.iter().any(|word| word == "won")
            } else {
                lower.contains(sign)
            }
        })
    });
    // `RM million`; alone it is a code of flows, and beside other words short for them.
    let beside = lower.contains("in rm")
        || words.iter().any(|word| sized_as(word).is_some())
        || holds(&lower, "value|nilai|amount|fob|cif");
    let ringgit = || text.split(|own: char| !own.is_alphabetic()).any(|word| word == "RM");
    let ringgit = (beside && ringgit()).then_some("MYR");
    let signed = signed.map(|(_, code)| *code).or(ringgit).and_then(Unit::parse);
    let code = code.or_else(|| sized(text).map(|(_, unit)| unit));
    if has(&["us$"]) { Unit::parse("USD") } else { code.or(signed) }
}

/// Whether a word runs together with the code of the euro: `VALUEEUR`, `TEUR`; `VALEUR` and other words of
/// French only end alike.
fn is_euro(word: &str) -> bool {
    const BEFORE: &str = "K|T|M|MIO|MRD|MN|MLN|TSD|THS|IN|FOB|CIF|AMOUNT";
    word.strip_suffix("EUR").is_some_and(|before| {
        before.ends_with(|letter: char| letter == 'E' || letter.is_ascii_digit())
            || BEFORE.split('|').any(|own| own == before)
    })
}

/// A money's code with a capital for its thousands or millions before it, `MTND`, and how many that is.
fn sized(text: &str) -> Option<(f64, Unit)> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    // In French a month.
    let mut words = words.filter(|word| word.len() == 4 && *word != "MARS");
    words.find_map(|word| {
        let size = [('M', 1e6), ('K', 1e3)].into_iter();
        let (code, size) =
            size.filter_map(|(own, size)| Some((word.strip_prefix(own)?, size))).next()?;
        let unit = Unit::parse(code).filter(|_| !NO_MONEY.contains(&code))?;
        (unit.measure() == crate::trade::Measure::Value).then_some((size, unit))
    })
}

/// The number in a text that has the sign or the code of a money before or behind it, perhaps within marks
/// of a page, and whether it is below zero: `₦ 1,234.00`, `-US$5`, `12,50 EUR`, `<b>₦ 12</b>`.
pub fn priced(text: &str) -> Option<(bool, &str)> {
    let text = untagged(text.trim());
    let bracketed = text.strip_prefix('(').and_then(|own| own.strip_suffix(')'));
    let signed = text.strip_prefix(['-', '−']);
    let rest = bracketed.or(signed).unwrap_or(text).trim();
    let digit = |letter: char| letter.is_ascii_digit();
    let (first, last) = (rest.find(digit)?, rest.rfind(digit)? + 1);
    let (before, behind) = (rest.get(..first)?, rest.get(last..)?.trim());
    let own = before.trim_end_matches(['-', '−']);
    let below = own.len() < before.len() || bracketed.is_some() || signed.is_some();
    let (own, digits) = (own.trim(), rest.get(first..last)?);
    let written: String = digits.chars().filter(char::is_ascii_digit).collect();
    // `1000 EUR` is a unit, `US$ 2024` a heading.
    let year = digits.len() == 4 && (written.starts_with("19") || written.starts_with("20"));
    let size = year || written.len() > 2 && written.trim_end_matches('0') == "1";
    let lettered = own.contains(char::is_alphabetic) || !behind.is_empty();
    let money = match (own, behind) {
        ("", own) | (own, "") => is_money(own) && !(size && lettered),
        _ => false,
    };
    money.then_some((below, digits))
}

/// The money whose sign or code stands beside a number.
pub fn money_beside(text: &str) -> Option<Unit> {
    priced(text)?;
    money_in(untagged(text.trim()))
}

/// The sign, the code or the word of a money that stands beside a number: `$` of `$1,234`, `EUR` of `12 EUR`.
pub fn sign_beside(text: &str) -> Option<String> {
    let (_, digits) = priced(text)?;
    let sign = untagged(text.trim()).replace(digits, "");
    let own = |letter: char| letter.is_whitespace() || "()-−.".contains(letter);
    Some(sign.trim_matches(own).to_owned())
}

/// Whether two of these may be of one money: a sign that many countries have (`$`, `¥`, `kr`) of any that is
/// called so, but not of one that has a sign of its own: `R$` beside `$` is another.
pub fn may_be_one(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|sign| sign.to_lowercase().replace('￥', "¥"));
    if one == other {
        return true;
    }
    match (money_in(&one), money_in(&other)) {
        (Some(money), Some(beside)) => money == beside,
        (Some(money), None) => may_have(money, &one, &other),
        (None, Some(money)) => may_have(money, &other, &one),
        (None, None) => false,
    }
}

/// Whether a money that is written in one way may be written with a bare sign, too.
fn may_have(money: Unit, written: &str, sign: &str) -> bool {
    const CALLED: [(&str, &str); 10] = [
        ("$", "dollar|peso"),
        ("¥", "yen|yuan|renminbi"),
        ("kr", "kron|krón"),
        ("rs", "rupee"),
        ("rp", "rupiah"),
        ("zł", "zlot|złot"),
        ("kč", "koruna"),
        ("ft", "forint"),
        ("lei", "leu"),
        ("₱", "peso"),
    ];
    if written.ends_with('$') && sign == "$" {
        return money == Unit::US_DOLLAR;
    }
    let called = CALLED.iter().find(|(own, _)| *own == sign);
    called.is_none_or(|(_, words)| holds(&money.english().to_lowercase(), words))
}

/// A text without the marks of a page around it.
fn untagged(text: &str) -> &str {
    let mut rest = text;
    while let Some((_, behind)) = rest.strip_prefix('<').and_then(|own| own.split_once('>')) {
        rest = behind.trim_start();
    }
    if rest.len() == text.len() { text } else { rest.split('<').next().unwrap_or(rest).trim() }
}

/// Whether a text is the sign or the code of a money and nothing else.
fn is_money(text: &str) -> bool {
    const SIGNS: &str = "$ € £ ¥ ￥ ₦ ₹ ₩ ₽ ₺ ₫ ฿ ₱ ₴ ₪ ₡ ₲ ₵ ₭ ₮ ₸ us$ u$s u.s.$ r$ c$ a$ hk$ nt$ nz$ s$ rp rp. rs rs. kr kr. zł kč ft lei";
    let lower = text.to_lowercase();
    let coded =
        || Unit::parse(text).is_some_and(|own| own.measure() == crate::trade::Measure::Value);
    SIGNS.split(' ').any(|own| own == lower) || coded() && !NO_MONEY.contains(&text)
}

/// Three letters that are a money's code somewhere and a word here.
const NO_MONEY: [&str; 4] = ["ALL", "TOP", "MOP", "KGS"];

/// Whether a sign stands where a word begins, so that `us$` holds no `s$`.
fn starts_word(text: &str, sign: &str) -> bool {
    text.match_indices(sign).any(|(at, _)| {
        text.get(..at)
            .and_then(|before| before.chars().next_back())
            .is_none_or(|letter| !letter.is_alphanumeric())
    })
}

/// Whether a text says that money is not what was paid in its time: constant prices, annual rates, conversion at
/// purchasing power.
pub fn is_repriced(text: &str) -> bool {
    holds(
        &small(text),
        "constant price|constant 2|constant 1|constant us|constant lcu|chained|chain linked|chain-linked|previous year price|prices of the previous year|prix constants|precios constantes|preços constantes|不变价|annual level|annual rate|annualised|annualized|ppp converted|purchasing power|volume index",
    )
}

/// Whether a text says that exports or imports are of services, too.
pub fn has_services(text: &str) -> bool {
    holds(
        &small(text).replace(['_', '-'], " "),
        "goods and services|goods & services|goods services|goods, services|gnfs|bienes y servicios|biens et services|bens e serviços|货物和服务",
    )
}

/// What titles and names of files speak of that is no trade.
pub const OF_NO_TRADE: &str = "gdp|gross domestic product|tariff rate|duty rate|rates of duty|exchange rate|unemployment|inflation|population|consumer price|commodity price|price index|价格|producto interno bruto|produit intérieur brut|bruttoinlandsprodukt|国内生产总值|关税税率|汇率|人口";

/// What stands in titles and in the names of files and names no goods.
pub const OF_TABLES: &str = "товары товаров сша of the and in by for with from to at on during per all origin destination total trade goods merchandise value values volume quantity monthly month months annual year years quarter quarters quarterly our statistics statistical table data list market markets supplying importing exporting exported imported imports exports import export country countries territory territories partner partners main general special domestic foreign external figures customs basis unit units us dollar dollars usd euro euros million millions thousand thousands billion commodities commodity products product selected major principal area areas provisional revised bureau office national ministry department source sources division report ended ending wise bank dated der die das von und nach aus im außenhandel ausfuhr einfuhr waren länder land insgesamt monate jahr jahre statistik commerce extérieur comercio exterior de la le les des du par et en el los las y por pais pays según destino destinos origen país países miles cifras fob cif données brutes selon partenaire partenaires dataset datasets raw clean cleaned final old new test sample download output result results file files combined merged full version copy update updated latest series time long wide tidy processed input unctad unctadstat comtrade faostat eurostat oecd imf wto itc trademap wits baci ons usitc bilateral code codes economy economies group groups region regions port ports district districts state states province provinces sector sectors category categories share shares balance top two three historical history recent prepared extract query since until between fab caf metric census bienes mercancías mercancias comercial balanza ware";

/// What words of East Asia hold that name no goods.
pub const OF_TABLES_JOINED: &str = "表|국가별|품목별|국별|国别|國別|总值|總值|统计|統計|进出|進出|数据|數據|年|月|全国|全國|推移|통계";

/// What columns of places are called: a country, or a part of one.
pub const OF_PLACES: &str = "ort|land|bundesland|kanton|stadt|gemeinde|place|location|city|town|state|province|region|territory|country|economy|reporter|lugar|ciudad|estado|provincia|municipio|pais|país|pays|ville|commune|département|plaats|gemeente|paese|comune|regione|miasto|kraj|kommun|fylke|il|şehir|регион|город|область|страна|地区|省|市|省份|城市|国家|都道府県|지역|도시|시도";

/// What rows say that are of what is made, used, grown or kept.
pub const OF_MAKING: &str = "production|producción|produção|produktion|consumption|consumo|consommation|verbrauch|harvest|yield|acreage|rainfall|temperature|humidity|stocks|inventory|产量|消费量|种植面积|库存|生産量|생산|производство|потребление|sản xuất";

/// What they say where they speak of trade without a direction.
pub const OF_TRADE: &str =
    "trade|commerce|comercio|comércio|commercio|handel|ticaret|торгов|贸易|貿易|무역";

/// Whether a text is the code of a currency and nothing else: `eur`.
pub fn is_currency_code(text: &str) -> bool {
    Unit::parse(&text.to_uppercase()).is_some_and(Unit::is_money)
}

/// Whether a column is called the weight of goods with what they are packed in.
pub fn is_gross(name: &str) -> bool {
    const GROSS: &str = "gross|brutto|bruto|poids brut|peso brut|peso lordo|kotor|brüt|毛重|брутто|総重量|總重|총중량";
    holds(&small(name), GROSS)
}

/// What an amount whose row or heading names it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// Money, and how many of the file's one is.
    Value(f64),
    /// So many tonnes.
    Weight(f64),
    /// A quantity in another unit.
    Count(Unit, f64),
    /// A quantity whose unit is not said.
    Quantity,
    /// Nothing that is added up: a price, a share, a rate, a second version of what another is.
    Other,
}

/// Whether a heading is of what went by sea or by air alone, as the Census Bureau has it beside the whole.
pub fn is_by_carrier(name: &str) -> bool {
    let lower = name.to_lowercase();
    let carried = ["vessel", "air", "containerized vessel", "cont. vessel"]
        .iter()
        .any(|own| lower.strip_prefix(own).is_some_and(|rest| rest.starts_with(' ')));
    carried && holds(&lower, "value|swt|weight|wgt")
}

/// What a name and, where there is one, a unit say that an amount is.
pub fn what(name: &str, unit: &str) -> Option<What> {
    let lower = name.to_lowercase().replace("balance of payments", "").replace("europ", "");
    // Names of columns have their words parted by lines: `unit_value_usd`.
    let spaced = lower.replace('_', " ");
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    const OTHER: [&str; 43] = [
        "均价",
        "均價",
        "単価",
        "mittelwert",
        "durchschnitt",
        "anteil",
        "veränderung",
        "wachstum",
        "croissance",
        "évolution",
        "variación",
        "variação",
        "crescimento",
        "participación",
        "değişim",
        "доля",
        "изменение",
        "темп",
        "構成比",
        "前年",
        "伸率",
        "증감",
        "supplementary",
        "sup_",
        "supp",
        "index",
        "share",
        "growth",
        "change",
        "%",
        "percent",
        "pct",
        "price",
        "unit value",
        "unitvalue",
        "同比",
        "环比",
        "增减",
        "比重",
        "单价",
        "balance",
        "差额",
        "yoy",
    ];
    // Money for each of a weight is a price.
    const EACH: [&str; 7] = ["/吨", "/噸", "/公斤", "/千克", "/kg", "/t)", "/mt"];
    let price =
        has(&EACH) && money_in(name).is_some() || is_price(unit) || is_price_by_name(&spaced);
    if is_by_carrier(name) {
        return Some(What::Other);
    }
    if price
        || is_repriced(&lower)
        || is_no_trade(&lower)
        || is_index(&lower)
        || OTHER.iter().any(|word| lower.contains(word) || spaced.contains(word))
        || name.contains('％')
        || unit.contains('%')
        || unit.to_lowercase().contains("index")
    {
        return Some(What::Other);
    }
    let weighed = tonnes(unit).or_else(|| tonnes(name));
    // An amount is of whatever its name counts it in: `Amount imported (in metric tons)`.
    let other = || money_in(name).is_none() && money_in(unit).is_none();
    if let Some(found) = in_brackets(name).filter(|_| other()) {
        return Some(found);
    }
    const VALUE: [&str; 34] = [
        "nilai",
        "вартість",
        "trị giá",
        "kim ngạch",
        "القيمة",
        "口额",
        "口額",
        "стоим",
        "wartość",
        "hodnota",
        "værdi",
        "verdi",
        "värde",
        "waarde",
        "valore",
        "değer",
        "價值",
        "金額",
        "价额",
        "value",
        "val_",
        "fob",
        "cif",
        "amount",
        "wert",
        "valeur",
        "valor",
        "金额",
        "价值",
        "価額",
        "금액",
        "貨值",
        "usd",
        "eur",
    ];
    const QUANTITY: [&str; 35] = [
        "berat",
        "ağırlık",
        "количество",
        "вага",
        "кількість",
        "khối lượng",
        "số lượng",
        "الكمية",
        "الوزن",
        "口量",
        "mengde",
        "mængde",
        "hoeveelheid",
        "ilość",
        "miktar",
        "нетто",
        "vekt",
        "vikt",
        "quantità",
        "수량",
        "quantity",
        "qty",
        "weight",
        "volume",
        "mass",
        "menge",
        "gewicht",
        "quantité",
        "poids",
        "cantidad",
        "peso",
        "数量",
        "數量",
        "중량",
        "重量",
    ];
    let valued = money_in(unit).or_else(|| money_in(name));
    if has(&VALUE) || valued.is_some() && !has(&QUANTITY) {
        let factor = factor_in(unit).or_else(|| factor_in(name)).unwrap_or(1.0);
        return Some(What::Value(factor));
    }
    if let Some(weight) = weighed {
        return Some(What::Weight(weight));
    }
    let counted = counted(unit).map(|(unit, times)| What::Count(unit, times));
    // `QTD-2019`, `total_net_wgt`: parts of other words mean nothing.
    const SHORT: [&str; 7] = ["qtd", "qtde", "qte", "qté", "wgt", "netwgt", "netwt"];
    let short = || parts(&lower).iter().any(|word| SHORT.contains(&word.as_str()));
    // `Exports (litres)`; one letter stands for millions, too.
    let bracketed = || {
        let (_, inner) = name.trim_end().strip_suffix(')')?.rsplit_once('(')?;
        let long = inner.len() > 2 && is_unit(inner);
        count(inner)
            .filter(|_| long && factor_in(inner).is_none())
            .map(|unit| What::Count(unit, 1.0))
    };
    counted.or_else(bracketed).or_else(|| (has(&QUANTITY) || short()).then_some(What::Quantity))
}

/// The weight or count that the brackets at the end of a name, or the words behind its `in`, say that figures are in.
fn in_brackets(name: &str) -> Option<What> {
    let name = name.trim_end();
    let bracketed = || name.strip_suffix([')', '）', ']'])?.rsplit_once(['(', '（', '[']);
    let (_, inner) = bracketed().or_else(|| name.rsplit_once(" in "))?;
    let inner = inner.trim();
    let inner = inner.strip_prefix("in ").unwrap_or(inner);
    // One letter may stand for anything, and a value at the border is money.
    let short = inner.chars().count() < 2 && inner.is_ascii() && inner != "t";
    let priced = holds(&small(name), "fob|cif");
    if short || priced || !is_unit(inner) || is_mil(inner) {
        return None;
    }
    let counts = || counted(inner).map(|(unit, times)| What::Count(unit, times));
    let long = inner.len() > 2;
    tonnes(inner).map(What::Weight).or_else(|| counts().filter(|_| long))
}

/// Whether a name in small letters says that its figures are those of an index, which has no unit.
fn is_index(lower: &str) -> bool {
    const WORDS: &str = "trend indicator|indices|índice|indice de|indice des|indice dei|индекс|endeks|indeks|laspeyres|paasche|指数|指數|지수";
    const SHORT: [&str; 3] = ["idx", "indx", "tiv"];
    holds(lower, WORDS) || parts(lower).iter().any(|word| SHORT.contains(&word.as_str()))
}

/// Whether a text is of nothing but index numbers: what it calls them is one of volumes, of values or of trade.
pub fn is_of_indices(text: &str) -> bool {
    const WORDS: &str = "volume index|value index|quantum index|price index|index number|index of export|index of import|index of volume|export index|import index|indices of|trend indicator|índice de|indice de|индекс|指数|指數|지수";
    // A word for it beside one of trade: `indice_cantidad_exportaciones`.
    const ALONE: [&str; 9] = [
        "index",
        "indices",
        "indexes",
        "indice",
        "índice",
        "indeks",
        "indeksi",
        "indeksy",
        "индексы",
    ];
    let lower = small(text).replace(['_', '-'], " ");
    let mut words = lower.split(|own: char| !own.is_alphabetic());
    let alone = words.any(|own| ALONE.contains(&own));
    holds(&lower, WORDS) || alone && (flow_in(&lower).is_some() || holds(&lower, OF_TRADE))
}

/// Whether a name in small letters is money for each of another unit: `usd per kg`, `value (us$/t)`.
fn is_price_by_name(lower: &str) -> bool {
    let parted = lower.split_once('/').or_else(|| lower.split_once(" per "));
    parted.is_some_and(|(money, each)| {
        is_unit(each) && is_price(&format!("{money}/{}", each.trim_end_matches(')')))
    })
}

/// Whether a unit is money for each of another one: `CAN$/MW.h`, `USD per tonne`.
fn is_price(unit: &str) -> bool {
    let lower = unit.to_lowercase();
    let parted = lower.split_once('/').or_else(|| lower.split_once(" per "));
    parted.is_some_and(|(money, each)| {
        let other = || tonnes(each).is_some() || counted(each).is_some();
        money_in(money).is_some() && money_in(each).is_none() && other()
    })
}

/// Whether a name in small letters is of what stands beside trade in a table and is none: a difference from
/// before, a rate of duty, the size of an economy.
fn is_no_trade(lower: &str) -> bool {
    // Preparations hold a ratio, and cranks a rank.
    const WORDS: &str =
        "diff difference delta gdp gnp pib bip population ratio ratios rank ranks ranking";
    let words = parts(lower);
    let last = words.last().map(String::as_str);
    words.iter().any(|word| WORDS.split(' ').any(|own| own == word))
        || words.len() > 1 && matches!(last, Some("tariff" | "tariffs" | "duty" | "rate"))
}

/// Names of all countries together, in small letters and without marks.
const WORLD: &str = "whole world|world|total|all|all countries|world total|total world|grand total|all partners|total all countries|total for all countries|all destinations|all origins|general total|overall|mundo|total mundo|total general|todos los países|todos los paises|todo el mundo|monde|total monde|ensemble|tous pays|tous les pays|welt|insgesamt|gesamt|alle länder|summe|global|globe|合计|合計|总计|總計|总值|總值|总额|계|全球|世界|全世界|计|総額|総計|計|전체|총계|합계|세계|мир|всего|весь мир|totale|mondo|totaal|toplam|total geral|mundo total|total trade|total exports|total imports|wld|w00|world wl|0|_t|tot|world 000|总量|進出口總值|进出口总值|сумма|общо|suma|gesamtergebnis|gesamtsumme|genel toplam|tổng cộng|合 計|合 计|總 計|总 计|합 계|총 계|skupaj|загалом|усього|разом";

/// Words for all of something, whether they stand alone or beside what is counted.
const ALL: &str = "all total totals sum overall grand whole entire alle gesamt insgesamt zusammen summe tous toutes totaux ensemble todos todas tutti totale totali totales totalt totaal alla всего все всех итого wszystkie ogółem razem kaikki yhteensä összes összesen celkem spolu ukupno samtliga samtlige toplam tüm genel semua jumlah tổng ทั้งหมด รวม إجمالي المجموع कुल σύνολο";

/// The same where no blanks part words.
const ALL_JOINED: &str =
    "全部 所有 合计 合計 总计 總計 总值 總值 總額 总额 全体 全體 합계 총계 전체 모든";

/// What there can be all of.
const COUNTED: &str = "world country countries territory territories port ports district districts state states province provinces partner partners handelspartner handelspartnern origin origins destination destinations economy economies area areas region regions market markets trade trading export exports import imports value product products commodity commodities goods merchandise länder ländern land waren pays produits marchandises países paises país pais productos destinos paesi prodotti länderna land landen стран страны товаров товары kraje krajów ülkeler ülke ürünler negara nước trị giá kim ngạch for of the and de des du la le les los las el der die das di dei del y et und e i all";

const COUNTED_JOINED: &str = "国家 國家 地区 地區 国别 國別 贸易 貿易 伙伴 口岸 关区 商品 产品 国 國 各 和 与 及 の 국가 국 나라 품목";

/// A list to look many names up in.
type Lookup = LazyLock<FxHashSet<&'static str>>;

static WORLDS: Lookup = LazyLock::new(|| WORLD.split('|').collect());
static ALLS: Lookup = LazyLock::new(|| ALL.split(' ').collect());
static COUNTABLE: Lookup = LazyLock::new(|| COUNTED.split(' ').collect());
/// Names of groups and of parts of the world, without blanks: `Central Asia` is also a heading `CentralAsia`.
static GROUP_NAMES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let regions = include_str!("regions.txt").trim_end();
    GROUPS.split('|').chain(regions.split('|')).map(unspaced).collect()
});
static SOME_TOTALS: Lookup = LazyLock::new(|| PERHAPS.split(' ').collect());

/// Whether a name in small letters is made of words for all, and of what there is all of, alone.
fn names_all(lower: &str) -> bool {
    let mut any = false;
    let all_known = lower.split([' ', '-']).filter(|word| !word.is_empty()).all(|word| {
        let is_all = ALLS.contains(word);
        any |= is_all;
        if is_all || COUNTABLE.contains(word) {
            return true;
        }
        if word.is_ascii() {
            return false;
        }
        let mut rest = word.to_owned();
        for own in ALL_JOINED.split(' ') {
            any |= rest.contains(own);
            rest = rest.replace(own, "");
        }
        for own in COUNTED_JOINED.split(' ') {
            rest = rest.replace(own, "");
        }
        rest.is_empty()
    });
    any && all_known
}

/// Whether a name in small letters is one of all countries with its letters spaced out: `t o t a l`.
fn is_spaced_world(lower: &str) -> bool {
    let spaced = lower.len() > 6 && lower.bytes().skip(1).step_by(2).all(|byte| byte == b' ');
    let letters = || lower.replace(' ', "");
    spaced && WORLD.split('|').any(|own| own.replace(' ', "") == letters())
}

/// Whether a name is one of all countries with an explanation in brackets that takes nothing from them: `World
/// (all partners)`, but not `World (excluding the EU)`.
fn is_explained_world(name: &str) -> bool {
    const LESS: &str = "excl|except|without|other|rest|non|less|hors|sans|autre|sin|otro|ohne|übrig|senza|sem |exceto|intra|extra|不含|除";
    let bracketed = name.trim().strip_suffix(')').and_then(|own| own.split_once(" ("));
    bracketed.is_some_and(|(own, rest)| {
        WORLDS.contains(bare(own).as_str()) && !holds(&small(rest), LESS)
    })
}

/// Names of groups of partners beside those of parts of the world.
const GROUPS: &str = "ue|pays tiers|paesi terzi|países terceros|terceros países|kraje trzecie|derde landen|tredjeland|nicht-eu-länder|extra ue|intra ue|extra eu|intra eu|hors ue|ue hors|paesi extra ue|paesi ue|pays de l'ue|pays ue|países de la ue|países ue|kraje ue|eu-landen|außerhalb der eu|fuera de la ue|hors union européenne|extra-union européenne|extra união europeia|extra unión europea|third countries|eu countries|non-eu countries|eu27 2020 extra|eu27 2020 intra|eu28 extra|eu28 intra|eu|eu27|eu28|eu27 2020|eu28 2019|eu15|ea19|ea20|ea21|euro area|extra-eu|intra-eu|ext eu27|ext eu27 2020|int eu27 2020|ext eu28|int eu28|intra eu27 2020|extra eu27 2020|extra-eu27|intra-eu27|european union 27|non-eu|asean|opec|oecd|nafta|usmca|efta|brics|apec|cis|gcc|mercosur|mercosul|middle east|european union eu|pacific rim|pacific rim countries|nato|东盟|東盟|东南亚国家联盟|欧洲联盟|“一带一路”国家|rcep|金砖国家|eu連合|amérique|drittländer|eu-länder|northern america|south eastern asia|latin america and the caribbean|australia and new zealand|middle east and north africa|中东|中東|medio oriente|oriente medio|moyen orient|naher osten|ближний восток|중동|latam|mena|sadc|ecowas|comesa|saarc|eaeu|caricom|andean community|comunidad andina|maghreb|western hemisphere|nordic countries|gulf states|north africa|south asia|east asia|east asia and pacific|pacific|central and eastern europe|australia and oceania|아세안|중남미|독립국가연합|대양주|асеан|снг|страны снг|ес|страны ес|еаэс|страны еаэс|拉美|独联体|欧盟27国|アセアン|中南米|東欧";

/// Words that may be a total's, or part of a name.
const PERHAPS: &str = "total totals subtotal subtotals sum insgesamt gesamt summe ensemble totale totaal totalt toplam всего итого razem ogółem yhteensä összesen celkem ukupno jumlah";

/// Whether a cell holds a word for the sum of some of the rows, and nothing else.
pub fn is_subtotal(cell: &[u8]) -> bool {
    const WORDS: [&str; 15] = [
        "subtotal",
        "subtotals",
        "sub-total",
        "sub total",
        "sous-total",
        "zwischensumme",
        "subtotale",
        "subtotaal",
        "delsumma",
        "ara toplam",
        "小计",
        "小計",
        "소계",
        "подытог",
        "Подытог",
    ];
    // Most cells are told apart by this alone, and the others by the lengths of words: every row has some.
    if !(6..=20).contains(&cell.len()) {
        return false;
    }
    let plain = cell.strip_suffix(b":").unwrap_or(cell).trim_ascii_end();
    WORDS.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(plain))
}

/// What a partner's name says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// All partners together.
    World,
    /// Several of them, which have rows of their own.
    Group,
    /// It may be a total: it has a word for one in it.
    Perhaps,
}

/// A code and the label behind it: `X` and `Exports` of `X: Exports`, `FR` and `Francia` of `FR -- Francia`;
/// nothing of other text.
pub fn labelled(text: &str) -> Option<(&str, &str)> {
    let (code, label) = text.split_once(": ").or_else(|| text.split_once(" -- "))?;
    let is_code = (1..=24).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
        && !code.bytes().any(|byte| byte.is_ascii_lowercase());
    let label = label.trim();
    (is_code && !label.is_empty()).then_some((code, label))
}

/// A code without the label that may stand behind it; any other text as it is.
pub fn code_of(text: &str) -> &str {
    labelled(text).map_or(text, |(code, _)| code)
}

/// A name without accents and blanks.
fn unspaced(name: &str) -> String {
    let mut plain = folded(name);
    plain.retain(|letter| letter != ' ');
    plain
}

/// The label of a code and its label, or the text as it is.
fn label_of(name: &str) -> &str {
    labelled(name).map_or(name, |(_, label)| label)
}

fn is_world(name: &str, lower: &str) -> bool {
    // `W1 Whole world`: a code with a digit in it before the name.
    let behind = || lower.split_once(' ').filter(|(code, _)| code.len() < 4);
    let coded = || {
        behind().is_some_and(|(code, rest)| {
            code.bytes().any(|own| own.is_ascii_digit()) && WORLDS.contains(rest)
        })
    };
    is_explained_world(name)
        || WORLDS.contains(lower)
        || names_all(lower)
        || is_spaced_world(lower)
        || coded()
}

/// Whether a name is that of all partners together: rows ask no more, and need no look among groups.
pub fn names_world(name: &str) -> bool {
    let name = label_of(name);
    is_world(name, &bare(name))
}

/// Whether a name without blanks is made of two groups': `EuropeandCentralAsia`.
fn joins_groups(plain: &str) -> bool {
    let known = |own: &str| own.len() > 3 && GROUP_NAMES.contains(own);
    let second = |rest: &str| {
        let bound = ["and", "et", "und", "y", "e", "ve"].iter();
        let bare = bound.filter_map(|word| rest.strip_prefix(word));
        std::iter::once(rest).chain(bare).any(|own| known(own.strip_prefix("the").unwrap_or(own)))
    };
    plain.len() > 9
        && plain.char_indices().any(|(at, _)| {
            at > 3
                && plain.split_at_checked(at).is_some_and(|(one, rest)| known(one) && second(rest))
        })
}

/// Whether a name without blanks is that of a part of the world but for one letter, and long enough that it can hardly
/// be another's.
fn is_nearly_a_part(plain: &str) -> bool {
    const PARTS: [&str; 8] = [
        "northamerica",
        "southamerica",
        "centralamerica",
        "latinamerica",
        "middleeast",
        "southeastasia",
        "europeanunion",
        "subsaharanafrica",
    ];
    let near = |own: &&str| {
        let alike = |one: &mut dyn Iterator<Item = u8>, other: &mut dyn Iterator<Item = u8>| {
            one.zip(other).take_while(|(one, other)| one == other).count()
        };
        let before = alike(&mut own.bytes(), &mut plain.bytes());
        let behind = alike(&mut own.bytes().rev(), &mut plain.bytes().rev());
        own.len().abs_diff(plain.len()) < 2 && before + behind + 1 >= own.len().max(plain.len())
    };
    plain.is_ascii() && PARTS.iter().any(near)
}

/// Whether a partner's name is that of a total or a group.
pub fn named_total(name: &str) -> Option<Named> {
    let name = label_of(without_unit(name));
    let lower = bare(name);
    let world = |name: &str| is_world(name, &bare(name));
    if is_world(name, &lower) || noted(name).is_some_and(world) {
        return Some(Named::World);
    }
    let plain = unspaced(&lower);
    if GROUP_NAMES.contains(&plain) || joins_groups(&plain) || is_nearly_a_part(&plain) {
        return Some(Named::Group);
    }
    // A group's name with what offices put behind it: “European Union (EU 27) Aggregation”.
    // `Union européenne à 27`, `UE-27`.
    const BEHIND: &str = "aggregation aggregate post brexit eu ue 15 25 27 28 2020 a of de mit aus members member states countries membres miembros membri pays paises paesi lander 27国 28国 27개국";
    let plain = folded(&lower);
    let is_behind = |word: &str| BEHIND.split(' ').any(|own| own == word);
    // `E.U.A.` are initials.
    let initials = plain.split(' ').all(|word| word.len() == 1);
    if !initials
        && (plain.ends_with(|own: char| own.is_ascii_digit())
            || plain.rsplit(' ').next().is_some_and(is_behind))
    {
        let mut words: Vec<&str> = plain.split(' ').collect();
        while words.len() > 1 && words.last().is_some_and(|word| is_behind(word)) {
            words.pop();
        }
        let name = words.concat();
        if GROUP_NAMES.contains(name.trim_end_matches(|own: char| own.is_ascii_digit())) {
            return Some(Named::Group);
        }
    }
    let total = lower.split(' ').any(|word| SOME_TOTALS.contains(word))
        || !lower.is_ascii()
            && ALL_JOINED.split(' ').chain(["小计", "小計"]).any(|own| lower.contains(own));
    total.then_some(Named::Perhaps)
}

/// A name without the number of a note that ran together with it: `China2`.
pub fn noted(name: &str) -> Option<&str> {
    let own = name.trim_end_matches(|own: char| own.is_ascii_digit());
    let letters = own.chars().count() > 4 && own.ends_with(char::is_lowercase);
    (letters && (1..3).contains(&(name.len() - own.len()))).then_some(own)
}

/// A name in small letters, with single blanks for what stands between its words.
pub fn bare(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for letter in small(name.trim()).chars() {
        let kept = letter.is_alphanumeric() || letter == '-';
        if kept {
            text.push(letter);
        } else if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// A name as it is compared: small letters without accents, single blanks between words.
pub fn folded(name: &str) -> String {
    let plain = |letter: char| match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        letter => letter,
    };
    bare(name).replace('-', " ").chars().map(plain).collect()
}

/// Whose list of goods a product's code is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum System {
    /// The Harmonized System, or a list of a customs office that goes on from its six digits.
    #[default]
    Hs,
    /// The Standard International Trade Classification.
    Sitc,
    /// Broad economic categories.
    Bec,
    /// The European list of industrial products.
    Prodcom,
    /// The United Nations' Central Product Classification.
    Cpc,
    /// Lists of industries: NAICS, NACE, ISIC.
    Naics,
    /// The file's own names, or a list that nobody named.
    Own,
}

impl System {
    /// What stands before a code in a label; nothing for names.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Hs => "HS",
            Self::Sitc => "SITC",
            Self::Bec => "BEC",
            Self::Prodcom => "PRODCOM",
            Self::Cpc => "CPC",
            Self::Naics => "NAICS",
            Self::Own => "",
        }
    }

    /// What stands for it in our own format, and in answers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hs => "hs",
            Self::Sitc => "sitc",
            Self::Bec => "bec",
            Self::Prodcom => "prodcom",
            Self::Cpc => "cpc",
            Self::Naics => "naics",
            Self::Own => "own",
        }
    }

    /// The system that a code for it names: `H6`, `S3`, `B5`, or one of our own.
    pub fn of_code(code: &str) -> Self {
        const ALL: [System; 7] = [
            System::Hs,
            System::Sitc,
            System::Bec,
            System::Prodcom,
            System::Cpc,
            System::Naics,
            System::Own,
        ];
        let code = code.trim();
        if let Some(own) = ALL.into_iter().find(|own| own.code() == code) {
            return own;
        }
        match code.as_bytes() {
            [] => Self::Hs,
            [b'H' | b'h', ..] => Self::Hs,
            [b'S' | b's', ..] => Self::Sitc,
            [b'B' | b'b', ..] => Self::Bec,
            _ => Self::Own,
        }
    }

    /// The system that the name of a column says its codes are of.
    pub fn named(name: &str) -> Option<Self> {
        // With the number of digits or of the edition behind, HS6, CN8, CPC21, or East Asian words for a code: HS코드.
        let behind = |letter: char| letter.is_ascii_digit() || letter > '\u{1100}';
        let short = |word: String| word.trim_end_matches(behind).to_owned();
        let words: Vec<String> = parts(name).into_iter().map(short).collect();
        let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
        let plain = name.to_lowercase();
        let within = |word: &str| plain.contains(word);
        if has(&["sitc", "cuci", "ctci"]) || within("sitc") {
            Some(Self::Sitc)
        } else if has(&["bec", "cgce"]) {
            Some(Self::Bec)
        } else if has(&["prodcom", "prccode"]) || within("prodcom") {
            Some(Self::Prodcom)
        } else if has(&["cpc"]) {
            Some(Self::Cpc)
        } else if has(&["naics", "nace", "isic", "ciiu", "cpa", "naic", "siic"]) || within("naics")
        {
            Some(Self::Naics)
        } else if has(&[
            "hs", "sh", "hts", "htsus", "cn", "ncm", "gtip", "tnved", "ahecc", "taric", "hscode",
            "htsno", "tariff", "schedule",
        ]) || words.iter().any(|word| is_chapter(word))
            || within("hs_")
            || within("hscode")
            || within("hs code")
            || within("commodity_code")
            || within("zolltarif")
            || within("tarifnummer")
            || within("品目番号")
            || within("税则")
            || within("商品编码")
            || within("商品编号")
            || within("warennummer")
            || within("fracción")
            || within("arancel")
            || within("тн вэд")
            || within("тнвэд")
            || within("统计品目")
            || within("統計品目")
            || within("商品代码")
            || within("海关编码")
            || within("税则号")
            || within("税番")
            || within("세번")
            || within("doganale")
            || within("tarifaire")
            || within("البند")
        {
            Some(Self::Hs)
        } else {
            None
        }
    }
}

/// Whether a word calls a column after the chapters of the Harmonized System.
pub fn is_chapter(word: &str) -> bool {
    const CHAPTER: &str = "chapter|fasıl|fasil|chapitre|capítulo|capitulo|capitolo|kapitel";
    CHAPTER.split('|').any(|own| own == word)
}

/// The last heading of each chapter of the Harmonized System of 2022, chapters 01 to 97.
const HEADINGS: [u8; 97] = [
    6, 10, 9, 10, 11, 4, 14, 14, 10, 8, 9, 14, 2, 4, 22, 5, 4, 6, 5, 9, 6, 9, 9, 4, 30, 21, 16, 53,
    42, 6, 5, 15, 7, 7, 7, 6, 7, 27, 26, 17, 15, 6, 4, 21, 4, 2, 7, 23, 11, 7, 13, 12, 11, 8, 16,
    9, 5, 11, 11, 6, 17, 17, 10, 6, 7, 3, 4, 15, 14, 20, 18, 29, 26, 19, 8, 16, 0, 6, 7, 7, 13, 15,
    11, 87, 49, 9, 16, 7, 8, 33, 14, 9, 7, 6, 8, 20, 6,
];

/// Whether a code of digits could be one of the Harmonized System.
pub fn fits_hs(code: &str) -> bool {
    let code = if code.len() % 2 == 1 { format!("0{code}") } else { code.to_owned() };
    let pair = |at: usize| code.get(at..at + 2).and_then(|pair| pair.parse::<usize>().ok());
    let Some(chapter) = pair(0).filter(|chapter| (1..=99).contains(chapter)) else { return false };
    match (HEADINGS.get(chapter - 1), pair(2)) {
        // National chapters at the end.
        (Some(0), _) => false,
        (None, _) | (_, None) => true,
        (Some(last), Some(heading)) => heading <= usize::from(*last),
    }
}

/// A code and the name behind it, where one cell holds both: `08 -- Fruit`, `004 - Germany`,
/// `2846.90-290 Compounds`.
pub fn coded(text: &str) -> Option<(&str, &str)> {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let within = |(at, letter): &(usize, char)| {
        let (before, behind) = (text.get(..*at).unwrap_or(""), text.get(at + 1..).unwrap_or(""));
        letter.is_ascii_digit()
            || *letter == '.'
            || *letter == '-'
                && digits(before) >= 6
                && behind.starts_with(|own: char| own.is_ascii_digit())
    };
    // `[284690] Compounds`.
    let bracketed = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    if let Some((code, name)) = bracketed {
        let coded = code.len() > 1 && code.chars().all(|own| own.is_ascii_digit() || own == '.');
        let name = name.trim_start();
        return (coded && name.starts_with(char::is_alphabetic)).then_some((code, name));
    }
    // `WA2846 Verbindungen`, as Destatis writes.
    if let Some(rest) = text.strip_prefix("WA") {
        let at = rest.find(|own: char| !own.is_ascii_digit()).filter(|at| *at > 1);
        let (code, name) = rest.split_at_checked(at.unwrap_or_default())?;
        return name.strip_prefix(' ').filter(|_| !code.is_empty()).map(|name| (code, name));
    }
    // Branches have letters before their digits: `CE201-Basic chemicals`.
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let branch = text.get(letters..).and_then(|own| own.split_once('-'));
    if let Some((number, name)) = branch.filter(|_| (1..=2).contains(&letters))
        && (2..=4).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && name.starts_with(char::is_alphabetic)
    {
        return text.get(..letters + number.len()).map(|code| (code, name));
    }
    let (at, _) = text.char_indices().find(|own| !within(own))?;
    let (code, rest) = text.split_at(at);
    let name = rest.trim_start_matches([' ', '-', '–', '—', ':', '_']);
    // After so many digits a blank is enough.
    let long = (6..=12).contains(&digits(code)) && rest.starts_with(' ');
    let apart = rest.starts_with([' ', ':', '_']) && rest.contains(['-', '–', '—', ':', '_']);
    let named = name.starts_with(char::is_alphabetic) && (long || rest.len() - name.len() > 1);
    let apart = apart || long;
    let labelled = code.len() > 1 || !code.is_empty() && rest.starts_with(": ");
    (labelled && apart && named).then_some((code, name))
}

/// A product's code without what spreadsheets and offices put around and between its digits; `hs` says
/// that an odd number of them lacks its first zero.
pub fn product_code(text: &str, hs: bool) -> String {
    let text = text.trim();
    let text = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    // A star before a name refers to a note.
    let text = text.trim_matches(['\'', '’', '`']).trim_start_matches('*').trim();
    let text = text
        .strip_suffix(".0")
        .filter(|own| own.bytes().all(|byte| byte.is_ascii_digit()))
        .unwrap_or(text);
    // Genesis and others write the list before the code: `WA284690`, `HS 8541`.
    let listed = ["WA", "HS", "CN", "HTS"].iter().find_map(|list| text.strip_prefix(list));
    let text = listed
        .map(str::trim_start)
        .filter(|own| own.len() >= 2 && own.bytes().all(|byte| byte.is_ascii_digit()))
        .filter(|_| hs)
        .unwrap_or(text);
    let named = coded(text);
    let text = named.map_or(text, |(code, _)| code);
    if !hs || !text.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    let digits: String = text.chars().filter(|letter| !". -".contains(*letter)).collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || digits.len() > 12 {
        return text.to_owned();
    }
    // A name behind it keeps the zero before it, which a spreadsheet takes from a number.
    if digits.len() % 2 == 1 && named.is_none() { format!("0{digits}") } else { digits }
}

/// What a heading calls the month or the period that the title names.
pub const OF_REPORT: &str = "当月|當月|本月|当期|本期|당월|this month|current month|reporting month|tháng báo cáo|trong tháng|berichtsmonat|mois courant|mes actual";

/// What a heading calls the same months of the year before.
pub const YEAR_BEFORE: &str =
    "上年|去年|前年|同期|previous|last year|year ago|prior|năm trước|전년";

/// What the first cell of a pivot table begins with: `Sum of Net weight (t)`.
pub const SUM_OF: &str =
    "sum of |summe von |somme de |suma de |soma de |somma di |求和项:|求和项：";

/// What says that a value has freight and insurance in it, and that it has not.
pub const WITH_FREIGHT: &str = "cif|cost insurance|cost, insurance";
/// What says that it has neither.
pub const WITHOUT_FREIGHT: &str = "fob|free on board";

/// Whether a column is called after what part of imports pays which duty.
pub fn is_by_duty(name: &str) -> bool {
    const DUTIES: &str = "dutiable|duty free|dutyfree|specific duty|specificduty|ad valorem|preferential|eligible|quota|pref ";
    holds(&small(name).replace(['_', '-'], " "), DUTIES)
}

/// Words of columns that name several countries of one row: where goods come from, where they go to, and
/// whom they pass on the way.
const SIDES: [&str; 3] = [
    "exporter|exporting|country of export|exportador|exportateur|origin|origen|origem|herkunft|ursprung|origine|pochodzenia|происхожд|原产|原產|원산지|menşe",
    "importer|importing|country of import|importador|importateur|destin|bestimmung|przeznaczenia|назначени|目的|최종|varış",
    "consign|acquisi|adquisi|provenance|provenien|procedencia|procedência|shipment|transit|intermedia|trading country|versend|启运|起运|贸易国",
];

/// Whether a column names where goods come from or where they go to.
pub fn is_side(name: &str) -> bool {
    matches!(side(name), Some(0 | 1))
}

/// Whom a column names: where goods come from, where they go to, or whom they pass.
pub fn side(name: &str) -> Option<usize> {
    let name = small(name);
    // As gravity data have them: `iso3_o`, `iso3_d`.
    let short = ["_o", "_d"].into_iter().position(|own| name.ends_with(own));
    SIDES.iter().position(|words| holds(&name, words)).or(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_trade() {
        assert_eq!(way(b"X"), Some(Way::Flow(Flow::Export)));
        assert_eq!(way(b"Imports"), Some(Way::Flow(Flow::Import)));
        assert_eq!(way(b"Re-Export"), Some(Way::Part));
        assert_eq!(way("出口".as_bytes()), Some(Way::Flow(Flow::Export)));
        for (text, flow) in [
            ("İhracat", Flow::Export),
            ("ИМ", Flow::Import),
            ("Utførsel", Flow::Export),
            ("Innførsel", Flow::Import),
            ("進口", Flow::Import),
        ] {
            assert_eq!(way(text.as_bytes()), Some(Way::Flow(flow)), "{text}");
        }
        for text in ["復出口", "Trade balance", "Wiederausfuhr", "进出口", "수출입"] {
            assert_eq!(way(text.as_bytes()), Some(Way::Part), "{text}");
        }
        assert_eq!(counted("1000 An").map(|(_, times)| times), Some(1000.0));
        assert_eq!(counted("亿个").map(|(_, times)| times), Some(1e8));
        assert_eq!(counted("000 DOZ").map(|(_, times)| times), Some(1000.0));
        assert_eq!(counted("10000 pairs").map(|(_, times)| times), Some(10_000.0));
        assert_eq!(counted("100 million pieces").map(|(_, times)| times), Some(1e8));
        assert_eq!(counted("number").map(|(_, times)| times), Some(1.0));
        assert_eq!(way("Exportaciones".as_bytes()), Some(Way::Flow(Flow::Export)));
        for (text, flow) in [
            ("Balance of payments basis Exports", Flow::Export),
            ("Exp FY2023-24", Flow::Export),
            ("Imp. 2024", Flow::Import),
            ("IMP2024", Flow::Import),
        ] {
            assert_eq!(flow_in(text), Some(Way::Flow(flow)), "{text}");
        }
        assert_eq!(flow_in("Imports by exporter"), Some(Way::Flow(Flow::Import)));
        for text in
            ["Exporter", "sideways", "1", "2", "Exports and imports", "expert", "Expenditure 2024"]
        {
            assert_eq!(way(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn weights_and_factors() {
        for (text, expected) in [
            ("kg", Some(1e-3)),
            ("100 kg", Some(0.1)),
            ("QUANTITY_IN_100KG", Some(0.1)),
            ("千克", Some(1e-3)),
            ("万吨", Some(1e4)),
            ("Netweight (kg)", Some(1e-3)),
            ("1000 t", Some(1e3)),
            ("Metric tons", Some(1.0)),
            ("thousand tonnes", Some(1e3)),
            ("Number of items", None),
            ("台", None),
            ("Value (USD)", None),
            ("short tons", Some(0.907_184_74)),
            ("Weight", None),
            ("column G", None),
        ] {
            match (tonnes(text), expected) {
                (Some(found), Some(expected)) => {
                    assert!((found - expected).abs() < 1e-9 * expected.abs(), "{text}: {found}")
                }
                (found, expected) => assert_eq!(found, expected, "{text}"),
            }
        }
        for (text, expected) in [
            ("US$ billion", Some(1e9)),
            ("1000 USD", Some(1e3)),
            ("万美元", Some(1e4)),
            ("亿元", Some(1e8)),
            ("Values in US$ Million", Some(1e6)),
            ("US$ '000", Some(1e3)),
            ("千円", Some(1e3)),
            ("百万円", Some(1e6)),
            ("USD mn", Some(1e6)),
            ("Value (USD)", None),
            ("千克", None),
            ("Rs. crore", Some(1e7)),
            ("Mrd. EUR", Some(1e9)),
            ("Value (£m)", Some(1e6)),
            ("M€", Some(1e6)),
            ("EUR m", Some(1e6)),
            ("Euro Thousand", Some(1e3)),
            ("ล้านบาท", Some(1e6)),
            ("(단위 : 톤(TON), 천 달러(USD 1,000))", Some(1e3)),
            ("Thousand euros / milliers d’euros", Some(1e3)),
            ("hundred thousand pieces", Some(1e5)),
            ("In 1,000,000 dollars", Some(1e6)),
            ("Exportations FOB (MTND)", Some(1e6)),
            ("export_usd_100m", Some(1e8)),
            ("value (100k EUR)", Some(1e5)),
            ("MARS 2024", None),
            ("MALL", None),
            ("Unit: USD1,000,000", Some(1e6)),
            ("HS6", None),
            ("тысяча долларов США", Some(1e3)),
            ("в миллионах рублей", Some(1e6)),
            ("in Tausenden Euro", Some(1e3)),
            ("Wert, T€", Some(1e3)),
            ("Md€", Some(1e9)),
            ("Q1 2022 (m EUR)", Some(1e6)),
            ("Exports (th. EUR)", Some(1e3)),
            ("5th edition", None),
        ] {
            assert_eq!(factor_in(text), expected, "{text}");
        }
    }

    #[test]
    fn money_is_what_is_named() {
        for (text, expected) in [
            ("Value (USD)", "USD"),
            ("VALUE_IN_EUROS", "EUR"),
            ("Trade Value (US$)", "USD"),
            ("人民币", "CNY"),
            ("美元", "USD"),
            ("value_usd", "USD"),
            ("tradevalueeur", "EUR"),
            ("TEUR", "EUR"),
            ("万美元", "USD"),
            ("Exportations FOB (MTND)", "TND"),
            ("Unit: USD1,000,000", "USD"),
            ("Value in RM (FOB)", "MYR"),
            ("金额（欧元）", "EUR"),
            ("出口额（亿日元）", "JPY"),
            ("进口额（万英镑）", "GBP"),
            ("金额(新西兰元)", "NZD"),
            ("수출액(백만 유로)", "EUR"),
            ("Value, Danish kroner", "DKK"),
            ("RM million", "MYR"),
        ] {
            assert_eq!(
                money_in(text).map(|unit| unit.code().to_owned()).as_deref(),
                Some(expected),
                "{text}"
            );
        }
        for text in [
            "Value ($)",
            "¥",
            "All",
            "Wert",
            "Value/Valeur",
            "commerce extérieur",
            "Europe",
            "RM",
            "Raw materials (RM)",
        ] {
            assert_eq!(money_in(text), None, "{text}");
        }
    }

    #[test]
    fn indicators_say_what_they_are() {
        assert_eq!(what("VALUE_IN_EUROS", ""), Some(What::Value(1.0)));
        assert_eq!(what("QUANTITY_IN_100KG", ""), Some(What::Weight(0.1)));
        assert_eq!(what("SUPPLEMENTARY_QUANTITY", ""), Some(What::Other));
        assert_eq!(what("export_weight_pct", ""), Some(What::Other));
        assert_eq!(what("Export quantity", "t"), Some(What::Weight(1.0)));
        assert_eq!(what("Export value", "1000 USD"), Some(What::Value(1000.0)));
        assert_eq!(what("Quantity", ""), Some(What::Quantity));
        assert_eq!(what("Seasonally adjusted", ""), None);
    }

    #[test]
    fn totals_and_groups_by_name() {
        for name in [
            "World",
            "All countries",
            "Grand total",
            "Mundo",
            "Welt",
            "合计",
            "总值",
            "전체",
            "총계",
            "計",
            "Общо",
            "Gesamtergebnis",
            "Suma",
            "Razem",
            "TOTAL FOR ALL COUNTRIES",
        ] {
            assert_eq!(named_total(name), Some(Named::World), "{name}");
        }
        assert_eq!(named_total("EU27_2020"), Some(Named::Group));
        for name in [
            "All countries/territories",
            "TOTAL FOR ALL PORTS",
            "Tous les pays",
            "Все страны",
            "Länder insgesamt",
            "Tüm ülkeler",
            "所有国家和地区",
            "各國合計",
            "전체국가",
            "TOTAL EXPORTS",
            "T O T A L",
            "G R A N D  T O T A L",
        ] {
            assert_eq!(named_total(name), Some(Named::World), "{name}");
        }
        assert_eq!(named_total("European Union (EU)"), Some(Named::Group));
        assert_eq!(named_total("European Union (EU 27) Aggregation"), Some(Named::Group));
        assert_eq!(named_total("Total OPEC"), Some(Named::Perhaps));
        for name in [
            "China",
            "Rest of the world",
            "Other countries",
            "All other countries",
            "Totalan",
            "Dominican Republic",
            "中国",
            "the",
        ] {
            assert_eq!(named_total(name), None, "{name}");
        }
    }

    #[test]
    fn codes_are_cleaned_and_told_apart() {
        for (text, expected) in [
            ("284690.0", "284690"),
            ("8505.11.00", "85051100"),
            ("'0112", "0112"),
            ("=\"0101\"", "0101"),
            ("1", "01"),
            ("WA284690", "284690"),
            ("10121", "010121"),
            ("TOTAL", "TOTAL"),
            ("28XXXXXX", "28XXXXXX"),
            ("8505 11", "850511"),
            ("08 -- FRUTAS / FRUTOS", "08"),
            ("84713010 - Laptops", "84713010"),
            ("850511 Magnets", "850511"),
            ("8505.11-00 Magnets", "85051100"),
            ("01-05 - Live animals", "01-05 - Live animals"),
            ("8505 Magnets", "8505 Magnets"),
            ("[15119036] Palm olein", "15119036"),
            ("CE201-Basic chemicals", "CE201"),
            ("A4-paper", "A4-paper"),
        ] {
            assert_eq!(product_code(text, true), expected, "{text}");
        }
        assert_eq!(product_code("'0112", false), "0112");
        assert_eq!(product_code("287", false), "287");
        assert!(fits_hs("284690") && fits_hs("10121") && !fits_hs("2876") && !fits_hs("77"));
        assert_eq!(System::named("hs6"), Some(System::Hs));
        assert_eq!(System::named("SITC code"), Some(System::Sitc));
        assert_eq!(System::named("Product"), None);
    }
}
