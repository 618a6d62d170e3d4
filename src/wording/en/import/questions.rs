//! What a file does not say and a reader is asked.

use super::super::joining::all_of;
use crate::trade::{Flow, Month, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::{Asked, Column, Source, Whole};

/// A column, which is called by its letter where it has no name.
pub(super) fn column(name: &str) -> String {
    match Column::named(name) {
        Column::Lettered(letter) => format!("column {letter}"),
        Column::Headed(name) => format!("column “{name}”"),
    }
}

/// How many figures have something, and the word that goes with one of them or with many.
fn counted(count: u64, one: &'static str, many: &'static str) -> (String, &'static str) {
    match count {
        1 => ("1 figure has".to_owned(), one),
        _ => (format!("{count} figures have"), many),
    }
}

const TWICE: &str = "A total taken for one of its parts is counted twice.";
const MULTIPLIED: &str = "Every value is multiplied by the answer.";
const GOODS: &str =
    "With a wrong answer, part of the trade is shown as all of it, or the other way round.";

/// What a column's codes of exports and imports mean: each answer has a word for each of them.
pub fn flows(name: &str, codes: &[String], answers: &[Vec<&str>]) -> Asked {
    let label = |words: &Vec<&str>| {
        let pairs = codes.iter().zip(words);
        let pairs: Vec<String> = pairs
            .map(|(code, word)| {
                format!("{code} is {}", if *word == "part" { "left out" } else { word })
            })
            .collect();
        pairs.join(", ")
    };
    let quoted = codes.iter().map(|code| format!("“{code}”")).collect_vec();
    Asked {
        text: format!(
            "What {} {} mean in the {}?",
            if codes.len() == 1 { "does" } else { "do" },
            all_of(&quoted.iter().map(String::as_str).collect_vec()),
            column(name)
        ),
        labels: answers.iter().map(label).collect(),
        matters: "A wrong answer swaps exports and imports, or leaves rows out.",
    }
}

/// Exports or imports.
pub fn flow() -> Asked {
    Asked::of(
        "Are these exports or imports?".to_owned(),
        &["exports", "imports"],
        "Your answer applies to every figure.",
    )
}

/// Whether the month stands before the day.
pub fn dates(name: &str, first: &str, month: Option<Month>, day: Option<Month>) -> Asked {
    let [month, day] = [month, day].map(|one| one.map(Month::long).unwrap_or_default());
    let text = format!("In the {}, does {first} mean {month} or {day}?", column(name));
    Asked::of(text, &[&month, &day], "A wrong answer moves every figure to another month.")
}

const YEARS: [&str; 5] = [
    "a year from April to March",
    "a year from July to June",
    "a year from October to September",
    "a calendar year",
    "a month, such as November 2010",
];
const YEARS_MATTER: &str = "Years that begin in different months cover different trade.";

/// When a year of the header begins.
pub fn year_of_header(name: &str) -> Asked {
    Asked::of(format!("What does {name} in the header mean?"), &YEARS, YEARS_MATTER)
}

/// When a column's years begin.
pub fn year(name: &str, first: &str) -> Asked {
    let text = format!("What does {first} in the {} mean?", column(name));
    Asked::of(text, &YEARS, YEARS_MATTER)
}

/// Which mark stands before decimals, in one column or several.
pub fn marks(names: &[&str], found: &str, point: &str, comma: &str) -> Asked {
    let columns = match names {
        [name] => column(name),
        names => format!("columns {}", names.join(", ")),
    };
    Asked::of(
        format!(
            "In the {columns}, does the mark in {found} separate thousands or decimals: is it {point} or {comma}?"
        ),
        &[point, comma],
        "A wrong answer makes figures a thousand times too large or too small.",
    )
}

/// What brackets around a few figures mean.
pub fn brackets(name: &str, found: &str) -> Asked {
    Asked::of(
        format!("What do the brackets around {found} in the {} mean?", column(name)),
        &[
            "the publisher’s mark, as of an uncertain figure: it is counted as it stands",
            "a minus",
            "the number of a note below: there is no figure",
        ],
        "Trade taken for less than zero makes sums too small.",
    )
}

/// Whose list codes are of.
pub fn codes(name: &str, example: &str) -> Asked {
    Asked::of(
        format!(
            "Which classification do codes such as {example} in the {} come from?",
            column(name)
        ),
        &[
            "the Harmonized System, or a customs tariff",
            "the SITC",
            "broad economic categories",
            "PRODCOM",
            "the CPC",
            "NAICS, NACE or ISIC",
            "another, or the file’s own",
        ],
        "Codes take their names and chapters from it.",
    )
}

/// What a weight is counted in.
pub fn unit(name: &str) -> Asked {
    Asked::of(
        format!("What unit is the {} in?", column(name)),
        &[
            "kilograms",
            "tonnes",
            "thousand tonnes",
            "grams",
            "pounds",
            "pieces",
            "litres",
            "square metres",
            "cubic metres",
        ],
        "Taking kilograms for tonnes makes every quantity a thousand times too large.",
    )
}

/// Which of several currencies is used.
pub fn which_currency(name: &str, codes: &[&str]) -> Asked {
    let text = format!(
        "The {} has several currencies, which cannot be added up. Which one should be used?",
        column(name)
    );
    Asked::of(text, codes, "Rows in other currencies are left out.")
}

/// What figures are counted in beside ones; those of a table whose language counts in ten thousands, in these, too.
pub const fn sizes(myriads: bool) -> &'static [&'static str] {
    if myriads {
        &["1000", "10000", "1000000", "100000000", "1000000000"]
    } else {
        &["1000", "1000000", "1000000000"]
    }
}

