//! Assumptions from the lines above a table and from columns and words beside one another: used if clear,
//! otherwise asked.

use crate::util::{Lower as _, number_in};
use std::collections::BTreeSet;

use crate::import::ASKS;
use crate::import::asking::Asking;
use crate::import::cells::cell_numbers::{Marks, is_absent, is_number, number};
use crate::import::cells::countries::{List, alpha2, code, countries};
use crate::import::cells::dates::{self, Dates, part_named, period};
use crate::import::cells::titles::{Goods, Mention, Side, Titles};
use crate::import::cells::vocabulary::{
    Named, System, WITH_FREIGHT, WITHOUT_FREIGHT, Way, What, coded, fits_hs, flow_in, folded,
    has_services, has_total, holds, is_by_duty, is_partial, is_reexport, is_repriced, is_running,
    is_unit, money_in, named_total, parts, side, small, tonnes, what,
};
use crate::import::columns::balances::{is_repeated, is_signed};
use crate::import::columns::first_rows::{Sample, years};
use crate::import::columns::heads::{headed, of_no_goods, sum_beside, sums, total};
use crate::import::columns::mapping::{OWN_MAPPING, is_of_countries, numbers_countries};
use crate::import::columns::versions::{goes_with, is_adjusted, summed_word};
use crate::import::columns::wide::run_of_titles;
use crate::import::layouts::{Joining, Layout, Role, Set, TRADE_MAP, UNNAMED, When, plain};
use crate::trade::Flow;
use crate::wording::say::import::questions as words;
use crate::wording::say::import::{noticed, preview};

/// Whose trade it is, with whom and in what, where only the lines above the table say it.
pub fn of_titles(layout: &mut Layout, sample: &Sample, titles: &Titles, asking: &mut Asking<'_>) {
    let has = |layout: &Layout, roles: &[Role]| layout.first_of(roles).is_some();
    let reporters = has(layout, &[Role::Reporter, Role::ReporterName, Role::ReporterNumber]);
    let partners = has(layout, &[Role::Partner, Role::PartnerName, Role::PartnerNumber]);
    let all = |side: Side| titles.countries.iter().filter(move |own| own.side == side);
    // Several are no one's trade.
    let of = |side: Side| all(side).next().filter(|_| all(side).count() == 1);
    let code_of = |mention: &Mention| mention.code.clone();
    if !reporters && let Some(own) = of(Side::Reporter) {
        layout.supposed.push(noticed::reporter_of_title(&own.code, &own.words));
        layout.reporter = Some(std::borrow::Cow::Owned(code_of(own)));
    }
    let partner = (!partners).then(|| of(Side::Partner)).flatten();
    if let Some(own) = partner {
        layout.supposed.push(noticed::partner_of_title(&own.code, &own.words));
        layout.partner = Some(code_of(own));
    }
    let headed = layout.sets.iter().filter_map(|set| set.value).map(|(at, _)| at);
    let bare = |at: usize| layout.names.get(at).is_some_and(|name| years(name) == 0);
    let of_title = layout.sets.iter().any(|set| matches!(set.when, When::Heading(_)));
    if let Some(year) = titles.year.filter(|_| of_title && headed.clone().any(bare)) {
        layout.supposed.push(noticed::year_of_title(year));
    }
    if let Some((_, words)) = run_of_titles(&sample.titles).filter(|(run, _)| {
        layout
            .sets
            .iter()
            .any(|set| matches!(set.when, When::Heading(own) if own.months == run.months))
    }) {
        layout.supposed.push(noticed::months_of_title(&words));
    }
    goods(layout, sample, titles, asking);
}

/// What the words are that head columns of figures and say nothing of what is measured.
pub fn heads(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let heads: Vec<usize> = layout.sets.iter().filter_map(|set| set.goods).collect();
    if heads.is_empty() {
        return;
    }
    let names = |columns: &[usize]| columns.iter().map(|at| sample.name(*at)).collect::<Vec<_>>();
    let all = headed(sample);
    let (mut sums, no_goods, total) =
        (sums(sample, &all), of_no_goods(sample, &all), total(sample, &all));
    sums.retain(|at| Some(*at) != total && !no_goods.contains(at));
    if !sums.is_empty() {
        layout.supposed.push(noticed::sums_of_columns(&names(&sums)));
    }
    if !no_goods.is_empty() {
        layout.supposed.push(noticed::no_goods(&names(&no_goods)));
    }
    layout.supposed.extend(total.map(|at| noticed::total_column(sample.name(at))));
    let asked = words::heads(&names(&heads));
    let answer = asking.choose("heads", "goods", &["goods", "partner", "reporter"], asked);
    if !matches!(answer, Some("partner" | "reporter")) {
        return;
    }
    layout.heads_report = answer == Some("reporter");
    for set in &mut layout.sets {
        set.country = set.goods.take();
    }
}

/// Which goods it is of, where no column is known to say it.
pub fn goods(layout: &mut Layout, sample: &Sample, titles: &Titles, asking: &mut Asking<'_>) {
    if layout.goods_at().is_some() || layout.sets.iter().any(|set| set.goods.is_some()) {
        return;
    }
    let said = asking.answer("product").map(str::to_owned);
    let own = titles.product.clone();
    if let Some(at) = sections(layout, sample).filter(|_| own.is_none() && said.is_none()) {
        layout.put(Role::Product, at);
        layout.versions.retain(|own| *own != at);
        return;
    }
    if let Some(at) = spare(layout, sample, false).filter(|_| own.is_none()) {
        asking.answer("product-column");
        match asking.said.get("product-column") {
            // Goods that are said to be all are asked for no more.
            Some("none") if said.is_none() => layout.all_goods = true,
            Some("none") => {}
            Some(own) if own != "likely" && own != sample.name(at) => {
                asking.wrong("product-column", own, &words::one_of(&[sample.name(at), "none"]));
            }
            Some(_) => {
                layout.put(Role::Product, at);
                layout.versions.retain(|own| *own != at);
                return;
            }
            None => layout.spare = Some(at),
        }
    }
    match (said, own) {
        (Some(word), _) => set_goods(layout, word),
        (None, Some(goods)) => {
            layout.supposed.push(noticed::goods_of_title(&goods.code));
            layout.system = goods.system;
            layout.goods = Some(goods).filter(|own| own.code != "TOTAL");
            layout.all_goods = layout.goods.is_none();
        }
        (None, None) if layout.name == TRADE_MAP => {
            let asked = words::product_of_site(TRADE_MAP);
            let word = asking.ask("product", "TOTAL", &["TOTAL"], asked);
            set_goods(layout, word);
        }
        (None, None) => {}
    }
}

/// Takes a code, or a word, for the goods of all rows.
pub fn set_goods(layout: &mut Layout, word: String) {
    if word == "TOTAL" {
        layout.all_goods = true;
        return;
    }
    let word = match coded(&word) {
        Some((code, _)) if fits_hs(code) => code.to_owned(),
        _ => word,
    };
    let coded = word.bytes().all(|byte| byte.is_ascii_digit());
    let system = if coded && fits_hs(&word) { System::Hs } else { System::Own };
    layout.system = system;
    let name = if coded || word == UNNAMED { String::new() } else { word.clone() };
    layout.goods = Some(Goods { name, code: word, system });
}

