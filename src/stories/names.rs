//! The names of a data set's goods and partners in stories.

use crate::trade::{Dataset, Flow, Measure, Partner, Unit};
use crate::util::sort_by_key;

/// A product, by its index in the data set.
pub type ProductId = u16;
/// A partner, by its index among the names.
pub type PartnerId = u16;

/// A product as stories name it.
#[derive(Clone, Debug, Default)]
pub struct ProductName {
    /// Its code.
    pub code: String,
    /// Its names, in every language.
    pub names: Vec<String>,
    /// Its customs codes, where it has them.
    pub codes: Vec<String>,
    /// The product that it is part of.
    pub parent: Option<ProductId>,
    /// Whether it is a quota, not trade.
    pub quota: bool,
}

/// A partner as stories name it.
#[derive(Clone, Debug)]
pub struct PartnerName {
    /// Its code.
    pub partner: Partner,
    /// Its names, in every language.
    pub names: Vec<String>,
}

/// The names of a data set.
#[derive(Clone, Debug)]
pub struct Names {
    /// Products, as the data set lists them.
    pub products: Vec<ProductName>,
    /// Partners; the first is the world.
    pub partners: Vec<PartnerName>,
    /// The reporting country, as the holder of its quotas.
    pub home: PartnerId,
    /// The names of the reporting country.
    pub reporter: Vec<String>,
    /// The product if none is named, where the data set says so.
    pub usual: Option<ProductId>,
    /// The product whose name stories also use for the lines it is part of.
    pub loosely: Option<ProductId>,
    /// The flow if none is named.
    pub flow: Flow,
    /// The measure if none is named.
    pub measure: Measure,
    /// All units of the data, the main one of each measure first.
    pub units: Vec<Unit>,
    /// The unit of quantities: the main weight, or another unit if there is no weight.
    pub counts: Unit,
    /// Currencies, the main one first; never empty.
    pub money: Vec<Unit>,
}

/// All partners together.
pub const WORLD: PartnerId = 0;

impl Names {
    /// The names of `dataset`.
    pub fn of(dataset: &Dataset) -> Self {
        let about = &dataset.about;
        let place = |code: &str| {
            let place = dataset.products.iter().position(|product| product.code == code)?;
            ProductId::try_from(place).ok()
        };
        let products = dataset.products.iter().map(|product| {
            let mut names = vec![product.label.clone()];
            // `Cocoa beans (HS 1801)`: a story leaves the code out.
            let bracketed = product.label.split_once('(');
            if let Some(name) = bracketed.and_then(|(name, _)| name.strip_suffix(' ')) {
                names.push(name.to_owned());
            }
            for (_, list) in product.aliases.all() {
                names.extend(parted(list));
            }
            ProductName {
                code: product.code.clone(),
                names,
                codes: product.hs.clone(),
                parent: product.parent.as_deref().and_then(place),
                quota: about.quotas.contains(&product.code),
            }
        });
        let mut partners = vec![PartnerName { partner: Partner::world(), names: Vec::new() }];
        let mut reporter = Vec::new();
        for (_, list) in about.reporter_names.all().chain(about.reporter_adjectives.all()) {
            reporter.extend(parted(list));
        }
        for record in &dataset.partners {
            let mut names = Vec::new();
            let lists = [&record.names, &record.aliases, &record.adjectives];
            for (_, list) in lists.into_iter().flat_map(crate::trade::Words::all) {
                names.extend(parted(list));
            }
            if record.code == about.reporter {
                reporter.extend(names);
            } else if let Some(partner) = Partner::parse(&record.code) {
                match partners.first_mut().filter(|_| partner.is_world()) {
                    Some(world) => world.names = names,
                    None => partners.push(PartnerName { partner, names }),
                }
            }
        }
        let home = PartnerId::try_from(partners.len()).unwrap_or(WORLD);
        if let Some(partner) = Partner::parse(&about.reporter) {
            partners.push(PartnerName { partner, names: Vec::new() });
        }
        let mut names = Self {
            products: products.collect(),
            partners,
            home,
            reporter,
            usual: place(&about.usual.product),
            loosely: about.loosely_named.as_deref().and_then(place),
            flow: about.usual.flow,
            measure: about.usual.measure,
            units: Vec::new(),
            counts: Measure::Volume.unit(),
            money: Vec::new(),
        };
        names.count(dataset);
        names
    }

    /// Adds the units of `dataset`.
    pub fn count(&mut self, dataset: &Dataset) {
        let mut units: Vec<Unit> = Vec::new();
        for row in dataset.observations() {
            if !units.contains(&row.unit) {
                units.push(row.unit);
            }
        }
        sort_by_key(&mut units, |unit| *unit != dataset.main_unit(unit.measure()));
        let weight = units.iter().find(|unit| unit.measure() == Measure::Volume);
        let counts = weight.or_else(|| units.iter().find(|unit| !unit.is_money()));
        self.counts = counts.copied().unwrap_or(Measure::Volume.unit());
        self.money = units.iter().copied().filter(|unit| unit.is_money()).collect();
        if self.money.is_empty() {
            self.money.push(dataset.main_unit(Measure::Value));
        }
        self.units = units;
    }

    /// The main currency of the data.
    pub fn main_money(&self) -> Unit {
        self.money.first().copied().unwrap_or(Measure::Value.unit())
    }

    /// A product's code.
    pub fn product(&self, id: ProductId) -> &str {
        self.products.get(usize::from(id)).map_or("", |product| product.code.as_str())
    }

    /// A partner's code.
    pub fn partner(&self, id: PartnerId) -> Partner {
        self.partners.get(usize::from(id)).map_or_else(Partner::world, |name| name.partner.clone())
    }

    /// Whether one of two goods is part of the other.
    pub fn are_kin(&self, one: ProductId, other: ProductId) -> bool {
        let within = |one, other| {
            std::iter::successors(Some(one), |own| self.parent(*own)).any(|own| own == other)
        };
        within(one, other) || within(other, one)
    }

    /// The product it is part of.
    pub fn parent(&self, id: ProductId) -> Option<ProductId> {
        self.products.get(usize::from(id))?.parent
    }

    /// Whether it is an allowance and no trade.
    pub fn is_quota(&self, id: ProductId) -> bool {
        self.products.get(usize::from(id)).is_some_and(|product| product.quota)
    }

    /// The product that is left of some without another: its codes are those of these that the other has not.
    pub fn without(&self, all: ProductId, other: ProductId) -> Option<ProductId> {
        let codes = |id: ProductId| {
            self.products.get(usize::from(id)).map_or(&[][..], |product| &product.codes)
        };
        let (all, other) = (codes(all), codes(other));
        let left = || all.iter().filter(|code| !other.contains(code));
        let some = (1..all.len()).contains(&left().count());
        self.all().find(|id| some && codes(*id).iter().eq(left()))
    }

    /// Every product.
    pub fn all(&self) -> impl Iterator<Item = ProductId> {
        (0..self.products.len()).filter_map(|place| ProductId::try_from(place).ok())
    }

    /// The products directly part of it.
    pub fn children(&self, id: ProductId) -> impl Iterator<Item = ProductId> {
        let parts = self.products.iter().enumerate().filter(move |(_, one)| one.parent == Some(id));
        parts.filter_map(|(place, _)| ProductId::try_from(place).ok())
    }
}

fn parted(list: &str) -> impl Iterator<Item = String> {
    list.split('|').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned)
}
