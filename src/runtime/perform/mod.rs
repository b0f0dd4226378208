//! Performing effects: each is handed to the browser and answered with an action.

mod keeping;
mod machine;
pub(super) mod package;
mod reader;
mod screen;

pub(super) use reader::Readers;

use super::store::Store;
use crate::app::action::Action;
use crate::app::effect::Effect;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Performs one effect.
pub(super) fn perform(store: &Rc<Store>, effect: Effect) {
    match effect {
        Effect::ListStudies => answer(store, keeping::list_studies),
        Effect::FindStudy(study) => answer(store, async move |store| {
            keeping::find_study(store, study).await
        }),
        Effect::ReadDocument(study, home) => answer(store, async move |store| {
            keeping::read_document(store, study, home).await
        }),
        Effect::ReadText(study, hash) => answer(store, async move |store| {
            keeping::read_text(store, study, hash).await
        }),
        Effect::ReadSteps { study, before } => answer(store, async move |store| {
            keeping::read_steps(store, study, before).await
        }),
        Effect::Write {
            ticket,
            study,
            writes,
            news,
        } => answer(store, async move |store| {
            keeping::write(store, ticket, study, writes, news).await
        }),
        Effect::Compact(study, home, seq) => {
            let store = Rc::clone(store);
            spawn_local(async move { keeping::compact(&store, study, home, seq).await });
        }
        Effect::Listen(study) => keeping::listen(store, study),
        Effect::Focus(name) => screen::focus(store, name),
        Effect::Copy(text) => screen::copy(text),
        Effect::Print => screen::print(),
        Effect::Later(milliseconds, action) => screen::later(store, milliseconds, *action),
        Effect::Store { batches, purpose } => answer(store, async move |store| {
            keeping::write_batches(store, batches, purpose).await
        }),
        Effect::Pack {
            study,
            title,
            name,
            held,
        } => answer(store, async move |store| {
            package::pack(store, study, title, name, held).await
        }),
        Effect::ReadPackage(study) => answer(store, async move |store| {
            package::read_package(store, study).await
        }),
        Effect::PickStudyFile => {
            let store = Rc::clone(store);
            spawn_local(async move { package::pick(&store).await });
        }
        Effect::MeasureRoom => answer(store, async |_| machine::measure_room().await),
        Effect::Persist => answer(store, async |_| machine::persist().await),
        Effect::ReadSettings => answer(store, machine::read_settings),
        Effect::KeepSettings(settings) => {
            let store = Rc::clone(store);
            spawn_local(async move { machine::keep_settings(&store, settings).await });
        }
        Effect::PickTranscripts => answer(store, reader::pick),
        Effect::ForgetFiles(files) => reader::forget(store, &files),
        Effect::ReadForeign(request) => reader::read(store, request),
        Effect::CancelForeign(job) => reader::cancel(store, job),
        Effect::ReadExample => answer(store, reader::read_example),
        Effect::Search(request) => reader::search(store, request),
    }
}

/// Runs an errand and dispatches what it answers.
fn answer(store: &Rc<Store>, errand: impl AsyncFnOnce(&Rc<Store>) -> Action + 'static) {
    let store = Rc::clone(store);
    spawn_local(async move {
        let action = errand(&store).await;
        store.dispatch(action);
    });
}
