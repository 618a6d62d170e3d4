//! The drawing's colours and the style sheet's are the same.

#![cfg(not(target_arch = "wasm32"))]

use xenotime::charts::Tone;
use xenotime::drawing::{Palette, TOKENS, hex};

const STYLE: &str = include_str!("../www/style.css");

/// What stands on the page and in no drawing: a failure, a verdict of doubt.
const PAGE_ALONE: [&str; 2] = ["--alert", "--doubt"];

/// The declarations of the block that begins with `head`, by token.
fn tokens(head: &str) -> Vec<(String, String)> {
    let block = STYLE.split_once(head).map_or("", |(_, rest)| rest);
    let block = block.split_once('}').map_or("", |(block, _)| block);
    block
        .split(';')
        .filter_map(|declaration| declaration.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_ascii_uppercase()))
        .filter(|(name, _)| name.starts_with("--") && !PAGE_ALONE.contains(&name.as_str()))
        .collect()
}

fn expected(palette: &Palette) -> Vec<(String, String)> {
    let named = TOKENS.iter().zip(palette.colours());
    named.map(|(name, colour)| ((*name).to_owned(), hex(colour))).collect()
}

/// The panel's names have the colours of their lines.
#[test]
fn the_panel_has_the_colours_of_the_lines() {
    let sheet = include_str!("../www/desk.css");
    for place in 0..6 {
        let block = sheet.split_once(&format!(".line-{place} {{")).map_or("", |(_, rest)| rest);
        let name = block.split_once("var(").and_then(|(_, rest)| rest.split_once(')'));
        let name = name.map_or("", |(name, _)| name);
        let token = TOKENS.iter().position(|token| *token == name);
        let colour = token.and_then(|token| Palette::LIGHT.colours().get(token).copied());
        assert_eq!(colour, Some(Palette::LIGHT.tone(Tone::Line(place))), "{place}: {name}");
    }
}

#[test]
fn the_page_and_the_drawing_share_their_colours() {
    assert_eq!(tokens(":root {"), expected(&Palette::LIGHT));
    assert_eq!(
        tokens(":root:is([data-theme=\"dark\"], :not(.scripted):has(#dark:target)) {"),
        expected(&Palette::DARK)
    );
    assert_eq!(
        tokens(":root:not(:is([data-theme], :not(.scripted):has(#light:target))) {"),
        expected(&Palette::DARK)
    );
}
