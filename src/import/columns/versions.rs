//! Several rows for one cell: which version of a figure counts, or the question about it.

use crate::util::Lower as _;
use std::collections::{BTreeMap, BTreeSet};

use super::first_rows::Sample;
use crate::import::asking::{Asking, MOST, Question, Said};
use crate::import::cells::cell_numbers::number;
use crate::import::cells::vocabulary::{Named, What, has_total, holds, named_total, small, what};
use crate::import::layouts::{Joining, Layout, Role, plain};
use crate::wording::say::import::noticed;
use crate::wording::say::import::questions as asked;

/// Which of several versions of a figure count, and what rows do that fall on one cell.
pub fn versions(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    // The label of what is measured tells nothing that its code does not.
    let told = [Role::Measure, Role::Flow, Role::Unit].map(|role| layout.place(role));
    let label =
        |at: &usize| told.iter().flatten().any(|own| own != at && goes_with(sample, *own, *at));
    // Nor does that of a partner what its name does not.
    let whom = layout.partners_at();
    let labels = |at: &usize| {
        let words = || sample.distinct(*at, MOST_MET).into_iter();
        whom.is_some_and(|own| goes_with(sample, own, *at))
            && !words().any(|word| named_total(word) == Some(Named::World))
    };
    // Of one word alone nobody knows yet what stands in the rows below.
    let open = |at: &usize| asking.asks() && sample.distinct(*at, 1).len() == 1 && !sample.whole;
    layout.versions.retain(|at| open(at) || !label(at) && !labels(at));
    // Nor does the name of a part what its code does not.
    let parts = layout.parts.clone();
    let part = |at: &usize| parts.iter().any(|own| goes_together(sample, *own, *at));
    layout.parts.extend(layout.versions.iter().copied().filter(part));
    layout.versions.retain(|at| !part(at));
    if !asking.asks() {
        return;
    }
    // Countries that tell rows apart are whom the trade is with, where nothing else is.
    let open = layout.partners_at().is_none() && layout.partner.is_none();
    let country = |at: &usize| open && layout.sides.is_none() && sample.countries.contains(at);
    layout.countries = layout.versions.iter().copied().filter(country).collect();
    layout.wares = wares(layout, sample);
    layout.summed = summed(layout, sample);
    parts_of_customs(layout, sample, asking);
    layout.few_fall = few_fall(layout, sample) || are_records(layout, sample);
    let own = |at: &usize| lie_apart(layout, sample, *at);
    layout.apart = layout.versions.iter().copied().filter(own).collect();
    let Said { answers, words } = asking.said;
    let mut told: Vec<usize> = Vec::new();
    for (id, value) in answers.iter().chain(words) {
        let Some(name) = id.strip_prefix("which:") else { continue };
        let Some(at) = layout
            .versions
            .iter()
            .copied()
            .find(|at| layout.names.get(*at).is_some_and(|own| own == name))
        else {
            continue;
        };
        asking.heard.push(id.clone());
        let value = match value.as_str() {
            "likely" => {
                let met = sample.distinct(at, MOST_MET).into_iter().map(str::to_owned);
                likely_version(layout, at, &met.collect::<Vec<_>>())
            }
            own => own.to_owned(),
        };
        let goods = value == PRODUCT && layout.wares.contains(&at);
        if goods || value == PARTNER || value == name {
            layout.put(if goods { Role::Product } else { Role::Partner }, at);
            layout.versions.retain(|own| *own != at);
            told.push(at);
        } else if value == "all" {
            let met = sample.distinct(at, MOST_MET);
            let total = met.iter().find(|own| has_total(own) && met.len() > 1);
            layout.supposed.extend(total.map(|own| noticed::added_to_total(own)));
            told.push(at);
            layout.parts.push(at);
            layout.joining = Joining::Sum;
        } else if let Some(first) = value.strip_prefix("first:") {
            layout.preferred.push((at, first.to_owned()));
        } else {
            layout.only.push((at, value));
        }
    }
    // A name goes with its code: what is said of the one holds for the other.
    let with = |at: &&usize| told.iter().any(|own| own != *at && goes_with(sample, *own, **at));
    layout.parts.extend(layout.versions.iter().filter(with));
    let settled: Vec<usize> =
        layout.parts.iter().copied().chain(layout.preferred.iter().map(|(at, _)| *at)).collect();
    layout.versions.retain(|at| !settled.contains(at));
    let rows = asking
        .said
        .get("rows")
        .map(|said| if said == "likely" { likely_rows(layout) } else { said });
    match rows {
        Some("add") => layout.joining = Joining::Sum,
        Some("latest") => layout.joining = Joining::Latest,
        Some("first") => layout.joining = Joining::First,
        None => {}
        Some(other) => asking.wrong("rows", other, &asked::one_of(&["add", "latest", "first"])),
    }
    if asking.said.get("rows").is_some() {
        layout.rows_said = true;
    }
}

