// Whatever stands in the fields of a résumé, nothing of it is active in what is written, and all of it is there to be read.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { PAYLOADS, UNSEEN, random } from "../lib/payloads.mjs";
import { program } from "../lib/places.mjs";
import { RENDERERS, look, plain } from "../lib/rendered.mjs";

// How many fields with texts at random are written and compared.
const FIELDS = Number(process.env.FAIRCOPY_FIELDS ?? 3000);

// The fields of each section; those in a list hold lists.
const SECTIONS = {
  work: [["position", "name", "location", "startDate", "endDate", "url", "description", "summary"], ["highlights"]],
  volunteer: [["position", "organization", "startDate", "url", "summary"], ["highlights"]],
  education: [["institution", "studyType", "area", "endDate", "score", "url"], ["courses"]],
  awards: [["title", "awarder", "date", "summary"], []],
  certificates: [["name", "issuer", "date", "url"], []],
  publications: [["name", "publisher", "releaseDate", "url", "summary"], []],
  skills: [["name", "level"], ["keywords"]],
  languages: [["language", "fluency"], []],
  interests: [["name"], ["keywords"]],
  references: [["name", "reference"], []],
  projects: [["name", "entity", "type", "startDate", "url", "description"], ["highlights", "keywords", "roles"]],
};
const OURS = [["name", "organization", "location", "startDate", "url", "summary"], ["highlights"]];

/// A résumé with a text in every field, and what is in its fields.
function filled(text) {
  const fields = [];
  const say = (field) => {
    const value = text();
    fields.push({ field, value });
    return value;
  };
  const entry = ([texts, lists]) => ({
    ...Object.fromEntries(texts.map((field) => [field, say(field)])),
    ...Object.fromEntries(lists.map((field) => [field, [say(field), say(field)]])),
  });
  const basics = Object.fromEntries(["name", "label", "email", "phone", "url", "image", "summary"].map((field) => [field, say(field)]));
  basics.location = { city: say("city") };
  basics.profiles = [entry([["network", "username", "url"], []])];
  const resume = { basics, ...Object.fromEntries(Object.entries(SECTIONS).map(([section, shape]) => [section, [entry(shape)]])) };
  const group = { name: say("name"), highlights: [say("highlights")] };
  resume.work[0].groups = [group];
  resume.work[0].highlights.push(...group.highlights);
  resume.meta = { faircopy: { sections: [{ heading: say("heading"), entries: [entry(OURS)] }] } };
  return { resume, fields };
}

/// What the command line writes of many résumés, in their order.
function written(resumes, to, key) {
  const input = resumes.map(({ resume }) => `${JSON.stringify({ text: JSON.stringify(resume) })}\n`).join("");
  const run = spawnSync(program, ["--jsonl", "-f", "json", "-t", to], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.ifError(run.error);
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.trimEnd().split("\n").map((line) => JSON.parse(line)[key]);
}

/// Web addresses are shown without their scheme, and those of accounts may stand in a link alone.
function says(page, { field, value }) {
  const wanted = plain(value).replace(field === "url" ? /^https?:\/\/|\/$/g : /^$/, "");
  if (plain(page.text).includes(wanted)) return true;
  const meant = [value.trim(), `https://${value.trim()}`].map(whole);
  return field === "url" && page.links.some((href) => meant.includes(whole(href)));
}

function whole(url) {
  try {
    return new URL(url).href;
  } catch {
    return url;
  }
}

function check(resumes, writtenAs) {
  for (const [at, { fields }] of resumes.entries()) {
    for (const [name, html, hidden] of writtenAs(at)) {
      const page = look(html);
      assert.deepEqual(page.active, [], `${name} of ${JSON.stringify(fields[0].value)} has something active`);
      const lost = fields.filter((field) => !hidden.includes(field.field) && !says(page, field));
      assert.deepEqual(lost, [], `${name} does not say what the fields do`);
    }
  }
}

function checkAll(resumes) {
  const pages = written(resumes, "html", "html");
  // The page shows no picture, nor its address.
  check(resumes, (at) => [["HTML", pages[at], ["image"]]]);
  const markdown = written(resumes, "markdown", "markdown");
  const rendered = (at) => Object.entries(RENDERERS).map(([name, render]) => [name, render(markdown[at]), []]);
  check(resumes, rendered);
}

describe("what stands in fields", () => {
  test("500 payloads do nothing in any field", () => {
    assert.ok(PAYLOADS.length >= 500, `${PAYLOADS.length}`);
    checkAll(PAYLOADS.map((payload) => filled(() => payload)));
  });

  test("texts at random are rendered as they are", () => {
    const resumes = [];
    for (let fields = 0; fields < FIELDS; fields += resumes.at(-1).fields.length) {
      const text = random(resumes.length);
      let count = 0;
      // Every other résumé has a word at both ends of each text, which makes sure that no end of it is lost.
      const bounded = () => `q${++count}x${text()}x${count}q`;
      resumes.push(filled(resumes.length % 2 === 0 ? text : bounded));
    }
    checkAll(resumes);
  });

  test("characters that nobody sees are marked in HTML", () => {
    const resumes = UNSEEN.map((c) => filled(() => `user${c}nimda`));
    for (const [at, html] of written(resumes, "html", "html").entries()) {
      // In the page's title and in addresses there is no room for a mark.
      const body = html.slice(html.indexOf("<main>")).replace(/href="[^"]*"/g, "");
      const marked = body.split(`<i>${UNSEEN[at]}</i>`).length;
      assert.ok(marked > 1, JSON.stringify(UNSEEN[at]));
      assert.equal(body.split(UNSEEN[at]).length, marked, JSON.stringify(UNSEEN[at]));
    }
  });
});
