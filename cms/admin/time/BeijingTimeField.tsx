'use client';
import { FieldDescription, FieldError, FieldLabel, useField, withCondition } from '@payloadcms/ui';
import type { DateFieldClientProps } from 'payload';
import { useEffect, useState } from 'react';
import './time.css';
import { fromWallClock, spokenWallClock, toWallClock, wallClockText } from './beijing-time.ts';

/**
 * A moment, shown and entered as a clock in Beijing shows it: the browser's own box for date and time, which knows of no
 * zone, and the instant in the row.
 */
function Field({ field: { admin, label, required }, path, readOnly, validate }: DateFieldClientProps) {
  const { disabled, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: path,
    validate: (now, options) =>
      typeof validate === 'function' ? validate(now, { ...options, name: path, type: 'date', required }) : true,
  });
  const [typed, setTyped] = useState(toWallClock(value));
  // Half a date is no value yet, and must not be wiped out under somebody's fingers.
  useEffect(
    () => setTyped((before) => (fromWallClock(before) === (value ?? null) ? before : toWallClock(value))),
    [value],
  );
  const id = `field-${path.replaceAll('.', '__')}`;
  const closed = readOnly || disabled || admin?.readOnly;
  return (
    <div className={['field-type', 'date-time-field', 'cx-time', showError && 'error'].filter(Boolean).join(' ')}>
      <FieldLabel label={label} path={path} required={required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        {closed ? (
          <output id={id}>{wallClockText(value) || '（还没有）'}</output>
        ) : (
          <input
            id={id}
            max="2099-12-31T23:59"
            min="2000-01-01T00:00"
            onChange={(event) => {
              setTyped(event.target.value);
              setValue(fromWallClock(event.target.value));
            }}
            type="datetime-local"
            value={typed}
          />
        )}
        <span aria-live="polite" className="cx-time__zone">
          {!closed && spokenWallClock(typed)} 北京时间
        </span>
        {!closed && typed !== '' && (
          <button
            className="cx-saved__jump"
            onClick={() => {
              setTyped('');
              setValue(null);
            }}
            type="button"
          >
            清空
          </button>
        )}
      </div>
      {admin?.description && <FieldDescription description={admin.description as string} path={path} />}
    </div>
  );
}

export const BeijingTimeField = withCondition(Field);
