import { Button, EmptyState } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useSession } from '../../../app/session.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { RowsSkeleton } from '../../../components/skeleton/rows-skeleton.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import type { InboxPlace } from '../inbox-place.ts';
import classes from './queue-pane.module.css';
import type { Queue } from './use-queue.ts';

/** What stands in place of rows: still coming, failed, or nobody is waiting. */
export function QueueState({ place, queue }: { readonly place: InboxPlace; readonly queue: Queue }) {
  const { t } = useTranslation('inbox');
  if (queue.error) return <FailureNotice failure={failureOf(queue.error)} retry={queue.retry} fill />;
  if (queue.isLoading) return <RowsSkeleton rows={8} height={56} />;
  return (
    <EmptyState
      mt={64}
      size="sm"
      icon={<Icon name={place.view === 'unanswered' ? 'check' : 'inbox'} size={20} />}
      title={t(`empty.${place.view}.title`)}
      description={t(`empty.${place.view}.advice`)}
    >
      {place.view !== 'all' && (
        <Button
          size="xs"
          variant="default"
          onClick={() => place.showView(place.view === 'unanswered' ? 'waiting' : 'unanswered')}
        >
          {t(place.view === 'unanswered' ? 'empty.showWaiting' : 'empty.showUnanswered')}
        </Button>
      )}
    </EmptyState>
  );
}

/** Names the clients that are not in the list although they should be, and why. */
export function Missing({ clientIds }: { readonly clientIds: readonly ClientId[] }) {
  const { t } = useTranslation('inbox');
  const { clientOf } = useSession();
  const formats = useFormats();
  const say = useFailureText();
  const missing = clientIds.map(clientOf).filter((client) => client !== null);
  if (missing.length === 0) return null;
  const [first] = missing;
  const reason = first?.state.kind === 'unavailable' ? say(first.state.error) : '';
  return (
    <div className={classes['missing']} role="status">
      <Icon name="warning" />
      <p>
        <strong>{t('queue.missing', { names: formats.list(missing.map((client) => client.name)) })}</strong>{' '}
        {reason}
      </p>
    </div>
  );
}
