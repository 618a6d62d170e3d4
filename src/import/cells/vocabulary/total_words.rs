//! Names of the world, of groups of countries, and of rows that are the sums of others.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::flow_words::is_partial;
use super::plain_words::{bare, folded, holds, noted, small};
use super::unit_words::without_unit;

/// Whether a heading's words hold one for a total.
pub fn has_total(text: &str) -> bool {
    let text = bare(text);
    text.split(' ').any(|word| ALL.split(' ').any(|own| own == word && own != "all"))
        || ALL_JOINED.split(' ').any(|own| text.contains(own))
}

/// How well a heading stands for all exports or imports: domestic ones are a part, a total is a total.
pub fn rank(name: &str) -> u8 {
    match (has_total(name), is_partial(name)) {
        (true, _) => 2,
        (false, false) => 1,
        (false, true) => 0,
    }
}

/// Names of all countries together, in small letters and without marks.
const WORLD: &str = "whole world|world|total|all|all countries|world total|total world|grand total|all partners|total all countries|total for all countries|all destinations|all origins|general total|overall|mundo|total mundo|total general|todos los países|todos los paises|todo el mundo|monde|total monde|ensemble|tous pays|tous les pays|welt|insgesamt|gesamt|alle länder|summe|global|globe|合计|合計|总计|總計|总值|總值|总额|계|全球|世界|全世界|计|総額|総計|計|전체|총계|합계|세계|мир|всего|весь мир|totale|mondo|totaal|toplam|total geral|mundo total|total trade|total exports|total imports|wld|w00|world wl|0|_t|tot|world 000|总量|進出口總值|进出口总值|сумма|общо|suma|gesamtergebnis|gesamtsumme|genel toplam|tổng cộng|合 計|合 计|總 計|总 计|합 계|총 계|skupaj|загалом|усього|разом|hele verden|verden|hela världen|världen|maailma|koko maailma|wereld|hele wereld|świat|cały świat|svět|celý svět|svet|svijet|világ|egész világ|lume|lumea|maailm|pasaule|pasaulis|heimurinn|свят|світ|κόσμος|dünya|dunia|thế giới|ทั่วโลก|รวม|العالم|विश्व";

/// Words for all of something, whether they stand alone or beside what is counted.
pub const ALL: &str = "all total totals sum overall grand whole entire alle gesamt insgesamt zusammen summe tous toutes totaux ensemble todos todas tutti totale totali totales totalt totaal alla всего все всех итого wszystkie ogółem razem kaikki yhteensä összes összesen celkem spolu ukupno samtliga samtlige toplam tüm genel semua jumlah tổng ทั้งหมด รวม إجمالي المجموع कुल σύνολο alt öll alls samtals kõik kokku kopā visas visi viso visos všetky všechny všechna minden toate toată всички всичко общо сви све sve svi svih ukupan όλες όλα اجمالي جميع усі всі разом усього सभी";

/// The same where no blanks part words.
const ALL_JOINED: &str =
    "全部 所有 合计 合計 总计 總計 总值 總值 總額 总额 全体 全體 합계 총계 전체 모든";

/// What there can be all of.
const COUNTED: &str = "world country countries territory territories port ports district districts state states province provinces partner partners handelspartner handelspartnern origin origins destination destinations economy economies area areas region regions market markets trade trading export exports import imports value product products commodity commodities goods merchandise länder ländern land waren pays produits marchandises países paises país pais productos destinos paesi prodotti länderna land landen стран страны товаров товары kraje krajów ülkeler ülke ürünler negara nước trị giá kim ngạch for of the and de des du la le les los las el der die das di dei del y et und e i all lande lands land landen landa lönd maat maista maailma maailman verden världen wereld krajów świat świata świecie svět světa svet země zemí ország országok világ țări țările tari lumea riigid riikide maailm valstis pasaule šalys šalims pasaulis iš zemlje zemalja svijet държави страни света країни країн світу χώρες κόσμος dünya quốc gia cả ทุกประเทศ ประเทศ الدول البلدان العالم देश देशों mondo eksport handel samhandel";

