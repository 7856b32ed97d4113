import { setImmediate as soon } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { emptyInstallation, startProduct } from './product.ts';

it('a start that was given up is ended before the next one in its folder, and nothing is left when the folder goes', async () => {
  const place = await emptyInstallation();
  const begin = async () => {
    const start = startProduct(place.env, ['start', '--role', 'worker']);
    const end = start.then(
      () => 'came up',
      (error: unknown) => String(error),
    );
    await soon();
    return end;
  };
  const first = begin();
  await soon();
  const second = begin();
  expect(await first).toContain('ended with null before it was ready');
  await place.drop();
  expect(await second).toContain('ended with null before it was ready');
});
