//! Keys in, screen out: what a reader does and sees, without a terminal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

mod journey;
mod yearly;

use std::io;
use std::path::{Path, PathBuf};

use jianbao::app::app::App;
use jianbao::app::draw;
use jianbao::compare::{self, Ledger, Links, RowGroup};
use jianbao::export::format::Format;
use jianbao::export::json;
use jianbao::export::pick::{Pick, Size};
use jianbao::files::library;
use jianbao::i18n::Lang;
use jianbao::keymap::action::Action;
use jianbao::keymap::mode::Mode;
use jianbao::load::{self, Checks};
use jianbao::screens::all::keymap;
use jianbao::store::effect::{Answer, CopyError, Effect, FileError, Lack, SaveError, Way};
use jianbao::store::memory::Memory;
use jianbao::store::picks::Ticked;
use jianbao::width::{Ambiguous, cluster_cells};
use jianbao::wrap::Rules;
use journey::Journey;

#[test]
fn it_opens_on_the_newest_bulletin_of_the_first_series() {
    let journey = Journey::new(100, 30);
    journey
        .sees("阅读  工信部信息通信管理局 2022")
        .sees("简报库  5 份")
        .sees("2021年，工业和信息化部信息通信管理局");
}

#[test]
fn equal_lines_of_the_outline_are_told_apart() {
    let bulletin = |file: &str, town: &str| {
        let text = format!(
            "title: 情况通报\nissuer: 青溪县人民政府\ndate: 2030-03-01\nsections:\n  - heading: {town}\n    text: 情况。\n    \
             sections:\n      - {{heading: 产业, text: 修路。}}\n      - {{heading: 产业, text: 建厂。}}\n"
        );
        library::read_stream(file, text.as_bytes(), Checks::Errors)
    };
    let mut library = bulletin("一月.yaml", "北山镇");
    library.merge(bulletin("二月.yaml", "白石镇"));
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (100, 30));
    journey
        .press("5")
        .sees("2030  一月.yaml")
        .sees("2030  二月.yaml")
        .sees("产业 (1/2)")
        .sees("产业 (2/2)");
}

#[test]
fn the_text_follows_the_tree_and_the_tree_the_text() {
    let mut journey = Journey::new(100, 30);
    journey.press("Right Down").sees("〔2022年工作安排〕");
    journey.press("Tab PgDn PgDn PgDn PgDn");
    let (bulletin, section) = journey.text().top_section().unwrap();
    let top = journey.app.store.bulletins[bulletin].ancestry(section)[0];
    assert!(section > top, "the text is inside of a folded part");
    let node = jianbao::screens::read::outline::Node::Section(bulletin, top);
    assert_eq!(journey.read().tree().0, Some(node));
}

#[test]
fn the_place_is_kept_when_the_terminal_changes_its_size() {
    let mut journey = Journey::new(100, 30);
    journey.press("Tab PgDn Down Down Down");
    let before = journey.text().page().anchor(journey.text().top).unwrap();
    journey
        .answer(Answer::Resize(40, 12))
        .answer(Answer::Resize(19, 4))
        .answer(Answer::Resize(200, 60))
        .answer(Answer::Resize(100, 30));
    let after = journey.text().page().anchor(journey.text().top).unwrap();
    assert_eq!(after, before);
    // A corner that is dragged over many sizes does not carry the place away.
    for cells in (60..110).chain((60..=100).rev()) {
        journey.answer(Answer::Resize(cells, 30));
    }
    journey.answer(Answer::Resize(100, 30));
    let dragged = journey.text().page().anchor(journey.text().top);
    assert_eq!(dragged, Some(before));
}

#[test]
fn a_promise_is_compared_with_its_result_at_every_size() {
    for (cells, rows) in [(120, 40), (100, 30), (80, 24), (60, 20), (40, 12)] {
        let mut journey = Journey::new(cells, rows);
        // What nobody had promised stands last and is folded.
        journey.press("F3 4 End");
        for _ in 0..40 {
            let row = journey.compare().listed().1;
            if row.is_some_and(|row| journey.compare().indicators()[row] == "标识解析二级节点数")
            {
                break;
            }
            journey.press("Up");
        }
        // Its name may go on on the next line.
        journey
            .sees("标识解析二级节")
            .sees("166个")
            .sees("超200个")
            .sees("上调");
        journey.press("Enter");
        let sentence = |journey: &Journey| journey.screen().contains("二级节点166个，");
        for _ in 0..40 {
            if !sentence(&journey) {
                journey.press("Down");
            }
        }
        assert!(sentence(&journey), "{}", journey.screen());
    }
}

#[test]
fn values_are_never_cut_in_compare() {
    let library = library::built_in();
    for cells in 20..=140 {
        let mut journey = Journey::new(cells, 1_200);
        journey.press("F3 4");
        let screen = journey.screen().replace(['\n', ' '], "");
        for value in [
            "超250亿次",
            "超1800个",
            "166个",
            "超200个",
            "180万款",
            "192万款",
            "2000Gbps",
            "6700万余条",
            "5﹢2",
        ] {
            assert!(
                screen.contains(value),
                "{value} at {cells}\n{}",
                journey.screen()
            );
        }
    }
    assert_eq!(library.problems.len(), 0);
}

#[test]
fn the_tally_shows_its_denominators() {
    let mut journey = Journey::new(120, 40);
    journey.press("F3");
    journey
        .sees("2021年量化目标 4 项  超额完成 2 ██  完成 1 █  未提及 1 ░")
        .sees("▸ 定性任务  60    已提及 14 · 继续推进 12 · 未提及 34");
}

/// The codes of what a filter takes, in its order.
const FILTERS: [&[&str]; 8] = [
    &[],
    &["exceeded", "met"],
    &["near", "partial", "missed"],
    &["qualitative"],
    &["carried"],
    &["unreported"],
    &["incomparable"],
    &["unplanned"],
];

#[test]
fn what_a_group_counts_is_what_it_lists_and_what_the_tally_says() {
    let library = library::built_in();
    let mut journey = Journey::new(120, 40);
    journey.press("F3");
    let mut counted = 0;
    for series in compare::series(&library.bulletins) {
        let ledger = Ledger::new(&library.bulletins, &series, &[], &Links::default());
        let tallies = json::ledger(&ledger, &library.bulletins)["tally"].clone();
        for _ in ledger.years() {
            journey.press("[");
        }
        for year in ledger.years() {
            for codes in FILTERS {
                journey.press("4");
                let (shown, groups) = journey.compare().groups();
                assert_eq!(shown, year, "{series}");
                for (group, told, rows) in groups {
                    let what = format!("{series} {year} {group:?} {codes:?}");
                    assert_eq!(told, rows.len(), "{what}");
                    counted += told;
                    let tally = &tallies[year.to_string()][group.code()];
                    let number = |code: &str| tally[code].as_u64().unwrap_or(0) as usize;
                    let of_filter: usize = if codes.is_empty() {
                        number("total")
                    } else {
                        codes.iter().map(|code| number(code)).sum()
                    };
                    // Years that nobody reported on have no tally.
                    if !tally.is_null() {
                        assert_eq!(told, of_filter, "{what}");
                    }
                }
                journey.press("f");
            }
            journey.press("]");
        }
        journey.press("Tab");
    }
    assert!(counted > 300, "{counted}");
}

#[test]
fn json_lists_the_rows_that_it_counts() {
    let library = library::built_in();
    for series in compare::series(&library.bulletins) {
        let ledger = Ledger::new(&library.bulletins, &series, &[], &Links::default());
        // A series without years has nothing to count.
        let Some(year) = ledger.first_year() else {
            continue;
        };
        let json = json::ledger(&ledger, &library.bulletins);
        let tally = &json["tally"][year.to_string()];
        for group in RowGroup::ALL.map(RowGroup::code) {
            let rows = json["rows"].as_array().unwrap();
            let own = rows.iter().filter(|row| row["group"] == group).count();
            if !tally.is_null() {
                assert_eq!(tally[group]["total"], own, "{series} {group}");
            }
        }
        assert_eq!(tally["task"], tally["commitments"]);
    }
}

#[test]
fn silence_is_not_reported_and_never_missed() {
    let mut journey = Journey::new(120, 40);
    journey.press("F3");
    let line = journey.line("骨干网网间带宽扩容");
    assert!(
        line.contains("2000Gbps") && line.contains("? 未提及"),
        "{line}"
    );
    journey.misses("未完成");
}

#[test]
fn years_and_series_are_turned() {
    let mut journey = Journey::new(120, 40);
    journey.press("F3 Left").sees("2021目标").misses("2021完成");
    journey.press("Left");
    assert!(journey.app.store.notice.as_ref().unwrap().bad);
    journey
        .press("Tab")
        .sees("山西省通信管理局")
        .sees("2022目标");
}

#[test]
fn rows_are_taken_away_in_the_year_that_is_shown() {
    let mut journey = Journey::new(120, 40);
    journey.press("F3 a F2 Enter");
    assert!(journey.written().contains("2021年目标与完成情况】"));
    // Whatever year they were picked in.
    journey.press("Esc Left F2 Enter");
    assert!(journey.written().contains("2020年目标与完成情况】"));
    journey.press("Esc F4").sees("2020年目标与完成情况】");
    journey.press("Esc Right F4").sees("2021年目标与完成情况】");
    // A ledger that is not shown stays in the year that it was shown in.
    journey.press("Esc Left Tab F4");
    journey.sees("2020年目标与完成情况】");
}

#[test]
fn brackets_go_to_the_same_section_of_another_year() {
    let mut journey = Journey::new(100, 30);
    journey.press("[").sees("工信部信息通信管理局 2021");
    journey.press("[");
    assert_eq!(
        journey.app.store.notice.as_ref().unwrap().words,
        "没有更早的年份"
    );
    journey.press("]").sees("工信部信息通信管理局 2022");
    journey.press("Right Down").press("[");
    journey.sees("2021年工作思路及举措");
}

#[test]
fn levels_fold_the_tree() {
    let mut journey = Journey::new(100, 30);
    journey.press("1");
    assert_eq!(journey.tree_rows(), 4);
    journey.press("2");
    assert_eq!(journey.tree_rows(), 9);
    journey.press("9");
    assert_eq!(journey.tree_rows(), 9 + 25 + 26 + 27 + 83 + 45);
}

#[test]
fn what_is_ticked_is_exported() {
    let mut journey = Journey::new(100, 30);
    journey
        .press("Right Down Space")
        .sees("[x]")
        .sees("已选 1 项");
    journey
        .press("F3 Space F4")
        .sees("miit-ict-2022#2")
        .sees("对照：APP技术检测数")
        .sees("预览");
    journey
        .press("F2")
        .sees("导出到文件：工信部信息通信管理局2021-2022.txt");
    assert!(draw::caret(&journey.app).is_some());
    journey.act(Action::EraseLine);
    journey.press("摘 录 Enter");
    let Some(Effect::Save { path, force, .. }) = journey.asked.last() else {
        panic!("nothing was to be written");
    };
    assert_eq!((path.as_path(), *force), (Path::new("摘录"), false));
    let text = journey.written();
    assert!(
        text.contains("二级节点超200个") && text.contains("192万款APP技术检测"),
        "{text}"
    );
}

