import { expect, it } from 'vitest';
import { findNamesInFront, refuseNamesInPrint } from './names-in-front.ts';

const front = { title: '一份报告', summary: '一句话。', cover: null, named: ['示例商贸有限公司'] };
const fields = (more: Partial<Parameters<typeof findNamesInFront>[0]>) =>
  findNamesInFront({ ...front, ...more }).map(({ field, level }) => `${level} ${field}`);

it.each([
  [{}, []],
  [{ title: '示例商贸有限公司改报告' }, ['block title']],
  [{ title: '示例·商贸 有限公司改报告' }, ['block title']],
  [{ summary: '示例商贸\u200b有限公司。' }, ['block summary']],
  [{ title: '示例商貿有限公司改報告' }, ['block title']],
  [{ summary: '（2026）川0802執123號。' }, ['block summary']],
  [{ named: ['張偉'], title: '张伟改报告' }, ['block title']],
  [{ cover: { alt: '示例商贸有限公司门口', caption: null } }, ['block cover']],
  [{ cover: { alt: '门口', caption: '示例商贸有限公司' } }, ['block cover']],
  [{ summary: '（2026）川0802执123号。' }, ['block summary']],
  // A story that names nobody is none of this gate's business: role models are proud of their names.
  [{ title: '示例商贸有限公司改报告', named: [] }, []],
  [{ title: '示例商贸有限公司改报告', named: undefined }, []],
])('%j → %j', (more, found) => expect(fields(more)).toEqual(found));

it('nothing that names somebody is printed', () => {
  expect(refuseNamesInPrint({ named: ['示例商贸有限公司'] })).toMatchObject([{ level: 'block' }]);
  expect([refuseNamesInPrint({ named: [] }), refuseNamesInPrint({})]).toEqual([[], []]);
});