/// A column of digits or letters, one for each section of goods, beside a word for all whose figures are their sum.
fn sections(layout: &Layout, sample: &Sample) -> Option<usize> {
    let used: Vec<usize> = layout.used().collect();
    let open = |at: &usize| {
        let words = sample.distinct(*at, 40);
        let (codes, rest): (Vec<&str>, Vec<&str>) =
            words.into_iter().partition(|word| word.len() == 1);
        let all =
            rest.len() == 1 && rest.iter().all(|word| named_total(word) == Some(Named::World));
        all && codes.len() > 2
            && codes.iter().all(|word| word.bytes().all(|own| own.is_ascii_alphanumeric()))
            && !used.contains(at)
            && !holds(&small(sample.name(*at)), NO_GOODS)
            && summed_word(layout, sample, *at).is_some_and(|word| word.len() > 1)
    };
    (0..sample.header.len()).find(open)
}

/// The column whose heading says with whom the trade of a table of pairs of countries is: each row has another pair or
/// another time, and pairs come again. Whatever else stands there is said of the countries, and of no goods.
pub fn pairs_by_time(layout: &Layout, sample: &Sample) -> Option<usize> {
    let one = |roles: [Role; 2]| roles.into_iter().find_map(|role| layout.place(role));
    // One country's table is of its partners, in goods that its file may not name.
    let placed = [Role::Reporter, Role::ReporterName, Role::Partner, Role::PartnerName];
    let placed = placed.into_iter().filter_map(|role| layout.place(role));
    let mut many = placed
        .chain(sample.countries.iter().copied())
        .filter(|at| sample.distinct(*at, 2).len() > 1);
    let who = many.next()?;
    let whom = many.find(|at| *at != who && !goes_with(sample, who, *at))?;
    let when = one([Role::Period, Role::Year])?;
    let columns = [Some(who), Some(whom), Some(when), layout.place(Role::Month)];
    let columns = || columns.into_iter().flatten().chain(layout.place(Role::Flow));
    let (mut rows, mut pairs, mut count) = (BTreeSet::new(), BTreeSet::new(), 0);
    for row in sample.rows.iter().take(400) {
        let (one, other) = row.get(who).zip(row.get(whom))?;
        pairs.insert((one, other));
        rows.insert(columns().map(|at| row.get(at)).collect::<Vec<_>>());
        count += 1;
    }
    (count > 3 && rows.len() == count && pairs.len() * 2 <= count).then_some(whom)
}

/// What columns are called that hold no goods.
const NO_GOODS: &str = "freq|data|structure|key|source|decimal|unit|scal|mult|status|note|flag|update|version|action|adjust|seasonal|basis|attribute|institution|suffix|domain|id|price|currency|regime|customs|mode|transport|office|district|port|type|time|period|year|month|geo|area|region|valuation|comment|column|uom|uid|symbol|terminat|vector|coord|remark|quelle|fuente|fonte|bemerk|备注|備註|说明|說明|비고|observa|примеч|continent|zona|special|color|colour|abbrev|state|provinc|depart|county|iso";

/// A column that nobody needs and that may hold the goods, by whether it has one word in all rows; nothing
/// where its name or its words say that it is something else.
pub fn spare(layout: &Layout, sample: &Sample, constant: bool) -> Option<usize> {
    if pairs_by_time(layout, sample).is_some() {
        return None;
    }
    let used: Vec<usize> = layout.used().collect();
    let whole = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_digit())
            || word.bytes().filter(u8::is_ascii_digit).count() >= 6
    };
    let other = |word: &&str| {
        period(word.as_bytes(), Dates::default()).is_some()
            || named_total(word).is_some()
            || money_in(word).is_some()
            || flow_in(word).is_some()
            || part_named(word).is_some()
            || is_number(word) && !(word.len() > 1 && whole(word) && fits_hs(word))
            || ["true", "false", "yes", "no"].contains(&word.lower().as_str())
            || is_adjusted(word)
    };
    let partner = layout.partners_at();
    (0..sample.header.len()).find(|at| {
        let words = sample.distinct(*at, 40);
        // What goes with partners tells of them: their region, their code.
        let told = partner.is_some_and(|own| {
            sample.distinct(own, 400).len() < sample.rows.len()
                && goes_with(sample, own, *at)
                && !goes_with(sample, *at, own)
        });
        let lettered = words.iter().all(|word| word.starts_with(char::is_alphabetic));
        !used.contains(at)
            && layout.scale != Some(*at)
            && !sample.countries.contains(at)
            && !sample.name(*at).is_empty()
            && !numbers_countries(sample, *at)
            && what(sample.name(*at), "") != Some(What::Other)
            && (sample.is_lettered(*at) && !constant
                || !holds(&small(sample.name(*at)).replace("export", "").replace("import", ""), NO_GOODS))
            && (!holds(&small(sample.name(*at)), "series|title") || named_goods(layout, &words))
            && !words.is_empty()
            && (words.len() == 1) == constant
            // What stands in a few rows is said of those alone.
            && (!constant || sample.cells(*at).count() * 2 > sample.rows.len())
            // A word for each row is its number, unless all rows are of one time or of all, and nothing else names them.
            && (constant
                || !told && words.len() < sample.rows.len().min(40)
                || lettered && (sample.undated || is_series(layout, sample, *at)))
            && !words.iter().any(other)
            // What one is, by the heading of the column that names it.
            && !(constant && words.iter().any(|word| sample.header.iter().any(|name| name == word)))
    })
}

/// Whether the columns of a table are of times, and this one alone has words.
fn is_series(layout: &Layout, sample: &Sample, at: usize) -> bool {
    let worded = |at: &usize| {
        let mut cells = sample.cells(*at).take(40);
        cells.any(|cell| !is_number(cell) && !is_absent(cell.as_bytes()))
    };
    layout.sets.iter().any(|set| set.when != When::Row)
        && (0..sample.header.len()).filter(worded).eq([at])
}

/// Whether the words of a column that is called after series or titles are so many, and none of them speaks of
/// what is measured, that they are goods.
fn named_goods(layout: &Layout, words: &[&str]) -> bool {
    let known = layout.name != OWN_MAPPING;
    !known && words.len() > 5 && words.iter().all(|word| what(word, "").is_none())
}

