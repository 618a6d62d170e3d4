//! Whether values and quantities are in thousands, millions or the like.

use super::likely_money::{said_money, usual_money};
use super::quantity_units::apart;
use crate::import::asking::Asking;
use crate::import::cells::cell_numbers::number;
use crate::import::cells::vocabulary::{
    Named, factor_in, holds, is_mil, money_in, named_total, small, tonnes,
};
use crate::import::columns::balances;
use crate::import::columns::column_names::has_unread_size;
use crate::import::columns::first_rows::Sample;
use crate::import::layouts::{Layout, Role, TRADE_MAP, UNNAMED};
use crate::util;
use crate::util::{Lower as _, number_in};
use crate::wording::facts::Asked;
use crate::wording::say::import::noticed;
use crate::wording::say::import::questions as words;

/// What a kilogram of hardly any traded goods costs less than, in most money.
const CHEAP: f64 = 0.05;

/// What a kilogram costs in the middle of the first rows, where there are enough of them to tell.
fn price(layout: &Layout, sample: &Sample) -> Option<f64> {
    let pairs = [
        (Role::Value, Role::Weight),
        (Role::Exports, Role::ExportWeight),
        (Role::Imports, Role::ImportWeight),
    ];
    let (value, weight) = pairs
        .into_iter()
        .find_map(|(value, weight)| Some((layout.place(value)?, layout.place(weight)?)))?;
    let unit = layout.place(Role::WeightUnit);
    let read = |row: &Vec<String>, at: usize| {
        row.get(at)
            .and_then(|cell| number(cell.as_bytes(), layout.marks(at)))
            .filter(|own| *own > 0.0)
    };
    let of_row = |row: &Vec<String>| {
        let tonnes = match unit {
            Some(at) => tonnes(row.get(at)?)?,
            None => layout.weight?,
        };
        Some(read(row, value)? / (read(row, weight)? * tonnes * 1000.0))
    };
    let mut prices: Vec<f64> = sample.rows.iter().take(400).filter_map(of_row).collect();
    util::sort(&mut prices, f64::total_cmp);
    if prices.len() < 5 { None } else { prices.get(prices.len() / 2).copied() }
}

/// How many of the money one is: as the columns' names or the titles say, else as figures look.
pub fn factor(
    layout: &mut Layout,
    sample: &Sample,
    asking: &mut Asking<'_>,
    columns: &[usize],
    (name, title): (&str, &str),
) {
    if let Some(word) = asking.answer("factor") {
        match number_in(word)
            .filter(|factor| *factor > 0.0 && *factor <= 1e12)
            .or_else(|| factor_in(word))
        {
            Some(factor) => return take_factor(layout, factor),
            None => asking.wrong("factor", word, words::a_number_or_word()),
        }
    }
    // What the column says of itself stands before what the titles say of all.
    let own = layout.factor_in(name);
    let alone = || balances::names_alone(layout, sample);
    let named = own.is_some() || money_in(name).is_some() && !alone();
    let mil = layout.mil;
    let titled = || {
        title
            .split('|')
            .filter(|part| {
                money_in(part).is_some()
                    || holds(
                        &part.lower(),
                        "value|unit|单位|金额|figures|단위|dollar|currency|القيمة",
                    )
            })
            .find_map(|part| {
                // Of `US$ thousand, tons` the part with the money; `1,000` is one number.
                let whole = apart(&part.replace(",000", "000"));
                let parts = whole.split([',', '，', ';', '、']);
                let of_money = parts.clone().find(|part| money_in(part).is_some());
                let of_value =
                    || parts.clone().find(|part| holds(&small(part), "value|values|dollar"));
                of_money
                    .or_else(of_value)
                    .map_or_else(|| factor_in(part), factor_in)
                    .map(|found| if is_mil(part) { found * mil } else { found })
            })
    };
    // Each row says it, and the column may say it once more.
    if layout.scale.is_some() {
        if let Some(found) = own.or_else(titled) {
            twice(layout, sample, asking, found);
        }
        return;
    }
    if let Some(found) = own.or_else(|| if named { None } else { titled() }) {
        // A note or another title may say something else of the same figures.
        let told = |line: &&String| {
            let about = || holds(&small(line), "figures|values|value|data");
            tonnes(line).is_none() && (money_in(line).is_some() || about())
        };
        let notes = sample.notes.iter().filter(told);
        let size = |line: &str| {
            line.replace(",000", "000").split([',', ';', '，', '；', '。']).find_map(factor_in)
        };
        let mut other = notes.filter_map(|line| Some((size(line)?, line)));
        if let Some((size, line)) = other.find(|(size, _)| *size != found) {
            let (size, found) = (size.to_string(), found.to_string());
            let asked = words::factor_of_note(&found, line, &size);
            let answer = asking.ask("factor", &size, &[&size, &found], asked);
            return take_answer(layout, asking, &answer);
        }
        return take_factor(layout, found);
    }
    if layout.name == TRADE_MAP {
        return asked_factor(layout, asking, "1000", words::factor_of_site(layout.name));
    }
    // A title may say what a column that names money alone does not, and the figures may look like it.
    let notes = sample.notes.iter().map(String::as_str);
    let told = title.split('|').chain(notes);
    let told = told.filter(|part| tonnes(part).is_none()).find_map(factor_in);
    // Where the currency was asked, it was with factors that the price of a kilogram speaks for.
    let unsaid = asking.said.get("money").is_none();
    let cheap = price(layout, sample).filter(|price| unsaid && *price < CHEAP);
    let cheap = cheap.map(|price| if price < CHEAP / 1000.0 { 1e6 } else { 1e3 });
    if let Some(likely) = titled().or(told).or(cheap) {
        let priced = cheap.is_some() && titled().or(told).is_none();
        return asked_factor(layout, asking, &likely.to_string(), words::factor(name, priced));
    }
    // A currency that is written out beside no word of scale counts in ones, however many decimals there are.
    let named = named || money_in(title).is_some();
    if named && asking.said.get("money").is_none() {
        let unread = || {
            let text = if money_in(name).is_some() { name } else { title };
            let cell = largest(layout, sample, columns)?.1;
            has_unread_size(text)
                .then(|| (odd(layout, sample, columns).map_or(1.0, |own| own.0), cell))
        };
        if let Some((likely, cell)) = of_country(layout, sample, columns).or_else(unread) {
            let asked = words::factor_of_decimals(name, cell);
            asked_factor(layout, asking, &likely.to_string(), asked);
        }
        return;
    }
    if named {
        return;
    }
    // A currency that is asked for counts in ones where no size is answered: they stand beside it.
    let of_money = |(id, _): &(String, String)| id == "money";
    if asking.said.answers.iter().any(of_money) || asking.asked.iter().any(|own| own == "money") {
        return;
    }
    // Decimals are no more than a reason to ask.
    let Some((_, cell)) = odd(layout, sample, columns) else { return };
    asked_factor(layout, asking, "1", words::factor_of_decimals(name, cell));
}

