//! JSON-stat, as offices' databases answer: dimensions with their categories, and the figures of all of their
//! combinations in one list.

use super::json::{Named, Parsed, Parser};
use crate::util::csv_cells::line;

/// More figures than are written out.
const MOST: usize = 1 << 22;

/// A dimension: what it is called, and its categories in their order, each a code with its label and its unit.
#[derive(Default)]
struct Dimension {
    id: String,
    label: String,
    categories: Vec<[String; 3]>,
}

#[derive(Default)]
struct Found {
    ids: Vec<String>,
    dimensions: Vec<Dimension>,
    values: Vec<String>,
    titles: Vec<String>,
}

/// The table, where it is one: a row for each figure.
pub fn table(text: &str) -> Option<Named> {
    let mut parser = Parser::new(text);
    let mut found = Found::default();
    parser.dataset(&mut found).ok()?;
    let Found { ids, dimensions, values, titles } = found;
    let own = |id: &String| dimensions.iter().find(|own| own.id == *id);
    let dimensions: Vec<&Dimension> = ids.iter().map(own).collect::<Option<_>>()?;
    let count: usize = dimensions.iter().map(|own| own.categories.len()).product();
    if dimensions.len() < 2 || count == 0 || count > MOST || values.len() > count {
        return None;
    }
    let mut csv = String::new();
    for title in titles {
        line(&mut csv, std::iter::once(title));
    }
    let united = |own: &&&Dimension| own.categories.iter().any(|[.., unit]| !unit.is_empty());
    let units = dimensions.iter().find(united).map(|_| "unit".to_owned());
    let heads = dimensions.iter().map(|own| own.label.clone());
    line(&mut csv, heads.chain(units.clone()).chain(["value".to_owned()]));
    for (at, value) in values.into_iter().enumerate().filter(|(_, own)| !own.is_empty()) {
        let mut rest = at;
        let mut unit = String::new();
        let mut cells: Vec<String> = Vec::new();
        // The last dimension changes first.
        for own in dimensions.iter().rev() {
            let [code, label, counted] = own.categories.get(rest % own.categories.len())?;
            rest /= own.categories.len();
            if !counted.is_empty() {
                unit.clone_from(counted);
            }
            // Offices write codes before names, too; `USA` is no `US`.
            let again = label.strip_prefix(code.as_str());
            let again = again.filter(|own| own.is_empty() || own.starts_with([' ', ':', '-']));
            let label = again.unwrap_or(label).trim_start_matches([' ', ':', '-']);
            // What goods are coded by goes on in charts; other codes are an office's own.
            let coded = code.len() > 3 && code.bytes().all(|own| own.is_ascii_digit());
            cells.push(match (label, coded) {
                ("", _) => code.clone(),
                (label, true) => format!("{code}: {label}"),
                (label, false) => label.to_owned(),
            });
        }
        cells.reverse();
        line(&mut csv, cells.into_iter().chain(units.as_ref().map(|_| unit)).chain([value]));
    }
    Some(Named { path: String::new(), csv })
}

/// A category of which no more than its code is known.
fn blank(code: String) -> [String; 3] {
    [code, String::new(), String::new()]
}

impl Parser<'_> {
    /// The members of a data set, or of the one that an object holds.
    fn dataset(&mut self, found: &mut Found) -> Parsed<()> {
        self.blanks();
        self.members(&mut |parser, name| {
            match (name.as_str(), parser.peek()) {
                ("dataset", Some(b'{')) => parser.dataset(found)?,
                ("id", Some(b'[')) => found.ids = parser.array()?,
                ("value", Some(b'[')) => found.values = parser.array()?,
                ("value", Some(b'{')) => parser.members(&mut |parser, at| {
                    let (at, own) = (at.parse().unwrap_or(MOST), parser.value(1)?);
                    if at < MOST {
                        found.values.resize(found.values.len().max(at + 1), String::new());
                        found.values.get_mut(at).into_iter().for_each(|cell| cell.clone_from(&own));
                    }
                    Ok(())
                })?,
                ("dimension", Some(b'{')) => parser.members(&mut |parser, name| {
                    match (name.as_str(), parser.peek()) {
                        // As the first edition had it.
                        ("id", Some(b'[')) => found.ids = parser.array()?,
                        (_, Some(b'{')) => {
                            let mut own =
                                Dimension { label: name.clone(), id: name, ..Dimension::default() };
                            parser.dimension(&mut own)?;
                            found.dimensions.push(own);
                        }
                        _ => drop(parser.value(1)?),
                    }
                    Ok(())
                })?,
                ("label" | "source", Some(b'"')) => {
                    let said = parser.string()?;
                    found.titles.push(if name == "label" {
                        said
                    } else {
                        format!("{name}: {said}")
                    });
                }
                _ => drop(parser.value(1)?),
            }
            Ok(())
        })
    }

    fn dimension(&mut self, own: &mut Dimension) -> Parsed<()> {
        self.members(&mut |parser, name| {
            match (name.as_str(), parser.peek()) {
                ("label", Some(b'"')) => own.label = parser.string()?,
                ("category", Some(b'{')) => {
                    parser.members(&mut |parser, name| parser.category(own, &name))?
                }
                _ => drop(parser.value(2)?),
            }
            Ok(())
        })
    }

    /// Codes in their order, or what is said of each.
    fn category(&mut self, own: &mut Dimension, name: &str) -> Parsed<()> {
        if name == "index" && self.peek() == Some(b'[') {
            let codes = self.array()?;
            own.categories = codes.into_iter().map(blank).collect();
            return Ok(());
        }
        if self.peek() != Some(b'{') {
            return self.value(3).map(drop);
        }
        let mut placed: Vec<(usize, [String; 3])> = Vec::new();
        self.members(&mut |parser, code| {
            let said = match (name, parser.peek()) {
                ("unit", Some(b'{')) => {
                    let mut unit = String::new();
                    parser.members(&mut |parser, name| {
                        let said = parser.value(4)?;
                        if matches!(name.as_str(), "base" | "label") {
                            unit = said;
                        }
                        Ok(())
                    })?;
                    unit
                }
                _ => parser.value(4)?,
            };
            let at = match name {
                "index" => {
                    placed.push((said.parse().unwrap_or(MOST), blank(code)));
                    return Ok(());
                }
                "label" => 1,
                "unit" => 2,
                _ => return Ok(()),
            };
            // One category needs no order.
            if !own.categories.iter().any(|[own, ..]| *own == code) {
                own.categories.push(blank(code.clone()));
            }
            let category = own.categories.iter_mut().find(|[own, ..]| *own == code);
            category
                .and_then(|own| own.get_mut(at))
                .into_iter()
                .for_each(|own| own.clone_from(&said));
            Ok(())
        })?;
        if name == "index" {
            placed.sort_by_key(|(at, _)| *at);
            let met = std::mem::take(&mut own.categories);
            let said = |[code, ..]: &[String; 3]| met.iter().find(|[own, ..]| own == code).cloned();
            own.categories = placed.into_iter().map(|(_, own)| said(&own).unwrap_or(own)).collect();
        }
        Ok(())
    }
}
