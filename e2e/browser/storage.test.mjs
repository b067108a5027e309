// The draft is kept: through closes, in two tabs and four, where the browser keeps nothing, and where what it kept is damaged.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { launch } from "../lib/browser.mjs";
import { Editor, until } from "../lib/editor.mjs";
import { closes, kills } from "../lib/ends.mjs";
import { withBrowser } from "../lib/fixture.mjs";
import { POSITIONS, TYPICAL } from "../lib/resumes.mjs";
import { changeVersions, versions } from "../lib/shelf.mjs";

const DATABASE_FAILS = {
  full: () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("No room.", "QuotaExceededError");
    };
  },
  "full in the middle": () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      const request = put.apply(this, given);
      this.transaction.abort();
      return request;
    };
  },
  silent: () => {
    IDBFactory.prototype.open = () => ({});
  },
  forbidden: () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Not here.", "SecurityError");
    };
  },
};
const NOTES_FAIL = {
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("No room.", "QuotaExceededError");
    };
  },
  forbidden: () => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Not here.", "SecurityError");
      },
    });
  },
};
/// How soon a person has to know that nothing is kept, with the time that the test itself takes to look.
const SOON = 1_000;

const saved = (page) => page.getByText(/^Saved \d\d:\d\d$/);
const alert = (page) => page.getByRole("alert");

describe("the draft is kept", () => {
  const now = withBrowser();

  test("the status line says when it was saved and how old the last file is", async () => {
    const { editor } = now;
    await editor.page.getByText("Not saved yet").waitFor();
    await editor.page.getByText("No file yet").waitFor();
    await editor.paste(TYPICAL);
    await saved(editor.page).waitFor();
    await editor.downloaded(() => editor.button("Download Markdown").click());
    await editor.page.getByText("File just now").waitFor();
    await editor.reload();
    await saved(editor.page).waitFor();
    await editor.page.getByText("File just now").waitFor();
  });

  test("nothing typed before a page is closed is lost", async () => {
    assert.equal(await closes(now.visit.context, 10, now.editor.page), 0);
  });

  test("the last versions are kept, each as it was", async () => {
    const { editor } = now;
    for (const name of ["One", "Two", "Three", "Four", "Five"]) {
      await editor.source.fill(`${name} Example\n`);
      await until(async () => (await versions(editor.page)).at(-1)?.text.includes(`${name} Example`), `${name} is saved`);
    }
    const kept = await versions(editor.page);
    assert.ok(kept.length >= 3 && kept.length <= 8, `${kept.length} versions are kept`);
    assert.deepEqual(kept.map((version) => version.text.match(/(\w+) Example/)[1]).slice(-3), ["Three", "Four", "Five"]);
  });

  test("a damaged version gives way to the one before it", async () => {
    const { editor } = now;
    await editor.source.fill("Ada Example\n");
    await until(async () => (await versions(editor.page)).length === 1, "the first version is saved");
    await editor.source.fill("Ada Example\nada@example.org\n");
    await until(async () => (await versions(editor.page)).length === 2, "the second version is saved");
    await changeVersions(editor.page, (text, last) => (last ? text.replace("example.org", "example.com") : text));
    await editor.visit();
    assert.equal(await editor.source.inputValue(), "Ada Example\n");
    await alert(editor.page).getByText("What was saved last was damaged").waitFor();
    await editor.checkAccessibility("with a damaged version");
    // Nothing is taken away, and saving goes on.
    await editor.source.fill("Ada Example\nOslo\n");
    await saved(editor.page).waitFor();
    await editor.reload();
    assert.equal(await editor.source.inputValue(), "Ada Example\nOslo\n");
    assert.ok((await versions(editor.page)).some(({ text }) => text.includes("example.com")));
  });

  test("where every version is damaged the page says so and links to what is there", async () => {
    const { editor } = now;
    await editor.source.fill("Ada Example\n");
    await saved(editor.page).waitFor();
    await changeVersions(editor.page, (text) => text.slice(0, text.length / 2));
    await editor.visit();
    await alert(editor.page).getByText("could not be read").waitFor();
    const [recover] = await Promise.all([now.visit.context.waitForEvent("page"), editor.page.getByRole("link", { name: "Everything stored" }).click()]);
    await recover.getByText("Everything that Faircopy has stored").waitFor();
  });

  test("a version of a later program is left untouched", async () => {
    const { editor } = now;
    await editor.source.fill("Ada Example\n");
    await saved(editor.page).waitFor();
    await changeVersions(editor.page, () => '{"version":99,"something":"else"}');
    await editor.visit();
    await alert(editor.page).getByText("A newer Faircopy").waitFor();
    await editor.source.fill("Somebody else\n");
    await saved(editor.page).waitFor();
    await editor.reload();
    assert.equal(await editor.source.inputValue(), "Somebody else\n");
    const [later, ours] = await versions(editor.page);
    assert.equal(later.text, '{"version":99,"something":"else"}');
    assert.notEqual(later.document, ours.document);
  });
});

