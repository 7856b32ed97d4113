import type { WordedChannels } from '../../compose/worded-channels.ts';
import type { Step } from '../step.ts';

/** Letters and sheets say what has been agreed to since the last minute. */
export const channelWordsStep = ({ refresh }: Pick<WordedChannels, 'refresh'>): Step => ({
  name: 'channel-words',
  title: '换上同意过的渠道文字',
  advice: '请看 content/channels/ 和 content/region/ 里的文件能不能读；读不到的时候信函照用上一次同意过的文字。',
  run: refresh,
});
