"""Programs that write résumés or convert them, and the texts of LinkedIn: NAME -> (kind, make(resume, lang, path), ways)."""

import html
import json
import os
import re
import subprocess
from functools import partial

import linkedin
import pages
from extract import run
from model import ORDER, SHORT, date, items, links, pairs, place, sections
from pages import heading

RENDERCV = os.environ.get("RENDERCV", "rendercv")
LOCALES = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "pt": "portuguese", "it": "italian", "nl": "dutch", "zh": "mandarin_chinese", "ja": "japanese"}
NETWORKS = {"LinkedIn", "GitHub", "GitLab", "ORCID", "Mastodon", "StackOverflow", "ResearchGate", "YouTube", "Google Scholar", "Telegram", "X", "Instagram"}


# ------------------------------------------------------------------ RenderCV

def rendercv(resume, lang, path, theme, what):
    """A CV of RenderCV's; `what` is pdf, md or html."""
    b, out = resume["basics"], {}
    if b.get("summary"):
        out[heading("summary", lang, resume)] = [b["summary"]]
    for s in sections(resume):
        entries = []
        for e in resume[s]:
            dates = {k: v for k, v in (("start_date", e.get("startDate")), ("end_date", e.get("endDate") or ("present" if e.get("startDate") else None))) if v}
            if len(dates) == 1 and "end_date" in dates:
                dates = {"date": dates["end_date"]}
            if s == "work":
                entries.append({"company": e.get("name") or "–", "position": e.get("position") or "–", "location": e.get("location"), "summary": e.get("summary"), "highlights": e.get("highlights"), **dates})
            elif s == "volunteer":
                entries.append({"company": e["organization"], "position": e.get("position", ""), "summary": e.get("summary"), "highlights": e.get("highlights"), **dates})
            elif s == "education":
                entries.append({"institution": e["institution"], "area": e.get("area") or e.get("studyType") or "–", "degree": e.get("studyType") if e.get("area") else None, "location": e.get("location"),
                                "highlights": ([e["score"]] if e.get("score") else []) + e.get("courses", []), **dates})
            elif s == "projects":
                entries.append({"name": e["name"], "summary": e.get("description"), "highlights": e.get("highlights"), **dates})
            elif s in ("certificates", "awards"):
                line = ", ".join(x for x in (e.get("name") or e.get("title"), e.get("issuer") or e.get("awarder")) if x)
                entries.append({"bullet": line + (f" ({date(e['date'], 'short', lang)})" if e.get("date") else "")})
            elif s == "publications":
                entries.append({"title": e["name"], "authors": [b["name"]], "journal": e.get("publisher"), "url": e.get("url"), "date": e.get("releaseDate")})
            elif s == "references":
                entries.append({"name": e.get("name", ""), "summary": e.get("reference")})
            elif s == "interests":
                entries.append({"bullet": e["name"]})
            else:
                name, values = next(pairs({s: [e]}, s))
                entries.append({"label": name, "details": ", ".join(values)} if values else {"bullet": name})
        entries = [{k: v for k, v in e.items() if v} for e in entries]
        if len({tuple(sorted(k for k in e if k in ("label", "bullet"))) for e in entries}) > 1:
            entries = [e if "bullet" in e else {"bullet": f"{e['label']}: {e['details']}"} for e in entries]
        out[heading(s, lang, resume)] = entries
    social = [{"network": p["network"], "username": p["username"]} for p in b.get("profiles", []) if p.get("network") in NETWORKS and "@" not in p["username"] and (p["network"] != "Mastodon")]
    cv = {"name": b["name"], "headline": b.get("label"), "location": place(resume, full=False), "email": b.get("email"), "website": b.get("url"), "social_networks": social, "sections": out}
    cv = {"cv": {k: v for k, v in cv.items() if v}, "design": {"theme": theme}, "locale": {"language": LOCALES[lang]}}
    cv["cv"]["custom_connections"] = [{"fontawesome_icon": "phone", "placeholder": b["phone"], "url": "https://example.com"}] if b.get("phone") and what == "pdf" else []
    source = path.parent / "cv.yaml"
    source.write_text(json.dumps(cv, ensure_ascii=False), "utf-8")
    icons = path.parent / "cache/typst/packages/preview/fontawesome/0.6.0"  # RenderCV fetches icons from the web: here are none.
    icons.mkdir(parents=True, exist_ok=True)
    (icons / "typst.toml").write_text('[package]\nname = "fontawesome"\nversion = "0.6.0"\nentrypoint = "lib.typ"\n', "utf-8")
    (icons / "lib.typ").write_text("#let fa-icon(name, ..rest) = none\n", "utf-8")
    done = subprocess.run([RENDERCV, "render", source.name, f"-{what}", str(path), "-nopng"], cwd=path.parent, capture_output=True, text=True, timeout=600,
                          env=os.environ | {"XDG_CACHE_HOME": str(path.parent / "cache")})
    if not path.exists():
        raise RuntimeError(done.stdout[-600:] + done.stderr[-300:])


