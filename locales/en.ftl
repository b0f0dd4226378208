# Noema in English. One message a line; sections follow the folders of src/app.

## Everywhere
app-name = Noema
close = Close
cancel = Cancel
dismiss = Dismiss
menu = Pages
undo = Undo
undo-what = Undo: { $what }
redo = Redo
redo-what = Redo: { $what }
undone = Undone: { $what }
redone = Done again: { $what }
nothing-to-undo = Nothing to undo.
nothing-to-redo = Nothing to do again.
saved = Saved on this machine
saving = Saving…
not-saved = Not saved
try-again = Try again
save-study-file = Save the study as a file
file-saved = The file was saved.
working-as = Working as { $name }
rail-name = Pages of the study
notices-name = Notices
participants = Participants
loading-rest = Loading the rest of the study…
nothing-leaves = Nothing leaves this machine

## Pages
page-start = Your studies
page-overview = Overview
page-participant = Participant
page-transcript = Transcript
page-table = Working table
page-codebook = Codebook
page-journal = Journal
page-bin = Bin
kind-interview = Interview
kind-field-note = Field note
kind-diary = Diary
kind-other = Document

## Commands
command-open = Search or run a command
command-command = Search or run a command
command-keys = All keys
command-undo = Undo
command-redo = Redo
command-save-file = Save the study as a file
command-go-overview = Go to the overview
command-go-codebook = Go to the codebook
command-go-journal = Go to the journal
command-go-bin = Go to the bin
command-close-study = Close the study and go to the start page
command-field = What do you want to do, or where do you want to go?
command-example = Type a command, a participant or a transcript
command-none = Nothing is called that.
kind-of-command = Command
kind-of-participant = Participant
kind-of-transcript = Transcript
group-everywhere = Everywhere
group-moving = Moving in a transcript
group-coding = Coding a passage
group-going = Going to a page

## What was done
act-begin-study = study begun
act-edit-details = study details changed
act-edit-coder = coder changed
act-add-participant = participant added
act-edit-participant = participant changed
act-import-transcript = transcript imported
act-edit-transcript = transcript details changed
act-correct-text = words corrected
act-mark-passage = passage marked
act-move-passage = passage moved
act-add-note = note written
act-edit-note = note changed
act-add-theme = theme made
act-edit-theme = theme changed
act-move-theme = theme moved
act-merge-themes = themes merged
act-split-theme = theme split
act-retire-theme = theme retired
act-restore-theme = theme restored
act-add-coding = passage put under a theme
act-remove-coding = passage taken from a theme
act-move-coding = passages moved to another theme
act-add-translation = translation written
act-edit-translation = translation changed
act-add-memo = memo written
act-edit-memo = memo changed
act-bin = put into the bin
act-unbin = taken out of the bin
act-open-example = example opened

## Faults: what happened, .safe whether work is safe, .next what to do
fault-storage-full = The storage of this browser is full.
    .safe = Your latest changes are in memory only. Everything before them is stored.
    .next = Save the study as a file now, then free some room and try again.
fault-storage-refused = This browser does not let Noema store anything here.
    .safe = What you do stays in memory until the page is closed.
    .next = Save your study as a file before you leave, or allow storage for this page in the browser's settings.
fault-storage-closed = The storage was closed by the browser.
    .safe = What is on screen is still in memory.
    .next = Save the study as a file, then load the page again.
fault-storage-failed = The storage did not take the change. ({ $detail })
    .safe = The change is in memory and Noema will write it with the next try.
    .next = Try again, or save the study as a file.
fault-study-missing = This study is no longer on this machine.
    .safe = Other studies are not touched.
    .next = Open it from a file if you have one.
fault-document-damaged = A part of this study could not be read. ({ $detail })
    .safe = The stored study was left as it is.
    .next = Open your last study file, or save what can be read as a file.
fault-text-missing = The text of this transcript could not be read.
    .safe = Its passages, notes and themes are not touched.
    .next = Open the study file that holds it, or import the transcript again.
fault-newer-version = This was written by a newer version of Noema.
    .safe = Nothing was changed.
    .next = Open it with the newer version.
fault-edit-failed = That change could not be made. ({ $detail })
    .safe = The study is as it was before.
    .next = Load the page again if it happens twice.
fault-undo-failed = This step can no longer be taken back, since what it touched has changed.
    .safe = The study is as it was.
    .next = Change it by hand.
fault-not-a-study-file = { $detail } is not a Noema study file.
    .safe = Nothing was opened or changed.
    .next = Study files end in .noema. Transcripts are imported inside a study.
