import { expect, it } from 'vitest';
import { buildCmsConfig } from '../config.ts';
import { readEnv } from '../env.ts';

const cookies = async (ADMIN_URL: string) => {
  const { collections = [] } = await buildCmsConfig(readEnv({ ADMIN_URL }));
  return collections.flatMap(({ auth }) => (typeof auth === 'object' ? [auth.cookies] : []));
};

it('the cookie of a log-in travels with a certificate wherever the desk has one', async () => {
  expect(await cookies('https://desk.example.gov.cn')).toEqual([{ sameSite: 'Lax', secure: true }]);
  expect(await cookies('http://desk.intranet:3000')).toEqual([{ sameSite: 'Lax', secure: false }]);
});
