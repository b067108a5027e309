//! Plain text, to paste into forms and mails.

use super::outline::{Block, outline};
use crate::lexicon::upper;
use crate::resume::Resume;

/// The résumé as plain text, with a line feed at the end; an empty text for an empty résumé.
///
/// ```
/// use faircopy::{Field, Resume, Value, write};
/// let mut resume = Resume::default();
/// resume.basics.set(Field::Name, Value::Text("Ada *Example*".into()));
/// assert_eq!(write::text(&resume), "Ada *Example*\n");
/// ```
pub fn text(resume: &Resume) -> String {
    let mut out = String::new();
    // What stands directly below the heading of an entry has no empty line before.
    let mut close = true;
    for block in outline(resume) {
        let joins = close && matches!(block, Block::Lines(_) | Block::List(_));
        if !out.is_empty() && !joins {
            out.push('\n');
        }
        close = match block {
            Block::Heading(level, text) => {
                out.push_str(&if level == 2 { text.chars().map(upper).collect() } else { text });
                out.push('\n');
                level != 2
            }
            Block::Lines(lines) => {
                for line in lines {
                    out.extend(line.iter().map(|run| run.text.as_str()));
                    out.push('\n');
                }
                false
            }
            Block::Paragraph(text) => {
                out.push_str(&text);
                out.push('\n');
                false
            }
            Block::List(items) => {
                for item in items {
                    out.push_str("• ");
                    out.push_str(&item);
                    out.push('\n');
                }
                false
            }
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::{read_json, read_markdown};

    #[test]
    fn reads_as_a_page() {
        let markdown = "# Ada\nEngineer\n\n[a@b.org](mailto:a@b.org) · Oslo\n\n---\n\n## Experience\n\n### Lead\n**N** — *Oslo*\n*2018 – Present*\n\n\
            - One\n\n#### G\n- Two\n\n---\n\n## Skills\n\n**Code:** C, D\n";
        let resume = read_markdown(markdown).unwrap().resume;
        let expected = "Ada\nEngineer\n\na@b.org · Oslo\n\nEXPERIENCE\n\nLead\nN — Oslo\n2018 – Present\n\n• One\n\nG\n• Two\n\nSKILLS\n\nCode: C, D\n";
        assert_eq!(super::text(&resume), expected);
    }

    #[test]
    fn an_account_is_said_once() {
        let line = |json: &str| {
            let json = format!(r#"{{"basics": {{"name": "Ada", "profiles": [{json}]}}}}"#);
            super::text(&read_json(&json).resume)
        };
        let account = r#"{"network": "GitHub", "username": "ada", "url": "https://github.com/ada"}"#;
        assert_eq!(line(account), "Ada\ngithub.com/ada\n");
        let other = r#"{"network": "GitHub", "username": "ada", "url": "https://github.com/adb"}"#;
        assert_eq!(line(other), "Ada\nGitHub: ada github.com/adb\n");
    }
}
