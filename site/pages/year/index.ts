import type { APIRoute } from 'astro';
import { read } from '../../../cms/read/door.ts';

/** 宣传年历 without a year is the current one. */
export const GET: APIRoute = ({ redirect }) => redirect(`/year/${read().today().slice(0, 4)}/`, 302);
