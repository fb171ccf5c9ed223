//! Doubts of one kind: many of them are told as one. Knows nothing of what is doubted.

use std::mem::discriminant;

use super::doubt::{Alike, Doubt, Doubted};
use super::limits;

/// The doubts of a document by line, where of many alike the first stands for all: those that the same rule decided, on
/// headings, numbering or kinds. A list of hundreds is read by nobody, and hides the others.
pub fn joined(doubts: Vec<Doubt>) -> Vec<Doubt> {
    let mut kinds: Vec<(Doubt, Alike)> = Vec::new();
    for doubt in doubts.iter().filter(|doubt| may_join(doubt)) {
        match kinds.iter_mut().find(|(first, _)| is_alike(first, doubt)) {
            Some((_, alike)) => (alike.count, alike.last) = (alike.count + 1, doubt.number),
            None => kinds.push((
                doubt.clone(),
                Alike {
                    count: 1,
                    last: doubt.number,
                },
            )),
        }
    }
    kinds.retain(|(_, alike)| alike.count > limits::DOUBTS_ALIKE.get());
    let mut told = vec![false; kinds.len()];
    let join = |doubt: Doubt| {
        let kind = kinds
            .iter()
            .zip(&mut told)
            .find(|((first, _), _)| may_join(&doubt) && is_alike(first, &doubt));
        let Some(((_, alike), told)) = kind else {
            return Some(doubt);
        };
        let first = !std::mem::replace(told, true);
        first.then_some(Doubt {
            alike: Some(*alike),
            ..doubt
        })
    };
    doubts.into_iter().filter_map(join).collect()
}

fn may_join(doubt: &Doubt) -> bool {
    matches!(
        doubt.what,
        Doubted::Heading(_) | Doubted::Guessed(_) | Doubted::Numbering(_) | Doubted::Kind(_)
    )
}

fn is_alike(one: &Doubt, other: &Doubt) -> bool {
    discriminant(&one.what) == discriminant(&other.what) && one.rule == other.rule
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn many_doubts_alike_are_one() {
        let numbering = |number| Doubt::at(number, Doubted::Numbering(format!("第{number}项")));
        let mut doubts: Vec<Doubt> = (3..33).map(numbering).collect();
        doubts.insert(
            1,
            Doubt::at(3, Doubted::Kind("水利".into())).by("before-plans"),
        );
        let told = joined(doubts.clone());
        assert_eq!(told.len(), 2);
        assert_eq!(
            told[0].words(Lang::Zh),
            "编号不连续：第3项 等 30 处，至第 32 行"
        );
        assert_eq!(told[1].alike, None);
        doubts.truncate(15);
        assert_eq!(joined(doubts.clone()), doubts);
    }
}
