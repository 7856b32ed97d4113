import type { PayloadRequest } from 'payload';

/**
 * Whether this is the present password of the person who asks. Guesses count as failed log-ins.
 * @returns null when it is right, else why not
 */
export async function wrongPassword({ headers, payload, user }: PayloadRequest, password: string): Promise<string | null> {
  try {
    await payload.login({ collection: 'users', data: { email: user?.email ?? '', password }, context: { onlyPassword: true }, req: { headers } });
  } catch (error) {
    // By name: the built back office holds a second copy of the shell's classes.
    if (error instanceof Error && error.name === 'PasswordRight') return null;
    if (error instanceof Error && error.name === 'AuthenticationError') return '现在的密码不对：请核对大小写后再填一遍。';
    if (error instanceof Error && 'status' in error && error.status === 429) return error.message;
    throw error;
  }
  throw new Error('a log-in that should only have looked');
}
