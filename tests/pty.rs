//! The real binary in a pseudo-terminal: bytes in, screen out, and the terminal given back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect
#![cfg(unix)]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const F2: &str = "\x1bOQ";
const F3: &str = "\x1bOR";
const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";

/// How long a screen is waited for before the test fails. Not a measure of speed.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a terminal says when it is asked how wide ambiguous characters are.
#[derive(Clone, Copy, PartialEq)]
enum Says {
    Narrow,
    Wide,
    WideLetters,
    /// Wide, a byte at a time: longer than an answer is waited for that does not begin.
    WideSlowly,
    Nothing,
}

impl Says {
    /// The places of the cursor behind “ ① … ─ α, and the terminal's kind.
    fn answers(self) -> &'static [u8] {
        match self {
            Self::Narrow => b"\x1b[1;2R\x1b[1;2R\x1b[1;2R\x1b[1;2R\x1b[1;2R\x1b[?62;4c",
            Self::Wide | Self::WideSlowly => {
                b"\x1b[1;3R\x1b[1;3R\x1b[1;3R\x1b[1;3R\x1b[1;2R\x1b[?62;4c"
            }
            Self::WideLetters => b"\x1b[1;3R\x1b[1;3R\x1b[1;3R\x1b[1;3R\x1b[1;3R\x1b[?62;4c",
            Self::Nothing => b"",
        }
    }
}

/// The program in a terminal.
struct Session {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keys: Arc<Mutex<Box<dyn Write + Send>>>,
    screen: Arc<Mutex<vt100::Parser>>,
    /// What the terminal answers.
    says: Arc<Mutex<Says>>,
    /// How often it was asked.
    asked: Arc<AtomicUsize>,
    /// Whether the terminal takes no more output.
    deaf: Arc<AtomicBool>,
    /// All that was written to the terminal.
    written: Arc<Mutex<Vec<u8>>>,
}

