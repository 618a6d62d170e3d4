//! Whose trade in what a sentence speaks of, at each of its places: what it says itself, what it
//! leaves to the sentences before, and whether it speaks of something else.

use super::meaning::{Meaning, Remark};
use super::names::{Names, PartnerId, ProductId, WORLD};
use super::sentence::{Item, What, follows, is, meaning, touching};
use super::stated::Figure;
use super::weights::{self, Cost};
use crate::trade::Flow;
use crate::wording::facts::Doubt;

/// How firmly a part of a reading stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// In the figure's own sentence.
    Said,
    /// In a sentence before, with nothing since that could own it.
    Carried,
    /// Nowhere, or with a rival.
    #[default]
    Supposed,
}

/// What goods are spoken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Goods {
    /// None are named.
    #[default]
    Unsaid,
    /// A product of the data.
    Ours(ProductId),
    /// Some of a product of the data: `heavy rare earths`.
    Part(ProductId),
    /// All goods, or those that the sentence leaves open: `total exports`.
    All,
    /// Goods that the data don't cover.
    Others,
}

/// Who is at the other end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whom {
    /// Nobody is named.
    #[default]
    Unsaid,
    /// All together, and said so.
    World,
    /// One partner.
    One(PartnerId),
    /// More than one, together.
    Several,
}

/// Whose trade it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trader {
    /// Nobody's is named.
    #[default]
    Unsaid,
    /// The reporting country's.
    Ours,
    /// A partner's, of what comes from the reporting country if `true`.
    Buyer(PartnerId, bool),
    /// Somebody else's.
    Theirs,
}

/// What is spoken of at a place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spoken {
    pub flow: Option<Flow>,
    pub goods: Goods,
    pub whom: Whom,
    pub trader: Trader,
    /// Which of these this sentence says.
    pub own_flow: bool,
    pub own_goods: bool,
    pub own_whom: bool,
    pub own_trader: bool,
    /// What the goods are without, and whether this sentence says so.
    pub without: Option<ProductId>,
    pub own_without: bool,
    /// The partner named last, whatever for.
    pub named: Option<PartnerId>,
    /// Whether this sentence names one.
    pub named_here: bool,
    /// A flow is called total, and no goods are named: all goods may be meant.
    pub of_all: bool,
    /// Money rather than weight.
    pub worth: bool,
    /// Prices, output and the like.
    pub other: bool,
    /// What may come, not what was.
    pub forecast: bool,
    /// The flow is named only behind the figure and past a comma.
    pub far_flow: bool,
}

/// What the sentences so far spoke of.
#[derive(Clone, Debug, Default)]
pub struct Topic {
    pub last: Spoken,
    /// The first product that the story names: what it is about as a whole.
    pub main: Option<ProductId>,
    /// Every product it has named, the latest last.
    pub products: Vec<ProductId>,
    /// Every partner it has named as one, likewise.
    pub partners: Vec<PartnerId>,
    /// Every flow.
    pub flows: Vec<Flow>,
    /// Whether it has named the reporting country as the trader.
    pub ours: bool,
    /// Whether the goods that it named last are none of the data's.
    pub foreign: bool,
    /// Whether the sentence before named a partner, whose trade this one may go on with.
    pub partnered: bool,
    /// Every partner that it named, in order.
    pub listed: Vec<PartnerId>,
}

impl Topic {
    /// Moves on past a sentence.
    pub fn follow(&mut self, walked: &[Spoken]) {
        for spoken in walked {
            match (spoken.goods, spoken.own_goods) {
                (Goods::Others | Goods::All, true) => self.foreign = true,
                (Goods::Ours(_), true) => self.foreign = false,
                _ => {}
            }
            self.partnered = spoken.named_here;
            if let (Goods::Ours(id), true) = (spoken.goods, spoken.own_goods) {
                latest(&mut self.products, id);
                self.main = self.main.or(Some(id));
            }
            if let (Whom::One(id), true) = (spoken.whom, spoken.own_whom) {
                latest(&mut self.partners, id);
            }
            if let (Some(flow), true) = (spoken.flow, spoken.own_flow) {
                latest(&mut self.flows, flow);
            }
        }
        // Of whom other goods came.
        self.partnered &= !self.foreign;
        let Some(end) = walked.last() else { return };
        // What a figure-less aside speaks of is not what the next sentence goes on with.
        if end.trader == Trader::Ours && end.own_trader {
            self.ours = true;
        }
        let own = match end.trader {
            // `The US bought 564 tons`: of what we sell, which the story goes on with.
            Trader::Buyer(id, false) if end.own_trader && self.last.flow == Some(Flow::Export) => {
                Spoken { whom: Whom::One(id), ..self.last }
            }
            _ if end.own_flow || self.last.flow.is_none() => *end,
            _ => self.last,
        };
        // Goods in passing, not of a flow, are not what the story goes on with.
        let passing = end.goods == Goods::Others && !end.own_flow;
        let goods = if end.own_goods && !passing { end.goods } else { own.goods };
        self.last = Spoken { goods, named: end.named, ..own };
    }
}

fn latest<T: PartialEq>(list: &mut Vec<T>, one: T) {
    list.retain(|other| *other != one);
    list.push(one);
}

/// Walks one sentence, keeping what is spoken of.
struct Walk<'a> {
    items: &'a [Item],
    figures: &'a [Figure],
    now: Spoken,
    /// Something else, only up to the next comma.
    aside: bool,
    /// Where the piece between commas begins.
    piece: usize,
    /// The partner that a flow belongs to: `Myanmar's shipments`.
    owner: Option<PartnerId>,
    /// Whose trade in what the sentences before spoke of.
    whose: Trader,
    before: Goods,
}

/// What is spoken of before each item of a sentence, and after the last.
pub fn walk(items: &[Item], figures: &[Figure], topic: &Topic) -> Vec<Spoken> {
    let now = Spoken {
        own_flow: false,
        own_goods: false,
        own_whom: false,
        own_trader: false,
        own_without: false,
        named_here: false,
        of_all: false,
        worth: false,
        other: false,
        forecast: false,
        ..topic.last
    };
    let (whose, before) = (topic.last.trader, topic.last.goods);
    let mut walk = Walk { items, figures, now, aside: false, piece: 0, owner: None, whose, before };
    let mut found = Vec::with_capacity(items.len() + 1);
    for at in 0..items.len() {
        found.push(walk.state());
        walk.step(at);
    }
    found.push(walk.state());
    found
}

pub(super) const fn parts(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Comma | Meaning::Break)
}

/// Whether what may tell of a share tells of an amount or a change: `February accounted for 2,920 tonnes`,
/// `which represents a 3.2% reduction`.
pub(super) fn tells_of_amount(items: &[Item], figures: &[Figure], at: usize) -> bool {
    let next = figures.iter().find(|figure| (at + 1..at + 4).contains(&figure.first));
    next.is_some_and(|figure| {
        figure.is_amount() || is(items, figure.last + 1, |m| matches!(m, Meaning::Direction(_)))
    })
}

/// All partners, or all goods.
const fn is_whole(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Whole | Meaning::World)
}

const fn goods(meaning: Meaning) -> Option<Goods> {
    match meaning {
        Meaning::Product(id) => Some(Goods::Ours(id)),
        Meaning::OtherProduct => Some(Goods::Others),
        _ => None,
    }
}

