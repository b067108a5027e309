// What a program can reach: every name by which its script knows something of the browser, held against a list. WebAssembly can do nothing
// but call the script, so what the script does not name, the program cannot do.

import { readFileSync } from "node:fs";
import { parse } from "acorn";

const LIST = readFileSync(new URL("../reach.txt", import.meta.url), "utf8");

/// The names in a program that are not on the list (a word each, remarks after a number sign), in order.
export function strangers(script, wasm, list = LIST) {
  const known = new Set(list.replaceAll(/#.*/g, "").split(/\s+/));
  const program = new WebAssembly.Module(wasm);
  const { names, keys } = namesOf(script);
  // The script calls the program by these.
  for (const { name } of WebAssembly.Module.exports(program)) names.delete(name);
  // The program finds what it imports by the keys of an object.
  for (const { name, kind } of WebAssembly.Module.imports(program)) if (kind !== "function" || !keys.has(name)) names.add(`import:${name}`);
  return [...names].filter((name) => !known.has(name)).sort();
}

/// The names in a script that are not of its own making: variables that it does not declare, with the member where one is asked for, and
/// the members of whatever else it has. `keys` are those of the objects that it makes.
function namesOf(script) {
  const [names, keys, declared] = [new Set(), new Set(), new Set()];
  const used = [];
  const key = (node, computed) => (computed ? (typeof node.value === "string" ? node.value : "[]") : String(node.name ?? node.value));
  const declare = (pattern) => bound(pattern).forEach((name) => declared.add(name));
  walk(parse(script, { ecmaVersion: "latest", sourceType: "module" }), (node, parent) => {
    switch (node.type) {
      case "Identifier": {
        const isKey = (parent.property === node || (parent.key === node && !parent.shorthand)) && !parent.computed;
        const isTold = parent.type === "MemberExpression" && parent.object === node;
        if (!isKey && !isTold && !/^(Export|Labeled|Break|Continue)/.test(parent.type)) used.push([node.name, node.name]);
        break;
      }
      case "MemberExpression": {
        const name = key(node.property, node.computed);
        if (node.object.type === "Identifier") used.push([node.object.name, `${node.object.name}.${name}`, name]);
        else names.add(name);
        break;
      }
      case "Property":
        (parent.type === "ObjectPattern" ? names : keys).add(key(node.key, node.computed));
        break;
      case "ImportExpression":
      case "ImportDeclaration":
      case "MetaProperty":
        names.add(node.type);
        break;
      case "VariableDeclarator":
        declare(node.id);
        break;
      case "CatchClause":
        declare(node.param);
        break;
      default:
        declare(node.id);
        node.params?.forEach(declare);
    }
  });
  for (const [variable, free, member] of used) {
    const name = declared.has(variable) ? member : free;
    if (name) names.add(name);
  }
  // Names are short once a script is. A long one could be one of the browser's, and what it hides in one place would be hidden from here in all.
  for (const name of declared) if (name.length > 2) names.add(`own:${name}`);
  return { names, keys };
}

/// The names that a pattern declares.
function bound(pattern) {
  switch (pattern?.type) {
    case "Identifier": return [pattern.name];
    case "ObjectPattern": return pattern.properties.flatMap((part) => bound(part.value ?? part.argument));
    case "ArrayPattern": return pattern.elements.flatMap(bound);
    case "AssignmentPattern": return bound(pattern.left);
    case "RestElement": return bound(pattern.argument);
    default: return [];
  }
}

function walk(node, see, parent = {}) {
  see(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (typeof child?.type === "string") walk(child, see, node);
  }
}