/// A test that failed leaves no program behind.
impl Drop for Session {
    fn drop(&mut self) {
        self.deaf.store(false, Ordering::SeqCst);
        let _ = self.child.kill();
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

impl Session {
    fn open(folder: &Path, cols: u16, rows: u16) -> Self {
        Self::saying(Says::Narrow, folder, cols, rows)
    }

    fn saying(says: Says, folder: &Path, cols: u16, rows: u16) -> Self {
        Self::in_locale("zh_CN.UTF-8", says, folder, cols, rows)
    }

    fn in_locale(locale: &str, says: Says, folder: &Path, cols: u16, rows: u16) -> Self {
        Self::among(&[("LANG", locale)], says, folder, (cols, rows))
    }

    /// In an environment that has these variables besides.
    fn among(
        variables: &[(&str, &str)],
        says: Says,
        folder: &Path,
        (cols, rows): (u16, u16),
    ) -> Self {
        let pair = native_pty_system().openpty(size(cols, rows)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_jianbao"));
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "zh_CN.UTF-8");
        command.env("XDG_CONFIG_HOME", folder);
        command.env("XDG_STATE_HOME", folder);
        command.env("XDG_CACHE_HOME", folder);
        for (name, value) in variables {
            command.env(name, value);
        }
        command.cwd(folder);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        // A terminal that says nothing of its size still has one.
        let (shown_cols, shown_rows) = if cols == 0 { (80, 24) } else { (cols, rows) };
        let screen = Arc::new(Mutex::new(vt100::Parser::new(shown_rows, shown_cols, 0)));
        let shown = Arc::clone(&screen);
        let deaf = Arc::new(AtomicBool::new(false));
        let listens = Arc::clone(&deaf);
        let keys = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let answers = Arc::clone(&keys);
        let says = Arc::new(Mutex::new(says));
        let saying = Arc::clone(&says);
        let asked = Arc::new(AtomicUsize::new(0));
        let questions = Arc::clone(&asked);
        let written = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&written);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            let mut tail = Vec::new();
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                record.lock().unwrap().extend_from_slice(&bytes[..count]);
                shown.lock().unwrap().process(&bytes[..count]);
                tail.extend_from_slice(&bytes[..count]);
                if tail.windows(3).any(|w| w == b"\x1b[c") {
                    questions.fetch_add(1, Ordering::SeqCst);
                    let says = *saying.lock().unwrap();
                    let mut answers = answers.lock().unwrap();
                    for byte in says.answers() {
                        answers.write_all(&[*byte]).unwrap();
                        if says == Says::WideSlowly {
                            thread::sleep(Duration::from_millis(10));
                        }
                    }
                    answers.flush().unwrap();
                    tail.clear();
                }
                tail.drain(..tail.len().saturating_sub(2));
                while listens.load(Ordering::SeqCst) {
                    thread::sleep(Duration::from_millis(5));
                }
            }
        });
        Self {
            master: pair.master,
            child,
            keys,
            screen,
            says,
            asked,
            deaf,
            written,
        }
    }

    fn press(&mut self, keys: &str) {
        let mut writer = self.keys.lock().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Whether some text was written to the terminal as it is.
    fn has_written(&self, text: &str) -> bool {
        let written = self.written.lock().unwrap();
        written
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    }

    fn text(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    fn wait(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !holds(self.screen.lock().unwrap().screen()) {
            assert!(start.elapsed() < PATIENCE, "no {what} in\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// The row of the screen with some words, counted from 1.
    fn row(&self, words: &str) -> usize {
        let contents = self.screen.lock().unwrap().screen().contents();
        contents
            .lines()
            .position(|line| line.contains(words))
            .unwrap()
            + 1
    }

    fn sees(&self, words: &str) {
        self.wait(words, |screen| screen.contents().contains(words));
    }

    fn line(&self, words: &str) -> String {
        self.sees(words);
        let text = self.text();
        text.lines()
            .find(|l| l.contains(words))
            .unwrap_or_default()
            .to_owned()
    }

    /// Whether lines are edited and echoed by the terminal itself, as a shell wants it.
    fn is_cooked(&self) -> bool {
        let flags = format!("{:?}", self.master.get_termios().unwrap().local_flags);
        flags.contains("ICANON") && flags.contains("ECHO")
    }

    fn is_restored(&self) {
        self.wait("first screen", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor()
        });
        let start = Instant::now();
        while !self.is_cooked() {
            assert!(
                start.elapsed() < PATIENCE,
                "the terminal is still in raw mode"
            );
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(
            Command::new("kill")
                .args([name, &id])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Waits until the process is stopped, as Ctrl-Z stops it.
    #[cfg(target_os = "linux")]
    fn is_stopped(&self) {
        let path = format!("/proc/{}/stat", self.child.process_id().unwrap());
        let start = Instant::now();
        loop {
            let stat = fs::read_to_string(&path).unwrap();
            // pid (name) state
            if stat
                .rsplit(')')
                .next()
                .unwrap()
                .trim_start()
                .starts_with('T')
            {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "not stopped: {stat}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    #[cfg(not(target_os = "linux"))]
    fn is_stopped(&self) {
        thread::sleep(Duration::from_millis(200));
    }

    fn exit_code(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "still there:\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }
}

#[test]
fn a_promise_is_found_compared_ticked_and_exported() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 120, 40);
    session.sees("简报库  5 份");
    assert!(session.screen.lock().unwrap().screen().alternate_screen());
    assert!(!session.is_cooked());
    // To a section of the plans for 2022.
    session.press(RIGHT);
    session.press(DOWN);
    session.press(RIGHT);
    session.press(RIGHT);
    session.press(DOWN);
    session.sees("〔2022年工作安排〕 › 加快工业互联网提档升级");
    session.press(" ");
    session.sees("已选 1 项");
    session.press(F3);
    let row = session.line("APP技术检测数");
    assert!(
        row.contains("52万款") && row.contains("180万款") && row.contains("192万款"),
        "{row}"
    );
    session.press(F2);
    session.sees("导出到文件");
    session.wait("caret", |screen| {
        !screen.hide_cursor() && screen.cursor_position().0 == 39
    });
    session.press("\r");
    session.sees("已导出到");
    let text = fs::read_to_string(folder.path().join("工信部信息通信管理局2022.txt")).unwrap();
    assert!(text.contains("二级节点超200个"), "{text}");
    session.press("q");
    assert_eq!(session.exit_code(), 0);
    session.is_restored();
}

#[test]
fn the_screen_follows_the_size_of_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 120, 40);
    session.sees("简报库");
    for (cols, rows) in [(40, 12), (19, 4), (80, 24)] {
        // A fresh screen: only what is drawn for the new size is seen on it.
        let mut fresh = vt100::Parser::new(rows, cols, 0);
        fresh.process(b"\x1b[?1049h\x1b[?25l");
        *session.screen.lock().unwrap() = fresh;
        session.master.resize(size(cols, rows)).unwrap();
        let words = if cols < 20 { "窗口太小" } else { "阅读" };
        session.wait(words, |screen| screen.contents().contains(words));
    }
    session.press("q");
    assert_eq!(session.exit_code(), 0);
    session.is_restored();
}

#[test]
fn signals_that_end_it_leave_the_terminal_as_it_was() {
    for (name, code) in [("-TERM", 143), ("-HUP", 129), ("-INT", 130)] {
        let folder = tempfile::tempdir().unwrap();
        let mut session = Session::open(folder.path(), 80, 24);
        session.sees("简报库");
        session.signal(name);
        assert_eq!(session.exit_code(), code, "{name}");
        session.is_restored();
    }
}

#[test]
fn it_stops_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    for stop in ["key", "-TSTP"] {
        let mut session = Session::open(folder.path(), 80, 24);
        session.sees("简报库");
        if stop == "key" {
            session.press("\x1a");
        } else {
            session.signal(stop);
        }
        session.is_restored();
        session.is_stopped();
        session.signal("-CONT");
        session.wait("reader", |screen| {
            screen.alternate_screen() && screen.contents().contains("简报库")
        });
        session.press(F3);
        session.sees("2021目标");
        session.press("\x03");
        assert_eq!(session.exit_code(), 0);
        session.is_restored();
    }
}

#[test]
fn a_pasted_text_does_not_act_as_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 80, 24);
    session.sees("简报库");
    session.press("\x1b[200~qqq\x1b[201~");
    session.press(F3);
    session.sees("2021目标");
    session.press(" ");
    session.press(F2);
    session.sees("导出到文件");
    session.press("\x1b[200~甲乙\n丙\x1b[201~");
    session.sees("工信部信息通信管理局2021-2022.txt甲乙丙");
    session.press("\x1b");
    session.sees("已取消");
    // A pick that was not exported is lost only when it is asked for twice.
    session.press("q");
    session.sees("摘编还没有导出");
    session.press("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_terminal_that_takes_no_output_does_not_keep_it_from_ending() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 200, 60);
    session.sees("简报库");
    session.deaf.store(true, Ordering::SeqCst);
    // Far more frames than the terminal's buffer holds.
    for _ in 0..200 {
        session.press("\x0c");
    }
    thread::sleep(Duration::from_millis(300));
    session.signal("-TERM");
    assert_eq!(session.exit_code(), 143);
    assert!(session.is_cooked());
    session.deaf.store(false, Ordering::SeqCst);
}

#[test]
fn a_held_ctrl_l_does_not_wait_for_each_answer_that_does_not_come() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::saying(Says::Nothing, folder.path(), 80, 24);
    session.sees("简报库");
    for _ in 0..30 {
        session.press("\x0c");
        thread::sleep(Duration::from_millis(10));
    }
    session.press(F3);
    session.sees("2021目标");
    // At the start, and once more.
    assert_eq!(session.asked.load(Ordering::SeqCst), 2);
    session.press("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_key_without_a_use_does_not_hold_a_frame_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 80, 24);
    session.sees("2021年，工业和信息化部信息通信管理局");
    // F3, then Shift-Tab in the same write.
    session.press(&format!("{F3}\x1b[Z"));
    session.sees("2021目标");
    session.press("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn what_an_input_method_commits_in_one_burst_is_typed_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 80, 24);
    session.sees("阅读");
    session.press("/");
    session.sees("查找：");
    // The bytes of three characters, and a burst that is cut within a character.
    session.press("行程卡");
    session.sees("查找：行程卡");
    session.sees("1/3 处");
    let bytes = "服务，累计查询".as_bytes();
    for part in bytes.chunks(4) {
        let mut keys = session.keys.lock().unwrap();
        keys.write_all(part).unwrap();
        keys.flush().unwrap();
        drop(keys);
        thread::sleep(Duration::from_millis(20));
    }
    session.sees("查找：行程卡服务，累计查询");
    session.sees("1/1 处");
    // The terminal's own cursor stands behind what was typed, where the input method shows its list.
    let cursor = session.screen.lock().unwrap().screen().cursor_position();
    assert_eq!(cursor, (23, 7 + 20));
    session.press("\x1b[200~\n行程卡\n\x1b[201~");
    session.sees("查找：行程卡服务，累计查询行程卡");
    session.press("\x15");
    session.sees("xingchengka");
}

#[test]
fn a_click_of_the_terminal_is_one_of_the_reader() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 100, 30);
    // The mouse is asked for after the first screen.
    session.wait("the mouse", |screen| {
        screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None
    });
    session.sees("第 1/2 节");
    // The left key at column 13 of the row of 〔2022年工作安排〕, then let go.
    let row = session.row("〔2022年工作安排〕");
    session.press(&format!("\x1b[<0;13;{row}M\x1b[<0;13;{row}m"));
    session.sees("第 2/2 节");
    assert_ne!(
        session
            .screen
            .lock()
            .unwrap()
            .screen()
            .mouse_protocol_mode(),
        vt100::MouseProtocolMode::None
    );
    session.press("m");
    session.sees("已放开鼠标");
    assert_eq!(
        session
            .screen
            .lock()
            .unwrap()
            .screen()
            .mouse_protocol_mode(),
        vt100::MouseProtocolMode::None
    );
}

#[test]
fn keys_are_those_of_the_config_and_a_clash_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("jianbao");
    fs::create_dir(&config).unwrap();
    fs::write(config.join("config.yaml"), "keys: {find: [F11, w]}\n").unwrap();
    let mut session = Session::open(folder.path(), 80, 24);
    session.sees("F11 查找");
    session.press("w");
    session.sees("查找：");
    fs::write(config.join("config.yaml"), "按键: {find: q}\n").unwrap();
    let mut session = Session::open(folder.path(), 80, 24);
    session.sees("配置的按键未采用：q 在阅读里有两个操作：find 和 quit");
    session.press("/");
    session.sees("查找：");
}

#[test]
fn it_opens_where_it_was_left_also_when_the_terminal_went_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 100, 30);
    session.press("[");
    session.sees("工信部信息通信管理局 2021");
    session.press("q");
    assert_eq!(session.exit_code(), 0);
    let mut session = Session::open(folder.path(), 80, 24);
    session.sees("工信部信息通信管理局 2021");
    session.press("\t\x1b[F");
    session.sees("100%");
    session.signal("-HUP");
    assert_eq!(session.exit_code(), 129);
    let session = Session::open(folder.path(), 80, 24);
    session.sees("工信部信息通信管理局 2021");
    session.sees("推进网络优化升级");
}