/// One of these in words, before a currency.
fn size_words(size: &str) -> &'static str {
    match size {
        "1000" => "thousand",
        "10000" => "ten thousand",
        "1000000" => "million",
        "100000000" => "hundred million",
        _ => "billion",
    }
}

/// The currency of values, and how many of it one is where nothing states that: then the first ones have
/// these sizes behind them. They may be quantities in some units.
pub fn money(
    name: &str,
    first: &[&str],
    sizes: &[&str],
    others: &[&str],
    quantities: &[&str],
) -> Asked {
    let mut labels = Vec::new();
    for own in first.iter().map(|code| currency(code)) {
        labels.push(own.clone());
        labels.extend(sizes.iter().map(|size| format!("{} {own}", size_words(size))));
    }
    labels.extend(others.iter().map(|code| currency(code)));
    labels.extend(quantities.iter().map(|code| format!("not a currency: {}", unit_words(code))));
    let text = if sizes.is_empty() {
        format!("What currency is the {} in?", column(name))
    } else {
        format!(
            "What currency is the {} in, and is it in ones, thousands, millions or billions? The file does not say.",
            column(name)
        )
    };
    let matters = "Values are multiplied accordingly, shown in that currency and never compared with another. Any ISO code can be typed.";
    Asked { text, labels, matters }
}

/// A unit by its code or, where it has none, as it stands.
fn unit_words(code: &str) -> String {
    Unit::parse(code).map_or_else(|| code.to_owned(), Unit::words)
}

/// A currency by its code.
fn currency(code: &str) -> String {
    match code {
        "XXX" => "units of an unnamed currency".to_owned(),
        "GBP" => "pounds sterling".to_owned(),
        "KRW" => "won".to_owned(),
        "JPY" => "yen".to_owned(),
        "CNY" => "yuan".to_owned(),
        "BRL" => "reais".to_owned(),
        "RUB" => "roubles".to_owned(),
        code => Unit::parse(code).map_or_else(|| code.to_owned(), Unit::words),
    }
}

const FACTORS: [&str; 6] =
    ["one", "a thousand", "ten thousand (万)", "a million", "a hundred million (亿)", "a billion"];

/// How many of the currency one is, where a kilogram would be too cheap, or where a larger unit is named
/// beside the table.
pub fn factor(name: &str, cheap: bool) -> Asked {
    let why = if cheap {
        "a kilogram would otherwise cost next to nothing"
    } else {
        "the lines above or below the table mention a larger unit"
    };
    let text =
        format!("What does 1 in the {} stand for? The file does not say, and {why}.", column(name));
    Asked::of(text, &FACTORS, MULTIPLIED)
}

/// How many of its money one is in what a site downloads without saying it.
pub fn factor_of_site(site: &str) -> Asked {
    let text = format!(
        "What does 1 stand for? {site} shows the unit on its page, most often thousands of US dollars, and leaves it out of this file."
    );
    Asked::of(text, &FACTORS, MULTIPLIED)
}

