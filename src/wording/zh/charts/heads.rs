//! 表头与行名。

words! {
    adjusted_from_parts: "由分项调整",
    against: "基期",
    amount: "数值",
    apparent_consumption: "表观消费量",
    baseline: "基数",
    calendar: "日历因素",
    change_percent: "增减幅度",
    class: "分级",
    comparison: "比较方式",
    contribution: "拉动",
    date: "日期",
    disturbance: "扰动",
    earlier_years: "此前年份",
    effective_number: "等效数目",
    event: "事件",
    events_near: "前后两个月内的事件",
    exports: "出口",
    figure: "数值",
    from_80: "80%区间下限",
    from_95: "95%区间下限",
    from_parts_less_direct: "由分项调整减直接调整",
    gap_percent: "差距",
    good: "商品",
    hhi: "赫芬达尔指数（HHI）",
    hhi_from: "HHI下限",
    hhi_to: "HHI上限",
    import_share: "进口占比",
    imports: "进口",
    january_and_february: "1—2月合计",
    january_to: "累计期间",
    joint_from: "联合95%区间下限",
    joint_to: "联合95%区间上限",
    judged: "判断",
    known: "数据情况",
    level: "水平",
    mean_of_12_months: "12个月均值",
    median_forecast: "预测中位数",
    missing: "缺少",
    month: "月份",
    month_on_month: "环比",
    months_after: "事件当月及以后月数",
    months_before: "事件前月数",
    net_import_reliance: "净进口依存度",
    note: "备注",
    observed: "观测值",
    partner: "贸易伙伴",
    partner_report: "伙伴统计",
    period: "时期",
    place: "位置",
    price: "价格",
    price_change: "涨跌幅",
    published: "公布日期",
    publisher: "发布机构",
    quantity: "数量",
    reason: "原因",
    remainder: "不规则成分",
    remark: "说明",
    reported: "公布值",
    season: "季节",
    season_alone: "仅按季节、节日和趋势",
    season_and_trend_alone: "仅按季节和趋势",
    season_and_calendar: "季节与日历",
    seasonally_adjusted: "季节调整值",
    share: "占比",
    size: "幅度",
    source: "来源",
    standing: "是否采用",
    status: "性质",
    step: "水平变化",
    t_value: "t值",
    three_on_three: "3个月比前3个月",
    to_80: "80%区间上限",
    to_95: "95%区间上限",
    total: "总量",
    trend: "趋势",
    unit: "单位",
    unit_value: "均价",
    value: "金额",
    volume: "数量",
    weight: "权重",
    what: "项目",
    year: "年份",
    year_earlier: "上年同期",
    year_on_year: "同比",
}

/// What exports are more than imports; of money it has a name.
pub const fn exports_less_imports(money: bool) -> &'static str {
    if money { "贸易差额" } else { "净出口量" }
}

/// What a part gave to a change, in its unit.
pub const fn gave() -> &'static str {
    "影响额"
}

/// A change in its unit.
pub const fn change(money: bool) -> &'static str {
    if money { "增减额" } else { "增减量" }
}

/// The lowest of the same month in these years.
pub fn lowest(first: i32, last: i32) -> String {
    format!("{first}—{last}年最低")
}

/// The highest likewise.
pub fn highest(first: i32, last: i32) -> String {
    format!("{first}—{last}年最高")
}

/// What a row is of: a month or a year.
pub const fn of_step(months: u16) -> &'static str {
    match months {
        12 => year(),
        3 => "季度",
        1 => month(),
        _ => period(),
    }
}

/// The change on the year before, of months or of years.
pub const fn change_on_year(annual: bool) -> &'static str {
    if annual { "比上年增减" } else { year_on_year() }
}

/// A column’s head in a file: as the table has it, for Chinese readers open files in spreadsheets. There the
/// numbers have no sign behind them, and no title says which way the trade goes.
pub fn in_files(head: &str, name: &str) -> String {
    let flow = match name.split_once('_') {
        Some(("export", _)) => exports(),
        Some(("import", _)) => imports(),
        _ => "",
    };
    let head = if head.contains(flow) { head.to_owned() } else { format!("{flow}：{head}") };
    if name.contains("percentage_points") {
        return with_unit(&head, "百分点");
    }
    if name.ends_with("_percent") && !head.contains('%') { with_unit(&head, "%") } else { head }
}

/// A name with the unit it is counted in: `均价（美元/吨）`, `稀土（总额，美元）`.
pub fn with_unit(name: &str, unit: &str) -> String {
    match name.strip_suffix('）') {
        Some(open) => format!("{open}，{unit}）"),
        None => format!("{name}（{unit}）"),
    }
}
