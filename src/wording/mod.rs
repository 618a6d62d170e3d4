//! What readers see in words: a folder for each language.

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

/// The language that is spoken: whoever has something to say says it by this name. A page's module
/// speaks one.
#[cfg(not(any(feature = "program", feature = "zh")))]
pub use en as say;
#[cfg(all(not(feature = "program"), feature = "zh"))]
pub use zh as say;

/// The program speaks every language. The build makes each of these functions of the English one: it
/// hands on to the function of that name in the language that is spoken, and does not compile where a
/// language lacks it.
#[cfg(feature = "program")]
#[allow(missing_docs, unused_imports, reason = "made by the build, of what is documented in `en`")]
pub mod say {
    include!(concat!(env!("OUT_DIR"), "/say.rs"));
}
