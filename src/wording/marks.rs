//! A made-up language for tests: English with marks around every text and its parts. Text that readers
//! would see without marks bypasses the wording module.

use std::cell::Cell;

use super::facts::Asked;

thread_local! {
    static MARKING: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` with all English texts marked.
pub fn marking<T>(work: impl FnOnce() -> T) -> T {
    let before = MARKING.replace(true);
    let done = work();
    MARKING.set(before);
    done
}

/// What a function of the room returns; marked, where that was asked for.
pub(super) fn marked_if_asked<T: Said>(said: T) -> T {
    if MARKING.get() { said.marked() } else { said }
}

/// What functions of the room return.
pub(super) trait Said {
    /// The same between marks.
    fn marked(self) -> Self;
}

fn between_marks(words: &str) -> String {
    // Nothing said is nothing shown.
    if words.is_empty() { String::new() } else { format!("«{words}»") }
}

impl Said for String {
    fn marked(self) -> Self {
        between_marks(&self)
    }
}

impl Said for &'static str {
    fn marked(self) -> Self {
        between_marks(self).leak()
    }
}

/// What is no words is left as it is.
impl Said for bool {
    fn marked(self) -> Self {
        self
    }
}

impl<T: Said> Said for Option<T> {
    fn marked(self) -> Self {
        self.map(Said::marked)
    }
}

impl<T: Said> Said for Vec<T> {
    fn marked(self) -> Self {
        self.into_iter().map(Said::marked).collect()
    }
}

impl<T: Said, const COUNT: usize> Said for [T; COUNT] {
    fn marked(self) -> Self {
        self.map(Said::marked)
    }
}

impl<A: Said, B: Said> Said for (A, B) {
    fn marked(self) -> Self {
        (self.0.marked(), self.1.marked())
    }
}

impl<T: Said + Copy> Said for &'static [T] {
    fn marked(self) -> Self {
        self.iter().map(|one| one.marked()).collect::<Vec<T>>().leak()
    }
}

impl Said for Asked {
    fn marked(self) -> Self {
        Self {
            text: self.text.marked(),
            labels: self.labels.marked(),
            matters: self.matters.marked(),
        }
    }
}