impl Walk<'_> {
    fn state(&self) -> Spoken {
        Spoken { other: self.now.other || self.aside, ..self.now }
    }

    fn is(&self, at: usize, test: impl Fn(Meaning) -> bool) -> bool {
        is(self.items, at, test)
    }

    fn led(&self, at: usize, test: impl Fn(Meaning) -> bool) -> bool {
        follows(self.items, at, test)
    }

    fn step(&mut self, at: usize) {
        let Some(meaning) = meaning(self.items, at) else { return };
        match meaning {
            Meaning::Flow(flow) => self.flow(at, flow),
            Meaning::Moved => self.moved(at),
            Meaning::Worth => self.now.worth = true,
            Meaning::Product(_) | Meaning::OtherProduct => self.goods(at, meaning),
            Meaning::Partner(id) => {
                self.now.named = Some(id);
                self.now.named_here = true;
                self.partner(at, id);
            }
            Meaning::Toward(id) => self.set_whom(id),
            Meaning::Whole | Meaning::World => self.whole(at),
            Meaning::SamePartner => {
                if let Some(id) = self.now.named {
                    self.partner(at, id);
                }
            }
            Meaning::Reporter => self.reporter(at),
            Meaning::Proceeds if self.led(at, |m| matches!(m, Meaning::Flow(_))) => {}
            Meaning::NotTrade | Meaning::Quota(_) | Meaning::Proceeds => self.other_matter(at),
            // `In yuan they were 17.6% lower`.
            Meaning::Money(_) if self.led(at, |m| m == Meaning::In) && !self.in_figure(at) => {
                self.now.worth = true;
            }
            // `Supply from Laos jumped 54.7pc`, but not `Laos supplied 54.7pc`.
            Meaning::Share
                if self.supplier(at).is_some()
                    && (self.is(at + 1, |m| m == Meaning::From) || !self.is_shared(at)) =>
            {
                self.sales(at);
            }
            // `Shares of the miner rose`.
            Meaning::Share if self.is_stock(at) && !self.is_part(at) => self.now.other = true,
            Meaning::Share if self.seller(at) => {}
            Meaning::Share if tells_of_amount(self.items, self.figures, at) => {}
            Meaning::Share => self.aside = true,
            Meaning::Sales => self.sales(at),
            Meaning::Forecast => self.now.forecast = true,
            // 独居石不被包括: what is left out is not gone on with.
            // 稀土（不含磁材）: of what is named before it.
            Meaning::Without
                if self.now.own_goods
                    && !self.now.own_flow
                    && !self.is(at + 1, |m| matches!(m, Meaning::Product(_))) =>
            {
                (self.now.goods, self.now.own_goods) = (self.before, false);
            }
            Meaning::Break => {
                self.now.forecast = false;
                self.now.other = false;
                self.aside = false;
                self.piece = at + 1;
            }
            Meaning::Comma => {
                let whole = (self.piece..at).any(|index| self.is_flow(index));
                // 分析人士预计，全年或达5万吨: who expects goes on.
                let goes_on = self.led(at, |m| m == Meaning::Forecast)
                    && self.items.get(at).is_some_and(|item| item.end - item.start > 1);
                self.now.forecast = self.now.forecast && (whole || goes_on);
                self.aside = false;
                self.piece = at + 1;
            }
            Meaning::And => self.aside = false,
            _ => {}
        }
    }

    /// Whether what stands at `at` tells of a part: a percentage or a fraction follows.
    fn is_shared(&self, at: usize) -> bool {
        let near = (at + 1..at + 6).take_while(|index| !self.is(*index, parts));
        near.into_iter().any(|index| {
            self.is(index, |m| {
                matches!(m, Meaning::Percent | Meaning::Fraction(..) | Meaning::Tenths)
            })
        })
    }

    /// `Germany, the largest, accounted for 1,106 tons`, 占近两成: whether a figure or a fraction stands right behind.
    fn is_part(&self, at: usize) -> bool {
        (at + 1..at + 3).any(|index| {
            self.in_figure(index)
                || self.is(index, |m| matches!(m, Meaning::Fraction(..) | Meaning::Tenths))
        })
    }

    /// `Shares of the miner`, `the exporters' shares dropped`.
    fn is_stock(&self, at: usize) -> bool {
        let moves = self.is(at + 1, |m| matches!(m, Meaning::Direction(_)));
        let named = (self.piece..at).any(|index| self.is_flow(index));
        at <= self.piece || (at <= self.piece + 3 && moves && !named)
    }

    fn is_flow(&self, at: usize) -> bool {
        self.is(at, |m| matches!(m, Meaning::Flow(_) | Meaning::Moved))
    }

    fn in_figure(&self, at: usize) -> bool {
        self.figures.iter().any(|figure| (figure.first..=figure.last).contains(&at))
    }

    /// The places before `at` that can belong to one phrase with it, nearest first.
    fn back(&self, at: usize, reach: usize) -> Vec<usize> {
        let stops = |index: &usize| {
            self.is(*index, |m| parts(m) || matches!(m, Meaning::Direction(_) | Meaning::Flow(_)))
                || self.in_figure(*index)
        };
        let places = (at.saturating_sub(reach)..at).rev();
        places.take_while(|index| !stops(index)).collect()
    }

    /// `Shipments` are what was spoken of, or else exports; `US shipments` are those to it.
    fn moved(&mut self, at: usize) {
        let flow = self.now.flow.unwrap_or(Flow::Export);
        let whom = at.checked_sub(1).and_then(|before| meaning(self.items, before));
        self.flow(at, flow);
        if let Some(Meaning::Partner(id)) = whom {
            self.now.trader = Trader::Unsaid;
            self.set_whom(id);
        }
    }

    /// `Licences for rare earth exports`: whether the flow at `at` only says what something else is
    /// for.
    fn is_attribute(&self, at: usize) -> bool {
        let fits = |index: &usize| {
            self.is(*index, |m| {
                matches!(
                    m,
                    Meaning::Product(_) | Meaning::Part | Meaning::Reporter | Meaning::Possessive
                )
            })
        };
        let mut before = (0..at).rev().skip_while(fits);
        let Some(led) = before.next() else { return false };
        self.is(led, |m| matches!(m, Meaning::In | Meaning::Of | Meaning::On))
            && self
                .led(led, |m| matches!(m, Meaning::NotTrade | Meaning::Quota(_) | Meaning::Share))
    }

    fn flow(&mut self, at: usize, flow: Flow) {
        if is_likened(self.items, at) {
            return;
        }
        if let Some(id) = self.taker(at).filter(|_| flow == Flow::Import) {
            self.set_whom(id);
            return;
        }
        let proceeds = self.is(at + 1, |m| m == Meaning::Proceeds);
        if !proceeds && self.is(at + 1, Meaning::is_other_matter) || self.is_attribute(at) {
            self.now.other = true;
            return;
        }
        let (fresh, before) = (self.now.own_flow, self.now.flow);
        self.now.flow = Some(flow);
        self.now.own_flow = true;
        self.now.other = false;
        self.aside = false;
        // `The value of China's magnet exports`.
        let joins = |index: &usize| {
            self.is(*index, |m| {
                matches!(
                    m,
                    Meaning::Of | Meaning::Product(_) | Meaning::Reporter | Meaning::Possessive
                )
            })
        };
        let head = (0..at).rev().find(|index| !joins(index));
        self.now.worth = proceeds
            || self.is(at + 1, |m| m == Meaning::Worth)
            || head.is_some_and(|head| self.is(head, |m| m == Meaning::Worth));
        let trader_before = std::mem::take(&mut self.now.own_trader);
        self.trader(at, flow);
        let renamed = self.now.own_trader;
        // Our imports, after somebody else's trade or after our exports to one partner.
        let anew = renamed
            && !self.now.own_whom
            && self.now.trader == Trader::Ours
            && (matches!(self.whose, Trader::Buyer(..) | Trader::Theirs)
                || self.now.flow != before);
        self.now.own_trader |= trader_before;
        self.goods_of(at);
        // Who sold other goods is not the other end of ours.
        let ours = matches!(self.now.goods, Goods::Ours(_)) && self.now.own_goods;
        if ours && self.before == Goods::Others && !self.now.own_whom {
            self.now.whom = Whom::Unsaid;
        }
        // Who was named as the other end of another flow is not that of this one.
        let led = (self.piece..at).any(|index| {
            self.is(index, |m| matches!(m, Meaning::Toward(_)))
                || (self.is(index, |m| matches!(m, Meaning::Partner(_)))
                    && self.led(index, |m| {
                        matches!(m, Meaning::To | Meaning::From | Meaning::In | Meaning::Into)
                    }))
        });
        if !led {
            let whole = self.back(at, 5).into_iter().any(|index| self.is(index, is_whole));
            if whole {
                self.now.whom = Whom::World;
                self.now.own_whom = true;
            } else if anew || (fresh && (renamed || self.now.flow != before)) {
                self.now.whom = Whom::Unsaid;
                self.now.own_whom = false;
            } else {
                self.now.own_whom = false;
            }
        }
    }

    /// `The US stood out: its intake grew`: the partner at the head of the clause before, where what the story
    /// goes on with is sold to it.
    fn taker(&self, at: usize) -> Option<PartnerId> {
        let end = self.piece.checked_sub(1).filter(|_| at == self.piece)?;
        let starts = |index: usize| self.items.get(index).map_or(0, |item| item.start);
        // A word that stands for it is no item.
        let told = starts(at) > starts(end) + 3 && self.is(end, |m| m == Meaning::Break);
        let fits = told && self.now.flow == Some(Flow::Export) && !self.now.own_flow;
        match meaning(self.items, 0)? {
            Meaning::Partner(id) if fits && !(1..end).any(|index| self.is(index, parts)) => {
                Some(id)
            }
            _ => None,
        }
    }

    /// Whose trade the flow at `at` is: `Japan's exports`, `US imports`, `Redmesa's shipments`.
    fn trader(&mut self, at: usize, flow: Flow) {
        self.owner = None;
        let back = self.back(at, 7);
        // `Duties of the U.S. Magnet exports went down`: a sentence ends between.
        let ended = |index: usize| {
            self.led(index, |m| m == Meaning::Of)
                && self.items.get(index + 1).is_some_and(|item| item.capital)
        };
        // `The world bought 42,856 tonnes` from us.
        let buyers = flow == Flow::Import;
        let named = back.iter().copied().find(|index| {
            self.is(*index, |m| match m {
                Meaning::Partner(_) | Meaning::Reporter => true,
                Meaning::World => buyers,
                _ => false,
            }) && !ended(*index)
                && !self.is(self.head_of_list(*index), |m| matches!(m, Meaning::Toward(_)))
                && !self.led(self.head_of_list(*index), |m| {
                    matches!(
                        m,
                        Meaning::To
                            | Meaning::From
                            | Meaning::In
                            | Meaning::Into
                            | Meaning::By
                            | Meaning::On
                            | Meaning::Between
                    )
                })
        });
        // `Of China`, `by Japan`, after it.
        let after = (at + 1..at + 8)
            .take_while(|index| !self.is(*index, parts) && !self.in_figure(*index))
            .find(|index| {
                self.is(*index, |m| matches!(m, Meaning::Partner(_) | Meaning::Reporter))
                    && self.led(*index, |m| matches!(m, Meaning::By))
            });
        // `Chinese magnets bought by Japan`.
        let agent = after.filter(|index| *index == at + 2);
        let found = agent.or(named).or(after).or_else(|| self.put_between(at).filter(|_| buyers));
        match found.and_then(|index| meaning(self.items, index)) {
            Some(Meaning::Reporter) => self.set_trader(Trader::Ours),
            Some(Meaning::World) => self.set_trader(Trader::Buyer(WORLD, true)),
            Some(Meaning::Partner(id)) => {
                if flow == Flow::Import {
                    self.set_trader(Trader::Buyer(id, self.is_from_us(at)));
                } else {
                    self.owner = Some(id);
                    self.set_trader(Trader::Theirs);
                }
            }
            // 日本海关统计，2025年从中国进口.
            _ if buyers && self.is_led_from_us(at) => {
                let buyer = self.now.named.map(|id| Trader::Buyer(id, true));
                self.set_trader(buyer.unwrap_or(Trader::Theirs));
            }
            _ if self.is_of_unknown(at) => self.set_trader(Trader::Theirs),
            _ => {}
        }
    }

    /// Whether what it comes from stands before the flow at `at`, and is the reporting country: 从中国进口.
    fn is_led_from_us(&self, at: usize) -> bool {
        (self.piece..at).any(|index| {
            self.is(index, |m| m == Meaning::Reporter) && self.led(index, |m| m == Meaning::From)
        })
    }

    /// `Germany, importing 1,116 tons`, `Germany, which imported`, `importing 1,116 tons, Germany …`: where the
    /// buyer stands that a clause put in between tells of.
    fn put_between(&self, at: usize) -> Option<usize> {
        let partner = |index: &usize| self.is(*index, |m| matches!(m, Meaning::Partner(_)));
        let comma = |index: usize| self.is(index, |m| m == Meaning::Comma);
        let length = |index: usize| self.items.get(index).map_or(0, |item| item.end - item.start);
        let importing = self.items.get(at).is_some_and(|item| item.remark == Some(Remark::Doing));
        let which = at.checked_sub(1).is_some_and(|before| comma(before) && length(before) > 2);
        let before = (0..at).rfind(|index| !comma(*index)).filter(partner);
        let before = before.filter(|before| (which || importing) && before + 1 < at);
        let behind = || {
            let end = (at + 1..self.items.len()).find(|index| comma(*index))?;
            let heads = importing && at == self.piece && self.in_figure(at + 1);
            Some(end + 1).filter(|next| heads && partner(next))
        };
        before.or_else(behind)
    }

    /// Where the list of partners begins that the one at `at` ends: 对德国、韩国和日本.
    fn head_of_list(&self, at: usize) -> usize {
        let mut head = at;
        while head >= 2
            && self.led(head, |m| matches!(m, Meaning::And | Meaning::Comma))
            && self.is(head - 2, |m| matches!(m, Meaning::Partner(_) | Meaning::Toward(_)))
        {
            head -= 2;
        }
        head
    }

    fn set_trader(&mut self, trader: Trader) {
        self.now.trader = trader;
        self.now.own_trader = true;
    }

    /// `US imports of Chinese magnets`, `Japan's imports from China`.
    fn is_from_us(&self, at: usize) -> bool {
        let near = (self.piece..(at + 9).min(self.items.len()))
            .filter(|index| self.is(*index, |m| m == Meaning::Reporter));
        near.into_iter().any(|index| {
            self.led(index, |m| matches!(m, Meaning::From | Meaning::Of))
                || self.is(index + 1, |m| matches!(m, Meaning::Product(_) | Meaning::Flow(_)))
        })
    }

    /// `Lynas's rare earth exports`, `Inner Mongolia exported`: of somebody whom no table names.
    fn is_of_unknown(&self, at: usize) -> bool {
        let word = |index: usize| self.items.get(index).is_some_and(|item| item.is_word());
        // What stands right before it, in one phrase with it.
        let joined = |index: &usize| {
            self.items.get(*index).is_some_and(|item| match item.what {
                What::Word => item.capital,
                What::Number(..) => false,
                What::Means(meaning) => matches!(
                    meaning,
                    Meaning::Product(_)
                        | Meaning::OtherProduct
                        | Meaning::Part
                        | Meaning::Whole
                        | Meaning::World
                        | Meaning::Possessive
                        | Meaning::Month(_)
                        | Meaning::May
                        | Meaning::Region
                        | Meaning::NotTrade
                        | Meaning::Quota(_)
                        | Meaning::AgainstMonth
                        | Meaning::Yearly
                ),
            })
        };
        let back: Vec<usize> = self.back(at, 7).into_iter().take_while(joined).collect();
        let capital =
            |index: usize| word(index) && self.items.get(index).is_some_and(|item| item.capital);
        let owned = back.iter().any(|index| {
            self.is(*index, |m| m == Meaning::Possessive) && index.checked_sub(1).is_some_and(&word)
        });
        // Two capital words in a row are a name, wherever they stand.
        let named =
            back.iter().any(|index| capital(*index) && index.checked_sub(1).is_some_and(capital));
        let region = back.iter().any(|index| {
            self.is(*index, |m| {
                matches!(m, Meaning::Region | Meaning::NotTrade | Meaning::Quota(_))
            }) && !self.led(*index, |m| {
                matches!(
                    m,
                    Meaning::Adjunct | Meaning::In | Meaning::From | Meaning::By | Meaning::On
                )
            })
        });
        owned || named || region
    }

    /// The goods of a flow: `rare earth exports`, `exports of magnets`, `shipped 50 tons of ore`.
    fn goods_of(&mut self, at: usize) {
        let before = self.back(at, 6).into_iter().find(|index| {
            // 稀土（不含磁材）出口.
            meaning(self.items, *index).and_then(goods).is_some()
                && !self.led(*index, |m| m == Meaning::Without)
        });
        let ends = |index: &usize| {
            self.is(*index, |m| parts(m) || matches!(m, Meaning::Direction(_) | Meaning::Flow(_)))
        };
        let after = || {
            let end = (at + 1..self.items.len()).find(ends).unwrap_or(self.items.len());
            let place = |from: usize| {
                (from..end.min(from + 5))
                    .find(|index| meaning(self.items, *index).and_then(goods).is_some())
            };
            let of = (at + 1..end).find(|index| self.is(*index, |m| m == Meaning::Of));
            of.and_then(|of| place(of + 1))
                .or_else(|| place(at + 1).filter(|found| *found <= at + 2))
        };
        let place = before.or_else(after);
        if let Some(found) = place {
            self.now.goods = self.narrowed(found);
            self.now.own_goods = true;
        } else {
            let back = self.back(at, 4);
            let whole = back.iter().any(|index| self.is(*index, is_whole));
            if whole && !self.now.own_goods {
                // `Total Chinese exports`.
                let ours = |index: usize| self.is(index, |m| m == Meaning::Reporter);
                self.now.of_all = back.into_iter().any(ours);
                self.now.goods = match self.now.goods {
                    Goods::Ours(id) => Goods::Ours(id),
                    _ => Goods::All,
                };
            }
        }
    }

    /// The goods at `at`, and whether a word makes them only some of these.
    fn narrowed(&self, at: usize) -> Goods {
        let named = meaning(self.items, at).and_then(goods).unwrap_or_default();
        let Goods::Ours(id) = named else { return named };
        // `Copper concentrate`.
        if self.led(at, |m| m == Meaning::OtherProduct) {
            return Goods::Others;
        }
        if self.led(at, |m| m == Meaning::Part) {
            return Goods::Part(id);
        }
        // `Rare earth processed products`: what follows the name is the goods, and not known.
        let next = self.items.get(at + 1);
        let headed = next.is_some_and(|item| item.is_word() && !item.capital)
            || self.is(at + 1, |m| m == Meaning::Part);
        let verb = self.is(at + 2, |m| {
            matches!(
                m,
                Meaning::Flow(_) | Meaning::To | Meaning::In | Meaning::From | Meaning::Into
            )
        });
        let singular =
            self.items.get(at).is_some_and(|item| item.end - item.start > 4) && headed && !verb;
        if singular && self.is(at + 2, |m| matches!(m, Meaning::OtherProduct)) {
            return Goods::Part(id);
        }
        named
    }

    /// Goods named on their own: `For magnets, …`, `Magnets to Japan`.
    fn goods(&mut self, at: usize, meaning: Meaning) {
        // `Northern Alliance Rare Earth has gained`: the name of a firm.
        let capital = |index: usize| self.items.get(index).is_some_and(|item| item.capital);
        let unknown =
            |index: usize| self.items.get(index).is_some_and(|item| item.is_word() && item.capital);
        if capital(at) && at.checked_sub(1).is_some_and(unknown) && !self.is_flow(at + 1) {
            self.other_matter(at);
            return;
        }
        // `Which includes magnets`.
        // `No magnets`, 不含磁体.
        let without = self.led(at, |m| m == Meaning::Without);
        if let (Meaning::Product(id), true) = (meaning, without) {
            (self.now.without, self.now.own_without) = (Some(id), true);
        }
        if without || self.led(at, |m| m == Meaning::Includes) || self.is_in_passing(at) {
            return;
        }
        let head = at <= self.piece + 2;
        let found = self.narrowed(at);
        // `Ores came almost all from America; oxides …`: from anywhere.
        let anew = self.piece.checked_sub(1).is_some_and(|at| self.is(at, |m| m == Meaning::Break));
        if anew && self.now.own_goods && found != self.now.goods {
            self.now.own_whom = false;
        }
        let others = |index| self.is(index, Meaning::is_other_matter);
        // `4,416 tons of rare earths` names what the figures after it are of, too.
        let counted = at.checked_sub(1).is_some_and(|before| {
            self.in_figure(before)
                || (self.is(before, |m| m == Meaning::Of)
                    && before.checked_sub(1).is_some_and(|before| self.in_figure(before)))
        });
        if (meaning == Meaning::OtherProduct && (self.is_flow(at + 1) || others(at + 1)))
            || (counted && meaning != Meaning::OtherProduct)
        {
            let other = others(at + 1);
            self.now.goods = found;
            self.now.own_goods = true;
            self.now.other |= other;
            return;
        }
        if head && (others(at + 1) || others(at + 2)) {
            self.now.other = true;
        } else if head && !self.is_flow(at + 1) {
            if meaning != Meaning::OtherProduct || at <= self.piece + 1 {
                self.now.goods = found;
                self.now.own_goods = true;
            }
            self.now.other = false;
        } else if !self.now.own_goods && meaning != Meaning::OtherProduct {
            // Named in passing, it is still what the sentence is likeliest about.
            self.now.goods = found;
            self.now.own_goods = true;
        }
    }

    /// `Japan, whose magnet makers live on it, took …`, `the line (the one with magnets) stood at …`: in a
    /// clause put in between, without a figure of its own.
    fn is_in_passing(&self, at: usize) -> bool {
        // `Magnets chief among them`.
        let among = self.is(at + 2, |m| m == Meaning::Among)
            && self.items.get(at + 1).is_some_and(|item| item.is_word());
        if self.is_in_brackets(at) || (among && matches!(self.now.goods, Goods::Ours(_))) {
            return true;
        }
        let Some(opening) = self.piece.checked_sub(1) else { return false };
        // `Who`, but no wide comma.
        let least = if touching(self.items, opening) { 3 } else { 2 };
        let word =
            self.items.get(opening).is_some_and(|item| item.opens || item.end - item.start > least);
        let put = word
            && self.is(opening, |m| m == Meaning::Comma)
            && !self.led(opening, |m| m == Meaning::Of);
        let end = (at..self.items.len()).find(|index| self.is(*index, parts));
        let end = end.unwrap_or(self.items.len());
        let figure = (self.piece..end).any(|index| self.in_figure(index) || self.is_flow(index));
        put && !figure && matches!(self.now.goods, Goods::Ours(_))
    }

    /// `Exports of rare earths (metals, cerium compounds, no magnets) came to …`: in brackets that hold no figure
    /// and no flow.
    fn is_in_brackets(&self, at: usize) -> bool {
        let bracket =
            |index: &usize| self.items.get(*index).is_some_and(|item| item.opens || item.closes);
        let Some(first) = (0..at).rev().find(bracket) else { return false };
        let end = (at..self.items.len()).find(bracket).unwrap_or(self.items.len());
        self.items.get(first).is_some_and(|item| item.opens)
            && self.items.get(end).is_some_and(|item| item.closes)
            && matches!(self.now.goods, Goods::Ours(_))
            && !(first..end).any(|index| {
                // `(Some 85% of it magnets)`.
                (self.in_figure(index) && !self.is_share(index)) || self.is_flow(index)
            })
    }

    /// Whether the item at `at` is of a percentage of something.
    fn is_share(&self, at: usize) -> bool {
        self.figures.iter().any(|figure| {
            (figure.first..=figure.last).contains(&at)
                && figure.is_percent()
                && self.is(figure.last + 1, |m| m == Meaning::Of)
        })
    }

    fn set_whom(&mut self, id: PartnerId) {
        self.now.whom = Whom::One(id);
        self.now.own_whom = true;
    }

    fn partner(&mut self, at: usize, id: PartnerId) {
        // `Imports, mostly feedstock from Myanmar and Laos, rose`.
        let some = (self.piece..at).rev().take_while(|index| !self.in_figure(*index));
        if some.into_iter().any(|index| self.is(index, |m| m == Meaning::Includes)) {
            return;
        }
        // `A lack of orders from carmakers in Europe`.
        if self.aside && self.led(at, |m| m == Meaning::In) {
            return;
        }
        let way = |m| matches!(m, Meaning::To | Meaning::Into);
        if self.led(at, way) && self.now.flow == Some(Flow::Import) && self.now.own_flow {
            // `Imported into the EU`.
            self.set_trader(Trader::Theirs);
            return;
        }
        let led = self.led(at, |m| match m {
            Meaning::To | Meaning::Into => true,
            Meaning::From => self.now.flow != Some(Flow::Export),
            Meaning::In => true,
            _ => false,
        });
        if self.led(at, |m| m == Meaning::From)
            && self.now.flow == Some(Flow::Export)
            && self.now.own_flow
        {
            self.set_trader(Trader::Theirs);
            return;
        }
        let before = at.checked_sub(2).and_then(|index| meaning(self.items, index));
        let listed = self.led(at, |m| matches!(m, Meaning::And | Meaning::Comma))
            && matches!(before, Some(Meaning::Partner(_)))
            && !self.is(at + 1, |m| matches!(m, Meaning::Possessive));
        let bullet = at == self.piece + 1 && self.led(at, |m| m == Meaning::Through);
        // `Here Germany comes first`, `and the United States?`
        let led_on = at == self.piece + 1
            && (self.led(at, |m| m == Meaning::And)
                || self.items.get(self.piece).is_some_and(|item| item.is_word()));
        let head = at == self.piece || bullet || led_on;
        let owns = self.is(at + 1, |m| matches!(m, Meaning::Possessive | Meaning::Flow(_)));
        if led {
            // `Concentrate from the United States`, where no flow is told: bought there.
            let goods = self.now.own_goods && matches!(self.now.goods, Goods::Ours(_));
            if self.now.flow.is_none() && goods && self.led(at, |m| m == Meaning::From) {
                self.now.flow = Some(Flow::Import);
            }
            self.set_whom(id);
        } else if listed && matches!(self.now.whom, Whom::One(_)) && self.now.own_whom {
            self.now.whom = Whom::Several;
        } else if head
            && !owns
            && (self.now.flow.is_some() || matches!(self.now.goods, Goods::Ours(_)))
        {
            self.set_whom(id);
        }
    }

    fn whole(&mut self, at: usize) {
        // `The European Union as a whole`, 占总量10.3%.
        if self.led(at, |m| matches!(m, Meaning::Partner(_) | Meaning::Share)) {
            return;
        }
        // `Exports to the world`, `overall, exports`.
        if self.led(at, |m| m == Meaning::To) || (at <= self.piece + 1 && !self.is_flow(at + 1)) {
            self.now.whom = Whom::World;
            self.now.own_whom = true;
        }
    }

    /// `Myanmar's shipments to China` are imports from Myanmar.
    fn reporter(&mut self, at: usize) {
        let to = self.led(at, |m| matches!(m, Meaning::To | Meaning::Into));
        // `Japan bought a third of China's rare earths`: Japan's imports from us.
        if let (Trader::Buyer(id, _), true) = (self.now.trader, self.now.own_trader)
            && self.now.own_flow
            && self.is(at + 1, |m| m == Meaning::Possessive)
            && self.is(at + 2, |m| matches!(m, Meaning::Product(_)))
            && self.led(at, |m| m == Meaning::Of)
            && (self.piece..at).any(|index| self.is_flow(index))
        {
            self.set_trader(Trader::Buyer(id, true));
            return;
        }
        // `They bought 431 tonnes of Chinese magnets`: somebody's imports from us.
        let from_us = self.now.flow == Some(Flow::Import)
            && self.now.own_flow
            && !self.now.own_trader
            && self.is(at + 1, |m| matches!(m, Meaning::Product(_)));
        if from_us {
            let buyer = self.now.named.map(|id| Trader::Buyer(id, true));
            self.set_trader(buyer.unwrap_or(Trader::Theirs));
            return;
        }
        // `Malaysia shipped China 15,697 tonnes`.
        let given = self.owner.is_some() && self.led(at, |m| matches!(m, Meaning::Flow(_)));
        if (to || given) && self.now.flow == Some(Flow::Export) && self.now.own_flow {
            self.now.flow = Some(Flow::Import);
            self.set_trader(Trader::Ours);
            if let Some(owner) = self.owner.take() {
                self.set_whom(owner);
            }
            return;
        }
        if self.led(at, |m| m == Meaning::From) {
            match self.now.trader {
                Trader::Buyer(id, _) => self.set_trader(Trader::Buyer(id, true)),
                Trader::Theirs if self.now.own_trader => {}
                // Imports from us are somebody else's.
                _ if self.now.flow == Some(Flow::Import) && self.now.own_flow => {
                    self.set_trader(Trader::Theirs);
                }
                _ => self.set_trader(Trader::Ours),
            }
            return;
        }
        let heads = at <= self.piece + 1 || self.is(at + 1, |m| matches!(m, Meaning::Possessive));
        if heads && !to {
            self.set_trader(Trader::Ours);
        }
    }

    fn sales(&mut self, at: usize) {
        if self.seller(at) {
            return;
        }
        let near = |index: &usize| !self.is(*index, parts);
        let reach = || (at + 1..at + 8).take_while(near);
        if let Some(id) = self.supplier(at) {
            self.flow(at, Flow::Import);
            self.set_trader(Trader::Ours);
            self.set_whom(id);
            return;
        }
        let partner = reach().any(|index| {
            self.is(index, |m| matches!(m, Meaning::Partner(_) | Meaning::World))
                && self.led(index, |m| m == Meaning::To)
        });
        // `Sold abroad`, `overseas deliveries`.
        let abroad = self.led(at, |m| m == Meaning::Abroad)
            || reach().any(|index| self.is(index, |m| m == Meaning::Abroad));
        // `18,252 tons were sold for $261.6 million`: of the exports spoken of.
        let passive = self.led(at, |m| m == Meaning::At)
            && self.now.flow == Some(Flow::Export)
            && (self.piece..at).any(|index| self.in_figure(index));
        if passive {
            return;
        }
        // `Chinese producers sent 406 tons`, of which it is not known what the word between names.
        let counted = self
            .figures
            .iter()
            .any(|figure| (at + 1..at + 4).contains(&figure.first) && figure.is_quantity());
        let home = |back: usize| {
            at.checked_sub(back).is_some_and(|index| self.is(index, |m| m == Meaning::Reporter))
        };
        // `China sent Japan 280 tons`.
        if let Some(Meaning::Partner(id)) = meaning(self.items, at + 1)
            && home(1)
            && !self.is(at + 2, |m| m == Meaning::Possessive)
        {
            self.flow(at, Flow::Export);
            self.set_whom(id);
            return;
        }
        let word = at.checked_sub(1).and_then(|index| self.items.get(index));
        let makers = word.is_some_and(|item| item.is_word() && !item.capital) && home(2);
        if partner || abroad || (counted && home(1)) {
            self.flow(at, Flow::Export);
        } else if counted && makers {
            self.now.flow = Some(Flow::Export);
        } else {
            self.other_matter(at);
        }
    }

    /// `Myanmar sold China 3,100 tonnes`, 老挝向中国供应, `deliveries from Laos to China`: the seller, where the
    /// reporting country is named as the buyer.
    fn supplier(&self, at: usize) -> Option<PartnerId> {
        let home = |index: usize| self.is(index, |m| m == Meaning::Reporter);
        let way = |m| matches!(m, Meaning::To | Meaning::Into);
        let towards = |index: &usize| home(*index) && self.led(*index, way);
        let seller = |index: usize| match meaning(self.items, index)? {
            Meaning::Partner(id) => Some(id),
            _ => None,
        };
        let near = |index: &usize| !self.is(*index, parts);
        let after = || (at + 1..at + 9).take_while(near);
        // The figure may stand between: `sold 3,100 tonnes to China`.
        let bought = home(at + 1) || after().any(|index| towards(&index));
        let before = self.back(at, 4);
        let led = before.iter().any(towards);
        let owner = before.iter().find_map(|index| {
            seller(*index).filter(|_| !self.led(*index, |m| way(m) || m == Meaning::From))
        });
        let from = after()
            .find_map(|index| seller(index).filter(|_| self.led(index, |m| m == Meaning::From)));
        match (owner, from) {
            (Some(owner), _) if bought || led => Some(owner),
            (None, Some(from)) if bought || self.now.flow == Some(Flow::Import) => Some(from),
            _ => None,
        }
    }

    /// `Laos sent 16,629 tonnes` in a story on our imports: told from the seller's side.
    fn seller(&mut self, at: usize) -> bool {
        let Some(Meaning::Partner(id)) = at.checked_sub(1).and_then(|at| meaning(self.items, at))
        else {
            return false;
        };
        let ours = !matches!(self.now.trader, Trader::Buyer(..));
        let sold = ours
            && self.now.flow == Some(Flow::Import)
            && self
                .figures
                .iter()
                .any(|figure| (at + 1..at + 4).contains(&figure.first) && figure.is_amount());
        if sold {
            (self.now.own_flow, self.now.other) = (true, false);
            self.set_trader(Trader::Ours);
            self.set_whom(id);
        }
        sold
    }

    /// `Germany, the largest market in Europe, took 1,106 tons`: whether the piece between commas tells nothing by
    /// itself.
    fn is_put_in(&self) -> bool {
        let comma = |index: usize| self.is(index, |m| m == Meaning::Comma);
        let end = (self.piece..self.items.len()).find(|index| self.is(*index, parts));
        self.piece.checked_sub(1).is_some_and(comma)
            && end.is_some_and(|end| {
                let goes_on = self.is(end + 1, |m| matches!(m, Meaning::Flow(_) | Meaning::Share))
                    || self.in_figure(end + 1);
                comma(end) && goes_on && !(self.piece..end).any(|index| self.in_figure(index))
            })
    }

    fn other_matter(&mut self, at: usize) {
        let flow_before = (self.piece..at).any(|index| self.is_flow(index));
        // `After a tariff was put on it, May still saw 1,073 tonnes`.
        let led = self.is(self.piece, |m| m == Meaning::Adjunct)
            || self.back(at, 3).into_iter().any(|index| {
                self.is(index, |m| {
                    matches!(
                        m,
                        Meaning::Adjunct
                            | Meaning::On
                            | Meaning::To
                            | Meaning::In
                            | Meaning::Of
                            | Meaning::From
                            | Meaning::By
                    )
                })
            });
        if led || flow_before || self.is_put_in() {
            self.aside = true;
        } else {
            self.now.other = true;
        }
    }
}

