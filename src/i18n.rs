//! Every word the program says. One struct of static strings per language: a missing one does not compile.
//! Messages about files are put together in `load::message`, where the data they name are known.

mod command_line;
mod draft;
mod figure;
mod files;
pub mod indicators;
pub mod tables;
pub mod times;

use std::io::{self, ErrorKind};

use crate::compare::{Basis, Next, Outcome, Pairing, Row};
use crate::length::Length;
use crate::model::{Bound, Kind, Measure, Origin, Role, Trend};

pub use command_line::COMMAND_LINE;
pub use draft::{DraftWords, reason};
pub use files::FileWords;

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language of a locale's name, as `LC_ALL` and its kin give it. Locales without a
    /// language (empty, C, POSIX) get Chinese: the readers of Chinese bulletins.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale
            .split(['_', '.', '@', '-'])
            .next()
            .unwrap_or_default();
        match language {
            "" | "C" | "POSIX" | "zh" => Self::Zh,
            _ => Self::En,
        }
    }

    /// Its words.
    pub fn words(self) -> &'static Words {
        match self {
            Self::Zh => &ZH,
            Self::En => &EN,
        }
    }

    /// Its words on files.
    pub fn files(self) -> &'static FileWords {
        match self {
            Self::Zh => &files::ZH,
            Self::En => &files::EN,
        }
    }

    /// What an import says of its draft.
    pub fn draft(self) -> &'static DraftWords {
        match self {
            Self::Zh => &draft::ZH,
            Self::En => &draft::EN,
        }
    }

    /// A kind of section.
    pub fn kind(self, kind: Kind) -> &'static str {
        match self {
            Self::Zh => kind.chinese(),
            Self::En => kind.code(),
        }
    }

    /// Whether a figure was declared or found.
    pub fn origin(self, origin: Origin) -> &'static str {
        match (self, origin) {
            (Self::Zh, Origin::Declared) => "标注",
            (Self::Zh, Origin::Found) => "识别",
            (Self::En, Origin::Declared) => "declared",
            (Self::En, Origin::Found) => "found",
        }
    }

    /// How a number bounds its quantity, as a sign; an exact one has none.
    pub fn bound(self, bound: Bound) -> &'static str {
        match bound {
            Bound::Exactly => "",
            Bound::Range => self.pick("区间", "range"),
            bound => bound.sign(),
        }
    }

    /// Which way a figure moved.
    pub fn trend(self, trend: Trend) -> &'static str {
        match trend {
            Trend::Up => self.pick("增", "up"),
            Trend::Down => self.pick("减", "down"),
        }
    }

    /// What kind of quantity a figure is.
    pub fn measure(self, measure: Measure) -> &'static str {
        match measure {
            Measure::Level => self.pick("总量", "level"),
            Measure::Increment => self.pick("增量", "increment"),
            Measure::Change => self.pick("增减幅", "change"),
            Measure::Share => self.pick("占比", "share"),
        }
    }

    /// The name of a row; one paired by likeness says so.
    pub fn indicator(self, row: &Row) -> String {
        let doubt = match (self, row.pairing) {
            (_, Pairing::Key | Pairing::Catalogue | Pairing::Name | Pairing::Confirmed) => "",
            (Self::Zh, Pairing::Similar(_)) => "疑似：",
            (Self::En, Pairing::Similar(_)) => "probably ",
        };
        format!("{doubt}{}", row.indicator)
    }

    /// The same where there is little room: a star stands for the doubt.
    pub fn marked(self, row: &Row) -> String {
        match row.pairing {
            Pairing::Similar(_) => format!("*{}", row.indicator),
            Pairing::Key | Pairing::Catalogue | Pairing::Name | Pairing::Confirmed => {
                row.indicator.clone()
            }
        }
    }

    /// What is said of a row whose cells were paired by likeness.
    pub fn similar(self, pairing: Pairing) -> Option<String> {
        match (self, pairing) {
            (_, Pairing::Key | Pairing::Catalogue | Pairing::Name) => None,
            (Self::Zh, Pairing::Similar(percent)) => Some(format!(
                "疑似同一指标：名称不同，按相似程度配对（{percent}%）"
            )),
            (Self::En, Pairing::Similar(percent)) => Some(format!(
                "probably one indicator: paired by likeness ({percent}%)"
            )),
            (Self::Zh, Pairing::Confirmed) => Some("名称不同，已由用户确认为同一指标".to_owned()),
            (Self::En, Pairing::Confirmed) => {
                Some("under two names, confirmed as one by the user".to_owned())
            }
        }
    }

    /// A column: 2021目标, 2021 target.
    pub fn column(self, year: u16, role: Role) -> String {
        match (self, role) {
            (Self::Zh, Role::Target) => format!("{year}目标"),
            (Self::Zh, Role::Result) => format!("{year}实绩"),
            (Self::En, role) => format!("{year} {}", role.code().unwrap_or_default()),
            (Self::Zh, _) => year.to_string(),
        }
    }

    /// An outcome.
    pub fn outcome(self, outcome: Outcome) -> &'static str {
        let (zh, en) = match outcome {
            Outcome::Exceeded => ("超额完成", "exceeded"),
            Outcome::Met => ("完成", "met"),
            Outcome::Near => ("基本完成", "nearly met"),
            Outcome::Partial => ("部分完成", "partly met"),
            Outcome::Missed => ("未完成", "missed"),
            Outcome::Unreported => ("未见报告", "not reported"),
            Outcome::Incomparable => ("不可比", "incomparable"),
            Outcome::Qualitative => ("已报告", "reported"),
            Outcome::Unplanned => ("计划外成果", "unplanned"),
        };
        self.pick(zh, en)
    }

    /// How much was read of a text: sections, the length that is left, the time it takes; what can be left
    /// out stands last.
    pub fn reading(self, read: usize, sections: usize, left: Length) -> Vec<String> {
        let (count, minutes) = (left.count(), left.minutes());
        let hours = (minutes + 30) / 60;
        let mut parts = vec![match self {
            Self::Zh => format!("已读 {read}/{sections} 节"),
            Self::En => format!("{read}/{sections} sections read"),
        }];
        if count > 0 {
            parts.push(match self {
                Self::Zh => format!("未读 {count} 字"),
                Self::En => format!("{count} characters left"),
            });
            parts.push(match (self, minutes < 120) {
                (Self::Zh, true) => format!("约 {minutes} 分钟"),
                (Self::Zh, false) => format!("约 {hours} 小时"),
                (Self::En, true) => format!("about {minutes} min"),
                (Self::En, false) => format!("about {hours} hours"),
            });
        }
        parts
    }

    /// How many of the promises in a tally were paired by likeness.
    pub fn of_them_similar(self, count: usize) -> String {
        match self {
            Self::Zh => format!("，其中疑似配对（*）{count} 项"),
            Self::En => format!(", {count} of them paired by likeness (*)"),
        }
    }

    /// Stands for commitments not reported but promised again, where there is no room for words.
    pub const CARRIED_SIGN: &'static str = ">";

    /// A sign that stands beside the outcome's colour. One cell, ASCII.
    pub fn outcome_sign(outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Exceeded => "+",
            Outcome::Met | Outcome::Qualitative => "=",
            Outcome::Near => "~",
            Outcome::Partial => "-",
            Outcome::Missed => "x",
            Outcome::Unreported => "?",
            Outcome::Incomparable => "/",
            Outcome::Unplanned => " ",
        }
    }

    /// The next target.
    pub fn next(self, next: Next) -> &'static str {
        let (zh, en) = match next {
            Next::New => ("新增", "new"),
            Next::Raised => ("上调", "raised"),
            Next::Same => ("持平", "same"),
            Next::Lowered => ("下调", "lowered"),
            Next::Carried => ("续办", "carried on"),
            Next::Dropped => ("未再提出", "dropped"),
            Next::Reworded => ("表述调整", "reworded"),
        };
        self.pick(zh, en)
    }

    /// Whose verdict.
    pub fn basis(self, basis: Basis) -> &'static str {
        match basis {
            Basis::Stated => self.pick("原文", "stated"),
            Basis::Computed => self.pick("推算", "computed"),
        }
    }

    /// The head of a year's outcomes.
    pub fn outcome_of(self, year: u16) -> String {
        match self {
            Self::Zh => format!("{year}结果"),
            Self::En => format!("{year} outcome"),
        }
    }

    /// Why something could not be written; where there are no words for it, the system's own.
    pub fn write_error(self, error: &io::Error) -> String {
        let (zh, en) = match error.kind() {
            ErrorKind::NotFound => ("没有这个文件夹", "there is no such folder"),
            ErrorKind::PermissionDenied => ("没有写入的权限", "no permission to write there"),
            ErrorKind::IsADirectory => ("这是一个文件夹", "that is a folder"),
            ErrorKind::NotADirectory => {
                ("路径中有一段不是文件夹", "a part of the path is no folder")
            }
            ErrorKind::InvalidData => ("文件里不是文字", "the file holds no text"),
            ErrorKind::InvalidInput => ("不是普通文件", "that is no regular file"),
            ErrorKind::StorageFull => ("磁盘已满", "the disk is full"),
            ErrorKind::ReadOnlyFilesystem => ("磁盘只能读", "the disk is read-only"),
            ErrorKind::InvalidFilename => (
                "文件名太长，或含有不许用的字符",
                "the name is too long, or has characters that are not allowed",
            ),
            ErrorKind::QuotaExceeded => ("磁盘配额已用完", "the disk quota is used up"),
            ErrorKind::FileTooLarge => ("文件太大", "the file is too large"),
            _ => return error.to_string(),
        };
        self.pick(zh, en).to_owned()
    }

    /// How a result differs from that of the year before.
    pub fn on_year(self, difference: &str) -> String {
        match self {
            Self::Zh => format!("较上年 {difference}"),
            Self::En => format!("{difference} on year"),
        }
    }

    /// One of two words.
    pub fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// A noun behind a number: behind one, behind any other.
