//! The table of partners and products beside the chart.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use super::session::Session;
use crate::charts::{Query, choose, lead, source_links};
use crate::statistics::structure::Side;
use crate::tables::{Asked, Ranking, awaited, csv, of_dataset, ranking};
use crate::trade::{Dataset, Measure, SeriesKey};
use crate::util::CollectVec as _;

/// More publications than a line names.
const MOST_SOURCES: usize = 12;

/// What the page shows of a table.
#[derive(Serialize)]
struct ShownRanking {
    ranking: Ranking,
    /// Safe HTML.
    sources: String,
    /// Files that it is made of and that are not there yet.
    needs: Vec<String>,
}

#[wasm_bindgen]
impl Session {
    /// The table that is asked for, in the words of [`Asked::read`], of what the chart shows.
    ///
    /// # Errors
    /// Only where the browser cannot hold the answer.
    pub fn table(&self, asked: &str) -> Result<JsValue, JsError> {
        let asked = Asked::read(asked);
        let ranking = self.ranking(&asked);
        let mut sources = ranking.rows.iter().flat_map(|row| row.sources.clone()).collect_vec();
        crate::util::sort_unique(&mut sources);
        sources.truncate(MOST_SOURCES);
        let shown = ShownRanking {
            sources: source_links(&self.dataset, &sources),
            needs: awaited(&self.dataset),
            ranking,
        };
        Ok(shown.serialize(&Serializer::json_compatible())?)
    }

    /// The address that a row of it leads to, by its code; and behind a line's end why that is of another chart.
    #[wasm_bindgen(js_name = rowLeads)]
    pub fn row_leads(&self, asked: &str, code: &str) -> String {
        let query = self.view.query.over(&self.dataset);
        let key = key_of(&query.key(), Asked::read(asked).by, code);
        let dataset = &*query.of_data(&self.dataset);
        let value = control_value(dataset, &key, query.unit.map(|unit| unit.code()));
        self.nearest_chart(&choose(&self.dataset, &self.view.query, "product", &value))
    }

    /// The same of an address whose series a reader chose.
    pub fn leads(&self, search: &str) -> String {
        self.nearest_chart(&self.asked(search).0)
    }

    /// All rows of it as CSV.
    #[wasm_bindgen(js_name = tableCsv)]
    pub fn table_csv(&self, asked: &str) -> String {
        csv(&self.ranking(&Asked { most: usize::MAX, ..Asked::read(asked) }))
    }

    /// What the chart shows, for who has the rows of it: lines of a name, a tab and a value.
    pub fn subject(&self) -> String {
        let key = self.view.query.over(&self.dataset).key();
        format!(
            "flow\t{}\nmeasure\t{}\npartner\t{}\nproduct\t{}\nmonth\t{}\n",
            key.flow.code(),
            key.measure.code(),
            key.partner.code(),
            key.product,
            self.view.month
        )
    }
}

impl Session {
    fn nearest_chart(&self, asked: &Query) -> String {
        let (query, why) = lead(&self.dataset, asked);
        format!("{}\n{why}", query.address())
    }

    fn ranking(&self, asked: &Asked) -> Ranking {
        let query = self.view.query.over(&self.dataset);
        let dataset = &*query.of_data(&self.dataset);
        ranking(&of_dataset(dataset, &query.key(), self.view.period, asked), asked)
    }
}

/// The series of a row.
fn key_of(own: &SeriesKey, by: Side, code: &str) -> SeriesKey {
    let mut key = own.clone();
    match by {
        Side::Product => code.clone_into(&mut key.product),
        Side::Partner => {
            key.partner = crate::trade::Partner::parse(code).unwrap_or(key.partner);
        }
    }
    key
}

/// The value of the page's control, in a measure that the row has.
fn control_value(dataset: &Dataset, key: &SeriesKey, unit: Option<&str>) -> String {
    let has = |measure: &Measure| dataset.has(&SeriesKey { measure: *measure, ..key.clone() });
    let other = || Measure::ALL.into_iter().find(has);
    let measure = Some(key.measure).filter(has).or_else(other).unwrap_or(key.measure);
    let unit =
        unit.filter(|_| measure == key.measure).map_or(String::new(), |unit| format!(" {unit}"));
    format!("{} {} {}{unit}", key.product, key.partner.code(), measure.code())
}
