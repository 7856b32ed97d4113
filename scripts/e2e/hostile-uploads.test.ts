import { createHash } from 'node:crypto';
import { deflateSync, crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oddJpeg, oddShapes } from '../../cms/foreign/testing/odd-jpeg.ts';
import { password, people } from './people.ts';
import { furnishedInstallation } from './furnished.ts';
import { startProduct, type Environment, type Running } from './product.ts';
import { within } from '../../.config/patience.ts';

let place: Environment;
let product: Running;
let token: string;

beforeAll(async () => {
  place = await furnishedInstallation('staffed');
  product = await startProduct(place.env);
  const origin = new URL(product.admin).origin;
  const login = await fetch(`${origin}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: people.author.email, password }),
  });
  token = ((await login.json()) as { token: string }).token;
}, within(600_000));
afterAll(async () => {
  await product?.stop();
  await place?.drop();
});

async function upload(collection: string, data: object, bytes: Uint8Array, name: string, type: string) {
  const form = new FormData();
  form.set('_payload', JSON.stringify(data));
  form.set('file', new File([new Uint8Array(bytes)], name, { type }));
  const response = await fetch(`${new URL(product.admin).origin}/api/${collection}?depth=0`, {
    method: 'POST',
    headers: { authorization: `JWT ${token}` },
    body: form,
  });
  const body = (await response.json()) as {
    errors?: { message: string }[];
    doc?: { filename: string; sha256: string; mimeType: string };
  };
  return { status: response.status, message: body.errors?.[0]?.message ?? '', doc: body.doc };
}
const picture = (bytes: Uint8Array, name = '照片.jpg', type = 'image/jpeg') =>
  upload('media', { alt: '一杆老秤摆在柜台上' }, bytes, name, type);
const paper = (bytes: Uint8Array, name: string, type: string) =>
  upload('papers', { title: '同意书（示例）' }, bytes, name, type);

/** The head of a PNG that says it is so large, with next to nothing in it. */
function hugePng(side: number): Buffer {
  const chunk = (kind: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
    const whole = Buffer.alloc(named.length + 8);
    whole.writeUInt32BE(body.length, 0);
    named.copy(whole, 4);
    whole.writeUInt32BE(crc32(named), named.length + 4);
    return whole;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('files from outside, sent to the running product', () => {
  it('photographs that ended the process are stored', async () => {
    for (const [comments, length] of oddShapes) {
      for (const shift of [0, 1]) {
        const answer = await picture(await oddJpeg(comments, length, shift));
        expect([answer.status, answer.message]).toEqual([201, '']);
      }
    }
  });

  it('a bomb is one sentence, and what is shown goes on', async () => {
    expect(await picture(hugePng(60_000), 'a.png', 'image/png')).toMatchObject({
      status: 422,
      message: expect.stringContaining('太大了'),
    });
    expect((await fetch(`${product.site}/`)).status).toBe(200);
  });

  it('a consent paper is kept as what it is, under a name of our own; what is more than paper is refused', async () => {
    const jpeg = await oddJpeg(1, 1001, 1);
    const kept = await paper(jpeg, 'a\u202egpj.html', 'text/html');
    expect(kept).toMatchObject({
      status: 201,
      doc: { mimeType: 'image/jpeg', filename: expect.stringMatching(/^[0-9a-f-]{36}\.jpg$/) },
    });
    expect(kept.doc?.sha256).not.toBe(createHash('sha256').update(jpeg).digest('hex'));
    const polyglot = Buffer.concat([
      Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF\n'),
    ]);
    expect(await paper(polyglot, 'a.pdf', 'application/pdf')).toMatchObject({
      status: 422,
      message: expect.stringContaining('脚本'),
    });
    expect(await paper(Buffer.from('<html><script>1</script></html>'), 'a.html', 'text/html')).toMatchObject({
      status: 422,
      message: expect.stringContaining('只收 PDF、JPG、PNG'),
    });
  });

  it('the product is the same process as before, and well', async () => {
    expect(product.child.exitCode).toBeNull();
    expect((await fetch(`${new URL(product.admin).origin}/healthz`)).status).toBe(200);
    expect(product.output()).not.toMatch(/malloc|free\(\)|corrupt/);
  });
});
