import type { Payload } from 'payload';
import type { Person } from '../../access/person.ts';
import { agreers } from '../../texts/agree.ts';
import { subjects } from '../../texts/subjects.ts';
import { waitingTexts } from '../../texts/waiting.ts';
import type { Task } from './my-work.ts';

/** Public words that wait for somebody like this person: who reviews, and has not written any of them. */
export async function textTasks(payload: Payload, person: Person): Promise<Task[]> {
  if (!person.roles.some((role) => agreers.includes(role))) return [];
  return (await waitingTexts(payload)).filter(({ writers }) => !writers.some(({ id }) => id === person.id)).map(({ id, since, subject, title, writers }) => ({
    id: `${subject}/${id}`,
    title: `${subjects[subject].noun}　${title.slice(0, 40)}`,
    detail: `${writers.map(({ name }) => name).join('、')}改过，等第二人同意；之前网站上还是原来的`,
    href: `/admin/collections/${subject}/${id}`,
    button: '对照',
    due: null,
    since,
  }));
}
