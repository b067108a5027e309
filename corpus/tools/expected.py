"""What a careful reader would read from a text that shows a known résumé.

Two tests decide about every value. The first asks what a renderer shows at all: it renders a made-up résumé whose values are
words that occur nowhere else (`probe`), and `shown` tells which fields arrive in the text, and dates at what precision. The
second asks whether the words of the value at hand stand in the text, in order."""

import re
import unicodedata
from collections import Counter

from model import COUNTRY
from words import COUNTRIES

SINGLE = {
    "basics": ["name", "label", "email", "phone", "url", "summary"],
    "work": ["name", "position", "location", "url", "summary"],
    "volunteer": ["organization", "position", "summary"],
    "education": ["institution", "studyType", "area", "location", "score"],
    "projects": ["name", "description", "url"],
    "certificates": ["name", "issuer", "url"],
    "awards": ["title", "awarder", "summary"],
    "publications": ["name", "publisher", "url", "summary"],
    "skills": ["name"],
    "languages": ["language", "fluency"],
    "interests": ["name"],
    "references": ["name", "reference"],
}
LISTS = {"work": ["highlights"], "volunteer": ["highlights"], "education": ["courses"], "projects": ["highlights", "keywords"],
         "skills": ["keywords"], "interests": ["keywords"]}
DATES = {"work": ["startDate", "endDate"], "volunteer": ["startDate", "endDate"], "education": ["startDate", "endDate"],
         "projects": ["startDate", "endDate"], "certificates": ["date"], "awards": ["date"], "publications": ["releaseDate"]}
PLACE = ["address", "postalCode", "city", "region"]
MAIN = {"work": ["name", "position"], "volunteer": ["organization", "position"], "education": ["institution", "studyType", "area"],
        "projects": ["name"], "certificates": ["name"], "awards": ["title"], "publications": ["name"],
        "skills": ["name", "keywords"], "languages": ["language"], "interests": ["name"], "references": ["name", "reference"]}
# Sections, and fields, of short values that some renderers run together: there a text may be kept for the rest of it.
LOOSE = {"skills", "interests", "languages", "awards", "publications", "certificates", "references"}
MINOR = {("education", "courses"), ("projects", "keywords"), ("education", "score")}
PRECISIONS = {"year": 4, "month": 7, "day": 10}


# ------------------------------------------------------------------ the made-up résumé

def probe(precision):
    """A résumé of words that occur once. Every date has a year of its own, in June, on the 17th."""
    count, year = [0], [1930]

    def word(field):
        count[0] += 1
        return f"{field.capitalize()[:6]}q{chr(97 + count[0] // 26)}{chr(97 + count[0] % 26)}x"

    def date():
        year[0] += 1
        return f"{year[0]}-06-17"[:PRECISIONS[precision]]

    def entry(section):
        out = {}
        for field in SINGLE[section]:
            out[field] = f"https://{word(field).lower()}.example.com/p" if field == "url" else " ".join(word(field) for _ in range(2))
        for field in DATES.get(section, []):
            out[field] = date()
        for field in LISTS.get(section, []):
            out[field] = [" ".join(word(field[:3]) for _ in range(2)) for _ in range(3)]
        if section == "education":
            out["score"] = word("score")
        return out

    out = {section: [entry(section) for _ in range(2)] for section in SINGLE if section != "basics"}
    out["basics"] = entry("basics") | {
        "email": "emailqq@example.com", "phone": "+1 555 0147 339",
        "location": {"address": "12 Addressqq Street", "postalCode": "90417", "city": "Cityqq", "region": "Regionqq", "countryCode": "NZ"},
        "profiles": [{"network": "GitHub", "username": "usernameqq", "url": "https://github.com/urlqq"},
                     {"network": "Mastodonia", "username": "othernameqq", "url": "https://mastodonia.example.com/otherurlqq"}],
    }
    return out


# ------------------------------------------------------------------ finding values

def fold(text):
    return unicodedata.normalize("NFKC", text).casefold().replace("ß", "ss")


def solid(text):
    """Its letters and digits alone."""
    return re.sub(r"[\W_]+", "", fold(text))


