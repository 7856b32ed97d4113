import type { Page } from 'playwright-core';

export interface Shot {
  name: string;
  /** Path below the site or the admin. */
  path: (find: Finder) => Promise<string>;
  of: 'site' | 'admin';
  /** Width in CSS pixels. */
  width: number;
  /** Done once the page stands. */
  prepare?: (page: Page) => Promise<void>;
}

/** Looks up what a running product has, so that no serial is written down here. */
export interface Finder {
  /** Address of the first link on a page of the site that fits a CSS selector. @throws Error when there is none */
  link(page: string, selector: string): Promise<string>;
  /** A row of a collection in the admin, as its id. */
  row(collection: string, query: string): Promise<string | null>;
}

const desk = 1280;
const phone = 375;
const both = (name: string, path: Shot['path']): Shot[] => [
  { name: `${name}-desk`, of: 'site', width: desk, path },
  { name: `${name}-phone`, of: 'site', width: phone, path },
];

/** Every picture of `docs/screens/`. */
export const shots: Shot[] = [
  ...both('home', async () => '/'),
  ...both('story', (find) => find.link('/c/models/', ':is(li, article):has(img) a[href^="/s/"]')),
  ...both('year', async () => '/year/2026/'),
  ...both('campaign', async () => '/year/2026/315/'),
  ...both('gallery', async () => '/c/models/'),
  { name: 'admin-today', of: 'admin', width: 1440, path: async () => '' },
  { name: 'admin-calendar', of: 'admin', width: 1440, path: async () => '/calendar?month=2027-03' },
  { name: 'admin-ledger', of: 'admin', width: 1440, path: async () => '/ledger' },
  {
    name: 'admin-story',
    of: 'admin',
    width: 1440,
    // One that waits for a reviewer shows more of the panel than a finished one.
    path: async (find) => {
      for (const query of ['where[stage][equals]=final', 'where[stage][in]=second,first', 'sort=-updatedAt']) {
        const id = await find.row('stories', query);
        if (id) return `/collections/stories/${id}`;
      }
      throw new Error('there is no story to show');
    },
    prepare: async (page) => {
      await page.locator('.cx-review ol').first().waitFor();
      await page.locator('.ContentEditable__root').first().waitFor();
    },
  },
];
