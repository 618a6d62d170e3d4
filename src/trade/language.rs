//! The languages that words are shown in.

#[cfg(feature = "program")]
use std::cell::Cell;

/// A language that readers are shown words in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Simplified Chinese.
    Chinese,
}

#[cfg(feature = "program")]
thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::English) };
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// The word used in addresses, options and the names of columns: `en`, `zh`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// The value of `lang` in HTML.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
        }
    }

    /// The separator between remarks on a figure.
    pub const fn between_remarks(self) -> &'static str {
        match self {
            Self::English => "; ",
            Self::Chinese => "；",
        }
    }

    /// What it calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "中文",
        }
    }

    /// The page in this language, as linked from the same folder: the English one is the folder itself.
    pub const fn page(self) -> &'static str {
        match self {
            Self::English => "",
            Self::Chinese => "index.zh.html",
        }
    }

    /// What stands between words.
    pub const fn blank(self) -> &'static str {
        if self.has_blanks() { " " } else { "" }
    }

    /// Whether lines can break at blanks between words.
    pub const fn has_blanks(self) -> bool {
        match self {
            Self::English => true,
            Self::Chinese => false,
        }
    }

    /// The language whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == text)
    }

    /// The current language. The program chooses it; each module of the page is built for one.
    #[cfg(feature = "program")]
    pub fn spoken() -> Self {
        SPOKEN.get()
    }

    /// The current language. The program chooses it; each module of the page is built for one.
    #[cfg(not(feature = "program"))]
    pub const fn spoken() -> Self {
        if cfg!(feature = "zh") { Self::Chinese } else { Self::English }
    }

    /// Runs `work` with this language on this thread, then restores the one before.
    #[cfg(feature = "program")]
    pub fn speak<T>(self, work: impl FnOnce() -> T) -> T {
        /// Gives the language back, whichever way the work ends.
        struct Before(Language);
        impl Drop for Before {
            fn drop(&mut self) {
                SPOKEN.set(self.0);
            }
        }
        let _before = Before(SPOKEN.replace(self));
        work()
    }
}
