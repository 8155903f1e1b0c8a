import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Empty } from '../../components/empty/empty.tsx';
import { places } from '../places.ts';

/** In place of "nobody waits" where nobody can know. */
export function StaleEmpty() {
  const { t } = useTranslation();
  return (
    <Empty icon="warning" title={t('stale.empty')} advice={t('stale.emptyAdvice')}>
      <Button component={Link} href={places.outbox} size="xs" variant="default">
        {t('rail.outbox')}
      </Button>
    </Empty>
  );
}
