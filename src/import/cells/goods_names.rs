//! What the headings of the Harmonized System are called: for files that give codes alone.
//!
//! `goods.tsv` has the headings of its edition of 2022, and older ones that files still have, in short words of our own.

use crate::wording::say::{headings, names};

/// How many digits a heading has.
const HEADING: usize = 4;

/// What headings are called, for [`GoodsNames::learn`]; the page fetches it where a file has codes without names.
#[cfg(feature = "program")]
pub const GOODS: &str = include_str!("goods.tsv");

/// Names of the headings, beside those of chapters and a few more that every module has.
#[derive(Clone, Debug, Default)]
pub struct GoodsNames {
    /// A heading a line, in the order of their codes: four digits, and its names with strokes between; a tab between.
    text: String,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl GoodsNames {
    /// Takes the table; of several names that of the language is shown, else the first.
    pub fn learn(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        self.starts.clear();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            self.starts.push(start);
            start += line.len();
        }
    }

    /// Whether there is a table.
    pub const fn is_known(&self) -> bool {
        !self.starts.is_empty()
    }

    /// Every name of a heading, in every language, with strokes between, as a story may have it.
    pub fn called(&self, heading: &str) -> Option<&str> {
        let line = |start: usize| self.text.get(start..).unwrap_or_default();
        let code = |start: &usize| line(*start).get(..HEADING).unwrap_or_default();
        let at = self.starts.binary_search_by(|start| code(start).cmp(heading)).ok()?;
        line(*self.starts.get(at)?).lines().next()?.get(HEADING + 1..)
    }

    /// What a code of the System is called in short: by itself, or as goods of its heading.
    pub fn short(&self, code: &str) -> Option<String> {
        let own = headings::short(code).map(str::to_owned);
        let all = || self.called(code.get(..HEADING)?);
        own.or_else(|| names::of_language(&all()?.split('|').collect::<Vec<_>>()))
    }
}

#[cfg(test)]
mod tests {
    use super::{GOODS, GoodsNames};

    fn known() -> GoodsNames {
        let mut goods = GoodsNames::default();
        goods.learn(GOODS);
        goods
    }

    #[test]
    fn the_table_has_each_heading_once_and_each_name_for_one() {
        let mut before = "";
        let mut names = std::collections::BTreeMap::new();
        for line in GOODS.lines() {
            let (code, all) = line.split_once('\t').unwrap_or_default();
            assert!(code.len() == 4 && code.bytes().all(|own| own.is_ascii_digit()), "{line}");
            assert!(code > before && !code.starts_with("77"), "{before} {line}");
            before = code;
            for name in all.split('|') {
                assert!(!name.is_empty() && name == name.trim(), "{line}");
                let other = names.insert(name.to_lowercase(), code);
                assert!(other.is_none(), "{name}: {other:?} and {code}");
            }
        }
        assert!(names.len() > 2400);
    }

    #[test]
    fn a_code_is_called_as_its_heading_is() {
        let goods = known();
        assert_eq!(goods.short("1201").as_deref(), Some("Soya beans"));
        assert_eq!(goods.short("12019000").as_deref(), Some("Soya beans"));
        assert_eq!(goods.short("12").as_deref(), Some("Oil seeds, plants for industry"));
        assert_eq!(goods.short("9999"), None);
        assert_eq!(goods.short(""), None);
        assert!(
            goods.called("1201").is_some_and(|names| names.split('|').any(|own| own == "大豆"))
        );
        assert_eq!(goods.called("120190"), None);
        assert_eq!(GoodsNames::default().short("1201"), None);
    }
}
