/** The pages about the site itself, in the order of the rail and the site map. */
export const aboutPages = [
  { name: '关于本站', path: '/about/' },
  { name: '无障碍声明', path: '/about/accessibility/' },
  { name: '个人信息保护', path: '/about/privacy/' },
  { name: '更正与撤回记录', path: '/about/corrections/' },
  { name: '我要纠错', path: '/about/report-error/' },
];