#[test]
fn marks_are_written_at_once_and_what_was_read_when_it_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 100, 30);
    session.press("b");
    session.sees("书签名：");
    session.press("\x15yaodian\r");
    session.sees("已加书签：yaodian");
    // Nothing is asked of a program that is killed.
    session.signal("-KILL");
    session.exit_code();
    let mut session = Session::open(folder.path(), 100, 30);
    session.press("'");
    session.sees("yaodian");
    session.press("\x1b");
    // A key that is sent before Esc was taken would be one with it.
    session.sees("简报库");
    session.sees("已读 0/24 节");
    session.press("\t\x1b[6~");
    session.sees("已读 4/24 节");
    // Another reader of the same library removes the mark; both changes stay.
    let mut other = Session::open(folder.path(), 100, 30);
    other.press("'x");
    other.sees("已删去书签：yaodian");
    session.press("q");
    assert_eq!(session.exit_code(), 0);
    other.press("\x1b");
    other.sees("简报库");
    other.press("q");
    assert_eq!(other.exit_code(), 0);
    let mut session = Session::open(folder.path(), 100, 30);
    session.sees("已读 4/24 节");
    session.press("'");
    session.sees("在这里加书签");
    assert!(!session.text().contains("yaodian"));
}

#[test]
fn a_mark_that_cannot_be_written_is_told() {
    let folder = tempfile::tempdir().unwrap();
    // A file where the folder should be.
    fs::write(folder.path().join("jianbao"), "").unwrap();
    let mut session = Session::open(folder.path(), 100, 30);
    session.press("b\r");
    session.sees("书签未能保存：");
}

