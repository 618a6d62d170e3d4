//! What an address and the program's options may name: what it means, what stands where it is left out,
//! and what was expected in place of something else.

/// The words that may be named: `mom, yoy or ytd`.
pub fn one_of(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// What a parameter means; `{}` stands for the words that it may hold.
pub fn meaning(name: &str) -> &'static str {
    match name {
        "chart" => "the chart: {}",
        "flow" | "measure" | "theme" => "{}",
        "product" => "a product’s short name, as in `products.csv`",
        "partner" => "`WLD` or a country’s code",
        "unit" => "another currency of the values, by its code: `CNY`",
        "month" => "the month studied, `YYYY-MM`",
        "from" => "the first month shown, `YYYY-MM`",
        "to" => "the last month shown, `YYYY-MM`",
        "compare" => "what the month is compared with: {}",
        "by" => "how a total is broken down: {}",
        "adjust" => "whether `decomposition` adjusts the total or each of its parts: {}",
        "event" => "the date of an event in `events.csv`, for `effects`",
        "with" => {
            "up to five further series for the chart `series`, separated by commas: `import.PRODUCT.WLD.volume`"
        }
        "per" => "the period of each point of `series`: {}",
        "as" => "what `series` shows: {}; what `map` shows: `share` or `yoy`",
        "base" => "the month that counts as 100 in an index, `YYYY-MM`",
        "scale" => "the axis of `series`: {}",
        "asof" => "a date, `2024-11-15`, `2024-11` or `2024`: figures published later are left out",
        "notes" => {
            "your own notes in the chart, for a month or a range of months, separated by asterisks: `2024-11_Licences*2023-01.2023-06_Slump`"
        }
        "embed" => "nothing, or `1`: the bare chart, for a frame",
        _ => "",
    }
}

/// What stands where a parameter is left out.
pub fn usual(name: &str) -> &'static str {
    match name {
        "chart" => "`months`",
        "flow" => "`export`",
        "product" => "the first one",
        "partner" => "`WLD`, the world",
        "measure" => "`volume`",
        "unit" => "the data’s main currency",
        "month" | "to" => "the latest reported",
        "from" => "the month after the last long gap",
        "compare" => "`yoy`",
        "by" => "`partner`",
        "adjust" => "`direct`",
        "event" => "the latest before the month",
        "with" | "notes" => "none",
        "per" => "`month`",
        "as" => "`level`",
        "base" => "the first that all series have",
        "scale" => "`linear`",
        "asof" => "all that is known",
        "theme" => "`auto`, which follows the reader’s system",
        "embed" => "the whole page",
        _ => "",
    }
}

/// What was expected of a parameter: one of `words`, where it holds one of a few.
pub fn expected(name: &str, words: &[&str]) -> String {
    let expected = match name {
        "product" => "a product’s short name",
        "partner" => "WLD or a country’s code in capitals",
        "unit" => "a currency’s code in capitals",
        "month" | "from" | "to" | "base" => "a month as YYYY-MM",
        "event" => "a date as YYYY-MM-DD",
        "with" => "up to five series such as import.PRODUCT.WLD.volume, separated by commas",
        "asof" => "a date as YYYY-MM-DD, YYYY-MM or YYYY",
        "notes" => "up to twelve notes such as 2024-11_Licences, separated by asterisks",
        "embed" => "nothing, 1 or 0",
        _ => return one_of(words),
    };
    expected.to_owned()
}
