//! 趋势、季节与不规则成分。

use super::super::direction::{Direction, before_baseline, moved, place};
use super::super::numbers::{exact, percent, percent_size};
use super::super::subject::Subject;
use super::notes::spans;
use super::parts::one;
use super::seasonal::probability;
use crate::statistics::Unavailable;
use crate::statistics::seasonal::{Filling, Seasonality, Test, Verdict};
use crate::trade::{Month, Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::Parts;

/// The chart's name.
pub const fn label() -> &'static str {
    "季节分解"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[
        (
            "季节分解",
            "季节调整：先从对数序列中剔除回归估计的交易日、2月天数以及数据所涉日期不固定的节日的影响，再以稳健STL（Cleveland、Cleveland、McRae、Terpenning，1990）剔除季节成分：季节窗宽13（零次），趋势窗宽21、低通窗宽13（均为一次），内循环2次，外循环2次；季节因子的平均值调整为1，使调整后的合计与原合计大致相等。分解需要每个月的数据：没有单独公布的月份按附注所述补足，图中以空心点表示；缺失超过七分之一的不作分解。后续月份会使结果修订，修订幅度另行说明。季节强度和趋势强度：1 − Var(不规则成分) / Var(该成分 + 不规则成分)，不小于0（Wang、Smith、Hyndman，2006）。诊断：调整后环比变化的QS，标准化预测误差的Ljung–Box（12阶）和Jarque–Bera。",
        ),
        (
            "直接调整与间接调整",
            "直接法从总量中剔除季节成分；间接法从各目的地或各商品中分别剔除，再加总（欧盟统计局《ESS季节调整指南》，2015）。间接法要求每个月各项之和与总量相差不超过0.5%或舍入误差，差额按比例分摊。不能单独调整的分项（如某月为零）合并后一并调整，必要时并入其余分项中最小的。",
        ),
        (
            "季节性检验",
            "对剔除交易日和节日影响后的对数环比序列检验：QS（Maravall，2012；12和24个月自相关，χ²，自由度2）、弗里德曼检验（Friedman，1937；整年内的秩）和克鲁斯卡尔—沃利斯检验（Kruskal–Wallis，1952；按月份的秩），后两者χ²自由度11。三项中有两项p < 0.01的，认定存在季节性；三项均p > 0.1的，认定不存在；其余为结论不一。",
        ),
    ]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "季节分解"
}

/// What is drawn.
pub fn subtitle(unit: &str, from: Month, to: Month) -> String {
    format!(
        "月度数据，单位：{unit}，{}—{}。观测值＝趋势×（季节与日历因素）×不规则成分",
        from.short(),
        to.short()
    )
}

/// The four panels, the observed one first.
pub fn panels(unit: Unit) -> [String; 4] {
    [
        format!("观测值（{}）", unit.symbol()),
        format!("趋势（{}）", unit.symbol()),
        "季节与日历（偏离趋势，%）".to_owned(),
        "不规则成分（偏离趋势与季节，%）".to_owned(),
    ]
}

/// A line of the plot.
pub const fn observed() -> &'static str {
    "观测值"
}

/// A month that was filled in.
pub const fn filled_in() -> &'static str {
    "补足：未单独公布"
}

/// What was reported of an adjusted month.
pub fn reported(amount: Quantity) -> String {
    format!("公布值为{}", amount.exact())
}

/// How a month was filled.
pub const fn filling(filling: Filling) -> &'static str {
    match filling {
        Filling::None => "",
        Filling::Split => "由合计数拆分",
        Filling::Expected => "未公布，由回归估计",
    }
}

/// How sure it is that there is a season; none where that can't be tested.
pub const fn evidence(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Seasonal) => "季节性证据充分",
        Some(Verdict::NotSeasonal) => "没有季节性证据",
        Some(Verdict::Undecided) => "季节性检验结论不一",
        None => "月份太少，无法检验季节性",
    }
}

