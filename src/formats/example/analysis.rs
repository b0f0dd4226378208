//! The file `study.txt`: details, guide, coders, participants, themes, memos, translations.
//! Interviews have files of their own.
//!
//! Invariant: only shape is judged here; whether a name leads anywhere is checked afterwards.

use super::model::{
    Attribute, CaseTheme, Coder, Details, Example, Guide, Memo, Participant, Question,
    StatementName, StudyTheme, SubTheme, Tie, Translation,
};
use super::section::{self, Block, Line, Section};

/// Reads everything but the interviews into `example`.
pub(super) fn read(sections: &[Section], example: &mut Example) -> Result<(), String> {
    let lines = |name| section::find(sections, name).map(|section| &section.lines[..]);
    example.details = details(lines("details")?)?;
    example.guide = guide(section::find(sections, "guide")?)?;
    example.coders = lines("coders")?
        .iter()
        .map(|line| coder(*line))
        .collect::<Result<_, _>>()?;
    example.participants = each(lines("participants")?, "# ", participant)?;
    for block in section::blocks(lines("case themes")?, "# ")? {
        let label = block.head.text;
        let themes = each(&block.lines, "## ", |theme| Ok(case_theme(label, theme)))?;
        example.case_themes.extend(themes);
    }
    example.study_themes = each(lines("study themes")?, "# ", study_theme)?;
    example.memos = each(lines("memos")?, "# ", memo)?;
    example.translations = each(lines("translations")?, "# ", translation)?;
    Ok(())
}

fn each<T>(
    lines: &[Line],
    mark: &str,
    read: impl Fn(&Block) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    section::blocks(lines, mark)?.iter().map(read).collect()
}

fn details(lines: &[Line]) -> Result<Details, String> {
    let keys = [
        "title",
        "question",
        "aim",
        "sampling",
        "criteria",
        "ethics number",
        "language",
    ];
    let [
        title,
        question,
        aim,
        sampling,
        criteria,
        ethics_number,
        language,
    ] = section::fields(lines, keys)?;
    Ok(Details {
        title,
        question,
        aim,
        sampling,
        criteria,
        ethics_number,
        language,
    })
}

fn guide(section: &Section) -> Result<Guide, String> {
    let mut questions = Vec::new();
    for domain in section::blocks(&section.lines, "# ")? {
        for line in domain.lines {
            match (line.text.strip_prefix("- "), questions.last_mut()) {
                (None, _) => questions.push(Question {
                    domain: domain.head.text.to_string(),
                    words: line.text.to_string(),
                    probes: Vec::new(),
                }),
                (Some(probe), Some(question)) => question.probes.push(probe.to_string()),
                (Some(_), None) => return Err(line.fault("a probe without a question")),
            }
        }
    }
    let version = section.name.trim_start_matches("guide").trim().to_string();
    Ok(Guide { version, questions })
}

fn coder(line: Line) -> Result<Coder, String> {
    let (name, role) = line.cut("|")?;
    Ok(Coder {
        name: name.to_string(),
        role: role.to_string(),
    })
}

fn participant(block: &Block) -> Result<Participant, String> {
    let (label, pseudonym) = block.head.cut(" ")?;
    let attributes = block.lines.iter().map(|line| attribute(*line));
    Ok(Participant {
        label: label.to_string(),
        pseudonym: pseudonym.to_string(),
        attributes: attributes.collect::<Result<_, _>>()?,
    })
}

fn attribute(line: Line) -> Result<Attribute, String> {
    let (key, value) = line.cut(":")?;
    let (name, time_point) = match key.split_once(" @ ") {
        Some((name, time_point)) => (name, Some(time_point.to_string())),
        None => (key, None),
    };
    Ok(Attribute {
        name: name.to_string(),
        time_point,
        value: value.to_string(),
    })
}

fn case_theme(participant: &str, block: &Block) -> CaseTheme {
    CaseTheme {
        participant: participant.to_string(),
        name: block.head.text.to_string(),
        statements: block
            .lines
            .iter()
            .map(|line| line.text.to_string())
            .collect(),
    }
}

fn study_theme(block: &Block) -> Result<StudyTheme, String> {
    let own = block
        .lines
        .iter()
        .position(|line| line.text.starts_with("## "));
    let (own, below) = block.lines.split_at(own.unwrap_or(block.lines.len()));
    Ok(StudyTheme {
        name: block.head.text.to_string(),
        definition: paragraphs(own),
        sub_themes: each(below, "## ", sub_theme)?,
    })
}

fn sub_theme(block: &Block) -> Result<SubTheme, String> {
    let own = block
        .lines
        .iter()
        .position(|line| line.text.contains(" | "));
    let (own, below) = block.lines.split_at(own.unwrap_or(block.lines.len()));
    let statements = below.iter().map(|line| statement_name(*line, "|"));
    Ok(SubTheme {
        name: block.head.text.to_string(),
        definition: paragraphs(own),
        statements: statements.collect::<Result<_, _>>()?,
    })
}

fn statement_name(line: Line, separator: &str) -> Result<StatementName, String> {
    let (participant, text) = line.cut(separator)?;
    Ok(StatementName {
        participant: participant.to_string(),
        text: text.to_string(),
    })
}

fn memo(block: &Block) -> Result<Memo, String> {
    let [date, coder, title] = block.head.parts("|")?;
    let Some((about, text)) = block.lines.split_first() else {
        return Err(block.head.fault("a memo without words"));
    };
    let tied = about.text.strip_prefix("about: ");
    let tied = tied.ok_or_else(|| about.fault("`about: ` is missing"))?;
    Ok(Memo {
        date: date.to_string(),
        coder: coder.to_string(),
        title: title.to_string(),
        about: tie(about.with(tied))?,
        text: paragraphs(text),
    })
}

fn tie(line: Line) -> Result<Tie, String> {
    if let Some(name) = line.text.strip_prefix("theme ") {
        return Ok(Tie::Theme(name.to_string()));
    }
    if let Some(name) = line.text.strip_prefix("statement ") {
        return statement_name(line.with(name), ":").map(Tie::Statement);
    }
    if line.text == "study" {
        return Ok(Tie::Study);
    }
    let Some((label, place)) = line.text.split_once('-') else {
        return Ok(Tie::Participant(line.text.to_string()));
    };
    let label = label.to_string();
    Ok(match place.split_once(' ') {
        None => Tie::Transcript(label, line.number(place)?),
        Some((number, passage)) => Tie::Passage(label, line.number(number)?, line.number(passage)?),
    })
}

fn translation(block: &Block) -> Result<Translation, String> {
    let (transcript, passage) = block.head.cut(" ")?;
    let (participant, number) = block.head.with(transcript).cut("-")?;
    let keys = ["from", "to", "translator", "checker", "text"];
    let [from, to, translator, checker, text] = section::fields(&block.lines, keys)?;
    Ok(Translation {
        participant: participant.to_string(),
        number: block.head.number(number)?,
        passage: block.head.number(passage)?,
        from,
        to,
        translator,
        checker,
        text,
    })
}

fn paragraphs(lines: &[Line]) -> String {
    let lines: Vec<_> = lines.iter().map(|line| line.text).collect();
    lines.join("\n")
}
