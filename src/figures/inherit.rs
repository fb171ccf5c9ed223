//! The full name of a value: its own name with the subject of an earlier clause of its sentence.
//!
//! 咖啡产值增长3倍、精深加工率85% tells of 咖啡精深加工率. Each decision is a row of `RULES`; the first that holds decides.
//! Sees the names before a value in its sentence, and no year or role.

use std::cell::OnceCell;
use std::ops::Range;

use crate::lexicon::List;
use crate::model::Reading;
use crate::text::mark::{End, Mark};

use super::aspect::{bearer, is_aspect, name_change, names_a_change};
use super::limits;
use super::phrase::{
    SHORTEST_NAME, before_predicate, cut, does, is_nominal, is_verb, strip, words_of,
};
use super::scan::Mention;
use super::shared::Share;

static PER_HEAD: List = List::new("per-head");
static WAY_OF_CHANGE: List = List::new("way-of-change");
static AGAINST: List = List::new("against");
/// 用于: where a share of what was told before goes.
static GOES_TO: List = List::new("goes-to");
/// 在, 占: the words before a value that place its name within that of another.
static PLACED: List = List::new("placed-in");
static SHARE_OF: List = List::new("share-of");
/// 总数, 累计数: how many there are of what was told before.
static TOTAL: List = List::new("total-name");
/// What is told only of something: never a name by itself.
static BORNE: List = List::new("borne");
/// What does things: 平台, 机场.
static AGENT: List = List::new("agent");
/// 产业: what its firms and sites are told of.
static TRADE: List = List::new("trade");
/// 其中: a part of what was told before, which is not the whole.
static PART_MARK: List = List::new("part-mark");
/// 方面: the topic of the clauses after it.
static TOPIC: List = List::new("topic-mark");

/// What was named before in the sentence.
#[derive(Debug, Default)]
pub struct Names {
    /// The name of the value before: that of the next one if it has no words of its own.
    last: String,
    /// What names that need a bearer are joined to.
    base: String,
    /// Each name of the sentence with the unit and the clause of its value.
    held: Vec<Held>,
    /// Where the value before ends.
    end: usize,
}

#[derive(Debug)]
struct Held {
    name: String,
    unit: String,
    clause: Range<usize>,
}

/// What the rules look at.
struct Case<'a> {
    /// The name by the value's own clause.
    own: &'a str,
    /// The words of the clause before the value.
    head: &'a str,
    /// The same clause as that of the value before, by a 、.
    close: bool,
    /// The names before.
    names: &'a Names,
    /// The unit of the value.
    unit: &'a str,
    /// The words before the number of the value.
    words: &'a str,
    /// The sentence up to the clause of the value.
    before: &'a str,
    /// What several rules ask for, looked for once.
    bearer: OnceCell<Option<&'a str>>,
    topic: OnceCell<Option<&'a str>>,
}

impl<'a> Case<'a> {
    /// What the name that others are joined to is about.
    fn bearer(&self) -> Option<&'a str> {
        *self.bearer.get_or_init(|| bearer(&self.names.base))
    }

    /// What the clause before tells of, if no value stands before this one in its sentence.
    fn topic_before(&self) -> Option<&'a str> {
        *self.topic.get_or_init(|| topic_before(self))
    }
}