/// Where the month under study has no adjusted figure.
pub fn headline_without_month(subject: Subject<'_>, evidence: &str) -> String {
    format!("{}（季节调整后）：{evidence}", subject.start())
}

/// The month under study seasonally adjusted, on the month before.
pub fn headline(
    subject: Subject<'_>,
    amount: Quantity,
    month: Month,
    on_the_month: Option<f64>,
) -> String {
    let moved = on_the_month.map_or_else(String::new, |change| format!("，环比{}", moved(change)));
    format!(
        "{}{}经季节调整为{}{moved}",
        month.long(),
        super::super::subject::measured(&subject, amount.unit),
        amount.rounded(),
    )
}

/// Three months on the three before, adjusted; `estimated` are those of the six that nobody reported.
pub fn three_on_three(month: Month, change: f64, estimated: &[Month]) -> String {
    let estimated = match estimated.len() {
        0 => String::new(),
        _ => format!("（其中{}为估计值）", listed(estimated)),
    };
    format!("经季节调整，截至{}的3个月比此前3个月{}{estimated}。", month.long(), moved(change))
}

/// What the season does to a month, and what its calendar does: as a smoothing has it, with how sure it is
/// that there is a season.
pub fn usual(month: Month, season: f64, calendar: f64, evidence: &str) -> String {
    let calendar = if calendar.abs() < 0.05 {
        String::new()
    } else {
        format!("；当年日历因素的影响为{}", percent(calendar))
    };
    format!(
        "{evidence}。按STL平滑（公布后续月份后可能修订），{}{}趋势{}{calendar}。",
        month.name(),
        before_baseline(season),
        place(season)
    )
}

/// How sure it is that there is a season, alone.
pub fn begin(evidence: &str) -> String {
    format!("{evidence}。")
}

/// How strong season and trend are.
pub fn strengths(season: f64, trend: f64) -> String {
    format!("以0至1计，季节强度为{}，趋势强度为{}。", exact(season, 2), exact(trend, 2))
}

/// Why there is no test.
pub fn no_test(why: &Unavailable) -> String {
    format!("未作季节性检验：{why}。")
}

/// What the tests for a season found.
pub fn tests(tests: &Seasonality) -> String {
    let words = |name: &str, test: &Option<Test>, of: &str| {
        let test = test.as_ref()?;
        let (statistic, p) = (exact(test.statistic, 1), probability(test.p));
        Some(format!("{name}（统计量{statistic}，{}{of}，{p}）", test.count))
    };
    let parts = [
        words("QS检验", &tests.qs, "个环比值"),
        words("弗里德曼检验", &tests.friedman, "个整年"),
        words("克鲁斯卡尔—沃利斯检验", &tests.kruskal_wallis, "个环比值"),
    ];
    // That they disagree has been said.
    let verdict = match tests.verdict {
        Verdict::Seasonal => "；至少两项在1%水平上认定存在季节性",
        Verdict::NotSeasonal => "；没有一项在10%水平上认定存在季节性",
        Verdict::Undecided => "",
    };
    let found = parts.into_iter().flatten().collect_vec().join("，");
    format!("对环比的季节性检验：{found}{verdict}。")
}

/// What is left over: tests of the season left, of autocorrelation and of normality.
pub fn diagnostics(tests: [&Option<Test>; 3]) -> String {
    let names = [
        "调整后序列的残余季节性（QS）",
        "预测误差的自相关（Ljung–Box）",
        "预测误差的非正态性（Jarque–Bera）",
    ];
    let words = |(name, test): (&str, &Option<Test>)| {
        test.as_ref().map(|test| format!("{name}{}", probability(test.p)))
    };
    let left = names.into_iter().zip(tests).filter_map(words).collect_vec();
    if left.is_empty() {
        String::new()
    } else {
        format!("诊断（p值小，表示存在该项问题）：{}。", left.join("；"))
    }
}

