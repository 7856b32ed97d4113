import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, it } from 'vitest';
import { render } from '../testing/render.ts';

const shown = async (props: object) => {
  const { html } = await render('components/Pagination.astro', { props: { total: 90, base: '/c/news/', ...props } });
  const links = DomUtils.getElementsByTagName('a', parseDocument(html), true);
  return {
    html,
    links: links.map(({ attribs }) => attribs),
    numbers: links.filter(({ attribs }) => attribs['aria-label']).map((a) => Number(DomUtils.textContent(a))),
  };
};

it('from every page the first, the last and both neighbours are one step away, in order, and the page says where it is', async () => {
  for (let pages = 2; pages <= 9; pages += 1) {
    for (let page = 1; page <= pages; page += 1) {
      const { html, links, numbers } = await shown({ page, pages });
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      expect(numbers).toEqual(
        expect.arrayContaining([1, page, pages, ...(page > 1 ? [page - 1] : []), ...(page < pages ? [page + 1] : [])]),
      );
      expect(numbers.every((n) => n >= 1 && n <= pages)).toBe(true);
      expect(links.filter((one) => one['aria-current'] === 'page').map((one) => one['aria-label'])).toEqual([
        `第${page}页`,
      ]);
      expect(links.filter(({ rel }) => rel === 'prev').map(({ href }) => href)).toEqual(
        page === 1 ? [] : [page === 2 ? '/c/news/' : `/c/news/${page - 1}/`],
      );
      expect(links.filter(({ rel }) => rel === 'next').map(({ href }) => href)).toEqual(
        page === pages ? [] : [`/c/news/${page + 1}/`],
      );
      // Left out is said, never one number alone.
      const gaps = numbers.filter((n, i) => i > 0 && n - (numbers[i - 1] ?? n) > 1).length;
      expect(html.match(/…/g)?.length ?? 0).toBe(gaps);
      expect(html).toContain(`共90篇，第${page}页/${pages}页`);
    }
  }
});

it('one page needs no numbers', async () => expect((await shown({ page: 1, pages: 1 })).html.trim()).toBe(''));
