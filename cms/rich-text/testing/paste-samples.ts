/** What programs put on the clipboard, shortened; the words are invented. For tests. */

const word = (
  body: string,
) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:宋体;} p.MsoNormal {mso-style-unhide:no; margin:0cm;} @list l0:level1 {mso-level-text:"%1\\."} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>
<!--StartFragment-->
${body}
<!--EndFragment--></body></html>`;

export const wordHeadings =
  word(`<p class=MsoTitle><span style='mso-bidi-font-size:16.0pt;font-family:"等线 Light"'>诚信建设三年小结（示例）<span lang=EN-US><o:p></o:p></span></span></p>
<h2><a name="_Toc1"><span style='font-family:黑体'>一、<b>办了哪些事</b></span></a><span lang=EN-US><o:p></o:p></span></h2>
<p class=MsoNormal style='text-indent:21.0pt'><span style='mso-spacerun:yes'>&nbsp;&nbsp;</span>　　全市<b style='mso-bidi-font-weight:normal'><span style='color:red'>十二</span></b>个
部门，<i>一张清单</i>，见<a href="https://a.example/x?a=1&amp;b=2">办法
全文</a>。<span lang=EN-US><o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal>第一行<br>
第二行<span lang=EN-US> Credit
2026<o:p></o:p></span></p>`);

const item = (level: number, mark: string, text: string) =>
  `<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings;mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${text}<span lang=EN-US><o:p></o:p></span></p>`;

export const wordLists = word(`<p class=MsoNormal>要做三件事：</p>
${item(1, '1.', '亮身份')}
${item(2, 'l', '挂牌')}
${item(2, '·', '贴码')}
${item(1, '2.', '亮承诺')}
<p class=MsoNormal>另外：</p>
${item(1, '§', '不收费')}
${item(1, '（三）', '亮结果')}`);

const cell = (inner: string, more = '') =>
  `<td width=120 ${more} valign=top style='width:90.0pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'>${inner}</td>`;
const para = (text: string) =>
  `<p class=MsoNormal align=center style='text-align:center'>${text}<span lang=EN-US><o:p></o:p></span></p>`;

export const wordTable =
  word(`<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>${cell(para('<b>年份</b>'))}${cell(para('<b>件数</b>'), 'colspan=2')}</tr>
 <tr style='mso-yfti-irow:1'>${cell(para('2025年'), 'rowspan=2')}${cell(para('受理'))}${cell(`${para('一百二十')}${para('（含网上）')}`)}</tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'>${cell(para('办结'))}${cell(para('&nbsp;'))}</tr>
</table>`);

export const wordPictures = word(`<p class=MsoNormal>上图<img width=10 height=10 src="data:image/png;base64,iVBOR
w0KGgo=" alt="x"></p>
<p class=MsoNormal><span lang=EN-US><!--[if gte vml 1]><v:shape id="图片_x0020_1" type="#_x0000_t75" style='width:415pt'><v:imagedata src="file:///C:/Temp/msohtmlclip1/01/clip_image001.emz" o:title=""/></v:shape><![endif]--><![if !vml]><img width=554 height=369 src="file:///C:/Temp/msohtmlclip1/01/clip_image002.png" v:shapes="图片_x0020_1"><![endif]></span></p>
<p class=MsoNormal><img src="file:///C:/Temp/msohtmlclip1/01/clip_image003.wmz"></p>
<p class=MsoNormal><img src="https://elsewhere.example/a.png">下文</p>`);

export const wordComments =
  word(`<p class=MsoNormal>他按时还清了<del cite="mailto:x" datetime="2026-06-01T10:00">王某欠下的</del><ins cite="mailto:x" datetime="2026-06-01T10:00">贷款</ins>。<span class=MsoCommentReference><span lang=EN-US><!--[if !supportAnnotations]--><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[示1]</a><!--[endif]--></span></span></p>
<p class=MsoNormal>联系人<span style='display:none;mso-hide:all'>身份证号在附页</span>另行公布。<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span lang=EN-US>[1]</span></span></a></p>
<div style='mso-element:footnote-list'><br clear=all><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> 见附件。</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>这里要核实</p></div></div>`);

export const wpsNotice = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name="Generator" content="WPS Office"><style>p.p0{margin:0;}</style></head><body><!--StartFragment-->
<p class="MsoNormal" align="center" style="mso-outline-level:1;text-align:center"><b><span style="mso-spacerun:'yes';font-family:方正小标宋简体;font-size:22.0000pt"><font face="方正小标宋简体">关于开展</font>“诚信兴商”活动的通知（示例）</span></b></p>
<p class="MsoNormal" style="text-indent:32pt"><span style="mso-spacerun:'yes';font-family:仿宋_GB2312"><font face="仿宋_GB2312">　　各县区：</font></span><span><o:p></o:p></span></p>
<p class="MsoListParagraph" style="mso-list:l1 level1 lfo2"><!--[if !supportLists]--><span style="mso-list:Ignore">●<span>&nbsp;</span></span><!--[endif]--><span>统一标识</span></p>
<p class="MsoListParagraph" style="mso-list:l1 level1 lfo2"><!--[if !supportLists]--><span style="mso-list:Ignore">●<span>&nbsp;</span></span><!--[endif]--><span>统一时间</span></p>
<table class="MsoNormalTable"><tr><td><p class="MsoNormal">附件在框里。</p></td></tr></table>
<p class="MsoNormal"><span style="font-weight:bold">二〇二六年六月</span></p><!--EndFragment--></body></html>`;

const online = (level: number, text: string) =>
  `<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-leveltext="●" data-font="Symbol" data-listid="2" data-aria-posinset="1" data-aria-level="${level}" role="listitem" class="OutlineElement"><p class="Paragraph" paraid="1"><span class="TextRun" data-contrast="auto"><span class="NormalTextRun">${text}</span></span><span class="EOP" data-ccp-props="{}">&nbsp;</span></p></li></ul></div>`;

export const wordOnline = `<div class="OutlineElement Ltr"><p class="Paragraph" role="heading" aria-level="1" paraid="9"><span class="TextRun">工作要点</span></p></div>${online(1, '查得到')}${online(2, '网上查')}${online(1, '改得了')}`;

export const wordWeb = `<section style="font-size:17px"><h3 style="color:red">题</h3><p><span>字</span><span style="font-weight: 700">重</span>点</p><script>steal()</script><iframe src="https://e.example"></iframe><blockquote><p>言必信</p></blockquote><hr><img src="https://e.example/1.jpg"><p>完</p></section>`;
