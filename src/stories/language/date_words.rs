//! Days and months as the languages tell of them.

use crate::stories::sentence_reader::{Found, Reader};

/// What a language that stories are read in may bring of its own: days and months that are not told by names and
/// orders that another language has. Those are read in every story.
pub trait Calendar {
    /// How many items the day takes that begins at `at`.
    fn day(_reader: &Reader<'_>, _at: usize) -> Option<usize> {
        None
    }

    /// The months that begin at `at`.
    fn months(_reader: &Reader<'_>, _at: usize) -> Option<Found> {
        None
    }
}

macro_rules! calendars {
    ($($(#[$only:meta])* $language:ty),+ $(,)?) => {
        /// How many items the day takes that begins at `at`.
        pub fn day(reader: &Reader<'_>, at: usize) -> Option<usize> {
            $($(#[$only])* if let Some(taken) = <$language>::day(reader, at) {
                return Some(taken);
            })+
            None
        }

        /// The months that begin at `at`.
        pub fn months(reader: &Reader<'_>, at: usize) -> Option<Found> {
            $($(#[$only])* if let Some(found) = <$language>::months(reader, at) {
                return Some(found);
            })+
            None
        }
    };
}

each_language!(calendars);
