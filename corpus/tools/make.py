#!/usr/bin/env python3
"""Makes corpus/rendered: people of corpus/people, rendered by real tools, and their text extracted the ways people do.

    make.py PACKAGES WORK [--only SUBSTR] [--probe]

PACKAGES is a folder where the packages of package.json are installed, WORK one for everything in between. The same versions give
the same texts. See ../README.md."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import expected as exp
import extract
import words
from families import FAMILIES
from plan import number, plan
from renderers import ALL

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent


class Job:
    """A résumé, rendered and extracted."""

    def __init__(self, name, resume, lang, renderer, way, work, translate=True):
        self.name, self.resume, self.lang, self.renderer, self.way = name, resume, lang, renderer, way
        tool = ALL[renderer]
        self.folder = work / name
        self.translate = translate and tool.translate and lang != "en"
        self.file = self.folder / f"out.{tool.kind}"
        self.pdf = self.folder / "out.pdf"

    def text(self, way):
        try:
            if way in extract.BROWSER:
                return (self.folder / way).read_text("utf-8")
            if way in extract.PDF:
                return extract.PDF[way](self.pdf if self.pdf.exists() else self.file)
            if way in extract.HTML:
                return extract.HTML[way](self.folder / "saved.html")
            if way in extract.DOCX:
                return extract.DOCX[way](self.file)
            return self.file.read_text("utf-8")
        except Exception as error:  # A renderer that fails leaves no file: the job is dropped, and listed.
            return f"!{type(error).__name__} {error}"


def render(jobs, packages, work):
    """Renders every job's file: themes in one process, then all others, then what needs a browser in one process."""
    for job in jobs:
        kept, content = job.folder / "resume.json", json.dumps([job.resume, job.translate], ensure_ascii=False)
        if not kept.exists() or kept.read_text("utf-8") != content:  # A rendering of something else is of no use.
            shutil.rmtree(job.folder, ignore_errors=True)
            job.folder.mkdir(parents=True)
            kept.write_text(content, "utf-8")
    todo = [j for j in jobs if not j.file.exists()]
    themes = [{"theme": ALL[j.renderer].theme, "resume": str(j.folder / "resume.json"), "out": str(j.file)} for j in todo if ALL[j.renderer].theme]
    for theme in sorted({t["theme"] for t in themes}):  # A process each: some set the language for all.
        node("themes.mjs", [t for t in themes if t["theme"] == theme], packages, work)
    for job in todo:
        if ALL[job.renderer].make:
            try:
                ALL[job.renderer].make(job.resume, job.lang, job.file)
            except Exception as error:
                print(f"{job.name}: {type(error).__name__} {str(error)[:300]}", file=sys.stderr)
    pages = []
    for job in jobs:
        if ALL[job.renderer].kind == "html" and not (job.folder / "saved.html").exists():
            page = {"html": str(job.file), "copy": str(job.folder / "copy"), "select": str(job.folder / "select"),
                    "saved": str(job.folder / "saved.html"), "paper": "Letter" if job.lang == "en" else "A4"}
            if job.way in extract.PDF or not job.way:
                page["pdf"] = str(job.pdf)
            if job.translate:
                page["words"] = words.translation(job.lang)
            pages.append(page)
    node("browser.mjs", pages, packages, work)


def node(script, jobs, packages, work):
    if jobs:
        file = work / (script + ".json")
        file.write_text(json.dumps(jobs), "utf-8")
        subprocess.run(["node", HERE / script, file, packages], check=True)


def usable(packages, work):
    """{(renderer, way): (what it shows, what stands glued there, what of it has not even a space between)} for all that yield a text worth
    reading."""
    jobs = {(renderer, precision): Job(f"probe-{renderer}-{precision}", exp.probe(precision), "en", renderer, "", work)
            for family in FAMILIES.values() for renderer in family for precision in exp.PRECISIONS}
    render(list(jobs.values()), packages, work)
    out = {}
    for renderer, way in {(r, w): 0 for family in FAMILIES.values() for r, ways in family.items() for w in ways}:
        texts = {precision: jobs[renderer, precision].text(way) for precision in exp.PRECISIONS}
        broken = [t for t in texts.values() if t.startswith("!")]
        mask, tight = (None, []) if broken else (exp.shown(texts), exp.glued(texts))
        run_on = [] if broken else exp.glued(texts, spaced=False)
        cut = sorted(f"{s}.{f}" for s, f in run_on if needed(s, f))
        if broken or cut or exp.detached(texts) or not mask["basics", "name"] or (ALL[renderer].theme and not mask["basics", "email"]) or not mask["work", "position"]:
            print(f"not used: {renderer} {way}: {(broken or [''])[0][:100]}{' '.join(cut)[:200]}")
        else:
            out[renderer, way] = mask, tight, run_on
    return out


def needed(section, field):
    return section not in exp.LOOSE and (section, field) not in exp.MINOR


def write(folder, text, expected, meta):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "input.txt").write_text(text, "utf-8")
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (folder / "meta.json").write_text(json.dumps(meta, ensure_ascii=False) + "\n", "utf-8")


def fault(text, expected, resume, mask):
    """Why a text is not worth keeping."""
    if text.startswith("!"):
        return text[:200]
    if not expected["basics"].get("name"):
        return "no name"
    if re.search(r"</?(?:div|span|p|li|br)\b|\[object Object\]|\bundefined\b|Invalid date|\{\{", text):
        return "residue"
    if mask["basics", "email"] and resume["basics"].get("email") and not expected["basics"].get("email"):
        return "spoilt email"
    if re.search("[\ufffd\u2e80-\u2fdf]", text):
        return "mojibake"
    if not expected.get("work"):
        return "no work"
    if sum(exp.runs_on(e[k], text) for e in expected["work"] for k in ("name", "position") if e.get(k)) > 1:
        return "words run together"
    if exp.share_shown(expected, resume) < 0.5:
        return f"shows only {exp.share_shown(expected, resume):.2f}"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("packages", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    packages, work = args.packages.resolve(), args.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    os.environ["PATH"] += f":{packages}/node_modules/.bin"
    seen = usable(packages, work)

    def fits(family, renderer, way):  # What most people use runs a position and an employer together, and people paste it so.
        return (renderer, way) in seen and (family == "usual" or not any(needed(*f) for f in seen[renderer, way][1]))

    jobs = [(p, Job(f"{number(p):02}-{renderer}-{way}", resume, lang, renderer, way, work, translate), family)
            for p, resume, lang, renderer, way, translate, family in plan(CORPUS / "people", fits) if args.only in f"{p.stem}-{renderer}-{way}"]
    render([j for _, j, _ in jobs], packages, work)
    if not args.only:
        shutil.rmtree(CORPUS / "rendered", ignore_errors=True)
    faults = Counter()
    for person, job, family in jobs:
        channel = extract.CHANNEL[job.way]
        name = job.renderer if job.renderer.endswith(channel) else f"{job.renderer}-{channel}"
        out = CORPUS / "rendered" / f"{number(person):02}-{name}"
        mask, tight, run_on = seen[job.renderer, job.way]
        text = job.text(job.way)
        reading = exp.reading(job.resume, mask, text)
        why = fault(text, reading, job.resume, mask)
        if why:
            faults[job.renderer, job.way, why] += 1
            continue
        exp.forget(reading, text, run_on if family == "usual" else tight)
        write(out, text, reading, {"person": person.stem, "renderer": job.renderer, "channel": channel, "extraction": job.way, "lang": job.lang})
    for (renderer, way, why), count in sorted(faults.items()):
        print(f"dropped {count} {renderer} {way}: {why}")


if __name__ == "__main__":
    main()
