import { z } from 'zod';

/** What has come and how what was there is to be called; part of the plan that is on the disk before anything is moved. */
export const swapSchema = z.strictObject({ stamp: z.string().regex(/^\d+$/), names: z.array(z.string()) });
export type Swap = z.output<typeof swapSchema>;
