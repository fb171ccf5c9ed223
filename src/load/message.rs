//! Problems in words, Chinese and English side by side so that neither is forgotten.

use super::diagnose::edit_distance;
use super::expected::{of_shape, of_value};
use super::mistake_words;
use super::problem::{Expected, Fault, Shape, Special, TableFault};
use super::schema::chinese_of;
use crate::calendar::Date;
use crate::i18n::{Lang, tables, times};
use crate::import::doubt::Doubt;
use crate::model::Kind;

/// Where a problem stands: lists by their names in the language.
pub fn path(path: &str, lang: Lang) -> String {
    match (path.rsplit_once(" › "), lang) {
        (Some((section, list)), Lang::Zh) => {
            let (list, number) = list.split_once(' ').unwrap_or((list, ""));
            format!("{section} › {} {number}", chinese_of(list))
        }
        _ => path.to_owned(),
    }
}

/// A key by its Chinese name, the English one behind it.
fn both_names(name: &str) -> String {
    match chinese_of(name) {
        chinese if chinese == name => format!("“{name}”"),
        chinese => format!("“{chinese}”（{name}）"),
    }
}

/// What is wrong, in one sentence.
pub fn message(fault: &Fault, lang: Lang) -> String {
    match lang {
        Lang::Zh => chinese(fault),
        Lang::En => english(fault),
    }
}

fn chinese(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable(why) => format!("无法读取：{why}"),
        Fault::NotAFile(special) => of_special(*special, Lang::Zh).to_owned(),
        Fault::TooLarge { bytes, limit } => {
            format!("文件过大：{} MiB，上限 {} MiB", bytes >> 20, limit >> 20)
        }
        Fault::NotText(byte) => {
            format!("此处字节 0x{byte:02X} 不是 UTF-8，也不是 GB18030 或 Big5 文字")
        }
        Fault::Control(c) => format!("含有不允许的控制字符 U+{:04X}", u32::from(*c)),
        Fault::Empty => "文件是空的".into(),
        Fault::Doubtful(doubt) => {
            format!("存疑，第 {} 行：{}", doubt.number, doubt.words(Lang::Zh))
        }
        Fault::Syntax(detail) => format!("不是正确的 YAML：{detail}"),
        Fault::SeveralDocuments => "一个文件只能有一份简报，这里又开始了一份".into(),
        Fault::SelfAlias => "别名（*）指向包含它自己的内容".into(),
        Fault::More(count) => format!("另有 {count} 处问题，没有列出"),
        Fault::Joined => "文字分成几行而没有用“|”，行与行之间会加空格".into(),
        Fault::TooDeep(limit) => format!("嵌套超过 {limit} 层"),
        Fault::TooManyAliases(limit) => format!("别名（*）展开后超过 {limit} 项"),
        Fault::WrongShape {
            key,
            expected,
            found,
        } => {
            let subject = if key.is_empty() { "整个文件" } else { key };
            format!(
                "“{subject}”应为{}，实为{}",
                of_shape(*expected, Lang::Zh),
                of_shape(*found, Lang::Zh)
            )
        }
        Fault::UnknownKey { key, .. } => format!("不认识的键“{key}”"),
        Fault::DuplicateKey { key, first } => format!("键“{key}”重复，第 {first} 行已有"),
        Fault::BadLink => {
            "应为一对：一致或不同、编号、原文、编号、原文，以制表符分隔；这一行没有采用".into()
        }
        Fault::Missing(key, name) => format!("缺少必填的“{name}”（{key}）"),
        Fault::BadValue {
            key,
            found,
            expected,
        } => {
            let key = both_names(key);
            format!("{key}应为{}，实为“{found}”", of_value(*expected, Lang::Zh))
        }
        Fault::QuoteMissing { .. } => "引用的原文不在本节正文中，这项指标没有采用".into(),
        Fault::NoSections => "没有章节：简报至少要有一节".into(),
        Fault::Misplaced { list, kind } => {
            let kind = Kind::parse(kind).map_or(*kind, Kind::chinese);
            format!("{}放在了类别为“{kind}”的章节里", both_names(list))
        }
        Fault::UnreadValue(value) => format!("数值“{value}”读不出数字，只显示，不计算"),
        Fault::Folded => "“>” 折叠块会在中文行之间加空格".into(),
        Fault::LineSeparator(c) => format!("含有行分隔符 U+{:04X}，按换行处理", u32::from(*c)),
        Fault::Decoded(encoding) => format!("文件按 {encoding} 编码读取"),
        Fault::SameId { id, other } => format!("编号“{id}”与 {other} 相同，本文件没有打开"),
        Fault::File(_) | Fault::Table(_) | Fault::Time(_) | Fault::Mistake(_) => {
            by_part(fault, Lang::Zh)
        }
    }
}

