import classes from './print-frame.module.css';

let last: HTMLIFrameElement | null = null;

/**
 * Opens the page in a frame that nobody sees and that prints itself: what stands in it can run nothing else and reach
 * nothing. It stays until the next one: nobody tells when a printer has done.
 */
export function printAt(address: string, title: string): void {
  last?.remove();
  const frame = document.createElement('iframe');
  frame.className = classes['frame'] ?? '';
  frame.title = title;
  frame.setAttribute('sandbox', 'allow-scripts allow-modals');
  frame.referrerPolicy = 'no-referrer';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.src = address;
  document.body.append(frame);
  last = frame;
}
