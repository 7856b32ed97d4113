/** One piece of news as ten kinds of text hold it; `{}` of each is the sentence, which may hold 。 and ，. */
export const forms: Readonly<Record<string, (sentence: string) => string>> = {
  story: (s) => `【本报讯】日前，示例县通报一起案例。${s}有关部门表示，将继续加强宣传。`,
  letter: (s) => `编辑同志：\n您好！我要反映一件事。\n${s}\n此致\n敬礼`,
  minutes: (s) => `会议纪要\n一、听取情况汇报\n${s}\n二、会议要求，各单位抓好落实。`,
  interview: (s) => `问：当时是怎么回事？\n答：${s}\n问：后来呢？\n答：后来就处理了。`,
  table: (s) => `| 序号 | 情况 | 备注 |\n|---|---|---|\n| 1 | ${s} | 无 |`,
  list: (s) => `近期情况：\n1. 开展主题宣传。\n2. ${s}\n3. 发放资料。`,
  press: (s) => `标题：以案示警\n导语：${s}\n（通讯员供稿）`,
  script: (s) => `【镜头一】街景。\n旁白：${s}\n【字幕】诚信广元`,
  timeline: (s) => `3月1日 启动宣传。\n3月2日 ${s}\n3月3日 回访。`,
  wechat: (s) =>
    `<section style="line-height:2"><p><span>${s.replace(/^(.{3})/u, '<strong>$1</strong>')}</span></p><p><br></p></section>`,
};
