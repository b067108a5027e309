//! HTML: one self-contained page without scripts.

use super::outline::{Block, Run, Style, outline};
use crate::resume::{Field, Resume};
use crate::unseen::split_unseen;

/// One typographic design for the screen and for paper of any size: an old-style serif, a measure that reads well, hairlines, and breaks
/// that leave nothing alone at the foot of a page.
const STYLE: &str = "\
@page{margin:17mm 19mm}\
body{max-width:42rem;margin:2.5rem auto;padding:0 1rem;font:1rem/1.5 'Iowan Old Style','Palatino Linotype',Palatino,'URW Palladio L',P052,Georgia,serif;color:#1d1b18;background:#fdfcf9;overflow-wrap:break-word}\
h1,h2,h3,h4,p,ul{margin:0}h1,h2,h3,h4{font:inherit;line-height:1.25;break-after:avoid}\
h1{font-size:2.1em;letter-spacing:.01em}h1+p:not(:has(a)){font-size:1.1em;font-style:italic}\
h2{margin:1.5em 0 .4em;padding-bottom:.15em;border-bottom:1px solid #c9c4ba;font-size:1.15em;font-style:italic;color:#8f3520}\
h3{margin-top:.9em;font-weight:600}h2+h3{margin-top:0}h4{margin-top:.5em;font-style:italic}\
h3+p,h4+p{break-after:avoid}p+p{margin-top:.35em}\
em{font-style:normal;color:#665f52}strong{font-weight:600}h3+p>strong{font-weight:inherit}\
ul{margin-top:.25em;padding-left:1.15em;list-style:disc}li{margin:.12em 0}li::marker{color:#9a8f78}\
p,li{break-inside:avoid;orphans:3;widows:3}\
i{unicode-bidi:isolate;color:#8f3520}i::before{content:'⍰'}\
a{color:inherit;text-decoration-color:#c9c4ba;text-underline-offset:.15em}\
@media screen and (prefers-color-scheme:dark){body{color:#ece7dc;background:#14181f}h2{border-color:#3c424d;color:#eb9f86}em{color:#a39d90}}\
@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt;line-height:1.38;color:#1d1b18;background:none}a{text-decoration:none}}";

/// The résumé as an HTML page. All text is escaped; links lead to web, mail and telephone addresses only. A character that nobody
/// would see is marked where it stands, and what it does ends there.
///
/// ```
/// use faircopy::{Field, Resume, Value, write};
/// let mut resume = Resume::default();
/// resume.basics.set(Field::Name, Value::Text("Ada <b>".into()));
/// assert!(write::html(&resume).contains("<h1 dir=\"auto\">Ada &lt;b&gt;</h1>"));
/// ```
pub fn html(resume: &Resume) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    element(&mut out, "title", resume.basics.text(Field::Name).unwrap_or("Résumé"));
    out.push_str("<style>");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n<body>\n<main>\n");
    for block in outline(resume) {
        match block {
            Block::Heading(level, text) => element(&mut out, ["h1", "h2", "h3", "h4"][usize::from(level - 1)], &text),
            Block::Paragraph(text) => element(&mut out, "p", &text),
            Block::Lines(lines) => {
                out.push_str("<p dir=\"auto\">");
                for (at, line) in lines.iter().enumerate() {
                    if at > 0 {
                        out.push_str("<br>\n");
                    }
                    for part in line {
                        run(&mut out, part);
                    }
                }
                out.push_str("</p>\n");
            }
            Block::List(items) => {
                out.push_str("<ul>\n");
                for item in items {
                    element(&mut out, "li", &item);
                }
                out.push_str("</ul>\n");
            }
        }
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// An element of text on a line; its direction is that of the text.
fn element(out: &mut String, name: &str, text: &str) {
    let direction = if name == "title" { "" } else { " dir=\"auto\"" };
    out.extend(["<", name, direction, ">"]);
    if direction.is_empty() {
        escape(out, text);
    } else {
        seen(out, text);
    }
    out.extend(["</", name, ">\n"]);
}

fn run(out: &mut String, run: &Run) {
    let name = match &run.style {
        Style::Strong => "strong",
        Style::Quiet => "em",
        Style::Link(url) if is_safe(url) => {
            out.push_str("<a href=\"");
            escape(out, url);
            out.push_str("\">");
            seen(out, &run.text);
            out.push_str("</a>");
            return;
        }
        Style::Plain | Style::Link(_) => return seen(out, &run.text),
    };
    out.extend(["<", name, ">"]);
    seen(out, &run.text);
    out.extend(["</", name, ">"]);
}

/// Whether a browser takes `url` as a web, mail or telephone address. Browsers drop control characters and spaces from the scheme.
fn is_safe(url: &str) -> bool {
    let starts = |safe: &&str| url.get(..safe.len()).is_some_and(|start| start.eq_ignore_ascii_case(safe));
    ["http://", "https://", "mailto:", "tel:"].iter().any(starts) && !url.contains(char::is_control)
}

/// The text of an element, in which what nobody would see is marked.
fn seen(out: &mut String, text: &str) {
    for (part, unseen) in split_unseen(text) {
        if unseen {
            out.extend(["<i>", part, "</i>"]);
        } else {
            escape(out, part);
        }
    }
}

fn escape(out: &mut String, text: &str) {
    text.chars().for_each(|c| put(out, c));
}

fn put(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resume::Value;

    #[test]
    fn links_only_to_addresses() {
        for url in ["https://a.org", "HTTP://a.org", "mailto:a@b.org", "tel:+1"] {
            assert!(is_safe(url), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            " javascript:x",
            "java\tscript:x",
            "data:text/html,x",
            "https:javascript:x",
            "//a.org",
            "https",
            "",
        ] {
            assert!(!is_safe(url), "{url}");
        }
    }

    #[test]
    fn marks_what_nobody_would_see() {
        let mut resume = Resume::default();
        resume.basics.set(Field::Name, Value::Text("a\u{202e}b\u{200d}c 👩\u{200d}💻".into()));
        let shown = "<h1 dir=\"auto\">a<i>\u{202e}</i>b<i>\u{200d}</i>c 👩\u{200d}💻</h1>";
        assert!(html(&resume).contains(shown), "{}", html(&resume));
    }

    #[test]
    fn a_mail_link_has_no_headers() {
        for (email, links) in [("a@b.org", true), ("a@b.org?bcc=e@f.org", false), ("a b@c.org", false)] {
            let mut resume = Resume::default();
            resume.basics.set(Field::Email, Value::Text(email.into()));
            assert_eq!(html(&resume).contains("href"), links, "{email}");
            assert_eq!(crate::write::markdown(&resume).contains("mailto:"), links, "{email}");
        }
    }

    #[test]
    fn escapes_everything() {
        let mut resume = Resume::default();
        resume.basics.set(Field::Name, Value::Text("</title><script>\"&".into()));
        resume.basics.set(Field::Url, Value::Text("javascript:\"<x>".into()));
        let page = html(&resume);
        assert!(!page.contains("<script") && !page.contains("<x>") && !page.contains("href"), "{page}");
    }
}
