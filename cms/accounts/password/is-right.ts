import { APIError, AuthenticationError, type PayloadRequest } from 'payload';
import { PasswordRight } from '../sign-in/said.ts';

/**
 * Whether this is the present password of the person who asks. Guesses count as failed log-ins.
 * @returns null when it is right, else why not
 */
export async function wrongPassword({ headers, payload, user }: PayloadRequest, password: string): Promise<string | null> {
  try {
    await payload.login({ collection: 'users', data: { email: user?.email ?? '', password }, context: { onlyPassword: true }, req: { headers } });
  } catch (error) {
    if (error instanceof PasswordRight) return null;
    if (error instanceof AuthenticationError) return '现在的密码不对：请核对大小写后再填一遍。';
    if (error instanceof APIError && error.status === 429) return error.message;
    throw error;
  }
  throw new Error('a log-in that should only have looked');
}
