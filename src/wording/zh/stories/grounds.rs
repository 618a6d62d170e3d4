//! 数字成立与否的理由。

use super::super::comparison::level;
use super::super::direction::{before_baseline, moved, place};
use super::super::joining::beside;
use super::super::numbers::{exact, percent_size};
use super::super::quantity::{alike, side_by_side};
use super::report::origin;
use crate::statistics::Comparison;
use crate::trade::{Period, Quantity};
use crate::wording::facts::{Comes, Doubt, Held, Mistake};

/// What the data have of a trade, and what that comes to.
pub fn fact(trade: &str, held: &[Held], comes: Option<Comes>) -> String {
    let said = alike(held.iter().map(|one| one.amount).collect());
    let amounts: Vec<String> = said
        .into_iter()
        .zip(held)
        .map(|(said, one)| format!("{said}（{}）", origin(one.origin)))
        .collect();
    // 2024年金额4.8879亿美元，数量55,431吨，均价为每吨8,817.99美元.
    if let (Some(Comes::Amount(ratio)), [value, quantity], [money, weight]) =
        (comes, held, &*amounts)
        && value.amount.unit.is_money()
        && !quantity.amount.unit.is_money()
    {
        return format!(
            "{}为{money}，数量{weight}，均价为{}{}",
            beside(&value.period.long(), trade),
            quantity.amount.unit.each(),
            ratio.exact()
        );
    }
    // 日本19,026吨，占62,585吨的30.4%.
    if let (Some(Comes::Share(share)), [held, _], [own, whole]) = (comes, held, &*amounts) {
        return format!("{trade}：{}{own}，占{whole}的{}", held.period.long(), percent_size(share));
    }
    let comes = comes.map(|comes| match comes {
        Comes::OnUsual(change, usual) => {
            by(usual, change, held.first().and_then(|one| one.usual(change)))
        }
        comes => shown(comes),
    });
    let of = |at: usize, period: Period| match at {
        // A verdict stands before it, with a colon of its own.
        0 => beside(&period.long(), trade),
        _ => period.long(),
    };
    let cells = held.iter().zip(amounts).enumerate();
    let cells = cells.map(|(at, (one, amount))| format!("{}为{amount}", of(at, one.period)));
    let said = cells.chain(comes).collect::<Vec<_>>().join("，");
    if held.is_empty() { format!("{trade}：{said}") } else { said }
}

fn shown(comes: Comes) -> String {
    match comes {
        Comes::Amount(amount) => amount.exact(),
        Comes::Average(amount) => format!("月均{}", amount.exact()),
        Comes::Change(change) => moved(change),
        Comes::OnUsual(change, usual) => by(usual, change, None),
        Comes::Share(share) => percent_size(share),
        Comes::Difference(amount) => {
            let word = if amount.value < 0.0 { "减少" } else { "增加" };
            format!("{word}{}", Quantity { value: amount.value.abs(), ..amount }.exact())
        }
    }
}

/// The data have no figure of a trade.
pub fn no_trade(trade: &str) -> String {
    format!("没有{trade}数据")
}

/// The data have of a trade not what it takes, and why.
pub fn lacking(trade: &str, absent: &str) -> String {
    format!("{trade}，{absent}")
}

/// Why a series cannot be adjusted.
pub fn not_adjustable(trade: &str, why: &str) -> String {
    format!("无法计算{trade}：{why}")
}

/// That the change is a published one, from which the data have the amount that it is from.
pub fn published(fact: &str, base: Period) -> String {
    format!("{fact}（公布的增减幅度，{}的数值由此推算）", base.long())
}

/// Why a change from nothing has no percentage.
pub const fn zero_baseline() -> &'static str {
    "基数为零，无法计算增减幅度"
}

/// Why points of an amount are not judged.
pub const fn points_of_an_amount() -> &'static str {
    "两个百分比（增幅、占比等）之差暂不核对；如指数量或金额的增减，应以百分比表示"
}

/// Why an adjusted figure is not called wrong.
pub const fn methods_differ() -> &'static str {
    "季节调整方法各异，此处为本程序的结果"
}

/// What has no adjusted figure.
pub const fn not_adjusted() -> &'static str {
    "季节调整值只计算单月和3个月的数值及其变化"
}

/// The same where nothing is adjusted.
pub const fn not_adjusted_here() -> &'static str {
    "网页上的核对不计算季节调整值，请见“季节分解”图"
}

/// What a figure is right for.
pub fn right_for(place: &str) -> String {
    format!("该数字与“{place}”相符")
}

/// What it would be right for.
pub fn would_be_right_for(place: &str) -> String {
    format!("如指“{place}”，则该数字相符")
}

/// That nothing fits, and what else the figure may be of.
pub fn no_reading(doubt: Option<Doubt>) -> String {
    let why = match doubt {
        None => return "按各种可能的理解核对，均不相符".to_owned(),
        Some(Doubt::NoTrade) => "所指并非贸易",
        Some(Doubt::Future) => "所指为未来",
        Some(Doubt::Unknown) => "句中未写明所指为何",
        Some(Doubt::Unnamed) => "句中未写明是哪项贸易",
        Some(Doubt::PerhapsTheirs) => "所指可能是其他国家的贸易",
        Some(Doubt::Theirs) => "所指为其他国家的贸易",
        Some(Doubt::Buyers) => "所指可能是买方与各国的贸易",
        Some(Doubt::Purchases) => "所指可能是某个贸易伙伴的采购",
        Some(Doubt::AllGoods) => "所指可能是全部商品",
        Some(Doubt::SomeGoods) => "所指只是其中部分商品",
        Some(Doubt::OtherGoods) => "所指为其他商品",
        Some(Doubt::PerhapsOtherGoods) => "句中另有数量与该商品不符，所指可能是其他商品",
        Some(Doubt::Several) => "所指为几个贸易伙伴的合计",
    };
    format!("按各种可能的理解核对，均不相符；{why}")
}

