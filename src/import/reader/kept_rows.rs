//! The rows of a table that is read: what they come to, and which could not be read.

use super::super::ASKS;
use super::super::layouts::{Layout, Role};
use super::open_file::{filled_in, is_heading, is_remark, renames, repeats, retitles};
use super::{Body, Explained, Kept, LONGEST_FOUND, MOST_ERRORS, NAMES, RowError};
use crate::import::bytes::records::{Broken, Record, Splitter, Stop, words};
use crate::import::cells::countries;
use crate::import::cells::countries::CountryNames;
use crate::import::cells::vocabulary::{System, holds, small};
use crate::import::columns::file_kind::Kind;
use crate::import::columns::first_rows::title;
use crate::import::columns::preview;
use crate::import::columns::trade_row::{Taken, row};
use crate::import::layouts::Joining;
use crate::import::store::country;
use crate::wording::facts::{Column, Unused};
use crate::wording::say::import::rows;

/// More columns than a table has whose only line is its header.
pub const WIDEST: usize = 100;

/// Of how many rows a file is shown as it would be read.
pub const PREVIEWED: usize = 200;

impl Kept {
    pub fn explained(&self, body: &Body) -> Explained {
        let mut found = Explained {
            file: self.file.clone(),
            not_used: self.not_used.clone(),
            notes: body.notes.clone(),
            factor: 1.0,
            ..Explained::default()
        };
        let layout = match &body.kind {
            Kind::Trade(layout) => layout,
            Kind::Names { .. } => {
                found.layout = NAMES.to_owned();
                return found;
            }
        };
        found.layout = layout.name.to_owned();
        let money = self.store.money.filter(|_| {
            layout.sets.iter().any(|set| set.value.is_some())
                || layout.place(Role::Amount).is_some()
        });
        found.notes.extend(preview::units(layout, money));
        // No page shows the rest.
        if !cfg!(feature = "program") {
            return found;
        }
        found.columns = preview::columns(layout);
        found.money = money.map(|money| money.code().to_owned()).unwrap_or_default();
        found.factor = layout
            .sets
            .iter()
            .find_map(|set| set.value.map(|(_, factor)| factor))
            .unwrap_or(layout.factor);
        found.unit = layout.sets.iter().find_map(|set| set.weight.and_then(|(_, tonnes)| tonnes));
        found.flow = layout.flow.map(|flow| flow.code().to_owned()).unwrap_or_default();
        found.codes = layout.system.label().to_owned();
        found.period = preview::period_rule(layout);
        found.commas =
            layout.commas.iter().filter_map(|at| body.header.get(*at).cloned()).collect();
        found
    }

    /// Tells why the rest of a file is left unread.
    pub fn stop(&mut self, passed: Result<(), Stop>) {
        let Err(Stop { line, broken }) = passed else { return };
        let expected = match broken {
            Broken::Endless => rows::line_end(),
            Broken::Wide => rows::fewer_columns(),
            Broken::Unclosed => rows::closing_quote(),
        };
        self.add_row_error(line, "", &[], expected);
    }

    pub fn add_row_error(&mut self, line: u64, column: &str, found: &[u8], expected: &str) {
        self.counted.skipped += 1;
        self.note(line, column, found, expected);
    }

    pub fn note(&mut self, line: u64, column: &str, found: &[u8], expected: &str) {
        if self.slips.len() < MOST_ERRORS {
            let found: String = words(found).chars().take(LONGEST_FOUND).collect();
            self.slips.push(RowError {
                file: self.file.clone(),
                line,
                column: Column::named(column).name().to_owned(),
                found,
                expected: expected.to_owned(),
            });
        }
    }

    pub fn left_out(&mut self, why: Unused) {
        match why {
            Unused::NoFigure => self.counted.gaps += 1,
            Unused::Note => {}
            _ => self.counted.left_out += 1,
        }
        match self.not_used.iter_mut().find(|(own, _)| *own == why) {
            Some((_, count)) => *count += 1,
            None => self.not_used.push((why, 1)),
        }
    }