pub type Noun = [&'static str; 2];

/// A number and its noun.
pub fn counted(number: usize, [one, many]: Noun) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Columns of a sheet of figures behind indicator and key.
pub const FIGURE_PARTS: usize = 20;

/// Words of one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own description
pub struct Words {
    pub read: &'static str,
    pub text: &'static str,
    pub picks_not_exported: &'static str,
    pub no_file_name: &'static str,
    pub no_years: &'static str,
    pub compare: &'static str,
    pub evidence: &'static str,
    pub picks: &'static str,
    pub help: &'static str,
    pub library: &'static str,
    pub copies: Noun,
    pub section: &'static str,
    pub chosen: &'static str,
    pub figures: &'static str,
    pub achievements: &'static str,
    pub plans: &'static str,
    pub target_mark: &'static str,
    pub result_mark: &'static str,
    pub found_mark: &'static str,
    pub found_note: &'static str,
    pub key: &'static str,
    pub pairing: &'static str,
    /// Columns of a sheet behind a value: number, unit, quotation, reference, origin.
    pub cell_parts: &'static [&'static str; 5],
    /// Columns of a sheet of figures, behind indicator and key.
    pub figure_parts: [&'static str; FIGURE_PARTS],
    pub doubtful: &'static str,
    pub passage: &'static str,
    pub passages: &'static str,
    /// Columns of a sheet behind an outcome: whose it is, attainment, difference, why there is none,
    /// the next target.
    pub verdict_parts: &'static [&'static str; 5],
    pub target: &'static str,
    pub result: &'static str,
    pub base: &'static str,
    pub standing: &'static str,
    pub indicator: &'static str,
    pub outcome: &'static str,
    pub next_year: &'static str,
    pub with_figures: &'static str,
    pub commitments: &'static str,
    pub numeric_tally: &'static str,
    pub carried_on: &'static str,
    pub better_than_expected: &'static str,
    pub tightened: &'static str,
    pub loosened: &'static str,
    /// Filters of Compare, the one that takes all first: it says nothing.
    pub filters: &'static [&'static str; 6],
    /// Orders of Compare, the order of the text first: it says nothing.
    pub sorts: &'static [&'static str; 3],
    pub trend: &'static str,
    pub only_numeric: &'static str,
    pub only_changed: &'static str,
    pub by_theme: &'static str,
    pub nothing_chosen: &'static str,
    pub pair_confirmed: &'static str,
    pub pair_unconfirmed: &'static str,
    pub pair_parted: &'static str,
    pub pair_unparted: &'static str,
    pub not_similar: &'static str,
    pub nothing_parted: &'static str,
    pub no_links_file: &'static str,
    pub links_not_written: &'static str,
    pub parted_from: &'static str,
    pub pair_keys: &'static str,
    pub commitments_tally: &'static str,
    pub figures_short: &'static str,
    pub words_short: &'static str,
    pub tally_none: &'static str,
    pub no_ledger: &'static str,
    pub no_counterpart: &'static str,
    pub parallel: &'static str,
    pub terms: &'static str,
    /// Changes of Parallel, counted: before the number, behind it; and before the place of one.
    pub changes: Noun,
    pub change_place: &'static str,
    pub unchanged_rows: Noun,
    pub no_changes: &'static str,
    pub first_change: &'static str,
    pub last_change: &'static str,
    pub no_theme: &'static str,
    pub not_yet: &'static str,
    pub no_more: &'static str,
    pub no_answer: &'static str,
    pub only_one_year: &'static str,
    pub not_two_years: &'static str,
    pub other_series: &'static str,
    pub no_more_years: &'static str,
    pub too_long: &'static str,
    pub signs_note: &'static str,
    pub markdown_signs_note: &'static str,
    pub asked_phrases: &'static str,
    pub words_to_count: &'static str,
    pub no_words: &'static str,
    pub new_phrases: &'static str,
    pub gone_phrases: &'static str,
    pub no_phrases: &'static str,
    pub find: &'static str,
    pub menu_label: &'static str,
    pub reloaded: &'static str,
    pub picks_gone: &'static str,
    pub nothing_to_reload: &'static str,
    pub no_place_before: &'static str,
    pub no_place_after: &'static str,
    pub place_gone: &'static str,
    pub places: Noun,
    pub marks: &'static str,
    pub mark_label: &'static str,
    pub mark_here: &'static str,
    pub marked: &'static str,
    pub text_changed: &'static str,
    pub no_mark_chosen: &'static str,
    pub mark_renamed: &'static str,
    pub mark_removed: &'static str,
    pub name_taken: &'static str,
    pub no_mark_name: &'static str,
    pub nothing_to_mark: &'static str,
    pub not_remembered: &'static str,
    pub not_kept: &'static str,
    pub not_remembered_at_end: &'static str,
    pub nothing_to_read: &'static str,
    pub is_read: &'static str,
    pub is_unread: &'static str,
    pub all_read: &'static str,
    pub config_keys: &'static str,
    pub mouse_on: &'static str,
    pub mouse_off: &'static str,
    pub not_on_this_screen: &'static str,
    pub find_label: &'static str,
    pub find_help: &'static [&'static str],
    pub this_bulletin: &'static str,
    pub whole_library: &'static str,
    pub find_first: &'static str,
    pub no_hits: &'static str,
    pub filter_off: &'static str,
    pub first_hit: &'static str,
    pub last_hit: &'static str,
    pub last_figure: &'static str,
    pub searching: &'static str,
    pub by_sound: &'static str,
    pub by_figure: &'static str,
    pub hits: Noun,
    pub text_formats: &'static str,
    pub one_section: &'static str,
    pub too_many_years: &'static str,
    pub no_earlier: &'static str,
    pub no_later: &'static str,
    pub only_series: &'static str,
    pub nothing_to_pick: &'static str,
    pub picked_unit: Noun,
    pub section_unit: Noun,
    pub passage_unit: Noun,
    pub row_unit: Noun,
    pub character_unit: Noun,
    pub section_is_picked: &'static str,
    pub none_picked: &'static str,
    pub picks_cleared: &'static str,
    pub by_no_terminal: &'static str,
    pub bad_pick: &'static str,
    pub nothing_to_copy: &'static str,
    pub nothing_to_number: &'static str,
    pub no_figures: &'static str,
    pub no_preview: &'static str,
    pub saving_stopped: &'static str,
    pub copied: &'static str,
    pub as_plain_text: &'static str,
    pub by_program: &'static str,
    pub by_tmux: &'static str,
    pub by_terminal: &'static str,
    pub copied_to_file: &'static str,
    pub not_copied: &'static str,
    pub no_cache: &'static str,
    pub stop_hint: &'static str,
    pub as_in_source: &'static str,
    pub numbered_anew: &'static str,
    pub formats: [&'static str; 6],
    pub end_of: &'static str,
    pub beginning_of: &'static str,
    pub quit_hint: &'static str,
    pub problems: &'static str,
    pub not_opened: &'static str,
    pub damaged_note: &'static str,
    pub note: &'static str,
    pub preview: &'static str,
    pub input_line: &'static str,
    pub no_picks: &'static str,
    pub no_picks_lines: &'static [&'static str],
    pub file_name: &'static str,
    pub confirm_overwrite: &'static str,
    pub written: &'static str,
    pub not_written: &'static str,
    pub cancelled: &'static str,
    pub too_small: &'static str,
    pub no_bulletins: &'static str,
    pub years_in: &'static str,
    pub no_bulletin_named: &'static str,
    pub no_section_named: &'static str,
    pub bad_reference: &'static str,
    pub file_exists: &'static str,
    pub no_such_ending: &'static str,
    pub no_lines: &'static str,
    pub no_numbering: &'static str,
    pub not_for_a_terminal: &'static str,
    pub no_passage: &'static str,
    pub no_row: &'static str,
    pub exporting: &'static str,
    pub several_series: &'static str,
    pub no_series_named: &'static str,
    pub nothing_to_compare: &'static str,
    pub error: &'static str,
    pub warning: &'static str,
    pub all_good: &'static str,
    pub checked: &'static str,
    pub errors: Noun,
    pub warnings: Noun,
    pub help_word: &'static str,
    pub keys_title: &'static str,
    pub signs_title: &'static str,
    pub sign_lines: &'static [&'static str],
    pub list_head: [&'static str; 7],
    pub undated: &'static str,
}

