//! 多个序列同图。

use super::super::direction::moved;
use super::super::fitting::LONGEST;
use super::super::joining::{all_of, beside};
use super::super::quantity::side_by_side;
use super::super::subject::{Common, Subject, all_within, measure, measured, valued};
use super::super::units::{money, money_name};
use super::figures::together;
use super::heads::with_unit as bracketed;
use super::notes;
use crate::statistics::{Grouping, Transformation};
use crate::trade::{Flow, Month, Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::fitting::as_many_as_fit;

pub use crate::wording::numbers::{index_value, percent as change_value, share_value};

/// The chart's name.
pub const fn label() -> &'static str {
    "多序列"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[
        (
            "多序列",
            "各序列分别变换，次序与美国圣路易斯联储的FRED数据库相同：先合并月份，再计算增减幅度、占比或指数。季度和年度为各月之和，或恰为该时期公布的数值。滚动合计和均值标在末月；若恰有同一时段的公布数，采用公布数，不用各月之和；两者不同时标为空心点。年内累计为公布的1月至当月累计数，或各月之和。缺少某月的，包含该月的时期均缺。单位不同的序列各用一条纵轴，上下排列：两种刻度画在同一图中，折线的交点没有任何含义。",
        ),
        (
            "指数、占比、增减幅度",
            "指数：各时期与基期之比（%）；各序列基期相同。1月和2月合并公布的按月均值计，作为基期时各序列均如此。占比：占同一流向、商品和计量的总量的百分比。增减幅度：与上年同期或上期相比的百分比。",
        ),
        ("对数纵轴", "相等的距离表示相等的比例。含零的序列不能画在对数纵轴上，改用线性纵轴。"),
    ]
}

/// A grouping as a choice.
pub const fn grouping(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Month => "月度",
        Grouping::Quarter => "季度",
        Grouping::Year => "年度",
        Grouping::Sum3 => "3个月合计",
        Grouping::Sum12 => "12个月合计",
        Grouping::Mean3 => "3个月均值",
        Grouping::Mean12 => "12个月均值",
        Grouping::YearToDate => "年内累计",
        Grouping::Adjusted => "季节调整值",
    }
}

/// A transformation as a choice.
pub const fn transformation(transformation: Transformation) -> &'static str {
    match transformation {
        Transformation::Level => "数值",
        Transformation::YearOnYear => "同比",
        Transformation::OnPrevious => "环比（比上期）",
        Transformation::LevelAndChange => "数值与同比",
        Transformation::Index => "指数",
        Transformation::Share => "占总量比重",
    }
}

/// Amounts of a grouping, for a subtitle or a panel: `月度数据，单位：吨`.
pub fn amounts(unit: &str, grouping: Grouping, months: u16) -> String {
    let what = match grouping {
        Grouping::Month => {
            return super::figures::each(unit, super::super::numbers::step(months));
        }
        Grouping::Quarter => "季度数据",
        Grouping::Year => "年度数据",
        Grouping::Sum3 => "3个月合计",
        Grouping::Sum12 => "12个月合计",
        Grouping::Mean3 => "3个月均值",
        Grouping::Mean12 => "12个月均值",
        Grouping::YearToDate => "年内累计",
        Grouping::Adjusted => "月度数据，季节调整后",
    };
    format!("{what}，单位：{unit}")
}

/// What other numbers are of.
const fn of_grouping(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Month => "",
        Grouping::Quarter => "，季度",
        Grouping::Year => "，年度",
        Grouping::Sum3 => "，3个月合计",
        Grouping::Sum12 => "，12个月合计",
        Grouping::Mean3 => "，3个月均值",
        Grouping::Mean12 => "，12个月均值",
        Grouping::YearToDate => "，年内累计",
        Grouping::Adjusted => "，季节调整后",
    }
}

