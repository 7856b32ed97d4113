import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  copyFacts,
  factPlaces,
  factRows,
  factTexts,
  formFields,
  gatedFacts,
  missingFacts,
  searchedFacts,
  starterShape,
  typedShape,
} from './derive.ts';
import { addedLine, amount, choice, deskDay, line, maybeAddress, maybeDay, maybeLine } from './fact.ts';
import { lessonFacts } from './lesson.ts';
import { roleModelFacts } from './role-model.ts';

const facts = {
  remark: maybeLine('附注', { gated: false, row: '附注' }),
  name: line('名称', {
    maxLength: 9,
    needed: '请填写名称。',
    checked: '主人公',
    searched: true,
    row: '名称',
    lead: true,
  }),
  alias: line('别名', { checked: '主人公', searched: true, personal: true }),
  size: choice('大小', ['大', '小'], { row: '大小' }),
  minutes: amount('分钟', { min: 10, max: 240 }, { needed: '请填写分钟。' }),
  on: maybeDay('日期'),
  link: maybeAddress('网址', { row: '网址' }),
  until: deskDay('期限', '到期提醒。'),
  later: addedLine('后来加的'),
};
const row = { name: '甲（示例）', alias: '老甲', size: '大', minutes: 45, until: '2028-06-30', stranger: '别处来的' };

describe('a release keeps of a row', () => {
  it('every fact in its own shape, and nothing that is the desk’s or nobody’s', () => {
    expect(copyFacts(facts, row)).toEqual({
      remark: null,
      name: '甲（示例）',
      alias: '老甲',
      size: '大',
      minutes: 45,
      on: null,
      link: null,
      later: null,
    });
  });

  it.each<[string, object | null | undefined]>([
    ['no row', null],
    ['nothing', undefined],
    ['an empty one', {}],
    // As an older version or a torn import may have left it.
    ['values of other kinds', { name: 7, alias: ['x'], size: {}, minutes: '45', on: 20260614, link: true, remark: '' }],
  ])('of %s: what is empty, never what is of another kind', (_, from) => {
    expect(copyFacts(facts, from)).toMatchObject({ name: '', alias: '', size: '', minutes: 0, on: null, link: null });
    expect(copyFacts(facts, from).remark).toBeNull();
  });
});

describe('what is missing', () => {
  const shows = (value: unknown) => value !== undefined && value !== '' && value !== 0;
  it.each<[object | null, string[]]>([
    [{ name: '甲', minutes: 10 }, []],
    [{ name: '', minutes: 10 }, ['请填写名称。']],
    [{ name: '甲', minutes: 0 }, ['请填写分钟。']],
    [null, ['请填写名称。', '请填写分钟。']],
    // Only what is needed is asked for.
    [{ name: '甲', minutes: 10, link: '', on: '' }, []],
  ])('in %j: %j', (from, sentences) => expect(missingFacts(facts, from, shows)).toEqual(sentences));
});

describe('what the checks read', () => {
  it('facts of one name are read as one text, one under the other; words of no prose are not read', () => {
    expect(
      factTexts(facts, { name: '甲', alias: '老甲', remark: '注', size: '大', link: 'https://a.example' }),
    ).toEqual([
      ['附注', '注'],
      ['主人公', '甲\n老甲'],
      ['后来加的', ''],
    ]);
  });

  it('a finding leads to the first field of its name', () => {
    expect(factPlaces(facts)).toEqual([
      ['附注', 'remark'],
      ['主人公', 'name'],
      ['后来加的', 'later'],
    ]);
  });

  it('people are looked for in all of it, but where it says that nobody is', () => {
    expect(gatedFacts(facts, { ...row, remark: '张三（示例）来过', later: '某人' })).toEqual([
      '甲（示例）',
      '老甲',
      '某人',
    ]);
    expect(gatedFacts(facts, null)).toEqual([]);
  });
});