#[test]
fn an_existing_file_is_overwritten_only_after_yes() {
    let exists = || Answer::Saved(Err(SaveError::Exists(PathBuf::from("/tmp/a"))));
    let mut journey = Journey::new(80, 24);
    journey.press("Right Down Space F2 Enter");
    journey.answer(exists()).sees("按 y 覆盖");
    journey.press("n").sees("已取消");
    journey.answer(exists()).press("y");
    assert!(matches!(
        journey.asked.last(),
        Some(Effect::Save { force: true, .. })
    ));
    journey
        .answer(Answer::Saved(Ok(PathBuf::from("/tmp/a"))))
        .sees("已导出到 /tmp/a");
    assert!(journey.app.store.prompt.is_none());
}

/// What a full disk says of a file.
fn full() -> FileError {
    FileError::new(Some("/tmp/a".as_ref()), &io::ErrorKind::StorageFull.into())
}

#[test]
fn a_failed_export_is_told_and_the_name_can_be_mended() {
    let mut journey = Journey::new(80, 24);
    journey.press("Right Down Space F2 Enter");
    journey.answer(Answer::Saved(Err(SaveError::Failed(full()))));
    journey
        .sees("没有导出：磁盘已满: /tmp/a")
        .sees("导出到文件：");
    journey.press("Esc").sees("已取消");
}

#[test]
fn nothing_picked_is_said_and_not_exported() {
    let mut journey = Journey::new(80, 24);
    journey.press("F2").sees("还没有选取");
    assert!(journey.asked.is_empty());
    journey.press("F4").sees("在阅读或对照里按空格选取");
}

#[test]
fn a_parent_takes_its_children_and_shows_partly_picked_ones() {
    let mut journey = Journey::new(100, 30);
    journey.press("Right Right Down Space").sees("[-]");
    journey.press("Left Space");
    assert_eq!(journey.app.store.picks.items.len(), 1);
    // One that is taken out again leaves the others.
    journey.press("Right Down Space").sees("[-]");
    assert_eq!(journey.app.store.picks.items.len(), 6);
    journey.press("Space Left Left").sees("[x]");
}

#[test]
fn picks_are_counted_moved_and_shown_in_their_form() {
    let mut journey = Journey::new(100, 30);
    journey.press("Right Right Down Space Down Space F3 Space F4");
    journey
        .sees("摘编  纯文本 · 原文序号")
        .sees("3 项，2 节，1 行对照，255 字");
    let order = |journey: &Journey| -> Vec<String> {
        let items = journey.app.store.picks.items.iter();
        let names = items.map(|pick| pick.reference(&journey.app.store.bulletins));
        names.collect()
    };
    assert_eq!(
        order(&journey),
        [
            "miit-ict-2022#1.1",
            "miit-ict-2022#1.2",
            "miit-ict-2021#3.6=APP技术检测数"
        ]
    );
    journey.press("Right Right End Left");
    assert_eq!(order(&journey)[1], "miit-ict-2022#1.1");
    // 2 of 3 now: 原文的次序 puts it first again.
    journey.press("3");
    assert_eq!(order(&journey)[0], "miit-ict-2022#1.1");
    journey.press("Home Down").sees("　　加强建用协同");
    journey.press("2").sees("重新编号").sees("一、加强建用协同");
    journey
        .press("Tab")
        .sees("Markdown · 重新编号")
        .sees("**一、加强建用协同");
    journey
        .press("Tab")
        .sees("表格 CSV")
        .sees("指标：标识解析二级节点数");
    journey.press("Up").sees("这一项没有数字");
    journey.press("Tab").sees("\"ref\": \"miit-ict-2022#1.1\"");
    journey.press("2").sees("这种格式没有序号");
    journey.press("Tab").sees("Word · 重新编号");
    journey
        .press("F2")
        .sees("导出到文件：工信部信息通信管理局2021-2022.docx");
    journey.press("Esc 0").sees("还没有选取");
    journey.press("0").sees("3 项");
    // A name that ends as no form does is not written.
    journey.press("F2 Back Back Back Back p d f Enter");
    journey.sees("看不懂的扩展名").sees("导出到文件：");
    assert!(!matches!(journey.asked.last(), Some(Effect::Save { .. })));
}

#[test]
fn all_rows_that_are_listed_are_picked_at_once() {
    let mut journey = Journey::new(100, 30);
    // Those that were not reported, and of them those with figures.
    journey.press("F3 Down Space f f f f f 2");
    let listed = journey.compare().listed().0.len();
    journey.press("a");
    let picked = journey.app.store.picks.items.len();
    assert!(picked > 1 && picked <= listed + 1, "{picked} of {listed}");
    journey.press("a");
    assert!(journey.app.store.picks.items.len() <= 1);
    journey.press("f f f 4 a");
    let rows = journey.compare().listed().0.len();
    assert_eq!(journey.app.store.picks.items.len(), rows);
    journey.press("a").sees("现在没有选取");
}

#[test]
fn passages_are_picked_by_sentence_and_by_paragraph() {
    let mut journey = Journey::new(100, 30);
    journey
        .press("Right Right Down Down s")
        .sees("摘句  工信部");
    journey.press("Space").sees("已选 1 项，1 段摘句，40 字");
    // The next one joins it.
    journey.press("Down Space").sees("已选 1 项，1 段摘句，");
    journey
        .press("Up Space Down Space")
        .sees("现在没有选取")
        .misses("[-]");
    journey
        .press("Tab Space")
        .sees("已选 1 项，1 段摘句，169 字");
    let picks = &journey.app.store.picks.items;
    let body = journey.app.store.bulletins[1].sections()[2].body.len();
    assert_eq!(picks.len(), 1, "{picks:?}");
    assert!(
        picks[0]
            .reference(&journey.app.store.bulletins)
            .ends_with(&format!("@0-{body}"))
    );
    // Enter leaves; a pick of the section takes the passage in.
    journey
        .press("Enter")
        .sees("阅读  工信部")
        .misses("摘句  工信部");
    journey.press("Left Space");
    assert_eq!(journey.app.store.picks.items.len(), 1);
    journey.press("Tab s Space").sees("这一节已整节选取");
    journey.press("Esc F4 Del").sees("还没有选取");
}

#[test]
fn while_a_file_is_written_there_is_only_waiting_or_stopping() {
    let mut journey = Journey::new(100, 30);
    journey.press("Space F2 Enter");
    assert!(matches!(journey.asked.last(), Some(Effect::Save { .. })));
    journey
        .answer(Answer::Saving(42))
        .sees("正在导出 42%  按 Esc 停止");
    assert!(draw::caret(&journey.app).is_none());
    journey.press("x y F4 q Enter").sees("正在导出 42%");
    journey.press("Esc");
    assert_eq!(journey.asked.last(), Some(&Effect::StopSaving));
    journey.answer(Answer::Saved(Err(SaveError::Stopped)));
    journey.sees("已停止，没有写入文件").sees("导出到文件：");
    // Picks that were not written hold one back.
    journey.press("Esc q").sees("摘编还没有导出");
}

#[test]
fn what_was_copied_is_told_with_the_way_it_went() {
    let mut journey = Journey::new(100, 30);
    journey.press("Right Right Down y");
    let Some(Effect::Copy(order)) = journey.asked.last().cloned() else {
        panic!("nothing was to be copied");
    };
    let text = String::from_utf8(journey.carried_out(&order)).unwrap();
    assert!(
        text.contains("\n　　2021年，工业和信息化部") && text.lines().count() == 2,
        "{text}"
    );
    let size = Size::of(&order.picks, &journey.app.store.bulletins);
    let copied = |way| Answer::Copied(Ok((size, way)));
    journey
        .answer(copied(Way::Program("xclip")))
        .sees("已复制 1 节，86 字 到本机剪贴板（xclip）");
    journey.answer(copied(Way::Terminal)).sees("OSC 52");
    journey
        .answer(copied(Way::File("/a/b.txt".into(), Lack::TooLong)))
        .sees("太长，终端剪贴板放不下，已写入 /a/b.txt");
    journey
        .answer(Answer::Copied(Err(CopyError::Failed(full()))))
        .sees("没有复制：磁盘已满: /tmp/a");
    journey
        .answer(Answer::Copied(Err(CopyError::NoFolder)))
        .sees("没有复制：不知道写到哪个文件夹");
    // A row of the ledger, and a sheet of cells parted by tabs.
    journey.press("F3 Y");
    let Some(Effect::Copy(order)) = journey.asked.last() else {
        panic!("nothing was to be copied");
    };
    assert!(matches!(order.picks[..], [Pick::Row { .. }]));
    journey.press("Space F4 Tab Tab y");
    let Some(Effect::Copy(order)) = journey.asked.last() else {
        panic!("nothing was to be copied");
    };
    let text = String::from_utf8(journey.carried_out(order)).unwrap();
    assert!(text.starts_with("指标\t代码\t"), "{text}");
}

#[test]
fn help_names_every_key() {
    let mut journey = Journey::new(120, 140);
    journey.press("F1");
    for binding in keymap().rows.iter().map(|row| row.binding) {
        journey
            .sees(binding.words(Lang::Zh))
            .sees(&binding.keys[0].name(Lang::Zh.words()));
    }
    journey.press("Esc").sees("简报库");
}

#[test]
fn messages_name_the_keys_of_the_config() {
    let keys = [
        ("quit", "Z"),
        ("tick", "v"),
        ("export", "w"),
        ("picks.clear", "F8"),
        ("find", "F11"),
        ("compare.filter", "L"),
        ("mouse", "M"),
        ("confirm", "Ctrl-G"),
        ("parallel", "F5"),
    ];
    let keys = keys.map(|(name, key)| (name.to_owned(), vec![key.to_owned()]));
    let mut journey = Journey::new(100, 24);
    journey.app.store.keymap = keymap().with(&keys).unwrap();
    journey.press("Esc").sees("按 Z 退出");
    journey.act(Action::NextHit).sees("按 F11 查找");
    journey.press("F4").sees("在阅读或对照里按v选取");
    journey.press("Esc v Z");
    journey.sees("再按一次 Z 退出；w 导出");
    journey.press("F4 F8").sees("再按 F8 放回");
    journey.press("M").sees("再按 M 收回");
    journey.press("F3 L L L L L L").sees("筛选");
    journey.press("F1 End").sees("Ctrl-G 确认，F8 取消对应");
    journey.app.store.lang = Lang::En;
    journey.press("Esc Esc Esc Esc Esc").sees("Press Z to quit");
    // A command without a key: the message says so.
    journey.app.store.keymap = keymap().with(&[("quit".to_owned(), Vec::new())]).unwrap();
    journey.press("Esc").sees("Press (no key) to quit");
}

