import { brokenContent } from '../../../campaigns/bulkhead/last-good.ts';
import type { Step } from '../step.ts';

/** Files of `content/` that cannot be used as they stand now; everything goes on with the last good ones. */
export const contentStep = (): Step => ({
  name: 'content',
  title: '读取内容文件',
  advice: '请按提示改好这个文件再保存；改好之前系统一直用上一份好的，不必重启。',
  run: brokenContent,
});
