//! What a pinned file says around its chart.

/// That it stays as it was made.
pub const fn stays() -> &'static str {
    "This chart is pinned: it stays as it was made."
}

/// The link to the live page.
pub const fn see_today() -> &'static str {
    "See it with today’s data"
}

/// The same link of a page that is made anew with the data.
pub const fn choose() -> &'static str {
    "Choose months, partners and charts in the live page"
}

/// What stands before the address of a link that the host's page forbids to open.
pub const fn links_forbidden() -> &'static str {
    "Links cannot be opened here. Copy the address: "
}

/// How points are looked at.
pub const fn hint() -> &'static str {
    "Hover, tap or use the arrow keys to see a figure and its source."
}

/// A heading.
pub const fn notes() -> &'static str {
    "Notes"
}

/// What unfolds notes, events and figures.
pub const fn behind() -> &'static str {
    "Notes and figures"
}

/// A heading.
pub const fn figures() -> &'static str {
    "The figures"
}

/// That the table has not all rows.
pub fn rows_left_out(kept: usize, all: usize, latest: bool) -> String {
    let which = if latest { "latest" } else { "first" };
    format!("To keep this file small, its table has the {which} {kept} of {all} rows.")
}

/// What a screen reader calls the table.
pub const fn table() -> &'static str {
    "Table of the figures"
}

/// What stands before a point's sources.
pub const fn source() -> &'static str {
    "Source: "
}

/// What stands between the parts of what is said of a point.
pub const fn comma() -> &'static str {
    ", "
}

/// What stands before its value.
pub const fn colon() -> &'static str {
    ": "
}

/// A point's place among all, with stars for the numbers.
pub const fn point() -> &'static str {
    "Point * of *."
}

/// What the list of the charts' own pages is called.
pub const fn all_charts() -> &'static str {
    "Xenotime’s charts as still pages"
}