    pub fn record(&mut self, body: &mut Body, record: &Record<'_>, names: &CountryNames) {
        if body.before > 0 {
            body.before -= 1;
            return;
        }
        if record.is_blank() || body.ended {
            return;
        }
        if ASKS && let Some(text) = filled_in(body, record) {
            let mut splitter = Splitter::from_line(b',', record.line);
            let mut keep = |record: Record<'_>| self.record(body, &record, names);
            let _ = splitter.feed(text.as_bytes(), &mut keep);
            return;
        }
        let remark = is_remark(record);
        if remark {
            let behind = body.within || self.counted.read > 0;
            body.retitled |= behind && retitles(&record.text(0), body);
            let text = title(&[record.text(0), record.text(1)]);
            body.renamed |= behind && renames(&text, body);
        } else if body.retitled {
            return self.end_table(body, record);
        }
        // Years may head columns, and are no figures where the names stand once more.
        let first = body.header.first().filter(|name| !name.is_empty());
        if first.is_some_and(|name| record.field(0) == name.as_bytes())
            && repeats(record, &body.header)
        {
            if body.renamed {
                return self.end_table(body, record);
            }
            return self.left_out(Unused::Note);
        }
        body.renamed &= remark;
        match &body.kind {
            Kind::Names { code, name, countries } => {
                let (code, name) = (record.field(*code), record.text(*name));
                let store = &mut self.store;
                if *countries {
                    for sides in [&mut store.partners, &mut store.reporters] {
                        let number = sides
                            .number(code, |bytes| country(bytes, "", names, countries::List::Un));
                        sides.name(number, name.clone());
                    }
                } else {
                    let number = store.products.number_of(code, System::Hs, words);
                    store.products.name(number, name);
                }
                self.counted.read += 1;
            }
            Kind::Trade(layout) => {
                let taken = match row(&mut self.store, layout, record, names, &mut body.memory) {
                    Ok(taken) => taken,
                    Err(_) if record.len() <= 1 => return self.left_out(Unused::Note),
                    Err(_) if is_heading(record, &body.header) => {
                        if !body.retitled && repeats(record, &body.header) {
                            return self.left_out(Unused::Note);
                        }
                        return self.end_table(body, record);
                    }
                    Err(_) if remark => return self.left_out(Unused::Note),
                    Err(_) if record.len() <= layout.last() => {
                        let expected = rows::columns(body.header.len(), record.len());
                        return self.add_row_error(record.line, "", &[], &expected);
                    }
                    Err(wrong) => {
                        let column = wrong.place.and_then(|place| body.header.get(place));
                        let column = column.cloned().unwrap_or_default();
                        let found =
                            wrong.place.map(|place| record.field(place)).unwrap_or_default();
                        return self.add_row_error(record.line, &column, found, wrong.expected);
                    }
                };
                if let Some(why) = taken.left_out {
                    if why == Unused::NoFigure && self.is_cut_short(record, layout, body) {
                        let expected = rows::columns(body.header.len(), record.len());
                        return self.add_row_error(record.line, "", &[], &expected);
                    }
                    return self.left_out(why);
                }
                self.disagrees(&taken, record, body.rows.first());
                if taken.kept == 0 {
                    if taken.unexplained && layout.rows_said {
                        self.left_out(Unused::OtherVersion);
                    }
                    return;
                }
                self.counted.read += 1;
                self.counted.unweighed += u64::from(taken.unweighed);
                self.counted.zeros += u64::from(taken.zeros);
                if taken.replaced > 0 {
                    self.counted.replaced += 1;
                    self.note(record.line, "", &[], rows::one_figure());
                } else if taken.repeated > 0 {
                    self.counted.repeated += 1;
                    if layout.joining != Joining::Latest {
                        self.note(record.line, "", &[], rows::one_row());
                    }
                }
                if let Some(wrong) = taken.wrong {
                    let column = wrong
                        .place
                        .and_then(|place| body.header.get(place))
                        .cloned()
                        .unwrap_or_default();
                    let found = wrong.place.map(|place| record.field(place)).unwrap_or_default();
                    self.note(record.line, &column, found, wrong.expected);
                }
            }
        }
    }

    /// Whether a row ends before its figures. Spreadsheets and pages leave out the blank cells at its end.
    fn is_cut_short(&self, record: &Record<'_>, layout: &Layout, body: &Body) -> bool {
        const BLANKS: &str = ".xls|.ods|.htm";
        let first = layout.figures().into_iter().chain(layout.place(Role::Amount)).min();
        (2..body.header.len()).contains(&record.len())
            && first.is_some_and(|first| record.len() <= first)
            && !holds(&small(&self.file), BLANKS)
    }

    /// Tells that another table begins, which is left out.
    fn end_table(&mut self, body: &mut Body, record: &Record<'_>) {
        body.ended = true;
        self.add_row_error(record.line, "", record.field(0), rows::one_table());
    }

    /// Counts figures of a row that fall on others.
    pub fn disagrees(&mut self, taken: &Taken, record: &Record<'_>, first: Option<&Vec<String>>) {
        if !taken.differing.is_empty() {
            self.differs(&taken.differing, record, first);
        }
        if taken.unexplained {
            self.unexplained.0 += 1;
            if self.unexplained.1 == 0 {
                self.unexplained.1 = record.line;
            }
        }
    }

    /// Counts a figure that falls on another and differs from it in columns that nobody mapped.
    fn differs(&mut self, columns: &[usize], record: &Record<'_>, first: Option<&Vec<String>>) {
        self.differing.count(columns);
        for at in columns {
            let first = first.and_then(|row| row.get(*at)).cloned();
            self.differing.met(*at, first.into_iter().chain([record.text(*at)]));
        }
    }
}
