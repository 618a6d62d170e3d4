//! What the lines above a table say about reporter, partner, goods and period.

use super::countries::{CountryNames, alpha2, code};
use super::dates::{Dates, period, year_and_month};
use super::vocabulary::{
    OF_TABLES, OF_TABLES_JOINED, OF_TRADE, System, Way, factor_in, fits_hs, flow_in, holds,
    money_in, named_total, says_no_trade, small, tonnes, way,
};
use crate::trade::{Flow, Period, Unit};

/// What titles say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Titles {
    /// The one direction that single lines speak of.
    pub flow: Option<Flow>,
    /// The direction that a line says by a label for it, with that line: `Trade type: Export`.
    pub labelled: Option<(Flow, String)>,
    /// A line that ends with what was done with the goods, where no line speaks of the other direction.
    pub stated: Option<(Flow, String)>,
    /// Countries that are named, each with what its words make it.
    pub countries: Vec<Mention>,
    /// The goods that a line is labelled with.
    pub product: Option<Goods>,
    /// What may name goods in a line of trade.
    pub goods: Option<Ware>,
    /// The only year that is named.
    pub year: Option<u32>,
    /// The only month, year or run of months that is named.
    pub period: Option<Period>,
}

/// Words that may be goods, and the line that they stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ware {
    pub words: String,
    pub line: String,
}

/// A country that a title names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub code: String,
    pub words: String,
    pub side: Side,
    /// Whether a label of countries stands before it.
    pub labelled: bool,
}

/// What a country is to the trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Reporter,
    Partner,
    /// The words leave it open.
    Open,
}

/// Goods that a title names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goods {
    /// Their code; their name where there is none.
    pub code: String,
    pub name: String,
    pub system: System,
}

/// Labels before a colon, by what they label.
const REPORTERS: &str = "reporter|reporting|declarant|melde|déclarant|informante|报告|報告";
const PARTNERS: &str =
    "partner|counterpart|destination|origin|partenaire|herkunft|bestimmung|伙伴|夥伴|원산지";
const EITHER: &str = "country|countries|land|länder|pays|país|paese|kraj|ülke|страна|国家|國家|国别|國別|国名|국가|economy|market";
const FLOWS: &str = "flow|type|direction|flujo|fluxo|flux|richtung|进出口|進出口|輸出入|수출입";
const GOODS: &str = "fracción|partida|arancelaria|สินค้า|product|commodity|commodities|item|goods|hs|hts|tariff|ware|waren|produit|producto|produto|prodotto|varenummer|товар|ürün|商品|品目|品名|품목|merce|merci|mercancía|mercancia|mercadoria|marchandise|marchandises|towar|goederen";

/// Reads the lines above a table.
pub fn titles(lines: &[String], names: &CountryNames) -> Titles {
    let mut found = Titles::default();
    let mut flows: Vec<Flow> = Vec::new();
    let mut periods = Vec::new();
    for line in lines {
        if let Some(Way::Flow(flow)) = flow_in(line) {
            flows.push(flow);
            if found.stated.is_none() && states(line, flow) {
                found.stated = Some((flow, line.trim().to_owned()));
            }
        }
        periods.extend(period_in(line));
        for part in line.split([';', '|']) {
            labelled(part, names, &mut found);
        }
        for mention in mentions(line, names) {
            if !found.countries.iter().any(|own| own.code == mention.code) {
                found.countries.push(mention);
            }
        }
        found.product = found.product.take().or_else(|| goods_by_code(line));
        found.goods = found.goods.take().or_else(|| ware(line, names));
    }
    let one = |flow: &Flow| flows.iter().all(|own| own == flow);
    found.flow = flows.first().copied().filter(one);
    found.stated = found.stated.filter(|_| found.flow.is_some());
    // Where goods come from that are exported, or go to that are imported, is whose trade it is.
    let own = match found.flow {
        Some(Flow::Export) => "origin|herkunft|원산지",
        Some(Flow::Import) => "destination|bestimmung",
        _ => "",
    };
    for mention in found.countries.iter_mut().filter(|own| own.labelled) {
        let label = mention.words.split([':', '：']).next().unwrap_or_default();
        if !own.is_empty() && holds(&small(label), own) {
            mention.side = Side::Reporter;
        }
    }
    found.year = only_year(lines);
    periods.dedup();
    found.period = Some(periods).filter(|own| own.len() == 1).and_then(|own| own.first().copied());
    found
}

