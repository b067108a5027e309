"""Everything that renders a résumé: NAME -> Renderer. `make` writes a file of the renderer's kind for a résumé in a language."""

from typing import Callable, NamedTuple

import pages
import word
import tools


class Renderer(NamedTuple):
    kind: str                 # html, pdf, docx, md, txt or text: what `make` gives
    make: Callable | None     # (resume, lang, path); None for themes, which are rendered in one go
    theme: str = ""           # the npm package of a theme
    translate: bool = False   # whether headings may be put into the résumé's language afterwards
    ways: tuple = ()          # ways of extracting that suit it; () for all of its kind


THEMES = """even elegant stackoverflow kendall macchiato flat class caffeine eloquent colophon jacrys lucide mantra minyma
    onepage-plus paper-plus-plus srt onepage papirus latte direct autumn straightforward
    contempo slickoverflow spartan-projects""".split()

ALL = {name: Renderer("html", None, f"jsonresume-theme-{name}", True) for name in THEMES}
ALL |= {name: Renderer("html", make) for name, make in pages.ALL.items()}
ALL |= {name: Renderer("docx", make) for name, make in word.ALL.items()}
ALL |= {name: Renderer(kind, make, ways=ways) for name, (kind, make, ways) in tools.ALL.items()}
