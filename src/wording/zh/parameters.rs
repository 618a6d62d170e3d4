//! 地址参数与命令行选项：含义、默认值，以及应填的内容。

/// The words that may be named.
pub fn one_of(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{}或{last}", first.join("、")),
    }
}

/// What a parameter means; `{}` stands for the words that it may hold.
pub fn meaning(name: &str) -> &'static str {
    match name {
        "chart" => "图表：{}",
        "flow" => "流向：{}",
        "product" => "`products.csv`中的一个商品",
        "partner" => "贸易伙伴：`WLD`（全球）或国家（地区）代码",
        "measure" => "计量方式：{}",
        "unit" => "金额的其他币种，填币种代码，如`CNY`",
        "month" => "所分析的月份，`YYYY-MM`",
        "from" => "显示的第一个月份，`YYYY-MM`",
        "to" => "显示的最后一个月份，`YYYY-MM`",
        "compare" => "与什么比较：{}",
        "by" => "总量的细分方式：{}",
        "adjust" => "`decomposition`调整总量本身，还是分别调整其各组成部分：{}",
        "event" => "`events.csv`中一个事件的日期，用于`effects`",
        "with" => "图表`series`中另外的序列，最多五个，以逗号分隔：`import.PRODUCT.WLD.volume`",
        "per" => "`series`把各月合并为：{}",
        "as" => "`series`各条线的形式：{}；`map`显示：`share`或`yoy`",
        "base" => "指数以哪个月份为100，`YYYY-MM`",
        "scale" => "`series`的坐标轴：{}",
        "asof" => "日期，如`2024-11-15`、`2024-11`或`2024`：不计此后公布的数值",
        "notes" => {
            "写在图中的批注，每条对应一个月份或一段时间，以星号分隔：`2024-11_许可证*2023-01.2023-06_低迷`"
        }
        "theme" => "配色：{}",
        "embed" => "留空或填`1`：只显示图表，用于嵌入",
        _ => "",
    }
}

/// What stands where a parameter is left out.
pub fn usual(name: &str) -> &'static str {
    match name {
        "chart" => "`months`",
        "flow" => "`export`",
        "product" => "第一个商品",
        "partner" => "`WLD`",
        "measure" => "`volume`",
        "unit" => "数据的主要币种",
        "month" | "to" => "最新公布的月份",
        "from" => "最近一段较长的缺口之后的第一个月",
        "compare" => "`yoy`",
        "by" => "`partner`",
        "adjust" => "`direct`",
        "event" => "该月之前最近的事件",
        "with" | "notes" => "无",
        "per" => "`month`",
        "as" => "`level`",
        "base" => "各序列均有数据的第一个月份",
        "scale" => "`linear`",
        "asof" => "全部已公布的数值",
        "theme" => "`auto`，跟随系统",
        "embed" => "完整页面",
        _ => "",
    }
}

/// What was expected of a parameter: one of `words`, where it holds one of a few.
pub fn expected(name: &str, words: &[&str]) -> String {
    let expected = match name {
        "product" => "商品的短名称",
        "partner" => "WLD或大写的国家（地区）代码",
        "unit" => "大写的币种代码",
        "month" | "from" | "to" | "base" => "月份，格式为YYYY-MM",
        "event" => "日期，格式为YYYY-MM-DD",
        "with" => "最多五个以逗号分隔的序列，如import.PRODUCT.WLD.volume",
        "asof" => "日期，格式为YYYY-MM-DD、YYYY-MM或YYYY",
        "notes" => "最多十二条以星号分隔的批注，如2024-11_许可证",
        "embed" => "留空、1或0",
        _ => return one_of(words),
    };
    expected.to_owned()
}
