// Takes the pictures that the documents show, from the running app.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./lib/browser.mjs";
import { Editor } from "./lib/editor.mjs";
import { screenshots } from "./lib/places.mjs";

const SIZES = [{ width: 1440, height: 900 }, { width: 768, height: 1024 }, { width: 360, height: 740 }];

/// What is done, one after the other, before each picture.
const STATES = {
  empty: () => {},
  pasted: async (editor) => {
    await editor.button("Load sample").click();
    await editor.page.locator("mark").first().waitFor({ state: "attached" });
    // Two words that could each be an employer, so that there is something to ask.
    await editor.page.locator(".source-input").evaluate((area) => {
      area.value = area.value.replace("Software Engineer | Tidewater Analytics", "Data platform, Tidewater               ");
      area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    });
    await editor.page.locator(".field-doubt").first().waitFor({ state: "attached" });
    await editor.page.mouse.move(0, 0);
  },
  reviewing: async (editor) => {
    await editor.field(editor.basics, "Name").focus();
    await editor.page.keyboard.press("F8");
    await editor.page.locator(".query").filter({ visible: true }).first().waitFor();
  },
  preview: async (editor) => {
    await editor.page.getByRole("button", { name: "Fair copy", exact: true }).filter({ visible: true }).click();
    await editor.page.getByRole("tabpanel").waitFor();
    await editor.page.mouse.move(0, 0);
  },
  print: async (editor) => {
    await editor.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await editor.page.emulateMedia({ media: "print" });
  },
};

await mkdir(screenshots, { recursive: true });
const browser = await launch();
for (const viewport of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    const visit = await browser.open({ viewport, colorScheme, deviceScaleFactor: 1 });
    const editor = await new Editor(visit.page).visit();
    for (const [state, act] of Object.entries(STATES)) {
      await act(editor);
      const path = join(screenshots, `${state}-${viewport.width}-${colorScheme}.png`);
      await visit.page.screenshot({ path, animations: "disabled", caret: "hide" });
      console.log(`    ${path}`);
    }
    await visit.close();
  }
}
await browser.close();
