//! `first-paint`: puts the default chart and its texts into a built page, for the time before scripts have
//! run and for readers without them.

use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::process::ExitCode;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use xenotime::charts::{
    CHARTS, Chart, Query, View, definitions, edition, escape, fragments, open, page, view,
};
use xenotime::drawing::{STARTING_WIDTHS, drawings, first_readout, points};
use xenotime::import::dataset::{BUNDLE_FILES, OUTLINES, SHORT_FILES, sources_in_short};
use xenotime::query::PARAMETERS;
use xenotime::statistics::Comparison;
use xenotime::trade::{Dataset, Language};
use xenotime::wording::say::dates;

use super::heads;
use super::load::{LoadError, explained, load_headline, load_or_explain};
use super::pages::{self, FRAME};

/// The page of charts, as it lies before it is filled.
const PAGE: &str = "index.html";
/// The style sheet of the page of charts.
const STYLE: &str = "charts.css";
/// The script of the element for hosts that allow scripts.
const ELEMENT: &str = "xenotime-chart.js";
/// The page that checks stories, with a module of its own, as it lies before it is filled.
const STORY: &str = "story.html";
/// The page that stands for an article with charts in it, likewise.
const ARTICLE: &str = "article.html";
/// The script that frames say with what the build foresaw, as it lies before it is filled; and how the names of those
/// that are filled begin, one for each chart.
const FORESEEN: &str = "heads.js";
const HEADS: &str = "heads-";
/// A page with its blanks filled.
struct Page {
    name: String,
    html: String,
}

/// A story about the data to try the page with, in English; in another language its code stands before the
/// ending.
const EXAMPLE: &str = "story.txt";

include!(concat!(env!("OUT_DIR"), "/words_of_pages.rs"));

/// The pages in one language: what they are built of.
#[derive(Clone, Copy)]
struct Edition(Language);

/// Every edition, English first.
fn editions() -> impl Iterator<Item = Edition> {
    Language::ALL.into_iter().map(Edition)
}

impl Edition {
    fn is_english(self) -> bool {
        self.0 == Language::English
    }

    /// What the names of its files have before their endings.
    fn mark(self) -> String {
        if self.is_english() { String::new() } else { format!(".{}", self.0.code()) }
    }

    /// The file of its page of this name.
    fn page(self, name: &str) -> String {
        format!("{name}{}.html", self.mark())
    }

    /// Its module of this name.
    fn module(self, name: &str) -> String {
        let code = self.0.code();
        if self.is_english() { format!("{name}_bg.wasm") } else { format!("{name}-{code}_bg.wasm") }
    }

    /// The module that draws every chart.
    fn whole(self) -> String {
        self.module("whole")
    }

    /// The module that checks stories.
    fn checker(self) -> String {
        self.module("checker")
    }

    /// The script that runs before anything is painted.
    fn early(self) -> String {
        format!("early{}.js", self.mark())
    }

    /// The script that brings module and data where nothing can be fetched.
    fn offline(self) -> String {
        format!("offline{}.js", self.mark())
    }

    /// The page that checks stories.
    fn story(self) -> String {
        self.page("story")
    }

    /// The story to try that page with: in its own language, where the data have one; none without any.
    fn example(self, data: &Path) -> Option<String> {
        let own = EXAMPLE.replace('.', &format!("{}.", self.mark()));
        [own.as_str(), EXAMPLE].into_iter().find(|name| data.join(name).exists()).map(str::to_owned)
    }

    /// The script that brings its module and data where nothing can be fetched.
    fn story_offline(self) -> String {
        format!("story-offline{}.js", self.mark())
    }

    /// The page of charts, and the same for frames of each chart that can be drawn, whose own drawing it has: by
    /// name. Without scripts no frame shows another chart than its address asks for.
    fn pages(self, template: &str, dataset: &Dataset, dist: &Path) -> Result<Vec<Page>, String> {
        let usual = Query::default();
        let drawn = view(dataset, &usual);
        let mut pages = vec![self.filled(template, dataset, dist, ("index", &drawn))?];
        for chart in pages::drawn(dataset) {
            let (drawn, _) = open(dataset, &Query { chart, ..usual.clone() });
            let name = format!("{FRAME}{}", chart.code());
            pages.push(self.filled(template, dataset, dist, (&name, &drawn))?);
        }
        Ok(pages)
    }

