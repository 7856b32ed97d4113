import { element, hasContent, isElement, isNote, type SourceNode } from '../../rich-text/from-html/source-node.ts';
import { blockNodes } from './blocks.ts';
import { either } from './either.ts';
import { quotable, sayings } from './sayings.ts';
import type { Word, WordPicture } from './word.ts';
import { all, child, first, kids, text, type Xml } from './xml.ts';
import { append } from '../../../campaigns/lists/append.ts';

/** Pictures, text boxes, charts and shapes of a run. Text boxes are put behind the paragraph (`word.boxes`). */
export function drawingNodes(node: Xml, word: Word): SourceNode[] {
  const frame = first(node, 'wp:docPr');
  if (/^(?:1|true)$/.test(frame?.attributes.hidden ?? '')) return [{ say: sayings.hidden }];
  const found: SourceNode[] = [];
  const formula = all(node, 'o:OLEObject').find(({ attributes }) => /equation|mathtype/i.test(attributes.ProgID ?? ''));
  if (formula) return [{ say: sayings.lostFormula }];
  for (const object of all(node, 'o:OLEObject'))
    found.push({ say: sayings.embedded(`对象（${quotable(object.attributes.ProgID ?? '未知')}）`) });
  walk(node, word, frame?.attributes.descr?.trim() || frame?.attributes.title?.trim() || '', found);
  const link = word.targets.get(first(node, 'a:hlinkClick')?.attributes['r:id'] ?? '');
  if (link?.external && hasContent(found)) found.push({ say: sayings.pictureLink(quotable(link.target)) });
  const isRule = all(node, 'v:rect').some(({ attributes }) => /^(?:t|true)$/.test(attributes['o:hr'] ?? ''));
  if (isRule) return [];
  if (found.length > 0) return drawsMore(node) ? [...found, { say: sayings.shape }] : found;
  // A shape that only draws; names of groups and definitions of shapes draw nothing.
  return all(node, 'a:graphicData').length > 0 || kids(node).some(({ name }) => /^v:(?!shapetype)/.test(name))
    ? [{ say: sayings.shape }]
    : [];
}

function walk(node: Xml, word: Word, alt: string, found: SourceNode[]): void {
  for (const inner of kids(node)) {
    if (inner.name === 'mc:AlternateContent')
      append(
        found,
        either(inner, (one) => walked(one, word, alt)),
      );
    else if (inner.name === 'w:txbxContent') boxNodes(inner, word, found);
    else if (inner.name === 'pic:pic') append(found, pictureNodes(inner, word, alt));
    else if (inner.name === 'v:imagedata') append(found, vmlPicture(inner, word, alt));
    else if (inner.name === 'c:chart') found.push({ say: sayings.chart(titleIn(inner, word)) });
    else if (/:chart$/.test(inner.name)) found.push({ say: sayings.chart('') });
    else if (inner.name === 'dgm:relIds') found.push({ say: sayings.smartArt(smartWords(inner, word)) });
    else if (inner.name === 'a:txBody' && drawn(inner) !== '') found.push({ say: sayings.drawnWords(drawn(inner)) });
    else if (/:(?:ink|contentPart)$/.test(inner.name)) found.push({ say: sayings.ink });
    else if (inner.name === 'v:textpath' && inner.attributes.string?.trim())
      found.push({ text: inner.attributes.string }, { say: sayings.wordArt });
    else walk(inner, word, alt, found);
  }
}

/** Beside boxes and pictures a drawing may hold arrows and lines, which are half of what a flow chart says. */
function drawsMore(node: Xml): boolean {
  return kids(node).some((inner) => {
    if (inner.name === 'w:txbxContent' || inner.name === 'mc:Fallback') return false;
    const isShape = /^(?:wps:(?:wsp|cxnSp)|v:(?:shape|rect|roundrect|oval|line|polyline|arc|curve))$/.test(inner.name);
    return isShape ? first(inner, 'w:txbxContent', 'v:imagedata', 'v:textpath', 'a:blip') === null : drawsMore(inner);
  });
}

