//! From readings to verdicts, with reasons.

mod fit;
mod gap;
pub(super) mod order;
mod stated;
pub(super) mod unfit;
mod verdict;

use super::checked::Checked;
use super::claim::{Claim, Kind, Stated};
use super::library::Library;
use super::names::{PartnerId, WORLD};
use super::reading::{Grounds, Matter, Read, Reading, Whole, kind_of, signed};
use super::scene::Ground;
use super::weights::{self, Cost};
use crate::trade::{Flow, Period, Unit};
use crate::wording::facts::{Doubt, Mistake};
use crate::wording::say::joining::clauses;
use crate::wording::say::stories::{grounds as words, reading};
use fit::{Fit, Match, comes, fit};
pub use verdict::{Judgement, Verdict};

/// How many digits a figure has that count, less where a word makes it looser.
fn digits(stated: &Stated) -> f32 {
    // What is said to be flat tells nearly as much as a figure of one digit.
    let size = if stated.value == 0.0 { stated.high * 5.0 } else { stated.value.abs() };
    let digits = (size / stated.step).max(1.0).log10() as f32;
    if stated.hedge.is_none() { digits } else { digits - 0.5 }
}

/// How dear a reading may be that a figure of so many digits is supported in.
fn dearest_support(digits: f32, cheapest: Cost, other: Cost) -> Cost {
    let alone = 0.6 + digits * 1.25;
    let behind = cheapest + 0.35 + digits * 0.55;
    let beside = other + (digits - 1.1) * 1.3;
    alone.min(behind).min(beside)
}

/// How dear a reading may be that a figure is called wrong in.
fn dearest_accusation(digits: f32) -> Cost {
    match digits {
        2.5.. => 0.95,
        2.0.. => 0.75,
        1.0.. => 0.4,
        _ => -1.0,
    }
}

/// What anything else must be dearer by for a figure of few digits to be supported in its first reading.
const CLEARLY: Cost = 0.3;

/// What a rival must be dearer by, and something else than trade.
const RIVAL: Cost = 0.55;
const ELSE: Cost = 1.3;

