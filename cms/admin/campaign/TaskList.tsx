'use client';
import type { Standing } from '../../../campaigns/programme/due.ts';
import type { ProgrammeSheet } from '../../programme/sheet.ts';
import { ShapeIcon } from '../parts/Shape.tsx';
import type { Shape } from '../../words/delivery-looks.ts';

const shapes: Record<Standing, Shape> = {
  done: 'done',
  late: 'done',
  overdue: 'refused',
  soon: 'person',
  open: 'wait',
};

/** 分工: every task with its day and how it stands, in shapes and in words. */
export const TaskList = ({ tasks }: { tasks: ProgrammeSheet['tasks'] }) => (
  <div>
    <h3>
      分工
      {tasks.length > 0 &&
        `：${tasks.length}项，办结${tasks.filter(({ standing }) => standing === 'done' || standing === 'late').length}项`}
    </h3>
    {tasks.length === 0 ? (
      <p className="cx-quiet">还没有排出任务。</p>
    ) : (
      <ul className="cx-programme__tasks">
        {tasks.map(({ due, name, standing, unit, word }) => (
          <li className={standing === 'overdue' ? 'cx-red' : undefined} key={`${name}${due}`}>
            <ShapeIcon shape={shapes[standing]} />
            <span>
              {name}
              <small>{unit}</small>
            </span>
            <span>
              {due}
              <small>{word}</small>
            </span>
          </li>
        ))}
      </ul>
    )}
  </div>
);
