import { escapeHtml } from '../shared/escape-html.ts';

/** How an article page looks in WeChat on a phone; class names are only used inside `.phone`. */
export const phoneStyle = `
.phone { box-sizing: border-box; width: 100%; max-width: 375px; margin: 0 auto; padding: 20px 16px 40px; background: #fff; color: #1b1d20;
  font: 17px/1.6 -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
.phone h1 { margin: 0 0 14px; font-size: 22px; line-height: 1.4; font-weight: 600; }
.phone .by { margin: 0 0 22px; font-size: 15px; color: rgba(0, 0, 0, .45); }
.phone .by b { margin: 0 8px; font-weight: 400; color: #576b95; }
.phone img { max-width: 100%; height: auto; }
.phone table { max-width: 100%; }
.phone .more { margin: 28px 0 0; font-size: 15px; color: #576b95; }
.phone .more a { color: inherit; text-decoration: none; }
`;

/** A whole page of phone width that loads nothing from elsewhere but the pictures in `inner`. */
export const phonePage = (title: string, inner: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>body { margin: 0; background: #ededed; }${phoneStyle}</style></head><body><main class="phone">${inner}</main></body></html>`;
