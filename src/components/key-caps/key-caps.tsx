import classes from './key-caps.module.css';

/** A key or a chord, drawn as caps. */
export function KeyCaps({ caps }: { readonly caps: readonly string[] }) {
  return (
    <span className={classes['caps']} dir="ltr">
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
