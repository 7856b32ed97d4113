import { z } from 'zod';
import { printResult } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { ledgerRow, ledgerLine } from '../compose/ledger.ts';
import { openCms } from '../compose/open-cms.ts';

export const verb = defineVerb({
  name: 'ledger',
  summary: '推送台账：每条推送 × 每个渠道一行，计划、实际、状态、平台编号、尝试次数',
  flags: { json: jsonFlag },
  schema: z.object({ json: z.boolean().default(false) }),
  async run({ json }) {
    const cms = await openCms();
    const { createDeliveryStore } = await import('../../cms/store/payload-delivery-store.ts');
    const { postNames } = await import('../compose/post-names.ts');
    const deliveries = await createDeliveryStore(cms.payload).list({});
    const names = await postNames(cms.payload);
    const rows = deliveries.map((d) => ledgerRow(d, names));
    printResult(json, rows, () => (rows.length > 0 ? rows.map(ledgerLine) : ['台账还是空的：没有到期的推送。']));
    await cms.close();
  },
});
