import type { Facts } from '../../story/fields/fact.ts';
import { factGroups } from '../../story/fields/groups.ts';

/** A field that holds something about a person. */
export interface PersonalField {
  path: string;
  label: string;
  /**
   * `reason`: never on a page; whoever does not work on the row reads it only through `POST /api/personal-data/view`, which
   * asks why. `open`: goes out on a page or must be seen by reviewers; only the trail must not keep it.
   */
  reading: 'reason' | 'open';
}

const ofGroups = Object.entries<{ facts: Facts }>(factGroups).flatMap(([group, { facts }]) =>
  Object.entries(facts).flatMap(([name, { label, personal }]): PersonalField[] =>
    personal ? [{ path: `${group}.${name}`, label, reading: 'open' }] : [],
  ),
);

/** `file`: the uploaded file itself. Facts: G26, G28. Add a field here and everything else follows. */
export const personalFields: Readonly<Record<string, readonly PersonalField[]>> = {
  stories: [
    ...ofGroups,
    { path: 'disclosure.proof.names', label: '当事人名称', reading: 'open' },
    { path: 'disclosure.proof.recordId', label: '来源记录编号', reading: 'open' },
    { path: 'disclosure.consent', label: '同意和信用复核', reading: 'open' },
  ],
  papers: [
    { path: 'file', label: '文件', reading: 'reason' },
    { path: 'title', label: '名称', reading: 'open' },
    { path: 'filename', label: '文件名', reading: 'open' },
  ],
  nominations: [
    { path: 'name', label: '姓名或单位', reading: 'open' },
    { path: 'place', label: '地点', reading: 'open' },
    { path: 'deed', label: '事迹', reading: 'open' },
    { path: 'rechecks', label: '信用复核', reading: 'reason' },
    { path: 'notice.objections', label: '异议', reading: 'reason' },
    { path: 'reason', label: '理由', reading: 'open' },
    { path: 'hit', label: '名单比对', reading: 'reason' },
    { path: 'history', label: '经过', reading: 'open' },
  ],
  users: [{ path: 'email', label: '电子邮件', reading: 'open' }],
};

export const isPersonal = (collection: string, path: string): boolean =>
  (personalFields[collection] ?? []).some((field) => path === field.path || path.startsWith(`${field.path}.`));

/** The fields of a collection that are read only with a reason. */
export const guardedFields = (collection: string): readonly PersonalField[] =>
  (personalFields[collection] ?? []).filter(({ reading }) => reading === 'reason');