# ------------------------------------------------------------------ Markdown, by pandoc

def markdown(resume, lang, style):
    """Markdown as people write it: with headings for entries, or with bold lines."""
    b = resume["basics"]
    out = [f"# {b['name']}", *([f"*{b['label']}*"] if b.get("label") else [])]
    contact = [x for x in (place(resume), b.get("phone"), b.get("email"), *links(resume)) if x]
    out += [" · ".join(contact)] if style == "headings" else ["\n".join(f"- {c}" for c in contact)]
    if b.get("summary"):
        out += [f"## {heading('summary', lang, resume)}", b["summary"]]
    for s in sections(resume):
        out.append(f"## {heading(s, lang, resume)}")
        if s in SHORT:
            lines = [f"**{n}:** {', '.join(v)}" if v else n for n, v in pairs(resume, s)]
            out.append("\n".join(f"- {x}" for x in lines))
        for i in [] if s in SHORT else items(resume, s, lang, "long" if style == "headings" else "number"):
            if style == "headings":
                out += [f"### {i.title}" + (f" — {i.org}" if i.org else "")] + ([" | ".join(f"*{x}*" for x in (i.when, i.where) if x)] if i.when or i.where else [])
            else:
                out += ["**" + i.title + "**  \n" + "  \n".join(x for x in (", ".join(y for y in (i.org, i.where) if y), i.when) if x)]
            out += [x for x in (i.url, i.score, i.text) if x]
            out += ["\n".join(f"- {x}" for x in i.bullets)] if i.bullets else []
            for group in i.groups:
                out += [f"**{group['name']}**", "\n".join(f"- {x}" for x in group.get("highlights", []))]
    return "\n\n".join(out) + "\n"


def by_pandoc(resume, lang, path, style):
    text = markdown(resume, lang, style)
    if path.suffix == ".md":
        path.write_text(text, "utf-8")
    else:
        run("pandoc", "-f", "markdown", "-s", "--metadata", "title= ", "-o", path, stdin=text.encode())


# ------------------------------------------------------------------ Typst and WeasyPrint

TYPST = {
    "typst-right": '''#set text(font: ("Liberation Serif", "Noto Serif CJK SC"), size: 10.5pt)
#let head(t) = [#v(6pt) #text(weight: "bold", size: 12pt, smallcaps(t)) #line(length: 100%)]
#let entry(i) = block[#text(weight: "bold", i.title) #h(1fr) #i.when \\ #if i.org != "" or i.where != "" [#emph(i.org) #h(1fr) #i.where]]''',
    "typst-left": '''#set text(font: ("Liberation Sans", "Noto Sans CJK SC"), size: 10pt)
#let head(t) = [#v(8pt) #text(fill: blue, size: 13pt, t)]
#let entry(i) = grid(columns: (3.6cm, 1fr), gutter: 10pt, i.when, [#text(weight: "bold", i.title)#if i.org != "" [, #emph(i.org)]#if i.where != "" [, #i.where]])''',
}
TYPST_BODY = '''
#let cv = json("cv.json")
#align(center)[#text(size: 20pt, weight: "bold", cv.name) \\ #cv.label \\ #cv.contact.join("  |  ")]
#for s in cv.sections {
  head(s.title)
  for x in s.lines { par(x) }
  for i in s.entries {
    entry(i)
    for x in (i.url, i.score, i.text) { if x != "" { par(x) } }
    if i.bullets.len() > 0 { list(..i.bullets) }
    for g in i.groups { par(strong(g.name)); list(..g.highlights) }
  }
}
'''


def by_typst(resume, lang, path, style):
    import typst
    b = resume["basics"]
    parts = [{"title": heading("summary", lang, resume), "lines": [b["summary"]], "entries": []}] if b.get("summary") else []
    for s in sections(resume):
        lines = [n + (": " if v else "") + ", ".join(v) for n, v in pairs(resume, s)] if s in SHORT else []
        entries = [vars(i) for i in items(resume, s, lang, "short" if style == "typst-right" else "number")] if s not in SHORT else []
        parts.append({"title": heading(s, lang, resume), "lines": lines, "entries": entries})
    contact = [x for x in (place(resume), b.get("phone"), b.get("email"), *links(resume, False)) if x]
    (path.parent / "cv.json").write_text(json.dumps({"name": b["name"], "label": b.get("label", ""), "contact": contact, "sections": parts}), "utf-8")
    source = path.parent / "cv.typ"
    source.write_text(TYPST[style] + TYPST_BODY, "utf-8")
    typst.compile(str(source), output=str(path))


def by_weasyprint(resume, lang, path, layout):
    from weasyprint import HTML
    page = path.parent / "page.html"
    pages.ALL[layout](resume, lang, page)
    HTML(filename=str(page)).write_pdf(str(path))


# ------------------------------------------------------------------ ancv, for terminals

