import { v4 as uuid } from 'uuid';

/** A name for a form of a row that does not exist yet. Not `crypto.randomUUID`: browsers have it on https pages only. */
export const newFormKey = (): string => uuid();
