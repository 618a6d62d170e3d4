//! 链接中无法识别的内容。

use crate::query::Problem;

/// What an address asks for and cannot have.
pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NotUnderstood { name, found, .. } => {
            format!("链接中的参数“{name}”取值“{found}”无效，已改用默认值。")
        }
        #[cfg(feature = "whole")]
        Problem::TooMany { name, found, taken } => {
            format!("链接中的参数“{name}”列有{found}项，只显示其中有效的前{taken}项。")
        }
        Problem::Reversed(from, to) => {
            format!(
                "链接中的时间范围从{}到{}，终点早于起点，已改为显示全部时段。",
                from.long(),
                to.long()
            )
        }
    }
}
