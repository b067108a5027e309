// Writes what the program is made of: `node bom.mjs FILE`.

import { writeFileSync } from "node:fs";
import { bom } from "./lib/bom.mjs";

writeFileSync(process.argv[2], `${JSON.stringify(bom(), null, 2)}\n`);
