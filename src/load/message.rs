//! Problems in words, Chinese and English side by side so that neither is forgotten.

use super::problem::{Expected, Fault, Shape, Special};
use crate::i18n::Lang;

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
        Fault::NotAFile(Special::Missing) => "没有这个文件或文件夹".into(),
        Fault::NotAFile(Special::Forbidden) => "没有读取的权限".into(),
        Fault::NotAFile(Special::Folder) => "应为简报文件，实为文件夹".into(),
        Fault::NotAFile(Special::Device) => "应为普通文件，实为管道或设备".into(),
        Fault::NotAFile(Special::BrokenLink) => "链接指向的文件不存在".into(),
        Fault::TooLarge { bytes, limit } => {
            format!("文件过大：{} MiB，上限 {} MiB", bytes >> 20, limit >> 20)
        }
        Fault::NotText(byte) => {
            format!("此处字节 0x{byte:02X} 不是 UTF-8，也不是 GB18030 或 Big5 文字")
        }
        Fault::Control(c) => format!("含有不允许的控制字符 U+{:04X}", u32::from(*c)),
        Fault::Empty => "文件是空的".into(),
        Fault::Syntax(detail) => format!("不是正确的 YAML：{detail}"),
        Fault::SeveralDocuments => "一个文件只能有一份简报，这里又开始了一份".into(),
        Fault::Tab => "缩进用了制表符（Tab），YAML 只认空格".into(),
        Fault::FullWidthColon(key) => format!("“{key}”后面是全角冒号“：”，应为半角冒号加空格“: ”"),
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
                shape_zh(*expected),
                shape_zh(*found)
            )
        }
        Fault::UnknownKey { key, .. } => format!("不认识的键“{key}”"),
        Fault::DuplicateKey { key, first } => format!("键“{key}”重复，第 {first} 行已有"),
        Fault::Missing(key, name) => format!("缺少必填的“{name}”（{key}）"),
        Fault::BadValue {
            key,
            found,
            expected,
        } => {
            format!("“{key}”应为{}，实为“{found}”", expected_zh(*expected))
        }
        Fault::QuoteMissing { .. } => "引用的原文不在本节正文中，这项指标没有采用".into(),
        Fault::NoSections => "没有章节：简报至少要有一节".into(),
        Fault::Misplaced { list, kind } => format!("“{list}”放在了类别为“{kind}”的章节里"),
        Fault::UnreadValue(value) => format!("数值“{value}”读不出数字，只显示，不计算"),
        Fault::Folded => "“>” 折叠块会在中文行之间加空格".into(),
        Fault::LineSeparator(c) => format!("含有行分隔符 U+{:04X}，按换行处理", u32::from(*c)),
        Fault::Decoded(encoding) => format!("文件按 {encoding} 编码读取"),
        Fault::SameId { id, other } => format!("编号“{id}”与 {other} 相同，本文件没有打开"),
    }
}

fn english(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable(why) => format!("cannot be read: {why}"),
        Fault::NotAFile(Special::Missing) => "no such file or folder".into(),
        Fault::NotAFile(Special::Forbidden) => "no permission to read it".into(),
        Fault::NotAFile(Special::Folder) => "expected a bulletin file, found a folder".into(),
        Fault::NotAFile(Special::Device) => {
            "expected a regular file, found a pipe or device".into()
        }
        Fault::NotAFile(Special::BrokenLink) => {
            "the link leads to a file that does not exist".into()
        }
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
        Fault::Syntax(detail) => format!("not valid YAML: {detail}"),
        Fault::SeveralDocuments => "a file holds one bulletin, and a second one begins here".into(),
        Fault::Tab => "a tab is used for indentation; YAML takes spaces only".into(),
        Fault::FullWidthColon(key) => {
            format!("`{key}` is followed by a full-width colon `：`; expected `: `")
        }
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
                shape_en(*expected),
                shape_en(*found)
            )
        }
        Fault::UnknownKey { key, .. } => format!("unknown key `{key}`"),
        Fault::DuplicateKey { key, first } => {
            format!("key `{key}` is given twice, first on line {first}")
        }
        Fault::Missing(key, name) => format!("required key `{key}` ({name}) is missing"),
        Fault::BadValue {
            key,
            found,
            expected,
        } => {
            format!(
                "`{key}`: expected {}, found `{found}`",
                expected_en(*expected)
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
    }
}

