//! Kinds of sections and forms of headings, with the words of the format for them, and the role of the figures in a
//! section of a kind.
//!
//! Knows the words of files and JSON, not those of screens.

/// What a section is about; decides whether it promises or reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 工作成效: reports what was done.
    Achievements,
    /// 工作安排: promises for a year.
    Plans,
    /// 中长期目标: promises for several years.
    Outlook,
    /// 总体要求.
    Guidance,
    /// 主要任务: promises.
    Tasks,
    /// 重点工程: promises.
    Projects,
    /// 保障措施: promises.
    Safeguards,
    /// 存在问题: neither promises nor reports.
    Problems,
    /// 背景.
    Background,
    /// 简报: one of several briefings inside one document.
    Briefing,
}

impl Kind {
    /// Every kind, in the order of the format's description.
    pub const ALL: [Self; 10] = [
        Self::Achievements,
        Self::Plans,
        Self::Outlook,
        Self::Guidance,
        Self::Tasks,
        Self::Projects,
        Self::Safeguards,
        Self::Problems,
        Self::Background,
        Self::Briefing,
    ];

    /// The word used in files and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Achievements => "achievements",
            Self::Plans => "plans",
            Self::Outlook => "outlook",
            Self::Guidance => "guidance",
            Self::Tasks => "tasks",
            Self::Projects => "projects",
            Self::Safeguards => "safeguards",
            Self::Problems => "problems",
            Self::Background => "background",
            Self::Briefing => "briefing",
        }
    }

    /// The Chinese word, in files and on the Chinese screen.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Achievements => "工作成效",
            Self::Plans => "工作安排",
            Self::Outlook => "中长期目标",
            Self::Guidance => "总体要求",
            Self::Tasks => "主要任务",
            Self::Projects => "重点工程",
            Self::Safeguards => "保障措施",
            Self::Problems => "存在问题",
            Self::Background => "背景",
            Self::Briefing => "简报",
        }
    }

    /// The kind with this English or Chinese name.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == word || kind.chinese() == word)
    }

    /// The role of figures in sections of this kind: plans, outlook, tasks, projects and safeguards promise,
    /// achievements report, the others do neither.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Plans | Self::Outlook | Self::Tasks | Self::Projects | Self::Safeguards => {
                Some(Role::Target)
            }
            Self::Achievements => Some(Role::Result),
            Self::Guidance | Self::Problems | Self::Background | Self::Briefing => None,
        }
    }
}

/// What a figure was said for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Promised for a year.
    Target,
    /// Reported for a year.
    Result,
    /// Where a value came from: 从85%提高到95%.
    Base,
    /// A fact that is neither promised nor achieved: a rank, a figure of the whole country.
    Standing,
    /// The text does not tell.
    #[default]
    Untold,
}

impl Role {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::Target,
        Self::Result,
        Self::Base,
        Self::Standing,
        Self::Untold,
    ];

    /// The word used in JSON; None where the text does not tell.
    pub fn code(self) -> Option<&'static str> {
        match self {
            Self::Target => Some("target"),
            Self::Result => Some("result"),
            Self::Base => Some("base"),
            Self::Standing => Some("standing"),
            Self::Untold => None,
        }
    }

    /// Whether it was promised or reported: only such figures are set against each other.
    pub fn is_compared(self) -> bool {
        matches!(self, Self::Target | Self::Result)
    }
}

/// How a heading stands in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The heading stands alone.
    #[default]
    Block,
    /// The heading is the opening words of the section's first paragraph.
    RunIn,
    /// The source has no such words; the reader shows the heading in 〔 〕.
    Implied,
}

impl Form {
    /// The word used in files and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::RunIn => "run-in",
            Self::Implied => "implied",
        }
    }

    /// The form with this English or Chinese name.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "block" | "独立" => Some(Self::Block),
            "run-in" | "接排" => Some(Self::RunIn),
            "implied" | "拟题" => Some(Self::Implied),
            _ => None,
        }
    }
}
