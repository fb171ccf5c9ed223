//! Parts a chapter where its text turns: from five years to one, from results to plans, to what is wrong. What follows
//! a turn within a section becomes a section of its own without a heading. Knows nothing of headings.

use super::clock::first_paragraph;
use super::scope::Clock;
use super::turns::{Told, Turn, stands_at_end, turns};
use crate::calendar::{Period, Year};
use crate::import::chapters::{Node, Tree};
use crate::model::{Form, Kind};
use crate::text::label;
use crate::text::manner::Manner;

/// What a section speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    pub kind: Option<Kind>,
    pub year: Option<Year>,
    pub period: Option<Period>,
}

impl Scope {
    fn of(turn: Turn, clock: Clock, paragraph: &str) -> Self {
        Self {
            kind: Some(turn.kind()),
            year: turn.year(clock),
            period: turn.span(clock, paragraph),
        }
    }

    /// What a paragraph speaks of whose sentences speak of both: of two spans of time the longer one; where one
    /// reports and the other promises, nothing that is compared. What is wrong is not compared anyway.
    fn and(self, other: Self) -> Self {
        if self.kind == Some(Kind::Problems) {
            return self;
        }
        let longer = if self.period.is_some() { self } else { other };
        let kind = if self.kind == other.kind {
            self.kind
        } else {
            Some(Kind::Background)
        };
        Self { kind, ..longer }
    }

    /// What a section speaks of below one of another scope.
    fn below(self, above: Self) -> Self {
        let timeless = self.year.is_none() && self.period.is_none();
        let time = if timeless { above } else { self };
        Self {
            kind: self.kind.or(above.kind),
            ..time
        }
    }

    /// Writes into a section what it does not inherit.
    fn write(self, node: &mut Node, above: Self) {
        let own = self.below(above);
        node.kind = own.kind.filter(|_| own.kind != above.kind);
        if (own.year, own.period) != (above.year, above.period) {
            (node.year, node.period) = (own.year, own.period);
        }
    }
}

/// What the first paragraph of a chapter opens with; None if nothing tells.
pub fn opening(tree: &Tree, at: usize, clock: Clock) -> Option<Scope> {
    let paragraph = first_paragraph(tree, at)?;
    match turns(paragraph, clock).first() {
        Some(told) if told.opens => Some(Scope::of(told.turn, clock, paragraph)),
        // It parts nothing: later paragraphs of the same chapter may be of several years.
        _ => stands_at_end(paragraph, clock).then(|| Scope::of(Turn::PastYear, clock, paragraph)),
    }
}

/// A chapter that is being parted.
pub struct Parting<'t> {
    tree: &'t mut Tree,
    clock: Clock,
    /// What its heading says.
    base: Scope,
    /// Whether the heading says one thing only: then a section with a heading goes back to it.
    single: bool,
    /// What the text speaks of.
    now: Scope,
    /// What it spoke of before it came to what is wrong.
    before: Scope,
    /// Whether the last paragraph announced a list of what is wrong.
    lists_problems: bool,
    /// Whether the text has come to next steps, and whether their paragraph announced a list of them.
    next_steps: Option<bool>,
}

/// Whether a paragraph announces a list.
fn announces(paragraph: &str) -> bool {
    paragraph.ends_with(['：', ':'])
}

/// Whether numbering is that of items of one paragraph: 一是, 第一，.
fn is_item(numbering: &str) -> bool {
    // The words behind it decide whether 一是 is numbering; here it is known to be.
    let label = label::read(numbering, None);
    label.is_some_and(|label| matches!(label.manner, Manner::Is | Manner::Di))
}

/// Parts a chapter. `base` is what its heading says, `first` what its text speaks of before it turns; `single` is
/// whether the heading says one thing only.
pub fn part(tree: &mut Tree, at: usize, clock: Clock, (base, first): (Scope, Scope), single: bool) {
    let mut parting = Parting {
        tree,
        clock,
        base,
        single,
        now: first,
        before: first,
        lists_problems: false,
        next_steps: None,
    };
    let (text, children) = parting.take(at);
    let parts = parting.parts(text, Some(base), false);
    let mut below = parting.add(at, parts, base);
    for child in children {
        below.extend(parting.section(child, base));
    }
    if let Some(node) = tree.nodes.get_mut(at) {
        node.children = below;
    }
}

