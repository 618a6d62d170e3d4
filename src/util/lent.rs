//! What a browser has itself: small letters, and the numbers that digits stand for. Their tables are 18 kB of
//! the modules that open files, and hardly a row needs them.

/// A text that can be had in small letters.
pub trait Lower {
    /// It in small letters.
    fn lower(&self) -> String;
}

impl Lower for str {
    fn lower(&self) -> String {
        // Most letters are plain, or of scripts that have no small ones; the browser is asked for none of these.
        let alike = |own: char| {
            own.is_ascii()
                || matches!(own, '\u{2000}'..='\u{20ff}' | '\u{2e80}'..='\u{a63f}' | '\u{ac00}'..='\u{d7ff}')
        };
        if self.chars().all(alike) { self.to_ascii_lowercase() } else { own::lower(self) }
    }
}

/// The number that a text of digits is, with a sign, a point and an exponent, if it is one and nothing else.
pub fn number_in(text: &str) -> Option<f64> {
    let mark = |own: u8| own.is_ascii_digit() || b".eE+-".contains(&own);
    let written = text.bytes().any(|own| own.is_ascii_digit()) && text.bytes().all(mark);
    written.then(|| own::number(text)).flatten()
}

#[cfg(all(target_arch = "wasm32", feature = "open"))]
mod own {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["String", "prototype", "toLowerCase"], js_name = call)]
        pub fn lower(text: &str) -> String;
        #[wasm_bindgen(js_name = Number)]
        fn value(text: &str) -> f64;
    }

    pub fn number(text: &str) -> Option<f64> {
        Some(value(text)).filter(|own| !own.is_nan())
    }
}

#[cfg(not(all(target_arch = "wasm32", feature = "open")))]
mod own {
    pub fn lower(text: &str) -> String {
        text.to_lowercase()
    }

    pub fn number(text: &str) -> Option<f64> {
        text.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_small_as_the_standard_library_makes_them() {
        for letter in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let text = letter.to_string();
            assert_eq!(text.lower(), text.to_lowercase(), "{letter:?}");
        }
    }

    #[test]
    fn digits_are_numbers_and_words_are_none() {
        for (text, value) in [("60", 60.0), (".5", 0.5), ("5.", 5.0), ("-1.5e+3", -1500.0)] {
            assert_eq!(number_in(text), Some(value), "{text}");
        }
        for text in ["", ".", "e5", " 5", "inf", "NaN", "0x1F", "1_0", "1e", "--5", "1.2.3"] {
            assert_eq!(number_in(text), None, "{text}");
        }
    }
}