/// The change on the year before, for a subtitle or a panel.
pub fn change_on_year(grouping: Grouping, values: bool) -> String {
    percent_of(values, on_year(grouping), grouping)
}

/// The change on the period before, likewise.
pub fn change_on_previous(grouping: Grouping, values: bool) -> String {
    percent_of(values, on_previous(grouping), grouping)
}

/// `同比（%）`, but of years `比上年增减（%）`.
fn percent_of(values: bool, on: &str, grouping: Grouping) -> String {
    let change = if matches!(grouping, Grouping::Year) { "增减" } else { "" };
    format!("{}{on}{change}（%）{}", amount(values), of_grouping(grouping))
}

/// `金额` where all that is drawn is money.
const fn amount(values: bool) -> &'static str {
    if values { "金额" } else { "" }
}

/// Whole years are said as statistical communiqués say them.
const fn on_year(grouping: Grouping) -> &'static str {
    if matches!(grouping, Grouping::Year) { "比上年" } else { "同比" }
}

/// That a change is on the period before.
const fn on_previous(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Year => "比上年",
        _ => "环比",
    }
}

/// An index, likewise: `指数，2020年1月＝100`.
pub fn index(base: Option<Period>, grouping: Grouping, values: bool) -> String {
    let base = base.map_or_else(String::new, |base| format!("，{}＝100", based_on(base, grouping)));
    let kind = if values { "价值" } else { "" };
    format!("{kind}指数{base}{}", of_grouping(grouping))
}

/// Shares, likewise.
pub fn share(grouping: Grouping, values: bool) -> String {
    format!("{}（%）{}", of_total(values), of_grouping(grouping))
}

/// What a share is of.
const fn of_total(values: bool) -> &'static str {
    if values { "占总额的比重" } else { "占总量的比重" }
}

/// What all lines have in common, what is drawn, and when.
pub fn subtitle(common: &str, drawn: &[String], stretch: &str, left: &[&str]) -> String {
    // `月度数据，单位：吨、美元` for two that differ by their unit alone.
    let mut said = String::new();
    let mut before = "";
    // Of several axes it is said once that they are logarithmic, behind the last of them.
    let axes = drawn.iter().filter(|one| one.ends_with(LOGARITHMIC)).count();
    let last = drawn.iter().rposition(|one| one.ends_with(LOGARITHMIC));
    for (at, one) in drawn.iter().enumerate() {
        let one = if axes > 1 { one.trim_end_matches(LOGARITHMIC) } else { one };
        let (kind, unit) = one.rsplit_once('：').unwrap_or((one, ""));
        if kind == before && !unit.is_empty() {
            said += &format!("、{unit}");
        } else {
            said += if said.is_empty() { "" } else { "；" };
            said += one;
        }
        if axes > 1 && last == Some(at) {
            said += "（均为对数坐标）";
        }
        before = kind;
    }
    let left = match left {
        [] => String::new(),
        names => format!("；未列入：{}", all_of(names)),
    };
    format!("{common}：{said}；{stretch}{left}")
}

/// How a period of a grouping stands in a sentence.
pub fn in_period(period: Period, grouping: Grouping) -> String {
    let end = period.end().long();
    match grouping {
        Grouping::Sum3 => format!("截至{end}的3个月"),
        Grouping::Sum12 => format!("截至{end}的12个月"),
        Grouping::Mean3 => format!("截至{end}的3个月月均"),
        Grouping::Mean12 => format!("截至{end}的12个月月均"),
        Grouping::Adjusted => format!("{}（季节调整后）", period.long()),
        Grouping::Quarter => quarter(period),
        _ => period.long(),
    }
}