/// That the change is as large, and the other way.
pub const fn reversed() -> &'static str {
    "数据的增减方向与此相反"
}

/// The same of another comparison than the one read.
pub fn reversed_for(place: &str) -> String {
    format!("如指“{place}”且方向相反，则该数字相符")
}

/// That it is nearly right.
pub const fn near() -> &'static str {
    "末位相差1"
}

/// That the story does not say of which year a month is, or of which month it is, and what the data have of the next likely.
pub fn month_open(other: Option<(Period, Comes)>) -> String {
    match other {
        None => "报道未写明年份或月份".to_owned(),
        Some((period, comes)) => {
            format!("报道未写明年份或月份：如为{}，则为{}", period.long(), shown(comes))
        }
    }
}

/// That two figures stand in each other's place.
pub const fn swapped() -> &'static str {
    "两个贸易伙伴的数字写反了"
}

/// What was written wrongly.
pub const fn mistake(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::Direction => "增减方向相反",
        Mistake::Power(3) => "写成了实际的1,000倍",
        Mistake::Power(-3) => "写成了实际的千分之一",
        Mistake::Power(1) => "写成了实际的10倍",
        Mistake::Power(-1) => "写成了实际的十分之一",
        Mistake::Power(2) => "写成了实际的100倍",
        Mistake::Power(-2) => "写成了实际的百分之一",
        Mistake::Power(0..) => "写成了实际的1万倍",
        Mistake::Power(_) => "写成了实际的万分之一",
        Mistake::Digit => "有一位数字不同",
        Mistake::Turned => "数字顺序颠倒",
    }
}

/// A change as a multiple: below one, as a percentage.
pub fn times(multiple: f64) -> String {
    if multiple < 1.0 {
        return format!("为后者的{}", percent_size(100.0 * multiple));
    }
    format!("为后者的{}倍", exact(multiple, 2))
}

/// What a story's own two levels give.
pub fn own_levels(change: f64) -> String {
    format!("按报道自己给出的两个数计算，应为{}", moved(change))
}

/// Where what is hedged is true and far from it.
pub const fn wide_margin() -> &'static str {
    "说法成立，但与实际数值相差较大"
}

/// What the data have in place of more digits.
pub fn only_rounded(value: f64, decimals: u8) -> String {
    format!("数据中只有取整后的{}，与之一致", exact(value, decimals))
}

/// What the months come to.
pub fn by_months(value: f64, decimals: u8) -> String {
    format!("各月公布值合计为{}", exact(value, decimals))
}

/// What longer sums leave.
pub fn by_sums(value: f64, decimals: u8) -> String {
    format!("由累计数推算为{}", exact(value, decimals))
}

/// What others reported.
pub fn by_others(names: &[String], value: f64, decimals: u8) -> String {
    format!("{}的数值为{}", names.join("、"), exact(value, decimals))
}

/// That a change is of figures with too few digits.
pub const fn rounded_behind() -> &'static str {
    "计算所用的数据经过四舍五入"
}

/// What a computed figure is.
pub fn figure_for(period: Period) -> String {
    format!("取自{}的数值", period.long())
}

/// How a true change looks beside the other usual comparisons, each with its name.
pub fn framing(period: Period, others: &[(Comparison, f64)]) -> String {
    let listed: Vec<String> = others.iter().map(|(one, change)| by(*one, *change, None)).collect();
    format!("可作比较：{}{}。", period.long(), listed.join("，"))
}

/// `环比增长3.2%`, but of a level `比5年同期均值3,452.3吨高3.2%`, `与5年同期均值持平`.
fn by(comparison: Comparison, change: f64, base: Option<Quantity>) -> String {
    let base = base.map_or_else(String::new, Quantity::exact);
    match level(comparison) {
        Some(level) => format!("{}{level}{base}{}", before_baseline(change), place(change)),
        None => format!("{}{}", comparison.label(), moved(change)),
    }
}

/// Whose report an accusation rests on, if on that alone.
pub fn rests_on_one(credit: &str) -> String {
    format!("此判断只依据一份转述，并非海关原始数据：{credit}。")
}

/// How a month compares with the same month of the five years before, in the order lowest, highest, mean and actual.
pub fn season(period: Period, [low, high, mean, actual]: [Quantity; 4], outside: bool) -> String {
    let [low, high, mean] = side_by_side([low, high, mean]);
    format!(
        "报道提到了季节因素。此前5年同月为{low}至{high}，平均{mean}；{}公布的{}在该区间{}。",
        period.long(),
        actual.exact(),
        if outside { "之外" } else { "之内" },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::Language;

    #[test]
    fn less_than_once_is_a_percentage() {
        let said = |multiple| Language::Chinese.speak(|| times(multiple));
        assert_eq!(said(0.575), "为后者的57.5%");
        assert_eq!(said(1.33), "为后者的1.33倍");
    }

    #[test]
    fn a_level_is_above_or_below_and_only_a_change_rises() {
        let said = |comparison, change| Language::Chinese.speak(|| by(comparison, change, None));
        assert_eq!(said(Comparison::YearOnYear, 27.9), "同比增长27.9%");
        assert_eq!(said(Comparison::FiveYearMean, 27.9), "比5年同期均值高27.9%");
        assert_eq!(said(Comparison::FiveYearMean, 0.01), "与5年同期均值基本持平");
        assert_eq!(said(Comparison::FiveYearMean, 0.0), "与5年同期均值持平");
    }
}
