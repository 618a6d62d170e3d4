//! English.

mod months;
mod phrases;

use super::grammar::{Grammar, Named};
use crate::stories::meaning::{Remark, Table};
use crate::trade::Unit;
use crate::util::has;

pub struct English;

impl Grammar for English {
    const PHRASES: Table = phrases::PHRASES;
    const REMARKS: &'static [(Remark, &'static str)] = &[
        (Remark::Doing, "importing"),
        (Remark::Any, "any"),
        (Remark::LastSeen, "not seen since|unseen since|not since|last seen in|last reached in"),
        (Remark::One, "year"),
        (Remark::Single, "same month|corresponding month"),
        (Remark::Span, "quarter|quarters|quarterly|week|weeks|weekly"),
        (Remark::Now, "now"),
    ];
    const FLOWS: &'static [&'static str] = &["export", "import"];
    const ENDINGS: &'static [&'static str] = &["'s", "\u{2019}s"];
    const SHORT: &'static [&'static str] = &[
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "vs",
        "no", "mr",
    ];

    fn forms(name: &str, of: Named, add: &mut dyn FnMut(&str)) {
        if !name.is_ascii() {
            return;
        }
        let many = || format!("{name}s");
        match of {
            // `Rare earth magnets` are also `rare-earth magnets`: the text joins what hyphens do.
            Named::Goods if has(name, ' ') => match name.strip_suffix('s') {
                Some(one) => add(one),
                None => add(&many()),
            },
            // `The Americans`.
            Named::Partner if name.ends_with("an") => add(&many()),
            // The apostrophe is often lost.
            Named::Reporter => add(&many()),
            _ => {}
        }
    }

    fn unit(unit: Unit, add: &mut dyn FnMut(&str)) {
        let one = unit.english();
        add(one);
        match unit.english_many() {
            Some(many) => add(many),
            None => add(&format!("{one}s")),
        }
    }
}