/// Judges a figure; `None` if it is about something else.
pub fn judge(read: &Read, library: &Library) -> Option<Judged> {
    let cheapest = read.readings.first()?;
    let digits = digits(&read.stated);
    let points = read.unit == "pp";
    let bound = dearest_support(digits, cheapest.cost, read.other);
    // What is almost surely of something else is none of ours, unless all of its digits say so.
    let foreign = read.other < 0.15
        && (digits < 3.3
            || (cheapest.grounds.flow != Ground::Said && cheapest.grounds.goods != Ground::Said));
    // Nor do they where its own words say whose it is.
    let theirs = read.other == 0.0
        && match read.why {
            Some(Doubt::Theirs) => true,
            // An allowance in tonnes, a mine's output.
            Some(Doubt::NoTrade) => {
                read.unit == library.names.counts.code() && cheapest.grounds.flow != Ground::Said
            }
            _ => false,
        };
    if foreign || theirs {
        return None;
    }
    let mut best: Option<(Cost, &Reading, Match)> = None;
    let mut first: Option<Match> = None;
    for (place, reading) in read.readings.iter().enumerate() {
        if place > 0 && reading.cost > bound {
            break;
        }
        let found = fit(reading, read.stated, library);
        let extra = match found.fit {
            Fit::Exact => 0.0,
            Fit::Explained(_) => 0.25,
            Fit::Near if !read.loose && digits >= 1.2 && reading.cost + 0.3 <= read.other => 0.45,
            _ => {
                if place == 0 {
                    first = Some(found);
                }
                continue;
            }
        };
        // Goods named right behind a figure that the data have of them, and otherwise, are not others.
        let misnamed = reading.product != cheapest.product
            && read.of_goods
            && library.names.loosely != Some(cheapest.product)
            && digits > 3.0
            && first.as_ref().is_some_and(|first| first.fit == Fit::Off);
        // A round amount tells nothing of months that its clause leaves open, with a subject that is not known.
        let vague = digits < SPEAKING
            && reading.matter == Matter::Level
            && read.why == Some(Doubt::Unknown)
            && reading.period != cheapest.period
            && reading.grounds.period == Ground::Supposed;
        // `Almost 90%` of something wider may be of anything, unless that is what it comes to.
        let round = read.share
            && reading.partner == WORLD
            && !read.loose
            && (read.stated.value / 10.0).fract() == 0.0
            && found.computed.is_some_and(|own| (own - read.stated.value).abs() > read.stated.step);
        if misnamed || vague || round {
            continue;
        }
        let cost = reading.cost + extra;
        // What its words say as likely as not needs no more digits, nor what they say rather than anything else.
        let plain = place == 0
            && (cost <= SAID && read.other >= weights::OTHER_CARRIED
                || cost <= DEAREST_TALK && read.other >= cost + CLEARLY);
        if (plain || cost <= bound) && best.as_ref().is_none_or(|(least, ..)| cost < *least) {
            best = Some((cost, reading, found));
        } else if place == 0 {
            first = Some(found);
        }
    }
    if let Some((_, reading, found)) = best {
        // What its words name are other months or goods than those that it is right for.
        if read.is_belied(reading, &library.names) {
            let right = words::would_be_right_for(&reading.words(library));
            let own = fit(cheapest, read.stated, library);
            let mut judgement = own.judgement(cheapest, library);
            if own.fit == Fit::Lacking {
                judgement.fact = fit::lacking(cheapest, library);
            }
            let judgement = judgement.found_to_be(Verdict::Unclear, right);
            return Some(Judged::open(claim(read, cheapest, library), judgement));
        }
        let claim = claim(read, reading, library);
        let judgement = if points {
            Judgement::lacking(words::points_of_an_amount())
        } else {
            held(read, reading, found, library)
        };
        let holds = judgement.verdict.holds() && !reading.adjusted;
        let anchor = Some(*reading).filter(|_| holds && digits >= TELLING);
        let plain = holds && (digits >= SPEAKING || reading.cost <= PLAIN);
        let settled = anchor.or(Some(*reading).filter(|_| plain));
        return Some(Judged { claim, judgement, anchor, settled });
    }
    let said = |claim, judgement| Some(Judged::open(claim, judgement));
    let found = first.unwrap_or_else(|| fit(cheapest, read.stated, library));
    // What else it may be a share of is not known: nobody is accused of it.
    if read.share {
        if read.loose || cheapest.cost > DEAREST_TALK {
            return None;
        }
        let judgement = match found.fit {
            Fit::Lacking => Judgement::lacking(fit::lacking(cheapest, library)),
            _ => found
                .judgement(cheapest, library)
                .found_to_be(Verdict::Unclear, words::no_reading(None)),
        };
        return said(claim(read, cheapest, library), judgement);
    }
    // What differs from the data as mistakes in writing do is hardly of something else.
    let mistake = found.computed.and_then(|own| gap::mistake(&read.stated, own, false));
    let slip = digits >= TELLING && !read.loose && found.fit == Fit::Off && mistake.is_some();
    // Something else is likelier: no word of it.
    // Loose words are worth one where they hold, or where nothing but them is left to doubt.
    let open = read.loose
        && (cheapest.flow == Flow::Quota
            || cheapest.cost > PLAIN
            || read.stated.value == 0.0
            || !read.left.is_nothing(cheapest.trade(), cheapest.unit));
    if open || (read.other <= cheapest.cost + 0.05 && !slip) {
        return None;
    }
    // Where the sentence names no trade, only weights that nothing else could own are worth a word.
    let money = Unit::parse(read.unit).is_some_and(Unit::is_money);
    let weight = !money && !matches!(read.unit, "%" | "pp");
    let named =
        cheapest.grounds.flow == Ground::Said || (weight && cheapest.grounds.goods == Ground::Said);
    let talk = cheapest.cost <= DEAREST_TALK
        && !is_of_another_order(read, cheapest, library)
        && (named || (read.other >= weights::OTHER_CARRIED && !money));
    let claim = claim(read, cheapest, library);
    if points {
        return said(claim, Judgement::lacking(words::points_of_an_amount()));
    }
    if found.fit == Fit::Lacking {
        // Of what the data lack, only an amount that can be nothing else is worth a word.
        // A buyer's own figures are its own statistics'.
        // Nor is one of a trade that is not named and that they have nothing of: `the mine's 9,793 tonnes of ore`.
        let named =
            cheapest.grounds.flow == Ground::Said || (weight && library.series(cheapest).is_some());
        if !talk || read.mirrored || !named {
            return None;
        }
        // Of what they have it may be a mistake in writing away.
        if let Some((other, found)) = misprint(read, bound, library) {
            let judgement = found.judgement(other, library);
            let unclear = judgement.found_to_be(Verdict::Unclear, words::no_reading(read.why));
            return said(self::claim(read, other, library), unclear);
        }
        return said(claim, Judgement::lacking(fit::lacking(cheapest, library)));
    }
    // Methods of adjustment differ: what ours does not give may be right by another.
    if cfg!(feature = "whole") && cheapest.adjusted {
        let judgement = found.judgement(cheapest, library);
        let why = words::methods_differ();
        let unclear = judgement.found_to_be(Verdict::Unclear, why);
        return talk.then(|| Judged::open(claim, unclear));
    }
    let place = elsewhere(read, cheapest, digits, library);
    if let Some(judgement) = accused(read, cheapest, &found, place.as_deref(), library) {
        return said(claim, judgement);
    }
    if !talk && !slip {
        return None;
    }
    let place = place.or_else(|| turned(read, cheapest, digits, library));
    let why = match place {
        Some(place) => words::would_be_right_for(&place),
        None if mistake == Some(Mistake::Direction) => words::reversed().to_owned(),
        None => compared_otherwise(read, cheapest, digits, library)
            .unwrap_or_else(|| words::no_reading(read.why)),
    };
    said(claim, found.judgement(cheapest, library).found_to_be(Verdict::Unclear, why))
}

/// The first reading no dearer than `most` that a figure of many digits is a mistake in writing away from.
fn misprint<'a>(read: &'a Read, most: Cost, library: &Library) -> Option<(&'a Reading, Match)> {
    let size = digits(&read.stated);
    if size < TELLING || read.loose || !read.stated.hedge.is_none() {
        return None;
    }
    read.readings.iter().take_while(|one| one.cost <= most).find_map(|one| {
        let found = fit(one, read.stated, library);
        let mistake = gap::mistake(&read.stated, found.computed?, false)?;
        let fits = mistake != Mistake::Digit || size >= TELLING_DIGIT;
        (fits && found.fit == Fit::Off).then_some((one, found))
    })
}

/// Whether an amount is so far from all that the data have of a trade that its clause does not name
/// that it is none of it.
fn is_of_another_order(read: &Read, reading: &Reading, library: &Library) -> bool {
    let named = reading.grounds.flow == Ground::Said && reading.grounds.goods == Ground::Said;
    if named || reading.matter != Matter::Level {
        return false;
    }
    let Some(series) = library.series(reading) else { return false };
    let known = || series.figures().map(|figure| figure.value.abs()).filter(|value| *value > 0.0);
    let most = known().fold(0.0, f64::max);
    let least = known().fold(f64::MAX, f64::min);
    let value = read.stated.value.abs();
    value > most * 30.0 || value < least / 1000.0
}

