import { EmptyState } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon/icon.tsx';

/** A saved view in which nothing stands now. */
export function NothingFits() {
  const { t } = useTranslation('views');
  return (
    <EmptyState
      mt={64}
      size="sm"
      icon={<Icon name="check" size={20} />}
      title={t('empty.title')}
      description={t('empty.advice')}
    />
  );
}
