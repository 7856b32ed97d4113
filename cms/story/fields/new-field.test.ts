import { createRandom } from '../../../campaigns/calendar/testing/random.ts';
import type { Payload } from 'payload';
import { beforeEach, expect, it, vi } from 'vitest';

// One line in a group's table, and one field of every story (its name and its line): nothing else of the product is changed here.
vi.mock('./role-model.ts', async (original) => {
  const [{ roleModelFacts }, { addedLine }] = [
    await original<typeof import('./role-model.ts')>(),
    await import('./fact.ts'),
  ];
  return {
    roleModelFacts: {
      ...roleModelFacts,
      motto: addedLine('座右铭', {
        maxLength: 8,
        needed: '请填写座右铭。',
        searched: true,
        personal: true,
        row: '座右铭',
      }),
    },
  };
});
vi.mock('./content-names.ts', async (original) => {
  const names = await original<typeof import('./content-names.ts')>();
  return {
    contentLabels: { ...names.contentLabels, subtitle: '副题' },
    contentNames: [...names.contentNames, 'subtitle'],
  };
});
vi.mock('./own.ts', async (original) => {
  const [own, { addedLine }] = [await original<typeof import('./own.ts')>(), await import('./fact.ts')];
  return { ...own, ownFacts: { ...own.ownFacts, subtitle: addedLine('副题', { maxLength: 30, searched: true }) } };
});

const { stories } = await import('../../collections/stories/stories.ts');
const { soughtFacts } = await import('../../collections/stories/sought-facts.ts');
const { typedContent } = await import('../../admin/story/desk/typed-content.ts');
const { isPersonal } = await import('../../audit/personal/fields.ts');
const { snapshotTexts } = await import('../../checking/findings/snapshot-texts.ts');
const { roleModelSchema } = await import('../../content/role-model-schema.ts');
const { caseFindings } = await import('../../gates/case-findings.ts');
const { formContentSchema } = await import('../../preview/form-content.ts');
const { placeOf } = await import('../../preview/place.ts');
const { buildSnapshot } = await import('../../release/build-snapshot.ts');
const { contentHash } = await import('../../release/content.ts');
const { renditionOf } = await import('../../release/rendition/rendition.ts');
const { randomSnapshot } = await import('../../release/testing/random-snapshot.ts');
const { difference } = await import('../../review/difference/difference.ts');
const { requirements } = await import('../../review/requirements.ts');
const { furtherRoleModelFacts } = await import('../further-facts.ts');
const { snapshotSchema } = await import('../snapshot-schema.ts');

const facts = {
  name: '甲（示例）',
  category: '诚信人物',
  batch: '第十二批',
  place: '某县',
  recommendedBy: '某镇',
  consent: '本人已书面同意公开',
};
const row = { id: 's', title: '题', kind: 'role-model', body: null, roleModel: facts };
const told = { ...row, subtitle: '副题的话', roleModel: { ...facts, motto: '一诺千金' } };
const noDatabase = { find: async () => ({ docs: [] }), findByID: async () => null } as unknown as Payload;
const snapshotOf = (story: object) => buildSnapshot(noDatabase, story as never);
let [before, after] = [await snapshotOf(row), await snapshotOf(told)];
beforeEach(async () => {
  [before, after] = [await snapshotOf(row), await snapshotOf(told)];
});

it('the form asks for it, in its group and at the end of the story’s own, and keeps it while it is not saved', () => {
  const named = (fields: readonly object[], name: string) =>
    fields.find((field) => 'name' in field && field.name === name);
  expect(named(stories.fields, 'subtitle')).toMatchObject({ label: '副题', type: 'text', maxLength: 30 });
  expect(named((named(stories.fields, 'roleModel') as { fields: object[] }).fields, 'motto')).toMatchObject({
    label: '座右铭',
    type: 'text',
    maxLength: 8,
  });
  expect(typedContent(told, null)).toMatchObject({ subtitle: '副题的话', roleModel: { motto: '一诺千金' } });
  expect(formContentSchema.parse(told)).toMatchObject({ subtitle: '副题的话', roleModel: { motto: '一诺千金' } });
  expect(formContentSchema.safeParse({ ...told, roleModel: { motto: 7 } }).success).toBe(false);
});

it('a release has it, and one from before it is read as it was signed', () => {
  expect(after).toMatchObject({ subtitle: '副题的话', roleModel: { motto: '一诺千金' } });
  expect(snapshotSchema.parse(after)).toEqual(after);
  for (let seed = 1; seed <= 50; seed += 1) {
    const { snapshot } = randomSnapshot(createRandom(seed));
    expect(JSON.stringify(snapshotSchema.parse(snapshot))).not.toMatch(/motto|subtitle/);
  }
});

it('a row that has none keeps its fingerprint; another word is another content', () => {
  expect(contentHash({ ...row, subtitle: null, roleModel: { ...facts, motto: null } })).toBe(contentHash(row));
  expect(
    new Set(
      [row, told, { ...told, subtitle: '别的' }, { ...told, roleModel: { ...facts, motto: '别的' } }].map(contentHash),
    ).size,
  ).toBe(4);
});

it('its words are checked, found, compared, and lead back to their field', () => {
  expect(snapshotTexts(after)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ field: '座右铭', text: '一诺千金' }),
      expect.objectContaining({ field: '副题', text: '副题的话' }),
    ]),
  );
  expect([placeOf('座右铭', '', null), placeOf('副题', '', null)]).toEqual([
    { field: 'roleModel__motto' },
    { field: 'subtitle' },
  ]);
  const caught = (story: object) => caseFindings(story as never, 'personal-data/').length;
  expect(
    [row, { ...row, subtitle: '电话13912345678' }, { ...row, roleModel: { ...facts, motto: '电话13912345678' } }].map(
      caught,
    ),
  ).toEqual([0, 1, 1]);
  expect(soughtFacts(told)).toEqual(expect.arrayContaining(['一诺千金', '副题的话']));
  expect(
    difference(before, after)
      .parts.map(({ part }) => part)
      .sort(),
  ).toEqual(['副题', '诚信典型资料']);
});

it('it is asked for, shown to readers under its name, kept out of the trail, and a file of content/ may say it', () => {
  expect(requirements(row as never)).toContain('请填写座右铭。');
  expect(requirements(told as never)).not.toContain('请填写座右铭。');
  expect(renditionOf(after, []).html).toContain('<li>座右铭：一诺千金</li>');
  expect(after.roleModel && furtherRoleModelFacts(after.roleModel)).toContainEqual(['座右铭', '一诺千金']);
  expect(isPersonal('stories', 'roleModel.motto')).toBe(true);
  const file = {
    name: '甲（示例）',
    category: '诚信人物',
    batch: '第十二批',
    batchDate: null,
    place: '某县',
    recommendedBy: null,
    publicity: null,
    consent: null,
    recheck: null,
  };
  expect(
    [file, { ...file, motto: '一诺千金' }, { ...file, motto: '一二三四五六七八九' }].map(
      (one) => roleModelSchema.safeParse(one).success,
    ),
  ).toEqual([true, true, false]);
});
