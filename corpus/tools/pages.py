"""Pages of our own, in layouts that people's résumés have: NAME -> make(resume, lang, path). They go through a browser like any other page."""

from functools import partial
from html import escape as e

import words
from model import SHORT, items, links, pairs, place, sections

PERSONAL = {  # Label words of forms: name, address, telephone, email, place, web
    "en": ("Name", "Address", "Telephone", "E-mail", "Personal information", "Website"),
    "de": ("Name", "Anschrift", "Telefon", "E-Mail", "Persönliche Daten", "Internet"),
    "fr": ("Nom", "Adresse", "Téléphone", "Courriel", "Informations personnelles", "Site web"),
    "es": ("Nombre", "Dirección", "Teléfono", "Correo electrónico", "Información personal", "Sitio web"),
    "pt": ("Nome", "Morada", "Telefone", "Correio eletrónico", "Informação pessoal", "Sítio web"),
    "it": ("Nome", "Indirizzo", "Telefono", "E-mail", "Informazioni personali", "Sito web"),
    "nl": ("Naam", "Adres", "Telefoon", "E-mail", "Persoonlijke gegevens", "Website"),
    "zh": ("姓名", "地址", "电话", "邮箱", "个人信息", "网站"),
    "ja": ("氏名", "住所", "電話番号", "メール", "基本情報", "ウェブサイト"),
}
EUROPASS = {  # Dates, position held, main activities, employer, qualification, school
    "en": ("Dates", "Occupation or position held", "Main activities and responsibilities", "Name and address of employer", "Title of qualification awarded", "Name of organisation providing education"),
    "de": ("Zeitraum", "Beruf oder Funktion", "Wichtigste Tätigkeiten und Zuständigkeiten", "Name und Adresse des Arbeitgebers", "Bezeichnung der erworbenen Qualifikation", "Name der Bildungseinrichtung"),
    "fr": ("Dates", "Fonction ou poste occupé", "Principales activités et responsabilités", "Nom et adresse de l'employeur", "Intitulé du diplôme délivré", "Nom de l'établissement d'enseignement"),
    "es": ("Fechas", "Profesión o cargo desempeñado", "Funciones y responsabilidades principales", "Nombre y dirección de la empresa", "Título de la cualificación obtenida", "Nombre de la organización educativa"),
    "pt": ("Datas", "Função ou cargo ocupado", "Principais atividades e responsabilidades", "Nome e endereço do empregador", "Designação da qualificação atribuída", "Nome da instituição de ensino"),
    "it": ("Date", "Lavoro o posizione ricoperti", "Principali attività e responsabilità", "Nome e indirizzo del datore di lavoro", "Titolo della qualifica rilasciata", "Nome dell'organizzazione erogatrice dell'istruzione"),
    "nl": ("Data", "Beroep of functie", "Voornaamste werkzaamheden en verantwoordelijkheden", "Naam en adres van werkgever", "Naam van het behaalde diploma", "Naam van de onderwijsinstelling"),
    "zh": ("时间", "职务", "主要工作内容", "工作单位", "学历", "学校名称"),
    "ja": ("期間", "職種・役職", "主な業務内容", "勤務先", "学位・資格", "学校名"),
}


def heading(section, lang, resume):
    """A heading; which of the usual ones depends on the person."""
    phrases = words.HEADINGS[lang].get(section) or words.HEADINGS["en"][section]
    return words.capital(phrases[len(resume["basics"]["name"]) % min(3, len(phrases))], lang)


def ul(values):
    return "<ul>" + "".join(f"<li>{e(v)}</li>" for v in values) + "</ul>" if values else ""


def p(*parts, sep=", ", tag="p", cls=""):
    inner = sep.join(x for x in parts if x)
    return f"<{tag} class='{cls}'>{inner}</{tag}>" if inner else ""


def body(item):
    """Text, bullets and named sub-projects of an entry."""
    groups = "".join(f"<p><b>{e(g['name'])}</b></p>" + ul(g.get("highlights", [])) for g in item.groups)
    return p(e(item.text)) + ul(item.bullets) + groups


def short_values(resume, section, sep=", ", end=": "):
    """Skills, languages or interests as lines: name and values."""
    if section == "languages":
        return [e(n) + (f" ({e(v[0])})" if v else "") for n, v in pairs(resume, section)]
    return [e(n) + (end if n and v else "") + e(sep.join(v)) for n, v in pairs(resume, section)]


