//! 各图的文字，一图一文件。

pub mod additions;
pub mod figures;
pub mod heads;
pub mod notes;
pub mod opening;
pub mod page;
pub mod parts;
pub mod seasonal;
pub mod sentence;
pub mod sources;

use crate::query::every_chart;

/// 每张图的文字各为一个模块。
macro_rules! modules {
    ($($room:ident { $($chart:ident)* })*) => {
        $($(pub mod $chart;)*)*
    };
}

every_chart!(modules);
