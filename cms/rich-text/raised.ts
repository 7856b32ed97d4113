const pairs = (from: string, to: string): Record<string, string> =>
  Object.fromEntries([...from].map((character, i) => [character, [...to][i] ?? character]));
const raisedSigns = {
  super: pairs(
    '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW',
    '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ',
  ),
  sub: pairs('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
};
export type Raise = keyof typeof raisedSigns;

/** Signs that mean the same wherever they stand: marks of notes in brackets, ®, °. */
const anywhere = /^(?:[[［〔【].*[\]］〕】]|[^\p{L}\p{N}]+|[ªº①-⑳])$/u;

/**
 * Text set high or low (10⁴, CO₂) in Unicode's own small characters, so that it stays so in every output, plain text too.
 * Where there are none: `10^(ab)`, `x_(Q)`, or words in brackets.
 * @returns `exact` is false when a person must look at it
 */
export function raised(text: string, how: Raise): { text: string; exact: boolean } {
  const plain = text
    .replace(/[０-９ａ-ｚＡ-Ｚ＋－＝（）]/g, (character) => character.normalize('NFKC'))
    .replaceAll('−', '-');
  const signs = [...plain].map((character) => (/\s/.test(character) ? character : raisedSigns[how][character]));
  if (signs.every((sign) => sign !== undefined)) return { text: signs.join(''), exact: true };
  const core = text.trim();
  if (anywhere.test(core)) return { text, exact: true };
  const shown = /^[\x21-\x7e]+$/.test(core)
    ? `${how === 'super' ? '^' : '_'}${core.length > 1 ? `(${core})` : core}`
    : core.length > 12
      ? core
      : `[${core}]`;
  return { text: text.replace(core, () => shown), exact: false };
}
