//! Gzip of several members, which browsers unpack the first of.

use std::io::Read;

use flate2::read::MultiGzDecoder;

/// The bytes of all members, one after the other.
pub fn members(packed: impl Read) -> impl Read {
    MultiGzDecoder::new(packed)
}
