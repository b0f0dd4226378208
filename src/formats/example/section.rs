//! The shape that all files of the example share: sections headed `--- name`, `key: value` lines,
//! blocks headed `# title`. What the sections mean is known elsewhere.
//!
//! Invariant: every line remembers its file and number, so that an error can name its place.

/// A line with its place.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    file: &'a str,
    number: usize,
    /// Its words, without space at the end.
    pub(super) text: &'a str,
}

/// A part of a file; the part before the first heading has an empty name.
pub(super) struct Section<'a> {
    /// The first word or words of the heading.
    pub(super) name: &'a str,
    /// Its lines, empty ones before and after left out.
    pub(super) lines: Vec<Line<'a>>,
}

/// A heading with the lines below it.
pub(super) struct Block<'a> {
    /// The heading.
    pub(super) head: Line<'a>,
    /// What stands below it.
    pub(super) lines: Vec<Line<'a>>,
}

impl<'a> Line<'a> {
    /// A sentence that names this place.
    pub(super) fn fault(self, what: impl std::fmt::Display) -> String {
        format!("{}, line {}: {what}", self.file, self.number)
    }

    /// The same place with other words.
    pub(super) fn with(self, text: &'a str) -> Self {
        Self { text, ..self }
    }

    /// The line cut at the first `separator`.
    pub(super) fn cut(self, separator: &str) -> Result<(&'a str, &'a str), String> {
        let parts = self.text.split_once(separator);
        let (one, other) = parts.ok_or_else(|| self.fault(format!("`{separator}` is missing")))?;
        Ok((one.trim(), other.trim()))
    }

    /// The line cut at every `separator` into exactly `N` parts.
    pub(super) fn parts<const N: usize>(self, separator: &str) -> Result<[&'a str; N], String> {
        let parts: Vec<_> = self.text.split(separator).map(str::trim).collect();
        let count = parts.len();
        let wrong = |_| self.fault(format!("{N} parts between `{separator}`, not {count}"));
        parts.try_into().map_err(wrong)
    }

    /// A number written here.
    pub(super) fn number<T: std::str::FromStr>(self, digits: &str) -> Result<T, String> {
        let wrong = |_| self.fault(format!("`{digits}` is no number"));
        digits.parse().map_err(wrong)
    }
}

/// Cuts a file into its sections.
pub(super) fn split<'a>(file: &'a str, content: &'a str) -> Vec<Section<'a>> {
    let mut sections = vec![Section {
        name: "",
        lines: Vec::new(),
    }];
    for (index, text) in content.lines().enumerate() {
        let text = text.trim_end();
        if let Some(name) = text.strip_prefix("--- ") {
            let lines = Vec::new();
            sections.push(Section { name, lines });
        } else if let Some(section) = sections.last_mut() {
            let number = index + 1;
            section.lines.push(Line { file, number, text });
        }
    }
    for section in &mut sections {
        section.lines = trimmed(&section.lines).to_vec();
    }
    sections
}

/// The section whose heading begins with `name`.
pub(super) fn find<'a, 'b>(
    sections: &'b [Section<'a>],
    name: &str,
) -> Result<&'b Section<'a>, String> {
    let found = sections
        .iter()
        .find(|section| section.name.starts_with(name));
    found.ok_or_else(|| {
        let file = sections.iter().find_map(|section| section.lines.first());
        let file = file.map_or("file", |line| line.file);
        format!("{file}: the section `{name}` is missing")
    })
}

/// The blocks under headings that begin with `mark`, such as `# `.
pub(super) fn blocks<'a>(lines: &[Line<'a>], mark: &str) -> Result<Vec<Block<'a>>, String> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        if let Some(title) = line.text.strip_prefix(mark) {
            let head = line.with(title);
            let lines = Vec::new();
            blocks.push(Block { head, lines });
        } else if let Some(block) = blocks.last_mut() {
            block.lines.push(*line);
        } else if !line.text.is_empty() {
            return Err(line.fault(format!("a heading `{mark}` is missing above")));
        }
    }
    for block in &mut blocks {
        block.lines = trimmed(&block.lines).to_vec();
    }
    Ok(blocks)
}

/// Lines as `key: value`, each of the keys wanted in exactly one of them and no other key.
pub(super) fn fields<const N: usize>(
    lines: &[Line],
    keys: [&str; N],
) -> Result<[String; N], String> {
    let mut values = [const { String::new() }; N];
    for line in lines {
        let (key, value) = line.cut(":")?;
        let slot = keys.iter().position(|known| *known == key);
        let slot = slot.ok_or_else(|| line.fault(format!("`{key}` is no field here")))?;
        if !values[slot].is_empty() {
            return Err(line.fault(format!("`{key}` stands twice")));
        }
        values[slot] = value.to_string();
    }
    match (0..N).find(|slot| values[*slot].is_empty()) {
        None => Ok(values),
        Some(slot) => {
            let missing = format!("`{}` is missing", keys[slot]);
            Err(lines
                .first()
                .map_or(missing.clone(), |line| line.fault(missing)))
        }
    }
}

fn trimmed<'a, 'b>(lines: &'b [Line<'a>]) -> &'b [Line<'a>] {
    let filled = |line: &Line| !line.text.is_empty();
    let start = lines.iter().position(filled).unwrap_or(lines.len());
    let end = lines
        .iter()
        .rposition(filled)
        .map_or(start, |last| last + 1);
    &lines[start..end]
}