/// Takes ports, customs offices and customs districts for the parts that they are, each of which has its own figures,
/// unless one of them may be their total.
fn parts_of_customs(layout: &mut Layout, sample: &Sample, asking: &Asking<'_>) {
    const CALLED: &str = "item|ítem|itemno|incoterm|incoterms|port|ports|portname|portcode|portofentry|portofloading|district|aduana|puerto|dogana|zollamt|zollstelle|关区|口岸|海关|税関|세관|pelabuhan|таможня|gümrük|bureau";
    const HELD: &str = "customsoffice|districtoffice|customsdistrict|customsport|customshouse|declaration|declaración|declaracion|identificador|pedimento|despacho|billoflading|invoiceno|报关单|декларац|beyanname";
    let open = |at: &usize| {
        let name = plain(sample.name(*at));
        let words = sample.distinct(*at, 400);
        let name = name.replace(['_', ' '], "");
        (CALLED.split('|').any(|own| own == name) || holds(&name, HELD))
            && words.len() > 1
            && !words.iter().any(|word| has_total(word) || named_total(word).is_some())
            && !layout.summed.iter().any(|(own, _)| own == at)
            && asking.said.get(&format!("which:{}", sample.name(*at))).is_none()
    };
    let found: Vec<usize> = layout.versions.iter().copied().filter(open).collect();
    for at in found {
        // Their codes are parts as they are.
        let parts = layout.versions.iter().copied();
        let parts: Vec<usize> =
            parts.filter(|own| *own == at || goes_together(sample, *own, at)).collect();
        layout.versions.retain(|own| !parts.contains(own));
        layout
            .supposed
            .extend(parts.iter().map(|own| noticed::parts_of_customs(sample.name(*own))));
        layout.parts.extend(parts);
        layout.joining = Joining::Sum;
    }
}

/// What columns are called that tell a figure from the same one adjusted.
const ADJUSTING: &str =
    "adjust|basis|seasonal|saison|desestacional|destagional|季节|季節|季调|季調";

/// Whether a word says that a figure was adjusted for seasons or working days: another version of the one that was not.
pub fn is_adjusted(word: &str) -> bool {
    const ADJUSTED: &str = "adjusted|saisonbereinigt|desaisonnalis|désaisonnalis|desestacionaliz|dessazonaliz|destagionalizz|季调|季調|季节调整|季節調整|계절조정|сезонно";
    const NOT: [&str; 7] = ["unadjusted", "not ", "non ", "nicht ", "non-", "未", "без "];
    let word = small(word);
    holds(&word, ADJUSTED) && !NOT.iter().any(|own| word.contains(own))
}

/// Columns of words that nobody mapped and that may name the goods, where nothing else does.
fn wares(layout: &Layout, sample: &Sample) -> Vec<usize> {
    let known = layout.says_goods();
    let worded = |at: &usize| {
        !layout.countries.contains(at)
            && !holds(&small(sample.name(*at)), ADJUSTING)
            && !sample.distinct(*at, MOST_MET).into_iter().any(is_adjusted)
            && sample.distinct(*at, MOST_MET).iter().all(|word| {
                word.chars().filter(|own| own.is_alphabetic()).count() > 2
                    && what(word, "").is_none()
                    && named_total(word).is_none()
            })
    };
    layout.versions.iter().copied().filter(|at| !known && worded(at)).collect()
}

/// The words of columns that nobody mapped whose figures are the sum of those of all other words of their
/// column, as far as the first rows tell: a country above its states.
fn summed(layout: &Layout, sample: &Sample) -> Vec<(usize, String)> {
    let of_column = |at: usize| Some((at, summed_word(layout, sample, at)?.to_owned()));
    layout.versions.iter().copied().filter_map(of_column).collect()
}

/// The word of one column whose figures are the sum of those of all others.
pub fn summed_word<'a>(layout: &Layout, sample: &'a Sample, at: usize) -> Option<&'a str> {
    let figures = layout.figures().first().copied()?;
    let read = |row: &Vec<String>| {
        row.get(figures).and_then(|cell| number(cell.as_bytes(), layout.marks(figures)))
    };
    let words = sample.distinct(at, 400);
    let mut sums: Vec<(&str, f64)> = Vec::new();
    let mut all = 0.0;
    for row in &sample.rows {
        let Some((word, own)) = row.get(at).zip(read(row)) else { continue };
        all += own;
        match sums.iter_mut().find(|(known, _)| known == word) {
            Some((_, sum)) => *sum += own,
            None => sums.push((word, own)),
        }
    }
    // Of two alike none holds the other, and rounded parts come close to their sum.
    let holds = |(_, own): &&(&str, f64)| *own > 0.0 && (all - own * 2.0).abs() <= own * 0.002;
    let found = sums.iter().find(holds).filter(|_| sums.len() > 2 && words.len() <= 400);
    found.map(|(word, _)| *word)
}