/// A decision: the full name if it holds, or None. An example is a text → the name of its last value.
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "names and examples are for tests")
)]
struct Rule {
    name: &'static str,
    full: fn(&Case<'_>) -> Option<String>,
    /// Whether the names after it are joined to what this one was joined to.
    keeps: bool,
    example: &'static str,
    counter: &'static str,
}

/// The rules, in the order in which they are asked.
const RULES: &[Rule] = &[
    Rule {
        name: "part",
        full: part,
        keeps: true,
        example: "改造管网18公里，其中新建11公里。 → 改造管网新建",
        counter: "改造管网18公里，新建11公里。 → 改造管网",
    },
    Rule {
        name: "same-unit",
        full: same_unit,
        keeps: true,
        example: "新增充电站点12个，方便群众出行，累计达到80个。 → 充电站点",
        counter: "新增充电站点12个，方便群众出行，累计达到80公里。 → ",
    },
    Rule {
        name: "silent",
        full: silent,
        keeps: true,
        example: "完成业务收入71亿元，同比增长5.6%。 → 业务收入增速",
        counter: "完成业务收入71亿元，用户增长5.6%。 → 用户增速",
    },
    Rule {
        name: "verb-of-bearer",
        full: verb_of_bearer,
        keeps: true,
        example: "新能源开工16万千瓦、投产10万千瓦。 → 新能源投产",
        counter: "新能源开工16万千瓦，培训10万人次。 → 培训",
    },
    Rule {
        name: "per-head",
        full: per_head,
        keeps: true,
        example: "全省GDP达3万亿元，人均6.4万元。 → 人均GDP",
        counter: "全省GDP达3万亿元，人均收入6.4万元。 → 人均收入",
    },
    Rule {
        name: "way-of-change",
        full: way_of_change,
        keeps: true,
        example: "业务收入71亿元，增速5.6%。 → 业务收入增速",
        counter: "业务收入71亿元，用户增速5.6%。 → 用户增速",
    },
    Rule {
        name: "placed",
        full: placed,
        keeps: true,
        example: "经济总量达3万亿元，占全国比重7.4%。 → 经济总量占全国比重",
        counter: "经济总量达3万亿元，服务业占比7.4%。 → 服务业占比",
    },
    Rule {
        name: "total",
        full: total,
        keeps: true,
        example: "新增示范企业35家、总数达198家。 → 示范企业总数",
        counter: "新增示范企业35家、学校总数达198家。 → 学校总数",
    },
    Rule {
        name: "topic",
        full: topic,
        keeps: false,
        example: "水利方面，新开工甲库至乙库等2个项目。 → 水利新开工项目",
        counter: "水利方面，投放家用净水设备20万台。 → 投放家用净水设备",
    },
    Rule {
        name: "borne",
        full: borne,
        keeps: false,
        example: "茶叶产量增长3%、加工率85%。 → 茶叶加工率",
        counter: "茶叶产量增长3%、森林覆盖率85%。 → 森林覆盖率",
    },
    Rule {
        name: "agent",
        full: agent,
        keeps: true,
        example: "信用平台授信57亿元、服务客户12万次。 → 信用平台服务客户",
        counter: "茶叶产量57万吨、服务客户12万次。 → 服务客户",
    },
    Rule {
        name: "trade",
        full: trade,
        keeps: false,
        example: "人工智能产业突破发展，骨干企业达110家。 → 人工智能产业骨干企业",
        counter: "各项事业突破发展，骨干企业达110家。 → 骨干企业",
    },
    Rule {
        name: "told-before",
        full: told_before,
        keeps: false,
        example: "村企合作持续深化，完成投资35亿元。 → 村企合作投资",
        counter: "抓好项目建设，完成投资35亿元。 → 投资",
    },
];

fn part(case: &Case<'_>) -> Option<String> {
    let part = PART_MARK.starts(case.head.trim_start_matches(is_pause)) && case.own.is_empty();
    let whole = case.names.base.as_str();
    let named = || cut(&format!("{whole}{}", case.words));
    part.then(|| {
        if case.words.is_empty() {
            String::new()
        } else {
            named()
        }
    })
}

fn same_unit(case: &Case<'_>) -> Option<String> {
    let mut held = case.names.held.iter().rev();
    let before = held.find(|held| held.unit == case.unit && !case.unit.contains('%'));
    let lost = case.own.is_empty() && case.names.last.is_empty();
    before.filter(|_| lost).map(|held| held.name.clone())
}

fn silent(case: &Case<'_>) -> Option<String> {
    case.own.is_empty().then(|| case.names.last.clone())
}

fn verb_of_bearer(case: &Case<'_>) -> Option<String> {
    if !case.close || !is_verb(case.own) {
        return None;
    }
    let bearer = case.bearer()?;
    Some(cut(&format!("{bearer}{}", case.own)))
}

fn per_head(case: &Case<'_>) -> Option<String> {
    let base = joinable(case)?;
    PER_HEAD
        .has(case.own)
        .then(|| cut(&format!("{}{base}", case.own)))
}

fn way_of_change(case: &Case<'_>) -> Option<String> {
    let base = joinable(case).filter(|_| WAY_OF_CHANGE.has(case.own))?;
    Some(if names_a_change(base) {
        base.to_owned()
    } else {
        cut(&format!("{base}{}", case.own))
    })
}

fn placed(case: &Case<'_>) -> Option<String> {
    let base = joinable(case)?;
    let within = PLACED.starts(case.head.trim_start_matches(is_pause)) && SHARE_OF.ends(case.own);
    // 商业在零售额中的比重…，在批发额中的比重…: both are of the first words.
    let bearer = PLACED
        .earliest(base)
        .filter(|at| *at > 0 && within && SHARE_OF.ends(base));
    let base = bearer.and_then(|at| base.get(..at)).unwrap_or(base);
    (AGAINST.starts(case.own) || GOES_TO.starts(case.own) || within)
        .then(|| cut(&format!("{base}{}", case.own)))
}

fn total(case: &Case<'_>) -> Option<String> {
    let base = joinable(case).filter(|_| TOTAL.has(case.own))?;
    Some(cut(&format!("{base}{}", case.own)))
}

fn topic(case: &Case<'_>) -> Option<String> {
    let short = case.own.chars().count() <= limits::SHORT_TOPIC.get();
    let plain = is_aspect(case.own) || (short && TOPIC_FOR.ends(case.own));
    let mut clauses = case.before.split(|c| Mark::ends(c, End::Comma));
    let marked = clauses.find_map(|clause| TOPIC.strip_end(clause.trim()))?;
    let topic = strip(marked);
    (plain && is_nominal(topic)).then(|| cut(&format!("{topic}{}", case.own)))
}

/// Names that say nothing without their topic: 项目.
static TOPIC_FOR: List = List::new("needs-topic");

fn borne(case: &Case<'_>) -> Option<String> {
    joinable(case)?;
    if !is_aspect(case.own) || !(case.close || BORNE.ends(case.own)) {
        return None;
    }
    let bearer = case.bearer()?;
    if case.own.starts_with(bearer) {
        return None;
    }
    Some(cut(&format!("{bearer}{}", case.own)))
}

fn agent(case: &Case<'_>) -> Option<String> {
    joinable(case)?;
    if !case.close || !does(case.own) {
        return None;
    }
    let bearer = case.bearer().filter(|bearer| AGENT.ends(bearer))?;
    Some(cut(&format!("{bearer}{}", case.own)))
}

fn trade(case: &Case<'_>) -> Option<String> {
    let topic = case.topic_before().filter(|topic| TRADE.ends(topic))?;
    let plain = is_nominal(case.own) && !case.own.contains(topic);
    plain.then(|| cut(&format!("{topic}{}", case.own)))
}

fn told_before(case: &Case<'_>) -> Option<String> {
    if !is_aspect(case.own) {
        return None;
    }
    let topic = case.topic_before()?;
    Some(cut(&format!("{topic}{}", case.own)))
}

fn topic_before<'a>(case: &Case<'a>) -> Option<&'a str> {
    if !case.names.held.is_empty() {
        return None;
    }
    let clause = case.before.trim_end_matches(|c| Mark::ends(c, End::Comma));
    let clause = clause.rsplit(|c| Mark::ends(c, End::Comma)).next()?;
    let topic = strip(before_predicate(clause)?);
    let good = is_nominal(topic) && !is_verb(topic) && topic.chars().count() > SHORTEST_NAME;
    good.then_some(topic)
}