/// What to do about it; empty if the message says all.
pub fn help(fault: &Fault, lang: Lang) -> String {
    let say = |zh: &str, en: &str| match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    };
    match fault {
        Fault::Unreadable(_) => say(
            "检查磁盘或网络连接，再试一次",
            "check the disk or the connection and try again",
        ),
        Fault::NotAFile(Special::Missing) => say(
            "检查路径和文件名",
            "check the path and the name of the file",
        ),
        Fault::NotAFile(Special::Forbidden) => {
            say("请有权限的人开放读取", "ask for leave to read it")
        }
        Fault::NotAFile(_) => say("指明一个 .yaml 文件", "name a .yaml file"),
        Fault::TooLarge { .. } => say(
            "把简报拆成几个文件",
            "split the bulletin into several files",
        ),
        Fault::NotText(_) => say("用编辑器另存为 UTF-8", "save it as UTF-8 in an editor"),
        Fault::Control(_) => say("删去这个字符", "delete this character"),
        Fault::Empty | Fault::NoSections => say(
            "至少写出标题、发文机关和一节，例如 title、issuer、sections",
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
        Fault::Tab => say("把制表符换成空格", "replace the tab with spaces"),
        Fault::FullWidthColon(_) => {
            say("改成半角冒号，后面空一格", "use an ASCII colon and a space")
        }
        Fault::TooDeep(_) => say("减少嵌套层数", "use fewer levels"),
        Fault::TooManyAliases(_) => say(
            "把内容直接写出，不用别名",
            "write the content out instead of using aliases",
        ),
        Fault::WrongShape { expected, .. } => match expected {
            Shape::Text => say("写成一行文字", "write one text"),
            Shape::List => say(
                "每项另起一行，以“- ”开头",
                "begin each item on a line of its own with `- `",
            ),
            Shape::Map => say("写成“键: 值”", "write `key: value`"),
        },
        Fault::UnknownKey { nearest, known, .. } => unknown_key(*nearest, known, lang),
        Fault::DuplicateKey { .. } => say("两处只留一处", "keep one of the two"),
        Fault::Missing(key, _) => match lang {
            Lang::Zh => format!("补上一行“{key}: …”"),
            Lang::En => format!("add a line `{key}: …`"),
        },
        Fault::QuoteMissing { agrees, follows } if !agrees.is_empty() => match lang {
            Lang::Zh => format!("原文为“{agrees}{follows}…”，从“{follows}”处起不同"),
            Lang::En => {
                format!("the section has “{agrees}{follows}…”; they differ from “{follows}” on")
            }
        },
        Fault::QuoteMissing { .. } => say(
            "quote 要与正文一字不差，标点也相同",
            "the quote has to be the section's words to the character, punctuation included",
        ),
        Fault::Misplaced {
            list: "targets", ..
        } => say(
            "目标放在安排、任务、工程、保障措施里，成果用 results",
            "targets belong to plans, tasks, projects and safeguards; use results here",
        ),
        Fault::Misplaced { .. } => say(
            "成果放在工作成效里，目标用 targets",
            "results belong to achievements; use targets here",
        ),
        Fault::Folded => say("改用“|-”，每段一行", "use `|-`, a line for each paragraph"),
        Fault::SameId { .. } => say("给其中一份另起编号（id）", "give one of them another id"),
        Fault::BadValue { .. }
        | Fault::UnreadValue(_)
        | Fault::LineSeparator(_)
        | Fault::Decoded(_) => String::new(),
    }
}

fn unknown_key(nearest: Option<(&str, &str)>, known: &[&str], lang: Lang) -> String {
    match (nearest, lang) {
        (Some((key, name)), Lang::Zh) => format!("是否想写“{key}”（{name}）？"),
        (Some((key, name)), Lang::En) => format!("did you mean `{key}` ({name})?"),
        (None, Lang::Zh) => format!("这里可用：{}", known.join("、")),
        (None, Lang::En) => format!("known here: {}", known.join(", ")),
    }
}

fn shape_zh(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "一段文字",
        Shape::List => "列表（- …）",
        Shape::Map => "键值（键: 值）",
    }
}

fn shape_en(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "one text",
        Shape::List => "a list (- …)",
        Shape::Map => "keys with values (key: value)",
    }
}

fn expected_zh(expected: Expected) -> &'static str {
    match expected {
        Expected::Date => "日期（如 2022-01-06）",
        Expected::Year => "年份（如 2022）",
        Expected::Kind => {
            "类别：achievements 工作成效、plans 工作安排、guidance 总体要求、tasks 主要任务、projects 重点工程、safeguards 保障措施、background 背景、briefing 简报"
        }
        Expected::Form => "block 独立、run-in 接排、implied 拟题之一",
        Expected::Format => "1",
        Expected::Flag => "true 或 false",
        Expected::Basis => "cumulative 累计、period 当期、point 时点之一",
        Expected::Id => "不含空白、# 和 / 的编号",
    }
}

fn expected_en(expected: Expected) -> &'static str {
    match expected {
        Expected::Date => "a date like 2022-01-06",
        Expected::Year => "a year like 2022",
        Expected::Kind => {
            "one of achievements, plans, guidance, tasks, projects, safeguards, background, briefing"
        }
        Expected::Form => "block, run-in or implied",
        Expected::Format => "1",
        Expected::Flag => "true or false",
        Expected::Basis => "cumulative, period or point",
        Expected::Id => "an id without white space, `#` and `/`",
    }
}
