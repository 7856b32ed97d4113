import type { EmulatedRequest } from './server.ts';

interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

export interface FormBody {
  fields: Map<string, string>;
  files: Map<string, UploadedFile>;
}

/** Reads multipart/form-data or a URL-encoded form; null when the body is neither or is malformed. */
export async function readForm(request: EmulatedRequest): Promise<FormBody | null> {
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(request.contentType)) return null;
  try {
    const body = new Request('http://emulator/', {
      method: 'POST',
      headers: { 'content-type': request.contentType },
      body: request.bytes,
    });
    const form: FormBody = { fields: new Map(), files: new Map() };
    for (const [key, value] of (await body.formData()).entries()) {
      if (typeof value === 'string') form.fields.set(key, value);
      else form.files.set(key, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
    return form;
  } catch {
    return null;
  }
}
