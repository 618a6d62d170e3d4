//! Whose trade in what a sentence speaks of, at each of its places.

use super::figure::Figure;
use super::sentence::{Item, What, follows, is, meaning};
use super::words::Meaning;
use crate::trade::Flow;

/// What is spoken of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Subject {
    pub flow: Option<Flow>,
    /// A product of the data.
    pub product: Option<&'static str>,
    /// Goods that the data don't cover.
    pub other_goods: bool,
    /// A partner's code.
    pub partner: Option<&'static str>,
    /// Money rather than weight.
    pub worth: bool,
    /// Not the reporter's trade: another country's, or prices, output and the like.
    pub foreign: bool,
    /// What may come, not what was.
    pub forecast: bool,
    /// Whether this sentence names the flow.
    pub own_flow: bool,
    /// Whether this sentence names the product.
    pub own_product: bool,
}

impl Subject {
    /// Whether a figure about it can be judged.
    pub const fn judgeable(&self) -> bool {
        !(self.foreign || self.forecast || self.other_goods)
    }
}

/// Walks one sentence, keeping what is spoken of.
struct Walk<'a> {
    items: &'a [Item],
    figures: &'a [Figure],
    now: Subject,
    /// Foreign only up to the next comma.
    aside: bool,
    /// The partner that a flow belongs to: `Myanmar's shipments`.
    owner: Option<&'static str>,
    /// Where the piece between commas begins.
    piece: usize,
}

/// What is spoken of before each item of a sentence, and after the last; `before` is what earlier
/// sentences spoke of.
pub fn subjects(items: &[Item], figures: &[Figure], before: Subject) -> Vec<Subject> {
    let now = Subject { own_flow: false, own_product: false, ..before };
    let mut walk = Walk { items, figures, now, aside: false, owner: None, piece: 0 };
    let mut found = Vec::with_capacity(items.len() + 1);
    for at in 0..items.len() {
        found.push(walk.state());
        walk.step(at);
    }
    found.push(walk.state());
    found
}

