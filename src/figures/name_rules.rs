//! What a value is named with of the names before it in its sentence: rules, asked in order.
//!
//! 咖啡产值增长3倍、精深加工率85% tells of 咖啡精深加工率. Each rule stands with an example and a counter-example. Sees
//! names and the words before a value, and no year or role.

use crate::lexicon::{Chars, List};
use crate::text::mark::{End, Mark};

use super::aspect::{is_aspect, names_a_change, tells_aspect};
use super::limits;
use super::name_case::Case;
use super::phrase::{SHORTEST_NAME, cut, does, is_nominal, is_verb, strip, tells, thing_of};
use super::prosecuted::prosecuted;
use super::told_alike::{branch, goods};

static PER_HEAD: List = List::new("per-head");
static WAY_OF_CHANGE: List = List::new("way-of-change");
static AGAINST: List = List::new("against");
/// 提升至: what a share moved to.
static REACHES: List = List::new("reaches");
/// 用于: where a share of what was told before goes.
static GOES_TO: List = List::new("goes-to");
/// 在, 占: the words before a value that place its name within that of another.
static PLACED: List = List::new("placed-in");
static SHARE_OF: List = List::new("share-of");
/// 总数, 累计数: how many there are of what was told before.
static TOTAL: List = List::new("total-name");
/// What is told only of something: never a name by itself.
static BORNE: List = List::new("borne");
/// 办结率: told of what was found or asked for before.
static HANDLED: List = List::new("handled-rate");
/// What does things: 平台, 机场.
static AGENT: List = List::new("agent");
/// 产业: what its firms and sites are told of.
static TRADE: List = List::new("trade");
/// 其中: a part of what was told before, which is not the whole.
static PART_MARK: List = List::new("part-mark");
/// 方面: the topic of the clauses after it.
static TOPIC: List = List::new("topic-mark");

/// 审结, 生产: what one verb tells of each of its objects.
static GOVERNS: List = List::new("governs");
/// 实施, 铺设: verbs of the next thing.
static NAMED_WITH: List = List::new("named-with");
/// 惠及: how many are better off by what was told before.
static BENEFITS: List = List::new("benefits");
/// 整改, 办结: what is done next to what was found.
static FOLLOW_UP: List = List::new("follow-up");
/// 投资: what is spent on what was counted before, and what it is spent on.
static COST: List = List::new("cost");
static MONEY: Chars = Chars::new(List::new("money"));
static PROJECT: List = List::new("project");
/// 加工率: told of goods, and never of firms.
static RATE_OF_GOODS: List = List::new("rate-of-goods");
static FIRM: List = List::new("firm");

