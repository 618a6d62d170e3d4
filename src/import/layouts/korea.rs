//! Korea's customs: what tradedata.go.kr exports and data.go.kr answers; both directions are in one row.

use super::{BASE, Known, Role};
use crate::import::cells::countries::List;

/// A table of exports and imports side by side.
pub const CUSTOMS: Known = Known {
    name: "Korea Customs",
    url: "https://www.data.go.kr/data/15101612/openapi.do",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "기간|year|년월"),
        (Role::Partner, "?statcd"),
        (Role::PartnerName, "?국가명|국가|statcdcntnkor1"),
        (Role::Product, "hs코드|hscd|hscode|hssgn"),
        (Role::ProductName, "?품목명|statkor"),
        (Role::ExportWeight, "?수출중량|expwgt"),
        (Role::Exports, "수출금액|expdlr"),
        (Role::ImportWeight, "?수입중량|impwgt"),
        (Role::Imports, "수입금액|impdlr"),
    ],
    parts: "무역수지|balpayments|statcd|hscd|hssgn",
    reporter: Some("KOR"),
    list: List::Unknown,
    ..BASE
};
