//! 程序、命令及选项的帮助。

use super::super::parameters::one_of;

words! {
    usage: "用法：",
    any_options: "[选项]",
    a_command: "<命令>",
    commands: "命令：",
    arguments: "参数：",
    options: "选项：",
}

/// What the program or a command of it does.
pub fn about(command: &str) -> &'static str {
    match command {
        "xenotime" => "命令行贸易统计：数值、图表和核对与网页一致",
        "summary" => "输出一个月的统计结果",
        "analyse" => "分析某月的变动是否只是季节性的，由哪些贸易伙伴和商品拉动",
        "table" => "按贸易伙伴或商品列出金额、数量、均价、占比、增减幅度和拉动",
        "render" => "把图表绘制为SVG或PNG",
        "figure" => "输出一个数值或若干月的合计，附单位、性质、来源和其他公布值",
        "series" => {
            "输出或绘制一个或多个序列，可按月、季或年，取数额、增减幅度、指数或占比。所求序列有缺时退出状态为1，没有可显示的内容时为2"
        }
        "publish" => "把图表写成一个不再变动的HTML文件：图、文字、表格和数据点",
        "charts" => "列出图表：地址中的名称、可用的控件和示例",
        "check-data" => "检查数据目录。有错误时指明文件和行，退出状态为1",
        "check-story" => "核对报道中的数字。有数字与数据不符，或时期、比较有误时，退出状态为1",
        "open" => {
            "把其他贸易数据（已知格式，或附对应表）转为整理后的CSV。文件未说明之处会提问：问题以JSON输出，回答之前不输出数值。有行出错时退出状态为1，有问题待答时为2"
        }
        "first-paint" => "把默认图表写入构建好的页面（由构建过程调用）",
        "help" => "显示本帮助或某个命令的帮助",
        _ => "",
    }
}

/// What an argument of a command means, where it is no parameter of addresses.
pub fn argument(command: &str, name: &str) -> &'static str {
    match (command, name) {
        ("figure", "flow") => "流向：export、import、quota、mirror-export或mirror-import",
        ("figure", "product") => "products.csv中的一个商品",
        ("figure", "partner") => "贸易伙伴：WLD（全球）或国家（地区）代码",
        ("figure", "measure") => "计量方式：volume、value或quantity",
        ("figure", "period") => "第一个月份（YYYY-MM）或年份（YYYY）",
        ("figure", "months") => "月数",
        ("figure", "unit") => "单位，用于有多种单位的数值，如CNY",
        ("table", "by") => "每行是贸易伙伴还是商品",
        ("table", "period") => "第一个月份和月数，YYYY-MM/N",
        ("table", "sort") => {
            "排序所依据的列，前加连字符为从大到小：name、value、quantity、unit-value、share、change或contribution"
        }
        ("table", "search") => "代码或名称中须含的字词",
        ("table", "most") => "行数",
        ("check-story", "file") => "报道：纯文本、Markdown或HTML",
        ("check-story", "date") => "成稿日期，YYYY-MM-DD",
        ("check-story", "asof") => "只依据该日及以前公布的数据核对，YYYY-MM-DD、YYYY-MM或YYYY",
        ("check-story", "open") => {
            "改用其他贸易数据核对，代替数据目录（不能与--data同用），读取方式同open；可多次给出"
        }
        ("check-data", "folder") => "目录",
        ("check-data", "data") => "同上，写法与其他命令一致",
        ("open", "files") => "文件：表格、电子表格或压缩包，可经gzip压缩；多个文件合并读取",
        ("open", "mapping") => "对应表，用于表头没有说明的列：每行为含义、制表符和列名",
        ("open", "answers") => {
            "对问题的回答，ID=VALUE，采用建议的回答则为ID=likely；只针对其中一个文件时为ID@FILE=VALUE；可多次给出"
        }
        ("open", "explain") => "不输出数值，而以JSON输出各文件的读取方式",
        ("open", "out") => "写入的文件，以.xlsx结尾则为电子表格",
        ("series", "out") => "写入的文件：.csv、.json、.svg或.xlsx",
        ("render", "out") => "写入的文件：.svg或.png",
        ("render", "size") => "图的用途",
        ("render", "width") => "宽度（CSS像素）",
        ("render", "height") => "高度（CSS像素）",
        ("render", "dark") => "深色背景",
        ("render", "outlined") => "把文字转为轮廓，用于字体不同的版面；文件中的文字不可编辑",
        ("publish", "theme") => "配色",
        ("publish", "site") => "网页的地址，用于链接到最新数值；打开的文件没有此链接",
        ("first-paint", "dist") => "构建好的页面所在目录",
        ("first-paint", "site") => "页面将来的地址，用于带图预览和oEmbed",
        (_, "lang") => "输出和图中文字的语言",
        (_, "format") => "输出格式",
        (_, "data") => "数据目录",
        (_, "out") => "写入的文件",
        (_, "open") => "其他贸易数据，代替数据目录（不能与--data同用），读取方式同open；可多次给出",
        (_, "reporter") => "这些文件中的报告国（地区）",
        (_, "code") => "商品编码，以文件中的写法为准",
        (_, "answers") => "对文件未说明之处的回答，ID=VALUE；可多次给出",
        (_, "subcommand") => "命令",
        (_, "help") => "显示帮助",
        (_, "version") => "显示版本",
        _ => "",
    }
}

/// What is done where such an argument is left out, if that is no word that it may be.
pub fn left_out(command: &str, name: &str) -> &'static str {
    match (command, name) {
        ("figure", "flow" | "product" | "partner" | "measure") => "数据的默认项",
        ("series", "chart") => "series",
        ("figure", "months") => "1，年份则为12",
        ("figure", "unit") => "数据中最常用的单位",
        ("table", "period") => "数据足够且距该月最近的时期",
        ("table", "most") => "全部",
        ("open", "out") => "直接输出",
        ("render", "height") => "按图表所需",
        (_, "reporter") => "数值最多的一个",
        (_, "code") => "最可能的一个",
        ("first-paint", "dist") => "构建过程指定的目录",
        _ => "",
    }
}

/// What a word that an argument may be stands for.
pub fn choice(argument: &str, word: &str) -> &'static str {
    match (argument, word) {
        ("format", "text") => "文字",
        ("format", "json") => "全部内容，供其他程序使用",
        ("format", "csv") => "仅各行",
        ("format", "markdown") => "表格",
        ("size", "column") => "报纸单栏",
        ("size", "page") => "整页",
        ("size", "social") => "社交媒体",
        _ => "",
    }
}

/// A word with what it stands for.
pub fn explained(word: &str, meaning: &str) -> String {
    if meaning.is_empty() { word.to_owned() } else { format!("{word}（{meaning}）") }
}

/// What an argument means, with the words that it may be, what is done where it is left out, and the
/// variable of the environment that may hold it.
pub fn whole(meaning: &str, choices: &[&str], usual: &str, variable: &str) -> String {
    let choices =
        if choices.is_empty() { String::new() } else { format!("：{}", one_of(choices)) };
    let usual = if usual.is_empty() { String::new() } else { format!("〔默认：{usual}〕") };
    let variable = if variable.is_empty() {
        String::new()
    } else {
        format!("〔环境变量：{variable}〕")
    };
    format!("{meaning}{choices}{usual}{variable}")
}
