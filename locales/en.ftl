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

## Start page
untitled-study = Untitled study
copy-of = { $title } (copy)
start-heading = Your studies
start-lead = Read, note and theme interviews, on this machine alone.
start-new = New study
start-open = Open a study file
start-example = Open the example
start-drop = Drop a study file here to open it
start-list = Studies on this machine
start-opening = Opening { $title }…
start-reading = Reading { $title }…
start-making-example = Making your copy of the example…
start-copying = Copying { $title }…
start-waiting = Looking for your studies…
start-first-heading = Begin with one conversation
start-first-lead = Noema carries an interpretative phenomenological analysis from the first reading to the table of themes. Everything you do stays in this browser.
start-step-one = Bring in a transcript
start-step-one-why = Drop a Word, PDF, text or caption file. Its lines are numbered once, so 4.18 means the same for everyone, for good.
start-step-two = Read and note
start-step-two-why = Mark what strikes you. Write descriptive, linguistic and conceptual notes in the margin, level with their lines.
start-step-three = Turn notes into themes
start-step-three-why = Make statements, gather them into a participant’s themes, then look across cases. From every theme it is one step back to the words.
start-example-why = The example holds made-up interviews with five peer supporters, noted and themed. Your copy of it is yours to change.
study-contents = { $participants ->
    [one] 1 participant
   *[other] { $participants } participants
} · { $transcripts ->
    [one] 1 transcript
   *[other] { $transcripts } transcripts
}
study-changed-at = changed { $when }
study-binned-at = put into the bin { $when }
study-more = More for { $title }
study-duplicate = Duplicate
study-save = Save as a file
study-bin = Put into the bin
study-binned = “{ $title }” is in the bin.
study-restored = “{ $title }” was taken out of the bin.
study-copied = The copy is in the list.
study-destroyed = “{ $title }” was deleted for good.
study-replaced = Another tab has put a study file in the place of this study; this is what it holds.
restore = Restore
start-bin = Bin
start-bin-count = { $count ->
    [one] 1 study in the bin
   *[other] { $count } studies in the bin
}
study-restore = Restore { $title }
study-destroy = Delete for good
study-destroy-name = Delete for good: { $title }
destroy-heading = Delete this study for good?
destroy-what = “{ $title }” with all its documents, transcripts, notes, themes and steps of undo will be destroyed on this machine.
destroy-warning = This cannot be undone. Study files that you saved elsewhere are not touched.
destroy-do = Delete for good
room-heading = Room on this machine
room-used-left = { $used } used, about { $left } left.
room-used = { $used } used.
room-kept = The browser promises to keep your studies.
room-not-kept = The browser may clear your studies when the disk gets full. Ask it to keep them, and save study files now and then.
room-refused = This browser did not promise to keep your studies. Save study files now and then; it may agree once you use Noema more often.
room-keep = Ask the browser to keep them
size-kb = { $number } kB
size-mb = { $number } MB
size-gb = { $number } GB
size-tb = { $number } TB
local-file-heading = You opened Noema from a file
local-file-why = Every page that is opened from this disk shares one storage with it, and could read what you keep here. On a machine that others use, save your study as a file and delete it here when you leave.
nothing-leaves-why = No transcript, note or name is ever sent anywhere.

## A new study
new-study-heading = New study
new-study-title = Title
new-study-title-hint = You can change it at any time.
new-study-question = Research question
new-study-question-hint = If you know it already.
new-study-coder = Your name
new-study-coder-hint = It stands beside every note and theme you make. Initials or a pseudonym will do.
new-study-title-missing = Give the study a title.
new-study-coder-missing = Say who works on it.
new-study-do = Begin the study

