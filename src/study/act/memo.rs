//! Writing memos.

use super::passage::Spot;
use super::{Hand, altered, edit};
use crate::study::edit::{Act, Change, Edit};
use crate::study::id::MemoId;
use crate::study::record::memo::{About, Memo};

impl Hand<'_> {
    /// Writes a memo.
    pub fn memo(&mut self, about: About, title: String, text: String) -> (Option<MemoId>, Edit) {
        let Some(home) = self.study.home_of_memo(about) else {
            return (None, edit(Act::AddMemo, []));
        };
        let memo = self.new_memo(about, title, text);
        let change = Change::make(home, &memo);
        (Some(memo.id), edit(Act::AddMemo, [Some(change)]))
    }

    /// Writes a memo about a passage, which is marked when it is not yet.
    pub fn memo_at(&mut self, spot: Spot, text: String) -> (Option<MemoId>, Edit) {
        let Some(marked) = self.marked(spot) else {
            return (None, edit(Act::AddMemo, []));
        };
        let memo = self.new_memo(About::Excerpt(marked.excerpt), String::new(), text);
        let change = Change::make(marked.home, &memo);
        (
            Some(memo.id),
            edit(Act::AddMemo, [marked.change, Some(change)]),
        )
    }

    fn new_memo(&mut self, about: About, title: String, text: String) -> Memo {
        Memo {
            id: self.stamp.id(),
            title,
            text,
            about,
            by: self.by,
            at: self.stamp.at(),
            binned: None,
        }
    }

    /// Changes a memo.
    #[must_use]
    pub fn edit_memo(&self, id: MemoId, alter: impl FnOnce(&mut Memo)) -> Edit {
        let change = || {
            let memo = self.study.memos.get(&id)?;
            altered(self.study.home_of_memo(memo.about)?, memo, alter)
        };
        edit(Act::EditMemo, [change()])
    }
}
