//! A file while it is read: what kind it is, where its table begins, and what there is to ask.

use super::super::ASKS;
use super::super::asking::{Asking, MOST, Question, Said, is_open_trade, most};
use super::super::layouts::{Layout, Role, TRADE_MAP, is_trade_map, known};
use super::super::refusal::{Refusal, Table};
use super::country_columns::{
    beyond, census, coded_lands, codes_beside, countries, goods_of_column, is_country, land,
    mainlands, numbered,
};
use super::kept_rows::{PREVIEWED, WIDEST};
use super::{Body, HEAD, Kept, MOST_TABLES, Open, TABLE, are_paid, coded_all, goods_question};
use crate::import::bytes::head::{after_hint, foreign};
use crate::import::bytes::records::{Record, Splitter};
use crate::import::cells::cell_numbers::{either, is_number};
use crate::import::cells::countries::{CountryNames, List};
use crate::import::cells::dates::bare_year;
use crate::import::cells::titles::{Titles, of_name, period_in, titles};
use crate::import::cells::vocabulary::{
    OF_TRADE, Way, factor_in, flow_in, folded, holds, is_running, is_unit, money_in, small, tonnes,
};
use crate::import::cells::{cell_numbers, dates, vocabulary};
use crate::import::columns::column_names::is_value;
use crate::import::columns::file_kind::{Kind, names};
use crate::import::columns::first_rows::{Sample, is_total, sampled};
use crate::import::columns::mapping::{
    fixed_words, is_likely, is_of_another, is_undated, is_yearless, mapped, suggested,
};
use crate::import::columns::trade_row::{Memory, row};
use crate::import::columns::versions::conflicts;
use crate::import::columns::wide::{titled, wide};
use crate::import::columns::{balances, json, preview, stacked};
use crate::import::questions::supposed::{quantity_beside, year_apart};
use crate::import::questions::{settle, whole_file};
use crate::trade::{Flow, Period};
use crate::wording::say::import::questions as asked;
use crate::wording::say::import::{layouts, noticed, refusals, rows};
use std::borrow::Cow;

impl Open {
    /// Whether what the file does not say is asked.
    pub const fn asks(&self) -> bool {
        ASKS && !self.known_only
    }

    /// Finds out what the file is and reads what is there of it.
    pub fn start(&mut self, names: &CountryNames, whole: bool) -> Result<(), Refusal> {
        let mut head = std::mem::take(&mut self.head);
        let plain_text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
        let json = json::is_json(plain_text);
        let asks = self.asks();
        // Whoever says something of a file may have to hear that it does not fit.
        if !asks && (json || self.mapping.is_some() || !self.answers.is_empty()) {
            return Err(Refusal::NeedsAsking);
        }
        let mut which = None;
        if asks && json {
            let tables = json::tables(plain_text, &|name| is_country(name, names))
                .map_err(Refusal::Foreign)?;
            let (chosen, question) = self.chosen(tables, names)?;
            (head, which) = (chosen.into_bytes(), question);
        }
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
        let (text, line) = after_hint(text);
        self.bulk = is_bulk(text);
        let text = &*commas(text, self.bulk);
        if asks && let Some(reason) = foreign(text) {
            return Err(Refusal::Foreign(reason));
        }
        // Tables below one another are joined where all of them are seen.
        let seen = whole && text.len() <= HEAD;
        if !asks && seen && stacked::may_join(text) {
            return Err(Refusal::NeedsAsking);
        }
        let blocks = if asks && seen { stacked::joined(text, names) } else { None };
        let text = match &blocks {
            Some(joined) => &joined.csv,
            None => text,
        };
        self.told.extend(blocks.iter().flat_map(|joined| joined.notes.clone()));
        // What is looked at of a file that is held whole is no more than of others.
        let cut = text.get(..HEAD).filter(|_| json);
        let words = self.mapping.as_deref().map(fixed_words).unwrap_or_default();
        let header = Said { answers: &self.answers, words: &words }.get("header");
        let whole = whole && cut.is_none();
        if !asks {
            let sample = Sample { whole, ..sampled(text, whole, false, true)? };
            let kind = self.kind(&sample, &Titles::default(), names)?;
            return self.go_on((kind, sample), (text, line), names);
        }
        let found = sampled(cut.unwrap_or(text), whole, header == Some("names"), false);
        let mut sample = match (found, &which) {
            (Err(_), Some(question)) => {
                let questions = vec![question.clone()];
                return Err(Refusal::Unmapped(Box::new(Table { questions, ..Table::default() })));
            }
            (found, _) => found?,
        };
        sample.lands = coded_lands(&sample)
            .unwrap_or_else(|| sample.header.iter().map(|name| land(name, names)).collect());
        if let Some(answer) = header.filter(|own| !["names", "none", "likely"].contains(own)) {
            let expected = asked::one_of(&["names", "none"]);
            return Err(Refusal::Unmapped(Box::new(Table {
                problem: asked::wrong("header", answer, &expected),
                questions: vec![header_question(&sample)],
                rows: sample.rows,
                ..Table::default()
            })));
        }
        sample.bare &= header.is_none();
        // What was said of another table of the same book is no answer here.
        if self.confirm && self.mapping.as_deref().is_some_and(|own| is_of_another(own, &sample)) {
            self.mapping = None;
        }
        let said = titles(&sample.titles, names);
        sample.period = said.period;
        sample.called = of_name(&self.name, names);
        sample.flow = flow_in(&self.name);
        sample.sheet = sheet_for(&self.name);
        sample.countries = countries(&sample, names);
        sample.mainlands = mainlands(&sample, names);
        sample.beyond = beyond(&sample, names);
        sample.numbered = numbered(&sample, names);
        sample.census = census(&sample, names);
        sample.whole = whole;
        sample.file = self.name.replace(['_', '-', '.'], " ");
        // Longer numbers are those of a day and an hour at which it was saved.
        let saved = |part: &str| part.len() > 6;
        let name = Some(sample.file.clone())
            .filter(|own| !own.split(|own: char| !own.is_ascii_digit()).any(saved));
        sample.named =
            name.and_then(|own| period_in(&own)).or_else(|| year_of_name(&self.name, false));
        let open = !is_likely(&sample) && !has_year_lines(&sample);
        sample.yearless = open && is_yearless(&sample);
        if sample.yearless {
            sample.named = year_of_name(&self.name, true);
        }
        sample.undated = sample.yearless || open && is_undated(&sample);
        let kind = match which {
            Some(question) => return Err(self.beside_table(question, &sample, &said, names)),
            None => self.kind(&sample, &said, names)?,
        };
        self.go_on((kind, sample), (text, line), names)
    }

