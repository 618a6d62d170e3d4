//! Common names of columns, for files of unknown layout.

use crate::import::cells::vocabulary::{
    What, factor_in, flow_in, money_in, parts, size_of, small, what,
};
use crate::import::layouts::{Role, plain};
use crate::util::Lower as _;

/// What names mean by themselves, for a header that is not known: first those that a column must be
/// called, then those that its name must hold; strokes part them.
pub static HINTS: [(Role, &str); 11] = [
    (
        Role::Period,
        "period|time|date|month|yearmonth|timeperiod|year|yr|monat|jahr|zeit|datum|mois|année|mes|mês|año|ano|anio|fecha|年月|数据年月|日期|时间|期间|月份|月|年|年份|기간|연도|년도|연월|период|quarter|måned|maand|miesiąc|kuukausi|periode|período|periodo|période|tahun|bulan|період|ay|yıl|rok|vuosi|год|年度|dönem|yil|년월|년|월|месяц|рік|місяць|anno|mese|jaar|năm|tháng|السنة|الشهر|ปี",
    ),
    (
        Role::Flow,
        "flow|tradeflow|tradetype|trade_type|direction|richtung|verkehr|flux|flujo|fluxo|进出口|輸出入|수출입|impexp|expimp|typeoftrade|экспорт/импорт|進出口別|進出口|貿易別|napr|handelsstrøm|handelsström|направление|tradeflowname|flujocomercial|tipo_operacion|tipooperacion|tipodeoperación|수출입구분|напрямок|flusso|kierunek|arusperdagangan",
    ),
    (
        Role::Reporter,
        "reporter|declarant|reportingcountry|reportingeconomy|reportingarea|refarea|referencearea|melde|déclarant|informante|reporting|geo|報告",
    ),
    (
        Role::Partner,
        "counterpartcountry|counterpartarea|counterpart|partner|partnername|partner_name|country|exporters|importers|destination|origin|cty|ctry|nước|land|pays|país|pais|economy|market|伙伴|国家|国别|国名|原产国|국가|страна|länder|partenaire|herkunft|國家|國別|貿易夥伴|ülke|strana|страны|kraj|maa|negara|paese|pdes|handelspartner|ประเทศ|국명|상대국|країна|країни|quốcgia|quốc gia|thịtrường|الدولة|البلد|χώρα",
    ),
    (
        Role::ProductName,
        "description|desc|productname|product_name|commodityname|commodity_name|productdescription|productlabel|bezeichnung|libellé|descripción|商品名称|品名|품목명|goods|varetekst|貨名|fasıl adı|mặt hàng|commodities|наименование|nazwa|varebenämning|品目名|품명|uraianbarang|uraian",
    ),
    (
        Role::Product,
        "hs|hscode|gtip|hs6|hs8|hs4|hs2|cn8|ncm|htsnumber|productcode|commoditycode|product|commodity|code|item|sitc|tarif|sh2|sh4|sh6|ware|warennummer|produit|producto|produto|marchandise|marchandises|ahecc|商品编码|商品|产品|產品|品目|编码|품목|товар|naics|goods|号列|號列|貨品|varenummer|varekode|tnved|тнвэд|тн вэд|тнвед|fasıl|towar|kod|stat.-nr|taric|ateco|nace|ciiu|cnae|ctci|cgce|cuci|merce|mercancía|fracción|arancel|partida|fraccion|nc8|rubro|rubros|komoditas|komoditi|barang|kodehs|ürün|prodotto|prodotti|mặthàng|mặt hàng|hànghóa|mãhs|السلعة|goederen|税则号|税号|稅號|海关编码|商品代码|税番|統計番号|세번|품목번호|doganale|codicesh|codicemerce|tarifaire|codedouanier|codesh|codigosh|códigosh|aduaner|warenverzeichnis|warencode|tarife|พิกัด|البند|رمزالنظام|رمزالسلعة|الرمز الجمركي|الرمزالجمركي",
    ),
    (
        Role::Measure,
        "indicator|indicators|measure|element|variable|datatype|indicador|indicateur|指标",
    ),
    (
        Role::Value,
        "value|val|มูลค่า|tradevalue|trade_flow_|tradeflow_|trade_value|usd|amount|wert|valeur|valor|obsvalue|金额|金額|美元|人民币|価額|금액|стоимость|fob|cif|betrag|montant|monto|importe|eur|总值|總值|verdi|værdi|värde|waarde|valore|wartość|hodnota|стоим|stoim|價值|dolar|dollar|değer|nilai|вартість|сума|trịgiá|trị giá|kimngạch|kim ngạch|القيمة|значени|dato|angabe|数値|数值|數值|값",
    ),
    (
        Role::WeightUnit,
        "unit|quantityunit|qtyunit|uom|einheit|unité|unidad|unidade|计量单位|单位|単位|단위|edizm|едизм|ед. изм|enhet|計量單位|birim|jednostka|satuan|единица|одиниця|eenheid|đơnvị|الوحدة|đvt",
    ),
    (
        Role::Weight,
        "netweight|weight|netwgt|wgt|kg|kilogram|quantity|qty|tonnes|tons|netmass|mass|volume|menge|gewicht|poids|quantité|peso|cantidad|quantidade|quantit|重量|数量|數量|중량|вес|netto|mengde|mængde|hoeveelheid|miktar|нетто|vekt|ilość|quantità|千克|berat|ağırlık|수량|количество|масса|вага|кількість|маса|khốilượng|khối lượng|sốlượng|số lượng|الكمية|الوزن|lượng|น้ำหนัก",
    ),
    (
        Role::Month,
        "month|mon|mm|monat|mois|mes|mês|mese|ay|måned|maand|miesiąc|kuukausi|월|月|bulan|месяц|місяць|tháng|الشهر|เดือน",
    ),
];

