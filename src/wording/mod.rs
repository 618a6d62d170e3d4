//! All text that readers see, a folder for each language.

/// Words that are always the same, each a function of its name.
macro_rules! words {
    ($($name:ident: $words:literal,)*) => {
        $(#[doc = concat!("`", $words, "`.")] pub const fn $name() -> &'static str { $words })*
    };
}

/// What is said of each parameter of an address, an entry each: three functions of its name, so that a module
/// holds no more than it says.
macro_rules! parameters {
    ($(
        $name:literal { meaning: $meaning:literal, usual: $usual:literal, $(expected: $expected:literal,)? }
    )*) => {
        mod entries {
            pub(super) fn meaning(name: &str) -> &'static str {
                match name {
                    $($name => $meaning,)*
                    _ => "",
                }
            }

            pub(super) fn usual(name: &str) -> &'static str {
                match name {
                    $($name => $usual,)*
                    _ => "",
                }
            }

            pub(super) fn expected(name: &str) -> Option<&'static str> {
                match name {
                    $($($name => Some($expected),)?)*
                    _ => None,
                }
            }
        }
    };
}

mod axis;
pub mod en;
pub mod facts;
mod fitting;
#[cfg(feature = "program")]
pub mod marks;
pub mod numbers;
mod speaking;
#[cfg(feature = "zh")]
pub mod zh;

pub use crate::trade::Language;
pub use fitting::LONGEST;

/// The current language. A module of the page has only one.
#[cfg(not(any(feature = "program", feature = "zh")))]
pub use en as say;
#[cfg(all(not(feature = "program"), feature = "zh"))]
pub use zh as say;

/// The current language. The program has all languages: the build makes each of these functions from the
/// English one; it calls the function of the same name in the current language, so a language that lacks it
/// does not compile.
#[cfg(feature = "program")]
#[allow(missing_docs, unused_imports, reason = "made by the build, of what is documented in `en`")]
pub mod say {
    include!(concat!(env!("OUT_DIR"), "/say.rs"));
}
