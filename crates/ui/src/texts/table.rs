//! The table of texts: a row a text, with a name for the code, then English, then German.

use super::Text;

/// Makes a constant of each row, and one text of all their cells.
macro_rules! table {
    ($($name:ident: $english:literal, $german:literal;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Row { $($name),* }
        $(#[doc = $english] pub const $name: Text = Text(Row::$name as u16);)*
        /// The cells, row by row, with a zero after each.
        pub(super) const CELLS: &str = concat!($($english, "\0", $german, "\0"),*);
    };
}

table! {
    // The page.
    FAIRCOPY: "Faircopy", "Faircopy";
    SKIP: "Skip to the résumé text", "Zum Text des Lebenslaufs";
    TOOLS: "Tools", "Werkzeuge";
    UNDO: "Undo", "Rückgängig";
    REDO: "Redo", "Wiederholen";
    OPEN: "Open", "Öffnen";
    CLEAR: "Clear", "Leeren";
    LOAD_SAMPLE: "Load sample", "Beispiel laden";
    TRY_SAMPLE: "Or look at an example first", "Oder erst ein Beispiel ansehen";
    FAIR_COPY: "Fair copy", "Reinschrift";
    EXPORT: "Export", "Mitnehmen";
    PANES: "Panes", "Ansichten";
    PANE_SOURCE: "Text", "Text";
    PANE_FIELDS: "Fields", "Felder";
    COPY: "Copy", "Kopieren";
    DOWNLOAD: "Download", "Herunterladen";
    COPY_AS: "Copy {}", "{} kopieren";
    DOWNLOAD_AS: "Download {}", "{} herunterladen";
    PRINT: "Print", "Drucken";
    OTHER_FORMS: "Other formats", "Andere Formate";
    STATUS: "Status", "Status";
    LOCAL: "Nothing has left this tab", "Nichts hat diesen Tab verlassen";
    PROOF: "How do I know?", "Woher weiß ich das?";
    CLEARED: "Cleared. Undo brings it back.", "Geleert. „Rückgängig“ holt alles zurück.";
    SAMPLE_LOADED: "Sample loaded. Undo takes it away.", "Beispiel geladen. „Rückgängig“ nimmt es wieder weg.";
    COPIED: "{} copied.", "{} kopiert.";
    NOT_COPIED:
        "The browser did not allow copying. Download the file, or select the text in the fair copy.",
        "Der Browser hat das Kopieren nicht erlaubt. Die Datei herunterladen oder den Text in der Reinschrift markieren.";
    DOWNLOADED: "{} downloaded.", "{} heruntergeladen.";
    OPENED: "{} opened. Undo brings back what was there.", "{} geöffnet. „Rückgängig“ holt zurück, was vorher da war.";
    NOT_TEXT:
        "That file is not text. Faircopy opens plain text, Markdown and JSON Resume (.txt, .md, .json); your draft is unchanged.",
        "Diese Datei enthält keinen Text. Faircopy öffnet reinen Text, Markdown und JSON Resume (.txt, .md, .json); der Entwurf ist unverändert.";
    NOT_READABLE:
        "The browser could not read that file; your draft is unchanged.",
        "Der Browser konnte diese Datei nicht lesen; der Entwurf ist unverändert.";
    TOO_LARGE:
        "That file is larger than 8 MB. A résumé in plain text is far smaller; your draft is unchanged.",
        "Diese Datei ist größer als 8 MB. Ein Lebenslauf als reiner Text ist viel kleiner; der Entwurf ist unverändert.";
    DROP_HERE: "Drop a .txt, .md or .json file", "Eine .txt-, .md- oder .json-Datei hier ablegen";

    // The documents.
    DOCUMENTS: "Documents", "Dokumente";
    DOCUMENT_NAME: "Document name", "Name des Dokuments";
    UNTITLED: "Untitled", "Ohne Titel";
    NEW_DOCUMENT: "New document", "Neues Dokument";
    NEW_VERSION: "Duplicate as a version for one application", "Duplizieren, als Fassung für eine Bewerbung";
    DELETE: "Delete this document", "Dieses Dokument löschen";
    DELETED: "“{}” is deleted.", "„{}“ ist gelöscht.";
    BRING_BACK: "Bring it back", "Zurückholen";
    BIN: "Deleted documents …", "Gelöschte Dokumente …";
    DELETE_FOR_GOOD: "Delete for good …", "Endgültig löschen …";
    ALL_DELETED: "All deleted documents", "Alle gelöschten Dokumente";
    KEEP: "Keep", "Behalten";
    LOSE: "Delete with all versions: {}", "Mit allen Fassungen löschen: {}";
    LOST: "Deleted for good.", "Endgültig gelöscht.";
    COMPARE: "Compare with …", "Vergleichen mit …";
    COMPARED: "Two documents side by side", "Zwei Dokumente nebeneinander";
    DIFFERING: "Lines that differ: {}\nchanged\nonly here", "Verschiedene Zeilen: {}\ngeändert\nnur hier";
    BACK_UP: "Download all documents as one file", "Alle Dokumente als eine Datei herunterladen";
    RESTORE: "Restore documents from a file …", "Dokumente aus einer Datei zurückholen …";
    RESTORED:
        "Documents restored: {}.",
        "Zurückgeholte Dokumente: {}.";

    // What became of the draft.
    SAVED_AT: "Saved {}", "Gesichert {}";
    NOT_SAVED_YET: "Not saved yet", "Noch nicht gesichert";
    SAVING_BLOCKED:
        "This browser does not let the page keep a draft. Download the file to keep your work.",
        "Dieser Browser lässt die Seite keinen Entwurf behalten. Nur eine heruntergeladene Datei bewahrt die Arbeit.";
    STORAGE_FULL:
        "The browser's storage is full, so changes are not kept. Download the file to keep your work.",
        "Der Speicher des Browsers ist voll, Änderungen werden nicht behalten. Nur eine heruntergeladene Datei bewahrt die Arbeit.";
    NEWER_DRAFT:
        "A newer Faircopy wrote the draft; it is left untouched. This is a new document beside it.",
        "Ein neueres Faircopy hat den Entwurf geschrieben; er bleibt unberührt. Dies ist ein neues Dokument daneben.";
    NEWER_STORAGE:
        "A newer Faircopy keeps its documents here; they are left untouched, and changes are not kept. Download the file to keep your work.",
        "Ein neueres Faircopy hat hier seine Dokumente; sie bleiben unberührt, Änderungen werden nicht behalten. Nur eine heruntergeladene Datei bewahrt die Arbeit.";
    DAMAGED_DRAFT:
        "The stored draft was damaged and could not be read. What there is of it is kept.",
        "Der gespeicherte Entwurf war beschädigt und nicht lesbar. Was da ist, bleibt erhalten.";
    OLDER_DRAFT:
        "What was saved last was damaged. This is the version before it, of {}.",
        "Was zuletzt gesichert wurde, war beschädigt. Dies ist die Fassung davor, von {}.";
    RECOVER: "Everything stored", "Alles Gespeicherte";
    NOT_SAVED: "Not saved", "Nicht gesichert";
    NO_FILE: "No file yet", "Noch keine Datei";
    FILE_NOW: "File just now", "Datei gerade eben";
    FILE_MINUTES: "File {} min old", "Datei {} min alt";
    FILE_HOURS: "File {} h old", "Datei {} h alt";
    FILE_DAYS: "File {} days old", "Datei {} Tage alt";
    OTHER_TAB:
        "Another tab saved this draft since. Nothing is overwritten until you choose.",
        "Ein anderer Tab hat diesen Entwurf inzwischen gesichert. Nichts wird überschrieben, bevor die Wahl getroffen ist.";
    KEEP_BOTH: "Keep both", "Beide behalten";
    TAKE_OTHER: "Use the other tab's", "Den aus dem anderen Tab nehmen";
    KEEP_MINE: "Keep this one", "Diesen behalten";
    FOLLOWED: "Brought up to date from another tab.", "Auf den Stand eines anderen Tabs gebracht.";

    // The sheet of shortcuts.
    HELP: "Shortcuts", "Tastenkürzel";
    KEY_HELP: "This list", "Diese Liste";
    KEY_UNDO: "Undo, and do again", "Rückgängig machen und wiederholen";
    KEY_CHECK: "The next to check, and the one before", "Die nächste Stelle zum Prüfen, und die davor";
    KEY_REASSIGN: "In the text: say what the selection or the line is", "Im Text: sagen, was die Auswahl oder die Zeile ist";
    KEY_MOVE: "Move a bullet; in other fields the entry", "Einen Punkt verschieben; in anderen Feldern den Eintrag";
    KEY_SPLIT: "Split a bullet", "Einen Punkt teilen";
    KEY_JOIN: "At the start of a bullet: join it to the one before", "Am Anfang eines Punktes: mit dem davor verbinden";
    KEY_COPY: "Copy the field", "Das Feld kopieren";
    KEY_PRINT: "Print the résumé", "Den Lebenslauf drucken";
    KEY_LETTER: "In a menu: the choice that begins so", "In einem Menü: die Wahl, die so beginnt";
    KEY_CLOSE: "Close a menu or this list", "Ein Menü oder diese Liste schließen";

    // The editor.
    SOURCE: "Source", "Quelle";
    SOURCE_TEXT: "Résumé text", "Text des Lebenslaufs";
    TOO_LONG_TO_EDIT:
        "A text this long cannot be edited here. Select all of it and paste to replace it.",
        "So lange Texte lassen sich hier nur als Ganzes ersetzen: alles markieren und einfügen.";
    HEAD_ONLY:
        "All {} KB of this text are read and kept; these are the first {}.",
        "Alle {} KB dieses Textes sind gelesen und bleiben erhalten; dies sind die ersten {}.";
    EMPTY:
        "Paste a résumé. It becomes fields you can put right.",
        "Einen Lebenslauf einfügen. Daraus werden Felder, die sich richtigstellen lassen.";
    FIELDS: "Fields", "Felder";
    UNPLACED: "Unplaced", "Ohne Platz";
    ALL_PLACED: "Every line has found its place.", "Jede Zeile hat ihren Platz gefunden.";
    NOT_PLACED:
        "These lines are in no field. They stay in the draft and in the JSON, not in the Markdown.",
        "Diese Zeilen stehen in keinem Feld. Sie bleiben im Entwurf und im JSON, nicht im Markdown.";
    FINDINGS: "Notes on the reading", "Anmerkungen zur Lesung";
    SHOW_IN_SOURCE: "Show in source", "In der Quelle zeigen";
    SECTION_HEADING: "Section heading", "Überschrift des Abschnitts";
    GROUP_NAME: "Group name", "Name der Gruppe";
    GROUP: "Group of highlights", "Gruppe von Punkten";
    NEW_GROUP: "New group", "Neue Gruppe";
    DELETE_GROUP: "Delete group", "Gruppe löschen";
    MOVE_UP: "Move up", "Nach oben";
    MOVE_DOWN: "Move down", "Nach unten";
    REMOVE: "Remove", "Entfernen";
    MORE: "More", "Mehr";
    DUPLICATE: "Duplicate", "Duplizieren";
    HIDE: "Leave out of exports", "Nicht mitnehmen";
    SHOW: "Take into exports again", "Wieder mitnehmen";
    HIDDEN: "Left out of exports", "Wird nicht mitgenommen";
    MOVE_TO: "Move to section …", "In einen anderen Abschnitt verschieben …";
    NEW_SECTION: "A new section", "Ein neuer Abschnitt";
    SECTION_MORE: "More for this section", "Mehr zu diesem Abschnitt";
    SECTION_UP: "Move section up", "Abschnitt nach oben";
    SECTION_DOWN: "Move section down", "Abschnitt nach unten";
    SORT: "Sort by date, latest first", "Nach Datum sortieren, Neuestes zuerst";
    SECTION_REMOVE: "Remove section", "Abschnitt entfernen";
    DONE: "Done. Undo takes it back.", "Erledigt. „Rückgängig“ nimmt es zurück.";
    SHOW_MORE: "Show more", "Mehr zeigen";
    ADD_SECTION: "Add a section", "Abschnitt hinzufügen";
    PREVIEW_ENDS: "… The rest is in the copy and the download.", "… Der Rest steht in der Kopie und in der Datei.";
    LEGEND: "What the text became", "Was aus dem Text wurde";
    MOVED: "{}: now {} of {}.", "{}: jetzt {} von {}.";
    REMOVED: "{} removed. Undo brings it back.", "{} entfernt. „Rückgängig“ holt es zurück.";
    ADDED: "{}: an empty entry added.", "{}: leerer Eintrag hinzugefügt.";
    UNDONE: "Undone.", "Rückgängig gemacht.";
    REDONE: "Redone.", "Wiederholt.";
    NOTHING_TO_UNDO: "Nothing to undo.", "Nichts rückgängig zu machen.";
    NOTHING_TO_REDO: "Nothing to redo.", "Nichts zu wiederholen.";
    COPY_FIELD: "Copy (Alt+C)", "Kopieren (Alt+C)";

    // What was done, in the list of it.
    HISTORY: "History …", "Verlauf …";
    HISTORY_START: "The beginning", "Der Anfang";
    HISTORY_NOW: "{} (now)", "{} (jetzt)";
    WENT_TO: "As it was after: {}.", "Wie nach: {}.";
    VERB_OF: "{}: {}", "{}: {}";
    VERB_ADDED: "Added", "Hinzugefügt";
    VERB_REMOVED: "Removed", "Entfernt";
    VERB_MOVED: "Moved", "Verschoben";
    VERB_DUPLICATED: "Duplicated", "Dupliziert";
    VERB_HIDDEN: "Left out, or taken in", "Weggelassen oder mitgenommen";
    VERB_SORTED: "Sorted", "Sortiert";
    VERB_SETTLED: "Found right", "Für richtig befunden";
    VERB_DECIDED: "Said what it is", "Gesagt, was es ist";
    VERB_RETYPED: "Résumé text", "Text des Lebenslaufs";
    VERB_REPLACED: "Another document", "Anderes Dokument";

    // What is to be looked at.
    UNCERTAIN: "Uncertain: {}", "Unsicher: {}";
    UNCERTAIN_ITEM: "“{}” is uncertain: {}", "„{}“ ist unsicher: {}";
    TO_CHECK: "{} to check", "{} zu prüfen";
    ALL_CHECKED: "Nothing to check", "Nichts zu prüfen";
    CHECK_BACK: "Previous to check (Shift+F8)", "Vorige Stelle prüfen (Umschalt+F8)";
    CHECK_NEXT: "Next to check (F8)", "Nächste Stelle prüfen (F8)";
    CHECKING: "{} of {} to check.", "{} von {} zu prüfen.";
    NOTHING_TO_CHECK: "Nothing to check.", "Nichts zu prüfen.";
    RIGHT: "It is right", "Stimmt so";
    SAYS_NOW: "The text now says: {}", "Der Text sagt jetzt: {}";
    KEEP_WRITTEN: "Keep what I wrote", "Meines behalten";
    TAKE_SAID: "Take the text's", "Das aus dem Text nehmen";
    MERGED:
        "In {} places that you changed the text now says otherwise. F8 leads to them.",
        "An {} geänderten Stellen sagt der Text jetzt etwas anderes. F8 führt hin.";
    INSTEAD: "{} instead", "Stattdessen {}";
    LEAVE_OUT: "Leave it out", "Weglassen";

    // What a stretch of the source is.
    MAKE_THIS: "Make this the …", "Das ist …";
    READ_AS_DATA:
        "This text says itself what is what. Put it right in the fields.",
        "Dieser Text sagt selbst, was was ist. Richtigstellen lässt er sich in Feldern.";
    DATES: "Dates", "Datum oder Zeitraum";
    BULLET: "Bullet", "Aufzählungspunkt";
    NEW_ENTRY: "Start of a new entry", "Beginn eines neuen Eintrags";
    ENTRY_BEFORE: "Joins the entry before", "Gehört zum Eintrag davor";
    IN_ANOTHER: "… of another section", "… in einem anderen Abschnitt";
    HEADING_OF: "Heading of a section …", "Überschrift eines Abschnitts …";
    NOTHING: "Nothing: leave it out", "Nichts: weglassen";

    // Fields.
    HEADLINE: "Headline", "Kurztitel";
    PICTURE: "Picture", "Bild";
    ORGANIZATION: "Organization", "Organisation";
    LINK: "Link", "Link";
    HANDLE: "Handle", "Kennung";
    NETWORK: "Network", "Netzwerk";
    INSTITUTION: "Institution", "Einrichtung";
    TITLE: "Title", "Titel";
    LANGUAGE: "Language", "Sprache";
    NAME: "Name", "Name";
    POSITION: "Position", "Stelle";
    LABEL: "Label", "Bezeichnung";
    IMAGE: "Image", "Bild";
    USERNAME: "Username", "Benutzername";
    EMAIL: "Email", "E-Mail";
    PHONE: "Phone", "Telefon";
    WEBSITE: "Website", "Website";
    LOCATION: "Location", "Ort";
    DESCRIPTION: "Description", "Beschreibung";
    DEGREE: "Degree", "Abschluss";
    AREA: "Area", "Fach";
    FLUENCY: "Fluency", "Niveau";
    LEVEL: "Level", "Niveau";
    ISSUER: "Issuer", "Aussteller";
    AWARDER: "Awarder", "Verliehen von";
    PUBLISHER: "Publisher", "Verlag";
    DATE: "Date", "Datum";
    START: "Start", "Beginn";
    END: "End", "Ende";
    SCORE: "Score", "Note";
    REFERENCE: "Reference", "Referenz";
    TYPE: "Type", "Art";
    SUMMARY: "Summary", "Profil";
    HIGHLIGHTS: "Highlights", "Punkte";
    KEYWORDS: "Keywords", "Stichwörter";
    COURSES: "Courses", "Kurse";
    ROLES: "Roles", "Rollen";
    PRESENT: "Present", "heute";

    // Sections.
    BASICS: "Basics", "Zur Person";
    PROFILES: "Profiles", "Profile";
    WORK: "Work", "Beruf";
    VOLUNTEER: "Volunteer", "Ehrenamt";
    EDUCATION: "Education", "Ausbildung";
    AWARDS: "Awards", "Auszeichnungen";
    CERTIFICATES: "Certificates", "Zertifikate";
    PUBLICATIONS: "Publications", "Veröffentlichungen";
    SKILLS: "Skills", "Kenntnisse";
    LANGUAGES: "Languages", "Sprachen";
    INTERESTS: "Interests", "Interessen";
    REFERENCES: "References", "Referenzen";
    PROJECTS: "Projects", "Projekte";
    OTHER_SECTION: "Other section", "Weiterer Abschnitt";
    ADD_ENTRY: "Add entry", "Eintrag hinzufügen";
    ADD_PROFILE: "Add profile", "Profil hinzufügen";
    ADD_JOB: "Add job", "Stelle hinzufügen";
    ADD_VOLUNTEER: "Add volunteer role", "Ehrenamt hinzufügen";
    ADD_EDUCATION: "Add education", "Ausbildung hinzufügen";
    ADD_AWARD: "Add award", "Auszeichnung hinzufügen";
    ADD_CERTIFICATE: "Add certificate", "Zertifikat hinzufügen";
    ADD_PUBLICATION: "Add publication", "Veröffentlichung hinzufügen";
    ADD_SKILL: "Add skill", "Kenntnis hinzufügen";
    ADD_LANGUAGE: "Add language", "Sprache hinzufügen";
    ADD_INTEREST: "Add interest", "Interesse hinzufügen";
    ADD_REFERENCE: "Add reference", "Referenz hinzufügen";
    ADD_PROJECT: "Add project", "Projekt hinzufügen";

    // Tints.
    WHO: "Who", "Wer";
    ROLE: "Role", "Rolle";
    TIME: "Time", "Zeit";
    PLACE: "Place", "Ort";
    TEXT: "Text", "Text";

    // What the core says: the English is the core's own, word for word.
    BECAUSE_DATE: "it is a date", "es ist ein Datum";
    BECAUSE_EMAIL: "it has the form of an e-mail address", "es hat die Form einer E-Mail-Adresse";
    BECAUSE_PHONE: "it has the form of a telephone number", "es hat die Form einer Telefonnummer";
    BECAUSE_URL: "it has the form of a web address", "es hat die Form einer Webadresse";
    BECAUSE_TITLE: "it holds a job title", "es enthält eine Berufsbezeichnung";
    BECAUSE_EMPLOYER: "it holds a word of employers' names", "es enthält ein Wort, wie Arbeitgeber heißen";
    BECAUSE_SCHOOL: "it holds a word of schools' names", "es enthält ein Wort, wie Schulen heißen";
    BECAUSE_DEGREE: "it names a degree", "es nennt einen Abschluss";
    BECAUSE_PLACE: "it names a place", "es nennt einen Ort";
    BECAUSE_LANGUAGE: "it names a language or how well it is spoken", "es nennt eine Sprache oder ein Niveau";
    BECAUSE_BULLET: "it has a bullet", "es hat ein Aufzählungszeichen";
    BECAUSE_PROSE: "it is running text", "es ist Fließtext";
    BECAUSE_TOP: "it stands at the top", "es steht ganz oben";
    BECAUSE_BESIDE_DATE: "it stands beside a date", "es steht neben einem Datum";
    BECAUSE_DATE_ABOVE: "a date stands above", "ein Datum steht darüber";
    BECAUSE_DATE_BELOW: "a date stands below", "ein Datum steht darunter";
    BECAUSE_MARKUP: "it is set off by markup", "es ist durch Auszeichnung abgesetzt";
    BECAUSE_HEADING: "it stands under a heading for it", "es steht unter einer passenden Überschrift";
    BECAUSE_FITS: "its place and form fit best", "Ort und Form passen am besten";
    BECAUSE_ROLE_ABOVE: "the role above is at this employer, and this one names none", "die Stelle darüber nennt ihn, und diese keinen";
    BECAUSE_PUBLISHER: "its publisher stands with this date", "der Verlag steht bei diesem Datum";
    BECAUSE_TOLD: "you said so", "so haben Sie es gesagt";
    UNSEEN: "Marks show unseen characters.", "Marken zeigen unsichtbare Zeichen.";
    FOUND_NOTHING:
        "No jobs, schools or skills were found in this text. Headings such as “Experience” help.",
        "In diesem Text fanden sich weder Stellen noch Ausbildung noch Kenntnisse. Überschriften wie „Berufserfahrung“ helfen.";
}
