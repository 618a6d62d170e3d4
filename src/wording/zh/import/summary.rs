//! 程序对所读文件的说明。

use crate::trade::{Month, Period};
use crate::util::CollectVec as _;

words! {
    archive_within: "压缩包中还有压缩包，请先解压",
    only_names: "没有读到数值：打开的文件只有名称，请与数值表一同打开",
}

/// What is said of a file.
pub fn of_file(file: &str, said: &str) -> String {
    format!("{file}：{said}")
}

/// Rows of a file that were not used, and why.
pub fn not_used(count: u64, why: &str) -> String {
    format!("{count}行未采用：{why}")
}

/// The first and the last month.
pub fn extent(first: Month, last: Month) -> String {
    if first == last {
        first.long()
    } else {
        Period::month(first).through(Period::month(last)).long()
    }
}

/// How many rows were read, left out, in place of others, without a known unit, without a figure and not
/// readable, and how many sums they came to.
pub fn rows([read, left, replaced, unweighed, gaps, skipped]: [u64; 6], sums: usize) -> String {
    let rest = [
        (left, "未计入"),
        (replaced, "取代前面的数值"),
        (unweighed, "数量单位不明"),
        (gaps, "没有数值"),
        (skipped, "无法读取"),
    ];
    let rest = rest.into_iter().filter(|(count, _)| *count > 0);
    let rest = rest.map(|(count, what)| format!("{what}{count}行")).collect_vec().join("，");
    let rest = if rest.is_empty() { rest } else { format!("：{rest}") };
    format!("读取{read}行{rest}；得出{sums}个数值")
}

/// A file that is packed twice and too large to be held.
pub fn packed_twice(most: u64) -> String {
    format!("文件经过两次压缩且超过{most}字节，请先解压")
}

/// That a mapping is needed, and what one could be.
pub fn mapping_needed(problem: &str, header: &[String], guess: &[String]) -> String {
    format!(
        "{problem}。\n各列：{}\n请用 --mapping 指定各列，可参考：\n{}",
        header.join("、"),
        guess.join("\n")
    )
}