/// Whether a title ends with what was done with the goods, `Commodities exported`, and no other word of it is of the
/// other direction.
fn states(line: &str, flow: Flow) -> bool {
    // What stands in brackets says of what; what comes in for consumption is all that comes in.
    let text = small(line).replace("for consumption", "");
    let text = text.split(['(', '（']).next().unwrap_or_default();
    let words: Vec<&str> =
        text.split(|own: char| !own.is_alphabetic()).filter(|own| !own.is_empty()).collect();
    // Or it is the title of a table of that, as East Asia writes it.
    const TABLES: &str = "表|统计|統計|一覧|통계|현황|值|量|额|額";
    // And as English has it, `Tea exports`, whatever it is parted by: `Tea exports by market`.
    const PARTED: &str = "by|to|from|in|of|since|per|for";
    const DONE: &str = "exported|imported|exportad|importad|exporté|importé|esportat|importat|exportiert|importiert|ausgeführt|eingeführt|수출|수입";
    let of = |word: &&str| flow_in(word) == Some(Way::Flow(flow));
    let against = |word: &&str| flow_in(word).is_some() && !of(word);
    !is_of_text(line)
        && !mentions_source(text)
        && words.len() <= LONGEST_TITLE
        && (is_named(&words, PARTED) && !words.iter().any(|own| says_no_trade(own))
            || words.last().is_some_and(|own| {
                of(own)
                    && (DONE.split('|').any(|done| own.starts_with(done))
                        || TABLES.split('|').any(|table| own.ends_with(table)))
            }))
        && !words.iter().any(against)
}

/// Whether words are of exports, or of imports, that something is said of before them, and they end there or go on with
/// what these are parted by.
fn is_named(words: &[&str], parted: &str) -> bool {
    const OF_ONE: &str = "statistics|data|figures|value|values|volume|volumes";
    let is = |word: Option<&&str>, words: &str| {
        word.is_none_or(|word| words.split('|').any(|own| own == *word))
    };
    let named = |(at, word): (usize, &&str)| match *word {
        "exports" | "imports" => is(words.get(at + 1), parted),
        "export" | "import" => words.len() > at + 1 && is(words.get(at + 1), OF_ONE),
        _ => false,
    };
    words.iter().enumerate().skip(1).any(named)
}

