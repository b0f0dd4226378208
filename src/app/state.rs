//! Everything the screen is computed from.

use super::command::Commands;
use super::date::Dates;
use super::desk::Desk;
use super::device::Device;
use super::dialog::Dialog;
use super::import::Import;
use super::message::Messages;
use super::notice::Notices;
use super::setting::Settings;
use super::start::Start;

/// The state of one mounted workbench.
#[derive(Default)]
pub struct State {
    /// Where it runs.
    pub device: Device,
    /// The words.
    pub messages: std::rc::Rc<Messages>,
    /// How days are written.
    pub dates: Dates,
    /// What holds for every study of this machine.
    pub settings: Settings,
    /// The start page.
    pub start: Start,
    /// The study that is open.
    pub desk: Option<Desk>,
    /// Files on their way in.
    pub import: Option<Import>,
    /// Whether files are dragged over an open study.
    pub dragged_over: bool,
    /// What lies over the screen and takes the keyboard.
    pub dialog: Option<Dialog>,
    /// The command palette.
    pub commands: Commands,
    /// What was said.
    pub notices: Notices,
    /// How many writes were asked for, so that no two have the same ticket.
    pub tickets: u64,
}