fault-file-cut-short = The study file ends too early: a part of it is missing.
    .safe = Nothing was opened or changed.
    .next = Copy the file again from where it came from.
fault-file-damaged = The study file was changed after it was saved and cannot be trusted. ({ $detail })
    .safe = Nothing was opened or changed.
    .next = Copy the file again from where it came from, or use an older one.
fault-file-unreadable = { $detail } could not be read from disk.
    .safe = Nothing was changed.
    .next = Check that the file still exists and is not open elsewhere.
fault-file-not-written = The file could not be written.
    .safe = Your study is not touched.
    .next = Try another place.
fault-reader-missing = The part of Noema that reads files could not be started.
    .safe = Your study is not touched.
    .next = Load the page again.
fault-reader-broke = { $detail } could not be read: it is damaged in a way that Noema does not understand.
    .safe = Your study and the other files are not touched.
    .next = Save it anew in the program it comes from, or as plain text, and try again.
fault-reader-too-slow = Reading { $detail } took too long and was stopped.
    .safe = Your study and the other files are not touched.
    .next = Save it as plain text and try again.
fault-bad-pattern = This pattern is not a regular expression: { $detail }
    .safe = Nothing was changed.
    .next = Correct the pattern.

## Journal
memo-about = About
memo-about-study = The study
memo-about-gone = Something in the bin
memo-write = Write a memo
memo-title = Title of the memo
memo-text = Text of the memo
memo-text-example = What are you thinking?
memo-bin = Put this memo into the bin
memo-binned = The memo is in the bin.
memo-begun = A memo was begun. Write its text.
memo-scope = Show memos about
memo-scope-all = Everything
memo-scope-study = The study
memo-scope-people = Participants
memo-scope-passages = Passages
memo-scope-themes = Themes
journal-find = Find in the journal
journal-none = No memo fits.
journal-more = Show { $count } more
journal-empty = The journal keeps what happens to you while you analyse: what you expect, what surprises you, why you decided as you did.
journal-empty-next = A good first memo says what you bring with you before you read. Memos carry their date and can be about the study, a person, a transcript, a passage or a theme.
## Codebook: the levels, in the words of the method
level-initial-own-statement = Initial theme
    .plural = Initial themes
level-initial-own-middle = Case theme
    .plural = Case themes
level-initial-own-top = Overarching case theme
    .plural = Overarching case themes
level-initial-study-statement = Initial theme
    .plural = Initial themes
level-initial-study-middle = Sub-theme
    .plural = Sub-themes
level-initial-study-top = Theme
    .plural = Themes
level-experiential-own-statement = Experiential statement
    .plural = Experiential statements
level-experiential-own-middle = Personal experiential theme
    .plural = Personal experiential themes
level-experiential-own-top = Overarching personal theme
    .plural = Overarching personal themes
level-experiential-study-statement = Experiential statement
    .plural = Experiential statements
level-experiential-study-middle = Group sub-theme
    .plural = Group sub-themes
level-experiential-study-top = Group experiential theme
    .plural = Group experiential themes
level-emergent-own-statement = Emergent theme
    .plural = Emergent themes
level-emergent-own-middle = Superordinate theme
    .plural = Superordinate themes
level-emergent-own-top = Overarching superordinate theme
    .plural = Overarching superordinate themes
level-emergent-study-statement = Emergent theme
    .plural = Emergent themes
level-emergent-study-middle = Superordinate theme
    .plural = Superordinate themes
level-emergent-study-top = Master theme
    .plural = Master themes

## Codebook
codebook-study = The study’s themes
codebook-own = Participants’ own themes
codebook-sides = Which tree
codebook-side-study = Study
codebook-side-own = Participants
codebook-everyone = All participants
codebook-whose = Whose themes
codebook-filter = Filter by wording or definition
codebook-sort = Sort
codebook-sort-own = Own order
codebook-sort-name = Wording
codebook-sort-passages = Passages
codebook-new = New
codebook-new-study = New theme of the study
codebook-new-own = New theme of this participant
codebook-new-beneath = New beneath
codebook-name = Wording of the theme
codebook-name-hint = Wording, then Enter
codebook-keys-hint = N makes a theme, Shift+N one beneath, Enter changes its wording, Alt with the arrows moves it.
codebook-grip = Drag { $name }
codebook-empty-study = No themes of the study yet. When you look across participants, make a theme with N, sub-themes beneath it with Shift+N, and drag the participants’ themes to where they belong.
codebook-empty-own = No themes yet. Open a transcript, select some words and press T: what you type becomes the first theme of that participant.
codebook-empty-people = No participants yet. Import a transcript first; its themes will stand here.
codebook-empty-filter = No theme contains “{ $typed }”.
codebook-clear-filter = Show all themes
codebook-no-participant = Choose the participant first whose theme it will be.
codebook-row-count = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
    }, { $people ->
    [one] { $people } participant
   *[other] { $people } participants
    }
