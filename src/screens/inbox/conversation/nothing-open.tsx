import { Button, EmptyState } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon/icon.tsx';
import { rowRef, type InboxPlace } from '../inbox-place.ts';
import type { Queue } from '../queue/use-queue.ts';

/** Nothing is open: the longest wait is one key away. */
export function NothingOpen({ place, queue }: { readonly place: InboxPlace; readonly queue: Queue }) {
  const { t } = useTranslation('inbox');
  const first = queue.rows[0];
  if (!first) return null;
  return (
    <EmptyState
      mt={160}
      size="sm"
      icon={<Icon name="inbox" size={20} />}
      title={t('nothingOpen.title')}
      description={t('nothingOpen.advice')}
    >
      <Button size="xs" variant="default" onClick={() => place.show(rowRef(first))}>
        {t('nothingOpen.first')}
      </Button>
    </EmptyState>
  );
}