## A study file
study-file-lossy = A part of this file cannot be read
study-file-lossy-why = “{ $name }” is incomplete. What can be read can be opened as a study of its own; nothing on this machine is changed.
study-file-ahead = This file continues a study on this machine
study-file-ahead-why = “{ $title }” is here already, and “{ $name }” holds everything of it and more.
study-file-apart = This file and the study on this machine differ
study-file-apart-why = “{ $title }” is here already. It holds changes that “{ $name }” lacks, and the file holds changes that are not here.
study-file-update = Bring the study up to date
study-file-copy = Open as a copy
study-file-copy-readable = Open what can be read
study-file-replace = Replace the study here
study-file-replace-why = The study that is here now goes into the bin and can be restored from there.
file-nothing-new = Everything in { $name } is on this machine already; this is the study.
file-saved-in-part = The file was saved, but { $count ->
    [one] one part
   *[other] { $count } parts
} of the study could not be read and { $count ->
    [one] is
   *[other] are
} missing in it.
    .safe = What is on screen is in the file.
    .next = Load the page again, then save the file once more.

## Leaving a study
leave-heading = Your last changes are not stored
leave-why = They are in memory only and will be gone when you leave this study.
leave-anyway = Leave and lose them

## Overview
overview-details = Study details
overview-people = Participants
overview-guide = Interview guide
overview-team = Coders
details-title = Title
details-question = Research question
details-aim = Aim
details-sampling = Sampling
details-criteria = Inclusion and exclusion criteria
details-ethics = Ethics approval number
details-language = Language
vocabulary = Words for themes
vocabulary-hint = Only the names change, everywhere at once. Nothing is lost by choosing again.
vocabulary-initial-theme = Initial theme · case theme · sub-theme · theme
vocabulary-experiential = Experiential statement · PET · GET (2022)
vocabulary-emergent = Emergent · superordinate · master theme (2009)
numbering = How pages are counted
numbering-hint = How a passage is cited when a participant has several interviews.
numbering-per-transcript = Each transcript begins with page 1: P4·2·4.18
numbering-running-on = Pages run on through a participant’s transcripts: P4·31.18
next-heading = What comes next
next-import = Bring in the first transcript
    .why = Word, PDF, text and caption files, one or many at once. You see each as it will be before anything is stored.
    .do = Import transcripts
next-import-for = Bring in the first transcript
    .why = The first participant is there. Now the interview: Word, PDF, text or caption file.
    .do = Import transcripts
next-note = Read and note
    .why = This one has no notes yet. Read it once without marking anything; then note what strikes you.
    .do = Open { $transcript }
next-state = Turn notes into statements
    .why = The notes are there. Say in a few words what each passage is about for this person.
    .do = Open the working table of { $transcript }
next-gather = Bring statements together
    .why = A participant’s statements still stand one by one. Gather those that belong together under a theme of that person.
    .do = Open the codebook
next-across = Look across cases
    .why = Every transcript is noted and themed. Ask what the participants share, and where they part.
    .do = Open the codebook
import-transcripts = Import transcripts
people-table = Participants, one a row
people-label = Label
people-pseudonym = Pseudonym
people-transcripts = Transcripts
people-add = Add a participant
people-none = No participants yet. One is made with each transcript you import, or add them here first.
people-open = Open { $label } { $pseudonym }
guide-domain = Domain
guide-question = Question
guide-probes = Probes
guide-version = Version
guide-none = No questions yet. The guide belongs to the study: it is printed with the method, and each question says which version it came with.
guide-add = Add a question
guide-number = Question { $number }
guide-more = More for question { $number }
guide-up = Move up
guide-down = Move down
guide-remove = Take out of the guide
question-moved = Moved to place { $place }.
question-removed = The question was taken out of the guide.
coder-name = Name
coder-initials = Initials
coder-works-here = Works here
coder-change = Change who works here
coder-heading = Who works here?
coder-why = Every note, theme and change carries the name of its coder.
coder-someone = Someone else
coder-new-name = Their name
coder-do = Go on
example-coder = You

