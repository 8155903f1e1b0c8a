import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';

/** Whether the context pane is out: remembered where it has its own place, folded at first where it slides over. */
export function useContextOut(narrow: boolean): [boolean, (out: boolean) => void] {
  const [remembered, remember] = useLocalStorage({
    key: 'liaison.context',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const [over, setOver] = useState(false);
  return narrow ? [over, setOver] : [remembered, remember];
}