class Text:
    def __init__(self, text):
        self.raw, self.folded, self.solid = text, fold(text), solid(text)
        self.words = re.findall(r"[^\W_]+", self.folded)

    def holds(self, value):
        """Whether the value's words stand here, in order: in one piece, or with a few others between (another column, a footer)."""
        want = solid(str(value))
        if not want:
            return False
        if want in self.solid:
            return True
        words = re.findall(r"[^\W_]+", fold(str(value)))
        if len(words) < 5:
            return False
        for start in (i for i, w in enumerate(self.words) if w == words[0]):
            at, last = start, min(len(self.words), start + 4 * len(words) + 40)
            for word in words:
                while at < last and self.words[at] != word:
                    at += 1
                if at >= last:
                    break
                at += 1
            else:
                return True
        return False


def seen_date(text, date):
    """At what precision a probe's date stands in the text, and whether its month and day are its own: a length of 4, 7 or 10."""
    year = date[:4]
    best = None
    month, day = (date[5:7] or "01"), (date[8:10] or "01")
    names = {"06": r"jun[a-z]*", "01": r"jan[a-z]*"}[month]
    d, m = rf"(?:0?{int(day)})(?:st|nd|rd|th)?", rf"0?{int(month)}"
    sep = r"[\s,./-]+"
    days = [rf"{year}-{month}-{day}", rf"\b{d}{sep}(?:{names}|{m}){sep}{year}", rf"\b{names}{sep}{d}{sep}{year}",
            rf"\b{m}/{d}/{year}", rf"{year}[/.]{m}[/.]{d}\b", rf"{year}年\s*{m}月\s*{d}日"]
    months = [rf"{year}[-/.]{month}\b", rf"\b{names}{sep}{year}", rf"\b{m}[/.-]{year}", rf"{year}{sep}{names}", rf"{year}年\s*{m}月", rf"\b{names}\s*['’]{year[2:]}\b"]
    if year in text or any(re.search(p, text, re.I) for p in months[-1:]):
        best = 4
        if any(re.search(p, text, re.I) for p in months):
            best = 7
        if any(re.search(p, text, re.I) for p in days):
            best = 10
    return best


def shown(texts):
    """The fields that a renderer shows: from the probe's text at each precision of dates."""
    full = texts["day"]
    text, raw = Text(full), full.casefold()
    resume, out = probe("day"), {}
    for section, fields in SINGLE.items():
        entries = resume[section] if section != "basics" else [resume["basics"]]
        for field in fields:
            # A narrow column may break the two words of a value of the probe; a single word would stand there whole.
            out[section, field] = any(all(map(text.holds, e[field].split())) or (field == "url" and solid(e[field].split("//")[1]) in text.solid) for e in entries)
        for field in LISTS.get(section, []):
            out[section, field] = any(text.holds(v) for e in entries for v in e[field])
        for field in DATES.get(section, []):
            for precision, page in texts.items():
                found = [seen_date(page.casefold(), e[field]) for e in probe(precision)[section]]
                out[section, field, PRECISIONS[precision]] = max((f for f in found if f), default=None)
    place = resume["basics"]["location"]
    for field in PLACE:
        out["location", field] = text.holds(place[field])
    out["location", "countryCode"] = bool(re.search(r"\bNZ\b|New Zealand", full))
    out["profiles", "url"] = "urlqq" in raw and "otherurlqq" in raw
    out["profiles", "username"] = "usernameqq" in raw
    out["profiles", "network"] = "mastodonia" in raw.replace("mastodonia.example", "")
    return out


def glued(texts, spaced=True):
    """Fields of the probe whose values stand in its text with nothing between them and others, or, if `spaced`, one space alone."""
    resume, text = probe("day"), texts["day"]
    values = [(section, field, value) for section, fields in SINGLE.items() if section != "basics" for entry in resume[section]
              for field in fields + LISTS.get(section, []) if field != "url"
              for value in (entry[field] if isinstance(entry[field], list) else [entry[field]])]
    first = {value.split()[0].casefold(): (section, field) for section, field, value in values}
    out = set()
    for section, field, value in values:
        words = value.split()
        for found in re.finditer(re.escape(words[0]) + (r"\s+" + re.escape(words[1]) if len(words) > 1 else ""), text, re.I):
            before, after = text[:found.start()][-1:], text[found.end():found.end() + 40]
            if before.isalnum() or after[:1].isalnum():
                out.add((section, field))
            follower = first.get((re.match(r"[ \u00a0]([^\W_]+)", after) or [""] * 2)[1].casefold())
            if spaced and follower and follower[0] == section and not {field, follower[1]} <= {"studyType", "area"}:
                out |= {(section, field), follower}
    return out


