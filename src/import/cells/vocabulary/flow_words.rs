//! Words of exports, imports, balances and re-exports, in the languages of customs offices.

use super::plain_words::{holds, small};
use crate::import::bytes::records;
use crate::trade::Flow;

/// A direction of trade, or one that is a part of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Flow(Flow),
    /// Re-exports and re-imports, which exports and imports hold already, and balances, which are
    /// made of them.
    Part,
}

/// Words of exports and imports in the languages of customs offices; a name that holds one says it.
pub const EXPORTS: &str = "export|ausfuhr|esporta|exporta|exportación|dispatch|uitvoer|ihracat|ihraç|вывоз|экспорт|експорт|eksport|utførsel|udførsel|utförsel|wywóz|vývoz|vienti|kivitel|ekspor|xuất khẩu|xuat khau|ส่งออก|صادرات|निर्यात|εξαγωγ|izvoz|输出|出口|輸出|수출";
const IMPORTS: &str = "import|einfuhr|arrival|invoer|ithalat|ввоз|импорт|імпорт|innførsel|indførsel|införsel|przywóz|dovoz|tuonti|behozatal|impor|nhập khẩu|nhap khau|นำเข้า|واردات|आयात|εισαγωγ|uvoz|输入|進口|进口|輸入|수입";

/// What a cell says of the direction: `X`, `M`, `Export`, `Imports`, `出口`. Bare numbers say nothing:
/// every office counts in its own way.
pub fn way(text: &[u8]) -> Option<Way> {
    // As nearly every row has it.
    match text {
        b"X" => return Some(Way::Flow(Flow::Export)),
        b"M" => return Some(Way::Flow(Flow::Import)),
        _ => {}
    }
    let lower = small(&records::words(text));
    Some(match lower.as_str() {
        "x" | "exp" | "e" | "out" | "outbound" | "outgoing" | "dom. exp" | "э" | "эк" => {
            Way::Flow(Flow::Export)
        }
        "m" | "imp" | "i" | "in" | "inbound" | "incoming" | "и" | "им" => {
            Way::Flow(Flow::Import)
        }
        "rx" | "rm" | "dx" | "fm" | "mip" | "xip" | "mop" | "xop" => Way::Part,
        _ => return direction_of(&lower, false),
    })
}

/// The direction and the month, or none for the year, of a heading as the Census Bureau writes them: `IJAN`, `EYR`.
pub fn joined_month(name: &str) -> Option<(Flow, Option<&str>)> {
    const MONTHS: &str = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|YR";
    let rest = name.get(1..).filter(|own| MONTHS.split('|').any(|month| month == *own))?;
    let flow = match name.as_bytes().first() {
        Some(b'I') => Flow::Import,
        Some(b'E') => Flow::Export,
        _ => return None,
    };
    Some((flow, Some(rest).filter(|own| *own != "YR")))
}

/// What a heading or a title says of the direction, if one only.
pub fn flow_in(text: &str) -> Option<Way> {
    if let Some((flow, _)) = joined_month(text) {
        return Some(Way::Flow(flow));
    }
    direction_of(&small(text), true)
}

/// The same of small letters; headings shorten the words for it, too: `Exp 2024`.
fn direction_of(lower: &str, heading: bool) -> Option<Way> {
    if is_reexport(lower) || is_balance(lower) || holds(lower, BOTH) {
        return Some(Way::Part);
    }
    // What the other side reports is no second report of one's own.
    if lower.contains("mirror") {
        return None;
    }
    let short = |word: &str| {
        heading
            && lower.len() > word.len()
            && lower.split(|letter: char| !letter.is_alphabetic()).any(|own| own == word)
    };
    // Who exports is the other side of imports, and says of neither which it is.
    // And what matters, or an amount in Italian or Spanish, is neither.
    const NO_WAY: &str = "exporter|importer|exportador|importador|exportateur|importateur|important|importan|importo|importe en |importe de |importe total|importe neto";
    let plain = NO_WAY.split('|').fold(lower.to_owned(), |text, word| text.replace(word, ""));
    // `Expo (USD)`, `impo`: with a year the one is a fair.
    let mut letters = lower.split(|letter: char| !letter.is_alphabetic());
    let head = letters.next().filter(|_| !lower.bytes().any(|byte| byte.is_ascii_digit()));
    let spanish = |word: &str| head.is_some_and(|own| own.strip_suffix('s').unwrap_or(own) == word);
    let says = |words: &str, [short_form, spanish_form]: [&str; 2]| {
        holds(&plain, words) || short(short_form) || spanish(spanish_form)
    };
    match (says(EXPORTS, ["exp", "expo"]), says(IMPORTS, ["imp", "impo"])) {
        (true, false) => Some(Way::Flow(Flow::Export)),
        (false, true) => Some(Way::Flow(Flow::Import)),
        _ => None,
    }
}