/// A figure that agrees with the data: its sentence, its place and its reading.
#[derive(Clone, Copy)]
pub struct Settled {
    pub row: usize,
    pub start: usize,
    pub reading: Reading,
}

/// Changes in percent lie as far apart as this, as a rule.
const SPREAD_OF_CHANGES: f64 = 40.0;
/// Amounts, as a share of themselves.
const SPREAD_OF_AMOUNTS: f64 = 3.0;
/// Nothing could agree but by chance where that is likelier than this.
const MERE_CHANCE: f64 = 0.055;

/// A figure that is read as others near it, which agree with the data: supported in the first reading that it
/// agrees with, if none up to that was likely to agree by chance.
pub struct Trial<'a> {
    read: Read,
    either_sign: bool,
    library: &'a Library,
    /// How likely a reading so far was to agree by chance, with all that the figure's hedge allows and with
    /// what rounds to it.
    by_hedge: f64,
    by_rounding: f64,
    /// What it came to, if it is over.
    ended: Option<Option<Judged>>,
}

impl<'a> Trial<'a> {
    /// A figure before any reading is tried; `either_sign` if its direction is not stated.
    pub const fn new(read: Read, either_sign: bool, library: &'a Library) -> Self {
        Self { read, either_sign, library, by_hedge: 0.0, by_rounding: 0.0, ended: None }
    }

    /// Whether no further reading can change the result.
    pub const fn is_over(&self) -> bool {
        self.ended.is_some()
    }

    /// The result.
    pub fn judged(self) -> Option<Judged> {
        self.ended.flatten()
    }

    /// Tries a reading, unless agreement by chance becomes likelier than `most`.
    pub fn of(&mut self, reading: Reading, most: f64) {
        let (hedged, rounded) =
            (self.read.stated.high - self.read.stated.low, self.read.stated.step);
        let signs: &[f64] = if self.either_sign { &[1.0, -1.0] } else { &[1.0] };
        for sign in signs {
            let stated = signed(self.read.stated, *sign);
            let found = fit(&reading, stated, self.library);
            if found.fit == Fit::Lacking {
                continue;
            }
            self.by_hedge += chance(&self.read, &reading, hedged);
            self.by_rounding += chance(&self.read, &reading, rounded.min(hedged));
            // A change between other reports of two cells may be any of many.
            let level = !matches!(reading.matter, Matter::Change(..));
            let plain = matches!(found.fit, Fit::Explained(_)) && stated.hedge.is_none();
            if !(plain && level) && found.fit != Fit::Exact
                || self.read.is_belied(&reading, &self.library.names)
            {
                continue;
            }
            let rounds = found
                .computed
                .is_some_and(|computed| (computed - stated.value).abs() <= rounded * 0.500_001);
            let by_chance = if rounds { self.by_rounding } else { self.by_hedge };
            self.ended = Some((by_chance <= most).then(|| {
                let read = Read { stated, ..self.read.clone() };
                let claim = claim(&read, &reading, self.library);
                let judgement = held(&read, &reading, found, self.library);
                Judged { claim, judgement, anchor: Some(reading), settled: Some(reading) }
            }));
            return;
        }
        if self.by_rounding > MERE_CHANCE {
            self.ended = Some(None);
        }
    }
}

/// How likely a reading agrees with a figure by chance, where all within `width` of it does.
fn chance(read: &Read, reading: &Reading, width: f64) -> f64 {
    let size = read.stated.value.abs().max(f64::MIN_POSITIVE);
    match reading.matter {
        Matter::Change(..) => width / SPREAD_OF_CHANGES.max(size),
        _ => width / (size * SPREAD_OF_AMOUNTS),
    }
}

/// The judgement of a figure, and the reading that it confirms.
pub struct Judged {
    pub claim: Claim,
    pub judgement: Judgement,
    pub anchor: Option<Reading>,
    /// The reading of any figure that agrees with the data in what its words say.
    pub settled: Option<Reading>,
}

impl Judged {
    /// What speaks for no reading.
    pub const fn open(claim: Claim, judgement: Judgement) -> Self {
        Self { claim, judgement, anchor: None, settled: None }
    }

    /// Where in the story what agrees with the data stands, in the sentence `row`.
    pub fn place_in(&self, row: usize) -> Option<Settled> {
        Some(Settled { row, start: self.claim.start, reading: self.settled? })
    }
}

/// So many digits make a figure that agrees speak for its reading.
const TELLING: f32 = 2.0;

/// So many speak for what is near it, and any number where a reading this cheap is what the words say.
const SPEAKING: f32 = 1.9;
const PLAIN: Cost = 0.75;

/// So cheap is what its words say all but in full.
const SAID: Cost = 0.7;

/// A dearer reading is not worth a word where it does not hold.
const DEAREST_TALK: Cost = 2.2;

fn held(read: &Read, reading: &Reading, found: Match, library: &Library) -> Judgement {
    let mut judgement = found.judgement(reading, library);
    judgement = match &found.fit {
        Fit::Exact => {
            Judgement { verdict: Verdict::Supported, reason: judgement.fact.clone(), ..judgement }
        }
        Fit::Explained(why) => judgement.found_to_be(Verdict::Close, why),
        _ => judgement.found_to_be(Verdict::Close, words::near()),
    };
    // What is told as a multiple is answered as one.
    let multiple = read.worded && !read.share;
    if let Some(change) = found.computed.filter(|change| multiple && *change > 0.0) {
        judgement.reason = clauses(&[judgement.reason, words::times(1.0 + change / 100.0)]);
    }
    // A month that the story leaves open: for which it is right, and what it is for the next likely.
    if reading.grounds.period == Ground::Supposed {
        let rival = read.readings.iter().find(|other| {
            other.period != reading.period
                && other.product == reading.product
                && other.flow == reading.flow
                && other.partner == reading.partner
                && other.matter_kind() == reading.matter_kind()
        });
        let told = rival.and_then(|other| {
            let there = fit(other, read.stated, library);
            Some((other.period, comes(other, there.computed?)))
        });
        judgement.reason = clauses(&[judgement.reason, words::month_open(told)]);
    }
    judgement
}

