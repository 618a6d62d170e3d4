//! 列的指定有误。

words! {
    no_figures: "没有指定金额列或数量列",
    no_period: "没有指定月份列或年份列",
    three_parts: "每行应为含义、制表符和列名",
}

/// A word that is no role of columns.
pub fn no_role(word: &str) -> String {
    format!("“{word}”不是列的含义")
}

/// A column that the file lacks.
pub fn no_column(name: &str) -> String {
    format!("文件中没有“{name}”列")
}