    /// Reads what is there of a file that was found to hold something, from a line on.
    fn go_on(
        &mut self,
        (kind, sample): (Kind, Sample),
        (text, line): (&[u8], u64),
        names: &CountryNames,
    ) -> Result<(), Refusal> {
        let mut notes = match &kind {
            Kind::Trade(layout) => layout.supposed.clone(),
            Kind::Names { .. } => Vec::new(),
        };
        notes.append(&mut self.told);
        if let Kind::Trade(layout) = &kind {
            let valued = layout.sets.iter().any(|set| set.value.is_some());
            if let Some(money) = layout.money.filter(|_| valued) {
                match self.kept.store.money {
                    Some(own) if own != money => {
                        return Err(Refusal::Foreign(refusals::other_currency(money, own)));
                    }
                    _ => self.kept.store.money = Some(money),
                }
            }
            self.kept.store.both_sides = layout.both_sides;
        }
        self.body = Some(Body {
            splitter: Splitter::from_line(sample.separator, line),
            rows: sample.rows.iter().take(20).cloned().collect(),
            header: sample.header,
            kind,
            merged: sample.merged.iter().map(|at| (*at, String::new())).collect(),
            grand: sample.grand,
            before: sample.before,
            over: false,
            memory: Memory::default(),
            notes,
            titles: sample.titles,
            retitled: false,
            renamed: false,
            ended: false,
            within: false,
            cut: false,
        });
        self.read(text, names);
        Ok(())
    }

    /// What is asked of the likeliest of several tables, beside which of them is meant: one screen is enough where that
    /// one is.
    fn beside_table(
        &self,
        question: Question,
        sample: &Sample,
        titles: &Titles,
        countries: &CountryNames,
    ) -> Refusal {
        let mut waiting = None;
        let mut table = match self.kind(sample, titles, countries) {
            Err(Refusal::Unmapped(table)) => *table,
            Err(_) | Ok(Kind::Names { .. }) => Table::default(),
            Ok(Kind::Trade(layout)) => {
                let said = Said { answers: &self.answers, words: &[] };
                let (questions, preview) = shown(&layout, sample, countries, Vec::new(), said);
                waiting = layout.waiting.filter(|_| questions.is_empty());
                Table { questions, preview, layout: layout.name, ..Table::default() }
            }
        };
        // Its columns are a form of its own, which would not fit another table.
        if table.questions.iter().any(|question| question.id == "columns") {
            table = Table::default();
        }
        (table.header, table.guess) = (Vec::new(), Vec::new());
        table.questions.extend(waiting);
        table.questions.insert(0, question);
        let most = most(&table.questions);
        table.questions.truncate(most);
        Refusal::Unmapped(Box::new(table))
    }

