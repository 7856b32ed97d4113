import { expect, it } from 'vitest';
import { formKey, idOfForm } from './form-key.ts';

const form = '0190c3de-0000-7000-8000-000000000000';
const id = (secret = 's', person = 'p', place = 'stories', key = form, file?: Uint8Array) =>
  idOfForm(secret, { id: person }, place, key, file);

it('the same form has the same id, and nothing else has', () => {
  const all = [
    id(),
    id('t'),
    id('s', 'q'),
    id('s', 'p', 'columns'),
    id('s', 'p', 'stories/a'),
    id('s', 'p', 'stories', '0190c3de-0000-7000-8000-000000000001'),
    id('s', 'p', 'stories', form, Buffer.from('a')),
    id('s', 'p', 'stories', form, Buffer.from('b')),
  ];
  expect(new Set(all).size).toBe(all.length);
  expect(id()).toBe(all[0]);
  for (const one of all) expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}$/);
});

const from = (key?: string) => formKey({ headers: new Headers(key === undefined ? {} : { 'x-form-key': key }) });

it('a form that names itself wrongly is refused, one that does not is taken', () => {
  expect([from(), from(form)]).toEqual([null, form]);
  for (const wrong of ['', 'x', `${form}0`, '../etc']) expect(() => from(wrong)).toThrow('没有保存');
});