/// Which goods, in what a site downloads without saying it.
pub fn product_of_site(site: &str) -> Asked {
    let text = format!(
        "Which goods are these? {site} shows the code on its page and leaves it out of this file: enter it, or TOTAL for all goods."
    );
    Asked::of(text, &["all goods"], GOODS)
}

/// Whose trade it is, where at most the file's name says it.
pub fn reporter(likely: &str) -> Asked {
    let text = "Whose trade is this? No column or title says: enter a three-letter country code.";
    let label = if likely == "OWN" { "not named" } else { likely };
    Asked::of(text.to_owned(), &[label], "Every figure is shown as this country’s trade.")
}

/// The same where a value has other decimals than money has.
pub fn factor_of_decimals(name: &str, cell: &str) -> Asked {
    let text =
        format!("What does 1 in the {} stand for? One of its values is {cell}.", column(name));
    Asked::of(text, &FACTORS, MULTIPLIED)
}

/// Which of two multipliers applies.
pub fn factor_twice(stated: f64, name: &str, cells: &[&str]) -> Asked {
    let text = format!(
        "The headings say that 1 stands for {stated}; the {} has {}. Which multiplier applies?",
        column(name),
        cells.join(", ")
    );
    Asked::of(text, &["the column’s", "the headings’", "both"], MULTIPLIED)
}

/// Which of two multipliers is right: a heading's, or that of a line elsewhere.
pub fn factor_of_note(stated: &str, line: &str, size: &str) -> Asked {
    let text = format!(
        "The heading says that 1 stands for {stated}, the line “{line}” that it stands for {size}. Which is right?"
    );
    Asked::of(text, &[size, stated], MULTIPLIED)
}

/// How many dollars one is.
pub fn dollars(name: &str) -> Asked {
    let text = format!("How many US dollars does 1 in the {} stand for?", column(name));
    Asked::of(text, &["a thousand", "one"], MULTIPLIED)
}

/// What `mil` means.
pub fn mil(text: &str) -> Asked {
    Asked::of(
        format!("What does “mil” mean in “{text}”?"),
        &["a million, shortened", "a thousand, in Spanish or Portuguese"],
        MULTIPLIED,
    )
}

const TOTALS: [&str; 2] = ["yes, it is the total", "no, it is one of them"];

/// Whether a name is of all partners or goods.
pub fn total(word: &str, name: &str, partners: bool) -> Asked {
    let what = if partners { "partners" } else { "goods" };
    let text = format!("Is “{word}” in the {} the total of all {what}?", column(name));
    Asked::of(text, &TOTALS, TWICE)
}

/// Whether what equals a sum is one.
pub fn summed(word: &str) -> Asked {
    let text = format!("“{word}” always equals the sum of all others. Is it their total?");
    Asked::of(text, &TOTALS, TWICE)
}

/// Whether rows that equal the sum of those next to them are their totals: some of their names, and the
/// first one's parts.
pub fn subtotals(names: &[String], parts: &[String], more: usize) -> Asked {
    let (first, of) = (names.first().map_or("", String::as_str), parts.join(" + "));
    let text = match names {
        [_] => {
            format!("“{first}” equals the sum of the rows next to it ({of}). Is it their subtotal?")
        }
        _ => format!(
            "“{}”{} each equal the sum of the rows next to them (“{first}” is {of}). Are they subtotals?",
            names.join("”, “"),
            if more == 0 { String::new() } else { format!(" and {more} more") }
        ),
    };
    Asked::of(text, &["yes: left out", "no: counted like other rows"], TWICE)
}

/// Whether columns with figures below zero hold exports or imports.
pub fn signed(name: &str, below: usize, all: usize) -> Asked {
    let are = if below == 1 { "is" } else { "are" };
    Asked::of(
        format!(
            "{below} of the {all} figures in the {} {are} negative, as in balances and growth rates. Does the column hold exports or imports?",
            column(name)
        ),
        &[
            "no: a balance or a change, which is not opened",
            "yes: those below zero are corrections",
        ],
        "A balance or a growth rate taken for trade makes every chart wrong.",
    )
}

