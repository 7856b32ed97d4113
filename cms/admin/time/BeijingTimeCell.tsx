'use client';
import type { DefaultCellComponentProps } from 'payload';
import { wallClockText } from './beijing-time.ts';

/** A moment in a list, in Beijing time whatever the browser's zone. */
export const BeijingTimeCell = ({ cellData }: DefaultCellComponentProps) => (
  <span>{wallClockText(cellData) || '—'}</span>
);
