//! Figures out of running text: what is counted, for which year, promised or reported.
//!
//! `scan` says where values are, `read` what they say, `subject`, `period` and `stated` one fact each; this
//! file joins the facts to figures. Knows nothing of files, ledgers or screens.

use std::iter;
use std::ops::Range;

use crate::calendar::Period;
use crate::lexicon::List;
use crate::model::table::TAB;
use crate::model::{Figure, Origin, Reading, Role};
use crate::text::mark::{End, Mark};
use crate::text::sentence::Text;

use super::about::About;
use super::base::bases;
use super::counting::adds;
use super::each::subjects_of_each;
use super::inherit::{Names, Place};
use super::limits;
use super::main_targets::{self, Main};
use super::period::{Times, as_of};
use super::phrase::without_words;
use super::read::{Context, is_multiple, read};
use super::role::role;
use super::scan::{Detect, Mention, scan};
use super::scope::{charged, left_out, scope};
use super::shared::{Share, shared};
use super::shared_bound::share_bounds;
use super::stated::{stated, tells_part};
use super::subject::{Around, indicator};
use super::words::Words;

/// 方面 after a count: parts of what is said, and nothing that is promised.
static PARTS_OF_TEXT: List = List::new("uncounted");

/// The figures of a section's text, in the order of the text. The span of a figure is its clause; where all
/// numbers are looked for, it is the value alone.
pub fn find(body: &str, about: About, detect: Detect) -> Vec<Figure> {
    let text = Text::new(body);
    let mentions = scan(&text, detect);
    if mentions.is_empty() {
        return Vec::new();
    }
    // What only reports has no targets.
    let main = match about.role {
        Some(Role::Result) => Vec::new(),
        _ => main_targets::spans(body),
    };
    let mut finder = Finder {
        body,
        text: &text,
        mentions: &mentions,
        about,
        detect,
        names: Names::default(),
        times: Times::new(body, about),
        main,
        bases: bases(body, &mentions),
        of: Vec::new(),
        out: Vec::new(),
    };
    let shares = shared(body, &mentions);
    for (index, share) in shares.iter().enumerate() {
        finder.add(index, share.as_ref());
    }
    share_bounds(body, &mentions, &shares, &finder.of, &mut finder.out);
    finder.out
}

/// Finds the figures of a text, from the first value to the last: a name may depend on the value before.
struct Finder<'a> {
    body: &'a str,
    text: &'a Text<'a>,
    mentions: &'a [Mention],
    about: About,
    detect: Detect,
    /// The names before: the next value may leave its own out.
    names: Names,
    times: Times<'a>,
    /// Where the main targets stand.
    main: Vec<Main>,
    /// For each value whether it is only where another one came from.
    bases: Vec<bool>,
    /// For each figure the number of its value.
    of: Vec<usize>,
    out: Vec<Figure>,
}

