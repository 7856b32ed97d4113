import { misfirePolicies } from '../../../campaigns/ports/delivery.ts';
import { misfireWords } from '../../../campaigns/ports/state-words.ts';
import type { PushForm } from '../../push/look.ts';

interface Props {
  form: PushForm;
  isFixed: boolean;
  onChoose(change: Partial<PushForm>): void;
}

/** What hardly anybody changes: festive or not, and what is done when the minute was missed. */
export const MoreFields = ({ form, isFixed, onChoose }: Props) => (
  <details className="cx-push__part">
    <summary>更多</summary>
    <label>
      <input
        checked={form.festive}
        disabled={isFixed}
        onChange={(event) => onChoose({ festive: event.target.checked })}
        type="checkbox"
      />
      节庆内容（静默日不发）
    </label>
    <label>
      错过时
      <select
        disabled={isFixed}
        onChange={(event) => {
          const policy = misfirePolicies.find((one) => one === event.target.value);
          if (policy) onChoose({ misfire: policy });
        }}
        value={form.misfire}
      >
        {misfirePolicies.map((policy) => (
          <option key={policy} value={policy}>
            {misfireWords[policy]}
          </option>
        ))}
      </select>
    </label>
    {form.misfire === 'late' && (
      <label>
        补发时限（分钟）
        <input
          disabled={isFixed}
          inputMode="numeric"
          maxLength={5}
          onChange={(event) => onChoose({ misfireWindow: Number(event.target.value.replaceAll(/\D/g, '')) })}
          value={form.misfireWindow}
        />
      </label>
    )}
  </details>
);
