//! A story's text to readings with their grounds, and readings to verdicts.
//!
//! Rules, not a model: a reader can see why. Text is brought to one spelling ([`normal`]) and cut
//! into sentences and table cells of numbers and phrases ([`token`], [`sentence`]); what a phrase
//! means ([`meaning`]) the [`lexicon`] knows, with the data's own [`names`]. What a sentence speaks of
//! is walked through ([`scene`]), its periods ([`period`], [`when`]) and comparisons ([`against`]) are
//! found, and each figure ([`stated`]) and statement of [`order`] gets its [`reading`]s: every way that it can
//! be meant, each part with where it is said and the whole with a cost ([`weights`]). The data
//! [`judge`] them: a figure that equals a cell in a likely reading is right in that one; it is called
//! wrong only where every part is said, no other reading is nearly as likely, nothing in its clause is
//! [`left`] unread, and the gap is one that misprints have. What is likelier of something else gets no
//! word. What is still open after that is read once more as the figures [`near`] it, and
//! then as anything that the story names.

mod adjusted;
mod against;
mod cell_values;
mod checked;
mod claim;
mod clock;
mod consistency;
mod judge;
mod language;
mod left;
mod lexicon;
mod library;
mod lists;
mod meaning;
mod names;
mod near;
mod normal;
mod order;
mod parsed;
mod period;
mod reading;
mod remarks;
mod report;
mod scene;
mod sentence;
mod sentence_reader;
mod stated;
mod suggestion;
mod token;
mod weights;
mod when;

pub use checked::{Checked, Note};
pub use claim::{Among, Claim, Hedge, Kind, Rank, Stated, Turn};
pub use judge::{Judgement, Verdict};
pub use language::phrases;
pub use report::{
    CellReport, Desk, Finding, SourceReport, findings, in_utf16, markdown, plain, summary,
};

use crate::trade::{Dataset, Flow, Month, Period};
use crate::wording::say::stories::reading as reading_words;
use adjusted::Season;
use clock::Clock;
use lexicon::Lexicon;
use library::Library;
use meaning::Meaning;
use near::Open;
use normal::Normal;
use parsed::Parsed;
use reading::{Read, Reading, Trade};
use scene::Topic;
use sentence::{Item, Row};

/// A story that was checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// What was found, in order of place.
    pub found: Vec<Checked>,
    /// The month it was taken to be written in.
    pub date: Option<Month>,
    /// How that is known.
    pub dated: Dated,
    /// Whether it names any of the data's goods.
    pub names_goods: bool,
}

impl Story {
    /// How a story without a given date was dated, in words; empty if a date was given.
    pub fn supposed(&self) -> String {
        if self.dated == Dated::Given {
            return String::new();
        }
        let words = |date| reading_words::supposed(date, self.dated.code());
        self.date.map(words).unwrap_or_default()
    }

    /// The day of its dateline, `YYYY-MM-DD`; empty if it was not dated by one.
    pub fn day(&self) -> String {
        match (self.date, self.dated) {
            (Some(month), Dated::Dateline(day)) => format!("{month}-{day:02}"),
            _ => String::new(),
        }
    }
}

/// How a story's month is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// It was given.
    Given,
    /// A date in the first lines, with its day.
    Dateline(u32),
    /// The latest year that it names.
    Years,
    /// The year that most of its figures fit.
    Guessed,
}

impl Dated {
    /// The word used in reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Dateline(_) => "dateline",
            Self::Years => "years",
            Self::Guessed => "guessed",
        }
    }
}

/// So many readings of a figure that is still open are kept.
const LIKELY: usize = 16;

/// So many goods and months of a story are tried for a figure that nothing near it tells of.
const GOODS: usize = 4;
const MONTHS: usize = 8;

/// Figures that are open are read as those near them, then as those settled by that, then as what the story names
/// anywhere, and once more as those settled by that.
const ROUNDS: usize = 4;
const ANYWHERE: usize = 2;

/// Of two amounts that have changed places, the second is among so many behind the first.
const NEXT: usize = 3;

/// How many sentences are enough to guess a story's year from.
const ENOUGH: usize = 60;

/// A data set with the phrases that stories speak of it in.
pub struct Checker {
    library: Library,
    lexicon: Lexicon,
}