/// Whether a figure that fits no reading is certainly wrong; `place` is where else it is right.
fn accused(
    read: &Read,
    reading: &Reading,
    found: &Match,
    place: Option<&str>,
    library: &Library,
) -> Option<Judgement> {
    let firm =
        read.is_firm(reading) && !read.year_guessed && read.stated.step < read.stated.value.abs();
    // What is hedged has no digits to mistake.
    let hedged = !read.stated.hedge.is_none() && !read.worded;
    // What its goods had in other months, to the digit, is not of more or of others.
    let placed = place.is_some() && digits(&read.stated) > TELLING;
    // By such a name it may be of more, unless figures beside it are not.
    let loosely = library.names.loosely == Some(reading.product) && !read.confirmed && !placed;
    let unsure = loosely || read.loose || found.shaky || is_ahead(read, reading, library);
    if !firm || hedged || unsure || read.alone < reading.cost + ELSE {
        return None;
    }
    // Another reading nearly as likely that the data can't judge may be the right one.
    let rivals =
        read.readings.iter().skip(1).take_while(|rival| rival.cost <= reading.cost + RIVAL);
    let mut rivals = rivals.filter(|rival| !placed || rival.product == reading.product);
    if rivals.any(|rival| fit(rival, read.stated, library).fit == Fit::Lacking) {
        return None;
    }
    // A comparison said of a neighbouring change may not be this one's.
    let other = on_another(read, reading, library);
    if other.is_some() && !read.beside {
        return None;
    }
    let computed = found.computed?;
    let judgement = found.judgement(reading, library);
    let beside = if read.confirmed { 1.0 } else { 0.0 };
    let allowed = reading.cost <= dearest_accusation(digits(&read.stated) + beside);
    // Unless it is said right beside it: the change on the month called one on the year.
    if let Some(other) = other {
        let right_for = words::right_for(&other.words(library));
        return allowed.then(|| judgement.found_to_be(Verdict::Misplaced, right_for));
    }
    if let Some(place) = place.filter(|_| allowed) {
        return Some(judgement.found_to_be(Verdict::Misplaced, words::right_for(place)));
    }
    // Imports called exports, in as many words.
    let flow = Some(digits(&read.stated)).filter(|digits| read.left.plain && *digits > 3.0);
    if let Some(place) =
        flow.filter(|_| allowed).and_then(|own| turned(read, reading, own, library))
    {
        return Some(judgement.found_to_be(Verdict::Misplaced, words::right_for(&place)));
    }
    // Any other gap is likelier one of reading than of writing.
    if read.worded {
        let far = reading.cost <= weights::CARRIED && gap::is_misworded(&read.stated, computed);
        let times = words::times(1.0 + computed / 100.0);
        return far.then(|| judgement.found_to_be(Verdict::Contradicted, times));
    }
    let mistake = gap::mistake(&read.stated, computed, read.confirmed).filter(|_| allowed)?;
    Some(judgement.found_to_be(Verdict::Contradicted, words::mistake(mistake)))
}

/// Whether a figure is right for the same months of the next year, which are not over by the story's date: the date
/// is wrong rather than the figure.
fn is_ahead(read: &Read, reading: &Reading, library: &Library) -> bool {
    let later = reading.moved(reading.period.years_before(-1));
    later.period.end() >= read.today && fit(&later, read.stated, library).fit == Fit::Exact
}

/// So many digits make a figure that is another one's, but for a mistake in writing, hardly one by chance.
const TELLING_POWER: f32 = 1.9;
const TELLING_TURN: f32 = 2.3;
const TELLING_WHOM: f32 = 2.8;
const TELLING_TURNED: f32 = 3.0;
const TELLING_DIGIT: f32 = 3.4;
const TELLING_ALL: f32 = 3.6;
/// A change of fewer agrees with another by chance.
const LEAST_TOLD: f32 = 1.5;
/// A gap that revisions make.
const REVISED: f64 = 0.02;
/// A change of fewer is the opposite of another by chance.
const LEAST_REVERSED: f32 = 0.8;
/// A dearer reading is not known well enough to see a mistake in writing, unless it tells more than most.
const DEAREST_SLIP: Cost = 1.5;
const DEAREST_TELLING: Cost = 1.8;

/// What the figures near a figure tell of its likeliest reading.
#[derive(Default)]
pub struct Nearby {
    /// Whether one is of the same trade, and whether one is in the same sentence.
    pub alike: bool,
    pub beside: bool,
    /// Whether that is of the same partner.
    pub whom: bool,
    /// Whether one is of the same cell: a story gives an amount once, and another number is of something else.
    pub given: bool,
    /// Whether it is alone in a sentence of one period, no figure of which agrees, and whether its month is named
    /// right beside it: it may be a neighbouring month's.
    pub lone: bool,
    pub dated: bool,
    /// Whether the year is named with it.
    pub year_named: bool,
    /// Whether its clause says which way it goes.
    pub turned: bool,
    /// Whether it is a change of the amount before it, which agrees with the data.
    pub confirmed: bool,
    /// Whether one is an amount of the same goods in the same months.
    pub months: bool,
    /// The partners that its sentence names, where its own stands right before it.
    pub partners: Option<Vec<PartnerId>>,
    /// Whether its sentence has the amount that it is a change of, or its weight or worth, of the same months.
    pub level: bool,
}

