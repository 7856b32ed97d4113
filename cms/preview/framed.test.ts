import { expect, it } from 'vitest';
import { framed, framePage } from './framed.ts';

const policy = '<meta http-equiv="Content-Security-Policy" content="default-src ';

it.each(['<head>', '<HEAD>', '<head lang="zh-CN">', '<head\n data-a="1">'])(
  'the policy is the first thing in %s',
  (head) => {
    const page = framed(`<!doctype html><html>${head}<script src="https://a.example/x.js"></script></head></html>`);
    expect(page.split(head)[1]?.startsWith(policy)).toBe(true);
  },
);

it('a header of the page is no head, and a page without a head is not shown at all', () => {
  expect(() => framed('<!doctype html><header>诚信</header>')).toThrow('这一页没有 <head>，不能预览。');
});

it('stands once, in the first head only', () => {
  expect(framed('<head></head><body><head></body>').split(policy)).toHaveLength(2);
});

it('a title cannot leave its place, and a style cannot end itself', () => {
  const page = framePage('</title><script>1</script>', 'a{content:"</style><script>2</script>"}', '<p>正文</p>');
  expect(page).not.toContain('<script>1');
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(page).toContain('<body><p>正文</p></body>');
});
