/** One thing that the minute does. Level-triggered: what was cut short or failed is done by the next minute's run. */
export interface Step {
  /** Lower case with hyphens; the label in `/metrics`. */
  name: string;
  /** Chinese, what it does: “到期下线”. Stands on 今日 when the step is stuck. */
  title: string;
  /** One Chinese sentence: what a person does when it is stuck. */
  advice: string;
  run(now: Date): Promise<unknown>;
  /** The steps after it do not wait for it: it may take as long as other people's servers take. */
  aside?: boolean;
  /** Milliseconds after which the others go on without it, and it counts as hanging. */
  patienceMs?: number;
}

export const defaultPatienceMs = 60_000;
