// Faircopy in a page, or in Node: the element, and reading and writing without it.

export { FaircopyEditor } from "./element.js";
export { isReport } from "./frame.js";

const converter = async () => (await import("./editor.js")).converter();

/// The JSON Resume that a text says.
export async function parse(text) {
  return JSON.parse((await converter()).parse(String(text)));
}

/// A JSON Resume as Markdown.
export async function toMarkdown(resume) {
  return (await converter()).toMarkdown(jsonOf(resume));
}

/// A JSON Resume as it is written: valid, with keys in the schema's order.
export async function toJson(resume) {
  return (await converter()).toJson(jsonOf(resume));
}

const jsonOf = (resume) => (typeof resume === "string" ? resume : JSON.stringify(resume));
