import { KeyCaps } from '../../components/key-caps/key-caps.tsx';
import { caps } from './keys.ts';
import { strokesOf, type Keys } from './stroke-rules.ts';
import classes from './shown-keys.module.css';

/** Keys as caps: what is pressed together stands together, what is pressed in a row stands apart. */
export function ShownKeys({ keys }: { readonly keys: Keys }) {
  return (
    <span className={classes['strokes']} dir="ltr">
      {strokesOf(keys).map((stroke, index) => (
        <KeyCaps key={`${index} ${stroke}`} caps={caps(stroke)} />
      ))}
    </span>
  );
}
