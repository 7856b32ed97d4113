import { beforeEach, describe, expect, it } from 'vitest';
import { versionHeader } from '../../editing/version-read.ts';
import { formKeyHeader } from '../../http/in-turn.ts';
import { readAnswer } from './read-answer.ts';
import { after, nothingYet } from './save-state.ts';
import { storeOf } from './store.ts';
import { watching } from './watch-saves.ts';

const now = () => new Date('2026-11-27T20:29:00+08:00');
const lost = (): never => {
  throw new TypeError('Failed to fetch');
};
interface Asked {
  address: string;
  method: string;
  headers: Headers;
  content: Record<string, unknown>;
  file: boolean;
}

/** A server with at most one row, which a form makes, and a wire that may lose what it answers. */
function desk(slug: string) {
  const asked: Asked[] = [];
  let row: { id: string; updatedAt: string; key: string | null; [field: string]: unknown } | null = null;
  let untouched = true;
  const state = {
    loses: false,
    asked,
    row: () => row,
    edit: (more: object) => void ((row = { ...row!, ...more, updatedAt: 'v9' }), (untouched = false)),
  };
  const plain: typeof fetch = async (input, init) => {
    const body = init?.body as FormData;
    const one = {
      address: String(input),
      method: (init?.method ?? 'GET').toUpperCase(),
      headers: new Headers(init?.headers),
      content: JSON.parse(String(body.get('_payload'))) as Record<string, unknown>,
      file: body.get('file') !== null,
    };
    asked.push(one);
    const answer = () => {
      if (one.method === 'PATCH') {
        row = { ...row!, ...one.content, updatedAt: `${row!.updatedAt}+` };
        return Response.json({ doc: row });
      }
      if (row && row.key === one.headers.get(formKeyHeader))
        return Response.json(
          {
            errors: [
              {
                message: '已经存好了',
                data: { moved: true, made: row.id, untouched, version: row.updatedAt, theirs: row },
              },
            ],
          },
          { status: 409 },
        );
      row = { ...one.content, id: 'new-row', updatedAt: 'v1', key: one.headers.get(formKeyHeader) };
      return Response.json({ doc: row }, { status: 201 });
    };
    const said = answer();
    return state.loses ? lost() : said;
  };
  const fetchIt = watching(plain, now, () => Promise.resolve());
  const save = (content: object, file?: File) => {
    const data = new FormData();
    data.set('_payload', JSON.stringify(content));
    if (file) data.set('file', file);
    return fetchIt(`/api/${slug}?depth=0`, { method: 'POST', body: data });
  };
  return {
    ...state,
    lose: (is: boolean) => (state.loses = is),
    save,
    store: storeOf(`${slug}/new`),
    copy: () =>
      fetchIt(`/api/${slug}/a/duplicate`, {
        method: 'POST',
        body: (() => {
          const data = new FormData();
          data.set('_payload', '{}');
          return data;
        })(),
      }),
  };
}

describe.each(['stories', 'campaigns', 'nominations'])('a new form of %s whose answer was lost', (slug) => {
  let server: ReturnType<typeof desk>;
  beforeEach(async () => {
    server = desk(slug);
    server.store.tell({ type: 'opened', content: {}, doc: {}, version: null, savedAt: null, key: `key-${slug}` });
    server.lose(true);
    await expect(server.save({ title: '题' })).rejects.toThrow('没有保存');
    expect(server.store.get().trouble).toEqual({ kind: 'offline' });
    server.lose(false);
  });

  it('sent again as it is, is saved and makes no second row', async () => {
    const response = await server.save({ title: '题' });
    expect([response.status, ((await response.json()) as { doc: { id: string } }).doc.id]).toEqual([201, 'new-row']);
    expect(server.asked.map(({ method, headers }) => [method, headers.get(formKeyHeader)])).toEqual([
      ['POST', `key-${slug}`],
      ['POST', `key-${slug}`],
    ]);
    expect(server.store.get()).toMatchObject({ trouble: null, version: 'v1', key: null });
  });

  it('written on, changes the row that it has made', async () => {
    const response = await server.save({ title: '题', note: '又写了一句' }, new File(['x'], 'a.png'));
    expect(response.ok).toBe(true);
    const [last] = server.asked.slice(-1);
    expect(last).toMatchObject({
      method: 'PATCH',
      address: expect.stringMatching(new RegExp(`^/api/${slug}/new-row\\?`)),
      content: { note: '又写了一句' },
      file: false,
    });
    expect(last!.headers.get(versionHeader)).toBe('v1');
    expect(server.row()).toMatchObject({ note: '又写了一句' });
    expect(server.store.get().trouble).toBeNull();
  });

  it('changed by somebody else meanwhile, stands beside it until its person has chosen', async () => {
    server.edit({ title: '别人改的' });
    expect((await server.save({ title: '我的题' })).status).toBe(409);
    expect(server.store.get().trouble).toMatchObject({
      kind: 'moved',
      version: 'v9',
      theirs: { title: '别人改的' },
      made: { id: 'new-row', untouched: false },
    });
    server.store.tell({ type: 'known', version: 'v9', doc: server.row()! });
    expect((await server.save({ title: '我选的' })).ok).toBe(true);
    expect(server.row()).toMatchObject({ id: 'new-row', title: '我选的' });
  });
});

it('a copy whose answer was lost is not made twice', async () => {
  const server = desk('batches');
  server.lose(true);
  await expect(server.copy()).rejects.toThrow();
  server.lose(false);
  expect(((await (await server.copy()).json()) as { doc: { id: string } }).doc.id).toBe('new-row');
  await server.copy();
  const keys = server.asked.map(({ headers }) => headers.get(formKeyHeader));
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).not.toBe(keys[1]);
});

it('the name of a form outlives a reload with what was typed in it, and ends with the save', () => {
  const opened = after(nothingYet, {
    type: 'opened',
    content: {},
    doc: {},
    version: null,
    savedAt: null,
    key: 'second',
  });
  const restored = after(opened, { type: 'restored', version: null, key: 'first' });
  expect([opened.key, restored.key, after(opened, { type: 'restored', version: null }).key]).toEqual([
    'second',
    'first',
    'second',
  ]);
  expect(
    after(restored, { type: 'answered', at: '', outcome: { kind: 'saved', doc: {}, version: 'v1' } }).key,
  ).toBeNull();
});

it('what the server says of a row made before is read', () => {
  const data = { moved: true, made: 'a', untouched: true, version: 'v1', theirs: { title: '题' } };
  expect(readAnswer(409, { errors: [{ message: 'x', data }] }, true)).toEqual({
    kind: 'moved',
    version: 'v1',
    theirs: { title: '题' },
    made: { id: 'a', untouched: true },
  });
});
