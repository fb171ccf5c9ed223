//! Whether the tuned limits of the core matter: each halved and doubled, over the project's samples.
//!
//! Unit tests only, ignored by default: `.ci/limits` runs them. A limit that no sample shows stands in a list that
//! may only shrink. A room whose limits need examples of their own hands them to [`matter`].

#[cfg(test)]
pub use tests::{libraries, matter};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fmt::Write;
    use std::fs;
    use std::path::{Path, PathBuf};

    use crate::compare::{Ledger, Links, series};
    use crate::diff::{self, PassageRelation};
    use crate::figures::{About, Detect, clauses, find};
    use crate::i18n::Lang;
    use crate::import::{import, yaml};
    use crate::limit::{Sort, changed};
    use crate::model::{Bulletin, Role};
    use crate::text::label;
    use crate::{files::library, load};

    const FACTORS: [f64; 2] = [0.5, 2.0];

    /// The limits of a file, by name, with what they are for.
    type Limits = &'static [(&'static str, Sort)];

    /// Sentences on either side of limits that no document of the samples meets: the comment names the limit.
    const SIDES: &[&str] = &[
        // MOVE
        "价格从60万元经过几轮招标采购降至42万元。",
        "价格从60万元经过多个部门多轮公开招标采购之后降至42万元。",
        // NAME
        "面向中小微企业和个体工商户的普惠型数字化转型综合服务平台用户规模达到30万户。",
        // SHORT_VERB
        "至少新建学校5所。",
        "精准引进培育9家企业。",
        // SHORT_HEAD
        "农业农村资源环境数据9项约束性指标。",
        // LEAD
        "在刚刚过去的2021年，修通公路90公里。新增就业900人。",
        // DAY
        "截至2021年11月底第三季度统计期末，覆盖率达95%。",
        // STATED
        "新增就业900人，完成省委省政府下达的年度目标。",
        "新增就业900人，完成省委省政府年初下达的各项年度目标。",
        // THING
        "建成交换站和直联点。",
        "建成国家新型互联网交换中心和呼和浩特骨干直联点。",
    ];

    /// Raw documents on either side of limits of the importer that the samples do not meet.
    const SIDES_OF_IMPORT: &str = include_str!("../tests/sides/import.txt");

    /// Texts of two years on either side of limits of `diff` that the samples do not meet: old, new.
    const TWO_YEARS: &[(&str, &str)] = &[];

    /// The documents of the samples, and the built-in bulletins.
    pub fn libraries() -> [Vec<Bulletin>; 2] {
        Samples::read().libraries()
    }

    /// The limits of every room.
    fn all_limits() -> Vec<Limits> {
        vec![
            crate::compare::limits::LIMITS,
            crate::diff::limits::LIMITS,
            crate::figures::limits::LIMITS,
            crate::import::clean::limits::LIMITS,
            crate::import::file_type::limits::LIMITS,
            crate::import::format::limits::LIMITS,
            crate::import::head::limits::LIMITS,
            crate::import::kind::limits::LIMITS,
            crate::import::limits::LIMITS,
            crate::import::chapters::limits::LIMITS,
            crate::text::limits::LIMITS,
        ]
    }

    /// What the samples are.
    struct Samples {
        documents: Vec<(String, Vec<u8>)>,
        built_in: Vec<(String, Vec<u8>)>,
        sentences: String,
    }

    /// The files of a folder by name, in the order of their names.
    fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(folder).unwrap();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
        let read = |path: &PathBuf| (name(path), fs::read(path).unwrap());
        paths.iter().map(read).collect()
    }

    /// The paragraphs of some texts.
    fn lines_of(bodies: &[String]) -> Vec<&str> {
        bodies.iter().flat_map(|body| body.lines()).collect()
    }

    impl Samples {
        fn read() -> Self {
            let root = Path::new(env!("CARGO_MANIFEST_DIR"));
            let tests = root.join("tests");
            let mut built_in = files(&root.join("briefings"));
            built_in.retain(|(_, bytes)| bytes.starts_with(b"format"));
            Self {
                documents: files(&tests.join("samples")),
                built_in,
                sentences: fs::read_to_string(tests.join("figures-of-sentences.txt")).unwrap(),
            }
        }

        /// The figures, tasks and ledgers of single sentences, of the documents and of the built-in bulletins.
        fn told(&self) -> String {
            let mut out = String::new();
            for line in self.sentences.lines().chain(SIDES.iter().copied()) {
                for role in [None, Some(Role::Target), Some(Role::Result)] {
                    let about = About {
                        role,
                        year: Some(2025),
                        ..About::default()
                    };
                    let figures = find(line, about, Detect::Figures);
                    writeln!(out, "{figures:?} {:?}", clauses(line, about)).unwrap();
                }
            }
            for bulletins in self.libraries() {
                for name in series(&bulletins) {
                    let ledger = Ledger::new(&bulletins, &name, &[], &Links::default());
                    writeln!(out, "{:?}\n{:?}", ledger.rows, ledger.tallies).unwrap();
                }
                let sections = bulletins.iter().flat_map(Bulletin::sections);
                for section in sections {
                    // The built-in bulletins list their figures; here they are found anew.
                    let found = find(&section.body, About::of(section), Detect::Figures);
                    writeln!(out, "{:?}\n{found:?}", section.figures()).unwrap();
                }
            }
            out
        }

        /// The documents of the samples and the built-in bulletins, read by this thread: others know no changed limit.
        fn libraries(&self) -> [Vec<Bulletin>; 2] {
            let read = |(name, bytes): &(String, Vec<u8>)| {
                let mut read =
                    library::read_stream(name, bytes.as_slice(), load::Checks::Errors).bulletins;
                for bulletin in &mut read {
                    bulletin.id.clone_from(name);
                }
                read
            };
            let documents = self.documents.iter().flat_map(read).collect();
            [documents, self.built_in.iter().flat_map(read).collect()]
        }

        /// The differences of neighbouring documents, and of the examples.
        fn differences(&self) -> String {
            let mut out = String::new();
            let mut compare = |old: &[&str], new: &[&str]| {
                for relation in [PassageRelation::Unknown, PassageRelation::SameTopic] {
                    let difference = diff::difference(old, new, &|_, _| relation);
                    writeln!(out, "{difference:?}").unwrap();
                }
            };
            for (old, new) in TWO_YEARS {
                compare(
                    &old.lines().collect::<Vec<_>>(),
                    &new.lines().collect::<Vec<_>>(),
                );
            }
            for bulletins in self.libraries() {
                let bodies = |bulletin: &Bulletin| -> Vec<String> {
                    let sections = bulletin.sections().iter();
                    sections.map(|section| section.body.clone()).collect()
                };
                for two in bulletins.windows(2) {
                    let (old, new) = (bodies(&two[0]), bodies(&two[1]));
                    compare(&lines_of(&old), &lines_of(&new));
                }
            }
            out
        }
    }

    /// A raw document that lies on one side of a limit.
    #[derive(Debug)]
    struct Side {
        limit: String,
        /// By which factors the limit is changed that the document shows.
        factors: Vec<f64>,
        name: String,
        bytes: Vec<u8>,
    }

    /// A text as bytes: `\xff` in it stands for the byte ff, as a damaged file has it.
    fn unescaped(text: &str) -> Vec<u8> {
        let mut parts = text.split("\\x");
        let mut bytes = parts.next().unwrap().as_bytes().to_vec();
        for part in parts {
            let (byte, rest) = part.split_at(2);
            bytes.push(u8::from_str_radix(byte, 16).unwrap());
            bytes.extend(rest.as_bytes());
        }
        bytes
    }

    /// The documents of `tests/sides`: each is headed by `== `, the limit, what of it is shown, and maybe an ending.
    fn sides(texts: &str) -> Vec<Side> {
        let side = |block: &str| {
            let (head, text) = block.split_once('\n').unwrap();
            let words: Vec<&str> = head.split(' ').collect();
            let ending = words.iter().find(|word| word.starts_with('.'));
            let factors = ["halved", "doubled"].into_iter().zip(FACTORS);
            let shown = factors.filter(|(word, _)| words.contains(word));
            Side {
                limit: format!("jianbao::{}", words[0]),
                factors: shown.map(|(_, factor)| factor).collect(),
                name: format!("文件{}", ending.unwrap_or(&".txt")),
                bytes: unescaped(text),
            }
        };
        texts.split("\n== ").skip(1).map(side).collect()
    }

    /// What the importer makes of a document: the draft, and what it says of it.
    fn imported(bytes: &[u8], name: &str) -> String {
        let draft = import(bytes, name);
        let made = yaml(&draft, Lang::Zh, None);
        format!("{made}\n{:?}\n{:?}", draft.left, draft.doubts)
    }

    /// Limits that no sample shows yet, each with the factor: halved, or doubled. The list may only shrink.
    const UNSHOWN: &str = include_str!("limits_unshown.txt");

    /// Checks that halving and doubling each tuned limit of a room changes what is seen, but for those that are
    /// listed not to. `room` begins the names of the limits.
    pub fn matter(room: &str, seen: impl Fn() -> String) {
        let today = seen();
        assert!(
            seen() == today,
            "what is seen differs from one time to the next"
        );
        noticed(room, |name, factor| {
            changed::with(name, factor, &seen) != today
        });
    }

    /// The same, where it is told whether a limit times a factor is noticed.
    fn noticed(room: &str, notices: impl Fn(&'static str, f64) -> bool) {
        let mut lines = Vec::new();
        for name in tuned().filter(|name| name.starts_with(room)) {
            for factor in FACTORS {
                if !notices(name, factor) {
                    lines.push(format!("{name} {factor}"));
                }
            }
        }
        let listed: Vec<&str> = UNSHOWN
            .lines()
            .filter(|line| line.starts_with(room))
            .collect();
        assert_eq!(lines, listed, "as lines:\n{}", lines.join("\n"));
    }

    /// The names of all tuned limits.
    fn tuned() -> impl Iterator<Item = &'static str> {
        let all = all_limits().into_iter().flatten();
        all.filter(|(_, sort)| *sort == Sort::Tuned)
            .map(|(name, _)| *name)
    }

    #[test]
    #[ignore = "takes a while; .ci/limits runs it"]
    fn limits_of_figures_matter() {
        let samples = Samples::read();
        matter("jianbao::figures", || samples.told());
    }

    #[test]
    #[ignore = "takes a while; .ci/limits runs it"]
    fn limits_of_differences_matter() {
        let samples = Samples::read();
        matter("jianbao::diff", || samples.differences());
    }

    #[test]
    #[ignore = "takes a while; .ci/limits runs it"]
    fn limits_of_the_importer_matter() {
        let sides = sides(SIDES_OF_IMPORT);
        let samples = Samples::read();
        let written = sides.iter().map(|side| {
            (
                side.limit.as_str(),
                side.bytes.as_slice(),
                side.name.as_str(),
            )
        });
        let found = samples
            .documents
            .iter()
            .map(|(name, bytes)| ("", bytes.as_slice(), name.as_str()));
        let documents: Vec<_> = written
            .chain(found)
            .map(|(of, bytes, name)| (of, bytes, name, imported(bytes, name)))
            .collect();
        noticed("jianbao::import", |limit, factor| {
            // Those that were written for the limit are asked first.
            let (own, others): (Vec<_>, Vec<_>) =
                documents.iter().partition(|(of, ..)| *of == limit);
            own.into_iter()
                .chain(others)
                .any(|(_, bytes, name, today)| {
                    changed::with(limit, factor, || imported(bytes, name)) != *today
                })
        });
    }

    /// A document shows what it was written for, or it is not on the side where it is said to be.
    #[test]
    fn a_document_of_the_sides_shows_its_limit() {
        let limits: Vec<&'static str> = tuned().collect();
        for side in sides(SIDES_OF_IMPORT) {
            let look = || imported(&side.bytes, &side.name);
            let today = look();
            let limit = limits.iter().find(|limit| **limit == side.limit);
            let limit = *limit.unwrap_or_else(|| panic!("no such limit: {}", side.limit));
            assert!(!side.factors.is_empty(), "{limit}: halved, or doubled?");
            for factor in &side.factors {
                let changed = changed::with(limit, *factor, look);
                assert!(changed != today, "{limit} times {factor} changes nothing");
            }
        }
    }

    #[test]
    fn limits_of_texts_matter() {
        // Numbering before a wide space, in paragraphs of growing length.
        let lines = (1..120).map(|length| format!("1\u{3000}{}", "题".repeat(length)));
        let lines: Vec<String> = lines.collect();
        matter("jianbao::text", || {
            let labels = lines.iter().map(|line| label::read(line, None));
            format!("{:?}", labels.collect::<Vec<_>>())
        });
    }

    /// Each room with limits is among those that a test changes, and no listed limit is gone.
    #[test]
    fn no_limit_is_forgotten() {
        let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        let mut written = 0;
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else if !path.ends_with("limit.rs") && !path.ends_with("limits_matter.rs") {
                    let source = fs::read_to_string(&path).unwrap();
                    written += source.matches(", Tuned, \"").count();
                }
            }
        }
        let names: BTreeSet<&str> = tuned().collect();
        assert_eq!(names.len(), written);
        let listed = UNSHOWN.lines().filter(|line| !line.starts_with('#'));
        let gone: Vec<&str> = listed
            .filter(|line| !names.contains(line.split(' ').next().unwrap()))
            .collect();
        assert_eq!(gone, Vec::<&str>::new());
    }
}
