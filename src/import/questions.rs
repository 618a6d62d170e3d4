//! Questions about what a file does not say, each with the likeliest answer and the consequence of a wrong
//! one.
//!
//! [`settle`] completes a layout: from columns' names, titles and cells, then from the answers given; the
//! rest is asked.

use super::asking::{Asking, MOST, Question, Said};
use super::balances;
use super::cell_numbers::{Evidence, Marks, either, evidence, is_absent, number, weighed};
use super::chapters;
use super::column_names::{has_unread_size, is_value};
use super::countries::alpha2;
use super::dates::{Dates, is_fiscal, is_pair, period};
use super::first_rows::{Sample, letter};
use super::layouts::{Layout, Role, Set, TRADE_MAP, UNNAMED, When, plain};
use super::mapping::{is_count, is_early_years, is_of_republic};
use super::subtotals;
use super::supposed::{
    goods, heads, kinds, minus, of_headings, of_own_year, of_titles, partners, priced, services,
    sides, when, whose, whose_side, year_apart,
};
use super::titles::Titles;
use super::unused;
use super::versions::{blanks_are_totals, versions};
use super::vocabulary::{
    Named, System, Way, What, code_of, counted, counted_in, factor_in, fits_hs, flow_in, holds,
    is_chapter, is_currency_code, is_mil, is_partial, is_running, is_share, is_subtotal,
    money_beside, money_in, named_total, parts, product_code, side, small, tonnes, way, what,
};
use super::whole_file;
use super::wide::{alike, column_kinds, titled};
use super::within;
use crate::trade::{Flow, Measure, Unit};
use crate::util;
use crate::wording::facts::Asked;
use crate::wording::say::import::{noticed, questions as words};

/// Makes a layout whole; `known` says that its publisher's names are all that is needed for money,
/// factors and systems.
pub fn settle(
    layout: &mut Layout,
    sample: &Sample,
    titles: &Titles,
    asking: &mut Asking<'_>,
    known: bool,
) {
    let known = known || !asking.asks();
    let mut waiting = None;
    if known {
        known_units(layout, sample, asking);
        // DataWeb says above its tables what a type of data may not.
        if layout.name == "USITC DataWeb" {
            layout.flow = layout.flow.or(titles.flow);
        }
        // FAO numbers its items by itself; only where the heading says so they are the CPC's.
        let coded = layout.place(Role::Product).map(|at| small(sample.name(at)));
        if layout.system == System::Cpc && coded.is_some_and(|name| !name.contains("cpc")) {
            layout.system = System::Own;
        }
        // Codes of one digit, of three and of five are of no tariff; one of Eurostat's sets is by SITC.
        if layout.system == System::Hs
            && layout.name.starts_with("Eurostat")
            && let Some(at) = layout.place(Role::Product)
        {
            let odd = |cell: &&str| {
                matches!(cell.len(), 1 | 3 | 5) && cell.bytes().all(|own| own.is_ascii_digit())
            };
            let set = |row: &Vec<String>| row.iter().any(|cell| cell.contains("DS-018995"));
            let cells = sample.distinct(at, 60);
            if cells.iter().any(odd) && cells.iter().all(|cell| cell.len() < 6)
                || sample.rows.first().is_some_and(set)
            {
                layout.system = System::Sitc;
            }
        }
        // Which of its dimensions is of goods an SDMX file does not say.
        if layout.name == "SDMX-CSV" && asking.may_ask() {
            goods(layout, sample, &Titles::default(), asking);
            let none = Titles::default();
            waiting = whole_file::settle(layout, sample, &none, asking, known);
        }
    } else {
        layout.mainlands.clone_from(&sample.mainlands);
        heads(layout, sample, asking);
        of_own_year(layout, sample);
        of_titles(layout, sample, titles, asking);
        when(layout, sample, asking);
        sides(layout, sample, asking);
        partners(layout, sample, titles, asking);
        whose(layout, sample, titles, asking);
        of_headings(layout, sample);
        waiting = whole_file::settle(layout, sample, titles, asking, known);
        repeated(layout, sample, asking);
        minus(layout, sample);
        mil(layout, sample, asking);
    }
    if !known || asking.asks() && layout.name == "SDMX-CSV" {
        priced(layout, sample);
    }
    services(layout, sample);
    if asking.asks() {
        flows(layout, sample, titles, asking, known);
        whose_side(layout, sample);
    } else if !says_flow(layout, sample) {
        asking.lacks = true;
    }
    periods(layout, sample, asking, known);
    if !known {
        within::ask(layout, sample, asking);
    }
    // A spreadsheet that writes commas before decimals parts cells by other marks.
    if !known || sample.separator != b',' {
        marks(layout, sample, asking, known);
    }
    if !known {
        balances::brackets(layout, sample, asking);
        balances::ask(layout, sample, asking);
        system(layout, sample, asking);
        weights(layout, sample, asking);
        money(layout, sample, asking);
        totals(layout, sample, asking);
        answered_totals(layout, asking);
        subtotals::ask(layout, sample, asking);
    }
    lacking(layout, sample);
    let partners = layout.place(Role::Partner).or(layout.place(Role::PartnerName));
    if let Some(at) = partners.filter(|at| !known && blanks_are_totals(layout, sample, *at)) {
        layout.blank_totals = true;
        layout.supposed.push(noticed::blank_totals(sample.name(at)));
    }
    layout.settle();
    if !known {
        unused::list_unused(layout, sample);
    }
    // What the words of every row say goes to the sets that were made before.
    versions(layout, sample, asking);
    if !asking.asks() {
        return;
    }
    if let Some(answer) = asking
        .said
        .get("reporter")
        .filter(|own| *own != "likely" && layout.place(Role::Reporter).is_none())
    {
        whole_file::take(layout, sample, asking, &[], &format!("reporter={answer}"));
    }
    // What nothing hints at is asked beside other things where one screen has room for it; by itself it interrupts
    // nobody.
    match whole_file::beside(asking) {
        0 => layout.waiting = waiting,
        1..MOST => asking.questions.extend(waiting),
        _ => {}
    }
    whole_file::with_flow(asking);
    unasked(layout, asking);
}

/// Tells of answers to what this file raises no question about.
fn unasked(layout: &mut Layout, asking: &Asking<'_>) {
    const ASKED: &str = "country|home|flows|exports-column|imports-column|value-column|partner-column|heads|kinds|again|october|signed|constant|subtotals|mil";
    let Said { answers, words } = asking.said;
    for (id, value) in answers.iter().chain(words) {
        let asked = |own: &String| own == id;
        if ASKED.split('|').any(|own| own == id)
            && value != "likely"
            && !asking.asked.iter().any(asked)
        {
            layout.supposed.push(noticed::not_asked(id));
        }
    }
}

/// Whether a layout or each word of its column says the direction, one word for each.
fn says_flow(layout: &Layout, sample: &Sample) -> bool {
    let sides = [Role::Exports, Role::Imports, Role::ExportWeight, Role::ImportWeight];
    let Some(at) = layout.place(Role::Flow) else {
        return layout.flow.is_some() || sides.into_iter().any(|role| layout.place(role).is_some());
    };
    let words = sample.distinct(at, 12);
    let of = |flow: Flow| {
        let own = |word: &&&str| layout.way(word.as_bytes()) == Some(Way::Flow(flow));
        words.iter().filter(own).count()
    };
    let known = |word: &&str| layout.way(word.as_bytes()).is_some();
    let plain = layout.place(Role::Measure) != Some(at);
    plain
        && words.iter().all(|word| known(word) && !is_partial(word))
        && of(Flow::Export) < 2
        && of(Flow::Import) < 2
}

