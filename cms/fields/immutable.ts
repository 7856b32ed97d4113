import { APIError, type CollectionConfig } from 'payload';

const refuse = (message: string) => () => {
  throw new APIError(message, 403, null, true);
};

/** Rows that are evidence: written once, by the system, never changed, whoever asks. */
export const immutable = (message: string): Pick<CollectionConfig, 'hooks' | 'lockDocuments' | 'disableDuplicate'> => ({
  hooks: {
    beforeOperation: [
      ({ args, operation }) => {
        if (operation === 'update') refuse(message)();
        return args;
      },
    ],
    beforeDelete: [refuse(message)],
  },
  lockDocuments: false,
  disableDuplicate: true,
});
