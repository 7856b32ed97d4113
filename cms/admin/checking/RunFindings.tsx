'use client';
export const RunFindings = () => null;
