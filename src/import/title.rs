//! The title: which lines of the head it is made of, and what of them is the name of a site.

use super::doubt::Why;
use super::head::{Reader, TEXT};
use super::kind::is_part;
use super::lines::is_with_number;
use super::office::is_organ;
use super::raw::{Line, Style};
use super::site::{is_closing, is_site};
use crate::text::chars::letters;
use crate::text::label;

impl Reader {
    /// Whether a line that looks like the heading of a part is the title: the first line of all that says what
    /// the document is, or one that the page's title holds.
    pub(super) fn may_be_title(&self, line: &Line) -> bool {
        let text = line.text.as_str();
        let count = text.chars().count();
        let ends = text.ends_with(['。', '：', '；', '，', ':', ',']);
        let numbered = label::read(text, None).is_some() || is_with_number(text);
        if ends || !(6..=72).contains(&count) || numbered {
            return false;
        }
        let says = [
            "关于", "报告", "汇报", "总结", "要点", "通报", "公报", "计划", "安排", "意见", "方案",
        ];
        let first = self.titles.iter().all(|title| is_organ(title))
            && says.iter().any(|word| text.contains(word));
        let of_page = self
            .front
            .as_ref()
            .is_some_and(|front| front.contains(text));
        let marked = matches!(line.style, Style::Heading(1 | 2) | Style::Title);
        (first && marked)
            || (is_part(text) && first && self.front.is_none())
            || (of_page && count >= 8)
    }

    /// A line that may be the title, or furniture around it; None if the text begins with it.
    pub(super) fn title_line(&mut self, line: &Line, next: Option<&Line>) -> Option<Why> {
        let text = line.text.as_str();
        let count = text.chars().count();
        // 政府工作报⏎告
        let whole = self.titles.last().map(|title| format!("{title}{text}"));
        let kinds = ["报告", "意见", "方案", "通知", "规划", "决定", "简报"];
        let ends_title = |whole: String| kinds.iter().any(|kind| whole.ends_with(kind));
        if count <= 3 && self.why.last() == Some(&Some(Why::Title)) && whole.is_some_and(ends_title)
        {
            self.titles.push(text.to_owned());
            return Some(Why::Title);
        }
        // 当前位置：⏎首页⏎>⏎政务信息: one word a line.
        let places = ["您的位置", "当前位置", "所在位置"];
        self.crumbs |= places.iter().any(|words| text.contains(words));
        if is_site(line) || (self.crumbs && count <= 8) {
            return Some(Why::Site);
        }
        self.crumbs = false;
        if is_closing(text) || (self.covered && is_contact(text)) {
            return Some(Why::Notice);
        }
        let ends = text.ends_with(['。', '：', '；', '，', '！', ':', ',', '.']);
        if ends || count >= TEXT * 2 || text.contains('。') {
            return None;
        }
        // A short line between the title and a paragraph is the first heading.
        let before_text = next.is_some_and(|next| {
            next.text.chars().count() >= 25 && next.text.contains(['。', '，'])
        });
        let apart = line.after_gap || line.whole;
        if !self.titles.is_empty()
            && apart
            && before_text
            && count <= 14
            && !is_organ(text)
            && !self.covered
        {
            return None;
        }
        if self.covered && self.titles.is_empty() && is_organ(text) && !text.contains("意见") {
            self.sign(text);
            return Some(Why::Issuer);
        }
        next?;
        self.titles.push(text.to_owned());
        Some(Why::Title)
    }

    /// The title: that of the annexed document, the page's or the front matter's, else the first lines.
    pub(super) fn title(&mut self) {
        // The office above or below the title.
        if self.titles.len() > 1 && self.titles.first().is_some_and(|first| is_organ(first)) {
            let office = self.titles.remove(0);
            self.signed.push(office);
        }
        if self.titles.len() > 1
            && let Some(office) = self.titles.pop_if(|last| is_organ(last))
        {
            self.signed.push(office);
        }
        let joined: String = self.titles.concat();
        let front = self.front.take().map(|title| without_site(&title));
        let last = self.titles.last().cloned().unwrap_or_default();
        let parts: String = self
            .titles
            .iter()
            .take(self.titles.len().saturating_sub(1))
            .map(|part| letters(part))
            .collect();
        let folded_last = letters(&last);
        let title = if let Some(marked) = self.marked.take().filter(|_| !self.covered) {
            marked
        } else if self.covered && !self.titles.is_empty() {
            joined
        } else if !folded_last.is_empty() && parts.ends_with(&folded_last) {
            // The title stood there before, cut to pieces.
            last
        } else if let Some(front) = front
            .clone()
            .filter(|front| !is_of_site(front) || self.titles.is_empty())
        {
            front
        } else {
            let mut title = String::new();
            for part in &self.titles {
                let count = part.chars().count();
                let kinds = [
                    "意见", "方案", "通知", "报告", "规划", "决定", "办法", "计划", "要点", "总结",
                    "公报", "函", "批复", "措施",
                ];
                let cut = title.contains("关于") && !kinds.iter().any(|kind| title.ends_with(kind));
                let goes_on = title.is_empty()
                    || cut
                    || count <= 4
                    || part.starts_with(['（', '('])
                    || title.ends_with(['、', '，']);
                if !goes_on {
                    break;
                }
                title.push_str(part);
            }
            title
        };
        self.front = front;
        self.head.title = title;
    }
}

/// Whether a line says whom to ask.
fn is_contact(text: &str) -> bool {
    let words = text.trim_start_matches(['（', '(']);
    words.starts_with("联系") && text.chars().count() <= 80
}

/// A page's title without the name of its site: 标题_网站名, 标题-某局.
fn without_site(title: &str) -> String {
    let cut = title.split(['_', '|']).next().unwrap_or_default().trim();
    let cut = if cut.chars().count() >= 6 {
        cut
    } else {
        title.trim()
    };
    let behind = cut.rsplit_once(['-', '—', '–']);
    match behind {
        Some((head, site))
            if head.trim().chars().count() >= 6 && (is_organ(site) || is_of_site(site)) =>
        {
            head.trim_end_matches(['-', '—', '–', ' ']).to_owned()
        }
        _ => cut.to_owned(),
    }
}

/// Whether words are the name of a site.
fn is_of_site(words: &str) -> bool {
    let names = ["门户网", "政府网", "网站", "首页", "新闻网"];
    // The column of the site that the page stands in.
    let columns = [
        "工作动态",
        "通知公告",
        "政策文件",
        "政务公开",
        "信息公开",
        "工作总结",
        "工作报告",
        "政策法规",
        "部门动态",
        "要闻",
        "公告公示",
        "规划计划",
        "文件",
        "计划总结",
    ];
    let place = words.ends_with("人民政府") || words.ends_with("政府信息公开");
    place || columns.contains(&words.trim()) || names.iter().any(|name| words.contains(name))
}
