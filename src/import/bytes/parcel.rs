//! The bytes that one module passes to another, because they share no memory.

/// Bytes that are written.
#[derive(Debug, Default)]
pub struct Packing(pub Vec<u8>);

/// Bytes that are left to be read; what is not there reads as nothing.
#[derive(Clone, Copy, Debug)]
pub struct Parcel<'a>(pub &'a [u8]);

impl Packing {
    /// A number: small ones take few bytes.
    pub fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A number with a sign.
    pub fn signed(&mut self, number: i64) {
        self.number((number << 1 ^ number >> 63) as u64);
    }

    /// Bytes, with how many there are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }
}

impl<'a> Parcel<'a> {
    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    /// As [`Packing::number`] wrote it.
    pub fn number(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0u64, 0);
        loop {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    }

    /// The same, of another size.
    pub fn sized<T: TryFrom<u64>>(&mut self) -> Option<T> {
        T::try_from(self.number()?).ok()
    }

    /// As [`Packing::signed`] wrote it.
    pub fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    /// As [`Packing::bytes`] wrote them.
    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.sized()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    /// The same as text.
    pub fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out() {
        let mut packing = Packing::default();
        let numbers = [0, 1, -1, 63, -64, 1 << 40, i64::MAX, i64::MIN];
        numbers.iter().for_each(|number| packing.signed(*number));
        packing.bytes("稀土".as_bytes());
        let mut parcel = Parcel(&packing.0);
        assert!(numbers.iter().all(|number| parcel.signed() == Some(*number)));
        assert_eq!((parcel.text(), parcel.number()), (Some("稀土"), None));
    }
}
