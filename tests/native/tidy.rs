//! The rules of the house, read from the sources: who may use whom, what the pure rooms do without,
//! how files begin and how long they get, which stylesheets there are.
//!
//! A rule that fails lists each place and what to do about it. Tests inside a source file are held
//! to none of them but the first line.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A room: what it may use of ours (a path opens all below it), and which crates.
struct Room {
    name: &'static str,
    ours: &'static [&'static str],
    crates: &'static [&'static str],
}

/// Who may use whom. Every room may use itself.
const ROOMS: &[Room] = &[
    Room {
        name: "study",
        ours: &[],
        crates: &[
            "serde",
            "serde_json",
            "sha2",
            "regex",
            "regex_syntax",
            "similar",
            "unicode_linebreak",
            "unicode_normalization",
            "unicode_segmentation",
            "unicode_width",
        ],
    },
    Room {
        name: "ledger",
        ours: &["study"],
        crates: &["automerge", "serde", "serde_json"],
    },
    Room {
        name: "report",
        ours: &["study"],
        crates: &["serde"],
    },
    Room {
        name: "formats",
        ours: &["study", "ledger", "report"],
        crates: &[
            "chardetng",
            "encoding_rs",
            "flate2",
            "pdf_extract",
            "quick_xml",
            "serde",
            "serde_json",
            "sha2",
            "unicode_normalization",
            "zip",
        ],
    },
    Room {
        name: "app",
        ours: &["study", "ledger", "report", "formats"],
        crates: &["fluent_bundle", "unic_langid", "serde", "serde_json"],
    },
    Room {
        name: "platform",
        ours: &[],
        crates: &[
            "futures_channel",
            "getrandom",
            "gloo",
            "js_sys",
            "serde",
            "serde_wasm_bindgen",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "web_sys",
        ],
    },
    // `study` and `ledger`: the values that Actions and Effects carry.
    Room {
        name: "runtime",
        ours: &["app", "formats", "platform", "study", "ledger"],
        crates: &["futures_channel", "wasm_bindgen", "wasm_bindgen_futures"],
    },
    // `wasm_bindgen`: the casts that come with event types.
    Room {
        name: "ui",
        ours: &[
            "app",
            "study",
            "report",
            "platform::selection",
            "platform::listener",
        ],
        crates: &["yew", "web_sys", "wasm_bindgen"],
    },
    Room {
        name: "embed",
        ours: &["runtime", "app", "ui::root"],
        crates: &[
            "js_sys",
            "serde",
            "serde_wasm_bindgen",
            "wasm_bindgen",
            "web_sys",
        ],
    },
];

/// What one file may use beyond its room, and why. One that is not needed any more is a fault too.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "src/ui/journal/mod.rs",
        "platform::clock",
        "how a moment is written in the zone and language of the reader",
    ),
    (
        "src/ui/root.rs",
        "runtime",
        "the one place where components meet the store",
    ),
    (
        "src/runtime/services.rs",
        "web_sys",
        "the element that is mounted into, and leaving the page",
    ),
    (
        "src/runtime/drop.rs",
        "web_sys",
        "where a drag goes on to tells whether it left the workbench",
    ),
    (
        "src/runtime/services.rs",
        "js_sys",
        "the host page's options",
    ),
    (
        "src/runtime/perform/screen.rs",
        "web_sys",
        "focus and scrolling are effects",
    ),
    (
        "src/runtime/perform/screen.rs",
        "gloo",
        "a pause before a live region speaks",
    ),
];

/// The rooms that know no clock, no chance, no browser and wait for nothing.
const PURE: &[&str] = &["study", "ledger", "report", "formats", "app"];

/// What they do without, and what it is.
const IMPURE: &[(&str, &str)] = &[
    ("Instant", "the clock"),
    ("SystemTime", "the clock"),
    ("getrandom", "chance"),
    ("rand", "chance"),
    ("thread_rng", "chance"),
    ("async", "waiting"),
    ("await", "waiting"),
    ("wasm_bindgen", "the browser"),
    ("js_sys", "the browser"),
    ("web_sys", "the browser"),
    ("gloo", "the browser"),
    ("yew", "the browser"),
    ("target_arch", "the browser"),
];

/// The most lines of a file, its tests left out.
const MOST_LINES: usize = 600;

/// Stylesheets that belong to no component.
const GENERAL_STYLES: &[&str] = &["tokens", "base", "boot"];

/// A source file.
struct Source {
    /// Its path from the top, with `/`.
    path: String,
    /// Everything in it.
    whole: String,
    /// Its code without comments, strings and tests.
    code: String,
}

impl Source {
    /// The room it stands in; none for the files at the top.
    fn room(&self) -> Option<&str> {
        self.path
            .strip_prefix("src/")?
            .split_once('/')
            .map(|(room, _)| room)
    }

