import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from '../story/facts.ts';
import type { Region } from '../story/region.ts';
import { pictureView, withPictures } from '../release/picture-view.ts';
import { furtherRoleModelFacts } from '../story/further-facts.ts';
import type { Snapshot } from '../story/snapshot.ts';
import { escapeHtml as text } from '../rich-text/escape.ts';
import { framePage } from './framed.ts';

/** The public site's own style sheets, as far as a story's page needs them. Read as data: the site's code stays its own. */
export async function siteStyle(root = process.cwd()): Promise<string> {
  const sheets = ['tokens', 'base', 'parts', 'story'].map((name) =>
    readFile(join(/* turbopackIgnore: true */ root, 'site/styles', `${name}.css`), 'utf8'),
  );
  return `${(await Promise.all(sheets)).join('\n')}\n.unsigned { width: 76px; height: 76px; margin-right: 14px; border: 2px dashed var(--ink3); display: grid; place-items: center; font-size: 14px; color: var(--ink3); }`;
}

/** The desk keeps pictures where only staff reach them; an address that the story itself speaks of stays as it is. */
const atDesk = (html: string): string =>
  html.replace(/\bsrc(?:set)?="[^"]*"/g, (pictures) => pictures.replace(/(?<=["\s])\/media\//g, '/api/media/file/'));

/**
 * The story as the site's page would show it, without header, footer and neighbours. No seal: the seal says “signed”,
 * so its place is dashed and says 未签发.
 */
export function sitePage(snapshot: Snapshot, region: Pick<Region, 'editorialName'>, style: string): string {
  const { caseSteps, roleModel: facts } = snapshot;
  const kicker = [
    snapshot.column?.name ?? '（未选栏目）',
    ...(facts ? [facts.category, facts.batch] : snapshot.tags.slice(0, 2)),
  ].filter(Boolean);
  const head = `<header class="storyhead"><p class="meta dots">${kicker.map((word) => `<span>${text(word)}</span>`).join('')}</p>
<h1>${text(snapshot.title || '（还没有标题）')}</h1>${snapshot.summary ? `<p class="standfirst balance summary">${text(snapshot.summary)}</p>` : ''}
<div class="byline"><p>来源：<b>${text(snapshot.source)}</b></p><p>发布：<b>签发时填写</b></p><p>责任编辑：<b>${text(snapshot.author)}</b></p></div></header>`;
  const prose = `<div class="prose">${withPictures(snapshot.html, snapshot.images)}</div>`;
  const signature = `<div class="signature"><div><p>${text(region.editorialName)}</p></div><div class="unsigned">未签发</div></div>`;
  const body = caseSteps
    ? `${steps(caseSteps)}${prose}${signature}`
    : `<div class="storybody">${lead(snapshot)}${facts ? factList(facts) : ''}${prose}${signature}</div>`;
  return framePage(snapshot.title, style, atDesk(`<main class="wrap"><article>${head}${body}</article></main>`));
}

function lead({ cover, roleModel }: Snapshot): string {
  const view = cover && pictureView(cover, roleModel ? ['portrait-480', 'portrait'] : ['card-640', 'card-960']);
  if (!cover || !view) return '';
  const words = [cover.caption, cover.aigc ? '图片由人工智能生成' : null].filter(Boolean).join('　');
  return `<figure class="leadfigure"${roleModel ? ' style="max-width:280px"' : ''}>${image(view)}${words ? `<figcaption class="note">${text(words)}</figcaption>` : ''}</figure>`;
}

const image = (view: Picture): string =>
  `<img src="${text(view.src)}" srcset="${text(view.srcset)}" width="${view.width}" height="${view.height}" alt="${text(view.alt)}">`;

function factList(facts: NonNullable<Snapshot['roleModel']>): string {
  const rows = [['类别', facts.category], ['批次', facts.batch], ...furtherRoleModelFacts(facts)] as const;
  return `<dl class="facts">${rows.map(([name, value]) => (value ? `<div><dt>${name}</dt><dd>${text(value)}</dd></div>` : '')).join('')}</dl>`;
}

function steps({ what, rule, costs, mend }: NonNullable<Snapshot['caseSteps']>): string {
  const step = (sign: string, name: string, inner: string, whole = '') =>
    `<li${whole}><h2><i aria-hidden="true">${sign}</i>${name}</h2><div class="prose">${inner}</div></li>`;
  return `<ol class="casesteps">${[
    step(
      '一',
      '发生了什么',
      what
        .split(/\n+/)
        .map((part) => `<p>${text(part)}</p>`)
        .join(''),
    ),
    step(
      '二',
      '违反哪条规定',
      `<blockquote class="law"><p>${text(rule.text)}</p><footer class="meta">${text(rule.law)}${text(rule.article)}</footer></blockquote>`,
    ),
    step(
      '三',
      '付出什么代价',
      `<dl class="costs">${costs.map(({ figure, label }) => `<div><dt class="note">${text(label)}</dt><dd><b>${text(figure)}</b></dd></div>`).join('')}</dl>`,
    ),
    step(
      '四',
      '怎样改过来',
      `<ul class="dated">${mend.map((row) => `<li><time class="note">${text(row.date)}</time><span>${text(row.text)}</span></li>`).join('')}</ul>`,
      ' class="whole"',
    ),
  ].join('')}</ol>`;
}