def detached(texts):
    """Whether the probe's dates stand far from their entries, all in one place, where nobody could tell whose they are."""
    text, far = texts["day"].casefold(), 0
    for section, field in (("work", "position"), ("education", "institution"), ("volunteer", "organization")):
        for entry in probe("day")[section]:
            at, year = text.find(entry[field].split()[0].casefold()), text.find(entry["startDate"][:4])
            far += at >= 0 and year >= 0 and abs(at - year) > 600
    return far > 2


# ------------------------------------------------------------------ the reading

KNOWN_HOSTS = {"github.com": "GitHub", "linkedin.com": "LinkedIn", "gitlab.com": "GitLab", "twitter.com": "Twitter", "x.com": "X",
               "xing.com": "XING", "behance.net": "Behance", "dribbble.com": "Dribbble", "instagram.com": "Instagram",
               "facebook.com": "Facebook", "orcid.org": "ORCID", "medium.com": "Medium", "youtube.com": "YouTube", "qiita.com": "Qiita",
               "zhihu.com": "Zhihu", "stackoverflow.com": "Stack Overflow", "kaggle.com": "Kaggle", "codepen.io": "CodePen"}


def bare(url):
    return re.sub(r"^(?:[a-z]+://)?(?:www\.)?", "", url.strip(), flags=re.I).rstrip("/")


def reading(resume, mask, text):
    """The résumé, less all that the text does not show."""
    page, out = Text(text), {}

    def keep(section, field, value):
        if field == "url":
            return mask.get((section, field)) and solid(bare(value)) in page.solid
        return mask.get((section, field)) and page.holds(value)

    basics = resume["basics"]
    out["basics"] = {f: basics[f] for f in SINGLE["basics"] if basics.get(f) and keep("basics", f, basics[f])}
    place = {f: v for f, v in basics.get("location", {}).items()
             if mask.get(("location", f)) and (shows_country(v, page) if f == "countryCode" else page.holds(v))}
    if place:
        out["basics"]["location"] = place
    profiles = [p for p in (profile(p, mask, page) for p in basics.get("profiles", [])) if p]
    if profiles:
        out["basics"]["profiles"] = profiles
    for section in SINGLE:
        if section == "basics":
            continue
        entries = []
        for entry in resume.get(section, []):
            kept = {}
            for field in SINGLE[section]:
                if entry.get(field) and keep(section, field, entry[field]):
                    kept[field] = entry[field]
            if section in ("skills", "interests") and not entry.get("keywords") and keep(section, "keywords", entry["name"]):
                kept["name"] = entry["name"]  # It stands among the keywords of others.
            for field in DATES.get(section, []):
                date = entry.get(field)
                length = date and mask.get((section, field, len(date)))
                if length and re.search(rf"{date[:4]}|['’]{date[2:4]}", page.folded):
                    kept[field] = (date + "-01-01"[len(date) - 4:])[:length]
            for field in LISTS.get(section, []):
                values = [v for v in entry.get(field, []) if keep(section, field, v)]
                if values:
                    kept[field] = values
            groups = [g | {"highlights": [h for h in g.get("highlights", []) if page.holds(h)]} for g in entry.get("groups", [])
                      if page.holds(g["name"])]
            if groups and mask.get((section, "highlights")):
                kept["groups"] = groups
            if any(kept.get(f) for f in MAIN[section]):
                entries.append(kept)
        if entries:
            out[section] = entries
    forget_hidden_ends(out, text)
    if "skills" in out:
        flat = []
        for skill in out["skills"]:
            flat += [skill] if skill.get("name") else [{"name": k} for k in skill["keywords"]]
        out["skills"] = flat
    return out


