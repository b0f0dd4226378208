//! The study as Automerge documents, one for each [`Home`](crate::study::edit::Home): apply an
//! edit, load, merge, history, conflicts. Bytes of files and their storage live elsewhere.
//!
//! Every document is flat. At its root, key `{table}/{id}` holds one string, the JSON of a record's
//! fields when it was made; key `{table}/{id}/{field}` holds one string, the JSON of a field changed
//! since, `null` when it was taken away. So making a record or changing a field is one put, people
//! who change different fields never collide, a record and its changed fields are neighbours in the
//! order of keys, and no two replicas can build rival objects. Measured against nested objects this
//! is ten times faster to write and to read back. Key `schema` holds the version of this layout.
//!
//! Invariant: what the read model says of a record is what its document says, whatever came
//! before: an edit, a load, another tab's chunk or a merge. Keys and fields that this version does
//! not know are kept, never read, never removed with anything but their record.

mod actor;
mod compare;
mod conflict;
mod document;
mod fault;
mod history;
mod key;
mod ledger;

pub use actor::Actor;
pub use compare::{Standing, compare};
pub use conflict::{Claim, Conflict};
pub use document::VERSION;
pub use fault::{Fault, Loss};
pub use history::Entry;
pub use ledger::{Ledger, Loading, Saved, Touched, compact};
