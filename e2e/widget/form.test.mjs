// Form behaviours, each tried with the element and with a text area: what is seen of both must be the same.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../lib/editor.mjs";
import { editorIn, form, page, withSite } from "../lib/embedding.mjs";

const now = withSite();
const TAGS = ["textarea", "faircopy-editor", "faircopy-editor frame"];

/// Does the same with a text area and with the element, in the page and in a frame: what is seen must be the same. A `FIELD` in the page
/// stands for its tag.
function both(name, html, act, expected, options = {}) {
  test(name, async () => {
    const seen = {};
    for (const tag of TAGS) {
      const frame = tag.endsWith("frame");
      const opened = await now.visit(page(html.replaceAll("</FIELD", `</${tag.split(" ")[0]}`).replaceAll("FIELD", tag)), options);
      await opened.evaluate(() => customElements.whenDefined("faircopy-editor"));
      const field = opened.locator("#field");
      const ready = async (at = 0) => tag === "textarea" || editorIn(opened, { at, frame }).ready();
      await ready();
      const input = tag === "textarea" ? field : editorIn(opened, { frame }).source;
      // What a person would see of the text, and what the form would post of it.
      const text = () => field.evaluate((e) => e.text ?? e.value);
      const posts = () => field.evaluate((e) => {
        const data = new FormData(document.querySelector("form"));
        return [...data.keys()].map((key) => [key, data.get(key).includes("Ada Example")]);
      });
      // From a frame the text takes a moment.
      const fill = async (typed) => {
        await input.fill(typed);
        await until(async () => (await text()) === typed, "the element has what was typed");
      };
      seen[tag] = await act({ opened, field, input, fill, text, posts, ready });
    }
    for (const tag of TAGS) assert.deepEqual(seen[tag], expected, `a <${tag}> does this`);
  });
}

const FIELD = (more = "", text = "") => `<FIELD id="field" name="resume" ${more}>${text}</FIELD>`;
const ADA = "Ada Example\nada@example.org";