/// A line's name, of what tells it from the others: its goods, its flow (and its partner, where that is
/// told too), or its partner alone.
pub fn name(product: Option<&str>, flow: Option<&str>, partner: Option<&str>) -> String {
    match (flow, product, partner) {
        (Some(flow), product, Some(partner)) if !partner.is_empty() => {
            format!("{partner}的{}{flow}", product.unwrap_or_default())
        }
        (Some(flow), product, _) => format!("{}{flow}", product.unwrap_or_default()),
        (None, Some(product), Some(partner)) => format!("{product}（{partner}）"),
        (None, only, partner) => only.or(partner).unwrap_or_default().to_owned(),
    }
}

/// What tells the trade with all partners from that with one.
pub fn all_partners(unit: Unit) -> &'static str {
    if unit.is_money() { "总额" } else { "总量" }
}

/// The name of a line beside others that differ by what they are counted in: `稀土出口量`、`稀土出口额`;
/// with the unit, if it is one of these and the measure does not tell them apart.
pub fn counted_in(name: &str, (flow, unit): (Flow, Unit), alike: bool, by_measure: bool) -> String {
    let measure = measure(flow, unit);
    let plain = matches!(flow, Flow::Export | Flow::Import) && !name.ends_with('）');
    let name = match plain {
        true if name.ends_with(flow.plural()) => format!("{name}{measure}"),
        true if alike => format!("{name}{}{measure}", flow.plural()),
        _ => name.to_owned(),
    };
    let apart = !alike || plain && by_measure;
    if apart { name } else { bracketed(&name, money(unit)) }
}

/// The name of a line that the other side reports.
pub fn as_partners_report(name: &str) -> String {
    format!("{name}（伙伴方统计）")
}

/// What a headline is of and when. What several months came to as one number stands at the last of them;
/// a sum is theirs, unless it is compared with the one that ends a month before.
fn start(subject: &str, period: Period, (grouping, shown): (Grouping, Transformation)) -> String {
    let end = period.end().long();
    match (grouping, shown) {
        // What an index is of stands behind its name.
        (Grouping::Mean3 | Grouping::Mean12, Transformation::Index) => format!("{end}{subject}"),
        (Grouping::Mean3, _) => format!("{end}{subject}3个月均值"),
        (Grouping::Mean12, _) => format!("{end}{subject}12个月均值"),
        (Grouping::Sum3, Transformation::OnPrevious) => format!("{end}{subject}3个月合计"),
        (Grouping::Sum12, Transformation::OnPrevious) => format!("{end}{subject}12个月合计"),
        (Grouping::Sum3 | Grouping::Sum12, _) if !subject.is_empty() => {
            format!("{}，{subject}", in_period(period, grouping))
        }
        (Grouping::Sum3 | Grouping::Sum12, _) => in_period(period, grouping),
        (Grouping::Adjusted, _) => format!("经季节调整，{}{subject}", period.long()),
        (Grouping::Quarter, _) => format!("{}{subject}", quarter(period)),
        _ => format!("{}{subject}", period.long()),
    }
}

/// `2024年四季度`.
fn quarter(period: Period) -> String {
    let names = ["一", "二", "三", "四"];
    let name = names.get(period.start.number() as usize / 3).copied().unwrap_or_default();
    format!("{}年{name}季度", period.start.year())
}

/// What counts as 100: `（2018年5月＝100）`.
fn counts_as_100(base: Option<Period>, grouping: Grouping) -> String {
    let mean = match grouping {
        Grouping::Mean3 => "3个月均值",
        Grouping::Mean12 => "12个月均值",
        _ => "",
    };
    match base {
        None if mean.is_empty() => String::new(),
        None => format!("（{mean}）"),
        Some(base) => {
            let comma = if mean.is_empty() { "" } else { "，" };
            format!("（{mean}{comma}{}＝100）", based_on(base, grouping))
        }
    }
}

/// A base period: a quarter by its name.
fn based_on(base: Period, grouping: Grouping) -> String {
    if grouping == Grouping::Quarter { quarter(base) } else { base.long() }
}

