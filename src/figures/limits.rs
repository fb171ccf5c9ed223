//! Limits of reading figures by name. Knows only their values and reasons.

use crate::limit::limits;

limits! {
    HELD: usize = 64, Safety, "names of one sentence that a later value of it may take";
    CLAUSE: usize = 600, Safety, "bytes on either side of a value that are searched for the ends of its clause";
    SENTENCE: usize = 3_000, Safety, "bytes on either side of a value that are searched for the ends of its sentence";
    LIST: usize = 8, Safety, "values that may share the unit of the last one";
    MOVE: usize = 12, Tuned, "characters between a value and the one it moved to, 从60万元降至42万元";
    NAME: usize = 36, Tuned, "characters of the longest name an indicator is given; a longer list loses its first items, a longer phrase is no name";
    ITEM: usize = 16, Tuned, "characters of the longest item of a list that several values share, or one value counts";
    SHORT_HEAD: usize = 8, Tuned, "characters of the longest noun before a value that the noun after it belongs to, 生态环境9项约束性指标";
    SHORT_NOUN: usize = 2, Tuned, "characters of a noun that is named with its verb, 接入企业";
    SHORT_VERB: usize = 4, Tuned, "characters of the longest such verb";
    SHORT_TOPIC: usize = 6, Tuned, "characters of the longest name that says nothing without its topic, 公路方面…2个项目";
    LAST_OF_LIST: usize = 4, Tuned, "characters of the shortest noun that a quotation, or examples with 等, are left out for";
    DAY: usize = 12, Tuned, "characters of the longest day after 截至";
    LEAD: usize = 8, Tuned, "characters that a paragraph may begin with before the time that holds for all of it, 刚刚过去的2025年";
    STATED: usize = 12, Tuned, "characters between 完成 and the target it speaks of";
    CLAUSE_HAN: usize = 4, Tuned, "ideographs of the shortest clause that promises or reports";
    TASK_NAME: usize = 30, Tuned, "characters of the longest name of a task; what is longer ends with …";
    THING: usize = 6, Tuned, "ideographs of the shortest of two things that one verb made, 建成A和B";
}
