// What is read from the world in one place each: the time, and the environment (docs/decisions/056).

const roomOf = (rooms) => rooms.map((room) => `${room}/**/*.{ts,tsx,astro}`);

/** Rooms whose time is handed in as a `Clock`, so that a year can be simulated; commands of people among them take the machine's own by name. */
export const clockRooms = roomOf(['campaigns', 'cms', 'site', ...['tick', 'compose', 'start', 'verbs', 'backup', 'installation', 'settings'].map((name) => `scripts/${name}`)]);
/** Where the machine is asked for the time, and why there. */
export const clockFiles = {
  'campaigns/ports/clock.ts': 'the clock itself',
  'cms/admin/saved/browser-clock.ts': 'the clock of the computer that somebody types at',
  'site/server/machine-clock.ts': 'the site may not use campaigns; what starts it hands in its clock',
};
export const noLooseTime = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: '不许直接问现在几点：请用传进来的 Clock（campaigns/ports/clock.ts），模拟时才不会混进真的时间。' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: '不许直接问现在几点：请用传进来的 Clock（campaigns/ports/clock.ts）；只量长短用 performance.now()。' },
  { selector: "CallExpression[callee.name='Date']", message: '不许直接问现在几点：请用传进来的 Clock（campaigns/ports/clock.ts）。' },
];

export const environmentRooms = roomOf(['campaigns', 'cms', 'site', 'scripts']);
/** Where the environment is read or written, and why there. */
export const environmentFiles = {
  'cms/env.ts': 'what the CMS takes from it, checked; Next opens the CMS without us',
  'cms/get-cms.ts': 'the framework reads this switch from it',
  'cms/foreign/reader.ts': 'a process apart is given next to none of it',
  'site/snapshot/provider.ts': 'Astro opens it where no server of ours runs',
  'scripts/settings/**': 'what the product takes from it, checked',
  'scripts/logs/guard-output.ts': 'secrets that stand in it are never written down',
  'scripts/start/start.ts': 'Next and React choose their build by it before they are imported',
  'scripts/start/supervised.ts': 'whoever keeps the process up tells it how it died before',
  'scripts/compose/simulate.ts': 'a simulation opens a copy by it',
  'scripts/build/build.ts': 'handed on to the builders',
  'scripts/verbs/test.ts': 'handed on to the tests',
  'scripts/faults/**': 'programs of the measurements, started apart',
  'scripts/bench/**': 'measurements',
  'scripts/screens/**': 'a program of its own',
  'scripts/e2e/**': 'starts whole products',
};
export const noLooseEnvironment = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: '环境变量只在 scripts/settings/ 和 cms/env.ts 里读：请从那里传进来。' },
];
