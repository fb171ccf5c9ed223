//! Taking the picks away: the name of the file, whether one is overwritten, and what came of it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::calendar::{Date, Year};
use crate::compare::members;
use crate::export::format::Format;
use crate::export::pick::{Pick, Size};
use crate::keymap::action::Action;
use crate::keymap::mode::ScreenId;
use crate::screens::screen::Step;
use crate::store::effect::{CopyError, Effect, Lack, SaveError, Way};
use crate::store::prompt::Prompt;
use crate::store::store::Store;
use crate::width::visible;

use super::state::State;

/// The name of a file that holds picks of several series.
const USUAL: &str = "jianbao-export";

/// Characters of a proposed name, at most: well under what a file system takes.
const LONGEST: usize = 60;

/// A name that says what is in the file: the series of the picks and their years; none where there are several series.
fn file_name(picks: &[Pick], store: &Store) -> Option<String> {
    let mut series: BTreeSet<&str> = BTreeSet::new();
    let mut years: BTreeSet<Year> = BTreeSet::new();
    let mut add = |index: usize| {
        let date = store.bulletins.get(index).and_then(|b| b.date);
        years.extend(date.map(Date::year));
    };
    for pick in picks {
        match pick {
            // A row is of all years of its series.
            Pick::Row { series: name, .. } => {
                series.insert(name);
                members(&store.bulletins, name)
                    .into_iter()
                    .for_each(&mut add);
            }
            pick => {
                let index = pick.bulletin()?;
                series.insert(&store.bulletins.get(index)?.series);
                add(index);
            }
        }
    }
    let only = series.pop_first().filter(|_| series.is_empty())?;
    let years = match (years.first(), years.last()) {
        (Some(first), Some(last)) if first < last => format!("{first}-{last}"),
        (Some(only), _) => only.to_string(),
        _ => String::new(),
    };
    // What a file system of this world does not take, or what a shell would read as something else.
    let plain = |c: char| {
        let shown = visible(c.encode_utf8(&mut [0; 4])).len() == c.len_utf8();
        shown && !c.is_whitespace() && !"/\\:*?\"<>|~".contains(c)
    };
    let name = only.chars().map(|c| if plain(c) { c } else { '_' });
    let name: String = name.take(LONGEST).collect();
    (!name.is_empty() && !name.starts_with(['.', '-'])).then(|| format!("{name}{years}"))
}

/// Asks for the name of a file, in the name of a screen.
pub fn ask_for_file(asker: ScreenId, store: &mut Store) {
    let words = store.lang.words();
    if store.picks.items.is_empty() {
        return store.complain(words.no_picks(&store.keymap));
    }
    let own = file_name(&store.picks.items, store);
    let ending = store.picks.format.code();
    let name = format!("{}.{ending}", own.as_deref().unwrap_or(USUAL));
    store.prompt = Some(Prompt::new(
        (asker, words.file_name),
        &name,
        &store.typed_before,
    ));
}

/// Does what an action asks while the name of the file is typed, or while it is asked whether to overwrite one.
pub fn typed(action: &Action, state: &mut State, store: &mut Store) -> Step {
    let words = store.lang.words();
    let Some(prompt) = &mut store.prompt else {
        return Step::Pass;
    };
    if prompt.confirm.take().is_some() {
        let path = state.overwrite.take();
        let yes = matches!(action, Action::Type('y' | 'Y' | 'ｙ'));
        if let Some(path) = path.filter(|_| yes) {
            return save(path, true, store);
        }
        store.say(words.cancelled);
        return Step::Stay;
    }
    match action {
        Action::Back => {
            store.close_prompt();
            store.say(words.cancelled);
        }
        Action::Enter => {
            let name = prompt.text.trim().to_owned();
            if name.is_empty() {
                store.complain(words.no_file_name);
            } else {
                store.typed_before.remember(prompt.asker, &name);
                return save(PathBuf::from(name), false, store);
            }
        }
        action => prompt.edit(action),
    }
    Step::Stay
}

/// A file's name tells its form; one that tells none has the form chosen for the picks.
fn save(path: PathBuf, force: bool, store: &mut Store) -> Step {
    match Format::of_file(&path) {
        Ok(format) => {
            let order = Box::new(store.order(format.unwrap_or(store.picks.format)));
            Step::Do(Effect::Save { path, order, force })
        }
        Err(ending) => {
            let ending = format!(".{ending}");
            store.complain(store.lang.words().no_such_ending(ending));
            Step::Stay
        }
    }
}