#[test]
fn both_languages_are_spoken_everywhere() {
    let mut journey = Journey::with(library::built_in(), Lang::En, Ambiguous::Narrow, (100, 30));
    journey
        .sees("Read")
        .sees("Library  5 bulletins")
        .sees("F1 help");
    journey
        .press("F3")
        .sees("2021 target")
        .sees("not mentioned")
        .sees("Evidence");
    journey.press("F1").sees("Keys");
    journey
        .press("Esc Esc F5")
        .sees("changes")
        .sees("next change");
    journey.press("t").sees("new (not in the year before)");
    journey.press("Tab").sees("no longer said");
}

#[test]
fn every_size_is_drawn_on_every_screen() {
    for keys in [
        "F1",
        "Tab",
        "F3",
        "F3 Enter",
        "F5 3",
        "F5 z n n",
        "F5 t Down Down",
        "Right Down Space F4",
        "Right Down Space F2",
        "End",
    ] {
        for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
            let mut journey = Journey::with(library::built_in(), Lang::Zh, ambiguous, (80, 24));
            journey.press(keys);
            for (cells, rows) in [
                (1, 1),
                (5, 2),
                (19, 5),
                (20, 4),
                (20, 5),
                (25, 7),
                (40, 12),
                (59, 9),
                (60, 10),
                (200, 60),
                (3, 100),
                (300, 2),
            ] {
                journey.answer(Answer::Resize(cells, rows));
                let screen = journey.screen();
                let small = cells < 20 || rows < 5;
                assert!(
                    !small || cells < 10 || screen.contains("窗口太小"),
                    "{cells}x{rows}\n{screen}"
                );
            }
        }
    }
}

#[test]
fn no_wide_character_hangs_over_the_edge_or_the_divider() {
    for cells in 60..=130 {
        for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
            let journey = Journey::with(library::built_in(), Lang::Zh, ambiguous, (cells, 24));
            let buffer = journey.buffer();
            let divider = journey.panes().divider.unwrap().x;
            let body = jianbao::view::area::body(journey.app.store.size);
            for y in body.y..body.y + body.rows {
                for edge in [divider, cells] {
                    let before = buffer[(edge - 1, y)].symbol();
                    let rule = ["─", "-"].contains(&before);
                    assert!(
                        rule || cluster_cells(before, ambiguous) <= 1,
                        "{before} at {edge},{y}"
                    );
                }
            }
        }
    }
}

#[test]
fn escape_sequences_in_a_bulletin_are_drawn_as_marks() {
    let text = "title: \"\\e[31m红\\u202e\"\nissuer: 某局\nseries: \"系\\x07列\"\nsections:\n  - heading: \"题\\e]0;x\\a\"\n    kind: plans\n    year: 2022\n    text: \"正\\e[2J文5个\"\n    targets:\n      - {indicator: \"指\\e标\", value: 5个, quote: 文5个}\n";
    let (bulletin, problems) = load::read_text("evil.yaml", "evil", text, Checks::Errors);
    assert_eq!(problems, Vec::new());
    for keys in ["Tab", "F3", "F3 Enter", "F3 Space F4", "Space F4"] {
        let library = load::Library {
            bulletins: bulletin.clone().into_iter().collect(),
            ..load::Library::default()
        };
        let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (100, 30));
        journey.press(keys);
        let buffer = journey.buffer();
        for cell in buffer.content() {
            assert!(
                !cell
                    .symbol()
                    .chars()
                    .any(|c| c.is_control() || c == '\u{202e}'),
                "{keys}: {:?}",
                cell.symbol()
            );
        }
        journey.sees("␛");
    }
}

#[test]
fn a_bad_file_is_listed_and_shown_with_its_caret() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bad/bad-kind.yaml");
    let good = concat!(env!("CARGO_MANIFEST_DIR"), "/briefings/miit-ict-2022.yaml");
    let library = library::read_paths(&[folder.into(), good.into()], Checks::Errors);
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (100, 30));
    journey
        .press("End")
        .sees("有问题的文件")
        .sees("kind: planes")
        .sees("^^^^^^");
}

#[test]
fn full_width_keys_act_as_their_ascii_keys() {
    let mut journey = Journey::new(100, 30);
    journey.press("ｊ").sees("〔2021年工作成效〕");
    journey.press("？").sees("按键");
    journey.press("ｑ").sees("〔2021年工作成效〕");
    journey.press("ｑ");
    assert_eq!(journey.asked, [Effect::Quit]);
}

#[test]
fn leaving_with_picks_that_were_not_exported_is_asked_for_twice() {
    let mut journey = Journey::new(100, 30);
    journey.press("Space q").sees("摘编还没有导出");
    assert_eq!(journey.asked, []);
    journey.press("Down q").sees("摘编还没有导出");
    journey.press("q");
    assert_eq!(journey.asked, [Effect::Quit]);
}

#[test]
fn exported_picks_do_not_hold_one_back() {
    let mut journey = Journey::new(100, 30);
    journey.press("Space F2 Enter");
    journey.answer(Answer::Saved(Ok(PathBuf::from("x.txt"))));
    journey.press("q");
    assert_eq!(journey.asked.last(), Some(&Effect::Quit));
    journey.asked.clear();
    journey.press("Down Space q").sees("摘编还没有导出");
    assert_eq!(journey.asked, []);
}

#[test]
fn the_bottom_line_says_what_keys_do_in_the_pane_that_takes_them() {
    let mut journey = Journey::new(100, 30);
    journey.sees("→ 展开");
    journey.press("Tab").sees("→ 下节").misses("→ 展开");
    journey.press("F1").sees("q 返回");
    journey.press("q").sees("→ 下节");
}

#[test]
fn folding_leaves_the_text_where_it_is() {
    let mut journey = Journey::new(100, 30);
    journey.press("Down Right Down Right Down Down");
    let top = journey.text().top;
    assert!(top > 0);
    journey.press("1");
    assert_eq!(journey.text().top, top);
    let node = journey.read().tree().0;
    assert_eq!(node, Some(jianbao::screens::read::outline::Node::Series(0)));
    journey.press("9");
    assert_eq!(journey.text().top, top);
    assert!(matches!(
        journey.read().tree().0,
        Some(jianbao::screens::read::outline::Node::Section(..))
    ));
}

#[test]
fn the_row_under_the_cursor_is_seen_on_the_smallest_screen() {
    let mut journey = Journey::new(20, 5);
    journey.press("F3").sees("APP技术检测");
    journey.press("F1 End").sees("已选取");
}

#[test]
fn a_series_whose_figures_have_no_year_is_told_so() {
    let mut journey = Journey::new(100, 30);
    journey.press("F3 Tab Tab").sees("没有写明年份");
}

/// A bulletin longer than what is set at once.
fn short_bulletin() -> load::Library {
    let yaml = "标题: 简报\n发文机关: 局\n章节:\n- 序号: 一、\n  层次标题: 工作安排\n  章节:\n  - 层次标题: 甲\n    form: run-in\n    正文: 完成。乙项。完成。丁项。戊项。\n  - 层次标题: 丙\n    正文: 推进。\n";
    let (bulletin, problems) = load::read_text("a.yaml", "a", yaml, Checks::Errors);
    assert!(problems.is_empty(), "{problems:?}");
    load::Library {
        bulletins: bulletin.into_iter().collect(),
        ..load::Library::default()
    }
}

#[test]
fn a_passage_stays_where_it_is_when_files_are_read_anew() {
    let mut journey = Journey::with(short_bulletin(), Lang::Zh, Ambiguous::Narrow, (100, 30));
    // 甲完成。 乙项。 完成。: the same words stand twice.
    journey.press("Right Right Down s Down Down Space Esc");
    let picked = journey.app.store.picks.items.clone();
    assert_eq!(picked.len(), 1);
    assert!(
        matches!(&picked[0], Pick::Passage(_, _, span) if span.start > 12),
        "{picked:?}"
    );
    journey.app.reload(short_bulletin());
    assert_eq!(journey.app.store.picks.items, picked);
}

#[test]
fn the_cursor_of_passages_goes_on_where_the_text_ends() {
    let mut journey = Journey::with(short_bulletin(), Lang::Zh, Ambiguous::Narrow, (100, 30));
    journey.press("Right Right Down s");
    let start = |journey: &Journey| {
        let unit = journey.read().text().1.cloned().unwrap();
        (unit.section, unit.span.start)
    };
    let mut places = vec![start(&journey)];
    for key in ["PgDn", "PgDn", "PgDn", "PgDn", "PgDn", "PgDn"] {
        journey.press(key);
        places.push(start(&journey));
    }
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(places.last(), Some(&(2, 0)));
    journey.press("Home");
    assert_eq!(start(&journey), (1, 0));
}

#[test]
fn a_section_with_a_heading_is_whole_only_with_it() {
    let mut journey = Journey::with(short_bulletin(), Lang::Zh, Ambiguous::Narrow, (100, 30));
    journey.press("Right Right Space Down Space");
    assert_eq!(journey.app.store.picks.items, [Pick::Section(0, 2)]);
    assert_eq!(
        journey
            .app
            .store
            .picks
            .ticked(&journey.app.store.bulletins, 0, 0),
        Ticked::Partly
    );
    journey.press("Space");
    assert_eq!(journey.app.store.picks.items, [Pick::Section(0, 0)]);
}

fn long_bulletin() -> load::Library {
    let sentence =
        "建成二级节点166个，IMS网络互联互通全国推广，“双千兆”网络覆盖2021年12月底前的全部城市。";
    let section = |n: usize| {
        let text = sentence.repeat(12 + n % 7);
        format!("- heading: 第{n}项工作\n  kind: achievements\n  year: 2021\n  text: {text}\n")
    };
    let sections: String = (1..=200).map(section).collect();
    let yaml = format!("format: 1\ntitle: 长简报\nissuer: 某局\nsections:\n{sections}");
    let (bulletin, problems) = load::read_text("long.yaml", "long", &yaml, Checks::Errors);
    assert!(problems.is_empty(), "{problems:?}");
    load::Library {
        bulletins: bulletin.into_iter().collect(),
        problems,
        files: 1,
        ..load::Library::default()
    }
}

#[test]
fn a_long_text_is_set_first_where_the_reader_looks() {
    let open = || Journey::with(long_bulletin(), Lang::Zh, Ambiguous::Narrow, (100, 30));
    for keys in ["Up", "Right End", "Right PgDn PgDn PgDn", "Tab End"] {
        let mut journey = open();
        journey.press(keys);
        while journey.app.has_work() {
            journey.app.work();
        }
        // Another width: only a part is set, and what is in view is right already.
        journey.answer(Answer::Resize(90, 28));
        assert!(journey.app.has_work());
        let part = journey.screen();
        while journey.app.has_work() {
            journey.app.work();
            assert_eq!(journey.screen(), part, "after {keys:?}");
        }
        let mut waited = journey;
        // A key that comes before the rest is set finds the same as one that comes after.
        let mut hurried = open();
        hurried.press(keys).answer(Answer::Resize(90, 28));
        let keys = "Down PgUp Tab Down Home End PgUp Right Right Up Home PgDn Down End Up PgUp PgUp \
                    Tab PgDn PgDn Down Tab PgUp Up Left Up Home End Up";
        for key in keys.split_whitespace() {
            // What was read is found out when the rest is set.
            let shown = |journey: &mut Journey| {
                let screen = journey.press(key).screen();
                let lines: Vec<String> = screen.lines().map(str::to_owned).collect();
                let strip = lines.len() - 2;
                (lines[..strip].to_vec(), lines[strip + 1].clone())
            };
            assert_eq!(shown(&mut waited), shown(&mut hurried), "{key}");
        }
        assert!(hurried.app.has_work(), "no key waited for the rest");
        // A width that was shown before needs no work.
        waited.answer(Answer::Resize(100, 30));
        assert!(!waited.app.has_work());
    }
}

