//! How much is said where there is only so much room.

/// What is said of as many things as have room within so many characters, under the longer of two heads
/// where all of them have: at least of one.
pub fn as_many_as_fit(
    most: usize,
    [long, short]: [&str; 2],
    count: usize,
    said: impl Fn(&str, usize) -> String,
) -> String {
    let fits = |text: &String| text.chars().count() <= most;
    let all = [long, short].map(|head| said(head, count));
    let fewer = (1..count).rev().map(|count| said(short, count));
    all.into_iter().chain(fewer).find(fits).unwrap_or_else(|| said(short, 1))
}