def ancv(resume, lang, path):
    """The terminal's view. It takes whole dates only."""
    whole = json.loads(json.dumps(resume))
    for section in whole.values():
        for entry in section if isinstance(section, list) else []:
            for key in [k for k in entry if k.lower().endswith("date")]:
                entry[key] = (entry[key] + "-01-01"[len(entry[key]) - 4:])[:10]
    whole["meta"] = {"config": {"template": "Sequential", "ascii_only": False, "language": lang if lang in ("en", "de", "es", "fr") else "en", "theme": "plain"}}
    source = path.parent / "whole.json"
    source.write_text(json.dumps(whole), "utf-8")
    done = subprocess.run([os.environ.get("ANCV", "ancv"), "render", str(source)], capture_output=True, env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}, timeout=600, check=True)
    lines = [line for line in done.stdout.decode("utf-8").splitlines() if not line.startswith('{"event"')]  # It logs to the same place.
    path.write_text(re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(line.rstrip() for line in lines)) + "\n", "utf-8")


# ------------------------------------------------------------------ HackMyResume

def hackmyresume(resume, lang, path, theme, named):
    """A file of HackMyResume's. It wants every section, and reads employers under the name they had before the schema's first
    version: unless `named`, as people give it files of today, it shows none."""
    whole = {s: [] for s in ORDER} | resume
    whole["skills"] = [{"keywords": []} | e for e in whole["skills"]]
    whole["interests"] = [{"keywords": []} | e for e in whole["interests"]]
    whole["work"] = [{"highlights": []} | e | ({"company": e.get("name", "")} if named else {}) for e in whole["work"]]
    source = path.parent / "whole.json"
    source.write_text(json.dumps(whole), "utf-8")
    run("hackmyresume", "build", source, "to", path, "-t", theme)
    if path.suffix != ".html":  # It writes apostrophes as a page's source would.
        path.write_text(html.unescape(path.read_text("utf-8")), "utf-8")


PDF_WAYS = ["pdf", "layout", "pdfraw", "mupdf", "pypdf"]  # pdfminer gives RenderCV's dates apart from everything else.
ALL = {f"rendercv-{theme}": ("pdf", partial(rendercv, theme=theme, what="pdf"), PDF_WAYS[i % 5:] + PDF_WAYS[:i % 5])
       for i, theme in enumerate("classic sb2nov engineeringresumes engineeringclassic moderncv harvard ember ink opal".split())}
ALL |= {
    "rendercv-markdown": ("md", partial(rendercv, theme="classic", what="md"), ["md"]),
    "pandoc-headings": ("md", partial(by_pandoc, style="headings"), ["md"]),
    "pandoc-bold": ("md", partial(by_pandoc, style="bold"), ["md"]),
    "pandoc-headings-docx": ("docx", partial(by_pandoc, style="headings"), ["docx2txt", "docx-pandoc", "docx-mammoth"]),
    "pandoc-bold-docx": ("docx", partial(by_pandoc, style="bold"), ["docx-mammoth", "docx-debian", "docx2txt"]),
    "pandoc-headings-html": ("html", partial(by_pandoc, style="headings"), ["copy", "w3m", "lynx", "pdf"]),
    "typst-right": ("pdf", partial(by_typst, style="typst-right"), ["pdf", "layout", "mupdf", "pypdf"]),
    "typst-left": ("pdf", partial(by_typst, style="typst-left"), ["pdf", "layout", "pdfminer", "pdfraw"]),
    "weasyprint-sidebar": ("pdf", partial(by_weasyprint, layout="page-sidebar"), ["pdf", "layout", "pdfminer"]),
    "weasyprint-tabular": ("pdf", partial(by_weasyprint, layout="page-tabular"), ["layout", "pdf", "mupdf"]),
    "weasyprint-timeline": ("pdf", partial(by_weasyprint, layout="page-timeline"), ["pdfraw", "layout", "pypdf"]),
    "ancv": ("text", ancv, ["text"]),
    "hackmyresume-txt": ("txt", partial(hackmyresume, theme="modern", named=False), ["text"]),
    "hackmyresume-md": ("md", partial(hackmyresume, theme="modern", named=False), ["md"]),
    "hackmyresume-named-txt": ("txt", partial(hackmyresume, theme="modern", named=True), ["text"]),
    "hackmyresume-named-md": ("md", partial(hackmyresume, theme="modern", named=True), ["md"]),
    "hackmyresume-positive": ("html", partial(hackmyresume, theme="positive", named=False), ["copy", "pdf", "layout", "select"]),
    "hackmyresume-modern": ("html", partial(hackmyresume, theme="modern", named=True), ["copy", "pdf", "layout", "select"]),
    "linkedin-pdf": ("text", linkedin.pdf, ["linkedin-pdf"]),
    "linkedin-pdf-layout": ("text", partial(linkedin.pdf, beside=True), ["layout-text"]),
    "linkedin-web": ("text", linkedin.web, ["linkedin-web"]),
    "linkedin-web-once": ("text", partial(linkedin.web, twice=False), ["linkedin-web"]),
}