describe("as a text area does, it", () => {
  both("is posted under its name", form(FIELD()), async ({ opened, fill }) => {
    await fill(ADA);
    await opened.getByRole("button", { name: "Send" }).press("Enter");
    await opened.getByRole("heading", { name: "Thank you" }).waitFor();
    const [post] = now.site.posts.splice(0);
    return [...post.keys()].map((key) => [key, post.get(key).includes("Ada Example")]);
  }, [["resume", true]]);

  both("is not posted without a name", form('<FIELD id="field"></FIELD>'), async ({ fill, posts }) => {
    await fill(ADA);
    return posts();
  }, []);

  both("is empty in form data when it is empty", form(FIELD()), async ({ field }) =>
    field.evaluate((e) => [...new FormData(e.form)]), [["resume", ""]]);

  both("is in form data", form(FIELD()), async ({ fill, posts }) => {
    await fill(ADA);
    return posts();
  }, [["resume", true]]);

  both("is among the elements of its form", form(FIELD()), async ({ field }) =>
    field.evaluate((e) => [e.form.elements.resume === e, e.form === document.querySelector("form")]), [true, true]);

  both("belongs to the form that its attribute names", form("") + FIELD('form="form"'), async ({ fill, posts }) => {
    await fill(ADA);
    return posts();
  }, [["resume", true]]);

  both("is as it was at first after a reset", form(FIELD("", "Grace Sample")) + '<button form="form" type="reset">Reset</button>', async ({ opened, fill, text, posts }) => {
    const first = await text();
    await fill(ADA);
    const typed = [await text(), await posts()];
    await opened.getByRole("button", { name: "Reset" }).click();
    return [first, typed, await text(), await posts()];
  }, ["Grace Sample", [ADA, [["resume", true]]], "Grace Sample", [["resume", false]]]);

  both("is out of use in a disabled fieldset", form(`<fieldset>${FIELD("required", ADA)}</fieldset>`), async ({ field, posts }) => {
    const before = [await field.evaluate((e) => [e.matches(":disabled"), e.willValidate]), await posts()];
    await field.evaluate((e) => (e.closest("fieldset").disabled = true));
    const during = [await field.evaluate((e) => [e.matches(":disabled"), e.willValidate]), await posts()];
    await field.evaluate((e) => (e.closest("fieldset").disabled = false));
    return [before, during, await posts()];
  }, [[[false, true], [["resume", true]]], [[true, false], []], [["resume", true]]]);

  both("is out of use when disabled itself", form(FIELD("disabled", ADA)), async ({ field, input, posts }) => {
    const during = [await field.evaluate((e) => [e.disabled, e.matches(":disabled")]), await posts(), await input.isDisabled().catch(() => "?")];
    await field.evaluate((e) => (e.disabled = false));
    return [during.slice(0, 2), await posts()];
  }, [[[true, true], []], [["resume", true]]]);

  both("blocks the form when it is required and empty", form(FIELD("required")), async ({ opened, field, fill }) => {
    await opened.getByRole("button", { name: "Send" }).press("Enter");
    const empty = await field.evaluate((e) => [e.matches(":invalid"), e.validity.valueMissing, e.validationMessage !== "", document.activeElement === e]);
    await fill(ADA);
    const filled = await field.evaluate((e) => [e.matches(":valid"), e.validity.valid, e.validationMessage]);
    await opened.getByRole("button", { name: "Send" }).press("Enter");
    await opened.getByRole("heading", { name: "Thank you" }).waitFor();
    return [empty, filled, now.site.posts.splice(0).length];
  }, [[true, true, true, true], [true, true, ""], 1]);

  both("tells of its validity when asked", form(FIELD("required")), async ({ field }) =>
    field.evaluate((e) => {
      const heard = [];
      e.addEventListener("invalid", () => heard.push("invalid"));
      return [e.checkValidity(), e.form.checkValidity(), heard];
    }), [false, false, ["invalid", "invalid"]]);

  both("takes a complaint of the page", form(FIELD("", ADA)), async ({ field }) =>
    field.evaluate((e) => {
      e.setCustomValidity("Too short");
      const during = [e.checkValidity(), e.validity.customError, e.validationMessage];
      e.setCustomValidity("");
      return [during, e.checkValidity()];
    }), [[false, true, "Too short"], true]);

  both("is posted and not judged when it is read only", form(FIELD("readonly required", ADA)), async ({ opened, field, input, text, posts }) => {
    await input.focus();
    await opened.keyboard.type("more");
    return [await field.evaluate((e) => [e.willValidate, e.readOnly, e.checkValidity()]), await posts(), await text()];
  }, [[false, true, true], [["resume", true]], ADA]);

  both("has what was typed after back and forward", form(FIELD()) + '<a href="/other">Other</a>', async ({ opened, input, fill, text, posts, ready }) => {
    now.pages["/other"] = "<!doctype html><title>Other</title>";
    await fill(ADA);
    await input.blur();
    await opened.goto("/other");
    await opened.goBack();
    await ready();
    await until(async () => (await text()) === ADA, "the text is back");
    return posts();
  }, [["resume", true]]);

  both("has the focus when its label is clicked", form(`<label for="field">Your résumé</label>${FIELD()}`), async ({ opened, field }) => {
    await opened.getByText("Your résumé").click();
    return field.evaluate((e) => [document.activeElement === e, e.labels.length]);
  }, [true, 1]);

  both("takes its turn in the order of tabs", form(`<input id="before">${FIELD()}<input id="after">`), async ({ opened }) => {
    await opened.locator("#before").focus();
    const passed = new Set();
    for (let presses = 0; presses < 40; presses += 1) {
      await opened.keyboard.press("Tab");
      let id;
      // On its way into a frame the focus is nowhere for a moment.
      await until(async () => (id = await opened.evaluate(() => document.activeElement.id)) !== "", "something has the focus");
      passed.add(id);
      if (id !== "field") break;
    }
    return [...passed];
  }, ["field", "after"]);

  both("has the focus from the start where the page says so", form(FIELD("autofocus")), async ({ opened, field, text }) => {
    await until(() => field.evaluate((e) => document.activeElement === e), "it has the focus");
    await opened.keyboard.type("Ada");
    await until(async () => (await text()) === "Ada", "the element has what was typed");
    return text();
  }, "Ada");

  const LISTENING = `<script>
    window.heard = [];
    for (const event of ["input", "change"]) document.addEventListener(event, ({ type, target }) => window.heard.push(type + " " + target.id));
  </script>`;
  both("says that it was typed in, and not that it is there or was set", LISTENING + form(FIELD()), async ({ opened, field, input, fill }) => {
    await field.evaluate((e) => {
      if ("text" in e) e.text = "Set";
      else e.value = "Set";
    });
    await until(() => input.inputValue().then((value) => value === "Set"), "it is set");
    await fill("Typed");
    await input.blur();
    await until(() => opened.evaluate(() => window.heard.includes("change field")), "a change is told");
    return opened.evaluate(() => window.heard);
  }, ["input field", "change field"]);

  both("is cloned with what was typed", form(FIELD()), async ({ opened, field, fill, ready }) => {
    await fill(ADA);
    await field.evaluate((e) => {
      const copy = e.cloneNode(true);
      copy.id = "copy";
      e.form.append(copy);
      copy.scrollIntoView();
    });
    await ready(1);
    return opened.evaluate(() => {
      const copy = document.querySelector("#copy");
      return [copy.text ?? copy.value, new FormData(copy.form).getAll("resume").map((value) => value.includes("Ada Example"))];
    });
  }, [ADA, [true, true]]);

  both("keeps what was typed when it is moved", `${form(FIELD())}<div id="elsewhere"></div>`, async ({ field, fill, text, posts, ready }) => {
    await fill(ADA);
    await field.evaluate((e) => document.querySelector("#elsewhere").append(e));
    const out = [await text(), await posts()];
    // A frame that is moved is loaded anew.
    await ready();
    await field.evaluate((e) => document.querySelector("form").append(e));
    const back = [await text(), await posts()];
    await ready();
    return [out, ...back];
  }, [[ADA, []], ADA, [["resume", true]]]);

  both("keeps what was typed when its form is hidden and shown", form(FIELD()), async ({ field, fill, text, posts }) => {
    await fill(ADA);
    await field.evaluate((e) => (e.form.hidden = true));
    const hidden = await posts();
    await field.evaluate((e) => (e.form.hidden = false));
    return [hidden, await text()];
  }, [[["resume", true]], ADA]);
});