fn is_pause(c: char) -> bool {
    Mark::ends(c, End::Pause) || c.is_whitespace()
}

fn joinable<'a>(case: &Case<'a>) -> Option<&'a str> {
    Some(case.names.base.as_str()).filter(|base| !base.is_empty())
}

/// Where a value stands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The text.
    pub body: &'a str,
    /// The value.
    pub mention: &'a Mention,
    /// Its sentence.
    pub sentence: &'a Range<usize>,
}

impl Names {
    /// Where the value before ends.
    pub fn end(&self) -> usize {
        self.end
    }

    /// The subject that a row of values gives to one of them; None where it gives none.
    pub fn given(&self, share: &Share, place: Place<'_>) -> Option<String> {
        match share {
            Share::Named(name) => Some(name.clone()).filter(|name| !name.is_empty()),
            Share::Earlier { nth, of, tail } => {
                let within = |held: &&Held| held.clause.start >= place.sentence.start;
                let other = |held: &&Held| within(held) && held.clause != place.mention.clause;
                let last = self.held.iter().rfind(other)?;
                let row: Vec<&Held> = self
                    .held
                    .iter()
                    .filter(|held| held.clause == last.clause)
                    .collect();
                let own = row.get(*nth).filter(|_| row.len() == *of)?;
                Some(cut(&format!("{}{tail}", own.name)))
            }
        }
    }

