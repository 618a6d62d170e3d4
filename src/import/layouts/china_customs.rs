//! China's General Administration of Customs: what its site for online queries exports, in Chinese and
//! in English.

use super::{BASE, Known, Role};
use crate::import::cells::countries::List;

/// Columns that tell parts of a partner's trade apart.
const PARTS: &str = "贸易伙伴编码|贸易方式编码|贸易方式名称|贸易方式|收发货人注册地编码|收发货人注册地名称|收发货人注册地|tradingpartnercode|partnercode|trademode|trademodecode|customsregimecode|customsregime|locationcode|location|registeredplacecode|registeredplace|registeredlocationcode|registeredlocation|placeofregistration";

const CHINESE: &[(Role, &str)] = &[
    (Role::Period, "数据年月"),
    (Role::PartnerName, "贸易伙伴名称"),
    (Role::Product, "商品编码"),
    (Role::ProductName, "?商品名称"),
    (Role::Flow, "?进出口|进出口类型"),
    (Role::Weight, "?第一数量"),
    (Role::WeightUnit, "?第一计量单位"),
    (Role::Quantity, "?第二数量"),
    (Role::QuantityUnit, "?第二计量单位"),
    (Role::Value, "美元"),
];

const CHINESE_YUAN: &[(Role, &str)] = &[
    (Role::Period, "数据年月"),
    (Role::PartnerName, "贸易伙伴名称"),
    (Role::Product, "商品编码"),
    (Role::ProductName, "?商品名称"),
    (Role::Flow, "?进出口|进出口类型"),
    (Role::Weight, "?第一数量"),
    (Role::WeightUnit, "?第一计量单位"),
    (Role::Quantity, "?第二数量"),
    (Role::QuantityUnit, "?第二计量单位"),
    (Role::Value, "人民币"),
];

const ENGLISH: &[(Role, &str)] = &[
    (Role::Period, "datadate|yearandmonth|date|dateofdata|period|datayearmonth"),
    (Role::PartnerName, "tradingpartner|tradingpartnername|partnername|tradepartner"),
    (Role::Product, "commoditycode|hscode"),
    (Role::ProductName, "?commodity|commodityname|description"),
    (Role::Flow, "?importsandexports|importexport|importorexport|flow"),
    (Role::Weight, "?firstquantity|quantity1|1stquantity|quantity"),
    (
        Role::WeightUnit,
        "?firstunit|unit1|1stunit|firstquantityunit|unit|1stunitofquantity|firstunitofmeasurement",
    ),
    (Role::Quantity, "?secondquantity|quantity2|2ndquantity|supplementaryquantity"),
    (
        Role::QuantityUnit,
        "?secondunit|unit2|2ndunit|secondquantityunit|supplementaryunit|2ndunitofquantity|secondunitofmeasurement",
    ),
    (Role::Value, "usdollar|usd|dollar|usdollars|valueusd"),
];

const ENGLISH_CNY: &[(Role, &str)] = &[
    (Role::Period, "datadate|yearandmonth|date|dateofdata|period|datayearmonth"),
    (Role::PartnerName, "tradingpartner|tradingpartnername|partnername|tradepartner"),
    (Role::Product, "commoditycode|hscode"),
    (Role::ProductName, "?commodity|commodityname|description"),
    (Role::Flow, "?importsandexports|importexport|importorexport|flow"),
    (Role::Weight, "?firstquantity|quantity1|1stquantity|quantity"),
    (
        Role::WeightUnit,
        "?firstunit|unit1|1stunit|firstquantityunit|unit|1stunitofquantity|firstunitofmeasurement",
    ),
    (Role::Quantity, "?secondquantity|quantity2|2ndquantity|supplementaryquantity"),
    (
        Role::QuantityUnit,
        "?secondunit|unit2|2ndunit|secondquantityunit|supplementaryunit|2ndunitofquantity|secondunitofmeasurement",
    ),
    (Role::Value, "rmb|renminbi|yuan|rmbyuan|cny|valuecny|renminbiyuan"),
];

const OF_CHINA: Known = Known {
    url: "https://stats.customs.gov.cn/",
    seen: "2026-11-26",
    parts: PARTS,
    reporter: Some("CHN"),
    list: List::Unknown,
    ..BASE
};

/// The Chinese site’s export with values in yuan.
pub const YUAN: Known =
    Known { name: "China Customs, in yuan", columns: CHINESE_YUAN, money: "CNY", ..OF_CHINA };

/// The Chinese site’s export with values in US dollars.
pub const DOLLARS: Known = Known { name: "China Customs", columns: CHINESE, ..OF_CHINA };

/// The English site’s export with values in yuan.
pub const ENGLISH_YUAN: Known =
    Known { name: "China Customs, in yuan", columns: ENGLISH_CNY, money: "CNY", ..OF_CHINA };

/// The English site’s export with values in US dollars.
pub const ENGLISH_DOLLARS: Known = Known { name: "China Customs", columns: ENGLISH, ..OF_CHINA };
