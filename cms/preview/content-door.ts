import { valueDoor } from '../columns/value-door.ts';
import { formContentSchema } from './form-content.ts';

/** `working-copies.content` of a form that somebody left unsaved. */
export const formContentDoor = valueDoor('content', { label: '暂存的内容', schema: formContentSchema });
