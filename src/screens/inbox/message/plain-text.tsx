import classes from './message-card.module.css';
import { linkParts } from './link-parts.ts';

/** Text as it was written, its addresses made into links that open outside. */
export function PlainText({ text }: { readonly text: string }) {
  return (
    <div className={classes['text']} dir="auto">
      {linkParts(text).map((part, index) =>
        part.href ? (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer" dir="ltr">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </div>
  );
}