/// Whether each row that has nothing in a column is the total of the others that say the same in all else.
pub fn blanks_are_totals(layout: &Layout, sample: &Sample, at: usize) -> bool {
    let Some(figures) = layout.figures().first().copied() else { return false };
    let mut described = described_by(layout);
    described.retain(|own| *own != at);
    let mut sums: BTreeMap<Vec<&str>, (f64, f64)> = BTreeMap::new();
    for row in &sample.rows {
        let read = row.get(figures).and_then(|cell| number(cell.as_bytes(), layout.marks(figures)));
        let Some((word, own)) = row.get(at).zip(read) else { continue };
        let (total, parts) = sums.entry(cells(row, &described)).or_default();
        *if word.is_empty() { total } else { parts } += own;
    }
    let mut totals = sums.values().filter(|(total, _)| *total != 0.0).peekable();
    totals.peek().is_some()
        && totals.all(|(total, parts)| (total - parts).abs() <= total.abs() * 0.002)
}

/// Whether fewer than one in five of the first rows say the same as another in all columns that are used, but for
/// their figures.
fn few_fall(layout: &Layout, sample: &Sample) -> bool {
    let described = described_by(layout);
    let mut met: BTreeSet<Vec<&str>> = BTreeSet::new();
    let mut again = 0;
    let rows = sample.rows.iter().take(400);
    for row in rows.clone() {
        again += usize::from(!met.insert(cells(row, &described)));
    }
    again > 0 && again * 5 < rows.count()
}

/// Whether rows are single records: several have other figures where they say the same in all columns, those of
/// versions as well.
fn are_records(layout: &Layout, sample: &Sample) -> bool {
    let figures = layout.figures();
    let mut described = described_by(layout);
    described.extend(&layout.versions);
    let mut met: BTreeMap<Vec<&str>, Vec<&str>> = BTreeMap::new();
    let mut other = 0;
    let rows = sample.rows.iter().take(400);
    for row in rows.clone() {
        let own = cells(row, &figures);
        let before = met.insert(cells(row, &described), own.clone());
        other += usize::from(before.is_some_and(|before| before != own));
    }
    other > 3 && other * 20 >= rows.count()
}

/// The columns in use that say what a row's figures are of.
fn described_by(layout: &Layout) -> Vec<usize> {
    let figures = layout.figures();
    layout.used().filter(|at| !figures.contains(at)).collect()
}

/// A row's cells in some columns.
fn cells<'a>(row: &'a [String], columns: &[usize]) -> Vec<&'a str> {
    columns.iter().map(|at| row.get(*at).map_or("", String::as_str)).collect()
}

/// Versions of a figure are rarely less than this share of each other.
const ALIKE: f64 = 0.6;

/// Whether most figures that differ in one column alone, as far as the first rows tell, are far from each other:
/// parts of a whole rather than versions of a figure.
fn lie_apart(layout: &Layout, sample: &Sample, at: usize) -> bool {
    let Some(place) = layout.figures().first().copied() else { return false };
    let described = described_by(layout);
    let mut met: BTreeMap<Vec<&str>, (&str, f64)> = BTreeMap::new();
    let (mut count, mut far) = (0, 0);
    for row in sample.rows.iter().take(400) {
        let read = row.get(place).and_then(|cell| number(cell.as_bytes(), layout.marks(place)));
        let Some((word, own)) = row.get(at).zip(read.filter(|own| *own > 0.0)) else { continue };
        if let Some((before, other)) = met.insert(cells(row, &described), (word, own))
            && before != word
        {
            count += 1;
            far += usize::from((own / other).min(other / own) < ALIKE);
        }
    }
    count >= 4 && far > count / 2
}

/// The word of a column whose figures are the sum of all others.
fn sum_of(layout: &Layout, at: usize) -> Option<&str> {
    layout.summed.iter().find(|(own, _)| *own == at).map(|(_, word)| word.as_str())
}

/// What rows that fall on one cell most likely are: where columns were left out that tell parts from a
/// whole, the whole stands first.
const fn likely_rows(layout: &Layout) -> &'static str {
    if layout.unsure { "first" } else { "add" }
}