#[test]
fn a_gap_between_han_and_latin_is_shown_and_not_exported() {
    let mut journey = Journey::with(long_bulletin(), Lang::Zh, Ambiguous::Narrow, (100, 30));
    journey.sees("建成二级节点166个，IMS网络互联互通");
    journey.app.store.rules.gap = true;
    journey.answer(Answer::Resize(101, 30));
    journey
        .sees("建成二级节点 166个，IMS 网络互联互通")
        .sees("2021年12月底前");
    journey.press("Space F4");
    let order = journey.app.store.order(Format::Txt);
    let text = String::from_utf8(journey.carried_out(&order)).unwrap();
    assert!(text.contains("建成二级节点166个，IMS网络互联互通"));
    assert!(
        !journey.screen().contains("IMS 网络"),
        "a preview is what is exported"
    );
}

/// A library of bulletins whose figures nobody declared, in a folder: the year, what was done in the
/// year before, what is planned.
fn found_library(bulletins: &[(u16, &str, &str)]) -> load::Library {
    let read = |(year, done, plan): &(u16, &str, &str)| {
        let text = yearly::yaml(*year, done, plan);
        let id = format!("b-{year}");
        load::read_text(&format!("{id}.yaml"), &id, &text, Checks::Errors).0
    };
    load::Library {
        bulletins: bulletins.iter().filter_map(read).collect(),
        links: links_files(&["文件夹"]),
        ..load::Library::default()
    }
}

fn bare_library() -> load::Library {
    found_library(&[
        (
            2021,
            "工作开局良好。",
            "推动修订《国家通信保障应急预案》。重点场所5G网络覆盖率达到98%。",
        ),
        (
            2022,
            "全面修订国家通信保障应急预案。重点区域5G网络覆盖率达95%。",
            "推进海缆保护。",
        ),
    ])
}

/// The links files of folders, each without a word.
fn links_files(folders: &[&str]) -> Vec<load::LinksFile> {
    let file = |folder: &&str| load::LinksFile {
        path: std::path::Path::new(folder).join("jianbao-links.txt"),
        links: Links::default(),
    };
    folders.iter().map(file).collect()
}

/// Does in memory what the loop does with the links file.
fn write_links(journey: &mut Journey, file: &mut String) {
    let Some(Effect::Link { path, change }) = journey.asked.pop() else {
        panic!("no change of the links file was asked for");
    };
    *file = change.apply(file);
    journey.answer(Answer::Linked(Ok((path, file.clone()))));
}

#[test]
fn a_pair_made_by_likeness_is_confirmed_and_parted_and_both_are_taken_back() {
    let mut journey = Journey::with(bare_library(), Lang::Zh, Ambiguous::Narrow, (120, 40));
    let mut file = String::new();
    let is_likely = |journey: &Journey| journey.line("重点场所5G网络覆盖率").contains('*');
    journey.press("F3");
    assert!(is_likely(&journey));
    journey.press("y");
    write_links(&mut journey, &mut file);
    assert!(!is_likely(&journey));
    journey.sees("已确认“重点场所5G网络覆盖率达到98%”与“重点区域5G网络覆盖率达95%”，F7 撤回，记入 文件夹/jianbao-links.txt");
    assert!(
        file.contains("一致\tb-2021\t重点场所5G网络覆盖率达到98%\tb-2022\t"),
        "{file}"
    );
    journey.press("Enter").sees("已由用户确认为同一指标");
    journey.press("Esc");
    // Once more takes it back.
    journey.press("y");
    write_links(&mut journey, &mut file);
    assert!(is_likely(&journey));
    journey.sees("已撤回确认：“重点场所5G网络覆盖率达到98%”与");
    journey.press("x");
    write_links(&mut journey, &mut file);
    assert!(!is_likely(&journey));
    journey
        .sees("未提及")
        .sees("已取消“重点场所5G网络覆盖率达到98%”与“重点区域5G网络覆盖率达95%”的对应，F8 撤回");
    journey
        .press("Enter")
        .sees("已取消对应，不与此配对：重点区域5G网络覆盖率达95%");
    journey.press("Esc");
    journey.press("x");
    write_links(&mut journey, &mut file);
    assert!(is_likely(&journey));
    // A promise in words is paired and parted alike.
    journey.press("Down Down").sees("= 已提及");
    journey.press("y");
    write_links(&mut journey, &mut file);
    assert!(file.contains("国家通信保障应急预案"), "{file}");
    journey
        .answer(Answer::Linked(Err(full())))
        .sees("配对没有保存：磁盘已满: /tmp/a");
}

#[test]
fn what_was_done_to_a_pair_is_told_on_a_narrow_screen_too() {
    let mut journey = Journey::with(bare_library(), Lang::Zh, Ambiguous::Narrow, (40, 12));
    let mut file = String::new();
    journey.press("F3 F7");
    write_links(&mut journey, &mut file);
    journey.sees("已确认“").sees("”与“").sees("F7 撤回");
    journey.press("F7");
    write_links(&mut journey, &mut file);
    journey.sees("已撤回确认：“");
}

#[test]
fn what_is_said_of_a_pair_is_said_of_the_year_that_is_shown() {
    let library = found_library(&[
        (2021, "工作开局良好。", "重点场所5G网络覆盖率达到98%。"),
        (
            2022,
            "城镇重点场所5G网络覆盖率达99%。",
            "重点场所5G网络覆盖率达到90%。",
        ),
        (2023, "城镇重点场所5G网络覆盖率达95%。", "推进海缆保护。"),
    ]);
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (120, 40));
    let mut file = String::new();
    journey.press("F3").sees("超额完成");
    journey.press("F8");
    write_links(&mut journey, &mut file);
    journey.sees("未提及").sees("F8 撤回");
    assert!(file.trim_end().ends_with("\t2022\t2022"), "{file}");
    journey.press("Left").sees("超额完成").misses("未提及");
    journey.press("Right F8");
    write_links(&mut journey, &mut file);
    journey.sees("超额完成").sees("已撤回取消对应：“");
}

#[test]
fn with_several_folders_open_each_links_file_keeps_its_word() {
    let mut library = bare_library();
    library.links = links_files(&["甲", "乙"]);
    let passages = "b-2021\t重点场所5G网络覆盖率达到98%\tb-2022\t重点区域5G网络覆盖率达95%\n";
    let mut second = format!("不同\t{passages}");
    library.links[1].links = Links::parse(&second).0;
    let mut first = String::new();
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (120, 40));
    let is_likely = |journey: &Journey| journey.line("重点场所5G网络覆盖率").contains('*');
    journey.press("F3").sees("未提及");
    assert!(!is_likely(&journey));
    // What is said goes into the first file, and what the second one says still holds.
    journey.press("Down Down").sees("= 已提及");
    journey.press("y");
    write_links(&mut journey, &mut first);
    journey.sees("已确认“").sees("记入 甲/jianbao-links.txt");
    journey.press("Home Down");
    // What is taken back is taken back in the second one.
    journey.press("x");
    write_links(&mut journey, &mut second);
    assert!(is_likely(&journey));
    journey.sees("乙/jianbao-links.txt");
    assert!(!second.contains("不同\tb-2021"), "{second}");
    assert!(first.contains("国家通信保障应急预案"), "{first}");
}

#[test]
fn pairs_of_the_built_in_bulletins_cannot_be_saved_and_that_is_said() {
    let mut library = bare_library();
    library.links.clear();
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (120, 40));
    journey.press("F3 y").sees("内置简报不能保存配对");
    assert_eq!(journey.asked, []);
    let mut journey = Journey::new(120, 40);
    journey.press("F3 y").sees("无需确认");
    // What the author's keys pair is the author's.
    journey.press("x").sees("没有可以取消");
}

#[test]
fn rows_are_filtered_sorted_and_grouped_and_the_head_says_so() {
    let mut journey = Journey::new(120, 60);
    journey
        .press("F3")
        .sees("▾ 量化目标  4")
        .sees("▸ 定性任务  60")
        .sees("▸ 未设目标的数据  17")
        .sees("1 主要0  2 量化4  3 任务60  4 全部96");
    let rows = |journey: &Journey| -> Vec<String> {
        let screen = journey.screen();
        screen
            .lines()
            .filter(|line| line.contains("[ ]"))
            .map(str::to_owned)
            .collect()
    };
    journey.press("2").misses("[ ] =").misses("[ ] ?");
    for (words, sign) in [
        ("只看完成", &["+ ", "= "][..]),
        ("只看未全部完成", &["~ ", "- ", "x "]),
        ("只看已提及", &["= "]),
        ("只看继续推进", &["> "]),
        ("只看未提及", &["? "]),
    ] {
        journey.press("f").sees(words);
        journey.press("4");
        let rows = rows(&journey);
        let of_kind = |row: &String| sign.iter().any(|sign| row.contains(sign));
        assert!(rows.iter().all(of_kind), "{words}: {rows:#?}");
    }
    // What is in words and was answered is mentioned, not met.
    journey
        .press("f f f 4 f")
        .sees("只看完成")
        .misses("定性任务");
    journey.press("f f f f f f f").misses("只看");
    journey.press("2 s").sees("完成率从低到高");
    assert!(
        rows(&journey)[0].contains("完成 100%"),
        "{:?}",
        rows(&journey)[0]
    );
    journey.press("s").sees("完成率从高到低");
    assert!(
        rows(&journey)[0].contains("超额完成 300%"),
        "{:?}",
        rows(&journey)[0]
    );
    journey.press("s 4 d").sees("有变化");
    assert!(rows(&journey).iter().all(|row| !row.contains("持平")));
    journey
        .press("d 2 t")
        .sees("分章节")
        .sees("三是增强信息通信服务民生能力");
    // What is chosen goes along into another year, and a row that is asked for is shown.
    journey.press("]").sees("分章节");
    journey.press("t f f").sees("没有符合筛选的行");
}

#[test]
fn groups_fold_and_a_digit_shows_one_of_them_alone() {
    let mut journey = Journey::new(120, 40);
    journey
        .press("F3 End")
        .sees("▸ 2022年新增  15")
        .misses("[ ] IMS");
    journey.press("Right").sees("▾ 2022年新增  15");
    journey.press("Enter").sees("▸ 2022年新增  15");
    // On the name of a group that is folded the year is turned.
    journey.press("Left").sees("2020年 ");
    journey.press("]").sees("2021年 ");
    journey.press("3").sees("▾ 定性任务").sees("▸ 量化目标");
    let row = journey.compare().listed().1;
    assert_eq!(row, journey.compare().listed().0.first().copied());
    journey.press("z").sees("▸ 定性任务");
    assert_eq!(journey.compare().listed().1, None);
    journey.press("1").sees("这一组里没有可列出的行");
    journey.press("4").sees("▾ 量化目标");
    let (_, groups) = journey.compare().groups();
    assert!(groups.iter().all(|(_, told, rows)| *told == rows.len()));
}