/// How many of the money one likely is, by what a kilogram costs: how figures look says nothing.
pub fn likely_factor(layout: &Layout, sample: &Sample) -> Option<f64> {
    match price(layout, sample) {
        Some(price) if price < CHEAP / 1000.0 => Some(1e6),
        Some(price) if price < CHEAP => Some(1e3),
        Some(_) => None,
        None => of_chapters(layout, sample),
    }
}

/// What the label of a row says in brackets that figures are in, as it may stand behind the first name alone: `Total
/// Merchandise Imports (Thousand Dollars)`.
pub fn labelled_factor(layout: &Layout, sample: &Sample) -> Option<f64> {
    let names = [Role::Partner, Role::PartnerName, Role::Product, Role::ProductName];
    let labels = names.into_iter().filter_map(|role| layout.place(role));
    let mut labels = labels.flat_map(|at| sample.distinct(at, 60));
    labels.find_map(|label| factor_in(label.strip_suffix(')')?.rsplit_once('(')?.1))
}

/// How many of the money one likely is where the goods are whole chapters, and all of them together come to less than
/// any country trades in ones.
fn of_chapters(layout: &Layout, sample: &Sample) -> Option<f64> {
    let at = layout.place(Role::Product)?;
    let goods = sample.distinct(at, 120);
    let chapter = |cell: &&str| cell.len() < 3 && cell.parse().is_ok_and(|own: u8| own < 100);
    let column = layout.place(Role::Value).or(layout.place(Role::Exports))?;
    let read = |cell| number(cell, layout.marks(column));
    let sum: f64 = sample.cells(column).filter_map(|cell| read(cell.as_bytes())).sum();
    let broken = sample.cells(column).any(|cell| cell.contains(['.', ',']));
    let few = sum / sample.rows.len().max(1) as f64;
    (goods.len() >= FEWEST_CHAPTERS && goods.iter().all(chapter) && few < 1e4)
        .then_some(if broken { 1e6 } else { 1e3 })
}

/// So many chapters are a country's trade.
const FEWEST_CHAPTERS: usize = 10;

/// How many of its money one is where the figures are of all goods with all partners, and fewer than any country
/// trades in ones.
fn of_country<'a>(
    layout: &Layout,
    sample: &'a Sample,
    columns: &[usize],
) -> Option<(f64, &'a str)> {
    let (most, cell) = of_all(layout, sample, columns).filter(|(most, _)| *most < 1e6)?;
    Some((billions_or_millions(sample, most), cell))
}

