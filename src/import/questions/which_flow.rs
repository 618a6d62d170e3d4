//! Whether a file's figures are exports or imports, where it does not say.

use super::supposed::kinds;
use super::whole_file;
use crate::import::asking::Asking;
use crate::import::cells::cell_numbers::is_absent;
use crate::import::cells::titles::Titles;
use crate::import::cells::vocabulary::{
    VALUED_ARRIVING, VALUED_LEAVING, Way, What, code_of, flow_in, holds, is_partial, says_no_trade,
    side, small, way,
};
use crate::import::columns::first_rows::Sample;
use crate::import::layouts::{Layout, Role};
use crate::trade::Flow;
use crate::util;
use crate::util::Lower;
use crate::wording::say::import::noticed;
use crate::wording::say::import::questions as words;

/// Whether a layout or each word of its column says the direction, one word for each.
pub fn says_flow(layout: &Layout, sample: &Sample) -> bool {
    let sides = [Role::Exports, Role::Imports, Role::ExportWeight, Role::ImportWeight];
    let Some(at) = layout.place(Role::Flow) else {
        return layout.flow.is_some() || layout.first_of(&sides).is_some();
    };
    let words = sample.distinct(at, 12);
    let of = |flow: Flow| {
        let own = |word: &&&str| layout.way(word.as_bytes()) == Some(Way::Flow(flow));
        words.iter().filter(own).count()
    };
    let known = |word: &&str| layout.way(word.as_bytes()).is_some();
    let plain = layout.place(Role::Measure) != Some(at);
    plain
        && words.iter().all(|word| known(word) && !is_partial(word))
        && of(Flow::Export) < 2
        && of(Flow::Import) < 2
}

