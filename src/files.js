// Files that are chosen and dropped, their texts, and the names of those that are given away.

/// The first file that was chosen or dropped.
export const firstOf = (event) => (event.dataTransfer ?? event.target).files[0];

/// Whether files are dragged over the page, or leave it again: then there is no other element that they go to.
export function dragged(event) {
  if (event.type === "dragleave") return event.relatedTarget === null ? false : undefined;
  return event.dataTransfer.types.includes("Files") || undefined;
}

/// The text of a file in UTF-8, or in UTF-16 with its byte order mark, with line feeds as line ends, as in a text area; nothing where it
/// is no text.
export async function textOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const form = { "255,254": "utf-16le", "254,255": "utf-16be" }[String(bytes.subarray(0, 2))];
  try {
    const text = new TextDecoder(form, { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text.replaceAll(/\r\n?/g, "\n");
  } catch {
    return undefined;
  }
}

/// A file name from a person's name, of its letters and digits joined by hyphens, and what it ends in.
export function fileName(name, ending) {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `${[...words, "resume"].join("-")}.${ending}`;
}