#[test]
fn what_the_program_found_bears_a_sign_in_its_cell_at_every_width() {
    for size in [(120, 40), (80, 24), (40, 12)] {
        let library = found_library(&[
            (2021, "工作开局良好。", "建成二级节点100个。"),
            (2022, "建成二级节点120个。", "推进海缆保护。"),
        ]);
        let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, size);
        journey.press("F3").sees("100个'").sees("120个'");
    }
    // What is declared in a file bears none.
    let mut journey = Journey::new(120, 40);
    journey.press("F3").sees("192万款").misses("192万款'");
}

#[test]
fn evidence_begins_with_the_verdict_and_quotes_with_the_title() {
    for (cells, rows) in [(120, 40), (80, 24), (60, 20)] {
        let mut journey = Journey::new(cells, rows);
        journey.press("F3 Enter");
        let screen = journey.screen();
        let first = screen.lines().nth(2).unwrap();
        assert_eq!(first.trim(), "+ 超额完成  106.7%  高 12万款  系统测算");
        journey.sees("2021目标  180万款").sees("《").sees("“");
        journey.press("Esc Down");
        if rows >= 24 {
            journey.sees(" = 完成  100%  系统测算");
        }
    }
}

#[test]
fn tasks_stand_in_whole_sentences_beside_what_is_said_of_them() {
    for (cells, rows) in [(120, 300), (80, 300), (40, 600)] {
        let mut journey = Journey::new(cells, rows);
        journey.press("F3 3");
        let screen = journey.screen().replace(['\n', ' '], "");
        assert!(!journey.screen().contains("〔深"), "{}", journey.screen());
        for words in ["继续推进（2022年：", "未提及"] {
            assert!(screen.contains(words), "{words} at {cells}");
        }
    }
}

#[test]
fn results_of_three_years_have_a_trend() {
    let library = found_library(&[
        (2021, "建成二级节点80个，行程卡查询79亿次。", ""),
        (2022, "建成二级节点120个，行程卡查询78亿次。", ""),
        (2023, "建成二级节点160个，行程卡查询77亿次。", ""),
        (2024, "建成二级节点200个，行程卡查询76亿次。", ""),
    ]);
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (120, 30));
    journey.press("F3").sees("走势").sees("▁▃▅▇").sees("▇▅▃▁");
    // Where such marks may take two cells there are others.
    journey.answer(Answer::Measured(Ambiguous::Wide, false));
    journey.sees("_--^").sees("^--_").misses("▁");
}

#[test]
fn a_pair_of_one_name_is_parted_too() {
    let library = found_library(&[
        (2021, "工作开局良好。", "建成二级节点100个。"),
        (2022, "建成二级节点120个。", "推进海缆保护。"),
    ]);
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (120, 40));
    let mut file = String::new();
    journey.press("F3").sees("超额完成 120%");
    journey.press("x");
    write_links(&mut journey, &mut file);
    journey.sees("未提及").sees("未设目标");
    journey.press("x");
    write_links(&mut journey, &mut file);
    journey.sees("超额完成 120%");
}

#[test]
fn the_year_in_the_middle_has_the_same_columns_at_every_width() {
    let library = found_library(&[
        (2021, "建成二级节点121个。", "建成二级节点131个。"),
        (2022, "建成二级节点122个。", "建成二级节点132个。"),
        (2023, "建成二级节点123个。", "建成二级节点133个。"),
    ]);
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (80, 24));
    journey.press("F3 Left");
    for cells in [80, 120, 200] {
        journey.answer(Answer::Resize(cells, 30));
        let head = journey.line("2021完成");
        for column in [
            "指标",
            "2020完成",
            "2021目标",
            "结果",
            "2022目标",
            "下年变化",
        ] {
            assert!(head.contains(column), "{column}: {head}");
        }
        assert!(!head.contains("2023目标"), "{head}");
    }
}

/// Three years of a bulletin with a section of six paragraphs, of which the first and the last change.
fn long_years() -> load::Library {
    let plan = |year: u16| {
        let same = (1..=4).map(|at| {
            let name = ["甲", "乙", "丙", "丁"][at - 1];
            format!(
                "{name}类设施运行平稳，{name}类企业服务规范，{name}类应急预案完整，{name}类队伍训练有素，\
                 {name}类平台对接顺畅，{name}类数据共享充分。"
            )
        });
        let first = format!(
            "建成标识解析二级节点{}个，服务企业能力明显增强。",
            year - 1900
        );
        let last = format!("全年组织技能培训{}人次。", year + 100);
        let all = std::iter::once(first).chain(same).chain([last]);
        all.collect::<Vec<_>>().join("\n")
    };
    let years: Vec<(u16, String)> = (2021..=2023).map(|year| (year, plan(year))).collect();
    let years: Vec<(u16, &str, &str)> = years
        .iter()
        .map(|(year, plan)| (*year, "工作开局良好。", plan.as_str()))
        .collect();
    found_library(&years)
}

#[test]
fn a_section_stands_beside_the_year_before_and_changes_are_gone_to() {
    let mut journey = Journey::with(long_years(), Lang::Zh, Ambiguous::Narrow, (120, 40));
    journey.press("Down Down F5");
    journey.sees("对读").sees("2022  #2").sees("▸ 2023  #2");
    // The figure with its unit is one change; both years stand level.
    let line = journey.line("二级节点122个");
    assert!(
        line.contains("二级节点123个") && line.contains(" - ") && line.contains(" + "),
        "{line}"
    );
    journey.sees("2 处变化");
    journey.press("n").sees("第 1/2 处变化");
    journey.press("F8").sees("第 2/2 处变化");
    journey.press("n").sees("下面没有变化了");
    journey.press("F7").sees("第 1/2 处变化");
    journey.press("N").sees("上面没有变化了");
    // Three years, and back to the text of the first of them.
    journey.press("3").sees("2021  #2").sees("二级节点121个");
    journey
        .press("Left Left Enter")
        .sees("阅读")
        .sees("某局 2021");
    // Esc comes back to the change.
    journey.press("Esc").sees("对读").sees("2021  #2");
}

#[test]
fn a_phrase_is_new_only_if_the_year_before_says_it_nowhere() {
    let library = found_library(&[
        (2021, "适老化改造全面完成。", "开展网络整治。"),
        (2022, "工作平稳有序。", "推进适老化改造。培育元宇宙产业。"),
    ]);
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (100, 30));
    journey.press("Down Down F5 t");
    journey.sees("+ 元宇宙产业").misses("+ 适老化改造");
    // Any word is counted by year.
    journey.press("/").sees("数哪个词：");
    for c in "适老化".chars() {
        journey.act(Action::Type(c));
    }
    journey.press("Enter").sees("所数的词  2021→2022");
    let line = journey.line("= 适老化");
    assert!(line.ends_with("1→1"), "{line}");
    journey.press("/ Enter").sees("请输入文字或数字");
    journey.press("Esc").sees("提法");
}

#[test]
fn what_did_not_change_is_folded_and_unfolded() {
    let mut journey = Journey::with(long_years(), Lang::Zh, Ambiguous::Narrow, (100, 30));
    journey.press("Down Down F5").sees("丙类队伍");
    journey
        .press("z")
        .sees("行未变")
        .misses("丙类队伍")
        .sees("二级节点123个");
    journey.press("1").misses("行未变").sees("丙类队伍");
    journey.press("Esc").sees("阅读");
}

#[test]
fn years_scroll_together_and_keep_their_place_when_the_screen_changes() {
    let mut journey = Journey::with(long_years(), Lang::Zh, Ambiguous::Narrow, (100, 14));
    journey.press("Down Down F5 PgDn");
    let top = |journey: &Journey| journey.screen().lines().nth(3).unwrap().to_owned();
    let before = top(&journey);
    let (left, right) = before.split_once('│').unwrap();
    // Both columns show the same words in the same row.
    assert_eq!(left.trim(), right.trim(), "{before}");
    let words = left.trim().to_owned();
    // On a narrow screen the years stand one below the other.
    journey.answer(Answer::Resize(50, 14));
    assert!(!top(&journey).contains('│'));
    let shown: String = journey.screen().split_whitespace().collect();
    let start: String = words.chars().take(6).collect();
    assert!(shown.contains(&start), "{start} {shown}");
    journey.answer(Answer::Resize(100, 14));
    assert_eq!(top(&journey), before);
}

#[test]
fn a_series_of_one_year_has_nothing_to_lay_beside() {
    let library = found_library(&[(2021, "工作开局良好。", "推进海缆保护。")]);
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (100, 30));
    journey.press("F5").sees("没有可以对读的").sees("阅读");
}

#[test]
fn the_year_back_keeps_the_paragraph() {
    let mut journey = Journey::with(long_years(), Lang::Zh, Ambiguous::Narrow, (100, 10));
    journey.press("Down Down Tab Down Down Down Down");
    let top = |journey: &Journey| journey.screen().lines().nth(3).unwrap().to_owned();
    assert!(top(&journey).contains("乙类"), "{}", journey.screen());
    journey.press("[").sees("某局 2022");
    assert!(top(&journey).contains("乙类"), "{}", journey.screen());
}

#[test]
fn new_phrases_are_listed_with_their_sentences() {
    let library = found_library(&[
        (
            2021,
            "工作开局良好。",
            "开展网络整治。推进“通信行程卡”服务。",
        ),
        (
            2022,
            "工作平稳有序。",
            "实施适老化改造。打造“专精特新”企业。开展网络整治。",
        ),
    ]);
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (100, 30));
    journey.press("Down Down F5 t");
    journey
        .sees("2022  新提法")
        .sees("+ 专精特新")
        .sees("+ 适老化改造");
    journey.sees("2021  不再提").sees("- 通信行程卡");
    // The first phrase is under the cursor, its sentence below.
    journey.sees("打造“专精特新”企业。").sees("b-2022#2");
    journey.press("Enter").sees("阅读").sees("某局 2022");
    journey.press("F5 5 Esc").sees("对读");
    journey.press("Esc").sees("阅读");
}

/// The hits of the reader, as `search --json` gives them.
fn found(journey: &Journey) -> Vec<(String, String, std::ops::Range<usize>)> {
    let bulletins = &journey.app.store.bulletins;
    let hits = journey.app.store.hits.search.hits.iter();
    let hit = |hit: &jianbao::search::Hit| {
        (
            hit.reference(bulletins),
            hit.field.code().to_owned(),
            hit.span.clone(),
        )
    };
    hits.map(hit).collect()
}