/// Whether a column whose figures never change holds those of each time.
pub fn constant(name: &str) -> Asked {
    Asked::of(
        format!(
            "The {} has the same figure for each partner in every period. Did the trade really not change?",
            column(name)
        ),
        &["no: one figure repeated, which is not opened", "yes: the trade did not change"],
        "A repeated figure would be counted again each time.",
    )
}

/// Which of several versions of figures is used: each of some values, one before the other, or all.
pub fn versions(
    count: u64,
    name: &str,
    values: &[String],
    pairs: bool,
    (sum, goods): (Option<&str>, Option<bool>),
) -> Asked {
    let mut labels: Vec<String> = values.iter().map(|value| format!("only {value}")).collect();
    if let ([one, other], true) = (values, pairs) {
        let first = |one: &str, other: &str| format!("{one} where there is one, else {other}");
        labels.extend([first(one, other), first(other, one)]);
    }
    labels.push("all of them, added up".to_owned());
    let each =
        |goods| if goods { "keep each: they are products" } else { "keep each: they are partners" };
    labels.extend(goods.map(|goods| each(goods).to_owned()));
    let (have, differ) = counted(count, "differs", "differ");
    let sum = sum.map(|sum| format!(" “{sum}” equals the sum of all others.")).unwrap_or_default();
    Asked {
        text: format!(
            "{have} the same month, flow, partner and product as another and {differ} only in the {}.{sum} Which should be used?",
            column(name)
        ),
        labels,
        matters: "Adding up versions of one figure makes the total too large; leaving out parts of a whole makes it too small.",
    }
}

/// What rows are that nothing tells apart.
pub fn rows(count: u64, line: u64) -> Asked {
    let (figures, what) = match count {
        1 => ("1 figure repeats".to_owned(), "is it"),
        _ => (format!("{count} figures repeat"), "are they"),
    };
    Asked::of(
        format!(
            "{figures} the month, flow, partner and product of an earlier one (see line {line}). What {what}?"
        ),
        &["parts, to be added up", "corrections: use the later", "repeats: use the first"],
        "Your answer applies to all such rows.",
    )
}

/// Whether a column holds the goods.
pub fn product_column(name: &str, word: &str) -> Asked {
    Asked::of(
        format!("No column was recognised as goods. Are they in the {} (“{word}”)?", column(name)),
        &["yes", "no: every row is trade in all goods"],
        GOODS,
    )
}

/// Whether words of the partners’ column are whose trade it is, on rows of one direction.
pub fn home(name: &str, flow: Flow, words: &str) -> Asked {
    Asked::of(
        format!(
            "Rows of {}, and no others, have “{words}” in the {}. Is that whose trade this is?",
            flow.plural(),
            column(name)
        ),
        &["yes: these rows name no partner", "no: it is the partner"],
        "A country taken for its own partner trades with itself.",
    )
}

/// What the words are that head columns of figures.
pub fn heads(names: &[&str]) -> Asked {
    let shown = names.get(..4).unwrap_or(names).join("”, “");
    let more = match names.len() - names.len().min(4) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    Asked::of(
        format!("Figures stand below “{shown}”{more}. What are these?"),
        &["goods", "partners", "reporters, whose trade this is"],
        "Each column’s figures are shown as trade in these goods, with this partner or of this reporter.",
    )
}

/// Whether a year stands for the part of it that words name: those of its rows, or of a line or the file’s name.
pub fn part_of_year(words: &str, year: Option<i32>, part: &str, beside: bool) -> Asked {
    let (short, rest): (String, bool) =
        (words.chars().take(60).collect(), words.chars().count() > 60);
    let said = format!("“{short}{}”", if rest { "…" } else { "" });
    let text = match (year, beside) {
        (Some(year), true) => format!("{said} stands beside {year}. Is that {part} alone?"),
        (Some(year), false) => {
            format!(
                "{said} names a part of {year}. Are the figures of {year} those of {part} alone?"
            )
        }
        (None, _) => {
            format!(
                "{said} names a part of a year. Is each year its own months alone, such as {part}?"
            )
        }
    };
    Asked::of(
        text,
        &["yes: those months alone", "no: whole years"],
        "Part of a year taken for all of it looks like a fall.",
    )
}

