//! The meaning of words in cells, headings and titles: flows, currencies, weights, multipliers, totals, and
//! classifications.

mod column_meaning;
mod flow_words;
mod goods_codes;
mod money_words;
mod multipliers;
mod plain_words;
mod size_words;
mod total_words;
mod unit_words;

pub use column_meaning::{
    OF_NO_TRADE, OF_PLACES, OF_REPORT, OF_TABLES, OF_TABLES_JOINED, OF_TRADE, SUM_OF, WITH_FREIGHT,
    WITHOUT_FREIGHT, What, YEAR_BEFORE, has_services, is_by_carrier, is_by_duty, is_of_indices,
    is_of_marks, is_repriced, is_running, says_no_trade, what,
};
pub use flow_words::{
    VALUED_ARRIVING, VALUED_LEAVING, Way, flow_in, is_balance, is_partial, is_reexport, is_side,
    joined_month, side, way,
};
pub use goods_codes::{BESIDE_TARIFF, System, TARIFFS, coded, fits_hs, is_chapter, product_code};
pub use money_words::{
    MONEY_WORDS, is_currency_code, may_be_one, money_beside, money_in, priced, sign_beside,
};
pub use multipliers::{factor_in, is_mil, is_power_of_ten};
pub use plain_words::{bare, folded, holds, noted, parts, small};
pub use size_words::size_of;
pub use total_words::{
    BESIDE_BRITAIN, BRITAIN, Named, code_of, has_total, is_subtotal, labelled, named_total,
    names_world, rank,
};
pub use unit_words::{
    Measured, counted, counted_in, counting_label, is_gross, is_share, is_unit, may_count,
    plain_unit, tonnes, without_unit,
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::Flow;

    #[test]
    fn ways_of_trade() {
        assert_eq!(way(b"X"), Some(Way::Flow(Flow::Export)));
        assert_eq!(way(b"Imports"), Some(Way::Flow(Flow::Import)));
        assert_eq!(way(b"Re-Export"), Some(Way::Part));
        assert_eq!(way("出口".as_bytes()), Some(Way::Flow(Flow::Export)));
        for (text, flow) in [
            ("İhracat", Flow::Export),
            ("ИМ", Flow::Import),
            ("Utførsel", Flow::Export),
            ("Innførsel", Flow::Import),
            ("進口", Flow::Import),
        ] {
            assert_eq!(way(text.as_bytes()), Some(Way::Flow(flow)), "{text}");
        }
        for text in ["復出口", "Trade balance", "Wiederausfuhr", "进出口", "수출입"] {
            assert_eq!(way(text.as_bytes()), Some(Way::Part), "{text}");
        }
        assert_eq!(counted("1000 An").map(|(_, times)| times), Some(1000.0));
        assert_eq!(counted("亿个").map(|(_, times)| times), Some(1e8));
        assert_eq!(counted("000 DOZ").map(|(_, times)| times), Some(1000.0));
        assert_eq!(counted("10000 pairs").map(|(_, times)| times), Some(10_000.0));
        assert_eq!(counted("100 million pieces").map(|(_, times)| times), Some(1e8));
        assert_eq!(counted("number").map(|(_, times)| times), Some(1.0));
        assert_eq!(way("Exportaciones".as_bytes()), Some(Way::Flow(Flow::Export)));
        for (text, flow) in [
            ("Balance of payments basis Exports", Flow::Export),
            ("Exp FY2023-24", Flow::Export),
            ("Imp. 2024", Flow::Import),
            ("IMP2024", Flow::Import),
        ] {
            assert_eq!(flow_in(text), Some(Way::Flow(flow)), "{text}");
        }
        assert_eq!(flow_in("Imports by exporter"), Some(Way::Flow(Flow::Import)));
        for text in
            ["Exporter", "sideways", "1", "2", "Exports and imports", "expert", "Expenditure 2024"]
        {
            assert_eq!(way(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn weights_and_factors() {
        for (text, expected) in [
            ("kg", Some(1e-3)),
            ("100 kg", Some(0.1)),
            ("QUANTITY_IN_100KG", Some(0.1)),
            ("千克", Some(1e-3)),
            ("万吨", Some(1e4)),
            ("Netweight (kg)", Some(1e-3)),
            ("1000 t", Some(1e3)),
            ("Metric tons", Some(1.0)),
            ("thousand tonnes", Some(1e3)),
            ("Number of items", None),
            ("台", None),
            ("Value (USD)", None),
            ("short tons", Some(0.907_184_74)),
            ("Weight", None),
            ("column G", None),
        ] {
            match (tonnes(text), expected) {
                (Some(found), Some(expected)) => {
                    assert!((found - expected).abs() < 1e-9 * expected.abs(), "{text}: {found}")
                }
                (found, expected) => assert_eq!(found, expected, "{text}"),
            }
        }
        for (text, expected) in [
            ("US$ billion", Some(1e9)),
            ("1000 USD", Some(1e3)),
            ("万美元", Some(1e4)),
            ("亿元", Some(1e8)),
            ("Values in US$ Million", Some(1e6)),
            ("US$ '000", Some(1e3)),
            ("千円", Some(1e3)),
            ("百万円", Some(1e6)),
            ("USD mn", Some(1e6)),
            ("Value (USD)", None),
            ("千克", None),
            ("Rs. crore", Some(1e7)),
            ("Mrd. EUR", Some(1e9)),
            ("Value (£m)", Some(1e6)),
            ("M€", Some(1e6)),
            ("EUR m", Some(1e6)),
            ("Euro Thousand", Some(1e3)),
            ("ล้านบาท", Some(1e6)),
            ("(단위 : 톤(TON), 천 달러(USD 1,000))", Some(1e3)),
            ("Thousand euros / milliers d’euros", Some(1e3)),
            ("hundred thousand pieces", Some(1e5)),
            ("In 1,000,000 dollars", Some(1e6)),
            ("Exportations FOB (MTND)", Some(1e6)),
            ("export_usd_100m", Some(1e8)),
            ("value (100k EUR)", Some(1e5)),
            ("MARS 2024", None),
            ("MALL", None),
            ("Unit: USD1,000,000", Some(1e6)),
            ("HS6", None),
            ("тысяча долларов США", Some(1e3)),
            ("в миллионах рублей", Some(1e6)),
            ("in Tausenden Euro", Some(1e3)),
            ("Wert, T€", Some(1e3)),
            ("Md€", Some(1e9)),
            ("Q1 2022 (m EUR)", Some(1e6)),
            ("Exports (th. EUR)", Some(1e3)),
            ("5th edition", None),
        ] {
            assert_eq!(factor_in(text), expected, "{text}");
        }
    }

    #[test]
    fn money_is_what_is_named() {
        for (text, expected) in [
            ("Value (USD)", "USD"),
            ("VALUE_IN_EUROS", "EUR"),
            ("Trade Value (US$)", "USD"),
            ("人民币", "CNY"),
            ("美元", "USD"),
            ("value_usd", "USD"),
            ("tradevalueeur", "EUR"),
            ("TEUR", "EUR"),
            ("万美元", "USD"),
            ("Exportations FOB (MTND)", "TND"),
            ("Unit: USD1,000,000", "USD"),
            ("Value in RM (FOB)", "MYR"),
            ("金额（欧元）", "EUR"),
            ("出口额（亿日元）", "JPY"),
            ("进口额（万英镑）", "GBP"),
            ("金额(新西兰元)", "NZD"),
            ("수출액(백만 유로)", "EUR"),
            ("Value, Danish kroner", "DKK"),
            ("RM million", "MYR"),
        ] {
            assert_eq!(
                money_in(text).map(|unit| unit.code().to_owned()).as_deref(),
                Some(expected),
                "{text}"
            );
        }
        for text in [
            "Value ($)",
            "¥",
            "All",
            "Wert",
            "Value/Valeur",
            "commerce extérieur",
            "Europe",
            "RM",
            "Raw materials (RM)",
        ] {
            assert_eq!(money_in(text), None, "{text}");
        }
    }

    #[test]
    fn indicators_say_what_they_are() {
        assert_eq!(what("VALUE_IN_EUROS", ""), Some(What::Value(1.0)));
        assert_eq!(what("QUANTITY_IN_100KG", ""), Some(What::Weight(0.1)));
        assert_eq!(what("SUPPLEMENTARY_QUANTITY", ""), Some(What::Other));
        assert_eq!(what("export_weight_pct", ""), Some(What::Other));
        assert_eq!(what("Export quantity", "t"), Some(What::Weight(1.0)));
        assert_eq!(what("Export value", "1000 USD"), Some(What::Value(1000.0)));
        assert_eq!(what("Quantity", ""), Some(What::Quantity));
        assert_eq!(what("Seasonally adjusted", ""), None);
    }

    #[test]
    fn totals_and_groups_by_name() {
        for name in [
            "World",
            "All countries",
            "Grand total",
            "Mundo",
            "Welt",
            "合计",
            "总值",
            "전체",
            "총계",
            "計",
            "Общо",
            "Gesamtergebnis",
            "Suma",
            "Razem",
            "TOTAL FOR ALL COUNTRIES",
        ] {
            assert_eq!(named_total(name), Some(Named::World), "{name}");
        }
        assert_eq!(named_total("EU27_2020"), Some(Named::Group));
        for name in [
            "All countries/territories",
            "TOTAL FOR ALL PORTS",
            "Tous les pays",
            "Все страны",
            "Länder insgesamt",
            "Tüm ülkeler",
            "所有国家和地区",
            "各國合計",
            "전체국가",
            "TOTAL EXPORTS",
            "T O T A L",
            "G R A N D  T O T A L",
        ] {
            assert_eq!(named_total(name), Some(Named::World), "{name}");
        }
        assert_eq!(named_total("European Union (EU)"), Some(Named::Group));
        assert_eq!(named_total("European Union (EU 27) Aggregation"), Some(Named::Group));
        assert_eq!(named_total("Total OPEC"), Some(Named::Perhaps));
        for name in [
            "China",
            "Rest of the world",
            "Other countries",
            "All other countries",
            "Totalan",
            "Dominican Republic",
            "中国",
            "the",
        ] {
            assert_eq!(named_total(name), None, "{name}");
        }
    }

    #[test]
    fn codes_are_cleaned_and_told_apart() {
        for (text, expected) in [
            ("284690.0", "284690"),
            ("8505.11.00", "85051100"),
            ("'0112", "0112"),
            ("=\"0101\"", "0101"),
            ("1", "01"),
            ("WA284690", "284690"),
            ("10121", "010121"),
            ("TOTAL", "TOTAL"),
            ("28XXXXXX", "28XXXXXX"),
            ("8505 11", "850511"),
            ("08 -- FRUTAS / FRUTOS", "08"),
            ("84713010 - Laptops", "84713010"),
            ("850511 Magnets", "850511"),
            ("8505.11-00 Magnets", "85051100"),
            ("01-05 - Live animals", "01-05 - Live animals"),
            ("8505 Magnets", "8505 Magnets"),
            ("[15119036] Palm olein", "15119036"),
            ("CE201-Basic chemicals", "CE201"),
            ("A4-paper", "A4-paper"),
        ] {
            assert_eq!(product_code(text, true), expected, "{text}");
        }
        assert_eq!(product_code("'0112", false), "0112");
        assert_eq!(product_code("287", false), "287");
        assert!(fits_hs("284690") && fits_hs("10121") && !fits_hs("2876") && !fits_hs("77"));
        assert_eq!(System::named("hs6"), Some(System::Hs));
        assert_eq!(System::named("SITC code"), Some(System::Sitc));
        assert_eq!(System::named("Product"), None);
    }
}
