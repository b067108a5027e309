// Starts the program and keeps it for when there is no network. Then the page is sealed: everything is there, and nothing is to come or go.
// The build puts this into the page, with the names of the files, in place of what Trunk writes.

import start from "PROGRAM.js";

await start(fetch("PROGRAM.wasm"));

// Where a browser keeps nothing for this page, the page works as well, with a network.
const kept = await navigator.serviceWorker?.register("worker.js").catch(() => {});
// A version that has come while this one runs is shown by the next page.
kept?.addEventListener("updatefound", () => {
  const next = kept.installing;
  if (kept.active) next.onstatechange = () => next.state === "installed" && (document.getElementById("newer").hidden = false);
});

const seal = document.querySelector("meta[name=seal]");
seal.httpEquiv = "Content-Security-Policy";
document.head.append(seal);
// The page that proves it tells by this what came before.
performance.mark("sealed");
