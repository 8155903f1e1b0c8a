import { getDocument, TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'unpdf/pdfjs';
import type { PdfWords } from '../../../../electron/shared/attachments.ts';
import { pdfLook } from './pdf-look.ts';

/*
 * The program of the frame that shows a PDF. It runs in an origin of nobody, under a policy that lets it ask nothing of
 * anybody: the file and the sentences stand in the document itself. The page tells it how large to draw, and nothing else.
 */

/** A report of thousands of pages is for a program of its own. */
const mostPages = 300;
/** Canvas pixels of one page: sharp on any screen, and no page takes more than 64 MB. */
const mostPixels = 16_000_000;
/** Pixels of the frame that stay free beside the page. */
const margin = 32;

const inDocument = (id: string): string => document.getElementById(id)?.textContent ?? '';
const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const words = JSON.parse(new TextDecoder().decode(fromBase64(inDocument('words')))) as PdfWords;

let zoom = 1;
let layout = 0;

function say(text: string): void {
  const line = document.createElement('p');
  line.className = 'said';
  line.setAttribute('role', 'status');
  line.textContent = text;
  document.body.append(line);
}

/** As wide as the frame, times what the reader asked for. */
const scaleOf = (page: PDFPageProxy): number =>
  (Math.max(200, window.innerWidth - margin) / page.getViewport({ scale: 1 }).width) * zoom;

async function draw(page: PDFPageProxy, holder: HTMLElement): Promise<void> {
  const scale = scaleOf(page);
  const viewport = page.getViewport({ scale });
  const wanted = Math.min(window.devicePixelRatio || 1, 2);
  const sharpness = Math.min(wanted, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width * sharpness);
  canvas.height = Math.floor(viewport.height * sharpness);
  holder.append(canvas);
  await page.render({ canvas, viewport: page.getViewport({ scale: scale * sharpness }) }).promise;
  const container = document.createElement('div');
  container.className = 'textLayer';
  holder.append(container);
  await new TextLayer({ textContentSource: page.streamTextContent(), container, viewport }).render();
}

function hold(page: PDFPageProxy, { number, count }: { number: number; count: number }): HTMLElement {
  const viewport = page.getViewport({ scale: scaleOf(page) });
  const holder = document.createElement('section');
  holder.className = 'page';
  holder.setAttribute(
    'aria-label',
    words.page.replace('{page}', String(number)).replace('{pages}', String(count)),
  );
  holder.style.width = `${viewport.width}px`;
  holder.style.height = `${viewport.height}px`;
  holder.style.setProperty('--total-scale-factor', String(viewport.scale));
  return holder;
}

/** Pages that come near are drawn; those that are far away give their memory back. */
async function show(file: PDFDocumentProxy): Promise<void> {
  const mine = ++layout;
  document.body.replaceChildren();
  const count = Math.min(file.numPages, mostPages);
  const pages = new Map<Element, PDFPageProxy>();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const page = pages.get(target);
        if (!isIntersecting) target.replaceChildren();
        else if (page && target instanceof HTMLElement && target.childElementCount === 0)
          void draw(page, target).catch(() => undefined);
      }
    },
    { rootMargin: '100% 0px' },
  );
  for (let number = 1; number <= count && mine === layout; number += 1) {
    const page = await file.getPage(number);
    if (mine !== layout) break;
    const holder = hold(page, { number, count: file.numPages });
    pages.set(holder, page);
    document.body.append(holder);
    watch.observe(holder);
  }
  if (mine === layout && file.numPages > count) say(words.more);
}

function listen(file: PDFDocumentProxy): void {
  let timer: ReturnType<typeof setTimeout>;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(file), 150);
  };
  window.addEventListener('resize', again);
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || typeof data !== 'number' || data < 0.25 || data > 5) return;
    zoom = data;
    again();
  });
}

async function begin(): Promise<void> {
  const look = document.createElement('style');
  look.textContent = pdfLook;
  document.head.append(look);
  const data = fromBase64(inDocument('file'));
  try {
    const file = await getDocument({
      data,
      useSystemFonts: true,
      useWorkerFetch: false,
      enableXfa: false,
      maxImageSize: 50_000_000,
      verbosity: 0,
    }).promise;
    await show(file);
    listen(file);
    document.body.dataset['pages'] = String(file.numPages);
  } catch (error) {
    say(error instanceof Error && error.name === 'PasswordException' ? words.locked : words.failed);
  }
}

void begin();