/// Why a path is no file.
fn of_special(special: Special, lang: Lang) -> &'static str {
    let (zh, en) = match special {
        Special::Missing => ("没有这个文件或文件夹", "no such file or folder"),
        Special::Forbidden => ("没有读取的权限", "no permission to read it"),
        Special::Folder => (
            "应为简报文件，实为文件夹",
            "expected a bulletin file, found a folder",
        ),
        Special::Device => (
            "应为普通文件，实为管道或设备",
            "expected a regular file, found a pipe or device",
        ),
        Special::BrokenLink => (
            "链接指向的文件不存在",
            "the link leads to a file that does not exist",
        ),
        Special::DeepFolder => (
            "文件夹套得太深，没有再往下看",
            "too many folders inside each other, not walked",
        ),
    };
    lang.pick(zh, en)
}

fn english(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable(why) => format!("cannot be read: {why}"),
        Fault::NotAFile(special) => of_special(*special, Lang::En).to_owned(),
        Fault::TooLarge { bytes, limit } => {
            format!(
                "the file is too large: {} MiB, at most {} MiB",
                bytes >> 20,
                limit >> 20
            )
        }
        Fault::NotText(byte) => {
            format!("byte 0x{byte:02X} is no UTF-8 here, nor GB18030 or Big5 text")
        }
        Fault::Control(c) => format!("control character U+{:04X} is not allowed", u32::from(*c)),
        Fault::Empty => "the file is empty".into(),
        Fault::Doubtful(doubt) => {
            format!("doubtful, line {}: {}", doubt.number, doubt.words(Lang::En))
        }
        Fault::Syntax(detail) => format!("not valid YAML: {detail}"),
        Fault::SeveralDocuments => "a file holds one bulletin, and a second one begins here".into(),
        Fault::SelfAlias => "the alias (*) stands inside of what it stands for".into(),
        Fault::More(count) => format!("{count} more problems are not told"),
        Fault::Joined => "text over several lines without `|` is joined with spaces".into(),
        Fault::TooDeep(limit) => format!("nested deeper than {limit} levels"),
        Fault::TooManyAliases(limit) => format!("aliases (*) expand to more than {limit} nodes"),
        Fault::WrongShape {
            key,
            expected,
            found,
        } => {
            let subject = if key.is_empty() { "the file" } else { key };
            format!(
                "`{subject}`: expected {}, found {}",
                of_shape(*expected, Lang::En),
                of_shape(*found, Lang::En)
            )
        }
        Fault::UnknownKey { key, .. } => format!("unknown key `{key}`"),
        Fault::DuplicateKey { key, first } => {
            format!("key `{key}` is given twice, first on line {first}")
        }
        Fault::BadLink => {
            "expected a pair: same or different, id, words, id, words, parted by tabs; not used"
                .into()
        }
        Fault::Missing(key, name) => format!("required key `{key}` ({name}) is missing"),
        Fault::BadValue {
            key,
            found,
            expected,
        } => {
            format!(
                "`{key}`: expected {}, found `{found}`",
                of_value(*expected, Lang::En)
            )
        }
        Fault::QuoteMissing { .. } => {
            "the quoted words do not occur in this section; the indicator was left out".into()
        }
        Fault::NoSections => "no sections: a bulletin has at least one".into(),
        Fault::Misplaced { list, kind } => format!("`{list}` stands in a section of kind `{kind}`"),
        Fault::UnreadValue(value) => {
            format!("no number can be read from value `{value}`; it is shown, not computed with")
        }
        Fault::Folded => "a `>` block joins Chinese lines with spaces".into(),
        Fault::LineSeparator(c) => format!(
            "line separator U+{:04X} is taken as a line end",
            u32::from(*c)
        ),
        Fault::Decoded(encoding) => format!("the file was read as {encoding}"),
        Fault::SameId { id, other } => {
            format!("id `{id}` is already used by {other}; this file was not opened")
        }
        Fault::File(_) | Fault::Table(_) | Fault::Time(_) | Fault::Mistake(_) => {
            by_part(fault, Lang::En)
        }
    }
}