test("what is typed while a slow database still saves is saved as soon as that has ended", async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const { page, context } = await browser.open();
  // The page's own clock stands still, and so does the database once it is told to: what it has done is told when it is let go.
  await page.clock.install();
  await page.addInitScript(() => {
    const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
    window.held = undefined;
    Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
      set(hear) {
        set.call(this, (event) => (window.held ? window.held.push(() => hear(event)) : hear(event)));
      },
    });
  });
  const editor = await new Editor(page).visit();
  await page.clock.pauseAt(Date.now() + 60_000);
  await editor.source.fill("Ada");
  await page.evaluate(() => (window.held = []));
  await page.clock.runFor(400);
  await page.waitForFunction(() => window.held.length === 1);
  await editor.source.fill("Ada Example");
  await page.clock.runFor(400);
  await page.evaluate(() => {
    const held = window.held;
    window.held = undefined;
    for (const tell of held) tell();
  });
  const texts = async () => (await versions(page)).map(({ text }) => text).join();
  let waited = 0;
  await until(async () => {
    if (waited < 100) await page.clock.runFor(1);
    waited += 1;
    return (await texts()).includes("Ada Example");
  }, "what was typed meanwhile is saved");
  await context.close();
});

test("a browser that is killed loses a second of typing at most", async (t) => {
  const lost = await kills(5);
  t.diagnostic(`lost: ${lost.join(", ")} ms`);
  assert.ok(Math.max(...lost) <= 1_000, `${lost.join(", ")} ms of typing were lost`);
});

describe("where the browser keeps nothing", () => {
  const now = withBrowser();

  for (const [storage, ways] of [["the database", DATABASE_FAILS], ["local storage", NOTES_FAIL]]) {
    for (const [name, spoil] of Object.entries(ways)) {
      for (const when of ["from the start", "later"]) {
        // An open database is asked no more for leave.
        if (storage === "the database" && ["silent", "forbidden"].includes(name) && when === "later") continue;
        test(`${storage} is ${name} ${when}`, async () => {
          const { page } = await quiet(now);
          if (when === "from the start") await page.addInitScript(spoil);
          const editor = await new Editor(page).visit();
          if (when === "later") {
            await editor.source.fill("Ada Example\n");
            await saved(page).waitFor();
            await page.evaluate(spoil);
          }
          await editor.paste(TYPICAL);
          const started = Date.now();
          await alert(page).getByText(/full|does not let/).waitFor();
          const took = Date.now() - started;
          assert.ok(took < SOON, `the notice was there after ${took} ms`);
          await page.getByText("Not saved", { exact: true }).waitFor();
          assert.match((await editor.downloaded(() => editor.button("Download Markdown").click())).text, /^# Maren Okafor\n/);
        });
      }
    }
  }

  test("saving goes on when there is room again", async () => {
    const { editor } = now;
    await editor.page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      let failures = 2;
      IDBObjectStore.prototype.put = function (...given) {
        failures -= 1;
        if (failures >= 0) throw new DOMException("No room.", "QuotaExceededError");
        return put.apply(this, given);
      };
    });
    await editor.paste(TYPICAL);
    await alert(editor.page).getByText("full").waitFor();
    await saved(editor.page).waitFor();
    assert.equal(await alert(editor.page).innerText(), "");
  });
});

