import { guardOutput } from '../guard-output.ts';

// Says in every way that a process has what nobody may read. How it ends is its last argument.
const known = guardOutput(process.argv[2] === 'json' ? 'json' : 'text');
process.env.WEIBO_ACCESS_TOKEN = 'planted-token-later';
known();
process.stdout.write('ready\n');
process.stderr.write('  [推送] planted-secret-env，');
process.stderr.write(Buffer.from('planted-token-later 到期\n'));
console.error('Authorization: Bearer planted-bearer-1');
console.warn({ headers: { cookie: 'payload-token=planted-cookie-2' } });
process.stderr.write(
  `${JSON.stringify({ level: 50, time: 1, pid: 1, hostname: 'h', req: { headers: { authorization: 'planted-header-3' }, user: { password: 'planted-password-4' } }, err: { message: '身份证11010519491231002X，access_token=planted-5', stack: 'Error\n    at x' }, msg: '请打13908120001', config: { a: { b: { c: { appSecret: 'planted-deep-7', phone: 13908120001 } } } } })}\n`,
);
// In two pieces: a number, and a character.
process.stderr.write('分两次写的1390812');
process.stderr.write('0001，');
const words = Buffer.from('汉字\n');
process.stderr.write(words.subarray(0, 4));
process.stderr.write(words.subarray(4));
process.emitWarning('用了 planted-secret-env');
console.error(new Error('mongodb://u:planted-url-6@db.example 连不上'));
process.stderr.write('没有换行的最后一句 planted-secret-env');
if (process.argv[3])
  setImmediate(() => {
    throw process.argv[3] === 'nothing'
      ? null
      : new Error('没有人接住 planted-secret-env', { cause: new Error('打了13908120001') });
  });
