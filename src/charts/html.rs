//! Texts and table as HTML: written into the page by the build, and replaced whenever the view changes.

use std::fmt::Write;

use serde::Serialize;

use super::framing::Comparing;
use super::headline::Published;
use super::opening::is_offered;
use super::question::Question;
use super::title_block;
use super::view::View;
use crate::query::{ChartKind, Query};
use crate::trade::{Dataset, Language, Month, Source, Words};
use crate::util::CollectVec as _;
use crate::wording::facts::Direction;
use crate::wording::say::charts::sources::{self as said, date};
use crate::wording::say::charts::{heads, page as words};
use crate::wording::say::joining;
use crate::wording::say::numbers::percent;
use crate::wording::say::quantity::{belongs_to_number, is_scale};

/// A named piece of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fragment {
    /// The `data-fragment` of the element it goes into.
    pub name: &'static str,
    /// Its HTML; every word in it that came from data is escaped.
    pub html: String,
}

/// Every piece of the page that depends on the view.
pub fn fragments(dataset: &Dataset, view: &View) -> Vec<Fragment> {
    let fragment = |name, html| Fragment { name, html };
    let numbers = &numbering(dataset, view);
    vec![
        fragment("subject", escape(&dataset.subject())),
        fragment("headline", set(&view.headline)),
        fragment("subtitle", escape(&view.subtitle)),
        fragment("sentence", set(&view.sentence)),
        fragment("source", source_line(dataset, view, numbers)),
        fragment("charts", charts(dataset, &view.query)),
        fragment("questions", questions(dataset)),
        fragment("comparisons", comparisons(view)),
        fragment("events", events(dataset, view)),
        fragment("notes", list(&view.notes)),
        fragment("table", table(dataset, view, numbers)),
        fragment("chart-methods", chart_methods(view)),
        fragment("edition", edition(dataset)),
    ]
}

/// What stands about the drawing itself: the pieces `headline`, `subtitle` and `source`.
#[cfg(not(target_arch = "wasm32"))]
pub fn head(dataset: &Dataset, view: &View) -> [String; 3] {
    let source = source_line(dataset, view, &numbering(dataset, view));
    [set(&view.headline), escape(&view.subtitle), source]
}

/// Escapes text for HTML content and quoted attributes.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}

/// Words as HTML, in which a number stays with its unit. Without blanks between words a browser may end a line
/// anywhere: a day stays in one piece, too.
fn set(words: &str) -> String {
    if Language::spoken().has_blanks() {
        return unbroken(words);
    }
    let mut html = String::new();
    let mut rest = words;
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let (number, after) = from.split_at(numbers_end(from));
        let _ = write!(html, "{}<span class=\"whole\">{}</span>", escape(before), escape(number));
        rest = after;
    }
    html + &escape(rest)
}