/// One line in a headline: what is shown of it in words and as a number.
pub fn headline_of_one(
    subject: Subject<'_>,
    (value, number, unit): (&str, f64, Unit),
    period: Period,
    (grouping, shown): (Grouping, Transformation),
    (base, _): (Option<Period>, bool),
) -> String {
    let amount = shown.has_amounts();
    let trade = match shown {
        // 价值指数、数量指数: customs name an index by what it counts.
        Transformation::Index => subject.within(),
        Transformation::Share => measured(&Subject { with: None, ..subject }, unit),
        _ if amount => measured(&subject, unit),
        _ => valued(subject.within(), subject.flow, unit),
    };
    let start = start(&trade, period, (grouping, shown));
    match shown {
        Transformation::Level | Transformation::LevelAndChange => format!("{start}为{value}"),
        Transformation::YearOnYear => {
            format!("{start}{}{}", on_year(grouping), moved(number))
        }
        // Of sums that overlap 环比 does not say what is compared with what.
        Transformation::OnPrevious if matches!(grouping, Grouping::Sum3 | Grouping::Sum12) => {
            let (now, before) = (period.end(), period.end() - 1);
            let months = if grouping == Grouping::Sum3 { 3 } else { 12 };
            format!(
                "截至{}的{months}个月，{trade}比截至{}的{months}个月{}",
                now.long(),
                if now.year() == before.year() { before.name().to_owned() } else { before.long() },
                moved(number)
            )
        }
        Transformation::OnPrevious => {
            format!("{start}{}{}", on_previous(grouping), moved(number))
        }
        Transformation::Index => {
            let kind = if unit.is_money() { "价值" } else { "数量" };
            format!("{start}{kind}指数为{value}{}", counts_as_100(base, grouping))
        }
        Transformation::Share => match subject.with {
            Some(_) => format!("{start}中，{}占{value}", subject.partner()),
            None => {
                let (flow, total) = (subject.flow.plural(), measure(subject.flow, unit));
                format!("{start}占{flow}总{total}的{value}")
            }
        },
    }
}

/// What the numbers of several lines are: `同比`.
fn counting(
    grouping: Grouping,
    shown: Transformation,
    base: Option<Period>,
    values: bool,
) -> String {
    let amount = amount(values);
    match shown {
        Transformation::Level | Transformation::LevelAndChange => String::new(),
        Transformation::YearOnYear => format!("{amount}{}", on_year(grouping)),
        Transformation::OnPrevious => format!("{amount}{}", on_previous(grouping)),
        Transformation::Index => format!("指数{}", counts_as_100(base, grouping)),
        Transformation::Share => of_total(values).to_owned(),
    }
}

