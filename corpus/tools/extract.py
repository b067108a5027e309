"""Getting text out of files, the ways people do. Each function gives the text of a file."""

import subprocess


def run(*command, stdin=None):
    return subprocess.run([str(c) for c in command], input=stdin, capture_output=True, timeout=600, check=True).stdout.decode("utf-8", "replace")


def pdfminer(path):
    from pdfminer.high_level import extract_text
    return extract_text(str(path))


def pypdf(path):
    from pypdf import PdfReader
    return "\n".join(page.extract_text() for page in PdfReader(str(path)).pages)


def mupdf(path):
    import pymupdf
    with pymupdf.open(str(path)) as document:
        return "".join(page.get_text() for page in document)


def pdfium(path):
    """What Chromium's viewer copies."""
    import pypdfium2
    with pypdfium2.PdfDocument(str(path)) as document:
        return "\n".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document)


def docx2txt(path):
    import docx2txt as module
    return module.process(str(path))


def mammoth(path):
    import mammoth as module
    with open(path, "rb") as file:
        return module.extract_raw_text(file).value


def html2text(path):
    import html2text as module
    writer = module.HTML2Text(bodywidth=0)
    writer.ignore_links, writer.ignore_images = True, True
    return writer.handle(path.read_text("utf-8"))


def inscriptis(path):
    from inscriptis import get_text
    return get_text(path.read_text("utf-8"))


PDF = {
    "pdf": lambda p: run("pdftotext", p, "-"),
    "pdfraw": lambda p: run("pdftotext", "-raw", p, "-"),
    "layout": lambda p: run("pdftotext", "-layout", p, "-"),
    "pdfminer": pdfminer,
    "pypdf": pypdf,
    "mupdf": mupdf,
    "pdfium": pdfium,
}
HTML = {
    "lynx": lambda p: run("lynx", "-dump", "-nolist", "-width=90", "-display_charset=utf-8", "-assume_charset=utf-8", p),
    "w3m": lambda p: run("w3m", "-dump", "-cols", "90", "-I", "utf-8", "-O", "utf-8", "-T", "text/html", p),
    "inscriptis": inscriptis,
    "html2text": html2text,
    "gfm": lambda p: run("pandoc", "-f", "html-native_divs-native_spans", "-t", "gfm-raw_html", "--wrap=none", p),
    "plain": lambda p: run("pandoc", "-f", "html", "-t", "plain", "--columns=80", p),
}
DOCX = {
    "docx2txt": docx2txt,
    "docx-debian": lambda p: run("docx2txt", p, "-"),
    "docx-pandoc": lambda p: run("pandoc", "-f", "docx", "-t", "plain", "--wrap=none", p),
    "docx-mammoth": mammoth,
    "docx-md": lambda p: run("pandoc", "-f", "docx", "-t", "gfm-raw_html", "--wrap=none", p),
}
BROWSER = {"copy", "select"}
# What meta.json says of each way.
CHANNEL = {"copy": "copy", "select": "copy", "layout": "layout", "gfm": "md", "md": "md", "docx-md": "md", "text": "txt", "layout-text": "layout",
           "linkedin-pdf": "linkedin-pdf", "linkedin-web": "linkedin-web"}
CHANNEL |= {way: "pdf" for way in PDF if way != "layout"} | {way: "docx" for way in DOCX if way != "docx-md"}
CHANNEL |= {way: "txt" for way in HTML if way != "gfm"}
