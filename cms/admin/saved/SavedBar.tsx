'use client';
import { browserNow } from './browser-clock.ts';
import { useAuth, useForm, useFormModified, useFormProcessing } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';
import { moment } from '../../words/words.ts';
import { barWords, savedWhen } from './bar-words.ts';
import { pathLabel } from './labels.ts';
import { RefusedPlaces } from './RefusedPlaces.tsx';
import { closeLook, standingOf } from './save-state.ts';
import type { Content } from './same-content.ts';
import { SideBySide } from './SideBySide.tsx';
import { SignInHere } from './SignInHere.tsx';
import { markUnsaved, storeOf } from './store.ts';
import { useContent } from './use-content.ts';
import { useKept } from './use-kept.ts';
import { usePresence } from './use-presence.ts';
import { useSaveState } from './use-save-store.ts';
import { watchSaves } from './watch-saves.ts';

/** 已保存 / 有改动 / 没有保存：原因: what the server has confirmed of this form, and how to mend what it has not. */
export function SavedBar() {
  useEffect(watchSaves, []);
  const { user } = useAuth();
  const form = useContent();
  const { content, fields, mayWrite, row, target } = form;
  const { reset, setModified, submit } = useForm();
  const modified = useFormModified();
  const processing = useFormProcessing();
  const state = useSaveState(target);
  const standing = content && mayWrite ? standingOf(state, content) : 'saved';
  const kept = useKept(String(user?.id ?? 'nobody'), form, standing);
  const { evicted, takeOver } = usePresence(target, mayWrite, standing);
  const [signingIn, setSigningIn] = useState(false);
  const [notTaken, setNotTaken] = useState(false);
  // Set when the form is filled and is to be sent as soon as it shows what it was filled with.
  const [sendNext, setSendNext] = useState(false);
  const looked = useRef<object | null>(null);
  const unsaved = standing === 'changed' || standing === 'trouble' || standing === 'saving';
  const undecided = kept.found !== null;

  useEffect(() => {
    // Words that wait for a decision are unsaved too: what is older must not be handed in over them.
    storeOf(target).stand(standing === 'saved' && undecided ? 'changed' : standing);
    markUnsaved(target, unsaved);
    return () => markUnsaved(target, false);
  }, [standing, target, undecided, unsaved]);

  // The shell's own mark follows what the server said: its 保存 and its question before one leaves hang on it.
  useEffect(() => {
    if (processing || !content || !mayWrite || standing === 'saving' || standing === 'new') return;
    if (unsaved !== modified) setModified(unsaved);
  }, [content, mayWrite, modified, processing, setModified, standing, unsaved]);

  const { trouble } = state;
  useEffect(() => {
    if (trouble?.kind !== 'moved' || processing || !content || looked.current === trouble) return;
    looked.current = trouble;
    const store = storeOf(target);
    if (trouble.theirs === null) {
      void fetch(`/api/${trouble.made ? target.replace(/\/new$/, `/${trouble.made.id}`) : target}?depth=0`, {
        cache: 'no-store',
      })
        .then(async (response) => {
          const theirs = (await response.json()) as Content;
          if (response.ok)
            store.tell({
              type: 'answered',
              outcome: {
                ...trouble,
                version: typeof theirs.updatedAt === 'string' ? theirs.updatedAt : trouble.version,
                theirs,
              },
              at: browserNow().toISOString(),
            });
        })
        .catch(() => undefined);
      return;
    }
    const seen = closeLook(content, state.doc, trouble.theirs);
    if (seen === 'saved')
      store.tell({
        type: 'answered',
        outcome: { kind: 'saved', doc: trouble.theirs, version: trouble.version },
        at: browserNow().toISOString(),
      });
    if (seen !== 'again') return;
    store.tell({ type: 'known', version: trouble.version, doc: trouble.theirs });
    setSendNext(true);
  }, [content, processing, state.doc, target, trouble]);

  useEffect(() => {
    if (!sendNext || processing || !content) return;
    setSendNext(false);
    void submit();
  }, [content, processing, sendNext, submit]);

  if (!content) return null;
  // Whoever only reads sees when it was saved last, in Beijing time.
  if (!mayWrite)
    return state.savedAt === null ? null : (
      <p className="cx-saved__read">
        您可以看这一条，不能改。最近一次保存：{moment(new Date(state.savedAt))}（北京时间）。
      </p>
    );

  const fill = async (into: Content) => {
    await reset({ ...row, ...into });
    setModified(true);
  };
  const restore = async () => {
    if (!kept.found) return;
    await fill(kept.found.content);
    storeOf(target).tell({ type: 'restored', version: kept.found.version ?? null, key: kept.found.key ?? null });
    kept.decided(true);
  };
  const choose = async (chosen: Content) => {
    if (trouble?.kind !== 'moved' || !trouble.theirs) return;
    await fill(chosen);
    storeOf(target).tell({ type: 'known', version: trouble.version, doc: trouble.theirs });
    setSendNext(true);
  };
  const take = async () => {
    const taken = await takeOver();
    setNotTaken(!taken);
    if (taken) setSendNext(trouble?.kind === 'held');
  };
  const { head, rest } = barWords(state, standing, browserNow());
  const { other } = state;
  return (
    <section
      aria-label="保存情况"
      className={`cx-saved cx-saved--${standing}`}
      data-standing={standing === 'trouble' ? trouble?.kind : standing}
    >
      <div className="cx-saved__line" role={standing === 'trouble' ? 'alert' : 'status'}>
        <b>{head}</b>
        {rest && <span>{rest}</span>}
        {standing === 'trouble' && trouble?.kind === 'expired' && (
          <button className="cx-button cx-button--main" onClick={() => setSigningIn(true)} type="button">
            就地登录
          </button>
        )}
        {standing === 'trouble' && trouble?.kind === 'offline' && (
          <button className="cx-button" disabled={processing} onClick={() => void submit()} type="button">
            再保存一次
          </button>
        )}
        {unsaved && standing !== 'saving' && kept.said && <span className="cx-quiet">{kept.said}</span>}
      </div>
      {standing === 'trouble' && trouble?.kind === 'refused' && (
        <RefusedPlaces label={(path) => pathLabel(fields, path)} places={trouble.places} whole={trouble.message} />
      )}
      {standing === 'trouble' && trouble?.kind === 'moved' && trouble.theirs && (
        <div className="cx-saved__more">
          <SideBySide
            busy={processing}
            fields={fields}
            mine={content}
            onChosen={(chosen) => void choose(chosen)}
            read={state.doc}
            theirs={trouble.theirs}
          />
        </div>
      )}
      {other && (
        <div className="cx-saved__aside" role="status">
          <p>
            {evicted
              ? `${other.name}${savedWhen(other.since, browserNow())}接手了这一条。您写的都还在这一页，也暂存在这台电脑：可以等对方存好以后再按保存，两边会并排给您选；也可以接手回来。`
              : `${other.name}从${savedWhen(other.since, browserNow())}起正在改这一条，还没有保存。您可以看；要改请先接手，对方写的会留在对方那一页，不会丢。`}
          </p>
          <div className="cx-buttons">
            <button className="cx-button" onClick={() => void take()} type="button">
              接手编辑
            </button>
          </div>
          {notTaken && (
            <p className="cx-red" role="alert">
              没有接手成：请检查网络后再按一次。
            </p>
          )}
        </div>
      )}
      {kept.found && (
        <div className="cx-saved__aside cx-saved__found" role="alert">
          <p>
            <b>找到没有保存的改动</b>（{moment(new Date(kept.found.keptAt))}）：可以恢复到表单里接着写，看过再按保存。
          </p>
          <div className="cx-buttons">
            <button className="cx-button cx-button--main" onClick={() => void restore()} type="button">
              恢复到表单
            </button>
            <button className="cx-button" onClick={() => kept.decided(false)} type="button">
              不要了
            </button>
          </div>
        </div>
      )}
      {signingIn && (
        <SignInHere
          onClose={() => setSigningIn(false)}
          onEntered={() => {
            setSigningIn(false);
            storeOf(target).tell({ type: 'mended' });
            setSendNext(true);
          }}
        />
      )}
    </section>
  );
}
