//! `partners.csv`: partners, their other names, and the members of groups.

use super::RowError;
use super::cell_types::some;
use super::row::{Row, Table};
use crate::trade::{Member, Partner, PartnerRecord, Words};
use crate::wording::say::import::dataset as expected;

const COLUMNS: [&str; 8] =
    ["code", "name_en", "?article", "name_*", "aliases_*", "adjective_*", "beside_*", "?members"];

/// The rows of `partners.csv`; a row that cannot be read is left out and added to `errors`.
pub(super) fn read_partners(text: &str, errors: &mut Vec<RowError>) -> Vec<PartnerRecord> {
    let mut partners: Vec<PartnerRecord> = Vec::new();
    let table = Table { file: "partners.csv", text, columns: &COLUMNS };
    let mut codes: Vec<String> = Vec::new();
    // Members may come later in the file than their groups.
    table.read(&mut Vec::new(), &mut |row| codes.push(row.cell("code").to_owned()));
    let (mut aliases, mut lines) = (Vec::new(), Vec::new());
    table.read(errors, &mut |mut row| {
        lines.push(row.line);
        row.parsed("code", expected::partner_code(), |code| {
            let known = partners.iter().any(|partner| partner.code == code);
            (Partner::parse(code).is_some() && !known).then_some(())
        });
        row.parsed("name_en", expected::name(), some);
        row.parsed("article", expected::article(), |text| matches!(text, "" | "the").then_some(()));
        let code = row.cell("code").to_owned();
        let members = row.parsed("members", expected::members(), |text| {
            let member = |text: &str| {
                let known = |member: &Member| member.code != code && codes.contains(&member.code);
                Member::parse(text).filter(known)
            };
            text.split('|').filter(|_| !text.is_empty()).map(member).collect::<Option<Vec<_>>>()
        });
        let names = row.words("name_");
        let other = row.words("aliases_");
        check_aliases(&mut row, "name_", &names, &mut aliases);
        check_aliases(&mut row, "aliases_", &other, &mut aliases);
        let (name, article) = (row.cell("name_en"), row.cell("article"));
        partners.push(PartnerRecord {
            within: format!("{article} {name}").trim().to_owned(),
            names,
            aliases: other,
            adjectives: row.words("adjective_"),
            beside: row.words("beside_"),
            members: members.unwrap_or_default(),
            code,
        });
    });
    check_circles(table, &partners, &lines, errors);
    partners
}

/// A word that means two things of one file would be read as either.
pub(super) fn check_aliases(
    row: &mut Row<'_>,
    stem: &str,
    words: &Words,
    known: &mut Vec<(String, String)>,
) {
    // The first page's module and the story page's read what the build has checked or made of it.
    if cfg!(all(any(feature = "page", feature = "story"), not(feature = "whole"))) {
        return;
    }
    for (language, list) in words.all() {
        for word in list.split('|') {
            let entry = (language.to_owned(), word.trim().to_lowercase());
            if entry.1.is_empty() || known.contains(&entry) {
                let column = format!("{stem}{language}");
                row.refuse(&column, expected::unique_names());
            }
            known.push(entry);
        }
    }
}

/// A group that holds itself, by way of others, would be looked through for ever.
fn check_circles(
    table: Table<'_>,
    partners: &[PartnerRecord],
    lines: &[u64],
    errors: &mut Vec<RowError>,
) {
    for (partner, line) in partners.iter().zip(lines) {
        let mut found = vec![partner];
        let mut at = 0;
        while let Some(group) = found.get(at).copied() {
            at += 1;
            for member in &group.members {
                if member.code == partner.code {
                    let expected = expected::no_super_group();
                    errors.push(table.error(*line, "members", &group.code, expected));
                    return;
                }
                let record = partners.iter().find(|other| other.code == member.code);
                found
                    .extend(record.filter(|other| !found.iter().any(|one| one.code == other.code)));
            }
        }
    }
}