static ZH: Words = Words {
    read: "阅读",
    text: "正文",
    picks_not_exported: "选集还没有导出，再按一次 q 退出；F2 导出",
    no_file_name: "请输入文件名",
    no_years: "这个系列的指标没有写明年份，无从对照",
    compare: "对照",
    evidence: "依据",
    picks: "选集",
    help: "帮助",
    library: "简报库",
    copies: ["份", "份"],
    section: "节",
    chosen: "已选",
    figures: "数",
    achievements: "成效",
    plans: "安排",
    target_mark: "目",
    result_mark: "果",
    found_mark: "识",
    found_note: "程序识别",
    key: "代码",
    pairing: "配对",
    cell_parts: &["数值", "单位", "原文", "出处", "来源"],
    verdict_parts: &["依据", "完成率（%）", "差额", "不可比的原因", "下年"],
    figure_parts: [
        "目标或成果",
        "原文数值",
        "数值",
        "下限",
        "上限",
        "单位",
        "界限",
        "增减",
        "口径",
        "年份",
        "时段",
        "原文",
        "出处",
        "标题路径",
        "来源",
        "存疑",
        "简报",
        "发文机关",
        "发文字号",
        "成文日期",
    ],
    doubtful: "存疑",
    passage: "摘句",
    passages: "摘句",
    target: "目标",
    result: "成果",
    base: "原值",
    standing: "参照",
    indicator: "指标",
    outcome: "结果",
    next_year: "下年",
    with_figures: "有数指标",
    commitments: "定性承诺",
    numeric_tally: "有数目标",
    carried_on: "续办",
    better_than_expected: "优于预期",
    tightened: "下调（从严）",
    loosened: "上调（放宽）",
    filters: &[
        "",
        "只看已完成",
        "只看未完成",
        "只看未见报告",
        "只看不可比",
        "只看计划外",
    ],
    sorts: &["", "完成率从低到高", "完成率从高到低"],
    trend: "走势",
    only_numeric: "有数",
    only_changed: "有变化",
    by_theme: "按主题",
    nothing_chosen: "没有符合筛选的行：按 f 换一种",
    pair_confirmed: "已确认配对，记入 ",
    pair_unconfirmed: "已撤回确认，记入 ",
    pair_parted: "已拆开配对，记入 ",
    pair_unparted: "已撤回拆开，记入 ",
    not_similar: "这一行不是按相似程度配对的，无需确认",
    nothing_parted: "这一行没有可以拆开的配对",
    no_links_file: "内置简报不能保存配对：请用 --library 打开自己的文件夹",
    links_not_written: "配对没有保存：",
    parted_from: "已拆开，不与此配对：",
    pair_keys: "。F7 确认，F8 拆开",
    commitments_tally: "定性承诺",
    figures_short: "有数",
    words_short: "定性",
    tally_none: "没有可以判断的承诺",
    no_ledger: "这个系列没有目标或成果，无从对照",
    no_counterpart: "没有找到对应的一节",
    parallel: "并读",
    terms: "提法",
    changes: ["处变化", "处变化"],
    change_place: "变化",
    unchanged_rows: ["行未变", "行未变"],
    no_changes: "这几年的文字没有变化",
    first_change: "上面没有变化了",
    last_change: "下面没有变化了",
    no_theme: "这一年没有同题的一节",
    not_yet: "没有同题的一节（新增）",
    no_more: "没有同题的一节（未再出现）",
    no_answer: "（无）",
    only_one_year: "这个系列只有一份简报，没有可以并读的",
    other_series: "这一节不属于 --series 所说的系列：",
    not_two_years: "要并排的年份不足两年；这个系列有：",
    no_more_years: "这个系列没有那么多年份",
    too_long: "全文太长，请选一节并读",
    signs_note: "[-…-] 下一年没有  {+…+} 上一年没有  [>…<] 移动了位置",
    markdown_signs_note: "<del>下一年没有</del>，<ins>上一年没有</ins>，<em>移动了位置</em>",
    asked_phrases: "所数的词",
    words_to_count: "数哪个词：",
    no_words: "请输入文字或数字",
    new_phrases: "新提法（上一年没有）",
    gone_phrases: "不再提（下一年没有）",
    no_phrases: "无",
    find: "检索",
    menu_label: "操作：",
    reloaded: "文件有改动，已重新读取",
    picks_gone: "已重新读取；选集里有几项原文已改，不在选集里了",
    nothing_to_reload: "内置的简报和标准输入不能重新读取",
    no_place_before: "前面没有到过的位置了",
    no_place_after: "后面没有到过的位置了",
    place_gone: "原位置已不存在",
    places: ["处", "处"],
    marks: "书签",
    mark_label: "书签名：",
    mark_here: "在这里加书签",
    marked: "已加书签：",
    text_changed: "原文已改动",
    no_mark_chosen: "先选一个书签",
    mark_renamed: "书签改名为：",
    mark_removed: "已删去书签：",
    name_taken: "已有这个名字的书签：",
    no_mark_name: "请输入书签名",
    nothing_to_mark: "这里没有正文可加书签",
    not_remembered: "书签未能保存：",
    not_kept: "（只在这一次有效）",
    not_remembered_at_end: "阅读位置和进度未能保存：",
    nothing_to_read: "这里没有正文",
    is_read: "已标记为已读：",
    is_unread: "已标记为未读：",
    all_read: "全部已读",
    config_keys: "配置的按键未采用：",
    mouse_on: "鼠标可用：点选、滚动、拖动分隔线",
    mouse_off: "已放开鼠标，可用终端选字；再按 m 收回",
    not_on_this_screen: "这个画面没有：",
    find_label: "查找：",
    find_help: &[
        "行程卡            词句，不分全角半角、大小写、繁简和标点",
        "xck  xingchengka  拼音：声母、全拼，或两者混用",
        ">10%  ≥5000亿元   数字；可加词：>10% 宽带，>10% 增长",
        "单位:万人         以此为单位的数字",
        "#                 全部数字",
    ],
    this_bulletin: "本篇",
    whole_library: "全部简报",
    find_first: "还没有查找过，按 / 或 F7 查找",
    no_hits: "没有找到",
    filter_off: "；在列表里按 0 不再筛选",
    first_hit: "已是第一处",
    last_hit: "已是最后一处",
    last_figure: "后面没有数字了",
    searching: "正在查找…",
    by_sound: "读音相同",
    by_figure: "数字",
    hits: ["处", "处"],
    text_formats: "--text 的形式可以是 txt、md 或 json",
    one_section: "--section 要的是一节，如 编号#2.1：",
    too_many_years: "并排的年份最多：",
    no_earlier: "没有更早的年份",
    no_later: "没有更晚的年份",
    only_series: "只有这一个系列",
    nothing_to_pick: "这里没有可选的内容",
    picked_unit: ["项", "项"],
    section_unit: ["节", "节"],
    passage_unit: ["段摘句", "段摘句"],
    row_unit: ["行对照", "行对照"],
    character_unit: ["字", "字"],
    none_picked: "现在没有选取",
    picks_cleared: "已全部移出，再按 0 放回",
    by_no_terminal: "这个终端没有剪贴板，已写入 ",
    bad_pick: "看不懂的引用，应为 编号、编号#2.1、编号#plans、编号#2.1@10-40 或 编号#2.1=指标：",
    section_is_picked: "这一节已整节选取，摘句不用另选",
    nothing_to_copy: "这里没有可复制的内容",
    nothing_to_number: "这种形式没有序号",
    no_figures: "这一项没有数字，表格里没有它的行",
    no_preview: "太长，这里不预览",
    saving_stopped: "已停止，没有写入文件",
    copied: "已复制 ",
    as_plain_text: "（纯文本）",
    by_program: " 到本机剪贴板",
    by_tmux: "，已交给 tmux 和它的终端",
    by_terminal: "，由终端送往剪贴板（OSC 52）；贴不出就用 F2",
    copied_to_file: "太长，终端剪贴板放不下，已写入 ",
    not_copied: "没有复制：",
    no_cache: "不知道写到哪个文件夹（没有 HOME）",
    stop_hint: "按 Esc 停止",
    as_in_source: "原文序号",
    numbered_anew: "重新编号",
    formats: ["纯文本", "Markdown", "表格 CSV", "JSON", "Word", "网页"],
    end_of: "这是最后一节：",
    beginning_of: "这是全文：",
    quit_hint: "按 q 退出",
    problems: "有问题的文件",
    not_opened: "未打开",
    damaged_note: "存疑：数字有损，只显示，不计算",
    note: "备注：",
    preview: "预览",
    input_line: "输入行",
    no_picks: "还没有选取，先在阅读或对照里按空格选取",
    no_picks_lines: &["还没有选取。", "在阅读或对照里按空格选取。"],
    file_name: "导出到文件：",
    confirm_overwrite: "文件已存在，覆盖吗？按 y 覆盖，其他键取消",
    written: "已导出到 ",
    not_written: "没有导出：",
    cancelled: "已取消",
    too_small: "窗口太小",
    no_bulletins: "没有可以打开的简报",
    years_in: "年",
    no_bulletin_named: "没有这份简报：",
    no_section_named: "这份简报没有这一节：",
    bad_reference: "看不懂的引用，应为 编号、编号#2.1 或 编号#plans：",
    file_exists: "文件已存在，加 --force 覆盖：",
    no_such_ending: "看不懂的扩展名，应为 .txt .md .csv .json .docx .html：",
    no_lines: "--width 只用于 txt，不能用于 ",
    no_numbering: "--renumber 不能用于 ",
    not_for_a_terminal: "docx 不能显示在终端里，请用 -o 写入文件",
    no_passage: "这一节没有这样一段（从 0 起的字节，不能切开汉字）：",
    no_row: "这一节没有这个对照行：",
    exporting: "正在导出 ",
    several_series: "有几个系列，请用 --series 指明一个，或用 --together 指明两份：",
    no_series_named: "没有这个系列：",
    nothing_to_compare: "这个系列在所选年份没有目标或成果：",
    error: "错误",
    warning: "提醒",
    all_good: "没有问题",
    checked: "份已检查",
    errors: ["处错误", "处错误"],
    warnings: ["处提醒", "处提醒"],
    help_word: "建议",
    keys_title: "按键",
    signs_title: "标记",
    sign_lines: &[
        "目  本行有目标（下划线处）",
        "果  本行有成果（下划线处）",
        "识  文件里没有标注，程序识别的目标或成果",
        "·   本行有没有数字的目标或成果",
        "〔 〕原文没有的标题；对照表里是没有数字的承诺",
        "+ 超额完成  = 完成或已报告  ~ 基本完成  - 部分完成",
        "x 未完成    ? 未见报告      / 不可比    > 续办",
        "*   疑似同一指标，按相似程度配对：Enter 看依据，F7 确认，F8 拆开",
        "[x] 已选取  [ ] 未选取",
    ],
    list_head: ["编号", "日期", "发文机关", "系列", "年份", "节", "数"],
    undated: "无日期",
};

