//! Bytes before they mean anything: what a file begins with, the ends of its records, their fields, and
//! sums on their way from one worker to another.

pub mod ends;
pub mod head;
pub mod parcel;
pub mod records;
