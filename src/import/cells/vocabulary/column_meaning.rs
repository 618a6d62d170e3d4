//! What a column holds by its name: a value, a quantity, a share, a price; and words of other statistics.

use super::flow_words::flow_in;
use super::money_words::money_in;
use super::multipliers::{factor_in, is_mil};
use super::plain_words::{holds, parts, small};
use super::unit_words::{count, counted, is_unit, tonnes};
use crate::import::cells::dates;
use crate::trade::Unit;
use crate::util::Lower as _;

/// Whether a heading is that of a running sum: since January, until now.
pub fn is_running(name: &str) -> bool {
    const SINCE: &str =
        "累計|累计|누계|cumul|acumul|kumul|cộng dồn|lũy kế|ytd|year to date|to date";
    const UNTIL: [&str; 7] = ["hasta", "until", "through", "thru", "até", "bis", "jusqu’en"];
    let lower = name.lower();
    let words: Vec<&str> = lower.split(' ').collect();
    let month = |word: &&str| {
        word.chars().all(char::is_alphabetic)
            && dates::year_and_month("2000", Some(word)).is_some_and(|own| own.months == 1)
    };
    // `Acomulado hasta diciembre`, however the rest is spelt.
    let until = |pair: &[&str]| matches!(pair, [own, last] if UNTIL.contains(own) && month(last));
    holds(&lower, SINCE) || words.windows(2).any(until)
}

/// Whether a text says that money is not what was paid in its time: constant prices, annual rates, conversion at
/// purchasing power.
pub fn is_repriced(text: &str) -> bool {
    holds(
        &small(text),
        "constant price|constant 2|constant 1|constant us|constant lcu|chained|chain linked|chain-linked|previous year price|prices of the previous year|prix constants|precios constantes|preços constantes|不变价|annual level|annual rate|annualised|annualized|ppp converted|purchasing power|volume index",
    )
}

/// Whether a text says that exports or imports are of services, too.
pub fn has_services(text: &str) -> bool {
    holds(
        &small(text).replace(['_', '-'], " "),
        "goods and services|goods & services|goods services|goods, services|gnfs|bienes y servicios|biens et services|bens e serviços|货物和服务",
    )
}

/// What titles and names of files speak of that is no trade.
pub const OF_NO_TRADE: &str = "gdp|gross domestic product|tariff rate|duty rate|rates of duty|exchange rate|unemployment|inflation|population|consumer price|commodity price|price index|价格|producto interno bruto|produit intérieur brut|bruttoinlandsprodukt|国内生产总值|关税税率|汇率|人口";

/// What stands in titles and in the names of files and names no goods.
pub const OF_TABLES: &str = "товары товаров сша of the and in by for with from to at on during per all origin destination total trade goods merchandise value values volume quantity monthly month months annual year years quarter quarters quarterly our statistics statistical table data list market markets supplying importing exporting exported imported imports exports import export country countries territory territories partner partners main general special domestic foreign external figures customs basis unit units us dollar dollars usd euro euros million millions thousand thousands billion commodities commodity products product selected major principal area areas provisional revised bureau office national ministry department source sources division report ended ending wise bank dated der die das von und nach aus im außenhandel ausfuhr einfuhr waren länder land insgesamt monate jahr jahre statistik commerce extérieur comercio exterior de la le les des du par et en el los las y por pais pays según destino destinos origen país países miles cifras fob cif données brutes selon partenaire partenaires dataset datasets raw clean cleaned final old new test sample download output result results file files combined merged full version copy update updated latest series time long wide tidy processed input unctad unctadstat comtrade faostat eurostat oecd imf wto itc trademap wits baci ons usitc bilateral code codes economy economies group groups region regions port ports district districts state states province provinces sector sectors category categories share shares balance top two three historical history recent prepared extract query since until between fab caf metric census bienes mercancías mercancias comercial balanza ware";

/// What words of East Asia hold that name no goods.
pub const OF_TABLES_JOINED: &str = "表|국가별|품목별|국별|国别|國別|总值|總值|统计|統計|进出|進出|数据|數據|年|月|全国|全國|推移|통계";