    /// Puts a chart and all words into the page of this name; the version is filled in later.
    fn filled(
        self,
        template: &str,
        dataset: &Dataset,
        dist: &Path,
        (name, view): (&str, &View),
    ) -> Result<Page, String> {
        let page = self.page(name);
        let whole = self.whole();
        let own = view.query.chart.code();
        // The usual chart is what an address means that names none.
        let of_one = if is_usual(view) { String::new() } else { format!(" data-own=\"{own}\"") };
        let (framed, address) = if name.starts_with(FRAME) {
            let framed = format!(" class=\"embedded\" data-show=\"title table\"{of_one}");
            (framed, format!("?chart={own}"))
        } else {
            (String::new(), String::new())
        };
        let heads = format!("{HEADS}{own}{}.js", self.mark());
        let heads = if name.starts_with(FRAME) && dist.join(&heads).exists() {
            format!(" data-heads=\"{heads}?v={{{{version}}}}\"")
        } else {
            String::new()
        };
        // English tables go without other languages’ words.
        let english = self.is_english();
        let first = self.module("xenotime");
        let languages = self.choices();
        let drawn = drawn_in_words(dataset);
        let parts = parts_by_chart(dataset);
        let files = [
            ("languages", &*languages),
            ("drawn", &drawn),
            ("parts", &parts),
            ("short", if english { "-in-short" } else { "" }),
            ("module", &first),
            ("whole", &whole),
            ("mark", &self.mark()),
            ("home", self.0.page()),
            ("view", &address),
            ("framed", &framed),
            ("heads", &heads),
            ("importer", &self.module("importer")),
            ("switch", &self.switch("index", " page-only")),
        ];
        let [words, ..] = words_of_pages(self.0);
        let all = words_by_key(&page, words)?
            .chain(self.names(name))
            .chain(named(files))
            .chain(blanks(dataset, view, name.starts_with(FRAME)))
            .chain(inlined(dist, &self.early())?);
        let html = fill(&page, template, all)?;
        Ok(Page { name: page, html })
    }

    /// Puts all words into the page that checks stories; `example` is a story to try, if there is one.
    fn filled_story(
        self,
        template: &str,
        dataset: &Dataset,
        example: Option<&str>,
    ) -> Result<String, String> {
        let page = self.story();
        let (subject, edition) = (escape(&dataset.subject()), escape(&edition(dataset)));
        // English has all that its checker says in the table in short.
        let later = if self.is_english() { "" } else { "data/dataset.csv?v={{version}}" };
        let blanks = [
            ("checker", &*self.checker()),
            ("mark", &self.mark()),
            ("charts-page", &self.page("index")),
            ("home", self.0.page()),
            ("importer", &self.module("importer")),
            ("switch", &self.switch("story", "")),
            ("later-dataset", later),
            ("subject", &subject),
            ("example", example.unwrap_or_default()),
            ("untried", if example.is_some() { "" } else { " hidden" }),
            ("edition", &edition),
        ];
        let [charts, words, _] = words_of_pages(self.0);
        let own: BTreeMap<String, String> = words_by_key(&page, words)?.collect();
        // What both pages say, the words of the charts' have.
        let both = words_by_key(&page, charts)?.filter(|(key, _)| {
            !own.contains_key(key) && template.contains(&format!("{{{{{key}}}}}"))
        });
        let both: Vec<(String, String)> = both.collect();
        let all = own.into_iter().chain(both).chain(self.names("story")).chain(named(blanks));
        fill(&page, template, all)
    }

    /// Puts all words into the page that stands for an article with charts in it.
    fn filled_article(self, template: &str) -> Result<String, String> {
        let page = self.page("article");
        let [.., words] = words_of_pages(self.0);
        let charts = named([("charts-page", &self.page("index"))]);
        let all = words_by_key(&page, words)?.chain(self.names("article")).chain(charts);
        fill(&page, template, all)
    }

    /// The other editions.
    fn others(self) -> impl Iterator<Item = Self> {
        editions().filter(move |other| other.0 != self.0)
    }