/// Several lines in a headline, as many as have room.
pub fn headline(
    common: &Common,
    period: Period,
    (grouping, shown): (Grouping, Transformation),
    base: Option<Period>,
    values: &[(String, String, Quantity)],
    money: bool,
) -> String {
    let index = shown == Transformation::Index;
    let head = match (common.flow, common.product.as_deref()) {
        // An index of goods is taken for one of shares or prices.
        (None, Some(product)) if index => format!("{}进出口", beside(&common.partner, product)),
        (None, Some(product)) => product.to_owned(),
        (None, None) => String::new(),
        _ => all_within(common),
    };
    // 价值指数、数量指数; where both are drawn, each line's name says which.
    let kind = match values.first() {
        _ if !index => "",
        _ if money => "价值",
        Some((.., first)) if values.iter().all(|(.., own)| own.unit == first.unit) => "数量",
        _ => "",
    };
    // `稀土出口量4,223吨，稀土出口额4,300万美元`: each name says by itself what the head says.
    let apart = |(name, ..): &(String, String, Quantity)| name.starts_with(&*head) && *name != head;
    let whole = !head.is_empty() && values.iter().all(apart);
    let head = if whole { String::new() } else { head };
    // The lines’ names say that it is exports and imports.
    let brief = head.trim_end_matches("进出口");
    let [long, brief, short] =
        [&*head, brief, ""].map(|head| start(head, period, (grouping, shown)));
    // `截至2024年11月12个月稀土进出口`
    let tight = if matches!(grouping, Grouping::Sum3 | Grouping::Sum12) {
        long.replacen('的', "", 1).replacen('，', "", 1)
    } else {
        long.clone()
    };
    let changes = matches!(shown, Transformation::YearOnYear | Transformation::OnPrevious);
    let amounts = shown.has_amounts();
    // `稀土出口同比增长5.0%，进口下降20.9%`: the names are the verbs of what the head ends with.
    let joined = (whole || common.flow.is_none() && common.product.is_some())
        && match grouping {
            Grouping::Mean3 | Grouping::Mean12 => false,
            Grouping::Sum3 | Grouping::Sum12 if shown == Transformation::OnPrevious => false,
            _ => changes || amounts,
        };
    let said = |head: &str, counting: &str, count: usize| {
        let mut before = "";
        let named = values.iter().take(count).enumerate();
        let named = named.map(|(place, (name, value, amount))| {
            // `稀土永磁体（总量）5,238吨，美国406吨`: the goods of the line before are not named again.
            let goods = name.split_once('（').map_or("", |(goods, _)| goods);
            let again = !goods.is_empty() && goods == before;
            before = goods;
            let name = match name.get(goods.len()..) {
                Some(rest) if again => rest.trim_matches(['（', '）']),
                _ => name,
            };
            let how = if joined && place == 0 { counting } else { "" };
            // Amounts in one unit are said in one word.
            let alike =
                values.iter().map(|(.., other)| *other).filter(|other| other.unit == amount.unit);
            let largest =
                alike.fold(*amount, |one, other| if other.value > one.value { other } else { one });
            let value = match shown {
                _ if changes => moved(amount.value),
                _ if amounts => side_by_side([*amount, largest])[0].clone(),
                _ => value.clone(),
            };
            beside(name, &format!("{how}{value}"))
        });
        let named = named.collect_vec().join("，");
        let head = if joined { head.to_owned() } else { format!("{head}{counting}：") };
        match values.len() - count {
            0 => beside(&head, &named),
            rest => format!("{}，另有{rest}个序列", beside(&head, &named)),
        }
    };
    // What counts as 100 the subtitle says as well.
    let counting = |base: Option<Period>| {
        let counting = counting(grouping, shown, base, money);
        format!("{kind}{counting}")
    };
    let fits = |own: &String| said(&short, own, values.len()).chars().count() <= LONGEST;
    let counting = Some(counting(base)).filter(fits).unwrap_or_else(|| counting(None));
    as_many_as_fit(LONGEST, [&long, &tight, &brief, &short], values.len(), |head, count| {
        said(head, &counting, count)
    })
}

/// That a line beside others has nothing of the period that the headline tells of.
pub fn no_figure(name: &str, period: Period) -> String {
    format!("{name}：{}没有数据。", period.long())
}

/// None of the lines has anything to show.
pub fn nothing(subject: Subject<'_>) -> String {
    format!("{}没有可显示的数据", subject.within())
}

/// What a number was computed from: `4,416吨，2024年10月为4,753吨`, `15,904吨，上年同期为18,392吨`.
pub fn against((amount, period): (&str, Period), (base, before): (&str, Period)) -> String {
    let name = match period.months {
        months if before != period.years_before(1) || months > 12 => before.long(),
        12 if period.is_year() => "上年".to_owned(),
        1 => "上年同月".to_owned(),
        _ => "上年同期".to_owned(),
    };
    format!("{amount}，{name}为{base}")
}

/// What several months came to, by the month.
pub fn a_month(amount: &str) -> String {
    format!("月均{amount}")
}

/// A share and what it is of.
pub fn part_of(amount: &str, total: &str) -> String {
    format!("总量{total}中的{amount}")
}

