import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../components/empty/empty.tsx';
import { rowRef, type InboxPlace } from '../inbox-place.ts';
import type { Queue } from '../queue/use-queue.ts';

/** Nothing is open: the longest wait is one key away. */
export function NothingOpen({ place, queue }: { readonly place: InboxPlace; readonly queue: Queue }) {
  const { t } = useTranslation('inbox');
  const first = queue.rows[0];
  if (!first) return null;
  return (
    <Empty above={160} icon="inbox" title={t('nothingOpen.title')} advice={t('nothingOpen.advice')}>
      <Button size="xs" variant="default" onClick={() => place.show(rowRef(first))}>
        {t('nothingOpen.first')}
      </Button>
    </Empty>
  );
}
