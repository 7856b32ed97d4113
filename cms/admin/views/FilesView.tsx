import { systemClock } from '../../../campaigns/ports/clock.ts';
import type { AdminViewServerProps } from 'payload';
import { compareFile } from '../../desk/texts/compare-file.ts';
import { fileId } from '../../texts/files/file-id.ts';
import { waitingFiles } from '../../texts/files/waiting-files.ts';
import { Desk, requirePerson } from '../parts/Desk.tsx';
import { FilePanel } from '../texts/FilePanel.tsx';
import { momentOf } from '../../words/words.ts';

/** `/admin/files`: 内容文件, those that were changed on the server and wait for a reviewer. */
export async function FilesView(props: AdminViewServerProps) {
  const { payload, person } = requirePerson(props, '/admin/files');
  const files = await Promise.all(
    (await waitingFiles(payload)).map(async (waiting) => ({
      entry: waiting.entry,
      since: waiting.since,
      file: await compareFile(payload, waiting, person),
    })),
  );
  return (
    <Desk props={props} trail={[{ label: '内容文件' }]}>
      <main className="cx-view">
        <header className="cx-head">
          <div>
            <h1>内容文件</h1>
            <p className="cx-lead">
              城市信息、名单说明、节点说明、渠道名称和默认封面写在服务器的文件里。装好以后改过的，初审、复审或终审人同意了，网站和信函上才换；检查拦下、确属看错的，由保密审查人写明理由同意。
            </p>
          </div>
        </header>
        {files.length === 0 && <p className="cx-quiet">没有等人同意的：网站上的文字和服务器上的文件一样。</p>}
        {files.some(({ file }) => !file.mayAgree && file.barring.length + file.doubts.length === 0) && (
          <p className="cx-quiet">同意要由初审、复审或终审人来按。</p>
        )}
        {files.map(({ entry, file, since }) => (
          <section aria-labelledby={fileId(entry)} className="cx-file" key={fileId(entry)}>
            <h2 id={fileId(entry)}>{file.title}</h2>
            <FilePanel
              file={file}
              path={`/api/public-texts/${fileId(entry)}/agree`}
              wrote={momentOf(since, systemClock.now())}
            />
          </section>
        ))}
      </main>
    </Desk>
  );
}
