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
    entries::meaning(name)
}

/// What stands where a parameter is left out.
pub fn usual(name: &str) -> &'static str {
    entries::usual(name)
}

/// What was expected of a parameter: one of `words`, where it holds one of a few.
pub fn expected(name: &str, words: &[&str]) -> String {
    entries::expected(name).map_or_else(|| one_of(words), str::to_owned)
}

parameters! {
    "chart" {
        meaning: "图表：{}",
        usual: "`months`",
    }

    "flow" {
        meaning: "流向：{}",
        usual: "`export`",
    }

    "product" {
        meaning: "`products.csv`中的一个商品",
        usual: "第一个商品",
        expected: "商品的短名称",
    }

    "partner" {
        meaning: "贸易伙伴：`WLD`（全球）或国家（地区）代码",
        usual: "`WLD`",
        expected: "WLD或大写的国家（地区）代码",
    }

    "measure" {
        meaning: "计量方式：{}",
        usual: "`volume`",
    }

    "unit" {
        meaning: "金额的其他币种，填币种代码，如`CNY`",
        usual: "数据的主要币种",
        expected: "大写的币种代码",
    }

    "month" {
        meaning: "所分析的月份，`YYYY-MM`",
        usual: "最新公布的月份",
        expected: "月份，格式为YYYY-MM",
    }

    "from" {
        meaning: "显示的第一个月份，`YYYY-MM`",
        usual: "最近一段较长的缺口之后的第一个月",
        expected: "月份，格式为YYYY-MM",
    }

    "to" {
        meaning: "显示的最后一个月份，`YYYY-MM`",
        usual: "最新公布的月份",
        expected: "月份，格式为YYYY-MM",
    }

    "compare" {
        meaning: "与什么比较：{}",
        usual: "`yoy`",
    }

    "by" {
        meaning: "总量的细分方式：{}",
        usual: "`partner`",
    }

    "adjust" {
        meaning: "`decomposition`调整总量本身，还是分别调整其各组成部分：{}",
        usual: "`direct`",
    }

    "event" {
        meaning: "`events.csv`中一个事件的日期，用于`effects`",
        usual: "该月之前最近的事件",
        expected: "日期，格式为YYYY-MM-DD",
    }

    "with" {
        meaning: "图表`series`中另外的序列，最多五个，以逗号分隔：`import.PRODUCT.WLD.volume`",
        usual: "无",
        expected: "最多五个以逗号分隔的序列，如import.PRODUCT.WLD.volume",
    }

    "per" {
        meaning: "`series`把各月合并为：{}",
        usual: "`month`",
    }

    "as" {
        meaning: "`series`各条线的形式：{}；`map`显示：`share`或`yoy`",
        usual: "`level`",
    }

    "base" {
        meaning: "指数以哪个月份为100，`YYYY-MM`",
        usual: "各序列均有数据的第一个月份",
        expected: "月份，格式为YYYY-MM",
    }

    "scale" {
        meaning: "`series`的坐标轴：{}",
        usual: "`linear`",
    }

    "asof" {
        meaning: "日期，如`2024-11-15`、`2024-11`或`2024`：不计此后公布的数值",
        usual: "全部已公布的数值",
        expected: "日期，格式为YYYY-MM-DD、YYYY-MM或YYYY",
    }

    "notes" {
        meaning: "写在图中的批注，每条对应一个月份或一段时间，以星号分隔：`2024-11_许可证*2023-01.2023-06_低迷`",
        usual: "无",
        expected: "最多十二条以星号分隔的批注，如2024-11_许可证",
    }

    "theme" {
        meaning: "配色：{}",
        usual: "`auto`，跟随系统",
    }

    "embed" {
        meaning: "留空或填`1`：只显示图表，用于嵌入",
        usual: "完整页面",
        expected: "留空、1或0",
    }
}
