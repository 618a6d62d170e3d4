//! The reporter, partner and goods of a whole file, if no column gives them. They are read from the file or
//! asked in one question, with suggestions from the file’s own words.

use std::borrow::Cow;

use super::supposed::{is_reported, pairs_by_time, set_goods, spare};
use crate::import::asking::{AnswerOption, Asking, MOST, Question};
use crate::import::cells::countries::{alpha2, code};
use crate::import::cells::titles::{Mention, Side, Titles, is_of_text};
use crate::import::cells::vocabulary::{
    BESIDE_TARIFF, OF_PLACES, OF_TRADE, TARIFFS, Way, flow_in, has_services, has_total, holds,
    is_by_duty, money_in, named_total, small, way,
};
use crate::import::columns::first_rows::Sample;
use crate::import::layouts::{Layout, Role, TRADE_MAP, UNNAMED};
use crate::trade::{Flow, Partner};
use crate::wording::facts::{Source, Whole};
use crate::wording::say::import::noticed;
use crate::wording::say::import::questions as words;
use crate::wording::say::joining;

/// One thing that nothing settles, and what the file's own words propose for it.
#[derive(Debug)]
pub struct Item<'a> {
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
    let partners = [Role::Partner, Role::PartnerName, Role::PartnerNumber];
    let open = layout.partner.is_none() && layout.first_of(&partners).is_none();
    if let Some(own) = Some(()).filter(|()| open && !known).and_then(|()| asking.answer("partner"))
    {
        take(layout, sample, asking, &[], &format!("partner={own}"));
    }
    // A file's name is no more than a hint.
    if layout.name == TRADE_MAP {
        if !is_reported(layout) {
            let likely = of_name(sample).unwrap_or(UNNAMED);
            let answer = asking.ask("reporter", likely, &[likely], words::reporter(likely));
            take(layout, sample, asking, &[], &format!("reporter={answer}"));
        }
        return None;
    }
    let said = asking.said.get("about");
    asking.answer("about");
    // What an answer does not speak of is where it was before.
    let other = |part: &str| {
        matches!(part.split('=').next().map(str::trim), Some("product" | "flow" | "likely"))
    };
    if !known && said.is_none_or(|own| own.split(';').all(other)) {
        read(layout, sample, titles, asking);
    }
    let mut items = items(layout, sample, titles, asking, known);
    if said.is_some() {
        hint(&mut items, layout, sample);
    }
    let likely = pairs(&items);
    let answer = said.filter(|own| *own != "likely").unwrap_or(&likely);
    let answer = completed(answer, &items);
    take(layout, sample, asking, &items, &answer);
    let goods = items.iter().find(|item| item.what == Whole::Goods);
    if goods.is_some() && layout.goods.is_none() && !layout.all_goods {
        set_goods(layout, UNNAMED.to_owned());
    }
    if said.is_some() {
        return None;
    }
    match goods.map(|item| &item.proposed) {
        Some(None) => layout.supposed.push(noticed::unnamed_goods().to_owned()),
        Some(Some((own, source))) if own == "TOTAL" => {
            layout.supposed.push(noticed::all_goods(*source));
        }
        _ => {}
    }
    if items.iter().any(|item| item.what == Whole::Reporter && item.proposed.is_none()) {
        layout.supposed.push(noticed::unnamed_reporter().to_owned());
    }
    let open = items.iter().any(|item| item.what != Whole::Partner);
    // That it is of all goods, as its words say, is no question by itself either.
    let quiet = |item: &Item<'_>| item.proposed.as_ref().is_none_or(|(own, _)| own == "TOTAL");
    let quiet = items.iter().all(quiet);
    hint(&mut items, layout, sample);
    let likely = pairs(&items);
    if quiet {
        return open.then(|| question(&items, &likely));
    }
    asking.questions.push(question(&items, &likely));
    None
}