impl Parting<'_> {
    fn take(&mut self, at: usize) -> (Vec<String>, Vec<usize>) {
        let node = self.tree.nodes.get_mut(at);
        node.map_or_else(Default::default, |node| {
            (
                std::mem::take(&mut node.text),
                std::mem::take(&mut node.children),
            )
        })
    }

    /// Parts a section below a chapter: gives the sections that stand in its place.
    fn section(&mut self, at: usize, above: Scope) -> Vec<usize> {
        let Some(node) = self.tree.nodes.get(at) else {
            return Vec::new();
        };
        let item = is_item(&node.label);
        if node.opened.is_some() || node.kind.is_some() {
            let wrong = node.kind == Some(Kind::Problems);
            if item && wrong {
                self.turn_to_problems();
            } else if wrong && node.opened.is_none() {
                // It may end with what will be done about them.
                let base = Scope::of(Turn::Problems, self.clock, "").below(above);
                part(self.tree, at, self.clock, (base, base), true);
            }
            return vec![at];
        }
        let (run_in, headed) = (
            node.form == Form::RunIn,
            !node.label.is_empty() || !node.heading.is_empty(),
        );
        if headed {
            let heading = node.heading.clone();
            self.enter(&heading, item);
        }
        let entered = self.next_steps;
        let heading = self.now;
        let (text, children) = self.take(at);
        let mut parts = self.parts(text, run_in.then_some(heading), run_in);
        // The section itself is the first part.
        let own = if parts.is_empty() {
            (heading, Vec::new())
        } else {
            parts.remove(0)
        };
        let mut below = own.0.below(above);
        if let Some(node) = self.tree.nodes.get_mut(at) {
            own.0.write(node, above);
            node.text = own.1;
        }
        let mut sections = vec![at];
        for (scope, text) in parts {
            sections.push(self.new_section(at, scope, above, text));
            below = scope.below(above);
        }
        let mut inner = Vec::new();
        for child in children {
            inner.extend(self.section(child, below));
        }
        let last = sections.last().and_then(|at| self.tree.nodes.get_mut(*at));
        if let Some(last) = last {
            last.children = inner;
        }
        if headed && entered.is_none() && self.next_steps.take().is_some() {
            // Next steps that a section ends with are its own.
            self.now = heading;
        }
        sections
    }

    /// Comes to a section with numbering or a heading.
    fn enter(&mut self, heading: &str, item: bool) {
        if item && (self.lists_problems || self.now.kind == Some(Kind::Problems)) {
            // 仍面临不少困难：一是…。二是…: each of them is a problem.
            self.turn_to_problems();
            return;
        }
        let steps = self.next_steps;
        let span = self.now.period.is_some() && self.now.period != self.base.period;
        if item && span {
            // 过去五年，成就显著。一是…。二是…: each of them is of these years.
            return;
        }
        if steps.is_some_and(|lists| item || lists) {
            // 下一步重点做好以下工作：一是…。二是…: each of them is a step.
            return;
        }
        self.next_steps = None;
        // What comes after the promises that a review ends with goes on with them.
        let promises = matches!(self.now.kind, Some(Kind::Plans | Kind::Outlook));
        let ends_review = promises && steps.is_none() && self.base.kind == Some(Kind::Achievements);
        if self.single && !ends_review {
            self.now = self.base;
        } else if steps.is_some() || self.now.kind == Some(Kind::Problems) {
            self.now = self.before;
        }
        self.read(heading, false);
    }

    /// Goes on with what is wrong.
    fn turn_to_problems(&mut self) {
        if self.now.kind != Some(Kind::Problems) {
            self.before = self.now;
            self.now = self.scope_of(Turn::Problems, "");
        }
    }

    /// Cuts paragraphs where they turn. The first part has the scope `own` if that is given, and may be empty.
    fn parts(
        &mut self,
        text: Vec<String>,
        own: Option<Scope>,
        goes_on: bool,
    ) -> Vec<(Scope, Vec<String>)> {
        let mut parts: Vec<(Scope, Vec<String>)> = Vec::new();
        parts.extend(own.map(|own| (own, Vec::new())));
        for (place, paragraph) in text.into_iter().enumerate() {
            let scope = self.read(&paragraph, goes_on && place == 0);
            match parts.last_mut() {
                // What a heading opens goes on in the same section.
                Some((own, part)) if goes_on && place == 0 => {
                    if scope.kind == Some(Kind::Problems) {
                        *own = scope;
                    }
                    part.push(paragraph);
                }
                Some((last, part)) if *last == scope => part.push(paragraph),
                _ => parts.push((scope, vec![paragraph])),
            }
        }
        parts
    }

    /// What a paragraph speaks of. `goes_on`: its beginning is the heading before it.
    fn read(&mut self, paragraph: &str, goes_on: bool) -> Scope {
        let mut turns = turns(paragraph, self.clock);
        let last = turns.last().map(|told| told.turn);
        self.lists_problems = last == Some(Turn::Problems) && announces(paragraph);
        let plans = self.base.kind == Some(Kind::Plans);
        turns.retain(|told| match self.base.kind {
            Some(Kind::Plans) => matches!(told.turn, Turn::ThisYear | Turn::ComingSpan),
            // A year that a heading of problems has below it is that of the problem.
            Some(Kind::Problems) => {
                matches!(told.turn, Turn::ThisYear | Turn::NextSteps | Turn::Problems)
            }
            _ => true,
        });
        let before = self.now;
        let wrong = |told: &Told| told.turn == Turn::Problems && told.prevails;
        let opens = |told: &Told| told.opens && !goes_on;
        // 成绩来之不易。我们也清醒看到…: most of it is on what is wrong.
        let mut leads = turns.iter();
        let leading = leads
            .find(|told| wrong(told))
            .or_else(|| turns.iter().find(|told| opens(told)))
            .copied();
        let mut scope = leading.map_or(self.now, |told| self.scope_of(told.turn, paragraph));
        if !(plans && self.single) {
            self.now = scope;
        }
        if let Some(told) = leading {
            let steps = told.turn == Turn::NextSteps;
            self.next_steps = steps.then(|| announces(paragraph));
        }
        for told in turns.iter().filter(|told| !opens(told)) {
            let other = Scope::of(told.turn, self.clock, paragraph);
            if told.turn != Turn::Problems {
                scope = scope.and(other);
            }
            // A year that is named by the way holds no longer than its sentence; several years do.
            if other.period.is_some() && !(plans && self.single) && !goes_on {
                self.now = other;
            }
        }
        let turned = [Some(Kind::Problems), Some(Kind::Plans)].contains(&self.now.kind);
        if turned && self.now.kind != before.kind && before.kind != Some(Kind::Problems) {
            self.before = before;
        }
        scope
    }

    /// What a turn comes to: what is wrong, in a chapter of it, is of the chapter's time.
    fn scope_of(&self, turn: Turn, paragraph: &str) -> Scope {
        let scope = Scope::of(turn, self.clock, paragraph);
        match scope.kind {
            Some(Kind::Problems) if self.base.kind == scope.kind => self.base,
            _ => scope,
        }
    }

    /// Sections for the parts of a chapter's own text behind the first, which the chapter keeps.
    fn add(&mut self, at: usize, parts: Vec<(Scope, Vec<String>)>, base: Scope) -> Vec<usize> {
        let mut sections = Vec::new();
        for (place, (scope, text)) in parts.into_iter().enumerate() {
            if place > 0 {
                sections.push(self.new_section(at, scope, base, text));
            } else if let Some(node) = self.tree.nodes.get_mut(at) {
                node.text = text;
            }
        }
        sections
    }

    /// A section without a heading, for what follows a turn in another one.
    fn new_section(&mut self, of: usize, scope: Scope, above: Scope, text: Vec<String>) -> usize {
        let mut node = Node {
            number: self.tree.nodes.get(of).map_or(1, |node| node.number),
            text,
            ..Node::default()
        };
        scope.write(&mut node, above);
        self.tree.nodes.push(node);
        self.tree.nodes.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use crate::import::import;
    use crate::model::Kind;

    /// The kind and year of each section that holds one of some words, as a bulletin inherits them.
    fn kinds(text: &str, words: &[&str]) -> Vec<(Option<Kind>, Option<u16>)> {
        let tree = import(text.as_bytes(), "a.txt").tree;
        let mut found = vec![(None, None); words.len()];
        let mut open: Vec<_> = tree.roots.iter().map(|at| (*at, None, None)).collect();
        while let Some((at, kind, year)) = open.pop() {
            let node = &tree.nodes[at];
            let (kind, year) = (node.kind.or(kind), node.year.or(year));
            for (place, word) in words.iter().enumerate() {
                let text = node.text.iter().any(|text| text.contains(word));
                if text || node.heading.contains(word) {
                    found[place] = (kind, year);
                }
            }
            open.extend(node.children.iter().map(|at| (*at, kind, year)));
        }
        found
    }

    const DONE: (Option<Kind>, Option<u16>) = (Some(Kind::Achievements), Some(2030));
    const PLANNED: (Option<Kind>, Option<u16>) = (Some(Kind::Plans), Some(2031));

    #[test]
    fn a_paragraph_mostly_on_what_is_wrong_is_no_result() {
        let text = "青溪县2031年政府工作报告\n一、2030年工作回顾\n2030年，全县新修村道三条，改造校舍五所。\n一年奋斗，实属不易。我们也清醒看到，渠系老化仍未根治，灌溉用水率低于邻县，山区村道年久失修，乡镇医生缺口较大。\n二、2031年工作安排\n新修村道五条。\n";
        let found = kinds(text, &["改造校舍", "渠系老化", "村道五条"]);
        assert_eq!(found[0], DONE);
        assert_eq!(found[1].0, Some(Kind::Problems));
        assert_eq!(found[2], PLANNED);
        let by_the_way = "青溪县2031年政府工作报告\n一、2030年工作回顾\n2030年，全县新修村道三条，改造校舍五所，疏浚河道两段，种植茶树百亩，安装路灯千盏。我们也清醒看到，路还很长。\n二、2031年工作安排\n新修村道五条。\n";
        assert_eq!(kinds(by_the_way, &["疏浚河道"]), [DONE]);
    }

    #[test]
    fn next_steps_among_problems_are_plans() {
        let text = "青溪县水利局2030年工作总结\n一、工作成效\n新修渠道三条。\n二、存在的问题及改进情况\n2030年，我局工作仍存在一些不足：\n一是渠系老化，漏损率升到18%；\n二是巡查人员偏少。\n下一步，我局将重点做好以下工作：\n一是更换闸门十座；\n二是招录巡查员八名。\n三、其他需要报告的事项\n无。\n";
        let found = kinds(text, &["渠系老化", "人员偏少", "更换闸门", "招录巡查员"]);
        let wrong = Some(Kind::Problems);
        assert_eq!((found[0].0, found[1].0), (wrong, wrong));
        assert_eq!((found[2], found[3]), (PLANNED, PLANNED));
    }

    #[test]
    fn next_steps_of_a_section_are_its_own() {
        let text = "青溪县水利局2030年工作总结\n一、2030年工作情况\n（一）渠道建设\n新修渠道三条。\n下一步，我局将续修两条。\n（二）河道治理\n疏浚河道两段。\n二、存在问题\n（一）渠系老化\n漏损率升到18%。\n下一步，我局将更换闸门十座。\n（二）人员偏少\n巡查员只有四名。\n";
        let found = kinds(
            text,
            &["渠道三条", "续修", "河道两段", "漏损", "更换", "四名"],
        );
        assert_eq!((found[0], found[1], found[2]), (DONE, PLANNED, DONE));
        assert_eq!(found[3].0, Some(Kind::Problems));
        assert_eq!(found[4], PLANNED);
        assert_eq!(found[5].0, Some(Kind::Problems));
    }

    #[test]
    fn next_steps_of_a_plan_that_runs_are_of_the_rest_of_its_years() {
        let text = |title: &str| {
            format!(
                "{title}\n青溪县水利局\n2031年1月5日\n一、主要成效\n（一）渠道建设\n新修渠道三十条。\n下一步，我局将续修两条。\n（二）河道治理\n疏浚河道二十段。\n"
            )
        };
        let steps = |title: &str| {
            let tree = import(text(title).as_bytes(), "a.txt").tree;
            let mut nodes = tree.nodes.into_iter();
            let steps = nodes.find(|node| node.kind == Some(Kind::Plans)).unwrap();
            (steps.year, steps.period.map(|period| period.to_string()))
        };
        assert_eq!(steps("青溪县水利局2030年工作总结"), (Some(2031), None));
        let review = "青溪县水网四年行动（2030—2033年）中期评估报告";
        assert_eq!(steps(review), (None, Some("2031/2033".to_owned())));
    }

    #[test]
    fn headings_among_problems_are_problems() {
        let text = "青溪县水利局2030年工作总结\n一、2030年工作情况\n新修渠道三条。\n二、存在的困难和不足\n（一）目标完成不平衡\n只有两个乡镇完成。\n（二）保障措施跟不上\n经费短缺。\n（三）下一步工作目标\n更换闸门十座。\n";
        let found = kinds(text, &["两个乡镇", "经费", "更换闸门"]);
        assert_eq!(found[0].0, Some(Kind::Problems));
        assert_eq!(found[1].0, Some(Kind::Problems));
        assert_eq!(found[2], PLANNED);
    }

    #[test]
    fn a_sentence_announces_what_is_wrong() {
        let text = "青溪县2031年政府工作报告\n一、2030年工作回顾\n2030年，全县新修村道三条。\n对照群众期待，虽有进步，但渠系管护还有很大差距，主要表现在：闸门锈蚀，用水率偏低。\n针对存在的短板，我们办了三件事：换闸门、清淤泥、招巡查员。\n二、2031年工作安排\n新修村道五条。\n";
        let found = kinds(text, &["村道三条", "锈蚀", "村道五条"]);
        assert_eq!((found[0], found[2]), (DONE, PLANNED));
        assert_eq!(found[1].0, Some(Kind::Problems));
        let against = text.replace(
            "对照群众期待，虽有进步，但渠系管护还有很大差距，主要表现在：闸门锈蚀，用水率偏低。\n",
            "",
        );
        assert_eq!(kinds(&against, &["清淤泥"]), [DONE]);
    }

    #[test]
    fn what_praises_first_and_is_mostly_on_what_is_wrong_is_no_result() {
        let text = "青溪县人民法院工作报告（2031年）\n一、过去五年工作回顾\n审结案件三千件。\n五年来的进步，靠的是各方支持。但也清醒看到存在的问题：文书公开不够及时，法官助理缺额较多，仍有两人受到处分，乡镇巡回审判点偏少。\n二、2031年工作安排\n新设巡回审判点五个。\n";
        let found = kinds(text, &["审结案件", "缺额较多", "审判点五个"]);
        assert_eq!(found[0].0, Some(Kind::Achievements));
        assert_eq!(found[1].0, Some(Kind::Problems));
        assert_eq!(found[2], PLANNED);
    }

    #[test]
    fn traditional_words_tell_kinds_as_simplified_ones_do() {
        let text = "二○三一年財政年度施政報告\n一、二○三○年工作總結\n新修渠道三條。\n與此同時，我們亦清楚認識到當前的困難：閘門老化，巡查人員不足。\n二、二○三一年工作計劃\n新修渠道五條。\n結語\n讓我們同心前行。\n";
        let found = kinds(text, &["渠道三條", "閘門老化", "渠道五條", "同心前行"]);
        assert_eq!((found[0], found[2]), (DONE, PLANNED));
        assert_eq!(found[1].0, Some(Kind::Problems));
        assert_eq!(found[3].0, Some(Kind::Background));
    }

    #[test]
    fn items_are_of_the_years_that_their_paragraph_names() {
        let text = "青溪县2031年政府工作报告\n一、2030年工作回顾\n2030年，全县新修村道三条。\n2030年是收官之年。过去五年，灌区面貌一新。一是渠系更加完善。衬砌率提高十二个百分点。二是用水更加节约。亩均用水降低两成。\n（一）灌区改造\n改造闸门十座。\n二、2031年工作安排\n新修村道五条。\n";
        let tree = import(text.as_bytes(), "a.txt").tree;
        let period = |word: &str| {
            let mut nodes = tree.nodes.iter();
            let node = nodes.find(|node| node.text.iter().any(|text| text.contains(word)));
            node.and_then(|node| node.period)
                .map(|period| period.to_string())
        };
        for word in ["面貌一新", "衬砌率", "亩均用水"] {
            assert_eq!(period(word).as_deref(), Some("2026/2030"), "{word}");
        }
        assert_eq!(period("闸门十座"), None);
    }

    #[test]
    fn what_is_annexed_promises_only_what_its_title_promises() {
        let annex = |title: &str| {
            let text = format!(
                "青溪县2031年政府工作报告\n一、2030年工作回顾\n新修村道三条。\n二、2031年工作安排\n新修村道五条。\n附：{title}\n柳林镇敬老院改造。\n"
            );
            kinds(&text, &["敬老院"])[0]
        };
        assert_eq!(annex("2031年民生实事项目"), PLANNED);
        assert_eq!(annex("2030年主要工作数据"), (None, Some(2030)));
        assert_eq!(annex("两次被通报的单位名单"), (None, None));
    }

    #[test]
    fn headings_of_a_year_to_come_plan() {
        let text = |heading: &str| {
            format!(
                "青溪县水利局2030年工作情况报告\n一、主要工作\n新修渠道三条。\n二、{heading}\n更换闸门十座。\n"
            )
        };
        for heading in [
            "明年计划",
            "下一年度计划",
            "工作展望",
            "努力方向",
            "2031年计划",
            "推进灌区改革的对策措施",
        ] {
            assert_eq!(kinds(&text(heading), &["更换闸门"]), [PLANNED], "{heading}");
        }
        for heading in ["“十六五”展望", "未来展望"] {
            let found = kinds(&text(heading), &["更换闸门"]);
            assert_eq!(found[0].0, Some(Kind::Outlook), "{heading}");
        }
        for heading in ["兄弟县的做法和启示", "外地灌区经验"] {
            let found = kinds(&text(heading), &["更换闸门"]);
            assert_eq!(found, [(Some(Kind::Background), None)], "{heading}");
        }
        let found = kinds(&text("与外地交流经验情况"), &["更换闸门"]);
        assert_eq!(found, [DONE]);
    }
}
