import type { Random } from '../../../campaigns/calendar/testing/random.ts';
import { htmlToText } from '../../rich-text/html-text.ts';
import { randomBody } from '../../rich-text/testing/random-body.ts';
import { richTextToHtml } from '../../rich-text/to-html.ts';
import { storyKinds } from '../../story/facts.ts';
import type { ReleasePicture, Snapshot } from '../../story/snapshot.ts';

/** What writers type into a field of one line, with all that means something in HTML. */
const marks = ['', '<b>', '&amp;', '"', "'", '</p><script>x()</script>', '𠮷', '$&', '{{x}}'];

/** A release's content by chance, and every word that its outputs must say. */
export function randomSnapshot(random: Random): { snapshot: Snapshot; words: string[]; told: string[] } {
  let count = 0;
  /** Words of the facts, which every output says; words of head and signature, which only some do. */
  const [words, told]: [string[], string[]] = [[], []];
  const into = (list: string[]) => (): string => {
    count += 1;
    const word = `事${count}项${random.pick(marks)}`;
    list.push(word);
    return word;
  };
  const [say, head] = [into(words), into(told)];
  const maybe = (word: () => string): string | null => (random.chance(0.6) ? word() : null);
  const kind = random.pick([...Object.keys(storyKinds), 'material']);
  const { body, pictures, words: inBody } = randomBody(random);
  const html = richTextToHtml(body, pictures);
  words.push(...inBody);
  const images = [...pictures].map(
    ([id, { alt, caption }]): ReleasePicture => ({
      id,
      alt,
      caption,
      fileName: `${id}-original.png`,
      mime: 'image/png',
      width: 10,
      height: 10,
      credit: null,
      aigc: false,
      renditions: [],
    }),
  );
  const snapshot: Snapshot = {
    kind,
    column: kind === 'material' ? null : { slug: 'news', name: head() },
    title: head(),
    summary: head(),
    category4: null,
    author: head(),
    source: head(),
    sourceUrl: null,
    tags: [],
    html,
    text: htmlToText(html),
    cover: null,
    images,
    roleModel:
      kind === 'role-model'
        ? {
            name: say(),
            category: say(),
            batch: say(),
            batchDate: random.pick([null, '2026-06-14']),
            place: say(),
            recommendedBy: maybe(say),
            publicity: maybe(say),
            consent: maybe(say),
            recheck: maybe(say),
          }
        : null,
    caseSteps:
      kind === 'case'
        ? {
            what: [say(), say()].join('\n'),
            rule: {
              law: `《${say()}》`,
              article: say(),
              text: say(),
              url: random.pick([null, 'https://law.example/?a=1&b="2"']),
            },
            costs: Array.from({ length: random.int(0, 3) }, () => ({ figure: say(), label: say() })),
            mend: Array.from({ length: random.int(0, 3) }, () => ({ date: '2026-03-05', text: say() })),
          }
        : null,
    ...(kind === 'case' && random.chance(0.5)
      ? {
          disclosure: {
            authority: say(),
            docNo: say(),
            docDate: '2026-01-02',
            recordUrl: 'https://gov.example/?a=1&b=2',
            objection: say(),
            until: '2027-01-02',
          },
        }
      : random.chance(0.3)
        ? { anonymous: true as const }
        : {}),
    lesson:
      kind === 'material'
        ? {
            stage: say(),
            theme: say(),
            subject: say(),
            duration: random.int(0, 90),
            licence: say(),
            licenceUrl: random.pick([null, 'https://cc.example/4.0']),
          }
        : null,
    corrections: Array.from({ length: random.int(0, 2) }, () => ({
      date: '2026-06-01',
      was: say(),
      now: say(),
      note: random.pick(['', say()]),
    })),
  };
  // A picked note may have said a word that is not there.
  const all = JSON.stringify(snapshot);
  return {
    snapshot,
    words: words.filter((word) => all.includes(JSON.stringify(word).slice(1, -1)) || inBody.includes(word)),
    told,
  };
}