const COUNTED_JOINED: &str = "世界 国家 國家 地区 地區 国别 國別 贸易 貿易 伙伴 口岸 关区 商品 产品 国 國 各 和 与 及 の 국가 국 나라 품목";

/// A list to look many names up in.
type Lookup = LazyLock<FxHashSet<&'static str>>;

static WORLDS: Lookup = LazyLock::new(|| WORLD.split('|').collect());
static ALLS: Lookup = LazyLock::new(|| ALL.split(' ').collect());
static COUNTABLE: Lookup = LazyLock::new(|| COUNTED.split(' ').collect());
/// Names of groups and of parts of the world, without blanks: `Central Asia` is also a heading `CentralAsia`.
static GROUP_NAMES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let regions = include_str!("../regions.txt").trim_end();
    GROUPS.split('|').chain(regions.split('|')).map(unspaced).collect()
});
static SOME_TOTALS: Lookup = LazyLock::new(|| PERHAPS.split(' ').collect());

/// Whether a name in small letters is made of words for all, and of what there is all of, alone.
fn names_all(lower: &str) -> bool {
    let mut any = false;
    let all_known = lower.split([' ', '-']).filter(|word| !word.is_empty()).all(|word| {
        let is_all = ALLS.contains(word);
        any |= is_all;
        if is_all || COUNTABLE.contains(word) {
            return true;
        }
        if word.is_ascii() {
            return false;
        }
        let mut rest = word.to_owned();
        for own in ALL_JOINED.split(' ') {
            any |= rest.contains(own);
            rest = rest.replace(own, "");
        }
        for own in COUNTED_JOINED.split(' ') {
            rest = rest.replace(own, "");
        }
        // `世界計`: with the word for a sum right behind it.
        let summed = matches!(rest.as_str(), "計" | "计");
        any |= summed;
        summed || rest.is_empty()
    });
    any && all_known
}

/// Whether a name in small letters is one of all countries with its letters spaced out: `t o t a l`.
fn is_spaced_world(lower: &str) -> bool {
    let spaced = lower.len() > 6 && lower.bytes().skip(1).step_by(2).all(|byte| byte == b' ');
    let letters = || lower.replace(' ', "");
    spaced && WORLD.split('|').any(|own| own.replace(' ', "") == letters())
}

/// Whether a name is one of all countries with an explanation in brackets that takes nothing from them: `World
/// (all partners)`, but not `World (excluding the EU)`.
fn is_explained_world(name: &str) -> bool {
    const LESS: &str = "excl|except|without|other|rest|non|less|hors|sans|autre|sin|otro|ohne|übrig|senza|sem |exceto|intra|extra|不含|除";
    let bracketed = name.trim().strip_suffix(')').and_then(|own| own.split_once(" ("));
    bracketed.is_some_and(|(own, rest)| {
        WORLDS.contains(bare(own).as_str()) && !holds(&small(rest), LESS)
    })
}

/// Names of groups of partners beside those of parts of the world.
const GROUPS: &str = "ue|pays tiers|paesi terzi|países terceros|terceros países|kraje trzecie|derde landen|tredjeland|nicht-eu-länder|extra ue|intra ue|extra eu|intra eu|hors ue|ue hors|paesi extra ue|paesi ue|pays de l'ue|pays ue|países de la ue|países ue|kraje ue|eu-landen|außerhalb der eu|fuera de la ue|hors union européenne|extra-union européenne|extra união europeia|extra unión europea|third countries|eu countries|non-eu countries|eu27 2020 extra|eu27 2020 intra|eu28 extra|eu28 intra|eu|eu27|eu28|eu27 2020|eu28 2019|eu15|ea19|ea20|ea21|euro area|extra-eu|intra-eu|ext eu27|ext eu27 2020|int eu27 2020|ext eu28|int eu28|intra eu27 2020|extra eu27 2020|extra-eu27|intra-eu27|european union 27|non-eu|asean|opec|oecd|nafta|usmca|efta|brics|apec|cis|gcc|mercosur|mercosul|middle east|european union eu|pacific rim|pacific rim countries|nato|东盟|東盟|东南亚国家联盟|欧洲联盟|“一带一路”国家|rcep|金砖国家|eu連合|amérique|drittländer|eu-länder|northern america|south eastern asia|latin america and the caribbean|australia and new zealand|middle east and north africa|中东|中東|medio oriente|oriente medio|moyen orient|naher osten|ближний восток|중동|latam|mena|sadc|ecowas|comesa|saarc|eaeu|caricom|andean community|comunidad andina|maghreb|western hemisphere|nordic countries|gulf states|north africa|south asia|east asia|east asia and pacific|pacific|central and eastern europe|australia and oceania|아세안|중남미|독립국가연합|대양주|асеан|снг|страны снг|ес|страны ес|еаэс|страны еаэс|拉美|独联体|欧盟27国|アセアン|中南米|東欧";