def page(path, lang, css, content):
    path.write_text(f"<!doctype html><html lang={lang}><meta charset=utf-8><style>body{{font:11pt/1.35 'Liberation Sans','Noto Sans CJK SC',sans-serif;"
                    f"margin:2em}}ul{{margin:.2em 0 .6em}}p{{margin:.2em 0}}{css}</style><body>{content}</body></html>", "utf-8")


def contact(resume, country=False):
    b = resume["basics"]
    return [e(x) for x in (place(resume, country), b.get("phone"), b.get("email"), *links(resume, False)) if x]


# ------------------------------------------------------------------ the layouts

def classic(resume, lang, path):
    """Centred header; each entry a line with its date at the right, and the employer below."""
    b, out = resume["basics"], []
    out.append(f"<header><h1>{e(b['name'])}</h1>" + p(e(b.get("label", ""))) + p(*contact(resume), sep=" | ") + "</header>")
    if b.get("summary"):
        out.append(f"<h2>{heading('summary', lang, resume)}</h2>" + p(e(b["summary"])))
    for s in sections(resume):
        out.append(f"<h2>{heading(s, lang, resume)}</h2>")
        if s in SHORT:
            out.append(ul_plain(short_values(resume, s)))
        for i in [] if s in SHORT else items(resume, s, lang):
            out.append(f"<div class=row><b>{e(i.title)}</b><span>{e(i.when)}</span></div>")
            out.append(f"<div class=row><i>{e(i.org)}</i><span>{e(i.where)}</span></div>" if i.org or i.where else "")
            out.append(p(e(i.url)) + p(e(i.score)) + body(i))
    page(path, lang, "header{text-align:center}.row{display:flex;justify-content:space-between}h2{border-bottom:1px solid;font-size:13pt}", "".join(out))


def ul_plain(lines):
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def sidebar(resume, lang, path):
    """A coloured column with contact, skills and languages; the rest beside it."""
    b = resume["basics"]
    side = f"<h2>{heading('basics', lang, resume)}</h2>" + "".join(p(x) for x in contact(resume, True))
    for s in ("skills", "languages", "interests"):
        if resume.get(s):
            side += f"<h2>{heading(s, lang, resume)}</h2>"
            for name, values in pairs(resume, s):
                side += p(f"<b>{e(name)}</b>") + ("".join(p(e(v)) for v in values))
    main = f"<h1>{e(b['name'])}</h1>" + p(e(b.get("label", "")), cls="label")
    if b.get("summary"):
        main += f"<h2>{heading('summary', lang, resume)}</h2>" + p(e(b["summary"]))
    for s in sections(resume):
        if s not in SHORT:
            main += f"<h2>{heading(s, lang, resume)}</h2>"
            for i in items(resume, s, lang, "number"):
                main += p(f"<b>{e(i.title)}</b>") + p(e(i.org), e(i.where), sep=" · ") + p(e(i.when), cls="when") + p(e(i.url)) + p(e(i.score)) + body(i)
    page(path, lang, "body{display:flex;gap:2em}aside{width:30%;background:#eee;padding:1em}main{width:65%}h2{text-transform:uppercase;font-size:11pt}.when{color:#777}",
         f"<aside>{side}</aside><main>{main}</main>")


def margin(resume, lang, path, heads=False):
    """Dates in the margin; with `heads`, headings instead."""
    b = resume["basics"]
    rows = []
    if b.get("summary"):
        rows.append((heading("summary", lang, resume), p(e(b["summary"]))))
    for s in sections(resume):
        title = heading(s, lang, resume)
        if not heads:
            rows.append((None, f"<h2>{title}</h2>"))
        if s in SHORT:
            values = short_values(resume, s)
            rows.append((title if heads else "", p("; ".join(values)) if s == "languages" else "".join(p(v) for v in values)))
        for n, i in enumerate([] if s in SHORT else items(resume, s, lang, "year" if heads else "dot", "–")):
            left = (title if n == 0 else "") if heads else e(i.when)
            right = p(f"<b>{e(i.title)}</b>", e(i.org), e(i.where), e(i.when) if heads else "") + p(e(i.url)) + p(e(i.score)) + body(i)
            rows.append((left, right))
    table = "".join(f"<tr><td colspan=2>{r}</td></tr>" if l is None else f"<tr><td class=l>{l}</td><td>{r}</td></tr>" for l, r in rows)
    head = f"<h1>{e(b['name'])}</h1>" + p(e(b.get("label", ""))) + "".join(p(x) for x in contact(resume))
    page(path, lang, "td{vertical-align:top}.l{width:9.5em;color:#345}h2{border-top:2px solid #345}", head + f"<table>{table}</table>")


