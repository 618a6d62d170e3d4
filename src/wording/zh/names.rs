//! 国家和地区名称。

/// A country's name within a sentence.
pub fn within(name: &str) -> String {
    match name {
        // What a reader's own file is called where nobody says whose trade it is.
        "Your file" | "your file" => "您的文件".to_owned(),
        "The reporting country" => "报告国".to_owned(),
        name => name.to_owned(),
    }
}