/// Where a number at the beginning ends, its unit with it: `4,753吨`, `12.33万吨`, `2025-08-07`.
fn numbers_end(text: &str) -> usize {
    let within =
        |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.' | '-' | '%' | '—');
    let digits = text.find(|letter| !within(letter)).unwrap_or(text.len());
    let unit = text.get(digits..).unwrap_or_default();
    let scale = unit.find(|letter| !is_scale(letter)).unwrap_or(unit.len());
    let one = unit.get(scale..).and_then(|unit| unit.chars().next());
    let one = one.filter(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'));
    digits + scale + one.map_or(0, char::len_utf8)
}

/// Text in which no line ends between a number and its unit. By markup, so that what is copied, read
/// aloud or searched for has plain blanks.
fn unbroken(text: &str) -> String {
    let mut html = String::new();
    let mut number: Option<&str> = None;
    for word in text.split(' ') {
        if let Some(number) = number.take() {
            if belongs_to_number(word) {
                let whole = escape(&format!("{number} {word}"));
                let _ = write!(html, "<span class=\"whole\">{whole}</span> ");
                continue;
            }
            html.push_str(&escape(number));
            html.push(' ');
        }
        number = Some(word).filter(|word| word.ends_with(|letter: char| letter.is_ascii_digit()));
        if number.is_none() {
            html.push_str(&escape(word));
            html.push(' ');
        }
    }
    html.push_str(&escape(number.unwrap_or_default()));
    html.truncate(html.trim_end().len());
    html
}

/// A link that leaves the page, where there is an address; else the bare words. The reader checked
/// that addresses are http.
fn outward(url: &str, words: &str) -> String {
    if url.is_empty() {
        return escape(words);
    }
    format!("<a href=\"{}\" target=\"_blank\" rel=\"noopener\">{}</a>", escape(url), set(words))
}

/// A link within the page. `./` first, for an empty address would keep the old query.
fn inward(query: &Query, words: &str, chosen: bool) -> String {
    link(&query.address(), words, if chosen { " aria-current=\"true\"" } else { "" })
}

/// A link to an address of the page.
fn link(address: &str, words: &str, current: &str) -> String {
    let page = Language::spoken().page();
    format!("<a href=\"./{page}{}\"{current}>{words}</a>", escape(address))
}

/// Links to the sources at `indices`.
pub fn source_links(dataset: &Dataset, indices: &[usize]) -> String {
    let publishers = links_by_publisher(dataset, indices).into_iter();
    let blank = Language::spoken().blank();
    joining::list(&publishers.map(|links| links.join(blank)).collect_vec())
}

/// The same apart, by publisher: whoever published several is named once.
pub fn links_by_publisher(dataset: &Dataset, indices: &[usize]) -> Vec<Vec<String>> {
    let mut publishers: Vec<(&str, Vec<String>)> = Vec::new();
    for source in named(dataset, indices) {
        match publishers.iter_mut().find(|(name, _)| *name == source.publisher) {
            Some((_, links)) => links.push(by_number(dataset, source, links.len() + 1)),
            None => {
                let link = outward(&source.url, &dataset.about.credit(source));
                publishers.push((&source.publisher, vec![link]));
            }
        }
    }
    publishers.into_iter().map(|(_, links)| links).collect_vec()
}

/// A link to a source that has a number in place of its name.
fn by_number(dataset: &Dataset, source: &Source, number: usize) -> String {
    let (title, words) = (escape(&dataset.about.credit(source)), said::another(number));
    if source.url.is_empty() {
        return format!("<span title=\"{title}\">{words}</span>");
    }
    format!(
        "<a href=\"{}\" title=\"{title}\" target=\"_blank\" rel=\"noopener\">{words}</a>",
        escape(&source.url),
    )
}

/// The sources at `indices` of which it is known who published them.
fn named<'a>(dataset: &'a Dataset, indices: &[usize]) -> impl Iterator<Item = &'a Source> {
    let known = indices.iter().filter_map(|index| dataset.sources.get(*index));
    known.filter(|source| source.is_named())
}

fn source_line(dataset: &Dataset, view: &View, numbers: &[usize]) -> String {
    let links = |one: &Published| numbered(dataset, &one.sources, numbers);
    let Some(all) = title_block::source(dataset, view, escape, links) else { return String::new() };
    let of_trade = view.query.chart.record().is_of_trade();
    said::line(&all, &if of_trade { escape(&age(dataset, view)) } else { String::new() })
}

/// How the chart is computed, if the page does not say it for all charts, and how well that has performed
/// on this series.
pub fn chart_methods(view: &View) -> String {
    let chart = view.query.chart.record();
    let own = if chart.drawing.whole {
        definitions((chart.methods)().iter().copied())
    } else {
        String::new()
    };
    let calibration = if view.calibrating { words::computing() } else { &view.calibration };
    let backtest = [(words::backtest(), calibration)];
    own + &definitions(backtest.into_iter().filter(|(_, sentences)| !sentences.is_empty()))
}

/// Terms and their meanings as a definition list.
pub fn definitions<'a>(terms: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let line = |(term, meaning)| format!("<dt>{}</dt><dd>{}</dd>", escape(term), set(meaning));
    terms.map(line).collect_vec().concat()
}

/// Which data it all is computed from.
fn edition(dataset: &Dataset) -> String {
    let dates = dataset.sources.iter().map(|source| source.published.as_str());
    escape(&said::latest_publication(
        dates.max().unwrap_or_default(),
        &super::title_block::edition(dataset),
        &terms(dataset),
    ))
}

/// Who asks to be named, and on what terms the figures may be passed on.
fn terms(dataset: &Dataset) -> String {
    let said = |words: &str| if words.is_empty() { String::new() } else { joining::behind(words) };
    let about = &dataset.about;
    said(about.attribution.spoken()) + &said(about.terms.spoken())
}

/// The last month of what else is shown: what takes a total apart may have a later year, a map later months
/// together, and a line beside others later ones.
#[cfg(feature = "whole")]
fn shown_until(dataset: &Dataset, view: &View) -> Option<Month> {
    let chart = view.query.chart;
    let drivers = chart.question() == Question::Drivers;
    let extent = view.extent.filter(|_| drivers).map(|(_, last)| last);
    let credited = view.credits.iter().filter_map(|credit| credit.until);
    let beside = view.query.with.iter().filter(|_| chart.record().obeys("with"));
    let beside = beside.map(|line| dataset.series_in(&line.key, line.counted_in(dataset)));
    let beside = beside.filter_map(|series| series.extent()).map(|(_, last)| last);
    extent.into_iter().chain(credited).chain(beside).max()
}