/// Exports or imports.
fn flows(
    layout: &mut Layout,
    sample: &Sample,
    titles: &Titles,
    asking: &mut Asking<'_>,
    known: bool,
) {
    for (id, flow) in [("exports", Flow::Export), ("imports", Flow::Import)] {
        if let Some(word) = asking.said.get(id) {
            layout.own_ways.push((word.trim().to_lowercase(), Way::Flow(flow)));
        }
    }
    if let Some(at) = layout.place(Role::Flow) {
        let open: Vec<String> = sample
            .distinct(at, 12)
            .into_iter()
            .filter(|cell| layout.way(cell.as_bytes()).is_none() && !is_absent(cell.as_bytes()))
            .filter(|cell| layout.measured(code_of(cell)) != Some(What::Other))
            .map(str::to_lowercase)
            .collect();
        // A few words for all rows are codes; many are something else, and told row by row.
        let all = sample.distinct(at, 12).len();
        kinds(layout, sample, at, asking);
        let met = |flow: Flow| {
            let own = |cell: &&str| layout.way(cell.as_bytes()) == Some(Way::Flow(flow));
            sample.distinct(at, 12).iter().any(own)
        };
        // Beside exports and imports other words are of neither: stocks, production. Codes may be of either.
        let open_to_all = !known && layout.place(Role::Measure) != Some(at);
        let worded = open.iter().all(|word| word.chars().count() > 2);
        let both = met(Flow::Export) && met(Flow::Import);
        let beside = || {
            (met(Flow::Export) || met(Flow::Import))
                && open.iter().any(|word| balances::is_no_trade(word))
        };
        if worded && (open_to_all && all <= 12 && both || !known && !both && beside()) {
            let names: Vec<&str> = open.iter().map(String::as_str).collect();
            if !both {
                layout.supposed.push(noticed::rows_of_no_trade(&names));
            }
            layout.own_ways.extend(open.into_iter().map(|word| (word, Way::Part)));
            return;
        }
        if open.is_empty() || open.len() < all && open.len() > 2 || all > 8 {
            return;
        }
        let mut codes = open;
        util::sort(&mut codes, Ord::cmp);
        let each = |ways: &[&'static str]| {
            ways.iter().copied().cycle().take(codes.len()).collect::<Vec<&str>>()
        };
        let mut meant = vec![each(&["import", "export"]), each(&["export", "import"])];
        if codes.len() > 2 {
            meant.push(each(&["import", "export", "part", "part"]));
        }
        // Beside a word that is known one that is not may be of neither.
        if codes.len() < all {
            meant.push(each(&["part"]));
        }
        let value = |ways: &Vec<&str>| {
            let pairs = codes.iter().zip(ways).map(|(code, way)| format!("{code}={way}"));
            pairs.collect::<Vec<_>>().join(";")
        };
        let values: Vec<String> = meant.iter().map(value).collect();
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        let answer = asking.ask(
            "flows",
            if worded && codes.len() < all { values.last() } else { values.first() }
                .copied()
                .unwrap_or_default(),
            &values,
            words::flows(sample.name(at), &codes, &meant),
        );
        for pair in answer.split(';') {
            let Some((code, word)) = pair.split_once('=') else {
                asking.wrong("flows", &answer, "code=export;code=import");
                continue;
            };
            let way = match word.trim() {
                "part" => Some(Way::Part),
                word => way(word.as_bytes()),
            };
            match way {
                Some(way) => layout.own_ways.push((code.trim().to_lowercase(), way)),
                None => asking.wrong("flows", &answer, "code=export;code=import"),
            }
        }
        return;
    }
    if let Some(word) = asking.said.get("flow").filter(|word| *word != "likely") {
        match Flow::parse(word).or_else(|| whole_file::direction(word)) {
            Some(flow) if layout.flow.is_none() => layout.flow = Some(flow),
            Some(_) => {}
            None => asking.wrong("flow", word, &words::one_of(&["export", "import"])),
        }
    }
    let of_sets = !layout.sets.is_empty() && layout.sets.iter().all(|set| set.flow.is_some());
    let sides = [Role::Exports, Role::Imports, Role::ExportWeight, Role::ImportWeight];
    let sided = sides.into_iter().any(|role| layout.place(role).is_some());
    if layout.flow.is_some() || of_sets || sided {
        return;
    }
    // Columns that are named for one direction say it.
    let of_names = |layout: &Layout| {
        let named = layout.figures().into_iter().map(|at| sample.way(at));
        let mut named = named
            .flatten()
            .filter_map(|way| if let Way::Flow(flow) = way { Some(flow) } else { None });
        let first = named.next()?;
        named.all(|flow| flow == first).then_some(first)
    };
    // So does the head of the countries' column, where nothing else says another.
    let of_countries = || {
        let column = [Role::Partner, Role::PartnerName, Role::Reporter, Role::ReporterName];
        let at = column.into_iter().find_map(|role| layout.place(role))?;
        let own = flow_in(sample.name(at)).filter(|_| side(sample.name(at)).is_none())?;
        let others = sample.header.iter().filter_map(|name| flow_in(name));
        let others = others.chain(titles.flow.map(Way::Flow)).chain(sample.flow);
        match own {
            Way::Flow(flow) if others.into_iter().all(|other| other == own) => Some((flow, at)),
            _ => None,
        }
    };
    if let Some((flow, at)) = of_countries() {
        layout.supposed.push(noticed::flow_of_title(flow, sample.name(at)));
        layout.flow = Some(flow);
        return;
    }
    if let Some(flow) = of_names(layout) {
        // Among goods one column may say it of all: `Other imports`.
        let mut said = layout.sets.iter().filter_map(|set| set.goods).map(|at| sample.name(at));
        let said = said.find(|name| flow_in(name) == Some(Way::Flow(flow)));
        layout.supposed.extend(said.map(|name| noticed::flow_of_column(flow, name)));
        layout.flow = Some(flow);
        return;
    }
    // A label says it, and the name of a sheet, unless others say something else.
    let labelled = titles.labelled.as_ref().or(sample.sheet.as_ref());
    // So does a title that ends with what was done, where neither columns nor the file's name say something else.
    let stated = titles.stated.as_ref().filter(|(flow, _)| {
        let other = |name: &str| flow_in(name).is_some_and(|own| own != Way::Flow(*flow));
        let sided = side_of_partners(layout, sample).is_none_or(|(own, _)| own == *flow);
        sided
            && !sample.header.iter().any(|name| other(name))
            && sample.flow.is_none_or(|own| own == Way::Flow(*flow))
    });
    let labelled = labelled.or(stated);
    if let Some((flow, words)) =
        labelled.filter(|(flow, _)| titles.flow.is_none_or(|own| own == *flow))
    {
        layout.supposed.push(noticed::flow_of_title(*flow, words));
        layout.flow = Some(*flow);
        return;
    }
    // A title that names one of them says nothing for certain: “exports and imports of …”.
    let named = || (0..sample.header.len()).find_map(|at| sample.way(at));
    // Who alone is named sells, or buys; and of many partners who export, they are of imports.
    let of_sides = || {
        let one = |at: usize| sample.distinct(at, 1).len() == 1;
        match layout.sides {
            Some((destination, origin)) => {
                (one(destination) && !one(origin)).then_some(Flow::Import)
            }
            None => side_of_partners(layout, sample).map(|(flow, _)| flow),
        }
    };
    let others = [titles.flow.map(Way::Flow), named(), sample.flow];
    // Who exports may do so to others than who opens the file.
    let sided = side_of_partners(layout, sample).filter(|(_, at)| {
        layout.sides.is_none() && !holds(&small(sample.name(*at)), "export|import")
    });
    if let Some((flow, at)) = sided
        && others.into_iter().flatten().all(|own| own == Way::Flow(flow))
    {
        layout.supposed.push(noticed::flow_of_column(flow, sample.name(at)));
        layout.flow = Some(flow);
        return;
    }
    // A title that begins with it says it, and so does the file's name, where nothing says another: `Exports of …`.
    let told = titles.flow.map(Way::Flow).or(sample.flow);
    let begins = |text: &&String| {
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        // Vietnamese parts the word.
        let two = || text.split(' ').take(2).collect::<Vec<_>>().join(" ");
        // Or is one of its parts: `Databank -> Export -> by country`.
        let part = |part: &str| {
            let own = part.trim().trim_end_matches('-');
            own.is_ascii() && !own.contains(' ') && flow_in(own) == told
        };
        told.is_some()
            && (words.find(|word| !word.is_empty()).and_then(flow_in) == told
                || !text.is_ascii() && flow_in(&two()) == told
                || text.split(['>', '|']).any(part))
    };
    let name = Some(&sample.file).filter(|own| own.split(' ').count() > 3);
    let line = sample.titles.iter().find(begins).or_else(|| name.filter(|own| begins(own)));
    let agrees = |own: Way| Some(own) == told;
    if let (Some(Way::Flow(flow)), Some(line)) = (told, line)
        && others.into_iter().chain([of_sides().map(Way::Flow)]).flatten().all(agrees)
        && asking.said.get("flow").is_none()
    {
        layout.supposed.push(noticed::flow_of_title(flow, line));
        layout.flow = Some(flow);
        return;
    }
    let hinted = titles.flow.or_else(of_sides).map(Way::Flow).or_else(named).or(sample.flow);
    let likely = if hinted == Some(Way::Flow(Flow::Import)) { "import" } else { "export" };
    let answer = asking.ask("flow", likely, &["export", "import"], words::flow());
    layout.flow = Flow::parse(&answer);
    if layout.flow.is_none() {
        asking.wrong("flow", &answer, &words::one_of(&["export", "import"]));
    }
}

/// The direction that the head of the partners' column says, `Country of destination` or `Origin`, and that column.
fn side_of_partners(layout: &Layout, sample: &Sample) -> Option<(Flow, usize)> {
    let at = layout.place(Role::Partner).or(layout.place(Role::PartnerName))?;
    match side(sample.name(at)) {
        Some(0) => Some((Flow::Import, at)),
        Some(1) => Some((Flow::Export, at)),
        _ => None,
    }
}

/// Whose months come first, which month a year begins with, and whether bare numbers are days.
fn periods(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>, known: bool) {
    let columns = layout.figures();
    let running = |at: &usize| is_running(sample.name(*at));
    if !known && !columns.is_empty() && columns.iter().all(running) {
        layout.dates.cumulative = true;
        layout.supposed.extend(columns.first().map(|at| noticed::running(sample.name(*at))));
    }
    let years = layout.place(Role::Period).or(layout.place(Role::Year));
    layout.dates.republic = years.is_some_and(|at| is_of_republic(sample, at));
    let Some(at) = layout.place(Role::Period) else {
        if asking.asks() {
            headings(layout, sample, asking);
        }
        return;
    };
    let cells = sample.distinct(at, 400);
    let digits = |cell: &&str, length: usize| {
        let own = cell.strip_suffix(".0").unwrap_or(cell);
        own.len() == length && own.bytes().all(|byte| byte.is_ascii_digit())
    };
    let days = |cell: &&str| {
        let own = cell.strip_suffix(".0").unwrap_or(cell);
        digits(cell, 5) && own.parse().is_ok_and(|days: u32| (20_000..60_000).contains(&days))
    };
    if !layout.dates.republic && !cells.is_empty() && cells.iter().all(days) {
        layout.dates.serial = true;
        return;
    }
    layout.dates.early = is_early_years(sample, at);
    octobers(layout, sample, asking, at, &cells);
    // Days and months that one cell decides for all.
    let read = |month_first: bool, cell: &str| {
        period(cell.as_bytes(), Dates { month_first: Some(month_first), ..layout.dates })
    };
    let open = cells
        .iter()
        .any(|cell| period(cell.as_bytes(), layout.dates).is_none() && read(true, cell).is_some());
    if open {
        let parts = |cell: &str| -> Option<(u32, u32)> {
            let mut numbers = cell.split(['/', '-', ' ', '.']).map(str::parse);
            Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
        };
        let decided = cells.iter().filter_map(|cell| parts(cell)).find_map(|(one, other)| {
            match (one > 12, other > 12) {
                (true, false) => Some(false),
                (false, true) => Some(true),
                _ => None,
            }
        });
        // Where all days are the first of a month, that is the number that never changes: twelve days of
        // Januaries would be the other reading.
        let numbers: Vec<(u32, u32)> = cells.iter().filter_map(|cell| parts(cell)).collect();
        let ones = numbers.iter().all(|(_, other)| *other == 1);
        let firsts = numbers.iter().all(|(first, _)| *first == 1);
        let months =
            |month: u32| numbers.iter().any(|own| *own == (month, 1) || *own == (1, month));
        let monthly = (ones || firsts) && (1..=12).filter(|own| months(*own)).count() > 3;
        let decided = decided.or_else(|| monthly.then_some(ones));
        if decided.is_none() && !asking.may_ask() {
            return;
        }
        let month_first = decided.unwrap_or_else(|| {
            let told = |cell: &&&str| {
                let own = [true, false].map(|first| read(first, cell).map(|own| own.start));
                own.iter().all(Option::is_some) && own.first() != own.last()
            };
            let first = cells.iter().find(told).or(cells.first()).copied().unwrap_or_default();
            let said = |month_first| read(month_first, first).map(|found| found.start);
            let answer = asking.choose(
                "dates",
                if ones { "month-first" } else { "day-first" },
                &["month-first", "day-first"],
                words::dates(sample.name(at), first, said(true), said(false)),
            );
            answer == Some("month-first")
        });
        layout.dates.month_first = Some(month_first);
    }
    fiscal(layout, sample, asking, &cells, (at, known));
}

