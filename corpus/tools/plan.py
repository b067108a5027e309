"""Who is rendered by what: every person by some renderers of each family, every language by as many renderers as there is room for."""

import copy
import json
import random
from collections import Counter

import linkedin
from extract import CHANNEL
from families import FAMILIES, USUAL_WAYS

# How many texts of each family a person gets, on average, from the person of a number on.
SHARES = {1: {"theme": 1.7, "page": 0.8, "word": 0.5, "tool": 1.0, "linkedin": 0.8},
          83: {"usual": 4, "theme": 0.7, "page": 0.4, "word": 0.3, "tool": 0.6}}

# How often texts of the usual renderers are extracted in the ways of each channel.
WEIGHTS = {"copy": 4, "pdf": 3, "layout": 2, "txt": 1, "md": 1, "docx": 1, "linkedin-pdf": 1, "linkedin-web": 1}

# These give Chromium's Chinese characters as radicals, some of which no normalisation turns back.
RADICALS = {"pdfminer", "pypdf", "mupdf"}

# What people paste more rarely: columns side by side.
SELDOM = {"linkedin-pdf-layout", "word-side"}


def number(path):
    return int(path.stem.split("-")[0])


def plan(folder, fits):
    """(person's file, résumé, language, renderer, way of extracting, whether to translate headings, family), for
    every text.
    Only ways that fit are planned: `fits(family, renderer, way)` tells."""
    rng, used, ways_used = random.Random(7), Counter(), Counter()
    for path in sorted(folder.glob("*.json"), key=number):
        person = json.loads(path.read_text("utf-8"))
        lang = person.pop("lang")
        person.pop("$schema", None)
        met = set()
        for family, share in next(shares for first, shares in reversed(SHARES.items()) if number(path) >= first).items():
            count = int(share) + (rng.random() < share % 1)
            fit = {r: [w for w in ways if fits(family, r, w) and not (lang in ("zh", "ja") and w in RADICALS)]
                   for r, ways in FAMILIES[family].items() if r not in met}
            fit = {r: ways for r, ways in fit.items() if ways}
            for renderer, way in (usual if family == "usual" else evenly)(fit, count, lang, family, used, ways_used, rng):
                met.add(renderer)
                used.update([(renderer, lang), renderer])
                ways_used.update([(renderer, way), (family, way)])
                resume = vary(person, random.Random(f"{path.stem} {renderer}"))
                if renderer.startswith("linkedin-pdf"):  # It lists three skills.
                    resume["skills"] = [{"name": k} for k in linkedin.skills(resume)[:3]]
                yield path, resume, lang, renderer, way, rng.random() < 0.75, family


def evenly(fit, count, lang, family, used, ways_used, rng):
    """The renderers that a language has met least, each in the way that was used least."""
    for renderer in sorted(fit, key=lambda r: (used[r, lang] * (2.5 if r in SELDOM else 1), used[r], rng.random()))[:count]:
        yield renderer, min(fit[renderer], key=lambda w: (ways_used[renderer, w], ways_used[family, w], rng.random()))


def usual(fit, count, lang, family, used, ways_used, rng):
    """Channels by their weights, then of each the renderer that the language has met least, then ways by theirs."""
    for _ in range(count):
        channels = {CHANNEL[w] for ways in fit.values() for w in ways}
        channel = min(sorted(channels), key=lambda c: (ways_used["channel", c] + rng.random()) / WEIGHTS[c])
        able = [r for r, ways in fit.items() if any(CHANNEL[w] == channel for w in ways)]
        renderer = min(able, key=lambda r: (used[family, r, lang] * (2.5 if r in SELDOM else 1), used[family, r], rng.random()))
        ways = [w for w in fit.pop(renderer) if CHANNEL[w] == channel]
        way = min(ways, key=lambda w: ((ways_used[renderer, w] + 1) / USUAL_WAYS.get(w, 1), ways_used[family, w], rng.random()))
        used.update([(family, renderer, lang), (family, renderer)])
        ways_used["channel", channel] += 1
        yield renderer, way


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
