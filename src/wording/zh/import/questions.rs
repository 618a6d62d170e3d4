//! 文件未写明、需要读者回答的问题。

use super::super::charts::heads::with_unit;
use crate::trade::{Flow, Month, Unit};
use crate::wording::facts::{Asked, Column, Source, Whole};

/// A column, which is called by its letter where it has no name.
pub(super) fn column(name: &str) -> String {
    match Column::named(name) {
        Column::Lettered(letter) => format!("{letter}列"),
        Column::Headed(name) => format!("“{name}”列"),
    }
}

const TWICE: &str = "若把合计当作其中一项，会重复计算。";
const MULTIPLIED: &str = "所有金额都将乘以所选倍数。";
const GOODS: &str = "答错会把部分商品的贸易当成全部，或把全部当成部分。";

/// What a column's codes of exports and imports mean: each answer has a word for each of them.
pub fn flows(name: &str, codes: &[String], answers: &[Vec<&str>]) -> Asked {
    let label = |words: &Vec<&str>| {
        let pairs = codes.iter().zip(words);
        let pairs: Vec<String> = pairs
            .map(|(code, word)| match *word {
                "export" => format!("{code}为出口"),
                "import" => format!("{code}为进口"),
                _ => format!("{code}不计入"),
            })
            .collect();
        pairs.join("，")
    };
    Asked {
        text: match codes {
            [one] => format!("{}中的“{one}”表示出口还是进口？", column(name)),
            _ => format!("{}中的“{}”各是什么意思？", column(name), codes.join("”“")),
        },
        labels: answers.iter().map(label).collect(),
        matters: "答错会使出口与进口互换，或漏掉一些行。",
    }
}

/// Exports or imports.
pub fn flow() -> Asked {
    Asked::of("这些是出口还是进口？".to_owned(), &["出口", "进口"], "所有数值都将按所选流向显示。")
}

/// Whether the month stands before the day.
pub fn dates(name: &str, first: &str, month: Option<Month>, day: Option<Month>) -> Asked {
    let [month, day] = [month, day].map(|one| one.map(Month::long).unwrap_or_default());
    let text = format!("{}中的{first}是{month}还是{day}？", column(name));
    Asked::of(text, &[&month, &day], "答错会使所有数值错置到别的月份。")
}

const YEARS: [&str; 5] = [
    "4月至次年3月的年度",
    "7月至次年6月的年度",
    "10月至次年9月的年度",
    "日历年度",
    "一个月，如2010年11月",
];
const YEARS_MATTER: &str = "起始月份不同的年度，所含的贸易也不同。";

/// When a year of the header begins.
pub fn year_of_header(name: &str) -> Asked {
    Asked::of(format!("表头中的{name}是什么意思？"), &YEARS, YEARS_MATTER)
}

/// When a column's years begin.
pub fn year(name: &str, first: &str) -> Asked {
    Asked::of(format!("{}中的{first}是什么意思？", column(name)), &YEARS, YEARS_MATTER)
}

/// Which mark stands before decimals.
pub fn marks(names: &[&str], found: &str, point: &str, comma: &str) -> Asked {
    let columns: Vec<String> = names.iter().map(|name| column(name)).collect();
    Asked::of(
        format!(
            "{}中{found}的分隔符是千分位还是小数点，即{point}还是{comma}？",
            columns.join("和")
        ),
        &[point, comma],
        "答错会使数值放大或缩小一千倍。",
    )
}

/// What brackets around a few figures mean.
pub fn brackets(name: &str, found: &str) -> Asked {
    Asked::of(
        format!("{}中{found}的括号是什么意思？", column(name)),
        &["发布者的标记（如数值不确定），按原数计入", "负号", "下方注释的编号，并非数值"],
        "把贸易额当作负数，合计会偏小。",
    )
}

/// Whose list codes are of.
pub fn codes(name: &str, example: &str) -> Asked {
    Asked::of(
        format!("{}中的编码（如{example}）属于哪种分类？", column(name)),
        &[
            "协调制度（HS）或海关税则",
            "国际贸易标准分类（SITC）",
            "广义经济类别（BEC）",
            "欧盟工业产品分类（PRODCOM）",
            "主要产品分类（CPC）",
            "行业分类（NAICS、NACE或ISIC）",
            "其他分类，或文件自定的编码",
        ],
        "编码的名称和章目由此而定。",
    )
}

