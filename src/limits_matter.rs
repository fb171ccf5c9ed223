//! Whether the tuned limits of the core matter: each halved and doubled, over the project's samples.
//!
//! Unit tests only, ignored by default: `.ci/limits` runs them. A limit that no sample shows stands in a list that
//! may only shrink. The limits of `compare` are tested beside them.

#[cfg(test)]
mod tests {
    use std::fmt::Write;
    use std::fs;
    use std::path::{Path, PathBuf};

    use crate::compare::{Ledger, Links, series};
    use crate::figures::{About, Wanted, clauses, find};
    use crate::i18n::Lang;
    use crate::import::{import, yaml};
    use crate::limit::{Sort, changed};
    use crate::load;
    use crate::model::{Bulletin, Role};

    /// The limits of a file, by name, with what they are for.
    type Limits = &'static [(&'static str, Sort)];

    /// Sentences on either side of limits that no document of the samples meets: the comment names the limit.
    const SIDES: &[&str] = &[
        // MOVE
        "价格从60万元经过几轮招标采购降至42万元。",
        "价格从60万元经过多个部门多轮公开招标采购之后降至42万元。",
        // NAME
        "面向中小微企业和个体工商户的普惠型数字化转型综合服务平台用户规模达到30万户。",
        // DAY
        "截至2021年11月底第三季度统计期末，覆盖率达95%。",
        // STATED
        "新增就业900人，完成省委省政府下达的年度目标。",
        "新增就业900人，完成省委省政府年初下达的各项年度目标。",
        // THING
        "建成交换站和直联点。",
        "建成国家新型互联网交换中心和呼和浩特骨干直联点。",
    ];

    /// What the samples are.
    struct Samples {
        documents: Vec<(String, Vec<u8>)>,
        paths: Vec<PathBuf>,
        sentences: String,
    }

    impl Samples {
        fn read() -> Self {
            let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
            let entries = fs::read_dir(tests.join("samples")).unwrap();
            let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
            paths.sort();
            let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
            let documents = paths
                .iter()
                .map(|path| (name(path), fs::read(path).unwrap()));
            Self {
                documents: documents.collect(),
                sentences: fs::read_to_string(tests.join("figures-of-sentences.txt")).unwrap(),
                paths,
            }
        }

        /// What the importer makes of the documents.
        fn imported(&self) -> String {
            let mut out = String::new();
            for (name, bytes) in &self.documents {
                let draft = import(bytes, name);
                writeln!(out, "{}\n{:?}", yaml(&draft, Lang::Zh, None), draft.words()).unwrap();
            }
            out
        }

        /// The figures, tasks and ledgers of single sentences, of the documents and of the built-in bulletins.
        fn told(&self) -> String {
            let mut out = String::new();
            for line in self.sentences.lines().chain(SIDES.iter().copied()) {
                for role in [None, Some(Role::Target), Some(Role::Result)] {
                    let about = About {
                        role,
                        year: Some(2025),
                    };
                    let figures = find(line, about, Wanted::Figures);
                    writeln!(out, "{figures:?} {:?}", clauses(line, about)).unwrap();
                }
            }
            let documents = load::read_paths(&self.paths, load::Care::Errors).bulletins;
            for bulletins in [documents, load::built_in().bulletins] {
                for name in series(&bulletins) {
                    let ledger = Ledger::new(&bulletins, &name, &[], &Links::default());
                    writeln!(out, "{:?}\n{:?}", ledger.rows, ledger.tallies).unwrap();
                }
                // Files are read by threads of their own, which know no changed limit: their figures are found anew.
                for section in bulletins.iter().flat_map(Bulletin::sections) {
                    let figures = find(&section.body, About::of(section), Wanted::Figures);
                    writeln!(out, "{figures:?}").unwrap();
                }
            }
            out
        }
    }

    /// Limits that no sample shows yet, each with the factor: halved, or doubled. The list may only shrink.
    const UNSHOWN: &str = include_str!("limits_unshown.txt");

    /// Checks that halving and doubling each tuned limit of some files changes what is seen, but for those that are
    /// listed not to. `room` begins the names of the limits.
    fn matter(room: &str, limits: &[Limits], seen: impl Fn() -> String) {
        let today = seen();
        assert!(
            seen() == today,
            "what is seen differs from one time to the next"
        );
        let tuned = limits
            .iter()
            .copied()
            .flatten()
            .filter(|(_, sort)| *sort == Sort::Tuned);
        let mut lines = Vec::new();
        for (name, _) in tuned {
            for factor in [0.5, 2.0] {
                if changed::with(name, factor, &seen) == today {
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

    #[test]
    #[ignore = "takes a while; .ci/limits runs it"]
    fn limits_of_figures_matter() {
        let samples = Samples::read();
        let limits = [crate::figures::limits::LIMITS];
        matter("jianbao::figures", &limits, || samples.told());
    }

    #[test]
    #[ignore = "takes a while; .ci/limits runs it"]
    fn limits_of_the_importer_matter() {
        let samples = Samples::read();
        let limits = [
            crate::import::limits::LIMITS,
            crate::import::bounds::LIMITS,
            crate::import::clean::limits::LIMITS,
            crate::import::format::limits::LIMITS,
        ];
        matter("jianbao::import", &limits, || samples.imported());
    }
}