/// Whether a file is of the same trade as those before.
pub fn overlap(count: u64, title: &str) -> Asked {
    Asked::of(
        format!(
            "{count} of its figures differ from those of earlier files, and its title is different (“{title}”). Is it the same trade?"
        ),
        &["no: leave this file out", "yes: use the later file’s figures"],
        "If it is not, figures for other goods or partners replace the earlier ones.",
    )
}

/// Which of several tables is read.
pub fn table(names: &[&str]) -> Asked {
    Asked::of(
        "It holds several tables. Which one should be read?".to_owned(),
        names,
        "Only that table is read, because two of the same trade would count it twice.",
    )
}

/// Whether the first line is data.
pub fn header(first: &str) -> Asked {
    Asked::of(
        format!("It is unclear which line names the columns. Is “{first}” a row of data?"),
        &["yes: no line names the columns", "no: it names them"],
        "If a row of data is taken for the headings, it is lost.",
    )
}

/// Where the file's own words propose something.
pub(super) fn source(found: Source<'_>) -> String {
    match found {
        Source::Title(line) => format!("“{line}” stands beside the table"),
        Source::Heading(name) => format!("a column is headed “{name}”"),
        Source::Row(word) => format!("rows have “{word}”"),
        Source::Name(words) => format!("the file’s name has “{words}”"),
        Source::Column(name, word) => format!("every row has “{word}” in the {}", column(name)),
    }
}