    /// The right table of those that JSON holds; the likeliest, and a question, where nobody said which it is.
    pub fn chosen(
        &mut self,
        mut tables: Vec<json::Named>,
        countries: &CountryNames,
    ) -> Result<(String, Option<Question>), Refusal> {
        let words = self.mapping.as_deref().map(fixed_words).unwrap_or_default();
        // Only what can be opened is offered, where anything can.
        let all = tables.len();
        let named = Said { answers: &self.answers, words: &words }.get(TABLE);
        // What a reader names is tried, whatever comes of it.
        let named = named.is_some_and(|own| own != "likely");
        if !named && (2..=MOST_TABLES).contains(&all) {
            let open: Vec<bool> =
                tables.iter().map(|own| self.opens(&own.csv, countries)).collect();
            let closed = tables.iter().zip(&open).filter(|(_, open)| !**open);
            let closed: Vec<String> = closed.map(|(own, _)| own.path.clone()).collect();
            if closed.len() < all && !closed.is_empty() {
                self.told.push(noticed::tables_not_read(&closed));
                tables.retain(|own| !closed.contains(&own.path));
            }
        }
        let said = Said { answers: &self.answers, words: &words };
        let reads = |own: &json::Named| {
            let head = own.csv.as_bytes();
            let sample =
                sampled(head.get(..HEAD).unwrap_or(head), head.len() <= HEAD, false, false);
            sample.is_ok_and(|sample| is_likely(&sample))
        };
        let likely = || tables.iter().position(reads).unwrap_or_default();
        let at = match said.get(TABLE) {
            _ if tables.len() == 1 => Some(0),
            Some("likely") => Some(likely()),
            Some(name) => tables.iter().position(|own| own.path == name),
            None => None,
        };
        if let Some(at) = at {
            return Ok((tables.swap_remove(at).csv, None));
        }
        let names: Vec<&str> = tables.iter().map(|own| own.path.as_str()).collect();
        let at = likely();
        let likely = names.get(at).copied().unwrap_or_default();
        let question = Question::new(TABLE, likely, &names, asked::table(&names));
        match said.get(TABLE) {
            None => Ok((tables.swap_remove(at).csv, Some(question))),
            // What was said is none of them.
            Some(_) => {
                let questions = vec![question];
                Err(Refusal::Unmapped(Box::new(Table { questions, ..Table::default() })))
            }
        }
    }

    /// Whether a table would be read, or something asked of it.
    fn opens(&self, csv: &str, names: &CountryNames) -> bool {
        let bytes = csv.as_bytes();
        let head = bytes.get(..HEAD).unwrap_or(bytes).to_vec();
        let mut open = Self { name: self.name.clone(), head, ..Self::default() };
        !matches!(open.start(names, bytes.len() <= HEAD), Err(Refusal::Foreign(_)))
    }

