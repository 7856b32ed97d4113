import { afterAll, beforeAll, expect, it } from 'vitest';
import { aColumn } from '../testing/story.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author']);
});
afterAll(() => cms.close());

const forged = { createdAt: '1999-01-01T00:00:00.000Z', updatedAt: '2099-01-01T00:00:00.000Z' };
type Row = { id: string; createdAt: string; updatedAt: string; deletedAt?: string | null };
const sent = async (path: string, method: string, data: object): Promise<Row> =>
  ((await (await desk.send('author', path, { method, body: JSON.stringify(data) })).response.json()) as { doc: Row })
    .doc;
const ofToday = (instant: string | null | undefined) => Math.abs(Date.now() - Date.parse(instant ?? '')) < 86_400_000;

it("when a row was made, changed or thrown away is the server's to say", async () => {
  const made = await sent('stories', 'POST', {
    title: '示例',
    kind: 'knowledge',
    column: await aColumn(cms.payload),
    ...forged,
  });
  const changed = await sent(`stories/${made.id}`, 'PATCH', { summary: '改。', ...forged });
  const thrown = await sent(`stories/${made.id}`, 'PATCH', { deletedAt: '1999-01-01T00:00:00.000Z' });
  expect([made.createdAt, made.updatedAt, changed.createdAt, changed.updatedAt, thrown.deletedAt].map(ofToday)).toEqual(
    [true, true, true, true, true],
  );
  expect(changed.createdAt).toBe(made.createdAt);
});