/// That joint months, or a year beside months, are drawn at the mean of a month.
pub fn joint(each: Quantity, period: Period) -> String {
    if period.months == 2 { together(each) } else { format!("图中为月均值{}", each.exact()) }
}

/// Why there are months without a running sum or mean.
pub const fn runs_left_out() -> &'static str {
    "其中缺某月，或会拆开1—2月合计数的，不计算滚动合计或均值。"
}

/// What the months of a period come to that was reported as a whole.
pub fn months_come_to(sum: Quantity) -> String {
    format!("各月合计为{}", sum.exact())
}

/// What a hollow dot means among running sums.
pub const fn not_summed() -> &'static str {
    "公布数，与各月之和不同"
}

/// Where running sums are figures reported for exactly their months, which these do not add up to.
pub fn reported_as_a_whole(name: Option<&str>, ends: &[Month]) -> String {
    let ends = ends.iter().map(|month| month.long()).collect_vec().join("、");
    let name = name.map_or_else(String::new, |name| format!("{name}："));
    format!(
        "空心点：{name}截至{ends}的滚动合计或均值采用整段公布的数值，与各月之和不同；与这类点相比的增减幅度因此含有口径差异。"
    )
}

/// The quarters or years that nobody reported, of the line so named where there are several.
pub fn gaps(name: Option<&str>, missing: &[Period], grouping: Grouping) -> String {
    let steps = if grouping == Grouping::Quarter { "个季度" } else { "年" };
    let name = name.map_or_else(String::new, |name| format!("{name}："));
    format!("{name}{}", notes::lacking(missing, "数据", steps, false))
}

/// What can't be shown where nothing can be drawn.
pub const fn called(transformation: Transformation, grouping: Grouping) -> &'static str {
    match transformation {
        // The total has no share of itself, adjusted or not.
        Transformation::Share => "占比",
        _ if matches!(grouping, Grouping::Adjusted) => "季节调整后的序列",
        Transformation::Level | Transformation::LevelAndChange => "序列",
        Transformation::YearOnYear => "同比",
        Transformation::OnPrevious => "环比",
        Transformation::Index => "指数",
    }
}

/// Why nothing of a line can be drawn.
pub const fn none_to_draw(transformation: Transformation) -> &'static str {
    match transformation {
        Transformation::YearOnYear => "所示各期在上年同期没有大于零的数值",
        Transformation::OnPrevious => "所示各期的上一期没有大于零的数值",
        _ => "所示时段内没有相应数据",
    }
}

/// That a year to date has no change on the month before.
pub const fn grows_by_its_months() -> &'static str {
    "年内累计逐月增加，每年1月重新起算"
}

/// That months to date have no index: they are not as many everywhere.
pub const fn unlike_lengths() -> &'static str {
    "年内累计所含月数不同，不可比"
}

/// That the month under study has nothing to show, and what is told of in its place.
pub fn another(asked: Period, shown: Period, grouping: Grouping) -> String {
    let (months, asked) = (asked.months, asked.long());
    // A month has no quarter or year before that is whole; a running total is neither.
    let run = grouping.run().is_some();
    match (months, shown.months, shown.start.number() % 3) {
        (..3, 3, 1) if !run => {
            format!("{asked}所在季度的数据不全，标题取最近的{}。", quarter(shown))
        }
        (..12, 12, _) if !run && shown.is_year() => {
            format!("{asked}所在年份的数据不全，标题取最近的{}。", shown.long())
        }
        _ => format!("{asked}没有此项数据，标题取最近的{}。", shown.long()),
    }
}

/// What is drawn, of lines in several currencies.
pub fn in_moneys(drawn: &str, money: &str) -> String {
    format!("{drawn}（分别以{money}计）")
}

/// That there is nothing of the month asked for, as a headline.
pub fn none_of(asked: Period) -> String {
    format!("{}没有这类数据", asked.long())
}

