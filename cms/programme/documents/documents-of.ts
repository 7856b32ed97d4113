import type { Payload } from 'payload';
import { fileName } from '../download.ts';
import { loadProgramme } from '../load-programme.ts';
import { planDocx } from './plan-docx.ts';
import { reportDocx } from './report-docx.ts';
import { reportXlsx } from './report-xlsx.ts';

export interface NamedFile {
  name: string;
  content: Uint8Array;
}

/** The documents of a campaign, with their file names; none when there is no such campaign. */
export async function documentsOf(
  payload: Payload,
  id: string,
  kind: 'plan' | 'report',
  now: Date,
): Promise<NamedFile[]> {
  const programme = await loadProgramme(payload, id, now);
  if (!programme) return [];
  if (kind === 'plan') return [{ name: fileName(programme, 'plan', 'docx'), content: await planDocx(programme) }];
  return [
    { name: fileName(programme, 'report', 'docx'), content: await reportDocx(programme) },
    { name: fileName(programme, 'report', 'xlsx'), content: await reportXlsx(programme) },
  ];
}
