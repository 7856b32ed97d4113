import type { Role } from './roles.ts';

export const acts = ['create', 'read', 'update', 'delete'] as const;
export type Act = (typeof acts)[number];

/**
 * `own`: only what the person made (see `access.ts`); `open`: every row that nobody has approved yet, its parent included
 * (see `approvals`); `any`: every row. What is not written here is refused.
 */
export type Scope = 'own' | 'open' | 'any';

type Rights = Partial<Record<Act, Scope>>;
const look: Rights = { read: 'any' };
const keep: Rights = { create: 'any', read: 'any', update: 'any' };
const all: Rights = { ...keep, delete: 'any' };
/** Prepares what somebody else approves, and may not touch it once it is approved. */
const prepare: Rights = { create: 'open', read: 'any', update: 'open', delete: 'open' };
const everybody = (rights: Rights): Record<Role, Rights> => ({
  author: rights,
  reviewer1: rights,
  reviewer2: rights,
  signer: rights,
  secrecy: rights,
  admin: rights,
  auditor: rights,
});

/**
 * Who may do what to which rows: the one table behind every access rule of the CMS. Review acts (approve, sign …) are
 * not rows being edited and have their own rules in `cms/review/machine.ts`; the admin's hat opens nothing there.
 */
export const table = {
  users: { ...everybody({ read: 'any', update: 'own' }), admin: all },
  columns: { ...everybody(look), admin: all },
  stories: {
    ...everybody(look),
    author: { create: 'any', read: 'any', update: 'own', delete: 'own' },
    admin: { read: 'any', update: 'any', delete: 'any' },
  },
  media: { ...everybody(look), author: keep, admin: all },
  nominations: { ...everybody(look), author: keep, signer: keep },
  batches: { ...everybody(look), author: keep, signer: keep, admin: keep },
  // Consent forms: those who work with them, and those who check. Nobody changes or deletes one.
  papers: {
    ...everybody({}),
    author: { create: 'any', read: 'any' },
    signer: { create: 'any', read: 'any' },
    auditor: look,
  },
  // A confirmed campaign is a signer's word: what it shows and when it sends changes through a signer alone. What was done
  // and what came of it is written on by everybody who plans (`approvals`).
  campaigns: { ...everybody(look), author: keep, signer: keep, admin: { ...keep, delete: 'open' } },
  posts: { ...everybody(look), author: prepare, signer: all, admin: prepare },
  // Asked for and confirmed through endpoints of their own (`cms/push`): no form writes them.
  'daily-posts': everybody(look),
  // Proposed by whoever writes; public when a second person agrees (`cms/texts`).
  'front-pages': { ...everybody(look), author: keep, signer: keep, admin: keep },
  'occasion-notices': { ...everybody(look), signer: keep, admin: all },
  // Written by the system alone: what was signed, what is live and what stands still cannot be edited by hand.
  'channel-pauses': everybody(look),
  deliveries: everybody(look),
  attempts: everybody(look),
  'channel-events': everybody(look),
  releases: everybody(look),
  publications: everybody(look),
  withdrawals: everybody(look),
  corrections: everybody(look),
  'public-texts': everybody(look),
  audit: { ...everybody({}), admin: look, auditor: look },
  // Comments are written and resolved through the review's own endpoints; what a reviewer saw is kept by the system.
  comments: everybody(look),
  'review-snapshots': everybody(look),
  // A person enters their own leave; an administrator anybody's.
  delegations: {
    ...everybody({ create: 'any', read: 'any', update: 'own', delete: 'own' }),
    admin: all,
    auditor: look,
  },
  lexicons: { ...everybody(look), reviewer2: keep, admin: all },
  // Written when somebody judges a finding; who may judge everywhere may also have it asked again.
  'check-memory': {
    ...everybody(look),
    reviewer2: { read: 'any', delete: 'any' },
    admin: { read: 'any', delete: 'any' },
  },
  'check-runs': everybody(look),
  // What somebody has typed and not saved is theirs alone; endpoints of their own hand it back to them.
  'working-copies': everybody({}),
  // One's own browsers; an administrator may end anybody's, through endpoints of their own.
  'sign-ins': { ...everybody({ read: 'own' }), admin: look, auditor: look },
  // Nobody reads these over any API: only the log-in itself does.
  'second-factors': everybody({}),
  'sign-in-tries': everybody({}),
  // The shell's own. Who has a form open: each says it of themselves; how a person likes their lists: theirs alone.
  'payload-locked-documents': everybody({ create: 'any', read: 'own', update: 'own', delete: 'own' }),
  'payload-preferences': everybody({ create: 'any', read: 'own', update: 'own', delete: 'own' }),
  'payload-kv': everybody({}),
  'payload-migrations': everybody({}),
} satisfies Record<string, Record<Role, Rights>>;

export type Guarded = keyof typeof table;

/**
 * What approval covers. A row of a collection named here is approved when its own field, or that of the row it hangs on,
 * says so; from then on it changes through `by` alone, whatever door the change comes through.
 */
export interface Approval {
  /** The collection whose rows are approved. */
  in: Guarded;
  /** The field of a row that names its parent there; absent: the row is the approved thing itself. */
  through?: string;
  /** The field that says so, and what it says then. */
  field: string;
  is: string;
  by: Role;
  /** Fields that report what has happened since; they change no word that was approved and nothing that goes out. */
  reports?: readonly string[];
}

const confirmed = { in: 'campaigns', field: 'state', is: 'confirmed', by: 'signer' } as const;

export const approvals: Partial<Record<Guarded, Approval>> = {
  campaigns: {
    ...confirmed,
    reports: [
      'outcome',
      'materialCount',
      'tasks.*.doneOn',
      'tasks.*.doneBy',
      'tasks.*.evidence',
      'tasks.*.evidenceUrl',
      'tasks.*.evidenceFile',
      'proposedFor',
    ],
  },
  posts: { ...confirmed, through: 'campaign' },
};

type GlobalRights = readonly ('read' | 'update')[];

/** Settings of the whole desk: who may read and change each. */
export const globalTable = {
  desk: {
    author: ['read'],
    reviewer1: ['read'],
    reviewer2: ['read'],
    signer: ['read'],
    secrecy: ['read'],
    admin: ['read', 'update'],
    auditor: ['read'],
  },
  'login-rules': {
    author: [],
    reviewer1: [],
    reviewer2: [],
    signer: [],
    secrecy: [],
    admin: ['read', 'update'],
    auditor: ['read'],
  },
} as const satisfies Record<string, Record<Role, GlobalRights>>;

export type GuardedGlobal = keyof typeof globalTable;

/** What a role may do with a global. */
export const globalRights = (slug: GuardedGlobal, role: Role): GlobalRights => globalTable[slug][role];