impl Checker {
    /// A checker over `dataset`.
    pub fn new(dataset: Dataset) -> Self {
        let library = Library::new(dataset);
        let lexicon = Lexicon::new(&library.names);
        Self { library, lexicon }
    }

    /// The data.
    pub const fn dataset(&self) -> &Dataset {
        self.library.dataset()
    }

    /// Changes the data, as by another part of them.
    pub fn edit<T>(&mut self, edit: impl FnOnce(&mut Dataset) -> T) -> T {
        let before = self.library.names.units.clone();
        let made = self.library.edit(edit);
        // A part may bring a money more, whose words are then read as that.
        if self.library.names.units != before {
            self.lexicon = Lexicon::new(&self.library.names);
        }
        made
    }

    /// Checks `text`, plain or HTML. `date` is the month the story was written in; without it, a date in
    /// its first lines or the years it names are used.
    pub fn check(&self, text: &str, date: Option<Month>) -> Story {
        let normal = Normal::new(text);
        let rows = sentence::sentences(&normal.text, &self.lexicon);
        let (clock, dated) = self.clock(&rows, date);
        let mut found = clock.map_or_else(Vec::new, |clock| self.run(&rows, clock));
        for checked in &mut found {
            let (start, end) = (checked.claim.start, checked.claim.end);
            let (from, to) = sentence::around(&normal.text, &rows, start);
            let (from, to) = normal.place(from, to);
            checked.sentence = from..to;
            (checked.claim.start, checked.claim.end) = normal.place(start, end);
            checked.context.extend(remarks::retold(checked, &self.library));
        }
        crate::util::sort_by_key(&mut found, |checked| (checked.claim.start, checked.claim.end));
        let goods = |item: &Item| matches!(item.meaning(), Some(Meaning::Product(_)));
        let names_goods = rows.iter().flat_map(|row| &row.items).any(goods);
        Story { found, date: clock.map(|clock| clock.today), dated, names_goods }
    }

    fn clock(&self, rows: &[Row], date: Option<Month>) -> (Option<Clock>, Dated) {
        let known = |today| Some(Clock { today, known: true, guessed: false });
        if let Some(today) = date {
            return (known(today), Dated::Given);
        }
        if let Some((today, day)) = clock::dateline(rows) {
            return (known(today), Dated::Dateline(day));
        }
        let Some(last) = self.library.last() else { return (None, Dated::Guessed) };
        let years = rows
            .iter()
            .flat_map(|row| (0..row.items.len()).filter_map(|at| clock::told_year(&row.items, at)));
        // Nobody writes after the data were put together of what they have.
        let compiled = self.dataset().about.compiled.get(..7).and_then(Month::parse);
        let next = compiled.unwrap_or(last).max(last + 1);
        let guess = |today| Clock { today, known: false, guessed: true };
        match years.filter(|year| *year <= last.year()).max() {
            Some(year) => {
                let after = |years: i32| Month::from_index((year + years) * 12);
                let usual = Clock { today: after(1).min(next), known: false, guessed: false };
                // The year may be named for comparison alone: `than in October 2024`.
                let later = Some(after(2).min(next)).filter(|today| *today > usual.today);
                // A day of its first lines may be its own: `Reuters reported on November 20`.
                let day = clock::first_day(rows);
                let own = day.into_iter().flat_map(|number| {
                    [year, year + 1].into_iter().filter_map(move |year| Month::new(year, number))
                });
                let mut own = own.filter(|today| *today <= next);
                // Where the data do not tell, it is the day's.
                let first = own.next().map(|today| Clock { today, ..usual });
                let others = own.chain(later).map(guess);
                let others = others.chain(first.map(|_| usual));
                let best = self.best_of(rows, first.unwrap_or(usual), others);
                (Some(best), if best.guessed { Dated::Guessed } else { Dated::Years })
            }
            None => {
                // Of each year the month of the day it is dated by, or January.
                let number = clock::first_day(rows).unwrap_or(1);
                let months = (0..10).filter_map(|back| Month::new(next.year() - back, number));
                let past = months.filter(|month| *month <= next);
                (Some(self.best_of(rows, guess(next), past.map(guess))), Dated::Guessed)
            }
        }
    }