/// How many of its money one is of so many of a country’s whole trade.
fn billions_or_millions(sample: &Sample, most: f64) -> f64 {
    if most >= 1e3 {
        1e6
    } else if in_myriads(sample) {
        1e8
    } else {
        1e9
    }
}

/// Whether a table is in Chinese, Japanese or Korean, which count in ten thousands and hundred millions.
pub fn in_myriads(sample: &Sample) -> bool {
    let counted =
        |letter: char| matches!(letter, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    sample.titles.iter().chain(&sample.header).any(|text| text.chars().any(counted))
}

/// The largest of all figures, and its cell, where some of them are of all goods with all partners.
fn of_all<'a>(layout: &Layout, sample: &'a Sample, columns: &[usize]) -> Option<(f64, &'a str)> {
    if layout.partners_at().is_some()
        || layout.partner.is_some()
        || layout.goods.as_ref().is_some_and(|own| own.code != UNNAMED)
        || layout.spare.is_some()
        || layout.sets.iter().any(|set| set.country.or(set.goods).is_some())
    {
        return None;
    }
    let goods = layout.goods_at();
    let whole = |at: usize| {
        sample.distinct(at, 500).iter().any(|name| named_total(name) == Some(Named::World))
    };
    if !goods.is_none_or(whole) {
        return None;
    }
    largest(layout, sample, columns)
}

/// The largest figure of some columns, and its cell.
pub fn largest<'a>(
    layout: &Layout,
    sample: &'a Sample,
    columns: &[usize],
) -> Option<(f64, &'a str)> {
    let of = |at: &usize| {
        let marks = layout.marks(*at);
        let read = move |cell: &'a str| Some((number(cell.as_bytes(), marks)?.abs(), cell));
        sample.cells(*at).filter_map(read).max_by(|one, other| one.0.total_cmp(&other.0))
    };
    let found = columns.iter().filter_map(of).max_by(|one, other| one.0.total_cmp(&other.0));
    found.filter(|(own, _)| *own > 0.0)
}

/// How many of the money one is where the figures have other decimals than money has, and one of them.
pub fn odd<'a>(layout: &Layout, sample: &'a Sample, columns: &[usize]) -> Option<(f64, &'a str)> {
    // Money has no decimals or two. One, or three and more, are those of thousands or millions.
    let mut odd: Option<(usize, &str)> = None;
    let (mut hundredths, mut tenths, mut all) = (0, 0, 0);
    let (mut whole, mut long, mut single) = (0, 0, 0);
    for at in columns {
        let decimal = if layout.commas.contains(at) { ',' } else { '.' };
        for cell in sample.cells(*at).take(400) {
            let read = number(cell.as_bytes(), layout.marks(*at)).filter(|own| *own != 0.0);
            whole += usize::from(read.is_some_and(|own| own.fract() == 0.0));
            // What programs keep in half as many digits ends in a power of two.
            let halved = read.is_some_and(|own| f64::from(own as f32) == own);
            let behind = cell.rsplit_once(decimal).map_or("", |(_, behind)| behind);
            let digits = behind.bytes().all(|byte| byte.is_ascii_digit());
            if digits && behind.trim_end_matches('0').len() > 2 {
                long += 1;
                single += usize::from(halved);
            }
            match behind.trim_end_matches('0').len() {
                _ if !digits => {}
                2 if behind.len() == 2 => hundredths += 1,
                1 if behind.len() == 1 => {
                    tenths += 1;
                    odd = odd.or(Some((1, cell)));
                }
                // More than six come of a conversion, of figures in ones, too, where they are large.
                own @ 3..
                    if odd.is_none_or(|(most, _)| own > most)
                        && (own < 7 || cell.len() < own + 6) =>
                {
                    odd = Some((own, cell));
                }
                _ => {}
            }
            all += usize::from(digits && !behind.is_empty());
        }
    }
    // Most of what has decimals has two of them.
    let mixed = layout.place(Role::Amount).is_some();
    if hundredths * 2 > all || mixed && hundredths > 0 {
        return None;
    }
    let (places, cell) = odd?;
    // Most large figures are whole and the others in cents: the customs' own, in ones; thousands have decimals in
    // nearly every cell.
    let most = largest(layout, sample, columns).map_or(0.0, |(most, _)| most);
    if long == 0 && hundredths > 0 && whole * 2 > whole + tenths + hundredths && most >= 1e5
        || long > 2 && single == long && most >= 1e5
    {
        return None;
    }
    // More decimals here and there than most figures have come of a sum that was computed.
    if places > 2 && (tenths + hundredths) * 2 > all {
        return None;
    }
    // A tenth, or a millionth, is of millions; a thousandth of thousands.
    let decimal = |letter: char| letter == '.' || letter == ',';
    let digits = |behind: &str| behind.trim_end_matches('0').len();
    let behind = cell.rsplit_once(decimal).map_or(0, |(_, behind)| digits(behind));
    let likely = match (behind, of_all(layout, sample, columns)) {
        // A country's trade in all goods is of that size.
        (1, Some((all, _))) if all < 1e3 => billions_or_millions(sample, all),
        (3, Some((all, _))) if all >= 1e5 => 1e3,
        (3, None) => 1e3,
        _ => 1e6,
    };
    // More than any country trades.
    let most = largest(layout, sample, columns).map_or(0.0, |(all, _)| all);
    let money = said_money(layout, sample).unwrap_or_else(|| usual_money(layout, sample));
    let small = matches!(money, "JPY" | "KRW" | "INR" | "RUB");
    // Decimals of what is as large come of a conversion; no two countries trade a tenth of it.
    let limit = if layout.partners_at().is_some() { MOST_TRADED / 10.0 } else { MOST_TRADED };
    let fits = |own: &f64| small || most * own <= limit;
    [likely, 1e3].into_iter().find(fits).map(|own| (own, cell))
}

