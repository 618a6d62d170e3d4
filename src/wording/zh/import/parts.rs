//! 文件夹索引的错误。

words! {
    chapter: "两位数字",
    no_parts: "索引中没有列出任何文件",
    no_table: "索引不是表格",
    number: "整数",
    path: "该文件夹下的文件",
    reporter: "国家（地区）的数字代码",
}

/// A column that is lacking.
pub fn no_column(name: &str) -> String {
    format!("第1行应有“{name}”列")
}

/// What was expected in a cell.
pub fn expected(line: u64, column: &str, what: &str) -> String {
    format!("第{line}行“{column}”列应为{what}")
}
