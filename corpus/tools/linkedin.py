"""LinkedIn's two texts, imitated: the PDF that "Save to PDF" gives, and what selecting a profile's page copies."""

import random
import unicodedata

import words
from model import COUNTRY, date, pairs

WORDS = {
    "en": dict(contact="Contact", top="Top Skills", languages="Languages", certificates="Certifications", awards="Honors-Awards", publications="Publications", summary="Summary", work="Experience", education="Education", page="Page {} of {}", year="year|years", month="month|months", present="Present", about="About", full="Full-time", self="Self-employed", show="Show all {}", logo="{} logo", info="Contact info", more="500+ connections", issued="Issued {}", skills="Skills", licenses="Licenses & certifications", volunteer="Volunteering", projects="Projects", honors="Honors & awards", refs="Recommendations", site="On-site", yr="yr|yrs", mo="mo|mos", see="Show credential", by="Issued by {}", assoc="Show project", other="Other", personal="Personal", mobile="Mobile"),
    "de": dict(contact="Kontakt", top="Top-Kenntnisse", languages="Languages", certificates="Certifications", awards="Honors-Awards", publications="Publications", summary="Zusammenfassung", work="Berufserfahrung", education="Ausbildung", page="Page {} of {}", year="Jahr|Jahre", month="Monat|Monate", present="Present", about="Info", full="Vollzeit", self="Selbstständig", show="Alle {} anzeigen", logo="{} Logo", info="Kontaktinfo", more="Mehr als 500 Kontakte", issued="Ausgestellt: {}", skills="Kenntnisse", licenses="Bescheinigungen und Zertifikate", volunteer="Ehrenamt", projects="Projekte", honors="Auszeichnungen", refs="Empfehlungen", site="Vor Ort", yr="Jahr|Jahre", mo="Monat|Monate", see="Nachweis anzeigen", by="Ausgestellt von {}", assoc="Projekt anzeigen", other="Andere", personal="Persönlich", mobile="Mobile"),
    "fr": dict(contact="Coordonnées", top="Principales compétences", languages="Languages", certificates="Certifications", awards="Honors-Awards", publications="Publications", summary="Résumé", work="Expérience", education="Formation", page="Page {} sur {}", year="an|ans", month="mois|mois", present="Present", about="Infos", full="Temps plein", self="Indépendant", show="Afficher les {}", logo="Logo de {}", info="Coordonnées", more="Plus de 500 relations", issued="Émise le {}", skills="Compétences", licenses="Licences et certifications", volunteer="Expérience de bénévolat", projects="Projets", honors="Distinctions et prix", refs="Recommandations", site="Sur site", yr="an|ans", mo="mois|mois", see="Afficher l’identifiant", by="Émise par {}", assoc="Voir le projet", other="Autre", personal="Personnel", mobile="Mobile"),
    "es": dict(contact="Contactar", top="Aptitudes principales", languages="Languages", certificates="Certifications", awards="Honors-Awards", publications="Publications", summary="Extracto", work="Experiencia", education="Educación", page="Page {} of {}", year="año|años", month="mes|meses", present="Present", about="Acerca de", full="Jornada completa", self="Profesional independiente", show="Mostrar las {}", logo="Logotipo de {}", info="Información de contacto", more="Más de 500 contactos", issued="Expedición: {}", skills="Conocimientos y aptitudes", licenses="Licencias y certificaciones", volunteer="Voluntariado", projects="Proyectos", honors="Reconocimientos y premios", refs="Recomendaciones", site="Presencial", yr="año|años", mo="mes|meses", see="Mostrar credencial", by="Expedida por {}", assoc="Mostrar proyecto", other="Otro", personal="Personal", mobile="Mobile"),
    "pt": dict(contact="Contato", top="Principais competências", languages="Languages", certificates="Certifications", awards="Honors-Awards", publications="Publications", summary="Resumo", work="Experiência", education="Formação acadêmica", page="Page {} of {}", year="ano|anos", month="mês|meses", present="Present", about="Sobre", full="Tempo integral", self="Autônomo", show="Exibir todas as {}", logo="Logo da empresa {}", info="Informações de contato", more="Mais de 500 conexões", issued="Emitido em {}", skills="Competências", licenses="Licenças e certificados", volunteer="Experiência como voluntário", projects="Projetos", honors="Reconhecimentos e prêmios", refs="Recomendações", site="Presencial", yr="ano|anos", mo="mês|meses", see="Exibir credencial", by="Emitido por {}", assoc="Exibir projeto", other="Outros", personal="Pessoal", mobile="Mobile"),
    "it": dict(contact="Contatti", top="Competenze principali", languages="Languages", certificates="Certifications", awards="Honors-Awards", publications="Publications", summary="Riepilogo", work="Esperienza", education="Formazione", page="Page {} of {}", year="anno|anni", month="mese|mesi", present="Present", about="Informazioni", full="A tempo pieno", self="Autonomo", show="Mostra tutte le {}", logo="Logo di {}", info="Informazioni di contatto", more="Più di 500 collegamenti", issued="Data di rilascio: {}", skills="Competenze", licenses="Licenze e certificazioni", volunteer="Esperienza di volontariato", projects="Progetti", honors="Riconoscimenti e premi", refs="Referenze", site="In sede", yr="anno|anni", mo="mese|mesi", see="Mostra credenziale", by="Rilasciata da {}", assoc="Mostra progetto", other="Altro", personal="Personale", mobile="Mobile"),
    "nl": dict(contact="Contact", top="Belangrijkste vaardigheden", languages="Languages", certificates="Certifications", awards="Honors-Awards", publications="Publications", summary="Samenvatting", work="Ervaring", education="Opleiding", page="Page {} of {}", year="jaar|jaar", month="maand|maanden", present="Present", about="Info", full="Fulltime", self="Freelance", show="Alle {} weergeven", logo="Logo van {}", info="Contactgegevens", more="Meer dan 500 connecties", issued="Toegekend op {}", skills="Vaardigheden", licenses="Licenties en certificaten", volunteer="Vrijwilligerswerk", projects="Projecten", honors="Onderscheidingen en prijzen", refs="Aanbevelingen", site="Op locatie", yr="jaar|jaar", mo="maand|maanden", see="Credential weergeven", by="Toegekend door {}", assoc="Project weergeven", other="Overig", personal="Persoonlijk", mobile="Mobile"),
    "zh": dict(contact="联系方式", top="热门技能", languages="Languages", certificates="Certifications", awards="Honors-Awards", publications="Publications", summary="个人简介", work="工作经历", education="教育经历", page="Page {} of {}", year="年|年", month="个月|个月", present="Present", about="关于", full="全职", self="自由职业", show="显示全部 {} 项", logo="{} 徽标", info="联系信息", more="超过 500 位好友", issued="发证日期：{}", skills="技能", licenses="资格认证", volunteer="志愿者经历", projects="项目经历", honors="荣誉奖项", refs="推荐信", site="现场办公", yr="年|年", mo="个月|个月", see="显示证书", by="颁发机构：{}", assoc="显示项目", other="其他", personal="个人", mobile="Mobile"),
    "ja": dict(contact="連絡先", top="トップスキル", languages="Languages", certificates="Certifications", awards="Honors-Awards", publications="Publications", summary="概要", work="職歴", education="学歴", page="Page {} of {}", year="年|年", month="ヶ月|ヶ月", present="Present", about="自己紹介", full="正社員", self="フリーランス", show="{}件すべてを表示", logo="{}のロゴ", info="連絡先情報", more="つながり: 500人以上", issued="発行日: {}", skills="スキル", licenses="ライセンスと資格", volunteer="ボランティア経験", projects="プロジェクト", honors="受賞歴", refs="推薦", site="オンサイト勤務", yr="年|年", mo="ヶ月|ヶ月", see="認定資格を表示", by="発行元: {}", assoc="プロジェクトを表示", other="その他", personal="個人", mobile="Mobile"),
}
NOW = (2026, 11)