it('the desk finds a story by who it is first; what is empty or no text finds nothing', () => {
  const found = { alias: line('别名', { searched: true }), name: line('名', { searched: true, lead: true }) };
  expect(searchedFacts(found, { alias: '老甲', name: '甲' })).toEqual(['甲', '老甲']);
  expect(searchedFacts(found, { alias: '', name: 7 })).toEqual([]);
});

describe('what readers see beside the text', () => {
  it('who it is stands first; what is empty or blank has no row', () => {
    expect(factRows(facts, { name: '甲', remark: '注', size: ' ', link: null })).toEqual([
      ['名称', '甲'],
      ['附注', '注'],
    ]);
  });
  it('what a page draws itself is left out', () => {
    expect(factRows(facts, { name: '甲', remark: '注' }, ['name'])).toEqual([['附注', '注']]);
  });
  it.each<[object, [string, string][]]>([
    [{ batch: '第十二批', batchDate: '2026-06-14' }, [['批次', '第十二批，2026年6月14日']]],
    [{ batch: '第十二批', batchDate: null }, [['批次', '第十二批']]],
    [{ batch: '第十二批', batchDate: '' }, [['批次', '第十二批']]],
    [{ batch: '', batchDate: null }, []],
    // Until when the consent holds is the desk's business, not the readers'.
    [{ consent: '本人已书面同意公开', consentUntil: '2028-06-30' }, [['同意', '本人已书面同意公开']]],
  ])('of a role model %j: %j', (values, rows) => expect(factRows(roleModelFacts, values as never)).toEqual(rows));
  it.each<[object, [string, string][]]>([
    [{ duration: 40 }, [['用时', '40分钟']]],
    [{ duration: 0 }, []],
    [{ licence: 'CC BY-NC 4.0', licenceUrl: 'https://a.example/l' }, [['授权', 'CC BY-NC 4.0 https://a.example/l']]],
    [{ licence: 'CC BY-NC 4.0', licenceUrl: null }, [['授权', 'CC BY-NC 4.0']]],
  ])('of a lesson %j: %j', (values, rows) => expect(factRows(lessonFacts, values as never)).toEqual(rows));
});

describe('the form', () => {
  it('has a field for each, in their order, but those that stand elsewhere', () => {
    const named = (without?: string[]) =>
      formFields(facts, without).map((field) => ('name' in field ? field.name : ''));
    expect(named()).toEqual(Object.keys(facts));
    expect(named(['size', 'on'])).toEqual(Object.keys(facts).filter((name) => name !== 'size' && name !== 'on'));
  });

  it.each<[object, boolean]>([
    [{}, true],
    // Half typed is kept; it is no release.
    [{ name: '一'.repeat(100), minutes: 3, on: '2026-06-' }, true],
    [{ name: null, minutes: null }, true],
    [{ name: 7 }, false],
    [{ minutes: '45' }, false],
    [{ until: {} }, false],
  ])('may hold %j while somebody types: %s', (typed, fits) => {
    expect(z.object(typedShape(facts)).safeParse(typed).success).toBe(fits);
  });
});

describe('a file of content/', () => {
  const file = {
    remark: null,
    name: '甲（示例）',
    alias: '老甲',
    size: '大',
    minutes: 45,
    on: '2026-06-14',
    link: null,
  };
  it.each<[string, object, boolean]>([
    ['says them', {}, true],
    ['may leave out what was added later', { later: undefined }, true],
    ['says no name longer than the form takes', { name: '一二三四五六七八九十' }, false],
    ['chooses a word that is none', { size: '中' }, false],
    ['has a day that is none', { on: '2026-02-30' }, false],
    ['lasts half a minute', { minutes: 10.5 }, false],
    ['lasts too long', { minutes: 241 }, false],
    ['knows what is the desk’s alone', { until: '2028-06-30' }, false],
  ])('%s', (_, more, fits) => {
    expect(z.strictObject(starterShape(facts)).safeParse({ ...file, ...more }).success).toBe(fits);
  });
});
