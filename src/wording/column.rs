//! What the columns of a ledger, and of texts side by side, are called.

use crate::calendar::Year;
use crate::i18n::Lang;
use crate::model::{Bulletin, Role};
use crate::parallel::Column;

/// What a column of a ledger is called: 2021目标, 2021 target.
pub fn of_ledger(year: Year, role: Role, lang: Lang) -> String {
    match role {
        Role::Target => lang.words().column_target(year),
        Role::Result => lang.words().column_result(year),
        Role::Base | Role::Standing | Role::Untold => year.to_string(),
    }
}

/// What a bulletin's column is called: the year of its date, else its id.
pub fn year(bulletin: &Bulletin) -> String {
    let date = bulletin.date;
    date.map_or_else(|| bulletin.id.clone(), |date| date.year().to_string())
}

/// What the columns are called: their years, with the id where two are of one year.
pub fn names(columns: &[Column], bulletins: &[Bulletin]) -> Vec<String> {
    let bulletins: Vec<Option<&Bulletin>> = columns
        .iter()
        .map(|column| bulletins.get(column.shown.bulletin))
        .collect();
    let years: Vec<String> = bulletins
        .iter()
        .map(|bulletin| bulletin.map_or_else(String::new, year))
        .collect();
    let name = |(at, year): (usize, &String)| {
        let twice = years.iter().filter(|other| *other == year).count() > 1;
        match bulletins.get(at).copied().flatten().filter(|_| twice) {
            Some(bulletin) if bulletin.id != *year => format!("{year} {}", bulletin.id),
            _ => year.clone(),
        }
    };
    years.iter().enumerate().map(name).collect()
}