/// Whether each word of a column has one word of another beside it.
pub fn goes_with(sample: &Sample, one: usize, other: usize) -> bool {
    let mut pairs: Vec<(&String, &String)> = Vec::new();
    let rows = sample.rows.iter().take(400);
    rows.filter_map(|row| row.get(one).zip(row.get(other))).all(|(one, other)| {
        match pairs.iter().find(|(own, _)| *own == one) {
            Some((_, own)) => *own == other,
            None => {
                pairs.push((one, other));
                pairs.len() <= MOST_PAIRED
            }
        }
    }) && pairs.len() > 1
}

/// Whether two columns say the same in other words.
pub fn goes_together(sample: &Sample, one: usize, other: usize) -> bool {
    goes_with(sample, one, other) && goes_with(sample, other, one)
}

/// What is answered where a column holds the partners.
const PARTNER: &str = "partner";

/// What is answered where each word of a column is a product.
const PRODUCT: &str = "product";

/// More words than are compared of two columns.
const MOST_PAIRED: usize = 300;

/// More words than a column of versions has.
const MOST_MET: usize = 40;

/// The version of a figure that is most likely meant: what is the sum of the others, the total, the value, the
/// plain one, the final one, all where they are parts, each for itself where they may be partners or goods.
fn likely_version(layout: &Layout, at: usize, values: &[String]) -> String {
    if layout.countries.contains(&at) {
        return PARTNER.to_owned();
    }
    if let Some(sum) = sum_of(layout, at) {
        return sum.to_owned();
    }
    let (few, apart) = layout.are_parts(at);
    let lower = layout.names.get(at).map_or_else(String::new, |name| name.lower());
    const PARTS: &str = "port|district|state|provinc|region|mode|transport|procedure|cpc|regime|customs|office|uf|via|贸易方式|省|关区|地|zoll|bureau|company|firm|consignee|регион|ülke|aduana|alfândega|dogana|puerto|porto|hafen|bundesland|département|departamento|pelabuhan|provinsi|gümrük|таможн|税関";
    const EDITIONS: &str = "revision|version|vintage|edition|status|update|release|publi";
    const FINAL: &str = "final|definitive|endelig|endgültig|définitif|definitivo|definitief|окончательн|确报|確報|revised|korrigert";
    let within = |value: &&String, words: &str| holds(&value.lower(), words);
    let parts = holds(&lower, PARTS);
    let total = values.iter().find(|value| named_total(value) == Some(Named::World));
    let valued = values.iter().find(|value| matches!(what(value, ""), Some(What::Value(_))));
    let plain = values.iter().find(|value| {
        within(value, "unadjusted|not seasonally") || matches!(value.lower().as_str(), "nsa" | "n")
    });
    // Beside what was adjusted stands what was not, and a trend.
    let plain = plain.or_else(|| {
        values.iter().find(|value| is_adjusted(value))?;
        values.iter().find(|value| !is_adjusted(value) && !within(value, "trend|тренд|趋势"))
    });
    let customs = values
        .iter()
        .find(|value| within(value, "customs"))
        .filter(|_| values.iter().any(|value| within(&value, "payments")));
    let last = values.iter().find(|value| within(value, FINAL) && !within(value, "not final"));
    let editions = holds(&lower, EDITIONS);
    // A final product is no final figure.
    let last = last.filter(|_| editions || !apart);
    let found = total.or(valued).or(plain).or(customs);
    // The only one that is called a total is not added to its parts.
    let worded: Vec<&String> = values.iter().filter(|value| has_total(value)).collect();
    match (found, last) {
        (Some(found), _) => found.clone(),
        (None, Some(last)) if values.len() == 2 => format!("first:{last}"),
        (None, Some(last)) => last.clone(),
        (None, None) if parts => "all".to_owned(),
        (None, None) if !editions && !layout.wares.contains(&at) && worded.len() == 1 => {
            worded.first().map_or_else(String::new, |own| (*own).clone())
        }
        (None, None) if !editions && layout.wares.contains(&at) => PRODUCT.to_owned(),
        (None, None) if (few || apart) && !editions => "all".to_owned(),
        // What is said of some rows alone tells parts apart: a blank is no version.
        (None, None) if values.first().is_some_and(String::is_empty) => "all".to_owned(),
        (None, None) => values.first().map_or_else(|| "all".to_owned(), String::clone),
    }
}

/// Rows that fell on one cell with others: how many figures of them the same columns tell apart.
#[derive(Clone, Debug, Default)]
pub struct Differing {
    /// Columns, and how many figures differ in them and in no other.
    pub combinations: Vec<(Vec<usize>, u64)>,
    /// The words of each such column.
    pub words: Vec<(usize, Vec<String>)>,
}

