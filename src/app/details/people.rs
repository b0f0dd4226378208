//! The table of participants: a person a row, an attribute a column.

use crate::app::state::State;
use crate::study::id::ParticipantId;
use crate::study::record::participant::{Attribute, Participant};

/// The table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    /// The attributes' names, in the order in which they first occur.
    pub columns: Vec<String>,
    /// The participants by label.
    pub rows: Vec<PersonRow>,
    /// Whether participants are still being read.
    pub loading: bool,
}

/// A participant.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonRow {
    /// Who.
    pub id: ParticipantId,
    /// The label.
    pub label: String,
    /// The pseudonym.
    pub pseudonym: String,
    /// How many transcripts.
    pub transcripts: usize,
    /// The values, by column; those of time points with their name.
    pub values: Vec<String>,
}

/// The table of the open study's participants.
#[must_use]
pub fn people(state: &State) -> People {
    let Some(desk) = &state.desk else {
        return People::default();
    };
    let study = desk.study();
    let live = study.live_participants();
    let columns = names(&live);
    let rows = live.iter().map(|person| PersonRow {
        id: person.id,
        label: person.label.clone(),
        pseudonym: person.pseudonym.clone(),
        transcripts: study.transcripts_of(person.id).len(),
        values: columns.iter().map(|name| value(person, name)).collect(),
    });
    People {
        rows: rows.collect(),
        columns,
        loading: !desk.loading.is_empty(),
    }
}

/// The attributes' names of some participants, in the order in which they first occur.
#[must_use]
pub fn names(people: &[&Participant]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let attributes = people.iter().flat_map(|person| &person.attributes);
    for attribute in attributes.filter(|attribute| !attribute.name.is_empty()) {
        if !names.contains(&attribute.name) {
            names.push(attribute.name.clone());
        }
    }
    names
}

fn value(person: &Participant, name: &str) -> String {
    let values = person
        .attributes
        .iter()
        .filter(|attribute| attribute.name == name);
    let written = values.map(|Attribute { value, wave, .. }| match wave.as_str() {
        "" => value.clone(),
        wave => format!("{wave}: {value}"),
    });
    written.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::{names, value};
    use crate::study::record::participant::{Attribute, Participant};

    #[test]
    fn attributes_become_columns() {
        let attribute = |name: &str, value: &str, wave: &str| Attribute {
            name: name.into(),
            value: value.into(),
            wave: wave.into(),
        };
        let person = Participant {
            attributes: vec![
                attribute("age", "27", ""),
                attribute("hours", "20", "baseline"),
                attribute("hours", "30", "6 months"),
                attribute("", "?", ""),
            ],
            ..Participant::default()
        };
        assert_eq!(names(&[&person, &person]), ["age", "hours"]);
        assert_eq!(value(&person, "age"), "27");
        assert_eq!(value(&person, "hours"), "baseline: 20; 6 months: 30");
    }
}
