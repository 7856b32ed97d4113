'use client';
export const LexiconEntries = () => null;
