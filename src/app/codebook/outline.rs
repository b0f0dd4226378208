//! A tree as rows, from top to bottom, with what each rests on.
//!
//! Invariant: every theme of the tree that is neither retired nor folded away has exactly one row.
//! Counting goes through the themes once and never through the passages.

use super::naming::Naming;
use super::{Codebook, Side, Sort};
use crate::study::id::{Id, ParticipantId, ThemeId};
use crate::study::record::theme::Theme;
use crate::study::study::Study;
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::str::FromStr;

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// A participant, above their own themes.
    Person(ParticipantId),
    /// A theme.
    Theme(ThemeId),
    /// A theme that is being worded and not made yet.
    Draft,
}

impl Node {
    /// The theme that stands there.
    #[must_use]
    pub fn theme(self) -> Option<ThemeId> {
        match self {
            Self::Theme(id) => Some(id),
            Self::Person(_) | Self::Draft => None,
        }
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => write!(f, "person-{id}"),
            Self::Theme(id) => write!(f, "theme-{id}"),
            Self::Draft => f.write_str("draft"),
        }
    }
}

impl FromStr for Node {
    type Err = ();

    /// Reads what `Display` wrote.
    fn from_str(key: &str) -> Result<Self, ()> {
        let id = |hex| Id::from_hex(hex).ok_or(());
        match key.split_once('-') {
            Some(("person", hex)) => Ok(Self::Person(id(hex)?.into())),
            Some(("theme", hex)) => Ok(Self::Theme(id(hex)?.into())),
            None if key == "draft" => Ok(Self::Draft),
            _ => Err(()),
        }
    }
}

/// How much supports a theme. A passage under two themes counts for each of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Passages under the theme itself.
    pub own: u32,
    /// Passages under it and everything beneath it.
    pub all: u32,
    /// Participants who said any of them.
    pub people: u32,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What stands there.
    pub node: Node,
    /// How deep, from 1.
    pub depth: usize,
    /// Its place among its siblings, from 1.
    pub place: usize,
    /// How many siblings there are, itself among them.
    pub siblings: usize,
    /// Whether it is unfolded; none when there is nothing beneath.
    pub open: Option<bool>,
    /// What it rests on.
    pub count: Count,
}

/// The rows of one tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    rows: Vec<Row>,
    places: HashMap<Node, usize>,
    /// Themes that were set aside, by wording.
    pub retired: Vec<ThemeId>,
    /// How many themes there are, folded and filtered ones among them.
    pub themes: usize,
}

impl Outline {
    /// The rows of one side of the codebook.
    #[must_use]
    pub fn new(study: &Study, codebook: &Codebook, side: Side) -> Self {
        let mut tally = Tally::default();
        let owners = owners(study, codebook, side);
        for owner in &owners {
            for root in study.roots(*owner) {
                tally.add(study, root);
            }
        }
        let mut writer = Writer {
            study,
            codebook,
            tally: &tally,
            filter: Filter::new(study, codebook, &owners),
            outline: Self::default(),
        };
        match side {
            Side::Study => writer.siblings(None, study.roots(None), Vec::new(), 1, None),
            Side::Own => writer.people(&owners),
        }
        let mut outline = writer.outline;
        outline.themes = owners
            .iter()
            .flat_map(|owner| study.themes_in(*owner))
            .filter(|theme| !theme.retired)
            .count();
        let mut retired: Vec<_> = owners
            .iter()
            .flat_map(|owner| study.themes_in(*owner))
            .filter(|theme| theme.retired)
            .collect();
        retired.sort_by_key(|theme| (theme.name.to_lowercase(), theme.id));
        outline.retired = retired.into_iter().map(|theme| theme.id).collect();
        outline
    }

    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<&Row> {
        self.rows.get(place)
    }

    /// All rows.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Where something stands.
    #[must_use]
    pub fn place_of(&self, node: Node) -> Option<usize> {
        self.places.get(&node).copied()
    }

    /// The row that one hangs under on screen.
    #[must_use]
    pub fn above(&self, place: usize) -> Option<usize> {
        let depth = self.rows.get(place)?.depth;
        (0..place)
            .rev()
            .find(|above| self.rows[*above].depth < depth)
    }

