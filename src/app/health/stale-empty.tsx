import { Button, EmptyState } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Icon } from '../../components/icon/icon.tsx';
import { places } from '../places.ts';

/** In place of "nobody waits" where nobody can know. */
export function StaleEmpty() {
  const { t } = useTranslation();
  return (
    <EmptyState
      mt={64}
      size="sm"
      icon={<Icon name="warning" size={20} />}
      title={t('stale.empty')}
      description={t('stale.emptyAdvice')}
    >
      <Button component={Link} href={places.outbox} size="xs" variant="default">
        {t('rail.outbox')}
      </Button>
    </EmptyState>
  );
}
