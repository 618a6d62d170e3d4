//! What the page's scripts believe of the modules, `www/xenotime.d.ts`, is what Rust gives them: read
//! from both sources, so that a field or a method that is renamed on one side fails here.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use syn::{
    Attribute, Field, Fields, FnArg, GenericArgument, ImplItem, Item, Meta, Pat, PathArguments,
    ReturnType, Type, Visibility,
};

/// Members by name, each with its type.
type Members = BTreeMap<String, String>;

/// What no Rust type stands behind: the page's own, and what browsers have.
const SCRIPTS_OWN: [&str; 6] = ["Host", "Handle", "Unmapped", "Previewed", "Bytes", "Unpacking"];

#[test]
fn every_answer_has_the_fields_that_the_scripts_see() {
    let rust = serialized();
    let declared = blocks("export interface ");
    for (name, fields) in &declared {
        let plain = name.split('<').next().unwrap_or(name);
        if SCRIPTS_OWN.contains(&plain) {
            continue;
        }
        let given =
            rust.get(name).unwrap_or_else(|| panic!("no struct of Rust is serialized as {name}"));
        let names = |members: &Members| members.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(fields), names(given), "the fields of {name}: xenotime.d.ts beside Rust");
        for (field, seen) in fields {
            assert!(
                agree(seen, &given[field]),
                "{name}.{field}: {seen} in xenotime.d.ts, {} in Rust",
                given[field]
            );
        }
    }
    for name in ["Page", "Point", "Finding", "Answer", "Summary", "Refused", "Tidy"] {
        assert!(declared.contains_key(name), "xenotime.d.ts does not declare {name}");
    }
}

#[test]
fn every_method_is_called_as_it_is() {
    let declared = blocks("export declare class ");
    let given = exported();
    assert_eq!(
        declared.keys().collect::<Vec<_>>(),
        given.keys().filter(|name| *name != "Points").collect::<Vec<_>>(),
        "the classes: xenotime.d.ts beside Rust"
    );
    for (name, methods) in &declared {
        for (method, seen) in methods.iter().filter(|(method, _)| *method != "free") {
            let made =
                given[name].get(method).unwrap_or_else(|| panic!("{name} has no method {method}"));
            assert_call(&format!("{name}.{method}"), seen, made);
        }
        for method in given[name].keys() {
            assert!(methods.contains_key(method), "xenotime.d.ts lacks {name}.{method}");
        }
    }
}

fn assert_call(name: &str, seen: &str, made: &str) {
    let (seen_takes, seen_gives) = seen.split_once(" => ").unwrap();
    let (made_takes, made_gives) = made.split_once(" => ").unwrap();
    assert_eq!(seen_takes, made_takes, "{name} takes: xenotime.d.ts beside Rust");
    // What is serialized has its own check.
    assert!(
        made_gives == "any" || seen_gives == made_gives,
        "{name} gives {seen_gives} in xenotime.d.ts, {made_gives} in Rust"
    );
}

/// Literals are words, one of a known few.
fn agree(seen: &str, given: &str) -> bool {
    let plain = |kind: &str| {
        let mut parts: Vec<&str> = kind
            .split(" | ")
            .map(|part| if part.starts_with('"') { "string" } else { part })
            .collect();
        parts.dedup();
        parts.join(" | ")
    };
    plain(seen) == plain(given)
}

// The TypeScript side.

/// The interfaces or classes, with their members.
fn blocks(head: &str) -> BTreeMap<String, Members> {
    let text = without_comments(&fs::read_to_string("www/xenotime.d.ts").unwrap());
    let mut found: BTreeMap<String, Members> = BTreeMap::new();
    for rest in text.split(head).skip(1) {
        let (name, rest) = rest.split_once('{').unwrap();
        let (body, _) = rest.split_once("\n}").unwrap();
        let (name, base) = name.trim().split_once(" extends ").unwrap_or((name.trim(), ""));
        let mut members: Members = body.split(';').filter_map(member).collect();
        members.extend(found.get(base).cloned().unwrap_or_default());
        found.insert(name.to_owned(), members);
    }
    assert!(!found.is_empty(), "nothing is declared");
    found
}