/// Whether `2020.1` is a January or an October whose zero was lost with the decimals it was taken for.
fn octobers(
    layout: &mut Layout,
    sample: &Sample,
    asking: &mut Asking<'_>,
    at: usize,
    cells: &[&str],
) {
    let behind = |cell: &&str| {
        let (own, month) = cell.split_once('.')?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let months = matches!(month.len(), 1 | 2) && own.len() == 4 && digits(own) && digits(month);
        months.then(|| month.to_owned())
    };
    let months: Vec<String> = cells.iter().filter_map(behind).collect();
    let has = |own: &str| months.iter().any(|month| month == own);
    if !has("1") || months.len() < cells.len() {
        return;
    }
    let (padded, bare) = (
        months.iter().any(|own| own.starts_with('0')),
        months.iter().any(|own| own.len() == 1 && own != "1"),
    );
    // Months of one digit, and a tenth that has both of its own.
    if bare && has("10") || bare && !padded && !has("11") && !has("12") && !has("9") {
        return;
    }
    if padded && !bare {
        layout.dates.october = true;
        return;
    }
    if !asking.may_ask() {
        return;
    }
    let first = cells.iter().find(|cell| cell.ends_with(".1")).copied().unwrap_or_default();
    let said = |october: bool| {
        let dates = Dates { october, ..layout.dates };
        period(first.as_bytes(), dates).map(|found| found.start)
    };
    let values = ["january", "october"];
    let asked = words::dates(sample.name(at), first, said(false), said(true));
    layout.dates.october = asking.choose("october", values[0], &values, asked) == Some("october");
}

/// The month that the years of headings begin with, where they are written as two.
fn headings(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let columns: Vec<usize> = layout
        .sets
        .iter()
        .filter_map(|set| set.value.map(|(at, _)| at).or(set.weight.map(|(at, _)| at)))
        .collect();
    // Where months stand before the years, they say when it begins: July - June 2023-24.
    let months = |name: &str| {
        name.split(|letter: char| !letter.is_alphabetic()).any(|word| {
            word.chars().count() > 2 && super::dates::year_and_month("2000", Some(word)).is_some()
        })
    };
    let open = |name: &&str| (is_pair(name) || is_fiscal(name)) && !months(name);
    let Some(name) = columns.iter().map(|at| sample.name(*at)).find(open) else { return };
    let answer = asking.ask("year", "4", &YEARS, words::year_of_header(name));
    match answer.parse() {
        Ok(number @ 1..=12) => {
            for set in &mut layout.sets {
                let at = set.value.map(|(at, _)| at).or(set.weight.map(|(at, _)| at));
                if let When::Heading(own) = &mut set.when
                    && own.months == 12
                    && let Some(at) = at.filter(|at| open(&sample.name(*at)))
                {
                    // One that a number alone names and that is the calendar's is no earlier.
                    let later = if number == 1 && is_fiscal(sample.name(at)) { 12 } else { 0 };
                    own.start = own.start.january() + (number - 1 + later);
                }
            }
        }
        _ => asking.wrong("year", &answer, words::a_month_number()),
    }
}

/// Which of several columns is meant where several are of one period: below the same headings once more, or
/// below others that say no more than which they are.
fn repeated(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let kinds = column_kinds(sample);
    let columns = |set: &Set| set.value.map(|(at, _)| at).or(set.weight.map(|(at, _)| at));
    let several = |at: usize| Some(alike(sample, &kinds, at)).filter(|own| own.len() > 1);
    let headed =
        || layout.sets.iter().filter(|set| matches!(set.when, When::Heading(_) | When::Month(_)));
    let Some(first) = headed().filter_map(columns).find_map(several) else { return };
    let names: Vec<&str> = first.iter().map(|at| sample.name(*at)).collect();
    let cells = telling(sample, &first);
    let shown: Vec<(String, &str)> = first.iter().map(|at| letter(*at)).zip(cells).collect();
    let numbers: Vec<String> = (1..=first.len()).map(|number| number.to_string()).collect();
    let mut values: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let same = names.windows(2).all(|pair| pair.first() == pair.get(1));
    // Where each heading stands above two, one may be the weight and one the money.
    let two = |at: usize| alike(sample, &kinds, at).len() == 2;
    let paired = same && headed().filter_map(columns).all(two);
    if paired {
        values.splice(0..0, BOTH);
    }
    let name = names.first().copied().unwrap_or_default();
    let asked = match same {
        true => words::again(name, &shown, paired),
        false => words::of_one_period(&names),
    };
    let likely = if paired { likely_pair(sample, &first) } else { "1" };
    let answer = asking.choose("again", likely, &values, asked);
    if let Some(order) = BOTH.iter().position(|own| Some(*own) == answer) {
        for set in &mut layout.sets {
            let own = columns(set).map(|at| alike(sample, &kinds, at)).unwrap_or_default();
            if let [first, second] = own[..] {
                let (weight, value) = if order == 0 { (first, second) } else { (second, first) };
                (set.value, set.weight) = (Some((value, 1.0)), Some((weight, None)));
            }
        }
        let used: Vec<usize> = layout.used().collect();
        layout.versions.retain(|at| !used.contains(at));
        return;
    }
    let Some(number) = numbers.iter().position(|own| Some(own.as_str()) == answer) else { return };
    // The one that is called the same but for its year, or stands in the same place among its own.
    let rest = |at: usize| year_apart(sample.name(at)).map(|(rest, _)| rest);
    let chosen = first.get(number).and_then(|at| rest(*at)).filter(|_| !same);
    let moved = |at: usize| {
        let own = alike(sample, &kinds, at);
        let other = |at: usize| kinds.get(at).map(|(.., measured)| measured);
        let apart = own.len() == 1 && other(at) != first.first().and_then(|at| other(*at));
        let placed = || own.get(number).copied().filter(|_| own.len() == first.len());
        match &chosen {
            _ if apart => Some(at),
            Some(_) => own.iter().copied().find(|at| rest(*at) == chosen).or_else(placed),
            None => own.get(number).copied().or(Some(at)),
        }
    };
    let taken: Vec<Set> = layout
        .sets
        .iter()
        .map(|set| Set {
            value: set.value.and_then(|(at, factor)| Some((moved(at)?, factor))),
            weight: set.weight.and_then(|(at, tonnes)| Some((moved(at)?, tonnes))),
            ..*set
        })
        .filter(|set| set.value.is_some() || set.weight.is_some())
        .collect();
    layout.sets = taken;
    let used: Vec<usize> = layout.used().collect();
    layout.versions.retain(|at| !used.contains(at) && alike(sample, &kinds, *at).len() < 2);
}

/// The answers that two columns of each period are a weight and money, in the order of the columns.
const BOTH: [&str; 2] = ["quantity-value", "value-quantity"];

/// The cells of some columns in the first row where all of them are figures above zero and differ; where there is none
/// the first of each.
fn telling<'a>(sample: &'a Sample, columns: &[usize]) -> Vec<&'a str> {
    let of = |row: &'a Vec<String>| {
        let cells: Vec<&str> =
            columns.iter().filter_map(|at| Some(row.get(*at)?.as_str())).collect();
        let mut apart = cells.clone();
        util::sort_unique(&mut apart);
        let traded = |cell: &&str| cell.bytes().any(|own| (b'1'..=b'9').contains(&own));
        (apart.len() == columns.len() && cells.iter().all(traded)).then_some(cells)
    };
    let first = |at: &usize| sample.cells(*at).next().unwrap_or_default();
    sample.rows.iter().find_map(of).unwrap_or_else(|| columns.iter().map(first).collect())
}

/// What two columns of one period likely are: versions of one figure where most are near each other; else a weight and
/// money, in the order that offices mostly have them in, unless the first alone has the decimals of money.
fn likely_pair(sample: &Sample, columns: &[usize]) -> &'static str {
    let [first, second] = *columns else { return "1" };
    let read = |row: &Vec<String>, at: usize| either(row.get(at)?).filter(|own| *own > 0.0);
    let rows = sample.rows.iter().filter_map(|row| Some((read(row, first)?, read(row, second)?)));
    let (mut near, mut all) = (0, 0);
    for (one, other) in rows {
        near += usize::from((one / other - 1.0).abs() < 0.25);
        all += 1;
    }
    let money = |at: usize| {
        let behind =
            |cell: &str| cell.rsplit_once(['.', ',']).is_some_and(|(_, own)| own.len() == 2);
        sample.cells(at).next().is_some() && sample.cells(at).all(behind)
    };
    match () {
        () if near * 2 > all => "1",
        () if money(first) && !money(second) => BOTH[1],
        () => BOTH[0],
    }
}

/// The months that years begin with.
const YEARS: [&str; 4] = ["4", "7", "10", "1"];

/// The month that years begin with, where they are written as two.
fn fiscal(
    layout: &mut Layout,
    sample: &Sample,
    asking: &mut Asking<'_>,
    cells: &[&str],
    (at, known): (usize, bool),
) {
    let no_month = cells.iter().any(|cell| period(cell.as_bytes(), Dates::default()).is_none());
    // In a layout that is known, what could be a month is one.
    let paired =
        !cells.is_empty() && cells.iter().all(|cell| is_pair(cell)) && (!known || no_month);
    // One month of November 2010 is `2010-11`, too.
    let sure = paired && (cells.len() > 1 || no_month);
    let words =
        ["fiscal", "fy", "financial year", "財政", "财年", "会计年度", "april-march", "apr-mar"];
    let heading = format!("{} {}", sample.name(at), sample.title()).to_lowercase();
    let within = |text: &str| {
        words.iter().any(|word| {
            if *word == "fy" {
                text.split(|letter: char| !letter.is_alphabetic()).any(|own| own == "fy")
            } else {
                text.contains(word)
            }
        })
    };
    let whole = |cell: &&str| {
        period(cell.as_bytes(), Dates::default()).is_some_and(|found| found.months == 12)
    };
    let named = cells.iter().any(|cell| within(&cell.to_lowercase()))
        || within(&heading) && !cells.is_empty() && cells.iter().all(whole);
    if !paired && !named || !asking.may_ask() {
        return;
    }
    let first = cells.first().copied().unwrap_or_default();
    let month = (!named && !sure).then_some("month");
    let values: Vec<&str> = YEARS.into_iter().chain(month).collect();
    let asked = words::year(sample.name(at), first);
    let usual = match layout.reporter.as_deref() {
        Some("PAK" | "AUS" | "BGD" | "EGY" | "NPL") => "7",
        Some("USA" | "THA") => "10",
        _ => "4",
    };
    let answer = asking.ask("year", month.unwrap_or(usual), &values, asked);
    match answer.parse() {
        Ok(number @ 1..=12) => layout.dates.fiscal = Some(number),
        _ if answer == "month" => {}
        _ => asking.wrong("year", &answer, words::a_month_number()),
    }
}

