import { after, nothingYet, type Event, type SaveState, type Standing } from './save-state.ts';

/** One form's knowledge of its row, for everything on the page that must know of it. */
export interface SaveStore {
  get(): SaveState;
  tell(event: Event): void;
  /** How what is typed stands to it: said by the form itself, asked by what works on the saved row alone. */
  standing(): Standing;
  stand(standing: Standing): void;
  subscribe(listen: () => void): () => void;
}

const stores = new Map<string, SaveStore>();

function createStore(): SaveStore {
  let state = nothingYet;
  let standing: Standing = 'saved';
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    tell(event) {
      state = after(state, event);
      listeners.forEach((listen) => listen());
    },
    standing: () => standing,
    stand(now) {
      if (now === standing) return;
      standing = now;
      listeners.forEach((listen) => listen());
    },
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}

/** The one of a row, by `stories/<id>`, `stories/new`, `globals/desk`. */
export function storeOf(target: string): SaveStore {
  const store = stores.get(target) ?? createStore();
  stores.set(target, store);
  return store;
}

/** The one of a row, when a form of it is or was open here. */
export const openStore = (target: string): SaveStore | null => stores.get(target) ?? null;

/** Is there anything on this page that a log-out would tear away? */
export const anyUnsaved = (): boolean => unsaved.size > 0;
const unsaved = new Set<string>();
export const markUnsaved = (target: string, is: boolean): void =>
  void (is ? unsaved.add(target) : unsaved.delete(target));
/** Tells every form with unsaved text. */
export const tellUnsaved = (event: Event): void => unsaved.forEach((target) => storeOf(target).tell(event));
