//! The transcript on screen with everything that views and acts read of it.

use super::Reading;
use super::folio::Folio;
use super::text::Prepared;
use super::viewport::Setup;
use crate::app::desk::Desk;
use crate::app::message::Messages;
use crate::app::state::State;
use crate::study::id::CoderId;
use crate::study::record::details::Numbering;
use crate::study::record::transcript::Transcript;
use crate::study::study::Study;
use std::rc::Rc;

/// A transcript whose text is there.
pub struct Screen<'a> {
    /// The study.
    pub study: &'a Study,
    /// Its transcript.
    pub transcript: &'a Transcript,
    /// What is shown of it.
    pub reading: &'a Reading,
    /// Its lines.
    pub folio: Rc<Folio>,
    /// How large they are drawn.
    pub setup: Setup,
    /// How many pages of earlier transcripts come before, where pages run on.
    pub pages_before: u32,
    /// Who works here.
    pub me: CoderId,
    /// The words of the app.
    pub messages: &'a Messages,
}

impl<'a> Screen<'a> {
    /// The transcript on screen, once its text is there.
    #[must_use]
    pub fn of(state: &'a State) -> Option<Self> {
        Self::of_desk(state.desk.as_ref()?, &state.messages)
    }

    pub(super) fn of_desk(desk: &'a Desk, messages: &'a Messages) -> Option<Self> {
        let study = desk.study();
        let reading = &desk.reading;
        let transcript = study.live_transcript(reading.transcript?)?;
        let prepared = desk.texts.of(transcript)?;
        let setup = reading.viewport.setup(transcript.measure.columns);
        Some(Self {
            folio: reading.folio(&prepared, transcript.measure.columns, &setup),
            pages_before: pages_before(desk, transcript),
            me: desk.me(),
            study,
            transcript,
            reading,
            setup,
            messages,
        })
    }
}

impl Reading {
    fn folio(&self, prepared: &Rc<Prepared>, measured: u16, setup: &Setup) -> Rc<Folio> {
        let mut kept = self.folio.borrow_mut();
        match &*kept {
            Some(folio) if folio.fits(prepared, setup.columns) => Rc::clone(folio),
            _ => {
                let folio = Folio::new(Rc::clone(prepared), measured, setup.columns);
                Rc::clone(kept.insert(Rc::new(folio)))
            }
        }
    }
}

/// The desk and the text on screen, to change something there.
pub(super) fn on_screen(state: &mut State) -> Option<(&mut Desk, Rc<Prepared>)> {
    let desk = state.desk.as_mut()?;
    let transcript = desk.study().live_transcript(desk.reading.transcript?)?;
    let prepared = desk.texts.of(transcript)?;
    Some((desk, prepared))
}

/// The pages of a participant's earlier transcripts, as far as their texts are there.
#[must_use]
pub fn pages_before(desk: &Desk, transcript: &Transcript) -> u32 {
    if desk.study().details.numbering == Numbering::PerTranscript {
        return 0;
    }
    earlier(desk.study(), transcript)
        .filter_map(|earlier| desk.texts.of(earlier))
        .map(|prepared| prepared.layout.pages())
        .sum()
}

/// The transcripts of a participant that come before one.
pub(super) fn earlier<'a>(
    study: &'a Study,
    transcript: &Transcript,
) -> impl Iterator<Item = &'a Transcript> + use<'a> {
    let id = transcript.id;
    study
        .transcripts_of(transcript.participant)
        .into_iter()
        .take_while(move |earlier| earlier.id != id)
}
