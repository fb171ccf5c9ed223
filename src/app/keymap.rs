//! Keys to actions, as a table. Help, the bottom line and the README's list are made from it.

use crate::i18n::Lang;

use super::action::Action;

/// A key as the terminal sent it; [`Key::narrowed`] takes full-width forms for their ASCII keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // keys are named after their caps
pub enum Key {
    Char(char),
    Ctrl(char),
    F(u8),
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
}

impl Key {
    /// Letters and signs in the full-width forms that input methods send act as their ASCII keys.
    #[must_use]
    pub fn narrowed(self) -> Self {
        let Self::Char(c) = self else { return self };
        let narrow = match c {
            '\u{3000}' => ' ',
            '【' | '「' => '[',
            '】' | '」' => ']',
            '、' => '/',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        };
        Self::Char(narrow)
    }

    /// Its name in help and in the bottom line.
    pub fn name(self, lang: Lang) -> String {
        match self {
            Self::Char(' ') if lang == Lang::Zh => "空格".into(),
            Self::Char(' ') => "Space".into(),
            Self::Char(c) => c.to_string(),
            Self::Ctrl(c) => format!("Ctrl-{}", c.to_ascii_uppercase()),
            Self::F(n) => format!("F{n}"),
            Self::Up => "↑".into(),
            Self::Down => "↓".into(),
            Self::Left => "←".into(),
            Self::Right => "→".into(),
            Self::PageUp => "PgUp".into(),
            Self::PageDown => "PgDn".into(),
            Self::Home => "Home".into(),
            Self::End => "End".into(),
            Self::Enter => "Enter".into(),
            Self::Esc => "Esc".into(),
            Self::Tab => "Tab".into(),
            Self::Backspace => "Backspace".into(),
            Self::Delete => "Del".into(),
        }
    }
}

/// The screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// 阅读, the keys moving the outline.
    #[default]
    Read,
    /// 阅读, the keys moving the text.
    Text,
    /// 对照.
    Compare,
    /// 依据: the sentences behind a row.
    Evidence,
    /// 并读.
    Parallel,
    /// 新提法 and 不再提.
    Terms,
    /// 检索.
    Find,
    /// 选集.
    Picks,
    /// 帮助.
    Help,
    /// An input line is open.
    Prompt,
}

impl Mode {
    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        let words = lang.words();
        match self {
            Self::Read => words.read,
            Self::Text => words.text,
            Self::Compare => words.compare,
            Self::Evidence => words.evidence,
            Self::Parallel => words.parallel,
            Self::Terms => words.terms,
            Self::Find => words.find,
            Self::Picks => words.picks,
            Self::Help => words.help,
            Self::Prompt => words.input_line,
        }
    }
}

/// A row of the table.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds; empty for every screen but the input line.
    pub modes: &'static [Mode],
    /// The keys, the one to be shown first.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// What help says of it.
    pub zh: &'static str,
    /// What help says of it.
    pub en: &'static str,
    /// A short word for the bottom line (Chinese, English), empty to leave it out there.
    pub short: (&'static str, &'static str),
}

