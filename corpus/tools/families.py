"""The renderers by family, each with the ways its texts may be extracted."""

from renderers import ALL, THEMES

PAGE = ["copy", "pdf", "layout", "select", "lynx", "pdfminer", "w3m", "pypdf", "copy", "pdf", "inscriptis", "gfm", "layout", "mupdf", "html2text"]
THEME_WAYS = ["copy", "pdf", "layout", "copy", "lynx", "pdf", "select", "gfm", "pypdf", "w3m", "pdfminer", "html2text", "mupdf", "inscriptis", "pdfraw"]
WORD = ["docx2txt", "docx-pandoc", "docx-debian", "docx-mammoth", "docx-md"]

# What most people use, and how often they extract it in which way.
USUAL_PAGES = "even elegant class kendall stackoverflow onepage caffeine hackmyresume-positive hackmyresume-modern".split()
USUAL_TOOLS = """rendercv-classic rendercv-markdown pandoc-headings-docx pandoc-bold-docx hackmyresume-txt hackmyresume-md
    hackmyresume-named-txt hackmyresume-named-md linkedin-pdf linkedin-pdf-layout linkedin-web linkedin-web-once""".split()
USUAL_WAYS = {"copy": 4, "select": 1, "pdf": 4, "pdfium": 2, "mupdf": 1, "layout": 1, "lynx": 1, "w3m": 1}


def spread(ways, index, count=4):
    """`count` of the ways, others for each renderer."""
    return list(dict.fromkeys(ways[(index * 3 + i) % len(ways)] for i in range(count)))


TOOLS = {name: list(r.ways) for name, r in ALL.items() if r.ways}
FAMILIES = {
    "theme": {name: spread(THEME_WAYS, i, 5) for i, name in enumerate(THEMES)},
    "page": {name: spread(PAGE, i, 6) for i, (name, r) in enumerate(ALL.items()) if r.kind == "html" and not r.theme and not r.ways},
    "word": {name: spread(WORD, i) for i, (name, r) in enumerate(ALL.items()) if r.kind == "docx" and not r.ways},
    "tool": {name: ways for name, ways in TOOLS.items() if not name.startswith(("linkedin", "hackmyresume"))},
    "linkedin": {name: ways for name, ways in TOOLS.items() if name.startswith("linkedin")},
    "usual": {name: list(USUAL_WAYS) for name in USUAL_PAGES}
    | {name: TOOLS[name] + ["pdfium"] * (ALL[name].kind == "pdf") for name in USUAL_TOOLS},
}