/// `name: type`, or `name(parameters): type` as its types alone.
fn member(text: &str) -> Option<(String, String)> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.strip_prefix("static ").unwrap_or(&text);
    if text.is_empty() {
        return None;
    }
    let Some((name, rest)) = text.split_once('(') else {
        let (name, kind) = text.split_once(": ").unwrap();
        return Some((name.to_owned(), kind.to_owned()));
    };
    let (takes, gives) = rest.rsplit_once(')').unwrap();
    let kinds: Vec<String> = takes
        .split(", ")
        .filter_map(|parameter| parameter.trim_end_matches(", ").split_once(": "))
        .map(|(name, kind)| {
            format!(
                "{}{}",
                kind.trim_end_matches(','),
                if name.ends_with('?') { " | undefined" } else { "" }
            )
        })
        .collect();
    Some((name.to_owned(), format!("{} => {}", kinds.join(", "), gives.trim_start_matches(": "))))
}

fn without_comments(text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/**") {
        left.push_str(before);
        rest = after.split_once("*/").unwrap().1;
    }
    left.push_str(rest);
    left.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

// The Rust side.

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .filter(|path| !path.starts_with("src/xtask"))
        .collect()
}

fn items() -> Vec<Item> {
    let read = |path: PathBuf| syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap().items;
    sources(Path::new("src")).into_iter().flat_map(read).collect()
}

/// The fields of each struct that is serialized, with their types as JSON holds them.
fn serialized() -> BTreeMap<String, Members> {
    let mut found = BTreeMap::new();
    for item in items() {
        let Item::Struct(item) = item else { continue };
        let Fields::Named(fields) = &item.fields else { continue };
        if !item.attrs.iter().any(derives_serialize) {
            continue;
        }
        let written = fields.named.iter().filter(|field| !is_skipped(field));
        let members = written.map(|field| (field_name(field), kind(&field.ty, "null")));
        let twice = found.insert(item.ident.to_string(), members.collect());
        assert!(twice.is_none(), "two structs that are serialized are called {}", item.ident);
    }
    found
}

fn derives_serialize(attribute: &Attribute) -> bool {
    matches!(&attribute.meta, Meta::List(list) if list.path.is_ident("derive") && list.tokens.to_string().contains("Serialize"))
}

/// Whether a field stays here.
fn is_skipped(field: &Field) -> bool {
    let skips = |attribute: &Attribute| matches!(&attribute.meta, Meta::List(list) if list.path.is_ident("serde") && list.tokens.to_string() == "skip");
    field.attrs.iter().any(skips)
}

fn field_name(field: &Field) -> String {
    let mut name = field.ident.as_ref().unwrap().to_string().trim_start_matches("r#").to_owned();
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        attribute
            .parse_nested_meta(|meta| {
                if meta.path.is_ident("serialize_with") {
                    return meta.value()?.parse::<syn::LitStr>().map(|_| ());
                }
                assert!(
                    meta.path.is_ident("rename"),
                    "a serde attribute that this test does not know"
                );
                name = meta.value()?.parse::<syn::LitStr>()?.value();
                Ok(())
            })
            .unwrap();
    }
    name
}

