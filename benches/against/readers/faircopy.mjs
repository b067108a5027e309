// Faircopy, as its widget's package gives it to scripts.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { widget } from "../../../e2e/lib/places.mjs";
import { work } from "../job.mjs";

const { parse } = await import(pathToFileURL(join(widget, "faircopy.js")).href);
await work((file) => parse(readFileSync(file, "utf8")));