/// Which mark stands before decimals, column by column.
fn marks(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>, known: bool) {
    match asking.said.get("marks") {
        Some("comma") => {
            layout.commas = layout.figures();
            return;
        }
        Some("point") => return,
        Some("likely") | None => {}
        Some(other) => asking.wrong("marks", other, &words::one_of(&["point", "comma"])),
    }
    let columns = layout.figures();
    let judged: Vec<(usize, Evidence)> =
        columns.iter().map(|at| (*at, evidence(sample.cells(*at)))).collect();
    let commas = judged.iter().filter(|(_, found)| *found == Evidence::Only(Marks::Comma));
    layout.commas = commas.map(|(at, _)| *at).collect();
    let points = judged.iter().any(|(_, found)| *found == Evidence::Only(Marks::Point));
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, found) in &judged {
        match found {
            // What another column of the file decides.
            Evidence::Both(_) if !layout.commas.is_empty() && !points => layout.commas.push(*at),
            Evidence::Both(_) if points && layout.commas.is_empty() => {}
            // Where commas part cells, one within quotes marks thousands.
            Evidence::Both(',') if sample.separator == b',' => {}
            // A file that parts thousands by commas elsewhere, or by nothing, has points before decimals.
            Evidence::Both('.')
                if sample.separator == b','
                    && (columns.iter().any(|own| own != at && is_unmarked(sample, *own))
                        || judged.iter().any(|(_, own)| *own == Evidence::Both(','))) => {}
            // Offices write decimals with points, and no marks between thousands.
            Evidence::Both('.') if known => {}
            Evidence::Both(mark) => open.push((*at, *mark)),
            _ => {}
        }
    }
    if !open.is_empty() && !asking.may_ask() {
        return;
    }
    // Of one column it may be known.
    open.retain(|(at, _)| match asking.said.get(&format!("marks:{}", sample.name(*at))) {
        Some("comma") => {
            layout.commas.push(*at);
            false
        }
        own => own != Some("point"),
    });
    let Some((at, mark)) = open.first().copied() else { return };
    let found = sample.cells(at).find(|cell| cell.contains(mark)).unwrap_or_default();
    let names: Vec<&str> = open.iter().map(|(at, _)| sample.name(*at)).collect();
    let read = |marks: Marks| {
        number(found.as_bytes(), marks).map(|value| value.to_string()).unwrap_or_default()
    };
    let (point, comma) = (read(Marks::Point), read(Marks::Comma));
    let answer = asking.choose(
        "marks",
        if (mark == ',') == parts_thousands(sample, at) { "point" } else { "comma" },
        &["point", "comma"],
        words::marks(&names, found, &point, &comma),
    );
    if answer == Some("comma") {
        layout.commas.extend(open.iter().map(|(at, _)| *at));
    }
}

/// Whether a column has numbers of more than three digits without any mark.
fn is_unmarked(sample: &Sample, at: usize) -> bool {
    let long = |cell: &&str| cell.len() > 3 && cell.bytes().all(|byte| byte.is_ascii_digit());
    sample.cells(at).filter(long).count() > 1
}

/// Whether the marks of a column, each with three digits behind it, more likely part thousands than stand
/// before decimals: not where a larger number has none.
fn parts_thousands(sample: &Sample, at: usize) -> bool {
    let bare = |cell: &&str| cell.bytes().all(|byte| byte.is_ascii_digit());
    let mut bare = sample.cells(at).filter(bare).peekable();
    // Decimals of a fixed number stand in every cell.
    let any = bare.peek().is_some();
    (any || sample.separator != b',') && !bare.any(|cell| cell.len() > 3)
}

/// Whose list the products' codes are of.
fn system(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    if layout.place(Role::System).is_some() {
        layout.system = System::Hs;
        return;
    }
    let Some(at) = layout.place(Role::Product) else { return };
    let cells = sample.distinct(at, 500);
    let codes: Vec<String> = cells
        .iter()
        .map(|cell| product_code(cell, true))
        .filter(|code| code.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    // Words are the file's own.
    if codes.len() * 2 < cells.len() || codes.is_empty() {
        layout.system = if codes.is_empty() { System::Own } else { layout.system };
        if codes.is_empty() {
            return;
        }
    }
    let said = match asking.said.get("codes") {
        Some("likely") | None => None,
        Some(word) => match named_system(word) {
            Some(system) => Some(system),
            None => {
                asking.wrong("codes", word, &words::one_of(&LISTS));
                None
            }
        },
    };
    let names = layout.place(Role::ProductName);
    let chapters = names.and_then(|names| chapters::named(sample, at, names));
    let of_others = System::named(sample.name(at)).is_some_and(|own| own != System::Hs);
    if said.is_none()
        && !of_others
        && chapters != Some(true)
        && chapters::sections(sample, at, names)
    {
        layout.system = System::Own;
        layout.supposed.push(noticed::sections(sample.name(at)));
        return;
    }
    // A section or a group of another list has no number above these.
    let few =
        cells.iter().all(|cell| cell.len() < 3 && cell.parse().is_ok_and(|own: u32| own < 23));
    // Whatever list a heading means, names that are none of the chapters' with these numbers are of another.
    let by_name = System::named(sample.name(at)).filter(|own| {
        *own != System::Hs || chapters != Some(false) || says_hs(sample.name(at)) && !few
    });
    if let Some(system) = said.or(by_name) {
        layout.system = system;
        let length = (system == System::Hs).then(|| behind_section(sample, at)).flatten();
        if let (Some(length), Some(cell)) = (length, cells.first()) {
            layout.supposed.push(noticed::behind_section(cell, length));
            layout.behind_section = Some(length);
        }
        return;
    }
    // A column may name the list: `S3`, `SITC Rev. 3`.
    let lists = sample.header.iter().position(|name| plain(name).starts_with("classification"));
    let listed = lists.map(|at| sample.distinct(at, 2)).unwrap_or_default();
    if let [list] = listed.as_slice() {
        let short = Some(System::of_code(list)).filter(|own| list.len() < 4 && *own != System::Own);
        if let Some(system) = System::named(list).or(short) {
            layout.system = system;
            return;
        }
    }
    let plain = |cell: &str| product_code(cell, false).replace(['.', ' ', '-'], "");
    let misfits = cells.iter().filter(|cell| {
        let code = plain(cell);
        // Nine or eleven digits may be whole, as Japan and Taiwan have them.
        let own = if matches!(code.len(), 9 | 11) { code.get(..8).unwrap_or(&code) } else { &code };
        code.bytes().all(|byte| byte.is_ascii_digit()) && !fits_hs(own) && !fits_hs(&code)
    });
    let misfits = misfits.count();
    // Four digits are a heading, or a branch of industry: 2910 is epoxides, or motor vehicles.
    let six = codes.iter().any(|code| code.len() >= 6);
    let fits = misfits * 20 < codes.len() && chapters != Some(false);
    if fits && (six || chapters == Some(true)) {
        layout.system = System::Hs;
        return;
    }
    let example = cells.first().copied().unwrap_or_default();
    let answer = asking.ask(
        "codes",
        match () {
            () if is_of_sections(&cells) => "sitc",
            () if fits && !is_own_list(sample.name(at)) => "hs",
            () => "own",
        },
        &LISTS,
        words::codes(sample.name(at), example),
    );
    match named_system(&answer) {
        Some(system) => layout.system = system,
        None => asking.wrong("codes", &answer, &words::one_of(&LISTS)),
    }
}

/// Whether a heading names the Harmonized System itself, and no code of goods alone.
fn says_hs(name: &str) -> bool {
    parts(name).iter().any(|word| word.starts_with("hs") || is_chapter(word))
}

/// Whether codes are the ten sections of the SITC, with a word for all or none.
fn is_of_sections(cells: &[&str]) -> bool {
    let digit = |cell: &&&str| cell.len() == 1 && cell.bytes().all(|own| own.is_ascii_digit());
    let rest = |cell: &&&str| !digit(cell) && named_total(cell).is_none();
    cells.iter().filter(digit).count() == 10 && !cells.iter().any(|cell| rest(&cell))
}

/// Whether a column's name says that its codes are of the file's own list: numbers of groups, of branches, of
/// a table beside it.
fn is_own_list(name: &str) -> bool {
    const WORDS: &str = "id|ids|group|grp|sector|branch|category|cat|class|key|rubro|ramo";
    let lower = small(name);
    lower
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| WORDS.split('|').any(|own| own == word))
}

/// How many digits the codes of a column have as its name says, where each has the number of its section
/// before them: `52846` below `HS4 ID`.
fn behind_section(sample: &Sample, at: usize) -> Option<usize> {
    let name = plain(sample.name(at));
    let length = [2, 4, 6].into_iter().find(|length| name.contains(&format!("hs{length}")))?;
    let sectioned = |cell: &&str| {
        let section = cell.len().checked_sub(length).and_then(|split| cell.get(..split));
        section.and_then(|own| own.parse().ok()).is_some_and(|own: u32| (1..=22).contains(&own))
            && cell.bytes().all(|byte| byte.is_ascii_digit())
    };
    let cells = sample.distinct(at, 500);
    (!cells.is_empty() && cells.iter().all(sectioned)).then_some(length)
}

/// The lists that codes may be of, as answers name them.
const LISTS: [&str; 7] = ["hs", "sitc", "bec", "prodcom", "cpc", "naics", "own"];

fn named_system(word: &str) -> Option<System> {
    Some(match word.to_lowercase().as_str() {
        "hs" => System::Hs,
        "sitc" => System::Sitc,
        "bec" => System::Bec,
        "prodcom" => System::Prodcom,
        "cpc" => System::Cpc,
        "naics" | "nace" | "isic" => System::Naics,
        "own" => System::Own,
        _ => return None,
    })
}

/// Whether nine digits lack the first of ten, or eleven that of twelve: where others have as many, or where
/// no heading is like theirs.
fn lacking(layout: &mut Layout, sample: &Sample) {
    let Some(at) = layout.place(Role::Product).filter(|_| layout.system == System::Hs) else {
        return;
    };
    let digits = |cell: &str| {
        let code: String =
            cell.trim_end_matches(".0").chars().filter(char::is_ascii_digit).collect();
        code
    };
    let codes: Vec<String> = sample.distinct(at, 500).into_iter().map(digits).collect();
    // As they stand they begin with their heading; else they would fit with a zero before them.
    let as_they_stand = |code: &String| code.get(..8).is_some_and(fits_hs);
    let lack = |length: usize| {
        codes
            .iter()
            .any(|code| code.len() == length + 1 || code.len() == length && !as_they_stand(code))
    };
    (layout.nine_lack_one, layout.eleven_lack_one) = (lack(9), lack(11));
}

/// A text with commas in place of the words that part what is said of values from what is said of quantities.
fn apart(text: &str) -> String {
    [" and ", " und ", " et ", " y "]
        .iter()
        .fold(text.to_owned(), |own, word| own.replace(word, ", "))
}

