//! 命令写法上的错误。

use super::super::parameters::one_of;

words! {
    no_command: "未指定命令",
    not_unicode: "有参数不是有效的Unicode文本",
    not_understood: "无法识别该命令",
    period: "月份和月数，格式为YYYY-MM/N",
    whole_number: "不小于1的整数",
}

/// A whole number from 1 to the most.
pub fn whole_number_to(most: u16) -> String {
    format!("1至{most}的整数")
}

/// The column that a table is sorted by.
pub fn column(words: &[&str]) -> String {
    format!("{}（前面可加连字符）", one_of(words))
}

/// What was expected where something else stood.
pub fn expected(expected: &str) -> String {
    format!("应为{expected}")
}

/// That an argument has a value that it cannot have, and why.
pub fn invalid(argument: &str, found: &str, reason: &str) -> String {
    format!("{argument}的取值“{found}”无效：{reason}")
}

/// That an argument has a value that it cannot have.
pub fn no_value_of(argument: &str, found: &str) -> String {
    format!("{argument}的取值“{found}”无效")
}

/// That an argument has no value.
pub fn value_lacking(argument: &str) -> String {
    format!("{argument}缺少取值")
}

/// That an argument has a value and takes none.
pub fn value_too_many(argument: &str) -> String {
    format!("{argument}的取值过多")
}

/// An option that there is not, and one that is spelt like it.
pub fn unknown(found: &str, similar: &str) -> String {
    format!("没有{found}这个参数{}", meant(similar))
}

/// A command that there is not, and one that is spelt like it.
pub fn unknown_command(found: &str, similar: &str) -> String {
    format!("没有名为“{found}”的命令{}", meant(similar))
}

fn meant(similar: &str) -> String {
    if similar.is_empty() { String::new() } else { format!("，是否应为{similar}？") }
}

/// What was not given and has to be.
pub fn lacking(arguments: &[&str]) -> String {
    format!("缺少必需的参数：{}", arguments.join("、"))
}

/// An argument that cannot be given with others.
pub fn conflict(argument: &str, others: &[&str]) -> String {
    format!("{argument}不能与{}同时使用", one_of(others))
}

/// An argument that was given more than once.
pub fn repeated(argument: &str) -> String {
    format!("{argument}只能给出一次")
}

/// A stretch of time that ends before it begins.
pub fn reversed(from: &str, to: &str) -> String {
    format!("--from {from} --to {to}：终点早于起点")
}

/// How a command that went wrong is told, how it is used, and where there is more.
pub fn refused(reason: &str, usage: &str, help: &str) -> String {
    let usage = if usage.is_empty() { String::new() } else { format!("用法：{usage}\n\n") };
    format!("错误：{reason}\n\n{usage}详见{help}。")
}
