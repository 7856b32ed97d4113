import { escapeHtml } from '../shared/escape-html.ts';
import type { Switch } from './switches.ts';

/** One row of what is out, newest first. */
export interface PanelRow {
  /** Wall clock, Asia/Shanghai. */
  at: string;
  title: string;
  /** Where the phone shows it. */
  href: string;
  /** E.g. “已发布”, “已删除”. */
  state: string;
  deliveryId: string | null;
}

export interface Panel {
  /** E.g. “微信”. */
  platform: string;
  /** HTML inside the phone's frame. */
  phone: string;
  /** CSS of the phone's inside. */
  phoneStyle: string;
  rows: PanelRow[];
  switches: Switch[];
}

/** The emulator's own page: what a phone shows, what may go wrong, and the ledger. */
export const panelPage = ({ platform, phone, phoneStyle, rows, switches }: Panel): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${platform}模拟器</title>
<style>${style}${phoneStyle}</style></head><body>
<header><h1>${platform}模拟器</h1><p>演示用，没有联系真实平台。这里有读者手机上看到的样子、可以故意出的差错和台账。</p></header>
<main><section class="frame" aria-label="手机上看到的">${phone}</section>
<section class="side"><h2>故意出差错</h2><ul class="switches">${switches.map(button).join('')}</ul>
<h2>台账<small>${rows.length} 条</small></h2>${rows.length ? `<table><thead><tr><th>时间</th><th>内容</th><th>状态</th></tr></thead><tbody>${rows.map(line).join('')}</tbody></table>` : '<p class="none">还没有发布过。</p>'}</section></main></body></html>`;

const button = ({
  id,
  title,
  what,
  on,
}: Switch): string => `<li><form method="post" action="/__switch"><input type="hidden" name="id" value="${id}">
<button aria-pressed="${on}">${escapeHtml(title)}</button></form><p>${escapeHtml(what)}</p></li>`;

const line = ({ at, title, href, state, deliveryId }: PanelRow): string => `<tr><td class="when">${at}</td>
<td><a href="${escapeHtml(href)}">${escapeHtml(title)}</a>${deliveryId ? `<code title="推送编号">${escapeHtml(deliveryId)}</code>` : ''}</td><td class="when">${escapeHtml(state)}</td></tr>`;

const style = `
body { margin: 0; background: #f3f1ea; color: #1b1d20; font: 16px/1.7 "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
header { max-width: 1080px; margin: 0 auto; padding: 28px 24px 12px; }
header h1 { margin: 0; font-size: 24px; line-height: 1.3; } header p { margin: 4px 0 0; color: #5f6369; font-size: 15px; }
main { display: grid; grid-template-columns: 375px minmax(0, 1fr); gap: 40px; align-items: start; max-width: 1080px; margin: 0 auto; padding: 12px 24px 48px; }
.frame { height: 720px; overflow-y: auto; background: #ededed; border: 1px solid #d2cec2; border-radius: 24px; box-shadow: 0 6px 24px rgba(27, 29, 32, .08); }
.side h2 { margin: 0 0 12px; font-size: 18px; } .side h2 small { margin-left: 10px; font-weight: 400; font-size: 14px; color: #5f6369; }
.switches { list-style: none; margin: 0 0 32px; padding: 0; } .switches li { display: flex; gap: 14px; align-items: center; padding: 7px 0; border-top: 1px solid #e3dfd3; }
.switches p { margin: 0; font-size: 15px; color: #44484e; line-height: 1.5; }
button { width: 8em; padding: 6px 0; font: inherit; font-size: 15px; color: #1b1d20; background: #fff; border: 1px solid #b9b4a6; border-radius: 6px; cursor: pointer; }
button:hover { border-color: #1b1d20; } button:focus-visible { outline: 3px solid #f2b01e; }
button[aria-pressed="true"] { color: #fff; background: #b3261e; border-color: #b3261e; }
table { width: 100%; border-collapse: collapse; font-size: 15px; } th { font-weight: 400; color: #5f6369; }
th, td { padding: 8px 12px 8px 0; text-align: left; vertical-align: top; border-top: 1px solid #e3dfd3; } .when { white-space: nowrap; color: #44484e; }
td a { color: #1b1d20; } code { display: block; font-size: 12px; line-height: 1.4; color: #6d7178; overflow-wrap: anywhere; } .none { color: #5f6369; }
@media (max-width: 860px) { main { grid-template-columns: minmax(0, 1fr); gap: 28px; padding: 12px 16px 40px; } header { padding: 20px 16px 8px; }
  .frame { width: 100%; max-width: 375px; margin: 0 auto; box-sizing: border-box; } }
`;