/// What columns of places are called: a country, or a part of one.
pub const OF_PLACES: &str = "ort|land|bundesland|kanton|stadt|gemeinde|place|location|city|town|state|province|region|territory|country|economy|reporter|lugar|ciudad|estado|provincia|municipio|pais|país|pays|ville|commune|département|plaats|gemeente|paese|comune|regione|miasto|kraj|kommun|fylke|il|şehir|регион|город|область|страна|地区|省|市|省份|城市|国家|都道府県|지역|도시|시도";

/// What rows say that are of what is made, used, grown or kept.
pub const OF_MAKING: &str = "production|producción|produção|produktion|consumption|consumo|consommation|verbrauch|harvest|yield|acreage|rainfall|temperature|humidity|stocks|inventory|产量|消费量|种植面积|库存|生産量|생산|производство|потребление|sản xuất";

/// What they say where they speak of trade without a direction.
pub const OF_TRADE: &str =
    "trade|commerce|comercio|comércio|commercio|handel|ticaret|торгов|贸易|貿易|무역";

/// What an amount whose row or heading names it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// Money, and how many of the file's one is.
    Value(f64),
    /// So many tonnes.
    Weight(f64),
    /// A quantity in another unit.
    Count(Unit, f64),
    /// A quantity whose unit is not said.
    Quantity,
    /// Nothing that is added up: a price, a share, a rate, a second version of what another is.
    Other,
}

/// Whether a heading is of what went by sea or by air alone, as the Census Bureau has it beside the whole.
pub fn is_by_carrier(name: &str) -> bool {
    let lower = name.lower();
    let carried = ["vessel", "air", "containerized vessel", "cont. vessel"]
        .iter()
        .any(|own| lower.strip_prefix(own).is_some_and(|rest| rest.starts_with(' ')));
    carried && holds(&lower, "value|swt|weight|wgt")
}

/// What a name and, where there is one, a unit say that an amount is.
pub fn what(name: &str, unit: &str) -> Option<What> {
    // What was paid in its time is no price.
    const PLAIN: [&str; 9] = [
        "balance of payments",
        "europ",
        "current prices",
        "current price",
        "prix courants",
        "precios corrientes",
        "preços correntes",
        "现价",
        "当年价格",
    ];
    let lower = PLAIN.iter().fold(name.lower(), |text, own| text.replace(own, ""));
    // Names of columns have their words parted by lines: `unit_value_usd`.
    let spaced = lower.replace('_', " ");
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    const OTHER: [&str; 43] = [
        "均价",
        "均價",
        "単価",
        "mittelwert",
        "durchschnitt",
        "anteil",
        "veränderung",
        "wachstum",
        "croissance",
        "évolution",
        "variación",
        "variação",
        "crescimento",
        "participación",
        "değişim",
        "доля",
        "изменение",
        "темп",
        "構成比",
        "前年",
        "伸率",
        "증감",
        "supplementary",
        "sup_",
        "supp",
        "index",
        "share",
        "growth",
        "change",
        "%",
        "percent",
        "pct",
        "price",
        "unit value",
        "unitvalue",
        "同比",
        "环比",
        "增减",
        "比重",
        "单价",
        "balance",
        "差额",
        "yoy",
    ];
    // Money for each of a weight is a price.
    const EACH: [&str; 7] = ["/吨", "/噸", "/公斤", "/千克", "/kg", "/t)", "/mt"];
    let price =
        has(&EACH) && money_in(name).is_some() || is_price(unit) || is_price_by_name(&spaced);
    if is_by_carrier(name) {
        return Some(What::Other);
    }
    if price
        || is_repriced(&lower)
        || is_no_trade(&lower)
        || is_index(&lower)
        || OTHER.iter().any(|word| lower.contains(word) || spaced.contains(word))
        || name.contains('％')
        || unit.contains('%')
        || unit.lower().contains("index")
    {
        return Some(What::Other);
    }
    let weighed = tonnes(unit).or_else(|| tonnes(name));
    // An amount is of whatever its name counts it in: `Amount imported (in metric tons)`.
    let other = || money_in(name).is_none() && money_in(unit).is_none();
    if let Some(found) = in_brackets(name).filter(|_| other()) {
        return Some(found);
    }
    const VALUE: [&str; 35] = [
        "มูลค่า",
        "nilai",
        "вартість",
        "trị giá",
        "kim ngạch",
        "القيمة",
        "口额",
        "口額",
        "стоим",
        "wartość",
        "hodnota",
        "værdi",
        "verdi",
        "värde",
        "waarde",
        "valore",
        "değer",
        "價值",
        "金額",
        "价额",
        "value",
        "val_",
        "fob",
        "cif",
        "amount",
        "wert",
        "valeur",
        "valor",
        "金额",
        "价值",
        "価額",
        "금액",
        "貨值",
        "usd",
        "eur",
    ];
    const QUANTITY: [&str; 35] = [
        "berat",
        "ağırlık",
        "количество",
        "вага",
        "кількість",
        "khối lượng",
        "số lượng",
        "الكمية",
        "الوزن",
        "口量",
        "mengde",
        "mængde",
        "hoeveelheid",
        "ilość",
        "miktar",
        "нетто",
        "vekt",
        "vikt",
        "quantità",
        "수량",
        "quantity",
        "qty",
        "weight",
        "volume",
        "mass",
        "menge",
        "gewicht",
        "quantité",
        "poids",
        "cantidad",
        "peso",
        "数量",
        "數量",
        "중량",
        "重量",
    ];
    let valued = money_in(unit).or_else(|| money_in(name));
    if has(&VALUE)
        || valued.is_some() && !has(&QUANTITY)
        || [name, unit].into_iter().any(is_some_money)
    {
        let factor = factor_in(unit).or_else(|| factor_in(name)).unwrap_or(1.0);
        return Some(What::Value(factor));
    }
    if let Some(weight) = weighed {
        return Some(What::Weight(weight));
    }
    let counted = counted(unit).map(|(unit, times)| What::Count(unit, times));
    // `QTD-2019`, `total_net_wgt`: parts of other words mean nothing.
    const SHORT: [&str; 7] = ["qtd", "qtde", "qte", "qté", "wgt", "netwgt", "netwt"];
    let short = || parts(&lower).iter().any(|word| SHORT.contains(&word.as_str()));
    // `Exports (litres)`; one letter stands for millions, too.
    let bracketed = || {
        let (_, inner) = name.trim_end().strip_suffix(')')?.rsplit_once('(')?;
        let long = inner.len() > 2 && is_unit(inner);
        count(inner)
            .filter(|_| long && factor_in(inner).is_none())
            .map(|unit| What::Count(unit, 1.0))
    };
    counted.or_else(bracketed).or_else(|| (has(&QUANTITY) || short()).then_some(What::Quantity))
}