/// A file was written, or not.
pub fn saved(result: &Result<PathBuf, SaveError>, state: &mut State, store: &mut Store) {
    let words = store.lang.words();
    match result {
        Ok(path) => {
            store.close_prompt();
            store.picks.were_taken();
            store.say(words.written(path.display()));
        }
        Err(SaveError::Stopped) => store.say(words.saving_stopped),
        Err(SaveError::Exists(path)) => {
            if let Some(prompt) = &mut store.prompt {
                prompt.confirm = Some(words.confirm_overwrite);
                state.overwrite = Some(path.clone());
            }
        }
        Err(SaveError::Failed(error)) => {
            let why = error.words(store.lang);
            store.complain(words.not_written(why));
        }
    }
}

/// The picks, or what the screen stood on, were copied, or not.
pub fn copied(result: &Result<(Size, Way), CopyError>, store: &mut Store) {
    let words = store.lang.words();
    let (size, way) = match result {
        Ok(copied) => copied,
        Err(error) => return store.complain(error.words(store.lang)),
    };
    // Nothing tells whether the terminal took it.
    if *way != Way::Terminal {
        store.picks.were_taken();
    }
    let mut much = size.words(0, store.lang);
    if store.picks.format != store.picks.format.to_be_read() {
        much = words.as_plain_text(much);
    }
    store.say(match way {
        Way::Program(name) => words.copied_by_program(much, name),
        Way::Tmux => words.copied_by_tmux(much),
        Way::Terminal => words.copied_by_terminal(&store.keymap, much),
        Way::File(path, Lack::TooLong) => words.copied_to_file(path.display()),
        Way::File(path, Lack::NoClipboard) => words.by_no_terminal(path.display()),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::library::built_in;
    use crate::i18n::Lang;
    use crate::width::Ambiguous;
    use crate::wrap::Rules;

    const ASKER: ScreenId = ScreenId("picks");

    fn store() -> Store {
        let (lang, rules) = (Lang::Zh, Rules::default());
        Store::new(built_in(), lang, Ambiguous::Narrow, rules, (80, 24))
    }

    #[test]
    fn the_name_of_a_file_says_what_is_in_it() {
        let mut store = store();
        let named = |picks: &[Pick], store: &Store| file_name(picks, store);
        let ours = Some("工信部信息通信管理局2021-2022".to_owned());
        assert_eq!(
            named(&[Pick::Section(0, 1), Pick::Bulletin(1)], &store),
            ours
        );
        assert_eq!(named(&[Pick::Bulletin(0), Pick::Bulletin(4)], &store), None);
        for (series, name) in [
            ("a/b\u{202e}:\n", Some("a_b___")),
            ("..", None),
            ("-f", None),
        ] {
            store.bulletins[0].series = series.into();
            store.bulletins[0].date = None;
            let found = named(&[Pick::Bulletin(0)], &store);
            assert_eq!(found.as_deref(), name, "{series:?}");
        }
    }

    #[test]
    fn nothing_is_asked_while_nothing_is_picked() {
        let mut store = store();
        ask_for_file(ASKER, &mut store);
        assert!(store.prompt.is_none());
        assert!(store.notice.is_some_and(|notice| notice.bad));
    }

    #[test]
    fn a_file_is_overwritten_only_where_the_user_says_so() {
        let (mut store, mut state) = (store(), State::default());
        store.picks.items.push(Pick::Section(0, 1));
        ask_for_file(ASKER, &mut store);
        let force = |step: &Step| match step {
            Step::Do(Effect::Save { path, force, .. }) => Some((path.clone(), *force)),
            _ => None,
        };
        let name = PathBuf::from("工信部信息通信管理局2021.txt");
        let step = typed(&Action::Enter, &mut state, &mut store);
        assert_eq!(force(&step), Some((name.clone(), false)));
        let exists = Err(SaveError::Exists(name.clone()));
        saved(&exists, &mut state, &mut store);
        let step = typed(&Action::Type('n'), &mut state, &mut store);
        assert!(matches!(step, Step::Stay));
        // The line is open again, as it was.
        let prompt = store.prompt.as_ref().unwrap();
        assert_eq!(prompt.text, "工信部信息通信管理局2021.txt");
        assert_eq!(prompt.confirm, None);
        saved(&exists, &mut state, &mut store);
        let step = typed(&Action::Type('y'), &mut state, &mut store);
        assert_eq!(force(&step), Some((name.clone(), true)));
        saved(&Ok(name), &mut state, &mut store);
        assert!(store.prompt.is_none() && !store.picks.would_be_lost());
    }
}
