//! Columns and headings that are countries.

use crate::import::cells::cell_numbers::is_number;
use crate::import::cells::countries::{self, CountryNames, List};
use crate::import::cells::titles;
use crate::import::cells::vocabulary::{
    self, BESIDE_BRITAIN, BRITAIN, Named, System, Way, code_of, factor_in, flow_in, holds, is_unit,
    named_total, small,
};
use crate::import::columns::column_names::{hints, is_hint};
use crate::import::columns::first_rows::{Office, Sample};
use crate::import::columns::versions::goes_together;
use crate::import::layouts::{Layout, Role, plain};
use crate::import::questions::home;
use crate::trade::Unit;
use crate::util::Lower as _;

/// Whether a column of numbers holds those that the United Nations give to the countries named beside them.
pub fn numbered(sample: &Sample, names: &CountryNames) -> bool {
    let digits = |at: &usize| {
        let cells = sample.distinct(*at, 60);
        let short = |cell: &&str| cell.len() <= 3 && cell.bytes().all(|byte| byte.is_ascii_digit());
        !cells.is_empty() && cells.iter().all(short)
    };
    // UN Comtrade’s own headings, where nearly all that stands below is a number of that list.
    let listed = |at: usize| {
        let cells = sample.distinct(at, 60);
        let known = cells.iter().filter_map(|cell| countries::code(cell));
        known.filter(|code| !code.starts_with('N')).count() * 10 >= cells.len() * 9
    };
    let headed = |wanted: &str| {
        let found = (0..sample.header.len()).find(|at| plain(sample.name(*at)) == wanted);
        found.is_some_and(listed)
    };
    let by_codes = headed("reportercode") && headed("partnercode");
    // What a row's name and number say of it, where both are known.
    let agrees = |row: &Vec<String>, number: usize, name: usize| {
        let named = names.code(row.get(name)?)?;
        Some(countries::code(row.get(number)?)? == named)
    };
    (0..sample.header.len()).filter(digits).any(|number| {
        let named = sample.name(number).lower();
        if named.contains("m49") || by_codes && plain(&named) == "partnercode" {
            return true;
        }
        sample.countries.iter().any(|name| {
            let mut found =
                sample.rows.iter().take(60).filter_map(|row| agrees(row, number, *name));
            found.next() == Some(true) && found.all(|same| same)
        })
    })
}

/// The column of codes, each of one partner beside it, that says who those are whose names nobody knows: where names are
/// known it agrees with them.
pub fn codes_beside(layout: &Layout, sample: &Sample, names: &CountryNames) -> Option<usize> {
    let whom = [Role::Partner, Role::PartnerName].map(|role| layout.place(role));
    let ([Some(own), None] | [None, Some(own)]) = whom else { return None };
    let named = |cell: &str| names.code(cell).map(str::to_owned);
    let unknown = |cell: &&str| {
        named(cell).is_none() && named_total(cell).is_none() && countries::code(cell).is_none()
    };
    if layout.sides.is_some() || !sample.distinct(own, 400).iter().any(unknown) {
        return None;
    }
    let used: Vec<usize> = layout.used().collect();
    let coded = |at: &usize| {
        let cells = sample.distinct(*at, 400);
        let code = |cell: &&str| {
            let digits = cell.bytes().all(|byte| byte.is_ascii_digit());
            cell.len() < if digits { 4 } else { 16 } && cell.len() > 1 && !cell.contains(' ')
        };
        !cells.is_empty() && cells.iter().all(code)
    };
    // How many names say the same as the codes beside them, and how many another country.
    let agreeing = |at: usize| {
        let pairs = sample.rows.iter().take(400).filter_map(|row| {
            let code = countries::code(row.get(at)?)?;
            countries::alpha2(&code)?;
            Some(named(row.get(own)?)? == code)
        });
        pairs
            .fold((0, 0), |(same, other), own| (same + usize::from(own), other + usize::from(!own)))
    };
    (0..sample.header.len())
        .filter(|at| *at != own && !used.contains(at))
        .filter(coded)
        .filter(|at| goes_together(sample, own, *at))
        .find(|at| matches!(agreeing(*at), (1.., 0)))
}

