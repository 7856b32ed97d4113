import { createManualClock } from '../../../../campaigns/outbox/engine/manual-clock.ts';
import { createReader } from '../../../read/payload-reader.ts';
import { signedIn } from '../../../testing/signed-in.ts';
import { testCms, type TestCms } from '../../../testing/test-cms.ts';
import { forgetCopies } from '../../../texts/files/copies-now.ts';
import { readAllKinds, type FileEntry } from '../../../texts/files/entries.ts';
import { publicFields, valueAt } from '../../../texts/files/file-words.ts';
import { fileKinds, kindNames, type KindName } from '../../../texts/files/kinds.ts';
import { publicFiles } from '../../../texts/files/public-files.ts';
import { takeUpFiles } from '../../../texts/files/take-up-files.ts';
import { otherValues } from '../../../texts/files/testing/other-value.ts';
import { ownContent } from '../../../texts/files/testing/own-content.ts';
import { waitingFiles } from '../../../texts/files/waiting-files.ts';

export const clock = createManualClock('2026-11-20T09:00:00+08:00');
export const city = 'content/region/guangyuan.yaml';
export const list = 'content/lists/wage-arrears.yaml';

/** Where a file of content is agreed to. */
export const at = (file: string): string => file.replace(/^content\/(\w+)\/(.*)\.\w+$/, 'public-texts/$1--$2/agree');

/** An open desk with files of its own. */
export type FilesDesk = Awaited<ReturnType<typeof openFilesDesk>>;

/**
 * A desk on this engine (`url`: of a MongoDB, SQLite without one) whose content files tests change as somebody on the server
 * would; with what it takes to see what the public reads of them, and to agree to a change.
 */
export async function openFilesDesk(url: string | undefined) {
  if (url) process.env.CMS_TEST_MONGODB_URL = url;
  const content = await ownContent();
  const cms: TestCms = await testCms(content);
  const desk = await signedIn(cms, ['author', 'reviewer1', 'reviewer2', 'signer', 'secrecy', 'admin']);
  async function shownBy(payload: TestCms['payload']): Promise<string> {
    forgetCopies(payload);
    const reader = createReader({ payload, clock, demo: true, siteUrl: 'http://localhost' });
    const files = publicFiles(payload);
    return JSON.stringify([
      await reader.region(),
      await reader.listTypes(),
      await reader.year(2026),
      await reader.year(2031),
      await reader.calendarIcs(),
      await reader.search({ words: '公布' }),
      await files.channels(),
      await files.cover(),
    ]);
  }
  const shown = () => shownBy(cms.payload);
  const seen = async (file: string, who = 'reviewer1') =>
    (await (await desk.get(who, at(file))).response.json()) as {
      waits: boolean;
      version: string;
      mayAgree: boolean;
      barring: string[];
      doubts: string[];
      lines: { label: string; now: string; next: string }[];
      why: string;
    };
  const agree = async (file: string, who = 'reviewer1', version?: string) => {
    const { message, status } = await desk.post(who, at(file), { version: version ?? (await seen(file)).version });
    return { status, message };
  };
  const decide = async (file: string, who: string, reason: string) => {
    const { message, status } = await desk.post(who, at(file), { version: (await seen(file)).version, reason });
    return { status, message };
  };
  const waiting = async () => (await waitingFiles(cms.payload)).map(({ entry, why }) => `${entry.file} ${why}`);

  /** Every public field of the table, with a file that has it. */
  async function fields(): Promise<{ kind: KindName; path: string; entry: FileEntry }[]> {
    const entries = await readAllKinds(content.content);
    return kindNames.flatMap((kind) =>
      publicFields(kind).map(([path]) => {
        const entry = entries.find((one) => one.kind === kind && valueAt(one.data, path) !== undefined);
        if (!entry) throw new Error(`no file has ${kind} ${path}`);
        return { kind, path, entry };
      }),
    );
  }

  /** Changes one field to something that its strict loader takes. */
  async function change(entry: FileEntry, path: string): Promise<void> {
    const { is } = fileKinds[entry.kind].fields[path as never] as { is: Parameters<typeof otherValues>[0] };
    for (const value of otherValues(is, valueAt(entry.data, path))) {
      await content.set(entry.file, path, value);
      const now = (await readAllKinds(content.content)).find(({ file }) => file === entry.file);
      if (JSON.stringify(valueAt(now?.data ?? {}, path)) === JSON.stringify(value)) return;
    }
    throw new Error(`no other value for ${entry.file} ${path}`);
  }
  // So that every public field stands somewhere: a city may have words of its own when it is installed.
  await content.set('content/channels/press.yaml', 'embargo', '次日零时后可刊发');
  await content.write('content/lists/blaming.yaml', {
    ...(await content.read(list)),
    slug: 'blaming',
    summary: '示例镇王建国拖欠货款八万元，被列入名单。',
  });
  await takeUpFiles(cms.payload, clock);
  const startedWith = [await shown(), (await waiting()).join()] as const;
  await content.remove('content/lists/blaming.yaml');
  const close = async () => {
    await content.close();
    await cms.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  };
  return { cms, desk, content, startedWith, shownBy, shown, seen, agree, decide, waiting, fields, change, close };
}
