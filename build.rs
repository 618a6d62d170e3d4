//! Makes the room of words that speaks whichever language is asked for: of every public function of
//! `src/wording/en` one of the same facts, which hands on to the function of that name in the language
//! that is spoken. A language that lacks one, or takes other facts, does not compile.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a build that cannot go on stops, and says why"
)]

fn main() {
    #[cfg(feature = "program")]
    made::write();
}

#[cfg(feature = "program")]
mod made {
    use std::fmt::Write as _;
    use std::path::Path;
    use std::{env, fs};

    use quote::ToTokens as _;
    use syn::punctuated::Punctuated;
    use syn::{
        Expr, FnArg, ImplItem, Item, Lit, Pat, Signature, Stmt, UseGroup, UsePath, UseTree,
        Visibility,
    };

    /// What the pages say beside what the program says: a file for each, in a folder for each language.
    const PAGES: [&str; 3] = ["page", "story", "article"];

    /// A language: what `Language` calls it, and its code, which is the name of its folders.
    struct Spoken {
        name: String,
        code: String,
    }

    /// Writes the room to where the library includes it from, and beside it the words of the pages.
    pub fn write() {
        let english = Path::new("src/wording/en");
        println!("cargo::rerun-if-changed={}", english.display());
        let languages = languages();
        let mut text = String::new();
        folder(english, "", &languages, &mut text);
        let out = env::var("OUT_DIR").expect("Cargo names a folder for what is made");
        let put = |name: &str, text: String| {
            fs::write(Path::new(&out).join(name), text).expect("that folder can be written to");
        };
        put("say.rs", text);
        put("words_of_pages.rs", words_of_pages(&languages));
    }

    /// The languages, as the arms of `Language::code` have them.
    fn languages() -> Vec<Spoken> {
        let path = Path::new("src/trade/language.rs");
        println!("cargo::rerun-if-changed={}", path.display());
        let functions = parsed(path).items.into_iter().filter_map(|item| match item {
            Item::Impl(own) => Some(own.items),
            _ => None,
        });
        let code = functions.flatten().find_map(|item| match item {
            ImplItem::Fn(function) if function.sig.ident == "code" => Some(function.block.stmts),
            _ => None,
        });
        let Some([Stmt::Expr(Expr::Match(chosen), _)]) = code.as_deref() else {
            panic!("{}: no function `code` that is a match", path.display());
        };
        let arm = |arm: &syn::Arm| match (&arm.pat, &*arm.body) {
            (Pat::Path(pat), Expr::Lit(code)) => match &code.lit {
                Lit::Str(code) => Spoken {
                    name: pat.path.segments.last().expect("a path has an end").ident.to_string(),
                    code: code.value(),
                },
                _ => panic!("{}: a code is no string", path.display()),
            },
            _ => panic!("{}: an arm of `code` names no language", path.display()),
        };
        chosen.arms.iter().map(arm).collect()
    }

    /// A function that hands out what the pages say in a language.
    fn words_of_pages(languages: &[Spoken]) -> String {
        let mut text = format!(
            "fn words_of_pages(language: Language) -> [&'static str; {}] {{\n",
            PAGES.len()
        );
        text.push_str("    match language {\n");
        println!("cargo::rerun-if-changed=www/words");
        for Spoken { name, code } in languages {
            // A language whose pages have no words yet is spoken by the program alone.
            let own = Path::new("www/words").join(code).is_dir();
            let folder = if own { code } else { "en" };
            let file = |page| {
                format!(
                    "include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/www/words/{folder}/{page}.json\"))"
                )
            };
            let _ = writeln!(text, "        Language::{name} => [{}],", PAGES.map(file).join(", "));
        }
        text + "    }\n}\n"
    }