/// When all of it is of, where only the title says it, or nothing does.
pub fn when(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let dated = layout.first_of(&[Role::Period, Role::Year]).is_some() || layout.years_above;
    let headed = layout.sets.iter().any(|set| set.when != When::Row);
    if sample.yearless && !dated {
        return year_of_months(layout, sample, asking);
    }
    let own = sample.period.or(sample.named).filter(|_| !dated && !headed);
    if dated || headed || own.is_none() && !sample.undated {
        return;
    }
    let value = own.map(|own| match own.months {
        1 => own.start.to_string(),
        12 if own.start.number() == 1 => own.start.year().to_string(),
        _ => format!("{} to {}", own.start.long(), own.end().long()),
    });
    let value = value.unwrap_or_default();
    let asked = match own.map(preview::period) {
        Some(own) if sample.period.is_some() => words::period_of_title(&own),
        Some(own) => words::period_of_name(&own),
        None => words::period(),
    };
    // What a title says is taken or changed; a file's name is no more than a hint to type over.
    let said = sample.period.is_some() && !value.is_empty();
    let values: Vec<&str> = [value.as_str()].into_iter().filter(|_| said).collect();
    let answer = asking.ask("period", &value, &values, asked);
    let read = || period(answer.as_bytes(), Dates { early: true, ..Dates::default() });
    layout.when = own.filter(|_| answer == value).or_else(read);
    if layout.when.is_none() && !answer.is_empty()
        || asking.said.get("period") == Some("likely") && own.is_none()
    {
        asking.wrong("period", asking.said.get("period").unwrap_or(&answer), words::a_period());
    }
}

/// Which year months are of that stand without one.
fn year_of_months(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let named = sample.named.map(|own| own.start.year().to_string());
    let likely = named.as_deref().unwrap_or_default();
    let answer = asking.ask("period", likely, &[], words::year_of_months(named.as_deref()));
    layout.when = dates::year_and_month(answer.trim(), None);
    if layout.when.is_none() && asking.said.get("period").is_some() {
        asking.wrong("period", &answer, words::a_year());
    }
}

/// Which of several columns of one direction is meant: total exports beside domestic ones and re-exports.
pub fn sides(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let all = [
        (Role::Exports, Flow::Export, "exports-column"),
        (Role::Imports, Flow::Import, "imports-column"),
    ];
    for (role, flow, id) in all {
        let Some(own) = layout.place(role) else { continue };
        let used: Vec<usize> = layout.used().collect();
        let name = sample.name(own).to_owned();
        let others: Vec<usize> = (0..sample.header.len())
            .filter(|at| !used.contains(at) && sample.cells(*at).next().is_some_and(is_number))
            .filter(|at| !is_signed(sample, *at) || is_signed(sample, own))
            .filter(|at| {
                let other = sample.name(*at);
                let same = flow_in(other) == Some(Way::Flow(flow))
                    || is_reexport(&small(other)) && is_export(other) == (flow == Flow::Export);
                // Of two currencies one is chosen.
                same && money_in(other).is_some() == money_in(&name).is_some()
                    && matches!(what(other, ""), None | Some(What::Value(_)))
                    // `per_exp_val`: what is a share by its name in other words is no value.
                    && folded(other).split(' ').all(|word| word != "per")
            })
            .collect();
        // Imports are in the money of the exports.
        let exports = layout.place(Role::Exports).filter(|_| role == Role::Imports);
        let money = exports.and_then(|at| money_in(sample.name(at)));
        let alike = |at: &&usize| money_in(sample.name(**at)) == money;
        if money.is_some()
            && money != money_in(&name)
            && asking.said.get(id).is_none()
            && let Some(at) = others.iter().find(alike)
        {
            layout.take(role);
            layout.put(role, *at);
            weighed_alike(layout, sample, [own, *at], flow);
            continue;
        }
        let others: Vec<usize> =
            others.into_iter().filter(|at| money.is_none() || alike(&at)).collect();
        // What is answered counts, whether it is asked or not.
        let said = asking.said.get(id).is_some_and(|own| own != "likely");
        // So does a column that the reader chose.
        if !said && (others.is_empty() || layout.chosen) {
            continue;
        }
        let names: Vec<&str> = others.iter().map(|at| sample.name(*at)).collect();
        let all = |test: fn(&str) -> bool| names.iter().all(|other| test(other)) && !test(&name);
        // What paid duty, or none, is a part of what was brought in; nor are sums since January rather meant than
        // the month’s own.
        let total = has_total(&name) && !names.iter().any(|other| has_total(other));
        // Nor are domestic exports where their sum with re-exports stands beside them.
        let columns: Vec<usize> = others.iter().copied().chain([own]).collect();
        if let Some(at) = sum_beside(sample, &columns).filter(|at| !said && *at != own) {
            layout.take(role);
            layout.put(role, at);
            weighed_alike(layout, sample, [own, at], flow);
            let rest = columns.iter().filter(|other| **other != at);
            let names: Vec<&str> = rest.map(|at| sample.name(*at)).collect();
            layout.supposed.push(noticed::read_from(flow, sample.name(at), &names));
            continue;
        }
        let whole = others.iter().all(|at| is_repeated(sample, *at)) && !is_repeated(sample, own);
        if !said && (total || whole || all(is_by_duty) || all(is_running)) {
            layout.supposed.push(noticed::read_from(flow, &name, &names));
            continue;
        }
        let columns: Vec<&str> =
            std::iter::once(name.as_str()).chain(names.iter().copied()).collect();
        let answer = asking.ask(id, &name, &columns, words::side(flow, &columns));
        match sample.header.iter().position(|own| *own == answer) {
            Some(at) => {
                layout.take(role);
                layout.put(role, at);
                weighed_alike(layout, sample, [own, at], flow);
            }
            None => asking.wrong(id, &answer, words::a_column()),
        }
    }
}

/// With whom a trade is where the heading of each of its columns says so and nothing else does: `exp_to_CHN_value`.
pub fn of_headings(layout: &mut Layout, sample: &Sample) {
    let partners = [Role::Partner, Role::PartnerName, Role::PartnerNumber];
    let of_rows = partners.into_iter().any(|role| layout.place(role).is_some());
    let value = layout.place(Role::Value).filter(|_| !of_rows && layout.partner.is_none());
    if let Some((name, group)) = value.and_then(|at| group_beside(sample, sample.name(at))) {
        layout.supposed.push(noticed::partner_of_heading(group, name));
        layout.partner = Some(group.to_owned());
        return;
    }
    let columns = [Role::Exports, Role::Imports, Role::ExportWeight, Role::ImportWeight];
    let mut columns = columns.into_iter().filter_map(|role| layout.place(role));
    let Some(first) = columns.next().filter(|_| !of_rows && layout.partner.is_none()) else {
        return;
    };
    let name = sample.name(first);
    let Some(own) = partner_in(name) else { return };
    if columns.all(|at| partner_in(sample.name(at)).as_ref() == Some(&own)) {
        layout.supposed.push(noticed::partner_of_heading(&own, name));
        layout.partner = Some(own);
    }
}

/// The group of countries that a column is of beside another of all or of others: `value_ASEAN` beside `value_total`.
fn group_beside<'a>(sample: &'a Sample, name: &'a str) -> Option<(&'a str, &'a str)> {
    let (stem, group) = name.rsplit_once('_')?;
    let beside = |other: &String| {
        let (own, last) = other.rsplit_once('_').unwrap_or_default();
        own == stem && last != group && named_total(last).is_some()
    };
    let known = named_total(group) == Some(Named::Group);
    (known && sample.header.iter().any(beside)).then_some((name, group))
}