    /// What every page names by its language: itself, and where the page `name` lies in other languages, as a
    /// script reads it before anything is painted.
    fn names(self, name: &str) -> Vec<(String, String)> {
        let other = |edition: Self| {
            let (tag, page) = (edition.0.tag(), edition.page(name));
            format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{page}\" />")
        };
        let others: String = self.others().map(other).collect();
        named([("lang", self.0.tag()), ("alternates", &others)])
    }

    /// Links to the page `name` in the other languages.
    fn switch(self, name: &str, class: &str) -> String {
        let link = |edition: Self| {
            let (page, code) = (edition.page(name), edition.0.code());
            let (tag, own_name) = (edition.0.tag(), edition.0.own_name());
            format!(
                "<a class=\"language{class}\" href=\"{page}?lang={code}\" hreflang=\"{tag}\" lang=\"{tag}\">{own_name}</a>"
            )
        };
        self.others().map(link).collect::<Vec<_>>().join(" ")
    }

    /// The languages to choose from, as a list of choices has them.
    fn choices(self) -> String {
        let choice = |edition: Self| {
            let chosen = if edition.0 == self.0 { " selected" } else { "" };
            let (code, tag, name) = (edition.0.code(), edition.0.tag(), edition.0.own_name());
            format!("<option value=\"{code}\" lang=\"{tag}\"{chosen}>{name}</option>")
        };
        editions().map(choice).collect()
    }
}

/// The files beside the headline figures that a chart is always made of, by chart: `map by-partner.csv
/// outlines.tsv;…`. The page asks for them at once, before any module says that it needs them.
fn parts_by_chart(dataset: &Dataset) -> String {
    let files = |chart: &Chart| {
        let parts = chart.needs.parts.iter().filter_map(|role| dataset.about.part(*role));
        let outlines = chart.needs.outlines.then_some(OUTLINES);
        parts.chain(outlines).fold(String::new(), |all, file| all + " " + file)
    };
    let lines = CHARTS.iter().map(|chart| (chart.code, files(chart)));
    let lines = lines.filter(|(_, files)| !files.is_empty());
    lines.map(|(code, files)| format!("{code}{files}")).collect::<Vec<_>>().join(";")
}

/// The charts that the build draws, by name. The first is the one that an address means which names none; where
/// that cannot be drawn, nothing stands in its place.
fn drawn_in_words(dataset: &Dataset) -> String {
    let (usual, others): (Vec<_>, Vec<_>) =
        pages::drawn(dataset).into_iter().partition(|chart| *chart == Query::default().chart);
    let usual = usual.first().map_or("", |chart| chart.code());
    others.into_iter().fold(usual.to_owned(), |all, chart| all + " " + chart.code())
}

/// Whether a view is of the chart that an address means which names none.
fn is_usual(view: &View) -> bool {
    view.query.chart == Query::default().chart
}

fn named<const COUNT: usize>(names: [(&str, &str); COUNT]) -> Vec<(String, String)> {
    names.map(|(name, text)| (name.to_owned(), text.to_owned())).into()
}

/// What a page says, as blanks to fill.
fn words_by_key(page: &str, words: &str) -> Result<impl Iterator<Item = (String, String)>, String> {
    let words: BTreeMap<String, String> =
        serde_json::from_str(words).map_err(|error| format!("the words of {page}: {error}"))?;
    Ok(words.into_iter().map(|(key, text)| (format!("w:{key}"), text)))
}

/// Fills a page's blanks: there is one for everything, and something for each.
fn fill(
    page: &str,
    template: &str,
    all: impl Iterator<Item = (String, String)>,
) -> Result<String, String> {
    let mut html = template.to_owned();
    for (name, text) in all {
        let blank = format!("{{{{{name}}}}}");
        if !html.contains(&blank) {
            return Err(format!("{page}: found no {blank}, expected one to fill"));
        }
        html = html.replace(&blank, &text);
    }
    match html.split_once("{{w:") {
        Some((_, blank)) => Err(format!("{page}: no words for {blank:.20}")),
        None => Ok(html),
    }
}

/// Fills the pages of a build with the default chart, a page for each language.
///
/// # Errors
///
/// A message where a file cannot be read or written, or a page has no place for what belongs there.
pub fn run(dist: &Path, site: Option<&str>) -> Result<ExitCode, String> {
    let dataset = load_or_explain(&dist.join("data"))?;
    let template = read(&dist.join(PAGE))?;
    write_heads(dist)?;
    let mut filled = Vec::new();
    for edition in editions() {
        filled.extend(edition.0.speak(|| edition.pages(&template, &dataset, dist))?);
    }
    let offline_scripts = write_offline(dist)?;
    write_short_files(&dist.join("data"))?;
    write_handed_over(&dist.join("data"), &dataset)?;
    fill_element(dist, &dataset)?;
    // By every script, with what was put into it.
    let version = version(&offline_scripts, dist)?;
    for Page { name, html } in filled {
        write(&dist.join(name), &html.replace("{{version}}", &version))?;
    }
    for early in editions().map(Edition::early) {
        // It stands in these pages now, and no other page has a use for it.
        fs::remove_file(dist.join(&early)).map_err(|error| format!("{early}: {error}"))?;
    }
    write_stories_and_articles(dist, &dataset, &version)?;
    let mut written = 0;
    for edition in editions() {
        written += edition.0.speak(|| pages::write(dist, &dataset, site, &edition.mark()))?;
    }
    let headline = view(&dataset, &Query::default()).headline;
    say!("First paint: {headline}; {written} pages beside it");
    Ok(ExitCode::SUCCESS)
}

