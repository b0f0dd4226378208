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
start-example-why = Made-up interviews with five peer supporters, noted and themed. Your copy is yours to change.
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
study-destroy-name = Delete { $title } for good
destroy-heading = Delete this study for good?
destroy-what = “{ $title }” with all its documents, transcripts, notes, themes and steps of undo will be destroyed on this machine.
destroy-warning = This cannot be undone. Study files that you saved elsewhere are not touched.
destroy-do = Delete for good
room-heading = Room on this machine
room-used-left = { $used } used, about { $left } left.
room-used = { $used } used.
room-kept = The browser promises to keep your studies.
room-not-kept = The browser may clear your studies when the disk gets full. Ask it to keep them, and save study files now and then.
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
transcript-open = Open { $name }

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
