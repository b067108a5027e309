"""A résumé as pages and documents of our own lay it out: contact lines, and sections of entries or of short values."""

from dataclasses import dataclass, field

import words

COUNTRY = {"AE": "UAE", "US": "USA", "GB": "United Kingdom", "DE": "Deutschland", "FR": "France", "ES": "España", "IT": "Italia", "PT": "Portugal",
           "BR": "Brasil", "NL": "Nederland", "BE": "België", "CH": "Schweiz", "AT": "Österreich", "JP": "日本", "CN": "中国", "NZ": "New Zealand",
           "CA": "Canada", "IE": "Ireland", "AU": "Australia", "IN": "India", "MX": "México", "AR": "Argentina", "CO": "Colombia", "CL": "Chile"}
ORDER = ["work", "education", "projects", "volunteer", "certificates", "awards", "publications", "skills", "languages", "interests", "references"]
SHORT = {"skills", "languages", "interests"}


@dataclass
class Item:
    """An entry: what, at whom, where, when, and what about it."""
    title: str = ""
    org: str = ""
    where: str = ""
    when: str = ""
    url: str = ""
    text: str = ""
    score: str = ""
    bullets: list = field(default_factory=list)
    groups: list = field(default_factory=list)


def date(value, style, lang):
    """A date in a style: "short" (Jan 2020), "long", "number" (01/2020), "dot" (01.2020), "iso" or "year"."""
    year, month = value[:4], value[5:7]
    if style == "year" or not month:
        return f"{year}年" if lang in ("zh", "ja") and style in ("short", "long") else year
    if style in ("short", "long"):
        if lang in ("zh", "ja"):
            return f"{year}年{int(month)}月"
        name = words.month(int(month), lang, style == "short")
        return f"{name} de {year}" if style == "long" and lang in ("es", "pt") else f"{name} {year}"
    return {"number": f"{month}/{year}", "dot": f"{month}.{year}", "iso": f"{year}-{month}", "dots": f"{year}.{month}"}[style]


def span(entry, style, lang, dash=" – "):
    start, end = entry.get("startDate"), entry.get("endDate")
    if not start:
        return date(end, style, lang) if end else ""
    return date(start, style, lang) + dash + (date(end, style, lang) if end else words.present(lang))


def items(resume, section, lang, style="short", dash=" – ", comma=", "):
    """The entries of a section."""
    out = []
    for e in resume.get(section, []):
        item = Item(url=e.get("url", ""), bullets=e.get("highlights", []), groups=e.get("groups", []), where=e.get("location", ""),
                    text=e.get("summary") or e.get("description") or e.get("reference") or "")
        if item.groups:
            grouped = {h for g in item.groups for h in g.get("highlights", [])}
            item.bullets = [h for h in item.bullets if h not in grouped]
        if section == "education":
            item.title = comma.join(x for x in (e.get("studyType"), e.get("area")) if x)
            item.org, item.score, item.bullets = e.get("institution", ""), e.get("score", ""), e.get("courses", [])
        else:
            item.title = next((e[k] for k in ("position", "title", "name") if e.get(k)), "")
            item.org = next((e[k] for k in ("organization", "issuer", "awarder", "publisher") if e.get(k)), "")
            if section == "work":
                item.org, item.title = (e.get("name", ""), e["position"]) if e.get("position") else ("", e.get("name", ""))
        one = e.get("date") or e.get("releaseDate")
        item.when = date(one, style, lang) if one else span(e, style, lang, dash)
        out.append(item)
    return out


def pairs(resume, section):
    """(name, [values]) of skills, languages and interests."""
    for e in resume.get(section, []):
        if section == "languages":
            yield e.get("language", ""), [e["fluency"]] if e.get("fluency") else []
        else:
            yield e.get("name", ""), e.get("keywords", [])


def place(resume, country=False, full=True):
    """A person's address on one line."""
    where = resume["basics"].get("location", {})
    parts = [where.get("address") if full else None, " ".join(x for x in (where.get("postalCode") if full else None, where.get("city")) if x),
             where.get("region"), COUNTRY.get(where.get("countryCode"), where.get("countryCode")) if country else None]
    return ", ".join(p for p in parts if p)


def links(resume, full=True):
    """Web addresses of a person, with or without their scheme."""
    basics = resume["basics"]
    urls = [basics.get("url")] + [p.get("url") for p in basics.get("profiles", [])]
    return [u if full else u.split("//")[-1].removeprefix("www.").rstrip("/") for u in urls if u]


def sections(resume, order=ORDER):
    return [s for s in order if resume.get(s)]
