import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { requireFreePort } from './ports.ts';

it('names a taken port and the variable that changes it, and is silent about a free one', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  await expect(requireFreePort(port, 'SITE_PORT')).rejects.toThrow(
    `端口 ${port} 已被占用：请关掉占用它的程序，或用 SITE_PORT=… 换一个端口。`,
  );
  await new Promise((done) => server.close(done));
  await expect(requireFreePort(port, 'SITE_PORT')).resolves.toBeUndefined();
});