def forget_hidden_ends(out, text):
    """Drops ends without a beginning whose year stands too seldom in the text, prose aside, for all dates of that year: some
    renderers show them only after a beginning."""
    entries = [(e, field) for section, fields in DATES.items() for e in out.get(section, []) for field in fields if e.get(field)]
    bare_text, wanted = strip_prose(out, text), Counter(e[field][:4] for e, field in entries)
    for entry, field in entries:
        year = entry[field][:4]
        if field == "endDate" and not entry.get("startDate") and len(re.findall(year, bare_text)) < wanted[year]:
            del entry[field]
            wanted[year] -= 1


def strip_prose(out, text):
    """The text without the values that may name a year themselves."""
    prose = [out["basics"].get("summary", "")]
    for section in (s for s in out if s != "basics"):
        for entry in out[section]:
            prose += [v for value in entry.values() for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)
                      and re.search(r"[^\W\d]", v)]
    for value in sorted(prose, key=len, reverse=True):
        words = re.findall(r"[^\W_]+", value)
        if words and re.search(r"\d{4}", value):
            text = re.sub(r"[\W_]*".join(map(re.escape, words)), " ", text, flags=re.I)
    return text


def shows_country(code, page):
    """Whether a country's code or one of its names stands in the text."""
    names = {*COUNTRIES.get(code, ()), COUNTRY.get(code, code)} - {""}
    return bool(re.search(rf"\b{code}\b", page.raw)) or any(re.search(rf"\b{re.escape(name)}", page.raw, re.I) for name in names)


def profile(entry, mask, page):
    url, username, network = entry.get("url", ""), entry.get("username", ""), entry.get("network", "")
    out = {}
    if url and solid(bare(url)) in page.solid:
        host = bare(url).split("/")[0].casefold()
        known = next((n for h, n in KNOWN_HOSTS.items() if host == h or host.endswith("." + h)), None)
        out["url"] = url
        if known or (mask[("profiles", "network")] and page.holds(network)):
            out |= {"network": network, "username": username} if username and solid(username) in solid(url) else {"network": network}
    elif username and mask[("profiles", "username")] and page.holds(username):
        out["username"] = username
        if network and mask[("profiles", "network")] and page.holds(network):
            out["network"] = network
    elif network and mask[("profiles", "network")] and page.holds(network):
        out["network"] = network
    return {k: v for k, v in out.items() if v}


def unclear(expected, text):
    """Sections whose values nothing but a space (or nothing at all) separates in the text."""
    folded, out = fold(text), set()
    for section in ("skills", "interests"):
        runs = [[k for k in e.get("keywords", [])] for e in expected.get(section, [])]
        runs.append([e["name"] for e in expected.get(section, []) if not e.get("keywords") and e.get("name")])
        tight = sum(fold(a) + gap + fold(b) in folded for run in runs for a, b in zip(run, run[1:]) for gap in (" ", "\u00a0", ""))
        if tight:
            out.add(section)
    for a, b in ((e.get("language"), e.get("fluency")) for e in expected.get("languages", [])):
        if a and b and fold(a) + fold(b) in folded:
            out.add("languages")
    return out


def forget(expected, text, tight):
    """Makes null what the text shows but does not tell apart; `tight` are the renderer's fields that stand glued to others."""
    for section in unclear(expected, text) | {s for s, f in tight if s in expected and (s, f) not in MINOR}:
        expected[section] = None
    for section, field in tight & MINOR:
        for entry in expected.get(section) or []:
            if field in entry:
                entry[field] = None


def runs_on(value, text):
    """Whether a value in letters stands in the text only with other letters right before or after it."""
    words = re.findall(r"[^\W_]+", fold(value))
    letters = r"[a-zà-ÿ0-9]"
    return bool(words) and not re.search(rf"(?<!{letters})" + r"[\W_]*".join(map(re.escape, words)) + rf"(?!{letters})", fold(text))


def share_shown(expected, resume):
    """How much of the résumé's text the reading holds."""
    size = lambda v: sum(map(size, v.values())) if isinstance(v, dict) else sum(map(size, v)) if isinstance(v, list) else len(str(v))
    return size(expected) / size({k: v for k, v in resume.items() if k not in ("lang", "$schema")})