    fn parsed(path: &Path) -> syn::File {
        let source =
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        syn::parse_file(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The modules of a folder, each with its functions.
    fn folder(path: &Path, module: &str, languages: &[Spoken], text: &mut String) {
        let mut entries: Vec<_> = fs::read_dir(path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
            .map(|entry| entry.expect("a folder's entries can be read").path())
            .filter(|path| !path.ends_with("mod.rs"))
            .collect();
        entries.sort();
        for entry in entries {
            let name = entry.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let inner = format!("{module}::{name}");
            let _ = writeln!(text, "pub mod {name} {{");
            if entry.is_dir() {
                folder(&entry, &inner, languages, text);
            } else {
                file(&entry, &inner, languages, text);
            }
            text.push_str("}\n");
        }
    }

    fn file(path: &Path, module: &str, languages: &[Spoken], text: &mut String) {
        for item in parsed(path).items {
            match item {
                Item::Use(brought) => {
                    let own = matches!(brought.vis, Visibility::Inherited);
                    if let Some(tree) = if own { facts(&brought.tree) } else { Some(brought.tree) }
                    {
                        let vis = brought.vis.to_token_stream();
                        let _ = writeln!(text, "{vis} use {};", tree.to_token_stream());
                    }
                }
                Item::Fn(function) if matches!(function.vis, Visibility::Public(_)) => {
                    speaking(&function.sig, module, languages, text);
                }
                // Words that never change are written as a list, four tokens each: `amount: "Amount",`.
                Item::Macro(list) if list.mac.path.is_ident("words") => {
                    let tokens: Vec<_> = list.mac.tokens.into_iter().collect();
                    for name in tokens.chunks(4).filter_map(<[_]>::first) {
                        let head = format!("fn {name}() -> &'static str");
                        let signature = syn::parse_str(&head).expect("such words have a name");
                        speaking(&signature, module, languages, text);
                    }
                }
                _ => {}
            }
        }
    }

    /// What is brought without what the files of the English room share among themselves: functions hand on
    /// whole facts, so that they need no more than the types.
    fn facts(tree: &UseTree) -> Option<UseTree> {
        match tree {
            UseTree::Path(path) if path.ident == "super" => types(tree),
            _ => Some(tree.clone()),
        }
    }

    fn types(tree: &UseTree) -> Option<UseTree> {
        match tree {
            UseTree::Name(name) => {
                let is_type = name.ident.to_string().starts_with(char::is_uppercase);
                is_type.then(|| tree.clone())
            }
            UseTree::Path(path) => {
                let tree = Box::new(types(&path.tree)?);
                Some(UseTree::Path(UsePath { tree, ..path.clone() }))
            }
            UseTree::Group(group) => {
                let items: Punctuated<_, _> = group.items.iter().filter_map(types).collect();
                let some = !items.is_empty();
                some.then(|| UseTree::Group(UseGroup { items, ..group.clone() }))
            }
            UseTree::Rename(_) | UseTree::Glob(_) => None,
        }
    }

    /// A function that hands on to that of the language that is spoken.
    fn speaking(signature: &Signature, module: &str, languages: &[Spoken], text: &mut String) {
        let name = &signature.ident;
        let mut takes = String::new();
        let mut gives = String::new();
        for (at, argument) in signature.inputs.iter().enumerate() {
            let FnArg::Typed(argument) = argument else { panic!("{module}::{name} takes self") };
            let _ = write!(takes, "fact_{at}: {}, ", argument.ty.to_token_stream());
            let _ = write!(gives, "fact_{at}, ");
        }
        let (generics, output) =
            (signature.generics.to_token_stream(), signature.output.to_token_stream());
        let _ = writeln!(text, "pub fn {name} {generics} ({takes}) {output} {{");
        text.push_str("    match crate::trade::Language::spoken() {\n");
        for Spoken { name: language, code } in languages {
            let said = format!("crate::wording::{code}{module}::{name}({gives})");
            // Tests have what is said in English marked.
            let call = if code == "en" {
                format!("crate::wording::marks::marked_if_asked({said})")
            } else {
                said
            };
            let _ = writeln!(text, "        crate::trade::Language::{language} => {call},");
        }
        text.push_str("    }\n}\n");
    }
}
