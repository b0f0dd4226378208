//! How large the transcript is drawn: the room that the screen gives, the zoom, and the widths that
//! follow from both. Knows no text; lengths are whole CSS pixels, letters tenths of them.
//!
//! Invariant: the setup is a pure function of room, zoom and columns, so that every view agrees on
//! where a line stands.

/// The steps of the zoom, in per cent.
pub const ZOOMS: [u32; 9] = [80, 90, 100, 110, 125, 150, 175, 200, 250];
const PLAIN: usize = 2;

/// How tall letters are where nothing presses, in tenths of a pixel.
const LETTER: u32 = 170;
/// Between the gutter's edge and the words, and behind them.
const AIR: u32 = 20;

/// The room and what is shown of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// Width of what scrolls.
    pub width: u32,
    /// Height of what scrolls.
    pub height: u32,
    /// Width of one cell of a line, in thousandths of the letters' size.
    pub cell: u32,
    /// How far it is scrolled, in steps that the screen chose.
    pub top: u32,
    /// Counts how often the state scrolled it by itself: the screen follows each time.
    pub jumps: u32,
    zoom: usize,
}

impl Default for Viewport {
    fn default() -> Self {
        Self {
            width: 1200,
            height: 800,
            cell: 500,
            top: 0,
            jumps: 0,
            zoom: PLAIN,
        }
    }
}

/// How many margins there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Both.
    Wide,
    /// One of them.
    Medium,
    /// None: what is noted is shown for the picked passage.
    Narrow,
}

/// Larger, smaller, or as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// Larger.
    In,
    /// Smaller.
    Out,
    /// As it was.
    Plain,
}

/// Lengths that follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// How many margins.
    pub shape: Shape,
    /// Size of letters, in tenths of a pixel.
    pub letter: u32,
    /// Height of a row of words.
    pub row: u32,
    /// Height of a speaker's label.
    pub label: u32,
    /// Width of the gutter with the numbers.
    pub gutter: u32,
    /// Width of the words.
    pub text: u32,
    /// Width of each margin.
    pub margin: u32,
    /// How many columns a row has where a whole line does not fit.
    pub columns: Option<u16>,
}

impl Viewport {
    /// Changes the zoom.
    pub fn zoom(&mut self, zoom: Zoom) {
        self.zoom = match zoom {
            Zoom::In => (self.zoom + 1).min(ZOOMS.len() - 1),
            Zoom::Out => self.zoom.saturating_sub(1),
            Zoom::Plain => PLAIN,
        };
    }

    /// The zoom in per cent.
    #[must_use]
    pub fn percent(&self) -> u32 {
        ZOOMS[self.zoom]
    }

    /// The lengths for lines of so many columns.
    #[must_use]
    pub fn setup(&self, columns: u16) -> Setup {
        let shape = match self.width {
            960.. => Shape::Wide,
            740.. => Shape::Medium,
            _ => Shape::Narrow,
        };
        // How many margins, their least width, the gutter, and how small letters may get before
        // lines are cut.
        let (margins, least, gutter, smallest) = match shape {
            Shape::Wide => (2, 186, 78, 145),
            Shape::Medium => (1, 172, 64, 130),
            Shape::Narrow => (0, 0, 52, 145),
        };
        let room = self
            .width
            .saturating_sub(margins * least + gutter + AIR)
            .max(80);
        let cells = u32::from(columns.max(1)) * self.cell;
        let needs = |letter: u32| (cells * letter).div_ceil(10_000);
        let wanted = LETTER * self.percent() / 100;
        let fitting = room * 10_000 / cells;
        let letter = if fitting >= smallest && self.percent() <= 100 {
            fitting.min(wanted)
        } else {
            wanted
        };
        let fits = needs(letter) <= room;
        let text = needs(letter).min(room);
        let rest = self.width.saturating_sub(gutter + AIR + text);
        let row_columns = (room * 10_000 / (self.cell.max(1) * letter)).clamp(4, 1000);
        Setup {
            shape,
            letter,
            row: (letter * 156).div_ceil(1000),
            label: (letter * 130).div_ceil(1000),
            gutter,
            text,
            margin: rest.checked_div(margins).unwrap_or_default().min(360),
            columns: (!fits).then_some(u16::try_from(row_columns).unwrap_or(u16::MAX)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(width: u32, zoom: &[Zoom], expected: (Shape, u32, Option<u16>)) {
        let mut viewport = Viewport {
            width,
            cell: 520,
            ..Viewport::default()
        };
        for zoom in zoom {
            viewport.zoom(*zoom);
        }
        let setup = viewport.setup(72);
        assert_eq!((setup.shape, setup.letter, setup.columns), expected);
        let margins = match setup.shape {
            Shape::Wide => 2,
            Shape::Medium => 1,
            Shape::Narrow => 0,
        };
        assert!(setup.gutter + setup.text + margins * setup.margin <= width);
    }

    #[test]
    fn letters_shrink_a_little_before_lines_are_cut() {
        check(1213, &[], (Shape::Wide, 170, None));
        check(1040, &[], (Shape::Wide, 152, None));
        check(797, &[], (Shape::Medium, 144, None));
        check(360, &[], (Shape::Narrow, 170, Some(32)));
        check(
            1213,
            &[Zoom::In, Zoom::In, Zoom::In],
            (Shape::Wide, 255, Some(56)),
        );
    }
}
