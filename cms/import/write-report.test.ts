import readXlsx from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { blocksOf } from '../../campaigns/channels/shared/blocks.ts';
import { convert } from './convert.ts';
import { reportOf } from './report.ts';
import { htmlOf } from './testing/word-parts.ts';
import { writeReport } from './write-report.ts';

it('the column 还要做的 holds what import changed, in every form of the report', async () => {
  const story = await convert(
    'p.html',
    new TextEncoder().encode(
      '<h1>通知</h1><p>附件：<a href="a.doc">报名表</a></p><p>甲<video src="b.mp4"></video></p>',
    ),
  );
  const report = reportOf('旧稿', true, [
    {
      file: 'p.html',
      outcome: 'imported',
      message: '会成为草稿。',
      title: story.title,
      publishedOn: null,
      storyId: null,
      pictures: 0,
      notes: story.notes,
      findings: [],
    },
  ]);
  const said = [
    '第1段“附件：报名表”里的附件“报名表”（a.doc）没有带入：请另行上传。',
    '第2段“甲”里的视频（b.mp4）没有带入：请另行上传或改成链接。',
  ];
  const text = async (name: string) => new TextDecoder().decode((await writeReport(report, name)) ?? new Uint8Array());
  expect(await text('r.md')).toContain(`| ${said.join('<br>')} |`);
  expect(await text('r.html')).toContain(`<td>${said.join('<br>')}</td>`);
  const sheet = JSON.stringify(
    await readXlsx(Buffer.from((await writeReport(report, 'r.xlsx')) ?? []), { sheet: '导入' } as never),
  );
  expect(sheet).toContain(JSON.stringify(said.join('\n')));
  expect(sheet).toContain('"还要做的"');
});

it('small high signs are the same in what goes to the papers and the platforms', async () => {
  const story = await convert(
    'p.html',
    new TextEncoder().encode('<h1>通知</h1><p>面积3×10<sup>4</sup>平方米，CO<sub>2</sub>。</p>'),
  );
  expect(blocksOf(htmlOf(story))).toEqual([{ kind: 'paragraph', text: '面积3×10⁴平方米，CO₂。' }]);
});
