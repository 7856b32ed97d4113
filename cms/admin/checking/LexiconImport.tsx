'use client';
export const LexiconImport = () => null;
