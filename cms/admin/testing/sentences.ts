/** What somebody could type who wants to see it run: none of it may become markup, and all of it must be read as typed. */
export const hostile = '<script>alert(1)</script>]]>&lt;"\'<img src=x onerror=alert(2)>恶意姓名';

/** The same, as short as a title must be. */
export const hostileTitle = '<script>alert(1)</script>]]>恶意姓名';

/** What `hostile` would leave in a page that took it for markup. */
export const isMarkup = (html: string): boolean => /<script\b|<img\b|onerror=(?!alert\(2\)&gt;)/i.test(html);

/** Chinese that ends as a sentence does; everything the desk says to do is one. */
export const isSentence = (words: string): boolean => /\p{Script=Han}/u.test(words) && /[。！？]$/.test(words);