    /// A story that does not say when it was written is read as if written when most of its figures fit.
    fn best_of(
        &self,
        rows: &[Row],
        usual: Clock,
        others: impl IntoIterator<Item = Clock>,
    ) -> Clock {
        let some = rows.get(..rows.len().min(ENOUGH)).unwrap_or_default();
        let score = |clock: Clock| {
            self.run(some, clock).iter().filter(|one| one.judgement.verdict.holds()).count()
        };
        let mut others = others.into_iter().peekable();
        if others.peek().is_none() {
            return usual;
        }
        let (mut best, mut most) = (usual, score(usual));
        for clock in others {
            let reached = score(clock);
            if reached > most {
                (best, most) = (clock, reached);
            }
        }
        best
    }

    fn run(&self, rows: &[Row], clock: Clock) -> Vec<Checked> {
        let mut topic = Topic::default();
        let mut periods: Vec<Period> = Vec::new();
        let ahead = ahead(rows, clock);
        let mut found: Vec<Checked> = Vec::new();
        let mut anchors: Vec<Trade> = Vec::new();
        let mut amount = None;
        let mut opens: Vec<Open> = Vec::new();
        let mut held: Vec<judge::Settled> = Vec::new();
        let mut season = Season::Unsaid;
        // A table's line, and where its findings begin.
        let (mut line, mut line_from) = (0, 0);
        for (at, row) in rows.iter().enumerate() {
            let items = &row.items;
            let figures = stated::figures(items, amount);
            amount = figures.iter().rfind(|figure| figure.is_amount()).copied().or(amount);
            let mentions = period::mentions(items, clock, periods.last().copied());
            let walked = scene::walk(items, &figures, &topic);
            let sentence = Parsed {
                items,
                own: row.own,
                figures,
                mentions,
                walked,
                clock,
                topic: &topic,
                periods: &periods,
                ahead: &ahead,
                names: &self.library.names,
                marked: adjusted::is_marked(items),
                season,
            };
            let made = |(claim, judgement)| Checked::new(claim, judgement);
            let read = sentence.read();
            let judged = self.judged(&read, &mut anchors);
            let mut own: Vec<Checked> = Vec::new();
            for (place, (mut read, judged)) in read.into_iter().zip(judged).enumerate() {
                let verdict = judged.as_ref().map(|one| one.judgement.verdict);
                let settled = verdict.is_some_and(Verdict::settles);
                let told = judged.is_some().then_some(found.len() + own.len());
                // A change that is right for a neighbouring month may begin at the amount before it.
                let accused = verdict == Some(Verdict::Misplaced)
                    && read.as_ref().is_some_and(|read| read.of_amount);
                let open = if settled && !accused { None } else { sentence.open(place, at) };
                if let Some(read) = &mut read {
                    read.readings.truncate(LIKELY);
                    read.readings.shrink_to_fit();
                }
                opens.extend(open.map(|open| Open { own: read, told, accused, ..open }));
                if let Some(judged) = judged {
                    held.extend(judged.place_in(at));
                    own.push(made((judged.claim, judged.judgement)));
                }
            }
            opens.extend(sentence.open_numbers(at));
            let orders = order::orders(&sentence);
            let ranked =
                orders.iter().filter_map(|one| judge::order::judge(one, &anchors, &self.library));
            own.extend(ranked.map(made));
            if row.own == 0 {
                consistency::compare(&mut own);
            }
            judge::unfit::withdraw(&mut own);
            for checked in &mut own {
                checked.context.extend(remarks::framing(checked, &self.library));
            }
            if row.line != line {
                (line, line_from) = (row.line, found.len());
            }
            found.extend(own);
            // What a table's line tells is told together.
            if row.own > 0 {
                consistency::compare(found.get_mut(line_from..).unwrap_or_default());
            }
            if items.iter().any(|item| item.meaning() == Some(Meaning::Seasonal))
                && let Some(last) = found.last_mut()
            {
                let note = remarks::season(&last.claim, &self.library);
                last.context.extend(note);
            }
            season = sentence.season_next();
            let spoken_of = sentence.spoken_of();
            let Parsed { walked, .. } = sentence;
            // The months of a price are not those that the story goes on with.
            let foreign = walked.last().is_some_and(|end| end.other && !end.own_flow);
            if let Some(period) = spoken_of.filter(|_| !foreign) {
                periods.retain(|other| *other != period);
                periods.push(period);
            }
            if row.own == 0 {
                topic.follow(&walked);
                topic.listed = lists::partners(items);
            }
        }
        let named = self.named(&topic, &periods, clock);
        self.settle(opens, held, &named, &mut found);
        judge::swapped(&mut found);
        found
    }