/// What a column's weight or quantity is counted in.
fn weights(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let role = [Role::Weight, Role::ExportWeight, Role::ImportWeight];
    let of_roles = role.into_iter().find_map(|role| layout.place(role));
    let of_sets = layout.sets.iter().find_map(|set| {
        set.weight
            .filter(|(_, tonnes)| tonnes.is_none() && set.count.is_none() && set.unit.is_none())
    });
    // Rows of quantities, without a column for their unit.
    let of_rows = layout.place(Role::Measure).filter(|at| {
        layout.place(Role::Unit).is_none()
            && sample.distinct(*at, 40).iter().any(|cell| what(cell, "") == Some(What::Quantity))
    });
    let Some(at) = of_roles.or(of_sets.map(|(at, _)| at)).or(of_rows) else { return };
    if layout.place(Role::WeightUnit).is_some() {
        return;
    }
    let name = sample.name(at);
    let title = apart(&sample.title());
    let parts = || title.split(['|', ',', ';', '，', '；', '、']);
    // `Values in Rs. lakhs, quantity in thousands` beside `Unit: KGS`.
    let times = parts()
        .filter(|part| holds(&small(part), "quantity|qty|menge|cantidad|quantité|数量|數量|수량"))
        .find_map(|part| factor_in(part).filter(|_| tonnes(part).is_none()));
    let in_title = || Some(parts().find_map(tonnes)? * times.unwrap_or(1.0));
    // `Quantity in Thousands of NOS`.
    let pieces = || {
        let quantities = parts().filter(|part| {
            what(part, "").is_some_and(|own| matches!(own, What::Quantity | What::Count(..)))
        });
        let behind =
            quantities.filter_map(|part| part.rsplit_once(" in ").or(part.split_once(':')));
        behind.map(|(_, unit)| unit.replace(" of ", " ")).find_map(|unit| counted(&unit))
    };
    let said = asking.said.get("unit").filter(|word| *word != "likely").map(str::to_owned);
    let answer = match said {
        Some(word) => word,
        None => {
            if let Some(found) = tonnes(name).or_else(in_title) {
                return take_weight(layout, Some(found), None);
            }
            if let Some(found) = counted(name).or_else(pieces) {
                return take_weight(layout, None, Some(found));
            }
            // Each cell says its own.
            let mut cells = sample.cells(at).filter(|cell| !is_absent(cell.as_bytes())).peekable();
            if cells.peek().is_some() && cells.all(|cell| weighed(cell.as_bytes()).is_some()) {
                return;
            }
            asking.ask(
                "unit",
                likely_unit(layout, sample, at),
                &["kg", "t", "kt", "g", "lb", "piece", "l", "m2", "m3"],
                words::unit(name),
            )
        }
    };
    let (weight, count) = quantity_of(layout, &answer);
    take_weight(layout, weight, count);
}

/// What a weight is likely counted in: fractions of a kilogram are rare where no value beside them asks for
/// them, and those of all partners together are of thousands of tonnes.
fn likely_unit(layout: &Layout, sample: &Sample, at: usize) -> &'static str {
    let valued = [Role::Value, Role::Exports, Role::Imports, Role::Amount]
        .into_iter()
        .any(|role| layout.place(role).is_some())
        || layout.sets.iter().any(|set| set.value.is_some());
    let decimal = if layout.commas.contains(&at) { ',' } else { '.' };
    let broken = |cell: &str| {
        cell.rsplit_once(decimal).is_some_and(|(_, behind)| {
            behind.bytes().all(|byte| byte.is_ascii_digit())
                && behind.bytes().any(|own| own != b'0')
        })
    };
    let partners = [Role::Partner, Role::PartnerName];
    // A table rounds tonnes to tenths and thousands of money to ones.
    let behind = |cell: &str| cell.rsplit_once(decimal).map_or(0, |(_, behind)| behind.len());
    let rounded = |cell: &str| behind(cell) == 1;
    let values = [Role::Value, Role::Exports, Role::Imports];
    let values = values.into_iter().filter_map(|role| layout.place(role));
    if valued
        && sample.cells(at).nth(4).is_some()
        && sample.cells(at).all(|cell| rounded(cell) || is_absent(cell.as_bytes()))
        && sample.cells(at).filter(|cell| broken(cell)).count() * 2 > sample.cells(at).count()
        && values.flat_map(|at| sample.cells(at)).all(|cell| !is_broken(cell))
    {
        return "t";
    }
    match sample.cells(at).take(400).any(broken) && !valued {
        false => "kg",
        true if partners.into_iter().any(|role| layout.place(role).is_some()) => "t",
        true => "kt",
    }
}

fn take_weight(layout: &mut Layout, weight: Option<f64>, count: Option<(Unit, f64)>) {
    (layout.weight, layout.count) = (weight, count);
    for set in &mut layout.sets {
        if let Some((_, tonnes)) = &mut set.weight
            && tonnes.is_none()
            && set.count.is_none()
        {
            *tonnes = weight;
            set.count = count;
        }
    }
}

/// Currencies that are offered.
const MONEYS: [&str; 12] =
    ["USD", "EUR", "CNY", "GBP", "JPY", "KRW", "INR", "CAD", "AUD", "BRL", "CHF", "RUB"];

/// The money of the values, and how many of it one is.
fn money(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let roles = [Role::Value, Role::Exports, Role::Imports];
    let of_roles: Vec<usize> = roles.into_iter().filter_map(|role| layout.place(role)).collect();
    let of_sets: Vec<usize> =
        layout.sets.iter().filter_map(|set| set.value.map(|(at, _)| at)).collect();
    let columns: Vec<usize> = of_roles.into_iter().chain(of_sets).collect();
    let title = sample.title();
    let first = columns.first().copied().filter(|_| layout.place(Role::Measure).is_none());
    let Some(first) = first else {
        // Amounts that name themselves may leave their money to the titles.
        if layout.place(Role::Amount).is_some() || layout.place(Role::Measure).is_some() {
            let named =
                [Role::Measure, Role::Unit].into_iter().filter_map(|role| layout.place(role));
            let mut cells = named.flat_map(|at| sample.distinct(at, 30));
            let all_named = cells.any(|cell| money_in(cell).is_some());
            layout.money = money_in(&title);
            if let Some((name, moneys)) = several_moneys(layout, sample) {
                let moneys: Vec<&str> = moneys.iter().map(|own| own.code()).collect();
                let likely = moneys.first().copied().unwrap_or_default();
                let asked = words::which_currency(name, &moneys);
                let answer = asking.ask("money", likely, &moneys, asked);
                (layout.money, layout.one_money) = (money_of(&answer), true);
            } else if let Some(word) = asking.said.get("money").filter(|word| *word != "likely") {
                let own = money_answered(word);
                layout.money = own.map(|(money, _)| money);
                take_factor(layout, own.and_then(|(_, factor)| factor).unwrap_or(1.0));
                if own.is_none() {
                    asking.wrong("money", word, words::currency_and_factor());
                }
            } else if !all_named && layout.money.is_none() && !of_quantities(layout, sample) {
                let likely = said_money(layout, sample).unwrap_or(UNKNOWN_MONEY);
                let at =
                    [Role::Amount, Role::Value].into_iter().find_map(|role| layout.place(role));
                let name = at.map_or("OBS_VALUE", |at| sample.name(at));
                // A row's own words may say how many it counts in one: `Value (in million vatu)`.
                let measure = layout.place(Role::Measure);
                let mut words = measure.into_iter().flat_map(|at| sample.distinct(at, 30));
                let stated = layout.scale.is_some() || words.any(|word| factor_in(word).is_some());
                let answer = asked_money(
                    asking,
                    (likely, None, stated),
                    (name, &[], None),
                    (usual_money(layout, sample), in_myriads(sample)),
                );
                let own = money_answered(&answer);
                layout.money = own.map(|(money, _)| money);
                take_factor(layout, own.and_then(|(_, factor)| factor).unwrap_or(1.0));
            }
            let named =
                [Role::Measure, Role::Unit].into_iter().filter_map(|role| layout.place(role));
            let stated = named
                .flat_map(|at| sample.distinct(at, 30))
                .find_map(|cell| layout.factor_in(cell));
            match (stated, layout.place(Role::Amount)) {
                (Some(found), _) => twice(layout, sample, asking, found),
                // What no row says the lines above may.
                (None, Some(at))
                    if layout.factor == 1.0
                        && !layout.guarded
                        && !of_quantities(layout, sample) =>
                {
                    let name = sample.name(at).to_owned();
                    factor(layout, sample, asking, &[at], (&name, &title));
                }
                _ => {}
            }
        }
        return;
    };
    let name = sample.name(first).to_owned();
    let unit = |cell: &str| money_in(cell);
    // A column of currencies, or of units that name them.
    let used: Vec<usize> = layout.used().collect();
    let column = (0..sample.header.len()).find(|at| {
        const NAMES: &str =
            "currency|money|währung|devise|moneda|valuta|unit|medida|einheit|币制|货币";
        let cells = sample.distinct(*at, 12);
        let code = |cell: &&str| money_in(cell).is_some() && is_currency_code(cell);
        let called = holds(&small(sample.name(*at)), NAMES)
            && cells.iter().any(|cell| money_of(cell).is_some());
        // Codes of money are no codes of anything else.
        !used.contains(at) && (called || !cells.is_empty() && cells.iter().all(code))
    });
    let mut moneys: Vec<&str> = column.map(|at| sample.distinct(at, 12)).unwrap_or_default();
    // Rows of shares beside those of one money are left out.
    let all = moneys.len();
    moneys.retain(|cell| !is_share(cell));
    if let (Some(at), [own]) = (column, moneys.as_slice())
        && all > 1
    {
        layout.only.push((at, (*own).to_owned()));
    }
    let first_money = moneys.first().and_then(|cell| money_of(cell));
    let same = moneys.iter().all(|cell| money_of(cell) == first_money);
    let of_column = match column {
        Some(_) if same => first_money,
        // Several do not add up: one of them is chosen.
        Some(at) => {
            let name = sample.name(at);
            let answer = asking.choose(
                &format!("which:{name}"),
                moneys.first().copied().unwrap_or_default(),
                &moneys,
                words::which_currency(name, &moneys),
            );
            // Until it is answered, too, no row of another money is taken for one of this.
            layout.only.extend(answer.map(|own| (at, own.to_owned())));
            answer.and_then(money_of)
        }
        None => None,
    };
    let said = asking.said.get("money").filter(|word| *word != "likely").map(str::to_owned);
    let (mut times, mut quantity) = (None, None);
    // Only periods, countries and directions head such columns.
    let unsaid = |at: &usize| {
        let name = sample.name(*at);
        what(name, "").is_none() && (flow_in(name).is_some() || !is_value(name))
    };
    let headed = layout.sets.iter().any(|set| set.goods.is_some());
    // What stands beside a weight of its own is none.
    let weighed = layout.sets.iter().any(|set| set.value.is_some() && set.weight.is_some());
    let open = (headed || columns.iter().all(unsaid) && !weighed)
        && layout.minus.is_empty()
        && layout.scale.is_none();
    if let Some(unit) = said.as_deref().filter(|own| open && money_answered(own).is_none()) {
        let counting = quantity_of(layout, unit);
        return take_quantities(layout, counting);
    }
    let stated =
        layout.scale.is_some() || factor_in(&name).is_some() || factor_in(&title).is_some();
    layout.money = match said {
        Some(word) => {
            let own = money_answered(&word);
            if own.is_none() {
                asking.wrong("money", &word, words::currency_and_factor());
            }
            times = own.and_then(|(_, factor)| factor);
            own.map(|(money, _)| money)
        }
        None => {
            let several = of_column.filter(|_| !same);
            let own = (layout.name == TRADE_MAP).then_some(Unit::US_DOLLAR);
            let of_heading = unit(&name).filter(|_| !balances::names_alone(layout, sample));
            let found = several.or(of_heading).or(of_column).or_else(|| unit(&title)).or(own);
            let mut cells = sample.cells(first).take(40);
            let found = found.or_else(|| cells.find_map(money_beside));
            found.or_else(|| own_money(layout, sample)).or_else(|| {
                quantity = titled_quantity(layout, sample);
                if quantity.is_some() {
                    return None;
                }
                // A file's name is no more than a hint.
                let hinted = money_in(&sample.file).map(Unit::code);
                let many = hinted.and_then(|_| factor_in(&sample.file));
                let likely = hinted.or_else(|| said_money(layout, sample));
                // What goods are worth to customs is declared in one's own money; China publishes it in two.
                let declared = || reporters_money(layout, sample).filter(|own| *own != "CNY");
                let customs = small(&name).contains("customs");
                let likely = likely.or_else(|| declared().filter(|_| customs));
                let many = many.or_else(|| likely_factor(layout, sample));
                let many = many.filter(|_| !stated && (likely.is_some() || !headed));
                let likely = likely.unwrap_or(UNKNOWN_MONEY);
                let usual = usual_units(layout, sample).filter(|_| open);
                let rather = usual.filter(|(_, rather)| *rather && hinted.is_none());
                let rather = rather.and_then(|(units, _)| units.first().copied());
                let other = likely_quantity(&name, &sample.file).or(rather).filter(|_| open);
                let mut units = usual.map_or_else(Vec::new, |(units, _)| units.to_vec());
                units.extend(QUANTITIES.iter().filter(|_| open));
                units.dedup();
                let first = (usual_money(layout, sample), in_myriads(sample));
                let answer =
                    asked_money(asking, (likely, many, stated), (&name, &units, other), first);
                if open && money_answered(&answer).is_none() {
                    quantity = Some(quantity_of(layout, &answer));
                    return None;
                }
                times = factor_in(&answer);
                money_of(&answer)
            })
        }
    };
    if let Some(unit) = quantity {
        return take_quantities(layout, unit);
    }
    // Of goods in what may be no money at all nothing says how many one is.
    let of_ones = headed && !stated && layout.money.is_some_and(|own| own.code() == UNKNOWN_MONEY);
    if let Some(found) = times.or(of_ones.then_some(1.0)) {
        return take_factor(layout, found);
    }
    factor(layout, sample, asking, &columns, (&name, &title));
}

