//! What is said of files as wholes: what they are, why they are passed over, and what to do.

/// Words on files, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // most fields are their own description
pub struct FileWords {
    /// What a format that is not read is called, and what to do about it; in the order of the formats.
    pub foreign: &'static [(&'static str, &'static str)],
    /// Before the reason for which a file of a folder is not read.
    pub passed_over: &'static str,
    /// Of a file of no known format.
    pub no_format: &'static str,
    /// Of a file of a folder without an ending, and what to do.
    pub no_ending: &'static str,
    pub name_it: &'static str,
    /// Of what Word leaves beside an open file.
    pub of_open_file: &'static str,
    /// Before the name of the bulletin that was made of a document.
    pub converted: &'static str,
    /// Of a document without text.
    pub no_text: &'static str,
    /// Of a document with a title, or with what stands around a page's text, and nothing else; what to do.
    pub no_body: &'static str,
    pub to_complete: &'static str,
    /// Of a folder.
    pub none_in_folder: &'static str,
    /// What to do about a document without text.
    pub scanned: &'static str,
    /// The formats that are read, their endings in the place of `{}`.
    pub formats: &'static str,
    /// How to mend what an import was unsure of.
    pub to_mend: &'static str,
    /// Before and between the names of two series.
    pub probably_one: [&'static str; 2],
    /// How to make one series of two.
    pub how_to_join: &'static str,
    /// Before and behind the name of a file with the same document; what to do; how it is marked in a list.
    pub copy: [&'static str; 2],
    pub how_to_part: &'static str,
    pub copy_mark: &'static str,
    /// Before and behind the number of files that are not read.
    pub not_read: [&'static str; 2],
    /// Of bulletins that are laid beside each other by hand, and what is said if they are of several issuers.
    pub laid_together: &'static str,
    pub of_several: &'static str,
    pub together_hint: &'static str,
    /// Before the name of a series that is probably one with the series shown.
    pub with_which: &'static str,
    /// Of a bulletin that is to be laid beside itself.
    pub with_itself: &'static str,
    /// Of an option that another command does not have.
    pub together_where: &'static str,
    pub import_wants_folder: &'static str,
    pub import_over_itself: &'static str,
    pub import_is_yaml: &'static str,
    /// Said when no document was found; the endings of those that are read in the place of `{}`.
    pub import_nothing: &'static str,
    pub import_made: &'static str,
    pub import_doubts: &'static str,
    pub import_kept: &'static str,
    pub import_failed: &'static str,
    pub import_passed: &'static str,
}

pub static ZH: FileWords = FileWords {
    foreign: &[
        (
            "PDF 文件，还不能读",
            "用 WPS 或 Word 打开，另存为 .docx；或复制文字，存为 .txt",
        ),
        (
            "OFD 版式文件，还不能读",
            "用阅读器复制文字，存为 .txt；或请发文单位给 .docx",
        ),
        (
            "旧式 Word 或 WPS 文件，还不能读",
            "用 Word 或 WPS 打开，另存为 .docx",
        ),
        ("RTF 文件，还不能读", "用 Word 或 WPS 打开，另存为 .docx"),
        (
            "ODT 文件，还不能读",
            "用 Word、WPS 或 LibreOffice 打开，另存为 .docx",
        ),
        ("表格，不是简报", "要读其中的文字，请存为 .docx 或 .txt"),
        ("演示文稿，不是简报", "要读其中的文字，请存为 .docx 或 .txt"),
        (
            "邮件，还不能读",
            "在邮箱里打开，把正文复制成 .txt，或把附件另存",
        ),
        (
            "连图片一起存下来的网页（.mht），还不能读",
            "用浏览器打开，另存为网页（.html）或文本（.txt）",
        ),
        ("加密的文件，读不出", "先解密或去掉打开密码，再另存为 .docx"),
        (
            "图片，读不出其中的文字",
            "先识别成文字（OCR），存为 .txt 或 .docx",
        ),
        ("压缩包，不是简报", "先解压"),
        (
            "文件不完整或已损坏，读不出",
            "重新下载或复制一份；若 Word、WPS 打得开，另存为 .docx",
        ),
        (
            "文件展开后太大，没有读",
            "用 Word 或 WPS 打开，只留正文，另存为 .docx",
        ),
        (
            "不是文字，或已加密、损坏，读不出",
            "已加密的先解密；否则用原来的程序打开，另存为 .docx 或 .txt",
        ),
    ],
    passed_over: "略过：",
    no_format: "不是能读的格式",
    no_ending: "文件名没有扩展名，不知道是什么",
    name_it: "要读，给它加上扩展名（如 .txt），或直接指定这个文件",
    of_open_file: "Word 或 WPS 打开文件时的临时文件",
    converted: "已转换为 ",
    no_text: "文件里没有文字",
    no_body: "文件里没有正文，只有标题或网页、页眉页脚上的文字",
    to_complete: "核对文件是否完整，补上正文",
    none_in_folder: "文件夹里没有能打开的简报",
    scanned: "若是扫描件或图片，先识别成文字（OCR），存为 .docx 或 .txt",
    formats: "能读的有 .yaml {} 文件",
    to_mend: "用 jianbao import 转成 YAML 后可以改正",
    probably_one: ["也许是同一个系列：", " 与 "],
    how_to_join: "若是，在文件里写上同样的“系列”；只看一次，用 --together 编号 编号",
    copy: [
        "内容与 ",
        " 基本相同，应是同一份材料；对照只用那一份，这一份可以阅读，不再计入",
    ],
    how_to_part: "留下一个，移走另一个；若确是两份材料，转成 YAML 后写上不同的“系列”",
    copy_mark: "重复",
    not_read: [
        "有 ",
        " 份文档的格式还不能读，没有打开；jianbao check 逐个说明",
    ],
    laid_together: "两份放在一起对照；Tab 回到各系列",
    of_several: "。看不出是同一机关，只并排，不判断",
    together_hint: "；F3 对照这两份",
    with_which: "也许是同一个系列，可选取两份后按 F3：",
    with_itself: "要两份不同的简报：",
    together_where: "--together 只用于打开阅读和 compare",
    import_wants_folder: "多个文件要用 -o 指定文件夹",
    import_over_itself: "输出会覆盖原文件，没有转换：",
    import_is_yaml: "已经是简报（YAML），不用转换：",
    import_nothing: "没有找到可转换的文件（{}）",
    import_made: "已转换 ",
    import_doubts: "存疑 ",
    import_kept: "已存在而未覆盖（--force 覆盖）",
    import_failed: "未能转换 ",
    import_passed: "略过 ",
};

pub static EN: FileWords = FileWords {
    foreign: &[
        (
            "a PDF file, which cannot be read yet",
            "open it in WPS or Word and save it as .docx, or copy its text into a .txt file",
        ),
        (
            "an OFD file, which cannot be read yet",
            "copy its text into a .txt file, or ask its sender for a .docx",
        ),
        (
            "an old Word or WPS file, which cannot be read yet",
            "open it in Word or WPS and save it as .docx",
        ),
        (
            "an RTF file, which cannot be read yet",
            "open it in Word or WPS and save it as .docx",
        ),
        (
            "an ODT file, which cannot be read yet",
            "open it in Word, WPS or LibreOffice and save it as .docx",
        ),
        (
            "a table, not a bulletin",
            "save the text to be read as .docx or .txt",
        ),
        (
            "slides, not a bulletin",
            "save the text to be read as .docx or .txt",
        ),
        (
            "a mail, which cannot be read yet",
            "open it in a mail program, copy its text into a .txt file or save what is attached",
        ),
        (
            "a web page saved with its pictures (.mht), which cannot be read yet",
            "open it in a browser and save it as a web page (.html) or text (.txt)",
        ),
        (
            "an encrypted file, which cannot be read",
            "decrypt it or take its password off, then save it as .docx",
        ),
        (
            "a picture, whose words cannot be read",
            "turn it into text (OCR) and save it as .txt or .docx",
        ),
        ("a package of files, not a bulletin", "unpack it first"),
        (
            "a damaged or incomplete file, which cannot be read",
            "download or copy it again; if Word or WPS opens it, save it as .docx",
        ),
        (
            "too large when unpacked, not read",
            "open it in Word or WPS, keep only the text and save it as .docx",
        ),
        (
            "no text, or encrypted or damaged: it cannot be read",
            "decrypt it if it is encrypted, else open it in its own program and save it as .docx or .txt",
        ),
    ],
    passed_over: "passed over: ",
    no_format: "not a format that is read",
    no_ending: "its name has no ending, so what it is is unknown",
    name_it: "to read it, give it one (such as .txt) or name the file itself",
    of_open_file: "a temporary file of Word or WPS",
    converted: "converted already, to ",
    no_text: "the file holds no words",
    no_body: "the file has no body text, only a title or words around a page",
    to_complete: "see whether the file is whole and add its text",
    none_in_folder: "no bulletin in this folder can be opened",
    scanned: "if it is scanned, turn it into text (OCR) and save it as .docx or .txt",
    formats: "files that can be read: .yaml {}",
    to_mend: "turn it into YAML with jianbao import to mend it",
    probably_one: ["probably one series: ", " and "],
    how_to_join: "if so, give both files the same series; for once, use --together ID ID",
    copy: [
        "nearly the same text as ",
        ", so probably the same document: that one is compared, this one can be read but does not count",
    ],
    how_to_part: "keep one and move the other one away; if they are two documents, turn them into YAML and give them different series",
    copy_mark: "copy",
    not_read: [
        "documents not opened because of their format: ",
        "; jianbao check tells of each",
    ],
    laid_together: "Two bulletins laid together; Tab goes to the series",
    of_several: ". They are not known to be of one issuer: nothing is judged",
    together_hint: "; F3 compares the two",
    with_which: "Probably one series, pick two and press F3: ",
    with_itself: "two different bulletins are needed: ",
    together_where: "--together goes with the reader and compare only",
    import_wants_folder: "several files need -o with a folder",
    import_over_itself: "the output would overwrite the source: ",
    import_is_yaml: "a bulletin (YAML) already: ",
    import_nothing: "no file to convert was found ({})",
    import_made: "converted ",
    import_doubts: "doubtful: ",
    import_kept: "exist and were kept (--force overwrites): ",
    import_failed: "failed: ",
    import_passed: "passed over: ",
};
