/** The 信 seal on a 48 grid (look.md §4). */
export const sealBody = 'M3 .8 45.4.2 47.6 2.6 48 45 45.6 47.8 2.2 48 .3 46 0 3z';
export const sealStrokes =
  'M18.2 6.5 8 22.5M13.6 15.5V42M31.5 6v5.4M21 14h21M24 20.6h15M24 26.8h15M25.6 33.6h11.8v6.8h-11.8z';

/** The seal as an image address, for the browser's tab. */
export const sealIcon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="#b3261e" d="${sealBody}"/><path fill="none" stroke="#fffdf9" stroke-width="3.8" d="${sealStrokes}"/></svg>`,
)}`;
