import { fetch } from 'undici';

/** One POST of XML as the platform makes it; null when nothing came back within five seconds. Does not throw. */
export async function httpText(
  url: string,
  body: string,
  signal: AbortSignal,
): Promise<{ status: number; text: string } | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/xml' },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return null;
  }
}