#[test]
fn a_state_file_that_cannot_be_read_is_told_and_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 100, 30);
    session.press("b\r");
    session.sees("已加书签：");
    session.press("q");
    session.exit_code();
    let folder_of_state = folder.path().join("jianbao");
    let files = || {
        fs::read_dir(&folder_of_state)
            .unwrap()
            .map(|file| file.unwrap().path())
    };
    let file = files()
        .find(|file| file.extension().is_some_and(|e| e == "txt"))
        .unwrap();
    let mut bytes = fs::read(&file).unwrap();
    bytes.extend(b"\xca\xe9\n");
    fs::write(&file, &bytes).unwrap();
    let mut session = Session::open(folder.path(), 100, 30);
    session.sees("阅读位置和进度未能保存：");
    session.press("b\x15two\r");
    session.sees("书签未能保存：");
    session.press("q");
    assert_eq!(session.exit_code(), 0);
    session.sees("阅读位置和进度未能保存：");
    assert_eq!(fs::read(&file).unwrap(), bytes);
}

#[test]
fn readers_of_one_library_lose_no_marks_of_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut sessions: Vec<Session> = (0..4)
        .map(|_| Session::open(folder.path(), 80, 24))
        .collect();
    for (at, session) in sessions.iter_mut().enumerate() {
        session.sees("简报库");
        session.press(&format!("b\x15mark{at}"));
        session.sees(&format!("mark{at}"));
    }
    for session in &mut sessions {
        session.press("\r");
    }
    for session in &sessions {
        session.sees("已加书签：");
    }
    sessions[0].press("'");
    for at in 0..4 {
        sessions[0].sees(&format!("* mark{at}"));
    }
}

