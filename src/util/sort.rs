//! Sorting, as one piece of code for all types: the library's sort is compiled anew for each type
//! and comparison, 4 kB a time, and that is a reader's download.

use std::cmp::Ordering;

/// Sorts `items` by `compare`; equals keep their order.
pub fn sort<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = sorted_indices(items, compare);
    arrange(order, &mut |one, other| items.swap(one, other));
}

/// The indices of `items` in sorted order.
pub fn sorted_indices<T>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<usize> {
    let pick = |index: usize| items.get(index);
    order_of(items.len(), &|one, other| match (pick(one), pick(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    })
}

/// Swaps items until each stands where `order` has it. What does not depend on their type is made once for all.
#[inline(never)]
fn arrange(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut at = start;
        while let Some(slot) = order.get_mut(at) {
            let next = std::mem::replace(slot, at);
            if next == start {
                break;
            }
            swap(at, next);
            at = next;
        }
    }
}

/// Sorts `items` by a key.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts `items` and removes duplicates.
pub fn sort_unique<T: Ord>(items: &mut Vec<T>) {
    sort(items, Ord::cmp);
    items.dedup();
}

#[inline(never)]
fn order_of(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    if cfg!(feature = "story") {
        merge_sort(&mut order, compare);
    } else {
        order.sort_by(|one, other| compare(*one, *other));
    }
    order
}

/// The story checker sorts little, and the library's sort would be 4 kB of its page: runs of one, two, four are
/// merged until all are one.
fn merge_sort(order: &mut Vec<usize>, compare: &dyn Fn(usize, usize) -> Ordering) {
    let count = order.len();
    let mut length = 1;
    while length < count {
        let mut merged = Vec::with_capacity(count);
        for run in order.chunks(length * 2) {
            let (one, other) = run.split_at(length.min(run.len()));
            let (mut one, mut other) = (one.iter(), other.iter());
            while let (Some(first), Some(second)) =
                (one.as_slice().first(), other.as_slice().first())
            {
                let later = compare(*first, *second) == Ordering::Greater;
                merged.extend(if later { other.next() } else { one.next() });
            }
            merged.extend(one);
            merged.extend(other);
        }
        *order = merged;
        length *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        sort(&mut items, |one, other| other.cmp(one));
        assert_eq!(items.first(), Some(&(2, 'c')));
        sort_by_key(&mut Vec::<u8>::new(), |item| *item);
    }

    #[test]
    fn both_sorts_sort_alike() {
        for count in 0..40_usize {
            let key = |index: usize| index * 31 % 7;
            let compare = |one: usize, other: usize| key(one).cmp(&key(other));
            let mut sorted: Vec<usize> = (0..count).collect();
            let mut merged = sorted.clone();
            sorted.sort_by(|one, other| compare(*one, *other));
            merge_sort(&mut merged, &compare);
            assert_eq!(merged, sorted);
        }
    }
}
