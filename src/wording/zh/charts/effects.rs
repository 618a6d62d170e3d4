//! 事件之后的水平。

use super::super::fitting::LONGEST;
use super::super::numbers::percent;
use super::super::subject::{Subject, valued};
use super::page::events_prove_nothing;
use super::seasonal::from_on;
use super::sources::date;
use crate::statistics::Unavailable;
use crate::statistics::seasonal::{EventEffect, Joint, MOST_AFTER};
use crate::trade::{Event, Month, Unit};

/// The chart's name.
pub const fn label() -> &'static str {
    "事件前后"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "事件前后",
        "间断时间序列（Box、Tiao，1975）：在含趋势、季节和AR(1)误差的回归（同“水平漂移”）中加入自事件当月起的水平变化，取事件前10年、事件当月起至多12个月的数据，以限制性最大似然（REML）对AR(1)系数取平均。事件前须有24个月，当月起须有3个月，合计须有36个月。图中区间对所示全部事件同时成立（Bonferroni，95%）；显著性按霍尔姆法（Holm，1979）判断。该方法假定同期没有其他变化，而实际很少如此。",
    )]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "事件前后的水平"
}

/// A step that is more than chance.
pub const fn significant() -> &'static str {
    "显著"
}

/// One that may be chance.
pub const fn not_significant() -> &'static str {
    "不显著"
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>) -> String {
    format!(
        "{}：各事件当月起至多{MOST_AFTER}个月的水平变化（%）；横线为联合95%区间",
        subject.start()
    )
}

/// A step's interval among all events.
fn interval(joint: &Joint) -> String {
    format!("联合95%区间为{}至{}", percent(joint.interval_95.0), percent(joint.interval_95.1))
}

/// How sure a step is, and what it is measured by.
pub fn note(effect: &EventEffect, joint: &Joint) -> String {
    format!(
        "{}；{}起{}个月与此前{}个月相比",
        interval(joint),
        effect.month.long(),
        effect.after,
        effect.before
    )
}

/// How the level differed after an event.
pub fn headline(
    subject: Subject<'_>,
    unit: Unit,
    event: &str,
    effect: &EventEffect,
    joint: &Joint,
) -> String {
    let month = effect.month.long();
    let trade = valued(subject.trade(), subject.flow, unit);
    if joint.clear {
        return format!("{month}{event}后，{trade}的水平变化为{}", percent(effect.percent));
    }
    format!("{month}{event}后，{trade}未测出明确变化")
}

/// That there is nothing to show of the event asked for, as a headline.
pub fn no_step(subject: Subject<'_>, event: &Event, why: &Unavailable) -> String {
    let why = match why {
        Unavailable::TooFewMonthsBefore { known, needed } if *known > 0 => {
            format!("此前须有{needed}个月的数据，现有{known}个月")
        }
        why => why.to_string(),
    };
    let (month, name) = (event.month.long(), event.short());
    let said = format!("无法估计{month}{name}后{}的水平变化：{why}", subject.trade());
    if said.chars().count() > LONGEST {
        return format!("无法估计{month}{name}后{}的水平变化", subject.trade());
    }
    said
}

/// Why the event asked for is not the one that is shown.
pub fn asked_in_vain(event: &Event, why: &Unavailable) -> String {
    format!(
        "“{}”（{}）的水平变化无法估计：{why}。图中为另一事件。",
        event.title(),
        date(&event.date)
    )
}

/// Why an event after the month is the one that is shown.
pub fn none_up_to(month: Month) -> String {
    format!("{}及以前的事件，水平变化均无法估计。图中为其后第一个可以估计的事件。", month.long())
}

/// Which figures are credited.
pub fn credit(month: Month) -> String {
    format!("{}各月", from_on(month))
}

/// What the event was, how sure its step is, and what that can't say.
pub fn finding(event: &Event, effect: &EventEffect, joint: &Joint, count: usize) -> String {
    let together =
        if count > 1 { format!("，对全部{count}个事件同时成立") } else { String::new() };
    format!(
        "{}：{}。{}的水平变化为{}（{}{together}），根据事件前{}个月和当月起{}个月估计。其中含同期其他因素的影响；它只说明水平变化，不说明原因。",
        date(&event.date),
        event.title(),
        from_on(effect.month),
        percent(effect.percent),
        interval(joint),
        effect.before,
        effect.after
    )
}

/// How the steps are judged.
pub fn judged() -> String {
    format!(
        "{}图中区间对所示全部事件同时成立，显著性按霍尔姆法判断，结果对误差的AR(1)系数取平均。相隔不到一年的事件共用部分月份，其水平变化无法区分。",
        events_prove_nothing()
    )
}

/// Which events are not drawn.
pub fn not_drawn() -> String {
    "事件前不足24个月、当月起不足3个月或合计不足36个月的事件不画出，仅在表中列明原因。".to_owned()
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}：各事件的水平变化", subject.start())
}
