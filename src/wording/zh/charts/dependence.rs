//! 进口与指标、产量并列。

use super::super::quantity::side_by_side;
use std::borrow::Cow;

use super::super::direction::{Direction, moved, moved_points};
use super::super::joining::beside;
use super::super::subject::Subject;
use super::notes::spans;
use super::parts::share;
use crate::statistics::Unavailable;
use crate::trade::{Period, Unit};
use crate::util::CollectVec as _;
pub use crate::wording::facts::Path;
use crate::wording::facts::{Turn, is_nothing};

/// The chart's name.
pub const fn label() -> &'static str {
    "进口占比"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "进口占比",
        "进口占比：进口除以进口与产量（没有产量的年份用指标）之和。表观消费量：进口加产量（或指标）减出口。净进口依存度：进口减出口，再除以表观消费量（与美国地质调查局《矿产品概要》的算法相同，但不计库存）。",
    )]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "进口占比"
}

/// What is lacking then, one of it.
pub const fn one() -> &'static str {
    "指标"
}

/// That what imports are measured against is known for no part of the goods, nor for what is made of them.
pub fn of_all_alone(basis: &str, goods: &str) -> String {
    format!("{basis}只有全部{goods}的数据")
}

/// What is drawn.
pub fn subtitle(unit: Unit, quota: &str, production: Option<&str>, basis: &str) -> String {
    let supply =
        production.map_or_else(|| quota.to_owned(), |production| format!("{quota}、{production}"));
    format!(
        "上：{supply}、进口和出口，年度数据，单位：{}；下：进口占“进口量＋{basis}”的比重",
        unit.words(),
    )
}

/// The lower panel.
pub const fn share_panel() -> &'static str {
    "进口占比（%）"
}

/// What its line shows of a year.
pub fn share_of(basis: &str) -> String {
    format!("进口占“进口量＋{basis}”的比重")
}

/// What a year lacks of a side.
pub fn lacks(side: &str, why: &Unavailable) -> String {
    match why {
        Unavailable::NotReported(period) => format!("{}无{side}数据", period.long()),
        _ => format!("{side}：{why}"),
    }
}

/// `进口`.
pub const fn imports() -> &'static str {
    "进口"
}

/// `出口`.
pub const fn exports() -> &'static str {
    "出口"
}

/// The last year's share.
pub fn headline(subject: Subject<'_>, part: f64, (basis, _): (&str, bool), year: i32) -> String {
    let (goods, part) = (beside(&subject.reporter(), &subject.product()), share(part));
    format!("{year}年{goods}进口相当于进口量与{basis}之和的{part}")
}

/// Which figures are credited.
pub fn credit(what: &str, year: i32) -> String {
    format!("{year}年{what}")
}

/// How the share moved, and what that can and cannot say.
pub fn finding(path: &Path<'_>) -> String {
    let basis = path.basis;
    let amounts = path.amounts.map_or_else(String::new, |(year, imports, supply)| {
        let [imports, supply] = side_by_side([imports, supply]);
        format!("{year}年进口{imports}，{basis}{supply}。")
    });
    let shares = path.shares.iter().map(|(year, part)| format!("{year}年{}", share(*part)));
    let turn = path.turn.as_ref().map_or_else(String::new, |turn| turned(turn, basis));
    let others = match path.others.0.as_slice() {
        [] => String::new(),
        years => {
            format!("{}没有{basis}数据，改用{}。", listed(years), path.others.1)
        }
    };
    let lacking = |flow: &str, years: &[i32]| match years {
        [] => String::new(),
        years => format!("{}没有全年{flow}数据。", listed(years)),
    };
    let lacking = lacking(imports(), &path.lacking[0]) + &lacking(exports(), &path.lacking[1]);
    format!(
        "{amounts}进口占比（占“进口量＋{basis}”的比重）：{}。{turn}{others}{lacking}",
        shares.collect_vec().join("，")
    )
}

/// How the share moved in the last year, and what moved it.
fn turned(turn: &Turn, basis: &str) -> String {
    let fell = Direction::of(turn.points) == Direction::Down;
    format!(
        "{}年进口占比{}：进口{}，{basis}{}{}。",
        turn.year,
        moved_points(turn.points),
        moved(turn.imports),
        // An estimate or a quota that is repeated says nothing of what was produced.
        if is_nothing(turn.basis) { "数值不变".to_owned() } else { moved(turn.basis) },
        if fell { "；这并不说明国内供应替代了进口" } else { "" }
    )
}

fn listed(years: &[i32]) -> String {
    spans(&years.iter().copied().map(Period::year).collect_vec())
}

/// What the share shows.
pub fn meaning() -> String {
    "进口占比反映进口量与产量（或指标）的对比。".to_owned()
}

/// What it cannot.
pub fn limits(limits: &str) -> String {
    format!("进口占比的局限：{limits}。")
}

/// What fewer imports can't say.
pub fn no_independence() -> String {
    "如果进口减少是由于国外供应中断，进口占比下降并不意味着实际依赖减轻。".to_owned()
}

/// What production is for.
pub fn role(role: &str) -> String {
    format!("{role}。")
}

/// What the source says of some years' production, each clause once.
pub fn remarks(said: &[(Period, Cow<'_, str>)]) -> String {
    let mut clauses: Vec<(&str, Vec<Period>)> = Vec::new();
    for (period, note) in said {
        for clause in note.split('；').map(str::trim) {
            match clauses.iter_mut().find(|(own, _)| *own == clause) {
                Some((_, periods)) => periods.push(*period),
                None => clauses.push((clause, vec![*period])),
            }
        }
    }
    let said = clauses.iter().map(|(clause, periods)| format!("{clause}（{}）", spans(periods)));
    format!("资料来源的说明：{}。", said.collect_vec().join("；"))
}

/// What the table holds.
pub fn caption(quota: &str, production: &str) -> String {
    format!("历年{quota}、{production}、进口、出口和进口占比")
}
