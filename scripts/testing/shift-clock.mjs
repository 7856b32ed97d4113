// Preloaded into a process that a test starts (`NODE_OPTIONS=--import …`): its calendar says another moment, its timers run as ever.
// The product knows nothing of it. TEST_CLOCK_AT: the moment at which the process begins, ISO 8601 with its zone.
const Real = globalThis.Date;
const at = Real.parse(process.env.TEST_CLOCK_AT ?? '');
if (Number.isNaN(at)) throw new Error('TEST_CLOCK_AT holds no moment');
const shift = at - Real.now();
const now = () => Real.now() + shift;

globalThis.Date = new Proxy(Real, {
  construct: (target, words, asked) =>
    Reflect.construct(target, words.length === 0 ? [now()] : words, asked === globalThis.Date ? target : asked),
  apply: (target) => new target(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