/// How old the latest figure is, counted from the day that the data were compiled.
fn age(dataset: &Dataset, view: &View) -> String {
    let latest = dataset.series(&view.query.key()).extent().map(|(_, last)| last);
    #[cfg(feature = "whole")]
    let latest = latest.max(shown_until(dataset, view));
    let compiled = dataset.about.compiled.get(..7).and_then(Month::parse);
    let (Some(latest), Some(compiled)) = (latest, compiled) else { return String::new() };
    // What a reader left out by its date is not late.
    let late = if view.query.known_on.is_none() { compiled - latest } else { 0 };
    said::age(latest, late, &dataset.about.compiled)
}

/// The questions, and the charts that answer the one that is asked.
fn charts(dataset: &Dataset, query: &Query) -> String {
    let chart_link = |chart: ChartKind, label: &str, chosen: bool| {
        // A range of months means years to some charts.
        let alike = [chart, query.chart].iter().all(|chart| chart.record().through_time);
        let kept = if alike { query.clone() } else { query.unzoomed() };
        let target = Query { chart, ..kept };
        format!("<li>{}</li>", inward(&target, label, chosen))
    };
    let offered = |chart: &ChartKind| *chart == query.chart || is_offered(dataset, query, *chart);
    let of = |question| ChartKind::ALL.into_iter().filter(move |one| one.question() == question);
    let asked = query.chart.question();
    let mut html = String::from("<ul class=\"asked\">");
    for question in Question::ALL {
        // A question that none of its charts can answer is not asked.
        let first = of(question).find(offered);
        html.extend(first.map(|first| chart_link(first, question.label(), question == asked)));
    }
    html.push_str("</ul><ul>");
    for chart in of(asked).filter(offered) {
        html.push_str(&chart_link(chart, chart.label(), chart == query.chart));
    }
    html + "</ul>"
}

/// Questions to start from, as the data ask them.
fn questions(dataset: &Dataset) -> String {
    let item = |(address, question): &(String, Words)| {
        let (page, question) = (Language::spoken().page(), question.spoken());
        format!("<li><a href=\"./{page}{}\">{}</a></li>", escape(address), escape(question))
    };
    let items: String = dataset.about.questions.iter().map(item).collect();
    if items.is_empty() { String::new() } else { format!("<ul>{items}</ul>") }
}

fn comparisons(view: &View) -> String {
    // Without a month's own trade there is nothing to compare, and no list of it.
    if view.comparisons.is_empty() {
        return String::new();
    }
    let mut html = String::from("<ul>");
    for comparing in &view.comparisons {
        let _ = write!(html, "<li>{}</li>", comparison(&view.query, comparing));
    }
    html + "</ul>"
}

fn comparison(query: &Query, comparing: &Comparing) -> String {
    let outcome = match &comparing.outcome {
        Ok(size) => {
            let kind = Direction::of(*size).choose(["rise", "fall", "absent"]);
            format!("<strong class=\"{kind}\">{}</strong>", percent(*size))
        }
        Err(_) => "<strong class=\"absent\">–</strong>".to_owned(),
    };
    let words = format!(
        "<span class=\"label\">{}</span>{outcome}<span class=\"detail\">{}</span>",
        escape(&comparing.label),
        set(&comparing.detail),
    );
    if !query.chart.record().obeys("compare") {
        return format!("<div class=\"baseline\">{words}</div>");
    }
    let target = Query { comparison: comparing.comparison, ..query.clone() };
    inward(&target, &words, comparing.chosen)
}

fn events(dataset: &Dataset, view: &View) -> String {
    if view.events.is_empty() {
        return String::new();
    }
    let mut html = format!(
        "<h2>{}</h2><p class=\"caution\">{}</p><ul>",
        words::events_marked(),
        words::events_prove_nothing()
    );
    for event in view.events.iter().filter_map(|index| dataset.events.get(*index)) {
        let _ = write!(
            html,
            "<li><time datetime=\"{}\">{}</time> {}{}</li>",
            escape(&event.date),
            escape(&date(&event.date)),
            outward(&event.url, event.title()),
            words::after_title(&escape(event.effect())),
        );
    }
    html + "</ul>"
}

fn list(notes: &[String]) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let items: String = notes.iter().map(|note| format!("<li>{}</li>", set(note))).collect();
    format!("<ul>{items}</ul>")
}

