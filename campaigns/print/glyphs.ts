/** The shapes in one small TrueType font, as `fillTypeCase` cuts them: no hinting, no variations left. */
export interface Glyphs {
  /** Width of a character in em. */
  advance(char: string): number;
  /** Its outline as SVG path data in em, the baseline at 0 and down positive; '' for a blank. */
  outline(char: string): string;
}

interface Point { x: number; y: number; on: boolean }
/** Linear part and shift of a component: x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Transform = [a: number, b: number, c: number, d: number, e: number, f: number];

/**
 * Reads a font (OpenType specification 1.9: head, hhea, hmtx, cmap 4 and 12, loca, glyf).
 * @throws Error when a table is missing: it is not such a font
 */
export function readGlyphs(font: Buffer): Glyphs {
  const tables = new Map(Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const at = 12 + i * 16;
    const start = font.readUInt32BE(at + 8);
    return [font.toString('latin1', at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12))];
  }));
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Error(`打印用的字体里没有“${tag}”表。`);
    return found;
  };
  const [head, hmtx, loca, glyf] = [table('head'), table('hmtx'), table('loca'), table('glyf')];
  const em = head.readUInt16BE(18);
  const long = head.readInt16BE(50) === 1;
  const metrics = table('hhea').readUInt16BE(34);
  const glyphOf = readCmap(table('cmap'));
  const offset = (glyph: number) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);

  function contours(glyph: number, depth = 0): Point[][] {
    const data = glyf.subarray(offset(glyph), offset(glyph + 1));
    if (data.length === 0 || depth > 5) return [];
    const count = data.readInt16BE(0);
    return count >= 0 ? simple(data, count) : components(data).flatMap(({ glyph: part, by: [a, b, c, d, e, f] }) =>
      contours(part, depth + 1).map((points) => points.map(({ x, y, on }) => ({ x: a * x + c * y + e, y: b * x + d * y + f, on }))));
  }
  return {
    advance: (char) => hmtx.readUInt16BE(Math.min(glyphOf(char.codePointAt(0) ?? 0), metrics - 1) * 4) / em,
    outline: (char) => contours(glyphOf(char.codePointAt(0) ?? 0)).map((points) => pathOf(points, em)).join(''),
  };
}

function readCmap(cmap: Buffer): (code: number) => number {
  const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(4 + i * 8 + 4));
  const twelve = starts.find((start) => cmap.readUInt16BE(start) === 12);
  const four = starts.find((start) => cmap.readUInt16BE(start) === 4);
  if (twelve !== undefined) {
    const groups = Array.from({ length: cmap.readUInt32BE(twelve + 12) }, (_, i) => [0, 4, 8].map((o) => cmap.readUInt32BE(twelve + 16 + i * 12 + o)) as [number, number, number]);
    return (code) => {
      const group = groups.find(([first, last]) => code >= first && code <= last);
      return group ? group[2] + code - group[0] : 0;
    };
  }
  if (four === undefined) throw new Error('打印用的字体里没有认得的“cmap”表。');
  const segments = cmap.readUInt16BE(four + 6) / 2;
  const at = (row: number, i: number) => four + 14 + (row * segments + i) * 2 + (row > 0 ? 2 : 0);
  return (code) => {
    for (let i = 0; i < segments; i += 1) {
      if (code > cmap.readUInt16BE(at(0, i))) continue;
      const first = cmap.readUInt16BE(at(1, i));
      if (code < first) return 0;
      const [delta, range] = [cmap.readUInt16BE(at(2, i)), cmap.readUInt16BE(at(3, i))];
      const glyph = range === 0 ? code : cmap.readUInt16BE(at(3, i) + range + (code - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function simple(data: Buffer, count: number): Point[][] {
  const ends = Array.from({ length: count }, (_, i) => data.readUInt16BE(10 + i * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = 10 + count * 2;
  at += 2 + data.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = data.readUInt8(at++);
    for (let n = flag & 8 ? data.readUInt8(at++) : 0; n >= 0; n -= 1) flags.push(flag);
  }
  const axis = (short: number, same: number) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? data.readUInt8(at++) : -data.readUInt8(at++);
      else if (!(flag & same)) {
        value += data.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const [xs, ys] = [axis(2, 16), axis(4, 32)];
  const points = flags.map((flag, i): Point => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, on: (flag & 1) === 1 }));
  return ends.map((end, i) => points.slice((ends[i - 1] ?? -1) + 1, end + 1));
}

function components(data: Buffer): { glyph: number; by: Transform }[] {
  const parts: { glyph: number; by: Transform }[] = [];
  for (let at = 10, more = true; more;) {
    const flags = data.readUInt16BE(at);
    const glyph = data.readUInt16BE(at + 2);
    const words = (flags & 1) === 1;
    const shift = (i: number) => (words ? data.readInt16BE(at + 4 + i * 2) : data.readInt8(at + 4 + i));
    const [e, f] = [shift(0), shift(1)];
    at += words ? 8 : 6;
    const scale = () => {
      at += 2;
      return data.readInt16BE(at - 2) / 16384;
    };
    let by: Transform = [1, 0, 0, 1, e, f];
    if (flags & 8) {
      const s = scale();
      by = [s, 0, 0, s, e, f];
    } else if (flags & 64) by = [scale(), 0, 0, scale(), e, f];
    else if (flags & 128) by = [scale(), scale(), scale(), scale(), e, f];
    parts.push({ glyph, by });
    more = (flags & 32) !== 0;
  }
  return parts;
}

const middle = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2, on: true });

/** Quadratic curves; between two control points lies a point in their middle. */
function pathOf(points: readonly Point[], em: number): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return '';
  const say = ({ x, y }: Point) => `${(x / em).toFixed(4)} ${(-y / em).toFixed(4)}`;
  const start = first.on ? first : last.on ? last : middle(first, last);
  let path = `M${say(start)}`;
  for (const [i, point] of points.entries()) {
    if (point.on) {
      path += i === 0 ? '' : points[i - 1]?.on ? `L${say(point)}` : '';
      continue;
    }
    const next = points[i + 1] ?? start;
    path += `Q${say(point)} ${say(next.on ? next : middle(point, next))}`;
  }
  return `${path}Z`;
}
