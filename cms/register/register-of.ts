import { join } from 'node:path';
import type { Payload } from 'payload';
import { createRegister, type Register } from './register.ts';

const key = 'register';

/** What the CMS's configuration carries, so that every room finds the register of its own installation. */
export const registerConfig = (dataDir: string, second: string | null): Record<string, unknown> => {
  let made: Register | null = null;
  return {
    [key]: () =>
      (made ??= createRegister({
        folders: [join(dataDir, 'register'), ...(second ? [second] : [])],
        complain: (message) => process.stderr.write(`${message}\n`),
      })),
  };
};

/** The register of what has been ended (see `register.ts`). */
export const registerOf = (payload: Payload): Register =>
  (payload.config.custom as Record<string, () => Register>)[key]!();