fn table(dataset: &Dataset, view: &View, numbers: &[usize]) -> String {
    let table = &view.table;
    let mut html = format!("<table><caption>{}</caption><thead><tr>", escape(&table.caption));
    for column in &table.columns {
        let class = if column.numeric { " class=\"number\"" } else { "" };
        let _ = write!(html, "<th scope=\"col\"{class}>{}</th>", escape(&column.head));
    }
    let _ = write!(html, "<th scope=\"col\">{}</th></tr></thead><tbody>", heads::source());
    for row in &table.rows {
        html.push_str(if row.chosen { "<tr class=\"chosen\">" } else { "<tr>" });
        for (index, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
            let mut text = escape(&cell.text);
            // Only charts of the whole module lead anywhere from their tables.
            if cfg!(feature = "whole") && !cell.leads.is_empty() {
                text = link(&cell.leads, &text, "");
            }
            let _ = match (index, column.numeric) {
                (0, _) => write!(html, "<th scope=\"row\">{text}</th>"),
                (_, true) => write!(html, "<td class=\"number\">{text}</td>"),
                (_, false) => write!(html, "<td>{text}</td>"),
            };
        }
        let _ = write!(html, "<td>{}</td></tr>", numbered(dataset, &row.sources, numbers));
    }
    html.push_str("</tbody></table>");
    if !numbers.is_empty() {
        // In the order of their numbers; shown where no link can be followed, on paper.
        html.push_str("<ol class=\"sources\">");
        for source in named(dataset, numbers) {
            let _ =
                write!(html, "<li>{}</li>", outward(&source.url, &dataset.about.credit(source)));
        }
        html.push_str("</ol>");
    }
    html
}

/// So many sources of one figure are named in full; more are numbers.
const MOST_NAMED: usize = 3;

/// The sources that are numbers somewhere on the page: one number each, wherever it stands. What has no
/// address is named in full, for a number that leads nowhere says nothing.
fn numbering(dataset: &Dataset, view: &View) -> Vec<usize> {
    let credits = view.credits.iter().map(|credit| &credit.sources);
    let rows = view.table.rows.iter().map(|row| &row.sources);
    let many = credits.chain(rows).filter(|sources| sources.len() > MOST_NAMED);
    let mut numbers = Vec::new();
    for index in many.flatten() {
        let linked = |source: &Source| source.is_named() && !source.url.is_empty();
        if !numbers.contains(index) && dataset.sources.get(*index).is_some_and(linked) {
            numbers.push(*index);
        }
    }
    numbers
}

/// Links to a row's sources: by publisher where there are few, by number where there are many.
fn numbered(dataset: &Dataset, indices: &[usize], numbers: &[usize]) -> String {
    if indices.len() <= MOST_NAMED {
        return source_links(dataset, indices);
    }
    let link = |index: &usize| {
        let source = dataset.sources.get(*index).filter(|source| source.is_named())?;
        let credit = dataset.about.credit(source);
        let Some(place) = numbers.iter().position(|number| number == index) else {
            return Some(escape(&credit));
        };
        let words = format!("[{}]", place + 1);
        let name = escape(&format!("{words} {credit}"));
        Some(format!(
            "<a href=\"{}\" title=\"{name}\" aria-label=\"{name}\" target=\"_blank\" rel=\"noopener\">{words}</a>",
            escape(&source.url),
        ))
    };
    let blank = Language::spoken().blank();
    // In the order of the list.
    let listed = numbers.iter().filter(|number| indices.contains(number));
    let others = indices.iter().filter(|index| !numbers.contains(index));
    listed.chain(others).filter_map(link).collect_vec().join(blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "zh")]
    #[test]
    fn a_number_stays_with_its_unit_in_chinese() {
        let whole = |text: &str| format!("<span class=\"whole\">{text}</span>");
        let said = Language::Chinese.speak(|| set("1—11月4,753吨，<12.33万吨，见2025-08-07。"));
        let [months, tonnes, more, day] =
            ["1—11月", "4,753吨", "12.33万吨", "2025-08-07"].map(whole);
        assert_eq!(said, format!("{months}{tonnes}，&lt;{more}，见{day}。"));
        assert_eq!(Language::English.speak(|| set("4,753 t")), whole("4,753 t"));
    }

    #[test]
    fn a_number_and_its_unit_stay_in_one_line() {
        for (text, html) in [
            ("rose to 4,416 t in 2024", "rose to <span class=\"whole\">4,416 t</span> in 2024"),
            ("<US$18.7 million, 2024", "<span class=\"whole\">&lt;US$18.7 million,</span> 2024"),
            ("down 29.0% to up 49.7%", "down 29.0% to up 49.7%"),
            ("", ""),
        ] {
            assert_eq!(unbroken(text), html);
        }
    }

    #[test]
    fn markup_in_data_stays_text() {
        assert_eq!(
            escape("<img src=x onerror='a'>&\""),
            "&lt;img src=x onerror=&#39;a&#39;&gt;&amp;&quot;"
        );
    }
}