#[test]
fn a_file_that_changes_is_read_anew_with_the_place_kept() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("briefings");
    fs::create_dir(&library).unwrap();
    let file = library.join("a.yaml");
    let yaml = |words: &str| {
        format!(
            "标题: 甲\n发文机关: 乙\n章节:\n  - 层次标题: 一\n    正文: 头\n  - 层次标题: 二\n    正文: {words}\n"
        )
    };
    fs::write(&file, yaml("原文")).unwrap();
    let mut session = Session::open(folder.path(), 80, 24);
    session.press(DOWN);
    session.press(DOWN);
    session.sees("第 2/2 节");
    session.sees("原文");
    thread::sleep(Duration::from_millis(1200));
    fs::write(&file, "标题: [\n").unwrap();
    session.sees("有问题的文件");
    fs::write(&file, yaml("改过的文字")).unwrap();
    session.sees("改过的文字");
    session.sees("第 2/2 节");
    session.sees("已重新读取");
}

#[test]
fn a_pasted_text_does_not_say_yes() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("工信部信息通信管理局2022.txt");
    fs::write(&there, "old").unwrap();
    let mut session = Session::open(folder.path(), 100, 24);
    session.sees("简报库");
    session.press(" ");
    session.press(F2);
    session.sees("导出到文件");
    session.press("\r");
    session.sees("文件已存在");
    session.press("\x1b[200~yes\x1b[201~");
    session.press("n");
    session.sees("已取消");
    assert_eq!(fs::read_to_string(&there).unwrap(), "old");
    session.press("\x1b");
    session.wait("closed input line", vt100::Screen::hide_cursor);
    session.press("\x03");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_terminal_without_a_size_gets_a_usual_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 0, 0);
    session.sees("简报库");
    session.press("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_narrow_terminal_gets_rules_of_unicode_and_a_wide_one_of_ascii() {
    for (says, rule) in [
        (Says::Narrow, "──────────"),
        (Says::Wide, "----------"),
        (Says::WideLetters, "----------"),
        // Nobody knows; a Chinese terminal may be a wide one.
        (Says::Nothing, "----------"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut session = Session::saying(says, folder.path(), 80, 24);
        session.sees(rule);
        session.sees("简报库");
        session.press(F3);
        session.sees("2021目标");
        session.press("q");
        assert_eq!(session.exit_code(), 0);
        session.is_restored();
    }
}

#[test]
fn a_slow_answer_is_waited_for_and_not_taken_for_keys() {
    let folder = tempfile::tempdir().unwrap();
    let quick = Session::saying(Says::Wide, folder.path(), 80, 24);
    quick.sees("----------");
    let slow = Session::saying(Says::WideSlowly, folder.path(), 80, 24);
    slow.wait("same screen", |screen| screen.contents() == quick.text());
}

#[test]
fn ctrl_l_measures_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 80, 24);
    session.sees("──────────");
    *session.says.lock().unwrap() = Says::Wide;
    session.press("\u{c}");
    session.sees("----------");
    session.press("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn without_a_second_answer_the_first_one_holds() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::in_locale("C.UTF-8", Says::Wide, folder.path(), 80, 24);
    session.sees("----------");
    *session.says.lock().unwrap() = Says::Nothing;
    // The key behind it is dealt with once the answer is given up; the screen is still a wide one's.
    session.press("\u{c}");
    session.press(F3);
    session.sees("对照");
    session.sees("----------");
    session.press("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn the_question_leaves_nothing_on_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 80, 24);
    session.sees("简报库");
    assert!(!session.text().contains(['①', 'α']), "{}", session.text());
    session.press("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn what_is_typed_before_the_answer_is_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::saying(Says::Nothing, folder.path(), 80, 24);
    session.press("j");
    session.press(F3);
    session.sees("2021目标");
    session.press("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn without_an_answer_only_a_chinese_locale_makes_a_terminal_a_wide_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::in_locale("C.UTF-8", Says::Nothing, folder.path(), 80, 24);
    session.sees("简报库");
    thread::sleep(Duration::from_millis(500));
    session.sees("──────────");
    session.press("q");
    assert_eq!(session.exit_code(), 0);
}

/// What the command line exports of the same.
fn exported(reference: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_jianbao"))
        .env_clear()
        .env("LANG", "zh_CN.UTF-8")
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .args(["export", reference])
        .output();
    String::from_utf8(output.unwrap().stdout).unwrap()
}

/// The sequence that hands a text to the clipboard of a terminal.
fn osc_52(text: &str) -> String {
    use crossterm::Command;
    let mut sequence = String::new();
    let copy = crossterm::clipboard::CopyToClipboard::to_clipboard_from(text);
    copy.write_ansi(&mut sequence).unwrap();
    sequence
}

/// A program of some name that keeps what it is given in a file beside it, in a folder of its own.
fn clipboard_program(folder: &Path, name: &str) -> std::path::PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let programs = folder.join("programs");
    fs::create_dir_all(&programs).unwrap();
    let file = programs.join(name);
    let kept = programs.join("kept");
    let script = format!("#!/bin/sh\nexec /bin/cat > {}\n", kept.display());
    fs::write(&file, script).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    kept
}

#[test]
fn what_is_copied_goes_to_the_terminal_where_no_clipboard_answers() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::open(folder.path(), 100, 24);
    session.sees("简报库");
    // To a section, not ticked: it is copied as it stands, in lines of its paragraphs.
    session.press(&[RIGHT, DOWN].concat());
    session.sees("〔2022年工作安排〕");
    session.press("y");
    session.sees("已复制 17 节，");
    session.sees("OSC 52");
    assert!(session.has_written(&osc_52(&exported("miit-ict-2022#2"))));
    assert!(!session.has_written("Ptmux;"));
}

#[test]
fn from_afar_the_clipboard_of_this_machine_is_not_asked() {
    let folder = tempfile::tempdir().unwrap();
    let kept = clipboard_program(folder.path(), "xclip");
    let path = folder.path().join("programs");
    let near = [("DISPLAY", ":0"), ("PATH", path.to_str().unwrap())];
    let mut session = Session::among(&near, Says::Narrow, folder.path(), (100, 24));
    session.sees("简报库");
    session.press("y");
    session.sees("到本机剪贴板（xclip）");
    assert_eq!(
        fs::read_to_string(&kept).unwrap(),
        exported("miit-ict-2022")
    );
    fs::remove_file(&kept).unwrap();
    let afar = [&near[..], &[("SSH_CONNECTION", "10.0.0.1 5 10.0.0.2 22")]].concat();
    let mut session = Session::among(&afar, Says::Narrow, folder.path(), (100, 24));
    session.sees("简报库");
    session.press("y");
    session.sees("OSC 52");
    assert!(!kept.exists());
}

#[test]
fn within_tmux_a_copy_is_handed_to_tmux_or_past_it() {
    let folder = tempfile::tempdir().unwrap();
    let within = [("TMUX", "/nowhere,1,0"), ("PATH", "/nowhere")];
    let mut session = Session::among(&within, Says::Narrow, folder.path(), (100, 24));
    session.sees("简报库");
    session.press("y");
    session.sees("OSC 52");
    let plain = osc_52(&exported("miit-ict-2022"));
    let past = format!("\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b"));
    assert!(session.has_written(&past));
    let kept = clipboard_program(folder.path(), "tmux");
    let path = folder.path().join("programs");
    let within = [("TMUX", "/nowhere,1,0"), ("PATH", path.to_str().unwrap())];
    let mut session = Session::among(&within, Says::Narrow, folder.path(), (100, 24));
    session.sees("简报库");
    session.press("y");
    session.sees("已交给 tmux");
    assert_eq!(
        fs::read_to_string(&kept).unwrap(),
        exported("miit-ict-2022")
    );
    assert!(!session.has_written("]52;"));
}

#[test]
fn what_is_too_long_for_the_terminal_is_written_to_a_file_that_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let briefings = folder.path().join("briefings");
    fs::create_dir(&briefings).unwrap();
    let text = "推进工作。".repeat(6000);
    let yaml = format!("标题: 长\n发文机关: 局\n章节:\n  - 层次标题: 甲\n    正文: {text}\n");
    fs::write(briefings.join("a.yaml"), yaml).unwrap();
    let mut session = Session::open(folder.path(), 150, 24);
    session.sees("简报库");
    session.press("y");
    let line = session.line("太长，终端剪贴板放不下，已写入");
    assert!(line.contains("/jianbao/copied.txt"), "{line}");
    let copied = fs::read_to_string(folder.path().join("jianbao/copied.txt")).unwrap();
    assert!(copied.contains(&text));
    assert!(!session.has_written("]52;"));
}