impl Nearby {
    /// Takes in a figure that agrees with the data.
    pub fn add(&mut self, own: &Reading, other: &Reading, same_row: bool) {
        let whom = other.partner == own.partner || own.grounds.whom == Ground::Said;
        let alike = (other.flow, other.product) == (own.flow, own.product);
        self.alike |= alike && whom;
        self.beside |= alike && same_row;
        self.whom |= alike && whom && same_row;
        self.months |=
            alike && (other.period, other.unit, other.matter) == (own.period, own.unit, own.matter);
        let same = same_row && (other.trade(), other.period) == (own.trade(), own.period);
        let moved = matches!(own.matter, Matter::Change(..));
        let level = (own.matter == Matter::Level || moved) && other.matter == Matter::Level;
        self.level |= same && level && (other.unit == own.unit) == moved;
        self.given |= (other.trade(), other.unit, other.period, other.matter)
            == (own.trade(), own.unit, own.period, own.matter);
    }
}

/// A figure that fits no reading, among figures that agree with the data. It is wrong where it is a mistake in
/// writing away from what its words say, though its clause may have words that are not known: two digits that
/// change places, or a factor of ten, show that it is the figure meant. Else it is unclear, if it has no verdict.
pub fn suspected(read: &Read, near: &Nearby, is_told: bool, library: &Library) -> Option<Judged> {
    let lacking = |one: &Reading| fit(one, read.stated, library).fit == Fit::Lacking;
    let dearest = read.readings.first()?.cost + RIVAL;
    let likely = read.readings.iter().take_while(|one| one.cost <= dearest);
    // What the data have nothing of leaves the next likely.
    let reading = likely.clone().find(|one| !lacking(one))?;
    let size = digits(&read.stated);
    let found = fit(reading, read.stated, library);
    let computed = found.computed.filter(|_| found.fit == Fit::Off)?;
    let confirmed = near.confirmed && !read.worded;
    let mistake = gap::mistake(&read.stated, computed, confirmed);
    // What a partner bought is what it was sold where a list of such amounts is ours, to the digit.
    let bought = read.mirrored
        && near.months
        && reading.grounds.whom == Ground::Said
        && mistake.is_none_or(is_telling);
    // So many digits of what the figures near it are of are of nothing else.
    let of_them = near.months || near.alike && reading.grounds.period == Ground::Said;
    let sure = of_them && size >= TELLING_ALL && mistake.is_some_and(is_telling);
    let subject = read.alone >= weights::OTHER_UNKNOWN || bought || near.confirmed || sure;
    let clear = read.stated.hedge.is_none()
        && !(read.loose || read.share || read.year_guessed || read.unit == "pp")
        && (bought || !read.mirrored)
        && subject
        && reading.cost <= DEAREST_TALK;
    let reversed = mistake == Some(Mistake::Direction);
    let least = match () {
        () if reversed || confirmed => LEAST_REVERSED,
        () if near.level => LEAST_TOLD,
        () => SPEAKING,
    };
    // What is a change of an amount that agrees is hardly of something else, though it may be no mistake in writing.
    let clear = clear && size >= least;
    if !clear && !near.confirmed {
        return None;
    }
    let grounds = &reading.grounds;
    // What goods its sentence speaks of, and with whom, figures beside it tell.
    let mut rivals = likely.filter(|rival| {
        (!near.beside || (rival.flow, rival.product) == (reading.flow, reading.product))
            && (!near.whom || rival.partner == reading.partner)
            && (!near.level || (rival.period, rival.unit) == (reading.period, reading.unit))
    });
    // What counts as the usual differs: nobody is accused of it.
    let dated = clear
        && !near.given
        && reading.usual().is_none()
        && grounds.period != Ground::Supposed
        && (grounds.comparison != Ground::Supposed
            || reversed && (size >= TELLING_POWER || reading.period.months > 1));
    let told = dated && !found.shaky && !rivals.any(lacking) && !is_ahead(read, reading, library);
    // Of so many digits two change places by chance in one of a hundred revisions, whatever else it may be of; nor do
    // all show a factor.
    let plain = told && reading.cost <= weights::CARRIED && reading.unsaid().is_empty();
    let own = near.beside || near.alike && grounds.whom == Ground::Said || plain;
    let turned = mistake.is_some_and(is_telling) && own && size >= TELLING_TURNED;
    // One of so many is another by chance in fewer, where its partner is named or known.
    let whom = near.whom || grounds.whom == Ground::Said;
    let digit = mistake == Some(Mistake::Digit) && whom && !found.shaky;
    // Where every part is said right here, and the figures beside it are of the same.
    let said = told && near.beside && whom && grounds.firm() && reading.cost <= weights::CARRIED;
    // The sign is all that differs.
    let told_of = near.beside || read.beside || reading.period.months > 1;
    let reversed = reversed && near.turned && told_of && !(found.shaky || read.worded);
    let dearest = match () {
        // Of a list, all but the partner is what the amounts beside it are of.
        () if (turned || digit && near.months && near.whom) && size >= TELLING_ALL => DEAREST_TALK,
        () if (digit && size >= TELLING_ALL) || reversed || near.level => DEAREST_TELLING,
        () => DEAREST_SLIP,
    };
    // The change on the year called one on the month, in as many words.
    let other = || on_another(read, reading, library);
    let other = (near.alike && told && read.beside).then(other).flatten();
    let firm = (near.alike || plain && turned)
        && (told || dated && (turned || digit || reversed && size >= TELLING_POWER))
        && reading.cost <= dearest
        && (turned || (read.stated.value / computed - 1.0).abs() >= REVISED);
    let least = |mistake: &Mistake| match mistake {
        Mistake::Power(_) if is_telling(*mistake) && !confirmed => TELLING_POWER,
        Mistake::Power(_) if !is_telling(*mistake) => f32::MAX,
        Mistake::Turned | Mistake::Digit | Mistake::Power(_) if confirmed => LEAST_REVERSED,
        // Beside the weight that it was worth, or the amount that it is a change of.
        Mistake::Turned if told && near.level => LEAST_TOLD,
        Mistake::Digit if told && (near.level || near.dated && near.beside) => TELLING,
        Mistake::Turned => TELLING_TURN,
        Mistake::Digit if said && read.beside => TELLING,
        Mistake::Digit if told && near.beside => TELLING_TURNED,
        Mistake::Digit => TELLING_DIGIT,
        Mistake::Direction if reversed => LEAST_REVERSED,
        _ => f32::MAX,
    };
    let slip = mistake.is_some() && size >= TELLING;
    let mistake = mistake.filter(|mistake| firm && size >= least(mistake));
    let named = told && size >= TELLING_DIGIT && grounds.period == Ground::Said;
    // A month by its name may be another year's.
    let of_year = |years| {
        let other = reading.moved(reading.period.years_before(years));
        fit(&other, read.stated, library).fit == Fit::Exact
    };
    let lone = near.lone || (near.dated && (near.year_named || !of_year(1) && !of_year(-1)));
    let moved = (firm && named && lone).then(|| elsewhere(read, reading, size, library));
    let place = moved.flatten().or_else(|| renamed(read, reading, library).filter(|_| named));
    // Whose amounts those beside it are, of the same months, leaves nothing but the partner open.
    let listed = near.months && dated && reading.cost <= DEAREST_SLIP && size >= TELLING_TURNED;
    let listed = (listed || firm && near.months) && size >= TELLING_WHOM;
    let place = place.or_else(|| {
        let partners = near.partners.as_ref().filter(|_| listed)?;
        of_another_partner(read, reading, partners, library)
    });
    let (verdict, why) = match (mistake, place) {
        (Some(mistake), _) => (Verdict::Contradicted, words::mistake(mistake).into()),
        (None, Some(place)) => (Verdict::Misplaced, words::right_for(&place)),
        _ if let Some(other) = other => {
            (Verdict::Misplaced, words::right_for(&other.words(library)))
        }
        _ if (near.beside && !read.mirrored || near.alike && slip) && !is_told => {
            (Verdict::Unclear, words::no_reading(read.why))
        }
        _ => return None,
    };
    let judgement = found.judgement(reading, library).found_to_be(verdict, why);
    Some(Judged::open(claim(read, reading, library), judgement))
}