/// What all of a file is of, where its columns do not say it; each is answered by itself.
pub fn about(items: &[(Whole, Option<Source<'_>>)]) -> Asked {
    let name = |what: &Whole| match what {
        Whole::Reporter => "whose trade this is",
        Whole::Partner => "which partner",
        Whole::Goods => "which goods",
    };
    let label = |what: &Whole| match what {
        Whole::Reporter => "reporter",
        Whole::Partner => "partner",
        Whole::Goods => "goods",
    };
    let item = |(what, found): &(Whole, Option<Source<'_>>)| match found {
        None => name(what).to_owned(),
        Some(found) => format!("{} ({})", name(what), source(*found)),
    };
    let items_said: Vec<String> = items.iter().map(item).collect();
    let all = all_of(&items_said.iter().map(String::as_str).collect_vec());
    Asked {
        text: format!("Fill in what no column says: {all}."),
        labels: items.iter().map(|(what, _)| label(what).to_owned()).collect(),
        matters: "Your answers apply to every figure. Leave what you do not know as it is; WLD means all partners, TOTAL all goods.",
    }
}

/// Which column holds what.
pub fn columns() -> Asked {
    Asked::of(
        "Which column holds what?".to_owned(),
        &[],
        "Every figure is read from the columns you choose.",
    )
}

/// Whether all rows are of the period that the title names.
pub fn period_of_title(words: &str) -> Asked {
    Asked::of(
        format!(
            "No column or heading gives the period; the title names {words}. Do all rows belong to it?"
        ),
        &["yes, all of them"],
        "Every figure is shown in that period.",
    )
}

/// Which of several columns of one direction counts.
pub fn side(flow: Flow, names: &[&str]) -> Asked {
    Asked::of(
        format!("Which column holds the {}?", flow.plural()),
        names,
        "The columns count in different ways and differ in size.",
    )
}

/// Which of several columns holds the value.
pub fn value_column(names: &[&str]) -> Asked {
    Asked::of(
        "Which column holds the value?".to_owned(),
        names,
        "Values may include freight and insurance (CIF) or not (FOB), or be counted on another basis.",
    )
}

/// Which of several countries of a row is the partner: perhaps both, or the one that goes with the flow.
pub fn partner_column(names: &[String], pairs: bool, by_flow: bool) -> Asked {
    let both = [
        (pairs, "both: the first exports to the second"),
        (by_flow, "where imports come from and exports go to"),
    ];
    let both = both.into_iter().filter(|(there, _)| *there).map(|(_, words)| words.to_owned());
    Asked {
        text: format!("Rows name several countries ({}). Which is the partner?", names.join(", ")),
        labels: both.chain(names.iter().cloned()).collect(),
        matters: "Countries of origin, destination and transit differ.",
    }
}

/// Whether the countries of the only column of them report or are traded with.
pub fn whose_country(name: &str) -> Asked {
    Asked::of(
        format!(
            "Are the countries in the {} the reporters, whose trade this is, or the partners?",
            column(name)
        ),
        &["the reporters", "the partners"],
        "A wrong answer shows a country’s exports as goods exported to it.",
    )
}

/// Which of several columns below the same heading counts; of two, whether one is a weight and one money.
pub fn again(name: &str, columns: &[(String, &str)], paired: bool) -> Asked {
    let both = |[weight, money]: [usize; 2]| {
        let own = |at: usize| columns.get(at).map_or("", |(letter, _)| letter);
        format!("both: {} is the weight or quantity, {} the value", own(weight), own(money))
    };
    let label = |(letter, cell): &(String, &str)| match paired {
        true => format!("only column {letter}, with {cell}"),
        false => format!("column {letter}, with {cell}"),
    };
    let pairs = [[0, 1], [1, 0]].into_iter().filter(|_| paired).map(both);
    let shown: Vec<String> =
        columns.iter().map(|(letter, cell)| format!("{cell} in column {letter}")).collect();
    let asked = match paired {
        true => format!("One row has {}. What are they?", shown.join(" and ")),
        false => "Which of them should be used?".to_owned(),
    };
    Asked {
        text: format!(
            "{name} and other headings each stand above {} columns. {asked}",
            columns.len()
        ),
        labels: pairs.chain(columns.iter().map(label)).collect(),
        matters: "They are different figures for the same periods, and the file does not say how they differ.",
    }
}

/// Which of several columns of one period counts.
pub fn of_one_period(names: &[&str]) -> Asked {
    Asked::of(
        format!(
            "Several columns are of the same period: {}. Which of them should be used, here and wherever they stand together?",
            names.join(", ")
        ),
        names,
        "Adding up versions of the same figure gives a meaningless total.",
    )
}

/// Whether the countries that head columns report or are traded with.
pub fn whose_headings(first: &str) -> Asked {
    Asked::of(
        format!(
            "Countries head the columns, {first} the first of them. Are they the reporters, whose trade this is, or the partners?"
        ),
        &["the reporters", "the partners"],
        "A wrong answer shows a country’s exports as goods exported to it.",
    )
}

/// Of which month or year all of it is, where nothing says it.
pub fn period() -> Asked {
    Asked::of(
        "No column, heading or title could be read as the period. To which month or year do all rows belong, such as 2024 or 2024-06?".to_owned(),
        &[],
        "Every figure is shown in that period.",
    )
}

/// Which year months are of; the file’s name may have one.
pub fn year_of_months(named: Option<&str>) -> Asked {
    let named = named.map(|year| format!("; the file’s name has {year}")).unwrap_or_default();
    Asked::of(
        format!(
            "The months stand without their year{named}. Which year are they of, such as 2024?"
        ),
        &[],
        "Every figure is shown in that year.",
    )
}

/// The same where the file’s name speaks of one.
pub fn period_of_name(words: &str) -> Asked {
    Asked::of(
        format!(
            "No column, heading or title gives a period; the file’s name has {words}. To which month or year do all rows belong?"
        ),
        &[words],
        "Every figure is shown in that period.",
    )
}

/// Which of several words of a column count as exports, or as imports.
pub fn kinds(name: &str, flow: Flow, words: &[&str]) -> Asked {
    let only = words.iter().map(|word| format!("only {word}"));
    Asked {
        text: format!(
            "The {} has {}. Which are the {}?",
            column(name),
            words.join(", "),
            flow.plural()
        ),
        labels: only.chain(["all of them, added up".to_owned()]).collect(),
        matters: "One part is less than the total; adding parts to their total counts them twice.",
    }
}

/// That an answer is none.
pub fn wrong(id: &str, answer: &str, expected: &str) -> String {
    format!("{id}={answer} is not a valid answer: {expected} was expected")
}

words! {
    a_column: "the name of a column",
    a_month_number: "a month’s number from 1 to 12",
    a_number: "a number like 1000",
    a_number_or_word: "a number like 1000, or a word like million",
    a_period: "a month or a year, like 2024-06",
    a_year: "a year, such as 2024",
    a_unit: "a unit such as kg, t or piece",
    whole: "the code or name of a country, OWN or WLD, a column, or product= and goods",
    currency_and_factor: "the code of a currency, like USD, EUR or 1000 USD",
}

/// Answers of which one was expected.
pub fn one_of(answers: &[&str]) -> String {
    match answers {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => answers.concat(),
    }
}
