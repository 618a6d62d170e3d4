//! JSON的错误。

words! {
    brace_or_bracket: "此处应为左花括号或左方括号",
    colon: "此处应为冒号",
    comma: "此处应为逗号",
    comma_or_brace: "此处应为逗号或右花括号",
    comma_or_bracket: "此处应为逗号或右方括号",
    cube: "各维度的类目数与文件所述不符",
    four_digits: "此处应为四位数字",
    invalid_escape: "转义符无效",
    name_cut: "文件在名称中间中断",
    no_rows: "JSON中没有数据行：数据行应为数组，元素是数组或对象",
    not_utf8: "JSON文件不是UTF-8编码",
    open_quote: "引号没有闭合",
    quoted_name: "此处应为带引号的名称",
    too_deep: "嵌套层数过多",
    value: "此处应为一个值",
    value_cut: "文件在一个值的中间中断",
}

/// Where it is broken, and how.
pub fn broken(line: usize, what: &str) -> String {
    format!("JSON第{line}行有误：{what}")
}