    /// What a theme rests on, if it has a row.
    #[must_use]
    pub fn count(&self, id: ThemeId) -> Count {
        let row = self
            .place_of(Node::Theme(id))
            .and_then(|place| self.row(place));
        row.map_or(Count::default(), |row| row.count)
    }
}

/// Whose trees a side shows.
fn owners(study: &Study, codebook: &Codebook, side: Side) -> Vec<Option<ParticipantId>> {
    match (side, codebook.person) {
        (Side::Study, _) => vec![None],
        (Side::Own, Some(person)) if study.live_participant(person).is_some() => vec![Some(person)],
        (Side::Own, _) => {
            let people = study.live_participants();
            people.into_iter().map(|person| Some(person.id)).collect()
        }
    }
}

/// What every theme rests on, with everything beneath it.
#[derive(Default)]
struct Tally {
    counts: HashMap<ThemeId, Count>,
}

impl Tally {
    fn add(&mut self, study: &Study, theme: &Theme) -> (u32, BTreeSet<ParticipantId>) {
        let mut people = BTreeSet::new();
        let mut own = 0;
        for (person, passages) in study.support_of(theme.id) {
            own += passages;
            people.insert(person);
        }
        let mut all = own;
        let mut placed = study.placed_under(theme.id);
        placed.retain(|leaf| !hangs_under_leaf(study, leaf, theme.id));
        for beneath in study.children(theme.id).into_iter().chain(placed) {
            let (passages, who) = self.add(study, beneath);
            all += passages;
            people.extend(who);
        }
        let count = Count {
            own,
            all,
            people: u32::try_from(people.len()).unwrap_or(u32::MAX),
        };
        self.counts.insert(theme.id, count);
        (all, people)
    }

    fn of(&self, id: ThemeId) -> Count {
        self.counts.get(&id).copied().unwrap_or_default()
    }
}

/// Whether a placed theme is counted already with another leaf that it hangs under.
fn hangs_under_leaf(study: &Study, leaf: &Theme, under: ThemeId) -> bool {
    let mut above = study.parent_of(leaf.id);
    while let Some(theme) = above {
        if theme.under == Some(under) {
            return true;
        }
        above = study.parent_of(theme.id);
    }
    false
}

/// Which themes stay while something is typed: those that contain it and what they hang under.
struct Filter {
    kept: Option<BTreeSet<ThemeId>>,
}

impl Filter {
    fn new(study: &Study, codebook: &Codebook, owners: &[Option<ParticipantId>]) -> Self {
        let typed = codebook.typed.trim().to_lowercase();
        if typed.is_empty() {
            return Self { kept: None };
        }
        let mut kept = BTreeSet::new();
        let contains = |theme: &Theme| {
            theme.name.to_lowercase().contains(&typed)
                || theme.definition.to_lowercase().contains(&typed)
        };
        let mut keep = |first: ThemeId| {
            let mut place = Some(first);
            while let Some(id) = place.filter(|id| kept.insert(*id)) {
                place = study.parent_of(id).map(|parent| parent.id);
            }
        };
        let in_study = owners.contains(&None);
        for theme in owners.iter().flat_map(|owner| study.themes_in(*owner)) {
            if contains(theme) {
                keep(theme.id);
            }
            for placed in study.placed_under(theme.id) {
                if in_study && contains(placed) {
                    keep(theme.id);
                    keep(placed.id);
                }
            }
        }
        Self { kept: Some(kept) }
    }

    fn keeps(&self, id: ThemeId) -> bool {
        self.kept.as_ref().is_none_or(|kept| kept.contains(&id))
    }
}

struct Writer<'a> {
    study: &'a Study,
    codebook: &'a Codebook,
    tally: &'a Tally,
    filter: Filter,
    outline: Outline,
}