/// Whether the units of all amounts are of weights or counts.
fn of_quantities(layout: &Layout, sample: &Sample) -> bool {
    let unit = layout.place(Role::Unit).map(|at| sample.distinct(at, 40)).unwrap_or_default();
    let measures =
        layout.place(Role::Measure).map(|at| sample.distinct(at, 40)).unwrap_or_default();
    let valued = |cell: &&str| matches!(what(cell, ""), None | Some(What::Value(_)));
    !measures.iter().any(valued)
        && !unit.is_empty()
        && unit.iter().all(|cell| tonnes(cell).is_some() || counted(cell).is_some())
}

/// The column of amounts’ units that names several currencies, and these.
fn several_moneys<'a>(layout: &Layout, sample: &'a Sample) -> Option<(&'a str, Vec<Unit>)> {
    let columns = [Role::Unit, Role::Measure].into_iter().filter_map(|role| layout.place(role));
    let mut found = columns.filter(|_| !layout.guarded).map(|at| {
        let mut moneys: Vec<Unit> = Vec::new();
        for money in sample.distinct(at, 40).into_iter().filter_map(money_in) {
            if !moneys.contains(&money) {
                moneys.push(money);
            }
        }
        (sample.name(at), moneys)
    });
    found.find(|(_, moneys)| moneys.len() > 1)
}

/// The money and the factor that an answer names, where it is one: `USD`, `1000 USD`, `US$ million`.
fn money_answered(word: &str) -> Option<(Unit, Option<f64>)> {
    let money = money_of(word)?;
    let many = |rest: &str| {
        let plain = rest.replace([',', ' '], "").parse::<f64>().ok();
        plain.filter(|own| (1.0..=1e12).contains(own)).or_else(|| factor_in(rest))
    };
    match word.trim().rsplit_once(' ') {
        Some((rest, last)) if Unit::parse(&last.to_uppercase()) == Some(money) => {
            many(rest).map(|own| (money, Some(own)))
        }
        _ => Some((money, factor_in(word))),
    }
}

/// The money that an answer names: `USD`, `1000 USD`.
fn money_of(word: &str) -> Option<Unit> {
    let last = word.trim().rsplit(' ').next().unwrap_or_default();
    let own = Unit::parse(&last.to_uppercase()).filter(|own| own.measure() == Measure::Value);
    own.or_else(|| money_in(word))
}

/// The money of countries, by their codes and names.
const HOMES: [(&[&str], &str); 22] = [
    (&["can", "canada"], "CAD"),
    (&["jpn", "japan"], "JPY"),
    (&["gbr", "united-kingdom"], "GBP"),
    (&["aus", "australia"], "AUD"),
    (&["bra", "brazil", "brasil"], "BRL"),
    (&["che", "switzerland", "schweiz"], "CHF"),
    (&["ind", "india"], "INR"),
    (&["chn", "china"], "CNY"),
    (&["nor", "norway", "norge"], "NOK"),
    (&["swe", "sweden", "sverige"], "SEK"),
    (&["dnk", "denmark", "danmark"], "DKK"),
    (&["pol", "poland", "polska"], "PLN"),
    (&["deu", "germany", "deutschland"], "EUR"),
    (&["fra", "france"], "EUR"),
    (&["ita", "italy", "italia"], "EUR"),
    (&["esp", "spain", "españa"], "EUR"),
    (&["nld", "netherlands"], "EUR"),
    (&["hkg", "hong-kong"], "HKD"),
    (&["nzl", "new-zealand"], "NZD"),
    (&["kor", "korea"], "KRW"),
    (&["sgp", "singapore"], "SGD"),
    (&["zaf", "south-africa"], "ZAR"),
];
/// The money of a country, where it is one of those that publish much.
pub fn home(country: &str) -> Option<&'static str> {
    let word = country.to_lowercase().replace(' ', "-");
    HOMES.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, money)| *money)
}

/// Money of which nothing says whose it is.
const UNKNOWN_MONEY: &str = "XXX";

/// The money of whose trade it is, or of the letters it is written in: what is offered first where the file does not
/// say in what it counts, and never proposed.
fn usual_money(layout: &Layout, sample: &Sample) -> &'static str {
    if let Some(money) = reporters_money(layout, sample) {
        return money;
    }
    let texts =
        || sample.titles.iter().chain(&sample.header).chain(sample.rows.iter().take(3).flatten());
    let letters = |first: char, last: char| {
        texts().flat_map(|text| text.chars()).any(|letter| (first..=last).contains(&letter))
    };
    let words = |words: &[&str]| texts().any(|text| has_word(text, words));
    match () {
        () if letters('\u{3040}', '\u{30ff}')
            || sample.header.iter().any(|name| name.contains('価') || name.contains("国名")) =>
        {
            "JPY"
        }
        () if letters('\u{ac00}', '\u{d7a3}') => "KRW",
        () if letters('\u{4e00}', '\u{9fff}') => "CNY",
        () if letters('\u{0400}', '\u{04ff}') => "RUB",
        // A krone of Norway's spelling; others have their own words.
        () if words(&["innførsel", "utførsel"]) => "NOK",
        () if words(&["indførsel", "udførsel"]) => "DKK",
        () if words(&["införsel", "utförsel"]) => "SEK",
        () if sample
            .header
            .iter()
            .any(|name| matches!(plain(name).as_str(), "wert" | "valeur" | "monat" | "mois")) =>
        {
            "EUR"
        }
        () => "USD",
    }
}

/// The money of whose trade all of it is.
fn reporters_money(layout: &Layout, sample: &Sample) -> Option<&'static str> {
    let column = layout.place(Role::Reporter).or(layout.place(Role::ReporterName));
    let cell = column.map(|at| sample.distinct(at, 2)).filter(|cells| cells.len() == 1);
    let own = cell.and_then(|cells| cells.first().copied());
    own.or(layout.reporter.as_deref()).and_then(home)
}

/// Whether one of a text's words is one of these.
fn has_word(text: &str, words: &[&str]) -> bool {
    small(text).split(|letter: char| !letter.is_alphanumeric()).any(|own| words.contains(&own))
}

/// Whose trade the first row, or all of it, is.
fn first_reporter<'a>(layout: &'a Layout, sample: &'a Sample) -> Option<&'a str> {
    let column = layout.place(Role::Reporter).or(layout.place(Role::ReporterName));
    column.and_then(|at| sample.cells(at).next()).or(layout.reporter.as_deref())
}

/// What rupees are called, and counted in.
const RUPEES: &[&str] = &["lakh", "lakhs", "crore", "crores", "rupee", "rupees", "rs"];
/// What the francs of West and Central Africa are called.
const CFA: &[&str] = &["cfa", "fcfa"];

/// The money that a word shared by several countries names beside the one whose trade it is: that one's own.
fn own_money(layout: &Layout, sample: &Sample) -> Option<Unit> {
    const OWN: [(&str, &[&str], &str); 7] = [
        ("USA", &["dollar", "dollars"], "USD"),
        ("BEN|BFA|CIV|GNB|MLI|NER|SEN|TGO", CFA, "XOF"),
        ("CMR|CAF|TCD|COG|GNQ|GAB", CFA, "XAF"),
        ("IND", RUPEES, "INR"),
        ("PAK", RUPEES, "PKR"),
        ("LKA", RUPEES, "LKR"),
        ("NPL", RUPEES, "NPR"),
    ];
    let own = layout.reporter.as_deref()?;
    let (_, words, code) = OWN.iter().find(|(all, ..)| all.split('|').any(|code| code == own))?;
    let mut texts = sample.titles.iter().chain(&sample.header);
    texts.find(|text| has_word(text, words)).and_then(|_| Unit::parse(code))
}

