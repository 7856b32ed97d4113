import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

// Node 24 reads the whole list of what a package exports anew for every file of it that is imported (its
// `getPackageScopeConfig` copies a field that is meant to be parsed on demand). One package that the CMS opens has 177 kB of it
// and over a thousand imports: half of what any command took. Files of one installed package that import each other by a
// relative address need nothing of that list, so they are found here; everything else, and whatever is odd, by Node.

const types = new Map<string, boolean>();

/** Whether `.js` files of this folder are ES modules, by the nearest package.json, as Node decides it. */
function isModuleFolder(folder: string): boolean {
  const known = types.get(folder);
  if (known !== undefined) return known;
  const file = new URL('package.json', folder);
  const up = new URL('..', folder).href;
  const is = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { type?: string }).type === 'module'
    : !/\/node_modules\/$/.test(up) && up !== folder && isModuleFolder(up);
  types.set(folder, is);
  return is;
}

registerHooks({
  resolve(specifier, context, next) {
    const { conditions, parentURL } = context;
    if (
      /^\.\.?\/.*\.js$/.test(specifier) &&
      parentURL?.startsWith('file:') &&
      parentURL.includes('/node_modules/') &&
      conditions.includes('import')
    ) {
      const url = new URL(specifier, parentURL);
      if (isModuleFolder(new URL('.', url).href) && existsSync(fileURLToPath(url)))
        return { url: url.href, format: 'module', shortCircuit: true };
    }
    return next(specifier, context);
  },
});
