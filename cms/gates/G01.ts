import { byProof, need } from './gate.ts';

/** Legal basis: nothing negative may be told by name without a law, and an entry of the catalogue (国办发〔2020〕49号). */
export const G01 = byProof(({ basisArticle, basisDoc, catalogEdition, catalogItem }) => [
  ...need(basisDoc, '指名案例要有公开的依据：请填写法律、法规或者中央文件的名称。'),
  ...need(basisArticle, '请填写依据的条款。'),
  ...need(catalogItem && catalogEdition, '请填写目录条目和目录版本：目录以外的信息不能公开。'),
]);