describe("several tabs", () => {
  const now = withBrowser();
  const another = async () => new Editor(await now.visit.context.newPage()).visit();

  test("a tab in which nothing was typed follows the other", async () => {
    const one = now.editor;
    const two = await another();
    await one.paste(TYPICAL);
    await two.waitForColumn("Work", "Position", POSITIONS);
    await two.field(two.basics, "Name").fill("Maren O.");
    await one.waitForValue(one.field(one.basics, "Name"), "Maren O.");
    assert.equal(await alert(one.page).innerText(), "");
  });

  for (const [choice, then] of [
    ["Keep both", async (one, two) => {
      await one.reload();
      assert.match(await one.source.inputValue(), /^One/);
      assert.match(await two.source.inputValue(), /^Two/);
      assert.equal(new Set((await versions(one.page)).map(({ document }) => document)).size, 2);
    }],
    ["Use the other tab's", async (one, two, loser, mine) => {
      const winner = loser === one ? two : one;
      await loser.waitForValue(loser.source, await winner.source.inputValue());
      await loser.button("Undo").click();
      await loser.waitForValue(loser.source, mine);
    }],
    ["Keep this one", async (one, two, loser) => {
      const winner = loser === one ? two : one;
      const text = await loser.source.inputValue();
      await winner.waitForValue(winner.source, text);
    }],
  ]) {
    test(`what two tabs type at once is a choice: ${choice}`, async () => {
      const one = now.editor;
      const two = await another();
      const texts = ["One typed this.\n", "Two typed that.\n"];
      const loser = await collide([one, two], texts);
      await loser.checkAccessibility("with a conflict");
      assert.deepEqual(await Promise.all([one, two].map((editor) => editor.source.inputValue())), texts);
      await loser.button(choice).click();
      await until(async () => (await alert(loser.page).innerText()) === "", "the choice ends the conflict");
      await then(one, two, loser, loser === one ? texts[0] : texts[1]);
    });
  }

  test("what is typed in a conflict outlives the tab", async () => {
    const one = now.editor;
    const two = await another();
    const loser = await collide([one, two], ["One typed this.\n", "Two typed that.\n"]);
    const mine = await loser.source.inputValue();
    await loser.page.close({ runBeforeUnload: true });
    const third = await another();
    await until(async () => (await versions(third.page)).some(({ text }) => text.includes(mine.trim())), "it is a document of its own");
    await until(async () => new Set((await versions(third.page)).map(({ document }) => document)).size === 2, "beside the other");
  });

  test("four tabs that type at once lose nothing", async () => {
    const tabs = [now.editor, await another(), await another(), await another()];
    const texts = tabs.map((_, at) => `Tab ${at} typed this.\n`);
    await Promise.all(tabs.map((tab, at) => tab.source.fill(texts[at])));
    const settled = async (tab) => (await tab.button("Keep both").count()) > 0 || (await saved(tab.page).count()) > 0;
    for (const tab of tabs) await until(() => settled(tab), "each tab has saved or asks");
    for (let at = 0; at < tabs.length; at += 1) {
      const kept = async () => {
        if ((await tabs[at].button("Keep both").count()) > 0) await tabs[at].button("Keep both").click();
        return (await versions(now.editor.page)).some(({ text }) => text.includes(texts[at].trim()));
      };
      await until(kept, `what tab ${at} typed is stored`);
    }
  });
});

/// Types in each tab before any hears of the other, and gives the one that is asked to choose.
async function collide(tabs, texts) {
  await Promise.all(tabs.map((tab, at) => tab.source.fill(texts[at])));
  let loser;
  const asks = async () => {
    for (const tab of tabs) if ((await tab.button("Keep both").count()) > 0) loser = tab;
    return loser !== undefined;
  };
  await until(asks, "one tab asks");
  return loser;
}

/// A page whose complaints about a spoilt storage are none of ours.
async function quiet(now) {
  const page = await now.visit.context.newPage();
  return { page };
}