/// What is wrong of a kind that has its words in a file of its own.
fn by_part(fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::File(fault) => fault.message(lang),
        Fault::Time(fault) => fault.message(lang),
        Fault::Mistake(mistake) => mistake_words::message(mistake, lang),
        Fault::Table(TableFault::Beyond { last, lines }) => tables::ends_late(*last, *lines, lang),
        Fault::Table(TableFault::Overlap { line }) => tables::overlaps(*line, lang),
        _ => String::new(),
    }
}

/// What to do about it.
fn help_by_part(fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::File(fault) => fault.help(lang),
        Fault::Time(fault) => fault.help(lang),
        Fault::Mistake(mistake) => mistake_words::help(mistake, lang).to_owned(),
        Fault::Table(_) => tables::how_lines_count(lang).to_owned(),
        _ => String::new(),
    }
}

/// What to do about what the import of a raw document was unsure of.
fn of_doubt(doubt: &Doubt, lang: Lang) -> &'static str {
    if doubt.is_of_yaml() {
        lang.words().doubt_quote_value
    } else {
        lang.words().doubt_to_mend
    }
}

/// What to do about it; empty if the message says all.
pub fn help(fault: &Fault, lang: Lang) -> String {
    let say = |zh: &str, en: &str| match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    };
    match fault {
        Fault::Unreadable(_) => say("检查磁盘或网络，再试一次", "check the disk, try again"),
        Fault::NotAFile(Special::Missing) => say(
            "检查路径和文件名",
            "check the path and the name of the file",
        ),
        Fault::NotAFile(Special::Forbidden) => {
            say("请有权限的人开放读取", "ask for leave to read it")
        }
        Fault::NotAFile(Special::DeepFolder) => {
            say("直接指明这个文件夹", "name that folder itself")
        }
        Fault::NotAFile(_) => say("指明一个 .yaml 文件", "name a .yaml file"),
        Fault::TooLarge { .. } => say(
            "把简报拆成几个文件",
            "split the bulletin into several files",
        ),
        Fault::NotText(_) => say("用编辑器另存为 UTF-8", "save it as UTF-8 in an editor"),
        Fault::Control(_) => say("删去这个字符", "delete this character"),
        Fault::Empty | Fault::NoSections => say(
            "至少写出标题、发文机关和一节（title、issuer、sections）",
            "give at least title, issuer and one section",
        ),
        Fault::Syntax(_) => say(
            "检查引号是否成对、冒号后有无空格、缩进是否对齐",
            "check that quotes are paired, colons are followed by a space and lines are aligned",
        ),
        Fault::SeveralDocuments => say(
            "从这里起另存为一个文件",
            "save what begins here as another file",
        ),
        Fault::SelfAlias | Fault::TooManyAliases(_) => say(
            "把内容直接写出，不用别名",
            "write the content out instead of using aliases",
        ),
        Fault::More(_) => say(
            "先改好前面的，再检查一次",
            "mend those first and check again",
        ),
        Fault::Joined => say("改用“|-”，每段一行", "use `|-`, a line for each paragraph"),
        Fault::TooDeep(_) => say("减少嵌套层数", "use fewer levels"),
        Fault::WrongShape { expected, .. } => right_shape(*expected, lang).to_owned(),
        Fault::UnknownKey { nearest, known, .. } => unknown_key(*nearest, known, lang),
        Fault::DuplicateKey { .. } => say("两处只留一处", "keep one of the two"),
        Fault::BadLink => say(
            "改正这一行，或在行首加 #",
            "mend the line, or put # before it",
        ),
        Fault::Missing(key, _) => match lang {
            Lang::Zh => format!("补上一行“{}: …”", chinese_of(key)),
            Lang::En => format!("add a line `{key}: …`"),
        },
        Fault::QuoteMissing { agrees, follows } if !agrees.is_empty() => match lang {
            Lang::Zh => format!("原文为“{agrees}{follows}…”，从“{follows}”处起不同"),
            Lang::En => {
                format!("the section has “{agrees}{follows}…”; they differ from “{follows}” on")
            }
        },
        Fault::QuoteMissing { .. } => say(
            "“原文”要与正文一字不差，标点也相同",
            "the quote has to be the section's words to the character, punctuation included",
        ),
        Fault::Misplaced {
            list: "targets", ..
        } => say(
            "目标放在工作安排、主要任务、重点工程、保障措施里；这里用“成果”（results）",
            "targets belong to plans, tasks, projects and safeguards; use results here",
        ),
        Fault::Misplaced { .. } => say(
            "成果放在工作成效里；这里用“目标”（targets）",
            "results belong to achievements; use targets here",
        ),
        Fault::Folded => say("改用“|-”，每段一行", "use `|-`, a line for each paragraph"),
        Fault::SameId { .. } => say("给其中一份另起编号（id）", "give one of them another id"),
        Fault::BadValue {
            found, expected, ..
        } => match (suggestion(found, *expected), lang) {
            (None, _) => String::new(),
            (Some(better), Lang::Zh) => format!("是否想写“{better}”？"),
            (Some(better), Lang::En) => format!("did you mean `{better}`?"),
        },
        Fault::File(_) | Fault::Table(_) | Fault::Time(_) | Fault::Mistake(_) => {
            help_by_part(fault, lang)
        }
        Fault::Doubtful(doubt) => of_doubt(doubt, lang).into(),
        Fault::UnreadValue(_) | Fault::LineSeparator(_) | Fault::Decoded(_) => String::new(),
    }
}