/// The column that goods are taken from, where it is not called after them.
pub fn goods_of_column<'a>(layout: &Layout, sample: &'a Sample) -> Option<&'a str> {
    let at = layout.goods_at()?;
    let own = plain(sample.name(at));
    let called = !["code", "kod", "item"].contains(&own.as_str())
        && [Role::Product, Role::ProductName].into_iter().any(|role| is_hint(role, &own));
    let called = called || System::named(sample.name(at)).is_some();
    (!called && !layout.chosen).then(|| sample.name(at))
}

/// The columns that are called after countries and whose cells are numbers of the Census Bureau's list.
pub fn census(sample: &Sample, names: &CountryNames) -> Vec<usize> {
    let four = |cell: &&str| cell.len() == 4 && cell.bytes().all(|byte| byte.is_ascii_digit());
    // The Bureau's own word for countries, and the numbers that it gives them.
    let listed_range = |cell: &&str| cell.parse().is_ok_and(|own: u32| (1000..9000).contains(&own));
    let listed = |at: &usize| {
        let name = sample.name(*at).lower();
        let cells = sample.distinct(*at, 60);
        let known = cells.iter().filter(|cell| names.numbered(cell, List::Census).is_some());
        holds(&name, "country|cty|partner|ctry")
            && !cells.is_empty()
            && cells.iter().all(four)
            && (known.clone().count() * 5 >= cells.len() * 4
                || holds(&name, "cty") && known.count() > 0 && cells.iter().all(listed_range))
    };
    (0..sample.header.len()).filter(listed).collect()
}

/// The columns whose cells are numbers of countries in the European Union's list, some of which are none of ISO's.
pub fn geonom(sample: &Sample, names: &CountryNames) -> Vec<usize> {
    let listed = |at: &usize| {
        let cells = sample.distinct(*at, 60);
        let short = |cell: &str| cell.len() == 3 && cell.bytes().all(|own| own.is_ascii_digit());
        let unlisted = |cell: &&str| countries::code(cell).is_some_and(|own| own.starts_with('N'));
        cells.len() > 2
            && cells.iter().all(|cell| short(cell) && names.numbered(cell, List::Geonom).is_some())
            && cells.iter().any(unlisted)
    };
    (0..sample.header.len()).filter(listed).collect()
}

/// The words for a country, a group or the world in a heading, whatever says the direction and the money around
/// them; blank where it has none.
pub fn land(heading: &str, names: &CountryNames) -> String {
    let known = |name: &str| {
        let total = matches!(named_total(name), Some(Named::World | Named::Group));
        names.code(name).is_some() || countries::alpha2(name).is_some() || total
    };
    let directed = flow_in(heading).is_some();
    if !directed && known(heading) {
        return heading.to_owned();
    }
    // `Japan ; $ Thousands`: what figures are in stands below the name.
    if let Some((name, unit)) = heading.rsplit_once([';', '|'])
        && (is_unit(unit.trim()) || factor_in(unit).is_some())
        && known(name.trim())
    {
        return name.trim().to_owned();
    }
    // `Mali (FCFA)`: with the unit behind it.
    if let Some((name, unit)) = heading.split_once(" (").filter(|_| !directed)
        && name.len() > 3
        && unit.strip_suffix(')').is_some_and(is_unit)
        && known(name)
    {
        return name.to_owned();
    }
    if !matches!(flow_in(heading), Some(Way::Flow(_))) {
        return String::new();
    }
    let around = |word: &&str| {
        let word = word.lower();
        const AROUND: &str = "to|from|of|our|total|exp|imp|value|values|trade";
        AROUND.split('|').any(|own| own == word) || flow_in(&word).is_some() || is_unit(&word)
    };
    // Money is named after countries.
    let heading = match heading.split_once('(') {
        Some((name, unit)) if is_unit(unit) => name.to_owned(),
        _ => heading.replace("US$", "").replace(Unit::US_DOLLAR.english(), ""),
    };
    let words = heading.split(|own: char| !own.is_alphanumeric() && !"'’.".contains(own));
    let rest: Vec<&str> = words.filter(|own| !own.is_empty() && !around(own)).collect();
    Some(rest.join(" ")).filter(|own| known(own)).unwrap_or_default()
}