/// The only year that lines name.
pub fn only_year(lines: &[String]) -> Option<u32> {
    let mut years = lines.iter().flat_map(|line| years_in(line));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// Numbers of four digits that are years of these times.
fn years_in(line: &str) -> Vec<u32> {
    let parts = line.split(|letter: char| !letter.is_ascii_digit());
    parts
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .filter(|year| (1960..2060).contains(year))
        .collect()
}

/// The longest run of words that is a month, a year or several.
pub fn period_in(line: &str) -> Option<Period> {
    let words: Vec<&str> = line
        .split([' ', ',', '(', ')'])
        .filter(|word| !word.is_empty() && !is_hour(word))
        .collect();
    let fits = |text: &str| {
        let digits = text.contains(|letter: char| letter.is_ascii_digit());
        // A day on which something was printed is none that is told of.
        let days = text.matches(['/', '.', '-']).count() > 1;
        (digits && !days).then(|| period(text.as_bytes(), Dates::default())).flatten()
    };
    let found = (1..=words.len().min(5))
        .rev()
        .find_map(|length| words.windows(length).find_map(|window| fits(&window.join(" "))));
    // East Asia writes no blanks: 2025年8月出口….
    found.or_else(|| {
        let (before, rest) = line.split_once('年')?;
        let year = before.get(before.len().checked_sub(4)?..)?;
        // One, or from one to another: 1-3月.
        let months = |own: &&str| own.len() <= 7 && !own.contains(char::is_alphabetic);
        let month = rest.replace('至', "-");
        let month = month.split_once('月').map(|(month, _)| month).filter(months);
        fits(&month.map_or_else(|| format!("{year}年"), |month| format!("{year}年{month}月")))
    })
}

/// Whether a word is the hour of a day: `09:41`, `9:41:05`.
fn is_hour(word: &str) -> bool {
    let mut parts = word.split(':');
    parts.clone().count() > 1
        && parts.all(|part| {
            (1..=2).contains(&part.len()) && part.bytes().all(|own| own.is_ascii_digit())
        })
}

/// `Country: CHINA P RP`, `Product : 8541 Semiconductor devices`.
fn labelled(line: &str, names: &CountryNames, found: &mut Titles) {
    let Some((label, value)) = line.split_once([':', '：', '﹕']) else { return };
    // Eurostat puts the dimension's code behind its name: `Reporting country [REPORTER]`.
    let label = label.split_once(" [").map_or(label, |(name, _)| name);
    let (label, value) = (small(label.trim()), value.trim_matches([' ', ':']));
    let has = |words: &str| {
        let own: Vec<&str> = label.split(|letter: char| !letter.is_alphanumeric()).collect();
        words.split('|').any(|word| own.contains(&word) || !word.is_ascii() && label.contains(word))
    };
    if value.is_empty() || label.split(' ').count() > 3 {
        return;
    }
    if has(FLOWS)
        && value.chars().count() > 2
        && let Some(Way::Flow(flow)) = way(value.as_bytes())
    {
        found.labelled = Some((flow, line.trim().to_owned()));
        return;
    }
    let side = match () {
        () if has(REPORTERS) => Side::Reporter,
        () if has(PARTNERS) => Side::Partner,
        () if has(EITHER) => Side::Open,
        () if has(GOODS) => {
            let coded = || goods_by_code(line).or_else(|| goods(value));
            found.product = found.product.take().or_else(coded);
            return;
        }
        () => return,
    };
    if value.contains([',', '、']) && names.code(value).is_none() || named_total(value).is_some() {
        return;
    }
    // Offices put marks of their own behind a name: CHINA P RP.
    let words: Vec<&str> = value.split(' ').collect();
    let code =
        (1..=words.len()).rev().find_map(|length| names.code(&words.get(..length)?.join(" ")));
    if let Some(code) = code {
        let mention =
            Mention { code: code.to_owned(), words: line.trim().to_owned(), side, labelled: true };
        found.countries.retain(|own| own.code != mention.code);
        found.countries.push(mention);
    }
}

/// Goods whose code stands behind a word for it: `Query: tariff number 7108.1200 - Gold`.
fn goods_by_code(line: &str) -> Option<Goods> {
    const BEFORE: &str = "fracción|partida|posición arancelaria|subheading|hkhs|hs|hts|htsus|ncm|tarifnummer|zolltarifnummer|tariff number|tariff item|commodity code|code sh|nomenclature";
    let lower = small(line);
    // Small letters may have other lengths than capital ones.
    if lower.len() != line.len() {
        return None;
    }
    // East Asia parts no words.
    const JOINED: &str = "税则号列|税则号|税号|税號|稅號|海关编码|商品编码|品目|号列|號列";
    let joined = JOINED.split('|').find_map(|word| Some(line.split_once(word)?.1));
    let joined = joined.map(|own| own.trim_start_matches([':', '：', ' ']));
    let behind = BEFORE.split('|').find_map(|word| {
        let at = lower.find(&format!("{word} ")).filter(|at| {
            lower
                .get(..*at)
                .is_some_and(|own| !own.ends_with(|letter: char| letter.is_alphanumeric()))
        })?;
        line.get(at + word.len()..)
    });
    let behind = joined.map(|own| own.trim_end_matches(['）', ')'])).or(behind)?.trim_start();
    let digits = behind.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    // A chapter stands in brackets: `dairy produce (HS 04)`.
    let chapter = behind.get(2..3) == Some(")");
    goods(behind).filter(|own| {
        digits
            && (own.code.len() >= 4 || own.code.len() == 2 && chapter)
            && own.code.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Goods by a code and a name, or a name alone; nothing where several are meant.
fn goods(value: &str) -> Option<Goods> {
    if named_total(value).is_some() {
        return Some(Goods { code: "TOTAL".to_owned(), name: String::new(), system: System::Hs });
    }
    // `HS 7502 - Unwrought nickel`.
    const LISTS: [&str; 8] = ["HS ", "HTS ", "HSK ", "CN ", "KN ", "NCM ", "TARIC ", "HS"];
    let numbered = |own: &&str| own.starts_with(|digit: char| digit.is_ascii_digit());
    let behind = LISTS.iter().find_map(|word| value.strip_prefix(word).filter(numbered));
    let value = behind.unwrap_or(value);
    let (first, rest) = value.split_once([' ', '-', '–', ':']).unwrap_or((value, ""));
    let first = first.strip_suffix("),").unwrap_or(first);
    // `280120, Iodine`.
    let named = !rest.bytes().any(|byte| byte.is_ascii_digit());
    let first = first.strip_suffix(',').filter(|_| named).unwrap_or(first);
    let code = first.trim_matches(['\'', '[', ']', '(', ')']).replace('.', "");
    let digits = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    if digits && (2..=10).contains(&code.len()) {
        let system = if fits_hs(&code) { System::Hs } else { System::Own };
        let name = rest.trim_start_matches([' ', '-', '–', ':']).trim();
        // What they are parted by is no name.
        let name = if small(name).starts_with("by ") { "" } else { name }.to_owned();
        return Some(Goods { code, name, system });
    }
    let several =
        value.split([',', ';']).filter(|part| part.bytes().any(|byte| byte.is_ascii_digit()));
    (several.count() < 2).then(|| Goods {
        code: value.to_owned(),
        name: value.to_owned(),
        system: System::Own,
    })
}

/// Whether a word is a currency that several countries have, and name after themselves.
fn is_currency(word: &str) -> bool {
    const STEMS: [&str; 6] = ["dollar", "dólar", "dolar", "dollár", "долл", "рубл"];
    const WORDS: [&str; 16] = [
        "$", "franc", "francs", "franken", "peso", "pesos", "pound", "pounds", "rupee", "rupees",
        "rupia", "krone", "kroner", "krona", "kronor", "дол",
    ];
    STEMS.iter().any(|stem| word.starts_with(stem)) || WORDS.contains(&word)
}

/// A line without the countries that its currencies are named after: `US $ million`, `dólares de los EE. UU.`,
/// `млн.долларов США`.
fn without_currencies(line: &str, names: &CountryNames) -> String {
    const JOINING: [&str; 12] =
        ["de", "del", "des", "d", "los", "las", "of", "the", "do", "dos", "da", "degli"];
    let line = line.replace("US$", "$").replace("U.S.$", "$");
    let words: Vec<&str> = line.split(' ').collect();
    let plain = |word: &str| {
        let last = word.trim_end_matches('.').rsplit(['.', '(', '-']).next().unwrap_or_default();
        small(last.trim_matches(|own: char| own != '$' && !own.is_alphanumeric()))
    };
    let ends = |word: &str| word.ends_with([',', ';', ':', ')']);
    let bare = |from: usize, to: usize| {
        let text = words.get(from..to).filter(|own| !own.is_empty())?.join(" ");
        Some(text.trim_matches(|own: char| ",;:()".contains(own)).to_owned())
    };
    const AMERICAN: [&str; 4] = ["american", "amerikan", "américain", "estadounidense"];
    // Dollars are of countries that have dollars: `USD`, `CAD`.
    let has_dollars =
        |code: &str| code.get(..2).is_some_and(|own| Unit::parse(&format!("{own}D")).is_some());
    let is_land = |from: usize, to: usize, dollars: bool| {
        bare(from, to).is_some_and(|text| {
            names.code(&text).is_some_and(|code| !dollars || has_dollars(code))
                || AMERICAN.iter().any(|stem| small(&text).starts_with(stem))
        })
    };
    let mut dropped = vec![false; words.len()];
    let currencies = words.iter().enumerate().map(|(at, own)| (at, plain(own)));
    for (at, currency) in currencies.filter(|(_, own)| is_currency(own)) {
        let dollars = currency.starts_with(['d', 'д', '$']);
        // Before it, unless another phrase ends there.
        let before = (1..=3).rev().filter_map(|length| at.checked_sub(length)).find(|from| {
            let one = (*from..at).all(|place| words.get(place).is_some_and(|own| !ends(own)));
            one && is_land(*from, at, dollars)
        });
        // Behind it, with what joins them.
        let joined = words.get(at + 1..).unwrap_or_default().iter();
        let begin =
            at + 1 + joined.take_while(|own| JOINING.contains(&small(own).as_str())).count();
        let behind =
            (1..=5).rev().map(|length| begin + length).find(|to| is_land(begin, *to, dollars));
        let open = words.get(at).is_some_and(|own| !ends(own));
        let spans = [before.map(|from| from..at), behind.filter(|_| open).map(|to| at + 1..to)];
        for place in spans.into_iter().flatten().flatten() {
            if let Some(own) = dropped.get_mut(place) {
                *own = true;
            }
        }
    }
    let left = words.iter().zip(dropped).filter(|(_, dropped)| !dropped).map(|(own, _)| *own);
    left.collect::<Vec<_>>().join(" ")
}

/// Countries within a line, by the words around them.
fn mentions(line: &str, names: &CountryNames) -> Vec<Mention> {
    const REPORTER: [&str; 5] = ["by", "par", "por", "durch", "reporter"];
    const PARTNER: [&str; 21] = [
        "from", "to", "with", "aus", "nach", "mit", "vers", "avec", "desde", "hacia", "con", "til",
        "fra", "från", "till", "naar", "в", "во", "из", "на", "с",
    ];
    // “Of”, in languages that say “from” with it, too.
    const OF: [&str; 9] = ["du", "de", "del", "della", "do", "da", "des", "von", "van"];
    let line = without_currencies(line, names);
    let words: Vec<&str> = line
        .split(|letter: char| !letter.is_alphanumeric() && !"'’.-&".contains(letter))
        .filter(|word| !word.is_empty())
        .collect();
    let word = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).map_or_else(String::new, |own| small(own))
    };
    // A country's office tells of its own trade.
    let office = is_office(&line);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let own = (1..=4).rev().find_map(|length| {
            let text = words.get(at..at + length)?.join(" ");
            let text = text.trim_end_matches("'s").trim_end_matches("’s");
            // Short words are codes of countries, and words of languages.
            let sure = text.len() > 3 || matches!(text, "US" | "UK" | "USA" | "U.S" | "UAE");
            let code = names.code(text).filter(|_| sure)?;
            Some((length, code, text.to_owned()))
        });
        let Some((length, code, words_own)) = own else {
            at += 1;
            continue;
        };
        let before = word(at.checked_sub(1));
        let behind = word(Some(at + length));
        let side = match () {
            () if REPORTER.contains(&before.as_str()) => Side::Reporter,
            () if PARTNER.contains(&before.as_str()) => Side::Partner,
            // Exports of Ghana are Ghana's; china is a ware.
            () if before == "of"
                && words_own.starts_with(char::is_uppercase)
                && of_trade(&words, at) =>
            {
                Side::Reporter
            }
            // What is exported is one's own; imports “de Chine” may come from there.
            () if OF.contains(&before.as_str()) && of_exports(&words, at) => Side::Reporter,
            () if office || flow_in(&behind).is_some() && goes_on(&line, &words_own) => {
                Side::Reporter
            }
            () => Side::Open,
        };
        found.push(Mention { code: code.to_owned(), words: words_own, side, labelled: false });
        at += length;
    }
    found
}

/// The country whose office a text names: by the office's own name, by the end of its address, or as an office that a
/// country's name is part of. Of a column's word `agency` says whether the column is called after sources: those are
/// mostly a few letters.
pub fn office_in(text: &str, names: &CountryNames, agency: Option<bool>) -> Option<String> {
    const CALLED: &str = "CHN:海关总署:海關總署|TWN:關務署:关务署|KOR:관세청:KITA|JPN:財務省|HKG:政府統計處:政府统计处|ITA:Istat:ISTAT:Coeweb|TUR:TÜİK:TUIK|IND:TradeStat:TRADESTAT|DEU:Destatis|ESP:DataComex|BRA:ComexStat:SECEX|COL:DIAN|MEX:INEGI|ARG:INDEC|PER:SUNAT|CRI:PROCOMER|IDN:BPS|POL:GUS|SWE:SCB|NOR:SSB:sentralbyrå|FIN:Tilastokeskus|GBR:HMRC|CAN:StatCan|RUS:ФТС:Росстат";
    const AGENCIES: &str = "AUS:ABS|ITA:IT1:ISTAT|FRA:FR1:INSEE|NZL:STATSNZ|MEX:INEGI";
    let has = |word: &str| {
        let joined = word.chars().all(|own| own > '\u{2e80}') && text.contains(word);
        joined || text.split(|own: char| !own.is_alphanumeric()).any(|own| own == word)
    };
    let called = match agency {
        None => CALLED,
        Some(true) => AGENCIES,
        Some(false) => "",
    };
    let called = called.split('|').find(|entry| entry.split(':').skip(1).any(has));
    if let Some(found) = called.and_then(|entry| entry.split(':').next()) {
        return Some(found.to_owned());
    }
    // Countries whose ends are anybody's.
    const ANYBODY: &str = "ai cc co fm gg gl io la ly me nu sh to tv ws";
    let address = |word: &str| {
        let word = word.split_once("://").map_or(word, |(_, rest)| rest);
        let named = word.len() < text.len() || text.contains("://");
        let host = word.split(['/', ':', '?']).next().unwrap_or_default();
        let host = host.rsplit('@').next().unwrap_or_default().trim_matches('.');
        let (before, last) = host.rsplit_once('.')?;
        let known =
            |own: &str| code(&own.to_ascii_uppercase()).filter(|code| alpha2(code).is_some());
        let plain = host.bytes().all(|own| own.is_ascii_alphanumeric() || b"-.".contains(&own));
        let whole = before.len() > 2 && before.contains(|own: char| own.is_ascii_lowercase());
        match last {
            "gov" if plain && whole => Some("USA".to_owned()),
            end if end.len() == 2
                && plain
                && whole
                && named | host.starts_with("www.")
                && end.bytes().all(|own| own.is_ascii_lowercase())
                && !ANYBODY.split(' ').any(|own| own == end) =>
            {
                known(end)
            }
            _ => None,
        }
    };
    let mut words = text.split([' ', ',', ';', '(', ')', '<', '>', '"']);
    words.find_map(address).or_else(|| {
        let found = mentions(text, names);
        let [one] = found.as_slice() else { return None };
        let short = text.split(' ').count() < LONGEST_TITLE;
        (is_office(text) && short).then(|| one.code.clone())
    })
}

/// Whether a text names an office.
fn is_office(text: &str) -> bool {
    let mut words = text.split(|own: char| !own.is_alphabetic());
    words.any(|own| OFFICES.split(' ').any(|office| office == small(own)))
}

/// What offices are called.
const OFFICES: &str = "bureau office statistics statistical customs ministry department census government administration statistik statistique estadística statistisches zoll douanes aduanas institute";

/// Whether the words before a place and its `of` are trade, exports, imports or partners.
fn of_trade(words: &[&str], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|at| words.get(at)).map(|own| small(own));
    before.is_some_and(|own| {
        ["trade", "partners", "markets"].contains(&own.as_str()) || flow_in(&own).is_some()
    })
}

