// simple-resume-parser, as its own description uses it: it takes the path of a file.

import ResumeParser from "simple-resume-parser";
import { work } from "../job.mjs";

await work(async (file) => (await new ResumeParser(file).parseToJSON()).parts);
process.exit();