/// Words that may be a total's, or part of a name.
const PERHAPS: &str = "total totals subtotal subtotals sum insgesamt gesamt summe ensemble totale totaal totalt toplam всего итого razem ogółem yhteensä összesen celkem ukupno jumlah";

/// Whether a cell holds a word for the sum of some of the rows, and nothing else.
pub fn is_subtotal(cell: &[u8]) -> bool {
    const WORDS: [&str; 15] = [
        "subtotal",
        "subtotals",
        "sub-total",
        "sub total",
        "sous-total",
        "zwischensumme",
        "subtotale",
        "subtotaal",
        "delsumma",
        "ara toplam",
        "小计",
        "小計",
        "소계",
        "подытог",
        "Подытог",
    ];
    // Most cells are told apart by this alone, and the others by the lengths of words: every row has some.
    if !(6..=20).contains(&cell.len()) {
        return false;
    }
    let plain = cell.strip_suffix(b":").unwrap_or(cell).trim_ascii_end();
    WORDS.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(plain))
}

/// What the larger part of the United Kingdom is called.
pub const BRITAIN: &str = "great britain|britain|england|grossbritannien|großbritannien|grande bretagne|gran bretaña|gran bretagna|grã bretanha|大不列颠|英格兰";

/// What its other parts are called.
pub const BESIDE_BRITAIN: &str = "northern ireland|nordirland|irlande du nord|irlanda del norte|irlanda del nord|irlanda do norte|scotland|wales|北爱尔兰|苏格兰";

/// What a partner's name says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// All partners together.
    World,
    /// Several of them, which have rows of their own.
    Group,
    /// It may be a total: it has a word for one in it.
    Perhaps,
}

/// A code and the label behind it: `X` and `Exports` of `X: Exports`, `FR` and `Francia` of `FR -- Francia`;
/// nothing of other text.
pub fn labelled(text: &str) -> Option<(&str, &str)> {
    let (code, label) = text.split_once(": ").or_else(|| text.split_once(" -- "))?;
    let is_code = (1..=24).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
        && !code.bytes().any(|byte| byte.is_ascii_lowercase());
    let label = label.trim();
    (is_code && !label.is_empty()).then_some((code, label))
}

/// A code without the label that may stand behind it; any other text as it is.
pub fn code_of(text: &str) -> &str {
    labelled(text).map_or(text, |(code, _)| code)
}

/// A name without accents and blanks.
fn unspaced(name: &str) -> String {
    let mut plain = folded(name);
    plain.retain(|letter| letter != ' ');
    plain
}

/// The label of a code and its label, or the text as it is.
fn label_of(name: &str) -> &str {
    labelled(name).map_or(name, |(_, label)| label)
}

/// The total in SDMX's lists of codes, whatever they are of.
const SDMX_TOTAL: &str = "_T";

fn is_world(name: &str, lower: &str) -> bool {
    // `W1 Whole world`: a code with a digit in it before the name.
    let behind = || lower.split_once(' ').filter(|(code, _)| code.len() < 4);
    let coded = || {
        behind().is_some_and(|(code, rest)| {
            code.bytes().any(|own| own.is_ascii_digit()) && WORLDS.contains(rest)
        })
    };
    name == SDMX_TOTAL
        || is_explained_world(name)
        || WORLDS.contains(lower)
        || names_all(lower)
        || is_spaced_world(lower)
        || coded()
}

