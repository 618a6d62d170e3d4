//! 文件格式的名称。

/// A layout as readers know it, by its name in the program.
pub fn name(layout: &'static str) -> &'static str {
    match layout {
        "names" => "名称表",
        "your own mapping" => "自行指定各列的表格",
        "Xenotime’s rolled-up part" => "Xenotime汇总文件",
        "Xenotime’s tidy CSV" => "Xenotime整理后的CSV",
        "China Customs" => "中国海关总署",
        "China Customs, in yuan" => "中国海关总署，人民币计价",
        "UN Comtrade" => "联合国Comtrade",
        "UN Comtrade, the layout until 2023" => "联合国Comtrade，2023年以前的格式",
        "US Census, exports" => "美国普查局，出口",
        "US Census, imports" => "美国普查局，进口",
        "USITC DataWeb" => "美国国际贸易委员会DataWeb",
        "Brazil’s Comex Stat" => "巴西Comex Stat",
        "Brazil’s Comex Stat, imports" => "巴西Comex Stat，进口",
        "Brazil’s Comex Stat, the site’s export" => "巴西Comex Stat，网站导出",
        "Eurostat Comext" => "欧盟统计局Comext",
        "Eurostat SDMX-CSV" => "欧盟统计局SDMX-CSV",
        "Eurostat SDMX-CSV, by SITC" => "欧盟统计局SDMX-CSV，按SITC",
        "Eurostat’s bulk download" => "欧盟统计局批量下载",
        "Eurostat’s bulk download, by SITC" => "欧盟统计局批量下载，按SITC",
        "FAOSTAT crops and livestock products" => "联合国粮农组织农畜产品贸易",
        "FAOSTAT trade matrix" => "联合国粮农组织贸易矩阵",
        "HMRC bulk exports" => "英国税务海关总署批量数据，出口",
        "HMRC bulk imports" => "英国税务海关总署批量数据，进口",
        "HMRC overseas trade statistics" => "英国税务海关总署对外贸易统计",
        "Japan’s customs, by e-Stat" => "日本海关（e-Stat）",
        "Korea Customs" => "韩国关税厅",
        "World Bank indicators" => "世界银行指标",
        "WITS, an advanced query" => "世界银行WITS高级查询",
        other => other,
    }
}