/// The countries that head columns by their codes in small letters, where no column of figures is headed by anything
/// else: words of as many letters are codes of some country, too.
pub fn coded_lands(sample: &Sample) -> Option<Vec<String>> {
    let figures = |at: &usize| {
        let mut cells = sample.cells(*at).peekable();
        !sample.is_lettered(*at) && cells.peek().is_some() && cells.all(is_number)
    };
    let coded = |at: usize| {
        let name = sample.name(at);
        let code = countries::code(name).filter(|_| matches!(name.len(), 2 | 3))?;
        countries::alpha2(&code).map(|_| code)
    };
    let columns: Vec<usize> = (0..sample.header.len()).filter(figures).collect();
    let all = columns.len() > 1 && columns.iter().all(|at| coded(*at).is_some());
    let name = |at: usize| columns.contains(&at).then(|| coded(at)).flatten().unwrap_or_default();
    all.then(|| (0..sample.header.len()).map(name).collect())
}

/// The columns of countries some of which have a money of their own that is not the euro.
pub fn beyond(sample: &Sample, names: &CountryNames) -> Vec<usize> {
    let own = |cell: &str| {
        let name = code_of(cell);
        let code = names.code(cell).map(str::to_owned).or_else(|| countries::code(name));
        code.and_then(|code| home(&code)).is_some_and(|own| own != "EUR")
    };
    let some = |at: &usize| sample.distinct(*at, 400).into_iter().any(own);
    (0..sample.header.len()).filter(some).collect()
}

/// Whether a name or a code is a country's.
pub fn is_country(name: &str, names: &CountryNames) -> bool {
    names.code(name).is_some() || name.len() == 3 && countries::alpha2(name).is_some()
}

/// The names of countries in a column where the mainland of the same country has rows of its own, and those of a
/// country's larger part where another part has: these are not the whole, and whether that has rows, too.
pub fn mainlands(sample: &Sample, names: &CountryNames) -> Vec<(String, bool)> {
    const MAINLAND: &str =
        "mainland|大陆|大陸|内地|內地|continental|métropol|metropol|kontinental|материк";
    let mut found = Vec::new();
    for at in &sample.countries {
        let cells = sample.distinct(*at, 1000);
        let is = |cell: &str| holds(&small(cell), MAINLAND);
        let codes: Vec<&str> =
            cells.iter().filter(|cell| is(cell)).filter_map(|cell| names.code(cell)).collect();
        let whole = |cell: &&&str| {
            !codes.is_empty()
                && !is(cell)
                && names.code(cell).is_some_and(|code| codes.contains(&code))
        };
        found.extend(cells.iter().filter(whole).map(|cell| ((*cell).to_owned(), true)));
        let one_of = |cell: &str, words: &str| {
            let cell = vocabulary::bare(cell).replace('-', " ");
            words.split('|').any(|own| own == cell)
        };
        if cells.iter().any(|cell| one_of(cell, BESIDE_BRITAIN)) {
            let larger = |cell: &&&str| one_of(cell, BRITAIN);
            let is_whole = |cell: &&str| names.code(cell) == Some("GBR") && !one_of(cell, BRITAIN);
            let beside = cells.iter().any(is_whole);
            let parts = cells.iter().filter(|cell| larger(cell) || one_of(cell, BESIDE_BRITAIN));
            found.extend(parts.map(|cell| ((*cell).to_owned(), beside)));
        }
    }
    found
}

