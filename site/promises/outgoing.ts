import type { PublicPromise } from './promise.ts';

const pack = 'campaigns/channels/community/pack.ts';
const words = 'campaigns/channels/community/words.ts';
const alarms = 'campaigns/alarms/rules.ts';
const health = 'cms/ops/health/judge.ts';
const page = {
  restsOn: '撤回以后网址回答410和“已撤回”，更正写在原页',
  proof: { file: 'site/testing/pages.test.ts', test: 'withdrawn is 410 without the old title' },
};
const late = {
  restsOn: '排期写明的补发时限和办法：时限内补发，过了不发，或者等人确认',
  proof: {
    file: 'campaigns/outbox/engine/worker.test.ts',
    test: 'a missed minute: late within the window, skipped beyond it, asked when so set',
  },
};

/** What texts promise that leave the house by another way than a page: packages, notices, mails, calendars. */
export const outgoingPromises: readonly PublicPromise[] = [
  {
    id: 'pack-size',
    says: '大字版A4.pdf　给老年人看，字号不小于26磅',
    where: pack,
    kind: 'made',
    restsOn: '大字版的字号都在一处定下',
    proof: { file: 'campaigns/channels/community/pack.test.ts', test: '大字版：每一个字都不小于26磅' },
  },
  {
    id: 'pack-release',
    says: '本包按签发稿制作，一个字也不要改',
    where: pack,
    kind: 'always',
    restsOn: '打包只读签发稿，并附校验值',
    proof: { file: 'campaigns/channels/community/pack.test.ts', test: '同一份签发稿，做几次都是同样的字节' },
  },
  { id: 'pack-page', says: '更正与撤回以网页为准', where: pack, kind: 'always', ...page },
  {
    id: 'poster-page',
    says: '更正与撤回以网页为准；扫码看到“已撤回”的，请撕下本海报',
    where: words,
    kind: 'always',
    ...page,
  },
  { id: 'screen-page', says: '更正与撤回以网页为准，接到撤下通知请立即停播', where: words, kind: 'always', ...page },
  {
    id: 'press-files',
    says: '文字以“稿件.docx”和“稿件.txt”为准',
    where: 'campaigns/channels/press/approval-sheet.ts',
    kind: 'made',
    restsOn: '供稿包里的各个文件出自同一份签发稿，附校验值',
    proof: { file: 'campaigns/channels/press/press-channel.test.ts', test: '供稿包内容齐全，校验值与文件一致' },
  },
  {
    id: 'alarm-silent',
    says: '到点的推送现在不会发出',
    where: alarms,
    kind: 'state',
    restsOn: '三分钟没有心跳才有这一条；没有心跳就没有进程在发',
    proof: { file: 'campaigns/alarms/rules.test.ts', test: 'right after a start nobody is silent yet' },
  },
  {
    id: 'alarm-late',
    says: '恢复后，没过补发时限的自动补发，过了的照排期里写的办，不要手工代发',
    where: alarms,
    kind: 'always',
    ...late,
  },
  {
    id: 'alarm-dead',
    says: '份推送停住了，系统不会自己再试',
    where: alarms,
    kind: 'always',
    restsOn: '交给人的推送，人登记了才再动',
    proof: {
      file: 'campaigns/outbox/engine/worker.test.ts',
      test: 'a busy platform is asked again ever more slowly, and given to a person after ten sends',
    },
  },
  {
    id: 'alarm-gone',
    says: '系统不会自己重发，也请不要原样再发',
    where: alarms,
    kind: 'always',
    restsOn: '后来不在了的副本不再排队',
    proof: { file: 'campaigns/outbox/engine/aftercare.test.ts', test: '平台说了就马上看' },
  },
  {
    id: 'health-late',
    says: '恢复后，没过补发时限的自动补发，过了的照排期里写的办',
    where: health,
    kind: 'always',
    ...late,
  },
  {
    id: 'health-late-again',
    says: '请重新启动系统；恢复后，没过补发时限的自动补发，过了的照排期里写的办，不要手工代发',
    where: health,
    kind: 'always',
    ...late,
  },
  {
    id: 'health-database',
    says: '数据库没有回应，后台不能用，推送不会发出',
    where: health,
    kind: 'state',
    restsOn: '问过数据库，没有回音才有这一条；排期都在数据库里',
    proof: { file: 'cms/ops/health/judge.test.ts', test: 'a hiccup of a step wakes nobody' },
  },
  {
    id: 'health-restarts',
    says: '24 小时内，系统的进程中断过 次，都已自动重新启动',
    where: health,
    kind: 'state',
    restsOn: '说这句话的就是重新启动以后的进程，次数是守着它的进程记下的',
    proof: {
      file: 'scripts/e2e/supervise.test.ts',
      test: 'killed in the night, site, desk and scheduler are back by themselves, and say so',
    },
  },
  {
    id: 'alarm-unsigned',
    says: '到点不会发出',
    where: 'cms/ops/read-facts.ts',
    kind: 'state',
    restsOn: '排期还没有签发的稿件才有这一条；没有签发稿就没有可发的',
    proof: {
      file: 'cms/ops/unsigned.test.ts',
      test: 'a post without a signed story is said three working days before',
    },
  },
  {
    id: 'calendar-unsent',
    says: '稿件还没有定，到时不会发出',
    where: 'cms/programme/staff-ics.ts',
    kind: 'state',
    restsOn: '没有稿件的排期不进推送',
    proof: { file: 'cms/schedule/planner-source.test.ts', test: 'a post that waits for its story asks for nothing' },
  },
];
