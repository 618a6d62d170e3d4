//! What a file is of as a whole where no column says it row by row: whose trade it is, with whom and in which
//! goods. Each is read from the file or asked, all in one question, with what the file’s own words propose.

use std::borrow::Cow;

use super::asking::{AnswerOption, Asking, Question, most};
use super::countries::{alpha2, code};
use super::layouts::{Layout, Role, TRADE_MAP};
use super::supposed::{is_reported, set_goods, spare};
use super::table::Sample;
use super::titles::{Mention, Side, Titles};
use super::vocabulary::{OF_PLACES, Way, named_total, small, way};
use crate::wording::facts::{Source, Whole};
use crate::wording::say::import::{noticed, questions as words};

/// One thing that nothing settles, and what the file's own words propose for it.
struct Item<'a> {
    what: Whole,
    /// What stands where nothing is proposed.
    plain: &'static str,
    /// The answer that is proposed, and where its words stand.
    proposed: Option<(String, Source<'a>)>,
}

impl Item<'_> {
    const fn key(&self) -> &'static str {
        match self.what {
            Whole::Reporter => "reporter",
            Whole::Partner => "partner",
            Whole::Goods => "product",
        }
    }

    fn pair(&self) -> String {
        let value = self.proposed.as_ref().map_or(self.plain, |(value, _)| value);
        format!("{}={value}", self.key())
    }
}

/// Takes what was answered, or else what is proposed. Where the file's words propose something, that is asked;
/// where they propose nothing the question comes back, to be asked beside others if there are any.
pub fn settle(
    layout: &mut Layout,
    sample: &Sample,
    titles: &Titles,
    asking: &mut Asking<'_>,
    known: bool,
) -> Option<Question> {
    if layout.name == TRADE_MAP {
        return None;
    }
    let answer = asking.said.get("about").or(asking.said.get(WITH_FLOW));
    if let Some(answer) = answer.filter(|own| *own != "likely") {
        take(layout, answer);
        return None;
    }
    if !known {
        read(layout, sample, titles, asking);
    }
    let items = items(layout, sample, titles, asking, known);
    let likely = items.iter().map(Item::pair).collect::<Vec<_>>().join("; ");
    let proposed = items.iter().any(|item| item.proposed.is_some());
    let said = answer.is_some();
    if !proposed || layout.chosen && !said {
        if items.iter().any(|item| item.what == Whole::Goods) {
            layout.supposed.push(noticed::all_goods().to_owned());
        }
        let open = items.iter().any(|item| item.what != Whole::Partner);
        return (open && !said && !layout.chosen).then(|| question(&items, &likely));
    }
    take(layout, &likely);
    if !said {
        asking.questions.push(question(&items, &likely));
    }
    None
}

/// What the question is answered by where it asks for the direction, too.
pub const WITH_FLOW: &str = "about:flow";

/// How many other questions there are or were: what is answered stands beside what is open, but for the part of a
/// workbook or an archive, which is asked before anything is read. The direction goes with this one where there are
/// many.
pub fn beside(asking: &Asking<'_>) -> usize {
    let open = asking.questions.iter().map(|own| own.id.as_str());
    let answered = asking.said.answers.iter().map(|(id, _)| id.as_str());
    let before = |id: &str| {
        let bare = id.split('@').next().unwrap_or_default();
        matches!(bare, "columns" | "about" | WITH_FLOW | "sheet" | "file")
    };
    let others = open.chain(answered).filter(|id| !before(id));
    let (flow, others): (Vec<&str>, Vec<&str>) = others.partition(|id| *id == "flow");
    if others.is_empty() { flow.len() } else { others.len() }
}

/// Asks for the direction in the same question where there are more than one screen has room for.
pub fn with_flow(asking: &mut Asking<'_>) {
    let at = |id: &str| asking.questions.iter().position(|own| own.id == id);
    let (Some(flow), Some(_)) = (at("flow"), at("about")) else { return };
    if asking.questions.len() <= most(&asking.questions) {
        return;
    }
    let flow = asking.questions.remove(flow);
    let Some(about) = asking.questions.iter_mut().find(|own| own.id == "about") else { return };
    let value = format!("flow={}", flow.likely);
    about.id = WITH_FLOW.to_owned();
    about.text = format!("{} {}", flow.text, about.text);
    about.likely = format!("{value}; {}", about.likely);
    let words = flow.options.into_iter().find(|own| own.value == flow.likely);
    let label = words.map(|own| own.label).unwrap_or_default();
    about.options.insert(0, AnswerOption { value, label });
}

