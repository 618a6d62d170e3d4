//! A file read in stretches by several readers and joined in order. The result is that of one reader; if
//! that cannot be ensured, one reader is asked for.

use super::{Counted, Kept, Kind, MOST_ERRORS, Open, Reader, RowError};
use crate::import::bytes::parcel::{Packing, Parcel};
use crate::import::bytes::records::Splitter;
use crate::import::columns::trade_row::Memory;
use crate::import::layouts::{Joining, Layout};
use crate::import::store::Store;
use crate::wording::facts::Unused;

/// What the rows of a stretch came to.
#[derive(Debug)]
pub struct Stretch {
    kept: Kept,
    /// How many lines it has.
    lines: u64,
    /// Whether it ends where a record does.
    ends_record: bool,
    /// Whether the rest of the file is left unread.
    over: bool,
    /// Whether another table has begun.
    ended: bool,
    /// Whether its last lines bear on the rows behind them.
    bears_on_next: bool,
    /// Whether some of its rows are totals of others.
    ranked: bool,
}

/// Where the first record begins in bytes from somewhere within a file, if no quote is open there: behind the
/// first line end.
pub fn first_record(bytes: &[u8]) -> Option<usize> {
    memchr::memchr(b'\n', bytes).map(|end| end + 1)
}

impl Stretch {
    /// As bytes, for a reader in another module.
    pub fn packed(&self) -> Vec<u8> {
        let mut packing = Packing::default();
        let flags = [self.ends_record, self.over, self.ended, self.bears_on_next, self.ranked];
        for flag in flags.into_iter().chain([self.kept.hangs_on_order()]) {
            packing.0.push(u8::from(flag));
        }
        packing.number(self.lines);
        self.kept.pack(&mut packing);
        packing.0
    }

    /// What another module packed; nothing where that is not what these bytes are.
    pub fn unpacked(bytes: &[u8]) -> Option<Self> {
        let (flags, rest) = bytes.split_first_chunk::<6>()?;
        let [ends_record, over, ended, bears_on_next, ranked, hangs] = flags.map(|flag| flag == 1);
        let mut parcel = Parcel(rest);
        let lines = parcel.sized()?;
        let mut kept = Kept::unpack(&mut parcel)?;
        kept.unexplained.0 += u64::from(hangs);
        Some(Self { kept, lines, ends_record, over, ended, bears_on_next, ranked })
    }
}

impl Reader {
    /// Whether the rest of the file that was begun can be read in stretches.
    pub fn divides(&self) -> bool {
        self.open.as_ref().is_some_and(Open::divides)
    }

    /// Goes on with the rows of a stretch further down in the file that was begun: those that were read of its
    /// beginning are another reader's.
    pub fn skip(&mut self) {
        let Some(open) = self.open.as_mut() else { return };
        let Some(body) = open.body.as_mut() else { return };
        let store = open.kept.store.beside();
        open.kept = Kept { file: open.name.clone(), store, ..Kept::default() };
        body.splitter = Splitter::new(body.splitter.separator());
        body.memory = Memory::new(body.memory.is_plain());
        body.within = true;
    }

    /// What the stretch came to; `last` where the file ends with it.
    pub fn stretch(&mut self, last: bool) -> Option<Stretch> {
        let mut open = self.open.take()?;
        if last {
            open.finish(&self.names);
        }
        let Open { body, kept, .. } = open;
        let body = body?;
        Some(Stretch {
            lines: body.splitter.line() - 1,
            ends_record: last || body.splitter.is_between(),
            over: body.over,
            ended: body.ended,
            bears_on_next: body.retitled,
            ranked: body.memory.ranks(),
            kept,
        })
    }

    /// Takes over what the next stretch of the file that was begun came to. Answers with whether it comes to
    /// the same as in one reading; if not, the file has to be read from its beginning by one reader.
    pub fn join(&mut self, next: Stretch) -> bool {
        let Some(open) = self.open.as_mut() else { return false };
        let divides = open.divides();
        let Open { body: Some(body), kept, .. } = open else { return false };
        // The rest is left unread in any case.
        if body.over {
            return true;
        }
        let Kind::Trade(layout) = &body.kind else { return false };
        if !divides || body.ended || body.cut || !body.splitter.is_between() {
            return false;
        }
        if !kept.join(
            next.kept,
            body.splitter.line() - 1,
            layout,
            body.memory.ranks() || next.ranked,
        ) {
            return false;
        }
        body.splitter.pass_lines(next.lines);
        body.cut = !next.ends_record;
        (body.over, body.ended) = (next.over, next.ended);
        body.retitled = next.bears_on_next;
        true
    }
}

