//! 统计量缺失的原因，以及所比的基期。

use super::dates::within_a_year;
use super::units::money;
use crate::statistics::{Against, Unavailable};
#[cfg(feature = "whole")]
use crate::trade::Measure;

/// Why a statistic cannot be had.
pub fn unavailable(why: &Unavailable) -> String {
    match why {
        Unavailable::NotReported(period) => format!("{}没有数据", period.long()),
        Unavailable::ReportedTogether(period) => {
            format!("{}只公布了总数，没有分月数据", period.long())
        }
        Unavailable::TooFewYears { known, needed } => match known {
            0 => format!("此前{needed}年都没有同期数据"),
            known => format!("须有此前{needed}年的同期数据，现有{known}年"),
        },
        Unavailable::TooFewMonths { known, needed } => {
            format!("须有{needed}个月的数据，现有{known}个月")
        }
        Unavailable::TooManyMissing { missing, of, zeros } => {
            let zeros = if *zeros { "或不大于零" } else { "" };
            format!("{of}个月中有{missing}个月缺失{zeros}")
        }
        Unavailable::NoValue(period, unit) => {
            format!("{}没有以{}计的金额", period.long(), money(*unit))
        }
        Unavailable::NothingBefore(period) => format!("{}以前没有数据", period.long()),
        Unavailable::NotPositive(period) => format!("{}的数值不大于零", period.long()),
        Unavailable::NothingVaries => "数值变化太小，无法测算".to_owned(),
        Unavailable::ZeroBaseline => "基数为零".to_owned(),
        Unavailable::NotForTwoMonths => "两个月的合计数不能与单月比较".to_owned(),
        Unavailable::WholeYears => "需要月度数据，而这里只有年度数据".to_owned(),
        Unavailable::WholeQuarters => "需要月度数据，而这里只有季度数据".to_owned(),
        Unavailable::LongerPeriods => "需要月度数据，而这里的数据跨几个月".to_owned(),
        why => of_parts(why),
    }
}

/// The same for a headline that has no room for all of it: here it always has.
pub const fn briefly(_: &Unavailable) -> String {
    String::new()
}

/// Why a trade cannot be broken down or an event be measured, which only the whole module does.
#[cfg(feature = "whole")]
fn of_parts(why: &Unavailable) -> String {
    match why {
        Unavailable::TooFewMonthsBefore { known, needed } => match known {
            0 => format!("事件之前须有{needed}个月的可用数据，可用数据始于事件之后"),
            _ => format!("事件之前须有{needed}个月的数据，现有{known}个月"),
        },
        Unavailable::TooFewMonthsAround { known, needed } => {
            format!("到事件后一年为止须有{needed}个月的数据，现有{known}个月")
        }
        Unavailable::TooFewMonthsAfter { known, needed } => {
            format!("事件当月起须有{needed}个月的数据，现有{known}个月")
        }
        Unavailable::NoMoney => "数据中没有金额".to_owned(),
        Unavailable::NoQuantity(period) => format!("{}的数量为零", period.long()),
        Unavailable::NoneGivesBoth(period) => {
            format!("{}没有一个贸易伙伴金额、数量俱全", period.long())
        }
        Unavailable::NoTotal { period, unit } => {
            let what = match unit.measure() {
                Measure::Value => "金额".to_owned(),
                Measure::Volume => "数量".to_owned(),
                Measure::Quantity => format!("以{}计的数量", unit.words()),
            };
            format!("{}没有{what}合计，因有伙伴没有{what}", period.long())
        }
        Unavailable::NothingStayed(period) => {
            format!("{}出口超过产量与进口之和", period.long())
        }
        Unavailable::NoMix(..) => {
            "两期金额、数量俱全且大于零、数量单位与总量相同的组成部分不足两个".to_owned()
        }
        Unavailable::NoParts(period, earlier) => {
            format!("{}和{}的分项数据不全", period.long(), earlier.long())
        }
        Unavailable::NoPart(period) => format!("{}没有分项数据", period.long()),
        Unavailable::NoLines { what, unit: None } => format!("数据中没有相应的{what}"),
        Unavailable::NoLines { what, unit: Some(unit) } => {
            format!("数据中没有按{what}细分、以{}计的数据", money(*unit))
        }
        Unavailable::OnePartner => "与单一伙伴的贸易不能按伙伴细分".to_owned(),
        Unavailable::OneGroup => "与国家集团的贸易不按成员细分".to_owned(),
        Unavailable::PartsExceed(period) => format!("{}所列分项之和超过总量", period.long()),
        Unavailable::NoEvents => "数据中没有列出事件".to_owned(),
        Unavailable::NotWhole { known: 0, .. } => "没有一个月份各项之和等于总量".to_owned(),
        Unavailable::NotWhole { known, of, latest } => {
            format!("{of}个月中只有{known}个月各项之和等于总量，{}不等", latest.long())
        }
        Unavailable::FewParts => {
            "能够调整的分项（单独或合并）不足两个，调整要求各月数值均大于零".to_owned()
        }
        Unavailable::NoOutlines => "地图轮廓未能加载".to_owned(),
        Unavailable::Placeless => "数据中没有带ISO代码的国家或地区".to_owned(),
        Unavailable::NoPeriod => {
            "与均值或此前最高值的差异无法拆分，请改为环比、同比或累计同比".to_owned()
        }
        _ => String::new(),
    }
}

/// Nothing is broken down there.
#[cfg(not(feature = "whole"))]
const fn of_parts(_: &Unavailable) -> String {
    String::new()
}

/// What a change is compared with.
pub fn against(against: &Against) -> String {
    match against {
        Against::Period(period) => period.long(),
        Against::Mean(period, first, last) => {
            format!("{first}—{last}年{}均值", within_a_year(*period))
        }
        Against::Median(period, first, last) => {
            format!("{first}—{last}年{}中位数", within_a_year(*period))
        }
        Against::Record(period) => format!("此前最高值（{}）", period.long()),
    }
}
