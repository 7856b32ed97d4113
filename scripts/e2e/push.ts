import type { Page } from 'playwright-core';
import { minuteText } from '../../campaigns/calendar/civil-day.ts';
import { openReview } from './day.ts';
import { eventually } from './product.ts';

/** The next minute that leaves two people time for their clicks. */
const soon = (): [day: string, time: string] => {
  const [day = '', time = ''] = minuteText(new Date(Date.now() + 75_000)).split(' ');
  return [day, time];
};

/** From the story's own page: 推送… → Weibo, in a minute, in words of its own. */
export async function askForPush(page: Page, story: string, words: string): Promise<void> {
  await openReview(page, story);
  await page.locator('.cx-review a', { hasText: '推送…' }).click();
  await page.waitForURL(/\/push\?story=/);
  await page.getByLabel('微博', { exact: true }).check();
  await page.getByLabel(/^微博的/).fill(words);
  const [day, time] = soon();
  await page.getByLabel('日期').fill(day);
  await page.getByLabel('时刻').fill(time);
  await page.locator('.cx-push__sentence', { hasText: `${time}（` }).waitFor();
  await page.locator('.cx-push__post', { hasText: words }).waitFor();
  await page.locator('button', { hasText: '提出，请人确认' }).click();
  await page.waitForURL(/\/push\?post=/);
  await page.locator('.cx-lead', { hasText: '等第二人确认' }).waitFor();
}

/** From 今日: the matter that waits, looked at and let out. */
export async function confirmPush(page: Page, admin: string, title: string): Promise<void> {
  await page.goto(admin);
  await page
    .locator('li', { hasText: `推送《${title}》` })
    .locator('a', { hasText: '核对' })
    .click();
  await page.waitForURL(/\/push\?post=/);
  await page.locator('button', { hasText: '确认发出' }).click();
  await page.locator('.cx-lead', { hasText: '第二人确认过了，到时发出' }).waitFor();
}

/** The ledger's rows of pushes without a campaign, once one is there as gone out. */
export const sentInLedger = (page: Page, admin: string, title: string): Promise<true> =>
  eventually(
    'the push in the ledger',
    async () => {
      await page.goto(`${admin}/ledger?campaign=daily`);
      const rows = page.locator('.cx-ledger', { hasText: title }).locator('tr', { hasText: '已确认' });
      return (await rows.count()) > 0;
    },
    150_000,
  );
