import type { CollectionBeforeChangeHook } from 'payload';

export const judgeNomination: CollectionBeforeChangeHook = ({ data }) => data;
