// Keeps the app for when there is no network: all files of one version together, or none of them. The build writes what they are.
//
// A page gets the newest version that is here as a whole. What it asks for after that has its content's hash in its name, so no page can be
// of two versions; and the version before stays, for a page that is loading while another comes.

const FILES = {};
const VERSION = "";

const ours = `faircopy ${registration.scope} `;
const versions = async () => (await caches.keys()).filter((name) => name.startsWith(ours));

self.addEventListener("install", (event) => {
  event.waitUntil(keep());
  skipWaiting();
});

self.addEventListener("activate", (event) => event.waitUntil(forget()));

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(find(url).then((found) => found ?? fetch(event.request)));
});

/// Fetches every file, each of which must be the one that was built: while a host puts up another version, there is none to keep.
async function keep() {
  const name = ours + VERSION;
  // One that was here before comes last, as the newest.
  await caches.delete(name);
  const cache = await caches.open(name);
  const add = async (path) => {
    const get = (mode) => fetch(path, { integrity: FILES[path], cache: mode });
    // What the browser has of the name may be older.
    const answer = await get("default").catch(() => get("reload"));
    // As a new answer, as one that a host has led elsewhere is no page to a browser.
    await cache.put(path, new Response(answer.body, answer));
  };
  try {
    await Promise.all(Object.keys(FILES).filter((path) => path !== "./").map(add));
    // The page itself comes last, and so says that all is there.
    await add("./");
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/// Takes off all versions but the newest and the one before.
async function forget() {
  for (const name of (await versions()).slice(0, -2)) await caches.delete(name);
}

/// The file at this address, of the newest version that is here as a whole.
async function find(url) {
  const path = url.slice(registration.scope.length).replace(/[?#].*/, "").replace(/^(index\.html)?$/, "./");
  for (const name of (await versions()).reverse()) {
    const cache = await caches.open(name);
    const found = (await cache.match("./")) && (await cache.match(path, { ignoreVary: true }));
    if (found) return found;
  }
}
