import { openContent, type Content } from '../../cms/content/content.ts';
import { readSettings } from './settings.ts';

/** The content of this installation, for commands that open no CMS. @throws Failure when the environment is wrong */
export const ownContent = (): Content => openContent({ root: process.cwd(), city: readSettings().REGION });
