import { expect, it } from 'vitest';
import { checkBytes } from '../checks/check-file.ts';
import { uploadApart } from '../checking/lexicons/upload-apart.ts';
import { convertApart } from '../import/convert-apart.ts';
import { prepareApart, renderApart } from '../media/apart.ts';
import { readApart } from '../foreign/read-apart.ts';
import { ForeignRefused } from '../foreign/refused.ts';
import { paperJob } from '../papers/paper-job.ts';
import { hostileFiles, type HostileFile } from './hostile-files.ts';
import { within } from '../../.config/patience.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 20_261_127);
const head = { slug: 'a', title: '甲', edition: '2026-11-21', owner: '乙', source: '丙' };

/** Chinese, one or two sentences, no stack and no path. */
const isSentence = (text: string): boolean =>
  /[\u4e00-\u9fff].*[。！]$/s.test(text) && !/\n\s+at |\/node_modules\/|Error:/.test(text);
const refusal = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Every door that takes a file of this kind. @returns what each said, '' for a file that was taken */
async function everywhere({ bytes, name }: HostileFile): Promise<string[]> {
  const said: Promise<string>[] = [
    checkBytes(name, bytes).then(({ blocked, findings }) =>
      blocked === findings.some(({ level }) => level === 'block') ? '' : '不一致',
    ),
  ];
  const door = (take: Promise<unknown>) => said.push(take.then(() => '', refusal));
  if (/\.(?:jpg|png|gif|webp)$/.test(name))
    door(
      prepareApart(bytes).then(({ bytes: clean, height, mark, width }) =>
        bytes.length % 5 === 0 ? renderApart({ mediaId: 'a', bytes: clean, width, height, mark, focal: null }) : null,
      ),
    );
  if (/\.(?:docx|html|md)$/.test(name)) door(convertApart(name, bytes));
  if (/\.(?:xlsx|csv|yaml)$/.test(name)) door(uploadApart(bytes, name, head));
  if (/\.(?:pdf|jpg|png)$/.test(name))
    door(
      readApart(paperJob, { bytes }).then((paper) => {
        if ('refused' in paper) throw new Error(paper.refused);
      }),
    );
  return Promise.all(said);
}

it(
  `520 hostile files through every door: each is taken or refused in a sentence (HOSTILE_SEED=${seed})`,
  async () => {
    const files = await hostileFiles(seed, 520);
    expect(files.length).toBeGreaterThanOrEqual(500);
    const wrong: string[] = [];
    let refused = 0;
    let next = 0;
    // Two at a time: a queue for pictures, one for documents.
    const walk = async () => {
      for (let i = next++; i < files.length; i = next++) {
        const file = files[i] as HostileFile;
        const said = (await everywhere(file)).filter((text) => text !== '');
        if (said.length > 0) refused += 1;
        for (const text of said) if (!isSentence(text)) wrong.push(`${i} ${file.name}: ${text}`);
      }
    };
    await Promise.all([walk(), walk()]);
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(100);
    // The doors still open for what is well.
    expect(await checkBytes('a.txt', Buffer.from('守信的故事'))).toMatchObject({ blocked: false, findings: [] });
    expect(new ForeignRefused('died').message).toMatch(/。$/);
  },
  within(600_000),
);
