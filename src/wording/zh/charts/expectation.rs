//! 根据此前各月对每个月的预测。

use super::super::direction::{Direction, before_baseline, place};
use super::super::numbers::{exact, percent_size, rounded};
use super::super::quantity::side_by_side;
use super::super::subject::{Subject, measured};
use super::sources::date as day;
use crate::statistics::seasonal::{Expectation, Ordinary, Weights};
use crate::trade::{Month, Period, Quantity, Unit};
pub use crate::wording::facts::Fall;

/// The chart's name.
pub const fn label() -> &'static str {
    "预测"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[
        (
            "预测",
            "对此前10年的对数序列以广义最小二乘法拟合多个回归，按赤池权重（AICc）加权平均：含或不含线性趋势、交易日与2月天数，以及数据集所选、对该项贸易有影响的日期不固定的节日（春节：节后两周和节前三周）；傅里叶项零至六对；误差为AR(1)或局部水平。航空（airline）模型ARIMA (0,1,1)(0,1,1)₁₂占一半权重。区间按自由度为5的t分布（贸易数据的极端值多于正态分布），方差由各模型估计。预测某月须有此前36个月的数据；不使用此后的数据，但此前的数据采用最新数值（或所选日期所知的数值），包含修订。季节、节日和趋势各自的结果，以及前几个月水平的影响，分别列出。1月和2月合并公布的，以两个月各行的均值作为一行。模型假定今后各月与以往相似，对新的政策法规一无所知。春节日期（1900—2100年）据香港天文台。",
        ),
        (
            "少见、异常",
            "80%区间之外、95%区间之内为少见；95%区间之外为异常。仅凭偶然，平均每20个月有1个月异常；一年内至少出现一次的概率为46%。处于80%区间之内，并不说明什么也没有发生。",
        ),
    ]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "预测"
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, unit: Unit) -> String {
    let (trade, unit) = (subject.start(), unit.words());
    format!(
        "{trade}，月度数据，单位：{unit}。粗线为实际值，细线为据此前各月作出的预测中位数，阴影为80%和95%预测区间"
    )
}

/// The lines and bands of the plot.
pub const fn key() -> [&'static str; 4] {
    ["实际值", "预测中位数", "80%区间", "95%区间"]
}

/// A forecast of a period that has no figure yet.
pub fn forecast(period: Period) -> String {
    format!("{}预测", period.short())
}

/// What stands at the month under study.
pub fn at_the_month(period: Period, amount: &str, expected: bool) -> String {
    let word = if expected { "预测" } else { "" };
    format!("{}{word} {amount}", period.short())
}

/// `4,669吨（95%区间为3,149吨至6,924吨）`.
fn interval(found: &Expectation, unit: Unit, decimals: u8) -> String {
    let (low, high) = found.interval_95;
    format!(
        "{}（95%区间为{}至{}）",
        rounded(found.median, decimals, unit),
        rounded(low, decimals, unit),
        rounded(high, decimals, unit)
    )
}

/// What was expected, and how the figure is judged by it.
pub fn note(found: &Expectation, unit: Unit, decimals: u8) -> String {
    let expected = interval(found, unit, decimals);
    match found.ordinary() {
        Some(judged) => format!("预测值{expected}：{}", judged.word()),
        // The point itself is the forecast.
        None => {
            let (low, high) = found.interval_95;
            let [low, high] = [low, high].map(|end| rounded(end, decimals, unit));
            format!("预测值，95%区间为{low}至{high}；{}", no_figure_yet())
        }
    }
}

/// That there is nothing to judge.
pub const fn no_figure_yet() -> &'static str {
    "尚无数据"
}

/// What is expected of a period to come.
pub fn headline_ahead(
    subject: Subject<'_>,
    found: &Expectation,
    unit: Unit,
    decimals: u8,
) -> String {
    let trade = measured(&subject, unit);
    format!("{}{trade}尚无数据，模型预测为{}", found.period.long(), interval(found, unit, decimals))
}

/// How the figure compares with its forecast.
pub fn headline(
    subject: Subject<'_>,
    period: Period,
    actual: Quantity,
    judged: Ordinary,
    expected: Quantity,
) -> String {
    let was = match judged {
        Ordinary::Ordinary => "在80%区间内",
        Ordinary::Uncommon => "少见，但仍在95%区间内",
        Ordinary::Unusual => "异常，在95%区间之外",
    };
    let trade = measured(&subject, actual.unit);
    let [actual, expected] = side_by_side([actual, expected]);
    format!("{}{trade}为{actual}，{was}（模型预测{expected}）", period.long())
}

/// Why there is no forecast.
pub fn none(period: Period, (why, _): (&str, &str)) -> String {
    format!("{}没有预测：{why}", period.long())
}

/// Why there is none of a month before the figures that forecasts go by.
pub fn before(month: Month, first: Month) -> String {
    format!("{}没有预测：连续数据始于{}", month.long(), first.long())
}

