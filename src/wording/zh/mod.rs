//! Simplified Chinese, as a financial desk in Beijing prints it, in the customs' own terms.
//!
//! One word for one thing:
//!
//! | in English | here |
//! | --- | --- |
//! | customs, as who publishes | 海关总署；泛指时为海关 |
//! | exports, imports, exports less imports | 出口、进口、贸易差额（以金额计） |
//! | flow, partner, destination, source | 流向、贸易伙伴、目的地、来源地 |
//! | reporter, mirror data | 报告国（地区）、镜像数据 |
//! | quantity, value, unit value, price | 数量、金额、均价、价格 |
//! | exports by weight, by value | 出口量、出口额 |
//! | month on month, year on year, year to date | 环比、同比、累计同比 |
//! | rose, fell; of prices; of shares; revised | 增长、下降；上涨、下跌；上升、下降；上调、下调 |
//! | unchanged; above, below a level | 持平；高、低 |
//! | contribution in percentage points | 拉动、拉低若干个百分点 |
//! | figure; reported, revised, derived | 数值；公布值、修订值、推算值 |
//! | comparison; base period, baseline | 比较方式；基期、基数 |
//! | share, breakdown, part | 占比、构成（细分）、组成部分 |
//! | seasonally adjusted, level shift, outlier | 季节调整、水平漂移、离群值 |
//! | forecast, interval, ordinary, borderline, unusual | 预测、区间、在80%区间内、少见、异常 |
//! | group of countries, re-exports | 国家集团、复出口 |
//! | note, remark, source | 附注、备注、来源 |
//! | story, finding, evidence | 报道、核对结果、依据 |
//! | to load, to open, to read | 加载、打开、读取 |
//!
//! Numbers have no blank before a unit or beside a Chinese word, amounts of 100,000 and more stand in 万 and
//! 亿 within sentences (below one 亿 always 万; two decimals or none; columns of thousands are whole), stretches have a whole dash (1—11月), marks of punctuation are as wide as a word.
//! Not used: 下拉，载入，国家组，转口，单位价值为，报告方，进行了，被认为，如果您想要，请注意。

pub mod charts;
pub mod comparison;
pub mod containers;
pub mod dates;
pub mod direction;
mod fitting;
pub mod headings;
pub mod import;
pub mod joining;
pub mod links;
pub mod names;
pub mod numbers;
pub mod parameters;
pub mod pinned;
pub mod program;
pub mod quantity;
pub mod reasons;
pub mod stories;
pub mod subject;
pub mod tables;
pub mod terms;
pub mod units;