    /// The name of a value, with the subject of a value before it where the text leaves it out. `own` is the name by
    /// its own clause. The name is kept for the values after it.
    pub fn full(&mut self, own: &str, place: Place<'_>, reading: &Reading) -> String {
        let Place {
            body,
            mention,
            sentence,
        } = place;
        let start = mention.clause.start;
        let part = |range: Range<usize>| body.get(range).unwrap_or_default();
        let between = part(self.end.min(start)..start);
        if sentence.start >= self.end {
            self.held.clear();
        }
        if sentence.start >= self.end || between.matches(is_comma).count() > 1 {
            self.last.clear();
            self.base.clear();
        }
        let case = Case {
            own,
            head: part(start.max(self.end)..mention.value.start),
            close: self.end > start,
            names: self,
            unit: &reading.unit,
            words: words_of(part(mention.value.clone())),
            before: part(sentence.start..start),
            bearer: OnceCell::new(),
            topic: OnceCell::new(),
        };
        // A name that a row of values gave has its subject.
        let given = |held: &Held| !held.name.is_empty() && own.starts_with(&held.name);
        let alone = own.is_empty() || !self.held.iter().any(given);
        let mut rules = RULES.iter().filter(|_| alone);
        let decided = rules.find_map(|rule| Some((rule, (rule.full)(&case)?)));
        let (keeps, mut name) = match decided {
            Some((rule, name)) => (rule.keeps, name),
            None => (false, own.to_owned()),
        };
        if (!keeps || self.base.is_empty()) && !is_verb(&name) {
            self.base.clone_from(&name);
        }
        self.last.clone_from(&name);
        if self.held.len() >= limits::HELD.get() {
            self.held.remove(0);
        }
        self.held.push(Held {
            name: name.clone(),
            unit: reading.unit.clone(),
            clause: mention.clause.clone(),
        });
        self.end = mention.value.end;
        name_change(&mut name, reading);
        name
    }
}

fn is_comma(c: char) -> bool {
    matches!(c, '，' | ',')
}

#[cfg(test)]
mod tests {
    use super::super::about::About;
    use super::super::find::find;
    use super::super::scan::Detect;
    use super::*;

    fn last_name(text: &str) -> String {
        let figures = find(text, About::default(), Detect::Figures);
        figures.last().map(|f| f.indicator.clone()).unwrap()
    }

    #[test]
    fn every_rule_has_both_examples() {
        let mut wrong = Vec::new();
        for rule in RULES {
            for line in [rule.example, rule.counter] {
                let (text, name) = line.split_once(" → ").unwrap();
                let told = last_name(text);
                if told != name {
                    wrong.push(format!("{}: {text} {told}", rule.name));
                }
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    #[test]
    fn what_is_told_of_the_whole_economy_is_not_told_of_what_follows() {
        assert_eq!(last_name("生产总值增长5%、投资增长8%。"), "投资增速");
        assert_eq!(last_name("生产总值增长5%，消费增长8%。"), "消费增速");
    }

    #[test]
    fn a_row_of_values_behind_their_subjects_takes_their_names() {
        let text = "市管企业完成产值12亿元、上缴税金3亿元，分别增长4%、6%。";
        let figures = find(text, About::default(), Detect::Figures);
        let names: Vec<&str> = figures.iter().map(|f| f.indicator.as_str()).collect();
        assert_eq!(names[2], format!("{}增速", names[0]));
        assert_eq!(names[3], format!("{}增速", names[1]));
    }
}
