import { accountKinds } from '../../../campaigns/channels/account-kinds.ts';
import type { AccountWords } from '../../../campaigns/channels/define-account.ts';
import type { FileKind, PublicField } from './file-kind.ts';

const words: readonly AccountWords[] = accountKinds.map((kind) => kind.words);
const wordsOf = (type: unknown) => accountKinds.find((kind) => kind.type === type)?.words;

/**
 * An account that copies go to: its name stands in the public record of copies, the rest in letters and on sheets. Which
 * fields those are says each kind of account (`campaigns/channels/<kind>/account.ts`).
 */
export const channelKind: FileKind = {
  noun: '渠道',
  title: 'name',
  fields: Object.fromEntries(
    [['name', '名称'] as const, ...words.flatMap(({ shown }) => Object.entries(shown))].map(
      ([path, label]): [string, PublicField] => [path, { label, is: 'text' }],
    ),
  ),
  machine: {
    id: '编号，和文件名一样',
    type: '渠道种类',
    quota: '限额',
    ...Object.fromEntries(words.flatMap(({ machine }) => Object.entries(machine))),
  },
  // Copies of what was signed go out all the same; whom they address is said by nobody in particular.
  neutral: ({ type }) => ({ name: wordsOf(type)?.kind ?? '渠道', ...wordsOf(type)?.neutral }),
};
