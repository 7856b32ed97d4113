/** One kind of short public text that no release carries: which fields of its rows the public reads. */
export interface Subject {
  /** What one of them is called. */
  noun: string;
  /** The field by which a person knows it. */
  title: string;
  /** The fields that the public reads. What is not named here (a place in the navigation) is no text and acts at once. */
  fields: readonly string[];
}

/** Every kind of short public text that changes only when a second person agrees (docs/decisions/046). */
export const subjects = {
  columns: { noun: '栏目', title: 'name', fields: ['name', 'description', 'type', 'keywords'] },
  'occasion-notices': { noun: '节点通知', title: 'docNo', fields: ['occasion', 'year', 'start', 'end', 'docNo'] },
  withdrawals: { noun: '撤回说明', title: 'reason', fields: ['reason'] },
} as const satisfies Record<string, Subject>;

export type SubjectSlug = keyof typeof subjects;
export const subjectSlugs = Object.keys(subjects) as SubjectSlug[];

export const isSubject = (slug: string): slug is SubjectSlug => Object.hasOwn(subjects, slug);
