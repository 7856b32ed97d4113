import type { CollectionAfterChangeHook } from 'payload';

export const followNomination: CollectionAfterChangeHook = ({ doc }) => doc as unknown;