/// Whether a name is that of all partners together: rows ask no more, and need no look among groups.
pub fn names_world(name: &str) -> bool {
    let name = label_of(name);
    is_world(name, &bare(name))
}

/// Whether a name without blanks is made of two groups': `EuropeandCentralAsia`.
fn joins_groups(plain: &str) -> bool {
    let known = |own: &str| own.len() > 3 && GROUP_NAMES.contains(own);
    let second = |rest: &str| {
        let bound = ["and", "et", "und", "y", "e", "ve"].iter();
        let bare = bound.filter_map(|word| rest.strip_prefix(word));
        std::iter::once(rest).chain(bare).any(|own| known(own.strip_prefix("the").unwrap_or(own)))
    };
    plain.len() > 9
        && plain.char_indices().any(|(at, _)| {
            at > 3
                && plain.split_at_checked(at).is_some_and(|(one, rest)| known(one) && second(rest))
        })
}

/// Whether a name without blanks is that of a part of the world but for one letter, and long enough that it can hardly
/// be another's.
fn is_nearly_a_part(plain: &str) -> bool {
    const PARTS: [&str; 8] = [
        "northamerica",
        "southamerica",
        "centralamerica",
        "latinamerica",
        "middleeast",
        "southeastasia",
        "europeanunion",
        "subsaharanafrica",
    ];
    let near = |own: &&str| {
        let alike = |one: &mut dyn Iterator<Item = u8>, other: &mut dyn Iterator<Item = u8>| {
            one.zip(other).take_while(|(one, other)| one == other).count()
        };
        let before = alike(&mut own.bytes(), &mut plain.bytes());
        let behind = alike(&mut own.bytes().rev(), &mut plain.bytes().rev());
        own.len().abs_diff(plain.len()) < 2 && before + behind + 1 >= own.len().max(plain.len())
    };
    plain.is_ascii() && PARTS.iter().any(near)
}

/// Whether a partner's name is that of a total or a group.
pub fn named_total(name: &str) -> Option<Named> {
    let name = label_of(without_unit(name));
    let lower = bare(name);
    let world = |name: &str| is_world(name, &bare(name));
    if is_world(name, &lower) || noted(name).is_some_and(world) {
        return Some(Named::World);
    }
    let plain = unspaced(&lower);
    if GROUP_NAMES.contains(&plain) || joins_groups(&plain) || is_nearly_a_part(&plain) {
        return Some(Named::Group);
    }
    // A group's name with what offices put behind it: “European Union (EU 27) Aggregation”.
    // `Union européenne à 27`, `UE-27`.
    const BEHIND: &str = "aggregation aggregate post brexit eu ue 15 25 27 28 2020 a of de mit aus members member states countries membres miembros membri pays paises paesi lander 27国 28国 27개국";
    let plain = folded(&lower);
    let is_behind = |word: &str| BEHIND.split(' ').any(|own| own == word);
    // `E.U.A.` are initials.
    let initials = plain.split(' ').all(|word| word.len() == 1);
    if !initials
        && (plain.ends_with(|own: char| own.is_ascii_digit())
            || plain.rsplit(' ').next().is_some_and(is_behind))
    {
        let mut words: Vec<&str> = plain.split(' ').collect();
        while words.len() > 1 && words.last().is_some_and(|word| is_behind(word)) {
            words.pop();
        }
        let name = words.concat();
        if GROUP_NAMES.contains(name.trim_end_matches(|own: char| own.is_ascii_digit())) {
            return Some(Named::Group);
        }
    }
    let total = lower.split(' ').any(|word| SOME_TOTALS.contains(word))
        || !lower.is_ascii()
            && ALL_JOINED.split(' ').chain(["小计", "小計"]).any(|own| lower.contains(own));
    total.then_some(Named::Perhaps)
}
