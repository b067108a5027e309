// The ways out of a page, each as a script in it would try it. `there` is the origin of another server, `udp` a port that listens, and what
// starts with `/` is asked of the page's own server. None of them waits for an answer.

const element = (name, set) => {
  const made = document.createElement(name);
  Object.assign(made, set);
  document.body.append(made);
  return made;
};
const html = (text) => document.body.insertAdjacentHTML("beforeend", text);
const call = (window, udp) => {
  const to = new window.RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udp}` }] });
  to.createDataChannel("out");
  to.createOffer().then((offer) => to.setLocalDescription(offer));
};
const quiet = (...promises) => promises.forEach((promise) => promise.catch(() => {}));
const link = (set) => Object.assign(document.createElement("a"), set);

export const WAYS = {
  "fetch": ({ there }) => quiet(fetch(`${there}/fetch`, { mode: "no-cors" })),
  "fetch from the own server": () => quiet(fetch("/own-fetch")),
  "XMLHttpRequest": ({ there }) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${there}/xhr`);
    request.send("out");
  },
  "beacon": ({ there }) => navigator.sendBeacon(`${there}/beacon`, "out"),
  "WebSocket": ({ there }) => new WebSocket(`${there.replace("http", "ws")}/socket`),
  "EventSource": ({ there }) => new EventSource(`${there}/events`),
  "WebRTC": ({ udp }) => call(window, udp),
  "WebRTC of a frame": ({ udp }) => call(element("iframe").contentWindow, udp),
  "WebRTC of a frame that is written": ({ udp }) => {
    html("<iframe></iframe>");
    call(window[window.length - 1], udp);
  },
  "image": ({ there }) => (new Image().src = `${there}/image`),
  "image of the own server": () => (new Image().src = "/own-image"),
  "image that is written": ({ there }) => html(`<img src="${there}/written">`),
  "image in a drawing": ({ there }) => html(`<svg><image href="${there}/drawing"/></svg>`),
  "background by CSS": ({ there }) => (document.body.style.backgroundImage = `url(${there}/background)`),
  "background by a made style sheet": ({ there }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body { cursor: url(${there}/cursor), auto; border-image: url(${there}/border) }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },
  "font": ({ there }) => quiet(new FontFace("out", `url(${there}/font)`).load()),
  "style sheet": ({ there }) => element("link", { rel: "stylesheet", href: `${there}/sheet` }),
  "import by CSS": ({ there }) => element("style", { textContent: `@import url(${there}/import)` }),
  "script": ({ there }) => element("script", { src: `${there}/script` }),
  "import of a module": ({ there }) => quiet(import(`${there}/module`)),
  "worker": () => new Worker("/own-worker"),
  "shared worker": () => new SharedWorker("/own-shared-worker"),
  "service worker": () => quiet(navigator.serviceWorker.register("/own-service-worker")),
  "frame": ({ there }) => element("iframe", { src: `${there}/frame` }),
  "frame that is written": ({ there }) => html(`<iframe srcdoc="<img src=${there}/srcdoc>"></iframe>`),
  "object": ({ there }) => element("object", { data: `${there}/object` }),
  "embed": ({ there }) => element("embed", { src: `${there}/embed` }),
  "video": ({ there }) => element("video", { src: `${there}/video` }),
  "audio": ({ there }) => quiet(new Audio(`${there}/audio`).play()),
  "prefetch": ({ there }) => element("link", { rel: "prefetch", href: `${there}/prefetch` }),
  "preload": ({ there }) => element("link", { rel: "preload", as: "image", href: `${there}/preload` }),
  "ping of a link": ({ there }) => {
    const made = link({ href: "#", ping: `${there}/ping` });
    document.body.append(made);
    made.click();
  },
  "form that is posted": ({ there }) => element("form", { method: "post", action: `${there}/posted` }).submit(),
  "form to the own server": () => element("form", { action: "/own-form" }).requestSubmit(),
  "form by its button": ({ there }) => {
    const form = element("form", { action: `${there}/form-by-button` });
    form.append(document.createElement("button"));
    form.lastChild.click();
  },
  "form in a shadow root": ({ there }) => {
    const root = element("div").attachShadow({ mode: "open" });
    root.append(Object.assign(document.createElement("form"), { action: `${there}/form-in-shadow` }));
    root.firstChild.append(document.createElement("button"));
    root.firstChild.lastChild.click();
  },
  "new window": ({ there }) => window.open(`${there}/window`),
  "new window of a document": ({ there }) => document.open(`${there}/document`, "_blank", ""),
  "link that is clicked": ({ there }) => link({ href: `${there}/clicked` }).click(),
  "link to a new tab": ({ there }) => link({ href: `${there}/tab`, target: "_blank", rel: "noopener" }).click(),
  "link to a new tab, by an event": ({ there }) => link({ href: `${there}/event`, target: "_blank" }).dispatchEvent(new MouseEvent("click")),
  "link that downloads": ({ there }) => link({ href: `${there}/download`, download: "out" }).click(),
  "location": ({ there }) => (location.href = `${there}/location`),
  "location on the own server": () => location.assign("/own-location"),
  "location in place": ({ there }) => location.replace(`${there}/in-place`),
  "navigation": ({ there }) => {
    const { committed, finished } = navigation.navigate(`${there}/navigation`);
    quiet(committed, finished);
  },
  "refresh by a meta element": ({ there }) => document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content: `0;url=${there}/refresh` })),
  "refresh by a meta element that is there": ({ there }) => Object.assign(document.querySelector("meta[name]"), { httpEquiv: "refresh", content: `0;url=${there}/changed` }),
};

/// What the ways share, as a script.
const SHARED = Object.entries({ element, html, call, quiet, link }).map(([name, value]) => `const ${name} = ${value};`).join("\n");

/// Tries one way in a page. Gives what the page said to it at once, if it said something.
export function tryWay(page, name, given) {
  // As a text, so that it is compiled by the tools of the browser, which no policy of a page is asked for.
  return page.evaluate(`(() => {\n${SHARED}\ntry {\n(${WAYS[name]})(${JSON.stringify(given)});\n} catch (error) {\nreturn String(error);\n}\n})()`);
}
