import { pdfSkeleton } from './pdf-skeleton.ts';

/** What makes a PDF more than paper (ISO 32000-2 §12.6.4, §7.11.4): it runs, starts, fetches or carries something. */
const active: [RegExp, string][] = [
  [/\/(?:JavaScript|JS)\b/, '脚本'],
  [/\/(?:Launch|ImportData|SubmitForm|GoToE)\b/, '会启动程序或外发数据的动作'],
  [/\/(?:EmbeddedFiles?|RichMedia|Flash|Movie|Sound|3D)\b/, '夹带的文件或多媒体'],
  [/\/XFA\b/, '动态表单'],
];
const code = /<(?:script|html|!doctype|body|iframe|\?php|svg[\s>])/i;
const archives = ['PK\u0003\u0004', 'Rar!\u001a', '7z\u00bc\u00af', 'MZ\u0090', '\u007fELF'];

/** Why a PDF cannot be kept as a paper: one Chinese sentence; null when it is paper and nothing else. */
export function pdfProblem(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (head !== '%PDF-') return 'PDF 文件的开头还有别的内容，不能收：请重新扫描或另存一份。';
  const skeleton = pdfSkeleton(bytes);
  const found = active.find(([pattern]) => pattern.test(skeleton))?.[1];
  if (found) return `PDF 里有${found}，不能收：请用“打印成 PDF”另存一份，或重新扫描。`;
  const tail = skeleton.slice(Math.max(0, skeleton.lastIndexOf('%%EOF')));
  if (code.test(skeleton) || archives.some((start) => tail.includes(start)))
    return 'PDF 里夹带了代码或别的文件，不能收：请重新扫描或另存一份。';
  return null;
}
