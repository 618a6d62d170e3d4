//! 电子表格和压缩包。

words! {
    choice_matters: "只读取所选的内容。",
    encrypted: "文件已加密，请先用密码解压",
    empty_archive: "压缩包中没有文件",
    locked: "电子表格设有密码，请另存为不带密码的文件",
    no_bytes: "缺少压缩的内容",
    no_sheet: "没有一个工作表含有表格，表格应为一行列名及其下的各行",
    no_such_file: "压缩包中没有该文件",
    no_table: "压缩包中没有表格文件，扩展名应为.csv、.tsv、.tab、.txt、.dat、.json、.gz、.xlsx、.xlsb、.xls或.ods",
    rows_out_of_order: "工作表各行的存储次序错乱，请用电子表格软件打开并保存",
    unreadable: "浏览器无法读取：文件可能已被移动或改动",
    which_file: "采用哪个文件？",
    which_sheet: "采用哪个工作表？",
    which_table: "采用哪个表格？",
    page_too_large: "文件是网页且过大，无法读取，请将其中的表格另存为CSV",
    table_too_large: "网页中的表格过大，无法读取，请另存为CSV",
}

/// An archive of more files than any table’s has.
pub fn too_many_files(count: usize, most: usize) -> String {
    format!("压缩包中有{count}个文件，至多查看{most}个")
}

/// Sheets that unpack to too much.
pub fn sheets_too_large(most: &str) -> String {
    format!("工作表解压后超过{most}，请将所需的工作表存为CSV")
}

/// A file of the archive that cannot be unpacked, and why.
pub fn damaged_file(name: &str, why: &str) -> String {
    format!("文件已损坏，无法解压{name}（{why}）")
}

/// A method of compression that nobody here knows.
pub fn unknown_method(method: &str) -> String {
    format!("不支持其压缩方法（{method}），请先解压")
}

/// Sizes that no compression comes to.
pub fn impossible_size(packed: u64, size: u64) -> String {
    format!("文件已损坏：目录称{packed}字节解压后为{size}字节，这不可能")
}

/// An archive of a kind that nobody here knows.
pub fn unknown_archive(why: &str) -> String {
    format!("不支持这种压缩包（{why}），请先解压")
}

/// An archive that is broken.
pub const fn damaged_archive() -> &'static str {
    "压缩包不完整或已损坏"
}

/// An archive that cannot be read for another reason.
pub fn unreadable_archive(why: &str) -> String {
    format!("压缩包无法读取（{why}）")
}

/// Compression that is broken.
pub const fn damaged_compression() -> &'static str {
    "压缩数据不完整或已损坏"
}

/// A size.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes}字节"),
        1_000..1_000_000 => format!("{}KB", bytes / 1_000),
        _ => format!("{}MB", bytes / 1_000_000),
    }
}

/// That it has no part of a name, and which it has.
pub fn no_such_part(sheets: bool, name: &str, parts: &[&str]) -> String {
    let what = if sheets { "工作表" } else { "文件" };
    format!("没有名为“{name}”的表格{what}，现有：{}", parts.join("、"))
}

/// A table of a page that has several.
pub fn table(number: usize) -> String {
    format!("表格{number}")
}

/// A part and what it holds.
pub fn part(name: &str, holds: &str) -> String {
    if holds.is_empty() { name.to_owned() } else { format!("{name}（{holds}）") }
}

/// The first names of a sheet’s columns.
pub fn columns(names: &[&str], more: bool) -> String {
    format!("{}{}", names.join("、"), if more { "等" } else { "" })
}

/// Every part, one after the other.
pub fn all_joined(count: usize) -> String {
    format!("全部{count}个，合并读取")
}

/// A sheet that is too large.
pub fn sheet_too_large(name: &str) -> String {
    format!("工作表“{name}”过大，无法读取，请存为CSV")
}

/// Formulas that nobody has computed, how many and the first of them.
pub fn uncomputed(name: &str, count: usize, first: &str) -> String {
    format!(
        "工作表“{name}”有{count}个公式未保存结果，第一个在{first}单元格，请用电子表格软件打开并保存"
    )
}

/// A spreadsheet that is broken or of another kind.
pub fn damaged_workbook(why: &str) -> String {
    format!("电子表格已损坏，或不支持这种格式（{why}）")
}

/// More rows than a sheet holds.
pub fn too_many_rows(most: usize) -> String {
    format!("电子表格至多容纳{most}行，内容超出，请存为CSV")
}

/// A longer text than a cell holds.
pub fn too_long_a_cell(most: usize) -> String {
    format!("电子表格的单元格至多容纳{most}个字符，有内容超出，请存为CSV")
}

/// A spreadsheet that could not be written.
pub fn unwritten(why: &str) -> String {
    format!("电子表格无法写出：{why}")
}