/// What a weight is counted in.
pub fn unit(name: &str) -> Asked {
    Asked::of(
        format!("{}的单位是什么？", column(name)),
        &["千克", "吨", "千吨", "克", "磅", "件", "升", "平方米", "立方米"],
        "若把千克当作吨，所有数量都会放大一千倍。",
    )
}

/// Which of several currencies is used.
pub fn which_currency(name: &str, codes: &[&str]) -> Asked {
    let text = format!("{}有几种货币，不能相加。采用哪一种？", column(name));
    Asked::of(text, codes, "其他货币的行不计入。")
}

/// What figures are counted in beside ones: as China Customs does, and as others do.
pub const fn sizes(_: bool) -> &'static [&'static str] {
    &["1000", "10000", "1000000", "100000000", "1000000000"]
}

/// The currency of values, and how many of it one is where nothing states that: then the first ones have
/// their larger units behind them.
pub fn money(
    name: &str,
    first: &[&str],
    sizes: &[&str],
    others: &[&str],
    quantities: &[&str],
) -> Asked {
    let mut labels = Vec::new();
    for own in first.iter().map(|code| currency(code)) {
        labels.push(by_itself(own.clone()));
        let names = ["千", "万", "百万", "亿", "十亿"].into_iter().zip(sizes);
        labels.extend(names.map(|(size, _)| sized(size, &own)));
    }
    labels.extend(others.iter().map(|code| by_itself(currency(code))));
    let unit = |code: &&str| Unit::parse(code).map_or_else(|| (*code).to_owned(), Unit::words);
    labels.extend(quantities.iter().map(|code| format!("不是金额，是{}", unit(code))));
    let text = if sizes.is_empty() {
        format!("{}的币种是什么？", column(name))
    } else {
        format!("{}的币种和单位是什么？文件未写明。", column(name))
    };
    Asked {
        text,
        labels,
        matters: "金额按此换算并以该货币显示，不与其他货币相比。也可输入其他ISO货币代码。",
    }
}

/// So many of a currency.
fn sized(size: &str, currency: &str) -> String {
    let unknown = currency.ends_with("不详");
    if unknown { format!("{size}（{currency}）") } else { format!("{size}{currency}") }
}

/// A currency without a size before it.
fn by_itself(currency: String) -> String {
    if currency == "元人民币" { "人民币元".to_owned() } else { currency }
}

/// A currency by its code.
fn currency(code: &str) -> String {
    match code {
        // By itself 元 could be of any country, and 万元人民币 is how customs writes it.
        "CNY" => "元人民币".to_owned(),
        "XXX" => "币种不详".to_owned(),
        code => Unit::parse(code).map_or_else(|| code.to_owned(), Unit::words),
    }
}

const FACTORS: [&str; 6] = ["一", "一千", "一万", "一百万", "一亿", "十亿"];

/// How many of the currency one is, where a kilogram would be too cheap, or where a larger unit is named
/// beside the table.
pub fn factor(name: &str, cheap: bool) -> Asked {
    let why = if cheap {
        "而若不乘倍数，每千克几乎不值钱"
    } else {
        "而表格上方或下方的文字提到了更大的单位"
    };
    Asked::of(format!("{}中的1代表多少？该列未写明，{why}。", column(name)), &FACTORS, MULTIPLIED)
}

/// How many of its money one is in what a site downloads without saying it.
pub fn factor_of_site(site: &str) -> Asked {
    let text = format!("1代表多少？{site}只在网页上注明单位（通常为千美元），此文件中没有写明。");
    Asked::of(text, &FACTORS, MULTIPLIED)
}

/// Which goods, in what a site downloads without saying it.
pub fn product_of_site(site: &str) -> Asked {
    let text = format!(
        "这是什么商品？{site}只在网页上注明编码，此文件中没有写明：请填写编码，全部商品则填TOTAL。"
    );
    Asked::of(text, &["全部商品"], GOODS)
}

