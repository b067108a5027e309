// Watches the tab of Faircopy that has opened this page, and tries to get something out of it. It has no part in what it shows: the
// requests are the browser's own list, and what stops an attempt is told by the browser too.

const GERMAN = navigator.language.startsWith("de");
const say = (english, german) => (GERMAN ? german : english);
const place = (id) => document.getElementById(id);
document.documentElement.lang = GERMAN ? "de" : "en";

/// No name ends so, by agreement of all who give out names.
const NOWHERE = "https://faircopy-proof.invalid/";
/// Milliseconds in which a browser tells that it stopped something.
const PATIENCE = 3000;

/// The window of Faircopy, or this one where that is gone.
function watched() {
  try {
    return opener && !opener.closed && opener.document.querySelector("meta[name=seal]") ? opener : window;
  } catch {
    return window;
  }
}

function row(table, ...cells) {
  const made = document.createElement("tr");
  cells.forEach(({ text, kind = "" }, at) => {
    const cell = document.createElement(at === 0 ? "th" : "td");
    if (at === 0) cell.scope = "row";
    cell.textContent = text;
    cell.className = kind;
    made.append(cell);
  });
  table.append(made);
}

/// Shows what the tab has asked for, and by which policies it is held. A page that is alone was never sealed: it loads nothing at all.
function look() {
  const tab = watched();
  place("alone").hidden = tab !== window;
  const [sealed] = tab.performance.getEntriesByName("sealed");
  const start = tab === window ? 0 : (sealed?.startTime ?? Infinity);
  const entries = ["navigation", "resource"].flatMap((kind) => tab.performance.getEntriesByType(kind)).filter(({ name }) => /^https?:/.test(name) && !name.startsWith(NOWHERE));
  const since = entries.filter(({ entryType, startTime }) => entryType === "resource" && startTime > start);
  place("count").textContent = sealed || tab === window ? since.length : say("not sealed yet:", "noch nicht versiegelt:");
  place("count").className = `count ${since.length === 0 && (sealed || tab === window) ? "good" : "wrong"}`;
  place("requests").replaceChildren();
  for (const { name, startTime } of entries) {
    const after = startTime > start;
    const when = `${(startTime / 1000).toFixed(1)} s, ${after ? say("after the seal", "nach dem Versiegeln") : say("while loading", "beim Laden")}`;
    row(place("requests"), { text: name.replace(new URL("./", location).href, "./") }, { text: when, kind: after ? "wrong" : "" });
  }
  const policies = [...tab.document.querySelectorAll("meta[http-equiv=Content-Security-Policy]")].map(({ content }) => content.replaceAll(/;\s*/g, ";\n"));
  place("policies").replaceChildren(...policies.map((policy) => Object.assign(document.createElement("pre"), { textContent: policy })));
  const files = entries.map(({ name }) => name.replace(/.*\//, "")).filter((name) => name.startsWith("app-"));
  place("files").textContent = files.join("\n");
  place("files").hidden = files.length === 0;
}

/// An element of the tab with something in it that is elsewhere.
function put(tab, name, set) {
  const made = Object.assign(tab.document.createElement(name), set);
  tab.document.body.append(made);
  setTimeout(() => made.remove(), PATIENCE);
}

/// Each way out, in the tab. One that is not there is taken away; the others throw, are refused, or are told by the browser to have been stopped.
const WAYS = {
  "fetch": (tab, url) => tab.fetch(url).catch(() => {}),
  "XMLHttpRequest": (tab, url) => {
    const request = new tab.XMLHttpRequest();
    request.open("POST", url);
    request.send("out");
  },
  "sendBeacon": (tab, url) => tab.navigator.sendBeacon(url, "out"),
  "WebSocket": (tab, url) => new tab.WebSocket(url.replace("https", "wss")),
  "EventSource": (tab, url) => new tab.EventSource(url),
  [say("Fetching from the host of this page", "Abruf vom Server dieser Seite")]: (tab, _, own) => tab.fetch(own).catch(() => {}),
  [say("Picture", "Bild")]: (tab, url) => put(tab, "img", { src: url, alt: "" }),
  [say("Picture by CSS", "Bild in CSS")]: (tab, url) => {
    put(tab, "i", { id: "faircopy-proof" });
    tab.document.getElementById("faircopy-proof").style.backgroundImage = `url(${url})`;
  },
  [say("Font", "Schrift")]: (tab, url) => new tab.FontFace("out", `url(${url})`).load().catch(() => {}),
  [say("Sound", "Ton")]: (tab, url) => put(tab, "audio", { src: url, preload: "auto" }),
  [say("Style sheet", "Formatvorlage")]: (tab, url) => put(tab, "link", { rel: "stylesheet", href: url }),
  [say("Script", "Skript")]: (tab, url) => put(tab, "script", { src: url }),
  [say("Worker", "Worker")]: (tab, _, own) => new tab.Worker(own),
  [say("Frame", "Rahmen")]: (tab, url) => put(tab, "iframe", { src: url }),
  [say("Plug-in", "Plug-in")]: (tab, url) => put(tab, "object", { data: url }),
  [say("Form", "Formular")]: (tab) => tab.HTMLFormElement.prototype.submit === undefined ? GONE : undefined,
  [say("HTML with a frame", "HTML mit Rahmen")]: (tab, url) => (tab.document.createElement("p").innerHTML = `<iframe src="${url}"></iframe>`),
  [say("Call to another computer (WebRTC)", "Anruf bei einem anderen Rechner (WebRTC)")]: (tab) => tab.RTCPeerConnection === undefined ? GONE : new tab.RTCPeerConnection().close(),
  [say("New window", "Neues Fenster")]: (tab) => tab.open === undefined ? GONE : undefined,
  [say("Going elsewhere by itself", "Von selbst woandershin gehen")]: async (tab) => {
    // It goes where it is, so that nothing is lost where nothing stops it.
    await tab.navigation?.reload().committed;
  },
};
const GONE = say("taken away", "weggenommen");

/// What came of one attempt: what stopped it, or nothing.
async function attempt(tab, way, at) {
  const [url, own] = [`${NOWHERE}${at}`, `${location.origin}/faircopy-proof/${at}`];
  let stop;
  const stopped = new Promise((told) => {
    stop = ({ blockedURI, effectiveDirective }) => {
      if ([url, own].includes(blockedURI.replace("wss:", "https:"))) told(effectiveDirective);
    };
    tab.addEventListener("securitypolicyviolation", stop);
    setTimeout(told, PATIENCE);
  });
  try {
    // A page that has gone elsewhere, as nothing stopped it, answers no more.
    const answer = await Promise.race([way(tab, url, own), stopped]);
    if (typeof answer === "string") return answer;
    const directive = await stopped;
    return directive && say(`stopped by ${directive}`, `aufgehalten von ${directive}`);
  } catch (error) {
    return say(`refused (${error.name})`, `verweigert (${error.name})`);
  } finally {
    tab.removeEventListener("securitypolicyviolation", stop);
  }
}

place("try").onclick = async () => {
  const tab = watched();
  place("try").disabled = true;
  place("told").textContent = "";
  const names = Object.keys(WAYS);
  const stopped = await Promise.all(names.map((name, at) => attempt(tab, WAYS[name], at)));
  place("ways").replaceChildren();
  place("ways").parentElement.hidden = false;
  names.forEach((name, at) => row(place("ways"), { text: name }, stopped[at] ? { text: stopped[at], kind: "good" } : { text: say("not stopped", "nicht aufgehalten"), kind: "wrong" }));
  const out = stopped.filter((by) => !by).length;
  const all = names.length;
  place("told").textContent = out === 0
    ? say(`All ${all} ways were stopped.`, `Alle ${all} Wege wurden aufgehalten.`)
    : say(`${out} of ${all} ways were not stopped. Do not trust this page with your text.`, `${out} von ${all} Wegen wurden nicht aufgehalten. Vertrauen Sie dieser Seite Ihren Text nicht an.`);
  place("told").className = out === 0 ? "good" : "wrong";
  place("try").disabled = false;
};

look();
setInterval(look, 1000);
