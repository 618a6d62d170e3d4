//! Makes the room of words that speaks whichever language is asked for: of every public function of
//! `src/wording/en` one of the same facts, which hands on to the function of that name in the language
//! that is spoken. A language that lacks one, or takes other facts, does not compile.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a build that cannot go on stops, and says why"
)]

/// The folders of `src/wording`, each with the language whose words it holds.
#[cfg(all(feature = "zh", feature = "program"))]
const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("zh", "Chinese")];

fn main() {
    #[cfg(all(feature = "zh", feature = "program"))]
    made::write();
}

#[cfg(all(feature = "zh", feature = "program"))]
mod made {
    use std::fmt::Write as _;
    use std::path::Path;
    use std::{env, fs};

    use quote::ToTokens as _;
    use syn::{FnArg, Item, Signature, Visibility};

    use super::LANGUAGES;

    /// Writes the room to where the library includes it from.
    pub fn write() {
        let english = Path::new("src/wording/en");
        println!("cargo::rerun-if-changed={}", english.display());
        let mut text = String::new();
        folder(english, "", &mut text);
        let out = env::var("OUT_DIR").expect("Cargo names a folder for what is made");
        fs::write(Path::new(&out).join("say.rs"), text).expect("that folder can be written to");
    }

    /// The modules of a folder, each with its functions.
    fn folder(path: &Path, module: &str, text: &mut String) {
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
                folder(&entry, &inner, text);
            } else {
                file(&entry, &inner, text);
            }
            text.push_str("}\n");
        }
    }

    fn file(path: &Path, module: &str, text: &mut String) {
        let source =
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let source =
            syn::parse_file(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for item in source.items {
            match item {
                Item::Use(brought) => {
                    let _ = writeln!(text, "{}", brought.to_token_stream());
                }
                Item::Fn(function) if matches!(function.vis, Visibility::Public(_)) => {
                    speaking(&function.sig, module, text);
                }
                // Words that never change are written as a list, four tokens each: `amount: "Amount",`.
                Item::Macro(list) if list.mac.path.is_ident("words") => {
                    let tokens: Vec<_> = list.mac.tokens.into_iter().collect();
                    for name in tokens.chunks(4).filter_map(<[_]>::first) {
                        let head = format!("fn {name}() -> &'static str");
                        let signature = syn::parse_str(&head).expect("such words have a name");
                        speaking(&signature, module, text);
                    }
                }
                _ => {}
            }
        }
    }

    /// A function that hands on to that of the language that is spoken.
    fn speaking(signature: &Signature, module: &str, text: &mut String) {
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
        for (folder, language) in LANGUAGES {
            let said = format!("crate::wording::{folder}{module}::{name}({gives})");
            // Tests have what is said in English marked.
            let told =
                if folder == "en" { format!("crate::wording::marks::told({said})") } else { said };
            let _ = writeln!(text, "        crate::trade::Language::{language} => {told},");
        }
        text.push_str("    }\n}\n");
    }
}