/// Whose trade it is, where at most the file's name says it.
pub fn reporter(likely: &str) -> Asked {
    let text = "这是哪个国家（地区）的贸易？各列和表题均未写明：请填写其三字母代码。";
    let label = if likely == "OWN" { "未指明" } else { likely };
    Asked::of(text.to_owned(), &[label], "所有数值都将作为该方的贸易显示。")
}

/// The same where a value has other decimals than money has.
pub fn factor_of_decimals(name: &str, cell: &str) -> Asked {
    let text = format!("{}中的1代表多少？其中一个数值为{cell}。", column(name));
    Asked::of(text, &FACTORS, MULTIPLIED)
}

/// Which of two multipliers applies.
pub fn factor_twice(stated: f64, name: &str, cells: &[&str]) -> Asked {
    let text = format!(
        "表头写明1代表{stated}，{}中则为{}。采用哪个倍数？",
        column(name),
        cells.join("、")
    );
    Asked::of(text, &["该列的", "表头的", "两者相乘"], MULTIPLIED)
}

/// Which of two multipliers is right: a heading's, or that of a line elsewhere.
pub fn factor_of_note(stated: &str, line: &str, size: &str) -> Asked {
    let text = format!("表头写明1代表{stated}，而“{line}”一行说是{size}。以哪个为准？");
    Asked::of(text, &[size, stated], MULTIPLIED)
}

/// How many dollars one is.
pub fn dollars(name: &str) -> Asked {
    let text = format!("{}中的1代表多少美元？", column(name));
    Asked::of(text, &["一千", "一"], MULTIPLIED)
}

/// What `mil` means.
pub fn mil(text: &str) -> Asked {
    Asked::of(
        format!("“{text}”中的“mil”是什么意思？"),
        &["百万（million的缩写）", "千（西班牙语或葡萄牙语）"],
        MULTIPLIED,
    )
}

const TOTALS: [&str; 2] = ["是，为合计", "不是，是其中一项"];

/// Whether a name is of all partners or goods.
pub fn total(word: &str, name: &str, partners: bool) -> Asked {
    let what = if partners { "贸易伙伴" } else { "商品" };
    Asked::of(format!("{}中的“{word}”是全部{what}的合计吗？", column(name)), &TOTALS, TWICE)
}

/// Whether what equals a sum is one.
pub fn summed(word: &str) -> Asked {
    Asked::of(format!("“{word}”始终等于其余各项之和，它是合计吗？"), &TOTALS, TWICE)
}

/// Whether rows that equal the sum of those next to them are their totals: some of their names, and the
/// first one's parts.
pub fn subtotals(names: &[String], parts: &[String], more: usize) -> Asked {
    let (first, of) = (names.first().map_or("", String::as_str), parts.join("、"));
    let text = match names {
        [_] => format!("“{first}”等于相邻各行（{of}）之和，它是这些行的小计吗？"),
        _ => format!(
            "“{}”{}各自等于相邻各行之和（如“{first}”等于{of}之和），它们是这些行的小计吗？",
            names.join("”“"),
            if more == 0 { String::new() } else { format!("及另外{more}项") }
        ),
    };
    Asked::of(text, &["是，不计入", "不是，与其他行一样计入"], TWICE)
}

/// Whether columns with figures below zero hold exports or imports.
pub fn signed(name: &str, below: usize, all: usize) -> Asked {
    Asked::of(
        format!(
            "{}的{all}个数值中有{below}个小于零。差额和变动率会小于零，出口和进口不会。这一列是出口或进口吗？",
            column(name)
        ),
        &["不是：是差额或变动，不打开", "是：小于零的是更正数"],
        "把差额或变动率当作贸易额，图表都会出错。",
    )
}

/// Whether a column whose figures never change holds those of each time.
pub fn constant(name: &str) -> Asked {
    Asked::of(
        format!(
            "{}中每个贸易伙伴的数值在各个时期都相同，像是同一数值的重复。它是各个时期各自的贸易额吗？",
            column(name)
        ),
        &["不是：是重复的同一数值，不打开", "是：贸易额没有变化"],
        "重复的数值出现几次，就会被计入几次。",
    )
}