impl<'a> Writer<'a> {
    fn people(&mut self, owners: &[Option<ParticipantId>]) {
        let filtering = self.filter.kept.is_some();
        let people: Vec<ParticipantId> = owners
            .iter()
            .filter_map(|owner| *owner)
            .filter(|id| {
                !filtering
                    || self
                        .study
                        .themes_in(Some(*id))
                        .any(|theme| self.filter.keeps(theme.id))
            })
            .collect();
        for (place, id) in people.iter().enumerate() {
            let roots = self.study.roots(Some(*id));
            let draft = self.draft(Some(*id), None).is_some();
            let open = filtering || self.codebook.is_open(Node::Person(*id));
            let mut count = Count::default();
            for root in &roots {
                count.all += self.tally.of(root.id).all;
            }
            self.push(Row {
                node: Node::Person(*id),
                depth: 1,
                place: place + 1,
                siblings: people.len(),
                open: (draft || !roots.is_empty()).then_some(open),
                count,
            });
            if open {
                self.siblings(Some(*id), roots, Vec::new(), 2, None);
            }
        }
    }

    /// The draft that stands among the children of a theme or the roots of a tree, and what it
    /// stands behind.
    fn draft(
        &self,
        owner: Option<ParticipantId>,
        parent: Option<ThemeId>,
    ) -> Option<Option<ThemeId>> {
        match &self.codebook.naming {
            Some(Naming::New { seat, behind }) if seat.owner == owner && seat.parent == parent => {
                Some(*behind)
            }
            _ => None,
        }
    }

    fn siblings(
        &mut self,
        owner: Option<ParticipantId>,
        themes: Vec<&'a Theme>,
        leaves: Vec<&'a Theme>,
        depth: usize,
        parent: Option<ThemeId>,
    ) {
        let mut nodes = self.sorted(themes);
        if let Some(behind) = self.draft(owner, parent) {
            let place = behind
                .and_then(|behind| nodes.iter().position(|node| *node == Node::Theme(behind)))
                .map_or(nodes.len(), |place| place + 1);
            nodes.insert(place, Node::Draft);
        }
        let leaves = self.sorted(leaves);
        let (before, siblings) = (nodes.len(), nodes.len() + leaves.len());
        for (place, node) in nodes.into_iter().enumerate() {
            self.write(node, owner, depth, place + 1, siblings);
        }
        for (place, node) in leaves.into_iter().enumerate() {
            let count = node.theme().map(|id| self.tally.of(id));
            self.push(Row {
                node,
                depth,
                place: before + place + 1,
                siblings,
                open: None,
                count: count.unwrap_or_default(),
            });
        }
    }

    fn write(
        &mut self,
        node: Node,
        owner: Option<ParticipantId>,
        depth: usize,
        place: usize,
        siblings: usize,
    ) {
        let mut row = Row {
            node,
            depth,
            place,
            siblings,
            open: None,
            count: Count::default(),
        };
        let Some(id) = node.theme() else {
            return self.push(row);
        };
        row.count = self.tally.of(id);
        let children = self.study.children(id);
        let leaves = self.study.placed_under(id);
        let bears =
            !children.is_empty() || !leaves.is_empty() || self.draft(owner, Some(id)).is_some();
        let open = self.filter.kept.is_some() || self.codebook.is_open(node);
        row.open = bears.then_some(open);
        self.push(row);
        if bears && open {
            self.siblings(owner, children, leaves, depth + 1, Some(id));
        }
    }

    fn push(&mut self, row: Row) {
        self.outline
            .places
            .insert(row.node, self.outline.rows.len());
        self.outline.rows.push(row);
    }

    fn sorted(&self, themes: Vec<&Theme>) -> Vec<Node> {
        let mut themes: Vec<_> = themes
            .into_iter()
            .filter(|theme| self.filter.keeps(theme.id))
            .collect();
        match self.codebook.sort {
            Sort::Own => {}
            Sort::Name => themes.sort_by_cached_key(|theme| theme.name.to_lowercase()),
            Sort::Passages => {
                themes.sort_by_key(|theme| std::cmp::Reverse(self.tally.of(theme.id).all));
            }
        }
        themes
            .into_iter()
            .map(|theme| Node::Theme(theme.id))
            .collect()
    }
}
