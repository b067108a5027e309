// The text area that stands in for the editor, and what is said without it.

const WORDS = {
  en: { label: "Résumé text", empty: "Please add your résumé.", missing: "Your résumé does not say yet: {}." },
  de: { label: "Lebenslauf als Text", empty: "Bitte füge deinen Lebenslauf ein.", missing: "Im Lebenslauf fehlt noch: {}." },
};

/// The words in a language, or in English.
export const words = (lang) => WORDS[lang.slice(0, 2).toLowerCase()] ?? WORDS.en;

// Everything is set with priority: rules of a page that are meant for all elements reach the element, but nothing in it.
const STYLE = `
:host { display: block !important; }
:host([hidden]) { display: none !important; }
textarea {
  all: initial; display: block; box-sizing: border-box; inline-size: 100%; block-size: 15em; padding: 1em; resize: vertical;
  overflow: auto; border: 1px solid #8886; border-radius: 4px; font: 14px / 1.7 ui-monospace, monospace; white-space: pre-wrap;
  overflow-wrap: anywhere; color-scheme: light dark; color: FieldText; background: Field;
}
textarea:focus-visible { outline: 2px solid; outline-offset: 1px; }
iframe { all: initial; display: block; inline-size: 100%; block-size: 0; border: 0; }
`;

let sheet;

/// Puts the text area into a shadow root.
export function plain(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  root.adoptedStyleSheets.push(sheet);
  const area = document.createElementNS("http://www.w3.org/1999/xhtml", "textarea");
  area.setAttribute("part", "plain");
  area.spellcheck = false;
  root.append(area);
  return area;
}