#[test]
fn words_are_found_as_they_are_typed_and_shown_in_the_text() {
    let mut journey = Journey::new(100, 30);
    journey.press("/").sees("查找：").sees("xingchengka");
    journey.press("x").press("c k").sees("读音相同");
    journey.sees("行程卡”公益服务").sees("1/4 处");
    journey.press("Down Down Down").press("Enter");
    journey.sees("阅读").sees("查找：xck  3/4").sees("▸");
    assert!(journey.screen().contains("累计查询超250亿次"));
    journey.press("N").sees("2/4").sees("2021年工作思路及举措");
    journey.press("n n").sees("4/4");
    journey.press("n").sees("已是最后一处");
    journey.press("Esc").sees("检索  xck  全部简报");
    journey.press("/ Up 天").sees("没有找到");
    journey.press("Back Back Back Back Esc");
    assert_eq!(journey.app.store.mode, Mode("text"));
}

#[test]
fn the_hits_of_the_reader_are_those_of_the_command() {
    for typed in [
        "xck",
        "5g+工業互聯網",
        ">90%",
        "#",
        "增长",
        "发展",
        "单位:万款",
    ] {
        let mut journey = Journey::new(80, 24);
        journey.act(Action::Find);
        for c in typed.chars() {
            journey.act(Action::Type(c));
        }
        let told = std::process::Command::new(env!("CARGO_BIN_EXE_jianbao"))
            .args(["search", typed, "--json"])
            .current_dir(std::env::temp_dir())
            .env_remove("JIANBAO_LIBRARY")
            .output()
            .unwrap();
        let told: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
        let place = |hit: &serde_json::Value| {
            let at = |end: usize| hit["span"][end].as_u64().unwrap() as usize;
            let word = |name: &str| hit[name].as_str().unwrap().to_owned();
            (word("ref"), word("field"), at(0)..at(1))
        };
        let told: Vec<_> = told.as_array().unwrap().iter().map(place).collect();
        assert!(!told.is_empty(), "{typed}");
        assert_eq!(told, found(&journey), "{typed}");
    }
}

#[test]
fn a_search_is_kept_to_years_kinds_outcomes_and_the_open_bulletin() {
    let mut journey = Journey::new(120, 30);
    journey.press("/ 5 G Enter");
    let all = found(&journey);
    journey.press("Tab").sees("检索  5G  本篇");
    assert!(
        found(&journey)
            .iter()
            .all(|(place, ..)| place.starts_with("miit-ict-2022"))
    );
    journey.press("1 2").sees("全部简报 · 2022年");
    assert!(!found(&journey).is_empty() && found(&journey).len() < all.len());
    journey.press("0 4").sees("全部简报 · 工作成效");
    journey.press("4").sees("全部简报 · 工作安排");
    journey.press("0 3").sees("全部简报 · 工信部信息通信管理局");
    journey.press("0");
    for _ in 0..7 {
        journey.press("5");
    }
    journey.sees("全部简报 · 未提及");
    let unreported = found(&journey);
    assert!(!unreported.is_empty() && unreported.iter().all(|hit| all.contains(hit)));
    journey.press("0");
    assert_eq!(found(&journey), all);
}

#[test]
fn figures_are_listed_and_gone_to_one_after_the_other() {
    let mut journey = Journey::new(100, 30);
    journey.press("F9").sees("检索  #  本篇").sees("1/16 处");
    journey.press("Enter").sees("166个");
    journey.press("Esc Esc");
    journey.press("Tab F8").sees("数字 1/15");
    journey.press("#").sees("数字 3/15");
    journey.press("Home");
    for _ in 0..20 {
        journey.press("#");
    }
    journey.sees("后面没有数字了");
}

#[test]
fn what_was_looked_for_before_comes_back() {
    let mut journey = Journey::new(80, 24);
    for typed in ["5", "网"] {
        journey.press("/").press(typed).press("Enter Esc");
    }
    journey.press("/ Up Up").sees("查找：5");
    journey.press("Down").sees("查找：网");
}

#[test]
fn full_width_keys_of_an_input_method_work_everywhere() {
    let mut journey = Journey::new(100, 30);
    journey.press("ｊ").sees("〔2021年工作成效〕");
    journey.press("ｋ");
    journey.press("／ Ｘ Ｃ Ｋ").sees("1/4 处");
    journey.press("Enter Enter ｎ").sees("2/4");
    journey.press("Esc 、").sees("查找：");
    journey.press("Esc Esc");
    journey.press("？").sees("帮助");
    journey.press("？");
    journey.press("【").sees("工信部信息通信管理局 2021");
    journey.press("Ｇ").sees("100%");
    journey.press("ｑ");
    assert_eq!(journey.asked.last(), Some(&Effect::Quit));
}

#[test]
fn the_action_menu_lists_all_actions_finds_them_by_pinyin_and_does_them() {
    let mut journey = Journey::new(100, 40);
    journey
        .press("：")
        .sees("操作：")
        .sees("看正文")
        .sees("查找：词句");
    for binding in keymap().rows.iter().map(|row| row.binding) {
        let listed = |row: &usize| {
            let words = journey.app.store.keymap.rows[*row].binding.words(Lang::Zh);
            words == binding.words(Lang::Zh)
        };
        let hidden = binding.modes == [Mode("input")] || binding.action == Action::Menu;
        assert!(
            hidden || journey.menu().1.iter().any(listed),
            "{}",
            binding.words(Lang::Zh)
        );
    }
    // 对照 is the first thing that sounds so and can be done here.
    journey.press("d u i z h a o").sees("F3  c");
    journey.press("Enter");
    journey.sees("对照").sees("指标");
    journey.press("F12 s h a i x u a n Enter").sees("只看完成");
    journey.press(": 2 0 栏").sees("没有找到");
    journey.press("Esc").sees("指标");
    // What is of another screen says so.
    journey.press("F6 : 排 序 Enter");
    journey.sees("这个画面没有：排序");
    journey.press("Esc");
    journey.press("F1 Enter").sees("操作：");
    journey.press("PgDn Up Esc");
    assert_eq!(journey.app.store.mode, Mode("read"));
}

#[test]
fn the_mouse_does_what_keys_do() {
    let mut journey = Journey::new(100, 30);
    let click = |journey: &mut Journey, x: u16, y: u16| {
        journey.act(Action::Click(x, y)).act(Action::Release);
    };
    // A row of the tree; the same once more unfolds it; its box ticks it.
    let row = |journey: &Journey, words: &str| {
        let screen = journey.screen();
        screen
            .lines()
            .position(|line| line.contains(words))
            .unwrap() as u16
    };
    let y = row(&journey, "▸ 〔2022年工作安排〕");
    click(&mut journey, 12, y);
    journey.sees("第 2/2 节");
    click(&mut journey, 12, y);
    journey.sees("▾ 〔2022年工作安排〕");
    click(&mut journey, 1, y);
    journey.sees("[x]").sees("已选 1 项");
    // The wheel scrolls what is under it, the divider follows the mouse.
    let top = journey.text().top;
    journey.act(Action::Wheel(80, 10, true));
    assert_eq!(journey.text().top, top + 3);
    let divider = journey.panes().divider.unwrap().x;
    click(&mut journey, divider, 10);
    journey.act(Action::Drag(50));
    assert_eq!(journey.panes().divider.unwrap().x, divider, "it was let go");
    journey
        .act(Action::Click(divider, 10))
        .act(Action::Drag(50));
    assert_eq!(journey.panes().divider.unwrap().x, 50);
    journey.act(Action::Drag(99)).act(Action::Release);
    assert_eq!(journey.panes().divider.unwrap().x, 79);
    // Rows of Compare and hits.
    journey.press("F3");
    let y = row(&journey, "192万款");
    click(&mut journey, 30, y);
    click(&mut journey, 30, y);
    assert_eq!(journey.app.store.mode, Mode("evidence"));
    journey.press("F6 / x c k");
    click(&mut journey, 30, 6);
    assert_eq!(
        (
            journey.app.store.hits.cursor,
            journey.app.store.prompt.is_none()
        ),
        (1, true)
    );
    click(&mut journey, 30, 6);
    journey.sees("查找：xck  2/4");
    // A key lets go of it.
    journey.press("m").sees("已放开鼠标");
    assert_eq!(journey.asked.last(), Some(&Effect::Mouse(false)));
}

#[test]
fn places_that_were_left_by_a_jump_are_gone_back_to_and_on_again() {
    let mut journey = Journey::new(100, 30);
    journey.press("Tab PgDn PgDn");
    let here = journey.app.store.here.place.clone().unwrap();
    journey.press("/ x c k Enter Enter");
    let hit = journey.app.store.here.place.clone().unwrap();
    assert_ne!(here.bulletin, hit.bulletin);
    journey.press("n n");
    let third = journey.app.store.here.place.clone().unwrap();
    journey.press("<").press("<");
    assert_eq!(journey.app.store.here.place, Some(hit.clone()));
    journey.press("《");
    assert_eq!(journey.app.store.here.place, Some(here.clone()));
    journey.press("<").sees("前面没有到过的位置了");
    journey.press("> > >");
    assert_eq!(journey.app.store.here.place, Some(third));
    journey.press(">").sees("后面没有到过的位置了");
    // Walking is no jump, and another width does not lose the place.
    journey
        .press("Down PgDn Up < < <")
        .answer(Answer::Resize(60, 20));
    assert_eq!(
        journey.app.store.here.place.clone().unwrap().section,
        here.section
    );
}

#[test]
fn the_text_opens_where_it_was_left_or_as_near_as_it_still_can() {
    let mut journey = Journey::new(100, 30);
    journey.press("Tab PgDn PgDn Down");
    let place = journey.app.store.here.place.clone().unwrap();
    let resumed = |place: &jianbao::store::place::Place| {
        let mut journey = Journey::new(80, 24);
        let memory = Memory::parse(&place.line());
        journey.answer(Answer::Recall(Box::new(memory)));
        journey.app.store.here.place.clone().unwrap()
    };
    let again = resumed(&place);
    assert_eq!(
        (&again.bulletin, &again.section),
        (&place.bulletin, &place.section)
    );
    // The row of another width that holds the same byte.
    assert!(again.paragraph == place.paragraph && again.byte <= place.byte);
    let gone = jianbao::store::place::Place {
        section: vec![place.section[0], 99, 1],
        paragraph: 77,
        ..place.clone()
    };
    assert_eq!(resumed(&gone).section, [place.section[0]]);
    let other = jianbao::store::place::Place {
        bulletin: "foo".into(),
        ..place
    };
    assert_eq!(resumed(&other).bulletin, "miit-ict-2022");
}

