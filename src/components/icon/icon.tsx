import classes from './icon.module.css';
import { shapes } from './shapes.ts';

export type IconName = keyof typeof shapes;

interface IconProps {
  readonly name: IconName;
  /** Pixels; 16 beside text. */
  readonly size?: 12 | 14 | 16 | 20;
  /** For arrows and the like, which turn around where one reads from right to left. */
  readonly mirrored?: boolean;
}

/** Always beside a text or inside a control with a name: it says nothing by itself. */
export function Icon({ name, size = 16, mirrored = false }: IconProps) {
  return (
    <svg
      className={classes['icon']}
      data-mirrored={mirrored || undefined}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
