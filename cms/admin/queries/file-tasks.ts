import type { Payload } from 'payload';
import type { Person } from '../../access/person.ts';
import { mayAgreeToFiles } from '../../desk/texts/agree-to-file.ts';
import { waitingFiles, whyWords } from '../../texts/files/waiting-files.ts';
import { fileId } from '../../texts/files/file-id.ts';
import { shorten } from '../../words/words.ts';
import type { Task } from './my-work.ts';

/** Files of `content/` that somebody changed on the server, for whoever reviews. */
export async function fileTasks(payload: Payload, person: Person): Promise<Task[]> {
  if (!mayAgreeToFiles(person)) return [];
  return (await waitingFiles(payload)).map(({ entry, since, title, why }) => ({
    id: `files/${fileId(entry)}`,
    title: shorten(title, 60),
    detail: `服务器上的文件 ${entry.file} ${whyWords[why]}`,
    href: `/admin/files#${fileId(entry)}`,
    button: '对照',
    due: null,
    since,
  }));
}
