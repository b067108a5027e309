// Two texts side by side, line by line. In Rust it is twice as large.

/// Where the lines of one text multiplied by those of the other are more than this, they stand beside each other as they come.
const MOST = 4_000_000;

/// Pairs of lines, the same in both or next to each other, in the order of both texts; where one has no line, nothing.
export function aligned(a, b) {
  // How many lines from here on can be the same in both.
  const most = a.length * b.length > MOST ? undefined : Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = most ? a.length : 0; i-- > 0; ) {
    for (let j = b.length; j-- > 0; ) most[i][j] = a[i] === b[j] ? most[i + 1][j + 1] + 1 : Math.max(most[i + 1][j], most[i][j + 1]);
  }
  const rows = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [ours, theirs] = [[], []];
    while ((i < a.length || j < b.length) && !(most && a[i] === b[j])) {
      if (j === b.length || (i < a.length && (!most || most[i + 1][j] >= most[i][j + 1]))) ours.push(a[i++]);
      else theirs.push(b[j++]);
    }
    for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) rows.push([ours[at], theirs[at]]);
    if (i < a.length) rows.push([a[i++], b[j++]]);
  }
  return rows;
}

/// Fills a table with two texts side by side under their names. `words`, a line each, say how many lines differ, and beside a line that it
/// is changed, or in one text only.
export function compare(table, words, name, text, otherName, otherText) {
  const [differ, changed, only] = words.split("\n");
  const lines = (text) => text.split("\n").filter((line) => line.trim());
  table.replaceChildren();
  const row = (tag, cells, said = "") => {
    const row = table.insertRow();
    for (const cell of cells) {
      const made = row.appendChild(document.createElement(tag));
      made.textContent = cell ?? "";
      if (!said || cell === undefined) continue;
      made.className = "is-other";
      made.appendChild(document.createElement("small")).textContent = said;
    }
  };
  row("th", [name, otherName]);
  let differing = 0;
  for (const [ours, theirs] of aligned(lines(text), lines(otherText))) {
    const said = ours === theirs ? "" : ours === undefined || theirs === undefined ? only : changed;
    if (said) differing += 1;
    row("td", [ours, theirs], said);
  }
  table.createCaption().textContent = differ.replace("{}", differing);
}