impl Finder<'_> {
    fn part(&self, range: Range<usize>) -> &str {
        self.body.get(range).unwrap_or_default()
    }

    /// The sentence around a value.
    fn sentence(&self, mention: &Mention) -> Range<usize> {
        self.text
            .sentence_at(mention.value.start, limits::SENTENCE.get())
    }

    /// Whether a value is no figure: a cell of a table, or it only says how many parts follow, 抓好9个方面的工作.
    fn counts_nothing(&self, mention: &Mention) -> bool {
        let after = self.part(mention.value.end..mention.context.end);
        let announces = PARTS_OF_TEXT.starts(after);
        self.detect == Detect::Figures && (announces || self.is_bare_cell(mention))
    }

    /// Reads a value and adds its figure.
    fn add(&mut self, index: usize, share: Option<&Share>) {
        let Some(mention) = self.mentions.get(index) else {
            return;
        };
        if self.counts_nothing(mention) {
            return;
        }
        let sentence = self.sentence(mention);
        let words = Words::of(self.body, mention, sentence.clone());
        let role = role(self.body, &words, self.about.role);
        let place = Place {
            body: self.body,
            mention,
            sentence: &sentence,
        };
        let (named, others) = self.own_names(index, share, place);
        let Some(reading) = self.reading(mention, role, &named) else {
            return;
        };
        if self.detect == Detect::Figures && self.tells_of_last(mention, &reading, sentence.start) {
            return;
        }
        let name = self.names.full(&named, place, &reading);
        let next = self.mentions.get(index + 1);
        let base = self.bases.get(index).copied().unwrap_or_default()
            || (self.times.is_of_base(mention.value.start) && !is_multiple(&reading));
        let when = self.times.of(&words, (!base).then_some(&reading));
        let when = match role {
            Role::Target if !base => self.times.of_promise(when),
            _ => when,
        };
        let verdict = match role {
            Role::Result => self.verdict(mention, next, sentence.end),
            _ => None,
        };
        let before = self.part(sentence.start..mention.value.start);
        let figure = Figure {
            role: if base { Role::Base } else { role },
            scope: scope(&name)
                .or_else(|| left_out(before))
                .or_else(|| charged(before)),
            indicator: name,
            value: Some(self.part(mention.value.clone()).to_owned()),
            reading: Some(reading),
            year: when.period.and_then(Period::year),
            period: when.period,
            mean: when.mean,
            main: role == Role::Target && !base && self.is_main(mention.value.start),
            as_of: as_of(before),
            stated: verdict.map(str::to_owned),
            doubtful: mention.doubtful,
            span: match self.detect {
                Detect::Figures => mention.clause.clone(),
                Detect::Numbers => mention.value.clone(),
            },
            origin: Origin::Found,
            ..Figure::default()
        };
        self.add_others(index, &others, place, figure);
    }

    /// Adds a figure, and the same for the other subjects that have its value.
    fn add_others(&mut self, index: usize, others: &[String], place: Place<'_>, figure: Figure) {
        let of_other = |named: &String| {
            let name = self.names.full(named, place, figure.reading.as_ref()?);
            Some(Figure {
                scope: scope(&name).or_else(|| figure.scope.clone()),
                indicator: name,
                ..figure.clone()
            })
        };
        let others: Vec<Figure> = others.iter().filter_map(of_other).collect();
        self.of.extend(iter::repeat_n(index, others.len() + 1));
        self.out.push(figure);
        self.out.extend(others);
    }

    /// The name of a value by its own clause, and those of other subjects that have it too.
    fn own_names(
        &self,
        index: usize,
        share: Option<&Share>,
        place: Place<'_>,
    ) -> (String, Vec<String>) {
        let mention = place.mention;
        let head = mention.clause.start.max(self.names.end())..mention.value.start;
        let each = match share {
            None => subjects_of_each(self.part(head)),
            Some(_) => Vec::new(),
        };
        let mut each = each.into_iter();
        match each.next() {
            Some(first) => (first, each.collect()),
            None => (self.own_name(index, share, place), Vec::new()),
        }
    }

    /// Whether a place is among the main targets.
    fn is_main(&self, at: usize) -> bool {
        let before = self.main.partition_point(|main| main.span.start <= at);
        let last = before.checked_sub(1).and_then(|last| self.main.get(last));
        last.is_some_and(|main| at < main.span.end)
    }

    /// The name of a value by its own clause.
    fn own_name(&self, index: usize, share: Option<&Share>, place: Place<'_>) -> String {
        let around = Around {
            last: index
                .checked_sub(1)
                .and_then(|last| self.mentions.get(last)),
            next: self.mentions.get(index + 1),
            end: self.names.end(),
        };
        let given = share.and_then(|share| self.names.given(share, place));
        given.unwrap_or_else(|| indicator(self.body, place.mention, around))
    }

    /// Whether a value is all there is in a cell of a table: only the table's head says what it counts.
    fn is_bare_cell(&self, mention: &Mention) -> bool {
        let before = self.part(mention.clause.start..mention.value.start);
        let behind = self.part(mention.value.end..mention.clause.end);
        let alone =
            !before.contains(char::is_alphanumeric) && !behind.contains(char::is_alphanumeric);
        let before = self.part(0..mention.clause.start).ends_with(TAB);
        let after = self.part(mention.clause.end..self.body.len());
        alone && (before || after.starts_with(TAB))
    }

    fn reading(&self, mention: &Mention, role: Role, named: &str) -> Option<Reading> {
        let printed = format!("{}{}", mention.plain, mention.shared_unit);
        // 产值增长3倍、加工率85%: only a percentage's own words say what it measures. 新增 holds for all values after
        // it, but not where their own words tell a stock: 新增35家、总数达198家.
        let end = mention.value.end;
        let since = self
            .names
            .end()
            .clamp(mention.clause.start, mention.value.start);
        let words = if printed.contains('%') {
            mention.own.clone()
        } else if adds(self.part(since..end)).is_some() {
            since..end
        } else {
            mention.clause.start..end
        };
        let context = Context {
            role,
            indicator: named,
            quote: self.part(words),
        };
        read(&printed, context)
    }

    /// Whether a value says how much of a promise was kept (完成全年目标的90%). It is no figure of its own but the
    /// stated verdict on the figure before it in its sentence, and is kept there.
    fn tells_of_last(&mut self, mention: &Mention, reading: &Reading, sentence: usize) -> bool {
        let head = self.part(mention.clause.start..mention.value.start);
        if reading.unit != "%" || !tells_part(without_words(head)) {
            return false;
        }
        let words = self.body.get(mention.clause.clone()).unwrap_or_default();
        if let Some(last) = self
            .out
            .last_mut()
            .filter(|last| last.span.start >= sentence)
        {
            last.stated = stated(words).map(str::to_owned);
        }
        true
    }

    /// The bulletin's verdict on a value: in its own clause, or as the next clause (就业1269万人，超额完成全年目标) if
    /// that one holds no other value.
    fn verdict(&self, mention: &Mention, next: Option<&Mention>, end: usize) -> Option<&str> {
        let after = || {
            let own = mention.clause.end;
            let free = next
                .map_or(end, |next| next.clause.start)
                .clamp(own, end.max(own));
            let rest = self
                .body
                .get(own..free)?
                .trim_start_matches(|c| Mark::of(c) == Some(Mark::Stop(End::Comma)));
            let clause = rest.split(|c| Mark::ends(c, End::Comma)).next()?;
            stated(clause).filter(|words| clause.starts_with(words))
        };
        stated(self.body.get(mention.clause.clone())?).or_else(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, role: Role) -> Vec<Figure> {
        let about = About {
            role: Some(role),
            year: Some(2021),
            ..About::default()
        };
        find(text, about, Detect::Figures)
    }

    #[test]
    fn indicators_are_noun_phrases_of_the_clause() {
        for (text, names) in [
            (
                "建成二级节点166个，接入5万家企业。",
                &["二级节点", "接入企业"][..],
            ),
            (
                "上线85个二级节点，注册量突破97亿。",
                &["二级节点", "注册量"],
            ),
            ("全省5G网络覆盖率达95%", &["5G网络覆盖率"]),
            ("抓好9个方面的工作，新建泵站3座。", &["泵站"]),
            (
                "完成电信业务收入7136亿元，同比增长5.6%",
                &["电信业务收入", "电信业务收入增速"],
            ),
            ("全省GDP达3万亿元，人均超过6.4万元。", &["GDP", "人均GDP"]),
            ("办理时限由15个工作日压缩至5个工作日以内。", &["办理时限"]),
            (
                "贷款余额4.5万亿元，比年初增加5000亿元。",
                &["贷款余额", "贷款余额"],
            ),
            (
                "工业增加值增长9.6%，高于全国1.2个百分点。",
                &["工业增加值增速", "工业增加值高于全国"],
            ),
            (
                "新增建成3个骨干直联点和2个交换中心",
                &["骨干直联点", "交换中心"],
            ),
        ] {
            let figures = found(text, Role::Result);
            let got: Vec<&str> = figures.iter().map(|f| f.indicator.as_str()).collect();
            assert_eq!(got, names, "{text}");
        }
    }

    #[test]
    fn no_name_begins_or_ends_with_half_a_quotation() {
        for (text, expected) in [
            (
                "会议指出：“建成二级节点166个。”全年新增服务平台30个。",
                &["二级节点", "服务平台"][..],
            ),
            ("出台“要素政策赋能清单16条”。", &["要素政策赋能清单"]),
            ("算力规模比2023年实现“四个翻番”。", &["算力规模"]),
        ] {
            let figures = found(text, Role::Result);
            let names: Vec<&str> = figures.iter().map(|f| f.indicator.as_str()).collect();
            assert_eq!(names, expected, "{text}");
        }
    }

    #[test]
    fn no_name_is_taken_from_another_cell_of_a_table() {
        let text = "指标\t2025年\t责任单位\n城镇就业\t达到50万人\t市人社局\n粮食产量80万吨以上\t+3.5%\t市农业局";
        let figures = found(text, Role::Target);
        let got: Vec<(&str, &str)> = figures
            .iter()
            .map(|f| (f.indicator.as_str(), f.value.as_deref().unwrap()))
            .collect();
        assert_eq!(got, [("粮食产量", "80万吨以上")]);
    }

    #[test]
    fn the_bulletins_own_verdict_is_kept() {
        let stated = |text| {
            let figures = found(text, Role::Result).into_iter();
            figures
                .map(|f| f.stated.unwrap_or_default())
                .collect::<Vec<_>>()
        };
        let text = "城镇新增就业1269万人，超额完成全年目标，粮食产量1.37万亿斤。";
        assert_eq!(stated(text), ["超额完成全年目标", ""]);
        assert_eq!(stated("提前完成二级节点166个。"), ["提前完成"]);
        assert_eq!(
            stated("就业900人，完成全年目标的90%。"),
            ["完成全年目标的90%"]
        );
    }

    #[test]
    fn where_a_value_came_from_is_no_result_of_the_year() {
        let told = |text| {
            let figures = found(text, Role::Result).into_iter();
            figures.map(|f| (f.role, f.year)).collect::<Vec<_>>()
        };
        let (base, result) = (Role::Base, (Role::Result, Some(2021)));
        assert_eq!(
            told("价格从每G每月60万元降至42万元。"),
            [(base, None), result]
        );
        assert_eq!(
            told("覆盖率由2019年的85%提高到95%。"),
            [(base, Some(2019)), result]
        );
        assert_eq!(
            told("高中、初中分别由62所、90所增加到71所、98所。"),
            [(base, None), (base, None), result, result]
        );
        assert_eq!(told("从业人员10万人，营业收入达到30亿元。"), [result; 2]);
    }

    #[test]
    fn a_year_in_the_sentence_wins_and_a_baseline_does_not() {
        let year = |text| found(text, Role::Target)[0].year;
        assert_eq!(year("到2025年，覆盖率达到98%。"), Some(2025));
        assert_eq!(year("资费较2020年年底下降42.5%。"), Some(2021));
        let figures = found("截至2021年11月底，覆盖率达95%。", Role::Result);
        assert_eq!(figures[0].as_of.as_deref(), Some("2021年11月底"));
        let middle_dot = &found("全年增长19·5％。", Role::Result)[0];
        assert_eq!(middle_dot.value.as_deref(), Some("增长19·5％"));
        assert_eq!(middle_dot.reading.as_ref().unwrap().number, Some(19.5));
    }
}