## Participant
person-label = Label
person-pseudonym = Pseudonym
person-remark = Remarks
person-attributes = Attributes
person-attributes-hint = Age, diagnosis, setting… An attribute that changes has a time point for each value.
person-transcripts = Transcripts
person-no-transcripts = No transcripts yet. Import the first interview of this participant.
person-bin = Put this participant into the bin
person-loading = Reading what is known about this participant…
person-gone = This participant is no longer in the study.
attribute-name = Attribute
attribute-value = Value
attribute-wave = Time point
attribute-add = Add an attribute
attribute-none = No attributes yet.
attribute-remove = Remove { $name }
attribute-remove-unnamed = Remove this attribute
attribute-row = Attribute { $number }
attribute-removed = The attribute was removed.
import-for = Import for { $label }
transcript-column = Transcript
transcript-date-column = Date
transcript-words = Words
transcript-notes = Notes
transcript-themes = Themes
transcript-edit = Details of { $name }
transcript-table = Working table of { $name }
transcript-put-away = Put { $name } into the bin

## A transcript's record
transcript-heading = Details of the transcript
transcript-kind = Kind
transcript-number = Number
transcript-title = Title
transcript-title-hint = Only if kind and number do not say enough.
transcript-wave = Time point
transcript-date = Date
transcript-duration = Duration
transcript-mode = Mode
transcript-mode-hint = In person, by telephone, by video…
transcript-place = Place
transcript-interviewer = Interviewer
transcript-language = Language
transcript-context = Context
transcript-atmosphere = Atmosphere
transcript-content = Primary content
transcript-reflection = Reflective notes
transcript-speakers = Speakers
transcript-speaker = Speaker { $number }
transcript-asks = Asks the questions
transcript-bin = Put this transcript into the bin
done = Done

## Bin
bin-lead = What you put away lies here until you restore it. Nothing is deleted by itself.
bin-empty = The bin is empty.
bin-empty-why = Whatever you delete in this study – a note, a theme, a whole transcript – comes here first, with everything that hangs on it.
bin-participants = Participants
bin-transcripts = Transcripts
bin-themes = Themes
bin-passages = Passages
bin-notes = Notes
bin-codings = Passages taken from themes
bin-translations = Translations
bin-memos = Memos
bin-when = { $name }, { $when }
bin-restore = Restore { $what }
bin-hidden = Shows again once what it belongs to is restored as well.
bin-hangs-participant = with { $transcripts ->
    [one] 1 transcript
   *[other] { $transcripts } transcripts
} and { $themes ->
    [one] 1 theme
   *[other] { $themes } themes
}
bin-hangs-passages = with { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
}
bin-hangs-passage = with { $notes ->
    [one] 1 note
   *[other] { $notes } notes
} and { $codings ->
    [one] 1 theme
   *[other] { $codings } themes
}
put-into-bin = Put into the bin: { $what }
taken-out-of-bin = Taken out of the bin: { $what }

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
fault-study-destroyed = This study was deleted or replaced in another tab.
    .safe = What is on screen is still in memory.
    .next = Try again to store it anew, or save it as a file. Leave it if it is not wanted any more.
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
fault-file-too-large = The study file unpacks to more than { $detail } MB, which Noema does not open.
    .safe = Nothing was opened or changed.
    .next = If it really is your study, tell us: nothing of it is lost.
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
codebook-own = Participants’ themes
codebook-sides = Which tree
codebook-side-study = Study
codebook-side-own = Participants
codebook-everyone = Everyone
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
    [0] No memo yet
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

## Reading: the transcript and its margins
reading-opening = Opening the transcript…
reading-role = transcript
reading-label = Transcript. Arrow keys move the caret, Shift selects.
reading-help = Full stop picks the passage under the caret, again the one below it. Square brackets go from passage to passage. Enter opens the palette for what is selected. Question mark lists all keys.
reading-line = { $speakers ->
        [0] { $place }
       *[other] { $speaker }, { $place }
    }: { $words }{ $on }
