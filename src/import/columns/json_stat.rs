//! JSON-stat, in which statistical offices answer: a cube of figures in one list, beside the categories of each
//! of its dimensions. It becomes a table of one row for each cell.
//!
//! The format: <https://json-stat.org/full/>, versions 1.0 to 2.0.

use super::json::{Named, Parsed, Parser, are_coded, is_code, is_period};
use crate::import::cells::countries::{alpha2, code};
use crate::util::csv_cells::line;
use crate::wording::say::import::json as words;

/// More figures than are written out.
const MOST_CELLS: usize = 1 << 22;

/// What a member of a cube holds.
enum Node {
    /// Text, a number or a word; nothing for `null`.
    Cell(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

impl Node {
    fn read(parser: &mut Parser, depth: usize) -> Parsed<Self> {
        if depth > super::json::DEEPEST {
            return Err(words::too_deep());
        }
        parser.blanks();
        match parser.peek() {
            Some(b'{') => {
                let mut members = Vec::new();
                parser.members(&mut |parser, name| {
                    members.push((name, Self::read(parser, depth + 1)?));
                    Ok(())
                })?;
                Ok(Self::Object(members))
            }
            Some(b'[') => {
                let mut items = Vec::new();
                parser.items(&mut |parser| {
                    items.push(Self::read(parser, depth + 1)?);
                    Ok(())
                })?;
                Ok(Self::List(items))
            }
            _ => Ok(Self::Cell(parser.value(depth)?)),
        }
    }

    fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(own, _)| own == name).map(|(_, node)| node)
    }

    fn cell(&self) -> &str {
        if let Self::Cell(text) = self { text } else { "" }
    }

    fn list(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    fn said(&self, name: &str) -> &str {
        self.member(name).map_or("", Self::cell)
    }

    fn cells(&self) -> Vec<String> {
        self.list().iter().map(|item| item.cell().to_owned()).collect()
    }
}

/// The tables of an answer in JSON-stat; none where it is other JSON.
///
/// # Errors
/// Where a dimension does not have as many categories as it says.
pub fn tables(text: &[u8]) -> Result<Vec<Named>, &'static str> {
    let Some(text) = std::str::from_utf8(text).ok().filter(|own| own.contains("\"dimension\""))
    else {
        return Ok(Vec::new());
    };
    let Ok(root) = Node::read(&mut Parser::new(text), 0) else { return Ok(Vec::new()) };
    let mut cubes = Vec::new();
    match &root {
        own if is_cube(own) => cubes.push(("", own)),
        // Version 1.x names each of the cubes of an answer.
        Node::Object(members) => cubes.extend(
            members
                .iter()
                .filter(|(_, node)| is_cube(node))
                .map(|(name, node)| (name.as_str(), node)),
        ),
        _ => {}
    }
    let made = cubes.into_iter().map(|(path, node)| {
        Ok(Named { path: path.to_owned(), csv: table(node).ok_or_else(words::cube)? })
    });
    made.collect()
}

fn is_cube(node: &Node) -> bool {
    matches!(node.member("dimension"), Some(Node::Object(_)))
        && matches!(node.member("value"), Some(Node::List(_) | Node::Object(_)))
}

/// A category: its code, what it is called, and what it counts in where it is a measure.
#[derive(Clone, Default)]
struct Category {
    key: String,
    label: String,
    unit: String,
}

impl Category {
    /// What a column of a measure is called, with its unit.
    fn measure(&self) -> String {
        let bracketed = ["(", &self.unit, ")"].concat();
        if self.unit.is_empty() || self.label.ends_with(&bracketed) {
            return self.label.clone();
        }
        [&self.label, " ", &bracketed].concat()
    }
}

/// A dimension: its categories in the order in which the figures stand.
struct Dimension {
    id: String,
    label: String,
    categories: Vec<Category>,
}

impl Dimension {
    /// Reads a dimension of so many categories.
    fn read(id: &str, node: &Node, size: usize) -> Option<Self> {
        let category = node.member("category")?;
        let labels = category.member("label");
        let mut keys = vec![String::new(); size];
        match (category.member("index"), labels) {
            (Some(Node::Object(places)), _) => {
                for (key, place) in places {
                    key.clone_into(keys.get_mut(place.cell().parse::<usize>().ok()?)?);
                }
            }
            (Some(list), _) => keys = list.cells(),
            // Of a single category no place need be said.
            (None, Some(Node::Object(labels))) => {
                keys = labels.iter().map(|(key, _)| key.clone()).collect();
            }
            _ => return None,
        }
        let mut categories = Vec::new();
        for key in keys {
            let mut own = Category { key, ..Category::default() };
            let said = labels.map_or("", |labels| labels.said(&own.key));
            own.label = if said.is_empty() { own.key.clone() } else { said.to_owned() };
            if let Some(unit) = category.member("unit").and_then(|units| units.member(&own.key)) {
                let names = ["base", "label", "symbol"];
                let said = names.iter().map(|name| unit.said(name)).find(|own| !own.is_empty());
                own.unit = said.unwrap_or_default().to_owned();
            }
            categories.push(own);
        }
        let name = node.said("label");
        let label = if name.is_empty() { id } else { name }.to_owned();
        (categories.len() == size).then(|| Self { id: id.to_owned(), label, categories })
    }

    /// Whether its categories are measures, each in a unit of its own.
    fn is_of_measures(&self) -> bool {
        self.categories.iter().any(|own| !own.unit.is_empty())
    }

