import { entrySchema, type LexiconEntry } from './lexicon.ts';

/** One official: how the name is written, the title in force, and what is often written instead. */
export interface Official {
  name: string;
  title: string;
  misspelt: readonly string[];
  formerTitles: readonly string[];
}

const why = { name: '领导人姓名写错', title: '领导人职务写错，或者职务已经变动' };

/**
 * What a text may not say of one official: each misspelling of the name, and each former or wrong title beside it, in front
 * or behind, as people write it. A right title that holds a wrong one (“副市长”, “市长”) stays right.
 */
export function officialEntries({ formerTitles, misspelt, name, title }: Official): LexiconEntry[] {
  const named = misspelt.map((wrong) => entrySchema.parse({ wrong, right: name, why: why.name, level: 'block' }));
  const titled = formerTitles.flatMap(
    (former) =>
      [
        [`${former}${name}`, `${title}${name}`],
        [`${name}${former}`, `${name}${title}`],
      ] as const,
  );
  return [
    ...named,
    ...titled.map(([wrong, right]) =>
      entrySchema.parse({ wrong, right, why: why.title, level: 'block', allow: right.includes(wrong) ? [right] : [] }),
    ),
  ];
}