/// Which of several versions of figures is used: each of some values, one before the other, or all.
pub fn versions(
    count: u64,
    name: &str,
    values: &[String],
    pairs: bool,
    (sum, goods): (Option<&str>, Option<bool>),
) -> Asked {
    let mut labels: Vec<String> = values.iter().map(|value| format!("只用{value}")).collect();
    if let ([one, other], true) = (values, pairs) {
        let first = |one: &str, other: &str| format!("优先用{one}，没有时用{other}");
        labels.extend([first(one, other), first(other, one)]);
    }
    labels.push("全部相加".to_owned());
    let each = |goods| {
        if goods { "分别计：各是一种商品" } else { "分别计：它们是贸易伙伴" }
    };
    labels.extend(goods.map(|goods| each(goods).to_owned()));
    let sum = sum.map(|sum| format!("“{sum}”等于其余各项之和。")).unwrap_or_default();
    Asked {
        text: format!(
            "有{count}个数值的月份、流向、贸易伙伴和商品与另一个相同，只是{}不同。{sum}采用哪一种？",
            column(name)
        ),
        labels,
        matters: "同一数值的不同版本相加，合计没有意义；一个整体的组成部分若略去一些，合计则偏小。",
    }
}

/// What rows are that nothing tells apart.
pub fn rows(count: u64, line: u64) -> Asked {
    Asked::of(
        format!(
            "有{count}个数值与前面某一数值的月份、流向、贸易伙伴和商品相同（如第{line}行），应如何处理？"
        ),
        &["组成部分，应相加", "更正，以后者为准", "重复，以前者为准"],
        "数值将据此相加、替换或略去。",
    )
}

/// Whether a column holds the goods.
pub fn product_column(name: &str, word: &str) -> Asked {
    Asked::of(
        format!("没有识别出商品列。{}（如“{word}”）是商品吗？", column(name)),
        &["是", "不是，每行都是全部商品的贸易"],
        GOODS,
    )
}

/// Whether words of the partners’ column are whose trade it is, on rows of one direction.
pub fn home(name: &str, flow: Flow, words: &str) -> Asked {
    Asked::of(
        format!(
            "{}各行的{}是“{words}”，其他行都没有。这是报告国（地区）自己吗？",
            flow.plural(),
            column(name)
        ),
        &["是，这些行没有写明贸易伙伴", "不是，是贸易伙伴"],
        "把报告国（地区）当成贸易伙伴，就成了自己与自己贸易。",
    )
}

/// What the words are that head columns of figures.
pub fn heads(names: &[&str]) -> Asked {
    let shown = names.get(..4).unwrap_or(names).join("”“");
    let more = if names.len() > 4 { format!("等{}列", names.len()) } else { String::new() };
    Asked::of(
        format!("“{shown}”{more}下面是数值。这些列名代表什么？"),
        &["商品", "贸易伙伴", "报告国（地区），即谁的贸易"],
        "每个数值都将按其列名显示为该商品、该贸易伙伴或该报告国（地区）的贸易。",
    )
}

/// Whether a year stands for the part of it that words name: those of its rows, or of a line or the file’s name.
pub fn part_of_year(words: &str, year: Option<i32>, part: &str, beside: bool) -> Asked {
    let (short, rest): (String, bool) =
        (words.chars().take(60).collect(), words.chars().count() > 60);
    let said = format!("“{short}{}”", if rest { "……" } else { "" });
    let text = match (year, beside) {
        (Some(year), true) => format!("{year}年旁写有{said}。该年的数值是否只属于{part}？"),
        (Some(year), false) => {
            format!("{said}提到{year}年的一部分。该年的数值是否只属于{part}？")
        }
        (None, _) => format!("{said}提到一年中的一部分。各年是否都只是这些月份（如{part}）？"),
    };
    Asked::of(text, &["是，只是这些月份", "不是，是全年"], "把部分月份当成全年，看起来就像下降。")
}

/// Whether a file is of the same trade as those before.
pub fn overlap(count: u64, title: &str) -> Asked {
    Asked::of(
        format!("其中{count}个数值与此前的文件不同，表题也不同（“{title}”）。是同一项贸易吗？"),
        &["不是，不读取此文件", "是，采用后一文件的数值"],
        "若不是，其他商品或贸易伙伴的数值会取代此前的数值。",
    )
}