/// How far adjusted figures were revised since each was the latest: their mean size, and the most.
pub fn revised(months: usize, mean: f64, (month, most): (Month, f64)) -> String {
    let most = format!("{}（{}）", month.long(), percent(most));
    if months == 1 {
        return format!("季节调整值自首次计算以来的修订：{most}。");
    }
    format!(
        "随着后续月份公布，最近{months}个月的季节调整值平均修订{}，修订最大的是{most}。",
        percent_size(mean)
    )
}

/// A line of the plot.
pub fn from_parts(part: Parts) -> String {
    format!("由各{}调整", one(part))
}

/// A month adjusted from the parts, and how far from the direct figure that is, in percent.
pub fn month_from_parts(part: Parts, month: Month, amount: Quantity, difference: f64) -> String {
    let size = percent_size(difference);
    let level = match Direction::of(difference) {
        Direction::Up => format!("比直接法高{size}"),
        Direction::Down => format!("比直接法低{size}"),
        Direction::Unchanged => "与直接法相同".to_owned(),
    };
    format!(
        "分别调整各{}再加总（间接法），{}为{}，{level}。",
        one(part),
        month.long(),
        amount.rounded()
    )
}

/// How far the two adjustments lie apart: in the median month, and at most.
pub fn apart(typical: f64, largest: f64, month: Month) -> String {
    if largest.abs() < 0.05 {
        return "各月直接法与间接法的结果相差均不到0.1%。".to_owned();
    }
    let typical = if typical < 0.05 { "不到0.1%".to_owned() } else { percent_size(typical) };
    format!(
        "各月直接法与间接法结果之差的中位数为{typical}，最大为{}（{}）。",
        percent_size(largest),
        month.long()
    )
}

/// Which parts were adjusted one by one, and which as one.
pub fn adjusted_parts(alone: &[String], together: &[String]) -> String {
    let mut words = String::new();
    if !alone.is_empty() {
        words += &format!("单独调整：{}。", alone.join("、"));
    }
    if !together.is_empty() {
        words += &format!("合并调整：{}。", together.join("、"));
    }
    words
}

/// Why there is no adjustment from the parts.
pub fn no_indirect(part: Parts, why: &Unavailable) -> String {
    format!("无法由各{}作间接调整：{why}。", one(part))
}

/// Months that were split.
pub fn split(months: &[Month], holiday: Option<&str>) -> String {
    let holiday = holiday.map_or_else(String::new, |holiday| format!("与{holiday}"));
    format!(
        "季节分解需要每个月的数据。{}只公布了合计数，由含季节{holiday}的回归拆分，合计不变（空心点）。",
        listed(months)
    )
}

/// Months that were estimated.
pub fn estimated(months: &[Month]) -> String {
    format!("{}没有公布，采用按前后各月水平的回归估计值（空心点）。", listed(months))
}

fn listed(months: &[Month]) -> String {
    spans(&months.iter().copied().map(Period::month).collect_vec())
}

/// What is taken out before the season.
pub fn calendar(holiday: Option<&str>) -> String {
    let calendar = holiday.map_or_else(
        || "交易日和2月天数".to_owned(),
        |holiday| format!("交易日、2月天数和{holiday}"),
    );
    format!(
        "{calendar}的影响能改善拟合的，先于季节成分剔除。不规则成分中的圆点为离群值和暂时变化，与“水平漂移”图相同。"
    )
}

/// That the months begin after a gap.
pub fn begins_after_gap(first: Month) -> String {
    format!("序列自{}起：此前有一年以上的数据空缺。", first.long())
}

/// That the months begin after one without a logarithm.
pub fn begins_after_zero(first: Month, period: Period) -> String {
    format!("序列自{}起：{}的数值不大于零，没有对数。", first.long(), period.long())
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}：季节调整值、趋势、季节与不规则成分", subject.start())
}