/// Whether a text is a word for the money of several countries, and nothing else: `Kroner`.
fn is_some_money(text: &str) -> bool {
    const WORDS: &str =
        "kroner|kronor|krone|kronen|kr|dollars|dollar|pesos|francs|franc|francos|dinars|crowns";
    let own = small(text);
    WORDS.split('|').any(|word| word == own)
}

/// The weight or count that the brackets at the end of a name, or the words behind its `in`, say that figures are in.
fn in_brackets(name: &str) -> Option<What> {
    let name = name.trim_end();
    let bracketed = || name.strip_suffix([')', '）', ']'])?.rsplit_once(['(', '（', '[']);
    let (_, inner) = bracketed().or_else(|| name.rsplit_once(" in "))?;
    let inner = inner.trim();
    let inner = inner.strip_prefix("in ").unwrap_or(inner);
    // One letter may stand for anything, and a value at the border is money.
    let short = inner.chars().count() < 2 && inner.is_ascii() && inner != "t";
    let priced = holds(&small(name), "fob|cif");
    if short || priced || !is_unit(inner) || is_mil(inner) {
        return None;
    }
    let counts = || counted(inner).map(|(unit, times)| What::Count(unit, times));
    let long = inner.len() > 2;
    tonnes(inner).map(What::Weight).or_else(|| counts().filter(|_| long))
}

/// Whether a name in small letters says that its figures are those of an index, which has no unit.
fn is_index(lower: &str) -> bool {
    const WORDS: &str = "trend indicator|indices|índice|indice de|indice des|indice dei|индекс|endeks|indeks|laspeyres|paasche|指数|指數|지수";
    const SHORT: [&str; 3] = ["idx", "indx", "tiv"];
    holds(lower, WORDS) || parts(lower).iter().any(|word| SHORT.contains(&word.as_str()))
}

