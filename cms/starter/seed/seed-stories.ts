import type { Payload } from 'payload';
import { markdownToRichText } from '../../rich-text/from-markdown.ts';
import type { StarterMaterial } from '../../content/material-schema.ts';
import type { StarterStory } from '../../content/story-schema.ts';
import { copyFacts } from '../../story/fields/derive.ts';
import { lessonFacts } from '../../story/fields/lesson.ts';
import { importStory, type StoryData } from './import-story.ts';
import type { MayPublish } from './is-shipped.ts';
import { missing } from './missing.ts';
import { pictureSeedId } from './seed-pictures.ts';
import { seedId } from './seed-id.ts';
import { storedText } from '../../rich-text/stored-text.ts';
import { newStory } from '../../story/new-story.ts';

export const storySeedId = (slug: string): string => seedId('story', slug);
const materialSeedId = (slug: string): string => seedId('story', `material/${slug}`);

/** Writes and releases the starter's stories and lessons, oldest first. @returns how many are new. */
export async function seedStories(
  payload: Payload,
  stories: StarterStory[],
  materials: StarterMaterial[],
  columns: ReadonlyMap<string, string>,
  may: MayPublish,
): Promise<number> {
  const all = [
    ...stories.map((story) => ({
      data: storyData(story, columns),
      at: story.publishedAt,
      isReleased: may(`stories/${story.slug}`, story),
    })),
    ...materials.map((material) => ({
      data: materialData(material),
      at: material.publishedAt,
      isReleased: may(`materials/${material.slug}`, material),
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const absent = await missing(
    payload,
    'stories',
    all.map(({ data }) => data.id),
  );
  const unpublished = await withoutPublication(
    payload,
    all.map(({ data }) => data.id),
  );
  for (const { data, at, isReleased } of all) {
    if (isReleased && unpublished.has(data.id)) await importStory(payload, data, at, absent.has(data.id));
    // Nobody has reviewed it: a draft, that any author may take up.
    else if (absent.has(data.id))
      await payload.create({ collection: 'stories', data: { ...newStory(), ...data }, depth: 0 });
  }
  return absent.size;
}

function storyData(story: StarterStory, columns: ReadonlyMap<string, string>): StoryData {
  const { slug, column, body, author, picture, publishedAt: _, ...same } = story;
  return {
    ...same,
    id: storySeedId(slug),
    column: columns.get(column) ?? null,
    body: storedText(markdownToRichText(body)),
    authorName: author,
    cover: picture ? pictureSeedId(picture) : null,
    roleModel: story.roleModel ?? {},
    caseSteps: story.caseSteps ?? {},
  };
}

function materialData(material: StarterMaterial): StoryData {
  const { slug, title, summary, author, source, body, stage, answer } = material;
  return {
    id: materialSeedId(slug),
    kind: 'material',
    title,
    summary,
    source,
    authorName: author,
    answer,
    body: storedText(markdownToRichText(body)),
    lesson: { ...copyFacts(lessonFacts, material), stage },
  };
}

async function withoutPublication(payload: Payload, ids: string[]): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection: 'publications',
    where: { story: { in: ids } },
    depth: 0,
    pagination: false,
    select: { story: true },
  });
  const published = new Set(docs.map(({ story }) => (typeof story === 'string' ? story : story.id)));
  return new Set(ids.filter((id) => !published.has(id)));
}