/// The subject of the figure: what is spoken of where it stands, or the flow that follows it where
/// none was named before it.
pub fn subject_of(
    items: &[Item],
    figures: &[Figure],
    subjects: &[Subject],
    figure: &Figure,
) -> Subject {
    let here = subjects.get(figure.first).copied().unwrap_or_default();
    let at = |index: usize| subjects.get(index + 1).copied().unwrap_or_default();
    let is_flow = |index: &usize| is(items, *index, |m| matches!(m, Meaning::Flow(_)));
    // `A 7.1% drop in exports`.
    let next = figures.iter().find(|next| next.first > figure.last).map(|next| next.first);
    let end = next.unwrap_or(items.len()).min(figure.last + 8);
    let turned = (figure.last + 1..=figure.last + 3).find(|index| {
        is(items, *index, |m| matches!(m, Meaning::Direction(_)))
            && is(items, index + 1, |m| matches!(m, Meaning::In | Meaning::Of))
    });
    if let Some(turned) = turned.filter(|_| figure.is_percent()) {
        let foreign = (turned..end).any(|index| is(items, index, |m| m == Meaning::NotTrade));
        if let Some(flow) = (turned..end).find(is_flow) {
            return at(flow);
        }
        if foreign {
            return Subject { foreign: true, ..here };
        }
    }
    let mut subject = here;
    if !here.own_flow {
        let parted = |index: &usize| is(items, *index, |m| m == Meaning::Break);
        let end = (figure.last..items.len()).find(parted).unwrap_or(items.len());
        let unknown = has_unknown_subject(items, figure);
        let flow = (figure.last + 1..end).find(is_flow).filter(|flow| {
            let parted = (figure.last..*flow).any(|index| is(items, index, parts));
            !(unknown && parted)
        });
        if let Some(flow) = flow {
            let later = at(flow);
            let forecast = here.forecast;
            subject = Subject { forecast, foreign: later.foreign || here.foreign, ..later };
        }
    }
    // `Myanmar shipped 500 tons to China`.
    let home = (figure.last + 1..end).find(|index| {
        is(items, *index, |m| m == Meaning::Reporter)
            && follows(items, *index, |m| m == Meaning::To)
    });
    if let Some(home) = home.filter(|_| here.own_flow) {
        let after = at(home);
        subject.flow = after.flow;
        subject.partner = after.partner;
        subject.foreign = after.foreign;
    }
    // `4,416 tons of rare earths`.
    if is(items, figure.last + 1, |m| m == Meaning::Of) {
        match (figure.last + 2..figure.last + 5).find_map(|index| goods(meaning(items, index)?)) {
            Some(Goods::Ours(product)) => {
                subject.product = Some(product);
                subject.own_product = true;
                subject.other_goods = false;
            }
            Some(Goods::Others) => subject.other_goods = true,
            None => {}
        }
    }
    // `51 tons to Brazil`.
    if subject.partner.is_none() {
        let ends = |index: &usize| is(items, *index, parts);
        let end = (figure.last + 1..end.max(figure.last + 1)).find(ends).unwrap_or(end);
        let partner = (figure.last + 1..end).find_map(|index| match meaning(items, index)? {
            Meaning::Partner(code) => {
                let way = match subject.flow {
                    Some(Flow::Import) => Meaning::From,
                    _ => Meaning::To,
                };
                follows(items, index, |m| m == way).then_some(code)
            }
            _ => None,
        });
        subject.partner = partner;
    }
    // `Germany (764 tons)`, `Germany, with 764 tons`.
    let near = (1..=3).filter_map(|back| figure.first.checked_sub(back));
    let close = near.take_while(|index| {
        is(items, *index, |m| {
            matches!(
                m,
                Meaning::Comma
                    | Meaning::At
                    | Meaning::Adjunct
                    | Meaning::Partner(_)
                    | Meaning::About
                    | Meaning::Nearly
                    | Meaning::Over
            )
        })
    });
    let mut close = close.filter_map(|index| match meaning(items, index)? {
        Meaning::Partner(code) => {
            let joined = follows(items, index, |m| m == Meaning::And);
            let bracketed = is(items, index + 1, |m| m == Meaning::Comma);
            (bracketed || !joined).then_some(code)
        }
        _ => None,
    });
    if figure.is_amount()
        && let Some(code) = close.next()
    {
        subject.partner = Some(code);
    }
    subject
}

/// Whether words that mean nothing here stand before the figure in its clause: they may name who
/// or what it is about.
pub fn has_unknown_subject(items: &[Item], figure: &Figure) -> bool {
    let start = (0..figure.first).rfind(|index| is(items, *index, parts)).map_or(0, |at| at + 1);
    (start..figure.first).any(|index| {
        let item = items.get(index);
        item.is_some_and(|item| item.what == What::Word)
            || is(items, index, |m| matches!(m, Meaning::OtherMoney | Meaning::Share))
    })
}

enum Goods {
    Ours(&'static str),
    Others,
}

const fn goods(meaning: Meaning) -> Option<Goods> {
    match meaning {
        Meaning::Product(code) => Some(Goods::Ours(code)),
        Meaning::OtherProduct => Some(Goods::Others),
        _ => None,
    }
}

const fn parts(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Comma | Meaning::Break)
}

