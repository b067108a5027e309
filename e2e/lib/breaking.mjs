// Lets the program stop at a chosen place, as WebAssembly stops: a call that it makes of the page fails, which nothing in it takes for possible.

/// Put into a page before its scripts run. `breaking.making(name)` lets the program stop once it makes an element of the class;
/// `breaking.hearing(place, event)` once it hears the event there; `breaking.heard()` says where it listens.
export function breaking() {
  let wanted, armed, broken;
  const stop = () => {
    if (broken) return;
    broken = true;
    throw new WebAssembly.RuntimeError("unreachable");
  };
  const change = (owner, name) => {
    const property = Object.getOwnPropertyDescriptor(owner, name);
    const hook = (own) =>
      function (...given) {
        if (armed) stop();
        return own.apply(this, given);
      };
    for (const part of ["value", "get", "set"]) if (typeof property[part] === "function") property[part] = hook(property[part]);
    Object.defineProperty(owner, name, property);
  };
  for (const [owner, names] of [
    [Node.prototype, ["textContent", "parentNode", "nextSibling"]],
    [Element.prototype, ["className", "classList", "getBoundingClientRect", "scrollTop"]],
    [HTMLTextAreaElement.prototype, ["value", "readOnly", "selectionStart"]],
    [Document.prototype, ["createElement", "createTextNode", "createComment", "activeElement"]],
  ])
    for (const name of names) change(owner, name);
  // The program goes on where an attribute cannot be set.
  const set = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (name === "class" && wanted?.name && value.split(" ").includes(wanted.name)) armed = true;
    return set.call(this, name, value);
  };

  /// Where a listener is: the window, or the first class of an element or of what it stands in.
  const place = (target) => (target === window ? "window" : target.closest?.("[class]")?.classList[0]);
  const listeners = [];
  const own = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (event, act, options) {
    const heard = function (...given) {
      if (wanted?.event !== event || wanted.place !== place(this)) return act.apply(this, given);
      wanted = undefined;
      armed = true;
      act.apply(this, given);
      // It may ask nothing of the page that it cannot do without, and stops after it then.
      setTimeout(() => {
        broken = !document.getElementById("broken").hidden;
        stop();
      });
    };
    if (typeof act === "function") listeners.push([this, event]);
    return own.call(this, event, typeof act === "function" ? heard : act, options);
  };
  // What the page does itself once the program has stopped is not to fail.
  own.call(window, "error", () => (broken = true));
  window.breaking = {
    making: (name) => (wanted = { name }),
    hearing: (place, event) => (wanted = { place, event }),
    heard: () => {
      const all = listeners.filter(([target]) => target === window || target.isConnected);
      return [...new Set(all.map(([target, event]) => JSON.stringify([place(target), event])))].map((pair) => JSON.parse(pair));
    },
    /// Lets an event happen where something listens to it, the last that was made there. Gives whether a person has to press Enter for it,
    /// as no script follows links.
    happen: (where, event) => {
      const [target] = listeners.findLast(([target, of]) => of === event && (target === window || target.isConnected) && place(target) === where);
      if (event === "click") return target.localName === "a" ? (target.focus(), true) : target.click();
      const make = { key: KeyboardEvent, mouse: MouseEvent, drag: DragEvent, focus: FocusEvent, blur: FocusEvent, paste: ClipboardEvent, before: InputEvent };
      const kind = Object.keys(make).find((kind) => event.startsWith(kind));
      const how = { bubbles: true, cancelable: true, key: "a", inputType: "insertText", data: "a", clipboardData: new DataTransfer(), dataTransfer: new DataTransfer() };
      target.dispatchEvent(new (kind ? make[kind] : Event)(event, how));
    },
  };
}