    /// How deep its module lies below the crate.
    fn depth(&self) -> usize {
        let inside = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        inside.split('/').filter(|part| *part != "mod").count()
    }
}

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder that ends so, in order.
fn files(folder: &str, ending: &str) -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => walk(&path, found),
                false => found.push(path),
            }
        }
    }
    let mut found = Vec::new();
    walk(&top().join(folder), &mut found);
    let mut paths: Vec<String> = found
        .iter()
        .filter_map(|path| path.strip_prefix(top()).ok())
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        .filter(|path| path.ends_with(ending))
        .collect();
    paths.sort();
    paths
}

fn sources(folder: &str) -> Vec<Source> {
    let read = |path: String| {
        let whole = std::fs::read_to_string(top().join(&path)).unwrap();
        let code = code(without_tests(&whole));
        Source { path, whole, code }
    };
    files(folder, ".rs").into_iter().map(read).collect()
}

fn without_tests(whole: &str) -> &str {
    let tests = whole.find("\n#[cfg(test)]\nmod tests {");
    tests.map_or(whole, |start| &whole[..start])
}

/// Blanks comments, strings and characters; lines stay where they are.
fn code(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block(rest),
            '"' => string(rest),
            'r' if !code.ends_with(in_name) => raw_string(rest),
            '\'' => character(rest),
            _ => 0,
        };
        let taken = &rest[..length];
        code.extend(taken.chars().filter(|blanked| *blanked == '\n'));
        if length == 0 {
            code.push(next);
        } else {
            code.push(' ');
        }
        rest = &rest[length.max(next.len_utf8())..];
    }
    code
}

fn block(text: &str) -> usize {
    text.find("*/").map_or(text.len(), |end| end + 2)
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (place, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return place + 1,
            _ => {}
        }
    }
    text.len()
}

fn raw_string(text: &str) -> usize {
    let hashes = text[1..].bytes().take_while(|byte| *byte == b'#').count();
    if !text[1 + hashes..].starts_with('"') {
        return 0;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let inside = 2 + hashes;
    text[inside..]
        .find(&end)
        .map_or(text.len(), |found| inside + found + end.len())
}

/// Nothing for a lifetime.
fn character(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => text[2..]
            .find('\'')
            .map_or(0, |end| if end == 0 { 4 } else { end + 3 }),
        Some(_) => match letters.next() {
            Some((place, '\'')) => place + 1,
            _ => 0,
        },
        None => 0,
    }
}

fn in_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Every place of a name in code, where it stands by itself.
fn places<'a>(code: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(name)
        .map(|(place, _)| place)
        .filter(move |place| {
            !code[..*place].ends_with(in_name) && !code[place + name.len()..].starts_with(in_name)
        })
}

fn line(code: &str, place: usize) -> usize {
    code[..place].matches('\n').count() + 1
}

/// The paths that begin with `crate::` at a place: more than one when braces follow.
fn paths(code: &str) -> Vec<String> {
    let plain = |text: &str| -> String {
        text.chars()
            .take_while(|letter| in_name(*letter) || *letter == ':')
            .collect()
    };
    match code.strip_prefix('{') {
        None => vec![plain(code).trim_end_matches(':').to_owned()],
        Some(inside) => {
            let end = inside.find('}').unwrap_or(inside.len());
            let names = inside[..end]
                .split(',')
                .map(|name| plain(name.trim_start()));
            names.filter(|name| !name.is_empty()).collect()
        }
    }
}

/// The faults of a rule, gathered to be shown at once.
#[derive(Default)]
struct Faults(String);

impl Faults {
    fn add(&mut self, path: &str, line: usize, what: &str) {
        writeln!(self.0, "  {path}:{line}: {what}").unwrap();
    }

    #[track_caller]
    fn none(self, rule: &str) {
        assert!(self.0.is_empty(), "\n{rule}\n\n{}", self.0);
    }
}

/// The crates that the manifest names, as the sources write them.
fn crates() -> BTreeSet<String> {
    let manifest = std::fs::read_to_string(top().join("Cargo.toml")).unwrap();
    let mut crates = BTreeSet::new();
    let mut inside = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            inside = section.ends_with("dependencies") && !section.ends_with("dev-dependencies");
            if let Some((_, name)) = section.split_once(".dependencies.") {
                crates.insert(name.replace('-', "_"));
            }
        } else if let Some((name, _)) = line.split_once(" =").filter(|_| inside) {
            crates.insert(name.replace('-', "_"));
        }
    }
    crates
}

/// What a file uses: paths of ours and crates, each with its line.
fn uses(source: &Source, crates: &BTreeSet<String>) -> Vec<(String, usize, bool)> {
    let code = &source.code;
    let mut uses = Vec::new();
    for place in places(code, "crate").filter(|place| code[*place..].starts_with("crate::")) {
        for path in paths(&code[place + "crate::".len()..]) {
            uses.push((path, line(code, place), true));
        }
    }
    for name in crates {
        for place in places(code, name) {
            let after = &code[place + name.len()..];
            let path = after.starts_with("::") || code[..place].ends_with("use ");
            if path && !code[..place].ends_with("::") {
                uses.push((name.clone(), line(code, place), false));
            }
        }
    }
    uses
}

