// The first script of every page. It takes out of reach what no policy of a browser stops: other windows and other computers, a page
// that goes elsewhere by itself, and whatever would give a script all of this anew. It stays so until the page is gone.
{
  // Frames have a window of their own, links call other computers before a policy is asked, what is in a template nobody hears of, and the
  // rest changes where a page goes.
  const BARRED = /<(i?frame|fencedframe|object|embed|link|meta|base|template)\b/i;
  // Other windows, calls, what runs scripts and makes elements of its own, and how forms are sent. In a shadow root nobody hears of that.
  const GONE = ["open", "RTCPeerConnection", "webkitRTCPeerConnection", "XSLTProcessor", "customElements", "attachShadow", "submit", "requestSubmit"];
  const put = (owner, name, value) => name in owner && Object.defineProperty(owner, name, { value, configurable: false, writable: false });
  const change = (owner, name, by) => {
    const own = owner[name];
    put(owner, name, function (...given) {
      return by.call(this, own.bind(this), ...given);
    });
  };

  for (const owner of [window, ...[Document, Element, HTMLFormElement].map((kind) => kind.prototype)])
    for (const name of GONE) put(owner, name);

  // A form holds the fields of an entry together, and is never sent.
  addEventListener("submit", (event) => event.preventDefault(), true);

  for (const name of ["createElement", "createElementNS"])
    change(Document.prototype, name, (make, ...given) => {
      const made = make(...given);
      if (BARRED.test(`<${made.localName}`)) throw new DOMException(`No <${made.localName}> here.`, "SecurityError");
      return made;
    });
  // Once the page is sealed, HTML that was put together from texts passes here. What gives nothing is refused.
  window.trustedTypes?.createPolicy("default", { createHTML: (html) => (BARRED.test(html) ? null : html) });

  // A click that no person made follows no link, but takes a file that was made here.
  change(HTMLElement.prototype, "click", function (click) {
    const link = this.closest("a, area");
    if (!link || link.protocol === "blob:") click();
  });
  change(EventTarget.prototype, "dispatchEvent", (dispatch, event) => event.type !== "click" && dispatch(event));
  window.navigation?.addEventListener("navigate", (event) => {
    // Firefox tells of a file twice, and the second time only by its link.
    const isFile = event.destination.url.startsWith("blob:") && (event.downloadRequest != null || event.sourceElement?.download);
    if (!event.userInitiated && !event.hashChange && !isFile) event.preventDefault();
  });
}