/// That it is not in view.
pub fn not_shown(month: Month) -> String {
    format!("{}的预测不在所示时段内", month.long())
}

/// Fewer of the same month than this are few to judge by.
const FEW: usize = 5;

/// How much stands behind a forecast.
pub fn behind(found: &Expectation) -> String {
    let only = if found.years < FEW { "仅" } else { "" };
    let same = match found.period.months {
        1 => format!("{}{only}有{}个", found.period.start.name(), found.years),
        12 => format!("{only}有{}个全年", found.years),
        _ => format!("1—2月{only}有{}个", found.years),
    };
    format!("预测依据此前{}个月，其中{same}。", found.months)
}

/// A bound in percent without its sign, which is not nothing.
fn at_least(percent: f64) -> String {
    match Direction::of(percent) {
        Direction::Unchanged => "不到0.1%".to_owned(),
        _ => percent_size(percent),
    }
}

/// Where a figure fell among what was expected.
pub fn fall(fall: &Fall) -> String {
    // One in a hundred is as far as a few dozen months can tell.
    let chance = |share: f64| exact((share * 100.0).clamp(1.0, 99.0), 0);
    let (tail, word) =
        if fall.below < 0.5 { (fall.below, "更低") } else { (1.0 - fall.below, "更高") };
    let verdict = match fall.judged {
        Some(Ordinary::Ordinary) => format!(
            "数值在80%区间之内（模型认为实际值有80%的可能落在比预测低{}至高{}之间）",
            at_least(fall.least_told.0),
            at_least(fall.least_told.1)
        ),
        Some(Ordinary::Uncommon) => "数值在80%区间之外、95%区间之内".to_owned(),
        _ => "数值在两个区间之外（仅凭偶然，平均每20个月也有1个月如此）；模型不说明原因".to_owned(),
    };
    let between = |ends: [Quantity; 2]| side_by_side(ends).join("至");
    format!(
        "{}{}预测中位数{}{}。80%区间为{}，95%区间为{}：{verdict}。模型认为出现这一数值或{word}数值的概率约为{}%。",
        fall.actual.exact(),
        before_baseline(fall.gap),
        fall.median.rounded(),
        place(fall.gap),
        between(fall.interval_80),
        between(fall.interval_95),
        chance(tail),
    )
}

/// What season, holiday and trend alone give, and what the months just before add to it.
pub fn carried(holiday: bool, alone: Quantity, carried: f64) -> String {
    let holiday = if holiday { "、春节" } else { "" };
    format!(
        "仅按季节{holiday}和趋势推算为{}；计入前几个月的水平后{}。",
        alone.rounded(),
        adjusted(carried)
    )
}

/// `上调11.6%`, `下调3.0%`, `不变`.
fn adjusted(percent: f64) -> String {
    match Direction::of(percent) {
        Direction::Up => format!("上调{}", percent_size(percent)),
        Direction::Down => format!("下调{}", percent_size(percent)),
        Direction::Unchanged => "不变".to_owned(),
    }
}

/// How many months were unusual, beside how many chance alone would make so.
pub fn flagged(judged: usize, unusual: usize) -> String {
    format!(
        "已检验的{judged}个月中有{unusual}个月判为异常；仅凭偶然，约有{}个月会如此。",
        (judged + 10) / 20
    )
}

/// Which models were averaged.
pub fn models(
    (period, window): (Period, usize),
    weights: &Weights,
    holiday: Option<&str>,
    airline: bool,
) -> String {
    let share = |share: f64| format!("{}%", exact(share * 100.0, 0));
    let errors = if weights.level > 0.995 {
        "局部水平".to_owned()
    } else {
        format!(
            "局部水平{}，其余为AR(1)误差，系数平均{}",
            share(weights.level),
            exact(weights.share, 2)
        )
    };
    let holiday =
        holiday.map_or_else(String::new, |name| format!("，{name}{}", share(weights.new_year)));
    let airline = if airline {
        "，再与航空模型ARIMA (0,1,1)(0,1,1)₁₂各占一半权重"
    } else {
        ""
    };
    format!(
        "{}的预测对最近{window}个月的{}个回归模型按赤池权重取平均（各项设定的权重：{errors}；趋势{}，交易日{}{holiday}；傅里叶项平均{}对）{airline}。",
        period.long(),
        exact(weights.models as f64, 0),
        share(weights.trend),
        share(weights.trading_days),
        exact(weights.pairs, 1),
    )
}

/// What each month is judged against.
pub fn as_known(on: Option<&str>) -> String {
    let known =
        on.map_or_else(|| "最新数值".to_owned(), |date| format!("截至{}所知的数值", day(date)));
    format!("判断各月时，此前数据采用{known}（含修订），不是各月当时所知的数值。")
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}：据此前各月对每个月的预测", subject.start())
}
