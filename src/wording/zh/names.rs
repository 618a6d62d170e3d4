//! 国家和地区名称。

/// A country's name within a sentence.
pub fn within(name: &str) -> String {
    match name {
        // What a reader's own file is called where nobody says whose trade it is.
        "Your file" | "your file" => "您的文件".to_owned(),
        "The reporting country" => "报告国（地区）".to_owned(),
        name => name.to_owned(),
    }
}

/// What a country is called whom a file names, mostly in English, and whose name is known besides.
pub fn shown(own: Option<&str>, known: Option<&str>) -> Option<String> {
    known.or(own).map(str::to_owned)
}

/// Which of a country's names in several languages is shown.
pub fn of_language(names: &[&str]) -> Option<String> {
    let han = |name: &&&str| name.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    names.iter().find(han).or(names.first()).map(|name| (*name).to_owned())
}
