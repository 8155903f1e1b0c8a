import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import classes from './composer.module.css';
import type { Obstacle } from './obstacle.ts';

interface ObstacleLineProps {
  readonly obstacle: Obstacle;
  readonly clientName: string;
  /** Whether who sits here may send what the guide holds back. */
  readonly mayOverride: boolean;
  readonly sendAnyway: () => void;
}

/** Held back by the client's guide. */
const isOfVoice = ({ kind }: Obstacle): boolean => kind === 'voice' || kind === 'unchecked';

/** Why the reply has not left, said after an attempt to send it. */
export function ObstacleLine({ obstacle, clientName, mayOverride, sendAnyway }: ObstacleLineProps) {
  const { t } = useTranslation('inbox');
  const composing = useTranslation('composing');
  const formats = useFormats();
  return (
    <div className={classes['obstacle']} role="alert">
      <Icon name="warning" />
      <span className={classes['grow']}>{sentence()}</span>
      {(obstacle.kind === 'question' || (mayOverride && isOfVoice(obstacle))) && (
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
        return t(mayOverride ? 'obstacle.voice' : 'obstacle.voiceHeld', {
          count: obstacle.count,
          name: clientName,
        });
      case 'unchecked':
        return t(mayOverride ? 'obstacle.unchecked' : 'obstacle.uncheckedHeld', { rule: obstacle.rule });
      case 'size':
        return composing.t('question.size', {
          size: formats.size(obstacle.size),
          limit: formats.size(obstacle.limit),
        });
      case 'address':
        return composing.t('question.address', { text: obstacle.text });
      case 'files':
        return composing.t('question.files');
      case 'question':
        return composing.t(`question.${obstacle.question}`);
      case 'empty':
      case 'no-recipient':
      case 'channel':
        return t(`obstacle.${obstacle.kind}`);
    }
  }
}
