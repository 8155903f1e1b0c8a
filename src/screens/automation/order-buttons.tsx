import { ActionIcon, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon/icon.tsx';
import classes from './automation.module.css';

interface OrderButtonsProps {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly move: (by: -1 | 1) => void;
  readonly remove?: () => void;
  readonly removeLabel?: string;
}

/** Up, down and out. */
export function OrderButtons({ name, index, count, move, remove, removeLabel }: OrderButtonsProps) {
  const { t } = useTranslation('automation');
  return (
    <div className={classes['top']}>
      <MoveButton icon="up" label={t('up', { name })} last={index === 0} move={() => move(-1)} />
      <MoveButton icon="down" label={t('down', { name })} last={index === count - 1} move={() => move(1)} />
      {remove && <CloseButton aria-label={removeLabel} onClick={remove} />}
    </div>
  );
}

interface MoveButtonProps {
  readonly icon: 'up' | 'down';
  readonly label: string;
  /** There is no way on. */
  readonly last: boolean;
  readonly move: () => void;
}

/** Keeps the keyboard where there is no way on: a button that is switched off would lose it. */
function MoveButton({ icon, label, last, move }: MoveButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      aria-label={label}
      {...(last ? { 'aria-disabled': true, 'data-disabled': true } : { onClick: move })}
    >
      <Icon name={icon} />
    </ActionIcon>
  );
}
