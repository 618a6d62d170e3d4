//! What the sentences so far were about.

use super::period::Mention;
use super::subject::Subject;
use crate::trade::Period;

/// What a sentence may leave unsaid because those before it said it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Topic {
    pub subject: Subject,
    /// The first product that the story names: what it is about as a whole.
    pub main: Option<&'static str>,
    pub period: Option<Period>,
}

impl Topic {
    /// Moves on past a sentence that ended speaking of `last` and named these periods.
    pub fn follow(&mut self, last: Subject, mentions: &[Mention]) {
        if last.own_flow && !last.foreign {
            self.subject = Subject { partner: None, worth: false, forecast: false, ..last };
        } else if last.own_product && !last.foreign {
            self.subject.product = last.product;
            self.subject.other_goods = last.other_goods;
        }
        if last.foreign || last.other_goods {
            return;
        }
        let current = mentions.iter().filter(|mention| mention.is_current());
        if let Some(latest) = current.max_by_key(|mention| mention.period.end()) {
            self.period = Some(latest.period);
        }
    }
}