/// Whether exports are among the three words before a place and its `de`.
fn of_exports(words: &[&str], at: usize) -> bool {
    let before = words.get(at.saturating_sub(4)..at.saturating_sub(1)).unwrap_or_default();
    let export = |own: &&str| flow_in(own) == Some(Way::Flow(Flow::Export));
    before.iter().any(export)
}

/// Whether a name and the word behind it belong together: in `Goods: Germany: Exports` they do not.
fn goes_on(line: &str, name: &str) -> bool {
    line.split_once(name)
        .is_none_or(|(_, rest)| !rest.trim_start().starts_with([':', '-', '–', ';', ',']))
}

/// A line of more words is a sentence and no title.
const LONGEST_TITLE: usize = 16;

/// Whether a line is of running text: a sentence that ends, goes on from the line above it or in the one below.
pub fn is_of_text(line: &str) -> bool {
    let text = line.trim_start_matches(['#', '*', '/', '%', ' ']).trim_end();
    let open = |one: char, other: char| text.matches(one).count() != text.matches(other).count();
    let abbreviated = |word: &str| word.chars().filter(|own| own.is_alphabetic()).count() < 4;
    let last = text.rsplit(' ').next().unwrap_or_default();
    line.len() > text.len()
        && text.starts_with(|own: char| own.is_lowercase() || "-)".contains(own))
        || text.ends_with(['!', '?', ',', ';', '-', '。'])
        || text.ends_with('.') && !abbreviated(last)
        || open('(', ')')
        || text.matches('"').count() % 2 == 1
        || text.split(". ").skip(1).any(|own| own.starts_with(char::is_uppercase))
            && text.split(". ").all(|own| !abbreviated(own.rsplit(' ').next().unwrap_or_default()))
}