/// What all of this is, as an answer has it.
fn pairs(items: &[Item<'_>]) -> String {
    items.iter().map(Item::pair).collect::<Vec<_>>().join("; ")
}

/// Proposes what is no more than a hint, which is never taken where it is not asked.
fn hint<'a>(items: &mut [Item<'a>], layout: &Layout, sample: &'a Sample) {
    for item in items.iter_mut().filter(|own| own.what == Whole::Reporter) {
        let own = item.proposed.take().or_else(|| of_money(layout, sample));
        item.proposed = own.or_else(|| of_letters(sample));
    }
}

/// An answer with what is proposed of all that it does not name.
fn completed(answer: &str, items: &[Item<'_>]) -> String {
    // A country that is said to be the partner is no longer whose trade it is.
    let named = |item: &Item<'_>| {
        let mut parts = answer.split(';').filter_map(|part| part.split_once('='));
        let same = |value: &str| item.proposed.as_ref().is_some_and(|(own, _)| own == value);
        parts.any(|(key, value)| key.trim() == item.key() || same(value.trim()))
    };
    // A part without a name may be of anything.
    let bare = answer.split(';').any(|part| !part.contains('=') && !part.trim().is_empty());
    let open = items.iter().filter(|item| !bare && !named(item)).map(Item::pair);
    open.chain([answer.to_owned()]).collect::<Vec<_>>().join("; ")
}

/// The other questions that there are or were: what is answered stands beside what is open, but for the part of a
/// workbook or an archive, which is asked before anything is read.
fn others<'a>(asking: &'a Asking<'_>) -> impl Iterator<Item = &'a str> {
    let open = asking.questions.iter().map(|own| own.id.as_str());
    let answered = asking.said.answers.iter().map(|(id, _)| id.as_str());
    let before = |id: &str| {
        let bare = id.split('@').next().unwrap_or_default();
        matches!(bare, "columns" | "about" | "sheet" | "file")
    };
    open.chain(answered).filter(move |id| !before(id))
}

/// How many others there are; one where the direction is among them, which goes with this one where there are many.
pub fn beside(asking: &Asking<'_>) -> usize {
    if others(asking).any(|id| id == "flow") { 1 } else { others(asking).count() }
}

/// Leaves the direction to this question where there are more than one screen has room for; it was asked there where
/// that one is answered.
pub fn with_flow(asking: &mut Asking<'_>) {
    if others(asking).count() < MOST {
        return;
    }
    if asking.said.get("about").is_some() {
        asking.questions.retain(|own| own.id != "flow");
    }
    join_flow(&mut asking.questions);
}

/// Whether nothing hints at any answer to this question.
pub fn is_bare(question: &Question) -> bool {
    let mut parts = question.likely.split("; ");
    parts.all(|part| part == format!("reporter={UNNAMED}") || part == "partner=WLD")
}