#[test]
fn places_get_names_and_are_gone_to_by_them() {
    let mut journey = Journey::new(100, 30);
    journey.press("Tab PgDn Down");
    let place = journey.app.store.here.place.clone().unwrap();
    let top = |journey: &Journey| -> String { journey.screen().lines().nth(4).unwrap().into() };
    let line = top(&journey);
    assert!(!line.contains('*'));
    // A name is proposed; the line in the text bears a sign.
    journey.press("b").sees("书签名：2022 ");
    journey.press("Enter").sees("已加书签：2022 ");
    assert_eq!(journey.asked, [Effect::Remember]);
    assert!(top(&journey).contains('*'), "{}", top(&journey));
    // At the same place the name it has, elsewhere one that is free.
    journey.press("b Enter").sees("已加书签：2022 ");
    assert_eq!(journey.app.store.reading.memory.marks.len(), 1);
    journey.press("Down Down b Enter");
    assert_eq!(journey.app.store.reading.memory.marks.len(), 2);
    let name = journey.app.store.reading.memory.marks[0].name.clone();
    // Renamed, though not to a name that is taken, nor to none.
    journey.press("F6 Home Down b");
    journey
        .act(Action::EraseLine)
        .press("\u{200b} Enter")
        .sees("请输入书签名");
    journey.act(Action::EraseLine);
    for c in journey.app.store.reading.memory.marks[1]
        .name
        .clone()
        .chars()
    {
        journey.act(Action::Type(c));
    }
    journey.press("Enter").sees("已有这个名字的书签");
    journey
        .act(Action::EraseLine)
        .press("y a o Enter")
        .sees("书签改名为：yao");
    journey.sees("* yao ").misses(&format!("* {name}  "));
    // Gone to from anywhere, and back again.
    journey.press("F6 Esc F3 ' Home Down Enter");
    assert_eq!(journey.app.store.here.place, Some(place.clone()));
    assert_eq!(journey.app.mode(), Mode("text"));
    // The text of the mark below the list.
    journey.press("'");
    let words = line.split_once('│').unwrap().1;
    let words: String = words
        .trim()
        .trim_start_matches(['果', '·', ' '])
        .chars()
        .take(8)
        .collect();
    journey.press("Home Down").sees(&words);
    journey.asked.clear();
    journey.press("x").sees("已删去书签：yao").misses("* yao");
    assert_eq!(journey.asked, [Effect::Remember]);
    journey.press("Home x").sees("先选一个书签");
    assert_eq!(journey.app.store.reading.memory.marks.len(), 1);
    // A mark whose bulletin is not open says so, and stays, in the list.
    let memory = Memory::parse("mark\tfoo\tno-such\t1\t0\t0\t00000000");
    journey.answer(Answer::Recall(Box::new(memory)));
    journey.press("' Home Down").sees("foo");
    assert!(journey.line("* foo").contains("原位置已不存在"));
    journey.press("Enter");
    assert_eq!(journey.app.mode(), Mode("marks"));
    assert_eq!(
        journey.app.store.notice.as_ref().unwrap().words,
        "原位置已不存在"
    );
}

#[test]
fn a_mark_goes_with_its_words() {
    let plan = "一段。\n二段。\n建成60个基站。";
    let mut journey = Journey::with(years(plan), Lang::Zh, Ambiguous::Narrow, (100, 8));
    let memory = Memory::parse("y2022\t2\t2\t0");
    journey.answer(Answer::Recall(Box::new(memory)));
    journey.press("b Enter");
    let place = journey.app.store.here.place.clone().unwrap();
    assert_eq!((&place.section[..], place.paragraph), (&[2][..], 2));
    journey.app.reload(years(&format!("前言。\n{plan}")));
    journey.press("' Home Down Enter");
    let place = journey.app.store.here.place.clone().unwrap();
    assert_eq!((&place.section[..], place.paragraph), (&[2][..], 3));
    journey.app.reload(years("别的。"));
    journey.press("' Home Down");
    assert!(journey.line("* ").contains("原文已改动  #2 安排"));
    journey.press("Enter").sees("原文已改动");
}

#[test]
fn what_was_walked_past_is_read_and_the_strip_says_how_much_is_left() {
    let mut journey = Journey::new(100, 20);
    let strip = |journey: &Journey| journey.line(" 节  未读 ");
    assert!(strip(&journey).starts_with("────"));
    journey.sees("已读 0/24 节  未读 2053 字  约 6 分钟");
    // Looking around in the tree reads nothing, nor do jumps.
    journey.press("Right Down Down Down Up Up F8 F9 Down Enter n Esc Esc Esc");
    journey.press("Tab Home");
    journey.sees("已读 0/24 节");
    // A line more is not the paragraph.
    journey.press("Down").sees("已读 0/24 节");
    journey.press("Down Down Down Down").sees("已读 1/24 节");
    assert!(strip(&journey).starts_with("━━━─"), "{}", strip(&journey));
    journey.press("Home PgDn").sees("已读 2/24 节");
    // By section, as far as it was in view.
    journey.press("Right").sees("已读 3/24 节");
    journey.press("Left").line("[ ]✓");
    // Said by hand; of a part with all below it.
    journey.press("Home Down Down Down U").sees("已标记为已读");
    journey.sees("已读 7/24 节");
    journey.sees("[ ]✓  ▾ 〔2021年工作");
    journey.press("U").sees("已标记为未读");
    journey.press("Up").sees("已读 3/24 节");
    journey.press("U").sees("已标记为已读：24 节");
    journey.press("Down").sees("已读 24/24 节").misses("未读");
    // The next bulletin, as the whole of this one was read.
    journey
        .press("u")
        .sees("山西省通信管理局 2022")
        .sees("已读 0/");
    journey.press("Tab PgDn").press("u");
    let (bulletin, _) = journey.text().top_section().unwrap();
    assert_eq!(journey.app.store.bulletins[bulletin].id, "shanxi-ca-2022");
    // It is known again by its words.
    let mut memory = journey.app.store.remembered(Memory::default());
    assert_eq!(memory.place, journey.app.store.here.place);
    memory.place = None;
    let mut again = Journey::new(100, 20);
    again.answer(Answer::Recall(Box::new(Memory::parse(&memory.text()))));
    while again.app.has_work() {
        again.app.work();
    }
    again.press("Up Up Down Down").sees("已读 24/24 节");
    assert!(again.line("▾ 2022").contains("[ ]✓"));
    // Where all was read it says so.
    let mut small = small();
    small.press("U");
    small.press("u");
    small.press("Up U u").sees("全部已读");
}

#[test]
fn a_changed_paragraph_is_unread_again() {
    let plan = "一段。\n二段。\n建成60个基站。";
    let mut journey = Journey::with(years(plan), Lang::Zh, Ambiguous::Narrow, (100, 14));
    journey.press("U");
    journey.press("Down").misses("未读");
    let strip = journey.line(" 节 ");
    journey.app.reload(years(&plan.replace("二", "三")));
    journey.press("Up Down").sees("未读 3 字  约 1 分钟");
    journey.app.reload(years(plan));
    journey.press("Up Down");
    assert_eq!(journey.line(" 节 "), strip);
}

/// A reader of two small years of one series.
fn small() -> Journey {
    let mut library = load::Library::default();
    for (year, done, plan) in [
        (2021, "建成5个基站。", "建成50个基站。\n推进改革。"),
        (2022, "建成55个基站。", "建成60个基站。\n推进开放。"),
    ] {
        let text = yearly::yaml(year, done, plan);
        let name = format!("y{year}");
        let (bulletin, _) = load::read_text(&name, &name, &text, Checks::Errors);
        library.bulletins.extend(bulletin);
    }
    Journey::with(library, Lang::Zh, Ambiguous::Narrow, (100, 30))
}

/// The keys of a keyboard without letters: arrows, Enter, Esc, Tab, pages, digits and F-keys.
fn is_plain(key: jianbao::keymap::key::Key) -> bool {
    use jianbao::keymap::key::Key::{Backspace, Char, Ctrl};
    match key {
        Char(c) => c.is_ascii_digit(),
        Ctrl(_) | Backspace => false,
        _ => true,
    }
}

#[test]
fn whatever_a_key_does_the_menu_does_with_arrows_alone() {
    for way in [
        "",
        "Tab",
        "F3",
        "F3 Enter",
        "F5",
        "F5 5",
        "F7 5 Enter",
        "F9",
        "F9 Enter",
        "F4",
        "Right Down F2 Esc F4",
        "F6",
        "F6 Enter Enter",
    ] {
        let open = || {
            // Small, because it is opened often.
            let mut journey = small();
            if !way.is_empty() {
                journey.press(way);
            }
            journey
        };
        let screen = open().app.store.mode;
        let all = keymap().rows;
        let own = all.iter().enumerate().filter(|(_, row)| row.holds(screen));
        assert!(own.clone().count() > 10, "{way}");
        for (row, bound) in own {
            // Redrawing keeps the news at the foot, the menu's own line does not.
            if let Action::Menu | Action::Redraw = bound.binding.action {
                continue;
            }
            let mut by_key = open();
            let action = by_key
                .app
                .store
                .keymap
                .action(screen, bound.keys[0])
                .unwrap();
            assert_eq!(action, bound.binding.action);
            by_key.act(action);
            let mut by_menu = open();
            by_menu.press("F12");
            while by_menu.menu().0 != row {
                by_menu.press("Down");
            }
            by_menu.press("Enter");
            let words = bound.binding.words(Lang::Zh);
            assert_eq!(by_menu.screen(), by_key.screen(), "{words} after {way}");
            assert_eq!(by_menu.asked, by_key.asked, "{words} after {way}");
        }
    }
}

#[test]
fn every_feature_is_reached_without_a_letter() {
    // The screens, and what they are there for, have a plain key of their own.
    let reached_by_menu = [
        Action::NextHit,
        Action::PreviousHit,
        Action::PlaceBack,
        Action::PlaceOn,
        Action::Mark,
        Action::NextUnread,
        Action::TurnRead,
        Action::Mouse,
        Action::YearBack,
        Action::YearOn,
        Action::Tick,
        Action::Suspend,
        Action::Leave,
        Action::Redraw,
        Action::Reload,
        Action::EraseWord,
        Action::EraseLine,
        Action::Erase,
    ];
    let rows = keymap().rows;
    for row in &rows {
        let action = &row.binding.action;
        let same = |other: &&jianbao::keymap::rows::Bound| other.binding.action == *action;
        let mut keys = rows.iter().filter(same).flat_map(|other| &other.keys);
        let plain = keys.any(|key| is_plain(*key)) || reached_by_menu.contains(action);
        assert!(plain, "{} has {:?}", row.binding.words(Lang::Zh), row.keys);
    }
    let mut journey = Journey::new(100, 30);
    journey.press("Down Right Down Enter").sees("阅读");
    journey.press("F8").sees("数字 ");
    journey.press("Esc F7 5 Enter").sees("检索  5  全部简报");
    journey.press("1 2 3 4 5 0 Tab Down Enter").sees("查找：5");
    journey.press("F9").sees("检索  #  本篇");
    journey.press("F3").sees("指标");
    journey.press("5").sees("只看完成");
    journey
        .press("5 5 5 5 5 5 5 9 9 0 0 1 3 4 2 F9 F9 F9 Enter")
        .sees("依据");
    journey.press("Right Left Esc F5").sees("对读");
    journey.press("F8 F7 1 2 Tab 0 5").sees("新提法");
    journey.press("F7 5 Enter Tab Esc Esc F6").sees("阅读");
    // Ticking, by the menu.
    journey.press("F12");
    while journey.app.store.keymap.rows[journey.menu().0]
        .binding
        .action
        != Action::Tick
    {
        journey.press("Down");
    }
    journey.press("Enter").sees("已选 1 项");
    journey.press("F4").sees("摘编");
    journey.press("F2 Home Enter");
    assert!(matches!(journey.asked.last(), Some(Effect::Save { .. })));
    journey.press("Esc Esc F6").misses("* ");
    journey.press("Enter Enter").sees("* 2022 ");
    journey.press("Home Down Enter");
    assert_eq!(journey.app.mode(), Mode("text"));
    journey.press("F6 Del").sees("已删去书签");
    journey.press("F6 F1").sees("帮助");
    journey.press("Enter Esc Esc F10 F10");
    assert_eq!(journey.asked.last(), Some(&Effect::Quit));
}

