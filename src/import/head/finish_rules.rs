//! Which of all that was read is the issuer and the day of a document, as rules. Knows nothing of how it was read.

use crate::calendar::Date;
use crate::import::rule::Rule;

/// What was read of issuer and day, from where.
#[derive(Debug, Default)]
pub struct Known {
    /// The issuer that the red head or the metadata name.
    pub named: String,
    /// The offices that signed.
    pub signed: String,
    /// Whether the head of a report to a congress names the offices that signed, and nobody who speaks.
    pub signed_for_congress: bool,
    /// The office that title, congress or speaker tell.
    pub told: Option<String>,
    /// The government of the place whose standing committee met, or that committee.
    pub committee: Option<String>,
    /// Whether that office is only the one of who speaks to a standing committee.
    pub speaks_to_committee: bool,
    /// The government that entrusted who speaks.
    pub entrusting: Option<String>,
    /// The government of the place above the title.
    pub place: Option<String>,
    /// The office that published the page.
    pub publisher: Option<String>,
    /// The office that printed it.
    pub printer: Option<String>,
    /// The office of who speaks.
    pub speaks: Option<String>,
    /// The office whose site the page is of and that it says it is from.
    pub of_page: Option<String>,
    /// The office that the page says it is from.
    pub source: Option<String>,
    /// The office that the first lines of the text name.
    pub in_text: Option<String>,
    /// The day on which a report was given.
    pub delivered: Option<Date>,
    /// The day that the document says.
    pub signed_on: Option<Date>,
    /// The day of the meeting of minutes.
    pub met_on: Option<Date>,
    /// The day of printing.
    pub printed_on: Option<Date>,
    /// The day on which the page was published.
    pub published_on: Option<Date>,
    /// Whether the document says its month, and no day of it.
    pub month: bool,
}

/// Where the issuer is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Issuer {
    Named,
    Entrusting,
    Signed,
    Told,
    Committee,
    Publisher,
    Printer,
    InText,
    Place,
    OfPage,
    Source,
}

impl Known {
    /// The office that wrote what it gives for who entrusted it.
    pub fn writes(&self) -> Option<String> {
        let signed = Some(&self.signed).filter(|signed| !signed.is_empty());
        signed.or(self.speaks.as_ref()).cloned()
    }
}