/// Exports or imports.
pub fn flows(
    layout: &mut Layout,
    sample: &Sample,
    titles: &Titles,
    asking: &mut Asking<'_>,
    known: bool,
) {
    for (id, flow) in [("exports", Flow::Export), ("imports", Flow::Import)] {
        if let Some(word) = asking.said.get(id) {
            let own = word.trim().lower();
            let met = |at: usize| sample.distinct(at, 12).iter().any(|cell| small(cell) == own);
            if layout.place(Role::Flow).is_some_and(met) {
                asking.heard.push(id.to_owned());
            }
            layout.own_ways.push((own, Way::Flow(flow)));
        }
    }
    if let Some(at) = layout.place(Role::Flow) {
        let open: Vec<String> = sample
            .distinct(at, 12)
            .into_iter()
            .filter(|cell| layout.way(cell.as_bytes()).is_none() && !is_absent(cell.as_bytes()))
            .filter(|cell| layout.measured(code_of(cell)) != Some(What::Other))
            .map(Lower::lower)
            .collect();
        // A few words for all rows are codes; many are something else, and told row by row.
        let all = sample.distinct(at, 12).len();
        kinds(layout, sample, at, asking);
        let met = |flow: Flow| {
            let own = |cell: &&str| layout.way(cell.as_bytes()) == Some(Way::Flow(flow));
            sample.distinct(at, 12).iter().any(own)
        };
        // Beside exports and imports other words are of neither: stocks, production. Codes may be of either.
        let open_to_all = !known && layout.place(Role::Measure) != Some(at);
        let worded = open.iter().all(|word| word.chars().count() > 2);
        let both = met(Flow::Export) && met(Flow::Import);
        let beside = || {
            (met(Flow::Export) || met(Flow::Import)) && open.iter().any(|word| says_no_trade(word))
        };
        if worded && (open_to_all && all <= 12 && both || !known && !both && beside()) {
            let names: Vec<&str> = open.iter().map(String::as_str).collect();
            if !both {
                layout.supposed.push(noticed::rows_of_no_trade(&names));
            }
            layout.own_ways.extend(open.into_iter().map(|word| (word, Way::Part)));
            return;
        }
        if open.is_empty() || open.len() < all && open.len() > 2 || all > 8 {
            return;
        }
        let mut codes = open;
        util::sort(&mut codes, Ord::cmp);
        let each = |ways: &[&'static str]| {
            ways.iter().copied().cycle().take(codes.len()).collect::<Vec<&str>>()
        };
        let mut meant = vec![each(&["import", "export"]), each(&["export", "import"])];
        if codes.len() > 2 {
            meant.push(each(&["import", "export", "part", "part"]));
        }
        // Beside a word that is known one that is not may be of neither.
        if codes.len() < all {
            meant.push(each(&["part"]));
        }
        let value = |ways: &Vec<&str>| {
            let pairs = codes.iter().zip(ways).map(|(code, way)| format!("{code}={way}"));
            pairs.collect::<Vec<_>>().join(";")
        };
        let values: Vec<String> = meant.iter().map(value).collect();
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        let answer = asking.ask(
            "flows",
            if worded && codes.len() < all { values.last() } else { values.first() }
                .copied()
                .unwrap_or_default(),
            &values,
            words::flows(sample.name(at), &codes, &meant),
        );
        for pair in answer.split(';') {
            let Some((code, word)) = pair.split_once('=') else {
                asking.wrong("flows", &answer, "code=export;code=import");
                continue;
            };
            let way = match word.trim() {
                "part" => Some(Way::Part),
                word => way(word.as_bytes()),
            };
            match way {
                Some(way) => layout.own_ways.push((code.trim().lower(), way)),
                None => asking.wrong("flows", &answer, "code=export;code=import"),
            }
        }
        return;
    }
    if let Some(word) = asking.said.get("flow").filter(|word| *word != "likely") {
        match Flow::parse(word).or_else(|| whole_file::direction(word)) {
            Some(flow) => {
                layout.flow = layout.flow.or(Some(flow));
                // What the columns say of themselves stands.
                let sided = layout.sets.iter().all(|set| set.flow.is_none_or(|own| own == flow));
                if layout.flow == Some(flow) && sided {
                    asking.heard.push("flow".to_owned());
                }
            }
            None => asking.wrong("flow", word, &words::one_of(&["export", "import"])),
        }
    }
    let of_sets = !layout.sets.is_empty() && layout.sets.iter().all(|set| set.flow.is_some());
    let sides = [Role::Exports, Role::Imports, Role::ExportWeight, Role::ImportWeight];
    let sided = layout.first_of(&sides).is_some();
    if layout.flow.is_some() || of_sets || sided {
        return;
    }
    // Columns that are named for one direction say it.
    let of_names = |layout: &Layout| {
        let named = layout.figures().into_iter().map(|at| sample.way(at));
        let mut named = named
            .flatten()
            .filter_map(|way| if let Way::Flow(flow) = way { Some(flow) } else { None });
        let first = named.next()?;
        named.all(|flow| flow == first).then_some(first)
    };
    // So does the head of the countries' column, where nothing else says another.
    let of_countries = || {
        let column = [Role::Partner, Role::PartnerName, Role::Reporter, Role::ReporterName];
        let at = column.into_iter().find_map(|role| layout.place(role))?;
        let own = flow_in(sample.name(at)).filter(|_| side(sample.name(at)).is_none())?;
        let others = sample.header.iter().filter_map(|name| flow_in(name));
        let others = others.chain(titles.flow.map(Way::Flow)).chain(sample.flow);
        match own {
            Way::Flow(flow) if others.into_iter().all(|other| other == own) => Some((flow, at)),
            _ => None,
        }
    };
    if let Some((flow, at)) = of_countries() {
        layout.supposed.push(noticed::flow_of_title(flow, sample.name(at)));
        layout.flow = Some(flow);
        return;
    }
    if let Some(flow) = of_names(layout) {
        // Among goods one column may say it of all: `Other imports`.
        let mut said = layout.sets.iter().filter_map(|set| set.goods).map(|at| sample.name(at));
        let said = said.find(|name| flow_in(name) == Some(Way::Flow(flow)));
        layout.supposed.extend(said.map(|name| noticed::flow_of_column(flow, name)));
        layout.flow = Some(flow);
        return;
    }
    // A label says it, and the name of a sheet, unless others say something else.
    let labelled = titles.labelled.as_ref().or(sample.sheet.as_ref());
    // So does a title that ends with what was done, where neither columns nor the file's name say something else.
    let stated = titles.stated.as_ref().filter(|(flow, _)| {
        let other = |name: &str| flow_in(name).is_some_and(|own| own != Way::Flow(*flow));
        let sided = side_of_partners(layout, sample).is_none_or(|(own, _)| own == *flow);
        sided
            && !sample.header.iter().any(|name| other(name))
            && sample.flow.is_none_or(|own| own == Way::Flow(*flow))
    });
    let labelled = labelled.or(stated);
    if let Some((flow, words)) =
        labelled.filter(|(flow, _)| titles.flow.is_none_or(|own| own == *flow))
    {
        layout.supposed.push(noticed::flow_of_title(*flow, words));
        layout.flow = Some(*flow);
        return;
    }
    // A title that names one of them says nothing for certain: “exports and imports of …”.
    let named = || (0..sample.header.len()).find_map(|at| sample.way(at));
    // Who alone is named sells, or buys; and of many partners who export, they are of imports.
    let of_sides = || {
        let one = |at: usize| sample.distinct(at, 1).len() == 1;
        match layout.sides {
            Some((destination, origin)) => {
                (one(destination) && !one(origin)).then_some(Flow::Import)
            }
            None => side_of_partners(layout, sample).map(|(flow, _)| flow),
        }
    };
    let others = [titles.flow.map(Way::Flow), named(), sample.flow];
    // Who exports may do so to others than who opens the file.
    let sided = side_of_partners(layout, sample).filter(|(_, at)| {
        layout.sides.is_none() && !holds(&small(sample.name(*at)), "export|import")
    });
    if let Some((flow, at)) = sided
        && others.into_iter().flatten().all(|own| own == Way::Flow(flow))
    {
        layout.supposed.push(noticed::flow_of_column(flow, sample.name(at)));
        layout.flow = Some(flow);
        return;
    }
    // A title that begins with it says it, and so does the file's name, where nothing says another: `Exports of …`.
    let told = titles.flow.map(Way::Flow).or(sample.flow);
    let begins = |text: &&String| {
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        // Vietnamese parts the word.
        let two = || text.split(' ').take(2).collect::<Vec<_>>().join(" ");
        // Or is one of its parts: `Databank -> Export -> by country`.
        let part = |part: &str| {
            let own = part.trim().trim_end_matches('-');
            own.is_ascii() && !own.contains(' ') && flow_in(own) == told
        };
        told.is_some()
            && (words.find(|word| !word.is_empty()).and_then(flow_in) == told
                || !text.is_ascii() && flow_in(&two()) == told
                || text.split(['>', '|']).any(part))
    };
    let name = Some(&sample.file).filter(|own| own.split(' ').count() > 3);
    let line = sample.titles.iter().find(begins).or_else(|| name.filter(|own| begins(own)));
    let agrees = |own: Way| Some(own) == told;
    if let (Some(Way::Flow(flow)), Some(line)) = (told, line)
        && others.into_iter().chain([of_sides().map(Way::Flow)]).flatten().all(agrees)
        && asking.said.get("flow").is_none()
    {
        layout.supposed.push(noticed::flow_of_title(flow, line));
        layout.flow = Some(flow);
        return;
    }
    // Goods are mostly valued where they leave one country, or where they come into another.
    let valued = || {
        let has = |words: &str| sample.header.iter().any(|name| holds(&small(name), words));
        match (has(VALUED_LEAVING), has(VALUED_ARRIVING)) {
            (false, true) => Some(Flow::Import),
            _ => None,
        }
    };
    let hinted = titles.flow.or_else(of_sides).map(Way::Flow).or_else(named).or(sample.flow);
    let hinted = hinted.or_else(|| valued().map(Way::Flow));
    let likely = if hinted == Some(Way::Flow(Flow::Import)) { "import" } else { "export" };
    let answer = asking.ask("flow", likely, &["export", "import"], words::flow());
    layout.flow = Flow::parse(&answer);
    if layout.flow.is_none() {
        asking.wrong("flow", &answer, &words::one_of(&["export", "import"]));
    }
}

/// The direction that the head of the partners' column says, `Country of destination` or `Origin`, and that column.
fn side_of_partners(layout: &Layout, sample: &Sample) -> Option<(Flow, usize)> {
    let at = layout.partners_at()?;
    match side(sample.name(at)) {
        Some(0) => Some((Flow::Import, at)),
        Some(1) => Some((Flow::Export, at)),
        _ => None,
    }
}
