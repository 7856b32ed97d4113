import type { Field } from 'payload';
import { optionsOf } from '../fields/options-of.ts';
import { groundLabels, showsLabels } from '../media/portrait.ts';
import { line } from '../fields/own-words.ts';

const showsSomebody = (data: { shows?: unknown }): boolean => data.shows === 'adult' || data.shows === 'minor';

/** The question of a picture: can somebody real be recognised in it, and on what ground is that somebody shown (G16, G23). Nothing is chosen beforehand. */
export const portraitFields: Field[] = [
  {
    name: 'shows',
    label: '图里认得出真人吗',
    type: 'select',
    options: optionsOf(showsLabels),
    admin: {
      description: '看脸、看背影、看衣服上的名字：熟人认得出就算。画的、合成的真人也算。没有回答的图片不能随稿送审。',
    },
  },
  {
    type: 'row',
    admin: { condition: showsSomebody },
    fields: [
      { name: 'portraitGround', label: '凭什么可以用这个人的形象', type: 'select', options: optionsOf(groundLabels) },
      line('portraitPaper', '同意书编号或存放处；法律规定的写是哪一种情形', { maxLength: 60 }),
    ],
  },
];