/// Asks for the direction in the same question.
pub fn join_flow(questions: &mut Vec<Question>) {
    let at = |id: &str| questions.iter().position(|own| own.id == id);
    let (Some(flow), Some(_)) = (at("flow"), at("about")) else { return };
    let flow = questions.remove(flow);
    let Some(about) = questions.iter_mut().find(|own| own.id == "about") else { return };
    let value = format!("flow={}", flow.likely);
    about.text = joining::sentences(&[flow.text, std::mem::take(&mut about.text)]);
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

/// Takes an answer: what it names, in parts between semicolons. A part that does not say what it is of is a country
/// where it is one, and the goods where nothing else is open.
pub fn take(
    layout: &mut Layout,
    sample: &Sample,
    asking: &mut Asking<'_>,
    items: &[Item<'_>],
    answer: &str,
) {
    let open = |what: Whole| items.iter().any(|item| item.what == what);
    for part in answer.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let bare = || match country(sample, part) {
            Some(_) if open(Whole::Reporter) || !open(Whole::Partner) => "reporter",
            Some(_) => "partner",
            None if open(Whole::Reporter) || open(Whole::Partner) => "",
            None => "product",
        };
        let parted = part.split_once('=').map(|(key, value)| (key.trim(), value.trim()));
        let (key, value) = parted.unwrap_or_else(|| (bare(), part));
        let proposed = items.iter().any(|item| {
            item.key() == key && item.proposed.as_ref().is_some_and(|(own, _)| own == value)
        });
        let role = match key {
            "reporter" => Some(Role::Reporter),
            "partner" => Some(Role::Partner),
            _ => None,
        };
        let whom = || country(sample, value).or_else(|| proposed.then(|| value.to_owned()));
        match (key, value) {
            ("reporter", UNNAMED) | ("partner", Partner::WORLD) => {}
            ("flow", own) if let Some(flow) = direction(own) => {
                layout.flow = layout.flow.or(Some(flow))
            }
            ("product", own) if is_goods(own) => {
                set_goods(layout, own.to_owned());
                let column = |item: &Item<'_>| match item.proposed {
                    Some((ref word, Source::Column(name, _))) if word == own => {
                        Some(name.to_owned())
                    }
                    _ => None,
                };
                let column = items.iter().find_map(column);
                layout.supposed.extend(column.map(|own| noticed::goods_of_column(&own)));
            }
            // Whose cells say it.
            _ if let Some((role, at)) =
                role.zip(sample.header.iter().position(|own| own == value)) =>
            {
                layout.put(role, at);
                layout.versions.retain(|own| *own != at);
            }
            ("reporter", _) if let Some(own) = whom() => layout.reporter = Some(Cow::Owned(own)),
            ("partner", _) if let Some(own) = whom() => layout.partner = Some(own),
            _ => {
                let id = if items.is_empty() { key } else { "about" };
                asking.wrong(id, if items.is_empty() { value } else { part }, words::whole());
            }
        }
    }
}

/// The code of a country or a group that an answer names.
fn country(sample: &Sample, word: &str) -> Option<String> {
    let known = code(word).filter(|own| alpha2(own).is_some());
    let own = || {
        named_total(word).is_some()
            || (0..sample.header.len()).any(|at| sample.cells(at).any(|cell| cell == word))
    };
    known.or_else(|| own().then(|| word.to_owned()))
}

/// The direction that an answer names.
pub fn direction(word: &str) -> Option<Flow> {
    match way(word.as_bytes()) {
        Some(Way::Flow(flow)) => Some(flow),
        _ => None,
    }
}

/// Whether an answer is a name of goods, or as many digits as their codes have.
fn is_goods(word: &str) -> bool {
    let digits = word.bytes().all(|own| own.is_ascii_digit());
    !word.is_empty() && (!digits || word.len() <= 12)
}

/// What is open of a file.
fn items<'a>(
    layout: &Layout,
    sample: &'a Sample,
    titles: &'a Titles,
    asking: &Asking<'_>,
    known: bool,
) -> Vec<Item<'a>> {
    let has = |roles: &[Role]| layout.first_of(roles).is_some();
    let said = |id: &str| asking.said.get(id).is_some_and(|own| own != "likely");
    let headed = layout.sets.iter().any(|set| set.country.is_some());
    let partnered = has(&[Role::Partner, Role::PartnerName, Role::PartnerNumber])
        || headed && !layout.heads_report
        || layout.partner.is_some()
        || layout.sides.is_some()
        || said("partner");
    // Where no row says its direction, the side that all of it is of says whose it is.
    let sided = layout.sides.is_some() && !has(&[Role::Flow]);
    let reported =
        is_reported(layout) || headed && layout.heads_report || sided || said("reporter");
    let goods_said = layout.says_goods() || said("product");
    let [own, other] = whom(layout, sample, titles);
    let own = own.map(|(code, source, _)| (code, source)).or_else(|| place(layout, sample));
    let own = own.or_else(|| home(sample));
    let other = other.map(|(code, source, _)| (code, source));
    let mut found = Vec::new();
    if !known && !reported {
        found.push(Item { what: Whole::Reporter, plain: UNNAMED, proposed: own });
    }
    if !known && !partnered {
        let proposed = other.filter(|_| !headed);
        found.push(Item { what: Whole::Partner, plain: Partner::WORLD, proposed });
    }
    if !goods_said {
        let proposed = traded(layout, sample, titles);
        let proposed = proposed.or_else(|| all_goods(layout, sample));
        let pairs = || pairs_by_time(layout, sample).map(|at| Source::Heading(sample.name(at)));
        let proposed = proposed.or_else(|| Some(("TOTAL".to_owned(), pairs()?)));
        found.push(Item { what: Whole::Goods, plain: UNNAMED, proposed });
    }
    found
}