reading-on = { $passages ->
        [0] { "" }
        [one] . One passage{ $things ->
            [0] { "" }
           *[other] : { $what }
        }
       *[other] . { $passages } passages{ $things ->
            [0] { "" }
           *[other] : { $what }
        }
    }
reading-piece = { $words }{ $entered ->
        [0] { $left ->
            [0] { "" }
           *[other] , passage ends
        }
       *[other] , passage begins{ $things ->
            [0] { "" }
           *[other] : { $what }
        }
    }
reading-space = space
reading-notes-count = { $count ->
        [one] one note
       *[other] { $count } notes
    }
reading-selected = { $count ->
        [0] Nothing selected.
        [one] One word selected.
       *[other] { $count } words selected.
    }
reading-selected-words = Selected: { $words }
reading-unselected = Nothing selected.
reading-picked = Passage { $place }{ $layers ->
        [0] { "" }
        [one] { "" }
       *[other] , layer { $layer } of { $layers }
    }: { $words }{ $themed ->
        [0] { "" }
       *[other] . { $themes }
    }{ $notes ->
        [0] .
        [one] . One note.
       *[other] . { $notes } notes.
    }
reading-unpicked = No passage picked.
reading-range = Passage { $place }: { $words }
reading-no-more-passages = No more passages that way.
reading-nothing-selected = Select some words first: drag over them, or hold Shift and use the arrow keys.
reading-nothing-picked = Pick a passage first.
reading-marked = Passage { $place } marked.
reading-marked-already = You have marked { $place } before.
reading-coded = Put under “{ $name }”.
reading-coded-already = It stands under that theme already.
reading-theme-made = “{ $name }” made.
reading-binned = The passage is in the bin, with what was noted on it.
reading-corrected = Corrected: { $words }
reading-copied = Copied with its place, { $place }.
reading-quotation = “{ $words }” ({ $place })
reading-note-kept = Note kept.
reading-memo-kept = Memo kept in the journal.
reading-translation-kept = Translation kept.
reading-entry-kept = Change kept.
reading-note-binned = The note is in the bin.
reading-translation-binned = The translation is in the bin.
reading-memo-binned = The memo is in the bin.
reading-uncoded = The passage no longer stands under that theme.
reading-kind-descriptive = Descriptive note.
reading-kind-linguistic = Linguistic note.
reading-kind-conceptual = Conceptual note.
reading-kind-none = Note without a kind.
reading-notes-chosen = { $count ->
        [0] No notes chosen.
        [one] One note chosen. Press S to make a statement from it.
       *[other] { $count } notes chosen. Press S to make a statement from them.
    }
reading-margins-swapped = The margins have changed sides.
reading-too-long-to-correct = Select fewer than { $limit } characters to correct them.
reading-no-such-line = There is no line “{ $typed }”. A line is called by page and number, such as 4.18.
reading-find-at = { $count ->
        [0] Nothing found.
       *[other] { $at } of { $count }, { $place }: { $words }
    }
reading-notes = Exploratory notes
reading-no-notes = Select some words and press D, L or C to note what you see in them: what is said, how it is said, what it may mean.
reading-no-statements = Statements come from your notes. Choose a note and press S, or select words and type what they come down to.
reading-more-entries = { $count ->
        [one] one more on this page
       *[other] { $count } more on this page
    }
reading-translation = Translation
reading-memo = Memo
reading-change-kind = Kind: { $kind }. Press for the next.
note-descriptive = Descriptive
note-linguistic = Linguistic
note-conceptual = Conceptual
note-no-kind = No kind yet
table-name = Working table of { $name }
table-keys-hint = Arrows go from cell to cell, Enter writes, Escape leaves. D, L and C begin a note of that kind, N something new, S a statement that is there already.
table-passage = Passage
table-notes = Notes
table-statements = Statements
table-back = To the transcript
table-filter = Which passages
table-filter-all = All passages
table-filter-without-statement = Without a statement
table-filter-without-note = Without a note
table-filter-descriptive = With a descriptive note
table-filter-linguistic = With a linguistic note
table-filter-conceptual = With a conceptual note
table-print = Print
table-print-hint = Only a part of the table is on this page. Print it with the button above the table to have it whole.
table-open = { $count ->
    [one] { $count } of { $all } passages has no statement yet.
   *[other] { $count } of { $all } passages have no statement yet.
    }