impl Walk<'_> {
    fn state(&self) -> Subject {
        Subject { foreign: self.now.foreign || self.aside, ..self.now }
    }

    fn step(&mut self, at: usize) {
        let Some(meaning) = meaning(self.items, at) else { return };
        match meaning {
            Meaning::Flow(flow) => self.flow(at, flow),
            Meaning::Worth => self.now.worth = true,
            Meaning::Product(_) | Meaning::OtherProduct => self.goods(at, meaning),
            Meaning::Partner(code) => self.partner(at, code),
            Meaning::Reporter => self.reporter(at),
            Meaning::NotTrade => self.other_matter(at),
            // `Shares of the miner rose`.
            Meaning::Share if self.is_stock(at) => self.now.foreign = true,
            Meaning::Sales => {
                let partner = is(self.items, at + 2, |m| matches!(m, Meaning::Partner(_)));
                let to_partner = partner && is(self.items, at + 1, |m| m == Meaning::To);
                let abroad = (at + 1..at + 8)
                    .take_while(|index| !is(self.items, *index, parts))
                    .any(|index| is(self.items, index, |m| m == Meaning::Abroad));
                if to_partner || abroad {
                    self.flow(at, Flow::Export);
                } else {
                    self.other_matter(at);
                }
            }
            Meaning::Forecast => {
                // `Than the 4,300 tons expected` is told by the figure itself.
                self.now.forecast = true;
            }
            Meaning::Break => {
                self.now.forecast = false;
                self.aside = false;
                self.piece = at + 1;
            }
            Meaning::Comma => {
                let whole = (self.piece..at).any(|index| self.is_flow(index));
                self.now.forecast = self.now.forecast && whole;
                self.aside = false;
                self.piece = at + 1;
            }
            Meaning::And => self.aside = false,
            _ => {}
        }
    }

    /// `Shares of the miner`, `the exporters' shares dropped`.
    fn is_stock(&self, at: usize) -> bool {
        let moves = is(self.items, at + 1, |m| matches!(m, Meaning::Direction(_)));
        let named = (self.piece..at).any(|index| self.is_flow(index));
        at <= self.piece || (at <= self.piece + 3 && moves && !named)
    }

    fn is_flow(&self, at: usize) -> bool {
        is(self.items, at, |m| matches!(m, Meaning::Flow(_)))
    }

    fn in_figure(&self, at: usize) -> bool {
        self.figures.iter().any(|figure| (figure.first..=figure.last).contains(&at))
    }

    /// The places before `at` that can belong to one phrase with it, nearest first.
    fn back(&self, at: usize, reach: usize) -> impl Iterator<Item = usize> {
        let stops = |index: &usize| {
            is(self.items, *index, |m| {
                parts(m) || matches!(m, Meaning::And | Meaning::Direction(_) | Meaning::Flow(_))
            }) || self.in_figure(*index)
        };
        let places = (at.saturating_sub(reach)..at).rev();
        places.take_while(move |index| !stops(index)).collect::<Vec<_>>().into_iter()
    }

    fn flow(&mut self, at: usize, flow: Flow) {
        if is(self.items, at + 1, |m| m == Meaning::NotTrade) {
            self.now.foreign = true;
            return;
        }
        self.owner = self.owner_of(at).or_else(|| self.shared_owner(at));
        self.now.foreign = self.owner.is_some() || self.firm_before(at) || self.is_of_unknown(at);
        self.now.flow = Some(flow);
        self.now.own_flow = true;
        self.now.worth = is(self.items, at + 1, |m| m == Meaning::Worth)
            || follows(self.items, at, |m| m == Meaning::Worth);
        self.aside = false;
        let led = (self.piece..at).any(|index| {
            is(self.items, index, |m| matches!(m, Meaning::Partner(_)))
                && follows(self.items, index, |m| matches!(m, Meaning::To | Meaning::From))
        });
        if !led {
            self.now.partner = None;
        }
        match self.goods_of(at) {
            Some(Goods::Ours(code)) => {
                self.now.product = Some(code);
                self.now.own_product = true;
                self.now.other_goods = false;
            }
            Some(Goods::Others) => self.now.other_goods = true,
            None => {}
        }
    }

    /// `Japan's exports`, `US imports`: the country whose trade it is, if not the reporter.
    fn owner_of(&self, at: usize) -> Option<&'static str> {
        let mut places = self.back(at, 6);
        let place = places.find(|index| {
            is(self.items, *index, |m| matches!(m, Meaning::Partner(_) | Meaning::Reporter))
        })?;
        let Meaning::Partner(code) = meaning(self.items, place)? else { return None };
        let led = follows(self.items, place, |m| {
            matches!(m, Meaning::To | Meaning::From | Meaning::In | Meaning::By | Meaning::Of)
        });
        (!led).then_some(code)
    }

    /// `Vietnam holds reserves and exported`: the country that heads the sentence.
    fn shared_owner(&self, at: usize) -> Option<&'static str> {
        let Meaning::Partner(code) = meaning(self.items, 0)? else { return None };
        let joined = follows(self.items, at, |m| m == Meaning::And);
        let home = (0..at).any(|index| is(self.items, index, |m| m == Meaning::Reporter));
        (joined && !home).then_some(code)
    }

    /// `Lynas's rare earth exports`: of somebody whom no table names.
    fn is_of_unknown(&self, at: usize) -> bool {
        self.back(at, 6).any(|index| {
            is(self.items, index, |m| m == Meaning::Possessive)
                && index
                    .checked_sub(1)
                    .and_then(|before| self.items.get(before))
                    .is_some_and(|item| item.what == What::Word)
        })
    }

    /// `The company exported`.
    fn firm_before(&self, at: usize) -> bool {
        self.back(at, 4).any(|index| {
            is(self.items, index, |m| m == Meaning::NotTrade)
                && !follows(self.items, index, |m| {
                    matches!(m, Meaning::Adjunct | Meaning::In | Meaning::From | Meaning::By)
                })
        })
    }

    /// The goods of a flow: `rare earth exports`, `exports of magnets`, `shipped 50 tons of ore`.
    fn goods_of(&self, at: usize) -> Option<Goods> {
        let before = self.back(at, 5).find_map(|index| goods(meaning(self.items, index)?));
        let after = || goods(meaning(self.items, at + 1)?);
        before.or_else(after).or_else(|| {
            let ends = |index: &usize| {
                is(self.items, *index, |m| {
                    parts(m) || matches!(m, Meaning::Direction(_) | Meaning::Flow(_))
                })
            };
            let end = (at + 1..self.items.len()).find(ends).unwrap_or(self.items.len());
            let of = (at + 1..end).find(|index| is(self.items, *index, |m| m == Meaning::Of));
            let from = of? + 1;
            (from..end.min(from + 5)).find_map(|index| goods(meaning(self.items, index)?))
        })
    }

    /// Goods named on their own, at the head of a clause: `For magnets, …`.
    fn goods(&mut self, at: usize, meaning: Meaning) {
        let head = at <= self.piece + 1;
        let others = |index| is(self.items, index, |m| m == Meaning::NotTrade);
        if head && (others(at + 1) || others(at + 2)) {
            self.now.foreign = true;
        } else if head && !self.is_flow(at + 1) {
            match goods(meaning) {
                Some(Goods::Ours(code)) => {
                    self.now.product = Some(code);
                    self.now.own_product = true;
                    self.now.other_goods = false;
                    self.now.foreign = false;
                }
                Some(Goods::Others) => self.now.other_goods = true,
                None => {}
            }
        }
    }

    fn partner(&mut self, at: usize, code: &'static str) {
        let led = follows(self.items, at, |m| match m {
            Meaning::To => self.now.flow != Some(Flow::Import),
            Meaning::From => self.now.flow != Some(Flow::Export),
            Meaning::In => true,
            _ => false,
        });
        let before = at.checked_sub(2).and_then(|index| meaning(self.items, index));
        let listed = follows(self.items, at, |m| matches!(m, Meaning::And | Meaning::Comma))
            && matches!(before, Some(Meaning::Partner(_)));
        let head = at == self.piece && !self.now.own_flow && self.now.flow.is_some();
        let owns = is(self.items, at + 1, |m| matches!(m, Meaning::Possessive | Meaning::Flow(_)));
        if led {
            self.now.partner = Some(code);
        } else if listed && self.now.partner.is_some() {
            // Two partners together are in no row of the data.
            self.aside = true;
        } else if head && !owns {
            self.now.partner = Some(code);
        }
    }

    /// `Myanmar's shipments to China` are imports from Myanmar.
    fn reporter(&mut self, at: usize) {
        if !follows(self.items, at, |m| m == Meaning::To) || self.now.flow != Some(Flow::Export) {
            return;
        }
        self.now.flow = Some(Flow::Import);
        if let Some(owner) = self.owner.take() {
            self.now.partner = Some(owner);
            self.now.foreign = false;
        }
    }

    fn other_matter(&mut self, at: usize) {
        let flow_before = (self.piece..at).any(|index| self.is_flow(index));
        let led = self.back(at, 3).any(|index| {
            is(self.items, index, |m| {
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
        if led || flow_before {
            self.aside = true;
        } else {
            self.now.foreign = true;
        }
    }
}