codebook-row-own = of { $name }
codebook-count-title = { $own } here, { $all } with everything beneath; { $people ->
    [one] { $people } participant
   *[other] { $people } participants
    }
codebook-themes = { $count ->
    [one] { $count } theme
   *[other] { $count } themes
    }
codebook-passages-count = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
    }
codebook-made = Made: { $name }.
codebook-moved = { $name } moved, { $place } of { $of } at the top.
codebook-moved-under = { $name } is under { $parent } now, { $place } of { $of }.
codebook-placed = { $name } is placed under { $parent }.
codebook-taken-out = { $name } is no longer placed in the study’s themes.
codebook-not-placed = Only a participant’s theme can be placed under a theme of the study.
codebook-no-further = It cannot go further that way.
codebook-sorted = Sort by own order to move a theme up or down.
codebook-recoloured = { $name }: { $colour }.
codebook-merged = { $name } merged into { $into }.
codebook-retired = Set aside: { $name }.
codebook-restored = Back in the codebook: { $name }.
codebook-restore = Bring back
codebook-binned = In the bin: { $name }.
codebook-unbin = Take it out
codebook-unbinned = Out of the bin: { $name }.
codebook-memo-written = Memo written.
codebook-uncoded = { $count ->
    [one] { $count } passage taken
   *[other] { $count } passages taken
    } from the theme.
codebook-recoded = { $count ->
    [one] { $count } passage moved
   *[other] { $count } passages moved
    } to { $name }.
codebook-split-done = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
    } moved to the new theme { $name }.
codebook-acts = What to do with it
codebook-rename = Reword
codebook-nest = Move under…
codebook-place = Place under…
codebook-take-out = Take out
codebook-merge = Merge into…
codebook-retire = Set aside
codebook-bin = Bin
codebook-details = Details
codebook-back = Back to the themes
codebook-choose = Theme
codebook-choose-hint = Type to find a theme
codebook-choose-merge = Merge { $name } into…
codebook-choose-nest = Move { $name } under…
codebook-choose-place = Place { $name } under…
codebook-choose-recode = Move { $name } to…
codebook-choose-top = The top of the tree
codebook-choose-no-place = No place yet
codebook-choose-none = No theme fits.
codebook-detail = The chosen theme
codebook-detail-nothing = Choose a theme to see what it means and what it rests on.
codebook-detail-several = { $count } themes chosen
codebook-detail-several-hint = Merge them, move them under another theme, or give them one colour.
codebook-level = Level
codebook-colour = Colour
codebook-definition = Definition
codebook-definition-hint = What belongs to this theme, and where does it end?
codebook-above = Under
codebook-under = Placed under
codebook-under-nothing = Not placed in the study’s themes yet
codebook-of-study = Theme of the study
codebook-is-retired = This theme is set aside.
codebook-notes = Made from { $count ->
    [one] { $count } note
   *[other] { $count } notes
    }
codebook-notes-none = Not made from notes.
codebook-memos = { $count ->
    [one] { $count } memo
   *[other] { $count } memos
    }
codebook-memo-write = New memo about this theme
codebook-memo-hint = Ctrl+Enter keeps it
codebook-retired-list = Set aside ({ $count })
codebook-merged-into = now in { $name }
codebook-passages = Passages
codebook-passages-none = No passage stands under this theme yet. In a transcript, select words and press T.
codebook-beneath = With everything beneath
codebook-tick = Choose the passage at { $place }
codebook-tick-all = Choose all
codebook-tick-none = Choose none
codebook-ticked = { $count ->
    [0] None chosen
    [one] { $count } chosen
   *[other] { $count } chosen
    }
codebook-recode = Move to another theme…
codebook-split = Split off…
codebook-split-name = Wording of the new theme
codebook-split-make = Split off
codebook-uncode = Take from the theme
codebook-open = Show in the transcript
codebook-open-at = Show { $place } in the transcript
codebook-words-waiting = Reading the transcript…
codebook-words-gone = The words of this passage were corrected away.
codebook-whole = Open the codebook
colour-0 = Ochre
colour-1 = Violet
colour-2 = Green
colour-3 = Brick
colour-4 = Blue
colour-5 = Plum
colour-6 = Olive
colour-7 = Teal
colour-8 = Brown
colour-9 = Slate
colour-10 = Pink
colour-11 = Moss