table-none-open = { $all ->
    [one] The one passage has a statement.
   *[other] All { $all } passages have a statement.
    }
table-next-open = Go to the next
table-empty = Nothing is marked in this transcript yet. Select words in the transcript and note what strikes you: every passage becomes a row here, and its notes lead to a statement.
table-empty-filter = No passage fits. Choose “All passages” to see every row.
table-note = Note
table-new-note = Note
table-statement = Statement
table-new-statement = Statement
table-link = One that is there…
table-link-heading = Put the passage under…
table-linked = The passage stands under it now.
table-unlink = Take from this passage
table-unlinked = Taken from the passage.
table-bin-note = Put the note into the bin
table-note-binned = The note is in the bin.
table-kind = Kind of note
table-write-hint = Enter keeps it, Shift+Enter a new line, Escape leaves
reading-entry-help = Enter edits, Delete puts it into the bin. Space chooses a note to make a statement from.
reading-statement-foot = { $place }{ $notes ->
        [0] { "" }
        [one] { " · from one note" }
       *[other] { " · from " }{ $notes } notes
    }
reading-make-statement = Make a statement from it
reading-open-codebook = Open in the codebook
reading-edit-entry = Edit
reading-bin-entry = Put into the bin
reading-take-from-theme = Take the passage from this theme
reading-wording = Wording
reading-draft-at = { $what }, at { $place }
reading-draft-hint = Kept when you leave it. Ctrl+Enter goes back to the text.
reading-palette = What to do with the passage
palette-mark = Mark
palette-memo = Memo
palette-translate = Translate
palette-correct = Correct
palette-quote = Copy
reading-themes-here = Themes of this passage
reading-take-from = Take the passage from “{ $name }”
reading-correct-label = Correct the words
reading-correct-hint = A new version of the text is kept. Other lines keep their numbers.
reading-correct-save = Correct
reading-theme-field = { $name }
reading-theme-from-notes = { $count ->
        [one] { $name } from one note
       *[other] { $name } from { $count } notes
    }
reading-theme-placeholder = Type to find or make one
reading-themes = Themes
reading-new-theme = new { $name } ↵
reading-study-theme = of the study
reading-find = Find in this transcript
reading-find-placeholder = Find
reading-find-case = Match case
reading-find-words = Whole words only
reading-find-pattern = Regular expression
reading-find-close = Close the find bar
reading-find-waiting = Searching…
reading-find-count = { $count ->
        [0] nothing found
       *[other] { $at } of { $count }
    }
reading-previous = No earlier transcript of this participant
reading-previous-named = Previous transcript: { $name }
reading-next = No later transcript of this participant
reading-next-named = Next transcript: { $name }
reading-zoom = Size of the letters
reading-margin = Margin shown
reading-side-notes = Notes
reading-side-statements = Statements
reading-go-to = Go to
reading-go-to-line = Go to a line, such as 4.18
reading-sheet = On this passage
reading-handle-start = Drag to move where the passage begins (Alt+← →)
reading-handle-end = Drag to move where the passage ends (Alt+Shift+← →)
reading-words = { $count ->
        [one] one word selected
       *[other] { $count } words selected
    }
