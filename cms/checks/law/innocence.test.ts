import { describe, expect, it } from 'vitest';
import { checkTexts } from '../check-texts.ts';

const told = (text: string) =>
  checkTexts([{ field: '', text }])
    .filter(({ rule }) => rule.startsWith('innocence/'))
    .map(({ at, level, rule }) => `${rule.slice(10)} ${level}${at}`);

describe('an open case told as a fact', () => {
  it.each<[string, string, string]>([
    ['a kind of offender before the name', '诈骗分子李国庆已被刑拘。', 'verdict-before-judgment block 1:1'],
    ['a dealer', '毒贩李国庆落网。', 'verdict-before-judgment block 1:1'],
    ['a murderer on the run', '凶手李国庆作案后潜逃，警方正在追捕。', 'verdict-before-judgment block 1:1'],
    ['a name for him', '李国庆就是骗子，正被警方调查。', 'verdict-before-judgment block 1:4'],
    ['the offence itself', '李国庆犯故意伤害罪被刑拘。', 'guilty block 1:4'],
    ['what it amounts to', '李国庆构成诈骗罪，检察院已经批捕。', 'guilty block 1:4'],
    ['of somebody half hidden', '张某某犯了合同诈骗罪。', 'guilty block 1:4'],
    ['the deed without “suspected”', '李国庆贪污公款500万元，被监察委留置。', 'unhedged warn 1:4'],
    ['the deed while he is asked', '李国庆受贿，目前正接受审查调查。', 'unhedged warn 1:4'],
    [
      'in the next line of a dialogue',
      '记者：罪犯王某现在在哪？\n民警：案件正在侦查。',
      'verdict-before-judgment block 1:4',
    ],
    ['a judgment that is denied', '罪犯吴某的案子还没有宣判。', 'verdict-before-judgment block 1:1'],
  ])('%s', (_, text, found) => expect(told(text)).toContain(found));

  it.each<[string, string]>([
    ['with “suspected”', '李国庆涉嫌受贿，目前正接受审查调查。'],
    ['after the judgment', '李国庆犯诈骗罪，被判处有期徒刑三年。'],
    ['with the judgment in the sentence before', '法院认定李国庆骗取货款。主犯李国庆获刑六年。'],
    ['an acquittal', '李国庆被控诈骗，一审判决无罪。'],
    ['whoever was nearly cheated', '警惕：骗子冒充客服，李国庆险些被骗，警方已立案侦查。'],
    ['whoever helped', '李国庆协助警方抓获诈骗犯罪嫌疑人。'],
    ['tricks that are explained', '志愿者李国庆讲解诈骗犯的套路，提醒大家已有多起案件立案。'],
    ['a law', '犯诈骗罪的，处三年以下有期徒刑。'],
    ['a condition', '情节严重，构成犯罪的，移送公安机关立案。'],
    ['a condition about somebody', '如果王某犯诈骗罪，案件将移送公安机关立案。'],
    ['a question', '这样做是否构成诈骗罪？律师李国庆答疑。'],
    ['who is not guilty of it', '检察机关认为李国庆不构成诈骗罪，作出不起诉决定。'],
    ['a warning', '谨防不法分子行骗，公安机关已对多起案件立案。'],
    ['a name of a crime', '贪污罪由监察机关立案调查。'],
  ])('is none: %s', (_, text) => expect(told(text)).toEqual([]));
});

it('what is shown hides the name, and the sentence says how an open case is written', () => {
  const [found] = checkTexts([{ field: '正文', text: '昨天，毒贩李国庆在示例镇落网。' }]).filter(({ rule }) =>
    rule.startsWith('innocence'),
  );
  expect(found?.text).not.toContain('国庆');
  expect(found?.text).toContain('李**');
  expect(found?.mend).toContain('请写“涉嫌”“犯罪嫌疑人”和案件目前的阶段');
});
