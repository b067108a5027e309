// Takes the pictures that the documents show, from the running app.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./lib/browser.mjs";
import { Editor } from "./lib/editor.mjs";
import { screenshots } from "./lib/places.mjs";

const SIZES = [{ width: 1280, height: 800 }, { width: 360, height: 740 }];

await mkdir(screenshots, { recursive: true });
const browser = await launch();
for (const viewport of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    const visit = await browser.open({ viewport, colorScheme, reducedMotion: "reduce", deviceScaleFactor: 1 });
    const editor = await new Editor(visit.page).visit();
    const take = async (state) => {
      const path = join(screenshots, `${state}-${viewport.width}-${colorScheme}.png`);
      await visit.page.screenshot({ path, animations: "disabled", caret: "hide" });
      console.log(`    ${path}`);
    };
    await take("empty");
    await editor.button("Load sample").click();
    await visit.page.locator("mark").first().waitFor({ state: "attached" });
    await visit.page.mouse.move(0, 0);
    await take("sample");
    await visit.close();
  }
}
await browser.close();
