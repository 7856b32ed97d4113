import { withPayload } from '@payloadcms/next/withPayload';

/** The repository root: package.json and node_modules lie one level above this app. */
const root = process.cwd().endsWith('/cms') ? process.cwd().slice(0, -4) : process.cwd();

/** @type {import('next').NextConfig} */
const config = {
  turbopack: { root },
  outputFileTracingRoot: root,
  // Says CommonJS in its package.json and is written in ES modules: only Node itself gets along with that.
  serverExternalPackages: ['chinese-days'],
  poweredByHeader: false,
  devIndicators: false,
  // `npm run types` checks them, once and for all rooms.
  typescript: { ignoreBuildErrors: true },
};

export default withPayload(config, { devBundleServerPackages: false });