fn question(items: &[Item<'_>], likely: &str) -> Question {
    let said: Vec<(Whole, Option<Source<'_>>)> = items
        .iter()
        .map(|item| (item.what, item.proposed.as_ref().map(|(_, source)| *source)))
        .collect();
    let pairs: Vec<String> = items.iter().map(Item::pair).collect();
    let pairs: Vec<&str> = pairs.iter().map(String::as_str).collect();
    Question::new("about", likely, &pairs, words::about(&said))
}

/// Takes an answer: what it names, in parts between semicolons. A part that does not say what it is of is whose
/// trade it is where it is a country's code, and the goods where it is not.
fn take(layout: &mut Layout, answer: &str) {
    for part in answer.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let country = || code(part).is_some_and(|own| alpha2(&own).is_some());
        let (key, value) = part.split_once('=').map_or(
            if country() { ("reporter", part) } else { ("product", part) },
            |(key, value)| (key.trim(), value.trim()),
        );
        match (key, value) {
            (_, "" | "OWN" | "WLD" | "TOTAL") => {}
            ("flow", own) => {
                let flow = way(own.as_bytes()).and_then(|own| match own {
                    Way::Flow(flow) => Some(flow),
                    _ => None,
                });
                layout.flow = layout.flow.or(flow);
            }
            ("reporter", own) => layout.reporter = Some(Cow::Owned(own.to_owned())),
            ("partner", own) => layout.partner = Some(own.to_owned()),
            (_, own) => set_goods(layout, own.to_owned()),
        }
    }
}

/// What is open of a file.
fn items<'a>(
    layout: &Layout,
    sample: &'a Sample,
    titles: &'a Titles,
    asking: &Asking<'_>,
    known: bool,
) -> Vec<Item<'a>> {
    let has = |roles: &[Role]| roles.iter().any(|role| layout.place(*role).is_some());
    let said = |id: &str| asking.said.get(id).is_some_and(|own| own != "likely");
    let headed = layout.sets.iter().any(|set| set.country.is_some());
    let partnered = has(&[Role::Partner, Role::PartnerName, Role::PartnerNumber])
        || headed && !layout.heads_report
        || layout.partner.is_some()
        || layout.sides.is_some()
        || said("partner");
    let reported = is_reported(layout)
        || headed && layout.heads_report
        || layout.sides.is_some()
        || said("reporter");
    let goods = has(&[Role::Product, Role::ProductName])
        || layout.sets.iter().any(|set| set.goods.is_some())
        || layout.goods.is_some()
        || layout.spare.is_some()
        || layout.all_goods
        || said("product");
    let [own, other] = whom(layout, sample, titles);
    let own = own.map(|(code, source, _)| (code, source)).or_else(|| place(layout, sample));
    let other = other.map(|(code, source, _)| (code, source));
    let mut found = Vec::new();
    if !known && !reported {
        found.push(Item { what: Whole::Reporter, plain: "OWN", proposed: own });
    }
    if !known && !partnered {
        let proposed = other.filter(|_| !headed);
        found.push(Item { what: Whole::Partner, plain: "WLD", proposed });
    }
    if !goods {
        let proposed = traded(layout, sample, titles);
        found.push(Item { what: Whole::Goods, plain: "TOTAL", proposed });
    }
    found
}

/// A country's code, where its words stand, and whether they leave no doubt.
type Whom<'a> = Option<(String, Source<'a>, bool)>;