/// The country whose code stands behind “to” or “from” in a column’s name.
fn partner_in(name: &str) -> Option<String> {
    let mut words = name.split(|letter: char| !letter.is_alphanumeric());
    words.find(|word| matches!(*word, "to" | "from"))?;
    let word = words.next()?;
    let coded = word.bytes().all(|byte| byte.is_ascii_uppercase());
    code(word).filter(|own| coded && alpha2(own).is_some())
}

/// Puts the weight that is called like the values beside them where other values than those first supposed were
/// chosen, `exp.kg` beside `exp.value`; where none is, the weight of the others is taken away.
fn weighed_alike(layout: &mut Layout, sample: &Sample, [before, chosen]: [usize; 2], flow: Flow) {
    let role = if flow == Flow::Export { Role::ExportWeight } else { Role::ImportWeight };
    let Some(weight) = layout.place(role).filter(|_| before != chosen) else { return };
    // All but the last word, which says what is counted.
    let stem = |at: usize| {
        let name = folded(sample.name(at));
        name.rsplit_once(' ').map_or_else(String::new, |(stem, _)| stem.to_owned())
    };
    if stem(weight) != stem(before) || stem(before) == stem(chosen) {
        return;
    }
    layout.take(role);
    let weighs = |at: &usize| tonnes(sample.name(*at)).is_some() && stem(*at) == stem(chosen);
    if let Some(at) = (0..sample.header.len()).find(weighs) {
        layout.put(role, at);
    }
}

/// Puts the quantity that goes with the chosen values in place of that of the values first supposed: the one called
/// like them, `All exports (EUR)` and `All exports Qty`, or standing beside them as the other beside its own. Where
/// none does, the quantity may be of other values, and that is told.
pub fn quantity_beside(layout: &mut Layout, sample: &Sample, [before, chosen]: [usize; 2]) {
    let Some(weight) = layout.place(Role::Weight) else { return };
    let counts = |at: usize| {
        let kind = what(sample.name(at), "");
        at == weight
            || matches!(kind, Some(What::Weight(_) | What::Count(..) | What::Quantity))
                && sample.cells(at).next().is_some_and(is_number)
    };
    let counted: Vec<usize> = (0..sample.header.len()).filter(|at| counts(*at)).collect();
    let own = subject(sample.name(chosen));
    // A quantity may leave out the direction that its values name.
    let mut bare = own.clone();
    bare.retain(|word| flow_in(word).is_none());
    let like = |at: &usize| {
        let other = subject(sample.name(*at));
        !other.is_empty() && (other == own || other == bare)
    };
    let alike: Vec<usize> = counted.iter().copied().filter(like).collect();
    let beside = (chosen + weight).checked_sub(before).filter(|at| counted.contains(at));
    let pair = match alike.as_slice() {
        [one] => Some(*one),
        several if several.contains(&weight) => Some(weight),
        [] if weight.abs_diff(before) == 1 => beside,
        _ => None,
    };
    // One thing on two bases has one quantity, and so have others where it is called like none of them.
    let first = subject(sample.name(before));
    let of_first = !first.is_empty() && first == subject(sample.name(weight));
    match pair {
        Some(at) if at != weight => {
            layout.take(Role::Weight);
            if layout.place(Role::Quantity) == Some(at) {
                layout.take(Role::Quantity);
                layout.take(Role::QuantityUnit);
            }
            layout.put(Role::Weight, at);
            // A unit right behind the one is not the other's.
            if layout.place(Role::WeightUnit) == Some(weight + 1) {
                layout.take(Role::WeightUnit);
                let mut units = sample.cells(at + 1).peekable();
                if units.peek().is_some() && units.all(|cell| is_unit(cell) && !is_number(cell)) {
                    layout.put(Role::WeightUnit, at + 1);
                }
            }
        }
        Some(_) => {}
        None if first != own && (counted.len() > 1 || of_first) => {
            let names = [chosen, weight].map(|at| sample.name(at));
            layout.supposed.push(noticed::quantity_of_others(names));
        }
        None => {}
    }
}

