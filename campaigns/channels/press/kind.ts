import { defineChannel } from '../define-channel.ts';
import { pressAccount } from './account.ts';
import { createPressChannel } from './press-channel.ts';

export const pressKind = defineChannel({
  account: pressAccount,
  // A word that nobody has agreed to yet is empty, whatever the file must have.
  create: ({ id, name, outlet, desk, page, deadline, embargo, deliver }, { contact, press, pressDir }, context) =>
    createPressChannel(
      {
        id,
        name,
        outlet,
        desk,
        contact,
        page: page || null,
        deadline,
        embargo: embargo || null,
        deliver: deliver ?? { by: 'folder' },
        dir: pressDir,
      },
      context,
      press,
    ),
});
