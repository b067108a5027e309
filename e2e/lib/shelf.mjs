// What the page has stored, read and changed behind its back.

/// The stored versions of all documents, oldest first.
export async function versions(page) {
  const found = await page.evaluate(
    () =>
      new Promise((good, bad) => {
        const request = indexedDB.open("faircopy");
        request.onupgradeneeded = () => request.transaction.abort();
        request.onerror = () => good([]);
        request.onsuccess = () => {
          const store = request.result.transaction("versions").objectStore("versions");
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          store.transaction.onerror = () => bad(store.transaction.error);
          store.transaction.oncomplete = () => {
            request.result.close();
            good(keys.result.map((key, at) => ({ document: key[0], revision: key[1], saved: key[2], title: key[3], binned: key[5], text: values.result[at] })));
          };
        };
      }),
  );
  return found.sort((a, b) => a.saved - b.saved || a.revision - b.revision);
}

/// The last version of each document that was not thrown away.
export async function documents(page) {
  const newest = new Map((await versions(page)).map((version) => [version.document, version]));
  return [...newest.values()].filter((version) => !version.binned);
}

/// Puts `change(text, last)` in place of every stored version's text, from the page on which nothing saves, and stays there.
export async function changeVersions(page, change) {
  await page.waitForLoadState("networkidle");
  await page.goto("/recover.html");
  await page.evaluate(
    (change) =>
      new Promise((good) => {
        const act = new Function(`return ${change}`)();
        const request = indexedDB.open("faircopy");
        request.onsuccess = () => {
          const store = request.result.transaction("versions", "readwrite").objectStore("versions");
          const keys = store.getAllKeys();
          keys.onsuccess = () => {
            keys.result.forEach((key, at) => {
              const value = store.get(key);
              value.onsuccess = () => store.put(act(value.result, at === keys.result.length - 1), key);
            });
          };
          store.transaction.oncomplete = () => {
            request.result.close();
            good();
          };
        };
      }),
    change.toString(),
  );
}
