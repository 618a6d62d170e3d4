//! `products.csv`: products, their other names, and the lines they are part of.

use super::RowError;
use super::cell_types::{hs_codes, some};
use super::partners::check_aliases;
use super::row::{Row, Table};
use crate::trade::{Flow, Product};
use crate::util::CollectVec as _;
use crate::wording::say::import::dataset as expected;

const COLUMNS: [&str; 10] = [
    "product",
    "label",
    "?short_label",
    "hs",
    "?note",
    "note_*",
    "aliases_*",
    "?parent",
    "?parent_flow",
    "?headline",
];

/// The products, and those that are the customs' headline and the wider line above it.
#[derive(Default)]
pub(super) struct Products {
    pub all: Vec<Product>,
    pub headline: Option<String>,
    pub wider: Option<String>,
}

/// The rows of `products.csv`; a row that cannot be read is left out and added to `errors`.
pub(super) fn read_products(text: &str, errors: &mut Vec<RowError>) -> Products {
    let mut products = Products::default();
    let mut codes: Vec<String> = Vec::new();
    let table = Table { file: "products.csv", text, columns: &COLUMNS };
    // Parents may come later in the file than their parts.
    table.read(&mut Vec::new(), &mut |row| codes.push(row.cell("product").to_owned()));
    let (mut aliases, mut lines) = (Vec::new(), Vec::new());
    table.read(errors, &mut |mut row| {
        lines.push(row.line);
        read_product(&mut row, &codes, &mut products);
        let names = row.words("aliases_");
        check_aliases(&mut row, "aliases_", &names, &mut aliases);
    });
    check_circles(table, &products.all, &lines, errors);
    products
}

fn read_product(row: &mut Row<'_>, codes: &[String], products: &mut Products) {
    let code = row.cell("product").to_owned();
    row.parsed("product", expected::goods_short_name(), |code| {
        let known = products.all.iter().any(|product| product.code == code);
        (!code.is_empty() && !known).then_some(())
    });
    row.parsed("label", expected::name(), some);
    row.parsed("hs", expected::hs_codes(), hs_codes);
    row.parsed("parent", expected::another_product(), |parent| {
        let other = parent != code && codes.iter().any(|code| code == parent);
        (parent.is_empty() || other).then_some(())
    });
    let parted = !row.cell("parent").is_empty();
    let flow = row.parsed("parent_flow", expected::one_flow_or_nothing(), |flow| match flow {
        "" => Some(None),
        flow => Flow::parse(flow)
            .filter(|flow| parted && matches!(flow, Flow::Export | Flow::Import))
            .map(Some),
    });
    let (headline, wider) = (products.headline.is_none(), products.wider.is_none());
    let line = row.parsed("headline", expected::headline_mark(), |line| {
        let fits = match line {
            "" => true,
            "yes" => headline,
            "wider" => wider,
            _ => false,
        };
        fits.then(|| line.to_owned())
    });
    match line.as_deref() {
        Some("yes") => products.headline = Some(code.clone()),
        Some("wider") => products.wider = Some(code.clone()),
        _ => {}
    }
    products.all.push(Product {
        code,
        label: row.cell("label").to_owned(),
        short_label: row.cell("short_label").to_owned(),
        hs: row.cell("hs").split_whitespace().map(str::to_owned).collect_vec(),
        notes: row.words_beside("note"),
        aliases: row.words("aliases_"),
        parent: Some(row.cell("parent").to_owned()).filter(|parent| !parent.is_empty()),
        parent_flow: flow.flatten(),
    });
}

/// A product that is part of itself, by way of others, would be counted for ever.
fn check_circles(
    table: Table<'_>,
    products: &[Product],
    lines: &[u64],
    errors: &mut Vec<RowError>,
) {
    let parent = |code: &str| {
        let product = products.iter().find(|product| product.code == code)?;
        product.parent.as_deref()
    };
    for (product, line) in products.iter().zip(lines) {
        let Some(first) = product.parent.as_deref().filter(|first| *first != product.code) else {
            continue;
        };
        let mut ancestors = std::iter::successors(Some(first), |code| parent(code));
        if ancestors.by_ref().take(products.len()).any(|code| code == product.code) {
            let expected = expected::no_part_of_itself();
            errors.push(table.error(*line, "parent", first, expected));
        }
    }
}