/// The words of a line of exports or imports that may name the goods: such as are none of trade in general, of
/// countries, of money or of dates.
fn ware(line: &str, names: &CountryNames) -> Option<Ware> {
    // The number of a table is no label: `Table 2: Exports of rice`.
    let text = match line.split_once([':', '：']) {
        Some((label, rest)) if is_table(label) => rest,
        _ => line,
    };
    let lower = small(text);
    if is_of_text(line) {
        return None;
    }
    // What a label says is read from it; a source or a note tells of no goods.
    let mut each = lower.split(' ');
    let of_trade = each.any(|word| flow_in(word).is_some())
        || flow_in(&lower).is_some()
        || holds(&lower, OF_TRADE);
    if !of_trade || lower.contains([':', '：']) || mentions_source(&lower) {
        return None;
    }
    let lands: Vec<String> =
        mentions(text, names).into_iter().map(|own| small(&own.words)).collect();
    let open =
        |word: &&str| may_be_goods(word) && !lands.iter().any(|own| own.contains(&small(word)));
    let text = without_currencies(text, names);
    let all: Vec<&str> =
        text.split(|letter: char| !letter.is_alphabetic()).filter(|own| !own.is_empty()).collect();
    let places: Vec<usize> =
        all.iter().enumerate().filter(|(_, word)| open(word)).map(|(at, _)| at).collect();
    // Words here and there in a sentence are no name of goods.
    let together = places.windows(2).all(|pair| matches!(pair, [one, next] if next - one < 3));
    let words: Vec<&str> = places.iter().filter_map(|at| all.get(*at).copied()).collect();
    (!words.is_empty() && together && all.len() <= LONGEST_TITLE)
        .then(|| Ware { words: words.join(" "), line: line.trim().to_owned() })
}