/// What a figure can be about: each part in its ways to be read, with what each costs.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    pub flows: Vec<(Flow, Cost)>,
    pub goods: Vec<(ProductId, Cost)>,
    pub whoms: Vec<(PartnerId, Cost)>,
    pub worth: bool,
    /// What it costs to take the figure for one of something else.
    pub other: Cost,
    /// What else it may be of.
    pub why: Option<Doubt>,
    /// Whether it is a buyer's trade, read as ours with it: the buyer's own figures differ.
    pub mirrored: bool,
    pub flow_ground: Ground,
    pub goods_ground: Ground,
    pub whom_ground: Ground,
}

/// What a figure can be about.
pub fn parts_of(
    items: &[Item],
    figures: &[Figure],
    walked: &[Spoken],
    topic: &Topic,
    names: &Names,
    figure: &Figure,
) -> Parts {
    let mut spoken = around(items, figures, walked, figure);
    // `Leaving aside cerium, exports of rare earth metals and compounds`: of the line that is these without it.
    if let (Some(other), Goods::Ours(all)) = (spoken.without, spoken.goods)
        && (spoken.own_without || !spoken.own_goods)
        && let Some(left) = names.without(all, other)
    {
        spoken.goods = Goods::Ours(left);
    }
    let mut made = Parts { worth: spoken.worth, other: weights::OTHER_FAR, ..Parts::default() };
    let unknown = has_unknown_subject(items, figure);
    let mut doubt = |cost: Cost, why: Doubt| {
        if cost < made.other {
            (made.other, made.why) = (cost, Some(why));
        }
    };
    match () {
        () if spoken.other => doubt(0.0, Doubt::NoTrade),
        () if spoken.forecast => doubt(0.1, Doubt::Future),
        () if spoken.own_flow => {}
        () if unknown => doubt(weights::OTHER_UNKNOWN, Doubt::Unknown),
        () => doubt(weights::OTHER_CARRIED, Doubt::Unnamed),
    }
    let carried = |own: bool, rivals: usize| match (own, rivals) {
        (true, _) => (0.0, Ground::Said),
        (false, 0 | 1) => (weights::CARRIED, Ground::Carried),
        _ => (weights::CARRIED_RIVAL, Ground::Supposed),
    };
    // Whose trade: it may turn the flow round.
    let trader_cost = if spoken.own_trader { 0.0 } else { weights::CARRIED };
    let mut turned = None;
    match spoken.trader {
        // Whose trade a sentence before spoke of need not be that of a flow named anew.
        Trader::Theirs if !spoken.own_trader && spoken.own_flow && topic.ours => {
            doubt(weights::OTHER_TRADER_BACK, Doubt::PerhapsTheirs);
        }
        Trader::Theirs => doubt(trader_cost, Doubt::Theirs),
        Trader::Buyer(id, ours) => {
            turned = Some((id, if ours { weights::BUYER_SAID } else { weights::BUYER }));
            if !ours {
                doubt(weights::OTHER_BUYER, Doubt::Buyers);
            }
        }
        _ => {}
    }
    // Flow.
    let (cost, ground) = carried(spoken.own_flow, topic.flows.len());
    made.flow_ground = if spoken.far_flow { Ground::Supposed } else { ground };
    match spoken.flow {
        Some(flow) => made.flows.push((flow, cost)),
        None => {
            made.flows.push((names.flow, weights::SUPPOSED));
            made.flow_ground = Ground::Supposed;
        }
    }
    if !spoken.own_flow {
        for flow in &topic.flows {
            if spoken.flow != Some(*flow) {
                made.flows.push((*flow, weights::CARRIED_RIVAL + 0.2));
            }
        }
        // Words for a flow that no table has: all of a figure's digits may tell which it is.
        for flow in [Flow::Export, Flow::Import] {
            if !made.flows.iter().any(|(own, _)| *own == flow) {
                made.flows.push((flow, weights::FLOW_UNTOLD));
            }
        }
    }
    // `It took 406 tonnes. Its purchases had totalled 994 tonnes`: a partner's may be meant.
    let flows =
        (0..figure.first).rev().filter(|at| is(items, *at, |m| matches!(m, Meaning::Flow(_))));
    let plain =
        flows.into_iter().next().and_then(|at| items.get(at)).is_some_and(|item| item.plain);
    let buyer = topic.partners.last().copied().filter(|_| {
        // `Imports were 22,285 tonnes`: ours, unless a partner was spoken of right before.
        (topic.partnered || !plain)
            && spoken.flow == Some(Flow::Import)
            && spoken.own_flow
            && !spoken.own_trader
            && topic.last.flow == Some(Flow::Export)
    });
    if buyer.is_some() {
        made.flows.push((Flow::Export, weights::PURCHASES));
        doubt(weights::OTHER_PURCHASES, Doubt::Purchases);
    }
    if turned.is_some() {
        made.mirrored = true;
        made.flows = vec![(Flow::Export, 0.0)];
        // Of what comes from elsewhere the data have nothing.
        let ours = matches!(spoken.trader, Trader::Buyer(_, true));
        made.flows.extend(ours.then_some((Flow::MirrorExport, weights::BUYERS_OWN)));
    }
    // Goods.
    let rivals = topic.products.len() + usize::from(topic.foreign);
    let (_, ground) = carried(spoken.own_goods, rivals);
    let (cost, _) = carried(spoken.own_goods, topic.products.len());
    made.goods_ground = ground;
    // Of all goods no weights are told.
    let weight = figure.is_quantity();
    if spoken.of_all && !spoken.own_goods && !weight {
        doubt(cost, Doubt::AllGoods);
    }
    let mut goods: Vec<(ProductId, Cost)> = Vec::new();
    match spoken.goods {
        Goods::Ours(id) => goods.push((id, cost)),
        Goods::Part(id) => {
            goods.push((id, weights::PART));
            made.goods_ground = Ground::Supposed;
            doubt(weights::OTHER_PART, Doubt::SomeGoods);
        }
        Goods::Others => {
            doubt(if spoken.own_goods { 0.0 } else { weights::CARRIED }, Doubt::OtherGoods);
            made.goods_ground = Ground::Supposed;
        }
        Goods::All => {
            doubt(weights::OTHER_ALL, Doubt::AllGoods);
            made.goods_ground = Ground::Supposed;
        }
        Goods::Unsaid => made.goods_ground = Ground::Supposed,
    }
    if !spoken.own_goods || !matches!(spoken.goods, Goods::Ours(_)) {
        let extra = if spoken.goods == Goods::Others && spoken.own_goods { 0.6 } else { 0.0 };
        for (back, id) in topic.products.iter().rev().take(6).enumerate() {
            let main = topic.main == Some(*id);
            let far = if back == 0 || main { 0.0 } else { 0.3 + back as Cost * 0.1 };
            goods.push((*id, weights::CARRIED_RIVAL + far + extra));
        }
        if topic.products.is_empty() {
            goods.extend(names.usual.map(|id| (id, weights::SUPPOSED)));
        }
    }
    // Goods that are called by a wider or a narrower name.
    for (id, cost) in goods.clone() {
        let loose = if names.loosely == Some(id) { weights::LOOSELY } else { weights::LOOSE_NAME };
        goods.extend(names.parent(id).map(|parent| (parent, cost + loose)));
        goods.extend(names.children(id).map(|child| (child, cost + weights::NARROWER)));
        for other in topic.products.iter().filter(|other| **other != id) {
            goods.push((*other, cost + weights::OTHER_NAMED));
        }
        if let Some(main) =
            names.usual.filter(|main| *main != id && names.parent(id) == Some(*main))
        {
            goods.push((main, cost + weights::LOOSE_NAME));
        }
    }
    goods.retain(|(id, _)| !names.is_quota(*id));
    made.goods = cheapest(goods);
    // Whom with.
    let near = partner_beside(items, figures, figure, spoken.flow);
    if let Some((id, _)) = turned {
        made.whoms = vec![(id, 0.0)];
        made.whom_ground = if spoken.own_trader { Ground::Said } else { Ground::Carried };
    } else if let Some(id) = near {
        made.whoms = vec![(id, 0.0)];
        made.whom_ground = Ground::Said;
    } else {
        match spoken.whom {
            Whom::World => made.whoms = vec![(WORLD, if spoken.own_whom { 0.0 } else { 0.2 })],
            Whom::One(id) if spoken.own_whom => {
                made.whoms = vec![(id, 0.0), (WORLD, weights::PARTNER_DROPPED)];
            }
            Whom::One(id) => {
                let (with, without) = if spoken.own_flow {
                    (weights::PARTNER_BACK, weights::PARTNER_GONE)
                } else {
                    (weights::CARRIED_RIVAL, weights::CARRIED_RIVAL)
                };
                made.whoms = vec![(id, with), (WORLD, without)];
            }
            // Of those that a sentence before named this may be told or not.
            Whom::Several if !spoken.own_whom => {
                made.whoms = vec![(WORLD, weights::PARTNER_GONE)];
            }
            Whom::Several => {
                doubt(weights::OTHER_SEVERAL, Doubt::Several);
                made.whoms = vec![(WORLD, weights::PARTNER_DROPPED)];
            }
            Whom::Unsaid => made.whoms = vec![(WORLD, 0.0)],
        }
        made.whom_ground = match spoken.whom {
            Whom::World | Whom::One(_) if spoken.own_whom => Ground::Said,
            // Who is not named is everybody.
            Whom::Unsaid if topic.partners.is_empty() => Ground::Said,
            Whom::World if topic.partners.is_empty() => Ground::Carried,
            // `Its exports`: of the partner that the sentence before named, or of us.
            Whom::Unsaid if spoken.own_flow && topic.partnered && !spoken.own_trader => {
                Ground::Supposed
            }
            Whom::Unsaid if spoken.own_flow => Ground::Carried,
            _ => Ground::Supposed,
        };
        for id in topic.partners.iter().rev().take(3) {
            made.whoms.push((*id, weights::PARTNER_BACK + 0.2));
        }
        // `American orders rose: 406 tons in March`, `Japanese mills bought on. In May they got 305 tons`.
        if let Some(id) = spoken.named.filter(|_| spoken.named_here || topic.partnered) {
            made.whoms.push((id, weights::PARTNER_NAMED));
        }
        made.whoms = cheapest(std::mem::take(&mut made.whoms));
    }
    made
}

