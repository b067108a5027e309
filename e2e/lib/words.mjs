// Comparing texts by their words, for "nothing is lost".

/// The words of a text: runs of letters and digits, composed and in lower case.
export function words(text) {
  return text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/// The words of `source` that are nowhere in `kept`. A hyphenated line break joins two words, so letters are compared run together.
export function missingWords(source, kept) {
  const have = new Set(words(kept));
  const joined = words(kept).join("");
  return [...new Set(words(source))].filter((word) => !have.has(word) && !joined.includes(word));
}