/// Whether a mistake in writing shows in all of a figure's digits.
const fn is_telling(mistake: Mistake) -> bool {
    matches!(mistake, Mistake::Turned | Mistake::Power(1 | -1 | 3 | -3 | 4 | -4))
}

/// A number by itself beside figures that agree with the data: it is wrong where two of its many digits have changed
/// places in what a period named right beside it had: `23.5% more than the 24,293 of 2013`; or where, in a list of
/// partners, it is that of one that its sentence does not name.
pub fn misprinted(
    read: &Read,
    reading: &Reading,
    listed: Option<&[PartnerId]>,
    library: &Library,
) -> Option<Judged> {
    let found = fit(reading, read.stated, library);
    let computed = found.computed.filter(|_| found.fit == Fit::Off)?;
    let size = digits(&read.stated);
    let sure = read.stated.hedge.is_none() && (!found.shaky || listed.is_some());
    let mistake = gap::mistake(&read.stated, computed, false);
    // The zeros that a factor brings are no digits.
    let least = match mistake {
        _ if found.shaky => TELLING_TURNED,
        _ if listed.is_some() => TELLING_TURN,
        Some(Mistake::Power(_)) => TELLING_WHOM,
        _ => TELLING_ALL,
    };
    let mistake = mistake.filter(|mistake| sure && is_telling(*mistake) && size >= least);
    let listed = listed.filter(|_| sure && size >= TELLING_WHOM);
    let place = || of_another_partner(read, reading, listed?, library);
    let (verdict, why) = match mistake {
        Some(mistake) => (Verdict::Contradicted, words::mistake(mistake).to_owned()),
        None => (Verdict::Misplaced, words::right_for(&place()?)),
    };
    let judgement = found.judgement(reading, library).found_to_be(verdict, why);
    Some(Judged::open(claim(read, reading, library), judgement))
}

/// Two amounts of which each is the other's to the digit, of other months or of another partner, where each part
/// that tells them apart is said: they have changed places.
pub fn exchanged(one: &Read, other: &Read, library: &Library) -> Option<[Judged; 2]> {
    let told = |read: &Read| read.stated.hedge.is_none() && digits(&read.stated) > TELLING;
    if one.unit != other.unit || !told(one) || !told(other) {
        return None;
    }
    let likely =
        |own: &&Reading| own.matter == Matter::Level && !own.adjusted && own.cost <= DEAREST_SLIP;
    let holds = |own: &Reading, read: &Read| fit(own, read.stated, library).fit == Fit::Exact;
    for own in one.readings.iter().filter(likely).filter(|own| holds(own, other)) {
        let theirs = other.readings.iter().filter(likely).find(|theirs| {
            let said = |ground: fn(&Grounds) -> Ground| {
                [&own.grounds, &theirs.grounds].into_iter().all(|one| ground(one) == Ground::Said)
            };
            let whom = own.partner != theirs.partner && said(|grounds| grounds.whom);
            let when = own.period != theirs.period && said(|grounds| grounds.period);
            (own.flow, own.product, own.unit) == (theirs.flow, theirs.product, theirs.unit)
                && (whom && own.period == theirs.period || when && own.partner == theirs.partner)
                && holds(theirs, one)
        });
        if let Some(theirs) = theirs {
            return Some([(one, own), (other, theirs)].map(|(read, reading)| {
                let judgement = fit(reading, read.stated, library).judgement(reading, library);
                let judgement = judgement.found_to_be(Verdict::Misplaced, words::swapped());
                Judged::open(claim(read, reading, library), judgement)
            }));
        }
    }
    None
}

