import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon/icon.tsx';
import classes from './composer.module.css';
import type { Obstacle } from './obstacle.ts';

interface ObstacleLineProps {
  readonly obstacle: Obstacle;
  readonly clientName: string;
  readonly sendAnyway: () => void;
}

/** Why the reply has not left, said after an attempt to send it. */
export function ObstacleLine({ obstacle, clientName, sendAnyway }: ObstacleLineProps) {
  const { t } = useTranslation('inbox');
  return (
    <div className={classes['obstacle']} role="alert">
      <Icon name="warning" />
      <span className={classes['grow']}>{sentence()}</span>
      {(obstacle.kind === 'voice' || obstacle.kind === 'unchecked') && (
        <Button size="compact-xs" variant="default" onClick={sendAnyway}>
          {t('obstacle.sendAnyway')}
        </Button>
      )}
    </div>
  );

  function sentence(): string {
    switch (obstacle.kind) {
      case 'placeholder':
        return t('obstacle.placeholder', { name: obstacle.name });
      case 'checklist':
        return t('obstacle.checklist', { count: obstacle.count });
      case 'voice':
        return t('obstacle.voice', { count: obstacle.count, name: clientName });
      case 'unchecked':
        return t('obstacle.unchecked', { rule: obstacle.rule });
      case 'empty':
      case 'no-recipient':
      case 'channel':
        return t(`obstacle.${obstacle.kind}`);
    }
  }
}
