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
    entries::meaning(name)
}

/// What stands where a parameter is left out.
pub fn usual(name: &str) -> &'static str {
    entries::usual(name)
}

/// What was expected of a parameter: one of `words`, where it holds one of a few.
pub fn expected(name: &str, words: &[&str]) -> String {
    entries::expected(name).map_or_else(|| one_of(words), str::to_owned)
}

// An entry for each parameter, in the order of the table. One that holds one of a few words says nothing of
// what was expected: the words are listed.
parameters! {
    "chart" {
        meaning: "the chart: {}",
        usual: "`months`",
    }

    "flow" {
        meaning: "{}",
        usual: "`export`",
    }

    "product" {
        meaning: "a product’s short name, as in `products.csv`",
        usual: "the first one",
        expected: "a product’s short name",
    }

    "partner" {
        meaning: "`WLD` or a country’s code",
        usual: "`WLD`, the world",
        expected: "WLD or a country’s code in capitals",
    }

    "measure" {
        meaning: "{}",
        usual: "`volume`",
    }

    "unit" {
        meaning: "another currency of the values, by its code: `CNY`",
        usual: "the data’s main currency",
        expected: "a currency’s code in capitals",
    }

    "month" {
        meaning: "the month studied, `YYYY-MM`",
        usual: "the latest reported",
        expected: "a month as YYYY-MM",
    }

    "from" {
        meaning: "the first month shown, `YYYY-MM`",
        usual: "the month after the last long gap",
        expected: "a month as YYYY-MM",
    }

    "to" {
        meaning: "the last month shown, `YYYY-MM`",
        usual: "the latest reported",
        expected: "a month as YYYY-MM",
    }

    "compare" {
        meaning: "what the month is compared with: {}",
        usual: "`yoy`",
    }

    "by" {
        meaning: "how a total is broken down: {}",
        usual: "`partner`",
    }

    "adjust" {
        meaning: "whether `decomposition` adjusts the total or each of its parts: {}",
        usual: "`direct`",
    }

    "event" {
        meaning: "the date of an event in `events.csv`, for `effects`",
        usual: "the latest before the month",
        expected: "a date as YYYY-MM-DD",
    }

    "with" {
        meaning: "up to five further series for the chart `series`, separated by commas: `import.PRODUCT.WLD.volume`",
        usual: "none",
        expected: "up to five series such as import.PRODUCT.WLD.volume, separated by commas",
    }

    "per" {
        meaning: "the period of each point of `series`: {}",
        usual: "`month`",
    }

    "as" {
        meaning: "what `series` shows: {}; what `map` shows: `share` or `yoy`",
        usual: "`level`",
    }

    "base" {
        meaning: "the month that counts as 100 in an index, `YYYY-MM`",
        usual: "the first that all series have",
        expected: "a month as YYYY-MM",
    }

    "scale" {
        meaning: "the axis of `series`: {}",
        usual: "`linear`",
    }

    "asof" {
        meaning: "a date, `2024-11-15`, `2024-11` or `2024`: figures published later are left out",
        usual: "all that is known",
        expected: "a date as YYYY-MM-DD, YYYY-MM or YYYY",
    }

    "notes" {
        meaning: "your own notes in the chart, for a month or a range of months, separated by asterisks: `2024-11_Licences*2023-01.2023-06_Slump`",
        usual: "none",
        expected: "up to twelve notes such as 2024-11_Licences, separated by asterisks",
    }

    "theme" {
        meaning: "{}",
        usual: "`auto`, which follows the reader’s system",
    }

    "embed" {
        meaning: "nothing, or `1`: the bare chart, for a frame",
        usual: "the whole page",
        expected: "nothing, 1 or 0",
    }
}
