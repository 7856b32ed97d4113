import type { DefaultServerCellComponentProps } from 'payload';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { stages, type Stage } from '../../story/stage.ts';
import { loadComing } from '../queries/coming.ts';

const isStage = (value: unknown): value is Stage => typeof value === 'string' && Object.hasOwn(stages, value);

/** 审签状态 in the list of stories; of what waits for its minute it says which. */
export async function StageCell({ cellData, payload, rowData }: DefaultServerCellComponentProps) {
  const id: unknown = rowData?.id;
  const waits = cellData === 'signed' && typeof id === 'string' ? await loadComing(payload, systemClock.now(), id) : [];
  return (
    <span>
      {isStage(cellData) ? stages[cellData] : '—'}
      {waits.map(({ said }) => (
        <small className="cx-quiet" key={said}>{`　${said}`}</small>
      ))}
    </span>
  );
}
