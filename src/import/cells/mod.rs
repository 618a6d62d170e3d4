//! What a single cell says: a number, a date, a country, a unit, a flow; and the words of titles.

pub mod cell_numbers;
pub mod countries;
pub mod dates;
pub mod exact;
pub mod goods_names;
pub mod titles;
pub mod vocabulary;
