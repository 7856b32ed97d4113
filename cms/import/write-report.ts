import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import { escapeHtml } from '../rich-text/escape.ts';
import { outcomes, summaryOf, type FileResult, type ImportReport } from './report.ts';

const heads = ['文件', '结果', '说明', '标题', '原发布日期', '图片', '还要做的', '检查发现'] as const;
const widths = [40, 10, 40, 30, 12, 6, 50, 60];

const cells = (file: FileResult): string[] => [
  file.file,
  outcomes[file.outcome],
  file.message,
  file.title ?? '',
  file.publishedOn ?? '',
  String(file.pictures),
  file.notes.join('\n'),
  file.findings
    .map(
      ({ at, level, mend, text }) =>
        `${level === 'block' ? '必须改' : '请核对'} ${at}${text ? `：${text}` : ''}。${mend}`,
    )
    .join('\n'),
];

/** The report in the form that the file's name asks for: `.md`, `.html` or `.xlsx`; null for any other. */
export async function writeReport(report: ImportReport, fileName: string): Promise<Uint8Array | null> {
  const ending = /\.(md|html|xlsx)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (ending === 'md') return new TextEncoder().encode(markdown(report));
  if (ending === 'html') return new TextEncoder().encode(html(report));
  return ending === 'xlsx' ? xlsx(report) : null;
}

const inCell = (text: string) => text.replace(/[\\`*_{}[\]<>|#]/g, '\\$&').replaceAll('\n', '<br>');

function markdown(report: ImportReport): string {
  const row = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  return `# 旧稿导入报告\n\n文件夹：${inCell(report.folder)}\n\n${summaryOf(report)}\n\n${[row(heads), row(heads.map(() => '---')), ...report.files.map((file) => row(cells(file).map(inCell)))].join('\n')}\n`;
}

function html(report: ImportReport): string {
  const row = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${escapeHtml(text).replaceAll('\n', '<br>')}</${tag}>`).join('')}</tr>`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>旧稿导入报告</title>
<style>body{font:16px/1.6 sans-serif;margin:2rem}table{border-collapse:collapse}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}</style></head>
<body><h1>旧稿导入报告</h1><p>文件夹：${escapeHtml(report.folder)}</p><p>${summaryOf(report)}</p>
<table><thead>${row('th', heads)}</thead><tbody>${report.files.map((file) => row('td', cells(file))).join('\n')}</tbody></table></body></html>
`;
}

async function xlsx(report: ImportReport): Promise<Uint8Array> {
  const cell = (value: string) => (value === '' ? null : { value: value.slice(0, 32_000), wrap: true });
  const table: Sheet<Buffer> = {
    sheet: '导入',
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: [
      heads.map((value) => ({ value, fontWeight: 'bold' })),
      ...report.files.map((file) => cells(file).map(cell)),
    ] as Row[],
  };
  const facts: Sheet<Buffer> = {
    sheet: '概况',
    columns: [{ width: 80 }],
    data: [[{ value: `文件夹：${report.folder}` }], [{ value: summaryOf(report) }]],
  };
  return new Uint8Array(await writeXlsxFile([facts, table]).toBuffer());
}
