import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useFreshness, useHasMailbox } from '../../../app/health/use-health.ts';
import { places } from '../../../app/places.ts';
import { useSession } from '../../../app/session.tsx';
import { FirstStep } from '../../../components/client-states/first-step.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { Empty } from '../../../components/empty/empty.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { RowsSkeleton } from '../../../components/skeleton/rows-skeleton.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { InboxPlace } from '../inbox-place.ts';
import classes from './queue-pane.module.css';
import type { Queue } from './use-queue.ts';

const StaleEmpty = lazy(async () => ({
  default: (await import('../../../app/health/stale-empty.tsx')).StaleEmpty,
}));
const NothingFits = lazy(async () => ({ default: (await import('../views/nothing-fits.tsx')).NothingFits }));

/** What stands in place of rows: still coming, failed, not readable now, no client yet, or nobody is waiting. */
export function QueueState({ place, queue }: { readonly place: InboxPlace; readonly queue: Queue }) {
  const { t } = useTranslation('inbox');
  const { clients, may } = useSession();
  const { kind } = useFreshness(place.clientId);
  const hasMailbox = useHasMailbox(place.clientId);
  if (queue.error) return <FailureNotice failure={failureOf(queue.error)} retry={queue.retry} fill />;
  if (queue.isLoading) return <RowsSkeleton rows={8} height={56} />;
  if (clients.length === 0)
    return (
      <FirstStep lacks="noClients" href={may('clients.manage', null) ? `${places.clients}/new` : null} />
    );
  if (queue.missing.length > 0) {
    return <Empty icon="warning" title={t('empty.missing.title')} advice={t('empty.missing.advice')} />;
  }
  if (!hasMailbox) {
    const clientId = place.clientId ?? clients[0]?.id ?? null;
    const href = may('channels.manage', clientId) ? `${places.clients}/${clientId}/mailbox` : null;
    return <FirstStep lacks="noMailbox" href={href} />;
  }
  if (kind === 'stale' || place.saved)
    return <Suspense>{kind === 'stale' ? <StaleEmpty /> : <NothingFits />}</Suspense>;
  return (
    <Empty
      icon={place.view === 'unanswered' ? 'check' : 'inbox'}
      title={t(`empty.${place.view}.title`)}
      advice={t(`empty.${place.view}.advice`)}
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
    </Empty>
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
  const error = first?.state.kind === 'unavailable' ? first.state.error : null;
  return (
    <div className={classes['missing']} role="status">
      <Icon name="warning" />
      <p>
        <strong>{t('queue.missing', { names: formats.list(missing.map((client) => client.name)) })}</strong>{' '}
        {error && say(error)}
      </p>
      {error?.code.startsWith('keychain-') && <AskKeychain />}
      {error?.code.startsWith('passphrase-') && (
        <Button component={Link} href={places.settings} size="compact-xs" variant="default">
          {t('queue.unlock')}
        </Button>
      )}
    </div>
  );
}

/** A keychain is unlocked by its own means: here it is asked once more. */
function AskKeychain() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { mutate, isPending } = useMutation(trpc.vault.retry.mutationOptions());
  return (
    <Button size="compact-xs" variant="default" loading={isPending} onClick={() => mutate()}>
      {t('failure.retry')}
    </Button>
  );
}
