//! What the app was told about where it runs. Asked once, at mounting.

/// The surroundings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// Whether the page was opened from disk, where all local pages share one storage.
    pub local_file: bool,
    /// Whether shortcuts use Command instead of Control.
    pub mac: bool,
    /// The language wanted, as a BCP 47 tag.
    pub locale: String,
    /// Whether foreign files can be read: the host gave a way to start the reader.
    pub can_import: bool,
}
