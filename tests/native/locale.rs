//! The messages: the Fluent file is sound, no message stands twice, and every key that the code names
//! is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ENGLISH: &str = include_str!("../../locales/en.ftl");

fn keys() -> Vec<&'static str> {
    ENGLISH
        .lines()
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .collect()
}

#[test]
fn the_file_is_sound() {
    let parsed = fluent_bundle::FluentResource::try_new(ENGLISH.to_owned());
    let errors = parsed.err().map(|(_, errors)| errors).unwrap_or_default();
    let shown: Vec<String> = errors
        .iter()
        .map(|error| {
            let place = error.slice.clone().unwrap_or(error.pos.clone());
            format!("{error:?} in {:?}", &ENGLISH[place])
        })
        .collect();
    assert!(shown.is_empty(), "{}", shown.join("\n"));
}

#[test]
fn no_message_stands_twice() {
    let mut seen = BTreeSet::new();
    let twice: Vec<_> = keys()
        .into_iter()
        .filter(|key| !seen.insert(*key))
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
}

/// Keys that the code puts together from parts are not found so and stand in `acts`, `faults` and
/// `commands` tests of their own.
#[test]
fn every_key_that_the_code_names_is_there() {
    let known: BTreeSet<_> = keys().into_iter().collect();
    let mut missing = BTreeSet::new();
    visit(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut |source| {
            for call in [
                "messages.text(\"",
                ".say(\"",
                "messages.with(\"",
                "messages.with(\n",
            ] {
                for part in source.split(call).skip(1) {
                    let key = part.split('"').next().unwrap_or_default();
                    let key = key.split('.').next().unwrap_or_default();
                    let named = !key.is_empty()
                        && key.chars().all(|letter| {
                            letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
                        });
                    if named && !known.contains(key) {
                        missing.insert(key.to_owned());
                    }
                }
            }
        },
    );
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn acts_faults_and_commands_have_their_words() {
    let messages = noema::app::message::Messages::english();
    let mut missing = Vec::new();
    let mut want = |key: String| {
        if !messages.has(&key) {
            missing.push(key);
        }
    };
    for act in noema::study::edit::Act::ALL {
        want(format!("act-{}", act.key()));
    }
    for code in noema::app::fault::Code::ALL {
        want(noema::app::fault::Fault::new(*code, "").key().to_owned());
    }
    for command in noema::app::command::catalogue::CATALOGUE {
        want(format!("command-{}", command.name));
    }
    assert!(missing.is_empty(), "{missing:?}");
}

fn visit(folder: &Path, look: &mut impl FnMut(&str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, look);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            look(&fs::read_to_string(&path).unwrap());
        }
    }
}
