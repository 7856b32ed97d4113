import { findNamesInFront } from '../../campaigns/channels/shared/names-in-front.ts';
import { byProof } from './gate.ts';

/** Pushes cannot be called back from people's phones: no name, no case number where a push shows it. */
export const G20 = byProof(({ names }, { story }) => [
  ...((names ?? []).filter((name) => name.trim()).length > 0
    ? []
    : ['请填写当事人名称：系统要据此保证推送的标题和摘要里不出现。']),
  ...findNamesInFront({ title: story.title, summary: story.summary ?? '', cover: null, named: names ?? [] }).map(
    ({ message }) => message,
  ),
]);