    pub fn kind(
        &self,
        sample: &Sample,
        titles: &Titles,
        countries: &CountryNames,
    ) -> Result<Kind, Refusal> {
        if let Some(names) = names(&sample.header) {
            return Ok(names);
        }
        let words = self.mapping.as_deref().map(fixed_words).unwrap_or_default();
        let words = coded_all(words, countries);
        let said = Said { answers: &self.answers, words: &words };
        let mut asking = Asking { known_only: self.known_only, ..Asking::new(said) };
        let table = |header: bool, guess: Vec<(&'static str, String)>, problem: String| Table {
            header: if header { sample.header.clone() } else { Vec::new() },
            rows: sample.rows.iter().take(20).cloned().collect(),
            guess,
            problem,
            ..Table::default()
        };
        if let Some(mut layout) = known(&sample.header) {
            if layout
                .place(Role::Value)
                .or(layout.place(Role::Amount))
                .or(layout.place(Role::Exports))
                .is_none()
                && asking.may_ask()
            {
                layout.sets = wide(&layout, sample)
                    .into_iter()
                    .map(|mut set| {
                        set.value = set.value.map(|(at, own)| (at, own * layout.factor));
                        set
                    })
                    .collect();
                if layout.sets.is_empty() {
                    return Err(Refusal::Foreign(refusals::no_figure_column(layouts::name(
                        layout.name,
                    ))));
                }
                let used: Vec<usize> = layout.used().collect();
                layout.versions.retain(|at| !used.contains(at));
            }
            settle(&mut layout, sample, titles, &mut asking, true);
            if !asking.asks() {
                let lacks = asking.lacks || !asking.questions.is_empty();
                return if lacks { Err(Refusal::NeedsAsking) } else { Ok(Kind::Trade(layout)) };
            }
            let name = layout.name;
            return match asking.first() {
                (questions, None) if questions.is_empty() && !self.shows => Ok(Kind::Trade(layout)),
                (questions, problem) => {
                    let (questions, preview) = shown(&layout, sample, countries, questions, said);
                    if self.is_nothing(&questions, problem.as_ref(), &preview) {
                        return Ok(Kind::Trade(layout));
                    }
                    Err(Refusal::Unmapped(Box::new(Table {
                        questions,
                        layout: name,
                        preview,
                        ..table(false, Vec::new(), problem.unwrap_or_default())
                    })))
                }
            };
        }
        if !asking.asks() {
            return Err(Refusal::NeedsAsking);
        }
        if sample.rows.is_empty() {
            let cells = sample.header.len();
            let rows = || sample.broken.clone().unwrap_or_else(|| refusals::no_rows().to_owned());
            let why = if cells > WIDEST { refusals::one_line(cells) } else { rows() };
            return Err(Refusal::Foreign(why));
        }
        if sample.bare {
            // What is asked of it where no line names the columns is asked beside that.
            let plain = Sample { bare: false, ..sample.clone() };
            let mut found = match self.kind(&plain, titles, countries) {
                Err(Refusal::Unmapped(found)) => *found,
                _ => table(true, Vec::new(), String::new()),
            };
            found.problem = String::new();
            found.questions.insert(0, header_question(sample));
            let most = most(&found.questions);
            found.questions.truncate(most);
            return Err(Refusal::Unmapped(Box::new(found)));
        }
        if heads_goods(sample, countries) {
            return Err(Refusal::Foreign(refusals::countries_head_goods().to_owned()));
        }
        let guess = suggested(sample);
        let mut lines = sample.titles.iter().chain(&sample.header).map(String::as_str);
        let based = lines.find(|line| is_of_base_year(line));
        if let Some(line) = based.or_else(|| balances::indices(sample, &self.name)) {
            return Err(Refusal::Foreign(refusals::index_numbers(line.trim())));
        }
        if let Some(line) = balances::shares(sample) {
            return Err(Refusal::Foreign(refusals::no_amounts(&[line])));
        }
        if let Some((count, words)) = balances::stacked(sample) {
            return Err(Refusal::Foreign(refusals::stacked(count, words)));
        }
        let own_columns = self.mapping.as_deref().is_some_and(|text| {
            text.lines().any(|line| {
                line.split_once('\t').is_some_and(|(_, column)| !column.starts_with('='))
            })
        });
        if let Some(line) = balances::no_trade(sample, &self.name).filter(|_| !own_columns) {
            return Err(Refusal::Foreign(refusals::no_trade(line.trim())));
        }
        let guessed: String =
            guess.iter().map(|(role, column)| format!("{role}\t{column}\n")).collect();
        // An answer that is none of the guess is a mapping of its own.
        let answered = said.get("columns").filter(|own| !own_columns && *own != "likely");
        let text = match answered {
            Some(own) => own.to_owned(),
            None if own_columns => self.mapping.clone().unwrap_or_default(),
            None => guessed,
        };
        let own_columns = own_columns || answered.is_some();
        if !own_columns && !is_likely(sample) && !sample.undated {
            let reason = if has_year_lines(sample) {
                refusals::years_between_rows().to_owned()
            } else if let Some(names) = balances::no_amounts(sample) {
                refusals::no_amounts(&names)
            } else {
                refusals::no_trade_table().to_owned()
            };
            return Err(Refusal::Foreign(reason));
        }
        // Where only the time is lacking it is asked by itself.
        let undated = Sample { undated: true, ..sample.clone() };
        let lacking = !own_columns && !sample.undated && mapped(&text, sample).is_err();
        let sample = if lacking && mapped(&text, &undated).is_ok() { &undated } else { sample };
        let (mut layout, fixed) = match mapped(&text, sample) {
            Ok(found) => found,
            Err(problem) => {
                let headed = sample.lands.iter().filter(|land| !land.is_empty());
                if !own_columns && headed.count() > 1 {
                    return Err(Refusal::Foreign(refusals::country_columns().to_owned()));
                }
                if let Some(names) = balances::no_amounts(sample).filter(|_| !own_columns) {
                    return Err(Refusal::Foreign(refusals::no_amounts(&names)));
                }
                let problem = match answered {
                    Some(own) => asked::wrong("columns", own, &problem),
                    None if own_columns => problem,
                    // The likely columns may lack what a table needs; that is told before they are taken.
                    None => problem,
                };
                let questions = vec![columns_question(&guess)];
                return Err(Refusal::Unmapped(Box::new(Table {
                    questions,
                    ..table(true, guess, problem)
                })));
            }
        };
        if is_trade_map(&sample.header) {
            layout.name = TRADE_MAP;
        }
        // Of several mappings, the words of the one that fits.
        let fixed = if own_columns { coded_all(fixed, countries) } else { words.clone() };
        asking = Asking::new(Said { answers: &self.answers, words: &fixed });
        if !own_columns && said.get("columns").is_none() {
            let rivals = doubts(&guess, sample, &layout);
            let paid = rivals.as_ref().is_some_and(|own| are_paid(&layout, sample, own));
            if self.confirm {
                asking.questions.push(columns_question(&guess));
            }
            match rivals {
                // Which of two currencies is meant no form of columns asks.
                Some(rivals) if paid => value_column(&mut layout, sample, &rivals, &mut asking),
                _ if self.confirm => {}
                Some(rivals) if rivals.is_empty() => {}
                Some(rivals) if are_alike(&layout, sample, &rivals) => {
                    value_column(&mut layout, sample, &rivals, &mut asking);
                }
                _ => asking.questions.push(columns_question(&guess)),
            }
        } else if let Some(own) = asking.said.get("value-column").filter(|own| *own != "likely")
            && let Some(at) = sample.header.iter().position(|name| name == own)
        {
            value_column(&mut layout, sample, &[at], &mut asking);
        }
        layout.chosen = own_columns;
        if let Some(words) = balances::no_measures(&layout, sample) {
            return Err(Refusal::Foreign(refusals::no_amounts(&words)));
        }
        if sample.numbered {
            layout.list = List::Un;
        }
        settle(&mut layout, sample, titles, &mut asking, false);
        layout.asked = true;
        layout.beside = codes_beside(&layout, sample, countries);
        layout.supposed.extend(layout.beside.map(|at| noticed::partners_by_code(sample.name(at))));
        layout.supposed.extend(goods_of_column(&layout, sample).map(noticed::goods_of_column));
        let refused = balances::refused(&layout, sample, asking.said);
        if let Some(reason) = refused
            .or_else(|| balances::several_moneys(&layout, sample))
            .or_else(|| balances::far_years(&layout, sample))
        {
            return Err(Refusal::Foreign(reason));
        }
        let (questions, problem) = asking.first();
        // Nothing is to be asked of what is not used.
        let priced = |row: &Vec<String>| {
            layout.priced.iter().any(|(at, word)| row.get(*at).is_some_and(|cell| cell == word))
        };
        if !self.shows && sample.whole && sample.rows.iter().all(priced) {
            return Ok(Kind::Trade(layout));
        }
        if !self.shows && questions.is_empty() && problem.is_none() {
            return Ok(Kind::Trade(layout));
        }
        let said = Said { answers: &self.answers, words: &fixed };
        let (questions, preview) = shown(&layout, sample, countries, questions, said);
        if self.is_nothing(&questions, problem.as_ref(), &preview) {
            return Ok(Kind::Trade(layout));
        }
        Err(Refusal::Unmapped(Box::new(Table {
            questions,
            layout: layout.name,
            preview,
            ..table(true, guess, problem.unwrap_or_default())
        })))
    }