/// Whose trade it is and with whom, by the countries that the lines above the table and the file's own name name.
fn whom<'a>(layout: &Layout, sample: &'a Sample, titles: &'a Titles) -> [Whom<'a>; 2] {
    let columns = [Role::Partner, Role::PartnerName].into_iter();
    let rows = columns.filter_map(|role| layout.place(role)).next().is_some()
        || layout.sets.iter().any(|set| set.country.is_some());
    let mut found = [None, None];
    let lines = titles.countries.iter().map(|own| (own, Source::Title(&own.words)));
    let name = sample.called.countries.iter().map(|own| (own, Source::Name(&own.words)));
    for all in [lines.collect::<Vec<_>>(), name.collect()] {
        let used = |own: &Mention| {
            let is = |code: Option<&str>| code == Some(own.code.as_str());
            is(layout.reporter.as_deref())
                || is(layout.partner.as_deref())
                || found.iter().flatten().any(|(code, ..): &(String, _, _)| *code == own.code)
        };
        let mut open = all.iter().filter(|(own, _)| !used(own));
        // Several are no one's trade.
        let (Some((own, source)), None) = (open.next(), open.next()) else { continue };
        let reports = match own.side {
            Side::Reporter => true,
            Side::Partner => false,
            Side::Open if own.labelled => rows,
            Side::Open => layout.reporter.is_none() && found.first().is_some_and(Option::is_none),
        };
        let sure = rows || layout.partner.is_some() || own.side == Side::Reporter;
        if let Some(place @ None) = found.get_mut(usize::from(!reports)) {
            *place = Some((own.code.clone(), *source, sure));
        }
    }
    found
}

/// Takes whose trade it is where the partners stand in the rows and one country beside the table, or a column of
/// places has one in all rows; tells where it was found.
fn read(layout: &mut Layout, sample: &Sample, titles: &Titles, asking: &Asking<'_>) {
    let headed = layout.sets.iter().any(|set| set.country.is_some()) && layout.heads_report;
    let said = ["reporter", "about", WITH_FLOW].into_iter().any(|id| asking.said.get(id).is_some());
    if is_reported(layout) || headed || layout.sides.is_some() || layout.chosen || said {
        return;
    }
    let [own, _] = whom(layout, sample, titles);
    let own = own.filter(|(.., sure)| *sure).map(|(code, source, _)| (code, source));
    let Some((code, source)) = own.or_else(|| place(layout, sample)) else { return };
    layout.supposed.push(noticed::reporter_found(&code, source));
    layout.reporter = Some(Cow::Owned(code));
}

/// What a column that is called after places, or holds a country, has in every row: whose trade it is.
fn place<'a>(layout: &Layout, sample: &'a Sample) -> Option<(String, Source<'a>)> {
    let used: Vec<usize> = layout.used().collect();
    let own = |at: &usize| {
        !used.contains(at)
            && (is_of_places(sample.name(*at)) || sample.countries.contains(at))
            && matches!(sample.distinct(*at, 2).as_slice(), [one]
                if named_total(one).is_none() && one.chars().any(char::is_alphabetic))
    };
    let at = (0..sample.header.len()).find(own)?;
    let word = sample.cells(at).next()?;
    Some((word.to_owned(), Source::Column(sample.name(at), word)))
}

/// Whether a column is called after places.
fn is_of_places(name: &str) -> bool {
    let name = small(name);
    let mut words = name.split(|own: char| !own.is_alphabetic());
    words.any(|word| OF_PLACES.split('|').any(|own| own == word))
}

/// The goods that the lines above the table name, or a column that has one word in all rows, or the file's name.
fn traded<'a>(
    layout: &Layout,
    sample: &'a Sample,
    titles: &'a Titles,
) -> Option<(String, Source<'a>)> {
    let line = titles.goods.as_ref().map(|own| (own.words.clone(), Source::Title(&own.line)));
    let column = || {
        let at = spare(layout, sample, true)?;
        let word = sample.cells(at).next().filter(|_| !is_of_places(sample.name(at)))?;
        Some((word.to_owned(), Source::Column(sample.name(at), word)))
    };
    let name = || {
        // Lines above the table name the goods, where there are any.
        let own = sample.called.goods.as_ref().filter(|_| sample.titles.is_empty())?;
        Some((own.words.clone(), Source::Name(&own.words)))
    };
    line.or_else(column).or_else(name)
}
