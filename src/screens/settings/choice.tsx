import { SegmentedControl, Text } from '@mantine/core';
import classes from './settings.module.css';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly choose: (value: Value) => void;
}

/** One preference of a few. */
export function Choice<Value extends string>({ label, value, options, choose }: ChoiceProps<Value>) {
  return (
    <div className={classes['row']}>
      <Text>{label}</Text>
      <div>
        <SegmentedControl
          aria-label={label}
          value={value}
          data={[...options]}
          onChange={(next) => {
            const chosen = options.find((option) => option.value === next);
            if (chosen) choose(chosen.value);
          }}
        />
      </div>
    </div>
  );
}