/// The office that a line names, or a word that all rows have, and whose country is none of the table's: by its name,
/// by its address, `www.ssb.no`, or as an office of a country.
pub fn office(sample: &Sample, names: &CountryNames) -> Option<Office> {
    const SOURCES: &str = "dataflow|agency|source|structure";
    let constant = (0..sample.header.len()).filter_map(|at| match *sample.distinct(at, 1) {
        [cell] if !sample.countries.contains(&at) => Some((cell, Some(at))),
        _ => None,
    });
    let lines = sample.titles.iter().chain(&sample.notes).map(|line| (line.as_str(), None));
    let met: Vec<&str> = sample
        .countries
        .iter()
        .flat_map(|at| sample.distinct(*at, 400))
        .filter_map(|cell| names.code(cell))
        .collect();
    let own = |(line, column): (&str, Option<usize>)| {
        let agency = column.map(|at| holds(&small(sample.name(at)), SOURCES));
        let code = titles::office_in(line, names, agency)?;
        let words = line.trim().to_owned();
        (!met.contains(&code.as_str())).then_some(Office { code, words, column })
    };
    lines.chain(constant).find_map(own)
}

/// The columns whose cells are mostly countries' names or codes of three letters.
pub fn countries(sample: &Sample, names: &CountryNames) -> Vec<usize> {
    let known = |cell: &&str| {
        names.code(cell).is_some()
            || vocabulary::named_total(cell).is_some() && !is_number(cell)
            || cell.len() == 3 && countries::alpha2(cell).is_some()
    };
    // Two letters may be anything, unless nothing says what the column is.
    let short = |at: usize, cell: &&str| {
        sample.is_lettered(at)
            && cell.len() == 2
            && countries::countries().any(|code| code == *cell)
    };
    // Or the column is called after countries, and all that stands there are codes of theirs.
    const CALLED: &str =
        "geo|iso|země|zeme|krajin|ország|riik|maakood|država|drzava|țara|tara|zemlja|χώρα";
    let upper = |cell: &&str| {
        cell.len() == 2
            && (countries::countries().any(|code| code == *cell)
                || matches!(*cell, "EL" | "UK" | "XI" | "XK" | "EU"))
    };
    let coded = |at: usize| {
        let cells = sample.distinct(at, 60);
        let name = small(sample.name(at));
        let called = holds(&name, CALLED)
            || [Role::Reporter, Role::Partner]
                .into_iter()
                .any(|role| hints(role).any(|hint| name.contains(hint)));
        // A word for no is the code of Norway.
        called && cells.iter().all(upper) && cells.iter().any(|cell| *cell != "NO")
    };
    // What is noted of a figure may speak of all partners.
    let noted = |at: &usize| matches!(plain(sample.name(*at)).as_str(), "note" | "notes");
    let mut found: Vec<usize> = (0..sample.header.len())
        .filter(|at| !noted(at))
        .filter(|at| {
            let cells = sample.distinct(*at, 60);
            let found = cells.iter().filter(|cell| known(cell) || short(*at, cell)).count();
            found > 0 && found * 5 >= cells.len() * 3 || coded(*at)
        })
        .collect();
    // Where there is none, several codes and nothing else are some, whatever stands above them.
    const OTHERS: &str = "state|uf|unit|flow|status|mode|transport|lang|flag|provinc|region|distri";
    let several = |at: &usize| {
        let cells = sample.distinct(*at, 60);
        // Names beside them would be countries', too.
        let named = |other: &usize| {
            let cells = sample.distinct(*other, 1);
            cells.iter().any(|cell| cell.chars().filter(|own| own.is_alphabetic()).count() > 3)
                && goes_together(sample, *at, *other)
        };
        cells.len() > 1
            && cells.iter().all(upper)
            && !holds(&small(sample.name(*at)), OTHERS)
            && ![at.wrapping_sub(1), at + 1].iter().any(named)
    };
    if found.is_empty() {
        found.extend((0..sample.header.len()).find(several));
    }
    found
}