reading-key-note = note
reading-key-statement = statement
reading-key-memo = memo
reading-key-all = all keys
group-selecting = Selecting in a transcript
command-move-left = One character to the left
command-move-right = One character to the right
command-move-up = One line up
command-move-down = One line down
command-word-left = One word to the left
command-word-right = One word to the right
command-sentence-back = To the beginning of the sentence
command-sentence-on = To the end of the sentence
command-turn-back = To the previous turn
command-turn-on = To the next turn
command-line-start = To the beginning of the line
command-line-end = To the end of the line
command-page-back = To the previous page
command-page-on = To the next page
command-text-start = To the beginning of the transcript
command-text-end = To the end of the transcript
command-select-left = Select a character to the left
command-select-right = Select a character to the right
command-select-up = Select a line up
command-select-down = Select a line down
command-select-word-left = Select a word to the left
command-select-word-right = Select a word to the right
command-select-sentence-back = Select to the beginning of the sentence
command-select-sentence-on = Select to the end of the sentence
command-select-turn-back = Select to the previous turn
command-select-turn-on = Select to the next turn
command-select-line-start = Select to the beginning of the line
command-select-line-end = Select to the end of the line
command-select-page-back = Select to the previous page
command-select-page-on = Select to the next page
command-select-text-start = Select to the beginning of the transcript
command-select-text-end = Select to the end of the transcript
command-select-all = Select the whole transcript
command-next-passage = Next passage
command-previous-passage = Previous passage
command-pick-here = Pick the passage here, again the one below
command-say-line = Say this line and what lies on it
command-go-to-line = Go to a line
command-find = Find in this transcript
command-find-next = Next find
command-find-previous = Previous find
command-next-transcript = Next transcript of this participant
command-previous-transcript = Previous transcript of this participant
command-working-table = Working table of this transcript
command-zoom-in = Larger letters
command-zoom-out = Smaller letters
command-zoom-plain = Letters as they were
command-swap-margins = Swap the margins
command-print = Print the transcript
command-palette = Open the palette
command-mark = Mark the passage
command-note-descriptive = Descriptive note
command-note-linguistic = Linguistic note
command-note-conceptual = Conceptual note
command-note = Note without a kind
command-theme = Statement or theme
command-memo = Memo on the passage
command-translate = Translate the passage
command-correct = Correct the words
command-quote = Copy with its place
command-start-left = Move the passage's beginning a word left
command-start-right = Move the passage's beginning a word right
command-end-left = Move the passage's end a word left
command-end-right = Move the passage's end a word right
command-end-letter-left = Move the passage's end a character left
command-end-letter-right = Move the passage's end a character right
command-bin-passage = Put the passage into the bin
command-step-back = Step back: unpick, deselect, close
fault-pattern-too-large = This pattern is too large to be searched for.
    .safe = Nothing was changed.
    .next = Make the pattern shorter, or its repetitions smaller.
fault-search-too-slow = The search took too long and was stopped.
    .safe = Nothing was changed.
    .next = Make the pattern simpler.

