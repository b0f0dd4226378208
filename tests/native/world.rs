//! A workbench without a browser: a disk that performs effects, and can break.

use noema::app::action::Action;
use noema::app::desk::Desk;
use noema::app::effect::{Batch, Effect, End, Held, News, Write};
use noema::app::fault::{Code, Fault};
use noema::app::history::Step;
use noema::app::keeping::card::StudyCard;
use noema::app::keeping::saving::SaveState;
use noema::app::keeping::{self, FoundStudy};
use noema::app::state::State;
use noema::app::update::update;
use noema::app::{details, start};
use noema::formats::study_file::Package;
use noema::study::edit::Home;
use noema::study::id::{Id, Moment, Stamp, StudyId};
use noema::study::study::Study;
use noema::study::text::TextHash;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// What lies on the disk of one study.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stored {
    pub card: Option<StudyCard>,
    pub chunks: BTreeMap<(Home, Id), Vec<u8>>,
    pub texts: BTreeMap<TextHash, Vec<u8>>,
    pub steps: BTreeMap<Id, Step>,
}

/// A tab and its disk.
#[derive(Default)]
pub struct World {
    pub state: State,
    pub disk: BTreeMap<StudyId, Stored>,
    /// Every write fails while this is set.
    pub broken: Option<Code>,
    /// Writes are kept back while this is set.
    pub slow: bool,
    /// Effects that were not performed yet.
    pub held: VecDeque<Effect>,
    /// What other tabs were told.
    pub told: Vec<(StudyId, News)>,
    /// Effects that only a browser could perform.
    pub seen: Vec<Effect>,
    clock: i64,
}

impl World {
    pub fn new() -> Self {
        let mut world = Self {
            clock: 1_900_000_000_000,
            ..Self::default()
        };
        world.send(Action::Mounted);
        world
    }

    /// A new tab on the same disk.
    pub fn tab(&self) -> Self {
        let mut world = Self {
            clock: self.clock + 500_000,
            disk: self.disk.clone(),
            ..Self::default()
        };
        world.send(Action::Mounted);
        world
    }

    pub fn start(&mut self, action: start::Action) {
        self.send(Action::Start(action));
    }

    pub fn keeping(&mut self, action: keeping::Action) {
        self.send(Action::Keeping(action));
    }

    pub fn details(&mut self, action: details::Action) {
        self.send(Action::Details(action));
    }

    /// Dispatches an action and performs what follows from it.
    pub fn send(&mut self, action: Action) {
        let mut actions = VecDeque::from([action]);
        while let Some(action) = actions.pop_front() {
            self.clock += 1;
            let number = u64::try_from(self.clock).unwrap();
            let stamp = Stamp::new(
                Moment(self.clock),
                number.wrapping_mul(0x9e37_79b9_7f4a_7c15),
            );
            for effect in update(&mut self.state, action, stamp) {
                let write = matches!(effect, Effect::Write { .. });
                if write && self.slow {
                    self.held.push_back(effect);
                } else {
                    actions.extend(self.perform(effect));
                }
            }
        }
    }

    /// Performs the oldest effect that was kept back.
    pub fn release(&mut self) {
        let effect = self.held.pop_front().expect("something is kept back");
        if let Some(action) = self.perform(effect) {
            self.send(action);
        }
    }

    pub fn desk(&self) -> &Desk {
        self.state.desk.as_ref().expect("a study is open")
    }

    pub fn study(&self) -> &Study {
        self.desk().study()
    }

    pub fn save_state(&self) -> SaveState {
        self.desk().saving.state()
    }

    /// The keys of the notices that are shown.
    pub fn notices(&self) -> Vec<&str> {
        let all = self.state.notices.all.iter();
        all.map(|notice| notice.key.as_str()).collect()
    }

    pub fn begin(&mut self, title: &str) -> StudyId {
        self.start(start::Action::Begin {
            title: title.into(),
            question: "What is it like?".into(),
            coder: "Mara Hill".into(),
        });
        self.desk().id()
    }

    /// The study as it would be read from the disk.
    pub fn on_disk(&self, study: StudyId) -> Study {
        let mut tab = self.tab();
        tab.keeping(keeping::Action::OpenStudy(study));
        tab.study().clone()
    }

    pub fn package(&self, study: StudyId) -> Package {
        let stored = &self.disk[&study];
        let mut package = Package {
            study,
            title: stored.card.as_ref().unwrap().title.clone(),
            texts: stored.texts.clone(),
            ..Package::default()
        };
        for ((home, _), bytes) in &stored.chunks {
            let parts = package.documents.entry(*home).or_default();
            parts.push(bytes.clone());
        }
        package
    }

