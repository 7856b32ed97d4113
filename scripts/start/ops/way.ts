import type { Message } from '../../../campaigns/alarms/message.ts';

/** One way of telling people. */
export interface Way {
  /** Under which it is remembered what has been told this way. */
  id: 'mail' | 'webhook';
  /** Chinese, for the log. */
  name: string;
  /** Rejects when it is not certain that the message arrived; it comes again in the next minute. */
  send(message: Message): Promise<void>;
}