    /// Whether a table that is only shown has nothing to show: why is known once it is read.
    fn is_nothing(
        &self,
        questions: &[Question],
        problem: Option<&String>,
        shown: &[String],
    ) -> bool {
        self.shows && questions.is_empty() && problem.is_none() && shown.is_empty()
    }

    /// Reads what is held of the last line, where it does not end.
    pub fn finish(&mut self, names: &CountryNames) {
        let Some(body) = self.body.as_mut().filter(|body| !body.over) else { return };
        let kept = &mut self.kept;
        let mut splitter = std::mem::replace(&mut body.splitter, Splitter::new(b','));
        let ended = splitter.end(&mut |record| {
            // A line that does not end may be cut anywhere, but not where it has all its columns.
            if record.len() < body.header.len() && body.before == 0 && record.len() > 1 {
                kept.add_row_error(record.line, "", &[], rows::whole_line());
            } else {
                kept.record(body, &record, names);
            }
        });
        kept.stop(ended);
        body.splitter = splitter;
    }

    pub fn pass(&mut self, bytes: &[u8], names: &CountryNames) {
        self.read(&commas(bytes, self.bulk), names);
    }

    pub fn read(&mut self, bytes: &[u8], names: &CountryNames) {
        let Some(body) = self.body.as_mut().filter(|body| !body.over) else { return };
        let mut splitter = std::mem::replace(&mut body.splitter, Splitter::new(b','));
        let kept = &mut self.kept;
        let passed = splitter.feed(bytes, &mut |record| kept.record(body, &record, names));
        body.over = passed.is_err();
        kept.stop(passed);
        body.splitter = splitter;
    }
}

/// The year that a file's name has, by itself or, where `days` may tell it, at the end of one:
/// `trade_31-12-16.csv`.
fn year_of_name(file: &str, days: bool) -> Option<Period> {
    let numbers: Vec<&str> =
        file.split(|own: char| !own.is_ascii_digit()).filter(|own| !own.is_empty()).collect();
    let whole = |own: &&str| own.len() == 4 && (own.starts_with("19") || own.starts_with("20"));
    let mut short = numbers.windows(3).filter(|own| days && own.iter().all(|part| part.len() == 2));
    let short = short.next().and_then(|own| own.last()).map(|own| format!("20{own}"));
    let year = numbers.iter().find(|own| whole(own)).map(|own| (*own).to_owned()).or(short)?;
    dates::year_and_month(&year, None)
}

/// The direction that a sheet is named for, and its name, in `book.xlsx, Imports`.
fn sheet_for(name: &str) -> Option<(Flow, String)> {
    let (_, sheet) = name.rsplit_once(", ")?;
    Some((direction(sheet)?, sheet.to_owned()))
}

/// The direction that the name of a sheet says. Programs call `Export` what they write, and `Import` what is to be
/// read, whatever it holds.
pub fn direction(sheet: &str) -> Option<Flow> {
    // One that fills all that a sheet's name may hold is the file's own name, cut.
    if sheet.chars().count() > 30 {
        return None;
    }
    let plain = sheet.trim().to_lowercase();
    let programs = plain
        .split(|own: char| !own.is_alphabetic())
        .all(|word| matches!(word, "" | "export" | "import" | "data" | "sheet" | "query"));
    match flow_in(sheet) {
        Some(Way::Flow(flow)) if !programs => Some(flow),
        _ => None,
    }
}

