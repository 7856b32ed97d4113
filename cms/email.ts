import type { EmailAdapter } from 'payload';

/** No mail leaves this system: a forgotten password is reset by an administrator. */
export const noEmail: EmailAdapter = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'none@localhost',
  defaultFromName: '',
  sendEmail: async () => {
    payload.logger.warn('没有配置邮件服务，邮件没有发出：忘记密码请找管理员重设。');
  },
});
