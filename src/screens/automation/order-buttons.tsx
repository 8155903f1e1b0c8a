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
      <ActionIcon
        variant="subtle"
        aria-label={t('up', { name })}
        disabled={index === 0}
        onClick={() => move(-1)}
      >
        <Icon name="up" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t('down', { name })}
        disabled={index === count - 1}
        onClick={() => move(1)}
      >
        <Icon name="down" />
      </ActionIcon>
      {remove && <CloseButton aria-label={removeLabel} onClick={remove} />}
    </div>
  );
}
