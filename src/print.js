// The résumé as it goes to a printer, beside the page, which does not print while it is there.

/// Lays out HTML by a style sheet of its own until it is printed. The sheet is made here, as the page's policy lets no other into the document.
export function layOut(style, html) {
  const sheet = new CSSStyleSheet({ media: "print" });
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  const laid = document.createElement("div");
  laid.className = "print";
  laid.innerHTML = html;
  document.body.append(laid);
  const clear = () => {
    document.adoptedStyleSheets = [];
    laid.remove();
  };
  addEventListener("afterprint", clear, { once: true });
}
