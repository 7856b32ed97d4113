import type { Payload } from 'payload';
import type { Person } from '../../access/person.ts';
import { fileProblems } from '../../desk/texts/file-problems.ts';
import { isAgreer, isTurnOf } from '../../desk/texts/may-become-public.ts';
import type { Problems } from '../../desk/texts/problems-of.ts';
import { waitingFiles, whyWords } from '../../texts/files/waiting-files.ts';
import { fileId } from '../../texts/files/file-id.ts';
import { shorten } from '../../words/words.ts';
import type { Task } from './my-work.ts';

/** Files of `content/` that somebody changed on the server, for whoever reviews; what the checks stopped, for the secrecy reviewer. */
export async function fileTasks(payload: Payload, person: Person): Promise<Task[]> {
  if (!isAgreer(person)) return [];
  const found = await Promise.all(
    (await waitingFiles(payload)).map(async (waiting) => ({
      ...waiting,
      problems: await fileProblems(payload, waiting.entry, waiting.now),
    })),
  );
  return found
    .filter(({ problems }) => isTold(person, problems))
    .map(({ entry, problems, since, title, why }) => ({
      id: `files/${fileId(entry)}`,
      title: shorten(title, 60),
      detail: `服务器上的文件 ${entry.file} ${whyWords[why]}${waitsFor(problems)}`,
      href: `/admin/files#${fileId(entry)}`,
      button: '对照',
      due: null,
      since,
    }));
}

/** What nobody may agree to is the reviewers' to pass on to whoever has the server. */
const isTold = (person: Person, { barring, doubts }: Problems): boolean =>
  isTurnOf(person, { doubts: barring.length > 0 ? [] : doubts });
const waitsFor = ({ barring, doubts }: Problems): string =>
  barring.length > 0 ? '；里面有不能公开的号码，要先改文件' : doubts.length > 0 ? '；检查拦下了，等保密审查人判定' : '';
