//! Gzip with several members, of which browsers unpack only the first.

use std::io::{self, Read};

use flate2::read::MultiGzDecoder;

use crate::wording::say::containers as words;

/// The bytes of all members, one after the other.
pub fn members<R: Read>(packed: R) -> impl Read + use<R> {
    Told(MultiGzDecoder::new(packed))
}

/// Says what a failure means.
struct Told<R>(R);

impl<R: Read> Read for Told<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.read(into).map_err(|_| io::Error::other(words::damaged_compression()))
    }
}