/// The country that calls itself so in the language of a heading or a line above the table.
fn home(sample: &Sample) -> Option<(String, Source<'_>)> {
    const OURS: [(&str, &str); 4] =
        [("我國", "TWN"), ("我国", "CHN"), ("우리나라", "KOR"), ("わが国|我が国", "JPN")];
    let mut lines = sample.titles.iter().chain(&sample.header);
    let own = |line: &str| OURS.into_iter().find(|(words, _)| holds(line, words));
    lines.find_map(|line| Some((own(line)?.1.to_owned(), Source::Title(line))))
}

/// The words of a heading, a title, a measure or the file's name that say that it is of all goods.
fn all_goods<'a>(layout: &Layout, sample: &'a Sample) -> Option<(String, Source<'a>)> {
    const ALL: &str = "merchandise|goods|mercanc|mercador|marchandise|waren|商品|货物|貨物|상품|products|commodities";
    // A total of kinds, or of partners, is one of no more than these.
    let traded = |text: &str| flow_in(text).is_some() || holds(&small(text), OF_TRADE);
    // The IMF's codes of goods that go out and come in.
    let coded = |text: &str| {
        let first = text.split('_').next().unwrap_or_default();
        matches!(first, "TXG" | "TMG" | "XG" | "MG")
    };
    let says = |text: &&str| {
        !has_services(text)
            && (coded(text)
                || !is_of_text(text)
                    && (has_total(&text.replace(['-', '_'], " ")) && traded(text)
                        || holds(&small(text), ALL)))
    };
    let measures = [Role::Measure, Role::Flow].into_iter().filter_map(|role| layout.place(role));
    let cells = measures.flat_map(|at| sample.distinct(at, 12));
    // The total of what paid this duty and that is of the same goods.
    let by_duty = sample.header.iter().any(|name| is_by_duty(name));
    let figures = layout.figures().into_iter().filter(|at| !sample.is_headed(*at) && !by_duty);
    let mut named = figures.map(|at| sample.name(at));
    let mut lines = sample.titles.iter().map(String::as_str);
    let found = named.find(says).map(Source::Heading);
    let found = found.or_else(|| cells.into_iter().find(says).map(Source::Row));
    let found = found.or_else(|| lines.find(says).map(Source::Title));
    let found = found.or_else(|| says(&sample.file.as_str()).then(|| Source::Name(&sample.file)));
    Some(("TOTAL".to_owned(), found?))
}

/// A country's code, where its words stand, and whether they leave no doubt.
type Whom<'a> = Option<(String, Source<'a>, bool)>;

/// The country whose trade the file's own name speaks of.
fn of_name(sample: &Sample) -> Option<&str> {
    let own = sample.called.countries.iter().find(|own| own.side == Side::Reporter);
    own.map(|own| own.code.as_str())
}

/// Whose trade it is and with whom, by the countries that the lines above the table and the file's own name name.
fn whom<'a>(layout: &Layout, sample: &'a Sample, titles: &'a Titles) -> [Whom<'a>; 2] {
    let rows =
        layout.partners_at().is_some() || layout.sets.iter().any(|set| set.country.is_some());
    let mut found = [None, None];
    let money = of_money(layout, sample).map(|(code, _)| code);
    let others = money.as_deref().filter(|_| layout.reporter.is_none());
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
            // Another country's money is that of whose trade it is.
            Side::Open if others.is_some_and(|code| code != own.code) => false,
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
    let said = asking.said.get("reporter").is_some();
    if is_reported(layout) || headed || layout.sides.is_some() || said {
        return;
    }
    let [own, _] = whom(layout, sample, titles);
    let own = own.filter(|(.., sure)| *sure).map(|(code, source, _)| (code, source));
    // What is no country is asked.
    let land = place(layout, sample).filter(|(word, _)| {
        sample.countries.iter().any(|at| sample.cells(*at).next() == Some(word.as_str()))
    });
    let own = own.or(land).or_else(|| of_office(layout, sample));
    let own = own.or_else(|| of_tariff(sample));
    let Some((code, source)) = own else { return };
    layout.supposed.push(noticed::reporter_found(&code, source));
    layout.reporter = Some(Cow::Owned(code));
}

