import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Instant } from '../../../../electron/shared/time.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { MomentDialog } from './moment-dialog.tsx';

export type SendDialogClient = Pick<Client, 'id' | 'name'>;

interface SendDialogProps {
  readonly client: SendDialogClient;
  readonly close: () => void;
  readonly send: (at: Instant) => void;
}

export function SendDialog({ client, close, send }: SendDialogProps) {
  const { t } = useTranslation('moment');
  const trpc = useTRPC();
  const { data: opening } = useQuery(
    trpc.calendars.nextOpening.queryOptions({ clientId: client.id }, { gcTime: 0, staleTime: 0 }),
  );
  const whenOpen = opening ? [{ words: t('send.opening', { name: client.name }), at: opening }] : [];
  return (
    <MomentDialog purpose="send" choices={whenOpen} close={close} choose={(at) => at !== null && send(at)} />
  );
}
