'use client';
import { useEffect, type RefObject } from 'react';
import type { CivilDay } from '../../../../campaigns/calendar/civil-day.ts';

export interface Drag {
  /** May this post be taken up? */
  mayTake(id: string): boolean;
  /** The pointer carries the post over a day, or over none. */
  over(id: string, day: CivilDay | null): void;
  /** It was let go there. */
  drop(id: string, day: CivilDay | null): void;
}

const farEnough = 6;

/**
 * Drags posts (`[data-post]`) onto days (`[data-day]`) with a mouse or a pen; a finger scrolls, and has the 移动 button.
 * A short move is still a click on the link.
 */
export function useDrag(root: RefObject<HTMLElement | null>, drag: Drag): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let held: { id: string; x: number; y: number; item: HTMLElement; ghost: HTMLElement | null } | null = null;
    const dayAt = (event: PointerEvent): CivilDay | null =>
      // A campaign's bar lies over the cell: the day is the one below it.
      document
        .elementsFromPoint(event.clientX, event.clientY)
        .find((one) => one instanceof HTMLElement && one.dataset.day)
        ?.closest<HTMLElement>('[data-day]')?.dataset.day ?? null;
    const letGo = () => {
      held?.ghost?.remove();
      held = null;
    };
    const down = (event: PointerEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const item = target?.closest<HTMLElement>('[data-post]');
      if (!item || event.button !== 0 || event.pointerType === 'touch' || target?.closest('button')) return;
      const id = item.dataset.post ?? '';
      if (drag.mayTake(id)) held = { id, x: event.clientX, y: event.clientY, item, ghost: null };
    };
    const move = (event: PointerEvent) => {
      if (!held) return;
      if (!held.ghost) {
        if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < farEnough) return;
        held.ghost = ghostOf(held.item);
      }
      held.ghost.style.translate = `${event.clientX + 8}px ${event.clientY + 8}px`;
      drag.over(held.id, dayAt(event));
    };
    const up = (event: PointerEvent) => {
      if (held?.ghost) {
        // The click that follows belongs to the drag, not to the link.
        window.addEventListener('click', stop, { capture: true, once: true });
        setTimeout(() => window.removeEventListener('click', stop, { capture: true }));
        drag.drop(held.id, dayAt(event));
      }
      letGo();
    };
    const cancel = (event: Event) => {
      if (!held || (event instanceof KeyboardEvent && event.key !== 'Escape')) return;
      drag.over(held.id, null);
      letGo();
    };
    // A link is draggable by itself: the browser would carry its address away.
    const native = (event: Event) => event.preventDefault();
    element.addEventListener('pointerdown', down);
    element.addEventListener('dragstart', native);
    const ends = [
      ['pointermove', move],
      ['pointerup', up],
      ['pointercancel', cancel],
      ['keydown', cancel],
    ] as const;
    for (const [name, act] of ends) window.addEventListener(name, act as EventListener);
    return () => {
      letGo();
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('dragstart', native);
      for (const [name, act] of ends) window.removeEventListener(name, act as EventListener);
    };
  }, [root, drag]);
}

const stop = (event: Event) => {
  event.preventDefault();
  event.stopPropagation();
};

function ghostOf(item: HTMLElement): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = 'cx-ghost';
  ghost.setAttribute('aria-hidden', 'true');
  ghost.textContent = item.querySelector('a')?.textContent ?? '';
  document.body.append(ghost);
  return ghost;
}
