//! The costs of readings. Zero is what the figure's own clause states; the more a reading assumes or
//! ignores, the higher its cost. A figure is read in the cheapest way. It may agree with the data in a
//! costlier reading, the costlier the more digits it has. It is called wrong only in a cheap reading
//! without alternatives.

/// A cost, or a bound on costs.
pub type Cost = f32;

/// A part that an earlier sentence states, with nothing since to replace it.
pub const CARRIED: Cost = 0.2;
/// A part for which several earlier statements compete.
pub const CARRIED_RIVAL: Cost = 0.7;
/// A part that is not stated.
pub const SUPPOSED: Cost = 1.2;

/// A flow that the story does not state.
pub const FLOW_UNTOLD: Cost = 1.8;

/// Goods named by the wider line they are part of, or the reverse.
pub const LOOSE_NAME: Cost = 1.3;
/// The same where the data set says that this is common.
pub const LOOSELY: Cost = 0.3;
/// Goods called by the name of something wider, of which there are many parts.
pub const NARROWER: Cost = 1.8;
/// Goods that the story names elsewhere.
pub const OTHER_NAMED: Cost = 2.2;
/// Only some of the goods named.
pub const PART: Cost = 1.5;

/// A partner named in an earlier sentence that names the flow anew.
pub const PARTNER_BACK: Cost = 0.8;
/// All partners, after a sentence that named one.
pub const PARTNER_GONE: Cost = 0.5;
/// A partner that the sentence or the one before it names, whatever for.
pub const PARTNER_NAMED: Cost = 1.1;
/// All partners, in a sentence that names one.
pub const PARTNER_DROPPED: Cost = 2.4;
/// A buyer's imports as our exports to it, where the story says that they come from us.
pub const BUYER_SAID: Cost = 0.1;
/// Likewise, where it does not.
pub const BUYER: Cost = 0.6;

/// A buyer's imports as the buyer reports them.
pub const BUYERS_OWN: Cost = 0.15;

/// Something else, where the clause names the trade.
pub const OTHER_FAR: Cost = 4.0;
/// Something else, where the trade is carried.
pub const OTHER_CARRIED: Cost = 1.8;
/// Something else, where unknown words stand before the figure.
pub const OTHER_UNKNOWN: Cost = 1.2;
/// The buyer's imports from everywhere.
pub const OTHER_BUYER: Cost = 0.5;
/// Somebody else's trade, of whom only a sentence before spoke.
pub const OTHER_TRADER_BACK: Cost = 0.9;
/// A share of what the goods are part of, and of the year.
pub const PART_OF_GOODS: Cost = 0.4;
pub const PART_OF_YEAR: Cost = 0.3;
/// Some of the goods.
pub const OTHER_PART: Cost = 0.5;
/// All goods.
pub const OTHER_ALL: Cost = 0.8;
/// The purchases of a partner whom a sentence before named.
pub const OTHER_PURCHASES: Cost = 0.9;
/// Such a partner's purchases as our exports to it.
pub const PURCHASES: Cost = 0.5;
/// Several partners.
pub const OTHER_SEVERAL: Cost = 0.5;

/// A period named beside the figure, but without its year.
pub const YEAR_LESS_LIKELY: Cost = 0.9;
/// A period named in the sentence that belongs to another figure.
pub const PERIOD_TAKEN: Cost = 1.0;
/// The same, where the clause goes on without a word that could turn to another.
pub const PERIOD_SHARED: Cost = 0.1;
/// The period that the sentences before spoke of, where this one names none.
pub const PERIOD_CARRIED: Cost = 0.3;
/// The last month before the story's date, if no period is named.
pub const PERIOD_LAST: Cost = 0.6;
/// The last month, where the story names it first.
pub const PERIOD_MAIN: Cost = 0.4;
/// January to the last month, likewise.
pub const PERIOD_TO_DATE: Cost = 1.4;

/// A comparison that the story does not name, if two are usual.
pub const COMPARISON_UNSAID: Cost = 0.8;
/// The same if the period leaves only one usual comparison.
pub const COMPARISON_ONLY: Cost = 0.3;
/// Volume, where the amount named last is one of money.
pub const MEASURE_PAST: Cost = 0.7;
/// A currency that is not the data's main one.
pub const OTHER_MONEY: Cost = 0.6;
/// Volume, if the data's main measure is value.
pub const MEASURE_UNUSUAL: Cost = 1.0;
/// Value where volume is stated, or the reverse.
pub const MEASURE_TURNED: Cost = 2.0;
