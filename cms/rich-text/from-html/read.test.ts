import { describe, expect, it } from 'vitest';
import { richTextToHtml } from '../to-html.ts';
import { readRich } from './read.ts';
import { settle } from './settle.ts';
import { readHtml } from './source-node.ts';

function read(html: string) {
  const { blocks, pictures } = readRich(readHtml(html));
  const settled = settle(blocks);
  const shown = new Map(pictures.map(({ alt, caption, title }, i) => [`old:${i}`, { alt, caption: caption ?? title }]));
  return {
    html: richTextToHtml({ root: { type: 'root', children: settled.blocks } }, shown),
    notes: settled.notes,
    pictures,
  };
}

describe('what is kept', () => {
  it.each([
    // Lists.
    [
      '<ol start="3"><li>三</li><li>四</li><li value="7">七</li></ol>',
      '<ol start="3"><li>三</li><li>四</li></ol><ol start="7"><li>七</li></ol>',
    ],
    ['<ol type="A"><li>甲</li><li>乙</li></ol>', '<p>A. 甲</p><p>B. 乙</p>'],
    ['<ol type="i" start="4"><li>甲</li></ol>', '<p>iv. 甲</p>'],
    ['<ol start="0"><li>零</li><li>一</li></ol>', '<p>0. 零</p><ol><li>一</li></ol>'],
    [
      '<p><span role="checkbox" aria-checked="true"></span>同意<span role="checkbox" aria-checked="false"></span>不同意</p>',
      '<p>☑同意☐不同意</p>',
    ],
    ['<p>𠮷𠮷\n𠮷野，soft\u00adhyphen</p>', '<p>𠮷𠮷𠮷野，softhyphen</p>'],
    ['<ol reversed><li>甲</li><li>乙</li></ol>', '<p>2. 甲</p><p>1. 乙</p>'],
    ['<ol style="list-style-type: cjk-ideographic"><li>甲</li><li>乙</li></ol>', '<p>一、甲</p><p>二、乙</p>'],
    [
      '<ol><li><p>甲</p><p>续</p><ul><li>子</li></ul></li><li>乙</li></ol>',
      '<ol><li>甲<br>续<ul><li>子</li></ul></li><li>乙</li></ol>',
    ],
    [
      '<ol><li>甲<table><tr><td>1</td><td>2</td></tr></table></li><li>乙</li></ol>',
      '<ol><li>甲</li></ol><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table><ol start="2"><li>乙</li></ol>',
    ],
    ['<ul>散字<li>甲</li></ul>', '<p>散字</p><ul><li>甲</li></ul>'],
    [
      '<ol><li data-aria-posinset="1" data-aria-level="1">甲</li></ol><ol><li data-aria-posinset="2" data-aria-level="1">乙</li></ol><ol start="3"><li>丙</li></ol>',
      '<ol><li>甲</li><li>乙</li><li>丙</li></ol>',
    ],
    // Signs.
    [
      '<p>3×10<sup>4</sup>，H<sub>2</sub>O，x<span style="vertical-align:super">n+1</span>，示例<sup>®</sup>，见<sup>[1]</sup></p>',
      '<p>3×10⁴，H₂O，xⁿ⁺¹，示例®，见[1]</p>',
    ],
    [
      '<p><input type="checkbox" checked>同意 <input type=checkbox>不同意 <input type=radio checked>是 <input type=radio>否</p>',
      '<p>☑同意 ☐不同意 ◉是 ○否</p>',
    ],
    ['<p><ruby>夔<rp>(</rp><rt>kuí</rt><rp>)</rp></ruby>州，他说<q>守信</q></p>', '<p>夔（kuí）州，他说“守信”</p>'],
    [
      '<p><span style="font-family:Wingdings">\u00fe</span>同意 <span style=\'font-family:"Wingdings 2"\'>\uf0a3</span>不同意 <font face="Symbol">\u00b3</font>9 <span style="font-family:Wingdings">\u00fe甲<span style="font-family:宋体">\u00fe</span></span></p>',
      '<p>☑同意 ☐不同意 ≥9 ☑甲\u00fe</p>',
    ],
    [
      '<ul><li role="checkbox" aria-checked="true"><p>办好了</p></li><li role="checkbox" aria-checked="false"><p>没办</p></li></ul><div role="radio" aria-checked="true">愿意</div><p><span role="checkbox" aria-checked="false">再说</span></p>',
      '<ul><li>☑办好了</li><li>☐没办</li></ul><p>◉愿意</p><p>☐再说</p>',
    ],
    [
      '<p>姓名<u>　　　　</u>年龄<span style="text-decoration: underline">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</span>住<u>南河</u><u> </u><a href="#x" style="text-decoration:underline">&nbsp;&nbsp;&nbsp;</a>。</p>',
      '<p>姓名________年龄_____住南河 。</p>',
    ],
    // Pictures that come late, or in several sizes.
    [
      '<img src="/images/loading.gif" data-original="real.jpg" alt="一"><img src="real2.jpg" data-src="other.jpg" alt="二"><img srcset="a.png 1x, b.png 2x" alt="三"><picture><source srcset="a.webp"><img src="c.png" alt="四"></picture><image src="d.png" alt="五">',
      '<figure><img data-media="old:0" alt="一"></figure><figure><img data-media="old:1" alt="二"></figure><figure><img data-media="old:2" alt="三"></figure><figure><img data-media="old:3" alt="四"></figure><figure><img data-media="old:4" alt="五"></figure>',
    ],
    // Line ends.
    [
      '<p>使用 Internet\nExplorer，\n服务 Monday\n  <b>to</b>\nFriday</p>',
      '<p>使用 Internet Explorer，服务 Monday <strong>to</strong> Friday</p>',
    ],
    ['<pre>一、签到\n二、开幕\n\n三、参观\n</pre>', '<p>一、签到<br>二、开幕<br><br>三、参观</p>'],
    ['<div style="white-space: pre-wrap">甲\n乙</div>', '<p>甲<br>乙</p>'],
    // Tables.
    [
      '<table><caption>表1 户数</caption><tr><th>县</th></tr><tr><td>甲</td></tr></table>',
      '<p>表1 户数</p><table><thead><tr><th>县</th></tr></thead><tbody><tr><td>甲</td></tr></tbody></table>',
    ],
    [
      '<table>表前<tr>行内<td>甲</td><td>乙</td></tr></table>',
      '<p>表前行内</p><table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>',
    ],
    [
      '<table><form><tr><td>甲</td><td>乙</td></tr></form></table>',
      '<table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>',
    ],
    [
      '<table><tr><td>甲</td><td><ol><li>登录</li><li>提交</li></ol><table><tr><td>子</td><td>1</td></tr><tr><td>丑</td><td>2</td></tr></table></td></tr></table>',
      '<table><tbody><tr><td>甲</td><td>1. 登录<br>2. 提交<br>子　1<br>丑　2</td></tr></tbody></table>',
    ],
    ['<table><tr><td><h2>版式表格</h2><p>一段</p></td></tr></table>', '<h2>版式表格</h2><p>一段</p>'],
    [
      '<h2>题<table><col style="visibility:collapse"><col><tr><td></td><td>甲</td><td>丁</td></tr></table><ul><li>乙</li></ul></h2>',
      '<h2>题</h2><table><tbody><tr><td>甲</td><td>丁</td></tr></tbody></table><ul><li>乙</li></ul>',
    ],
    // Wrappers.
    ['<form><fieldset><legend>题</legend><p>一</p></fieldset></form>', '<p>题</p><p>一</p>'],
    [
      '<dl><dt>名</dt><dd>义</dd></dl><details><summary>展开</summary>内容</details>',
      '<p>名</p><p>义</p><p>展开</p><p>内容</p>',
    ],
    [
      '<figure><img src="a.png" alt="桥"><figcaption>老桥</figcaption></figure><figure><figcaption>只有字</figcaption></figure>',
      '<figure><img data-media="old:0" alt="桥"><figcaption>老桥</figcaption></figure><p>只有字</p>',
    ],
    [
      '<blockquote><p>甲</p><p>乙</p></blockquote><blockquote><ul><li>丙</li></ul></blockquote>',
      '<blockquote><p>甲<br>乙</p></blockquote><ul><li>丙</li></ul>',
    ],
    ['<p aria-hidden="true">看得见</p><x-new>新元素</x-new><marquee>滚动</marquee>', '<p>看得见</p><p>新元素滚动</p>'],
    // Word's own lists.
    [
      '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">第一条<span>&nbsp;</span></span><![endif]>适用于本市。</p>',
      '<p>第一条　适用于本市。</p>',
    ],
    [
      '<p class=MsoListParagraph style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">1.1<span>&nbsp;</span></span>范围</p><p class=MsoListParagraph style="mso-list:l0 level3 lfo1"><span style="mso-list:Ignore">a)</span>甲</p>',
      '<p>1.1 范围</p><p>a) 甲</p>',
    ],
    ['<h2><span style="mso-list:Ignore">（一）</span>要求</h2>', '<h2>要求</h2>'],
    [
      '<h2 style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">第一章</span>总则</h2>',
      '<h2>第一章　总则</h2>',
    ],
    // Marks that show nothing.
    [
      '<p>甲<mp-style-type data-value="10000"></mp-style-type><mpchecktext id="1"></mpchecktext><o:p></o:p></p><ul style="background:url(dot.gif)"><li style="background-image:url(dot.gif)">乙</li></ul><p style="background-image:none">丙</p><meter value=".6">六成</meter><x-wrap src="a">丁</x-wrap>',
      '<p>甲</p><ul><li>乙</li></ul><p>丙</p><p>六成丁</p>',
    ],
  ])('%s', (source, html) => {
    const result = read(source);
    expect(result.html).toBe(html);
    expect(result.notes).toEqual([]);
  });
});