/// What columns of a role are called.
pub fn hints(role: Role) -> impl Iterator<Item = &'static str> + Clone {
    let own = HINTS.iter().find(|(own, _)| *own == role);
    own.map_or("", |(_, hints)| hints).split('|')
}

/// Whether a name, as [`plain`] has it, is what columns of a role are called.
pub fn is_hint(role: Role, name: &str) -> bool {
    !name.is_empty() && hints(role).any(|own| own == name)
}

/// Whether a column's name says that it holds money.
pub fn is_value(name: &str) -> bool {
    let lower = name.lower();
    matches!(what(name, ""), Some(What::Value(_)))
        || flow_in(name).is_some()
        || hints(Role::Value).any(|hint| lower.contains(hint))
}

/// Whether a text is what columns of times, directions, countries or goods are called, and nothing else.
pub fn is_heading(name: &str) -> bool {
    const SAID: [Role; 6] =
        [Role::Period, Role::Flow, Role::Reporter, Role::Partner, Role::ProductName, Role::Product];
    let own = plain(name);
    SAID.into_iter().any(|role| is_hint(role, &own))
}

/// Whether right beside the name of its money a text has a word, or letters, that may say how many one is and that
/// nobody understands: `Qm EUR`, `value in doblons of EUR`.
pub fn has_unread_size(text: &str) -> bool {
    const LINKS: &str = "of|de|di|d|do|da|das|des|dos|du|las|los|in|im|en|em|w|v|ve|в|на|по";
    const KNOWN: &str = "the|a|at|to|from|and|y|e|et|und|per|by|is|us|u|s|united|states|real|current|constant|nominal|prices|price|basis|cif|fob|fas|exw|val|cur|const|sa|nsa|total|all|net|trade|traded|goods|services|customs|statistical|invoice|declared|taxable|dutiable|free|primary|usd|eur|million|nominale|courant|courants|corrientes|correntes|jeweils|for|as|or|hs|cn|mode|partner|partners|reporter|country|countries|year|month|annual|monthly|yearly|quarterly|world|import|imports|export|exports|imp|exp|wert|if|not|no|y|c|f|usa|сша|unit|units|currency|einheit|unidad|mn|mio";
    let known = |word: &String| {
        let own = word.as_str();
        word.bytes().all(|byte| byte.is_ascii_digit())
            || word.chars().any(|own| own > '\u{e00}')
            || KNOWN.split('|').any(|other| other == own)
            || size_of(own).is_some()
            || money_in(own).is_some()
            || what(own, "").is_some()
            || flow_in(own).is_some()
            || is_value(own)
            || factor_in(own).is_some()
    };
    // Names of columns that are put together end in a money: `exports_cocoa_usd`.
    let together = text.contains('_');
    let piece = |piece: &str| {
        let words = parts(&small(piece));
        let money =
            |at: usize| words.get(at..).is_some_and(|rest| money_in(&rest.join(" ")).is_some());
        let Some(last) = (0..words.len()).rev().find(|at| money(*at)) else { return false };
        let link = |word: &&String| LINKS.split('|').any(|own| own == **word);
        let before = words.get(..last).unwrap_or_default().iter().rev().find(|word| !link(word));
        let short = |own: &&String| own.chars().count() < 4;
        let behind = words.get(last + 1).filter(|own| short(own) && words.len() == last + 2);
        let before = before.filter(|own| !together || short(own));
        let lettered = |word: &String| word.chars().all(char::is_alphabetic);
        before.into_iter().chain(behind).any(|word| lettered(word) && !known(word) && !link(&word))
    };
    factor_in(text).is_none()
        && text.split(['(', ')', '[', ']', ',', ';', ':', '|', '/', '–']).any(piece)
}