/// Exports and imports together, in words that hold the one and not the other.
const BOTH: &str = "进出口|進出口|输出入|輸出入|수출입";

/// Whether a text in small letters speaks of what exports and imports leave when one is taken from the other;
/// the balance of payments is a way to count either.
pub fn is_balance(lower: &str) -> bool {
    const PAYMENTS: [&str; 7] = [
        "balanced",
        "balance of payment",
        "balance-of-payment",
        "balance des paiements",
        "balanza de pagos",
        "balança de pagamentos",
        "zahlungsbilanz",
    ];
    let rest = PAYMENTS.iter().fold(lower.to_owned(), |text, own| text.replace(own, ""));
    holds(&rest, BALANCES)
}

const BALANCES: &str = "balance|balanza|balança|bilanz|saldo|solde|dengesi|сальдо|баланс|surplus|deficit|差额|差額|差引|顺差|順差|逆差|수지|net export|net import|净出口|淨出口";

/// Whether a text in small letters speaks of re-exports or re-imports, and not of what includes them.
pub fn is_reexport(lower: &str) -> bool {
    const WITH: &str = "含復|含复|含转口|含轉口|再輸出を含|再輸入を含|including re|incl. re|incl re|inkl. wieder|einschließlich wieder|y compris réex|y compris ré-ex|incluye reexp|incluindo reexp|включая реэксп|включая реимп|재수출 포함|재수입 포함";
    !holds(lower, WITH)
        && holds(
            lower,
            "re-export|re-import|reexport|reimport|re export|re import|réexport|réimport|wiederausfuhr|wiedereinfuhr|wederuitvoer|återexport|reeksport|реэкспорт|реимпорт|riesporta|復出口|復進口|复出口|复进口|转口|轉口|再輸出|再輸入|재수출|재수입",
        )
}

/// Whether a text calls exports or imports a part of them, by the system they are counted in: domestic
/// exports, special trade, imports for consumption.
pub fn is_partial(text: &str) -> bool {
    holds(
        &small(text),
        "domestic|special|consumption|entrepôt|entrepot|general|spezial|inländ|本地|国产|國產|adjusted|bereinigt|désaisonnalis|desestacionaliz|dessazonaliz|destagionalizz",
    )
}

/// Words of columns that name several countries of one row: where goods come from, where they go to, and
/// whom they pass on the way.
const SIDES: [&str; 3] = [
    "exporter|exporting|country of export|exportador|exportateur|origin|origen|origem|herkunft|ursprung|origine|pochodz|původu|pôvodu|происхожд|походження|原产|原產|원산지|menşe|oprindelse|opprinnelse|herkomst|alkuperä|származás|προέλευσ|xuất xứ|negara asal|กำเนิด|ต้นทาง|المنشأ",
    "importer|importing|country of import|importador|importateur|destin|bestimmung|przeznaczenia|назначени|призначення|目的|最终目的|仕向|최종|varış|bestemmelse|destinasjon|bestemming|určení|určenia|rendeltetés|määrämaa|määränpää|προορισμ|nước đến|điểm đến|tujuan|ปลายทาง|الوجهة|المقصد",
    "consign|acquisi|adquisi|provenance|provenien|procedencia|procedência|shipment|transit|intermedia|trading country|versend|启运|起运|贸易国",
];

/// Whether a column names where goods come from or where they go to.
pub fn is_side(name: &str) -> bool {
    matches!(side(name), Some(0 | 1))
}

/// Whom a column names: where goods come from, where they go to, or whom they pass.
pub fn side(name: &str) -> Option<usize> {
    let name = small(name);
    // As gravity data have them: `iso3_o`, `iso3_d`.
    let short = ["_o", "_d"].into_iter().position(|own| name.ends_with(own));
    // Or in short before a word for countries: `exp_iso`, `imp_country`.
    const LANDS: &str = "iso|iso2|iso3|country|ctry|cty|pais|land|nation|economy";
    let before = |own: &&str| {
        let rest = name.strip_prefix(*own).and_then(|rest| rest.strip_prefix(['_', ' ', '.']));
        rest.is_some_and(|rest| LANDS.split('|').any(|land| land == rest))
    };
    let short = short.or_else(|| ["exp", "imp"].iter().position(before));
    SIDES.iter().position(|words| holds(&name, words)).or(short)
}
/// How goods are valued where they leave a country.
pub const VALUED_LEAVING: &str = "fob|fas value|f.o.b";

/// How they are valued where they come into one.
pub const VALUED_ARRIVING: &str = "cif|c.i.f|customs value|landed|duty";
