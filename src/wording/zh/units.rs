//! 计量单位与货币。货币名称据 Unicode CLDR 48，人民币称“元”。

use crate::trade::{Unit, UnitRatio};

/// The unit's name; one and many are alike.
pub fn one(unit: Unit) -> &'static str {
    let code = unit.code();
    let known = NAMES.iter().find(|(own, _)| *own == code);
    known.map_or(code, |(_, name)| name)
}

/// As [`one`].
pub fn words(unit: Unit) -> String {
    one(unit).to_owned()
}

/// Nothing stands before an amount of money: its name follows.
pub fn sign(_: Unit) -> String {
    String::new()
}

/// What stands in a table's head or on an axis.
pub fn symbol(unit: Unit) -> String {
    one(unit).to_owned()
}

/// `每吨`.
pub fn each(unit: Unit) -> String {
    format!("每{}", one(unit))
}

/// A unit value's unit: `美元/吨`.
pub fn ratio_symbol(ratio: UnitRatio) -> String {
    format!("{}/{}", one(ratio.of), one(ratio.per))
}

/// As [`ratio_symbol`].
pub fn ratio_words(ratio: UnitRatio) -> String {
    ratio_symbol(ratio)
}

#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("t", "吨"), ("kg", "千克"), ("g", "克"), ("lb", "磅"), ("ozt", "金衡盎司"),
    ("ct", "克拉"), ("piece", "件"), ("pair", "双"), ("dozen", "打"),
    ("hundred", "百件"), ("thousand", "千件"), ("set", "套"), ("pack", "包"),
    ("head", "头"), ("cell", "个电池"), ("m", "米"), ("km", "千米"), ("m2", "平方米"),
    ("km2", "平方千米"), ("thousand-m2", "千平方米"), ("l", "升"), ("hl", "百升"),
    ("l-alc", "升纯酒精"), ("m3", "立方米"), ("thousand-m3", "千立方米"), ("bbl", "桶"),
    ("kWh", "千瓦时"), ("MWh", "兆瓦时"), ("TJ", "太焦"), ("g-fissile", "克裂变同位素"),
    ("kg-U", "千克铀"), ("kg-N", "千克氮"), ("kg-P2O5", "千克五氧化二磷"),
    ("kg-K2O", "千克氧化钾"), ("kg-KOH", "千克氢氧化钾"), ("kg-NaOH", "千克氢氧化钠"),
    ("kg-H2O2", "千克过氧化氢"), ("kg-90", "千克（干物质90%）"), ("kg-drained", "千克沥干净重"),
    ("kg-methylamines", "千克甲胺"), ("kg-choline", "千克氯化胆碱"), ("GT", "总吨"),
    ("ct-l", "载重吨"), ("AED", "阿联酋迪拉姆"), ("AFN", "阿富汗尼"), ("ALL", "阿尔巴尼亚列克"),
    ("AMD", "亚美尼亚德拉姆"), ("ANG", "荷属安的列斯盾"), ("AOA", "安哥拉宽扎"), ("ARS", "阿根廷比索"),
    ("ATS", "奥地利先令"), ("AUD", "澳元"), ("AWG", "阿鲁巴弗罗林"), ("AZN", "阿塞拜疆马纳特"),
    ("BAM", "波黑可兑换马克"), ("BBD", "巴巴多斯元"), ("BDT", "孟加拉塔卡"), ("BEF", "比利时法郎"),
    ("BGN", "保加利亚列弗"), ("BHD", "巴林第纳尔"), ("BIF", "布隆迪法郎"), ("BMD", "百慕大元"),
    ("BND", "文莱元"), ("BOB", "玻利维亚诺"), ("BRL", "巴西雷亚尔"), ("BSD", "巴哈马元"),
    ("BTN", "不丹努尔特鲁姆"), ("BWP", "博茨瓦纳普拉"), ("BYN", "白俄罗斯卢布"), ("BZD", "伯利兹元"),
    ("CAD", "加元"), ("CDF", "刚果法郎"), ("CHF", "瑞士法郎"), ("CLP", "智利比索"),
    ("CNY", "元"), ("COP", "哥伦比亚比索"), ("CRC", "哥斯达黎加科朗"), ("CUP", "古巴比索"),
    ("CVE", "佛得角埃斯库多"), ("CYP", "塞浦路斯镑"), ("CZK", "捷克克朗"), ("DEM", "德国马克"),
    ("DJF", "吉布提法郎"), ("DKK", "丹麦克朗"), ("DOP", "多米尼加比索"), ("DZD", "阿尔及利亚第纳尔"),
    ("EEK", "爱沙尼亚克朗"), ("EGP", "埃及镑"), ("ERN", "厄立特里亚纳克法"), ("ESP", "西班牙比塞塔"),
    ("ETB", "埃塞俄比亚比尔"), ("EUR", "欧元"), ("FIM", "芬兰马克"), ("FJD", "斐济元"),
    ("FKP", "福克兰群岛镑"), ("FRF", "法国法郎"), ("GBP", "英镑"), ("GEL", "格鲁吉亚拉里"),
    ("GHS", "加纳塞地"), ("GIP", "直布罗陀镑"), ("GMD", "冈比亚达拉西"), ("GNF", "几内亚法郎"),
    ("GRD", "希腊德拉克马"), ("GTQ", "危地马拉格查尔"), ("GYD", "圭亚那元"), ("HKD", "港元"),
    ("HNL", "洪都拉斯伦皮拉"), ("HRK", "克罗地亚库纳"), ("HTG", "海地古德"), ("HUF", "匈牙利福林"),
    ("IDR", "印度尼西亚卢比"), ("IEP", "爱尔兰镑"), ("ILS", "以色列新谢克尔"), ("INR", "印度卢比"),
    ("IQD", "伊拉克第纳尔"), ("IRR", "伊朗里亚尔"), ("ISK", "冰岛克朗"), ("ITL", "意大利里拉"),
    ("JMD", "牙买加元"), ("JOD", "约旦第纳尔"), ("JPY", "日元"), ("KES", "肯尼亚先令"),
    ("KGS", "吉尔吉斯斯坦索姆"), ("KHR", "柬埔寨瑞尔"), ("KMF", "科摩罗法郎"), ("KPW", "朝鲜圆"),
    ("KRW", "韩元"), ("KWD", "科威特第纳尔"), ("KYD", "开曼元"), ("KZT", "哈萨克斯坦坚戈"),
    ("LAK", "老挝基普"), ("LBP", "黎巴嫩镑"), ("LKR", "斯里兰卡卢比"), ("LRD", "利比里亚元"),
    ("LSL", "莱索托洛蒂"), ("LTL", "立陶宛立特"), ("LUF", "卢森堡法郎"), ("LVL", "拉脱维亚拉特"),
    ("LYD", "利比亚第纳尔"), ("MAD", "摩洛哥迪拉姆"), ("MDL", "摩尔多瓦列伊"),
    ("MGA", "马达加斯加阿里亚里"), ("MKD", "马其顿第纳尔"), ("MMK", "缅元"), ("MNT", "蒙古图格里克"),
    ("MOP", "澳门元"), ("MRU", "毛里塔尼亚乌吉亚"), ("MTL", "马耳他里拉"), ("MUR", "毛里求斯卢比"),
    ("MVR", "马尔代夫卢菲亚"), ("MWK", "马拉维克瓦查"), ("MXN", "墨西哥比索"), ("MYR", "马来西亚林吉特"),
    ("MZN", "莫桑比克美提卡"), ("NAD", "纳米比亚元"), ("NGN", "尼日利亚奈拉"), ("NIO", "尼加拉瓜科多巴"),
    ("NLG", "荷兰盾"), ("NOK", "挪威克朗"), ("NPR", "尼泊尔卢比"), ("NZD", "新西兰元"),
    ("OMR", "阿曼里亚尔"), ("PAB", "巴拿马巴波亚"), ("PEN", "秘鲁索尔"), ("PGK", "巴布亚新几内亚基那"),
    ("PHP", "菲律宾比索"), ("PKR", "巴基斯坦卢比"), ("PLN", "波兰兹罗提"), ("PTE", "葡萄牙埃斯库多"),
    ("PYG", "巴拉圭瓜拉尼"), ("QAR", "卡塔尔里亚尔"), ("RON", "罗马尼亚列伊"), ("RSD", "塞尔维亚第纳尔"),
    ("RUB", "俄罗斯卢布"), ("RWF", "卢旺达法郎"), ("SAR", "沙特里亚尔"), ("SBD", "所罗门群岛元"),
    ("SCR", "塞舌尔卢比"), ("SDG", "苏丹镑"), ("SEK", "瑞典克朗"), ("SGD", "新加坡元"),
    ("SHP", "圣赫勒拿镑"), ("SIT", "斯洛文尼亚托拉尔"), ("SKK", "斯洛伐克克朗"), ("SLE", "塞拉利昂利昂"),
    ("SOS", "索马里先令"), ("SRD", "苏里南元"), ("SSP", "南苏丹镑"), ("STN", "圣多美和普林西比多布拉"),
    ("SVC", "萨尔瓦多科朗"), ("SYP", "叙利亚镑"), ("SZL", "斯威士兰里兰吉尼"), ("THB", "泰铢"),
    ("TJS", "塔吉克斯坦索莫尼"), ("TMT", "土库曼斯坦马纳特"), ("TND", "突尼斯第纳尔"),
    ("TOP", "汤加潘加"), ("TRY", "土耳其里拉"), ("TTD", "特立尼达和多巴哥元"), ("TWD", "新台币元"),
    ("TZS", "坦桑尼亚先令"), ("UAH", "乌克兰格里夫纳"), ("UGX", "乌干达先令"), ("USD", "美元"),
    ("UYU", "乌拉圭比索"), ("UZS", "乌兹别克斯坦苏姆"), ("VED", "委内瑞拉主权币"),
    ("VES", "委内瑞拉玻利瓦尔"), ("VND", "越南盾"), ("VUV", "瓦努阿图瓦图"), ("WST", "萨摩亚塔拉"),
    ("XAF", "中非法郎"), ("XCD", "东加勒比元"), ("XCG", "加勒比盾"), ("XOF", "西非法郎"),
    ("XPF", "太平洋法郎"), ("YER", "也门里亚尔"), ("ZAR", "南非兰特"), ("ZMW", "赞比亚克瓦查"),
    ("ZWG", "津巴布韦金元"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_has_its_own_name() {
        for unit in Unit::all() {
            let alike = Unit::all().filter(|other| one(*other) == one(unit)).count();
            assert!(alike == 1 && one(unit) != unit.code(), "{unit:?}: {}", one(unit));
        }
    }
}