/// Whether countries and goods alternate in one column: each country once, and below it the same goods
/// as below others. A country is told by its name, or by the unit that its row lacks.
fn heads_goods(sample: &Sample, names: &CountryNames) -> bool {
    let units = (0..sample.header.len()).find(|at| {
        let mut cells = sample.cells(*at).peekable();
        cells.peek().is_some() && cells.all(|cell| is_unit(cell) && !is_number(cell))
    });
    let by_turns = |at: usize| {
        let mut heads: Vec<&str> = Vec::new();
        let mut below: Vec<(&str, usize)> = Vec::new();
        let (mut others, mut again) = (0, 0);
        for row in sample.rows.iter().take(400) {
            let Some(cell) = row.get(at).filter(|cell| !cell.is_empty()) else { continue };
            let bare = units.and_then(|at| row.get(at)).is_some_and(|unit| unit.is_empty());
            if bare || names.code(cell).is_some() {
                if heads.contains(&cell.as_str()) {
                    return false;
                }
                heads.push(cell);
                continue;
            }
            others += 1;
            let other = |(own, head): &(&str, usize)| own == cell && *head != heads.len();
            again += usize::from(below.iter().any(other));
            below.push((cell, heads.len()));
        }
        heads.len() > 1 && again * 3 > others && again > 1
    };
    (0..sample.header.len().min(3)).any(by_turns)
}

/// Whether a line says that figures are measured by those of a year: `fixed base 2021=100`.
fn is_of_base_year(line: &str) -> bool {
    let line: String = line.chars().filter(|letter| !letter.is_whitespace()).collect();
    line.split_once("=100").is_some_and(|(year, rest)| {
        year.bytes().next_back().is_some_and(|byte| byte.is_ascii_digit())
            && !rest.starts_with(|letter: char| letter.is_ascii_digit())
    })
}

/// Whether a record has a word or two in its first columns and no figure.
pub fn is_remark(record: &Record<'_>) -> bool {
    // Most rows are told apart by this alone.
    if !record.field(2).is_empty() {
        return false;
    }
    let filled = (0..record.len()).filter(|at| !record.field(*at).trim_ascii().is_empty());
    let mut count = 0;
    for at in filled {
        count += 1;
        if at > 1 || count > 2 {
            return false;
        }
    }
    let figure = |at: usize| record.field(at).iter().any(u8::is_ascii_digit);
    count == 1 || !figure(1)
}

/// A row with what stands above in place of the blanks that merged cells leave, where it has any.
pub fn filled_in(body: &mut Body, record: &Record<'_>) -> Option<String> {
    let blank = |at: usize| record.field(at).is_empty();
    // A line of words, or a total of all, is of no group.
    let last = body.merged.last()?.0;
    let total = body.grand && is_total(&[record.text(last + 1)], 0);
    if total || blank(last + 1) {
        return None;
    }
    let mut cells: Option<Vec<String>> = None;
    for (at, above) in &mut body.merged {
        if !blank(*at) {
            *above = record.text(*at);
        } else if !above.is_empty() {
            let own =
                cells.get_or_insert_with(|| (0..record.len()).map(|at| record.text(at)).collect());
            if let Some(cell) = own.get_mut(*at) {
                cell.clone_from(above);
            }
        }
    }
    let mut text = String::new();
    crate::util::csv_cells::line(&mut text, cells?.into_iter());
    Some(text)
}

/// Whether a line between rows says what figures are in, other than those above it.
pub fn retitles(text: &str, body: &Body) -> bool {
    let weighed = || titled(&[text.to_owned()]).is_some();
    let says = factor_in(text).is_some()
        || money_in(text).is_some()
        || tonnes(text).is_some()
        || weighed();
    let said = |line: &String| line.contains(text.trim());
    says && !body.titles.iter().chain(&body.header).any(said)
}

/// Whether a line between rows says a direction, and no line above them says the same.
pub fn renames(text: &str, body: &Body) -> bool {
    flow_in(text).is_some() && !body.titles.iter().any(|line| line.contains(text.trim()))
}

/// Whether a record names columns: most of what it has stands in the header, too.
pub fn is_heading(record: &Record<'_>, header: &[String]) -> bool {
    let cells = (0..record.len()).map(|at| record.text(at)).filter(|cell| !cell.is_empty());
    let (mut named, mut all) = (0, 0);
    for cell in cells {
        all += 1;
        named += usize::from(header.contains(&cell));
    }
    all > 1 && named * 5 >= all * 3
}

/// Whether a record is the header once more, with which the table goes on.
pub fn repeats(record: &Record<'_>, header: &[String]) -> bool {
    header.iter().enumerate().all(|(at, name)| record.text(at) == *name)
}

/// Whether a file is made as Eurostat's bulk download: dimensions and commas between them in the first
/// cell, a tab before each time.
fn is_bulk(text: &[u8]) -> bool {
    let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let cell = line.split(|byte| *byte == b'\t').next().unwrap_or_default();
    cell.len() < line.len() && cell.contains(&b',') && cell.contains(&b'\\')
}

/// The same bytes with commas alone.
pub fn commas(bytes: &[u8], bulk: bool) -> Cow<'_, [u8]> {
    if !bulk {
        return Cow::Borrowed(bytes);
    }
    Cow::Owned(bytes.iter().map(|byte| if *byte == b'\t' { b',' } else { *byte }).collect())
}