/// The words of a heading that say of what its figures are, without those for money, weights and their units.
fn subject(name: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for letter in name.chars() {
        match letter {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
        if depth > 0 && !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    let mut words = parts(&plain);
    words.retain(|word| {
        let measured = what(word, "").is_some_and(|own| own != What::Other);
        !measured && money_in(word).is_none() && tonnes(word).is_none()
    });
    words
}

/// What a column of where goods come from is called by itself, and one of where they go to.
const FROM: &str = "origin|origen|origem|origine|herkunft|ursprung|from|exporter";
const TO: &str = "destination|destino|destinazione|bestimmung|to|importer";

/// With whom a trade is where a row names countries of origin, of destination or between them.
pub fn partners(layout: &mut Layout, sample: &Sample, titles: &Titles, asking: &mut Asking<'_>) {
    // The largest of many is not whom all is traded with.
    let top = |at: &usize| small(sample.name(*at)).starts_with("top");
    // Nor does a column name anybody that has a word for all in every row.
    let all = |at: &usize| matches!(sample.distinct(*at, 1).as_slice(), [one] if named_total(one) == Some(Named::World));
    let named: Vec<usize> = (0..sample.header.len())
        .filter(|at| side(sample.name(*at)).is_some() && !top(at) && !all(at))
        .collect();
    let chosen = layout.partners_at();
    let digits = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit());
    match chosen.filter(|at| sample.cells(*at).all(digits)) {
        Some(at) if sample.census.contains(&at) => {
            (layout.list, layout.grouped) = (List::Census, true);
            layout.supposed.push(noticed::census_partners(sample.name(at)));
        }
        Some(at) if sample.geonom.contains(&at) => {
            layout.list = List::Geonom;
            layout.supposed.push(noticed::eurostat_partners(sample.name(at)));
        }
        Some(_) if layout.list == List::Un => {}
        Some(at) => layout.supposed.push(noticed::numbered_partners(sample.name(at))),
        None => {}
    }
    let of = |wanted: usize| {
        let coded = |at: usize| {
            let cells = sample.distinct(at, 30);
            !cells.is_empty() && cells.iter().all(|cell| countries().any(|code| code == *cell))
        };
        let country =
            |at: &&usize| sample.countries.contains(at) || Some(**at) == chosen || coded(**at);
        named.iter().filter(country).copied().find(|at| side(sample.name(*at)) == Some(wanted))
    };
    // Provinces and states are no countries: that both sides are there by name, or that what stands in one
    // column where goods come in stands in the other where they go out, is enough.
    let called = |wanted: &str| {
        let own = |at: &usize| wanted.split('|').any(|word| word == plain(sample.name(*at)));
        named.iter().copied().find(own)
    };
    let pair = called(FROM).zip(called(TO));
    let pair = pair.filter(|(from, to)| Some(*from) == chosen || Some(*to) == chosen);
    let pair = pair.or_else(|| turned(layout, sample, chosen?));
    let (origin, destination) =
        (of(0).or(pair.map(|(from, _)| from)), of(1).or(pair.map(|(_, to)| to)));
    let mut columns: Vec<usize> = [origin, destination, of(2)].into_iter().flatten().collect();
    // A partner of no side beside one column of a side: they may be the same.
    let plain = chosen.filter(|at| side(sample.name(*at)).is_none());
    let plain = plain.filter(|at| pair.is_none_or(|(from, to)| *at != from && *at != to));
    let same = |at: &usize| plain.is_some_and(|own| goes_with(sample, own, *at));
    columns.retain(|at| !same(at));
    columns.extend(plain);
    if columns.len() < 2 {
        return homes(layout, sample, asking);
    }
    // A row of exports and imports in columns of their own has both directions.
    let sided = layout.sets.iter().any(|set| set.flow.is_some())
        || layout.first_of(&[Role::Exports, Role::Imports]).is_some();
    let both = origin.zip(destination).filter(|_| !sided);
    // What the lines above the table call imports is the trade of those who import.
    let imported = titles.flow == Some(Flow::Import) && layout.flow.is_none();
    let names: Vec<String> = columns.iter().map(|at| sample.name(*at).to_owned()).collect();
    let mut values: Vec<&str> = names.iter().map(String::as_str).collect();
    if both.is_some() {
        values.insert(0, "by-flow");
    }
    // Each row is a trade of an exporter with an importer.
    let pairs = both.filter(|(from, to)| {
        let many = |at: usize| sample.distinct(at, 2).len() > 1;
        layout.place(Role::Flow).is_none() && many(*from) && many(*to)
    });
    if pairs.is_some() {
        values.insert(0, "pairs");
    }
    let likely = match (both, layout.flow) {
        _ if pairs.is_some() => "pairs",
        (Some(_), None) if plain.is_none() => "by-flow",
        _ => plain.map_or(names.first().map_or("", String::as_str), |at| sample.name(at)),
    };
    // Exports from an origin to a destination say themselves who exports to whom.
    let called = layout.place(Role::Value).and_then(|at| flow_in(sample.name(at)));
    let exported = layout.flow == Some(Flow::Export) || called == Some(Way::Flow(Flow::Export));
    let settled = pairs.filter(|_| exported && columns.len() == 2 && plain.is_none());
    let unsaid = asking.said.get("partner-column").is_none();
    // Where all exports come from one country and all imports go there, rows say whose trade it is and with whom.
    let one_home = both.filter(|(from, to)| {
        let own = [(*from, Flow::Export), (*to, Flow::Import)];
        let own = own.map(|(at, flow)| words_of(layout, sample, at, flow));
        matches!(&own, [exports, imports] if exports.len() == 1 && exports == imports)
    });
    let answer = match settled.filter(|_| unsaid) {
        Some((from, to)) => {
            layout.supposed.push(noticed::exports_from_to(sample.name(from), sample.name(to)));
            likely.to_owned()
        }
        None if unsaid && one_home.is_some() && likely == "by-flow" => likely.to_owned(),
        None => asking.ask(
            "partner-column",
            likely,
            &values,
            words::partner_column(&names, pairs.is_some(), both.is_some()),
        ),
    };
    // Whose trade it is would be the other side of one direction alone.
    if layout.place(Role::Reporter).is_some_and(|at| named.contains(&at)) {
        layout.take(Role::Reporter);
    }
    layout.take(Role::Partner);
    layout.take(Role::PartnerName);
    let column = names.iter().position(|own| *own == answer).and_then(|at| columns.get(at));
    match (answer.as_str(), both, column) {
        ("pairs", Some((from, to)), _) => {
            let (own, other) = if imported { (to, from) } else { (from, to) };
            layout.put(Role::Reporter, own);
            layout.put(Role::Partner, other);
            layout.flow = Some(if imported { Flow::Import } else { Flow::Export });
            layout.both_sides = !imported;
        }
        ("by-flow", Some((origin, destination)), _) => {
            layout.sides = Some((destination, origin));
            layout.put(Role::Partner, origin);
            // The home's provinces are parts of it.
            let places = [origin, destination];
            layout.versions.retain(|at| !places.contains(at));
            if places.iter().any(|at| !sample.countries.contains(at)) {
                layout.parts.extend(places);
                layout.joining = Joining::Sum;
            }
            if layout.reporter.is_none() {
                layout.reporter = exporter(layout, sample, origin).map(std::borrow::Cow::Owned);
                let told = layout.reporter.as_deref().map(noticed::reporter_of_exports);
                layout.supposed.extend(told);
            }
        }
        (_, _, Some(at)) => layout.put(Role::Partner, *at),
        _ => asking.wrong("partner-column", &answer, &names.join(", ")),
    }
    // The others are no versions of a figure but parts of it.
    let used: Vec<usize> = layout.used().collect();
    layout.versions.retain(|at| !named.contains(at));
    let apart = |at: &&usize| {
        !used.contains(at)
            && sample.distinct(**at, 2).len() > 1
            && layout.sides.is_none_or(|_| side(sample.name(**at)) == Some(2))
    };
    if named.iter().any(|at| apart(&at)) {
        layout.joining = Joining::Sum;
    }
    layout.parts.extend(named.iter().filter(|at| !used.contains(at)));
}

/// The words of a column on rows of one direction, each once.
fn words_of<'a>(layout: &Layout, sample: &'a Sample, at: usize, wanted: Flow) -> Vec<&'a str> {
    let Some(flow) = layout.place(Role::Flow) else { return Vec::new() };
    let own = |row: &&Vec<String>| {
        let way = row.get(flow).and_then(|cell| layout.way(cell.as_bytes()));
        way == Some(Way::Flow(wanted))
    };
    let mut found: Vec<&str> = Vec::new();
    for row in sample.rows.iter().filter(own).take(400) {
        if let Some(cell) = row.get(at).filter(|cell| !cell.is_empty())
            && !found.contains(&cell.as_str())
        {
            found.push(cell);
        }
    }
    found
}

/// Asks whether the words that a column of one side has on rows of the other direction alone are whose trade it is:
/// where imports go to, where exports come from. No partner is named on these rows then.
fn homes(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let Some(at) = layout.partners_at() else { return };
    let name = sample.name(at);
    let sided = side(name);
    for (flow, other, own_side) in
        [(Flow::Import, Flow::Export, 1), (Flow::Export, Flow::Import, 0)]
    {
        let [own, rest] = [flow, other].map(|flow| words_of(layout, sample, at, flow));
        let total = |word: &&str| named_total(word).is_some();
        let apart =
            !own.is_empty() && !rest.is_empty() && !own.iter().any(|word| rest.contains(word));
        if !apart || sided != Some(own_side) || own.iter().any(total) {
            continue;
        }
        let home = own.join("”, “");
        let own: Vec<String> = own.into_iter().map(str::to_owned).collect();
        if asking.choose("home", "yes", &["yes", "no"], words::home(name, flow, &home))
            == Some("yes")
        {
            if let ([one], None) = (own.as_slice(), &layout.reporter)
                && layout.place(Role::Reporter).is_none()
            {
                layout.reporter = Some(std::borrow::Cow::Owned(one.clone()));
            }
            if own.len() > 1 {
                layout.joining = Joining::Sum;
            }
            layout.totals.extend(own.into_iter().map(|word| (word, true)));
        }
        return;
    }
}

