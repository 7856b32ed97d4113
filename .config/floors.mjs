import { dirname, relative, resolve } from 'node:path';

/**
 * The floors of cms, from top to bottom: each folder may use itself and what stands below it, nothing else
 * (docs/decisions/052). Files of cms/ itself stand between them by name. This list is the lint's and the graph test's.
 */
export const floors = [
  'app',
  'get-cms.ts',
  'payload.config.ts',
  'config.ts',
  'collections',
  'database.ts',
  'editor.ts',
  'email.ts',
  'admin',
  'import',
  'starter',
  'desk',
  'honours',
  'push',
  'preview',
  'restored',
  'publication',
  'ledger',
  'review',
  'ops',
  'editing',
  'checking',
  'programme',
  'schedule',
  'read',
  'store',
  'daily',
  'audit',
  'gates',
  'nominations',
  'accounts',
  'papers',
  'release',
  'texts',
  'lists',
  'question',
  'register',
  'content',
  'checks',
  'story',
  'access',
  'database',
  'sqlite',
  'migrations',
  'rich-text',
  'media',
  'foreign',
  'env.ts',
  'http',
  'fields',
  'columns',
  'words',
  'payload-types.ts',
];

/** What a room outside may use of cms. Rooms that are not named here may use all of it. */
const doors = { site: ['read'] };

/** Tests and what they need look in from outside: they may use every floor. */
export const isTest = (path) => /\.test\.tsx?$|(?:^|\/)testing\//.test(path);

/**
 * What is wrong with one file's use of another, in words; null when nothing is. Paths are those of the repository.
 * @param {string} from
 * @param {string} to
 */
export function misuse(from, to) {
  const floorOf = (path) => (path.startsWith('cms/') ? path.split('/')[1] : null);
  const below = floorOf(to);
  if (below === null || isTest(from)) return null;
  const door = doors[from.split('/')[0]];
  if (door) return door.includes(below) ? null : `${from.split('/')[0]}/ 只能用 cms/${door.join('、cms/')}。`;
  const floor = floorOf(from);
  if (floor === null || floor === below) return null;
  if (isTest(to)) return `${to} 只给测试用。`;
  const [here, there] = [floors.indexOf(floor), floors.indexOf(below)];
  if (here < 0 || there < 0) return `cms/${here < 0 ? floor : below} 不在楼层表里：请在 .config/floors.mjs 给它一层。`;
  return here < there ? null : `cms/${floor} 不许用上面的 cms/${below}：只能往下（.config/floors.mjs）。`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const floorRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = relative(context.cwd, context.filename);
    const look = (node, source) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const said = misuse(from, relative(context.cwd, resolve(dirname(context.filename), source.value)));
      if (said) context.report({ node, message: said });
    };
    return {
      ImportDeclaration: (node) => look(node, node.source),
      ExportAllDeclaration: (node) => look(node, node.source),
      ExportNamedDeclaration: (node) => look(node, node.source),
      ImportExpression: (node) => look(node, node.source),
      TSImportType: (node) => look(node, node.source),
      // Workers and jobs: new URL('./run-check.ts', import.meta.url).
      "NewExpression[callee.name='URL']": (node) => look(node, node.arguments[0]),
    };
  },
};
