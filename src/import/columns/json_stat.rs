//! JSON-stat, in which statistical offices answer: a cube of figures in one list, beside the categories of each
//! of its dimensions. It becomes a table of one row for each cell.
//!
//! The format: <https://json-stat.org/full/>, versions 1.0 to 2.0.

use rustc_hash::FxHashMap;

use super::json::{Named, Parsed, Parser, are_coded, is_code, is_period};
use crate::import::cells::countries::{alpha2, code};
use crate::util::csv_cells::line;
use crate::wording::say::import::json as words;

/// More cells than this are not held at once: as many as a file of the size that is held may have.
const MOST_CELLS: usize = super::json::MOST / 4;

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

/// What stands at the places of a cube: all in a list, or some, each under the number of its place.
enum Placed<'a> {
    All(&'a [Node]),
    Some(FxHashMap<usize, &'a str>),
}

impl<'a> Placed<'a> {
    fn read(node: &'a Node) -> Option<Self> {
        match node {
            Node::List(items) => Some(Self::All(items)),
            Node::Object(members) => {
                let own =
                    |(name, node): &'a (String, Node)| Some((name.parse().ok()?, node.cell()));
                Some(Self::Some(members.iter().filter_map(own).collect()))
            }
            Node::Cell(_) => None,
        }
    }

    fn at(&self, place: usize) -> &'a str {
        match self {
            Self::All(items) => items.get(place).map_or("", Node::cell),
            Self::Some(own) => own.get(&place).copied().unwrap_or_default(),
        }
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
        let csv = Cube::read(node).ok_or_else(words::cube)?.csv(node);
        Ok(Named { path: path.to_owned(), csv })
    });
    made.collect()
}

fn is_cube(node: &Node) -> bool {
    matches!(node.member("dimension"), Some(Node::Object(_)))
        && matches!(node.member("value"), Some(Node::List(_) | Node::Object(_)))
}

/// A dimension: its categories in the order in which the figures stand.
struct Dimension {
    id: String,
    label: String,
    keys: Vec<String>,
    labels: Vec<String>,
    /// What each category is counted in, where the dimension is of measures.
    units: Vec<String>,
}

/// The columns of a dimension: a name, and a cell for each of its categories.
type Columns = Vec<(String, Vec<String>)>;

impl Dimension {
    /// Reads a dimension of so many categories.
    fn read(id: &str, node: &Node, size: usize) -> Option<Self> {
        let category = node.member("category")?;
        let keys = match (category.member("index"), category.member("label")) {
            (Some(Node::Object(places)), _) => {
                let mut keys = vec![String::new(); size];
                for (key, place) in places {
                    key.clone_into(keys.get_mut(place.cell().parse::<usize>().ok()?)?);
                }
                keys
            }
            (Some(list), _) => list.cells(),
            // Of a single category no place need be said.
            (None, Some(Node::Object(labels))) => {
                labels.iter().map(|(key, _)| key.clone()).collect()
            }
            _ => return None,
        };
        if keys.len() != size {
            return None;
        }
        let of_keys = |own: &dyn Fn(&String) -> String| keys.iter().map(own).collect();
        let label = |key: &String| {
            let own = category.member("label").map_or("", |labels| labels.said(key));
            if own.is_empty() { key.clone() } else { own.to_owned() }
        };
        let unit = |key: &String| {
            let own = category.member("unit").and_then(|units| units.member(key));
            let said =
                |own: &Node| ["base", "label", "symbol"].map(|name| own.said(name).to_owned());
            own.map(said).and_then(|said| said.into_iter().find(|own| !own.is_empty()))
        };
        let units = of_keys(&|key| unit(key).unwrap_or_default());
        let labels = of_keys(&label);
        let name = node.said("label");
        let label = if name.is_empty() { id } else { name }.to_owned();
        Some(Self { id: id.to_owned(), label, keys, labels, units })
    }

    /// Whether its categories are measures, each in a unit of its own.
    fn is_of_measures(&self) -> bool {
        self.units.iter().any(|unit| !unit.is_empty())
    }

    /// What a column of a measure is called, with its unit.
    fn measure(&self, at: usize) -> String {
        let own = |list: &Vec<String>| list.get(at).cloned().unwrap_or_default();
        let (label, unit) = (own(&self.labels), own(&self.units));
        if unit.is_empty() || label.ends_with(&format!("({unit})")) {
            label
        } else {
            format!("{label} ({unit})")
        }
    }