#[test]
fn rooms_use_only_what_they_may() {
    let crates = crates();
    let mut faults = Faults::default();
    let mut needed = BTreeSet::new();
    for source in sources("src") {
        let Some(name) = source.room() else { continue };
        let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
            faults.add(
                &source.path,
                1,
                &format!("`{name}` is no room of the table"),
            );
            continue;
        };
        for (path, line, ours) in uses(&source, &crates) {
            let opens = |open: &&str| path == **open || path.starts_with(&format!("{open}::"));
            let allowed = match ours {
                true => opens(&room.name) || room.ours.iter().any(opens),
                false => room.crates.contains(&path.as_str()),
            };
            let exception = EXCEPTIONS
                .iter()
                .find(|(file, open, _)| *file == source.path && opens(open));
            match exception {
                _ if allowed => {}
                Some(exception) => {
                    needed.insert(*exception);
                }
                None => faults.add(
                    &source.path,
                    line,
                    &format!("`{name}` may not use `{path}`"),
                ),
            }
        }
    }
    for exception in EXCEPTIONS
        .iter()
        .filter(|exception| !needed.contains(*exception))
    {
        let (file, open, _) = exception;
        faults.add(
            file,
            1,
            &format!("the exception for `{open}` is not needed: take it out"),
        );
    }
    faults.none("A room uses what is not open to it (the table stands in tests/native/tidy.rs).");
}

#[test]
fn no_path_leaves_its_room_by_super() {
    let mut faults = Faults::default();
    for source in sources("src")
        .iter()
        .filter(|source| source.room().is_some())
    {
        let steps = "super::".repeat(source.depth());
        for place in source.code.match_indices(&steps).map(|(place, _)| place) {
            faults.add(&source.path, line(&source.code, place), "write `crate::…`");
        }
    }
    faults.none("A path climbs out of its room.");
}

#[test]
fn pure_rooms_know_no_clock_no_chance_and_no_browser() {
    let mut faults = Faults::default();
    for source in sources("src") {
        if !source.room().is_some_and(|room| PURE.contains(&room)) {
            continue;
        }
        for (name, what) in IMPURE {
            for place in places(&source.code, name) {
                let what = format!("`{name}` is {what}: let it come in with a Stamp or an Action");
                faults.add(&source.path, line(&source.code, place), &what);
            }
        }
    }
    faults.none("A pure room reaches outside.");
}

#[test]
fn every_file_says_what_lives_in_it() {
    let mut faults = Faults::default();
    for folder in ["src", "tests", "xtask/src"] {
        for source in sources(folder) {
            if !source.whole.starts_with("//! ") {
                faults.add(
                    &source.path,
                    1,
                    "open with `//!`: what lives here, what does not",
                );
            }
        }
    }
    faults.none("A file does not say what it is.");
}

#[test]
fn no_file_is_too_long() {
    let mut faults = Faults::default();
    for folder in ["src", "xtask/src"] {
        for source in sources(folder) {
            let lines = without_tests(&source.whole).lines().count();
            if lines > MOST_LINES {
                let what = format!("{lines} lines without tests, {MOST_LINES} at most: divide it");
                faults.add(&source.path, lines, &what);
            }
        }
    }
    faults.none("A file is too long.");
}

#[test]
fn every_stylesheet_has_a_component_and_a_link() {
    let mut faults = Faults::default();
    let components: BTreeSet<String> = files("src/ui", ".rs")
        .iter()
        .flat_map(|path| path.trim_end_matches(".rs").split('/').skip(2))
        .map(str::to_owned)
        .collect();
    let page = std::fs::read_to_string(top().join("index.html")).ok();
    for path in files("styles", ".css") {
        let stem = path.trim_start_matches("styles/").trim_end_matches(".css");
        if !GENERAL_STYLES.contains(&stem) && !components.contains(stem) {
            faults.add(&path, 1, "no component in src/ui has this name");
        }
        if page
            .as_ref()
            .is_some_and(|page| page.matches(&path).count() != 1)
        {
            faults.add("index.html", 1, &format!("link `{path}` once"));
        }
    }
    faults.none("A stylesheet is on its own.");
}

#[test]
fn reading_the_sources_is_right_itself() {
    let blanked = code("a // b\n/* c\n */ \"d\\\" //\" 'e' '\\'' 'f: &'g str; r#\"h\"i\"# for j");
    let words: Vec<_> = blanked.split_whitespace().collect();
    assert_eq!(words, ["a", "'f:", "&'g", "str;", "for", "j"]);
    assert_eq!(blanked.matches('\n').count(), 2);
    assert_eq!(paths("study::edit::{A, B}"), ["study::edit"]);
    assert_eq!(
        paths("{study::edit, ledger, app::{self}}"),
        ["study::edit", "ledger", "app::"]
    );
    assert_eq!(places("async fn asyncs() { a_async }", "async").count(), 1);
    assert!(crates().contains("automerge") && crates().contains("web_sys"));
    assert!(!crates().contains("proptest"));
}
