import { contentLabels } from './content-names.ts';
import type { Facts } from './fact.ts';
import { lessonFacts } from './lesson.ts';
import { roleModelFacts } from './role-model.ts';

/** The facts that one kind of story alone has, by their field on the story. A case's steps have a shape of their own (`facts-schema.ts`). */
export const factGroups = {
  roleModel: { label: contentLabels.roleModel, kind: 'role-model', facts: roleModelFacts },
  lesson: { label: contentLabels.lesson, kind: 'material', facts: lessonFacts },
} as const satisfies Record<string, { label: string; kind: string; facts: Facts }>;

/** Which kind a group of facts belongs to: what is hidden in the form must not count or go out. */
export const kindOfGroup: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(factGroups).map(([name, { kind }]) => [name, kind])),
  caseSteps: 'case',
};
