"""Word documents, as people write them: NAME -> make(resume, lang, path)."""

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm

from model import SHORT, items, links, pairs, place, sections
from pages import PERSONAL, heading


def contact(resume):
    b = resume["basics"]
    return [x for x in (place(resume), b.get("phone"), b.get("email"), *links(resume, False)) if x]


def short_lines(resume, section, sep=", "):
    for name, values in pairs(resume, section):
        if section == "languages":
            yield name + (f" – {values[0]}" if values else "")
        else:
            yield name + (": " if name and values else "") + sep.join(values)


def body(where, item, style="List Bullet"):
    """Text, bullets and named sub-projects; `where` is a document or a cell of a table."""
    for text in (item.url, item.score, item.text):
        if text:
            where.add_paragraph(text)
    for bullet in item.bullets:
        where.add_paragraph(bullet, style)
    for group in item.groups:
        where.add_paragraph().add_run(group["name"]).bold = True
        for bullet in group.get("highlights", []):
            where.add_paragraph(bullet, style)


def tabbed(resume, lang, path):
    """Position and employer on one line, the date at a tab stop at the right."""
    doc, b = Document(), resume["basics"]
    doc.add_heading(b["name"], 0)
    for line in (b.get("label"), " | ".join(contact(resume))):
        if line:
            doc.add_paragraph(line)
    if b.get("summary"):
        doc.add_heading(heading("summary", lang, resume), 1)
        doc.add_paragraph(b["summary"])
    for s in sections(resume):
        doc.add_heading(heading(s, lang, resume), 1)
        for line in short_lines(resume, s) if s in SHORT else []:
            doc.add_paragraph(line)
        for i in [] if s in SHORT else items(resume, s, lang):
            line = doc.add_paragraph()
            line.paragraph_format.tab_stops.add_tab_stop(Cm(15.5), WD_TAB_ALIGNMENT.RIGHT)
            line.add_run(i.title).bold = True
            line.add_run((", " + i.org if i.org else "") + ("\t" + i.when if i.when else ""))
            if i.where:
                doc.add_paragraph(i.where)
            body(doc, i)
    doc.save(str(path))


def columns(resume, lang, path):
    """One table all the way down: dates left, everything else right; headings as rows of their own."""
    doc, b = Document(), resume["basics"]
    doc.add_paragraph().add_run(b["name"]).bold = True
    for line in [b.get("label"), *contact(resume)]:
        if line:
            doc.add_paragraph(line)
    table = doc.add_table(0, 2)
    if b.get("summary"):
        row = table.add_row().cells
        row[0].text, row[1].text = heading("summary", lang, resume), b["summary"]
    for s in sections(resume):
        row = table.add_row().cells
        row[0].text = heading(s, lang, resume).upper()
        if s in SHORT:
            row[1].text = "\n".join(short_lines(resume, s))
        for i in [] if s in SHORT else items(resume, s, lang, "number", " - "):
            cells = table.add_row().cells
            cells[0].text = i.when
            cells[1].text = i.title
            if i.org or i.where:
                cells[1].add_paragraph(", ".join(x for x in (i.org, i.where) if x))
            body(cells[1], i)
    doc.save(str(path))


def side(resume, lang, path):
    """A table of one row: a narrow cell with contact, skills and languages, and a wide one with the rest."""
    doc, b = Document(), resume["basics"]
    left, right = doc.add_table(1, 2).rows[0].cells
    left.text = b["name"]
    for line in [b.get("label"), *contact(resume)]:
        if line:
            left.add_paragraph(line)
    for s in sections(resume, ["skills", "languages", "interests", "certificates", "awards"]):
        left.add_paragraph("")
        left.add_paragraph().add_run(heading(s, lang, resume)).bold = True
        for line in short_lines(resume, s) if s in SHORT else (i.title + (", " + i.org if i.org else "") + (f" ({i.when})" if i.when else "") for i in items(resume, s, lang, "year")):
            left.add_paragraph(line)
    if b.get("summary"):
        right.add_paragraph().add_run(heading("summary", lang, resume)).bold = True
        right.add_paragraph(b["summary"])
    for s in sections(resume, ["work", "projects", "education", "volunteer", "publications", "references"]):
        right.add_paragraph("")
        right.add_paragraph().add_run(heading(s, lang, resume)).bold = True
        for i in items(resume, s, lang):
            right.add_paragraph(i.title)
            if i.org or i.where or i.when:
                right.add_paragraph(" | ".join(x for x in (i.org, i.where, i.when) if x))
            body(right, i)
    doc.save(str(path))


def plain(resume, lang, path):
    """No styles at all: capitals for headings, dashes for bullets, blank lines between entries."""
    doc, b = Document(), resume["basics"]
    for line in [b["name"].upper(), b.get("label"), *contact(resume)]:
        if line:
            doc.add_paragraph(line)
    if b.get("summary"):
        doc.add_paragraph("")
        doc.add_paragraph(b["summary"])
    for s in sections(resume, ["education", "work", "certificates", "skills", "languages", "volunteer", "projects", "publications", "awards", "interests", "references"]):
        doc.add_paragraph("")
        doc.add_paragraph(heading(s, lang, resume).upper())
        for line in short_lines(resume, s, "; ") if s in SHORT else []:
            doc.add_paragraph(line)
        for i in [] if s in SHORT else items(resume, s, lang, "dot", "-"):
            doc.add_paragraph(" ".join(x for x in (i.when + ":" if i.when else "", i.title) if x))
            if i.org or i.where:
                doc.add_paragraph(", ".join(x for x in (i.org, i.where) if x))
            for text in (i.url, i.score, i.text, *("- " + x for x in i.bullets)):
                if text:
                    doc.add_paragraph(text)
            for group in i.groups:
                doc.add_paragraph(group["name"] + ":")
                for bullet in group.get("highlights", []):
                    doc.add_paragraph("- " + bullet)
    doc.save(str(path))


def form(resume, lang, path):
    """A form: one table a section with a cell for every field, and the field's name before or above it."""
    doc, b, label = Document(), resume["basics"], PERSONAL[lang]
    doc.add_heading(label[4], 2)
    table = doc.add_table(0, 2)
    for key, value in zip(label, (b["name"], place(resume), b.get("phone"), b.get("email"))):
        if value:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = key, value
    for link in links(resume):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label[5], link
    if b.get("summary"):
        doc.add_heading(heading("summary", lang, resume), 2)
        doc.add_paragraph(b["summary"])
    for s in sections(resume):
        doc.add_heading(heading(s, lang, resume), 2)
        rows = pairs(resume, s) if s in SHORT else ()
        table = doc.add_table(0, 2 if s in SHORT else 3)
        for name, values in rows:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = name, ", ".join(values)
        for i in [] if s in SHORT else items(resume, s, lang, "iso", " ~ " if lang in ("zh", "ja") else " - "):
            cells = table.add_row().cells
            cells[0].text, cells[1].text, cells[2].text = i.when, i.org or i.title, i.title if i.org else ""
            if i.where:
                cells[1].add_paragraph(i.where)
            body(cells[2], i)
    doc.save(str(path))


ALL = {"word-tabbed": tabbed, "word-columns": columns, "word-side": side, "word-plain": plain, "word-form": form}