impl Binding {
    /// What help says of it.
    pub fn words(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

use Key::{
    Backspace, Char, Ctrl, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right,
    Tab, Up,
};
use Mode::{Compare, Evidence, Find, Help, Parallel, Picks, Prompt, Read, Terms, Text};

const fn bind(
    modes: &'static [Mode],
    keys: &'static [Key],
    action: Action,
    zh: &'static str,
    en: &'static str,
    short: (&'static str, &'static str),
) -> Binding {
    Binding {
        modes,
        keys,
        action,
        zh,
        en,
        short,
    }
}

/// The keymap. The first binding of a key that holds on a screen is the one that counts.
pub static KEYMAP: &[Binding] = &[
    bind(
        &[Prompt],
        &[Enter],
        Action::Enter,
        "确定：写入文件、数这个词，或到列表",
        "done: write the file, count the word, or to the list",
        ("确定", "done"),
    ),
    bind(
        &[Prompt],
        &[Esc],
        Action::Back,
        "取消",
        "cancel",
        ("取消", "cancel"),
    ),
    bind(
        &[Prompt],
        &[Backspace],
        Action::Erase,
        "删去一字",
        "delete a character",
        ("", ""),
    ),
    bind(
        &[Prompt],
        &[Delete],
        Action::Delete,
        "删去后一字",
        "delete the character behind",
        ("", ""),
    ),
    bind(
        &[Prompt],
        &[Left],
        Action::Left,
        "光标左移",
        "caret left",
        ("", ""),
    ),
    bind(
        &[Prompt],
        &[Right],
        Action::Right,
        "光标右移",
        "caret right",
        ("", ""),
    ),
    bind(
        &[Prompt],
        &[Up],
        Action::Up,
        "以前输入的",
        "what was typed before",
        ("以前的", "before"),
    ),
    bind(
        &[Prompt],
        &[Down],
        Action::Down,
        "以后输入的；查找时到列表",
        "what was typed after; to the list when finding",
        ("", ""),
    ),
    bind(
        &[Prompt],
        &[Tab],
        Action::Switch,
        "查找时到列表",
        "to the list when finding",
        ("", ""),
    ),
    bind(
        &[Prompt],
        &[Ctrl('w')],
        Action::EraseWord,
        "删去光标前一词",
        "delete the word before the caret",
        ("", ""),
    ),
    bind(
        &[Prompt],
        &[Ctrl('u')],
        Action::EraseLine,
        "删去光标前的全部",
        "delete all before the caret",
        ("", ""),
    ),
    bind(
        &[Prompt],
        &[Home, Ctrl('a')],
        Action::Top,
        "光标到头",
        "caret to the start",
        ("", ""),
    ),
    bind(
        &[Prompt],
        &[End, Ctrl('e')],
        Action::Bottom,
        "光标到尾",
        "caret to the end",
        ("", ""),
    ),
    bind(&[], &[Up, Char('k')], Action::Up, "上移", "up", ("", "")),
    bind(
        &[],
        &[Down, Char('j')],
        Action::Down,
        "下移",
        "down",
        ("", ""),
    ),
    bind(
        &[],
        &[PageUp, Ctrl('b')],
        Action::PageUp,
        "上一页",
        "page up",
        ("", ""),
    ),
    bind(
        &[],
        &[PageDown, Ctrl('f')],
        Action::PageDown,
        "下一页",
        "page down",
        ("", ""),
    ),
    bind(
        &[],
        &[Home, Char('g')],
        Action::Top,
        "到开头",
        "to the start",
        ("", ""),
    ),
    bind(
        &[],
        &[End, Char('G')],
        Action::Bottom,
        "到末尾",
        "to the end",
        ("", ""),
    ),
    bind(
        &[Read],
        &[Right, Char('l')],
        Action::Right,
        "展开，再按进入下级",
        "unfold, then to the first child",
        ("展开", "unfold"),
    ),
    bind(
        &[Read],
        &[Left, Char('h')],
        Action::Left,
        "折叠，再按回到上级",
        "fold, then to the parent",
        ("", ""),
    ),
    bind(
        &[Read],
        &[Enter],
        Action::Enter,
        "看正文",
        "to the text",
        ("", ""),
    ),
    bind(
        &[Text],
        &[Right, Char('l')],
        Action::Right,
        "到下一节",
        "to the next section",
        ("下节", "next section"),
    ),
    bind(
        &[Text],
        &[Left, Char('h'), Enter],
        Action::Left,
        "回目录",
        "back to the outline",
        ("", ""),
    ),
    bind(
        &[Read, Text],
        &[Tab],
        Action::Switch,
        "目录与正文之间切换",
        "between outline and text",
        ("换栏", "pane"),
    ),
    bind(
        &[Read, Text],
        &[Char('[')],
        Action::YearBack,
        "上一年同题",
        "the same section a year back",
        ("上年", "year back"),
    ),
    bind(
        &[Read, Text],
        &[Char(']')],
        Action::YearOn,
        "下一年同题",
        "the same section a year on",
        ("下年", "year on"),
    ),
    bind(
        &[Compare],
        &[Enter],
        Action::Enter,
        "看依据：各年原文",
        "evidence: the source sentences",
        ("依据", "evidence"),
    ),
    bind(
        &[Compare],
        &[Left, Char('h'), Char('[')],
        Action::Left,
        "上一年",
        "a year back",
        ("上年", "year back"),
    ),
    bind(
        &[Compare],
        &[Right, Char('l'), Char(']')],
        Action::Right,
        "下一年",
        "a year on",
        ("下年", "year on"),
    ),
    bind(
        &[Compare],
        &[Tab],
        Action::Switch,
        "下一个系列",
        "the next series",
        ("系列", "series"),
    ),
    bind(
        &[Compare],
        &[Char('f'), Char('4')],
        Action::Filter,
        "筛选：全部、已完成、未完成、未见报告、不可比、计划外",
        "filter: all, kept, short, not reported, incomparable, unplanned",
        ("筛选", "filter"),
    ),
    bind(
        &[Compare],
        &[F(9), Char('s')],
        Action::Sort,
        "排序：原文、完成率从低到高、从高到低",
        "sort: as in the text, least reached first, most reached first",
        ("排序", "sort"),
    ),
    bind(
        &[Compare],
        &[Char('1'), Char('n')],
        Action::Numeric,
        "只看有数指标，再按看全部",
        "only rows with figures; again for all",
        ("", ""),
    ),
    bind(
        &[Compare],
        &[Char('2'), Char('d')],
        Action::Changed,
        "只看下年有变化的，再按看全部",
        "only rows whose next target is another one; again for all",
        ("", ""),
    ),
    bind(
        &[Compare],
        &[Char('3'), Char('t')],
        Action::Group,
        "按主题分组，再按按有无数字分组",
        "group by theme; again by figures",
        ("", ""),
    ),
    bind(
        &[Compare, Evidence],
        &[F(7), Char('y')],
        Action::Confirm,
        "确认疑似配对，再按撤回",
        "confirm a pair made by likeness; again takes it back",
        ("", ""),
    ),
    bind(
        &[Compare, Evidence],
        &[F(8), Char('x')],
        Action::Part,
        "拆开配对，再按撤回",
        "part a pair; again takes it back",
        ("", ""),
    ),
    bind(
        &[Parallel],
        &[Char('n'), F(8)],
        Action::NextChange,
        "下一处变化",
        "the next change",
        ("下一处", "next change"),
    ),
    bind(
        &[Parallel],
        &[Char('N'), F(7)],
        Action::PreviousChange,
        "上一处变化",
        "the change before",
        ("上一处", "previous"),
    ),
    bind(
        &[Parallel],
        &[Char('z'), Char('1')],
        Action::Fold,
        "折叠未变的各行，再按展开",
        "fold rows without a change; again unfolds them",
        ("折叠未变", "fold"),
    ),
    bind(
        &[Parallel],
        &[Char('t'), F(9), Char('5')],
        Action::Terms,
        "新提法和不再提的",
        "new phrases, and those no longer said",
        ("新提法", "phrases"),
    ),
    bind(
        &[Terms],
        &[Char('/'), F(7), Char('1')],
        Action::Count,
        "数一个词每年提到几次",
        "count a word by year",
        ("数词", "count"),
    ),
    bind(
        &[Terms],
        &[Tab],
        Action::Switch,
        "在新提法与不再提之间切换",
        "between new phrases and those no longer said",
        ("换组", "other list"),
    ),
    bind(
        &[Terms],
        &[Enter],
        Action::Enter,
        "到原文",
        "to the text",
        ("原文", "text"),
    ),
    bind(
        &[Find],
        &[Enter],
        Action::Enter,
        "到原文",
        "to the text",
        ("原文", "text"),
    ),
    bind(
        &[Find],
        &[Tab, Char('1')],
        Action::Scope,
        "查找范围：全部简报，或打开的这一份",
        "look in all bulletins, or in the open one",
        ("范围", "scope"),
    ),
    bind(
        &[Find],
        &[Char('2')],
        Action::FilterYear,
        "只看某一年，再按换一年",
        "one year only; again for the next",
        ("年份", "year"),
    ),
    bind(
        &[Find],
        &[Char('3')],
        Action::FilterSeries,
        "只看某一系列，再按换一个",
        "one series only; again for the next",
        ("系列", "series"),
    ),
    bind(
        &[Find],
        &[Char('4')],
        Action::FilterKind,
        "只看某一类章节（成效、安排……），再按换一类",
        "one kind of section only; again for the next",
        ("类别", "kind"),
    ),
    bind(
        &[Find],
        &[Char('5'), Char('f')],
        Action::Filter,
        "只看某种结果的承诺和实绩，再按换一种",
        "one outcome only; again for the next",
        ("结果", "outcome"),
    ),
    bind(
        &[Find],
        &[Char('0')],
        Action::NoFilter,
        "不再筛选",
        "no filter",
        ("", ""),
    ),
    bind(
        &[Read, Text, Find],
        &[Char('n')],
        Action::NextHit,
        "下一处找到的",
        "the next hit",
        ("", ""),
    ),
    bind(
        &[Read, Text, Find],
        &[Char('N')],
        Action::PreviousHit,
        "上一处找到的",
        "the hit before",
        ("", ""),
    ),
    bind(
        &[Parallel],
        &[Left, Char('h')],
        Action::Left,
        "选左一栏",
        "choose the column on the left",
        ("", ""),
    ),
    bind(
        &[Parallel],
        &[Right, Char('l')],
        Action::Right,
        "选右一栏",
        "choose the column on the right",
        ("", ""),
    ),
    bind(
        &[Parallel],
        &[Enter],
        Action::Enter,
        "到所选一栏的原文",
        "to the text of the chosen column",
        ("原文", "text"),
    ),
    bind(
        &[Parallel],
        &[Tab, Char(']')],
        Action::Switch,
        "下一节",
        "the next section",
        ("下节", "next section"),
    ),
    bind(
        &[Parallel],
        &[Char('['), Char('0')],
        Action::Previous,
        "上一节",
        "the section before",
        ("", ""),
    ),
    bind(
        &[Parallel],
        &[Char('2')],
        Action::Years(2),
        "两年并读",
        "two years",
        ("", ""),
    ),
    bind(
        &[Parallel],
        &[Char('3')],
        Action::Years(3),
        "三年并读",
        "three years",
        ("", ""),
    ),
    bind(
        &[Parallel],
        &[Char('4')],
        Action::Years(4),
        "四年并读",
        "four years",
        ("", ""),
    ),
    bind(
        &[Evidence, Help],
        &[Enter],
        Action::Enter,
        "返回",
        "back",
        ("", ""),
    ),
    bind(
        &[Evidence],
        &[Left, Char('h')],
        Action::Left,
        "上一项",
        "the row above",
        ("上一项", "row above"),
    ),
    bind(
        &[Evidence],
        &[Right, Char('l')],
        Action::Right,
        "下一项",
        "the row below",
        ("下一项", "row below"),
    ),
    bind(
        &[Picks],
        &[Enter],
        Action::Enter,
        "去看这一项",
        "go to it",
        ("去看", "go to it"),
    ),
    bind(
        &[Picks],
        &[Delete, Char('x'), Char(' ')],
        Action::Remove,
        "移出选集",
        "take out of the picks",
        ("移出", "remove"),
    ),
    bind(
        &[Read, Text, Compare, Evidence, Parallel, Find],
        &[Char(' ')],
        Action::Tick,
        "选取或取消",
        "pick or unpick",
        ("选取", "pick"),
    ),
    bind(
        &[Read, Text, Picks, Find],
        &[Char('/'), F(7)],
        Action::Find,
        "查找：词句、拼音（xck）、数字（>10%）",
        "find: words, pinyin (xck), figures (>10%)",
        ("查找", "find"),
    ),
    bind(
        &[Compare, Evidence, Parallel],
        &[Char('/'), Char('7')],
        Action::Find,
        "查找：词句、拼音（xck）、数字（>10%）",
        "find: words, pinyin (xck), figures (>10%)",
        ("", ""),
    ),
    bind(
        &[Read, Text],
        &[Char('#'), F(8)],
        Action::NextFigure,
        "下一个数字",
        "the next figure",
        ("", ""),
    ),
    bind(
        &[Read, Text],
        &[F(9), Char('i')],
        Action::Figures,
        "列出这份简报的全部数字",
        "list all figures of the bulletin",
        ("", ""),
    ),
    bind(
        &[Read, Text, Compare, Evidence, Parallel, Picks, Find],
        &[F(2), Char('e')],
        Action::Export,
        "导出选集到文件",
        "export the picks to a file",
        ("导出", "export"),
    ),
    bind(
        &[Read, Text, Parallel, Find, Picks],
        &[F(3), Char('c')],
        Action::Compare,
        "对照",
        "Compare",
        ("对照", "Compare"),
    ),
    bind(
        &[Read, Text, Compare, Evidence],
        &[F(5), Char('v')],
        Action::Parallel,
        "并读：与别年同题的一节并排",
        "Parallel: beside the same section of another year",
        ("并读", "Parallel"),
    ),
    bind(
        &[Read, Text, Compare, Evidence, Parallel, Find],
        &[F(4), Char('p')],
        Action::Picks,
        "选集",
        "Picks",
        ("选集", "Picks"),
    ),
    bind(
        &[Compare, Evidence, Parallel, Terms, Find, Picks],
        &[F(6), Char('r')],
        Action::Read,
        "阅读",
        "Read",
        ("阅读", "Read"),
    ),
    bind(
        &[Help],
        &[Char('q')],
        Action::Back,
        "关闭帮助",
        "close help",
        ("返回", "back"),
    ),
    bind(
        &[],
        &[F(1), Char('?')],
        Action::Help,
        "帮助",
        "help",
        ("帮助", "help"),
    ),
    bind(
        &[],
        &[Esc, Backspace],
        Action::Back,
        "返回",
        "back",
        ("", ""),
    ),
    bind(
        &[Read, Text, Compare, Evidence, Parallel, Terms, Find, Picks],
        &[Char('q'), F(10)],
        Action::Quit,
        "退出；有未导出的选集时再按一次",
        "quit; once more if there are picks that were not exported",
        ("退出", "quit"),
    ),
    bind(
        &[],
        &[Ctrl('c')],
        Action::Leave,
        "立即退出",
        "quit at once",
        ("", ""),
    ),
    bind(
        &[],
        &[Ctrl('z')],
        Action::Suspend,
        "暂停，回到命令行（fg 返回）",
        "suspend (fg comes back)",
        ("", ""),
    ),
    bind(
        &[],
        &[Ctrl('l')],
        Action::Redraw,
        "重画，并重问终端字宽",
        "redraw, and ask the terminal for widths anew",
        ("", ""),
    ),
];

/// The digits fold the outline; they stand apart from the table because nine rows say no more
/// than one.
pub const LEVELS: (&str, &str) = ("折叠到第几级", "fold the outline to a level");

/// What a key does on a screen.
pub fn action(mode: Mode, key: Key) -> Option<Action> {
    if mode == Mode::Prompt {
        match key {
            Ctrl('c') => return Some(Action::Back),
            Ctrl('z') => return Some(Action::Suspend),
            Ctrl('l') => return Some(Action::Redraw),
            _ => {}
        }
        if let (Char(c), false) = (
            key,
            KEYMAP
                .iter()
                .any(|b| b.modes == [Prompt] && b.keys.contains(&key)),
        ) {
            return Some(Action::Type(c));
        }
    }
    let key = key.narrowed();
    if let (Read | Text, Char(digit @ '1'..='9')) = (mode, key) {
        return Some(Action::Level(digit.to_digit(10)? as u8));
    }
    let found = bindings(mode).find(|binding| binding.keys.contains(&key))?;
    Some(found.action.clone())
}

/// The keys worth a word in the bottom line of a screen, help and leaving last.
pub fn hints(mode: Mode, lang: Lang) -> Vec<(String, &'static str)> {
    let word = |binding: &Binding| match lang {
        Lang::Zh => binding.short.0,
        Lang::En => binding.short.1,
    };
    bindings(mode)
        .filter(|binding| !word(binding).is_empty())
        .filter_map(|binding| Some((binding.keys.first()?.name(lang), word(binding))))
        .collect()
}

/// A line of help: the keys that do a thing, and what that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// Names of the keys.
    pub keys: Vec<String>,
    /// What they do, with the screens it holds on unless it holds on all.
    pub words: String,
}

/// All bindings as lines of help.
pub fn help(lang: Lang) -> Vec<HelpLine> {
    let line = |binding: &Binding| {
        let screens: Vec<&str> = binding.modes.iter().map(|mode| mode.name(lang)).collect();
        let place = match (screens.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("（{}）", screens.join("、")),
            (false, Lang::En) => format!(" ({})", screens.join(", ")),
        };
        HelpLine {
            keys: binding.keys.iter().map(|key| key.name(lang)).collect(),
            words: format!("{}{place}", binding.words(lang)),
        }
    };
    let of_prompt = |binding: &&Binding| binding.modes == [Prompt];
    let mut lines: Vec<HelpLine> = KEYMAP.iter().filter(|b| !of_prompt(b)).map(line).collect();
    let (zh, en) = LEVELS;
    lines.push(HelpLine {
        keys: vec!["1–9".into()],
        words: match lang {
            Lang::Zh => format!("{zh}（{}、{}）", Read.name(lang), Text.name(lang)),
            Lang::En => format!("{en} ({}, {})", Read.name(lang), Text.name(lang)),
        },
    });
    lines.extend(KEYMAP.iter().filter(of_prompt).map(line));
    lines
}

/// The bindings that hold on a screen.
pub fn bindings(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    KEYMAP.iter().filter(move |binding| match binding.modes {
        [] => mode != Mode::Prompt,
        modes => modes.contains(&mode),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_keys_act_as_their_ascii_keys() {
        assert_eq!(action(Mode::Read, Char('ｊ')), Some(Action::Down));
        assert_eq!(action(Mode::Read, Char('？')), Some(Action::Help));
        assert_eq!(action(Mode::Read, Char('【')), Some(Action::YearBack));
    }

    #[test]
    fn no_key_has_two_meanings_on_one_screen() {
        for mode in [
            Read, Text, Compare, Evidence, Parallel, Terms, Find, Picks, Help, Prompt,
        ] {
            let keys: Vec<Key> = bindings(mode)
                .flat_map(|b| b.keys.iter().copied())
                .collect();
            for (at, key) in keys.iter().enumerate() {
                let again = keys.iter().skip(at + 1).any(|other| other == key);
                assert!(!again, "{key:?} on {mode:?}");
            }
        }
    }

    #[test]
    fn letters_are_typed_into_an_input_line() {
        assert_eq!(action(Prompt, Char('q')), Some(Action::Type('q')));
        assert_eq!(action(Prompt, Char('简')), Some(Action::Type('简')));
        assert_eq!(action(Prompt, Esc), Some(Action::Back));
    }
}
