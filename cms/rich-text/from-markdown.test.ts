import { getEnabledNodes } from '@payloadcms/richtext-lexical';
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentHash } from '../release/content.ts';
import { loadMaterials } from '../content/load-materials.ts';
import { loadStories } from '../content/load-stories.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { markdownToRichText } from './from-markdown.ts';
import { richTextToHtml } from './to-html.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());

/** What the admin's editor would save after merely opening the text. */
function throughEditor(markdown: string): unknown {
  const field = cms.payload.collections.stories.config.flattenedFields.find((f) => f.name === 'body');
  if (field?.type !== 'richText' || !field.editor || !('editorConfig' in field.editor)) throw new Error('no editor');
  const editor = createHeadlessEditor({
    nodes: getEnabledNodes({ editorConfig: field.editor.editorConfig as never }),
    onError: (error) => {
      throw error;
    },
  });
  const state = editor.parseEditorState(JSON.stringify(markdownToRichText(markdown)));
  return JSON.parse(JSON.stringify(state.toJSON()));
}

it('is opened by the editor with nothing lost', () => {
  const markdown =
    '## 题\n\n一**二**三，[见](https://a.example/)。\n\n1. 一\n   - 甲\n2. 二\n\n> 引\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n---\n\n完';
  expect(richTextToHtml(throughEditor(markdown), new Map())).toBe(
    richTextToHtml(markdownToRichText(markdown), new Map()),
  );
});

it('so is every starter text', async () => {
  const texts = [...(await loadStories(process.cwd())), ...(await loadMaterials(process.cwd()))];
  for (const { body } of texts) {
    expect(richTextToHtml(throughEditor(body), new Map())).toBe(richTextToHtml(markdownToRichText(body), new Map()));
    // Saved unchanged, a signed story stays signed.
    expect(contentHash({ body: throughEditor(body) })).toBe(contentHash({ body: markdownToRichText(body) }));
  }
});