def tabular(resume, lang, path):
    """The form that German and many other résumés have: personal data in a table, then dates left and everything else right."""
    b, label = resume["basics"], PERSONAL[lang]
    born = {"en": "Date of birth", "de": "Geburtsdatum", "fr": "Date de naissance", "es": "Fecha de nacimiento", "pt": "Data de nascimento", "it": "Data di nascita", "nl": "Geboortedatum", "zh": "出生日期", "ja": "生年月日"}[lang]
    title = {"en": "Curriculum Vitae", "de": "Lebenslauf", "fr": "Curriculum vitæ", "es": "Currículum vítae", "pt": "Currículo", "it": "Curriculum vitae", "nl": "Curriculum vitae", "zh": "个人简历", "ja": "履歴書"}[lang]
    day = 1 + len(b["name"]) % 27
    rows = [(label[0], b["name"]), (label[1], place(resume)), (label[2], b.get("phone")), (label[3], b.get("email"))]
    rows += [(born, f"{day:02}.{1 + day % 12:02}.{1960 + day}")] if day % 2 else []
    rows += [(label[5], link) for link in links(resume)]
    out = f"<h1>{title}</h1><h2>{label[4]}</h2><table>" + "".join(f"<tr><td class=l>{e(k)}:</td><td>{e(v)}</td></tr>" for k, v in rows if v) + "</table>"
    if b.get("summary"):
        out += f"<h2>{heading('summary', lang, resume)}</h2>" + p(e(b["summary"]))
    for s in sections(resume, ["work", "education", "volunteer", "certificates", "projects", "awards", "publications", "languages", "skills", "interests", "references"]):
        out += f"<h2>{heading(s, lang, resume)}</h2><table>"
        if s in SHORT:
            out += "".join(f"<tr><td class=l>{e(n)}</td><td>{e(', '.join(v))}</td></tr>" for n, v in pairs(resume, s))
        for i in [] if s in SHORT else items(resume, s, lang, "number", " - "):
            out += f"<tr><td class=l>{e(i.when)}</td><td>" + p(f"<b>{e(i.title)}</b>") + p(e(i.org), e(i.where)) + p(e(i.url)) + p(e(i.score)) + body(i) + "</td></tr>"
        out += "</table>"
    page(path, lang, "td{vertical-align:top;padding:.2em}.l{width:12em}", out)


def europass(resume, lang, path):
    """The Europass of the 2000s: every field with its label in the left column."""
    b, label, words_ = resume["basics"], PERSONAL[lang], EUROPASS[lang]
    rows = [("<b>Europass<br>Curriculum Vitae</b>", ""), (f"<b>{label[4]}</b>", ""), (label[0], f"<b>{e(b['name'])}</b>"), (label[1], e(place(resume, True))),
            (label[2], e(b.get("phone", ""))), (label[3], e(b.get("email", "")))] + [(label[5], e(u)) for u in links(resume)]
    if b.get("summary"):
        rows.append((f"<b>{heading('summary', lang, resume)}</b>", e(b["summary"])))
    for s in sections(resume):
        rows.append((f"<b>{heading(s, lang, resume)}</b>", "" if s not in SHORT else "<br>".join(short_values(resume, s))))
        for i in [] if s in SHORT else items(resume, s, lang, "long"):
            if s in ("work", "education"):
                rows += [(words_[0], e(i.when)), (words_[1 if s == "work" else 4], e(i.title)), (words_[2], body(i)) if s == "work" else ("", ""),
                         (words_[3 if s == "work" else 5], e(", ".join(x for x in (i.org, i.where) if x))), ("", e(i.score))]
                rows += [("", e(", ".join(i.bullets)))] if s == "education" else []
            else:
                rows.append(("", p(e(i.when)) + p(f"<b>{e(i.title)}</b>", e(i.org)) + p(e(i.url)) + body(i)))
    table = "".join(f"<tr><td class=l>{l}</td><td>{r}</td></tr>" for l, r in rows if r or l.startswith("<b>"))
    page(path, lang, "td{vertical-align:top;padding:.15em .6em}.l{width:14em;text-align:right;border-right:1px solid}", f"<table>{table}</table>")


