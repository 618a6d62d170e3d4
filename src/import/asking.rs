//! Questions about a file, and their answers.

use serde::Serialize;

use super::ASKS;
use crate::util;
use crate::wording::facts::Asked;
use crate::wording::say::import::questions as words;

/// One answer that a question can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerOption {
    /// As it is given back.
    pub value: String,
    /// In words.
    pub label: String,
}

/// Something that a file does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// What it is answered by.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// The value of the likeliest answer.
    pub likely: String,
    /// The answers there are; of money and factors, others can be given.
    pub options: Vec<AnswerOption>,
    /// What the answer changes.
    pub consequence: String,
}

impl Question {
    /// A question with the values that its answers are given back by.
    pub fn new(id: &str, likely: &str, values: &[&str], asked: Asked) -> Self {
        let options = values
            .iter()
            .zip(asked.labels)
            .map(|(value, label)| AnswerOption { value: (*value).to_owned(), label });
        Self {
            id: id.to_owned(),
            text: asked.text,
            likely: likely.to_owned(),
            options: options.collect(),
            consequence: asked.matters.to_owned(),
        }
    }
}

/// Answers and words that somebody gave, by what they answer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said<'a> {
    pub answers: &'a [(String, String)],
    /// A mapping's words that hold for every row.
    pub words: &'a [(String, String)],
}

impl<'a> Said<'a> {
    /// What was said, the answers first.
    pub fn get(&self, id: &str) -> Option<&'a str> {
        let of = |pairs: &'a [(String, String)]| {
            pairs.iter().rev().find(|(own, _)| own == id).map(|(_, value)| value.as_str())
        };
        of(self.answers).or_else(|| of(self.words)).filter(|value| !value.is_empty())
    }
}

/// Collects questions as a layout is settled.
#[derive(Debug)]
pub struct Asking<'a> {
    pub said: Said<'a>,
    pub questions: Vec<Question>,
    /// What was asked, answered or not.
    pub asked: Vec<String>,
    /// What was answered and counts, whether it was asked or not.
    pub heard: Vec<String>,
    /// An answer that is none.
    pub problem: Option<String>,
    /// Whether nothing is asked.
    pub known_only: bool,
    /// Whether something would have been asked then, or looked at that only unknown tables need.
    pub lacks: bool,
}

impl<'a> Asking<'a> {
    /// With these answers, and no question asked yet.
    pub const fn new(said: Said<'a>) -> Self {
        Self {
            said,
            questions: Vec::new(),
            asked: Vec::new(),
            heard: Vec::new(),
            problem: None,
            known_only: false,
            lacks: false,
        }
    }

    /// Whether anything is asked at all.
    pub const fn asks(&self) -> bool {
        ASKS && !self.known_only
    }

    /// The same, where something is to be asked.
    pub const fn may_ask(&mut self) -> bool {
        self.lacks |= !self.asks();
        self.asks()
    }

    /// The answer that was given; before that, the likeliest one. The values are in the order of the
    /// answers in words.
    pub fn ask(&mut self, id: &str, likely: &str, values: &[&str], asked: Asked) -> String {
        self.asked.push(id.to_owned());
        match self.said.get(id) {
            Some("likely") => likely.to_owned(),
            Some(answer) => answer.to_owned(),
            None => {
                self.questions.push(Question::new(id, likely, values, asked));
                likely.to_owned()
            }
        }
    }

    /// What was answered of this other than that the likeliest is right; it is asked for no more.
    pub fn answer(&mut self, id: &str) -> Option<&'a str> {
        let own = self.said.get(id).filter(|own| *own != "likely");
        self.heard.extend(own.map(|_| id.to_owned()));
        own
    }

    /// Asks for one of these answers; nothing where another was given, which is told.
    pub fn choose<'v>(
        &mut self,
        id: &str,
        likely: &str,
        values: &[&'v str],
        asked: Asked,
    ) -> Option<&'v str> {
        let answer = self.ask(id, likely, values, asked);
        let found = values.iter().copied().find(|own| *own == answer);
        if found.is_none() {
            self.wrong(id, &answer, &words::one_of(values));
        }
        found
    }

    /// As many questions as there may be, those that most hangs on first; others wait for the next time.
    pub fn first(mut self) -> (Vec<Question>, Option<String>) {
        util::sort_by_key(&mut self.questions, |question| weight(&question.id));
        // What decides whether there is any trade to ask about is asked alone.
        if is_open_trade(&self.questions) {
            self.questions.retain(|question| OF_TRADE.contains(&question.id.as_str()));
        }
        let most = most(&self.questions);
        self.questions.truncate(most);
        (self.questions, self.problem)
    }

    /// Tells of an answer that none of those expected is.
    pub fn wrong(&mut self, id: &str, answer: &str, expected: &str) {
        self.problem.get_or_insert_with(|| words::wrong(id, answer, expected));
    }
}

/// Everything that can be answered, by the words that its questions' ids begin with: first those that are asked
/// before others, in the order of what hangs on them.
const ANSWERED: [&str; 43] = [
    "header",
    "columns",
    "heads",
    "signed",
    "constant",
    "flows",
    "flow",
    "kinds",
    "exports-column",
    "imports-column",
    "value-column",
    "partner-column",
    "home",
    "country",
    "again",
    "which",
    "period",
    "months",
    "product",
    "partner",
    "money",
    "factor",
    "mil",
    "unit",
    "about",
    "year",
    "dates",
    "october",
    "marks",
    "brackets",
    "total",
    "subtotals",
    // In any order.
    "codes",
    "exports",
    "file",
    "imports",
    "letters",
    "overlap",
    "product-column",
    "reporter",
    "rows",
    "sheet",
    "table",
];

/// How many of them have an order.
const ORDERED: usize = 32;

/// Everything that can be answered, by name.
pub fn answered() -> Vec<&'static str> {
    let mut names = ANSWERED.to_vec();
    names.sort_unstable();
    names
}

/// Whether an answer's id is one of a question that can be asked.
pub fn is_question(id: &str) -> bool {
    let word = id.split([':', '@']).next().unwrap_or_default();
    ANSWERED.contains(&word)
}

/// The questions whether figures are trade at all.
const OF_TRADE: [&str; 2] = ["signed", "constant"];

/// Whether it is asked if figures are trade at all.
pub fn is_open_trade(questions: &[Question]) -> bool {
    let open =
        |question: &Question| OF_TRADE.contains(&question.id.as_str()) && question.likely == "no";
    questions.iter().any(open)
}

/// How many questions are asked at a time, besides that for the columns.
pub const MOST: usize = 3;

/// How many of these questions may be asked at a time.
pub fn most(questions: &[Question]) -> usize {
    MOST + questions.iter().filter(|question| question.id == "columns").count()
}

/// What hangs on a question, the most first.
fn weight(id: &str) -> usize {
    let word = id.split(':').next().unwrap_or_default();
    ANSWERED.iter().take(ORDERED).position(|own| *own == word).unwrap_or(ORDERED)
}
