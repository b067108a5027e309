"""Who is rendered by what: every person by some renderers of each family, every language by as many renderers as there is room for."""

import copy
import json
import random
from collections import Counter

import linkedin
from families import FAMILIES

# How many texts of each family a person gets, on average.
SHARE = {"theme": 1.7, "page": 0.8, "word": 0.5, "tool": 1.0, "linkedin": 0.8}

# These give Chromium's Chinese characters as radicals, some of which no normalisation turns back.
RADICALS = {"pdfminer", "pypdf", "mupdf"}

# What people paste more rarely: columns side by side.
SELDOM = {"linkedin-pdf-layout", "word-side"}


def plan(folder, usable):
    """(person's file, résumé, language, renderer, way of extracting, whether to translate headings), for every text.
    Only pairs of renderer and way that are in `usable` are planned."""
    rng, used, ways_used = random.Random(7), Counter(), Counter()
    for path in sorted(folder.glob("*.json")):
        person = json.loads(path.read_text("utf-8"))
        lang = person.pop("lang")
        person.pop("$schema", None)
        for family, renderers in FAMILIES.items():
            count = int(SHARE[family]) + (rng.random() < SHARE[family] % 1)
            fit = {r: [w for w in ways if (r, w) in usable and not (lang in ("zh", "ja") and w in RADICALS)] for r, ways in renderers.items()}
            fit = {r: ways for r, ways in fit.items() if ways}
            for renderer in sorted(fit, key=lambda r: (used[r, lang] * (2.5 if r in SELDOM else 1), used[r], rng.random()))[:count]:
                ways = fit[renderer]
                way = min(ways, key=lambda w: (ways_used[renderer, w], ways_used[family, w], rng.random()))
                used.update([(renderer, lang), renderer])
                ways_used.update([(renderer, way), (family, way)])
                resume = vary(person, random.Random(f"{path.stem} {renderer}"))
                if renderer.startswith("linkedin-pdf"):  # It lists three skills.
                    resume["skills"] = [{"name": k} for k in linkedin.skills(resume)[:3]]
                yield path, resume, lang, renderer, way, rng.random() < 0.75


def vary(person, rng):
    """The person as they are, or with less: no summary, no label, fewer bullets, some sections gone."""
    out = copy.deepcopy(person)
    for work in out.get("work", []):
        if work.get("groups") and rng.random() < 0.5:  # Their bullets are among the highlights.
            del work["groups"]
    if rng.random() < 0.5:
        return out
    for field, chance in (("summary", 0.3), ("label", 0.25), ("profiles", 0.2), ("phone", 0.15)):
        if rng.random() < chance:
            out["basics"].pop(field, None)
    for section in ("interests", "references", "awards", "languages", "publications", "volunteer", "skills", "projects", "certificates"):
        if rng.random() < 0.2:
            out.pop(section, None)
    if rng.random() < 0.3:
        for work in (w for w in out.get("work", [])[1:] if not w.get("groups")):
            work["highlights"] = work.get("highlights", [])[:rng.randrange(3)]
            if not work["highlights"]:
                del work["highlights"]
    if rng.random() < 0.15:
        for section in ("work", "education"):
            for entry in out.get(section, []):
                entry.pop("location", None)
    if rng.random() < 0.15:
        out["education"] = out.get("education", [])[:1]
    return out