/// That lines beside each other are not in one currency.
pub fn currencies(all: &str) -> String {
    format!("各序列分别以{all}计，相互比较时包含汇率变动的影响。")
}

/// Why a line is not drawn.
pub fn left_out(name: &str, why: &str) -> String {
    format!("“{name}”未列入：{why}。")
}

/// That a line has no figure that could count as 100: none at all, or that of nothing.
pub fn no_base(base: Period, grouping: Grouping, known: bool) -> String {
    let lacks = if known { "数值为零" } else { "无数据" };
    format!("基期（{}）{lacks}", in_period(base, grouping))
}

/// That no month is known of all lines.
pub const fn no_common_month() -> &'static str {
    "所示时段内没有各序列均大于零的月份，请选择基期"
}

/// That a line is no part of a total.
pub const fn is_total() -> &'static str {
    "所选序列就是总量，占比恒为100%"
}

/// That a line's total is not known.
pub const fn no_total() -> &'static str {
    "相同时期没有总量数据"
}

/// That a line's total is known, and nothing.
pub const fn total_is_zero() -> &'static str {
    "总量为零"
}

/// That no period of a grouping is known in whole.
pub const fn none_whole(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Quarter => "没有完整季度的数据",
        Grouping::Year => "没有完整年份的数据",
        Grouping::Sum3 | Grouping::Mean3 => "没有连续3个月的数据",
        Grouping::Sum12 | Grouping::Mean12 => "没有连续12个月的数据",
        Grouping::YearToDate => "没有从1月起的数据",
        Grouping::Month | Grouping::Adjusted => "所示时段内没有相应数据",
    }
}

/// The name of a plot whose axis is logarithmic.
pub fn logarithmic(name: &str) -> String {
    format!("{name}{LOGARITHMIC}")
}

/// The same of one that a logarithmic axis was asked of and that cannot have it, and why.
pub fn linear(name: &str, changes: bool) -> String {
    let why = if changes { "增减幅度可为负" } else { "有零值" };
    format!("{name}（线性坐标，因{why}）")
}

/// What its axis is.
const LOGARITHMIC: &str = "（对数坐标）";

/// That the data hold nothing of a line.
pub const fn no_figures() -> &'static str {
    "没有相应数据"
}

/// That a logarithmic axis cannot be had.
pub fn no_logarithm(name: &str, period: Period) -> String {
    format!("对数纵轴不能表示零（{name}，{}），已改用线性纵轴。", period.long())
}

/// That changes have no logarithmic axis.
pub const fn changes_are_linear() -> &'static str {
    "增减幅度可能为负，不能用对数坐标，改用线性坐标。"
}

/// The head of a column of shares.
pub fn share_head(name: &str) -> String {
    bracketed(name, "占总量%")
}

/// The head of a column of an index.
pub fn index_head(name: &str) -> String {
    bracketed(name, "指数")
}

/// The head of a column of changes.
pub fn change_head(name: &str) -> String {
    bracketed(name, "增减%")
}

/// The base that an index has where none is chosen.
pub const fn usual_base() -> &'static str {
    "各序列共有的第一个月"
}

/// In which order numbers are made.
pub const fn order() -> &'static str {
    "先将月份合并为季度、年度等时期，再计算增减幅度、占比或指数：季度增减幅度是季度合计的增减幅度。"
}

/// A vertical axis as a choice.
pub const fn scale(logarithmic: bool) -> &'static str {
    if logarithmic { "对数" } else { "线性" }
}

/// An allowance to choose: `Mining quota, tonnes`.
pub fn allowance_to_choose(subject: Subject<'_>, unit: &str) -> String {
    format!("{}（{unit}）", subject.product())
}

/// A series to choose: `Rare earths: exports to Japan, tonnes`.
pub fn to_choose(subject: Subject<'_>, unit: &str) -> String {
    format!("{}（{}）", subject.trade(), money_name(unit))
}