function walked(node: Xml, word: Word, alt: string): SourceNode[] {
  const found: SourceNode[] = [];
  walk({ name: '', attributes: {}, children: [node] }, word, alt, found);
  return found;
}

function boxNodes(content: Xml, word: Word, found: SourceNode[]): void {
  const { boxes } = word;
  word.boxes = [];
  const inner = blockNodes(kids(content), word);
  word.boxes = boxes;
  if (hasContent(inner)) {
    append(boxes, inner);
    found.push({ say: sayings.box });
  } else append(found, notesIn(inner));
}

const notesIn = (nodes: readonly SourceNode[]): SourceNode[] =>
  nodes.flatMap((node) => (isNote(node) ? [node] : isElement(node) ? notesIn(node.children) : []));

function pictureNodes(picture: Xml, word: Word, alt: string): SourceNode[] {
  const blip = first(picture, 'a:blip');
  const own = first(picture, 'pic:cNvPr')?.attributes.descr?.trim() ?? '';
  const cut = child(child(picture, 'pic:blipFill'), 'a:srcRect')?.attributes ?? {};
  const share = (side: string): number =>
    (/%$/.test(cut[side] ?? '') ? Number.parseFloat(cut[side] ?? '') / 100 : Number(cut[side] ?? 0) / 100_000) || 0;
  const made = imageNodes(word, blip?.attributes['r:embed'] ?? null, blip?.attributes['r:link'] ?? null, alt || own, {
    left: share('l'),
    top: share('t'),
    right: share('r'),
    bottom: share('b'),
  });
  const film = first(picture, 'wp15:webVideoPr');
  const place = first(picture, 'a:xfrm')?.attributes ?? {};
  return [
    ...made,
    ...(film
      ? [{ say: sayings.film(quotable(/\bsrc=["']?([^"'\s>]+)/i.exec(film.attributes.embeddedHtml ?? '')?.[1] ?? '')) }]
      : []),
    ...(Number(place.rot ?? 0) !== 0 || isTurned(place.flipH) || isTurned(place.flipV)
      ? [{ say: sayings.turned }]
      : []),
  ];
}

const isTurned = (flip: string | undefined): boolean => /^(?:1|true)$/.test(flip ?? '');

/** In VML a share is a number, or in 65536ths with an `f` behind it. */
function vmlPicture({ attributes }: Xml, word: Word, alt: string): SourceNode[] {
  const share = (side: string): number =>
    (/f$/.test(attributes[side] ?? '')
      ? Number.parseFloat(attributes[side] ?? '') / 65_536
      : Number(attributes[side] ?? 0)) || 0;
  return imageNodes(
    word,
    attributes['r:id'] ?? null,
    attributes['r:href'] ?? null,
    alt || (attributes['o:title'] ?? ''),
    { left: share('cropleft'), top: share('croptop'), right: share('cropright'), bottom: share('cropbottom') },
  );
}

function imageNodes(
  word: Word,
  inside: string | null,
  outside: string | null,
  alt: string,
  cut: NonNullable<WordPicture['cut']>,
): SourceNode[] {
  const target = word.targets.get(inside ?? '') ?? word.targets.get(outside ?? '');
  if (target?.external) return [{ say: sayings.linkedPicture(quotable(target.target)) }];
  if (!target || word.pack.bytes(target.target) === null) return [{ say: sayings.lostPicture }];
  word.pictures.push({
    pack: word.pack,
    part: target.target,
    cut: Object.values(cut).some((side) => side > 0) ? cut : null,
  });
  return [element('img', [], { src: `docx:${word.pictures.length - 1}`, alt })];
}

const drawn = (xml: Xml | null): string => quotable(all(xml, 'a:t').map(text).join(' '));

function titleIn(chart: Xml, word: Word): string {
  const part = word.targets.get(chart.attributes['r:id'] ?? '')?.target;
  return drawn(first(part ? word.pack.xml(part) : null, 'c:title'));
}

function smartWords(ids: Xml, word: Word): string {
  const part = word.targets.get(ids.attributes['r:dm'] ?? '')?.target;
  return drawn(part ? word.pack.xml(part) : null);
}
