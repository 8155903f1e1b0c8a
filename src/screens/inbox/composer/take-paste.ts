import { readAddresses } from './addresses.ts';

/** What is asked of a paste. */
type Paste = Pick<ClipboardEvent, 'preventDefault' | 'stopPropagation'> & {
  readonly clipboardData:
    | (Pick<DataTransfer, 'getData'> & { readonly files: { readonly length: number } })
    | null;
};

/**
 * Takes a paste that holds an address; any other text is put in by the browser and stays to be mended. Heard at the input
 * itself: Mantine's own handler, further out, empties the field whatever was done here, so no text gets there. Whoever
 * guards pastes listens on the way in, and was heard before. Files go on to the composer.
 */
export function takePaste(event: Paste, take: (text: string) => void): void {
  const { clipboardData } = event;
  if (!clipboardData || clipboardData.files.length > 0) return;
  event.stopPropagation();
  const text = clipboardData.getData('text/plain');
  if (readAddresses(text).people.length === 0) return;
  event.preventDefault();
  take(text);
}
