// What is read from the world in one place each: the time, and the environment (docs/decisions/056).

const roomOf = (rooms) => rooms.map((room) => `${room}/**/*.{ts,tsx,astro}`);

/** Rooms whose time is handed in as a `Clock`, so that a year can be simulated; commands of people among them take the machine's own by name. */
export const clockRooms = roomOf([
  'campaigns',
  'cms',
  'site',
  ...['tick', 'compose', 'start', 'verbs', 'backup', 'installation', 'settings'].map((name) => `scripts/${name}`),
]);
/** Where the machine is asked for the time, and why there. */
export const clockFiles = {
  'campaigns/ports/clock.ts': 'the clock itself',
  'cms/admin/saved/browser-clock.ts': 'the clock of the computer that somebody types at',
  'site/server/machine-clock.ts': 'the site may not use campaigns; what starts it hands in its clock',
};
export const noLooseTime = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: '不许直接问现在几点：请用传进来的 Clock（campaigns/ports/clock.ts），模拟时才不会混进真的时间。',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: '不许直接问现在几点：请用传进来的 Clock（campaigns/ports/clock.ts）；只量长短用 performance.now()。',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: '不许直接问现在几点：请用传进来的 Clock（campaigns/ports/clock.ts）。',
  },
];

export const environmentRooms = roomOf(['campaigns', 'cms', 'site', 'scripts']);
/** Where the environment is read or written, and why there. */
export const environmentFiles = {
  'cms/env.ts': 'what the CMS takes from it, checked; Next opens the CMS without us',
  'scripts/settings/environment.ts': 'the command line and whatever it starts',
  'site/snapshot/provider.ts': 'Astro opens it where no server of ours runs',
  'scripts/bench/**': 'measurements',
  'scripts/screens/**': 'a program of its own',
  'scripts/e2e/**': 'starts whole products',
};
export const noLooseEnvironment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: '环境变量只在 scripts/settings/environment.ts 和 cms/env.ts 里读：请从那里传进来。',
  },
];