/// Writes the scripts that bring a module and its data where nothing can be fetched; returns those of the page of
/// charts, one after the other.
fn write_offline(dist: &Path) -> Result<String, String> {
    let mut scripts = String::new();
    for edition in editions() {
        let script = offline(dist, &edition.whole())?;
        write(&dist.join(edition.offline()), &script)?;
        scripts.push_str(&script);
        write(&dist.join(edition.story_offline()), &offline(dist, &edition.checker())?)?;
    }
    Ok(scripts)
}

/// Writes the short forms of the data's files.
fn write_short_files(data: &Path) -> Result<(), String> {
    for short in SHORT_FILES {
        let made = (short.made)(&read(&data.join(short.of))?);
        let text = made.map_err(|errors| explained(data, LoadError::Rows(errors)))?;
        write(&data.join(short.name), &text)?;
    }
    Ok(())
}

/// Writes each file that a page asks for later, and each story to try, as a script that hands it over.
fn write_handed_over(data: &Path, dataset: &Dataset) -> Result<(), String> {
    let parts = dataset.about.parts.iter().map(|(_, file)| file.clone());
    let examples = editions().filter_map(|edition| edition.example(data));
    for file in parts.chain([OUTLINES.to_owned()]).chain(examples) {
        let path = data.join(&file);
        // Whoever hosts the page may leave a part out.
        if path.exists() {
            let script = handed_over(&serde_json::json!(read(&path)?));
            write(&data.join(format!("{file}.js")), &script)?;
        }
    }
    Ok(())
}

/// Names in the script of the element the pages that it leads to: those that the snippets do.
fn fill_element(dist: &Path, dataset: &Dataset) -> Result<(), String> {
    let element = dist.join(ELEMENT);
    if !element.exists() {
        return Ok(());
    }
    write(&element, &read(&element)?.replace("{{drawn}}", &drawn_in_words(dataset)))
}

/// Writes the pages that check stories and those that stand for an article.
fn write_stories_and_articles(dist: &Path, dataset: &Dataset, version: &str) -> Result<(), String> {
    let (story, article) = (read(&dist.join(STORY))?, read(&dist.join(ARTICLE))?);
    for edition in editions() {
        let example = edition.example(&dist.join("data"));
        let filled =
            edition.0.speak(|| edition.filled_story(&story, dataset, example.as_deref()))?;
        write(&dist.join(edition.story()), &filled.replace("{{version}}", version))?;
        write(&dist.join(edition.page("article")), &edition.filled_article(&article)?)?;
    }
    Ok(())
}

/// Writes what frames of each chart say ahead. The page begins with the list of publications in short, and so do they.
fn write_heads(dist: &Path) -> Result<(), String> {
    let (data, path) = (dist.join("data"), dist.join(FORESEEN));
    let told = |errors| explained(&data, LoadError::Rows(errors));
    let sources = sources_in_short(&read(&data.join("sources.csv"))?).map_err(told)?;
    let dataset = load_headline(&data, Some(&sources)).map_err(|error| explained(&data, error))?;
    let template = read(&path)?;
    for edition in editions() {
        // What else the whole module draws would take the build longer than everything before.
        let first =
            pages::drawn(&dataset).into_iter().filter(|chart| !chart.record().drawing.whole);
        for chart in first {
            let script = edition.0.speak(|| heads::script(&dataset, chart, &template))?;
            if let Some(script) = script {
                let name = format!("{HEADS}{}{}.js", chart.code(), edition.mark());
                write(&dist.join(name), &script)?;
            }
        }
    }
    fs::remove_file(&path).map_err(|error| format!("{FORESEEN}: {error}"))
}

/// The widths that charts are drawn in for frames, where no script may draw them anew: their letters, 12
/// pixels high, stay 11 or more at any width from 320.
const FRAMED_WIDTHS: &[u32] = &[640, 340];

