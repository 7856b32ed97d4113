import type { Payload } from 'payload';
import { publishDue } from '../publication/publish.ts';
import { mayPublish } from './seed/is-shipped.ts';
import { seedCampaigns } from './seed/seed-campaigns.ts';
import { seedColumns } from './seed/seed-columns.ts';
import { seedLexicons } from './seed/seed-lexicons.ts';
import { seedPictures } from './seed/seed-pictures.ts';
import { seedStories } from './seed/seed-stories.ts';
import { contentOf } from '../content/content.ts';

/**
 * Brings the starter content of `content/` into the CMS: columns, pictures, stories and lessons (released, marked 示例导入),
 * campaigns with their posts. Level-triggered: what is there stays as it is, what is missing is made, an interrupted run
 * is finished by the next. What the product does not bring is public at installation only; later it becomes drafts, and words
 * that wait for a second person (docs/decisions/050).
 * @throws ContentError naming the starter file that cannot be used.
 */
export async function seed(
  payload: Payload,
  log: (line: string) => void = () => undefined,
  { installing = false }: { installing?: boolean } = {},
): Promise<void> {
  const may = mayPublish({ installing });
  const started = performance.now();
  const [stories, materials, campaigns] = await Promise.all([
    contentOf(payload).stories(),
    contentOf(payload).materials(),
    contentOf(payload).campaigns(),
  ]);
  const columns = await seedColumns(payload, may);
  const lists = await seedLexicons(payload);
  const pictures = await seedPictures(
    payload,
    stories.flatMap(({ picture }) => picture ?? []),
  );
  const articles = await seedStories(payload, stories, materials, columns.ids, may);
  await publishDue(payload);
  const plans = await seedCampaigns(payload, campaigns, may);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (columns.made + lists + pictures + articles + plans === 0) log(`示例内容已经齐全，没有改动（${seconds} 秒）。`);
  else
    log(
      `写入示例内容：栏目 ${columns.made} 个、词表 ${lists} 张、图片 ${pictures} 张、稿件和教学材料 ${articles} 篇、活动 ${plans} 个（${seconds} 秒）。`,
    );
}