    /// What a study file made now would hold.
    pub fn pack(&self, study: StudyId, held: Held) -> Package {
        let whole: BTreeMap<_, _> = held.documents.into_iter().collect();
        let mut package = match self.disk.contains_key(&study) {
            true => self.package(study),
            false => Package {
                study,
                ..Package::default()
            },
        };
        let memory = whole.into_iter().map(|(home, bytes)| (home, vec![bytes]));
        package.documents.extend(memory);
        package.texts.extend(held.texts);
        package
    }

    fn perform(&mut self, effect: Effect) -> Option<Action> {
        let keeping = |action| Some(Action::Keeping(action));
        match effect {
            Effect::ListStudies => {
                let cards = self.disk.values().filter_map(|stored| stored.card.clone());
                keeping(keeping::Action::Listed(Ok(cards.collect())))
            }
            Effect::FindStudy(study) => {
                let found = self.find(study);
                keeping(keeping::Action::Found(Box::new(found)))
            }
            Effect::ReadDocument(study, home) => {
                let parts = Ok(self.parts(study, home));
                keeping(keeping::Action::DocumentRead(study, home, parts))
            }
            Effect::ReadText(study, hash) => {
                let text = self.disk.get(&study).and_then(|of| of.texts.get(&hash));
                let text = text.cloned().map(Rc::new);
                let text = text.ok_or_else(|| Fault::new(Code::TextMissing, ""));
                keeping(keeping::Action::TextRead(hash, text))
            }
            Effect::ReadPackage(study) => {
                let package = match self.disk.contains_key(&study) {
                    true => Ok(Box::new(self.package(study))),
                    false => Err(Fault::new(Code::StudyMissing, "")),
                };
                Some(Action::Start(start::Action::PackageRead(study, package)))
            }
            Effect::Write {
                ticket,
                study,
                writes,
                news,
            } => {
                let batch = Batch {
                    study,
                    writes,
                    news: None,
                };
                let written = self.write(vec![batch]);
                if written.is_ok() {
                    self.told.extend(news.into_iter().map(|news| (study, news)));
                }
                keeping(keeping::Action::Written(ticket, written))
            }
            Effect::Store { batches, purpose } => {
                let written = self.write(batches);
                Some(Action::Start(start::Action::Stored(purpose, written)))
            }
            Effect::Later(_, action) => Some(*action),
            other => {
                self.seen.push(other);
                None
            }
        }
    }

    fn find(&self, study: StudyId) -> Result<FoundStudy, Fault> {
        let missing = || Fault::new(Code::StudyMissing, "");
        let stored = self.disk.get(&study).ok_or_else(missing)?;
        let mut homes = BTreeMap::<Home, u32>::new();
        for (home, _) in stored.chunks.keys() {
            *homes.entry(*home).or_default() += 1;
        }
        homes.remove(&Home::Study);
        Ok(FoundStudy {
            card: stored.card.clone().ok_or_else(missing)?,
            document: self.parts(study, Home::Study),
            homes: homes.into_iter().collect(),
            steps: stored.steps.values().cloned().collect(),
            more_steps: false,
        })
    }

    fn parts(&self, study: StudyId, home: Home) -> Vec<Vec<u8>> {
        let stored = self.disk.get(&study).into_iter();
        let chunks = stored.flat_map(|stored| &stored.chunks);
        let own = chunks.filter(|((of, _), _)| *of == home);
        own.map(|(_, bytes)| bytes.clone()).collect()
    }

    /// Writes all of it or nothing.
    fn write(&mut self, batches: Vec<Batch>) -> Result<(), Fault> {
        if let Some(code) = self.broken {
            return Err(Fault::new(code, ""));
        }
        for Batch {
            study,
            writes,
            news,
        } in batches
        {
            let stored = self.disk.entry(study).or_default();
            for write in writes {
                match write {
                    Write::Card(card) => stored.card = Some(card),
                    Write::Chunk { home, seq, bytes } => {
                        stored.chunks.insert((home, seq), bytes);
                    }
                    Write::Text { hash, bytes } => {
                        stored.texts.insert(hash, bytes);
                    }
                    Write::Step(step) => {
                        stored.steps.insert(step.seq, step);
                    }
                    Write::ForgetSteps(steps) => {
                        stored.steps.retain(|seq, _| !steps.contains(seq));
                    }
                    Write::RestorePoint { .. } => {}
                    Write::Clear => {
                        stored.chunks.clear();
                        stored.steps.clear();
                    }
                    Write::Destroy => *stored = Stored::default(),
                }
            }
            if stored.card.is_none() {
                self.disk.remove(&study);
            }
            self.told.extend(news.map(|news| (study, news)));
        }
        Ok(())
    }
}

/// The end that other tabs were told of.
pub fn end(world: &World) -> Option<End> {
    world.told.iter().find_map(|(_, news)| news.end)
}