/// More than any country trades in a year, in money of which one buys something.
const MOST_TRADED: f64 = 1e13;

/// What multiplies where a column of factors stands beside words that name one: the one where both say the
/// same, else what is answered.
pub fn twice(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>, stated: f64) {
    let Some(at) = layout.scale else { return };
    let cells = sample.distinct(at, 12);
    if cells.iter().all(|cell| layout.scale_in(cell).is_none_or(|own| own == 1.0)) {
        return;
    }
    let name = sample.name(at);
    let answer = if cells.iter().all(|cell| layout.scale_in(cell) == Some(stated)) {
        layout.supposed.push(noticed::multiplied_once(name));
        "words".to_owned()
    } else {
        asking.ask(
            "factor",
            "column",
            &["column", "words", "both"],
            words::factor_twice(stated, name, &cells),
        )
    };
    match answer.as_str() {
        "column" => layout.worded = true,
        "words" => {
            layout.scale = None;
            take_factor(layout, stated);
        }
        "both" => take_factor(layout, stated),
        _ => asking.wrong("factor", &answer, &words::one_of(&["column", "words", "both"])),
    }
}

fn asked_factor(layout: &mut Layout, asking: &mut Asking<'_>, likely: &str, asked: Asked) {
    const FACTORS: [&str; 6] = ["1", "1000", "10000", "1000000", "100000000", "1000000000"];
    let answer = asking.ask("factor", likely, &FACTORS, asked);
    take_answer(layout, asking, &answer);
}

fn take_answer(layout: &mut Layout, asking: &mut Asking<'_>, answer: &str) {
    match number_in(answer) {
        Some(factor) => take_factor(layout, factor),
        None => asking.wrong("factor", answer, words::a_number()),
    }
}

pub fn take_factor(layout: &mut Layout, factor: f64) {
    layout.factor = factor;
    for set in &mut layout.sets {
        if let Some((_, own)) = &mut set.value
            && *own == 1.0
        {
            *own = factor;
        }
    }
}

/// Asks what `mil` is, unless words around it are Spanish or Portuguese, where it is a thousand.
pub fn mil(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let columns = [Role::Measure, Role::Unit].into_iter().filter_map(|role| layout.place(role));
    let cells = columns.chain(layout.scale).flat_map(|at| sample.distinct(at, 30));
    let named = layout.figures().into_iter().map(|at| sample.name(at));
    let titles = sample.titles.iter().map(String::as_str);
    let Some(text) = named.chain(cells).chain(titles).find(|text| is_mil(text)) else { return };
    let roman =
        |text: &String| holds(&small(text), "exporta|importa|valor|país|pais|dólar|ano|año");
    let texts =
        || sample.titles.iter().chain(&sample.header).chain(sample.rows.iter().take(3).flatten());
    if texts().any(|text| !text.lower().contains("exportation") && roman(text)) {
        return;
    }
    let answer = asking.ask("mil", "1000000", &["1000000", "1000"], words::mil(text));
    match number_in(&answer) {
        Some(own @ (1e3 | 1e6)) => layout.mil = own / 1e3,
        _ => asking.wrong("mil", &answer, &words::one_of(&["1000000", "1000"])),
    }
    // What headings said before the question was answered.
    let times = layout.mil;
    for set in &mut layout.sets {
        if let Some((at, factor)) = &mut set.value
            && is_mil(sample.name(*at))
        {
            *factor *= times;
        }
    }
}
