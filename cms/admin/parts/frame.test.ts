import { ownContent } from '../../texts/files/testing/own-content.ts';
import { enrolment } from '../../accounts/second-factor/enrolment.ts';
import { openContent } from '../../content/content.ts';
import type { ServerProps } from 'payload';
import { createElement } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRegion } from '../../content/load-region.ts';
import { person } from '../../testing/people.ts';
import { newsroom, draft, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { performReview } from '../../desk/perform.ts';
import { ForgotView } from '../account/ForgotView.tsx';
import { LoginView } from '../account/LoginView.tsx';
import { show } from '../testing/page.ts';
import { hostile, isMarkup } from '../testing/sentences.ts';
import { showView, viewProps } from '../testing/view.ts';
import { LoginHint } from './LoginHint.tsx';
import { Logo } from './Logo.tsx';
import { OnDuty } from './OnDuty.tsx';
import { WorkNav } from './WorkNav.tsx';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());
const around = (user: unknown) => ({ payload: cms.payload, user }) as unknown as ServerProps;

describe('the frame around every page', () => {
  it('the menu names the desk’s views, marks the one that is open and says how much waits in each', async () => {
    const { id } = await draft(cms.payload, desk.author, { title: '等初审（示例）' });
    await performReview({ payload: cms.payload }, { storyId: id, act: 'submit', person: desk.author, note: '' });
    const { find, links, texts } = await show(createElement(WorkNav, around(desk.first)), '/admin/ledger');
    const { siteName } = await loadRegion(process.cwd(), 'guangyuan');
    expect(texts('strong')).toEqual([siteName]);
    expect(links.map(({ href, words }) => `${words} ${href}`)).toEqual([
      `${siteName}编辑部 /admin`,
      '今日1件等我处理 /admin',
      '日历 /admin/calendar',
      '推送台账 /admin/ledger',
    ]);
    expect(find('[aria-current=page]')?.textContent).toBe('推送台账');
  });

  it('nothing waits: no number; nobody signed in: no menu', async () => {
    expect((await show(createElement(WorkNav, around(await person(cms.payload, 'auditor'))))).links[1]?.words).toBe(
      '今日',
    );
    expect((await show(createElement(WorkNav, around(null)))).text).toBe('');
    expect((await show(createElement(OnDuty, around(null)))).text).toBe('');
  });

  it('who is on duty is words, and leads to the own account', async () => {
    const { html, links } = await show(createElement(OnDuty, around({ ...desk.author, name: hostile })));
    expect(isMarkup(html)).toBe(false);
    expect(links).toMatchObject([
      { href: '/admin/security', words: `值班：${hostile}` },
      { href: expect.stringMatching(/^https?:/), words: '看网站' },
    ]);
  });
});

describe('before the log-in', () => {
  it('says whose desk it is and what to do when it does not work', async () => {
    const { siteName } = await loadRegion(process.cwd(), 'guangyuan');
    expect((await show(createElement(Logo, { payload: cms.payload }))).texts('p')).toEqual([siteName, '编辑部']);
    expect((await show(createElement(LoginHint))).texts('p')).toHaveLength(2);
    expect(
      (await show(createElement(ForgotView, { initPageResult: { req: { payload: cms.payload } } } as never))).links,
    ).toEqual([{ href: '/admin/login', words: '回到登录' }]);
  });

  it('asks for the password; the button waits until the page is awake, so that no browser sends it elsewhere', async () => {
    const { find, texts } = await showView(async (props) => LoginView(props), cms.payload, null as never);
    expect(texts('label')).toEqual(['电子邮件', '密码']);
    expect(find('form')?.getAttribute('method')).toBe('post');
    expect(find('button')?.hasAttribute('disabled')).toBe(true);
  });

  it.each([
    ['/admin/ledger', '/admin/ledger'],
    ['https://evil.example', '/admin'],
    ['//evil.example', '/admin'],
    ['', '/admin'],
  ])('who is in already goes on to %j as %s', (redirect, to) => {
    const go = () => LoginView(viewProps(cms.payload, desk.author, { redirect }));
    expect(go).toThrow(expect.objectContaining({ digest: expect.stringContaining(`;${to};`) }));
  });
});

it('the desk of another city has that city’s name, also before the log-in and in the authenticator', async () => {
  const content = await ownContent();
  await content.write('content/region/shili.yaml', {
    ...(await content.read('content/region/guangyuan.yaml')),
    slug: 'shili',
    siteName: '诚信示例市',
  });
  const other = await testCms({ content: openContent({ root: content.root, city: 'shili' }) });
  try {
    const { payload } = other;
    const user = await person(payload, 'author');
    expect((await show(createElement(Logo, { payload }))).texts('p')).toEqual(['诚信示例市', '编辑部']);
    expect((await show(createElement(WorkNav, { payload, user } as never))).texts('strong')).toEqual(['诚信示例市']);
    const { uri } = await enrolment(payload, 'JBSWY3DPEHPK3PXP', 'x@chengxin.example');
    expect(decodeURIComponent(uri)).toContain('诚信示例市');
  } finally {
    await other.close();
    await content.close();
  }
});
