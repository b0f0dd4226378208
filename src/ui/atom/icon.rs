//! Line icons, drawn here. Decorative: the control that bears one has a name of its own.

use yew::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// Search.
    Search,
    /// Close.
    Close,
    /// Add.
    Plus,
    /// More actions.
    More,
    /// Back or to the left.
    Left,
    /// Onward or to the right.
    Right,
    /// Open, of a tree's branch.
    Down,
    /// A file.
    File,
    /// Save to disk.
    Save,
    /// Open from disk.
    Open,
    /// The bin.
    Bin,
    /// A person.
    Person,
    /// The codebook.
    Tree,
    /// The journal.
    Journal,
    /// A table.
    Table,
    /// The overview.
    Home,
    /// Swap sides.
    Swap,
    /// Edit.
    Pen,
    /// Print.
    Print,
    /// Done.
    Check,
    /// Attention.
    Alert,
    /// Copy.
    Copy,
    /// Larger.
    Bigger,
    /// Smaller.
    Smaller,
    /// A menu of pages.
    Menu,
    /// To the margin columns.
    Columns,
    /// Merge.
    Merge,
    /// Split.
    Split,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Undo => "M7 5 3 9l4 4M3 9h8a5 5 0 0 1 0 10H8",
            Self::Redo => "m13 5 4 4-4 4m4-4H9a5 5 0 0 0 0 10h3",
            Self::Search => "M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3Zm4.5 10.5L18 18",
            Self::Close => "m5 5 10 10M15 5 5 15",
            Self::Plus => "M10 4v12M4 10h12",
            Self::More => "M4 10h.01M10 10h.01M16 10h.01",
            Self::Left => "m12 4-6 6 6 6",
            Self::Right => "m8 4 6 6-6 6",
            Self::Down => "m4 8 6 6 6-6",
            Self::File => "M5 2h7l4 4v12H5zM12 2v4h4",
            Self::Save => "M10 3v10m0 0-4-4m4 4 4-4M3 17h14",
            Self::Open => "M10 13V3m0 0L6 7m4-4 4 4M3 17h14",
            Self::Bin => "M4 5h12M8 5V3h4v2M6 5l1 13h6l1-13",
            Self::Person => "M10 3a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM3 18c0-4 3-6 7-6s7 2 7 6",
            Self::Tree => "M4 4h5M4 4v12h5M4 10h5M12 4h5M12 10h5M12 16h5",
            Self::Journal => "M5 2h11v16H5zM5 6H3m2 4H3m2 4H3M8.500 6.500h4.500",
            Self::Table => "M3 4h14v12H3zM3 8h14M8 4v12M13 4v12",
            Self::Home => "m3 9 7-6 7 6v8H3zM8 17v-5h4v5",
            Self::Swap => "M4 7h12m0 0-3-3m3 3-3 3M16 13H4m0 0 3-3m-3 3 3 3",
            Self::Pen => "m4 13-1 4 4-1L17 6l-3-3zM12 5l3 3",
            Self::Print => "M6 7V3h8v4M6 14H3V7h14v7h-3M6 12h8v5H6z",
            Self::Check => "m4 10 4 5 8-10",
            Self::Alert => "M10 3 2 17h16zM10 8v4M10 14.500h.01",
            Self::Copy => "M7 7h9v10H7zM4 13V3h9",
            Self::Bigger => "m2 16 5-12 5 12M4 12h6M15 7v6M12 10h6",
            Self::Smaller => "m2 16 5-12 5 12M4 12h6M13 10h5",
            Self::Menu => "M3 5h14M3 10h14M3 15h14",
            Self::Columns => "M3 3h14v14H3zM8 3v14M13 3v14",
            Self::Merge => "M4 4c0 5 6 3 6 8v5M16 4c0 5-6 3-6 8",
            Self::Split => "M10 3v4c0 5-6 4-6 10M10 7c0 5 6 4 6 10",
        }
    }
}

/// What an icon shows.
#[derive(Clone, Copy, PartialEq, Properties)]
pub struct Props {
    /// Which icon.
    pub icon: Icon,
}

/// An icon as big as the letters around it.
#[component]
pub fn Glyph(props: &Props) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d={props.icon.path()} />
        </svg>
    }
}