/// The money that the file's own words speak of, where no heading names it for certain.
fn said_money(layout: &Layout, sample: &Sample) -> Option<&'static str> {
    let own = first_reporter(layout, sample);
    worded_money(sample, own).or_else(|| {
        // Counted in hundred thousands; francs of others have their country beside them.
        // Dollars by themselves are those of whose trade it is, else mostly those that trade is counted in.
        const WORDS: [(&[&str], &str); 4] = [
            (&["dollar", "dollars", "dólar", "dólares", "dolares", "dollari"], "USD"),
            (RUPEES, "INR"),
            (CFA, "XOF"),
            (&["franc", "francs"], "FRF"),
        ];
        let rows = sample.rows.iter().take(3).flatten();
        let mut texts = sample.titles.iter().chain(&sample.header).chain(rows);
        let dollars = own.and_then(home).filter(|own| own.ends_with('D'));
        let said = |text: &String| WORDS.into_iter().find(|(words, _)| has_word(text, words));
        let found = texts.find_map(said).map(|(_, money)| match money {
            "USD" => dollars.unwrap_or(money),
            own => own,
        });
        found.or_else(|| dirhams(sample)).or_else(|| {
            // `Value (US Mn)`.
            let us = |text: &String| has_word(text, &["us"]) && factor_in(text).is_some();
            sample.header.iter().chain(&sample.titles).any(us).then_some("USD")
        })
    })
}

/// Dirhams: in French those of Morocco, else those of the Emirates.
fn dirhams(sample: &Sample) -> Option<&'static str> {
    let texts = || sample.titles.iter().chain(&sample.header);
    texts().find(|text| has_word(text, &["dh", "dhs", "dirham", "dirhams"]))?;
    let french = texts().any(|text| holds(&small(text), "valeur|pays|année|libellé|montant"));
    Some(if french { "MAD" } else { "AED" })
}

/// The money that headings and titles call by its word alone, `pesos`, `million taka`, `F$`: of the country whose trade
/// it is, or the only one that is called so.
fn worded_money(sample: &Sample, reporter: Option<&str>) -> Option<&'static str> {
    const SIGNS: [(&str, &str); 6] = [
        ("ksh", "KES"),
        ("tsh", "TZS"),
        ("ush", "UGX"),
        ("tk", "BDT"),
        ("rp", "IDR"),
        ("ghs", "GHS"),
    ];
    const LARGEST: [&str; 2] = ["MXN", "KES"];
    let texts = || sample.titles.iter().chain(&sample.header).map(|text| small(text));
    let sign = |(sign, _): &&(&str, &str)| {
        texts()
            .any(|text| text.split(|letter: char| !letter.is_alphabetic()).any(|own| own == *sign))
    };
    if let Some((_, code)) = SIGNS.iter().find(sign) {
        return Some(code);
    }
    let said = |unit: &Unit| {
        let noun = unit.english().rsplit(' ').next().unwrap_or_default();
        let noun = small(noun);
        // Real terms are no money.
        noun.len() > 3
            && noun != "real"
            && texts().any(|text| {
                let mut words = text.split(|letter: char| !letter.is_alphabetic());
                words.any(|word| word.strip_suffix('s').unwrap_or(word) == noun)
                    || noun == "dollar" && text.contains('$')
            })
    };
    // `Units: …` is no unit of an unnamed currency.
    let money = |unit: &Unit| unit.is_money() && unit.code() != UNKNOWN_MONEY && said(unit);
    let called: Vec<&'static str> = Unit::all().filter(money).map(Unit::code).collect();
    let country = reporter.and_then(alpha2);
    let own = called.iter().find(|code| country.is_some_and(|country| code.starts_with(country)));
    let largest = || LARGEST.into_iter().find(|code| called.contains(code));
    match called.as_slice() {
        [one] => Some(one),
        _ => own.copied().or_else(largest),
    }
}

/// What figures of which nothing says what they are may be instead of money.
const QUANTITIES: [&str; 3] = ["t", "kg", "piece"];

/// What figures are likely counted in that are called a number, or by the file's name weights.
fn likely_quantity(name: &str, file: &str) -> Option<&'static str> {
    const TONNES: [&str; 5] = ["tonnes", "tons", "tonne", "tonnage", "toneladas"];
    const KILOGRAMS: [&str; 3] = ["kg", "kgs", "kilograms"];
    let file = small(file);
    let has = |words: &[&str]| file.split(' ').any(|word| words.contains(&word));
    match () {
        () if is_count(name) => Some("piece"),
        () if money_in(&file).is_some() => None,
        () if has(&TONNES) => Some("t"),
        () => has(&KILOGRAMS).then_some("kg"),
    }
}

/// The units that the goods are mostly counted in of which the file speaks, and whether that is likelier than money:
/// where no heading and no title speaks of what is paid.
fn usual_units(layout: &Layout, sample: &Sample) -> Option<(&'static [&'static str], bool)> {
    let goods = layout.place(Role::ProductName).or(layout.place(Role::Product));
    let goods = goods.map(|at| sample.distinct(at, 6)).unwrap_or_default();
    let texts = || sample.titles.iter().chain(&sample.header).map(String::as_str);
    let own = layout.goods.as_ref().map(|own| own.name.as_str());
    let all = texts().chain([sample.file.as_str()]).chain(own).chain(goods);
    let (units, rather) = all.into_iter().find_map(counted_in)?;
    let of_money =
        |text: &str| money_in(text).is_some() || matches!(what(text, ""), Some(What::Value(_)));
    let paid = texts().any(of_money) || worded_money(sample, None).is_some();
    // Nobody counts parts of a vehicle.
    let broken = || layout.figures().into_iter().any(|at| sample.cells(at).any(is_broken));
    Some((units, rather && !paid && (units != ["piece"] || !broken())))
}

/// Whether a cell has decimals.
fn is_broken(cell: &str) -> bool {
    let behind = cell.rsplit_once(['.', ',']).map_or("", |(_, behind)| behind);
    !behind.is_empty() && behind.len() != 3
}

/// How many tonnes one is, or what is counted and how many of it one is.
type Counting = (Option<f64>, Option<(Unit, f64)>);

/// What a unit that was answered is; one that nobody knows is the file's own, of which that is told.
fn quantity_of(layout: &mut Layout, unit: &str) -> Counting {
    let (many, unit) = numbered(unit);
    let weight = tonnes(unit).map(|own| own * many);
    let count = counted(unit).filter(|_| weight.is_none()).map(|(unit, own)| (unit, own * many));
    if weight.is_some() || count.is_some() {
        return (weight, count);
    }
    layout.supposed.push(noticed::own_unit(unit));
    (None, Unit::parse("own-unit").map(|own| (own, many)))
}

/// The number before a unit, and the unit: `60000 kg`, `60kg`, `1000 60-kg bags`.
fn numbered(unit: &str) -> (f64, &str) {
    let unit = unit.trim();
    let digits = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
    let own = unit.trim_start_matches(digits);
    let number = unit.get(..unit.len() - own.len()).unwrap_or_default().replace(',', "");
    let many = number.parse::<f64>().ok().filter(|many| *many > 0.0 && many.is_finite());
    // `60-kg bags` are a unit of their own.
    match many.filter(|_| own.starts_with(|next: char| next == ' ' || next.is_alphabetic())) {
        Some(many) => (many, own.trim_start()),
        None => (1.0, unit),
    }
}

/// What a line above or below the table says that its only figures are counted in.
fn titled_quantity(layout: &mut Layout, sample: &Sample) -> Option<Counting> {
    let weighed = [Role::Weight, Role::ExportWeight, Role::ImportWeight, Role::WeightUnit];
    if weighed.into_iter().any(|role| layout.place(role).is_some())
        || layout.sets.iter().any(|set| set.weight.is_some())
    {
        return None;
    }
    let mut lines = sample.titles.iter().chain(&sample.notes);
    let said = |line| Some((titled(std::slice::from_ref(line))?, line));
    let (found, line) = lines.find_map(said)?;
    layout.supposed.push(noticed::unit_of_title(line.trim()));
    match found {
        What::Weight(tonnes) => Some((Some(tonnes), None)),
        What::Count(unit, each) => Some((None, Some((unit, each)))),
        _ => None,
    }
}

/// Takes figures for quantities that were held to be values.
fn take_quantities(layout: &mut Layout, (weight, count): Counting) {
    let pairs = [
        (Role::Value, Role::Weight),
        (Role::Exports, Role::ExportWeight),
        (Role::Imports, Role::ImportWeight),
    ];
    for (value, weight) in pairs {
        if let Some(at) = layout.place(value).filter(|_| layout.place(weight).is_none()) {
            layout.put(weight, at);
        }
        layout.take(value);
    }
    for set in &mut layout.sets {
        if let Some((at, _)) = set.value.take() {
            set.weight.get_or_insert((at, None));
        }
    }
    take_weight(layout, weight, count);
}

