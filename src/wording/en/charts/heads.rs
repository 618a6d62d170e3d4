//! Heads of tables' columns and names of their rows.

words! {
    adjusted_from_parts: "Adjusted from parts",
    against: "Compared with",
    amount: "Amount",
    apparent_consumption: "Apparent consumption",
    baseline: "Baseline",
    calendar: "Calendar",
    change_percent: "Change (%)",
    class: "Class",
    comparison: "Comparison",
    contribution: "Contribution",
    date: "Date",
    disturbance: "Disturbance",
    earlier_years: "Earlier years",
    effective_number: "Effective number",
    event: "Event",
    events_near: "Events within two months",
    exports: "Exports",
    figure: "Figure",
    from_80: "80% interval, low",
    from_95: "95% interval, low",
    from_parts_less_direct: "From parts less direct",
    gap_percent: "Gap (%)",
    good: "Product",
    hhi: "Herfindahl–Hirschman index",
    hhi_from: "HHI from",
    hhi_to: "HHI to",
    import_share: "Import share",
    imports: "Imports",
    january_and_february: "January and February together",
    january_to: "January to",
    joint_from: "Joint 95% interval, low",
    joint_to: "Joint 95% interval, high",
    judged: "Assessment",
    known: "Reported by",
    level: "Level",
    mean_of_12_months: "12-month mean",
    median_forecast: "Median forecast",
    missing: "Missing",
    month: "Month",
    month_on_month: "Month on month",
    months_after: "Months after",
    months_before: "Months before",
    net_import_reliance: "Net import reliance",
    note: "Note",
    observed: "Observed",
    partner: "Partner",
    partner_report: "Partner’s figure",
    period: "Period",
    place: "Place",
    price: "Price",
    price_change: "Change (%)",
    published: "Published",
    publisher: "Publisher",
    quantity: "Quantity",
    reason: "Reason",
    remainder: "Remainder",
    remark: "Remark",
    reported: "Reported",
    season: "Season",
    season_alone: "Season, holiday and trend alone",
    season_and_trend_alone: "Season and trend alone",
    season_and_calendar: "Season and calendar",
    seasonally_adjusted: "Seasonally adjusted",
    share: "Share",
    size: "Size",
    source: "Source",
    standing: "Use",
    status: "Status",
    step: "Step",
    t_value: "t value",
    three_on_three: "Three months on previous three",
    to_80: "80% interval, high",
    to_95: "95% interval, high",
    total: "Total",
    trend: "Trend",
    unit: "Unit",
    unit_value: "Unit value",
    value: "Value",
    volume: "Volume",
    weight: "Weight",
    what: "Item",
    year: "Year",
    year_earlier: "A year earlier",
    year_on_year: "Year on year",
}

/// What exports are more than imports.
pub const fn exports_less_imports(_money: bool) -> &'static str {
    "Exports less imports"
}

/// What a part gave to a change, in its unit.
pub const fn gave() -> &'static str {
    contribution()
}

/// A change in its unit.
pub const fn change(_money: bool) -> &'static str {
    "Change"
}

/// The lowest of the same month in these years.
pub fn lowest(first: i32, last: i32) -> String {
    format!("Lowest {first}–{last}")
}

/// The highest likewise.
pub fn highest(first: i32, last: i32) -> String {
    format!("Highest {first}–{last}")
}

/// What a row is of: a month or a year.
pub const fn of_step(months: u16) -> &'static str {
    match months {
        12 => year(),
        3 => "Quarter",
        1 => month(),
        _ => period(),
    }
}

/// The change on the year before, of months or of years.
pub const fn change_on_year(_: bool) -> &'static str {
    year_on_year()
}

/// A column’s head in a file: the name that programs know it by.
pub fn in_files(_: &str, name: &str) -> String {
    name.to_owned()
}

/// A name with the unit it is counted in: `Unit value (US$/t)`.
pub fn with_unit(name: &str, unit: &str) -> String {
    format!("{name} ({unit})")
}