static EN: Words = Words {
    read: "Read",
    text: "Text",
    picks_not_exported: "The picks were not exported: press q again to quit, F2 to export",
    no_file_name: "Type the name of a file",
    no_years: "The indicators of this series have no year: nothing to compare",
    compare: "Compare",
    evidence: "Evidence",
    picks: "Picks",
    help: "Help",
    library: "Library",
    copies: ["bulletin", "bulletins"],
    section: "section",
    chosen: "picked",
    figures: "fig",
    achievements: "results",
    plans: "plans",
    target_mark: "T",
    result_mark: "R",
    found_mark: "F",
    found_note: "found by the program",
    key: "key",
    pairing: "paired by",
    cell_parts: &["number", "unit", "quotation", "reference", "origin"],
    verdict_parts: &[
        "verdict by",
        "attainment (%)",
        "difference",
        "why not comparable",
        "next target",
    ],
    figure_parts: [
        "role",
        "value",
        "number",
        "low",
        "high",
        "unit",
        "bound",
        "trend",
        "measure",
        "year",
        "period",
        "quotation",
        "reference",
        "headings",
        "origin",
        "doubtful",
        "bulletin",
        "issuer",
        "document number",
        "date",
    ],
    doubtful: "doubtful",
    passage: "passage",
    passages: "Passages",
    target: "target",
    result: "result",
    base: "base",
    standing: "standing",
    indicator: "Indicator",
    outcome: "Outcome",
    next_year: "Next",
    with_figures: "With figures",
    commitments: "Commitments without figures",
    numeric_tally: "targets with figures",
    carried_on: "carried on",
    better_than_expected: "better than expected",
    tightened: "lowered (stricter)",
    loosened: "raised (looser)",
    filters: &[
        "",
        "kept",
        "short",
        "not reported",
        "incomparable",
        "unplanned",
    ],
    sorts: &["", "least first", "most first"],
    trend: "trend",
    only_numeric: "figures",
    only_changed: "changed",
    by_theme: "by theme",
    nothing_chosen: "no row is of that kind: f for the next one",
    pair_confirmed: "pair confirmed in ",
    pair_unconfirmed: "confirmation taken back in ",
    pair_parted: "pair parted in ",
    pair_unparted: "parting taken back in ",
    not_similar: "this row was not paired by likeness: nothing to confirm",
    nothing_parted: "no pair in this row to part",
    no_links_file: "pairs of the built-in bulletins cannot be saved: open a folder with --library",
    links_not_written: "pairs not saved: ",
    parted_from: "parted from: ",
    pair_keys: ". F7 confirms, F8 parts",
    commitments_tally: "commitments",
    figures_short: "fig.",
    words_short: "other",
    tally_none: "no promises to judge",
    no_ledger: "No targets or results in this series: nothing to compare",
    no_counterpart: "No section answers to this one",
    parallel: "Parallel",
    terms: "Phrases",
    changes: ["change", "changes"],
    change_place: "change",
    unchanged_rows: ["row unchanged", "rows unchanged"],
    no_changes: "Nothing changed in these years",
    first_change: "No change above",
    last_change: "No change below",
    no_theme: "No section of this year answers to it",
    not_yet: "No such section yet (new)",
    no_more: "No such section any more (not continued)",
    no_answer: "(none)",
    only_one_year: "The series has one bulletin only: nothing to lay beside it",
    other_series: "the section is not of the series that --series names: ",
    not_two_years: "fewer than two years to lay side by side; the series has: ",
    no_more_years: "The series has no more years",
    too_long: "Too long as a whole: choose a section",
    signs_note: "[-…-] not in the next year  {+…+} not in the year before  [>…<] moved",
    markdown_signs_note: "<del>not in the next year</del>, <ins>not in the year before</ins>, <em>moved</em>",
    asked_phrases: "counted",
    words_to_count: "Count which word: ",
    no_words: "Type letters or digits",
    new_phrases: "new (not in the year before)",
    gone_phrases: "no longer said (not in the next year)",
    no_phrases: "none",
    find: "Find",
    menu_label: "Action: ",
    reloaded: "the files were read anew",
    picks_gone: "read anew; some picks changed in their files and are no longer picked",
    nothing_to_reload: "what is built in, or came from standard input, cannot be read anew",
    no_place_before: "no place was left before this one",
    no_place_after: "no place was gone back from",
    place_gone: "that place is no longer there",
    places: ["place", "places"],
    marks: "Marks",
    mark_label: "Name of the mark: ",
    mark_here: "set a mark here",
    marked: "mark set: ",
    text_changed: "the text was changed",
    no_mark_chosen: "choose a mark first",
    mark_renamed: "renamed to: ",
    mark_removed: "mark removed: ",
    name_taken: "there is a mark of that name: ",
    no_mark_name: "a mark needs a name",
    nothing_to_mark: "no text to mark here",
    not_remembered: "the mark was not saved: ",
    not_kept: " (for this time only)",
    not_remembered_at_end: "place and reading progress were not saved: ",
    nothing_to_read: "no text here",
    is_read: "marked as read: ",
    is_unread: "marked as unread: ",
    all_read: "everything is read",
    config_keys: "the keys of the config are not used: ",
    mouse_on: "the mouse clicks, scrolls, and drags the divider",
    mouse_off: "the mouse is the terminal's, to select text with; m takes it back",
    not_on_this_screen: "not on this screen: ",
    find_label: "Find: ",
    find_help: &[
        "行程卡            words, whatever their width, case, script and marks",
        "xck  xingchengka  pinyin: initials, syllables, or both",
        ">10%  ≥5000亿元   figures; also with words: >10% 宽带, >10% 增长",
        "unit:万人         figures in this unit",
        "#                 all figures",
    ],
    this_bulletin: "this bulletin",
    whole_library: "all bulletins",
    find_first: "nothing was looked for yet; / or F7 finds",
    no_hits: "nothing was found",
    filter_off: "; 0 in the list takes the filter off",
    first_hit: "this is the first hit",
    last_hit: "this is the last hit",
    last_figure: "no figure below",
    searching: "searching…",
    by_sound: "by sound",
    by_figure: "figures",
    hits: ["hit", "hits"],
    text_formats: "--text has the forms txt, md and json",
    one_section: "--section wants one section, such as ID#2.1: ",
    too_many_years: "so many years stand side by side at most: ",
    no_earlier: "No earlier year",
    no_later: "No later year",
    only_series: "This is the only series",
    nothing_to_pick: "Nothing to pick here",
    picked_unit: ["item", "items"],
    section_unit: ["section", "sections"],
    passage_unit: ["passage", "passages"],
    row_unit: ["row", "rows"],
    character_unit: ["character", "characters"],
    none_picked: "Nothing is picked now",
    picks_cleared: "All taken out; 0 puts them back",
    by_no_terminal: "This terminal has no clipboard, written to ",
    bad_pick: "expected ID, ID#2.1, ID#plans, ID#2.1@10-40 or ID#2.1=INDICATOR, found: ",
    section_is_picked: "The whole section is picked already",
    nothing_to_copy: "Nothing to copy here",
    nothing_to_number: "This form has no numbering",
    no_preview: "Too long to be shown here",
    no_figures: "No figures here: no line of the sheet is from it",
    saving_stopped: "Stopped, no file was written",
    copied: "Copied ",
    as_plain_text: " (plain text)",
    by_program: " to this machine's clipboard",
    by_tmux: ", handed to tmux and its terminal",
    by_terminal: " by the terminal (OSC 52); if not pasted, use F2",
    copied_to_file: "Too long for the terminal's clipboard, written to ",
    not_copied: "Not copied: ",
    no_cache: "no folder to write to (no HOME)",
    stop_hint: "Esc stops",
    as_in_source: "numbered as the source",
    numbered_anew: "numbered anew",
    formats: [
        "plain text",
        "Markdown",
        "sheet (CSV)",
        "JSON",
        "Word",
        "web page",
    ],
    end_of: "This is the last section of ",
    beginning_of: "This is all of ",
    quit_hint: "Press q to quit",
    problems: "Files with problems",
    not_opened: "not opened",
    damaged_note: "Doubtful: a damaged figure, shown but not computed with",
    note: "Note: ",
    preview: "Preview",
    input_line: "input line",
    no_picks: "Nothing picked yet: press Space in Read or Compare",
    no_picks_lines: &["Nothing picked yet.", "Press Space in Read or Compare."],
    file_name: "Export to file: ",
    confirm_overwrite: "The file exists. Press y to overwrite, any other key to cancel",
    written: "Exported to ",
    not_written: "Not exported: ",
    cancelled: "Cancelled",
    too_small: "Window too small",
    no_bulletins: "No bulletin can be opened",
    years_in: "",
    no_bulletin_named: "no such bulletin: ",
    no_section_named: "the bulletin has no such section: ",
    bad_reference: "expected ID, ID#2.1 or ID#plans, found: ",
    file_exists: "the file exists, --force overwrites it: ",
    no_such_ending: "expected a name ending with .txt .md .csv .json .docx or .html, found ",
    no_lines: "--width is for txt, not for ",
    no_numbering: "--renumber is not for ",
    not_for_a_terminal: "a docx is nothing to show in a terminal: write it to a file with -o",
    no_passage: "the section has no such passage (bytes from 0, no character cut): ",
    no_row: "the section has no such row in the ledger: ",
    exporting: "exporting ",
    several_series: "there are several series, name one with --series or two bulletins with --together: ",
    no_series_named: "no such series: ",
    nothing_to_compare: "no targets or results in these years: ",
    error: "error",
    warning: "warning",
    all_good: "no problems",
    checked: "checked",
    errors: ["error", "errors"],
    warnings: ["warning", "warnings"],
    help_word: "help",
    keys_title: "Keys",
    signs_title: "Signs",
    sign_lines: &[
        "T   the line holds a target (underlined)",
        "R   the line holds a result (underlined)",
        "F   a target or result found by the program, not declared in the file",
        "·   the line holds a target or result without a figure",
        "〔 〕a heading the source lacks; in Compare a promise without a figure",
        "+ exceeded   = met or reported   ~ nearly met   - partly met",
        "x missed     ? not reported      / incomparable   > carried on",
        "*   probably one indicator, paired by likeness: Enter shows why, F7 confirms, F8 parts",
        "[x] picked   [ ] not picked",
    ],
    list_head: [
        "ID", "Date", "Issuer", "Series", "Years", "Sections", "Figures",
    ],
    undated: "undated",
};

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn locales_choose_the_language() {
        assert_eq!(Lang::of_locale("zh_CN.UTF-8"), Lang::Zh);
        assert_eq!(Lang::of_locale("en_US.UTF-8"), Lang::En);
        assert_eq!(Lang::of_locale("C.UTF-8"), Lang::Zh);
        assert_eq!(Lang::of_locale(""), Lang::Zh);
    }
}
