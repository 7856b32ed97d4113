import { differing, fieldNames, keepable, sameValue, type Content } from './same-content.ts';

/** Somebody else who is changing the same row. */
export interface Other {
  name: string;
  /** ISO 8601. */
  since: string;
}

/** One thing that stands in the way, with the field it is about. */
export interface Place {
  path: string;
  label: string;
  message: string;
}

/** The row that this form has made before, when the answer was lost. */
interface Made {
  id: string;
  /** Nobody has saved it since. */
  untouched: boolean;
}

/** Why the last save did not become one. */
export type Trouble =
  | { kind: 'refused'; message: string; places: Place[] }
  | { kind: 'expired' }
  | { kind: 'offline' }
  | { kind: 'held'; message: string; other: Other }
  | { kind: 'moved'; version: string; theirs: Content | null; made?: Made };

/** What the server said to a save, or that it said nothing. */
export type Outcome = { kind: 'saved'; doc: Content; version: string } | Trouble;

/** What a form knows of the row behind it: only what the server has said. */
export interface SaveState {
  /** The version that was read, or that the last confirmed save made; null for a row that was never saved. */
  version: string | null;
  /** When it was confirmed, ISO 8601; null before the first time. */
  savedAt: string | null;
  /** What the form held when it was opened or last confirmed, and the row that the server answered. */
  sent: Content;
  doc: Content;
  /** On its way now. */
  sending: Content | null;
  trouble: Trouble | null;
  other: Other | null;
  /** Names a form of a row that does not exist yet, for all its tries and for its copy on this computer; null for other forms. */
  key: string | null;
}

export type Event =
  | {
      type: 'opened';
      content: Content;
      doc: Content;
      version: string | null;
      savedAt: string | null;
      key?: string | null;
    }
  | { type: 'sent'; content: Content; key?: string }
  | { type: 'answered'; outcome: Outcome; at: string }
  | { type: 'other'; other: Other | null }
  /** The person has chosen between two texts: from here on they know of that version. */
  | { type: 'known'; version: string; doc: Content }
  /** The person has logged in again, or taken over: nothing is wrong any more, and nothing is saved. */
  | { type: 'mended' }
  /** What was kept of a version is in the form again. */
  | { type: 'restored'; version: string | null; key?: string | null };

export const nothingYet: SaveState = {
  version: null,
  savedAt: null,
  sent: {},
  doc: {},
  sending: null,
  trouble: null,
  other: null,
  key: null,
};

/** Pure: what the form knows after an event. */
export function after(state: SaveState, event: Event): SaveState {
  switch (event.type) {
    case 'opened':
      return {
        ...nothingYet,
        other: state.other,
        version: event.version,
        savedAt: event.savedAt,
        sent: event.content,
        doc: event.doc,
        key: event.key ?? null,
      };
    case 'sent':
      return { ...state, sending: event.content, key: state.key ?? event.key ?? null };
    case 'answered': {
      const { outcome } = event;
      if (outcome.kind !== 'saved')
        return {
          ...state,
          sending: null,
          trouble: outcome,
          other: outcome.kind === 'held' ? outcome.other : state.other,
        };
      return {
        ...state,
        sending: null,
        trouble: null,
        other: null,
        version: outcome.version,
        savedAt: event.at,
        sent: state.sending ?? state.sent,
        doc: outcome.doc,
        key: null,
      };
    }
    case 'other':
      return { ...state, other: event.other };
    case 'known':
      return { ...state, trouble: null, version: event.version, doc: event.doc, sent: event.doc };
    case 'mended':
      return { ...state, trouble: null, other: null };
    case 'restored':
      // What the row was at that version nobody knows any more: a save on it is compared with whatever stands.
      return restored(event.key && event.key !== state.key ? { ...state, key: event.key } : state, event.version);
  }
}

const restored = (state: SaveState, version: string | null): SaveState =>
  version === null || version === state.version ? state : { ...state, version, sent: {}, doc: {} };

/** Is this what the server has confirmed? Field by field it is what was sent, or what the server made of it. */
export const isSaved = ({ doc, savedAt, sent }: SaveState, content: Content): boolean =>
  savedAt !== null &&
  fieldNames(content).every((name) => sameValue(content[name], sent[name]) || sameValue(content[name], doc[name]));

/** Fields that the server has not confirmed as they stand. */
const unsavedFields = (state: SaveState, content: Content): string[] =>
  differing(content, state.sent).filter((name) => !sameValue(content[name], state.doc[name]));

export type Standing = 'new' | 'saved' | 'changed' | 'saving' | 'trouble';

/** In one word how what stands in the form stands to what is saved. */
export function standingOf(state: SaveState, content: Content): Standing {
  if (state.sending) return 'saving';
  if (isSaved(state, content)) return 'saved';
  if (state.trouble) return 'trouble';
  return state.savedAt === null && unsavedFields(state, content).length === 0 ? 'new' : 'changed';
}

/**
 * A save that came too late, looked at closely: when what stands is the very text that was sent (the first answer was lost
 * on the way) it is saved; when nobody has changed a field since (the system has noted something) it may simply be sent
 * again; otherwise somebody must choose.
 * @param read the row as it was when the form was opened
 */
export function closeLook(mine: Content, read: Content, theirs: Content | null): 'saved' | 'again' | 'choose' {
  if (theirs === null) return 'choose';
  // What a row does not have is empty there: with MongoDB an empty field is none. Passwords nobody gets back.
  if (fieldNames(keepable(mine)).every((name) => sameValue(mine[name], theirs[name]))) return 'saved';
  const names = fieldNames(mine).filter((name) => name in theirs);
  return names.every((name) => sameValue(read[name], theirs[name])) ? 'again' : 'choose';
}
