/** One kind of short public text that no release carries: which fields of its rows the public reads. */
export interface Subject {
  /** What one of them is called. */
  noun: string;
  /** The field by which a person knows it. */
  title: string;
  /** The fields that the public reads. What is not named here (a place in the navigation) is no text and acts at once. */
  fields: readonly string[];
  /** Parts of listed things that are no words: what was reported of a task when it was done. */
  apart?: readonly string[];
  /** Fields that must be known beside them to judge whether and how they wait. */
  beside?: readonly string[];
  /** What the public reads while a change waits. */
  meanwhile: string;
  /** What it reads when somebody does not agree. */
  unagreed: string;
  /** A row is evidence: nobody changes its words, whoever wrote them takes them back instead. */
  fixed?: true;
}

const asBefore = { meanwhile: '之前网站上还是原来的', unagreed: '网站上还是原来的，改过以后再等第二人同意' };

/** Every kind of short public text that changes only when a second person agrees (docs/decisions/046). */
export const subjects = {
  columns: {
    noun: '栏目',
    title: 'name',
    fields: ['name', 'description', 'type', 'keywords'],
    beside: ['answer'],
    ...asBefore,
  },
  'occasion-notices': {
    noun: '节点通知',
    title: 'docNo',
    fields: ['occasion', 'year', 'start', 'end', 'docNo'],
    ...asBefore,
  },
  withdrawals: {
    noun: '撤回说明',
    title: 'reason',
    fields: ['reason'],
    meanwhile: '之前网站上只写已经撤回',
    unagreed: '网站上就只写已经撤回',
    fixed: true,
  },
  corrections: {
    noun: '更正',
    title: 'right',
    fields: ['wrong', 'right', 'note'],
    beside: ['at', 'release'],
    meanwhile: '之前网页上只写有内容正在更正',
    unagreed: '这处更正不登，网页上不再写正在更正',
    fixed: true,
  },
  campaigns: {
    noun: '活动',
    title: 'title',
    ...asBefore,
    fields: [
      'title',
      'theme',
      'standfirst',
      'occasion',
      'phases',
      'good',
      'avoid',
      'actions',
      'units',
      'basis',
      'docNo',
      'confirmedOn',
      'leadUnit',
      'purpose',
      'tasks',
    ],
    beside: ['state', 'rehearsal', 'year', 'answer'],
    apart: ['doneOn', 'doneBy', 'evidence', 'evidenceUrl', 'evidenceFile'],
  },
  'front-pages': {
    noun: '首页编排',
    title: 'name',
    fields: ['name', 'items'],
    // Chosen in the form; what they mean stands beside them in words.
    apart: ['story', 'untilAt'],
    meanwhile: '之前首页还是原来的',
    unagreed: '首页还是原来的，改过以后再等第二人同意',
  },
  posts: { noun: '排期', title: 'label', fields: ['label'], beside: ['campaign'], ...asBefore },
} as const satisfies Record<string, Subject>;

/** One of them, as every kind can be asked. */
export const subjectOf = (slug: SubjectSlug): Subject => subjects[slug];

export type SubjectSlug = keyof typeof subjects;
export const subjectSlugs = Object.keys(subjects) as SubjectSlug[];

export const isSubject = (slug: string): slug is SubjectSlug => Object.hasOwn(subjects, slug);
