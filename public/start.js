// Starts the program and keeps it for when there is no network. Then the page is sealed: everything is there, and nothing is to come or go.
// The build puts this into the page, with the names of the files, in place of what Trunk writes.

import start from "PROGRAM.js";

const worker = navigator.serviceWorker;
// A version that has come while this one runs is shown by the next page.
worker?.addEventListener("controllerchange", () => (document.getElementById("newer").hidden = false));

await start(program);
// Where a browser keeps nothing for this page, the page works as well, with a network.
await worker?.register("worker.js").catch(() => {});

const seal = document.querySelector("meta[name=seal]");
seal.httpEquiv = "Content-Security-Policy";
document.head.append(seal);
// The page that proves it tells by this what came before.
performance.mark("sealed");