/// Figures of two partners that have changed places: each is right for the other, to the digit. That two
/// meet so is no accident, wherever the rest of what they are of is said.
pub fn swapped(found: &mut [Checked]) {
    let swaps = |one: &Checked, other: &Checked| {
        let (own, theirs) = (&one.claim, &other.claim);
        one.judgement.verdict == Verdict::Unclear
            && !own.adjusted
            && own.kind == theirs.kind
            && own.partner != theirs.partner
            && !own.partner.is_world()
            && !theirs.partner.is_world()
            && (own.flow, &own.product, own.period, own.unit)
                == (theirs.flow, &theirs.product, theirs.period, theirs.unit)
            && own.stated.zip(other.judgement.computed).is_some_and(|(stated, computed)| {
                own.unit != "%" && digits(&stated) > 2.0 && stated.holds(computed)
            })
    };
    for at in 1..found.len() {
        let (before, rest) = found.split_at_mut(at);
        let Some(one) = rest.first_mut() else { return };
        let near = before.iter_mut().rev().take(8);
        if let Some(other) = near.into_iter().find(|other| swaps(one, other) && swaps(other, one)) {
            for own in [one, other] {
                own.judgement =
                    own.judgement.clone().found_to_be(Verdict::Misplaced, words::swapped());
            }
        }
    }
}

/// A change on the month before and on the year before, where it is read as another one.
fn on_other_baselines(reading: &Reading) -> Vec<Reading> {
    let period = reading.period;
    let before = Period { start: period.start - 1, ..period };
    let mut others = vec![
        Matter::Change(Kind::MonthOnMonth, before),
        Matter::Change(Kind::YearOnYear, period.years_before(1)),
    ];
    if !matches!(reading.matter, Matter::Change(..)) {
        others.clear();
    }
    let own = |matter: &Matter| *matter != reading.matter;
    let others = others.into_iter().skip(usize::from(period.months > 1)).filter(own);
    others.map(|matter| Reading { matter, ..*reading }).collect()
}

/// That of them which a figure agrees with.
fn on_another(read: &Read, reading: &Reading, library: &Library) -> Option<Reading> {
    let mut others = on_other_baselines(reading).into_iter();
    others.find(|other| fit(other, read.stated, library).fit == Fit::Exact)
}

/// What a change of so few digits that it accuses nobody would be right for: the same months in the other usual
/// comparisons, and the year so far; or, in the other direction, would be so.
fn compared_otherwise(
    read: &Read,
    reading: &Reading,
    digits: f32,
    library: &Library,
) -> Option<String> {
    let last = reading.period.end();
    let so_far =
        [Period::year_to_date(last), Period::month(last)].map(|other| reading.moved(other));
    let told = digits >= LEAST_TOLD && read.stated.hedge.is_none();
    let is_change = matches!(reading.matter, Matter::Change(..));
    let mut others = so_far.to_vec();
    others.extend(on_other_baselines(reading));
    let fits = |other: &Reading| {
        *other != *reading && matches!(fit(other, read.stated, library).fit, Fit::Exact)
    };
    let opposed = |other: &Reading| {
        let computed = fit(other, read.stated, library).computed;
        let mistake = computed.and_then(|own| gap::mistake(&read.stated, own, false));
        mistake == Some(Mistake::Direction)
    };
    if !told || !is_change {
        return None;
    }
    let right = others.iter().find(|one| fits(one));
    let right = right.map(|one| words::would_be_right_for(&one.words(library)));
    let reversed =
        || Some(words::reversed_for(&others.iter().find(|one| opposed(one))?.words(library)));
    right.or_else(reversed)
}

/// Where else a figure is right that has digits enough to be known again: a neighbouring month or
/// year, the year so far, other goods.
fn elsewhere(read: &Read, reading: &Reading, digits: f32, library: &Library) -> Option<String> {
    if digits < 1.9 || !read.stated.hedge.is_none() {
        return None;
    }
    let period = reading.period;
    let last = period.end();
    // `In the first four months`, of the first five.
    let so_far = (2..12).contains(&period.months) && period.start.number() == 1;
    let beside = |by: i32| match so_far {
        true => Period::year_to_date(last + by),
        false => Period { start: period.start + by, ..period },
    };
    let mut places = vec![beside(-1), beside(1), period.years_before(1), period.years_before(-1)];
    if digits > 2.6 || matches!(reading.matter, Matter::Change(..)) {
        places.extend([Period::year_to_date(last), Period::month(last)]);
    }
    for place in places {
        let moved = reading.moved(place);
        if place != period && matches!(fit(&moved, read.stated, library).fit, Fit::Exact) {
            return Some(moved.words(library));
        }
    }
    // Magnets called rare earths: other goods of the same months, where the clause names its own.
    if digits > 3.0 && reading.grounds.goods == Ground::Said {
        let others = library.names.all().map(|product| Reading { product, ..*reading });
        let mut fits = others.filter(|other| {
            other.product != reading.product
                && matches!(fit(other, read.stated, library).fit, Fit::Exact)
        });
        if let Some(other) = fits.next() {
            return Some(other.words(library));
        }
    }
    None
}