/// Each once, at its least cost, the cheapest first.
fn cheapest<T: Copy + PartialEq>(all: Vec<(T, Cost)>) -> Vec<(T, Cost)> {
    let mut found: Vec<(T, Cost)> = Vec::new();
    for (one, cost) in all {
        match found.iter_mut().find(|(other, _)| *other == one) {
            Some((_, least)) => *least = least.min(cost),
            None => found.push((one, cost)),
        }
    }
    crate::util::sort(&mut found, |one, other| one.1.total_cmp(&other.1));
    found
}

/// 约为出口额的3.3倍, `3.3 times exports`: whether the flow at `at` is what something else is so many times of.
fn is_likened(items: &[Item], at: usize) -> bool {
    let end = at + 1 + usize::from(is(items, at + 1, |m| m == Meaning::Worth));
    let much =
        |index| is(items, index, |m| matches!(m, Meaning::TimesMore | Meaning::Fraction(..)));
    follows(items, at, |m| matches!(m, Meaning::Times | Meaning::Fold))
        || (is(items, end, |m| m == Meaning::Of) && (end + 1..end + 4).any(much))
}

/// What is spoken of where a figure stands, with what follows it and belongs to it.
fn around(items: &[Item], figures: &[Figure], walked: &[Spoken], figure: &Figure) -> Spoken {
    let here = walked.get(figure.first).copied().unwrap_or_default();
    let at = |index: usize| walked.get(index + 1).copied().unwrap_or_default();
    let is_flow =
        |index: &usize| is(items, *index, |m| matches!(m, Meaning::Flow(_) | Meaning::Moved));
    let next = figures.iter().find(|next| next.first > figure.last).map(|next| next.first);
    let end = next.unwrap_or(items.len()).min(figure.last + 9);
    // `A 7.1% drop in exports`.
    let turned = (figure.last + 1..=figure.last + 3).find(|index| {
        is(items, *index, |m| matches!(m, Meaning::Direction(_)))
            && is(items, index + 1, |m| matches!(m, Meaning::In | Meaning::Of))
    });
    if let Some(turned) = turned.filter(|_| figure.is_percent()) {
        if let Some(flow) = (turned..end).find(is_flow) {
            return at(flow);
        }
        if (turned..end).any(|index| is(items, index, Meaning::is_other_matter)) {
            return Spoken { other: true, ..here };
        }
    }
    let mut spoken = here;
    if !here.own_flow {
        let parted =
            |index: &usize| is(items, *index, |m| matches!(m, Meaning::Break | Meaning::Adjunct));
        // `58,142 tonnes: exports of magnets`: what heads the sentence is told after the colon.
        let heads = figure.first < 2 && is(items, figure.last + 1, |m| m == Meaning::Break);
        let from = figure.last + 1 + usize::from(heads);
        let stop = (from..items.len()).find(parted).unwrap_or(items.len());
        let unknown = has_unknown_subject(items, figure);
        let other = |index: usize| is(items, index, Meaning::is_other_matter);
        if heads && (from..stop.min(from + 4)).any(other) {
            return Spoken { other: true, ..here };
        }
        let own = |index: &usize| is_flow(index) && !is_likened(items, *index);
        let parted = |flow: usize| (from..flow).any(|index| is(items, index, parts));
        let flow = (from..stop).find(own).filter(|flow| !(unknown && parted(*flow)));
        if let Some(flow) = flow {
            let far_flow = parted(flow);
            // What is named up to the end of that phrase belongs to it.
            let stop = (flow + 1..stop).find(|index| is(items, *index, parts)).unwrap_or(stop);
            let later = walked.get(stop).copied().unwrap_or_default();
            // `298,427 tons of coffee, 12.3% less than in June, and 114,257 tons of juice were exported`: but not
            // what another amount in between is of.
            let past = figures.iter().any(|one| {
                one.is_amount() && figure.last < one.first && one.last < flow && here.own_goods
            });
            let goods = if past { here.goods } else { later.goods };
            let other = here.other || at(flow).other;
            spoken = Spoken { forecast: here.forecast, other, goods, far_flow, ..later };
        }
    }
    // `Myanmar shipped 500 tons to China`.
    let home = (figure.last + 1..end).find(|index| {
        is(items, *index, |m| m == Meaning::Reporter)
            && follows(items, *index, |m| matches!(m, Meaning::To | Meaning::Into))
    });
    // `Bought 431 tonnes of Chinese magnets`.
    let ours = (figure.last + 1..end).find(|index| {
        is(items, *index, |m| m == Meaning::Reporter)
            && is(items, index + 1, |m| matches!(m, Meaning::Product(_)))
    });
    if let Some(ours) = ours.filter(|_| here.own_flow && here.flow == Some(Flow::Import)) {
        (spoken.trader, spoken.own_trader) = (at(ours).trader, at(ours).own_trader);
    }
    // `Japan's customs recorded 18,659 tonnes of rare earths arriving from China`.
    let theirs = figure.is_amount()
        && (figure.last + 1..end).any(|index| {
            is(items, index, |m| m == Meaning::Reporter)
                && follows(items, index, |m| m == Meaning::From)
        });
    if let Some(id) = spoken.named.filter(|_| theirs && spoken.named_here && !here.own_flow) {
        (spoken.trader, spoken.own_trader) = (Trader::Buyer(id, true), true);
        (spoken.flow, spoken.own_flow, spoken.other) = (Some(Flow::Import), true, false);
    }
    if let Some(home) = home.filter(|_| here.own_flow) {
        let after = at(home);
        (spoken.flow, spoken.whom, spoken.own_whom) = (after.flow, after.whom, after.own_whom);
        (spoken.trader, spoken.own_trader) = (after.trader, after.own_trader);
    }
    // `4,416 tons of rare earths`.
    // Nothing stands between: 6万2585吨稀土元素.
    // `8% fewer magnets`.
    let moved = is(items, figure.last + 1, |m| matches!(m, Meaning::Direction(_)));
    let counted = figure.last + 1 + usize::from(moved && figure.is_percent());
    if let Some(Meaning::Product(id)) = meaning(items, counted)
        && (figure.is_amount() || moved)
    {
        spoken.goods = Goods::Ours(id);
        spoken.own_goods = true;
    }
    if is(items, figure.last + 1, |m| m == Meaning::Of) {
        let named = (figure.last + 2..figure.last + 6).find_map(|index| {
            let found = goods(meaning(items, index)?)?;
            let part = follows(items, index, |m| m == Meaning::Part);
            Some(match found {
                Goods::Ours(id) if part => Goods::Part(id),
                _ => found,
            })
        });
        // `Tons of goods` are the goods spoken of.
        if let Some(named) = named {
            spoken.goods = named;
            spoken.own_goods = true;
        }
    }
    // `Rose 11.6% by volume and 14.1% by value`.
    let marked = usize::from(is(items, figure.last + 1, |m| {
        matches!(m, Meaning::AgainstYear | Meaning::AgainstMonth | Meaning::Direction(_))
    }));
    spoken.worth |=
        figure.is_percent() && is(items, figure.last + 1 + marked, |m| m == Meaning::Worth);
    // `41,711 tons from Myanmar, 1,142 from Malaysia`, `of which 6 tons for Japan`: right behind it.
    let right = |m: Meaning| match spoken.flow {
        Some(Flow::Import) => m == Meaning::From,
        _ => matches!(m, Meaning::To | Meaning::Into | Meaning::In),
    };
    if let Some(Meaning::Partner(id)) =
        meaning(items, figure.last + 2).filter(|_| is(items, figure.last + 1, right))
    {
        spoken.whom = Whom::One(id);
        spoken.own_whom = true;
    }
    // `51 tons to Brazil`, `16,000 tonnes, or 49.8 percent, … went to Japan`.
    if !spoken.own_whom || !matches!(spoken.whom, Whom::One(_)) {
        let ends = |index: &usize| is(items, *index, |m| m == Meaning::Break);
        let comma = |index: &usize| is(items, *index, parts);
        let stop = (figure.last + 1..end).find(comma).unwrap_or(end);
        let far = (figure.last + 1..items.len()).find(ends).unwrap_or(items.len());
        let led = |index: usize| match spoken.flow {
            Some(Flow::Import) if here.own_flow => follows(items, index, |m| m == Meaning::From),
            Some(Flow::Import) => {
                follows(items, index, |m| matches!(m, Meaning::From | Meaning::To | Meaning::Into))
            }
            None if spoken.own_goods && matches!(spoken.goods, Goods::Ours(_)) => {
                follows(items, index, |m| matches!(m, Meaning::From | Meaning::To | Meaning::Into))
            }
            _ => follows(items, index, |m| matches!(m, Meaning::To | Meaning::Into)),
        };
        // `1,400 kilograms, all of it to South Korea`: of the whole as well.
        let all = |index: usize| {
            (index.saturating_sub(4)..index).any(|at| is(items, at, |m| m == Meaning::WholeOf))
        };
        let named = |index: usize| match meaning(items, index)? {
            Meaning::Partner(id) if led(index) && !all(index) => Some(id),
            Meaning::Toward(id) => Some(id),
            _ => None,
        };
        let lone = figures.first().is_some_and(|first| first.first == figure.first);
        // `46,062 mt, three quarters of which came from Myanmar`, `mostly to Japan`.
        let some = |index: &usize| {
            is(items, *index, |m| m == Meaning::Includes)
                || (comma(index) && follows(items, *index, |m| m == Meaning::Of))
        };
        let part = (figure.last + 1..items.len()).find(some).unwrap_or(items.len());
        let (stop, far) = (stop.min(part), far.min(part));
        let close = (figure.last + 1..stop).find_map(named);
        let alone = || {
            // 到货60.5万吨，来自阿根廷的有48.8万吨: who is named has an amount of his own.
            let own = |index: &usize| {
                figures.iter().any(|one| one.is_amount() && (*index..far).contains(&one.first))
            };
            let mut rest = (figure.last + 1..far).filter(|index| !own(index)).filter_map(named);
            rest.next().filter(|_| lone && rest.next().is_none())
        };
        if let Some(id) = close.or_else(alone) {
            spoken.whom = Whom::One(id);
            spoken.own_whom = true;
            // `27,567 t of concentrate from the United States`: bought there.
            let from =
                (figure.last + 1..stop).any(|index| is(items, index, |m| m == Meaning::From));
            if from && spoken.flow.is_none() {
                spoken.flow = Some(Flow::Import);
            }
            // `Of the magnets, 582 tons went to America`: whatever was spoken of before.
            let to = (figure.last + 1..figure.last + 3)
                .any(|index| is(items, index, |m| matches!(m, Meaning::To | Meaning::Into)));
            if to && figure.is_amount() && !here.own_flow && !spoken.own_flow {
                spoken.flow = Some(Flow::Export);
            }
        }
    }
    // `South Korea bought 2,787 tonnes, France 1,225`: the next buyer of a list.
    let before = figure.first.checked_sub(1).and_then(|before| meaning(items, before));
    if let (Some(Meaning::Partner(id)), Trader::Buyer(_, from_us)) = (before, spoken.trader) {
        spoken.trader = Trader::Buyer(id, from_us);
    }
    spoken
}