/// Which of several tables is read.
pub fn table(names: &[&str]) -> Asked {
    Asked::of(
        "其中有多个表格，读取哪一个？".to_owned(),
        names,
        "只读取这一个表格：同一贸易的几个表格会重复计算。",
    )
}

/// Whether the first line is data.
pub fn header(first: &str) -> Asked {
    Asked::of(
        format!("无法确定哪一行是表头。“{first}”是一行数据吗？"),
        &["是，没有表头", "不是，这就是表头"],
        "若把数据当作表头，这一行就会丢失。",
    )
}

/// Where the file's own words propose something.
pub(super) fn source(found: Source<'_>) -> String {
    match found {
        Source::Title(line) => format!("表格旁写有“{line}”"),
        Source::Heading(name) => format!("有一列的列名为“{name}”"),
        Source::Row(word) => format!("有的行写有“{word}”"),
        Source::Name(words) => format!("文件名含“{words}”"),
        Source::Column(name, word) => format!("{}每行均为“{word}”", column(name)),
    }
}

/// What all of a file is of, where its columns do not say it; each is answered by itself.
pub fn about(items: &[(Whole, Option<Source<'_>>)]) -> Asked {
    let name = |what: &Whole| match what {
        Whole::Reporter => "报告国（地区）",
        Whole::Partner => "贸易伙伴",
        Whole::Goods => "商品",
    };
    let item = |(what, found): &(Whole, Option<Source<'_>>)| match found {
        None => name(what).to_owned(),
        Some(found) => with_unit(name(what), &source(*found)),
    };
    let said: Vec<String> = items.iter().map(item).collect();
    Asked {
        text: format!("文件没有写明{}，请填写。", said.join("、")),
        labels: items.iter().map(|(what, _)| name(what).to_owned()).collect(),
        matters: "所有数值都按您的回答显示。不知道的可不改。全部伙伴填WLD，全部商品填TOTAL。",
    }
}

/// Which column holds what.
pub fn columns() -> Asked {
    Asked::of("各列是什么内容？".to_owned(), &[], "所有数值都从您指定的列中读取。")
}

/// Whether all rows are of the period that the title names.
pub fn period_of_title(words: &str) -> Asked {
    Asked::of(
        format!("各列和表头均未写明时期，表题写的是{words}。各行都属于这一时期吗？"),
        &["是，全部属于"],
        "所有数值都将显示在这一时期。",
    )
}

/// Which of several columns of one direction counts.
pub fn side(flow: Flow, names: &[&str]) -> Asked {
    Asked::of(
        format!("哪一列是{}？", flow.plural()),
        names,
        "这几列的统计口径不同，数值大小也不同。",
    )
}

/// Which of several columns holds the value.
pub fn value_column(names: &[&str]) -> Asked {
    Asked::of(
        "哪一列是金额？".to_owned(),
        names,
        "金额可能包含运费和保险费（CIF），也可能不含（FOB），或统计口径不同。",
    )
}

/// Which of several countries of a row is the partner: perhaps both, or the one that goes with the flow.
pub fn partner_column(names: &[String], pairs: bool, by_flow: bool) -> Asked {
    let both = [(pairs, "两者都是：前者出口到后者"), (by_flow, "进口看来源地，出口看目的地")];
    let both = both.into_iter().filter(|(there, _)| *there).map(|(_, words)| words.to_owned());
    Asked {
        text: format!("每行有几个国家（地区），列名为{}。哪一列是贸易伙伴？", names.join("、")),
        labels: both.chain(names.iter().cloned()).collect(),
        matters: "原产地、目的地和中转地各不相同。",
    }
}

/// Whether the countries of the only column of them report or are traded with.
pub fn whose_country(name: &str) -> Asked {
    Asked::of(
        format!("{}中的国家（地区）是报告国（地区），还是贸易伙伴？", column(name)),
        &["报告国（地区）", "贸易伙伴"],
        "答错会把一方的出口当作对该方的出口。",
    )
}

/// Which of several columns below the same heading counts; of two, whether one is a weight and one money.
pub fn again(name: &str, columns: &[(String, &str)], paired: bool) -> Asked {
    let both = |[weight, money]: [usize; 2]| {
        let own = |at: usize| columns.get(at).map_or("", |(letter, _)| letter);
        format!("两列都采用：{}列是重量或数量，{}列是金额", own(weight), own(money))
    };
    let label = |(letter, cell): &(String, &str)| match paired {
        true => format!("只采用{letter}列，如{cell}"),
        false => format!("{letter}列，如{cell}"),
    };
    let pairs = [[0, 1], [1, 0]].into_iter().filter(|_| paired).map(both);
    let shown: Vec<String> =
        columns.iter().map(|(letter, cell)| format!("{letter}列为{cell}")).collect();
    let asked = match paired {
        true => format!("例如同一行中{}。这两列各是什么？", shown.join("，")),
        false => "采用哪一组？".to_owned(),
    };
    Asked {
        text: format!("有{}列的列名同为{name}，其他列名也重复出现。{asked}", columns.len()),
        labels: pairs.chain(columns.iter().map(label)).collect(),
        matters: "各组是同一时期的不同数值，文件未写明区别。",
    }
}

/// Which of several columns of one period counts.
pub fn of_one_period(names: &[&str]) -> Asked {
    Asked::of(
        format!("有几列属于同一时期：{}。各时期都采用其中哪一种？", names.join("、")),
        names,
        "把同一数值的不同版本相加，得出的合计没有意义。",
    )
}

/// Whether the countries that head columns report or are traded with.
pub fn whose_headings(first: &str) -> Asked {
    Asked::of(
        format!("各列以国家（地区）为列名（如“{first}”）。它们是报告国（地区），还是贸易伙伴？"),
        &["报告国（地区）", "贸易伙伴"],
        "答错会把一方的出口当作对该方的出口。",
    )
}

/// Of which month or year all of it is, where nothing says it.
pub fn period() -> Asked {
    Asked::of(
        "从各列、列名和表题都不能识别出时期。所有行属于哪一年或哪个月（如2024或2024-06）？"
            .to_owned(),
        &[],
        "所有数值都将归入该时期。",
    )
}

/// Which year months are of; the file’s name may have one.
pub fn year_of_months(named: Option<&str>) -> Asked {
    let named = named.map(|year| format!("（文件名中有{year}）")).unwrap_or_default();
    Asked::of(
        format!("表中只有月份，没有年份{named}。是哪一年（如2024）？"),
        &[],
        "所有数值都将列在该年。",
    )
}

/// The same where the file’s name speaks of one.
pub fn period_of_name(words: &str) -> Asked {
    Asked::of(
        format!("各列、列名和表题均未写明时期，文件名中有“{words}”。所有行属于哪一年或哪个月？"),
        &[words],
        "所有数值都将归入该时期。",
    )
}

/// Which of several words of a column count as exports, or as imports.
pub fn kinds(name: &str, flow: Flow, words: &[&str]) -> Asked {
    let only = words.iter().map(|word| format!("只有{word}"));
    Asked {
        text: format!("{}中有{}。哪些算{}？", column(name), words.join("、"), flow.plural()),
        labels: only.chain(["全部相加".to_owned()]).collect(),
        matters: "只取一部分会少于总量，把部分与总量相加则会重复计算。",
    }
}

/// That an answer is none.
pub fn wrong(id: &str, answer: &str, expected: &str) -> String {
    format!("“{id}”的回答“{answer}”无效，应为{expected}")
}

words! {
    a_column: "列名",
    a_month_number: "月份数字，1至12",
    a_number: "数字，如1000",
    a_number_or_word: "数字（如1000）或表示倍数的词（如million）",
    a_period: "月份或年份，如2024-06",
    a_year: "年份，如2024",
    a_unit: "计量单位，如kg、t、piece",
    whole: "国家（地区）代码或名称、OWN或WLD、列名，或product=加商品",
    currency_and_factor: "货币代码，如USD、EUR、1000 USD",
}

/// Answers of which one was expected.
pub fn one_of(answers: &[&str]) -> String {
    match answers {
        [first @ .., last] if !first.is_empty() => format!("{}或{last}", first.join("、")),
        _ => answers.concat(),
    }
}
