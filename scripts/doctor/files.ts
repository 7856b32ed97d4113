import { waitingFiles, whyWords } from '../../cms/texts/files/waiting-files.ts';
import type { OpenCms } from '../compose/open-cms.ts';
import { ok, warn, type Finding } from './finding.ts';

/** Whether the public reads what the files of `content/` say, or some of them were changed and wait for a reviewer. */
export async function checkFiles({ payload }: OpenCms): Promise<Finding> {
  const waiting = await waitingFiles(payload);
  if (waiting.length === 0) return ok('内容文件', '公众看得见的文字都有人同意过，或随产品而来');
  const each = waiting.map(({ entry, why }) => `${entry.file}（${whyWords[why]}）`);
  return warn(
    '内容文件',
    `${each.join('；')}。请初审、复审或终审人到后台“今日”对照后同意；不是本单位改的，请换回原来的文件并查明谁改过。`,
  );
}