/// The columns of where goods come from and where they go to, one of them taken for the partners: what stands in the
/// one on rows of imports stands in the other on rows of exports, and not in its own.
fn turned(layout: &Layout, sample: &Sample, chosen: usize) -> Option<(usize, usize)> {
    let words = |at: usize, wanted: Flow| words_of(layout, sample, at, wanted);
    let shared =
        |one: &[&str], other: &[&str]| one.iter().filter(|own| other.contains(own)).count();
    let [own_in, own_out] = [words(chosen, Flow::Import), words(chosen, Flow::Export)];
    if own_in.is_empty() || own_out.is_empty() || shared(&own_in, &own_out) > 0 {
        return None;
    }
    let used: Vec<usize> = layout.used().collect();
    let turns = |at: &usize| {
        let [other_in, other_out] = [words(*at, Flow::Import), words(*at, Flow::Export)];
        !used.contains(at)
            && shared(&other_in, &other_out) == 0
            && shared(&own_in, &other_out) + shared(&own_out, &other_in) > 0
    };
    let other = (0..sample.header.len()).find(turns)?;
    // A home has fewer names than what is traded with.
    let comes_in = match [chosen, other].map(|at| side(sample.name(at))) {
        [Some(0), _] | [_, Some(1)] => false,
        [Some(1), _] | [_, Some(0)] => true,
        _ => own_in.len() <= own_out.len(),
    };
    Some(if comes_in { (other, chosen) } else { (chosen, other) })
}

/// Whether countries that head columns report or are traded with.
fn whose_headings(
    layout: &mut Layout,
    sample: &Sample,
    titles: &Titles,
    asking: &mut Asking<'_>,
    first: usize,
) {
    // Exports to and imports from them.
    let told = |name: &String| {
        let name = small(name);
        name.split(|own: char| !own.is_alphabetic()).any(|own| matches!(own, "to" | "from"))
    };
    let said = asking.said.get("country").is_some();
    if is_reported(layout) || layout.chosen && !said || sample.header.iter().any(told) {
        return;
    }
    let values = ["reporter", "partner"];
    let asked = words::whose_headings(sample.name(first));
    // Beside partners in rows they are the other side.
    let rows = layout.partners_at();
    // Beside nobody whose trade it could be, each country's years are its own.
    let alone = titles.countries.is_empty()
        && sample.called.countries.is_empty()
        // Quarters are those of national accounts.
        && !is_monthly(layout, sample, 3)
        && !sample.lands.iter().any(|own| named_total(own).is_some());
    let likely = if rows.is_some() || alone { "reporter" } else { "partner" };
    layout.heads_report = asking.choose("country", likely, &values, asked) == Some("reporter");
    if let Some(at) = rows.filter(|_| !layout.heads_report) {
        layout.take(Role::Partner);
        layout.take(Role::PartnerName);
        layout.put(Role::Reporter, at);
    }
}

/// Whether a layout says whose trade the figures are.
pub fn is_reported(layout: &Layout) -> bool {
    let roles = [Role::Reporter, Role::ReporterName, Role::ReporterNumber];
    layout.reporter.is_some() || roles.into_iter().any(|role| layout.place(role).is_some())
}

/// Whether a table is of times shorter than so many months.
fn is_monthly(layout: &Layout, sample: &Sample, shortest: u16) -> bool {
    let headed = |set: &Set| match set.when {
        When::Heading(own) => own.months < shortest,
        When::Month(_) => true,
        When::Row => false,
    };
    // Which of two numbers is the month is not known yet.
    let dates = Dates { month_first: Some(true), ..layout.dates };
    let month =
        |cell: &str| period(cell.as_bytes(), dates).is_some_and(|own| own.months < shortest);
    let column = layout.place(Role::Period);
    layout.place(Role::Month).is_some()
        || layout.sets.iter().any(headed)
        || column.is_some_and(|at| sample.distinct(at, 12).into_iter().any(month))
}

/// Whether all of a table is the trade of one country, whose partners the countries of a column are: an office’s own
/// tariff, its own money, its places, or a title that names it say so.
fn is_of_one_office(layout: &Layout, sample: &Sample, titles: &Titles, at: usize) -> bool {
    const TARIFFS: &str =
        "taric|ncm|hts|gtip|fracci|arancel|nc8|cn8|warennummer|zolltarif|commodity_code";
    const PLACES: &str =
        "port|ports|district|districts|state|states|province|aduana|douane|zollamt|uf|puerto|porto";
    let finest = |cell: &str| cell.bytes().filter(u8::is_ascii_digit).count() > 7;
    let tariff = |at: usize| {
        holds(&small(sample.name(at)), TARIFFS) || sample.distinct(at, 400).into_iter().all(finest)
    };
    let goods = layout.goods.as_ref().is_some_and(|own| finest(&own.code))
        || layout.place(Role::Product).is_some_and(tariff);
    let measures = [Role::Measure, Role::Unit].into_iter().filter_map(|role| layout.place(role));
    let measures = measures.flat_map(|at| sample.distinct(at, 30));
    let named = layout.figures().into_iter().map(|at| sample.name(at)).chain(measures);
    let named = named.chain(sample.titles.iter().map(String::as_str));
    // Dollars are anybody’s; euros are of all who have them, unless others stand beside.
    let own = |code: &str| match code {
        "USD" => false,
        "EUR" => sample.beyond.contains(&at),
        _ => true,
    };
    let money = named.filter_map(money_in).any(|own_money| own(own_money.code()));
    let place = |name: &String| {
        let name = small(name);
        let mut parts = name.split(|own: char| !own.is_alphabetic());
        parts.any(|word| PLACES.split('|').any(|own| own == word))
    };
    let title = matches!(titles.countries.as_slice(), [one] if one.side == Side::Open);
    goods || money || title || sample.header.iter().any(place)
}