## Import
command-import = Import transcripts
import-title = Import transcripts
import-intro = Look at each transcript before it is stored. Nothing is in the study until you import.
import-add = Add files…
import-drop = Drop to import
import-drop-hint = Text, Word, PDF and caption files. They stay on this machine.
import-files = Files
import-back = All files
import-begun = { $count ->
    [one] One file is being read.
   *[other] { $count } files are being read.
}
import-file-ready = { $name } was read.
import-file-refused = { $name }: { $why }
import-cancelled = The import was called off. Nothing was stored.
import-applied = { $count ->
    [one] Applied to one other file.
   *[other] Applied to { $count } other files.
}
import-waiting = { $count ->
    [one] One file is waiting to be imported.
   *[other] { $count } files are waiting to be imported.
}
import-resume = Back to the import
import-done = { $transcripts ->
    [one] One transcript imported.
   *[other] { $transcripts } transcripts imported.
} { $participants ->
    [0] { "" }
    [one] One participant is new.
   *[other] { $participants } participants are new.
} { $notes ->
    [0] { "" }
    [one] One comment became a note.
   *[other] { $notes } comments became notes.
} { $left ->
    [0] { "" }
    [one] One file was left out.
   *[other] { $left } files were left out.
}
import-store = { $count ->
    [0] Import transcripts
    [one] Import 1 transcript
   *[other] Import { $count } transcripts
}
import-hindrance-reading = Some files are still being read.
import-hindrance-loading = The rest of the study is still being loaded.
import-hindrance-nothing = No file is ready to be imported.
import-hindrance-whose = The participant of this file is no longer in the study. Choose another.
import-hindrance-label = A new participant needs a label of their own.
import-waits = Waiting
import-reads = Reading, { $percent } %
import-progress = Reading { $name }
import-left-out = Left out
import-refused = Cannot be read
import-look = Look here
import-remove = Remove this file
import-read-again = Try again
import-reading-anew = Reading the file anew…
import-include = Import this file
import-twin-transcript = The same text is already in this study: { $what }.
import-twin-file = { $name } has the same text.
import-about = What it is
import-participant = Participant
import-known = In this study
import-new = New
import-new-option = { $name } (new)
import-another = Another new participant
import-label = Label
import-label-hint = Stands in every citation, such as P4.
import-pseudonym = Pseudonym
import-label-missing = A participant needs a label.
import-label-in-study = This study already has a participant with this label. Choose them above, or use another label.
import-label-among-files = Another new participant has this label. Choose them above, or use another label.
import-kind = Kind
import-number = Number
import-number-hint = Which one of this participant.
import-number-taken = This participant already has a transcript with this number.
import-wave = Time point
import-wave-hint = Such as baseline or 6 months.
import-date = Date
import-speakers = Speakers
import-split = Split by speakers
import-no-speakers = No speakers were found. All of it is one turn.
import-speaker-name = Name of { $name } in this study
import-speaker-asks = { $name } is the interviewer
import-asks = Interviewer
import-speaker-counts = { $turns ->
    [one] 1 turn
   *[other] { $turns } turns
}, { $words ->
    [one] 1 word
   *[other] { $words } words
}
import-speakers-hint = Give pseudonyms here: the names in the file are not kept.
import-layout = Lines and pages
import-columns = Characters in a line
import-lines = Lines on a page
import-layout-hint = Fixed from now on: page and line numbers are how passages are cited.
import-source-pages = { $count ->
    [one] Keep the page of the file
   *[other] Keep the { $count } pages of the file
}
import-comments = { $count ->
    [one] Take its comment over as a note
   *[other] Take its { $count } comments over as notes
}
import-encoding = Encoding
import-encoding-hint = Change it if letters look wrong.
import-apply = { $count ->
    [one] Apply to the other file
   *[other] Apply to all { $count } other files
}
import-apply-hint = Kind, time point, speakers of the same name, lines and pages, comments.
import-preview = Preview
import-words = { $count ->
    [one] 1 word
   *[other] { $count } words
}
import-rest = { $count ->
    [one] … and 1 more word
   *[other] … and { $count } more words
}
import-warnings = Please note

import-warning-replaced = { $count ->
    [one] One place means nothing in this encoding and shows as �. Another encoding may read it.
   *[other] { $count } places mean nothing in this encoding and show as �. Another encoding may read them.
}
import-warning-nul-bytes = { $count ->
    [one] One empty byte (NUL) was taken out.
   *[other] { $count } empty bytes (NUL) were taken out.
}
import-warning-lines-joined = Lines of equal width were joined to paragraphs.
import-warning-footnotes = { $count ->
    [one] One footnote or endnote is not part of the transcript.
   *[other] { $count } footnotes and endnotes are not part of the transcript.
}
import-warning-symbols = { $count ->
    [one] One character of a symbol font could not be read and shows as �.
   *[other] { $count } characters of a symbol font could not be read and show as �.
}
import-warning-comments-unplaced = { $count ->
    [one] One comment belongs to no passage and was left out.
   *[other] { $count } comments belong to no passage and were left out.
}
import-warning-cues-skipped = { $count ->
    [one] One caption without a readable time was left out.
   *[other] { $count } captions without a readable time were left out.
}
import-warning-page-furniture = { $count ->
    [one] One running head, foot or page number was left out.
   *[other] { $count } running heads, feet or page numbers were left out.
}
import-warning-printed-numbers = { $count ->
    [one] One printed line or paragraph number was left out.
   *[other] { $count } printed line or paragraph numbers were left out.
}
import-warning-pages-without-text = { $count ->
    [one] One page holds no text. It may be a picture.
   *[other] { $count } pages hold no text. They may be pictures.
}

