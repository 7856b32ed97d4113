import { escapeHtml } from '../../shared/escape-html.ts';

const style =
  'body{font:18px/1.8 system-ui,sans-serif;max-width:34em;margin:3em auto;padding:0 1em;color:#1a1a1a;background:#fff}' +
  'h1{font-size:1.4em}fieldset{margin:1em 0;border:1px solid #999}button{font:inherit;padding:.6em 1.4em;border:0;background:#1a1a1a;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid #b8860b;outline-offset:2px}';

export interface ReceiptForm {
  button: string;
  /** Where it is posted: the page's own address. */
  action: string;
  /** Of which one is sent as `handling`; empty when there is nothing to choose. */
  choices: { value: string; label: string; chosen: boolean }[];
}

/** A plain page without scripts: a heading, some lines, and at most one button. */
export function receiptPage(heading: string, lines: string[], form?: ReceiptForm): string {
  const choices =
    form?.choices
      .map(
        ({ value, label, chosen }) =>
          `<label><input type="radio" name="handling" value="${value}"${chosen ? ' checked' : ''}> ${label}</label><br>`,
      )
      .join('') ?? '';
  const fields = choices ? `<fieldset><legend>怎样处理的</legend>${choices}</fieldset>` : '';
  const button = form
    ? `<form method="post" action="${escapeHtml(form.action)}">${fields}<button>${escapeHtml(form.button)}</button></form>`
    : '';
  return (
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow">` +
    `<title>${escapeHtml(heading)}</title><style>${style}</style><body><main><h1>${escapeHtml(heading)}</h1>` +
    `${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}${button}</main></body></html>\n`
  );
}
