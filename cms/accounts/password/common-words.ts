/** Words that people here build passwords from; a password that is nothing but these, digits in a row and signs is guessed first. */
export const commonWords = [
  'password', 'passwd', 'qwertyuiop', 'qwerty', 'asdfghjkl', 'asdfgh', 'zxcvbnm', 'qazwsx', 'abcdefgh', 'abcd', 'abc',
  'admin', 'administrator', 'root', 'user', 'test', 'guest', 'welcome', 'letmein', 'login', 'secret', 'master', 'iloveyou',
  'woaini', 'woaizhongguo', 'zhongguo', 'nihao', 'mima', 'wodemima', 'meimima', 'changchengxin',
  'chengxin', 'cx', 'xinyong', 'chengshi', 'shouxin', 'shixin', 'xinyongzhongguo',
  'guangyuan', 'gy', 'lizhou', 'zhaohua', 'chaotian', 'wangcang', 'qingchuan', 'jiange', 'cangxi', 'sichuan', 'sc', 'chengdu', 'ziyang', 'lingyuan', 'fengjie', 'beijing', 'china',
  'xuanchuan', 'xuanchuanbu', 'xcb', 'bianji', 'bianjibu', 'caibian', 'chushen', 'fushen', 'zhongshen', 'guanliyuan', 'gongzuo', 'bangong', 'bangongshi', 'danwei', 'zhengfu', 'shiwei', 'fagaiwei',
  'huawei', 'weixin', 'wechat', 'weibo', 'taobao', 'baidu',
  '5201314', '1314520', '1314', '520', '147258369', '147258', '159357', '888', '666', '168', '110', '119',
] as const;
