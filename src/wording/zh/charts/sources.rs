//! 数据的来源与时效。

use crate::trade::Month;

/// A source line: where figures come from and who published them; of the page, how old the latest is.
pub fn line(said: &str, age: &str) -> String {
    format!("数据来源：{said}。{age}")
}

/// Which figures somebody published.
pub fn credit(what: &str, publishers: &str) -> String {
    format!("{what}：{publishers}")
}

/// Who published something, and when.
pub fn published(publisher: &str, day: &str) -> String {
    // One pair of brackets: `UN Comtrade（GitHub存档，2026年）`.
    match publisher.strip_suffix('）') {
        Some(open) => format!("{open}，{}）", date(day)),
        None => format!("{publisher}（{}）", date(day)),
    }
}

/// One more of the same publisher, by its number.
pub fn another(number: usize) -> String {
    format!("（链接{number}）")
}

/// The events that a plot marks.
pub fn events(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!("事件：{}。", names.join("；")) }
}

/// An event in few words.
pub fn event(month: Month, name: &str) -> String {
    format!("{name}（{}）", month.short())
}

/// Up to when the data were published.
pub fn published_up_to(day: &str) -> String {
    format!("数据公布截至{}。", date(day))
}

/// When the data were compiled.
pub fn compiled_on(day: &str) -> String {
    format!("数据整理于{}。", date(day))
}

/// When something of the data was published last.
pub fn latest_publication(day: &str, edition: &str, terms: &str) -> String {
    if day.is_empty() {
        return format!("{edition}{terms}");
    }
    format!("最近一次公布：{}。{edition}{terms}", date(day))
}

/// How old the latest figure is, in months before the data were compiled.
pub fn age(latest: Month, months: i32, compiled: &str) -> String {
    let ago = match months {
        ..=0 => String::new(),
        _ => format!("，整理于{}", date(compiled)),
    };
    format!("数据截至{}{ago}。", latest.long())
}

/// `2026-03-24` as `2026年3月24日`; anything else as it is.
pub fn date(date: &str) -> String {
    let month = date.get(..7).and_then(Month::parse);
    match (month, date.get(8..).and_then(|day| day.parse::<u8>().ok())) {
        (Some(month), Some(day)) => format!("{}{day}日", month.long()),
        (Some(month), None) => month.long(),
        _ if date.len() == 4 && date.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{date}年")
        }
        _ => date.to_owned(),
    }
}