/// A decision: the full name if it holds, or None. An example is a text → the name of its last value.
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "names and examples are for tests")
)]
pub(super) struct Rule {
    pub name: &'static str,
    pub full: fn(&Case<'_>) -> Option<String>,
    /// Whether the names after it are joined to what this one was joined to.
    pub keeps: bool,
    pub example: &'static str,
    pub counter: &'static str,
}

/// The rules, in the order in which they are asked.
pub(super) const RULES: &[Rule] = &[
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
        name: "prosecuted",
        full: prosecuted,
        keeps: false,
        example: "依法惩治毒品犯罪，起诉160人。 → 起诉毒品犯罪",
        counter: "优化窗口服务，起诉160人。 → 起诉",
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
        name: "one-verb",
        full: one_verb,
        keeps: true,
        example: "全年生产水泥23万吨、玻璃56万箱。 → 生产玻璃",
        counter: "全年生产水泥23万吨、铺设管道56公里。 → 铺设管道",
    },
    Rule {
        name: "benefits",
        full: benefits,
        keeps: true,
        example: "修缮校舍12所、惠及学生3万人。 → 修缮校舍惠及学生",
        counter: "修缮校舍12所、录取学生3万人。 → 录取学生",
    },
    Rule {
        name: "branch",
        full: branch,
        keeps: false,
        example: "医药工业增加值增长7%，食品制造业增长9%。 → 食品制造业增加值增速",
        counter: "医药工业增加值增长7%，出口增长9%。 → 出口增速",
    },
    Rule {
        name: "goods",
        full: goods,
        keeps: false,
        example: "服装类商品零售额增长7%，家具增长9%。 → 家具零售额增速",
        counter: "服装类商品零售额增长7%，游客增长9%。 → 游客增速",
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
        name: "cost",
        full: cost,
        keeps: false,
        example: "新开工水利项目120个，完成投资35亿元。 → 水利项目投资",
        counter: "新增用户120万户，完成投资35亿元。 → 投资",
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
    let whole = case.base;
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
    let mut held = case.held.iter().rev();
    let before = held.find(|held| held.unit == case.unit && !case.unit.contains('%'));
    let lost = case.own.is_empty() && case.last.is_empty();
    before.filter(|_| lost).map(|held| held.name.clone())
}

fn silent(case: &Case<'_>) -> Option<String> {
    if !case.own.is_empty() {
        return None;
    }
    // 收入30亿元，为预算的101%，增长3%: what grew is not the part of the budget.
    let compared = case.last.strip_prefix(case.base);
    let moved = !case.words.is_empty() && !REACHES.is_in(case.words);
    let grew = case.unit.ends_with('%') && moved;
    let whole = grew && compared.is_some_and(|rest| AGAINST.starts(rest));
    let name = if whole { case.base } else { case.last };
    Some(name.to_owned())
}

fn verb_of_bearer(case: &Case<'_>) -> Option<String> {
    // 排查隐患286项，整改完成271项: what was done next to as many things.
    let same = || case.held.last().is_some_and(|held| held.unit == case.unit);
    let next = FOLLOW_UP.has(case.own) && same();
    if !(next || case.close && is_verb(case.own)) {
        return None;
    }
    let bearer = case.bearer()?;
    let bearer = if next { thing_of(bearer) } else { bearer };
    Some(cut(&format!("{bearer}{}", case.own)))
}

fn per_head(case: &Case<'_>) -> Option<String> {
    let base = case.joinable()?;
    PER_HEAD
        .has(case.own)
        .then(|| cut(&format!("{}{base}", case.own)))
}

fn way_of_change(case: &Case<'_>) -> Option<String> {
    let base = case.joinable()?;
    let beside = |word| {
        case.own
            .strip_prefix(word)
            .is_some_and(|rest| AGAINST.starts(rest))
    };
    if WAY_OF_CHANGE.start(case.own).is_some_and(beside) {
        return Some(cut(&format!("{base}{}", case.own)));
    }
    if !WAY_OF_CHANGE.has(case.own) {
        return None;
    }
    Some(if names_a_change(base) {
        base.to_owned()
    } else {
        cut(&format!("{base}{}", case.own))
    })
}

fn placed(case: &Case<'_>) -> Option<String> {
    let base = case.joinable()?;
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
    let base = case.joinable().filter(|_| TOTAL.has(case.own))?;
    Some(cut(&format!("{base}{}", case.own)))
}

fn one_verb(case: &Case<'_>) -> Option<String> {
    let last = Some(case.last).filter(|_| case.close && !case.own.is_empty())?;
    let verb = GOVERNS.start(last)?;
    let thing = is_nominal(case.own) && !tells_aspect(case.own) && !tells(case.own);
    let done = GOVERNS.is_in(case.own) || NAMED_WITH.starts(case.own);
    (thing && !done).then(|| cut(&format!("{verb}{}", case.own)))
}

fn benefits(case: &Case<'_>) -> Option<String> {
    let base = case.joinable().filter(|_| BENEFITS.starts(case.own))?;
    // 化解率达94%，惠及群众7万人: nobody is better off by the share.
    let share = case.held.last().is_some_and(|held| held.unit.contains('%'));
    let told = base.chars().count() >= SHORTEST_NAME && !share;
    told.then(|| cut(&format!("{base}{}", case.own)))
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
    case.joinable()?;
    // 办理建议12件、提案16件，办结率100%: of both, and of neither alone.
    let followed = || HANDLED.has(case.own) && case.is_after_one();
    if !(followed() || is_aspect(case.own) && (case.close || BORNE.ends(case.own))) {
        return None;
    }
    let bearer = case.bearer()?;
    // 安排项目12个、计划投资3亿元: the verb is that of the first value.
    let bearer = thing_of(bearer);
    // 整改隐患12处，整改率90%: of what was found, and not of what was done to it.
    let bearer = if followed() {
        FOLLOW_UP.strip_starts(bearer, 0)
    } else {
        bearer
    };
    if bearer.chars().count() < SHORTEST_NAME || FOLLOW_UP.has(bearer) {
        return None;
    }
    // 加工企业达12家，加工率70%: it is not the firms that are worked up.
    let firms = FIRM.ends(bearer) && !tells_aspect(case.base) && RATE_OF_GOODS.ends(case.own);
    if firms || case.own.starts_with(bearer) {
        return None;
    }
    Some(cut(&format!("{bearer}{}", case.own)))
}

fn cost(case: &Case<'_>) -> Option<String> {
    let amount = case.unit.ends_with(|c| MONEY.has(c));
    case.joinable().filter(|_| amount && COST.has(case.own))?;
    let bearer = case.bearer().filter(|bearer| PROJECT.ends(bearer))?;
    Some(cut(&format!("{}{}", thing_of(bearer), case.own)))
}

fn agent(case: &Case<'_>) -> Option<String> {
    case.joinable()?;
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

fn is_pause(c: char) -> bool {
    Mark::ends(c, End::Pause) || c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::super::about::About;
    use super::super::find::find;
    use super::super::sample::last_name;
    use super::super::scan::Detect;
    use super::*;

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
        let text = "税收完成16亿元，为预算的101%，增长8%。";
        assert_eq!(last_name(text), "税收增速");
        let text = "税收占财政收入的比重由61%提升至64%。";
        assert_eq!(last_name(text), "税收占财政收入比重");
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