/// How something of a shape is written.
fn right_shape(shape: Shape, lang: Lang) -> &'static str {
    match shape {
        Shape::Text => lang.pick("写成一行文字", "write one text"),
        Shape::List => lang.pick(
            "每项另起一行，以“- ”开头",
            "begin each item on a line of its own with `- `",
        ),
        Shape::Texts => times::write_text_or_list(lang),
        Shape::Map => lang.pick("写成“键: 值”", "write `key: value`"),
    }
}

/// A value of the expected kind that the one found is near to: 2022年1月6日 is a date, 安排 a kind.
fn suggestion(found: &str, expected: Expected) -> Option<String> {
    match expected {
        Expected::Date => {
            let numbers: Vec<&str> = found
                .split(|c: char| !c.is_ascii_digit())
                .filter(|part| !part.is_empty())
                .collect();
            let [year, month, day] = numbers.as_slice() else {
                return None;
            };
            let date = Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"))?;
            Some(date.to_string())
        }
        Expected::Kind => {
            let near = |kind: &Kind| {
                let chinese = found.chars().count() >= 2 && kind.chinese().contains(found);
                chinese || edit_distance(&found.to_lowercase(), kind.code()) <= 2
            };
            let kind = Kind::ALL.into_iter().find(near)?;
            let name = if found.is_ascii() {
                kind.code()
            } else {
                kind.chinese()
            };
            Some(name.to_owned())
        }
        _ => None,
    }
}

fn unknown_key(nearest: Option<(&str, &str)>, known: &[&str], lang: Lang) -> String {
    match (nearest, lang) {
        (Some((key, name)), Lang::Zh) => format!("是否想写“{name}”（{key}）？"),
        (Some((key, name)), Lang::En) => format!("did you mean `{key}` ({name})?"),
        (None, Lang::Zh) => {
            let names: Vec<&str> = known.iter().map(|key| chinese_of(key)).collect();
            format!("这里可用：{}", names.join("、"))
        }
        (None, Lang::En) => format!("known here: {}", known.join(", ")),
    }
}