impl Differing {
    /// Whether there are any.
    pub const fn any(&self) -> bool {
        !self.combinations.is_empty()
    }

    /// Counts a figure that differs in these columns from the first of its cell.
    pub fn count(&mut self, columns: &[usize]) {
        if let Some((_, count)) = self.combinations.iter_mut().find(|(own, _)| own == columns) {
            *count += 1;
        } else if self.combinations.len() < 200 {
            self.combinations.push((columns.to_vec(), 1));
        }
    }

    /// Notes the words of a column.
    pub fn met(&mut self, at: usize, words: impl IntoIterator<Item = String>) {
        let place = self.words.iter().position(|(own, _)| *own == at).unwrap_or_else(|| {
            self.words.push((at, Vec::new()));
            self.words.len() - 1
        });
        let Some((_, own)) = self.words.get_mut(place) else { return };
        for word in words {
            if own.len() < MOST_MET && !own.contains(&word) {
                own.push(word);
            }
        }
    }

    /// The fewest columns that tell the figures apart, with how many each does: those with few words
    /// before numbers of rows and series, which tell all apart and mean nothing.
    fn fewest(&self) -> Vec<(usize, u64)> {
        let words = |at: usize| {
            self.words.iter().find(|(own, _)| *own == at).map_or(0, |(_, words)| words.len())
        };
        let mut open: Vec<&(Vec<usize>, u64)> = self.combinations.iter().collect();
        let small = |at: &usize| words(*at) <= 12;
        let told = open.iter().all(|(columns, _)| columns.iter().any(small));
        let mut found: Vec<(usize, u64)> = Vec::new();
        while found.len() < MOST {
            let mut counts: Vec<(usize, u64)> = Vec::new();
            // What one column alone tells apart comes first: no other can.
            let least = open
                .iter()
                .map(|(columns, _)| columns.iter().filter(|at| !told || small(at)).count())
                .min();
            for (columns, count) in &open {
                let usable: Vec<&usize> = columns.iter().filter(|at| !told || small(at)).collect();
                if Some(usable.len()) != least {
                    continue;
                }
                for at in usable {
                    match counts.iter_mut().find(|(own, _)| own == at) {
                        Some((_, own)) => *own += count,
                        None => counts.push((*at, *count)),
                    }
                }
            }
            // Of two that go together, the one with fewer words.
            let best = counts.into_iter().max_by(|one, other| {
                one.1
                    .cmp(&other.1)
                    .then(words(other.0).cmp(&words(one.0)))
                    .then(other.0.cmp(&one.0))
            });
            let Some((at, _)) = best else { break };
            let count = open
                .iter()
                .filter(|(columns, _)| columns.contains(&at))
                .map(|(_, count)| count)
                .sum();
            found.push((at, count));
            open.retain(|(columns, _)| !columns.contains(&at));
        }
        found
    }
}

/// What is asked when a file has been read, and rows of it fell on one cell.
pub fn conflicts(
    layout: &Layout,
    differing: &Differing,
    unexplained: (u64, u64),
    said: Said<'_>,
) -> Vec<Question> {
    let mut asking = Asking::new(said);
    for (at, count) in differing.fewest() {
        let name = layout.names.get(at).map_or("", String::as_str);
        let values = differing.words.iter().find(|(own, _)| *own == at);
        let values = values.map(|(_, values)| values.as_slice()).unwrap_or_default();
        let sum = sum_of(layout, at);
        let likely = likely_version(layout, at, values);
        let each = [(&layout.countries, PARTNER), (&layout.wares, PRODUCT)];
        let each = each.into_iter().find(|(columns, _)| columns.contains(&at)).map(|(_, own)| own);
        let shown = values.get(..24).unwrap_or(values);
        let mut given: Vec<String> = shown.to_vec();
        let pairs = values.len() == 2;
        if pairs {
            given.extend(values.iter().map(|value| format!("first:{value}")));
        }
        given.push("all".to_owned());
        given.extend(each.map(str::to_owned));
        let given: Vec<&str> = given.iter().map(String::as_str).collect();
        let question =
            asked::versions(count, name, shown, pairs, (sum, each.map(|own| own == PRODUCT)));
        asking.ask(&format!("which:{name}"), &likely, &given, question);
    }
    if unexplained.0 > 0 && !layout.rows_said && asking.questions.len() < MOST {
        let (count, line) = unexplained;
        asking.ask(
            "rows",
            likely_rows(layout),
            &["add", "latest", "first"],
            asked::rows(count, line),
        );
    }
    asking.questions
}
