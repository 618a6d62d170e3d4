//! Brazil's Comex Stat: the files of whole years, and what its site exports.

use super::{BASE, Known, Role};
use crate::import::cells::countries::List;
use crate::trade::Flow;

const COLUMNS: &[(Role, &str)] = &[
    (Role::Year, "coano"),
    (Role::Month, "comes"),
    (Role::Partner, "copais"),
    (Role::Product, "concm|cosh6|sh4|cosh4"),
    (Role::Value, "vlfob"),
    (Role::Weight, "kgliquido"),
    (Role::Quantity, "?qtestat"),
];

const WITH_FREIGHT: &[(Role, &str)] = &[
    (Role::Year, "coano"),
    (Role::Month, "comes"),
    (Role::Partner, "copais"),
    (Role::Product, "concm|cosh6|sh4|cosh4"),
    (Role::Value, "vlfob"),
    (Role::Weight, "kgliquido"),
    (Role::Quantity, "?qtestat"),
    // Read no further: it tells imports, which alone have it.
    (Role::Source, "vlfrete|vlseguro"),
];

/// A year’s file of exports or imports: weights in kilograms, values in US dollars.
pub const BULK: Known = Known {
    name: "Brazil’s Comex Stat",
    url: "https://www.gov.br/mdic/pt-br/assuntos/comercio-exterior/estatisticas/base-de-dados-bruta",
    seen: "2026-11-26",
    columns: COLUMNS,
    parts: "counid|sgufncm|sgufmun|comun|covia|courf",
    reporter: Some("BRA"),
    list: List::Siscomex,
    ..BASE
};

/// A year’s file of imports: freight and insurance stand in columns of their own.
pub const BULK_IMPORTS: Known = Known {
    name: "Brazil’s Comex Stat, imports",
    columns: WITH_FREIGHT,
    parts: "counid|sgufncm|sgufmun|comun|covia|courf|vlfrete|vlseguro",
    flow: Some(Flow::Import),
    ..BULK
};

/// What its API answers; the direction stands in the request alone.
pub const API: Known = Known {
    name: "Brazil’s Comex Stat, its API",
    url: "https://api-comexstat.mdic.gov.br/docs",
    seen: "2026-11-30",
    columns: &[
        (Role::Year, "year"),
        (Role::Month, "monthnumber"),
        (Role::PartnerName, "country"),
        (Role::Product, "concm|cosh6|cosh4|cosh2|headingcode|subheadingcode|chaptercode"),
        (Role::ProductName, "?ncm|heading|subheading|chapter"),
        (Role::Value, "metricfob"),
        (Role::Weight, "?metrickg"),
        (Role::Quantity, "?metricstatistic"),
    ],
    parts: "state|via|urf",
    list: List::Unknown,
    ..BULK
};

/// What the site exports.
pub const SITE: Known = Known {
    name: "Brazil’s Comex Stat, the site’s export",
    url: "https://comexstat.mdic.gov.br/en/geral",
    columns: &[
        (Role::Year, "ano|year|año"),
        (Role::Month, "?mês|month|mes"),
        (Role::Flow, "fluxo|flow|flujo"),
        (Role::PartnerName, "?países|country|countries|país"),
        (
            Role::Product,
            "códigoncm|ncmcode|códigosh6|hs6code|códigosh4|hs4code|códigosh2|hs2code|sh6code",
        ),
        (
            Role::ProductName,
            "?descriçãoncm|ncmdescription|descriçãosh6|hs6description|descriçãosh4|hs4description|descriçãosh2|hs2description",
        ),
        (Role::Value, "valorusfob|usfob|valueusfob|valorfobus|fobus"),
        (
            Role::Weight,
            "?quilogramalíquido|netweightkg|kilogramnet|netkilogram|quilogramalíquidokg",
        ),
        (Role::Quantity, "?quantidadeestatística|statisticalquantity"),
    ],
    parts: "ufdoproduto|state|via|urf",
    list: List::Unknown,
    ..BULK
};
