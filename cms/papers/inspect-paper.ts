import { sniff } from '../checks/files/sniff.ts';
import { cleanPicture } from '../media/clean.ts';
import { inspectPicture } from '../media/inspect.ts';
import { PictureRefused } from '../media/refused.ts';
import { pdfProblem } from './pdf-problem.ts';

/** A paper as it may be kept; names that people gave are not believed and not kept. */
export interface Paper {
  bytes: Uint8Array;
  mime: string;
  ext: 'pdf' | 'jpg' | 'png';
}

/** A paper may be a slip; whether it can be read, people see. */
const minSide = 1;

/**
 * The same look at a consent paper as at a picture for the page: pictures are drawn anew from their pixels, a PDF must be
 * paper and nothing else. Runs in the process apart.
 * @throws PictureRefused with one Chinese sentence
 */
export async function inspectPaper(bytes: Uint8Array): Promise<Paper> {
  const sort = sniff(bytes);
  if (sort === 'pdf') {
    const problem = pdfProblem(bytes) ?? (await unopened(bytes));
    if (problem) throw new PictureRefused(problem);
    return { bytes, mime: 'application/pdf', ext: 'pdf' };
  }
  if (sort !== 'jpeg' && sort !== 'png') throw new PictureRefused('证明材料只收 PDF、JPG、PNG：请扫描成其中一种再传。');
  const { bytes: drawn, mime } = await cleanPicture(bytes, await inspectPicture(bytes, minSide));
  return { bytes: drawn, mime, ext: sort === 'png' ? 'png' : 'jpg' };
}

async function unopened(bytes: Uint8Array): Promise<string | null> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  try {
    const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, stopAtErrors: false }).promise;
    const { numPages } = pdf;
    await pdf.loadingTask.destroy();
    return numPages > 0 ? null : '这份 PDF 里没有页面，不能收：请重新扫描。';
  } catch (error) {
    return (error as Error).name === 'PasswordException'
      ? 'PDF 加了密码，以后没有人打得开，不能收：请去掉密码再传。'
      : 'PDF 文件损坏，打不开，不能收：请重新扫描或另存一份。';
  }
}