/// Asks for the money and, where nothing states it, for how many of it one is; where not even that these are
/// values is said, whether they are quantities.
fn asked_money(
    asking: &mut Asking<'_>,
    (likely, many, stated): (&str, Option<f64>, bool),
    (name, units, other): (&str, &[&str], Option<&str>),
    (usual, myriads): (&str, bool),
) -> String {
    // Where none is likely, the usual ones come in their sizes, too.
    let mut first = vec![likely];
    for own in [usual, "USD"].into_iter().filter(|_| likely == UNKNOWN_MONEY) {
        if !first.contains(&own) {
            first.push(own);
        }
    }
    let sizes = words::sizes(myriads);
    let sized = |code: &str| sizes.iter().map(|size| format!("{size} {code}")).collect::<Vec<_>>();
    let all: Vec<(&str, Vec<String>)> = first.iter().map(|code| (*code, sized(code))).collect();
    let sized = sized(likely);
    let mut values: Vec<&str> = Vec::new();
    for (code, sized) in &all {
        values.push(code);
        values.extend(sized.iter().filter(|_| !stated).map(String::as_str));
    }
    let others: Vec<&str> = MONEYS.into_iter().filter(|code| !first.contains(code)).collect();
    values.extend(&others);
    values.extend(units);
    let asked = words::money(name, &first, if stated { &[] } else { sizes }, &others, units);
    let own = many.map(|many| format!("{many} {likely}"));
    let likely = own.as_ref().and_then(|own| sized.iter().find(|sized| *sized == own));
    let likely = likely.map_or(values.first().copied().unwrap_or_default(), String::as_str);
    let likely = other.unwrap_or(likely);
    let answer = asking.ask("money", likely, &values, asked);
    if money_answered(&answer).is_none()
        && units.is_empty()
        && asking.problem.is_none()
        && asking.said.get("money").is_some()
    {
        asking.wrong("money", &answer, words::currency_and_factor());
    }
    answer
}

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
fn factor(
    layout: &mut Layout,
    sample: &Sample,
    asking: &mut Asking<'_>,
    columns: &[usize],
    (name, title): (&str, &str),
) {
    if let Some(word) = asking.said.get("factor").filter(|word| *word != "likely") {
        match word
            .parse::<f64>()
            .ok()
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
                    || ["value", "unit", "单位", "金额", "figures", "단위", "dollar"]
                        .iter()
                        .any(|word| part.to_lowercase().contains(word))
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
fn likely_factor(layout: &Layout, sample: &Sample) -> Option<f64> {
    match price(layout, sample) {
        Some(price) if price < CHEAP / 1000.0 => Some(1e6),
        Some(price) if price < CHEAP => Some(1e3),
        _ => None,
    }
}

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
fn in_myriads(sample: &Sample) -> bool {
    let counted =
        |letter: char| matches!(letter, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    sample.titles.iter().chain(&sample.header).any(|text| text.chars().any(counted))
}

/// The largest of all figures, and its cell, where some of them are of all goods with all partners.
fn of_all<'a>(layout: &Layout, sample: &'a Sample, columns: &[usize]) -> Option<(f64, &'a str)> {
    let place = |role: Role| layout.place(role);
    if place(Role::Partner).or(place(Role::PartnerName)).is_some()
        || layout.partner.is_some()
        || layout.goods.as_ref().is_some_and(|own| own.code != UNNAMED)
        || layout.spare.is_some()
        || layout.sets.iter().any(|set| set.country.or(set.goods).is_some())
    {
        return None;
    }
    let goods = place(Role::Product).or(place(Role::ProductName));
    let whole = |at: usize| {
        sample.distinct(at, 500).iter().any(|name| named_total(name) == Some(Named::World))
    };
    if !goods.is_none_or(whole) {
        return None;
    }
    largest(layout, sample, columns)
}

/// The largest figure of some columns, and its cell.
fn largest<'a>(layout: &Layout, sample: &'a Sample, columns: &[usize]) -> Option<(f64, &'a str)> {
    let of = |at: &usize| {
        let marks = layout.marks(*at);
        let read = move |cell: &'a str| Some((number(cell.as_bytes(), marks)?.abs(), cell));
        sample.cells(*at).filter_map(read).max_by(|one, other| one.0.total_cmp(&other.0))
    };
    let found = columns.iter().filter_map(of).max_by(|one, other| one.0.total_cmp(&other.0));
    found.filter(|(own, _)| *own > 0.0)
}

/// How many of the money one is where the figures have other decimals than money has, and one of them.
fn odd<'a>(layout: &Layout, sample: &'a Sample, columns: &[usize]) -> Option<(f64, &'a str)> {
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
    let paired = [Role::Partner, Role::PartnerName].into_iter();
    let paired = paired.filter_map(|role| layout.place(role)).next().is_some();
    let limit = if paired { MOST_TRADED / 10.0 } else { MOST_TRADED };
    let fits = |own: &f64| small || most * own <= limit;
    [likely, 1e3].into_iter().find(fits).map(|own| (own, cell))
}

/// More than any country trades in a year, in money of which one buys something.
const MOST_TRADED: f64 = 1e13;

/// What multiplies where a column of factors stands beside words that name one: the one where both say the
/// same, else what is answered.
fn twice(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>, stated: f64) {
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
    match answer.parse::<f64>() {
        Ok(factor) => take_factor(layout, factor),
        Err(_) => asking.wrong("factor", &answer, words::a_number()),
    }
}

fn take_factor(layout: &mut Layout, factor: f64) {
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
fn mil(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let columns = [Role::Measure, Role::Unit].into_iter().filter_map(|role| layout.place(role));
    let cells = columns.chain(layout.scale).flat_map(|at| sample.distinct(at, 30));
    let named = layout.figures().into_iter().map(|at| sample.name(at));
    let titles = sample.titles.iter().map(String::as_str);
    let Some(text) = named.chain(cells).chain(titles).find(|text| is_mil(text)) else { return };
    let roman =
        |text: &String| holds(&small(text), "exporta|importa|valor|país|pais|dólar|ano|año");
    let texts =
        || sample.titles.iter().chain(&sample.header).chain(sample.rows.iter().take(3).flatten());
    if texts().any(|text| !text.to_lowercase().contains("exportation") && roman(text)) {
        return;
    }
    let answer = asking.ask("mil", "1000000", &["1000000", "1000"], words::mil(text));
    match answer.parse::<f64>() {
        Ok(own @ (1e3 | 1e6)) => layout.mil = own / 1e3,
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

/// What a known layout leaves to its titles.
fn known_units(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    if let Some(at) = layout.place(Role::Power).filter(|at| sample.cells(*at).next().is_some()) {
        layout.scale = Some(at);
        let power = |cell: &str| code_of(cell).parse::<i32>().is_ok();
        layout.powers = sample.cells(at).all(power);
    }
    // An SDMX file names its money in a column, or nowhere.
    if layout.place(Role::Amount).is_some() && layout.money.is_none() && asking.may_ask() {
        money(layout, sample, asking);
    }
    // Korea's site gives thousands of dollars and kilograms or tonnes, its API dollars; the titles say.
    if layout.name == "USITC DataWeb" && layout.flow.is_none() && asking.may_ask() {
        let types =
            layout.place(Role::Measure).map(|at| sample.distinct(at, 20)).unwrap_or_default();
        let has =
            |words: &[&str]| types.iter().any(|own| words.iter().any(|word| own.contains(word)));
        // `In 1,000,000 Dollars`, `In 1,000 Units of Quantity`.
        let times = sample
            .titles
            .iter()
            .filter(|line| line.starts_with("In "))
            .find_map(|line| factor_in(line));
        if let Some(times) = times {
            layout.times = times;
            layout.supposed.push(noticed::multiplied(&super::preview::grouped(times)));
        }
        // `Customs Value, in thousands of dollars` says it of the values alone.
        let behind = sample.titles.iter().filter_map(|line| line.rsplit_once(", in "));
        let mut behind = behind.map(|(_, rest)| rest).filter(|rest| rest.contains("ollar"));
        if let Some(found) = behind.find_map(factor_in) {
            layout.factor = found;
        }
        layout.flow =
            match (has(&["FAS"]), has(&["Customs", "CIF", "Landed", "Dutiable", "Duties"])) {
                (true, false) => Some(Flow::Export),
                (false, true) => Some(Flow::Import),
                _ => None,
            };
    }
    if layout.name == "Korea Customs"
        && !sample.header.iter().any(|name| name == "expDlr")
        && asking.may_ask()
    {
        layout.weight = None;
        let title = sample.title();
        let name =
            layout.place(Role::Exports).map(|at| sample.name(at).to_owned()).unwrap_or_default();
        weights(layout, sample, asking);
        match factor_in(&title).or_else(|| factor_in(&name)) {
            Some(found) => take_factor(layout, found),
            None => {
                let answer = asking.ask("factor", "1000", &["1000", "1"], words::dollars(&name));
                match answer.parse() {
                    Ok(factor) => take_factor(layout, factor),
                    Err(_) => asking.wrong("factor", &answer, words::a_number()),
                }
            }
        }
    }
}

/// Names with a word for a total in them that are no known name of all countries, or of all goods.
fn totals(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let partners = layout.place(Role::Partner).or(layout.place(Role::PartnerName));
    let goods = layout.place(Role::Product).or(layout.place(Role::ProductName));
    for (at, is_whom) in [(partners, true), (goods, false)] {
        let Some(at) = at else { continue };
        let names = sample.distinct(at, 1000);
        let plain = |name: &&str| is_whom || !name.bytes().any(|byte| byte.is_ascii_digit());
        let perhaps = names
            .iter()
            .copied()
            .filter(|name| !is_subtotal(name.as_bytes()))
            .filter(|name| is_whom || !subtotals::of_some(layout, sample, at, name))
            .find(|name| named_total(name) == Some(Named::Perhaps) && plain(name));
        let Some(name) = perhaps.map(str::to_owned) else { continue };
        if is_whom && exceeds_world(layout, sample, at, &name) {
            layout.subtotals.push((at, name));
            continue;
        }
        // Goods beside which there are no others are what they are called: `Total seafood`.
        if !is_whom && names.len() == 1 && asking.said.get(&format!("total:{name}")).is_none() {
            layout.totals.push((name, false));
            continue;
        }
        let worlds = names.iter().any(|name| named_total(name) == Some(Named::World));
        let answer = asking.ask(
            &format!("total:{name}"),
            if worlds { "no" } else { "yes" },
            &["yes", "no"],
            words::total(&name, sample.name(at), is_whom),
        );
        match answer.as_str() {
            "yes" | "no" => layout.totals.push((name, answer == "yes")),
            _ => asking.wrong("total", &answer, &words::one_of(&["yes", "no"])),
        }
    }
}

/// Whether a row that is called a total has larger figures than the one of all partners: it is of more goods than
/// the table, `India's Total`.
fn exceeds_world(layout: &Layout, sample: &Sample, at: usize, name: &str) -> bool {
    let read = |place: usize, test: &dyn Fn(&str) -> bool| {
        let rows = sample.rows.iter().filter(|row| row.get(at).is_some_and(|cell| test(cell)));
        let marks = layout.marks(place);
        let own = rows.filter_map(|row| number(row.get(place)?.as_bytes(), marks));
        own.collect::<Vec<f64>>()
    };
    let world = |cell: &str| named_total(cell) == Some(Named::World);
    let larger = |place: &usize| {
        let (own, world) = (read(*place, &|cell| cell == name), read(*place, &world));
        let most = world.iter().copied().fold(0.0, f64::max);
        !world.is_empty() && !own.is_empty() && own.iter().all(|own| *own > most)
    };
    let figures = layout.figures();
    !figures.is_empty() && figures.iter().all(larger)
}

/// Takes what was answered of names whose figures are the sum of all others.
fn answered_totals(layout: &mut Layout, asking: &mut Asking<'_>) {
    let Said { answers, words } = asking.said;
    for (id, value) in answers.iter().chain(words) {
        let Some(name) = id.strip_prefix("total:") else { continue };
        if !["yes", "no", "likely"].contains(&value.as_str()) {
            asking.wrong(id, value, &words::one_of(&["yes", "no"]));
        }
        if !layout.totals.iter().any(|(own, _)| own == name) {
            layout.totals.push((name.to_owned(), value != "no"));
        }
    }
}

/// Asks whether what equals the sum of all others is their total.
pub fn summed(layout: &Layout, names: &[String], said: Said<'_>) -> Vec<Question> {
    let mut asking = Asking::new(said);
    for name in
        names.iter().filter(|name| !layout.totals.iter().any(|(own, _)| own == *name)).take(2)
    {
        asking.ask(&format!("total:{name}"), "yes", &["yes", "no"], words::summed(name));
    }
    asking.questions
}
