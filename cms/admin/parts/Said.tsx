import type { Said as Answer } from './use-request.ts';

/** The answer to what a person did: heard at once when it was refused, in its turn when it was done. */
export const Said = ({ said }: { said: Answer | null }) =>
  said && (
    <p className={said.ok ? 'cx-said' : 'cx-said cx-red'} role={said.ok ? 'status' : 'alert'}>
      {said.message}
    </p>
  );
