"""Words of the nine languages, from the reader's own lexicon."""

from pathlib import Path

LEXICON = Path(__file__).resolve().parents[2] / "crates/core/lexicon"


def table(name):
    """{language: {key: [phrases]}} of a lexicon file."""
    out, here = {}, {}
    for line in (LEXICON / name).read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            here = out.setdefault(line[1:-1], {})
        elif ": " in line and not line.startswith("#"):
            key, phrases = line.split(": ", 1)
            here[key] = [p.strip() for p in phrases.split(" | ")]
    return out


def countries():
    """{code: [names]} of the lexicon's countries."""
    lines = (LEXICON / "countries.txt").read_text("utf-8").splitlines()
    return {code: names.split(";") for code, _, names in (line.partition(" ") for line in lines if not line.startswith("#"))}


HEADINGS, MONTHS, DATES = table("headings.txt"), table("months.txt"), table("dates.txt")
COUNTRIES = countries()


def capital(text, lang="en"):
    """A heading's capitals: the first letter, in German those of all words but the small ones."""
    if lang == "de":
        return " ".join(w if w in ("und", "in", "zur", "der", "die", "an") else w[:1].upper() + w[1:] for w in text.split(" "))
    return text[:1].upper() + text[1:]


def heading(key, lang):
    """The most usual heading of a section."""
    return capital((HEADINGS[lang].get(key) or HEADINGS["en"][key])[0], lang)


def present(lang):
    return {"pt": "atual", "zh": "至今", "ja": "現在"}.get(lang) or DATES[lang]["present"][0]


def month(number, lang, short=True):
    if lang in ("zh", "ja"):
        return f"{number}月"
    names = MONTHS[lang][str(number)]
    name = names[1] if short and len(names) > 1 else names[0]
    return capital(name) if lang in ("en", "de") else name


def translation(lang):
    """What `browser.mjs` replaces in an English theme."""
    if lang == "en":
        return None
    exact = {}
    for key, phrases in HEADINGS["en"].items():
        for phrase in phrases:
            exact[phrase] = heading(key, lang)
    exact |= {"present": present(lang), "current": present(lang), "now": present(lang)}
    months = {}
    for number in range(1, 13):
        if lang not in ("zh", "ja"):
            months[MONTHS["en"][str(number)][1 if number != 5 else 0][:3]] = month(number, lang)
    return {"exact": exact, "months": months}
