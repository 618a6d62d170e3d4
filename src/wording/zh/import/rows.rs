//! 文件各行的错误。

words! {
    amount: "说明数值含义的内容：金额、重量或数量及其单位",
    closing_quote: "后引号（文件似乎在这一行中断）",
    currency: "货币代码，如USD、EUR、CNY",
    fewer_columns: "至多4,096列（文件其余部分未读取）",
    flow: "出口或进口：X、M、export、import",
    line_end: "在1MiB以内结束的一行（引号可能没有闭合；文件其余部分未读取）",
    months: "月数（1至600），或年、季、月（日期须为该时期的首月或末月）",
    number: "小于10¹⁸的数字，如4416、4205.8、-10",
    one_figure: "同一月份、流向、报告国（地区）、贸易伙伴和商品只有一个数值（以本行为准）",
    one_row: "每个月份、流向、报告国（地区）、贸易伙伴和商品只有一行（本行与前面的行重复，未相加）",
    one_table: "只有一个表格（自此开始的另一个表格未读取，请另存为单独的文件）",
    own_unit: "与所计内容相符的单位：数量为t，金额为货币代码，如USD",
    partner: "贸易伙伴",
    period: "1900至2100年的月份、年份或连续几个月，如202411、2024-11、2024、Jan-Mar 2024",
    power: "10的幂次（如6），或表示倍数的词（如Millions）",
    product: "商品编码",
    same_currency: "与前面的金额相同的货币（不同货币不能相加）",
    same_unit: "与前面的数量相同的单位（不同单位不能相加）",
    weight_unit: "重量单位，如kg、t，或海关使用的其他计量单位",
    whole_line: "完整的一行（文件似乎在此中断）",
}

/// How many columns were expected, and how many there are.
pub fn columns(expected: usize, found: usize) -> String {
    format!("与表头相同的{expected}列（此行有{found}列）")
}

/// What is said of a whole file.
pub fn of_file(file: &str, said: &str) -> String {
    format!("{file}：{said}")
}

/// What was expected of a line.
pub fn of_line(file: &str, line: u64, expected: &str) -> String {
    format!("{file}第{line}行，要求是：{expected}")
}

/// What was found in a cell, and what was expected there.
pub fn of_cell(file: &str, line: u64, column: &str, found: &str, expected: &str) -> String {
    let found = if found.is_empty() { "空".to_owned() } else { format!("“{found}”") };
    format!("{file}第{line}行{column}列：实际为{found}，应为{expected}")
}
