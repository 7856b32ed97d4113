import { z } from 'zod';
import { listDoor } from '../../columns/list-door.ts';

/** `second-factors.recovery`: fingerprints of the codes that are left. */
export const recoveryDoor = listDoor('recovery', { label: '恢复码', entry: z.string(), optional: true });
