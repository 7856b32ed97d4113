'use client';
import { useEffect, useId, useRef, type ReactNode } from 'react';

/**
 * A question that must be answered before one goes on: the browser's own dialog, which keeps the focus inside, closes
 * with Esc and gives the focus back. The field marked `data-first` has the focus to begin with.
 */
export function Dialog({ children, onClose, title }: { children: ReactNode; onClose: () => void; title: string }) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    // `autofocus` is not written into the page by React: without this the first field would have it.
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      aria-labelledby={heading}
      className="cx-dialog"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      ref={box}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