    /// Puts its columns behind the others: months and countries by their codes, goods by code and name, all else in
    /// words; by its codes alone where they are those of SDMX.
    fn columns(&self, at: usize, sdmx: bool, columns: &mut Vec<Column>) {
        let keys: Vec<String> = self.categories.iter().map(|own| own.key.clone()).collect();
        let labels: Vec<String> = self.categories.iter().map(|own| own.label.clone()).collect();
        let mut put = |name: &str, cells| columns.push(Column { at, name: name.to_owned(), cells });
        if sdmx {
            return put(if self.id == "time" { "TIME_PERIOD" } else { &self.id }, keys);
        }
        if keys.iter().all(|key| is_period(key)) {
            return put("period", keys);
        }
        if are_coded(&keys) {
            let mut cells = keys;
            for (cell, label) in cells.iter_mut().zip(labels) {
                if code(cell).is_none_or(|own| alpha2(&own).is_none()) {
                    *cell = label;
                }
            }
            return put(&self.label, cells);
        }
        let coded = keys.iter().filter(|key| is_code(key)).count();
        if coded == 0 || coded * 2 < keys.len() {
            return put(&self.label, labels);
        }
        // A label may begin with the code.
        let mut names = labels;
        for (name, key) in names.iter_mut().zip(&keys) {
            if let Some(rest) = name.strip_prefix(key.as_str()) {
                *name = rest.trim_start().to_owned();
            }
        }
        put(&self.label, keys);
        put(&[&self.label, " name"].concat(), names);
    }
}

/// A column of a dimension's categories.
struct Column {
    /// The dimension's place.
    at: usize,
    name: String,
    cells: Vec<String>,
}

/// What stands at each place: all in a list, or some, each under the number of its place.
fn placed(node: Option<&Node>, count: usize) -> Vec<&str> {
    let mut cells = vec![""; count];
    match node {
        Some(Node::List(items)) => {
            cells.iter_mut().zip(items).for_each(|(cell, item)| *cell = item.cell());
        }
        Some(Node::Object(members)) => {
            for (place, item) in members {
                let cell = place.parse::<usize>().ok().and_then(|at| cells.get_mut(at));
                cell.into_iter().for_each(|cell| *cell = item.cell());
            }
        }
        _ => {}
    }
    cells
}

/// A cube as a table: a row for each of its figures, or for all measures of the same.
fn table(node: &Node) -> Option<String> {
    let dimension = node.member("dimension")?;
    // Version 1.x has both within the dimensions.
    let own = |name: &str| Some(node.member(name).or_else(|| dimension.member(name))?.cells());
    let (ids, sizes) = (own("id")?, own("size")?);
    let mut dimensions = Vec::new();
    let mut count = 1_usize;
    for (id, size) in ids.iter().zip(&sizes) {
        let size = size.parse().ok()?;
        dimensions.push(Dimension::read(id, dimension.member(id)?, size)?);
        count = count.checked_mul(size).filter(|count| *count <= MOST_CELLS)?;
    }
    // The first dimension of SDMX, by its guidelines.
    let sdmx = dimensions.iter().any(|own| own.id.eq_ignore_ascii_case("freq"));
    let measures = dimensions.iter().position(|own| !sdmx && own.is_of_measures());
    let mut columns = Vec::new();
    let mut amounts = vec!["OBS_VALUE".to_owned()];
    // Of each dimension how many categories it has, and how far apart the figures of two neighbours are.
    let mut steps: Vec<(usize, usize)> = Vec::new();
    let mut stride = count;
    for (at, own) in dimensions.iter().enumerate() {
        let size = own.categories.len().max(1);
        stride /= size;
        steps.push((size, stride));
        if Some(at) == measures {
            amounts = own.categories.iter().map(Category::measure).collect();
        } else {
            own.columns(at, sdmx, &mut columns);
        }
    }
    let figures = placed(node.member("value"), count);
    let status = node.member("status").filter(|own| !matches!(own, Node::Cell(_)));
    let marks = placed(status, if status.is_some() { count } else { 0 });
    let is_sparse = matches!(node.member("value"), Some(Node::Object(_)));
    let mut text = String::new();
    let [label, source] = ["label", "source"].map(|name| node.said(name));
    for (name, said) in [("", label), ("source: ", source)] {
        if !said.is_empty() {
            line(&mut text, vec![[name, said].concat()].into_iter());
        }
    }
    let mut heads: Vec<String> = columns.iter().map(|own| own.name.clone()).collect();
    heads.extend(amounts.iter().cloned());
    if status.is_some() {
        let flag =
            |name: &String| if sdmx { "OBS_FLAG".to_owned() } else { [name, " status"].concat() };
        heads.extend(amounts.iter().map(flag));
    }
    line(&mut text, heads.into_iter());
    let apart = measures.and_then(|at| steps.get(at)).map_or(0, |(_, stride)| *stride);
    for first in 0..count {
        let category = |at: usize| steps.get(at).map_or(0, |(size, stride)| first / stride % size);
        if measures.is_some_and(|at| category(at) > 0) {
            continue;
        }
        let mut row: Vec<String> = Vec::new();
        for own in &columns {
            row.push(own.cells.get(category(own.at)).cloned().unwrap_or_default());
        }
        let mut empty = true;
        for list in [&figures, &marks] {
            for at in 0..amounts.len() {
                let Some(cell) = list.get(first + at * apart) else { continue };
                empty &= cell.is_empty();
                row.push((*cell).to_owned());
            }
        }
        // Of a cube that leaves places out only what it holds.
        if !(empty && is_sparse) {
            line(&mut text, row.into_iter());
        }
    }
    Some(text)
}
