'use client';
import type { PushSheet } from '../../push/look.ts';
import { ChannelBoxes } from './ChannelBoxes.tsx';
import { MoreFields } from './MoreFields.tsx';
import { PushActs } from './PushActs.tsx';
import { PushPreviews } from './PushPreviews.tsx';
import { usePush } from './use-push.ts';
import { WhenFields } from './WhenFields.tsx';
import { WordFields } from './WordFields.tsx';

/** 推送: three questions on the left, what will be seen on the right, and what will happen in a sentence before one presses. */
export function PushDeskView({ sheet: first, today }: { sheet: PushSheet; today: string }) {
  const desk = usePush(first);
  const { form, isLooking, set, sheet, trouble } = desk;
  const isFixed = sheet.whyNot.ask !== null;
  return (
    <div className="cx-push">
      <div>
        {sheet.post && (
          <ul aria-label="经过" className="cx-push__said">
            {sheet.post.said.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        <ChannelBoxes
          choices={sheet.choices}
          chosen={form.channels}
          isFixed={isFixed}
          onChoose={(channels) => set({ channels })}
        />
        <WhenFields day={form.day} isFixed={isFixed} next={sheet.next} onChoose={set} time={form.time} today={today} />
        <WordFields
          choices={sheet.choices.filter(({ id }) => form.channels.includes(id))}
          isFixed={isFixed}
          onWrite={(words) => set({ words })}
          summary={sheet.summary}
          words={form.words.filter(({ channel }) => form.channels.includes(channel))}
        />
        <MoreFields form={form} isFixed={isFixed} onChoose={set} />
        <p aria-live="polite" className="cx-push__sentence">
          {isLooking ? '正在核对…' : (trouble ?? sheet.sentence)}
        </p>
        {sheet.warnings.map((warning) => (
          <p className="cx-amber" key={warning}>
            {warning}
          </p>
        ))}
        <PushActs desk={desk} />
      </div>
      <PushPreviews previews={sheet.previews} />
    </div>
  );
}