/// `Germany (764 tons)`, `Germany, with 764 tons`, `Germany: 764 tons`.
fn partner_beside(
    items: &[Item],
    figures: &[Figure],
    figure: &Figure,
    flow: Option<Flow>,
) -> Option<PartnerId> {
    let fits = |m: Meaning| {
        matches!(
            m,
            Meaning::Comma
                | Meaning::Break
                | Meaning::At
                | Meaning::Adjunct
                | Meaning::Partner(_)
                | Meaning::Ordinal(_)
                | Meaning::About
                | Meaning::Nearly
                | Meaning::Over
                | Meaning::Possessive
        )
    };
    // `Germany no more than 579`.
    let hedges =
        |m: Meaning| matches!(m, Meaning::About | Meaning::Nearly | Meaning::Over | Meaning::Under);
    // `The United States next at 16,494 tons`.
    let ranked = |at: usize| {
        items.get(at).is_some_and(|item| item.is_word() && !item.capital)
            && is(items, at + 1, |m| matches!(m, Meaning::At | Meaning::Adjunct))
            && follows(items, at, |m| matches!(m, Meaning::Partner(_)))
    };
    let taken = |index: usize| {
        figures
            .iter()
            .any(|other| (other.first..=other.last).contains(&index) && other.first != figure.first)
    };
    let near = (1..=6).filter_map(|back| figure.first.checked_sub(back));
    // `Germany (46%, 764 tons)`: a figure in the same bracket.
    let close = near.take_while(|index| is(items, *index, fits) || taken(*index) || ranked(*index));
    let mut close = close.filter_map(|index| match meaning(items, index)? {
        Meaning::Partner(id) => {
            let next = index + 1;
            // `Overtook Malaysia, with 15,697 tonnes`.
            let put = next + 2 == figure.first
                && is(items, next, |m| m == Meaning::Comma)
                && is(items, next + 1, |m| m == Meaning::Adjunct);
            // `Behind South Korea's 2,787 tons`.
            let owns = next + 1 == figure.first && is(items, next, |m| m == Meaning::Possessive);
            let bracketed = put
                || owns
                || items.get(next).is_some_and(|item| item.opens)
                || is(items, next, |m| {
                    matches!(
                        m,
                        Meaning::Break | Meaning::At | Meaning::Adjunct | Meaning::Ordinal(_)
                    )
                })
                || (next..figure.first).all(|at| is(items, at, hedges))
                || ranked(next);
            let joined = follows(items, index, |m| m == Meaning::And) && !bracketed;
            let led = follows(items, index, |m| match m {
                Meaning::By => true,
                Meaning::From => flow == Some(Flow::Export),
                _ => false,
            });
            (bracketed && !joined && !led).then_some(id)
        }
        _ => None,
    });
    close.next()
}

/// Whether words that mean nothing here stand before the figure in its clause: they may name who
/// or what it is about.
pub fn has_unknown_subject(items: &[Item], figure: &Figure) -> bool {
    let start = (0..figure.first).rfind(|index| is(items, *index, parts)).map_or(0, |at| at + 1);
    // `The port handled 2.77 million containers in May, 8.9% more`: a change alone between commas
    // is of what the clause before is about.
    let own = (start..figure.first).any(|index| {
        is(items, index, |m| {
            matches!(m, Meaning::Product(_) | Meaning::Partner(_) | Meaning::Moved)
        })
    });
    let whole = figure.is_percent() && !own;
    let breaks = |index: &usize| is(items, *index, |m| m == Meaning::Break);
    let start = match (0..figure.first).rfind(breaks) {
        Some(at) if whole => at + 1,
        None if whole => 0,
        _ => start,
    };
    (start..figure.first).any(|index| {
        let item = items.get(index);
        item.is_some_and(|item| item.is_word() && item.end - item.start > 2)
            || is(items, index, |m| matches!(m, Meaning::OtherMoney | Meaning::Share))
    })
}