    /// What a figure may be of in a story, wherever it stands: the months that the story speaks of, the latest first,
    /// of the goods that it names, and of the usual ones.
    fn named(&self, topic: &Topic, periods: &[Period], clock: Clock) -> Vec<judge::Settled> {
        let names = &self.library.names;
        let mut goods: Vec<_> = topic.products.iter().rev().copied().take(GOODS).collect();
        let usual = names.usual.filter(|usual| !goods.contains(usual));
        goods.extend(usual.filter(|_| topic.main.is_some()));
        let mut flows: Vec<Flow> = topic.flows.iter().rev().copied().collect();
        for flow in [names.flow, Flow::Export, Flow::Import] {
            if !flows.contains(&flow) {
                flows.push(flow);
            }
        }
        let last = [Period::month(clock.last_month())];
        let mut found = Vec::new();
        for period in periods.iter().rev().take(MONTHS).chain(&last) {
            for product in &goods {
                for flow in &flows {
                    let reading = Reading {
                        flow: *flow,
                        product: *product,
                        partner: names::WORLD,
                        unit: names.counts,
                        period: *period,
                        matter: reading::Matter::Level,
                        adjusted: false,
                        cost: 0.0,
                        grounds: reading::Grounds::default(),
                    };
                    found.push(judge::Settled { row: usize::MAX, start: 0, reading });
                }
            }
        }
        found
    }

    /// Reads the figures that are still open as those near them that agree with the data and as what the story
    /// names, and tells of what is left where it is a mistake in writing.
    fn settle(
        &self,
        mut opens: Vec<Open>,
        mut held: Vec<judge::Settled>,
        named: &[judge::Settled],
        found: &mut Vec<Checked>,
    ) {
        let mut add = |open: &Open, judged: judge::Judged| {
            let mut checked = Checked::new(judged.claim, judged.judgement);
            checked.context.extend(remarks::framing(&checked, &self.library));
            match open.told.and_then(|at| found.get_mut(at)) {
                Some(told) => *told = checked,
                None => found.push(checked),
            }
        };
        // In which sentences figures were settled last: at first, all that are.
        let mut fresh: Option<Vec<usize>> = None;
        for round in 0..ROUNDS {
            let mut more: Vec<judge::Settled> = Vec::new();
            opens.retain(|open| {
                let judged = if open.cell || open.accused && round > 0 {
                    None
                } else if round == ANYWHERE {
                    let told = open.suspected(&held, &self.library);
                    let accused = told.is_some_and(|one| one.judgement.verdict.accuses());
                    if accused { None } else { open.anywhere(named, &self.library) }
                } else if fresh.as_ref().is_none_or(|rows| open.is_near(rows)) {
                    open.judged(&held, &self.library)
                } else {
                    None
                };
                let Some(judged) = judged else { return true };
                more.extend(judged.place_in(open.row));
                add(open, judged);
                false
            });
            // They are in the order of their sentences, as those are that were open.
            fresh = Some(more.iter().map(|one| one.row).collect());
            held.extend(more);
            crate::util::sort_by_key(&mut held, |one| (one.row, one.start));
        }
        let mut told: Vec<usize> = Vec::new();
        for (at, one) in opens.iter().enumerate() {
            for (next, other) in opens.iter().enumerate().skip(at + 1).take(NEXT) {
                if other.row <= one.row + 1
                    && let (Some(own), Some(theirs)) = (&one.own, &other.own)
                    && let Some([first, second]) = judge::exchanged(own, theirs, &self.library)
                {
                    add(one, first);
                    add(other, second);
                    told.extend([at, next]);
                }
            }
        }
        for (at, open) in opens.iter().enumerate() {
            if !(told.contains(&at) || open.accused)
                && let Some(judged) = open.suspected(&held, &self.library)
            {
                add(open, judged);
            }
        }
    }
}

