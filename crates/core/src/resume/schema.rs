//! What sections and fields there are: JSON Resume 1.0.0 as one table.

/// A kind of section. The order is that of the JSON Resume schema; [`SectionKind::Custom`] is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionKind {
    /// Who it is.
    Basics,
    /// Accounts elsewhere (`basics.profiles`).
    Profiles,
    /// Jobs.
    Work,
    /// Unpaid work.
    Volunteer,
    /// Schools and degrees.
    Education,
    /// Prizes and honours.
    Awards,
    /// Certificates and licences.
    Certificates,
    /// Papers, books, talks.
    Publications,
    /// Skills, by group.
    Skills,
    /// Human languages.
    Languages,
    /// Pastimes.
    Interests,
    /// What others say.
    References,
    /// Things made.
    Projects,
    /// A section under a heading that JSON Resume does not know.
    Custom,
}

/// A field of an entry, named by its key in JSON Resume.
///
/// The order is the one in which values are kept and JSON is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each is the JSON key of the same name
pub enum Field {
    Network,
    Username,
    Organization,
    Institution,
    Title,
    Language,
    Name,
    Position,
    Label,
    Image,
    Email,
    Phone,
    Url,
    Location,
    Description,
    StudyType,
    Area,
    Fluency,
    Level,
    Issuer,
    Awarder,
    Publisher,
    Date,
    ReleaseDate,
    StartDate,
    EndDate,
    Score,
    Reference,
    Entity,
    Type,
    Summary,
    Highlights,
    Keywords,
    Courses,
    Roles,
}

/// What a field may hold, and so how it is edited and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Line,
    /// Paragraphs, separated by line feeds.
    Prose,
    /// A date at the precision given.
    Date,
    /// A list of sentences, one a line.
    Bullets,
    /// A list of short terms, written with commas.
    Terms,
}

impl SectionKind {
    /// All kinds, in the order of the schema.
    pub const ALL: [Self; 14] = [
        Self::Basics,
        Self::Profiles,
        Self::Work,
        Self::Volunteer,
        Self::Education,
        Self::Awards,
        Self::Certificates,
        Self::Publications,
        Self::Skills,
        Self::Languages,
        Self::Interests,
        Self::References,
        Self::Projects,
        Self::Custom,
    ];

    /// Its key in JSON Resume (`profiles` stands under `basics`, `sections` under `meta.faircopy`).
    pub fn json_name(self) -> &'static str {
        match self {
            Self::Basics => "basics",
            Self::Profiles => "profiles",
            Self::Work => "work",
            Self::Volunteer => "volunteer",
            Self::Education => "education",
            Self::Awards => "awards",
            Self::Certificates => "certificates",
            Self::Publications => "publications",
            Self::Skills => "skills",
            Self::Languages => "languages",
            Self::Interests => "interests",
            Self::References => "references",
            Self::Projects => "projects",
            Self::Custom => "sections",
        }
    }

    /// The fields its entries have, in the order in which a person reads them.
    #[rustfmt::skip]
    pub fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Basics => &[F::Name, F::Label, F::Email, F::Phone, F::Url, F::Location, F::Image, F::Summary],
            Self::Profiles => &[F::Network, F::Username, F::Url],
            Self::Work => &[F::Position, F::Name, F::Location, F::StartDate, F::EndDate, F::Url, F::Description, F::Summary, F::Highlights],
            Self::Volunteer => &[F::Position, F::Organization, F::Location, F::StartDate, F::EndDate, F::Url, F::Summary, F::Highlights],
            Self::Education => &[F::Institution, F::StudyType, F::Area, F::Location, F::StartDate, F::EndDate, F::Score, F::Url, F::Summary, F::Courses, F::Highlights],
            Self::Awards => &[F::Title, F::Awarder, F::Date, F::Url, F::Summary],
            Self::Certificates => &[F::Name, F::Issuer, F::Date, F::Url],
            Self::Publications => &[F::Name, F::Publisher, F::ReleaseDate, F::Url, F::Summary],
            Self::Skills => &[F::Name, F::Level, F::Keywords],
            Self::Languages => &[F::Language, F::Fluency],
            Self::Interests => &[F::Name, F::Keywords],
            Self::References => &[F::Name, F::Reference],
            Self::Projects => &[F::Name, F::Entity, F::Type, F::Roles, F::StartDate, F::EndDate, F::Url, F::Description, F::Highlights, F::Keywords],
            Self::Custom => &[F::Name, F::Organization, F::Location, F::StartDate, F::EndDate, F::Url, F::Summary, F::Highlights],
        }
    }

    /// Whether its entries may hold named groups of highlights.
    pub fn has_groups(self) -> bool {
        matches!(self, Self::Work | Self::Volunteer | Self::Projects | Self::Custom)
    }
}

impl Field {
    /// Its key in JSON Resume.
    pub fn json_name(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Username => "username",
            Self::Organization => "organization",
            Self::Institution => "institution",
            Self::Title => "title",
            Self::Language => "language",
            Self::Name => "name",
            Self::Position => "position",
            Self::Label => "label",
            Self::Image => "image",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Url => "url",
            Self::Location => "location",
            Self::Description => "description",
            Self::StudyType => "studyType",
            Self::Area => "area",
            Self::Fluency => "fluency",
            Self::Level => "level",
            Self::Issuer => "issuer",
            Self::Awarder => "awarder",
            Self::Publisher => "publisher",
            Self::Date => "date",
            Self::ReleaseDate => "releaseDate",
            Self::StartDate => "startDate",
            Self::EndDate => "endDate",
            Self::Score => "score",
            Self::Reference => "reference",
            Self::Entity => "entity",
            Self::Type => "type",
            Self::Summary => "summary",
            Self::Highlights => "highlights",
            Self::Keywords => "keywords",
            Self::Courses => "courses",
            Self::Roles => "roles",
        }
    }

    /// What it may hold.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Date | Self::ReleaseDate | Self::StartDate | Self::EndDate => FieldKind::Date,
            Self::Summary | Self::Description | Self::Reference => FieldKind::Prose,
            Self::Highlights => FieldKind::Bullets,
            Self::Keywords | Self::Courses | Self::Roles => FieldKind::Terms,
            _ => FieldKind::Line,
        }
    }
}