    /// Its columns: months and countries by their codes, goods by code and name, all else in words.
    fn columns(&self) -> Columns {
        let all = |test: &dyn Fn(&str) -> bool| self.keys.iter().all(|key| test(key));
        if all(&is_period) {
            return vec![("period".to_owned(), self.keys.clone())];
        }
        if are_coded(&self.keys) {
            let pairs = self.keys.iter().zip(&self.labels);
            let known = |key: &String| code(key).is_some_and(|own| alpha2(&own).is_some());
            let cells = pairs.map(|(key, label)| if known(key) { key } else { label }.clone());
            return vec![(self.label.clone(), cells.collect())];
        }
        let coded = self.keys.iter().filter(|key| is_code(key)).count();
        if coded > 0 && coded * 2 >= self.keys.len() {
            // A label may begin with the code.
            let pairs = self.keys.iter().zip(&self.labels);
            let names = pairs.map(|(key, label)| {
                label.strip_prefix(key.as_str()).unwrap_or(label).trim_start().to_owned()
            });
            let names = (format!("{} name", self.label), names.collect());
            return vec![(self.label.clone(), self.keys.clone()), names];
        }
        vec![(self.label.clone(), self.labels.clone())]
    }
}

struct Cube {
    dimensions: Vec<Dimension>,
    /// Whether it is one of SDMX, whose codes are those of its layouts.
    sdmx: bool,
}

impl Cube {
    fn read(node: &Node) -> Option<Self> {
        let dimension = node.member("dimension")?;
        // Version 1.x has both within the dimensions.
        let own = |name: &str| node.member(name).or_else(|| dimension.member(name));
        let ids = own("id")?.cells();
        let sizes = own("size")?.cells();
        if ids.len() != sizes.len() {
            return None;
        }
        let read = |(id, size): (&String, &String)| {
            Dimension::read(id, dimension.member(id)?, size.parse().ok()?)
        };
        let dimensions: Vec<Dimension> = ids.iter().zip(&sizes).map(read).collect::<Option<_>>()?;
        let cells =
            dimensions.iter().try_fold(1, |all: usize, own| all.checked_mul(own.keys.len()));
        cells.filter(|cells| *cells <= MOST_CELLS)?;
        // The first dimension of SDMX, by its guidelines.
        let sdmx = dimensions.iter().any(|own| own.id.eq_ignore_ascii_case("freq"));
        Some(Self { dimensions, sdmx })
    }

    /// A row for each cell, or for each that differs in more than the measure.
    fn csv(&self, node: &Node) -> String {
        let measures = self.dimensions.iter().position(|own| !self.sdmx && own.is_of_measures());
        let columns: Vec<Columns> = self
            .dimensions
            .iter()
            .enumerate()
            .map(|(at, own)| match () {
                () if Some(at) == measures => Vec::new(),
                () if self.sdmx => {
                    let id = if own.id == "time" { "TIME_PERIOD" } else { &own.id };
                    vec![(id.to_owned(), own.keys.clone())]
                }
                () => own.columns(),
            })
            .collect();
        let mut text = String::new();
        let [label, source] = ["label", "source"].map(|name| node.said(name));
        if !label.is_empty() {
            line(&mut text, std::iter::once(label.to_owned()));
        }
        if !source.is_empty() {
            line(&mut text, std::iter::once(format!("source: {source}")));
        }
        let Some(figures) = node.member("value").and_then(Placed::read) else { return text };
        let status = node.member("status").and_then(Placed::read);
        let measure = measures.and_then(|at| self.dimensions.get(at));
        let amounts: Vec<String> = match measure {
            Some(own) => (0..own.keys.len()).map(|at| own.measure(at)).collect(),
            None => vec!["OBS_VALUE".to_owned()],
        };
        let marks: Vec<String> = match (&status, measure) {
            (None, _) => Vec::new(),
            (_, None) => vec!["OBS_FLAG".to_owned()],
            _ => amounts.iter().map(|own| format!("{own} status")).collect(),
        };
        let heads = columns.iter().flatten().map(|(name, _)| name);
        line(&mut text, heads.chain(&amounts).chain(&marks).cloned());
        let sizes: Vec<usize> = self.dimensions.iter().map(|own| own.keys.len()).collect();
        // How far apart the figures of two neighbours of a dimension are.
        let strides: Vec<usize> =
            (0..sizes.len()).map(|at| sizes.iter().skip(at + 1).product()).collect();
        let of = |list: &[usize], at: usize| list.get(at).copied().unwrap_or(1).max(1);
        let stride = measures.map_or(0, |at| of(&strides, at));
        for first in 0..sizes.iter().product() {
            let category = |at: usize| first / of(&strides, at) % of(&sizes, at);
            if measures.is_some_and(|at| category(at) > 0) {
                continue;
            }
            let places = || (0..amounts.len()).map(|at| first + at * stride);
            // Of a cube that leaves places out only what it holds.
            if matches!(figures, Placed::Some(_)) && places().all(|own| figures.at(own).is_empty())
            {
                continue;
            }
            let heads = columns.iter().enumerate().flat_map(|(at, own)| {
                let cell = move |cells: &Vec<String>| cells.get(category(at)).cloned();
                own.iter().map(move |(_, cells)| cell(cells).unwrap_or_default())
            });
            let figures = places().map(|own| figures.at(own));
            let marks = status.iter().flat_map(|own| places().map(|at| own.at(at)));
            line(&mut text, heads.chain(figures.chain(marks).map(str::to_owned)));
        }
        text
    }
}
