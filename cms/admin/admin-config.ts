import { join } from 'node:path';
import type { Config } from 'payload';
import { sealIcon } from './seal.ts';

/** How the admin looks and which views of our own it has. Paths begin at `cms/`. */
export const adminConfig: NonNullable<Config['admin']> = {
  user: 'users',
  avatar: 'default',
  dateFormat: 'yyyy-MM-dd HH:mm',
  meta: {
    description: '采编、审签、推送与撤回',
    titleSuffix: '· 诚信广元',
    defaultOGImageType: 'off',
    icons: [{ rel: 'icon', type: 'image/svg+xml', url: sealIcon }],
  },
  components: {
    graphics: { Logo: '/admin/parts/Logo.tsx#Logo', Icon: '/admin/parts/Icon.tsx#Icon' },
    beforeNavLinks: ['/admin/parts/WorkNav.tsx#WorkNav'],
    actions: ['/admin/parts/OnDuty.tsx#OnDuty'],
    views: {
      login: {
        Component: '/admin/account/LoginView.tsx#LoginView',
        path: '/login',
        exact: true,
        meta: { title: '登录' },
      },
      forgot: {
        Component: '/admin/account/ForgotView.tsx#ForgotView',
        path: '/forgot',
        exact: true,
        meta: { title: '忘记密码' },
      },
      security: {
        Component: '/admin/account/SecurityView.tsx#SecurityView',
        path: '/security',
        exact: true,
        meta: { title: '账号与登录' },
      },
      dashboard: { Component: '/admin/views/TodayView.tsx#TodayView', meta: { title: '今日' } },
      calendar: {
        Component: '/admin/views/CalendarView.tsx#CalendarView',
        path: '/calendar',
        exact: true,
        meta: { title: '日历' },
      },
      files: {
        Component: '/admin/views/FilesView.tsx#FilesView',
        path: '/files',
        exact: true,
        meta: { title: '内容文件' },
      },
      push: {
        Component: '/admin/push/PushView.tsx#PushView',
        path: '/push',
        exact: true,
        meta: { title: '日常推送' },
      },
      ledger: {
        Component: '/admin/views/LedgerView.tsx#LedgerView',
        path: '/ledger',
        exact: true,
        meta: { title: '推送台账' },
      },
    },
  },
  importMap: {
    baseDir: join(process.cwd(), 'cms'),
    importMapFile: join(process.cwd(), 'cms/app/(payload)/admin/importMap.js'),
  },
};
