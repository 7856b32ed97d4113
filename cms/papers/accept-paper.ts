import { readFile } from 'node:fs/promises';
import { APIError, type PayloadRequest } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { readApart } from '../foreign/read-apart.ts';
import { ForeignRefused } from '../foreign/refused.ts';
import { paperJob } from './paper-job.ts';

/**
 * Replaces the uploaded paper on the request by what may be kept, under a name of our own: a name may lie (`a.html`), and may
 * be written to look like another. A missing file is left to Payload, which refuses it.
 * @throws APIError 422 with one Chinese sentence
 */
export async function acceptPaper(req: PayloadRequest): Promise<void> {
  if (!req.file) return;
  const bytes = req.file.tempFilePath ? await readFile(req.file.tempFilePath) : req.file.data;
  const paper = await readApart(paperJob, { bytes }).catch((error: unknown) => {
    if (error instanceof ForeignRefused) return { refused: error.message };
    throw error;
  });
  if ('refused' in paper) throw new APIError(paper.refused, 422, null, true);
  const data = Buffer.from(paper.bytes);
  const stem = uuidv7();
  req.context.uploadBegan = stem;
  req.file = { data, mimetype: paper.mime, name: `${stem}.${paper.ext}`, size: data.length };
}
