//! Reading the start tags of an HTML page: just enough to see what it loads.

/// A start tag with its attributes, all names in lower case.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag {
    /// The element's name.
    pub name: String,
    /// The attributes and their values; an attribute without a value has an empty one.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// The start tags of a page in their order, without those in comments, scripts and styles.
pub fn tags(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        rest = if let Some(comment) = after.strip_prefix("!--") {
            comment.split_once("-->").map_or("", |(_, next)| next)
        } else if after.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let (tag, next) = start_tag(after);
            let next = match tag.name.as_str() {
                "script" | "style" => after_raw_text(next, &tag.name),
                _ => next,
            };
            tags.push(tag);
            next
        } else {
            after
        };
    }
    tags
}

/// Reads the tag whose name begins the text; returns it and the text after its `>`.
fn start_tag(text: &str) -> (Tag, &str) {
    let (name, mut rest) = split_where(text, |c| c.is_ascii_whitespace() || c == '>' || c == '/');
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let (attribute, next) = attribute(rest);
        attributes.push(attribute);
        rest = next;
    }
    let tag = Tag { name: name.to_ascii_lowercase(), attributes };
    (tag, rest.strip_prefix('>').unwrap_or(rest))
}

/// Reads the attribute that begins the text, which is not empty; returns it and the rest.
fn attribute(text: &str) -> ((String, String), &str) {
    // Even `=` begins a name where a name is due.
    let end = text
        .char_indices()
        .skip(1)
        .find(|(_, c)| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/'))
        .map_or(text.len(), |(at, _)| at);
    let (name, rest) = text.split_at(end);
    let (value, rest) = match rest.trim_start().strip_prefix('=') {
        Some(value) => attribute_value(value.trim_start()),
        None => ("", rest),
    };
    ((name.to_ascii_lowercase(), value.to_owned()), rest)
}

fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    split_where(text, |c| c.is_ascii_whitespace() || c == '>')
}

fn after_raw_text<'a>(text: &'a str, element: &str) -> &'a str {
    let end = format!("</{element}");
    let at = text.to_ascii_lowercase().find(&end);
    at.and_then(|at| text.get(at..)).unwrap_or("")
}

/// Splits before the first character that matches; all of it comes first if none does.
fn split_where(text: &str, matches: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(matches).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(page: &str) -> String {
        tags(page)
            .iter()
            .map(|tag| {
                let attributes: Vec<String> = tag
                    .attributes
                    .iter()
                    .map(|(name, value)| format!(" {name}[{value}]"))
                    .collect();
                format!("{}{}", tag.name, attributes.concat())
            })
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[test]
    fn reads_every_way_of_writing_an_attribute() {
        for (page, expected) in [
            (
                r#"<a href="x y" id='q"r' class=plain hidden>"#,
                r#"a href[x y] id[q"r] class[plain] hidden[]"#,
            ),
            ("<IMG SRC = x.png />", "img src[x.png]"),
            ("<link href=./a/b.css>", "link href[./a/b.css]"),
            ("<p title='1 > 0'>text", "p title[1 > 0]"),
            ("<br/><hr>", "br; hr"),
            ("<p é=1>", "p é[1]"),
            ("<p =x>", "p =x[]"),
        ] {
            assert_eq!(written(page), expected, "{page}");
        }
    }

    #[test]
    fn passes_over_what_is_no_tag() {
        for (page, expected) in [
            ("<!doctype html><p>", "p"),
            ("<!-- <script src=a.js> --><p>", "p"),
            ("<script>if (a <b && c> d) {}</script><p>", "script; p"),
            ("<style>a::before { content: '<b>' }</STYLE><p>", "style; p"),
            ("1 < 2 <p", "p"),
            ("<p><!-- never closed <b>", "p"),
            ("", ""),
        ] {
            assert_eq!(written(page), expected, "{page}");
        }
    }
}
