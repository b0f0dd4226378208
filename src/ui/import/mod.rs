//! Importing transcripts: the files on one side, the one that is looked at on the other. Where
//! there is room for one pane only, one after the other.

pub mod file;
pub mod form;
pub mod list;
pub mod preview;
pub mod speakers;
pub mod veil;

use crate::app::action::Action;
use crate::app::import::{self, view};
use crate::ui::atom::icon::{Glyph, Icon};
use crate::ui::handle::{use_messages, use_send, use_view};
use file::File;
use list::List;
use yew::prelude::*;

/// The import, over the page of the study.
#[component]
pub fn Import() -> Html {
    let messages = use_messages();
    let send = use_send();
    let view = use_view(view::list);
    let does =
        |action: import::Action| send.reform(move |_: MouseEvent| Action::Import(action.clone()));
    let looking = view.looking.then_some("import-looking");
    html! {
        <div class={classes!("import", looking)}>
            <header class="import-head">
                <div>
                    <h1 tabindex="-1" data-focus="import">{ messages.text("import-title") }</h1>
                    <p class="soft">{ messages.text("import-intro") }</p>
                </div>
                <div class="import-acts">
                    <button type="button" onclick={does(import::Action::Cancel)}>
                        { messages.text("cancel") }
                    </button>
                    <button
                        type="button" class="primary"
                        aria-disabled={view.hindrance.is_some().to_string()}
                        aria-describedby={view.hindrance.map(|_| "import-hindrance")}
                        onclick={does(import::Action::Store)}
                    >
                        { messages.with("import-store", &[("count", view.ready.into())]) }
                    </button>
                    if let Some(hindrance) = view.hindrance {
                        <p id="import-hindrance" class="import-hindrance soft small">
                            { messages.text(hindrance) }
                        </p>
                    }
                </div>
            </header>
            <section class="import-files" aria-labelledby="import-files-name">
                <div class="import-files-head">
                    <h2 id="import-files-name" class="eyebrow">{ messages.text("import-files") }</h2>
                    <button type="button" class="quiet small" onclick={does(import::Action::Pick)}>
                        <Glyph icon={Icon::Plus} />
                        { messages.text("import-add") }
                    </button>
                </div>
                <List rows={view.rows.clone()} />
            </section>
            <File />
        </div>
    }
}
