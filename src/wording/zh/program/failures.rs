//! 命令未能完成的原因。

use super::super::parameters::one_of;

words! {
    not_there: "文件或目录不存在",
    no_permission: "没有读写权限",
    is_folder: "这是目录，不是文件",
    no_folder: "路径中有一段是文件，不是目录",
    no_figure: "没有读取到数值",
    not_known: "数据中没有相应的数值",
    no_such_series: "数据中没有该序列的数值",
    no_typeface: "没有找到用于生成文字轮廓的字体，请用XENOTIME_FONT和XENOTIME_FONT_BOLD指定字体文件",
    not_pinned: "未写入文件：图中所示与所要求的不一致",
    how_to_answer: "每个问题用--answer ID=VALUE或--answer ID=likely回答；只针对其中一个文件时用ID@FILE=VALUE",
}

/// That a chart without a drawing was not written, by what it says.
pub fn nothing_to_pin(why: &str, more: &str) -> String {
    let why = format!("未写入文件：{why}");
    if more.is_empty() { why } else { format!("{why}。{more}") }
}

/// What is wrong with a file.
pub fn of_file(path: &str, reason: &str) -> String {
    format!("{path}：{reason}")
}

/// An answer that is none.
pub fn answer(found: &str) -> String {
    format!("{found}：应为ID=VALUE")
}

/// An answer to what is never asked.
pub fn no_question(id: &str, known: &[&str]) -> String {
    format!("{id}：没有这个问题，可用的有{}", known.join("、"))
}

/// A kind of file that is not written, by the ending of its name, and those that are.
pub fn ending(path: &str, found: &str, expected: &[&str]) -> String {
    format!("{path}：扩展名为“{found}”，应为{}", one_of(expected))
}

/// That files hold nothing of a reporter.
pub fn no_trade(reporter: &str) -> String {
    format!("文件中没有{reporter}的贸易数据")
}

/// The units that a series is known in, and the one that it is not.
pub fn other_unit(known: &[String], wanted: &str) -> String {
    format!("该序列以{}计，没有以{wanted}计的数据", known.join("、"))
}

/// That nothing is broken down by partner or, else, by product.
pub const fn no_breakdown(partner: bool) -> &'static str {
    if partner {
        "数据中没有按贸易伙伴细分的数值"
    } else {
        "数据中没有按商品细分的数值"
    }
}

/// Letters that a typeface lacks.
pub fn letters_lacking(letters: &str) -> String {
    format!(
        "字体中缺少字符{letters}，请用XENOTIME_FONT和XENOTIME_FONT_BOLD指定含有这些字符的字体文件"
    )
}

/// A file that was written, with its size.
pub fn written(path: &str, bytes: usize) -> String {
    format!("{path}：{bytes}字节")
}