/// Whether years stand in lines of their own, each above the rows that are of it.
fn has_year_lines(sample: &Sample) -> bool {
    let year = |cell: &&str| cell.len() == 4 && bare_year(cell).is_some_and(|own| own > 1900);
    let first = sample.rows.iter().filter_map(|row| row.first()).map(String::as_str);
    let lines = first.clone().chain(sample.notes.iter().map(String::as_str)).filter(year);
    let mut years: Vec<&str> = lines.collect();
    let count = years.len();
    years.dedup();
    years.len() == count && count > 1 && first.filter(|cell| !year(cell)).count() > count
}

/// Asks whether the first line names the columns.
fn header_question(sample: &Sample) -> Question {
    let first = sample.rows.first().map(|row| row.join(" · ")).unwrap_or_default();
    Question::new("header", "none", &["none", "names"], asked::header(&first))
}

/// Asks which column holds what, with a guess.
fn columns_question(guess: &[(&'static str, String)]) -> Question {
    let likely: String = guess.iter().map(|(role, column)| format!("{role}\t{column}\n")).collect();
    Question::new("columns", likely.trim_end(), &[], asked::columns())
}

/// The columns that could hold the values as well as the one found, where names and cells leave no other doubt
/// which column holds what.
fn doubts(
    guess: &[(&'static str, String)],
    sample: &Sample,
    layout: &Layout,
) -> Option<Vec<usize>> {
    let has = |role: &str| guess.iter().any(|(own, _)| *own == role);
    const FIGURES: [&str; 6] =
        ["value", "quantity", "exports", "imports", "exports-quantity", "imports-quantity"];
    let figures = FIGURES.into_iter().any(has) || !layout.sets.is_empty();
    let both = has("exports") && has("imports");
    // What a title says of the time is asked about by itself.
    let titled = sample.period.is_some() && ["partner", "product", "name"].into_iter().any(has);
    let dated = has("period")
        || has("year")
        || !layout.sets.is_empty()
        || sample.undated
        || layout.years_above
        || titled;
    // Other columns of money could be meant as well.
    let used: Vec<usize> = layout.used().collect();
    // Beside exports and imports stands what they come to, and what is of neither.
    let balance = |at: &usize| {
        let name = sample.name(*at);
        flow_in(name) == Some(Way::Part)
            || is_running(name)
            || both && (holds(&small(name), OF_TRADE) || flow_in(name).is_none())
    };
    // Others of one direction are asked about as such.
    let sided = |at: &usize| {
        let role = match flow_in(sample.name(*at)) {
            Some(Way::Flow(Flow::Export)) => "exports",
            Some(Way::Flow(_)) => "imports",
            _ => return false,
        };
        let own = guess.iter().find(|(own, _)| *own == role).map(|(_, column)| column);
        own.is_some_and(|own| money_in(own).is_some() == money_in(sample.name(*at)).is_some())
    };
    // So could those of the same name and another year, one of which is read and the others told of.
    let of_year = |at: &usize| {
        let own = year_apart(sample.name(*at)).map(|(rest, _)| rest);
        let like = |at: &usize| year_apart(sample.name(*at)).map(|(rest, _)| rest) == own;
        own.is_some() && layout.place(Role::Period).is_some() && used.iter().any(like)
    };
    let free = (0..sample.header.len())
        .filter(|at| !used.contains(at) && !balance(at) && !of_year(at) && !sided(at));
    let again = |at: usize| used.iter().any(|own| is_rescaled(sample, at, *own));
    let others = free.filter(|at| !again(*at)).filter(|at| {
        (matches!(vocabulary::what(sample.name(*at), ""), Some(vocabulary::What::Value(_)))
            || layout.place(Role::Value).is_some()
                && [*at]
                    .into_iter()
                    .chain(layout.place(Role::Value))
                    .all(|at| is_trade(sample.name(at))))
            && sample.cells(*at).next().is_some_and(|cell| {
                cell_numbers::number(cell.as_bytes(), cell_numbers::Marks::Point).is_some()
            })
    });
    // One column of figures is no choice.
    let figures_of = |at: &usize| {
        let mut cells = sample.cells(*at).peekable();
        cells.peek().is_some() && cells.all(is_number)
    };
    let rivals = (0..sample.header.len()).filter(|at| !used.contains(at)).any(|at| figures_of(&at));
    let unnamed =
        rivals && guess.iter().any(|(role, column)| *role == "value" && !is_value(column));
    // Where no column has a name, which figures are paid and which are weighed is a guess.
    let lettered = (0..sample.header.len()).all(|at| sample.is_lettered(at));
    let unnamed = unnamed || lettered && has("value") && has("quantity");
    (figures && dated && !unnamed).then(|| others.collect())
}

/// Whether a column is called after the flow of trade: `trade_flow_un`.
fn is_trade(name: &str) -> bool {
    folded(name).replace(' ', "").contains("tradeflow")
}

/// Whether the found column of values and these others count in one money, as far as their headings say.
pub fn are_alike(layout: &Layout, sample: &Sample, rivals: &[usize]) -> bool {
    let money = |at: usize| money_in(sample.name(at));
    let own = layout.place(Role::Value);
    // So do others in another money that are called the same but for that.
    let called = |at: usize| {
        let own = money(at).map(|own| own.code().to_lowercase())?;
        Some(small(sample.name(at)).replace(&own, ""))
    };
    own.is_some_and(|own| {
        rivals.iter().all(|at| {
            money(*at) == money(own) || called(*at).is_some_and(|word| called(own) == Some(word))
        })
    })
}

/// Which of several columns of values is meant.
fn value_column(layout: &mut Layout, sample: &Sample, rivals: &[usize], asking: &mut Asking<'_>) {
    let Some(own) = layout.place(Role::Value) else { return };
    let names: Vec<&str> =
        std::iter::once(own).chain(rivals.iter().copied()).map(|at| sample.name(at)).collect();
    let likely = sample.name(own);
    let answer = asking.choose("value-column", likely, &names, asked::value_column(&names));
    let chosen = answer.and_then(|answer| sample.header.iter().position(|own| own == answer));
    if let Some(at) = chosen.filter(|at| *at != own) {
        layout.take(Role::Value);
        layout.put(Role::Value, at);
    }
    if answer.is_some() {
        quantity_beside(layout, sample, [own, chosen.unwrap_or(own)]);
    }
}

/// Whether a column has another's figures again in thousands, millions or billions of its unit, rounded.
fn is_rescaled(sample: &Sample, own: usize, other: usize) -> bool {
    let decimals =
        |cell: &str| cell.rsplit_once(['.', ',']).map_or(0, |(_, behind)| behind.len() as i32);
    let pair = |row: &Vec<String>| {
        let (cell, other) = (row.get(own)?, row.get(other)?);
        Some((either(cell)?, either(other)?, decimals(cell)))
    };
    let pairs: Vec<(f64, f64, i32)> = sample.rows.iter().filter_map(pair).collect();
    let told = pairs.iter().filter(|(own, ..)| *own != 0.0).count();
    let scaled = |power: i32| {
        pairs.iter().all(|(own, other, decimals)| {
            (own - other / 10_f64.powi(power)).abs() <= 0.51 / 10_f64.powi(*decimals)
        })
    };
    told > 1 && own != other && [3, 6, 9].into_iter().any(scaled)
}

/// What is shown with questions: the first rows as they are read, and sums by year and direction. Of a file
/// that is seen whole, what falls on one cell is asked with the rest.
fn shown(
    layout: &Layout,
    sample: &Sample,
    names: &CountryNames,
    mut questions: Vec<Question>,
    said: Said<'_>,
) -> (Vec<Question>, Vec<String>) {
    let (kept, whole) = tried(layout, sample, names);
    if whole {
        // Goods that are told apart are no versions of a figure.
        let mut later: Vec<Question> =
            goods_question(layout, &sample.rows, said).into_iter().collect();
        if later.is_empty() {
            later = conflicts(layout, &kept.differing, kept.unexplained, said);
        }
        // One screen has room for all of them, where one asks for the direction, too, or what nothing hints at is
        // left open.
        if questions.len() + later.len() > most(&questions) {
            whole_file::join_flow(&mut questions);
        }
        if questions.len() + later.len() > most(&questions) {
            questions.retain(|own| own.id != "about" || !whole_file::is_bare(own));
        }
        let room = most(&questions).saturating_sub(questions.len());
        questions.extend(later.into_iter().take(room));
        beside(layout, &mut questions);
    }
    let first = if whole { None } else { Some(sample.rows.len().min(PREVIEWED)) };
    // Nothing is shown as trade of which it is open whether it is any.
    let preview = if is_open_trade(&questions) {
        Vec::new()
    } else {
        preview::lines(&kept.store, names, first, &questions)
    };
    (questions, preview)
}

/// Asks what waits for other questions, where there are some and room is left.
pub fn beside(layout: &Layout, questions: &mut Vec<Question>) {
    if (1..MOST).contains(&questions.len()) {
        questions.extend(layout.waiting.clone());
    }
}

/// Reads the first rows as they would be read; whether those are all there are, too.
fn tried(layout: &Layout, sample: &Sample, names: &CountryNames) -> (Kept, bool) {
    let mut kept = Kept::default();
    kept.store.money = layout.money;
    let mut memory = Memory::default();
    let mut text = String::new();
    let all = if sample.whole { sample.rows.len() } else { PREVIEWED };
    for (at, cells) in sample.rows.iter().take(all).enumerate() {
        for (_, year) in sample.years.iter().filter(|(own, _)| *own == at && layout.years_above) {
            crate::util::csv_cells::line(&mut text, [year.to_string()].into_iter());
        }
        crate::util::csv_cells::line(&mut text, cells.iter().cloned());
    }
    let mut splitter = Splitter::from_line(b',', sample.before as u64 + 1);
    let mut keep = |record: Record<'_>| {
        if let Ok(taken) = row(&mut kept.store, layout, &record, names, &mut memory) {
            kept.disagrees(&taken, &record, sample.rows.first());
        }
    };
    let _ = splitter.feed(text.as_bytes(), &mut keep).and_then(|()| splitter.end(&mut keep));
    kept.store.drop_unpublished();
    (kept, sample.whole)
}
