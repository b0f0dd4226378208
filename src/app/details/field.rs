//! The fields that a person fills in, by name: so that one action and one component serve them all.

use crate::study::record::coder::Coder;
use crate::study::record::details::{GuideEntry, StudyDetails};
use crate::study::record::participant::{Attribute, Participant};
use crate::study::record::transcript::Transcript;

macro_rules! fields {
    (
        $(#[$doc:meta])* $name:ident of $record:ident, messages $prefix:literal:
        $($(#[$field_doc:meta])* $variant:ident = $field:ident $(as $size:ident)?),* $(,)?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {$(
            $(#[$field_doc])*
            $variant,
        )*}

        impl $name {
            /// All of them, in the order in which they are shown.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The message that names it; `.hint` may explain it.
            #[must_use]
            pub fn message(self) -> &'static str {
                match self {$(Self::$variant => concat!($prefix, "-", stringify!($field)),)*}
            }

            /// Its value.
            #[must_use]
            pub fn of(self, record: &$record) -> &String {
                match self {$(Self::$variant => &record.$field,)*}
            }

            /// Its value, to be written.
            pub fn of_mut(self, record: &mut $record) -> &mut String {
                match self {$(Self::$variant => &mut record.$field,)*}
            }

            /// Whether it takes several lines.
            #[must_use]
            pub fn is_long(self) -> bool {
                match self {$(Self::$variant => fields!(@long $($size)?),)*}
            }
        }
    };
    (@long) => { false };
    (@long long) => { true };
}

fields! {
    /// A field of the study's details.
    DetailsField of StudyDetails, messages "details":
    /// The title.
    Title = title,
    /// The research question.
    Question = question as long,
    /// The aim.
    Aim = aim as long,
    /// How participants were found.
    Sampling = sampling as long,
    /// Who could take part and who could not.
    Criteria = criteria as long,
    /// The number of the ethics approval.
    Ethics = ethics,
    /// The language.
    Language = language,
}

fields! {
    /// A field of a question of the interview guide.
    GuideField of GuideEntry, messages "guide":
    /// What it is about.
    Domain = domain as long,
    /// Its words.
    Question = question as long,
    /// What may be asked after it.
    Probes = probes as long,
    /// The version of the guide it came with.
    Version = version,
}

fields! {
    /// A field of a participant.
    PersonField of Participant, messages "person":
    /// The label.
    Label = label,
    /// The pseudonym.
    Pseudonym = pseudonym,
    /// Remarks.
    Remark = remark as long,
}

fields! {
    /// A field of an attribute.
    AttributeField of Attribute, messages "attribute":
    /// What it is.
    Name = name,
    /// Its value.
    Value = value,
    /// The time point it holds for.
    Wave = wave,
}

fields! {
    /// A field of a transcript.
    TranscriptField of Transcript, messages "transcript":
    /// A title.
    Title = title,
    /// The time point.
    Wave = wave,
    /// The day.
    Date = date,
    /// How long it took.
    Duration = duration,
    /// In person, by telephone, by video.
    Mode = mode,
    /// Where.
    Place = place,
    /// Who asked.
    Interviewer = interviewer,
    /// The language spoken.
    Language = language,
    /// The interview's context.
    Context = context as long,
    /// Its atmosphere.
    Atmosphere = atmosphere as long,
    /// What it was mainly about.
    Content = content as long,
    /// Reflective notes.
    Reflection = reflection as long,
}

fields! {
    /// A field of a coder.
    CoderField of Coder, messages "coder":
    /// The name.
    Name = name,
    /// The initials.
    Initials = initials,
}
