import { withPayload } from '@payloadcms/next/withPayload';

/** The repository root: package.json and node_modules lie one level above this app. */
const root = process.cwd().endsWith('/cms') ? process.cwd().slice(0, -4) : process.cwd();

/** @type {import('next').NextConfig} */
const config = {
  turbopack: { root },
  outputFileTracingRoot: root,
  // chinese-days says CommonJS in its package.json and is written in ES modules; ssh2 holds compiled code: both are Node's own business.
  serverExternalPackages: ['chinese-days', 'jieba-wasm', 'ssh2', 'ssh2-sftp-client'],
  poweredByHeader: false,
  devIndicators: false,
  // `npm run types` checks them, once and for all rooms.
  typescript: { ignoreBuildErrors: true },
};

export default withPayload(config, { devBundleServerPackages: false });