/// Whether a word of a title may be goods: it is none of trade in general, of money or of dates.
pub fn may_be_goods(word: &str) -> bool {
    let word = small(word);
    word.chars().count() > 2
        && !OF_TABLES.split(' ').any(|own| own == word)
        && !holds(&word, OF_TABLES_JOINED)
        && flow_in(&word).is_none()
        && !holds(&word, OF_TRADE)
        && money_in(&word).is_none()
        && !is_currency(&word)
        && factor_in(&word).is_none()
        && tonnes(&word).is_none()
        && year_and_month("2000", Some(&word)).is_none()
}

/// What a file's own name says, its words parted as blanks, marks and capitals part them.
pub fn of_name(file: &str, names: &CountryNames) -> Titles {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut text = String::new();
    let mut before = ' ';
    for letter in stem.chars() {
        let parts = before.is_lowercase() && letter.is_uppercase();
        if parts || !letter.is_alphanumeric() {
            text.push(' ');
        }
        if letter.is_alphanumeric() {
            text.push(letter);
        }
        before = letter;
    }
    let mut found = titles(std::slice::from_ref(&text), names);
    // A name is put together of anything: goods are the words right before the direction, or behind it.
    found.goods = found.goods.filter(|own| {
        let words: Vec<String> = text.split_whitespace().map(small).collect();
        let goods = own.words.split(' ').map(small).collect::<Vec<String>>();
        let beside = |at: usize| {
            let word = |at: Option<usize>| at.and_then(|at| words.get(at));
            let near = |at| word(at).is_some_and(|own| flow_in(own).is_some());
            near(Some(at + goods.len()))
                || near(at.checked_sub(1))
                || word(at.checked_sub(1)).is_some_and(|own| own == "of") && near(at.checked_sub(2))
        };
        words.windows(goods.len()).position(|own| own == goods).is_some_and(beside)
    });
    found
}

