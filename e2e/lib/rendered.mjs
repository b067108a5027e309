// What HTML says and what is active in it, as a browser would take it; and Markdown as three renderers show it.

import { HtmlRenderer, Parser } from "commonmark";
import markdownIt from "markdown-it";
import { marked } from "marked";
import { parse } from "parse5";

const it = markdownIt({ html: true });
const reader = new Parser();
const renderer = new HtmlRenderer({ safe: false });

/// Each with HTML in Markdown let through, as they are used by whoever trusts a text.
export const RENDERERS = {
  "markdown-it": (text) => it.render(text),
  marked: (text) => marked.parse(text, { async: false }),
  commonmark: (text) => renderer.render(reader.parse(text)),
};

/// The elements that do nothing but show text, with the attributes that each may have.
const QUIET = {
  html: ["lang"],
  head: [],
  title: [],
  body: [],
  main: [],
  h1: ["dir"],
  h2: ["dir"],
  h3: ["dir"],
  h4: ["dir"],
  p: ["dir"],
  ul: [],
  li: ["dir"],
  hr: [],
  br: [],
  strong: [],
  em: [],
  i: [],
  a: ["href"],
};
/// What our own page has at its head, as it must stand there.
const HEAD = [/^<meta charset="utf-8">$/, /^<meta name="viewport" content="width=device-width, initial-scale=1">$/, /^<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">$/];

/// What a page says, and what in it is more than text: elements, attributes and addresses that are not on the list.
export function look(html) {
  const active = [];
  const links = [];
  let text = "";
  let styles = 0;
  const visit = (node) => {
    if (node.nodeName === "#text") text += node.value;
    if (node.nodeName === "#comment") active.push("a comment");
    if (node.tagName !== undefined) element(node);
    for (const child of node.tagName === "style" || node.tagName === "title" ? [] : (node.childNodes ?? [])) visit(child);
    if (["p", "li", "h1", "h2", "h3", "h4", "br"].includes(node.tagName)) text += "\n";
  };
  const element = ({ tagName: name, attrs }) => {
    const written = `<${name}${attrs.map(({ name, value }) => ` ${name}="${value}"`).join("")}>`;
    if (name === "style" && attrs.length === 0 && ++styles === 1) return;
    if (name === "meta" && HEAD.some((known) => known.test(written))) return;
    if (QUIET[name] === undefined || attrs.some((attribute) => !QUIET[name].includes(attribute.name))) active.push(written);
    for (const { value } of attrs.filter((attribute) => attribute.name === "href")) {
      links.push(value);
      if (!isSafe(value)) active.push(written);
    }
  };
  visit(parse(html));
  return { text, active, links };
}

/// Where a click leads from some page. An address that a browser cannot take leads nowhere.
function isSafe(href) {
  try {
    return ["http:", "https:", "mailto:", "tel:"].includes(new URL(href, "https://page.example/").protocol);
  } catch {
    return true;
  }
}

/// A text as it is compared: white space of any kind and length is one space.
export const plain = (text) => text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
