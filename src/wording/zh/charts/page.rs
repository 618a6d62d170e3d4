//! 图外的页面文字。

use super::super::units::money_name;
use super::heads::with_unit;
use super::sources::date as day;
use crate::trade::{Flow, Period};
use crate::wording::facts::Parts;

/// The questions that charts answer.
pub const fn what() -> &'static str {
    "走势概况"
}

/// The questions that charts answer.
pub const fn season() -> &'static str {
    "是否异常"
}

/// The questions that charts answer.
pub const fn drivers() -> &'static str {
    "构成与价格"
}

/// The document's title.
pub fn title(headline: &str) -> String {
    format!("{headline} · Xenotime")
}

/// The chart in words, for a screen reader.
pub fn description(chart: &str, subtitle: &str, headline: &str, points: usize) -> String {
    let points = match points {
        0 => "没有可画的数据。".to_owned(),
        _ => format!("共{points}个点，可用方向键逐点查看，或见下方表格。"),
    };
    let subtitle = subtitle.trim_end_matches('。');
    format!("图表“{chart}”：{subtitle}。{headline}。{points}")
}

/// What choosing a point leads to, where that is no month.
pub const fn enter_leads() -> &'static str {
    "按Enter键查看该伙伴的图表。"
}

/// A month to choose in whose place another period is shown.
pub fn shown_instead(chosen: &str, shown: &str) -> String {
    format!("{chosen}（图为{shown}）")
}

/// A month to choose that has no figure.
pub fn without_figure(period: Period) -> String {
    format!("{}（无数据）", period.long())
}

/// Whom the other side is called as a part.
pub const fn side(flow: Flow) -> &'static str {
    if matches!(flow, Flow::Import) { "来源地" } else { "目的地" }
}

/// The other way to break a total down.
pub const fn product_line() -> &'static str {
    "商品"
}

/// What the season is taken out of: the total, or each of its parts.
pub fn adjusted(part: Option<Parts>) -> String {
    part.map_or_else(|| "总量（直接法）".to_owned(), |part| format!("各{part}（间接法）"))
}

/// The event that is shown unless one is chosen.
pub const fn last_event() -> &'static str {
    "该月之前最近的事件"
}

/// An event to choose, with its day.
pub fn event(date: &str, title: &str) -> String {
    format!("{}：{title}", day(date))
}

/// A series to choose: product, other side and unit.
pub fn series(product: &str, partner: Option<(Flow, &str)>, unit: &str) -> String {
    let partner =
        partner.map_or_else(String::new, |(flow, name)| format!("，{}{name}", flow.towards()));
    with_unit(&format!("{product}{partner}"), money_name(unit))
}

/// How well forecasts of the series have done.
pub const fn backtest() -> &'static str {
    "本序列的回测"
}

/// What stands there until that is computed.
pub const fn computing() -> &'static str {
    "正在计算……"
}

/// The head of the list of events.
pub const fn events_marked() -> &'static str {
    "图中标注的事件"
}

/// What a list of events beside a chart cannot say.
pub const fn events_prove_nothing() -> &'static str {
    "变化与事件时间相近，并不证明由该事件引起。"
}

/// What stands behind an event's title: what the event was said to mean.
pub fn after_title(effect: &str) -> String {
    format!("。{effect}")
}

/// That a chart can't be shown, and why.
pub fn cannot_be_shown(what: &str, _: &str, (why, _): (&str, &str)) -> String {
    format!("无法显示{what}：{why}")
}

/// The same reason as a sentence.
pub fn reason(why: &str) -> String {
    format!("{why}。")
}

/// What the table holds then.
pub fn what_is_missing(what: &str) -> String {
    format!("{what}所缺的数据")
}

/// That a browser cannot draw.
pub const fn no_canvas() -> &'static str {
    "此浏览器没有可供绘图的画布"
}

/// That its canvas refuses letters.
pub const fn no_letters() -> &'static str {
    "画布无法绘制文字"
}