def duration(start, end, w, short=False):
    """How long, as LinkedIn counts: both months are part of it."""
    y2, m2 = (int(end[:4]), int(end[5:7] or 0)) if end else NOW
    y1, m1 = int(start[:4]), int(start[5:7] or 0)
    total = (y2 - y1) * 12 + (m2 - m1 + 1 if m1 and m2 else 0)
    parts = [(total // 12, w["yr" if short else "year"]), (total % 12, w["mo" if short else "month"])]
    tight = w["year"].startswith("年")
    return " ".join(f"{n}{'' if tight else ' '}{names.split('|')[n > 1]}" for n, names in parts if n) or f"1{'' if tight else ' '}{w['mo' if short else 'month'].split('|')[0]}"


def employers(resume):
    """Work, with neighbours of one employer together."""
    out = []
    for e in resume.get("work", []):
        if out and e.get("name") and out[-1][0].get("name") == e["name"]:
            out[-1].append(e)
        else:
            out.append([e])
    return out


def skills(resume):
    return [k for name, values in pairs(resume, "skills") for k in (values or [name])]


def where(resume):
    at = resume["basics"].get("location", {})
    parts = [at.get("city"), at.get("region"), COUNTRY.get(at.get("countryCode"))]
    return ", ".join(dict.fromkeys(p for p in parts if p))


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text, limit):
    """Lines no wider than `limit`, broken at spaces and hyphens, or anywhere in Chinese and Japanese."""
    lines, line, last = [], "", 0
    for char in text:
        line += char
        if char in " -/" or width(char) == 2:
            last = len(line)
        if width(line.rstrip()) > limit and last and last < len(line):
            lines.append(line[:last].rstrip())
            line, last = line[last:], 0
    return lines + [line.rstrip()]


def described(entry, bullet):
    """Summary and bullets as one plain description."""
    grouped = {h for g in entry.get("groups", []) for h in g.get("highlights", [])}
    lines = [entry["summary"]] if entry.get("summary") else []
    lines += [bullet + h for h in entry.get("highlights", []) if h not in grouped]
    for group in entry.get("groups", []):
        lines += [group["name"]] + [bullet + h for h in group.get("highlights", [])]
    return lines


def columns(resume, lang):
    """The PDF's two columns, each a list of lines."""
    w, b = WORDS[lang], resume["basics"]
    rng = random.Random(b["name"])
    bullet = rng.choice(["- ", "• ", "* ", "- "])
    side, main = [w["contact"]], []
    if b.get("phone"):
        side.append(f"{b['phone']} ({w['mobile']})")
    side.append(b.get("email", ""))
    for profile in sorted(b.get("profiles", []), key=lambda p: p.get("network") != "LinkedIn"):
        if profile.get("url"):
            kind = "LinkedIn" if profile.get("network") == "LinkedIn" else w["other"]
            side.append(profile["url"].split("//")[-1] + f" ({kind})")
    if b.get("url"):
        side.append(b["url"].split("//")[-1] + f" ({w['personal']})")
    blocks = [(w["top"], skills(resume)[:3] if "Nameq" not in b["name"] else skills(resume)),
              (w["languages"], [n + (f" ({v[0]})" if v else "") for n, v in pairs(resume, "languages")])]
    blocks += [(w[s], [e.get("name") or e.get("title") for e in resume.get(s, [])]) for s in ("certificates", "awards", "publications")]
    for title, values in blocks:
        if values:
            side += ["", title, *values]
    main += [b["name"], *([b["label"]] if b.get("label") else []), where(resume)]
    if b.get("summary"):
        main += ["", w["summary"], b["summary"]]
    if resume.get("work"):
        main += ["", w["work"]]
    for roles in employers(resume):
        main.append(roles[0].get("name", ""))
        if len(roles) > 1:
            main.append(duration(roles[-1]["startDate"], roles[0].get("endDate"), w))
        for e in roles:
            end = date(e["endDate"], "long", lang) if e.get("endDate") else w["present"]
            main += [e.get("position", ""), f"{date(e['startDate'], 'long', lang)} - {end} ({duration(e['startDate'], e.get('endDate'), w)})"]
            main += ([e["location"]] if e.get("location") else []) + described(e, bullet) + [""]
    if resume.get("education"):
        main += [w["education"]]
    for e in resume.get("education", []):
        degree = ", ".join(x for x in (e.get("studyType"), e.get("area")) if x)
        dates = " - ".join(date(e[k], "long", lang) for k in ("startDate", "endDate") if e.get(k))
        main += [e["institution"], degree + (f" · ({dates})" if dates else ""), ""]
    return [x for line in side for x in (wrap(line, 30) if line else [""])], [x for line in main for x in (wrap(line, 84) if line else [""])], w


def pdf(resume, lang, path, beside=False):
    """`beside` puts the columns side by side, as a layout-preserving extraction does; else the narrow one comes first."""
    side, main, w = columns(resume, lang)
    rows = [s + " " * (36 - width(s)) + m for s, m in zip(side + [""] * len(main), main + [""] * max(0, len(side) - len(main)))] if beside else side + [""] + main
    pages = [rows[i:i + 52] for i in range(0, len(rows), 52)]
    foot = " " * 40 if beside else ""
    path.write_text("\f".join("\n".join(r.rstrip() for r in rows) + f"\n\n{foot}{w['page'].format(n, len(pages))}\n" for n, rows in enumerate(pages, 1)), "utf-8")


def web(resume, lang, path, twice=True):
    """A profile's page; with `twice`, every text doubles, once for the eye and once for screen readers."""
    w, b, out = WORDS[lang], resume["basics"], []
    rng = random.Random(b["name"] + str(twice))
    bullet, noise = rng.choice(["• ", "- ", "• "]), rng.random() < 0.5
    now = {"pt": "o momento", "es": "actualidad"}.get(lang) or words.present(lang) if lang != "en" else "Present"

    def say(*lines):
        lines = [x for line in lines for x in line.split("\n") if x]
        out.extend(lines * 2 if twice and len(lines) > 1 else [x for x in lines for _ in range(2 if twice else 1)])

    def dates(e, style="short"):
        end = date(e["endDate"], style, lang) if e.get("endDate") else now
        return f"{date(e['startDate'], style, lang)} - {end} · {duration(e['startDate'], e.get('endDate'), w, True)}"

    def title(text):
        out.append("")
        say(text)

    if noise:
        out += ["LinkedIn", ""]
    say(b["name"])
    if b.get("label"):
        say(b["label"])
    out += [where(resume) + " ", "· ", w["info"], w["more"]]
    if b.get("summary"):
        title(w["about"])
        say(b["summary"])
    if resume.get("work"):
        title(w["work"])
    for roles in employers(resume):
        name = roles[0].get("name", "")
        out.append(w["logo"].format(name))
        if len(roles) > 1:
            say(name)
            say(f"{w['full']} · {duration(roles[-1]['startDate'], roles[0].get('endDate'), w, True)}")
        for e in roles:
            say(e.get("position", ""))
            if len(roles) == 1:
                say(name + (f" · {w['full']}" if rng.random() < 0.6 else ""))
            say(dates(e))
            if e.get("location"):
                say(e["location"] + (f" · {w['site']}" if noise and rng.random() < 0.5 else ""))
            lines = described(e, bullet)
            if lines:
                say("\n".join(lines))
    if noise and len(resume.get("work", [])) > 3:
        out.append(w["show"].format(len(resume["work"])))
    for e in resume.get("education", []):
        if e is resume["education"][0]:
            title(w["education"])
        out.append(w["logo"].format(e["institution"]))
        say(e["institution"])
        if e.get("studyType") or e.get("area"):
            say(", ".join(x for x in (e.get("studyType"), e.get("area")) if x))
        if e.get("startDate") or e.get("endDate"):
            say(" - ".join(date(e[k], "short", lang) for k in ("startDate", "endDate") if e.get(k)))
    for s, head, org, day in (("certificates", "licenses", "issuer", "date"), ("volunteer", "volunteer", "organization", None), ("projects", "projects", None, None),
                              ("publications", "publications", "publisher", "releaseDate"), ("awards", "honors", "awarder", "date")):
        if resume.get(s):
            title(words.heading("publications", lang) if s == "publications" else w[head])
        for e in resume.get(s, []):
            say(e.get("position") or e.get("name") or e.get("title"))
            if s in ("publications", "awards"):
                line = [w["by"].format(e[org]) if s == "awards" and e.get(org) else e.get(org), date(e[day], "short", lang) if e.get(day) else None]
                if any(line):
                    say(" · ".join(x for x in line if x))
            else:
                if org and e.get(org):
                    say(e[org])
                if e.get("date"):
                    say(w["issued"].format(date(e["date"], "short", lang)))
                if e.get("startDate"):
                    say(dates(e) if s == "volunteer" else " - ".join([date(e["startDate"], "short", lang), date(e["endDate"], "short", lang) if e.get("endDate") else now]))
            if s == "certificates" and noise:
                out.append(w["see"])
            for text in (e.get("summary"), e.get("description")):
                if text:
                    say(text)
            if e.get("highlights"):
                say("\n".join(bullet + h for h in e["highlights"]))
    if resume.get("skills"):
        title(w["skills"])
        for skill in skills(resume):
            say(skill)
        out.append(w["show"].format(len(skills(resume)) + 9))
    if resume.get("references"):
        title(w["refs"])
        for e in resume["references"]:
            if e.get("reference"):
                say(e["name"])
                say(e["reference"])
    if resume.get("languages"):
        title(w["languages"] if lang == "en" else words.heading("languages", lang))
        for name, values in pairs(resume, "languages"):
            say(name)
            if values:
                say(values[0])
    path.write_text("\n".join(out) + "\n", "utf-8")
