//! All text that readers see, a folder for each language.

/// Words that are always the same, each a function of its name.
macro_rules! words {
    ($($name:ident: $words:literal,)*) => {
        $(#[doc = concat!("`", $words, "`.")] pub const fn $name() -> &'static str { $words })*
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