/// Whether the only column of countries says whose trade it is or with whom, where its name does not: countries
/// by their codes, side by side, and what an economy or an entity is called, report more often than they are traded
/// with.
pub fn whose(layout: &mut Layout, sample: &Sample, titles: &Titles, asking: &mut Asking<'_>) {
    const OWN: &str = "country|countries|pais|país|pays|land|economy|economies|entity|nation|iso|year|area|国家|地区|страна";
    // What offices call countries that write of their own trade.
    const LOCAL: &str = "negara|ulke|kraj|maa|paese|strana|pdes";
    const REPORT: &str = "economy|economies|entity|nation|iso|area|export|import";
    const PARTNERS: &str = "partner|destin|origin|market|supplier|source|buyer|client|cty";
    let first = layout.sets.iter().find_map(|set| set.country);
    if let Some(first) = first.filter(|_| asking.said.get("heads").is_none()) {
        return whose_headings(layout, sample, titles, asking, first);
    }
    let open = !is_reported(layout) && layout.sides.is_none();
    let Some(at) = layout.place(Role::Partner).filter(|_| open) else { return };
    let name = small(sample.name(at));
    let cells = sample.distinct(at, 400);
    let iso = |at: usize| {
        let codes = sample.distinct(at, 400);
        let known = codes.iter().filter(|cell| cell.len() == 3 && alpha2(cell).is_some()).count();
        // Statistics have codes of their own for what has none.
        known > 0 && known * 10 >= codes.len() * 9 && codes.iter().all(|cell| cell.len() == 3)
    };
    let beside = |other: usize| other != at && iso(other) && goes_with(sample, other, at);
    let of_countries = |other: usize| is_of_countries(sample, other);
    let coded = iso(at) || (0..sample.header.len()).any(|at| beside(at) || of_countries(at));
    let total = cells.iter().any(|cell| named_total(cell) == Some(Named::World));
    // Who exports is a partner of imports, and reports exports.
    let sided = holds(&name, "export|import");
    let figures = layout.figures().into_iter().map(|at| sample.name(at));
    let mut ways = figures.filter_map(flow_in).chain(titles.flow.map(Way::Flow));
    let way = layout.flow.map(Way::Flow).or_else(|| ways.next());
    let own_side = matches!(
        (side(&name), way),
        (Some(0), Some(Way::Flow(Flow::Export))) | (Some(1), Some(Way::Flow(Flow::Import)))
    ) && sided;
    let called = holds(&name, OWN);
    // A direction says that they trade, and not on which side, unless a word behind it does: `Exports to`.
    let whom = name.split(' ').any(|word| word == "to" || word == "from");
    let directed = !whom && side(&name).is_none() && matches!(flow_in(&name), Some(Way::Flow(_)));
    let open = called || own_side || directed || name.is_ascii() && !holds(&name, LOCAL) && !sided;
    let said = asking.said.get("country").is_some();
    let whole = total && !coded && !own_side && !directed;
    let partners = holds(&name, PARTNERS) || side(&name).is_some() && !sided;
    if !said && (!open || partners || whole) || cells.is_empty() {
        return;
    }
    let codes = layout.place(Role::Product).is_some_and(|at| {
        let long = |cell: &str| cell.bytes().filter(u8::is_ascii_digit).count() > 3;
        sample.distinct(at, 60).into_iter().all(long)
    });
    // One country’s years, in no goods of a tariff, are mostly its own; lists of those that report are of years.
    let (one, monthly) = (cells.len() < 2, is_monthly(layout, sample, 12));
    let numbered = layout.list == List::Census;
    let office = numbered
        || !coded && (sample.office.is_some() || is_of_one_office(layout, sample, titles, at));
    // In the corner stand the direction and the money of all of it.
    let corner = office && money_in(&name).is_some();
    let (directed, sided) = (directed && !corner, sided && !corner);
    let quiet = (monthly && !called || one && (monthly || codes)) && !directed;
    if !said && (office && !sided && !directed || layout.chosen || quiet) {
        if !layout.chosen && !numbered {
            layout.supposed.push(noticed::partners_of_column(sample.name(at)));
        }
        return;
    }
    let values = ["reporter", "partner"];
    // FAOSTAT's own heading is of those whose trade it is, with all.
    let heading = |word: &str| sample.header.iter().any(|own| plain(own) == word);
    let food = plain(&name) == "area" && heading("item") && heading("element");
    if food && !said {
        return report(layout, at);
    }
    let reports = (coded || one || of_many(layout, sample)) && !monthly
        || holds(&name, REPORT)
        || directed && !office;
    // Who imports, where nothing says which way, is whom somebody exports to.
    let buyers = sided && way.is_none() && side(&name) == Some(1);
    let reports = reports && !buyers || own_side;
    let likely = if reports { "reporter" } else { "partner" };
    let asked = words::whose_country(sample.name(at));
    if asking.choose("country", likely, &values, asked) == Some("reporter") {
        report(layout, at);
    }
}

/// Makes the partners' column, and that of their names, the reporters'.
fn report(layout: &mut Layout, at: usize) {
    layout.take(Role::Partner);
    layout.put(Role::Reporter, at);
    if let Some(own) = layout.place(Role::PartnerName) {
        layout.take(Role::PartnerName);
        layout.put(Role::ReporterName, own);
    }
}

/// Whether figures of years are fewer than thousands and have decimals, as tables of many countries have them: of one
/// country's partners they are counted more finely.
fn of_many(layout: &Layout, sample: &Sample) -> bool {
    let columns: Vec<usize> =
        layout.sets.iter().filter_map(|set| set.value.map(|(at, _)| at)).collect();
    let cells = || columns.iter().flat_map(|at| sample.cells(*at).take(40));
    let goods = layout.goods_at().is_some();
    let few = |cell: &str| number_in(cell).is_some_and(|own| own < 1e3);
    let broken = |cell: &str| cell.split_once('.').map_or(0, |(_, behind)| behind.len());
    // Or with more decimals than money has, as come of a conversion.
    let converted = cells().filter(|cell| broken(cell) > 2).count() * 3 > cells().count();
    columns.len() > 9
        && !goods
        && (converted || cells().any(|cell| cell.contains('.')) && cells().all(few))
}

/// Columns of exports or of imports in which all figures stand with a minus: so what is paid is written.
pub fn minus(layout: &mut Layout, sample: &Sample) {
    let sides = [Role::Exports, Role::Imports].into_iter().filter_map(|role| layout.place(role));
    let sets = layout.sets.iter().filter(|set| set.flow.is_some());
    let columns: Vec<usize> =
        sides.chain(sets.filter_map(|set| set.value.map(|(at, _)| at))).collect();
    let read = |cell: &str| number(cell.as_bytes(), Marks::Point);
    let below = |at: &usize| {
        let figures: Vec<f64> =
            sample.cells(*at).filter_map(read).filter(|own| *own != 0.0).collect();
        figures.len() > 1 && figures.iter().all(|own| *own < 0.0)
    };
    let found: Vec<usize> = columns.iter().copied().filter(below).collect();
    // Where all are, the file is of something else.
    if found.len() < columns.len() {
        layout.supposed.extend(found.iter().map(|at| noticed::minus(sample.name(*at))));
        layout.minus = found;
    }
}

/// That exports and imports are of services, too, where the words of what is measured say so.
pub fn services(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let columns = [Role::Measure, Role::Flow].into_iter().filter_map(|role| layout.place(role));
    // Not where they are shares or indices, which are not used.
    // Where a word stands for services, it takes all of them to know whether its figures count.
    let asks = asking.asks();
    let told =
        |cell: &&str| has_services(cell) && (!ASKS || !asks || what(cell, "") != Some(What::Other));
    let named = layout.figures().into_iter().map(|at| sample.name(at));
    let found = columns.flat_map(|at| sample.distinct(at, 40)).chain(named).find(told);
    asking.lacks |= found.is_some() && !asks;
    layout.supposed.extend(found.map(noticed::services));
}

/// Words of columns that nobody mapped and that say of rows that their money is not what was paid in their
/// time: constant prices, annual rates, conversion at purchasing power.
pub fn priced(layout: &mut Layout, sample: &Sample) {
    let used: Vec<usize> = layout.used().collect();
    for at in (0..sample.header.len()).filter(|at| !used.contains(at)) {
        let cells = sample.distinct(at, 12);
        if cells.len() > 12 || cells.iter().any(|cell| cell.chars().count() > 80) {
            continue;
        }
        let other = |cell: &&&str| is_repriced(cell);
        layout.priced.extend(cells.iter().filter(other).map(|cell| (at, (*cell).to_owned())));
    }
}

