// The form posts the résumé, with no script on the page but the one that loads the module.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { editorIn, faircopy, form, page, unposted, withSite } from "../lib/embedding.mjs";
import { TYPICAL } from "../lib/resumes.mjs";

const now = withSite();
const schema = createRequire(import.meta.url)("@jsonresume/schema/schema.json");
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);

const WAYS = {
  "in the page": { more: "", options: () => ({}) },
  "in a frame of the page's own origin": { more: "frame", options: () => ({}) },
  "in a frame of another origin": { more: "frame", options: () => ({ widget: `${now.cdn.origin}/widget` }) },
};

for (const [way, { more, options }] of Object.entries(WAYS)) {
  describe(way, () => {
    const visit = async () => {
      const opened = await now.visit(page(form(`<faircopy-editor name="resume" required ${more}></faircopy-editor>`), options()));
      const editor = editorIn(opened, { frame: more === "frame" });
      await editor.ready();
      return { opened, editor };
    };

    test("what was pasted is posted as the command line writes it", async () => {
      const { opened, editor } = await visit();
      await editor.source.fill(TYPICAL);
      await editor.waitFor((value) => value?.basics?.name === "Maren Okafor", "the name is read");
      await opened.getByRole("button", { name: "Send" }).press("Enter");
      await opened.getByRole("heading", { name: "Thank you" }).waitFor();
      const [post] = now.site.posts;
      assert.deepEqual([...post.keys()], ["resume"]);
      const posted = unposted(post.get("resume"));
      assert.equal(posted, faircopy(TYPICAL));
      assert.ok(ajv.validate(schema, JSON.parse(posted)), ajv.errorsText());
    });

    test("what was put right is posted as it was put right", async () => {
      const { opened, editor } = await visit();
      await editor.source.fill(TYPICAL);
      await editor.field("Name").fill("Maren A. Okafor");
      await editor.waitFor((value) => value?.basics?.name === "Maren A. Okafor", "the name is as typed");
      await opened.getByRole("button", { name: "Send" }).press("Enter");
      await opened.getByRole("heading", { name: "Thank you" }).waitFor();
      assert.equal(JSON.parse(now.site.posts[0].get("resume")).basics.name, "Maren A. Okafor");
    });
  });
}

describe("the examples", () => {
  const APPLICANT = { name: "Maren Okafor", email: "maren.okafor@example.org", letter: "I like tides." };

  for (const name of ["careers", "strict"]) {
    test(`${name}.html posts the whole application`, async () => {
      const opened = await now.visit("", {}, `/widget/examples/${name}.html`);
      const editor = editorIn(opened, { frame: name === "strict" });
      await opened.getByRole("textbox", { name: "Your name" }).fill(APPLICANT.name);
      await opened.getByRole("textbox", { name: "E-mail" }).fill(APPLICANT.email);
      await opened.getByRole("textbox", { name: "Cover letter" }).fill(APPLICANT.letter);
      await editor.element.scrollIntoViewIfNeeded();
      await editor.ready();
      await editor.source.fill(TYPICAL);
      await editor.waitFor((value) => value?.basics?.name === APPLICANT.name, "the name is read");
      await opened.getByRole("button", { name: "Apply" }).press("Enter");
      await opened.getByRole("heading", { name: "Thank you" }).waitFor();
      const [post] = now.site.posts;
      assert.deepEqual([...post.keys()], ["name", "email", "resume", "letter"]);
      for (const [key, value] of Object.entries(APPLICANT)) assert.equal(post.get(key), value);
      assert.equal(unposted(post.get("resume")), faircopy(TYPICAL));
    });
  }

  for (const name of ["react", "vue", "svelte"]) {
    test(`${name}.html hears of the résumé and posts it`, async () => {
      const opened = await now.visit("", {}, `/widget/examples/${name}.html`);
      const editor = editorIn(opened);
      await editor.ready();
      await editor.source.fill(TYPICAL);
      await opened.getByText("Hello, Maren Okafor.").waitFor();
      await opened.getByRole("button", { name: "Apply" }).press("Enter");
      await opened.getByRole("heading", { name: "Thank you" }).waitFor();
      assert.equal(unposted(now.site.posts[0].get("resume")), faircopy(TYPICAL));
    });
  }
});