describe('what is told', () => {
  it.each([
    [
      '<p>甲</p><iframe src="https://v.example/1"></iframe>',
      '<p>甲</p>',
      '第1段后嵌入的网页（https://v.example/1）没有带入：需要的请改成链接。',
    ],
    [
      '<video><source src="a.mp4">您的浏览器太旧</video><p>甲</p>',
      '<p>甲</p>',
      '正文开头的视频（a.mp4）没有带入：请另行上传或改成链接。',
    ],
    ['<p>甲<audio src="a.mp3"></audio></p>', '<p>甲</p>', '第1段“甲”里的音频（a.mp3）没有带入：请另行上传或改成链接。'],
    [
      '<p>甲</p><object data="x.pdf">旧浏览器</object>',
      '<p>甲</p>',
      '第1段后嵌入的内容（x.pdf）没有带入：需要的请改成链接或截图。',
    ],
    [
      '<p>甲</p><embed src="data:application/pdf;base64,AAAA">',
      '<p>甲</p>',
      '第1段后嵌入的内容（写在网页里）没有带入：需要的请改成链接或截图。',
    ],
    ['<p>甲</p><svg><text>流程</text></svg>', '<p>甲</p>', '第1段后的矢量图形“流程”没有带入：请截图补上。'],
    [
      '<p>甲</p><select><option>一</option><option>二</option></select><button>打印</button><input value="搜 @ 索">',
      '<p>甲</p>',
      '第1段后的下拉框“一二”没有带入：需要的请补写。\n第1段后的按钮“打印”没有带入。\n第1段后的填写框“搜 @ 索”没有带入。',
    ],
    [
      '<p>附件：<a href="./P1.doc">报名表</a>、<a href="/f/b.pdf">名单</a></p>',
      '<p>附件：报名表、名单</p>',
      '第1段“附件：报名表、名单”里的附件“报名表”（./P1.doc）没有带入：请另行上传。\n第1段“附件：报名表、名单”里的附件“名单”（/f/b.pdf）没有带入：请另行上传。',
    ],
    [
      '<p><a href="../list.html">更多</a><a href="#top">顶部</a><a href="java\tscript:x()">点</a></p>',
      '<p>更多顶部点</p>',
      '第1段“更多顶部点”里的链接“更多”（../list.html）在这里打不开，只留下文字。\n第1段“更多顶部点”里的链接“点”不是网址，只留下文字。',
    ],
    [
      '<p>甲<a href="https://a.example/"><img src="a.png" alt="图"></a></p>',
      '<p>甲</p><figure><img data-media="old:0" alt="图"></figure>',
      '第1段后图片上的链接（https://a.example/）没有带入：需要的请在正文里写明。',
    ],
    [
      '<p>甲</p><marquee width=1 height=4><a href="http://casino.example/">暗链</a></marquee>',
      '<p>甲</p>',
      '第1段后有隐藏的文字或链接没有带入：要公开的请补写。',
    ],
    [
      '<p>甲<a href="ftp://a.example/">站</a></p>',
      '<p>甲站</p>',
      '第1段“甲站”里的链接“站”（ftp://a.example/）在这里打不开，只留下文字。',
    ],
    [
      '<p><s>旧价</s>新价</p>',
      '<p>旧价新价</p>',
      '第1段“旧价新价”里有删除线的文字照原样带入，删除线没有保留：不要的请删去。',
    ],
    [
      '<p>总额<sup>注</sup>，y<sub>Q</sub></p>',
      '<p>总额[注]，y_Q</p>',
      '第1段“总额[注]，y_Q”里的上标或下标没有相应的字符，改用 ^、_ 或方括号写出：请核对。',
    ],
    [
      '<p>甲</p><math><mi>x</mi><mo>=</mo><mn>1</mn></math>',
      '<p>甲</p><p>x=1</p>',
      '第2段“x=1”里的公式写成了一行文字：请核对。',
    ],
    [
      '<p>甲</p><table><tr><td>乙<iframe src="u"></iframe></td><td>丙</td></tr></table>',
      '<p>甲</p><table><tbody><tr><td>乙</td><td>丙</td></tr></tbody></table>',
      '第2段“乙丙”里嵌入的网页（u）没有带入：需要的请改成链接。',
    ],
    // What only the page's own scripts show.
    [
      '<p>甲</p><mpvoice name="录音一" voice_encode_fileid="x"> </mpvoice><mp-common-videosnap data-nickname="示例" data-desc="短片"></mp-common-videosnap><qqmusic music_name="歌"></qqmusic>',
      '<p>甲</p>',
      '第1段后的音频“录音一”没有带入：请另行上传或改成链接。\n第1段后的视频“示例”没有带入：请另行上传或改成链接。\n第1段后的音频“歌”没有带入：请另行上传或改成链接。',
    ],
    [
      '<p>甲</p><wx-open-launch-weapp username="gh_x"><template>按钮</template></wx-open-launch-weapp><lottie-player src="a.json"></lottie-player><model src="a.usdz"></model>',
      '<p>甲</p>',
      '第1段后的网页组件（wx-open-launch-weapp）没有带入：需要的请补写，或截图补上。\n第1段后的网页组件（lottie-player）没有带入：需要的请补写，或截图补上。\n第1段后的网页组件（model）没有带入：需要的请补写，或截图补上。',
    ],
    [
      '<p>甲</p><section style="background-image: url(&quot;https://a.example/a.jpg&quot;);height:300px"></section><div style="background:#fff url(a.jpg) no-repeat"><p>乙</p></div><table background="b.jpg"><tr><td>丙</td><td>丁</td></tr></table>',
      '<p>甲</p><p>乙</p><table><tbody><tr><td>丙</td><td>丁</td></tr></tbody></table>',
      '第1段后、第2段后有背景图片没有带入：有内容的请另行上传。',
    ],
    [
      '<p>甲<progress value=70 max=100></progress><meter value=.6></meter></p>',
      '<p>甲</p>',
      '第1段“甲”里的进度条（70/100）没有带入：需要的请补写。\n第1段“甲”里的进度条（.6）没有带入：需要的请补写。',
    ],
    [
      '<p>甲</p><img src="a.png" usemap="#m" alt="图"><map name=m><p><area href="https://a.example/1"><area nohref><area href="b.html"></p></map><map name=n></map>',
      '<p>甲</p><figure><img data-media="old:0" alt="图"></figure>',
      '第1段后图片上的链接（https://a.example/1、b.html）没有带入：需要的请在正文里写明。',
    ],
    [
      '<p>甲</p><iframe src="" data-src="https://v.example/1"></iframe><iframe src="about:blank"></iframe><object><param name="wmode" value="x"><param name="movie" value="a.swf"></object>',
      '<p>甲</p>',
      '第1段后嵌入的网页（https://v.example/1）没有带入：需要的请改成链接。\n第1段后嵌入的网页没有带入：需要的请改成链接。\n第1段后嵌入的内容（a.swf）没有带入：需要的请改成链接或截图。',
    ],
    // What somebody commented on is no comment (Word puts its mark around the words).
    [
      "<p>他<a style='mso-comment-reference:KS_1;mso-comment-date:20240305T1030'>还清了</a><span style='mso-comment-continuation:1'>贷款</span><span class=MsoCommentReference><span><a style='mso-comment-reference:KS_1'>&nbsp;</a><span style='mso-special-character:comment'><![if !supportAnnotations]><a href='#_msocom_1' class=msocomanchor>[KS1]</a><![endif]></span></span></span>。</p>",
      '<p>他还清了贷款。</p>',
      '第1段“他还清了贷款。”里有批注没有带入：要用的请写进正文。',
    ],
    // Formulas that stand there twice.
    [
      '<p>式<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi><mo>=</mo><mn>1</mn></mrow><annotation encoding="application/x-tex">x=1</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x=1</span></span></p>',
      '<p>式x=1</p>',
      '第1段“式x=1”里的公式写成了一行文字：请核对。',
    ],
    [
      '<p>式<mjx-container class="MathJax" jax="CHTML"><mjx-math class="MJX-TEX" aria-hidden="true"><mjx-mi class="mjx-i"><mjx-c class="mjx-c1D465"></mjx-c></mjx-mi></mjx-math><mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container></p>',
      '<p>式x</p>',
      '第1段“式x”里的公式写成了一行文字：请核对。',
    ],
    // Tables of spreadsheets and pages.
    [
      '<table><colgroup><col><col style="display:none;mso-width-source:userset"></colgroup><col span=2><tr><td colspan=2>甲</td><td rowspan=2>乙</td><td>丙</td></tr><tr><td>一</td><td>密1</td><td>二</td></tr><tr><td>三</td><td>密2</td><td>四</td><td>五</td></tr></table>',
      '<table><tbody><tr><td>甲</td><td rowspan="2">乙</td><td>丙</td></tr><tr><td>一</td><td>二</td></tr><tr><td>三</td><td>四</td><td>五</td></tr></tbody></table>',
      '正文开头有隐藏的文字或链接没有带入：要公开的请补写。',
    ],
    [
      '<table><tr><td>甲</td><td><img src="a.png" alt="图"></td></tr></table>',
      '<table><tbody><tr><td>甲</td><td></td></tr></tbody></table><figure><img data-media="old:0" alt="图"></figure>',
      '第1段后有单元格里的图片，放到了表格后面：请核对位置。',
    ],
    [
      '<p><span style="font-family:Webdings">a!</span></p>',
      '<p>✔</p>',
      '第1段“✔”里有特殊字体的符号认不出来，没有带入：请核对原文补上。',
    ],
  ])('%s', (source, html, notes) => {
    const result = read(source);
    expect(result.html).toBe(html);
    expect(result.notes.join('\n')).toBe(notes);
  });

  it.each([
    'style="display:none"',
    'style="visibility: hidden"',
    'style="font-size:0"',
    'style="font-size:0px !important"',
    'hidden',
    'style="mso-hide:all"',
    'style="opacity:0"',
    'style="text-indent:-9999px"',
    'style="position:absolute;left:-5000px"',
    'style="height:0;overflow:hidden"',
    'style="font-size:1px"',
    'style="color:transparent"',
    'style="position:absolute;clip:rect(0,0,0,0)"',
    'style="clip-path: inset(100%)"',
    'style="margin-left:-9999px"',
    'style="max-height:0;overflow:hidden"',
    'style="transform:scale(0)"',
  ])('what is hidden by %s stays hidden', (how) => {
    const { html, notes } = read(
      `<p>公开</p><div ${how}><a href="http://casino.example/">暗链</a></div><p>正文<span ${how}>暗字</span></p>`,
    );
    expect(html).toBe('<p>公开</p><p>正文</p>');
    expect(notes).toEqual(['第1段后、第2段“正文”里有隐藏的文字或链接没有带入：要公开的请补写。']);
  });

  it.each([
    'style="display:block"',
    'style="font-size:0.9em"',
    'style="opacity:0.5"',
    'style="text-indent:-2em"',
    'style="height:0"',
    'style="position:absolute;left:10px"',
    'hidden="until-found"',
  ])('what is not hidden by %s is seen', (how) => {
    expect(read(`<p ${how}>看得见</p>`)).toMatchObject({ html: '<p>看得见</p>', notes: [] });
  });

  it('many of a kind are one sentence, a long number is not repeated, and nothing is said of nothing', () => {
    const { notes } = read(
      `${'<p>电话13800138000<s>旧</s></p>'.repeat(5)}<div style="display:none"></div><p><s> </s></p>`,
    );
    expect(notes).toEqual([
      '第1段“电话…”里、第2段“电话…”里、第3段“电话…”里等5处有删除线的文字照原样带入，删除线没有保留：不要的请删去。',
    ]);
  });
});