/// What the page's blanks are filled with.
fn blanks(dataset: &Dataset, view: &View, framed: bool) -> Vec<(String, String)> {
    let page = page(dataset, view, Vec::new());
    let usual = is_usual(view);
    let widths = if framed { FRAMED_WIDTHS } else { STARTING_WIDTHS };
    let mut drawn = drawings(view, widths, &page.description).into_iter();
    let mut blanks: Vec<(String, String)> = fragments(dataset, view)
        .into_iter()
        .map(|fragment| (fragment.name.to_owned(), fragment.html))
        .collect();
    let baselines = Comparison::ALL.into_iter().filter_map(Comparison::methods);
    let whole = CHARTS.iter().filter(|chart| chart.drawing.whole).map(|chart| chart.code);
    blanks.push(("studies".to_owned(), whole.collect::<Vec<_>>().join(" ")));
    let choices = PARAMETERS.iter().filter(|parameter| parameter.whole).map(|own| own.name);
    blanks.push(("choices-of-whole".to_owned(), choices.collect::<Vec<_>>().join(" ")));
    blanks.push(("baselines".to_owned(), definitions(baselines)));
    // Of the others it says so once they are shown: the words are as much as a chart.
    let first = CHARTS.iter().filter(|chart| !chart.drawing.whole);
    let methods = first.flat_map(|chart| (chart.methods)()).copied();
    blanks.push(("methods".to_owned(), definitions(methods)));
    // Which chart it is, and of which month where it has one.
    let dated = page.controls.iter().any(|control| control.name == "month");
    let month = if dated { format!(" · {}", dates::long(view.month)) } else { String::new() };
    blanks.push(("shown".to_owned(), escape(view.query.chart.label()) + &month));
    blanks.push(("description".to_owned(), escape(&page.description)));
    // In a frame of another view than the usual one a script that can point has the module to do so.
    let points = if usual { points(dataset, view, widths) } else { String::new() };
    blanks.push(("points".to_owned(), points));
    blanks.push(("said".to_owned(), first_readout(dataset, view)));
    blanks.push(("wide".to_owned(), drawn.next().unwrap_or_default()));
    blanks.push(("narrow".to_owned(), drawn.next().unwrap_or_default()));
    blanks
}

/// The early script and the style sheet, to stand in the page, with the hashes by which its policy lets
/// them through. In a frame sandboxed without an origin WebKit takes no file to be the page's own, so that
/// only what is named by its hash gets in, and what that brings.
fn inlined(dist: &Path, early: &str) -> Result<Vec<(String, String)>, String> {
    let mut blanks = Vec::new();
    for (name, file) in [("early", early), ("style", STYLE)] {
        let text = read(&dist.join(file))?.trim_end().to_owned();
        // It would end the element that it stands in.
        if text.contains("</") {
            return Err(format!("{file}: found “</”, which cannot stand in a page"));
        }
        let hash = BASE64_STANDARD.encode(Sha256::digest(&text));
        blanks.push((format!("{name}-hash"), format!("'sha256-{hash}'")));
        blanks.push((name.to_owned(), text));
    }
    Ok(blanks)
}

/// The module and the data as one classic script, for where nothing can be fetched: a frame whose
/// sandbox gives it no origin of its own, a folder opened without a server. It hands them over as
/// `handOver` in www/src/util/load.js does.
fn offline(dist: &Path, module: &str) -> Result<String, String> {
    let path = dist.join(module);
    let module = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let texts = BUNDLE_FILES
        .iter()
        .map(|name| Ok(((*name).to_owned(), read(&dist.join("data").join(name))?.into())))
        .collect::<Result<serde_json::Map<_, _>, String>>()?;
    let brought = serde_json::json!({ "files": texts, "module": BASE64_STANDARD.encode(module) });
    Ok(handed_over(&brought))
}

/// A classic script that hands over what it brings, as `handOver` in www/src/util/load.js does.
fn handed_over(brought: &serde_json::Value) -> String {
    format!(
        "document.currentScript.dispatchEvent(new CustomEvent(\"xenotime\",{{detail:{brought}}}));\n"
    )
}

/// A word that changes whenever a script, a style sheet, the module or the data do, so that a browser
/// never puts an old one beside a new one.
fn version(offline: &str, dist: &Path) -> Result<String, String> {
    let mut hasher = DefaultHasher::new();
    offline.hash(&mut hasher);
    let folder = fs::read_dir(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    let mut scripts: Vec<_> = folder
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ["js", "css", "wasm"].iter().any(|one| ending == *one))
        })
        .collect();
    scripts.sort();
    for script in scripts {
        let bytes = fs::read(&script).map_err(|error| format!("{}: {error}", script.display()))?;
        bytes.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()).split_off(6))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
