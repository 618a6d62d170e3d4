//! What has been read: listed, chosen from, broken down, and made a data set.

pub mod breakdown;
pub mod choice;
pub mod figures;
pub mod listing;
pub mod tidy;
