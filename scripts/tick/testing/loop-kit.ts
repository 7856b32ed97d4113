import { addDays, civilDay } from '../../../campaigns/calendar/civil-day.ts';
import { patrol } from '../../../cms/checking/nightly/patrol.ts';
import { loadNightlyTerms } from '../../../cms/content/load-nightly-terms.ts';
import type { LoopScene } from './loop-scene.ts';

/** What a loop is made to meet: something broken beside something good. */
interface Ordeal {
  run(): Promise<unknown>;
  /** The good one went through. */
  good(): Promise<boolean>;
  /** As it is told, `kind id`; one a kind of database where they differ. Null: there nothing is broken by it. */
  stuck: string | RegExp | null;
}
export type Loop = readonly [name: string, arrange: (scene: LoopScene, sqlite: boolean) => Promise<Ordeal>];

const long = 400;
export const closedLong = (scene: LoopScene) => addDays(civilDay(scene.clock.now()), -long);
export const inLong = (scene: LoopScene) => ({
  ...scene.clock,
  now: () => new Date(scene.clock.now().getTime() + long * 86_400_000),
});
export const night = async (scene: LoopScene) =>
  patrol({
    payload: scene.payload,
    reader: scene.reader,
    terms: await loadNightlyTerms(process.cwd()),
    now: scene.clock.now(),
    outside: null,
  });
export const looked = async (scene: LoopScene, run: () => Promise<Awaited<ReturnType<typeof patrol>>>) => {
  let report: Awaited<ReturnType<typeof patrol>> | null = null;
  return {
    run: async () => {
      report = await run();
    },
    found: (title: string) => report?.findings.some(({ subject }) => subject.title === title) ?? false,
  };
};
/** A story whose title has been wrong since a moment after it was signed, so that a look at it finds something. */
export async function outdated(scene: LoopScene, word: string) {
  const live = await scene.signed(`${word}（示例）`);
  await wordList(scene, word);
  return { ...live, title: `${word}（示例）` };
}
export const wordList = async ({ payload }: LoopScene, wrong: string): Promise<string> =>
  (
    await payload.create({
      collection: 'lexicons',
      data: {
        slug: `list-${Buffer.from(wrong).toString('hex').slice(0, 20)}`,
        title: '词表（示例）',
        group: 'wording',
        edition: '2026-01-02',
        owner: '编辑部',
        source: '自编',
        confidence: 1,
        active: true,
        entries: [{ wrong, right: '新称', why: '改名', level: 'block' }],
      } as never,
    })
  ).id;
