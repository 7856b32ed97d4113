import { z } from 'zod';

/** An instant as text, ISO 8601 with zone. What is none would compare with nothing. */
export const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)), '不是时间');