import-fault-empty = This file is empty.
    .safe = The other files are not touched.
    .next = Check that it was saved completely.
import-fault-not-what-it-says = This file is called { $says }, but what is in it is { $is }.
    .safe = The other files are not touched.
    .next = Give it the ending of what it is, or save it anew as text, Word or PDF.
import-fault-damaged = This file is damaged: { $part ->
    [archive] its outer archive cannot be opened
    [document] the text in it cannot be read
    [depth] its parts are nested deeper than any real document
    [pdf] the PDF's own table of contents cannot be read
   *[other] a part of it cannot be read
}.
    .safe = The other files are not touched.
    .next = Open it in the program that it comes from, save it anew, and try again.
import-fault-password-protected = This file opens only with a password.
    .safe = The other files are not touched.
    .next = Open it in the program that it comes from, save it without a password, and try again.
import-fault-too-large = This file is too large: it has { $size } MB, and at most { $limit } MB are read.
    .safe = The other files are not touched.
    .next = Divide it, or take pictures and recordings out of it.
import-fault-unpacks-too-large = This file would unpack to more than { $limit } MB.
    .safe = It was not unpacked, and the other files are not touched.
    .next = Open it in the program that it comes from and save only its text.
import-fault-no-text = This PDF has no text in it: its pages are pictures, as a scanner makes them.
    .safe = The other files are not touched.
    .next = Have the text recognised (OCR) by another program first.
import-fault-unsupported = This file is { $what }, which Noema does not read.
    .safe = The other files are not touched.
    .next = Save it as text, Word (.docx) or PDF, or as captions (.vtt, .srt).
import-fault-unknown-encoding = There is no encoding called { $label }.
    .safe = The other files are not touched.
    .next = Try again and choose another encoding.
import-fault-study-file = This is a whole study, not a transcript.
    .safe = The open study is not touched.
    .next = Close this study and open the file on the start page.

nature-text = plain text
nature-vtt = WebVTT captions
nature-srt = SubRip captions
nature-docx = a Word document
nature-doc = a Word document of before 2007
nature-spreadsheet = a spreadsheet
nature-presentation = a presentation
nature-odt = an OpenDocument text
nature-rtf = a rich text file (RTF)
nature-pdf = a PDF
nature-zip = a zip archive
nature-image = a picture
nature-recording = a recording
nature-html = a web page
nature-binary = something that is no text

encoding-UTF-8 = Unicode (UTF-8)
encoding-UTF-16LE = Unicode (UTF-16 LE)
encoding-UTF-16BE = Unicode (UTF-16 BE)
encoding-windows-1252 = Western European (Windows-1252)
encoding-windows-1250 = Central European (Windows-1250)
encoding-windows-1251 = Cyrillic (Windows-1251)
encoding-windows-1253 = Greek (Windows-1253)
encoding-windows-1254 = Turkish (Windows-1254)
encoding-windows-1255 = Hebrew (Windows-1255)
encoding-windows-1256 = Arabic (Windows-1256)
encoding-windows-1257 = Baltic (Windows-1257)
encoding-windows-1258 = Vietnamese (Windows-1258)
encoding-windows-874 = Thai (Windows-874)
encoding-macintosh = Western European (Mac)
encoding-KOI8-R = Cyrillic (KOI8-R)
encoding-gb18030 = Chinese, simplified (GB18030)
encoding-Big5 = Chinese, traditional (Big5)
encoding-Shift_JIS = Japanese (Shift JIS)
encoding-EUC-JP = Japanese (EUC-JP)
encoding-EUC-KR = Korean (EUC-KR)
