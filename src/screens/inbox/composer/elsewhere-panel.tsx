import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon/icon.tsx';
import classes from './elsewhere-panel.module.css';

interface ElsewherePanelProps {
  readonly take: () => void;
  readonly close: () => void;
}

/** The reply is being written in another window: one draft, one place to write it. */
export function ElsewherePanel({ take, close }: ElsewherePanelProps) {
  const { t } = useTranslation();
  return (
    <section className={classes['panel']} aria-label={t('window.elsewhereName')}>
      <p role="status">
        <Icon name="window" mirrored /> {t('window.elsewhere')}
      </p>
      <div className={classes['buttons']}>
        <Button size="compact-sm" variant="default" onClick={take}>
          {t('window.writeHere')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={close}>
          {t('close')}
        </Button>
      </div>
    </section>
  );
}
