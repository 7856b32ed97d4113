/** The seeded generator for tests of the site, which reaches `cms/read` alone. */
export { createRandom, type Random } from '../../../campaigns/calendar/testing/random.ts';
