import type { Role } from './roles.ts';

/**
 * Who may call an endpoint at all. `staff`: everybody who is signed in; what they may do there then depends on the row
 * or the act (review rules, `can`). `rows`: the table of rows decides. An empty list: nobody, the shell offers it and the desk does not.
 */
export type Caller = 'anyone' | 'staff' | 'rows' | readonly Role[];

const desk = ['signer', 'admin'] as const;
const agreeing = ['reviewer1', 'reviewer2', 'signer', 'secrecy'] as const;
const reviewing = ['reviewer1', 'reviewer2', 'signer'] as const;
const planners = ['author', 'signer', 'admin'] as const;

/** Every endpoint beside the plain reading and writing of rows. A test fails for one that is not listed here. */
export const endpoints: Record<string, Caller> = {
  // Says what the one who asks may do, which for a stranger is nothing.
  'GET /access': 'anyone',
  'POST /personal-data/view': 'staff',
  // Who is changing a row: asked and said by those who may save it.
  'GET /editing/:kind/:id': 'rows',
  'POST /editing/:kind/:id': 'rows',
  'DELETE /editing/:kind/:id': 'rows',

  'POST /users/login': 'anyone',
  'GET /users/init': 'anyone',
  'GET /users/me': 'anyone',
  'POST /users/logout': 'staff',
  'POST /users/refresh-token': 'staff',
  'POST /users/unlock': ['admin'],
  'POST /users/first-register': [],
  'POST /users/forgot-password': [],
  'POST /users/reset-password': [],
  'POST /users/verify/:id': [],
  'POST /users/account/password': 'staff',
  'POST /users/account/second-factor/begin': 'staff',
  'POST /users/account/second-factor/confirm': 'staff',
  'POST /users/account/second-factor/recovery': 'staff',
  'POST /users/account/second-factor/remove': 'staff',
  'POST /users/account/sessions/end': 'staff',
  'POST /users/:id/account/:act': ['admin'],

  'POST /stories/preview': 'staff',
  'POST /stories/check': 'staff',
  'POST /stories/working-copy': 'staff',
  'GET /stories/working-copy': 'staff',
  'DELETE /stories/working-copy': 'staff',
  'GET /stories/:id/review': 'staff',
  'POST /stories/:id/review/:act': 'staff',
  'POST /stories/:id/correction': 'staff',
  'POST /stories/:id/hand-over': 'staff',
  'GET /stories/:id/difference': 'staff',
  'GET /stories/:id/comments': 'staff',
  'POST /stories/:id/comments': 'staff',
  'POST /stories/:id/comments/:comment/resolve': 'staff',
  'GET /stories/:id/findings': 'staff',
  'POST /stories/:id/findings': 'staff',
  'POST /stories/:id/source': ['author', 'reviewer1', 'reviewer2', 'signer', 'secrecy', 'admin'],

  // Calendar programs cannot log in: the address itself is the key (`cms/programme/feed-key.ts`), a wrong one is refused.
  'GET /campaigns/staff.ics': [],
  'GET /campaigns/:id/programme': 'staff',
  'GET /campaigns/:id/plan.docx': 'staff',
  'GET /campaigns/:id/report.docx': 'staff',
  'GET /campaigns/:id/report.xlsx': 'staff',
  'POST /campaigns/:id/copy': planners,
  'POST /campaigns/:id/tasks': planners,
  'POST /posts/:id/move': planners,
  'POST /daily-posts/look': 'staff',
  'POST /daily-posts/ask': planners,
  'POST /daily-posts/:id/change': planners,
  // Whoever asked is refused by the row: two people stand for every push.
  'POST /daily-posts/:id/confirm': reviewing,
  'POST /daily-posts/:id/decline': reviewing,
  'POST /daily-posts/:id/cancel': ['author', 'reviewer1', 'reviewer2', 'signer', 'admin'],

  // What two people stand for is public: seen by all of the desk, agreed to or refused by those who review; where somebody seems to be blamed, by 保密审查.
  'GET /columns/:id/agree': 'staff',
  'POST /columns/:id/agree': agreeing,
  'POST /columns/:id/refuse': agreeing,
  'GET /front-pages/preview': 'staff',
  'GET /front-pages/:id/agree': 'staff',
  'POST /front-pages/:id/agree': agreeing,
  'POST /front-pages/:id/refuse': agreeing,
  'GET /occasion-notices/:id/agree': 'staff',
  'POST /occasion-notices/:id/agree': agreeing,
  'POST /occasion-notices/:id/refuse': agreeing,
  'GET /withdrawals/:id/agree': 'staff',
  'POST /withdrawals/:id/agree': agreeing,
  'POST /withdrawals/:id/refuse': agreeing,
  'GET /corrections/:id/agree': 'staff',
  'POST /corrections/:id/agree': agreeing,
  'POST /corrections/:id/refuse': agreeing,
  'GET /campaigns/:id/agree': 'staff',
  'POST /campaigns/:id/agree': agreeing,
  'POST /campaigns/:id/refuse': agreeing,
  'GET /posts/:id/agree': 'staff',
  'POST /posts/:id/agree': agreeing,
  'POST /posts/:id/refuse': agreeing,
  'GET /public-texts/:id/agree': 'staff',
  'POST /public-texts/:id/agree': agreeing,

  'POST /channel-pauses/pause': desk,
  'POST /channel-pauses/resume': desk,
  'POST /deliveries/:id/hand/receipt': desk,
  'POST /deliveries/:id/hand/:act': desk,
  'POST /deliveries/:id/look': desk,
  'GET /deliveries/export.xlsx': 'staff',

  'POST /check-runs/again': ['reviewer2', 'signer', 'admin'],
  'POST /lexicons/import': ['reviewer2', 'admin'],
  'GET /lexicons/:id/export.xlsx': 'staff',
  'GET /lexicons/:id/export.yaml': 'staff',

  'GET /media/file/:filename': 'rows',
  'GET /papers/file/:filename': 'rows',
  // Fetching what an address names would let a person look into the machine's own network.
  'GET /media/paste-url/:id?': [],
  'GET /papers/paste-url/:id?': [],

  // The shell's own memory of how a person likes their lists; each sees and keeps their own.
  // A stranger has none and reads none.
  'GET /payload-preferences/:key': 'anyone',
  'POST /payload-preferences/:key': 'staff',
  'DELETE /payload-preferences/:key': 'staff',
};

/** What the shell offers for every collection: reading and writing rows, ruled by `table.ts`. */
export const rowEndpoints: readonly string[] = [
  'GET /',
  'GET /:id',
  'GET /count',
  'GET /versions',
  'GET /versions/:id',
  'POST /',
  'POST /:id/duplicate',
  'POST /access/:id?',
  'POST /versions/:id',
  'PATCH /',
  'PATCH /:id',
  'DELETE /',
  'DELETE /:id',
];
/** And for every global. */
export const globalEndpoints: readonly string[] = [
  'GET /',
  'POST /',
  'POST /access',
  'GET /versions',
  'GET /versions/:id',
  'POST /versions/:id',
];