/// The country whose office lines or all rows name, where the rows have partners; above a table without them it may be
/// of whoever publishes it, unless the office is called so in its own letters.
fn of_office<'a>(layout: &Layout, sample: &'a Sample) -> Option<(String, Source<'a>)> {
    let partnered = layout.partners_at().is_some();
    let office = sample.office.as_ref()?;
    let east = || office.words.chars().any(|own| own > '\u{2e80}');
    let source = match office.column {
        Some(at) if layout.used().any(|own| own == at) => return None,
        Some(at) => Source::Column(sample.name(at), &office.words),
        None => Source::Title(&office.words),
    };
    (partnered || east()).then(|| (office.code.clone(), source))
}

/// The country whose own tariff heads a column; that of the United States is named elsewhere, too, and stands beside
/// customs districts or what is customs' value there.
fn of_tariff(sample: &Sample) -> Option<(String, Source<'_>)> {
    let named = |name: &str, words: &str| {
        let own = format!(" {} ", small(name).replace(['_', '-'], " "));
        words.split('|').any(|word| own.contains(&format!(" {word} ")))
    };
    let beside = || sample.header.iter().any(|own| named(own, BESIDE_TARIFF));
    sample.header.iter().find_map(|name| {
        let (_, code) = TARIFFS.iter().find(|(words, _)| named(name, words))?;
        (*code != "USA" || beside()).then(|| ((*code).to_owned(), Source::Heading(name)))
    })
}

/// The country whose own money the figures are in, which a heading or a title names: a hint, and no more.
fn of_money<'a>(layout: &Layout, sample: &'a Sample) -> Option<(String, Source<'a>)> {
    let own = |line: &str| {
        let code = money_in(line)?.code();
        // Dollars and euros are everybody's.
        code.get(..2).and_then(self::code).filter(|_| !matches!(code, "USD" | "EUR" | "CNY"))
    };
    let heads = layout.figures().into_iter().map(|at| sample.name(at));
    let heads = heads.map(|line| (line, Source::Heading(line)));
    let titles = sample.titles.iter().map(|line| (line.as_str(), Source::Title(line)));
    heads.chain(titles).find_map(|(line, source)| Some((own(line)?, source)))
}

/// The country whose language alone is written in letters that headings or titles have: a hint, and no more.
fn of_letters(sample: &Sample) -> Option<(String, Source<'_>)> {
    let own = |line: &str| {
        let has = |first: char, last: char| line.chars().any(|own| (first..=last).contains(&own));
        match () {
            () if has('\u{ac00}', '\u{d7a3}') => Some("KOR"),
            () if has('\u{3040}', '\u{30ff}') => Some("JPN"),
            () if has('\u{e00}', '\u{e7f}') => Some("THA"),
            () => None,
        }
    };
    let titles = sample.titles.iter().map(|line| (line.as_str(), Source::Title(line)));
    let heads = sample.header.iter().map(|line| (line.as_str(), Source::Heading(line)));
    titles.chain(heads).find_map(|(line, source)| Some((own(line)?.to_owned(), source)))
}

/// What a column that is called after places, or holds a country, has in every row: whose trade it is.
fn place<'a>(layout: &Layout, sample: &'a Sample) -> Option<(String, Source<'a>)> {
    let used: Vec<usize> = layout.used().collect();
    let own = |at: &usize| {
        !used.contains(at)
            && (is_of_places(sample.name(*at)) || sample.countries.contains(at))
            && matches!(sample.distinct(*at, 2).as_slice(), [one]
                if named_total(one).is_none()
                    && one.starts_with(char::is_alphabetic)
                    && one.chars().filter(|own| own.is_alphabetic()).count() > 1)
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
