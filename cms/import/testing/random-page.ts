import type { Random } from '../../../campaigns/calendar/testing/random.ts';
import type { Sample } from './random-word.ts';

/** A web page of what pages can hold, put together by chance, well-formed or not. */
export function randomPage(random: Random): Sample {
  const seen: string[] = [];
  const hidden: string[] = [];
  const token = (kind = '词') => `${kind}${seen.length + hidden.length + 1}号`;
  const say = () => seen[seen.push(token()) - 1] ?? '';
  const hide = () => hidden[hidden.push(token('密')) - 1] ?? '';
  const inlines = [
    say,
    say,
    () => `<b>${say()}</b>`,
    () => `<span><i>${say()}</i></span>`,
    () => `<sup>${say()}</sup>`,
    () => `<sub>${say()}</sub>`,
    () => `<s>${say()}</s>`,
    () => `<del>${say()}</del>`,
    () => `<font>${say()}</font>`,
    () => `<x-a>${say()}</x-a>`,
    () => `<a href="${random.pick(['https://a.example/', 'a.doc', '../b.html', '#c', 'javascript:x'])}">${say()}</a>`,
    () => `<q>${say()}</q>`,
    () => `<ruby>${say()}<rt>${say()}</rt></ruby>`,
    () => '<br>',
    () => `<label>${say()}<input type=checkbox></label>`,
    () => `<mpvoice name="${say()}"></mpvoice>`,
    () => `<x-film title="${say()}"></x-film>`,
    () => `<progress value="${say()}"></progress>`,
    () => `<map><area href="/${say()}"></map>`,
    () => `<span role=checkbox aria-checked=true>${say()}</span>`,
    () => `<button>${say()}</button>`,
    () => `<select><option>${say()}</option></select>`,
    () => `<input value="${say()}">`,
    () => `<textarea>${say()}</textarea>`,
    () => `<svg><text>${say()}</text></svg>`,
    () => `<math><mi>${say()}</mi></math>`,
    () => `<iframe src="/${say()}">${hide()}</iframe>`,
    () => `<video src="${say()}.mp4">${hide()}</video>`,
    () => `<script>"${hide()}"</script>`,
    () => `<style>.x{content:"${hide()}"}</style>`,
    () => `<!--${hide()}-->`,
    () => `<noscript>${hide()}</noscript>`,
    () => `<template>${hide()}</template>`,
    () => `<span style="display:none">${hide()}</span>`,
    () => `<span hidden>${hide()}</span>`,
    () => `<span style="font-size:0">${hide()}</span>`,
    () => `<img src="a.png" alt="${say()}">`,
  ];
  let depth = 0;
  const line = (): string =>
    Array.from({ length: random.int(1, 4) }, () => random.pick(inlines)()).join(random.pick(['', ' ', '\n']));
  const inside = (): string => {
    if (depth > 4) return line();
    depth += 1;
    const made = Array.from({ length: random.int(1, 3) }, () => random.pick([line, block, block])()).join('');
    depth -= 1;
    return made;
  };
  const blocks = [
    () => `<p>${line()}</p>`,
    () => `<p>${line()}`,
    () => `<div>${inside()}</div>`,
    () => `<h${random.int(1, 6)}>${line()}</h3>`,
    () => `<blockquote>${inside()}</blockquote>`,
    () => `<pre>${say()}\n${say()}</pre>`,
    () =>
      `<${random.pick(['ul', 'ol', 'ol type=a', 'ol start=4', 'ol reversed', 'menu'])}>${random.pick([say, () => ''])()}<li>${inside()}</li><li>${line()}<li>${inside()}</ol>`,
    () =>
      `<table><caption>${line()}</caption>${say()}<tr>${say()}<th>${inside()}</th><td>${inside()}</td></tr><form><tr><td>${line()}<td>${inside()}</form></table>`,
    () =>
      `<table><col><col style="display:none"><tr><td>${say()}</td><td>${hide()}</td></tr><tr><td colspan=2>${say()}</td></tr></table>`,
    () => `<dl><dt>${line()}</dt><dd>${inside()}</dd></dl>`,
    () => `<details><summary>${line()}</summary>${inside()}</details>`,
    () => `<form><fieldset><legend>${say()}</legend>${inside()}</fieldset></form>`,
    () => `<figure><img src=b.png alt=""><figcaption>${say()}</figcaption></figure>`,
    () => `<figure><figcaption>${say()}</figcaption></figure>`,
    () => `<section><div>${inside()}</div></section>`,
    () => `<b>${inside()}</b>`,
    () => `<center>${inside()}</center>`,
    () => '<hr>',
    () => `<div style="visibility:hidden"><p>${hide()}</p></div>`,
    () => `<p class=gone>${hide()}</p>`,
  ];
  const block = (): string => random.pick(blocks)();
  const body = Array.from({ length: random.int(2, 8) }, () => random.pick([block, line])()).join('');
  return {
    bytes: new TextEncoder().encode(
      `<html><head><meta charset="utf-8"><style>.gone{display:none}</style></head><body><h1>守信事项办事指南</h1><p>起头一段。</p>${body}</body></html>`,
    ),
    seen,
    hidden,
  };
}