/// The methods of each exported class, with what they take and give.
fn exported() -> BTreeMap<String, Members> {
    let mut found: BTreeMap<String, Members> = BTreeMap::new();
    for item in items() {
        let Item::Impl(item) = item else { continue };
        if item.trait_.is_some() || !item.attrs.iter().any(is_exported) {
            continue;
        }
        let class = kind(&item.self_ty, "");
        for member in item.items {
            let ImplItem::Fn(method) = member else { continue };
            if !matches!(method.vis, Visibility::Public(_)) {
                continue;
            }
            let takes: Vec<String> = method.sig.inputs.iter().filter_map(parameter).collect();
            let (mut name, mut gives) = (
                method.sig.ident.to_string(),
                match &method.sig.output {
                    ReturnType::Default => "void".to_owned(),
                    ReturnType::Type(_, given) => kind(given, "undefined").replace("Self", &class),
                },
            );
            for attribute in method.attrs.iter().filter(|attribute| is_exported(attribute)) {
                if let Meta::List(list) = &attribute.meta {
                    let words = list.tokens.to_string();
                    if words == "constructor" {
                        (name, gives) = ("constructor".to_owned(), String::new());
                    } else if let Some(other) = words.strip_prefix("js_name = ") {
                        name = other.to_owned();
                    }
                }
            }
            let call = format!("{} => {gives}", takes.join(", "));
            found.entry(class.clone()).or_default().insert(name, call);
        }
    }
    found
}

fn is_exported(attribute: &Attribute) -> bool {
    attribute.path().is_ident("wasm_bindgen")
}

fn parameter(argument: &FnArg) -> Option<String> {
    let FnArg::Typed(typed) = argument else { return None };
    assert!(matches!(&*typed.pat, Pat::Ident(_)));
    Some(kind(&typed.ty, "undefined"))
}

/// Whether a `Vec` is of bytes, which cross as an array of their own.
fn is_bytes(segment: &syn::PathSegment) -> bool {
    is_list_of(segment, "u8")
}

fn is_list_of(segment: &syn::PathSegment, name: &str) -> bool {
    let PathArguments::AngleBracketed(inner) = &segment.arguments else { return false };
    inner.args.iter().any(|one| matches!(one, GenericArgument::Type(inner) if is(inner, name)))
}

fn is(of: &Type, name: &str) -> bool {
    matches!(of, Type::Path(path) if path.path.is_ident(name))
}

/// A type as scripts see it; `none` is what stands for nothing.
fn kind(of: &Type, none: &str) -> String {
    match of {
        Type::Reference(inner) => kind(&inner.elem, none),
        Type::Slice(inner) if is(&inner.elem, "f64") && none == "undefined" => {
            "Float64Array".to_owned()
        }
        Type::Slice(inner) if kind(&inner.elem, none) == "number" && none == "undefined" => {
            "Uint8Array".to_owned()
        }
        Type::Slice(inner) => format!("{}[]", kind(&inner.elem, none)),
        Type::Tuple(parts) if parts.elems.is_empty() => "void".to_owned(),
        Type::Tuple(parts) => {
            let parts: Vec<String> = parts.elems.iter().map(|part| kind(part, none)).collect();
            format!("[{}]", parts.join(", "))
        }
        Type::Path(path) => {
            let last = path.path.segments.last().unwrap();
            let inner = match &last.arguments {
                PathArguments::AngleBracketed(list) => {
                    list.args.iter().find_map(|argument| match argument {
                        GenericArgument::Type(inner) => Some(kind(inner, none)),
                        _ => None,
                    })
                }
                _ => None,
            };
            match (last.ident.to_string().as_str(), inner) {
                ("Vec", _) if is_bytes(last) => "Uint8Array".to_owned(),
                ("Vec", _) if is_list_of(last, "f64") && none == "undefined" => {
                    "Float64Array".to_owned()
                }
                ("Option", Some(inner)) => format!("{inner} | {none}"),
                ("Vec", Some(inner)) => format!("{inner}[]"),
                ("Result", Some(inner)) => inner,
                ("String" | "str", _) => "string".to_owned(),
                ("bool", _) => "boolean".to_owned(),
                ("usize" | "u64" | "u32" | "u16" | "u8" | "i32" | "i64" | "f64", _) => {
                    "number".to_owned()
                }
                ("JsValue", _) => "any".to_owned(),
                ("HtmlCanvasElement", _) => "HTMLCanvasElement".to_owned(),
                (other, _) => other.to_owned(),
            }
        }
        _ => panic!("a type that this test does not know"),
    }
}
