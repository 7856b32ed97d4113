import { readFile } from 'node:fs/promises';
import { APIError, type CollectionBeforeOperationHook, type CollectionConfig } from 'payload';
import { checkBytes } from '../../checks/check-file.ts';
import { isQuarantined } from '../findings/no-override.ts';

/** Pictures and papers whose name or hidden data hold an ID number do not come in (G07), though both would be taken off. */
const refuse: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' || !req.file) return args;
  const bytes = req.file.tempFilePath ? await readFile(req.file.tempFilePath) : req.file.data;
  const { findings } = await checkBytes(req.file.name, bytes);
  // What could not be looked into may hold anything.
  const unseen = findings.find(({ rule }) => rule === 'unreadable/harmful' || rule === 'unreadable/busy');
  if (unseen) throw new APIError(`上传的文件没有保存：${unseen.mend}填好的其他内容都还在。`, 422, null, true);
  const hit = findings.find(isQuarantined);
  if (hit)
    throw new APIError(
      `上传的文件里有完整的身份证件号码（${hit.at}，${hit.text}），没有保存：请先从文件名或文件里去掉号码，再上传；填好的其他内容都还在。`,
      422,
      null,
      true,
    );
  return args;
};

/** Before anything else looks at the file. */
export const withoutTellingFiles = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [refuse, ...(collection.hooks?.beforeOperation ?? [])] },
});
