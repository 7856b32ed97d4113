/**
 * Reading tools: 适老版, text size, print, share, read aloud. Everything they touch is hidden until this runs, and a page
 * says all it has to say without them. Choices stay in this browser (`localStorage`), never sent anywhere.
 */
const root = document.documentElement;
const sizes = ['small', '', 'large', 'larger'];

function keep(key: string, value: string): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page only.
  }
}

function setSize(size: string): void {
  if (size) root.dataset['size'] = size;
  else delete root.dataset['size'];
  keep('size', size);
  for (const button of document.querySelectorAll<HTMLElement>('[data-tool=size]')) {
    button.setAttribute('aria-pressed', String((button.dataset['value'] ?? '') === size));
  }
}

function toggleElder(): void {
  const elder = root.dataset['look'] !== 'old';
  if (elder) root.dataset['look'] = 'old';
  else delete root.dataset['look'];
  keep('look', elder ? 'old' : '');
}

function listen(): void {
  const speech = window.speechSynthesis;
  if (speech.speaking) return speech.cancel();
  const words = new SpeechSynthesisUtterance(document.getElementById('main')?.innerText ?? '');
  words.lang = 'zh-CN';
  words.rate = 0.9;
  speech.speak(words);
}

async function share(button: HTMLElement): Promise<void> {
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  try {
    if (navigator.share) await navigator.share({ title: document.title, url });
    else {
      await navigator.clipboard.writeText(url);
      button.textContent = '网址已复制';
    }
  } catch {
    // The reader closed the share sheet, or the browser has no clipboard: the address bar still has the address.
  }
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLElement>('[data-tool]');
  if (!button) return;
  const tool = button.dataset['tool'];
  if (tool === 'elder') {
    event.preventDefault();
    toggleElder();
  } else if (tool === 'size') setSize(button.dataset['value'] ?? '');
  else if (tool === 'larger') setSize(sizes[Math.min(sizes.indexOf(root.dataset['size'] ?? '') + 1, 3)] ?? '');
  else if (tool === 'listen') listen();
  else if (tool === 'print') window.print();
  else if (tool === 'share') void share(button);
});

if ('speechSynthesis' in window)
  for (const b of document.querySelectorAll<HTMLElement>('[data-tool=listen]')) b.hidden = false;
setSize(root.dataset['size'] ?? '');
document.querySelector<HTMLElement>('.errors')?.focus();
