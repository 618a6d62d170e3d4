//! 核对结果的文本和表格。

use super::super::charts::sources::date;
use crate::statistics::Origin;
use crate::trade::Status;
use crate::util::CollectVec as _;

/// How many figures were found, and how many of each verdict.
pub fn summary(all: usize, counts: &[(&'static str, usize)]) -> String {
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    let counts = counts.map(|(code, count)| format!("{count}处{}", verdict(code))).collect_vec();
    match all {
        0 => "没有发现可用数据核对的数字".to_owned(),
        _ => format!("共标出{all}处数字：{}", counts.join("，")),
    }
}

/// What a picture of a checked story is called.
pub const fn picture() -> &'static str {
    "核对报道中的数字"
}

/// A summary as a sentence of its own.
pub fn summed_up(summary: &str) -> String {
    format!("{summary}。")
}

/// The same with the day until which what judged was published.
pub fn summed_up_until(summary: &str, day: &str) -> String {
    format!("{summary}。只依据{}及以前公布的数据。", date(day))
}

/// A verdict, by its word in reports.
pub fn verdict(code: &'static str) -> String {
    let word = match code {
        "supported" => "相符",
        "close" => "基本相符",
        "misplaced" => "时期或比较有误",
        "contradicted" => "与数据不符",
        "unclear" => "存疑",
        "not_checkable" => "无法核对",
        other => other,
    };
    word.to_owned()
}

/// A figure with the line of the story that it stands in, its verdict and the grounds.
pub fn judged(line: usize, figure: &str, verdict: &str, reason: &str) -> String {
    format!("第{line}行“{figure}”{verdict}：{reason}")
}

/// How it was read.
pub fn read_as(reading: &str) -> String {
    format!("理解为：{reading}")
}

/// What the story could say instead, in its own language.
pub fn given(words: &str) -> String {
    format!("可改为“{words}”")
}

/// Who published something, when and where.
pub fn publication(publisher: &str, day: &str, address: &str) -> String {
    let parts = [publisher, &date(day), address];
    parts.into_iter().filter(|part| !part.is_empty()).collect_vec().join("，")
}

/// Heads of the table.
pub const fn heads() -> [&'static str; 8] {
    ["数字", "结论", "理解为", "依据", "来源", "句子", "处理", "图表"]
}

/// What was decided of a finding.
pub const fn decision(letter: Option<u8>) -> &'static str {
    match letter {
        Some(b'c') => "已确认有误",
        Some(b'a') => "已搁置",
        _ => "",
    }
}

/// The words of a link to a chart.
pub const fn see_chart() -> &'static str {
    "查看图表"
}

/// The day that somebody gave for a story.
pub fn dated(day: &str) -> String {
    format!("报道日期为{}。", date(day))
}

/// How a story's month is set on the command line.
pub const fn set_the_date() -> &'static str {
    "如不符，用--date指定。"
}

/// How a figure of the data came about.
pub(super) const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Figure(Status::Reported) => "公布值",
        Origin::Figure(Status::Approximate) => "约数",
        Origin::Figure(Status::Revised) => "修订值",
        Origin::Figure(Status::Derived) => "推算值",
        Origin::Sum | Origin::SumAndMonths => "各月合计",
        Origin::SumOfQuarters => "各季合计",
        Origin::SumOfYears => "各年合计",
        Origin::DifferenceOfSums => "累计数相减",
        Origin::Mean => "各月平均",
        Origin::Adjusted => "季节调整值",
    }
}