/// Whether a label is that of a table or of a title: `Table 2.1`, `title`.
fn is_table(label: &str) -> bool {
    const WORDS: &str = "table|tab|figure|fig|chart|exhibit|annex|title|tabelle|tableau|tabla|tabela|cuadro|quadro|表";
    let lower = small(label);
    let mut words = lower.split(|own: char| !own.is_alphabetic()).filter(|own| own.len() > 1);
    let first = words.next();
    first.is_some_and(|own| WORDS.split('|').any(|word| word == own)) && words.next().is_none()
}

/// Whether a line in small letters names a source or is a note.
pub fn mentions_source(lower: &str) -> bool {
    holds(lower, "source|quelle|note|fuente|来源|kaynak")
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Titles {
        let mut names = CountryNames::default();
        names.learn("CN\tChina|中国\nIN\tIndia\nVN\tViet Nam|Vietnam\nUS\tUnited States|U.S|US\nJP\tJapan\n");
        titles(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>(), &names)
    }

    #[test]
    fn titles_name_the_sides_of_trade() {
        let found =
            read(&["Export Import Data Bank", "Import :: Country - wise", "Country: CHINA P RP"]);
        assert_eq!(found.flow, Some(Flow::Import));
        assert_eq!(
            (found.countries[0].code.as_str(), found.countries[0].side),
            ("CHN", Side::Open)
        );
        let found = read(&["List of supplying markets for the product imported by Viet Nam"]);
        assert_eq!(
            (found.countries[0].code.as_str(), found.countries[0].side),
            ("VNM", Side::Reporter)
        );
        assert_eq!(found.goods, None);
        let found = read(&["U.S imports of toys from Japan, 2024"]);
        let sides: Vec<Side> = found.countries.iter().map(|own| own.side).collect();
        assert_eq!(sides, [Side::Reporter, Side::Partner]);
        assert!(found.goods.is_some());
    }

    #[test]
    fn a_currency_s_country_is_no_side_of_trade() {
        let mut names = CountryNames::default();
        names.learn(crate::import::COUNTRIES);
        for line in [
            "Exports of tea, US $ million",
            "импорт товаров, млн.долларов США",
            "Exportaciones (millones de dólares de EE.UU.)",
            "Exportaciones en millones de dólares de los Estados Unidos de América",
            "Exportations en millions de dollars des États-Unis",
            "Esportazioni, milioni di dollari USA",
            "Exports in millions of United States dollars",
            "Exportações em milhões de dólares americanos",
        ] {
            let found = mentions(line, &names);
            assert!(found.is_empty(), "{line}: {found:?}");
        }
        let sides = |line: &str| {
            let found = mentions(line, &names).into_iter();
            found.map(|own| (own.code, own.side)).collect::<Vec<_>>()
        };
        assert_eq!(sides("Exports to Canada, US dollars"), [("CAN".to_owned(), Side::Partner)]);
        assert_eq!(sides("Экспорт в США, млн. долл. США"), [("USA".to_owned(), Side::Partner)]);
        assert_eq!(sides("Exports in dollars China"), [("CHN".to_owned(), Side::Open)]);
    }

    #[test]
    fn titles_name_goods() {
        let found = read(&["Product : 8541 Semiconductor devices (e.g. diodes)"]).product;
        let found = found.map(|own| (own.code, own.system));
        assert_eq!(found, Some(("8541".to_owned(), System::Hs)));
        assert_eq!(read(&["Commodities: 8504, 8507"]).product, None);
        let all = read(&["Product: All products"]).product.map(|own| own.code);
        assert_eq!(all.as_deref(), Some("TOTAL"));
        let rice = read(&["商品: 大米"]).product.map(|own| own.code);
        assert_eq!(rice.as_deref(), Some("大米"));
        assert_eq!(read(&["Exports and imports by country, US$ million"]).goods, None);
        assert!(read(&["Table 2.1: Exports of rice by country"]).goods.is_some());
        assert_eq!(read(&["Table 2.1: Exports by country"]).goods, None);
    }

    #[test]
    fn titles_name_when() {
        let start =
            |line: &str| read(&[line]).period.map(|own| (own.start.to_string(), own.months));
        assert_eq!(start("(5)2025年8月出口主要商品"), Some(("2025-08".to_owned(), 1)));
        assert_eq!(start("Exports, June 2024"), Some(("2024-06".to_owned(), 1)));
        assert_eq!(start("Dated: 14/8/2025"), None);
    }
}