/// A library of two years, the second with another plan.
fn years(plan: &str) -> load::Library {
    let mut library = load::Library::default();
    for (year, plan) in [(2021, "建成50个基站。\n推进改革。"), (2022, plan)] {
        let text = yearly::yaml(year, "建成5个基站。", plan);
        let name = format!("y{year}");
        let (bulletin, _) = load::read_text(&name, &name, &text, Checks::Errors);
        library.bulletins.extend(bulletin);
    }
    library
}

#[test]
fn a_library_read_anew_keeps_place_folding_picks_and_search() {
    let plan = "一段。\n二段。\n三段。\n建成60个基站。";
    let mut journey = Journey::with(years(plan), Lang::Zh, Ambiguous::Narrow, (100, 14));
    // Ticked, another bulletin unfolded, something found, the third paragraph at the top.
    journey.press("Down Down Space Home Down Right F7 6 Enter Enter");
    let (place, folded) = (
        journey.app.store.here.place.clone().unwrap(),
        journey.tree_rows(),
    );
    assert_eq!(place.bulletin, "y2022");
    let hits = journey.app.store.hits.search.hits.len();
    let mut library = years(&format!("{plan}\n又一段60个。"));
    library.bulletins.reverse();
    journey.app.reload(library);
    while !journey.app.store.hits.search.is_done() {
        journey.app.work();
    }
    journey
        .sees("已重新读取")
        .sees("又一段60个")
        .sees("已选 1 项");
    assert_eq!(journey.app.store.here.place, Some(place.clone()));
    assert_eq!(journey.tree_rows(), folded);
    assert_eq!(journey.app.store.hits.search.hits.len(), hits + 1);
    journey.press("F4").sees("y2022#2");
    journey.press("F6");
    // A file that cannot be read comes back at its place once it can.
    let mut broken = years(plan);
    broken.bulletins.pop();
    journey.app.reload(broken);
    assert_eq!(
        journey.app.store.here.place.clone().unwrap().bulletin,
        "y2021"
    );
    journey.sees("不在摘编里了");
    journey.app.reload(years(plan));
    assert_eq!(journey.app.store.here.place, Some(place));
}

#[test]
fn a_row_that_was_picked_stays_picked_only_while_its_words_are_there() {
    let plan = "建成60个基站。";
    let mut journey = Journey::with(years(plan), Lang::Zh, Ambiguous::Narrow, (100, 30));
    journey.press("F3 Space F6").sees("已选 1 项");
    journey.app.reload(years(&format!("前言。\n{plan}")));
    journey.sees("已选 1 项");
    journey.press("F3").sees("[x]");
    journey.press("F6");
    let mut other = years("别的。");
    let text = yearly::yaml(2021, "没有了。", "没有了。");
    other.bulletins[0] = load::read_text("y2021", "y2021", &text, Checks::Errors)
        .0
        .unwrap();
    let text = yearly::yaml(2022, "没有了。", "没有了。");
    other.bulletins[1] = load::read_text("y2022", "y2022", &text, Checks::Errors)
        .0
        .unwrap();
    journey.app.reload(other);
    journey.misses("已选").sees("不在摘编里了");
    assert!(journey.app.takes_reload());
    // A promise in words as well.
    let mut words = Journey::with(years("推进改革。"), Lang::Zh, Ambiguous::Narrow, (100, 30));
    words.press("F3 End Space F6");
    let picked = words.app.store.picks.items.clone();
    words.app.reload(years("推进改革。"));
    assert_eq!(
        (
            words.app.store.picks.items.len(),
            &words.app.store.picks.items
        ),
        (1, &picked)
    );
    journey.press("F7");
    assert!(!journey.app.takes_reload(), "something is being typed");
}

#[test]
fn what_is_kept_to_the_open_bulletin_follows_the_one_that_is_open() {
    let mut journey = Journey::new(100, 30);
    journey.press("F9 5").sees("超额完成");
    journey.press("Esc End F9").sees("检索  #  本篇");
    let all = |journey: &Journey, id: &str| {
        let hits = found(journey);
        !hits.is_empty() && hits.iter().all(|(place, ..)| place.starts_with(id))
    };
    assert!(all(&journey, "zhuzhou"));
    journey.press("Esc Home Down / 5 G Enter").sees("本篇");
    assert!(all(&journey, "miit-ict-2021"));
    // Something half typed asks for nothing yet.
    journey.press("/ >").misses("没有找到").sees("xingchengka");
}

#[test]
fn a_table_is_read_found_and_picked_cell_by_cell() {
    let yaml = "标题: 简报\n发文机关: 局\n章节:\n- 层次标题: 目标\n  类别: 工作安排\n  年份: 2026\n  正文: |-\n    指标\t目标\t责任单位\n    城镇新增就业\t达到50万人\t市人力资源社会保障局\n    粮食产量\t80万吨\t市农业农村局\n";
    let (bulletin, problems) = load::read_text("a.yaml", "a", yaml, Checks::Errors);
    assert!(problems.is_empty(), "{problems:?}");
    let library = load::Library {
        bulletins: bulletin.into_iter().collect(),
        ..load::Library::default()
    };
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (100, 20));
    journey.press("Right Right Down");
    let row = journey.line("城镇新增就业");
    assert!(
        row.contains("城镇新增就业  达到50万人  市人力资源社会保障局"),
        "{row}"
    );
    // A sentence is a cell.
    journey.press("s Down Down Down Down Space");
    journey.sees("已选 1 项，1 段摘句，5 字");
    // What two cells say together is no word.
    journey.press("Esc / 量 8 Enter").sees("没有找到");
    journey.press("Esc / 保 障 局 Enter").sees("1/1");
    journey.press("Enter").sees("▸城镇新增就业");
    // On a narrow screen a row is a block.
    journey.answer(Answer::Resize(24, 20)).sees("责任单位：");
}

#[test]
fn two_picked_bulletins_are_laid_beside_each_other() {
    let mut journey = Journey::new(100, 30);
    journey.press("2 Space").misses("F3 对照这两份");
    journey.press("Down Down Space").sees("F3 对照这两份");
    journey
        .press("F3")
        .sees("对照  工业和信息化部信息通信管理局 2022 + 山西省通信管理局 2022")
        .sees("看不出是同一机关，只并排，不判断")
        .misses("超额完成");
    // Tab goes to the series, and the picks lead back.
    journey.press("Tab").sees("对照  工信部信息通信管理局");
    journey
        .press("F6 F3")
        .sees("通信管理局 2022 + 山西省通信管理局 2022");
    journey
        .press("F6 Space F3")
        .misses("通信管理局 2022 + 山西省通信管理局 2022");
}

#[test]
fn the_reader_opens_on_two_bulletins_that_were_asked_for() {
    let mut library = library::built_in();
    library.together = Some("miit-ict-2021 + zhuzhou-mobile-internet-2018".into());
    let mut journey = Journey::with(library, Lang::Zh, Ambiguous::Narrow, (100, 30));
    journey.sees("对照  工业和信息化部信息通信管理局 2021 + 中共株洲市委办公室、株洲市");
    journey.press("F6").sees("株洲市委办公室 2018");
}

#[test]
fn what_is_told_at_the_beginning_names_the_keys_of_the_config() {
    let mut library = library::built_in();
    library.together = Some("miit-ict-2021 + zhuzhou-mobile-internet-2018".into());
    let keys = [("compare.switch".to_owned(), vec!["F11".to_owned()])];
    let keymap = keymap().with(&keys).unwrap();
    let (lang, rules) = (Lang::Zh, Rules::default());
    let app = App::new(library, keymap, lang, Ambiguous::Narrow, rules, (100, 30));
    let told = app.store.notice.unwrap().words;
    assert!(told.contains("F11 回到各系列"), "{told}");
}

#[test]
fn what_is_said_of_a_pair_is_seen_in_its_evidence() {
    let mut journey = Journey::with(bare_library(), Lang::Zh, Ambiguous::Narrow, (60, 12));
    let head = "已取消对应，不与此配对";
    journey.press("F3 Enter End x").misses(head);
    write_links(&mut journey, &mut String::new());
    journey.sees(head);
}

#[test]
fn who_goes_on_to_what_is_unread_does_not_come_back_to_the_list_of_hits() {
    let mut journey = Journey::new(80, 24);
    journey.press("/ 5 G Enter Enter Esc").sees("检索  5G");
    journey.press("Enter u Esc Esc").sees("按 q 退出");
}

#[test]
fn drawing_the_screen_anew_leaves_what_was_told() {
    let mut journey = Journey::new(80, 24);
    journey.press("Esc").sees("按 q 退出");
    journey.act(Action::Redraw).sees("按 q 退出");
}

#[test]
fn files_are_not_read_anew_by_themselves_under_the_cursor_for_passages() {
    let mut journey = Journey::new(80, 24);
    journey.press("Right Down Tab s Space");
    assert!(!journey.app.takes_reload());
    // Asked for on another screen: the cursor is gone, the text is still there.
    journey.press("F4");
    assert!(journey.app.takes_reload());
    journey.app.reload(library::built_in());
    journey.press("Esc").sees("阅读  工信部信息通信管理局 2022");
    assert!(journey.app.takes_reload());
}

/// What is set for a size is no state: dropped and set anew, the same is seen.
#[test]
fn what_is_set_for_a_size_can_be_dropped_at_any_time() {
    let walks = [
        "",
        "Right Down Tab PgDn Down Down",
        "Tab PgDn s Down Down",
        "F3 Down Down Down",
        "F3 PgDn PgDn",
        "F3 Right Enter PgDn",
        "F3 f 3 End",
        "F3 4 PgDn PgDn z",
        "F5 PgDn n",
        "F5 z n n",
        "F5 t Down Down",
        "/ w a n g Enter Down Down",
        "# F9 Down",
        "Tab PgDn b Enter F6 Down",
        "Right Down Space Down Space F3 Space F4 Down PgDn",
        "F1 PgDn",
        "F12 Down Down",
        "End",
    ];
    for size in [(120, 40), (80, 24), (58, 20), (40, 12)] {
        for keys in walks {
            let mut journey = Journey::new(size.0, size.1);
            if !keys.is_empty() {
                journey.press(keys);
            }
            while journey.app.has_work() {
                journey.app.work();
            }
            let before = journey.buffer();
            journey.app.lay_anew();
            assert_eq!(journey.buffer(), before, "{keys} at {size:?}");
        }
    }
}
