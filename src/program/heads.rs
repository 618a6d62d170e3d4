//! What a frame's page says of the views that the build foresees while the module that draws them is on its way:
//! headline, subtitle and source of each month.

use serde_json::{Map, Value, json};
use xenotime::charts::{ChartKind, Query, head, needs, open};
use xenotime::trade::{Dataset, Flow};

/// The script's place for them.
const BLANK: &str = "\"{{heads}}\"";

/// The script of a chart's frames; none where there is nothing to say ahead.
///
/// # Errors
///
/// A message if the script has no place for what belongs there.
pub fn script(
    dataset: &Dataset,
    chart: ChartKind,
    template: &str,
) -> Result<Option<String>, String> {
    if !template.contains(BLANK) {
        return Err(format!("heads.js: found no {BLANK}, expected one to fill"));
    }
    let mut said: Vec<String> = Vec::new();
    let mut views = Map::new();
    for query in foreseen(dataset, chart) {
        // A view of more than the page begins with waits for that.
        if !needs(dataset, &query).is_empty() {
            continue;
        }
        let (view, problems) = open(dataset, &query);
        let other = query.month.is_some_and(|month| month != view.month);
        if other || !problems.is_empty() || view.graph.marks.is_empty() {
            continue;
        }
        let [headline, rest @ ..] = head(dataset, &view);
        let mut entry = vec![Value::from(headline)];
        for text in rest {
            let place = said.iter().position(|own| *own == text).unwrap_or(said.len());
            if place == said.len() {
                said.push(text);
            }
            entry.push(Value::from(place));
        }
        views.insert(key(&query), Value::from(entry));
    }
    let made = || {
        template.replace(
            BLANK,
            &json!({ "chart": chart.code(), "said": said, "views": views }).to_string(),
        )
    };
    Ok((!views.is_empty()).then(made))
}

/// The views of a chart that an article is likely to be about: each month of any goods, either way.
fn foreseen(dataset: &Dataset, chart: ChartKind) -> Vec<Query> {
    let usual = Query { chart, ..Query::default() }.over(dataset);
    let mut found = Vec::new();
    for product in &dataset.products {
        for flow in [Flow::Export, Flow::Import] {
            let product = product.code.clone();
            let latest = Query { flow, product, ..usual.clone() };
            let series = dataset.series(&latest.key());
            let months = series.months().map(|figure| Some(figure.period.end()));
            let of = |month| Query { month, ..latest.clone() };
            found.extend(std::iter::once(None).chain(months).map(of));
        }
    }
    // What an address without a word means the build has drawn.
    found.retain(|query| !key(query).is_empty());
    found
}

/// The address without the chart, as the script asks for it: its parts in alphabetical order.
fn key(query: &Query) -> String {
    let address = Query { chart: Query::default().chart, ..query.clone() }.address();
    let mut parts: Vec<&str> = address.trim_start_matches('?').split('&').collect();
    parts.sort_unstable();
    parts.join("&")
}
