//! Words that transcripts use for who speaks and for their own head, in the languages that our
//! users write in. Adding a language means adding its words here and nowhere else.
//!
//! Invariant: all words are in lower case.

/// Who asks.
const ASKS: &[&str] = &[
    "interviewer",
    "interviewerin",
    "int",
    "intv",
    "iv",
    "i",
    "q",
    "question",
    "moderator",
    "moderatorin",
    "mod",
    "researcher",
    "facilitator",
    "host",
    "forscherin",
    "forscher",
    "entrevistador",
    "entrevistadora",
    "intervieweur",
    "intervieweuse",
    "enquêteur",
    "enquêtrice",
    "chercheur",
    "chercheuse",
    "访谈者",
    "采访者",
    "访问者",
    "主持人",
    "研究者",
    "访谈员",
    "问",
    "訪談者",
    "訪問者",
    "採訪者",
    "問",
    "면접자",
    "면담자",
    "연구자",
    "질문자",
    "진행자",
    "인터뷰어",
    "المحاور",
    "المحاورة",
    "الباحث",
    "الباحثة",
    "محاور",
    "باحث",
    "باحثة",
    "س",
];

/// Who is asked.
const ANSWERS: &[&str] = &[
    "interviewee",
    "participant",
    "part",
    "p",
    "respondent",
    "resp",
    "r",
    "patient",
    "pt",
    "informant",
    "speaker",
    "spk",
    "answer",
    "befragte",
    "befragter",
    "teilnehmer",
    "teilnehmerin",
    "entrevistado",
    "entrevistada",
    "participante",
    "interviewé",
    "interviewée",
    "受访者",
    "被访者",
    "参与者",
    "参加者",
    "患者",
    "答",
    "受訪者",
    "參與者",
    "참여자",
    "참가자",
    "연구참여자",
    "응답자",
    "대상자",
    "환자",
    "피면접자",
    "피면담자",
    "인터뷰이",
    "المشارك",
    "المشاركة",
    "مشارك",
    "مشاركة",
    "المريض",
    "المريضة",
    "ج",
];

/// Keys of a transcript's head, and openings of sentences that only look like a speaker.
const NEVER: &[&str] = &[
    "note",
    "notes",
    "nb",
    "n.b",
    "ps",
    "date",
    "time",
    "place",
    "location",
    "duration",
    "length",
    "title",
    "subject",
    "topic",
    "re",
    "example",
    "e.g",
    "i.e",
    "summary",
    "http",
    "https",
    "file",
    "page",
    "source",
    "transcript",
    "transcription",
    "transcriber",
    "transcribed by",
    "recording",
    "recorded",
    "language",
    "setting",
    "mode",
    "age",
    "gender",
    "sex",
    "occupation",
    "code",
    "id",
    "study",
    "project",
    "interview",
    "interview number",
    "interview no",
    "session",
    "context",
    "start",
    "end",
    "start time",
    "end time",
    "important",
    "warning",
    "conclusion",
    "background",
    "datum",
    "ort",
    "dauer",
    "fecha",
    "lugar",
    "duración",
    "lieu",
    "durée",
    "注",
    "注意",
    "备注",
    "日期",
    "时间",
    "地点",
    "时长",
    "题目",
    "主题",
    "例如",
    "比如",
    "他说",
    "她说",
    "我说",
    "備註",
    "時間",
    "地點",
    "時長",
    "날짜",
    "일시",
    "일자",
    "시간",
    "장소",
    "비고",
    "주제",
    "제목",
    "참고",
    "예",
    "التاريخ",
    "المكان",
    "المدة",
    "الوقت",
    "ملاحظة",
    "الموضوع",
];

/// Heads of the column of a table that names the speaker.
const COLUMN: &[&str] = &[
    "speaker",
    "who",
    "name",
    "person",
    "role",
    "sprecher",
    "sprecherin",
    "locuteur",
    "hablante",
    "发言人",
    "说话人",
    "讲话人",
    "화자",
    "발화자",
    "المتحدث",
];

/// Keys whose value is the date.
const DATE: &[&str] = &[
    "date",
    "interview date",
    "date of interview",
    "datum",
    "fecha",
    "日期",
    "访谈日期",
    "날짜",
    "일시",
    "일자",
    "التاريخ",
];

/// Keys whose value is the number of the interview.
const NUMBER: &[&str] = &[
    "interview",
    "interview number",
    "interview no",
    "interview no.",
    "session",
    "访谈",
    "면담",
    "회차",
];

/// Whether the label is a word for one who asks.
pub(super) fn asks(key: &str) -> bool {
    ASKS.contains(&stem(key))
}

/// Whether the label is a word for one who is asked.
pub(super) fn answers(key: &str) -> bool {
    ANSWERS.contains(&stem(key))
}

/// Whether the words before a colon are anything but a speaker.
pub(super) fn never_speaks(key: &str) -> bool {
    NEVER.contains(&key)
}

/// Whether the words head a table's column of speakers.
pub(super) fn heads_speakers(key: &str) -> bool {
    COLUMN.contains(&key)
}

/// Whether the value behind this key is a date.
pub(super) fn is_date_key(key: &str) -> bool {
    DATE.contains(&key)
}

/// Whether the value behind this key is the number of the interview.
pub(super) fn is_number_key(key: &str) -> bool {
    NUMBER.contains(&key)
}

/// The label without a number at its end: `participant 4` and `p-04` are a participant.
fn stem(key: &str) -> &str {
    let bare = key.trim_end_matches(|c: char| c.is_numeric());
    bare.trim_end_matches([' ', '-', '_', '#', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_do_not_hide_a_role() {
        assert!(answers("p4") && answers("participant 12") && answers("p-04"));
        assert!(asks("interviewer") && asks("interviewer 2") && asks("면접자"));
        assert!(!answers("pia") && !asks("ines") && never_speaks("note"));
    }
}
