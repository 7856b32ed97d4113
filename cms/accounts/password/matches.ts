import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Turns } from '../sign-in/turns.ts';
import { maxLength } from './password-problem.ts';

export interface Kept {
  hash?: string | null | undefined;
  salt?: string | null | undefined;
}

/** As the shell keeps passwords: new ones with this prefix, old ones without (payload, auth/strategies/local). */
const current = { prefix: 'pbkdf2-sha256-v1:', rounds: 600_000, length: 32 };
const legacy = { prefix: '', rounds: 25_000, length: 512 };

/** Two of the four threads that files and addresses are looked up with too. Those who are known do not wait behind strangers. */
const turns = {
  known: new Turns({ width: 1, queue: 60, perClient: 60 }),
  stranger: new Turns({ width: 1, queue: 30, perClient: 15 }),
};

/** Whether a stranger's password would be looked at now: asked before anything is written of the try. */
export const hasRoom = (client: string): boolean => turns.stranger.hasRoom(client);

/**
 * Whether this is the password. An account that does not exist, and a password longer than any can be, take as long.
 * @param client whose turn it is
 * @throws Crowded when too many ask at once
 */
export function matches(
  kept: Kept | null,
  password: string,
  { client, known }: { client: string; known: boolean },
): Promise<boolean> {
  return turns[known ? 'known' : 'stranger'].run(client, async () => {
    const hash = kept?.hash ?? '';
    const way = hash === '' || hash.startsWith(current.prefix) ? current : legacy;
    const fits = password.length <= maxLength * 2 && [...password].length <= maxLength;
    const found = await promisify(pbkdf2)(
      fits ? password : '',
      kept?.salt || 'nobody',
      way.rounds,
      way.length,
      'sha256',
    );
    const right = Buffer.from(hash.slice(way.prefix.length), 'hex');
    return fits && hash !== '' && right.length === found.length && timingSafeEqual(found, right);
  });
}
