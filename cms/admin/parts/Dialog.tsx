'use client';
import { useEffect, useId, useRef, type ReactNode } from 'react';

/**
 * A question that must be answered before one goes on: the browser's own dialog, which keeps the focus inside, closes
 * with Esc and gives the focus back.
 */
export function Dialog({ children, onClose, title }: { children: ReactNode; onClose: () => void; title: string }) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog aria-labelledby={heading} className="cx-dialog" onCancel={(event) => { event.preventDefault(); onClose(); }} ref={box}>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
