'use client';
import { useRouter } from 'next/navigation.js';
import { useCallback, useEffect, useMemo, useRef, useState, useTransition, type ReactNode } from 'react';
import { addDays, type CivilDay } from '../../../../campaigns/calendar/civil-day.ts';
import type { Said } from '../../parts/use-request.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { arrowDays, carried, type MovablePost } from './movable-post.ts';
import { useDrag } from './use-drag.ts';

interface Props {
  children: ReactNode;
  posts: MovablePost[];
  /** False: this person looks only. */
  allowed: boolean;
  /** A post whose dialog stands open from the start. */
  open: string | null;
  label: string;
}
interface Place {
  id: string;
  day: CivilDay;
}

/** The month, with posts that can be carried to another day: by pointer, by arrow keys, or by their 移动 button. */
export function MoveDesk({ allowed, children, label, open, posts }: Props) {
  const router = useRouter();
  const root = useRef<HTMLElement>(null);
  const known = useMemo(() => new Map(posts.map((post) => [post.id, post])), [posts]);
  const first = allowed ? known.get(open ?? '') : undefined;
  const [carrying, setCarrying] = useState<Place | null>(null);
  const [asked, setAsked] = useState<Place | null>(first ? { id: first.id, day: first.day } : null);
  const [said, setSaid] = useState('');
  const [warnings, setWarnings] = useState<string[]>([]);
  const [reading, startReading] = useTransition();
  const moved = useRef<string | null>(null);

  const tell = useCallback((words: string, more: string[] = []) => {
    setSaid(words);
    setWarnings(more);
  }, []);
  const carry = useCallback(
    (post: MovablePost, day: CivilDay | null) => {
      setCarrying(day === null ? null : { id: post.id, day });
      tell(day === null ? '已取消，没有移动。' : carried(post, day));
    },
    [tell],
  );
  const ask = useCallback(
    (post: MovablePost, day: CivilDay) => {
      setCarrying(null);
      tell('');
      setAsked({ id: post.id, day });
    },
    [tell],
  );

  useDrag(
    root,
    useMemo(
      () => ({
        mayTake: (id) => allowed && known.get(id)?.over === false,
        over: (id, day) => setCarrying(day ? { id, day } : null),
        drop: (id, day) => {
          const post = known.get(id);
          if (post && day && day !== post.day) ask(post, day);
          else setCarrying(null);
        },
      }),
      [allowed, ask, known],
    ),
  );

  // The cells are drawn by the server; only the one below the carried post is marked here.
  useEffect(() => {
    const cell = carrying && root.current?.querySelector(`[data-day="${carrying.day}"]`);
    cell?.classList.add('cx-day--target');
    return () => cell?.classList.remove('cx-day--target');
  }, [carrying]);

  // Once the month is drawn anew the focus goes with the post.
  useEffect(() => {
    if (reading || !moved.current) return;
    document.getElementById(`p-${moved.current}`)?.focus();
    moved.current = null;
  }, [reading]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const post = postOf(event.target);
    if (!allowed || !post || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = arrowDays(event.key);
    const held = carrying?.id === post.id ? carrying : null;
    if (by !== null) {
      event.preventDefault();
      if (post.over) tell(`《${post.title}》已经发出或处理完了，不能改期。`);
      else carry(post, addDays(held?.day ?? post.day, by));
    } else if (held && event.key === 'Enter') {
      event.preventDefault();
      if (held.day === post.day) carry(post, null);
      else ask(post, held.day);
    } else if (held && event.key === 'Escape') carry(post, null);
  };
  const onClick = (event: React.MouseEvent) => {
    const post =
      event.target instanceof Element && event.target.closest('button[data-move]') ? postOf(event.target) : null;
    if (post) ask(post, post.day);
  };
  const onMoved = ({ message, warnings: more }: Said) => {
    moved.current = asked?.id ?? null;
    setAsked(null);
    tell(message, more);
    startReading(() => router.refresh());
  };
  const postOf = (target: EventTarget): MovablePost | null =>
    (target instanceof Element && known.get(target.closest<HTMLElement>('[data-post]')?.dataset.post ?? '')) || null;
  const close = () => {
    const id = asked?.id;
    setAsked(null);
    if (id) document.getElementById(`p-${id}`)?.focus();
  };

  const chosen = asked && known.get(asked.id);
  return (
    <section
      aria-label={label}
      className="cx-month"
      onBlur={() => setCarrying(null)}
      onClick={onClick}
      onKeyDown={onKeyDown}
      ref={root}
    >
      {children}
      <div className="cx-month__said" role="status">
        {said && <p>{said}</p>}
        {warnings.map((warning) => (
          <p className="cx-amber" key={warning}>
            请注意：{warning}
          </p>
        ))}
      </div>
      {chosen && (
        <MoveDialog day={asked.day} key={`${asked.id}${asked.day}`} onClose={close} onMoved={onMoved} post={chosen} />
      )}
    </section>
  );
}
