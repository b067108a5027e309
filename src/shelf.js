// The shelf: the versions of every document in the browser's database, and notes of what was not there yet when a page went away.
//
// A version is a text under the key [document, revision, saved, title, named, binned, page], so that the keys alone list everything. It is
// never changed: the next one is put beside it, in a transaction that all tabs take turns at. The database outlives a browser that is
// killed, but answers later; a note is written at once, and outlives a page that is closed.

const NOTE = "faircopy.note.";
const SHOWN = "faircopy.document";
const SAVED = "faircopy.saved";
/// The document that every tab starts with where none is stored, so that they know of each other.
const FIRST = "1";
/// Milliseconds after which a database that does not open is given up.
const PATIENCE = 900;
/// As many of the last versions are kept; of the older ones as many again and two, with ten minutes between them.
const LAST = 3;
const OLDER = 5;
const APART = 600_000;

const fresh = () => Math.random().toString(36).slice(2);
/// The name of this page, and of its note.
const here = NOTE + fresh();
/// The document that this page shows, and the keys of its versions, the last of which the next one is to follow.
let shown = FIRST;
let versions = [];
/// How many of them were looked at, from the last on.
let looked = 0;
/// What a person calls it; nothing where it is called by what it says.
let name;
let base;

function answer(request) {
  return new Promise((good, bad) => {
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
}

function open() {
  return (base ??= new Promise((good, bad) => {
    setTimeout(bad, PATIENCE, new DOMException("The database does not answer.", "TimeoutError"));
    const request = indexedDB.open("faircopy", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("versions");
    request.onerror = () => bad(request.error);
    request.onsuccess = () => {
      const opened = request.result;
      opened.onclose = opened.onversionchange = () => {
        opened.close();
        base = undefined;
      };
      good(opened);
    };
  }).catch((error) => {
    base = undefined;
    throw error;
  }));
}

async function transact(mode, act) {
  const transaction = (await open()).transaction("versions", mode, { durability: "strict" });
  const ended = new Promise((good, bad) => {
    transaction.oncomplete = good;
    transaction.onabort = () => bad(transaction.error ?? new DOMException("The database gave up.", "AbortError"));
  });
  return (await Promise.all([act(transaction.objectStore("versions")), ended]))[0];
}

const all = (range) => transact("readonly", (store) => answer(store.getAllKeys(range)));
const of = (id) => IDBKeyRange.bound([id], [id, []]);

/// The keys of versions that need not be kept, of all of a document in order.
export function unneeded(keys) {
  const kept = [];
  const drop = keys.slice(0, -LAST).filter((key) => {
    const close = kept.length > 0 && key[2] < kept.at(-1)[2] + APART;
    if (!close) kept.push(key);
    return close;
  });
  return [...drop, ...kept.slice(0, -OLDER)];
}

/// Puts a version on the shelf as the next of its document, reads it back, and only then takes off what is not needed any more. Gives its
/// key; or, where another page has put the next one there before, nothing.
async function put([id, revision, ...rest], value) {
  const page = rest.at(-1);
  const [key, known, drop] = await transact("readwrite", async (store) => {
    const keys = await answer(store.getAllKeys(of(id)));
    const last = keys.at(-1);
    if (last?.[1] >= revision) {
      if ((await answer(store.get(last))) === value) return [last, true];
      if (last.at(-1) !== page) return [];
    }
    const key = [id, Math.max(revision, (last?.[1] ?? 0) + 1), ...rest];
    await answer(store.put(value, key));
    return [key, false, unneeded([...keys, key])];
  });
  if (key && !known) {
    await transact("readwrite", async (store) => {
      if ((await answer(store.get(key))) !== value) throw new DOMException("Something else came back.", "DataError");
      for (const old of drop) store.delete(old);
    });
  }
  return key;
}

/// Takes up what a page that is gone has noted: as the next version, or, where another page has put that there, as a document of its own.
async function take(name) {
  const noted = localStorage.getItem(name);
  if (noted === null) return;
  const [key, value] = JSON.parse(noted);
  const [, , saved, title, , , page] = key;
  if (!(await put(key, value))) await put([fresh(), 1, saved, `${title} (2)`, 1, 0, page], value);
  localStorage.removeItem(name);
}

/// Takes up what was noted, and chooses the document that this tab has shown before, or else the one that was saved last.
export async function boot() {
  const old = localStorage.getItem("faircopy.draft");
  if (old !== null) {
    localStorage.setItem(`${NOTE}draft`, JSON.stringify([[FIRST, 1, Date.now(), "", 0, 0, "draft"], old]));
    localStorage.removeItem("faircopy.draft");
  }
  const locks = navigator.locks;
  for (const name of Object.keys(localStorage).filter((name) => name.startsWith(NOTE))) {
    // A page holds the lock of its note for as long as it lives.
    const taken = locks ? locks.request(name, { signal: AbortSignal.timeout(300) }, () => take(name)) : take(name);
    await taken.catch((error) => {
      if (error.name !== "TimeoutError") throw error;
    });
  }
  locks?.request(here, () => new Promise(() => {}));
  const there = (await lasts()).filter((key) => !key[5]);
  const before = sessionStorage.getItem(SHOWN);
  const chosen = there.find((key) => key[0] === before) ?? there.sort((a, b) => b[2] - a[2])[0];
  await choose(chosen?.[0] ?? FIRST);
}

/// The last key of each document.
async function lasts() {
  return (await all()).filter((key, at, keys) => key[0] !== keys[at + 1]?.[0]);
}

/// Shows a document from here on.
export async function choose(id) {
  versions = await all(of(id));
  show(id, versions.at(-1));
}

function show(id, last) {
  shown = id;
  looked = 0;
  name = last?.[4] ? last[3] : undefined;
  sessionStorage.setItem(SHOWN, id);
}

const text = (key) => transact("readonly", (store) => answer(store.get(key)));

/// The text of the last version of the document, and with every further call that of the one before; at the end nothing.
export async function older() {
  looked += 1;
  return looked > versions.length ? undefined : text(versions.at(-looked));
}

/// When the version that was looked at last was saved.
export const savedAt = () => versions.at(-looked)?.[2] ?? 0;

/// The document that is shown.
export const current = () => shown;

const next = (title) => [shown, (versions.at(-1)?.[1] ?? 0) + 1, Date.now(), name ?? title, name === undefined ? 0 : 1, 0, here];

/// Saves the next version of the document. Gives when, or nothing where another tab has saved since.
export async function save(record, title) {
  const key = await put(next(title), record);
  if (key) {
    versions.push(key);
    looked = 1;
  }
  return key?.[2];
}

/// Tells the other tabs of what was saved last. It fails where a note would.
export function tell() {
  localStorage.setItem(SAVED, JSON.stringify(versions.at(-1)));
}

const isLater = (key) => key[0] === shown && !key[5] && key[1] > (versions.at(-1)?.[1] ?? 0);

/// Whether what another tab has told is a later version of the document.
export function heard(name, told) {
  return name === SAVED && told !== null && isLater(JSON.parse(told));
}

/// Whether there is a later version of the document.
export async function late() {
  return (await all(of(shown))).some(isLater);
}

/// Notes a version at once, in place of what this page noted before.
export function note(record, title) {
  localStorage.setItem(here, JSON.stringify([next(title), record]));
}

/// Takes back what this page noted.
export function forget() {
  localStorage.removeItem(here);
}

/// Shows a new document, which is stored when it is saved, by a name of its own if one is given.
export function begin(title) {
  versions = [];
  show(fresh());
  name = title;
}