impl Open {
    fn divides(&self) -> bool {
        let own = |body: &super::Body| {
            // What stands far above a stretch no other reader knows.
            let own = |layout: &Layout| !layout.years_above && !layout.counts_once();
            let apart = matches!(&body.kind, Kind::Trade(layout) if own(layout));
            let apart = apart && body.merged.is_empty();
            apart && body.before == 0 && !body.retitled
        };
        self.kept.counted.read > 0 && self.body.as_ref().is_some_and(own)
    }
}

/// Why rows are not used, in the order that they are packed in.
const UNUSED: [Unused; 9] = [
    Unused::NoFigure,
    Unused::Parts,
    Unused::Groups,
    Unused::OtherMeasure,
    Unused::OtherVersion,
    Unused::PartOfTotal,
    Unused::Totals,
    Unused::Note,
    Unused::OtherPrices,
];

impl Kept {
    /// Whether rows of one cell differ: what tells them apart is found by going through them in their order. And
    /// whether it is left to a reader that asks, for which the same holds.
    pub(super) const fn hangs_on_order(&self) -> bool {
        self.left || self.differing.any() || self.unexplained.0 > 0
    }

    fn pack(&self, packing: &mut Packing) {
        self.store.pack(packing);
        let Counted { read, skipped, left_out, replaced, repeated, unweighed, zeros, gaps } =
            self.counted;
        for count in [read, skipped, left_out, replaced, repeated, unweighed, zeros, gaps] {
            packing.number(count);
        }
        packing.number(self.slips.len() as u64);
        for RowError { line, column, found, expected, .. } in &self.slips {
            packing.number(*line);
            for text in [column, found, expected] {
                packing.bytes(text.as_bytes());
            }
        }
        packing.number(self.not_used.len() as u64);
        for (why, count) in &self.not_used {
            let place = UNUSED.iter().position(|own| own == why).unwrap_or_default();
            packing.number(place as u64);
            packing.number(*count);
        }
    }

    fn unpack(parcel: &mut Parcel<'_>) -> Option<Self> {
        let mut kept = Self { store: Store::unpack(parcel)?, ..Self::default() };
        let Counted { read, skipped, left_out, replaced, repeated, unweighed, zeros, gaps } =
            &mut kept.counted;
        for count in [read, skipped, left_out, replaced, repeated, unweighed, zeros, gaps] {
            *count = parcel.sized()?;
        }
        for _ in 0..parcel.sized::<u32>()? {
            kept.slips.push(RowError {
                file: String::new(),
                line: parcel.sized()?,
                column: parcel.text()?.to_owned(),
                found: parcel.text()?.to_owned(),
                expected: parcel.text()?.to_owned(),
            });
        }
        for _ in 0..parcel.sized::<u32>()? {
            let why = UNUSED.get(parcel.sized::<usize>()?).copied()?;
            kept.not_used.push((why, parcel.sized()?));
        }
        Some(kept)
    }

    /// Takes over what the rows behind `lines` lines came to.
    fn join(&mut self, next: Self, lines: u64, layout: &Layout, ranked: bool) -> bool {
        if next.hangs_on_order() {
            return false;
        }
        let parts = layout.joining != Joining::First && layout.versions.is_empty() && !ranked;
        if !self.store.join(next.store, parts) {
            return false;
        }
        let room = MOST_ERRORS.saturating_sub(self.slips.len());
        self.slips.extend(next.slips.into_iter().take(room).map(|mut slip| {
            slip.line += lines;
            slip.file.clone_from(&self.file);
            slip
        }));
        self.counted.add(next.counted);
        for (why, count) in next.not_used {
            match self.not_used.iter_mut().find(|(own, _)| *own == why) {
                Some((_, own)) => *own += count,
                None => self.not_used.push((why, count)),
            }
        }
        true
    }
}
