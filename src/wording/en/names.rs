//! Names of countries as English has them within a sentence.

/// How names begin and end that take the article.
const BEGINS: [&str; 2] = ["United ", "Democratic Republic"];
const ENDS: [&str; 5] = ["lands", " Republic", " Federation", " Emirates", " Kingdom"];

/// A country's name within a sentence: `the United Kingdom`, `Japan`. A reader's own file is named
/// by `Your file`, which is no name.
pub fn within(name: &str) -> String {
    for (start, said) in [("Your ", "your"), ("The ", "the")] {
        if let Some(rest) = name.strip_prefix(start) {
            return format!("{said} {rest}");
        }
    }
    let article = BEGINS.iter().any(|start| name.starts_with(start))
        || ENDS.iter().any(|end| name.ends_with(end));
    if article { format!("the {name}") } else { name.to_owned() }
}

/// What a country is called whom a file names, and whose name is known besides.
pub fn shown(own: Option<&str>, known: Option<&str>) -> Option<String> {
    known.or(own).map(str::to_owned)
}

/// Which of a country's names in several languages is shown.
pub fn of_language(names: &[&str]) -> Option<String> {
    names.first().map(|name| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn some_names_take_the_article() {
        for (name, said) in [
            ("United Kingdom", "the United Kingdom"),
            ("Netherlands", "the Netherlands"),
            ("Cayman Islands", "the Cayman Islands"),
            ("Russian Federation", "the Russian Federation"),
            ("Japan", "Japan"),
            ("Ireland", "Ireland"),
            ("Your file", "your file"),
            ("The reporting country", "the reporting country"),
        ] {
            assert_eq!(within(name), said);
        }
    }
}