/// The one country that all exports come from.
fn exporter(layout: &Layout, sample: &Sample, origin: usize) -> Option<String> {
    let flow = layout.place(Role::Flow)?;
    let exports = |row: &&Vec<String>| {
        let way = row.get(flow).and_then(|cell| layout.way(cell.as_bytes()));
        way == Some(Way::Flow(Flow::Export))
    };
    let mut found = sample.rows.iter().filter(exports).filter_map(|row| row.get(origin));
    let first = found.next()?;
    found.all(|own| own == first).then(|| code(first)).flatten()
}

/// Of rows that are all exports, whose they are says the column of where they come from; of imports that of
/// where they go.
pub fn whose_side(layout: &mut Layout, sample: &Sample) {
    let Some((destination, origin)) = layout.sides else { return };
    if layout.place(Role::Flow).is_some() || layout.reporter.is_some() {
        return;
    }
    let own = if layout.flow == Some(Flow::Import) { destination } else { origin };
    let [one] = sample.distinct(own, 2)[..] else { return };
    layout.supposed.push(noticed::reporter_of_column(sample.name(own), one));
    layout.reporter = Some(std::borrow::Cow::Owned(one.to_owned()));
}

/// Of columns that are named alike but for their year, beside a column of months, the one of the months' own
/// year is read.
pub fn of_own_year(layout: &mut Layout, sample: &Sample) {
    let Some(at) = layout.place(Role::Period) else { return };
    let found = |cell| period(cell, layout.dates).map(|own| own.start.year().to_string());
    let months = sample.distinct(at, 400).into_iter().filter_map(|cell| found(cell.as_bytes()));
    let months: Vec<String> = months.collect();
    for role in [Role::Value, Role::Weight] {
        let Some(own) = layout.place(role) else { continue };
        let named = |at: usize| year_apart(sample.name(at));
        let Some((rest, year)) = named(own) else { continue };
        let alike = |at: &usize| *at != own && named(*at).is_some_and(|(other, _)| other == rest);
        let others: Vec<usize> = (0..sample.header.len()).filter(alike).collect();
        let of_months = |at: &&usize| named(**at).is_some_and(|(_, own)| months.contains(&own));
        let better = others.iter().find(of_months).filter(|_| !months.contains(&year));
        let chosen = better.copied().unwrap_or(own);
        layout.take(role);
        layout.put(role, chosen);
        let left = others.iter().copied().chain([own]);
        let left = left.filter(|at| *at != chosen && role == Role::Value);
        layout
            .supposed
            .extend(left.map(|at| noticed::values_read_from(sample.name(chosen), sample.name(at))));
    }
}

/// A column's name without the only year in it, and that year.
pub fn year_apart(name: &str) -> Option<(String, String)> {
    let year = |part: &&str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let mut found = name.split(|letter: char| !letter.is_ascii_digit()).filter(year);
    let own = found.next().filter(|_| found.next().is_none())?;
    Some((name.replace(own, ""), own.to_owned()))
}

fn is_export(name: &str) -> bool {
    holds(&small(name), "export|ausfuhr|uitvoer|出口|輸出|수출|экспорт")
}

/// What counts where several words of a column stand for one direction: domestic exports beside
/// re-exports and total exports, general imports beside those for consumption.
pub fn kinds(layout: &mut Layout, sample: &Sample, at: usize, asking: &mut Asking<'_>) {
    // Where the same words say what is measured, they differ in that, or in where goods are valued.
    let measured = layout.place(Role::Measure) == Some(at);
    let words: Vec<String> = sample.distinct(at, 12).into_iter().map(small).collect();
    for flow in [Flow::Export, Flow::Import] {
        let of = |word: &&String| layout.way(word.as_bytes()) == Some(Way::Flow(flow));
        let own: Vec<&String> = words.iter().filter(of).collect();
        let parted =
            |word: &&String| is_reexport(word) && is_export(word) == (flow == Flow::Export);
        let again: Vec<&String> = words.iter().filter(parted).collect();
        let of_border = |basis: &str| own.iter().find(|word| holds(word, basis)).copied();
        let bases = (own.len() > 1)
            .then(|| of_border(WITH_FREIGHT).zip(of_border(WITHOUT_FREIGHT)))
            .flatten()
            .filter(|(cif, fob)| cif != fob);
        // Exports of goods, and of goods and services: the one is within the other.
        let valued = |word: &&&String| matches!(what(word, ""), Some(What::Value(_)));
        let within = measured
            && own.iter().filter(valued).any(|word| has_services(word))
            && own.iter().filter(valued).any(|word| !has_services(word));
        if measured && bases.is_none() && !within {
            continue;
        }
        let own: Vec<&String> =
            own.iter().filter(|word| !within || valued(word)).copied().collect();
        let partial = own.iter().any(|word| is_partial(word));
        // Exports hold re-exports, unless they are called domestic.
        // Other words may part by partners: trade with members of a union and with others.
        let beside = within || own.len() > 1 && (partial || own.iter().any(|word| has_total(word)));
        if !(beside || bases.is_some() || partial && !again.is_empty()) {
            continue;
        }
        let all: Vec<&String> = own.iter().chain(&again).copied().collect();
        let whole = all
            .iter()
            .find(|word| has_total(word) && !within)
            .or_else(|| own.iter().find(|word| within && !has_services(word)))
            .or_else(|| own.iter().find(|word| !is_partial(word)));
        let both = "all".to_owned();
        let likely = match whole {
            // Customs value imports with the way there, exports without.
            _ if let Some((cif, fob)) = bases => {
                if flow == Flow::Import {
                    cif.clone()
                } else {
                    fob.clone()
                }
            }
            Some(word) => (*word).clone(),
            None if again.is_empty() => {
                own.first().map_or_else(String::new, |word| (*word).clone())
            }
            None => both,
        };
        let kinds: Vec<&str> = all.iter().map(|word| word.as_str()).collect();
        // Two values of the same goods never add up.
        let together = (bases.is_none() && !within).then_some("all");
        let values: Vec<&str> = kinds.iter().copied().chain(together).collect();
        let answer = asking.ask(
            &format!("kinds:{}", flow.code()),
            &likely,
            &values,
            words::kinds(sample.name(at), flow, &kinds),
        );
        if answer == "all" && bases.is_none() && !within {
            layout.joining = Joining::Sum;
            layout.own_ways.extend(again.iter().map(|word| ((*word).clone(), Way::Flow(flow))));
        } else if all.iter().any(|word| **word == answer) {
            let way = |word: &&String| if **word == answer { Way::Flow(flow) } else { Way::Part };
            let ways: Vec<(String, Way)> =
                all.iter().map(|word| ((*word).clone(), way(word))).collect();
            layout.own_ways.splice(0..0, ways);
        } else {
            asking.wrong("kinds", &answer, &kinds.join(", "));
        }
    }
}