impl Checker {
    /// Each figure of a sentence by itself, and what that leaves open again, beside those that agree
    /// with the data here, or else in the sentence before.
    fn judged(
        &self,
        read: &[Option<Read>],
        anchors: &mut Vec<Trade>,
    ) -> Vec<Option<judge::Judged>> {
        let judge = |read: &Read| judge::judge(read, &self.library);
        let level = |one: &Reading| one.matter == reading::Matter::Level;
        let mut first: Vec<Option<judge::Judged>> = Vec::new();
        let mut read: Vec<Option<Read>> = read.to_vec();
        for own in &mut read {
            let mut judged = own.as_ref().and_then(judge);
            // What the amount right before it is of, a change is of, too.
            let open = judged.as_ref().is_none_or(|one| !one.judgement.verdict.holds());
            let amount = first.last().and_then(|one| one.as_ref()?.anchor).filter(|_| open);
            let amount = amount.filter(level);
            let moved = own.as_ref().zip(amount).filter(|(own, _)| own.of_amount);
            if let Some(moved) = moved.and_then(|(own, amount)| own.of(&amount)) {
                judged = judge(&moved).or(judged);
                *own = Some(moved);
            }
            first.push(judged);
        }
        for at in 0..first.len() {
            let again = read.get(at).and_then(|own| {
                let own = own.as_ref()?;
                // A change is of the months of the amount that it leads to.
                let to = first.get(at + 1).and_then(|one| one.as_ref()?.anchor);
                let to = to.filter(|to| own.to_amount && to.matter == reading::Matter::Level);
                let held = first.get(at)?.as_ref()?.claim.period?;
                if let Some(to) = to.filter(|to| to.period != held) {
                    return Some(own.of_months(|own| own == to.period));
                }
                let other = first.get(at)?.as_ref()?.anchor?;
                // `2,140 tonnes of July's total, the US 591`: of one July, where other amounts tell which.
                let likeliest = own.readings.first()?.period;
                let years = (likeliest.start - other.period.start) % 12 == 0
                    && likeliest.months == other.period.months;
                let told = |one: &judge::Judged| {
                    one.anchor.is_some_and(|one| {
                        (one.flow, one.product, one.period)
                            == (other.flow, other.product, likeliest)
                            && one.matter == reading::Matter::Level
                    })
                };
                let open = other.grounds.period == scene::Ground::Supposed;
                let apart = other.period != likeliest && years && open;
                (apart && first.iter().flatten().any(told)).then(|| own.without(other.period))
            });
            if let (Some(again), Some(slot)) = (again, first.get_mut(at)) {
                let unclear =
                    |one: judge::Judged| judge::Judged::open(one.claim, one.judgement.unclear());
                *slot = judge(&again).or(slot.take().map(unclear));
            }
        }
        let near: Vec<Reading> =
            first.iter().flatten().filter_map(|judged| judged.anchor).collect();
        let mut found = Vec::new();
        for (read, judged) in read.iter().zip(first) {
            let open = judged.as_ref().is_none_or(|one| !one.judgement.verdict.holds());
            let read = read.as_ref().filter(|_| open);
            let again = read.and_then(|read| read.beside(&near, anchors));
            found.push(again.and_then(|read| judge(&read)).or(judged));
        }
        if read.iter().any(Option::is_some) {
            *anchors = near.iter().map(Reading::trade).collect();
        }
        found
    }
}

/// The first periods that a story names, for what stands before them.
fn ahead(rows: &[Row], clock: Clock) -> Vec<Period> {
    let mut found = Vec::new();
    for row in rows.iter().take(12) {
        for mention in period::mentions(&row.items, clock, found.last().copied()) {
            if mention.is_current() && !found.contains(&mention.period) {
                found.push(mention.period);
            }
        }
        if found.len() > 2 {
            break;
        }
    }
    found
}

/// Checks one story against a data set that is used only once.
pub fn check(text: &str, dataset: &Dataset, date: Option<Month>) -> Vec<Checked> {
    Checker::new(dataset.clone()).check(text, date).found
}
