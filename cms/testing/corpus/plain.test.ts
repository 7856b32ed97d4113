import { describe, expect, it } from 'vitest';
import { findPersons } from '../../checks/subject/find-persons.ts';
import { readSubjects } from '../../checks/subject/read-subjects.ts';
import { doubleSurnames } from '../../checks/people/surnames.ts';
import { readPlain, type PlainText } from './plain.ts';

const rate = (isBlame: boolean, part: PlainText['part']): number => {
  const texts = readPlain().filter((one) => one.isBlame === isBlame && one.part === part);
  return texts.filter(({ text }) => readSubjects(text).length > 0).length / texts.length;
};

describe('plainly told', () => {
  it('holds 300 texts of blame and 450 harmless ones with the same names and things', () => {
    const all = readPlain();
    expect(all.filter(({ isBlame }) => isBlame).length).toBeGreaterThanOrEqual(300);
    expect(all.filter(({ isBlame }) => !isBlame).length).toBeGreaterThanOrEqual(450);
    expect(all.filter(({ part }) => part === 'held-out').length / all.length).toBeCloseTo(1 / 3, 1);
  });

  it('blame without a bad word is found as far as it was when the rules were made', () => {
    expect(rate(true, 'development')).toBeGreaterThanOrEqual(0.69);
    expect(rate(true, 'held-out')).toBeGreaterThanOrEqual(0.62);
  });

  it('the harmless ones are hardly told of', () => {
    expect(rate(false, 'development')).toBeLessThanOrEqual(0.01);
    expect(rate(false, 'held-out')).toBeLessThanOrEqual(0.095);
  });
});

it('finds a double surname behind whatever somebody is', () => {
  const roles = ['会计', '出纳', '村主任', '司机', '保安队长', '养殖户', '护士长', '班主任', '民警', '副乡长'];
  const all = [...doubleSurnames]
    .filter((surname) => !['阿木', '吉克', '沙马', '阿的', '东方', '濮阳'].includes(surname))
    .flatMap((surname) => roles.map((role) => ({ role, name: `${surname}倩` })));
  expect(all.length).toBeGreaterThan(200);
  expect(
    all.filter(
      ({ role, name }) =>
        !findPersons(`示例镇的${role}${name}每个月少给工人算两个加班`).some((one) => one.name === name),
    ),
  ).toEqual([]);
});
