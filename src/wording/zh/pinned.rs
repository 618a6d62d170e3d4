//! 存档文件中图外的文字。

/// That it stays as it was made.
pub const fn stays() -> &'static str {
    "本图为存档，内容不再变动。"
}

/// The link to the live page.
pub const fn see_today() -> &'static str {
    "查看最新数据"
}

/// The same link of a page that is made anew with the data.
pub const fn choose() -> &'static str {
    "在完整页面中选择月份、贸易伙伴和图表"
}

/// What stands before the address of a link that the host's page forbids to open.
pub const fn links_forbidden() -> &'static str {
    "此页不允许嵌入内容打开链接，请复制地址："
}

/// How points are looked at.
pub const fn hint() -> &'static str {
    "悬停、轻触或用方向键查看数值及其来源。"
}

/// A heading.
pub const fn notes() -> &'static str {
    "附注"
}

/// What unfolds notes, events and figures.
pub const fn behind() -> &'static str {
    "附注与数据"
}

/// A heading.
pub const fn figures() -> &'static str {
    "数据"
}

/// That the table has not all rows.
pub fn rows_left_out(kept: usize, all: usize, latest: bool) -> String {
    let which = if latest { "最近" } else { "前" };
    format!("为控制文件大小，表中仅列出{which}{kept}行，共{all}行。")
}

/// What a screen reader calls the table.
pub const fn table() -> &'static str {
    "数据表"
}

/// What stands before a point's sources.
pub const fn source() -> &'static str {
    "来源："
}

/// What stands between the parts of what is said of a point.
pub const fn comma() -> &'static str {
    "，"
}

/// What stands before its value.
pub const fn colon() -> &'static str {
    "："
}

/// A point's place among all, with stars for the numbers.
pub const fn point() -> &'static str {
    "第*个点，共*个。"
}

/// What the list of the charts' own pages is called.
pub const fn all_charts() -> &'static str {
    "全部图表（静态版）"
}
