import { createServer } from 'node:net';
import { exitCodes, Failure } from '../cli/failure.ts';

/** True when a server may listen on this port on all addresses of the machine. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** @throws Failure naming the taken port and the variable that changes it. */
export async function requireFreePort(port: number, variable: string): Promise<void> {
  if (!(await portIsFree(port))) {
    throw new Failure(
      `端口 ${port} 已被占用：请关掉占用它的程序，或用 ${variable}=… 换一个端口。`,
      exitCodes.environment,
    );
  }
}