def europass_new(resume, lang, path):
    """The Europass of today: bracketed dates, and City and Country with labels."""
    b, label = resume["basics"], PERSONAL[lang]
    out = f"<h1>{e(b['name'])}</h1>" + p(*(f"<b>{k}:</b> {e(v)}" for k, v in zip((label[1], label[2], label[3]), (place(resume, True), b.get("phone"), b.get("email"))) if v), sep=" | ")
    out += p(*(f"<b>{label[5]}:</b> {e(u)}" for u in links(resume)), sep=" | ")
    if b.get("summary"):
        out += f"<h2>{heading('summary', lang, resume).upper()}</h2>" + p(e(b["summary"]))
    for s in sections(resume):
        out += f"<h2>{heading(s, lang, resume).upper()}</h2>"
        if s in SHORT:
            out += p(" | ".join(short_values(resume, s, " / ")))
        for i in [] if s in SHORT else items(resume, s, lang, "number", " – "):
            out += p(f"[ {e(i.when)} ]" if i.when else "", f"<b>{e(i.title)}</b>", sep=" ") + p(e(i.org), e(i.where), sep=" – ") + p(e(i.url)) + p(e(i.score)) + body(i)
    page(path, lang, "h2{color:#0e4194;border-bottom:1px solid;font-size:12pt}h1{font-size:18pt}", out)


def academic(resume, lang, path):
    """A scholar's curriculum: education first, publications as a list, everything with commas."""
    b = resume["basics"]
    out = f"<h1>{e(b['name'])}</h1>" + p(e(b.get("label", ""))) + p(e(place(resume))) + p(e(b.get("email", ""))) + p(e(b.get("phone", ""))) + "".join(p(e(u)) for u in links(resume))
    if b.get("summary"):
        out += f"<h2>{heading('summary', lang, resume)}</h2>" + p(e(b["summary"]))
    for s in sections(resume, ["education", "work", "publications", "awards", "projects", "certificates", "volunteer", "skills", "languages", "interests", "references"]):
        out += f"<h2>{heading(s, lang, resume)}</h2>"
        if s in SHORT:
            out += p(", ".join(short_values(resume, s)) + ".") if s == "languages" else ul_plain(short_values(resume, s))
        elif s in ("publications", "awards", "certificates"):
            out += "<ol>" + "".join(f"<li>{e(i.title)}." + (f" <i>{e(i.org)}</i>," if i.org else "") + f" {e(i.when)}." + (f" {e(i.url)}" if i.url else "") + p(e(i.text)) + "</li>"
                                    for i in items(resume, s, lang, "year")) + "</ol>"
        else:
            for i in items(resume, s, lang, "year", "–"):
                out += p(f"<b>{e(i.org)}</b>", e(i.where)) if i.org else ""
                out += p(e(i.title), e(i.when)) + p(e(i.url)) + p(e(i.score)) + body(i)
    page(path, lang, "body{font-family:'Liberation Serif','Noto Serif CJK SC',serif}h1{font-variant:small-caps}h2{font-size:12pt;text-transform:uppercase}", out)


def dense(resume, lang, path):
    """One line an entry, spaced capitals as headings, skills as one paragraph."""
    b = resume["basics"]
    out = f"<h1>{e(b['name'])}</h1>" + p(*contact(resume), sep=" • ") + p(e(b.get("label", ""))) + p(e(b.get("summary", "")))
    for s in sections(resume, ["skills", "work", "projects", "education", "certificates", "awards", "volunteer", "publications", "languages", "interests", "references"]):
        out += f"<h2>{heading(s, lang, resume)}</h2>"
        if s in SHORT:
            flat = [k for n, v in pairs(resume, s) for k in (v or [n])] if s == "skills" else short_values(resume, s)
            out += p(" • ".join(flat if s != "skills" else map(e, flat)))
        for i in [] if s in SHORT else items(resume, s, lang, "short", "-"):
            out += p(f"<b>{e(i.org or i.title)}</b>", e(i.title) if i.org else "", e(i.where), e(i.when), sep=" | ") + p(e(i.url)) + p(e(i.score)) + body(i)
    page(path, lang, "h2{letter-spacing:.45em;text-transform:uppercase;text-align:center;font-size:11pt}h1{text-align:center;letter-spacing:.1em}", out)


