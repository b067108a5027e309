// Taking texts away: to the clipboard, or as a file. The same in Rust is four times as large.

/// Copies a text, also where the page has no clipboard of its own: it is not served securely, or permission was refused. Gives whether
/// that worked.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = document.activeElement;
    const area = document.createElement("textarea");
    area.className = "off-screen";
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused?.focus();
    return done;
  }
}

/// Gives a text to the person as a file.
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has taken hold of the blob by the time the click returns to the event loop.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
