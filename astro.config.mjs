import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  trailingSlash: 'ignore',
  // Without streaming: a page states its tags while it is rendered, and they must be known when its headers are made.
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true }),
  // Each page is kept as a file and rendered again when one of its tags changes (docs/decisions, site/snapshot).
  cache: { provider: { name: 'snapshot', entrypoint: new URL('./site/snapshot/provider.ts', import.meta.url) } },
  build: { inlineStylesheets: 'never', assets: '_astro' },
  session: false,
  // The policy forbids inline code, so nothing may be inlined however small.
  vite: { build: { assetsInlineLimit: 0 } },
  // GET forms only; the public site takes no uploads.
  security: { checkOrigin: true },
  devToolbar: { enabled: false },
  compressHTML: true,
});
