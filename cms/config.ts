import { zh } from '@payloadcms/translations/languages/zh';
import { join } from 'node:path';
import type { Config } from 'payload';
import { ruleFrameworkRows } from './access/framework-rows.ts';
import { adminConfig } from './admin/admin-config.ts';
import { zhWords } from './admin/zh.ts';
import { admitLiveSessions } from './accounts/admit.ts';
import { audited } from './audit/audited.ts';
import { loginRules } from './accounts/login-rules.ts';
import { secureCookies } from './accounts/secure-cookies.ts';
import { desk } from './collections/desk.ts';
import { collections } from './collections/index.ts';
import { tidiedSetting } from './collections/tidied.ts';
import { loadChoices } from './collections/load-choices.ts';
import { contentConfig, openContent, type Content } from './content/content.ts';
import { databaseAdapter } from './database.ts';
import { editingEndpoints } from './editing/endpoints.ts';
import { tellParticulars } from './editing/tell-particulars.ts';
import { guardSettings } from './editing/guard-saves.ts';
import { withSavedBarInSettings } from './admin/saved/with-saved-bar.ts';
import { editor } from './editor.ts';
import { noEmail } from './email.ts';
import type { CmsEnv } from './env.ts';
import { logError } from './http/log-error.ts';
import { tellTaken } from './http/tell-taken.ts';
import { tellErrors } from './http/told-error.ts';
import { registerConfig } from './register/register-of.ts';
import { tellStorage } from './store/tell-storage.ts';
import { maxBytes, tooHeavy } from './media/limits.ts';

/** The whole CMS as Payload wants it, for one environment. Tests build as many as they like. */
export async function buildCmsConfig(
  env: CmsEnv,
  content: Content = openContent({ root: process.cwd(), city: env.region }),
): Promise<Config> {
  return audited({
    secret: env.secret ?? '',
    db: await databaseAdapter(env),
    editor,
    email: noEmail,
    // No `sharp` here: pictures are decoded in a process apart (media/apart.ts), never by Payload in this one.
    // Cut off while it arrives: what is refused must not fill the memory first.
    upload: { limits: { fileSize: maxBytes }, abortOnLimit: true, responseOnLimit: tooHeavy },
    admin: adminConfig,
    collections: collections(await loadChoices(content), env.dataDir).map(secureCookies(env.adminUrl)),
    globals: [desk, loginRules].map(tidiedSetting).map(guardSettings).map(withSavedBarInSettings),
    endpoints: editingEndpoints,
    hooks: { afterError: [tellErrors, tellStorage, tellParticulars, tellTaken] },
    onInit: (payload) => {
      ruleFrameworkRows(payload);
      admitLiveSessions(payload);
    },
    i18n: { supportedLanguages: { zh }, fallbackLanguage: 'zh', translations: { zh: zhWords } },
    custom: { ...registerConfig(env.dataDir, env.registerDir), ...contentConfig(content) },
    graphQL: { disable: true },
    telemetry: false,
    // Talk goes to stderr: stdout belongs to the results of the command line.
    logger: { options: { level: 'warn', serializers: { err: logError } }, destination: process.stderr },
    // What somebody mistyped is no fault of the program: one quiet line, no stack.
    loggingLevels: { AuthenticationError: 'info', LockedAuth: 'info', ...quiet },
    cors: env.origins,
    // Browsers send Sec-Fetch-Site only from trustworthy origins; on a plain http intranet address an allow-list would
    // refuse every page; there the desk's port asks where a change comes from (scripts/start/own-origin.ts).
    csrf: trustworthy(env.adminUrl) ? env.origins : [],
    typescript: { autoGenerate: false, outputFile: join(process.cwd(), 'cms/payload-types.ts') },
  });
}

/** Our own refusals at the log-in; the shell's type lists its own names only. */
const quiet: object = { StepOwed: 'info', TooSoon: 'info' };

function trustworthy(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}
