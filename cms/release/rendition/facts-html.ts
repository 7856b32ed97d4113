import type { CaseSteps, NamedFacts, RoleModelFacts } from '../../story/facts.ts';
import { escapeHtml } from '../../rich-text/escape.ts';
import { factRows } from '../../story/fields/derive.ts';
import { lessonFacts } from '../../story/fields/lesson.ts';
import { roleModelFacts } from '../../story/fields/role-model.ts';
import { lawTitle } from '../../story/law-title.ts';
import type { LessonFacts } from '../../story/snapshot.ts';
import { dayInWords } from '../../../campaigns/calendar/civil-day.ts';

export const p = (text: string): string => (text.trim() ? `<p>${escapeHtml(text.trim())}</p>` : '');
const prose = (text: string): string => text.split(/\n+/u).map(p).join('');
const list = (items: readonly string[]): string =>
  items.length > 0 ? `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>` : '';
const section = (title: string, inner: string): string => (inner ? `<h2>${title}</h2>${inner}` : '');
/** `name：value`. */
const rows = (facts: readonly (readonly [string, string])[]): string =>
  list(facts.map(([name, value]) => `${name}：${value}`));

/** The four steps of a case, under the headings that its page has. */
export function caseHtml({ costs, mend, rule, what }: CaseSteps): string {
  const source = `${lawTitle(rule.law)}${rule.article}`;
  const quoted = [rule.text.trim(), source].filter(Boolean).join('——');
  return [
    section('发生了什么', prose(what)),
    section(
      '违反哪条规定',
      quoted &&
        `<blockquote>${p(quoted)}</blockquote>${rule.url ? `<p><a href="${escapeHtml(rule.url)}">看这部规定的全文</a></p>` : ''}`,
    ),
    section('付出什么代价', list(costs.map(({ figure, label }) => `${label}：${figure}`))),
    section('怎样改过来', list(mend.map(({ date, text }) => `${dayInWords(date)}：${text}`))),
  ].join('');
}

/** Who a role model is, and on what its praise rests. */
export const roleModelHtml = (facts: RoleModelFacts): string =>
  section('典型资料', rows(factRows(roleModelFacts, facts)));

/** What a lesson is for, and under which licence it may be used. */
export const lessonHtml = (facts: LessonFacts): string => section('使用说明', rows(factRows(lessonFacts, facts)));

/** On what a case that names somebody rests, until when it stands, where to object (G03, G04, G18). */
export const namedHtml = ({ authority, docDate, docNo, objection, recordUrl, until }: NamedFacts): string =>
  `<p>依据${escapeHtml(authority)}${dayInWords(docDate)}作出的${escapeHtml(docNo)}，来源为<a href="${escapeHtml(recordUrl)}">认定机关公布的记录</a>。公示期到${dayInWords(until)}零点为止，网页到时自动撤下。</p>` +
  p(`认为有误的，可以提出异议：${objection}。信用修复由认定机关办理，不收费；提前修复的，请凭修复决定告诉本站。`);
