//! The versions of the tools, read from the files that pin them.

use crate::run::{Outcome, Workshop, read};

/// The version of Trunk that `Trunk.toml` asks for.
pub fn trunk(workshop: &Workshop) -> Outcome<String> {
    from_trunk_toml(workshop, "trunk_version", "=")
}

/// The version of wasm-opt that `Trunk.toml` asks for: a whole number.
pub fn wasm_opt(workshop: &Workshop) -> Outcome<String> {
    from_trunk_toml(workshop, "wasm_opt", "version_")
}

/// The version of esbuild that `Trunk.toml` names, though Trunk itself does not call it.
pub fn esbuild(workshop: &Workshop) -> Outcome<String> {
    from_trunk_toml(workshop, "esbuild", "")
}

/// The version of wasm-bindgen that the library is built with: its program must be the same.
pub fn wasm_bindgen(workshop: &Workshop) -> Outcome<String> {
    let lock = read(&workshop.root.join("Cargo.lock"))?;
    locked_version(&lock, "wasm-bindgen")
        .map(str::to_owned)
        .ok_or_else(|| "Cargo.lock names no version of wasm-bindgen".to_owned())
}

fn from_trunk_toml(workshop: &Workshop, key: &str, prefix: &str) -> Outcome<String> {
    let file = read(&workshop.root.join("Trunk.toml"))?;
    string_value(&file, key)
        .and_then(|value| value.strip_prefix(prefix))
        .map(str::to_owned)
        .ok_or_else(|| format!("Trunk.toml has no line `{key} = \"{prefix}…\"`"))
}

/// The value of the first line `key = "value"`.
fn string_value<'a>(toml: &'a str, key: &str) -> Option<&'a str> {
    toml.lines().find_map(|line| {
        let value = line.strip_prefix(key)?.trim_start().strip_prefix('=')?;
        value.trim().strip_prefix('"')?.strip_suffix('"')
    })
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    lock.split("[[package]]")
        .find(|entry| string_value(entry, "name") == Some(package))
        .and_then(|entry| string_value(entry, "version"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.131"
"#;

    #[test]
    fn finds_the_version_of_exactly_that_package() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-macro"), Some("0.2.131"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }

    #[test]
    fn reads_a_key_and_not_one_that_begins_like_it() {
        let toml = "wasm_opt_level = \"z\"\nwasm_opt = \"version_132\"\n";
        assert_eq!(string_value(toml, "wasm_opt"), Some("version_132"));
        assert_eq!(string_value(toml, "trunk_version"), None);
    }
}
