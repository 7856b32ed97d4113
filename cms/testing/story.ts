import type { Payload } from 'payload';
import type { Person } from '../access/person.ts';
import type { Story } from '../payload-types.ts';
import type { Showing } from '../release/showing.ts';
import { performReview } from '../desk/perform.ts';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { asUser, person } from './people.ts';

export interface Desk {
  author: Person;
  first: Person;
  second: Person;
  signer: Person;
}

/** The smallest newsroom that can publish; the second reviewer also clears secrecy. */
export async function newsroom(payload: Payload): Promise<Desk> {
  return {
    author: await person(payload, 'author'),
    first: await person(payload, 'reviewer1'),
    second: await person(payload, 'reviewer2', 'secrecy'),
    signer: await person(payload, 'signer'),
  };
}

/** The column of that name, made when it is not there yet. */
export async function aColumn(payload: Payload, slug = 'knowledge'): Promise<string> {
  const found = await payload.find({ collection: 'columns', where: { slug: { equals: slug } }, limit: 1 });
  if (found.docs[0]) return found.docs[0].id;
  const data = {
    slug,
    name: '信用知识',
    description: '知识',
    type: '政务动态',
    kinds: ['knowledge', 'role-model', 'case', 'policy', 'activity', 'result', 'artwork'],
    navOrder: 1,
  };
  return (await payload.create({ collection: 'columns', data: data as never })).id;
}

/** A complete draft by that author. */
export async function draft(payload: Payload, author: Person, more: Partial<Story> = {}): Promise<Story> {
  return payload.create({
    collection: 'stories',
    depth: 0,
    overrideAccess: false,
    user: asUser(author),
    data: {
      title: '怎样查自己的信用报告（示例）',
      kind: 'knowledge',
      column: await aColumn(payload),
      summary: '两步，每年两次免费。',
      source: '诚信广元编辑部（示例）',
      authorName: '示例作者',
      tags: ['信用报告'],
      answer: { who: 'nobody', tone: 'neutral' },
      body: markdownToRichText('## 第一步\n\n带上**身份证件**到柜台。'),
      ...more,
    } as never,
  });
}

/** Takes a draft through all reviews, to be seen at once or as `showing` says. Throws with the refusal when one says no. */
export async function release(
  payload: Payload,
  storyId: string,
  desk: Desk,
  clock?: Parameters<typeof performReview>[0]['clock'],
  showing?: Showing,
): Promise<string> {
  const steps = [
    ['submit', desk.author],
    ['approve-first', desk.first],
    ['clear-secrecy', desk.second],
    ['approve-second', desk.second],
    ['sign', desk.signer],
  ] as const;
  let releaseId: string | null = null;
  for (const [act, who] of steps) {
    const result = await performReview(
      { payload, ...(clock ? { clock } : {}) },
      { storyId, act, person: who, note: '', ...(act === 'sign' && showing ? { showing } : {}) },
    );
    if (!result.ok) throw new Error(`${act}: ${result.message}`);
    releaseId = result.releaseId;
  }
  if (!releaseId) throw new Error('no release');
  return releaseId;
}
