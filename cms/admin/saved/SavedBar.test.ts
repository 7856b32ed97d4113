import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type Browser, type Answering } from '../testing/browser.ts';
import { isSave, openSaved, row, server, takes, type SavedPage } from '../testing/saved-page.ts';

let open: SavedPage;
let page: Browser;
let count = 0;
let id = '';
beforeEach(() => {
  count += 1;
  id = `bar-${count}`;
});
afterEach(async () => {
  await page.close();
  localStorage.clear();
});
const visit = async (...args: Parameters<typeof openSaved> extends [string, ...infer Rest] ? Rest : never) => {
  open = await openSaved(id, ...args);
  page = open.page;
};
const refused = (status: number, message: string, data: object = {}) => json(status, { errors: [{ message, data }] });

describe('what the line says', () => {
  it('opened: saved; typed: changed; typed back: saved again', async () => {
    await visit(server(takes));
    expect(open.standing()).toBe('saved');
    await page.type('title', '新题');
    expect([open.standing(), page.texts('.cx-saved__line')[0]]).toEqual(['changed', '有改动还没有保存。']);
    await page.type('title', '原题');
    expect(open.standing()).toBe('saved');
  });

  it('saved only once the server has said so, with the version that was read; the next save names the new one', async () => {
    let answer: (response: Response) => void = () => undefined;
    await visit(
      server(
        () =>
          new Promise((done) => {
            answer = done;
          }),
      ),
    );
    await page.type('title', '新题');
    await open.save();
    expect([open.standing(), page.texts('.cx-saved__line')[0]]).toEqual(['saving', '正在保存…']);
    await page.meanwhile(
      () => void Promise.resolve(takes({ method: '', path: '', body: { title: '新题' } })).then(answer),
    );
    expect([open.standing(), page.texts('.cx-saved__line')[0]?.slice(0, 3)]).toEqual(['saved', '已保存']);
    await page.type('title', '更新的题');
    await open.save();
    expect(open.named).toEqual([row.updatedAt, '2026-06-14T02:00:00.000Z']);
  });

  it('who may not change it sees when it was saved, and nothing else', async () => {
    await visit(server(takes), { mayWrite: false });
    expect(page.texts('.cx-saved__read')).toEqual([
      '您可以看这一条，不能改。最近一次保存：6月14日 09:00（北京时间）。',
    ]);
    expect([page.texts('[data-standing]'), page.asked.filter(({ path }) => path.startsWith('/api/editing/'))]).toEqual([
      [],
      [],
    ]);
  });
});

describe('a save that did not become one', () => {
  it('refused: says why and leads to each place; what was typed stays', async () => {
    const errors = [{ path: 'summary', message: '摘要有完整的身份证件号码。' }];
    await visit(server(() => refused(400, '没有保存：请改正。', { errors })));
    await page.type('title', '新题');
    await open.save();
    expect([open.standing(), open.title()]).toEqual(['refused', '新题']);
    expect(page.texts('.cx-saved__more li')).toEqual([
      'summary：摘要有完整的身份证件号码。 跳到那里：summary'.replace('。 ', '。'),
    ]);
  });

  it('no network: nothing is lost, and one button tries again', async () => {
    let isGone = true;
    await visit(server((asked) => (isGone ? Promise.reject(new TypeError('fetch failed')) : takes(asked))));
    await page.type('title', '新题');
    await open.save();
    expect([open.standing(), open.title()]).toEqual(['offline', '新题']);
    isGone = false;
    await page.press('再保存一次');
    expect([open.standing(), open.saves()]).toEqual(['saved', ['新题', '新题']]);
  });

  it('the log-in has expired: one logs in over the form, which then saves by itself', async () => {
    let person: object | null = {};
    const answer = server((asked) => (person ? takes(asked) : refused(403, '请先登录。')));
    await visit(
      (asked) => {
        if (asked.path !== '/api/users/login') return answer(asked);
        person = {};
        return json(200, { message: '' });
      },
      { person: () => person },
    );
    person = null;
    await page.type('title', '新题');
    await open.save();
    expect([open.standing(), open.title()]).toEqual(['expired', '新题']);
    await page.press('就地登录');
    await page.press('先不登录');
    expect([page.texts('dialog'), open.standing()]).toEqual([[], 'expired']);
    await page.press('就地登录');
    await page.type('电子邮件', 'a@example.org');
    await page.type('密码', 'correct horse');
    await page.fire(page.find('dialog form'), new Event('submit', { bubbles: true, cancelable: true }));
    expect([page.texts('dialog'), open.standing(), open.saves()]).toEqual([[], 'saved', ['新题', '新题']]);
  });

  it('another person logs in over it: may not go on with words that are not theirs', async () => {
    let person: object | null = {};
    const answer = server(() => refused(403, '请先登录。'));
    await visit(
      (asked) => {
        if (asked.path !== '/api/users/login') return answer(asked);
        person = { id: 'u9', name: '示例乙' };
        return json(200, { message: '' });
      },
      { person: () => person },
    );
    person = null;
    await page.type('title', '新题');
    await open.save();
    await page.press('就地登录');
    await page.fire(page.find('dialog form'), new Event('submit', { bubbles: true, cancelable: true }));
    expect(page.texts('dialog [role=alert]')[0]).toMatch(/^现在登录的是示例乙，不是写这一页的人/);
    expect([open.title(), open.saves()]).toEqual(['新题', ['新题']]);
  });
});