/// Asked of a document once all is read.
pub const ISSUERS: &[Rule<Known, Issuer>] = &[
    Rule {
        // The head of a joint document may name only the first of them.
        name: "issuers-signed-with-named",
        when: |known, _| {
            let mut signed = known.signed.split('、');
            signed.clone().count() > 1 && signed.any(|office| office == known.named)
        },
        then: Issuer::Signed,
        example: "河口县水务局文件\n> 关于节水的通知\n各乡镇：\n一、查漏\n各单位立即检查管网。\n河口县水务局　河口县财政局\n2023年3月2日",
        counter: "河口县水务局文件\n> 关于节水的通知\n各乡镇：\n一、查漏\n各单位立即检查管网。\n河口县水务局\n2023年3月2日",
    },
    Rule {
        name: "issuer-named",
        when: |known, _| !known.named.is_empty(),
        then: Issuer::Named,
        example: "河口县水务局文件\n> 河口县水务局关于节水的通知",
        counter: "> 河口县水务局关于节水的通知",
    },
    Rule {
        // An office that stands on its own line below the title has laid the report before the congress itself.
        name: "issuer-of-report-to-congress",
        when: |known, _| known.signed_for_congress && !known.signed.is_empty(),
        then: Issuer::Signed,
        example: "> 关于2022年预算执行情况的报告\n——2023年1月9日在河口县第九届人民代表大会第二次会议上\n河口县财政局\n受县人民政府委托，现将预算执行情况报告如下。",
        counter: "> 关于2022年预算执行情况的报告\n——2023年1月9日在河口县第九届人民代表大会第二次会议上\n河口县财政局局长　张某\n受县人民政府委托，现将预算执行情况报告如下。",
    },
    Rule {
        // Who speaks does it for the government, and a report to a congress is that of the government.
        name: "issuer-entrusts",
        when: |known, _| has(known.entrusting.as_ref()),
        then: Issuer::Entrusting,
        example: "> 关于2022年预算执行情况的报告\n河口县财政局\n受县人民政府委托，现将预算执行情况报告如下。",
        counter: "> 关于2022年预算执行情况的报告\n河口县财政局\n受局党组委托，现将预算执行情况报告如下。",
    },
    Rule {
        name: "issuer-signed",
        when: |known, _| !known.signed.is_empty(),
        then: Issuer::Signed,
        example: "> 关于节水的通知\n一、查漏\n各单位立即检查管网。\n河口县水务局\n2023年3月2日",
        counter: "> 关于节水的通知\n一、查漏\n各单位立即检查管网。\n2023年3月2日",
    },
    Rule {
        name: "issuer-told",
        when: |known, _| has(known.told.as_ref()),
        then: Issuer::Told,
        example: "> 2023年河口县政府工作报告",
        counter: "> 政府工作报告",
    },
    Rule {
        // Governments, courts and groups of members report to a standing committee.
        name: "issuer-by-standing-committee",
        when: |known, _| has(known.committee.as_ref()),
        then: Issuer::Committee,
        example: "> 关于节水情况的报告\n——2023年3月2日在河口县第九届人民代表大会常务委员会第三次会议上",
        counter: "> 关于节水情况的报告\n——2023年3月2日在河口县第九届人民代表大会第三次会议上",
    },
    Rule {
        name: "issuer-publishes-page",
        when: |known, _| has(known.publisher.as_ref()),
        then: Issuer::Publisher,
        example: "发布机构：河口县统计局\n> 谱写新篇章\n一、查漏",
        counter: "发布机构：办公室\n> 谱写新篇章\n一、查漏",
    },
    Rule {
        name: "issuer-prints",
        when: |known, _| has(known.printer.as_ref()),
        then: Issuer::Printer,
        example: "> 关于节水的通知\n一、查漏\n各单位立即检查管网。\n河口县水务局办公室 2023年3月2日印发",
        counter: "> 关于节水的通知\n一、查漏\n各单位立即检查管网。\n2023年3月2日印发",
    },
    Rule {
        name: "issuer-in-text",
        when: |known, _| has(known.in_text.as_ref()),
        then: Issuer::InText,
        example: "> 谱写新篇章\n一年来，河口市统计局坚持依法统计，工作稳步推进。",
        counter: "> 谱写新篇章\n一年来，我们坚持依法统计，工作稳步推进。",
    },
    Rule {
        name: "issuer-of-place",
        when: |known, _| has(known.place.as_ref()),
        then: Issuer::Place,
        example: "河口县东湖镇\n> 2023年工作总结",
        counter: "> 2023年工作总结",
    },
    Rule {
        // The name of the site alone may be that of who only publishes.
        name: "issuer-of-page",
        when: |known, _| has(known.of_page.as_ref()),
        then: Issuer::OfPage,
        example: "title: 谱写水利新篇章-河口县水务局\n> 谱写水利新篇章\n来源：河口县水务局\n一、查漏",
        counter: "title: 谱写水利新篇章-河口县水务局\n> 谱写水利新篇章\n来源：河口日报\n一、查漏",
    },
    Rule {
        name: "issuer-of-source",
        when: |known, _| has(known.source.as_ref()),
        then: Issuer::Source,
        example: "> 河口县节水三年行动计划\n来源：河口县水务局\n一、查漏",
        counter: "> 河口县节水三年行动计划\n来源：河口县融媒体中心\n一、查漏",
    },
];

/// Which of the known days it is.
pub type DayOf = fn(&Known) -> Option<Date>;

/// The day of a document: on which it was given or signed, else that of its printing or publication.
pub const DAYS: &[Rule<Known, DayOf>] = &[
    Rule {
        name: "day-given",
        when: |known, _| known.delivered.is_some(),
        then: |known| known.delivered,
        example: "> 河口县工作报告\n——2023年1月9日在河口县人民代表大会上",
        counter: "> 河口县工作报告\n2023年1月9日",
    },
    Rule {
        name: "day-signed",
        when: |known, _| known.signed_on.is_some(),
        then: |known| known.signed_on,
        example: "> 河口县工作报告\n2023年1月9日",
        counter: "> 河口县工作报告\n发布时间：2023-01-09",
    },
    Rule {
        name: "day-of-printing",
        when: |known, _| known.printed_on.is_some(),
        then: |known| known.printed_on,
        example: "> 关于节水的通知\n一、查漏\n各单位立即检查管网。\n河口县水务局办公室 2023年3月2日印发",
        counter: "> 关于节水的通知\n一、查漏\n各单位立即检查管网。",
    },
    Rule {
        name: OF_MEETING,
        when: |known, _| known.met_on.is_some(),
        then: |known| known.met_on,
        example: "> 局长办公会议纪要\n2023年3月2日，局长张某主持召开会议。",
        counter: "> 水利工作简报\n2023年3月2日，局长张某主持召开会议。",
    },
    Rule {
        // Of a day of which the document says the month it is not known.
        name: PUBLISHED,
        when: |known, _| known.published_on.is_some() && !known.month,
        then: |known| known.published_on,
        example: "> 河口县工作报告\n发布时间：2023-01-09",
        counter: "> 河口县工作报告\n发布时间：2023-01-09\n一、查漏\n各单位立即检查管网。\n2022年12月",
    },
];

/// The rule by which the day of a document is only that of the meeting of which it tells.
pub const OF_MEETING: &str = "day-of-meeting";

/// The rule by which the day of a document is only that of its publication.
pub const PUBLISHED: &str = "day-of-publication";

fn has(office: Option<&String>) -> bool {
    office.is_some_and(|office| !office.is_empty())
}