/// The headline's figure under the name of goods that are no part of it, nor it of them: 7,742 tons of rare earths
/// called magnets, in as many words.
fn renamed(read: &Read, reading: &Reading, library: &Library) -> Option<String> {
    let names = &library.names;
    let headline = names.usual.filter(|headline| *headline != reading.product)?;
    let apart = !names.are_kin(reading.product, headline);
    let said = read.of_goods
        && [reading.grounds.flow, reading.grounds.goods] == [Ground::Said, Ground::Said]
        && reading.matter == Matter::Level;
    let other = Reading { product: headline, ..*reading };
    let fits = said && apart && matches!(fit(&other, read.stated, library).fit, Fit::Exact);
    fits.then(|| other.words(library))
}

/// An amount that is another partner's in the same months, one that the sentence does not name: 854 tons to South
/// Korea, told of Japan.
fn of_another_partner(
    read: &Read,
    reading: &Reading,
    named: &[PartnerId],
    library: &Library,
) -> Option<String> {
    let all = (0..library.names.partners.len()).filter_map(|at| PartnerId::try_from(at).ok());
    let others = all.filter(|id| *id != WORLD && !named.contains(id));
    let mut readings = others.map(|partner| Reading { partner, ..*reading });
    let level = reading.matter == Matter::Level && reading.partner != WORLD;
    let fits = |one: &Reading| fit(one, read.stated, library).fit == Fit::Exact;
    let found = if level { readings.find(fits) } else { None };
    found.map(|one| one.words(library))
}

/// The same of the other flow. It is told, but accuses nobody: many words for trade go both ways.
fn turned(read: &Read, reading: &Reading, digits: f32, library: &Library) -> Option<String> {
    if digits < 1.9 || !read.stated.hedge.is_none() {
        return None;
    }
    let turned = match reading.flow {
        Flow::Import => Flow::Export,
        _ => Flow::Import,
    };
    let turned = Reading { flow: turned, ..*reading };
    matches!(fit(&turned, read.stated, library).fit, Fit::Exact).then(|| turned.words(library))
}

impl Reading {
    /// The same of another period.
    fn moved(&self, period: Period) -> Self {
        let baseline = |kind, old: Period| match kind {
            Kind::MonthOnMonth if period.months == 1 => Period::month(period.start - 1),
            _ if period.months == old.months => {
                Period { start: old.start + (period.start - self.period.start), ..old }
            }
            _ => period.years_before(1),
        };
        let matter = match self.matter {
            Matter::Change(kind, old) => Matter::Change(kind, baseline(kind, old)),
            Matter::Difference(kind, old) => Matter::Difference(kind, baseline(kind, old)),
            Matter::Part(whole) if whole.period == self.period => {
                Matter::Part(Whole { period, ..whole })
            }
            other => other,
        };
        Self { period, matter, ..*self }
    }

    const fn matter_kind(&self) -> u8 {
        match self.matter {
            Matter::Level => 0,
            Matter::Average => 1,
            Matter::Change(..) => 2,
            Matter::Difference(..) => 3,
            Matter::Each(_) => 4,
            Matter::Usual(_) => 5,
            Matter::Part(_) => 6,
        }
    }

    /// Its trade in words.
    fn trade_words(&self, library: &Library) -> String {
        let trade = library.trade(self.flow, self.product, self.partner, self.unit);
        if self.adjusted { reading::adjusted(&trade) } else { trade }
    }

    /// What it is a part of, in words, with its months where they are others.
    fn whole_words(&self, library: &Library) -> String {
        let words = |whole: Self| match whole.period == self.period {
            true => whole.trade_words(library),
            false => whole.words(library),
        };
        self.whole().map(words).unwrap_or_default()
    }

    /// The reading in words: `exports of magnets to the United States, August 2025 compared with August 2024`.
    pub fn words(&self, library: &Library) -> String {
        let trade = self.trade_words(library);
        match self.matter {
            Matter::Level => reading::level(&trade, self.period),
            Matter::Average => reading::average(&trade, self.period),
            Matter::Each(unit) => reading::for_each(&trade, unit, self.period),
            Matter::Part(_) => {
                reading::part(&reading::level(&trade, self.period), &self.whole_words(library))
            }
            Matter::Usual(usual) | Matter::Change(Kind::Usual(usual), _) => {
                let change = matches!(self.matter, Matter::Change(..));
                reading::on_usual(&reading::level(&trade, self.period), usual, change)
            }
            Matter::Change(_, baseline) | Matter::Difference(_, baseline) => {
                reading::change(&trade, self.period, baseline)
            }
        }
    }
}

/// A reading as what the story says.
fn claim(read: &Read, reading: &Reading, library: &Library) -> Claim {
    Claim {
        start: read.start,
        end: read.end,
        flow: Some(reading.flow),
        product: Some(library.names.product(reading.product).to_owned()),
        partner: library.names.partner(reading.partner),
        measure: reading.unit.measure(),
        period: Some(reading.period),
        baseline: reading.baseline(),
        kind: Some(kind_of(reading)),
        stated: Some(read.stated),
        count: None,
        adjusted: reading.adjusted,
        unit: read.unit,
        counted: reading.unit,
        reading: reading.words(library),
        unsaid: reading.unsaid(),
        firm: read.is_firm(reading),
        cost: reading.cost,
        other: read.other,
    }
}