describe('somebody has saved it meanwhile', () => {
  const later = '2026-06-14T01:30:00.000Z';
  const moved = (theirs: object | null) =>
    refused(409, '这里已经有人保存过。', { moved: true, version: later, theirs });
  /** Refuses what was not written on the later version. */
  const onlyOn = (theirs: object, isSent: boolean): Answering => {
    let isFirst = true;
    return (asked) => {
      if (!isFirst) return takes(asked);
      isFirst = false;
      return moved(isSent ? theirs : null);
    };
  };

  it.each([true, false])(
    'both texts stand side by side and one chooses (the refusal brings theirs: %j)',
    async (isSent) => {
      const theirs = { title: '他的题', summary: '他的摘要', updatedAt: later };
      await visit(server(onlyOn(theirs, isSent), () => json(200, theirs)));
      await page.type('title', '我的题');
      await open.save();
      expect([open.standing(), page.texts('.cx-sides tbody th')]).toEqual(['moved', ['title 两边都改了', 'summary']]);
      await page.press('按选的保存');
      // A field that I did not touch is proposed as it stands.
      expect(page.asked.filter(isSave).at(-1)?.body).toMatchObject({ summary: '他的摘要' });
      expect([open.standing(), open.named]).toEqual(['saved', [row.updatedAt, later]]);
    },
  );

  it('it was my own save, whose answer was lost: saved, without a question', async () => {
    await visit(server(onlyOn({ ...row, title: '我的题', updatedAt: later }, true)));
    await page.type('title', '我的题');
    await open.save();
    expect([open.standing(), open.saves()]).toEqual(['saved', ['我的题']]);
  });

  it('only the system has noted something, no field was changed: sent again by itself', async () => {
    await visit(server(onlyOn({ ...row, updatedAt: later }, true)));
    await page.type('title', '我的题');
    await open.save();
    expect([open.standing(), open.saves(), open.named]).toEqual([
      'saved',
      ['我的题', '我的题'],
      [row.updatedAt, later],
    ]);
  });
});

describe('somebody else is at it', () => {
  const other = { name: '示例乙', since: '2026-06-14T01:20:00.000Z' };

  it('a save that is held up can be taken over, and is then sent by itself', async () => {
    let isMine = false;
    await visit((asked) => {
      if (asked.path.startsWith('/api/editing/')) {
        isMine ||= (asked.body as { takeOver?: boolean } | undefined)?.takeOver === true;
        return json(200, { other: isMine ? null : other });
      }
      if (!isSave(asked)) return json(200, row);
      return isMine ? takes(asked) : refused(423, '示例乙正在改。', { held: other });
    });
    expect(page.texts('.cx-saved__aside p')[0]).toMatch(/^示例乙从.*起正在改这一条，还没有保存。/);
    await page.type('title', '新题');
    await open.save();
    expect([open.standing(), open.title()]).toEqual(['held', '新题']);
    await page.press('接手编辑');
    expect([open.standing(), open.saves(), page.texts('.cx-saved__aside')]).toEqual(['saved', ['新题', '新题'], []]);
  });

  it('taking over without a network is said, and nothing is presumed', async () => {
    let isGone = false;
    await visit((asked) => {
      if (isGone) throw new TypeError('fetch failed');
      return asked.path.startsWith('/api/editing/') ? json(200, { other }) : json(200, row);
    });
    isGone = true;
    await page.press('接手编辑');
    expect(page.texts('.cx-saved__aside [role=alert]')).toEqual(['没有接手成：请检查网络后再按一次。']);
    isGone = false;
  });
});