/// Whether a text is of nothing but index numbers: what it calls them is one of volumes, of values or of trade.
pub fn is_of_indices(text: &str) -> bool {
    const WORDS: &str = "volume index|value index|quantum index|price index|index number|index of export|index of import|index of volume|export index|import index|indices of|trend indicator|índice de|indice de|индекс|指数|指數|지수";
    // A word for it beside one of trade: `indice_cantidad_exportaciones`.
    const ALONE: [&str; 9] = [
        "index",
        "indices",
        "indexes",
        "indice",
        "índice",
        "indeks",
        "indeksi",
        "indeksy",
        "индексы",
    ];
    let lower = small(text).replace(['_', '-'], " ");
    let mut words = lower.split(|own: char| !own.is_alphabetic());
    let alone = words.any(|own| ALONE.contains(&own));
    holds(&lower, WORDS) || alone && (flow_in(&lower).is_some() || holds(&lower, OF_TRADE))
}

/// Whether a name in small letters is money for each of another unit: `usd per kg`, `value (us$/t)`.
fn is_price_by_name(lower: &str) -> bool {
    let parted = lower.split_once('/').or_else(|| lower.split_once(" per "));
    parted.is_some_and(|(money, each)| {
        is_unit(each) && is_price(&format!("{money}/{}", each.trim_end_matches(')')))
    })
}

/// Whether a unit is money for each of another one: `CAN$/MW.h`, `USD per tonne`.
fn is_price(unit: &str) -> bool {
    let lower = unit.lower();
    let parted = lower.split_once('/').or_else(|| lower.split_once(" per "));
    parted.is_some_and(|(money, each)| {
        let other = || tonnes(each).is_some() || counted(each).is_some();
        money_in(money).is_some() && money_in(each).is_none() && other()
    })
}

/// Whether a name in small letters is of what stands beside trade in a table and is none: a difference from
/// before, a rate of duty, the size of an economy.
fn is_no_trade(lower: &str) -> bool {
    // Preparations hold a ratio, and cranks a rank.
    const WORDS: &str =
        "diff difference delta gdp gnp pib bip population ratio ratios rank ranks ranking";
    let words = parts(lower);
    let last = words.last().map(String::as_str);
    words.iter().any(|word| WORDS.split(' ').any(|own| own == word))
        || words.len() > 1 && matches!(last, Some("tariff" | "tariffs" | "duty" | "rate"))
}

/// Whether a row's own words say that it is of something else than trade: what is made, used or grown, its price.
pub fn says_no_trade(word: &str) -> bool {
    let lower = small(word).replace('_', " ");
    flow_in(&lower).is_none()
        && (what(&lower, "") == Some(What::Other)
            || holds(&lower, OF_NO_TRADE)
            || holds(&lower, OF_MAKING))
}

/// What a heading calls the month or the period that the title names.
pub const OF_REPORT: &str = "当月|當月|本月|当期|本期|당월|this month|current month|reporting month|tháng báo cáo|trong tháng|berichtsmonat|mois courant|mes actual";

/// What a heading calls the same months of the year before.
pub const YEAR_BEFORE: &str =
    "上年|去年|前年|同期|previous|last year|year ago|prior|năm trước|전년";

/// What the first cell of a pivot table begins with: `Sum of Net weight (t)`.
pub const SUM_OF: &str =
    "sum of |summe von |somme de |suma de |soma de |somma di |求和项:|求和项：";

/// What says that a value has freight and insurance in it, and that it has not.
pub const WITH_FREIGHT: &str = "cif|cost insurance|cost, insurance";
/// What says that it has neither.
pub const WITHOUT_FREIGHT: &str = "fob|free on board";

/// Whether a column of a year says, by its name, what is lacking of that year's figures or noted of them.
pub fn is_of_marks(name: &str) -> bool {
    holds(&small(name), "missing value|footnote")
}

/// Whether a column is called after what part of imports pays which duty.
pub fn is_by_duty(name: &str) -> bool {
    const DUTIES: &str = "dutiable|duty free|dutyfree|specific duty|specificduty|ad valorem|preferential|eligible|quota|pref ";
    holds(&small(name).replace(['_', '-'], " "), DUTIES)
}