def timeline(resume, lang, path):
    """Date, place and employer above each other at the left, the position and what was done at the right."""
    b = resume["basics"]
    out = f"<div class=head><div><h1>{e(b['name'])}</h1>" + p(e(b.get("label", ""))) + "</div><div>" + "".join(p(x) for x in contact(resume, True)) + "</div></div>" + p(e(b.get("summary", "")))
    for s in sections(resume):
        out += f"<h2>{heading(s, lang, resume)}</h2>"
        if s in SHORT:
            out += "<div class=grid>" + "".join(f"<div>{v}</div>" for v in short_values(resume, s)) + "</div>"
        for i in [] if s in SHORT else items(resume, s, lang, "iso" if lang in ("zh", "ja") else "short", " — "):
            out += "<div class=entry><div class=l>" + p(e(i.when)) + p(e(i.org)) + p(e(i.where)) + "</div><div>" + p(f"<b>{e(i.title)}</b>") + p(e(i.url)) + p(e(i.score)) + body(i) + "</div></div>"
    page(path, lang, ".head,.entry{display:flex;gap:2em;justify-content:space-between}.entry{justify-content:flex-start}.l{width:14em;color:#555;flex:none}.grid{display:grid;grid-template-columns:1fr 1fr}", out)


def functional(resume, lang, path):
    """Labels in front of values, employer before position, dates in brackets at the end, underlined headings with colons."""
    b, label = resume["basics"], PERSONAL[lang]
    out = f"<h1>{e(b['name'])}</h1>"
    if b.get("label"):
        out += p(e(b["label"]))
    out += "".join(p(f"{k}: {e(v)}") for k, v in ((label[1], place(resume)), (label[2], b.get("phone")), (label[3], b.get("email"))) if v) + "".join(p(e(u)) for u in links(resume))
    for s in (["summary"] if b.get("summary") else []) + sections(resume, ["skills", "languages", "work", "education", "certificates", "volunteer", "awards", "publications", "projects", "interests", "references"]):
        out += f"<h3>{heading(s, lang, resume)}:</h3>"
        if s == "summary":
            out += p(e(b["summary"]))
        elif s in SHORT:
            out += "".join(p("- " + v) for v in short_values(resume, s)) if s != "interests" else p(", ".join(short_values(resume, s)))
        for i in [] if s in SHORT | {"summary"} else items(resume, s, lang, "long", " – "):
            out += p(f"<u>{e(i.org)}</u>" if i.org else "", e(i.title) + (f" ({e(i.when)})" if i.when else ""), sep=" – ") + p(e(i.where)) + p(e(i.url)) + p(e(i.score)) + p(e(i.text))
            out += "".join(p("- " + e(x)) for x in i.bullets) + "".join(p(e(g["name"])) + "".join(p("- " + e(x)) for x in g["highlights"]) for g in i.groups)
    page(path, lang, "h3{text-decoration:underline;margin:.8em 0 .2em}", out)


def boxes(resume, lang, path):
    """Two columns of boxes below a header: work and education at the left, all else at the right."""
    b = resume["basics"]
    head = f"<h1>{e(b['name']).upper()}</h1>" + p(e(b.get("label", ""))) + p(*contact(resume), sep=" / ") + p(e(b.get("summary", "")))
    left = right = ""
    for s in sections(resume):
        box = f"<h2>{heading(s, lang, resume)}</h2>"
        if s in SHORT:
            box += "".join(p(v) for v in short_values(resume, s))
        for i in [] if s in SHORT else items(resume, s, lang, "number"):
            box += p(f"<b>{e(i.org)}</b>" if s == "work" else f"<b>{e(i.title)}</b>") + p(e(i.title) if s == "work" else e(i.org), e(i.when), sep=", ") + p(e(i.where)) + p(e(i.url)) + p(e(i.score)) + body(i)
        if s in ("work", "projects", "volunteer"):
            left += box
        else:
            right += box
    page(path, lang, ".c{display:flex;gap:2em}.c>*{width:48%}h2{background:#def}", head + f"<div class=c><div>{left}</div><div>{right}</div></div>")


ALL = {"page-classic": classic, "page-sidebar": sidebar, "page-dates-left": margin, "page-heads-left": partial(margin, heads=True), "page-tabular": tabular,
       "page-europass": europass, "page-europass-new": europass_new, "page-academic": academic, "page-dense": dense, "page-timeline": timeline,
       "page-functional": functional, "page-boxes": boxes}
