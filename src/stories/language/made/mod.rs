//! A made-up language, which the tests alone know: as few phrases as a story needs, and everything in which a
//! language may differ.

mod months;

use super::grammar::{Grammar, Named};
use crate::stories::meaning::{Meaning, Remark, Table};
use crate::trade::{Flow, Unit};

pub struct Made;

impl Grammar for Made {
    const PHRASES: Table = &[
        (Meaning::Flow(Flow::Export), "vendris"),
        (Meaning::Direction(-1), "falis"),
        (Meaning::AgainstMonth, "monate"),
        (Meaning::MonthSign, "kuu"),
        (Meaning::By, "je"),
        (Meaning::Skip, "da|la"),
    ];
    const REMARKS: &'static [(Remark, &'static str)] = &[(Remark::Any, "ajna")];
    const FLOWS: &'static [&'static str] = &["vend"];
    const ENDINGS: &'static [&'static str] = &["'ka"];
    const STOP: &'static str = "‖";
    const CRIES: &'static [&'static str] = &["‽"];
    const SHORT: &'static [&'static str] = &["nro"];
    const BRACKETS: [&'static str; 2] = ["‹", "›"];
    const COMMA_IS_POINT: bool = true;

    fn writes(text: &str) -> bool {
        text.contains("vendris")
    }

    fn usual(letter: char) -> char {
        if letter == 'ǝ' { 'e' } else { letter }
    }

    fn forms(name: &str, of: Named, add: &mut dyn FnMut(&str)) {
        if of == Named::Goods {
            add(&format!("{name}ko"));
        }
    }

    fn unit(unit: Unit, add: &mut dyn FnMut(&str)) {
        if unit == Unit::TONNE {
            add("tunoj");
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    use std::path::Path;

    use crate::import::dataset::{BUNDLE_FILES, Bundle, read_bundle};
    use crate::stories::lexicon::Lexicon;
    use crate::stories::names::Names;
    use crate::stories::normal::Normal;
    use crate::stories::sentence::{Row, sentences};
    use crate::stories::{Checker, Verdict};
    use crate::trade::Dataset;

    fn made() -> Dataset {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/made");
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
        let [observations, sources, products, events, dataset, partners] = BUNDLE_FILES.map(read);
        let bundle = Bundle {
            observations: &observations,
            sources: &sources,
            products: &products,
            events: &events,
            dataset: &dataset,
            partners: &partners,
        };
        read_bundle(bundle).unwrap()
    }

    /// Each figure of a story with its verdict, in order.
    fn verdicts(text: &str) -> Vec<(String, Verdict)> {
        let story = Checker::new(made()).check(text, None);
        let own = |one: &crate::stories::Checked| {
            let figure = text.get(one.claim.start..one.claim.end).unwrap_or_default();
            (figure.to_owned(), one.judgement.verdict)
        };
        story.found.iter().map(own).collect()
    }

    fn rows(text: &str) -> Vec<Row> {
        sentences(&Normal::new(text).text, &Lexicon::new(&Names::of(&made())))
    }

    #[test]
    fn a_story_is_read_by_what_the_language_brings() {
        // Commas for points, signs for stops, its own months, names and units in its own forms.
        let right = "Kuu 5 2023 Valdoria vǝndris 128,3 tunoj da teako‖Kuu 6 2023 Valdoria vendris \
                     121,5 tunoj da teako, je 5,3% falis monate‖";
        let found = verdicts(right);
        let figures = ["128,3 tunoj", "121,5 tunoj", "5,3%"];
        assert_eq!(found.iter().map(|(figure, _)| figure.as_str()).collect::<Vec<_>>(), figures);
        assert!(found.iter().all(|(_, verdict)| *verdict == Verdict::Supported), "{found:?}");
        let wrong = verdicts(&right.replace("121,5", "212,5"));
        assert!(wrong.get(1).is_some_and(|(_, verdict)| !verdict.holds()), "{wrong:?}");
        let money = verdicts("Kuu 5 2023 Valdoria vendris la teako, 1.443.375 SEK‖");
        let expected = ("1.443.375 SEK".to_owned(), Verdict::Supported);
        assert_eq!(money, [expected]);
    }

    #[test]
    fn sentences_end_where_its_signs_say() {
        for (text, count) in [
            ("Valdoria vendris‖Kuu", 2),
            ("Valdoria vendris‽Kuu", 2),
            ("Valdoria, nro. 7", 1),
            ("Valdoria, nron. 7", 2),
        ] {
            assert_eq!(rows(text).len(), count, "{text}");
        }
    }

    #[test]
    fn words_and_brackets_are_its_own() {
        let read = rows("Valdoria'ka ‹vendris› ajna");
        let items = &read.first().unwrap().items;
        assert_eq!(items.len(), 6, "{items:?}");
        let signs = |test: fn(&crate::stories::sentence::Item) -> bool| items.iter().position(test);
        assert_eq!(signs(|item| item.opens), Some(2));
        assert_eq!(signs(|item| item.plain), Some(3));
        assert_eq!(signs(|item| item.closes), Some(4));
        assert_eq!(signs(|item| item.remark.is_some()), Some(5));
    }
}
