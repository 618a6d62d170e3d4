//! Collecting, as one piece of code for each type that is collected: the library's way is compiled
//! anew for every chain of iterators, a kilobyte a time, and that is a reader's download.

/// [`CollectVec::collect_vec`] is `collect` into a list.
pub trait CollectVec: Iterator + Sized {
    /// Everything that is left, in order.
    fn collect_vec(mut self) -> Vec<Self::Item> {
        take_all(&mut || self.next())
    }
}

impl<I: Iterator> CollectVec for I {}

#[inline(never)]
fn take_all<T>(next: &mut dyn FnMut() -> Option<T>) -> Vec<T> {
    let mut all = Vec::new();
    while let Some(item) = next() {
        all.push(item);
    }
    all
}

/// Adds what a list does not hold yet, in order: the sources of a second figure to those of the first.
#[inline(never)]
pub fn add_missing(all: &mut Vec<usize>, more: &[usize]) {
    for one in more {
        if !all.contains(one) {
            all.push(*one);
        }
    }
}

/// What `collect` makes into a set or a map that is kept in order, one by one: the library sorts everything first,
/// and that sort is compiled anew for each type.
pub fn in_order<T, C: Default + Extend<T>>(items: impl Iterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(items);
    all
}

#[cfg(test)]
mod tests {
    use super::{CollectVec, add_missing};

    #[test]
    fn everything_is_taken_in_order() {
        assert_eq!((1..4).map(|number| number * 2).collect_vec(), [2, 4, 6]);
        assert!(std::iter::empty::<u8>().collect_vec().is_empty());
    }

    #[test]
    fn what_is_there_is_not_added_again() {
        let mut all = vec![3, 1];
        add_missing(&mut all, &[2, 1, 2, 0]);
        assert_eq!(all, [3, 1, 2, 0]);
    }
}
