// The engines: by what driver each is driven, and what it is told at the start. `cargo xtask test engines` names those that are there.

import { join } from "node:path";
import { FLAGS } from "../lib/browser.mjs";
import * as places from "../lib/places.mjs";

/// What each engine is started with. Files that it takes from the page come to `folder`, where it keeps all it has. What moves is where
/// it moves to at once: a driver clicks where things are.
const ENGINES = {
  chromium: (folder) => ({
    driver: "chromedriver",
    capabilities: {
      "goog:chromeOptions": {
        binary: places.chromium,
        args: ["--headless", "--force-prefers-reduced-motion", `--user-data-dir=${join(folder, "profile")}`, ...FLAGS],
        prefs: { "download.default_directory": folder },
      },
    },
  }),
  firefox: (folder) => ({
    driver: places.geckodriver,
    args: ["--profile-root", folder],
    capabilities: {
      "moz:firefoxOptions": {
        args: ["-headless"],
        prefs: { "ui.prefersReducedMotion": 1, "browser.download.folderList": 2, "browser.download.dir": folder },
      },
    },
  }),
  webkit: (folder) => ({
    driver: "WebKitWebDriver",
    display: true,
    // It takes files to the person's folder for them, which is at home where nothing else is said.
    env: { HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder },
    capabilities: {},
  }),
};

/// Those that are to be driven, by name.
export const engines = () => places.engines.map((name) => [name, ENGINES[name]]);
