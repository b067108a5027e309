"""The renderers by family, each with the ways its texts may be extracted."""

from renderers import ALL, THEMES

PAGE = ["copy", "pdf", "layout", "select", "lynx", "pdfminer", "w3m", "pypdf", "copy", "pdf", "inscriptis", "gfm", "layout", "mupdf", "html2text"]
THEME_WAYS = ["copy", "pdf", "layout", "copy", "lynx", "pdf", "select", "gfm", "pypdf", "w3m", "pdfminer", "html2text", "mupdf", "inscriptis", "pdfraw"]
WORD = ["docx2txt", "docx-pandoc", "docx-debian", "docx-mammoth", "docx-md"]


def spread(ways, index, count=4):
    """`count` of the ways, others for each renderer."""
    return list(dict.fromkeys(ways[(index * 3 + i) % len(ways)] for i in range(count)))


TOOLS = {name: list(r.ways) for name, r in ALL.items() if r.ways}
FAMILIES = {
    "theme": {name: spread(THEME_WAYS, i, 5) for i, name in enumerate(THEMES)},
    "page": {name: spread(PAGE, i, 6) for i, (name, r) in enumerate(ALL.items()) if r.kind == "html" and not r.theme and not r.ways},
    "word": {name: spread(WORD, i) for i, (name, r) in enumerate(ALL.items()) if r.kind == "docx" and not r.ways},
    "tool": {name: ways for name, ways in TOOLS.items() if not name.startswith("linkedin")},
    "linkedin": {name: ways for name, ways in TOOLS.items() if name.startswith("linkedin")},
}
